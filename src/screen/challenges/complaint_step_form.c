/* What was done about a complaint, and how it is settled: the day, and what each step asks. */
#include "challenge_step.h"
#include "complaint.h"
#include "date_field.h"
#include "mailing.h"
#include "screens.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct step_values {
	char outcome[24], on[48], with[300], review_by[48], words[2000];
	enum complaint_step step;
};

enum { ANSWER_WRITE = 8852 };

struct step_state {
	struct challenge_step frame; /* first: the frame goes by it */
	struct step_values values;
	struct notices_offer letters; /* of the complaint, once it is saved */
};

#define X(id, token, label, ...) {token, label},
static const struct field_choice outcome_choices[] = {COMPLAINT_OUTCOMES(X){NULL, NULL}};
#undef X

/* A day that is over, and one to come where the review is brought forward: the nearest is meant. */
static struct date_context nearest(const struct step_state *state)
{
	return (struct date_context){.kind = DATE_FIELD_ANY,
				     .today = casework_today(state->frame.cw),
				     .calendar = casework_calendar(state->frame.cw),
				     .label = "Day"};
}

DATE_FIELD_HOOKS(nearest)

static bool is_settling(const void *values)
{
	return ((const struct step_values *)values)->step == COMPLAINT_STEP_SETTLE;
}

static bool is_forward(const void *values)
{
	return is_settling(values) && strcmp(((const struct step_values *)values)->outcome,
					     complaint_outcome_token(COMPLAINT_OUTCOME_REVIEW_FORWARD)) == 0;
}

static bool is_raised(const void *values)
{
	return ((const struct step_values *)values)->step == COMPLAINT_STEP_RAISE;
}

static bool is_passed(const void *values)
{
	return ((const struct step_values *)values)->step == COMPLAINT_STEP_PASS;
}

static bool asks_why(const void *values)
{
	enum complaint_step step = ((const struct step_values *)values)->step;

	return step == COMPLAINT_STEP_NEXT_STAGE || step == COMPLAINT_STEP_WITHDRAW;
}

static bool takes_a_note(const void *values)
{
	return !asks_why(values) && !is_settling(values);
}

#define VALUE(member) FIELD_OF(struct step_values, member)

/* Several rows of one name: one of them is shown. */
static const struct field fields[] = {
	{"outcome", "Outcome", "Left and right choose how it ends.", NULL, FIELD_CHOICE, VALUE(outcome),
	 .required = true, .choices = outcome_choices, .shown = is_settling},
	{"review_by", "Review by", "Held by this day now, earlier than it was due: 13 may, +4w.", NULL, FIELD_DATE,
	 VALUE(review_by), .required = true, .echo = day_echo, .step = day_step, .check = day_check,
	 .shown = is_forward},
	{"on", "On", "The day it was done: today, yesterday, 9 apr.", NULL, FIELD_DATE, VALUE(on), .required = true,
	 .echo = day_echo, .step = day_step, .check = day_check},
	{"with", "With whom", "The social care manager and the complaints manager, by name.", NULL, FIELD_TEXT,
	 VALUE(with), .required = true, .shown = is_raised},
	{"with", "To whom", "Who at the agency it was passed to.", NULL, FIELD_TEXT, VALUE(with), .required = true,
	 .shown = is_passed},
	{"words", "Why", "The reason, as it was given. Ctrl-S saves.", NULL, FIELD_LINES, VALUE(words),
	 .required = true, .rows = 4, .shown = asks_why},
	{"words", "Answer", "The answer, as they were told it. Ctrl-S saves.", NULL, FIELD_LINES, VALUE(words),
	 .required = true, .rows = 6, .shown = is_settling},
	{"words", "Note", "What else is to be kept; it may be empty. Ctrl-S saves.", NULL, FIELD_LINES, VALUE(words),
	 .rows = 4, .shown = takes_a_note},
};
enum { FIELD_COUNT = sizeof fields / sizeof *fields };

static bool days_of(const struct step_state *state, day_number *on, day_number *review_by, struct fault *f)
{
	struct date_context context = nearest(state);
	struct date_entry entry;

	if (!date_entry_parse(&entry, state->values.on, &context, f))
		return false;
	*on = entry.day;
	*review_by = DAY_NONE;
	if (!is_forward(&state->values))
		return true;
	context.kind = DATE_FIELD_FUTURE;
	if (!date_entry_parse(&entry, state->values.review_by, &context, f))
		return false;
	*review_by = entry.day;
	return true;
}

static bool settle(struct step_state *state, day_number on, day_number review_by, struct arena *mem, char *done,
		   size_t room, struct fault *f)
{
	struct complaint_settlement how = {.complaint_id = state->frame.id,
					   .version = state->frame.version,
					   .outcome = COMPLAINT_OUTCOME_COUNT,
					   .on = on,
					   .words = state->values.words,
					   .review_by = review_by};
	int64_t second;

	complaint_outcome_from_token(state->values.outcome, &how.outcome);
	if (!casework_complaint_settle(state->frame.cw, &how, mem, &second, f))
		return false;
	snprintf(done, room, second ? "settled, %s. It is asked for and waits to be booked" : "settled, %s",
		 complaint_outcome_label(how.outcome));
	return true;
}

