/* A day and why: the strategy discussion of a conference was on another day, or a person no longer belongs to a family.
 * Both are kept in the history, and a draft of them is offered again. */
#include "casework/drafts.h"
#include "casework/pages.h"
#include "casework/people.h"
#include "casework/request.h"
#include "date_field.h"
#include "screens.h"
#include "tui/form.h"
#include "tui/prompt.h"

#include <stdio.h>

enum { ANSWER_LEAVE = 7901, ANSWER_DAY };

enum correction_kind { CORRECTION_DISCUSSION, CORRECTION_LEAVING };

struct correction_values {
	char on[48], reason[600];
};

struct correction_state {
	enum correction_kind kind;
	int64_t conference, family, person; /* what it is about */
	int64_t subject, version;           /* the enquiry or person that changes, as it was read */
	day_number kept;                    /* the day of the discussion as it is kept */
	struct casework *cw;
	struct correction_values values;
	struct form form;
	bool is_open;
	char title[300], about[300], reference[64], draft[2048];
};

static struct date_context past(const struct correction_state *state)
{
	return (struct date_context){.kind = DATE_FIELD_PAST,
				     .today = casework_today(state->cw),
				     .calendar = casework_calendar(state->cw),
				     .label = state->kind == CORRECTION_LEAVING ? "Date it ended"
										: "Strategy discussion"};
}

static bool day_echo(void *world, const void *values, const char *typed, char *out, size_t room)
{
	struct date_context context = past(world);

	(void)values;
	return date_field_echo(&context, typed, out, room);
}

static bool day_step(void *world, const void *values, char *typed, size_t room, int by)
{
	struct date_context context = past(world);

	(void)values;
	return date_field_step(&context, typed, room, by);
}

static bool day_check(void *world, const void *values, const char *typed, struct fault *f)
{
	const struct correction_state *state = world;
	struct date_context context = past(state);
	struct date_entry entry;
	char day[DATE_TEXT_ROOM];

	(void)values;
	if (!date_entry_parse(&entry, typed, &context, f))
		return false;
	return state->kind != CORRECTION_DISCUSSION || entry.day != state->kept ||
	       fault_set(f, FAULT_REFUSED, "%s is the day kept already: type the day it took place.",
			 date_plain(entry.day, day));
}

#define VALUE(member)                                                                                                  \
	.offset = offsetof(struct correction_values, member), .room = sizeof(((struct correction_values *)0)->member)

static const struct field discussion_fields[] = {
	{.name = "on",
	 .label = "It was held on",
	 .hint = "The day the strategy discussion took place: 27 3, y, fri.",
	 .kind = FIELD_DATE,
	 VALUE(on),
	 .required = true,
	 .echo = day_echo,
	 .step = day_step,
	 .check = day_check},
	{.name = "reason",
	 .label = "Why",
	 .hint = "Typed wrongly; the minutes say so. It moves a legal limit.",
	 .kind = FIELD_LINES,
	 VALUE(reason),
	 .required = true,
	 .rows = 3},
};
static const struct field leaving_fields[] = {
	{.name = "on",
	 .label = "Since",
	 .hint = "The day it ended: 27 3, y, today.",
	 .kind = FIELD_DATE,
	 VALUE(on),
	 .required = true,
	 .echo = day_echo,
	 .step = day_step,
	 .check = day_check},
	{.name = "reason",
	 .label = "Why",
	 .hint = "Moved away; recorded in the wrong family. Kept in the history.",
	 .kind = FIELD_LINES,
	 VALUE(reason),
	 .required = true,
	 .rows = 3},
};
enum { CORRECTION_FIELD_COUNT = 2 };

static bool read_discussion(struct correction_state *state, struct arena *mem, struct fault *f)
{
	struct conference_page page;
	char day[DATE_TEXT_ROOM];

	if (!casework_conference_page(state->cw, state->conference, mem, &page, f))
		return false;
	if (!page.enquiry.id)
		return fault_set(f, FAULT_REFUSED, "%s is not counted from a strategy discussion.",
				 page.conference.reference);
	state->subject = page.enquiry.id;
	state->version = page.enquiry.version;
	state->kept = page.enquiry.strategy_on;
	snprintf(state->reference, sizeof state->reference, "%s", page.conference.reference);
	snprintf(state->title, sizeof state->title, "Correct the strategy discussion · %s · %s", page.family_words,
		 page.conference.reference);
	snprintf(state->about, sizeof state->about, "Kept as held on %s. The limit of the conference is counted anew.",
		 date_medium(state->kept, day));
	return true;
}

