/* Ticking a task done, waiving it, and taking that back. */
#include "tick.h"
#include "date_field.h"
#include "domain/date_entry.h"
#include "reviews.h"
#include "tui/prompt.h"

#include <stdio.h>

enum { ANSWER_DAY = 7001, ANSWER_WAIVER };

static bool remember(struct tui *t, const struct due_item *item, struct fault *f)
{
	struct ticked *asked = &desk_of(t)->asked;

	if (item->rule == RULE_PLAN_ACTION)
		return fault_set(f, FAULT_REFUSED,
				 "Actions are not ticked or waived here. Enter opens them: y on the plan says that one "
				 "was done.");
	if (snprintf(asked->ids, sizeof asked->ids, "%s", item->ids) >= (int)sizeof asked->ids) {
		asked->ids[0] = '\0';
		return fault_set(f, FAULT_REFUSED,
				 "Too many children share this row. Open the family and tick them there.");
	}
	asked->family_id = item->family_id;
	snprintf(asked->words, sizeof asked->words, "%s, %s", rule_label(item->rule), item->family_words);
	return true;
}

static struct date_context day_context(const struct desk *desk)
{
	return (struct date_context){
		.kind = DATE_FIELD_PAST,
		.today = casework_today(desk->cw),
		.calendar = casework_calendar(desk->cw),
		.label = "Date it was done",
	};
}

static bool echo_day(void *world, const char *typed, char *out, size_t room)
{
	struct date_context context = day_context(world);

	return date_field_echo(&context, typed, out, room);
}

/* The prompt closes when the task is ticked: a day that only the casework can refuse is mended where it was typed. */
static bool tick(void *world, const char *typed, struct fault *f)
{
	struct desk *desk = world;
	struct date_context context = day_context(desk);
	struct date_entry entry;

	if (!date_entry_parse(&entry, typed, &context, f))
		return false;
	if (casework_deadline_done(desk->cw, desk->asked.ids, entry.day, "ticked", f))
		return true;
	desk_explain(desk, desk->asked.family_id, f);
	return false;
}

static bool waive(void *world, const char *typed, struct fault *f)
{
	struct desk *desk = world;

	if (casework_deadline_waive(desk->cw, desk->asked.ids, typed, f))
		return true;
	desk_explain(desk, desk->asked.family_id, f);
	return false;
}

bool tick_ask_day(struct tui *t, const struct due_item *item, struct fault *f)
{
	struct line_question question = {
		.code = ANSWER_DAY, .label = "Date it was done", .start = "t", .check = tick, .echo = echo_day};
	char hint[240];

	if (item->lane == LANE_BOOK || item->lane == LANE_REVIEWS)
		return fault_set(f, FAULT_REFUSED, "This limit is met when the conference is held. b books it.");
	if (item->rule == RULE_REVIEW_UPDATE) /* whom and how is asked too: the reviews to come show it */
		return review_form_open(t, REVIEW_FORM_ASK, item->subject_id, NULL, f);
	if (!casework_may(casework_of(t), ACTION_KEEP_DEADLINES, f) || !remember(t, item, f))
		return false;
	snprintf(hint, sizeof hint, "%s. Enter for today, or type a day: y, mon, 14 4.", desk_of(t)->asked.words);
	question.hint = hint;
	question.whole = item->family_id;
	return prompt_question(t, &question, f);
}

bool tick_ask_waiver(struct tui *t, const struct due_item *item, struct fault *f)
{
	struct line_question question = {.code = ANSWER_WAIVER, .label = "Why is it waived?", .check = waive};
	char hint[240];

	if (!casework_may(casework_of(t), ACTION_WAIVE_DEADLINES, f) || !remember(t, item, f))
		return false;
	snprintf(hint, sizeof hint, "%s. The reason is kept with the original date.", desk_of(t)->asked.words);
	question.hint = hint;
	question.whole = item->family_id;
	return prompt_question(t, &question, f);
}

bool tick_answered(struct tui *t, const struct answer *answer)
{
	struct desk *desk = desk_of(t);

	if (answer->code != ANSWER_DAY && answer->code != ANSWER_WAIVER)
		return false;
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
