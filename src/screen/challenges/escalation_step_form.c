/* What became of an escalation: answered, next stage, settled, withdrawn; the day, and what each step asks. */
#include "challenge_step.h"
#include "date_field.h"
#include "escalation.h"
#include "screens.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct step_values {
	char on[48], with[160], with_to[400], words[2000];
	enum escalation_step step;
};

struct step_state {
	struct challenge_step frame; /* first: the frame goes by it */
	struct step_values values;
};

static struct date_context past(const struct step_state *state)
{
	return (struct date_context){.kind = DATE_FIELD_PAST,
				     .today = casework_today(state->frame.cw),
				     .calendar = casework_calendar(state->frame.cw),
				     .label = "Day"};
}

DATE_FIELD_HOOKS(past)

#define IS_STEP(name, wanted)                                                                                          \
	static bool name(const void *values)                                                                           \
	{                                                                                                              \
		return ((const struct step_values *)values)->step == ESCALATION_STEP_##wanted;                         \
	}
IS_STEP(is_answer, ANSWER)
IS_STEP(is_next_stage, NEXT_STAGE)
IS_STEP(is_settling, SETTLE)
IS_STEP(is_withdrawn, WITHDRAW)

#define VALUE(member) FIELD_OF(struct step_values, member)

/* Several rows of one name: one of them is shown. */
static const struct field fields[] = {
	{"on", "On", "The day: today, yesterday, 9 apr.", NULL, FIELD_DATE, VALUE(on), .required = true,
	 .echo = day_echo, .step = day_step, .check = day_check},
	{"with", "Goes to", "The next manager, by name.", NULL, FIELD_TEXT, VALUE(with), .required = true,
	 .shown = is_next_stage},
	{"with_to", "Write to", "E-mail or postal address; empty: as the directory has it, or by hand.", NULL,
	 FIELD_TEXT, VALUE(with_to), .shown = is_next_stage},
	{"words", "Answer", "What the manager answered. Ctrl-S saves.", NULL, FIELD_LINES, VALUE(words),
	 .required = true, .rows = 5, .shown = is_answer},
	{"words", "Why", "Why it goes further. Ctrl-S saves.", NULL, FIELD_LINES, VALUE(words), .required = true,
	 .rows = 4, .shown = is_next_stage},
	{"words", "How", "How it was settled. Ctrl-S saves.", NULL, FIELD_LINES, VALUE(words), .required = true,
	 .rows = 5, .shown = is_settling},
	{"words", "Why", "Why it is not pursued. Ctrl-S saves.", NULL, FIELD_LINES, VALUE(words), .required = true,
	 .rows = 4, .shown = is_withdrawn},
};
enum { FIELD_COUNT = sizeof fields / sizeof *fields };

static bool keep(struct step_state *state, struct tui *t, struct fault *f)
{
	struct escalation_act act = {.escalation_id = state->frame.id,
				     .version = state->frame.version,
				     .step = state->values.step,
				     .with = state->values.with,
				     .with_to = state->values.with_to,
				     .words = state->values.words};
	struct date_context context = past(state);
	struct date_entry on;

	if (!form_check(&state->frame.form.form, f) || !date_entry_parse(&on, state->values.on, &context, f))
		return false;
	act.on = on.day;
	if (!casework_escalation_step(state->frame.cw, &act, f))
		return false;
	tui_say(t, act.step == ESCALATION_STEP_NEXT_STAGE ? "Kept: %s. l writes to them." : "Kept: %s.",
		escalation_step_label(act.step));
	return true;
}

static void save(struct screen *s, struct tui *t)
{
	struct step_state *state = screen_state(s);
	struct fault f = {0};

	if (keep(state, t, &f))
		form_screen_saved(s, t);
	else
		form_screen_refused(&state->frame.form, t, &f);
}

static const void *again(struct screen *s, struct tui *t, struct fault *f)
{
	struct step_state *state = screen_state(s);
	struct escalation_page page;

	(void)t;
	if (!casework_escalation(state->frame.cw, state->frame.id, screen_arena(s), &page, f) ||
	    !escalation_step_check(&page.line.escalation, state->values.step, f))
		return NULL;
	state->frame.version = page.line.escalation.version;
	return &state->values;
}

static bool step_load(struct screen *s, struct tui *t, struct fault *f)
{
	struct step_state *state = screen_state(s);
	const struct escalation *e;
	struct escalation_page page;

	if (state->frame.form.is_open)
		return true;
	state->frame.cw = casework_of(t);
	if (!casework_escalation(state->frame.cw, state->frame.id, screen_arena(s), &page, f) ||
	    !casework_may_for(state->frame.cw, ACTION_HANDLE_COMPLAINTS, page.line.escalation.conference_id, f) ||
	    !escalation_step_check(&page.line.escalation, state->values.step, f))
		return false;
	e = &page.line.escalation;
	state->frame.version = e->version;
	if (state->values.step == ESCALATION_STEP_NEXT_STAGE)
		snprintf(state->frame.form.about, sizeof state->frame.form.about, "From %s %s to the %s.",
			 escalation_stage_label(e->stage), e->with, escalation_stage_label(e->stage + 1));
	else
		snprintf(state->frame.form.about, sizeof state->frame.form.about, "With %s %s, about %s.",
			 escalation_stage_label(e->stage), e->with, e->about);
	state->frame.form.save = save;
	state->frame.form.again = again;
	state->frame.form.is_act = true;
	return challenge_step_begin(
		&state->frame, t,
		&(struct challenge_step_heading){
			.doing = is_settling(&state->values) ? "Settle" : escalation_step_label(state->values.step),
			.reference = e->reference,
			.family = page.line.family,
			.step = escalation_step_token(state->values.step),
			.form = "escalation step"},
		fields, FIELD_COUNT, &state->values, state->values.on, sizeof state->values.on, f);
}

const struct screen_class escalation_step_screen = {
	.name = "escalation step",
	.purpose = "What a manager answered to an escalation, where it goes next, or how it was settled.",
	FORM_SCREEN_ROWS,
	.state_size = sizeof(struct step_state),
	.load = step_load,
	.dispose = form_screen_dispose,
};

bool escalation_step_open(struct tui *t, int64_t id, enum escalation_step step, const char *draft, struct fault *f)
{
	struct step_state *state = calloc(1, sizeof *state);

	if (state)
		state->values.step = step;
	return challenge_step_push(t, &escalation_step_screen, state ? &state->frame : NULL, id, draft, f);
}