/* `done`: what was kept, in words. */
static bool keep(struct step_state *state, struct arena *mem, char *done, size_t room, struct fault *f)
{
	struct complaint_act act = {.complaint_id = state->frame.id,
				    .version = state->frame.version,
				    .step = state->values.step,
				    .with = state->values.with,
				    .words = state->values.words};
	day_number review_by;

	if (!form_check(&state->frame.form.form, f) || !days_of(state, &act.on, &review_by, f))
		return false;
	if (is_settling(&state->values))
		return settle(state, act.on, review_by, mem, done, room, f);
	if (!casework_complaint_step(state->frame.cw, &act, f))
		return false;
	snprintf(done, room, "Kept: %s", complaint_step_label(act.step));
	return true;
}

static void save(struct screen *s, struct tui *t)
{
	struct step_state *state = screen_state(s);
	char done[200];
	struct fault f = {0};

	if (!keep(state, screen_arena(s), done, sizeof done, &f)) {
		form_screen_refused(&state->frame.form, t, &f);
		return;
	}
	form_screen_kept(s, t);
	state->letters = (struct notices_offer){.about = NOTICE_ABOUT_COMPLAINT, .id = state->frame.id};
	if ((is_settling(&state->values) || is_passed(&state->values)) &&
	    notices_offer(t, ANSWER_WRITE, &state->letters, done, NULL))
		return;
	tui_say(t, "%s.", done);
	tui_close(t, NULL);
}

static void step_answered(struct screen *s, struct tui *t, const struct answer *answer)
{
	struct step_state *state = screen_state(s);
	const struct notices_offer letters = state->letters;
	struct fault f = {0};

	if (!letters.id) {
		form_screen_answered(s, t, answer);
		return;
	}
	tui_close(t, NULL);
	if (answer->code == ANSWER_WRITE && answer->number == 1 && !notices_open(t, letters.first, letters.id, &f))
		tui_say_fault(t, &f);
}

static const void *again(struct screen *s, struct tui *t, struct fault *f)
{
	struct step_state *state = screen_state(s);
	struct complaint_page page;

	(void)t;
	if (!casework_complaint(state->frame.cw, state->frame.id, screen_arena(s), &page, f) ||
	    !complaint_step_check(&page.line.complaint, state->values.step, page.stages, f))
		return NULL;
	state->frame.version = page.line.complaint.version;
	return &state->values;
}

static bool step_load(struct screen *s, struct tui *t, struct fault *f)
{
	struct step_state *state = screen_state(s);
	const struct complaint *c;
	struct complaint_page page;
	char day[DATE_TEXT_ROOM];

	if (state->frame.form.is_open)
		return true;
	state->frame.cw = casework_of(t);
	if (!casework_complaint(state->frame.cw, state->frame.id, screen_arena(s), &page, f) ||
	    !casework_may_for(state->frame.cw, ACTION_HANDLE_COMPLAINTS, page.line.complaint.conference_id, f) ||
	    !complaint_step_check(&page.line.complaint, state->values.step, page.stages, f))
		return false;
	c = &page.line.complaint;
	state->frame.version = c->version;
	snprintf(state->frame.form.about, sizeof state->frame.form.about, "%s complains of %s. Received %s.", c->who,
		 page.about, date_medium(c->received_on, day));
	state->frame.form.save = save;
	state->frame.form.again = again;
	state->frame.form.is_act = true;
	return challenge_step_begin(
		&state->frame, t,
		&(struct challenge_step_heading){
			.doing = is_settling(&state->values) ? "Settle" : complaint_step_label(state->values.step),
			.reference = c->reference,
			.family = page.line.family,
			.step = complaint_step_token(state->values.step),
			.form = "complaint step"},
		fields, FIELD_COUNT, &state->values, state->values.on, sizeof state->values.on, f);
}

const struct screen_class complaint_step_screen = {
	.name = "complaint step",
	.purpose = "What was done about a complaint, or how it is settled.",
	FORM_SCREEN_ROWS_BUT_ANSWERED,
	.answered = step_answered,
	.state_size = sizeof(struct step_state),
	.load = step_load,
	.dispose = form_screen_dispose,
};

bool complaint_step_open(struct tui *t, int64_t id, enum complaint_step step, const char *draft, struct fault *f)
{
	struct step_state *state = calloc(1, sizeof *state);

	if (state)
		state->values.step = step;
	return challenge_step_push(t, &complaint_step_screen, state ? &state->frame : NULL, id, draft, f);
}
