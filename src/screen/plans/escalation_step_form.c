/* What became of an escalation: answered, next stage, settled, withdrawn; the day, and what each step asks. */
#include "date_field.h"
#include "escalation.h"
#include "form_screen.h"
#include "screens.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct step_values {
	char on[48], with[160], with_to[400], words[2000];
	enum escalation_step step;
};

struct step_state {
	struct form_screen form; /* first: form_screen.c goes by it */
	struct step_values values;
	int64_t id, version;
	struct casework *cw;
};

static struct date_context past(const struct step_state *state)
{
	return (struct date_context){.kind = DATE_FIELD_PAST,
				     .today = casework_today(state->cw),
				     .calendar = casework_calendar(state->cw),
				     .label = "The day"};
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
	struct escalation_act act = {.escalation_id = state->id,
				     .version = state->version,
				     .step = state->values.step,
				     .with = state->values.with,
				     .with_to = state->values.with_to,
				     .words = state->values.words};
	struct date_context context = past(state);
	struct date_entry on;

	if (!form_check(&state->form.form, f) || !date_entry_parse(&on, state->values.on, &context, f))
		return false;
	act.on = on.day;
	if (!casework_escalation_step(state->cw, &act, f))
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
		form_screen_refused(&state->form, t, &f);
}

static bool step_load(struct screen *s, struct tui *t, struct fault *f)
{
	struct step_state *state = screen_state(s);
	const struct escalation *e;
	struct escalation_page page;
	char day[DATE_TEXT_ROOM];

	if (state->form.is_open)
		return true;
	state->cw = casework_of(t);
	if (!casework_escalation(state->cw, state->id, screen_arena(s), &page, f) ||
	    !escalation_step_check(&page.line.escalation, state->values.step, f))
		return false;
	e = &page.line.escalation;
	state->version = e->version;
	snprintf(state->form.title, sizeof state->form.title, "%s · %s · %s",
		 state->values.step == ESCALATION_STEP_SETTLE ? "Settle" : escalation_step_label(state->values.step),
		 e->reference, page.line.family);
	if (state->values.step == ESCALATION_STEP_NEXT_STAGE)
		snprintf(state->form.about, sizeof state->form.about, "From %s %s to the %s.",
			 escalation_stage_label(e->stage), e->with, escalation_stage_label(e->stage + 1));
	else
		snprintf(state->form.about, sizeof state->form.about, "With %s %s, about %s.",
			 escalation_stage_label(e->stage), e->with, e->about);
	snprintf(state->form.draft_for, sizeof state->form.draft_for, "%lld %s", (long long)state->id,
		 escalation_step_token(state->values.step));
	snprintf(state->form.draft_form, sizeof state->form.draft_form, "escalation step");
	snprintf(state->values.on, sizeof state->values.on, "%s", date_plain(casework_today(state->cw), day));
	state->form.save = save;
	state->form.what = "this step";
	return form_screen_begin(&state->form, t, fields, FIELD_COUNT, &state->values, state, f);
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
	struct step_state *state;
	bool opened;

	if (!casework_may(casework_of(t), ACTION_HANDLE_COMPLAINTS, f))
		return false;
	state = calloc(1, sizeof *state);
	if (!state)
		return fault_set(f, FAULT_MEMORY, "There is no memory to open the form.");
	state->id = id;
	state->values.step = step;
	snprintf(state->form.draft, sizeof state->form.draft, "%s", draft ? draft : "");
	opened = tui_push(t, &escalation_step_screen, state, f);
	free(state);
	return opened;
}
