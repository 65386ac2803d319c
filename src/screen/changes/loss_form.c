/* A child was lost: what happened, on which day, who told us. Quiet words, and nothing that goes out by itself. */
#include "casework/births.h"
#include "casework/pages.h"
#include "date_field.h"
#include "form_screen.h"
#include "plan_end.h"
#include "screens.h"
#include "tui/prompt.h"

#include <stdio.h>

enum { ANSWER_LOSS = 8620 };

struct loss_values {
	char kind[16], on[48], words[600];
};

struct loss_state {
	struct form_screen form; /* first: form_screen.c goes by it */
	struct loss_values values;
	int64_t child, version;
	struct casework *cw;
};

#define X(id, token, label) {token, label},
static const struct field_choice kinds[] = {LOSSES(X){NULL, NULL}};
#undef X

static struct date_context past(const struct loss_state *state)
{
	return (struct date_context){.kind = DATE_FIELD_PAST,
				     .today = casework_today(state->cw),
				     .calendar = casework_calendar(state->cw),
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
	*out = (struct loss){.person_id = state->child,
			     .version = state->version,
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

	if (!form_check(&state->form.form, &f) || !typed_in(state, &loss, &f) ||
	    !casework_loss_check(state->cw, &loss, screen_arena(s), &waits, &f))
		form_screen_refused(&state->form, t, &f);
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
	if (!typed_in(state, &loss, &f) || !casework_loss(state->cw, &loss, &f)) {
		form_screen_refused(&state->form, t, &f);
		return;
	}
	tui_say(t, "Recorded. Nothing goes to the family by itself.");
	form_screen_saved(s, t);
}

static const void *again(struct screen *s, struct tui *t, struct fault *f)
{
	struct loss_state *state = screen_state(s);
	struct child_page child;

	(void)t;
	if (!casework_child_page(state->cw, state->child, screen_arena(s), &child, f))
		return NULL;
	state->version = child.person.version;
	return &state->values;
}

static bool loss_load(struct screen *s, struct tui *t, struct fault *f)
{
	struct loss_state *state = screen_state(s);
	struct child_page child;
	char name[NAME_ROOM], day[DATE_TEXT_ROOM];

	if (state->form.is_open)
		return true;
	state->cw = casework_of(t);
	if (!casework_child_page(state->cw, state->child, screen_arena(s), &child, f))
		return false;
	state->version = child.person.version;
	snprintf(state->form.title, sizeof state->form.title, "A child was lost · %s",
		 person_full_name(&child.person, name));
	snprintf(state->form.about, sizeof state->form.about,
		 "The plan ends on that day and letters that name the child are held back. Nothing is written to the "
		 "family by itself.");
	snprintf(state->form.draft_for, sizeof state->form.draft_for, "%lld", (long long)state->child);
	snprintf(state->form.draft_form, sizeof state->form.draft_form, "loss");
	snprintf(state->values.kind, sizeof state->values.kind, "%s",
		 loss_kind_token(person_is_unborn(&child.person) ? LOSS_MISCARRIAGE : LOSS_DEATH));
	if (child.person.died_on != DAY_NONE)
		snprintf(state->values.on, sizeof state->values.on, "%s", date_plain(child.person.died_on, day));
	state->form.save = save;
	state->form.again = again;
	state->form.is_act = true;
	state->form.what = "this";
	return form_screen_begin(&state->form, t, fields, FIELD_COUNT, &state->values, state, f);
}

const struct screen_class loss_screen = {
	.name = "loss",
	.purpose = "A child died or was not born alive: what happened, and what is held back.",
	.keys = form_screen_no_keys,
	.widget_keys = form_keys,
	.title = form_screen_title,
	.draw = form_screen_draw,
	.act = form_screen_act,
	.takes_text = form_screen_takes_text,
	.answered = answered,
	.keep = form_screen_keep,
	.may_close = form_screen_may_close,
	.state_size = sizeof(struct loss_state),
	.load = loss_load,
	.dispose = form_screen_dispose,
};

bool loss_open(struct tui *t, int64_t child, const char *draft, struct fault *f)
{
	struct loss_state *state;

	if (!casework_may(casework_of(t), ACTION_END_PLANS, f))
		return false;
	state = form_screen_blank(&loss_screen, draft, f);
	if (!state)
		return false;
	state->child = child;
	return form_screen_push(t, &loss_screen, state, f);
}
