/* A child was lost: what happened, on which day, who told us. Quiet words, and nothing that goes out by itself. */
#include "casework/births.h"
#include "child_event.h"
#include "date_field.h"
#include "plan_end.h"
#include "screens.h"
#include "tui/prompt.h"

#include <stdio.h>

enum { ANSWER_LOSS = 8620 };

struct loss_values {
	char kind[16], on[48], words[600];
};

struct loss_state {
	struct child_event event; /* first */
	struct loss_values values;
};

#define X(id, token, label) {token, label},
static const struct field_choice kinds[] = {LOSSES(X){NULL, NULL}};
#undef X

static struct date_context past(const struct loss_state *state)
{
	return (struct date_context){.kind = DATE_FIELD_PAST,
				     .today = casework_today(state->event.cw),
				     .calendar = casework_calendar(state->event.cw),
				     .label = "Day"};
}

DATE_FIELD_HOOKS(past)

#define VALUE(member) FIELD_OF(struct loss_values, member)

static const struct field fields[] = {
	{"kind", "Recorded as", "Left and right choose.", NULL, FIELD_CHOICE, VALUE(kind), .required = true,
	 .choices = kinds},
	{"on", "On", "The day: today, yesterday, 9 apr.", NULL, FIELD_DATE, VALUE(on), .required = true,
	 .echo = day_echo, .step = day_step, .check = day_check},
	{"words", "Told by", "Who told us, and when. Ctrl-S shows what waits for this child.", NULL, FIELD_LINES,
	 VALUE(words), .required = true, .rows = 3},
};
enum { FIELD_COUNT = sizeof fields / sizeof *fields };

static bool typed_in(const struct loss_state *state, struct loss *out, struct fault *f)
{
	struct date_context context = past(state);
	struct date_entry on;

	if (!date_entry_parse(&on, state->values.on, &context, f))
		return false;
	*out = (struct loss){.person_id = state->event.child,
			     .version = state->event.version,
			     .kind = LOSS_KIND_COUNT,
			     .on = on.day,
			     .words = state->values.words};
	loss_kind_from_token(state->values.kind, &out->kind);
	return true;
}

static void save(struct screen *s, struct tui *t)
{
	struct loss_state *state = screen_state(s);
	struct loss loss;
	const char *waits;
	struct fault f = {0};

	if (!form_check(&state->event.form.form, &f) || !typed_in(state, &loss, &f) ||
	    !casework_loss_check(state->event.cw, &loss, screen_arena(s), &waits, &f))
		form_screen_refused(&state->event.form, t, &f);
	else if (!prompt_yes_no(t, ANSWER_LOSS, "Record it?", waits, &f))
		tui_say_fault(t, &f);
}

static void answered(struct screen *s, struct tui *t, const struct answer *answer)
{
	struct loss_state *state = screen_state(s);
	struct loss loss;
	struct fault f = {0};

	if (answer->code != ANSWER_LOSS) {
		form_screen_answered(s, t, answer);
		return;
	}
	if (answer->number != 1)
		return;
	if (!typed_in(state, &loss, &f) || !casework_loss(state->event.cw, &loss, &f)) {
		form_screen_refused(&state->event.form, t, &f);
		return;
	}
	tui_say(t, "Recorded. Nothing goes to the family by itself.");
	form_screen_saved(s, t);
}

static bool loss_load(struct screen *s, struct tui *t, struct fault *f)
{
	struct loss_state *state = screen_state(s);
	struct child_page child;
	char name[NAME_ROOM], day[DATE_TEXT_ROOM];

	if (state->event.form.is_open)
		return true;
	if (!child_event_read(&state->event, t, screen_arena(s), &child, f))
		return false;
	snprintf(state->event.form.title, sizeof state->event.form.title, "A child was lost · %s",
		 person_full_name(&child.person, name));
	snprintf(state->event.form.about, sizeof state->event.form.about,
		 "The plan ends on that day and letters that name the child are held back. Nothing is written to the "
		 "family by itself.");
	snprintf(state->values.kind, sizeof state->values.kind, "%s",
		 loss_kind_token(person_is_unborn(&child.person) ? LOSS_MISCARRIAGE : LOSS_DEATH));
	if (child.person.died_on != DAY_NONE)
		snprintf(state->values.on, sizeof state->values.on, "%s", date_plain(child.person.died_on, day));
	state->event.form.save = save;
	state->event.form.again = child_event_again;
	state->event.form.is_act = true;
	state->event.form.what = "this";
	return child_event_begin(&state->event, t, "loss", fields, FIELD_COUNT, &state->values, f);
}

const struct screen_class loss_screen = {
	.name = "loss",
	.purpose = "A child died or was not born alive: what happened, and what is held back.",
	FORM_SCREEN_ROWS_BUT_ANSWERED,
	.answered = answered,
	.state_size = sizeof(struct loss_state),
	.load = loss_load,
	.dispose = form_screen_dispose,
};

bool loss_open(struct tui *t, int64_t child, const char *draft, struct fault *f)
{
	return child_event_open(t, &loss_screen, child, draft, f);
}