static bool read_member(struct correction_state *state, struct arena *mem, struct fault *f)
{
	struct person_record record;
	struct family family;
	char name[NAME_ROOM];

	if (!casework_person_record(state->cw, state->person, state->family, mem, &record, f) ||
	    !casework_family(state->cw, state->family, mem, &family, f))
		return false;
	person_full_name(&record.person, name);
	if (!record.family_id)
		return fault_set(f, FAULT_REFUSED, "%s does not belong to family %s any more.", name, family.reference);
	state->subject = record.person.id;
	state->version = record.person.version;
	snprintf(state->reference, sizeof state->reference, "%s %s", record.person.reference, family.reference);
	snprintf(state->title, sizeof state->title, "No longer of the family · %s · %s", name, family.reference);
	snprintf(state->about, sizeof state->about, "Recorded as %s. The details and the history stay.",
		 relationship_label(record.relationship));
	return true;
}

static bool read_subject(struct correction_state *state, struct arena *mem, struct fault *f)
{
	return state->kind == CORRECTION_LEAVING ? read_member(state, mem, f) : read_discussion(state, mem, f);
}

static bool correction_load(struct screen *s, struct tui *t, struct fault *f)
{
	struct correction_state *state = screen_state(s);

	if (state->is_open)
		return true;
	state->cw = casework_of(t);
	if (!read_subject(state, screen_arena(s), f) ||
	    !form_open(&state->form, state->kind == CORRECTION_LEAVING ? leaving_fields : discussion_fields,
		       CORRECTION_FIELD_COUNT, &state->values, state, f))
		return false;
	if (state->draft[0]) {
		form_from_draft(&state->form, state->draft);
		state->form.changed = true;
	}
	state->is_open = true;
	return true;
}

static void correction_title(const struct screen *s, char *out, size_t room)
{
	const struct correction_state *state = screen_state(s);

	snprintf(out, room, "%s", state->title);
}

static void correction_draw(const struct screen *s, struct canvas *c)
{
	const struct correction_state *state = screen_state(s);
	struct canvas_part part;

	canvas_text(c, 0, 1, -1, TUI_TEXT, state->about);
	form_draw(&state->form, canvas_part(c, &part, 2, 0, canvas_rows(c) - 2, canvas_columns(c)));
}

static const char *draft_form(const struct correction_state *state)
{
	return state->kind == CORRECTION_LEAVING ? "leaving" : "discussion";
}

static void correction_keep(struct screen *s, struct tui *t)
{
	struct correction_state *state = screen_state(s);

	if (!state->form.changed)
		return;
	casework_draft_keep(casework_of(t), draft_form(state), state->reference, state->title,
			    form_to_draft(&state->form, screen_arena(s)), NULL);
}

static void finish(struct correction_state *state, struct tui *t)
{
	casework_draft_drop(casework_of(t), draft_form(state), state->reference, NULL);
	state->form.changed = false;
	tui_close(t, NULL);
}

static bool correct(const struct correction_state *state, day_number on, struct fault *f)
{
	const struct leaving leaving = {.family_id = state->family,
					.person_id = state->person,
					.version = state->version,
					.on = on,
					.reason = state->values.reason};

	if (state->kind == CORRECTION_LEAVING)
		return casework_member_end(state->cw, &leaving, f);
	return casework_enquiry_correct(state->cw, state->subject, state->version, on, state->values.reason, f);
}

/* Another person saved first: what is kept now is shown, what was typed stays, and the next save goes through. */
static void say_fault(struct screen *s, struct tui *t, struct fault *f)
{
	struct correction_state *state = screen_state(s);

	if (f->code == FAULT_CONFLICT)
		read_subject(state, screen_arena(s), NULL);
	form_show_fault(&state->form, f);
	tui_say_fault(t, f);
}

