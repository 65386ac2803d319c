/* Ticking a task done, waiving it, and taking that back. */
#include "tick.h"
#include "domain/date_entry.h"
#include "tui/prompt.h"

#include <stdio.h>

enum { ANSWER_DAY = 7001, ANSWER_WAIVER };

static bool remember(struct tui *t, const struct due_item *item, struct fault *f)
{
	struct ticked *asked = &desk_of(t)->asked;

	if (snprintf(asked->ids, sizeof asked->ids, "%s", item->ids) >= (int)sizeof asked->ids) {
		asked->ids[0] = '\0';
		return fault_set(f, FAULT_REFUSED,
				 "Too many children share this row. Open the family and tick them there.");
	}
	snprintf(asked->words, sizeof asked->words, "%s, %s", rule_label(item->rule), item->family_words);
	return true;
}

bool tick_ask_day(struct tui *t, const struct due_item *item, struct fault *f)
{
	if (item->lane == LANE_BOOK || item->lane == LANE_REVIEWS)
		return fault_set(f, FAULT_REFUSED, "This limit is met when the conference is held. b books it.");
	if (!casework_may(casework_of(t), ACTION_KEEP_DEADLINES, f) || !remember(t, item, f))
		return false;
	return prompt_line(t, ANSWER_DAY, "Done on", "Enter for today, or a day: t, y, mon, 14 4", "t", f);
}

bool tick_ask_waiver(struct tui *t, const struct due_item *item, struct fault *f)
{
	if (!casework_may(casework_of(t), ACTION_WAIVE_DEADLINES, f) || !remember(t, item, f))
		return false;
	return prompt_line(t, ANSWER_WAIVER, "Why is it waived?", "The reason is kept with the original date.", "", f);
}

static bool tick(struct tui *t, const char *typed, struct fault *f)
{
	struct casework *cw = casework_of(t);
	struct date_context context = {
		.kind = DATE_FIELD_PAST,
		.today = casework_today(cw),
		.calendar = casework_calendar(cw),
		.label = "Done on",
	};
	struct date_entry entry;

	return date_entry_parse(&entry, typed, &context, f) &&
	       casework_deadline_done(cw, desk_of(t)->asked.ids, entry.day, "ticked", f);
}

bool tick_answered(struct tui *t, const struct answer *answer)
{
	struct desk *desk = desk_of(t);
	struct fault f = {0};
	bool kept;

	if (answer->code != ANSWER_DAY && answer->code != ANSWER_WAIVER)
		return false;
	if (answer->code == ANSWER_DAY)
		kept = tick(t, answer->text, &f);
	else
		kept = casework_deadline_waive(casework_of(t), desk->asked.ids, answer->text, &f);
	if (!kept) {
		tui_say_fault(t, &f);
		return true;
	}
	desk->undo = desk->asked;
	tui_say(t, "Saved: %s is %s. u takes it back.", desk->undo.words,
		answer->code == ANSWER_DAY ? "done" : "waived");
	return true;
}

bool tick_undo(struct tui *t, struct fault *f)
{
	struct desk *desk = desk_of(t);

	if (!desk->undo.ids[0])
		return fault_set(f, FAULT_REFUSED, "There is nothing to take back.");
	if (!casework_deadline_reopen(casework_of(t), desk->undo.ids, f))
		return false;
	desk->undo.ids[0] = '\0';
	tui_say(t, "Taken back: %s is open again.", desk->undo.words);
	tui_refresh(t);
	return true;
}
