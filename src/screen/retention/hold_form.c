/* Holding a family's record: who asked for it, why, and when it is looked at again. */
#include "about.h"
#include "casework/pages.h"
#include "casework/retention.h"
#include "date_field.h"
#include "form_screen.h"
#include "retention.h"
#include "screens.h"

#include <stdio.h>
#include <string.h>

struct hold_values {
	char asked_by[200], until_on[48], reason[600];
};

struct hold_state {
	struct form_screen form; /* first: form_screen.c goes by it */
	struct hold_values values;
	int64_t family;
	struct casework *cw;
};

static struct date_context to_come(const struct hold_state *state)
{
	return (struct date_context){.kind = DATE_FIELD_FUTURE,
				     .today = casework_today(state->cw),
				     .calendar = casework_calendar(state->cw),
				     .label = "Day it is looked at again"};
}

DATE_FIELD_HOOKS(to_come)

#define VALUE(member) FIELD_OF(struct hold_values, member)

static const struct field fields[] = {
	{"asked_by", "Asked for by", "An inquiry, a court, a solicitor: who, and with which letter.", NULL, FIELD_TEXT,
	 VALUE(asked_by), .required = true},
	{"until_on", "Looked at again", "A day, or nothing: it holds until it is lifted, whatever stands here.", NULL,
	 FIELD_DATE, VALUE(until_on), .echo = day_echo, .step = day_step, .check = day_check},
	{"reason", "Because", "Why this record must stay. Ctrl-S saves.", NULL, FIELD_LINES, VALUE(reason),
	 .required = true, .rows = 3},
};
enum { FIELD_COUNT = sizeof fields / sizeof *fields };

static bool put(const struct hold_state *state, struct fault *f)
{
	const struct hold_values *v = &state->values;
	struct date_context context = to_come(state);
	struct date_entry until = {.day = DAY_NONE};
	struct holding holding = {.family_id = state->family, .reason = v->reason, .asked_by = v->asked_by};

	if (*v->until_on && !date_entry_parse(&until, v->until_on, &context, f))
		return false;
	holding.until_on = *v->until_on ? until.day : DAY_NONE;
	return casework_hold_set(state->cw, &holding, f);
}

static void save(struct screen *s, struct tui *t)
{
	struct hold_state *state = screen_state(s);
	struct fault f = {0};

	if (!form_check(&state->form.form, &f)) {
		tui_say_fault(t, &f);
		return;
	}
	if (!put(state, &f)) {
		form_screen_refused(&state->form, t, &f);
		return;
	}
	tui_say(t, "Held: this record stays until the hold is lifted.");
	form_screen_saved(s, t);
}

static bool hold_load(struct screen *s, struct tui *t, struct fault *f)
{
	struct hold_state *state = screen_state(s);
	struct retention_page page;

	if (state->form.is_open)
		return true;
	state->cw = casework_of(t);
	if (!casework_retention_page(state->cw, state->family, screen_arena(s), &page, f))
		return false;
	snprintf(state->form.title, sizeof state->form.title, "Hold the record of %s", page.line.reference);
	snprintf(state->form.about, sizeof state->form.about, "%s · nothing of it goes while it is held.",
		 page.line.name);
	snprintf(state->form.draft_for, sizeof state->form.draft_for, "%s", page.line.reference);
	snprintf(state->form.draft_form, sizeof state->form.draft_form, "hold");
	state->form.save = save;
	state->form.what = "this hold";
	return form_screen_begin(&state->form, t, fields, FIELD_COUNT, &state->values, state, f);
}

ABOUT_FAMILY(hold_state, family)

const struct screen_class hold_screen = {
	.name = "hold a record",
	.purpose = "Keeps a family's record, whatever its day, until the hold is lifted.",
	FORM_SCREEN_ROWS,
	.state_size = sizeof(struct hold_state),
	.load = hold_load,
	.dispose = form_screen_dispose,
	.about = about,
};

bool hold_form_open(struct tui *t, int64_t family, const char *draft, struct fault *f)
{
	struct hold_state *state;

	if (!casework_may(casework_of(t), ACTION_HOLD_RECORDS, f))
		return false;
	state = form_screen_blank(&hold_screen, draft, f);
	if (!state)
		return false;
	state->family = family;
	return form_screen_push(t, &hold_screen, state, f);
}

bool retention_draft_is(const struct draft *draft)
{
	return strcmp(draft->form, "hold") == 0;
}

bool retention_draft_open(struct tui *t, const struct draft *draft, struct fault *f)
{
	enum found_kind kind;
	int64_t id;

	return casework_resolve(casework_of(t), draft->subject, &kind, &id, f) &&
	       hold_form_open(t, id, draft->fields, f);
}