static void save(struct screen *s, struct tui *t)
{
	struct correction_state *state = screen_state(s);
	struct date_context context = past(state);
	struct date_entry entry;
	struct fault f = {0};
	char day[DATE_TEXT_ROOM];

	if (!form_check(&state->form, &f) || !date_entry_parse(&entry, state->values.on, &context, &f) ||
	    !correct(state, entry.day, &f)) {
		say_fault(s, t, &f);
		return;
	}
	if (state->kind == CORRECTION_LEAVING)
		tui_say(t, "Saved: no longer of the family since %s.", date_plain(entry.day, day));
	else
		tui_say(t, "Saved: the strategy discussion was on %s; the limit is counted anew.",
			date_plain(entry.day, day));
	finish(state, t);
}

static enum handled correction_act(struct screen *s, struct tui *t, int op, tui_key typed)
{
	struct correction_state *state = screen_state(s);
	struct fault f = {0};

	if (form_act(&state->form, op, typed) == HANDLED) {
		if (form_take_left(&state->form))
			correction_keep(s, t);
		return HANDLED;
	}
	switch (form_take_request(&state->form)) {
	case OP_FORM_SAVE: save(s, t); return HANDLED;
	case OP_FORM_CALENDAR:
		if (!calendar_open(t, ANSWER_DAY, casework_today(state->cw), &f))
			tui_say_fault(t, &f);
		return HANDLED;
	case OP_FORM_HELP: tui_say(t, "%s", form_help(&state->form)); return HANDLED;
	default: return NOT_MINE;
	}
}

static bool correction_takes_text(const struct screen *s)
{
	(void)s;
	return true;
}

static bool correction_may_close(struct screen *s, struct tui *t)
{
	struct correction_state *state = screen_state(s);

	return !state->form.changed || !prompt_leave(t, ANSWER_LEAVE, "this correction", NULL);
}

static void correction_answered(struct screen *s, struct tui *t, const struct answer *answer)
{
	struct correction_state *state = screen_state(s);
	char text[DATE_TEXT_ROOM];

	if (answer->code == ANSWER_DAY) {
		form_set(&state->form, "on", date_plain((day_number)answer->number, text));
	} else if (answer->code == ANSWER_LEAVE && answer->number == 1) {
		save(s, t);
	} else if (answer->code == ANSWER_LEAVE && answer->number == 2) {
		correction_keep(s, t);
		state->form.changed = false;
		tui_close(t, NULL);
	} else if (answer->code == ANSWER_LEAVE) {
		finish(state, t);
	}
}

static void correction_dispose(struct screen *s)
{
	struct correction_state *state = screen_state(s);

	form_close(&state->form);
}

static const struct binding no_keys[] = {{0}}; /* the form's own are enough */

const struct screen_class correction_screen = {
	.name = "correction",
	.purpose =
		"A day corrected with its reason: of a strategy discussion, or since when somebody has left a family.",
	.keys = no_keys,
	.widget_keys = form_keys,
	.state_size = sizeof(struct correction_state),
	.load = correction_load,
	.title = correction_title,
	.draw = correction_draw,
	.act = correction_act,
	.takes_text = correction_takes_text,
	.answered = correction_answered,
	.keep = correction_keep,
	.may_close = correction_may_close,
	.dispose = correction_dispose,
};

static bool open(struct tui *t, struct correction_state *start, enum action right, const char *draft, struct fault *f)
{
	if (!casework_may(casework_of(t), right, f))
		return false;
	snprintf(start->draft, sizeof start->draft, "%s", draft ? draft : "");
	return tui_push(t, &correction_screen, start, f);
}

bool discussion_form_open(struct tui *t, int64_t conference, const char *draft, struct fault *f)
{
	struct correction_state start = {.kind = CORRECTION_DISCUSSION, .conference = conference};

	return open(t, &start, ACTION_TAKE_REQUESTS, draft, f);
}

bool leaving_form_open(struct tui *t, int64_t person, int64_t family, const char *draft, struct fault *f)
{
	struct correction_state start = {.kind = CORRECTION_LEAVING, .person = person, .family = family};

	return open(t, &start, ACTION_RECORD_PEOPLE, draft, f);
}
