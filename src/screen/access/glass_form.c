/* Breaking the glass: the exact reference and why. Said before it is done: that it is logged, who is told, how long. */
#include "access.h"
#include "casework/restriction.h"
#include "form_screen.h"
#include "screens.h"

#include <stdio.h>

struct glass_values {
	char reference[40], reason[600];
};

struct glass_state {
	struct form_screen form; /* first: form_screen.c goes by it */
	struct glass_values values;
	struct casework *cw;
};

#define VALUE(member) FIELD_OF(struct glass_values, member)

static const struct field fields[] = {
	{"reference", "Reference", "Exactly: of the family, a conference or a child. FAM-0012, C-0412.", NULL,
	 FIELD_TEXT, VALUE(reference), .required = true},
	{"reason", "Because", "Why it cannot wait, in 20 letters or more. Ctrl-S breaks the glass.", NULL, FIELD_LINES,
	 VALUE(reason), .required = true, .rows = 4},
};
enum { FIELD_COUNT = sizeof fields / sizeof *fields };

static void save(struct screen *s, struct tui *t)
{
	struct glass_state *state = screen_state(s);
	struct fault f = {0};
	struct glass glass;
	int64_t family;

	if (!form_check(&state->form.form, &f)) {
		tui_say_fault(t, &f);
		return;
	}
	if (!casework_glass_break(state->cw, state->values.reference, state->values.reason, screen_arena(s), &glass,
				  &f)) {
		form_screen_refused(&state->form, t, &f);
		return;
	}
	family = glass.family_id;
	desk_glass(desk_of(t));
	tui_say(t, "%s is open to you until %s.", glass.reference, glass.until);
	form_screen_saved(s, t);
	if (!family_open(t, family, &f))
		tui_say_fault(t, &f);
}

static bool glass_load(struct screen *s, struct tui *t, struct fault *f)
{
	struct glass_state *state = screen_state(s);
	const char *told;

	if (state->form.is_open)
		return true;
	state->cw = casework_of(t);
	if (!casework_managers(state->cw, screen_arena(s), &told, f))
		return false;
	snprintf(state->form.title, sizeof state->form.title, "Break the glass");
	snprintf(state->form.about, sizeof state->form.about, "Logged; told to %s. Open to you alone, for %d minutes.",
		 told, casework_policy(state->cw)->glass_minutes);
	snprintf(state->form.draft_for, sizeof state->form.draft_for, "a restricted record");
	snprintf(state->form.draft_form, sizeof state->form.draft_form, "glass");
	state->form.save = save;
	state->form.what = "this reason";
	return form_screen_begin(&state->form, t, fields, FIELD_COUNT, &state->values, state, f);
}

const struct screen_class glass_screen = {
	.name = "break the glass",
	.purpose = "Opens one restricted family for an hour, with a reason that a manager reads.",
	FORM_SCREEN_ROWS,
	.state_size = sizeof(struct glass_state),
	.load = glass_load,
	.dispose = form_screen_dispose,
};

bool glass_form_open(struct tui *t, const char *draft, struct fault *f)
{
	struct glass_state *state;

	if (!casework_may(casework_of(t), ACTION_SEE_CASES, f))
		return false;
	state = form_screen_blank(&glass_screen, draft, f);
	if (!state)
		return false;
	return form_screen_push(t, &glass_screen, state, f);
}
