/* The texts of a plan as one form. Two people may write in it: every field is stored when it is left, what the other
 * wrote appears, and where both wrote in one field both texts stand side by side to choose from, or to keep both. */
#include "form_screen.h"
#include "plan_forms.h"
#include "screens.h"

#include <stdio.h>
#include <string.h>

struct plan_values {
#define X(member, bytes, label, hint) char member[bytes];
	PLAN_TEXTS(X)
#undef X
};

struct plan_form_state {
	struct form_screen frame; /* first: form_screen.c goes by it */
	struct plan_place place;
	enum plan_text first;     /* where it begins */
	struct plan_version plan; /* as read: its texts are those of `read` */
	struct plan_values values, read;
};

/* A long text is given more rows to begin with. */
static const struct field plan_fields[] = {
#define X(member, bytes, words, what)                                                                                  \
	{.name = #member,                                                                                              \
	 .label = words,                                                                                               \
	 .hint = what,                                                                                                 \
	 .kind = (bytes) > 500 ? FIELD_LINES : FIELD_TEXT,                                                             \
	 .offset = offsetof(struct plan_values, member),                                                               \
	 .room = bytes,                                                                                                \
	 .rows = (bytes) >= 3000 ? 2 : 1},
	PLAN_TEXTS(X)
#undef X
};

/* --- Reading and storing --- */

static bool read_plan(struct plan_form_state *state, struct tui *t, struct fault *f)
{
	struct plan_place_page page;
	struct arena mem = {0};
	bool ok = plan_place_read(casework_of(t), &state->place, &mem, &page, f);

	if (ok) {
		state->plan = page.plan;
#define X(member, bytes, label, hint)                                                                                  \
	snprintf(state->read.member, sizeof state->read.member, "%s", page.plan.member ? page.plan.member : "");       \
	state->plan.member = state->read.member;
		PLAN_TEXTS(X)
#undef X
		state->plan.by_user = state->plan.why = "";
		snprintf(state->frame.marker, sizeof state->frame.marker, "%s", page.marker);
		snprintf(state->frame.title, sizeof state->frame.title, "%s · %s · %s", page.title, page.reference,
			 page.family_words);
		snprintf(state->frame.draft_for, sizeof state->frame.draft_for, "%s", page.reference);
	}
	arena_finish(&mem);
	return ok;
}

static const void *again(struct screen *s, struct tui *t, struct fault *f)
{
	struct plan_form_state *state = screen_state(s);

	return read_plan(state, t, f) ? &state->read : NULL;
}

static bool try_store(struct plan_form_state *state, struct tui *t, struct fault *f)
{
	struct plan_version plan = state->plan;

#define X(member, bytes, label, hint) plan.member = state->values.member;
	PLAN_TEXTS(X)
#undef X
	if (!plan_place_texts(casework_of(t), &state->place, &plan, f))
		return false;
	state->read = state->values;
	state->plan.id = plan.id;
	state->plan.version = plan.version;
	state->plan.number = plan.number;
	return true;
}

static bool store(struct screen *s, struct tui *t)
{
	struct plan_form_state *state = screen_state(s);
	struct fault f = {0};

	if (!try_store(state, t, &f)) {
		form_screen_refused(&state->frame, t, &f);
		return false;
	}
	form_screen_stored(s);
	return true;
}

static void save(struct screen *s, struct tui *t)
{
	if (store(s, t))
		form_screen_saved(s, t);
}

static bool plan_form_load(struct screen *s, struct tui *t, struct fault *f)
{
	struct plan_form_state *state = screen_state(s);

	if (state->frame.is_open)
		return form_screen_take_in(s, t, f);
	if (!read_plan(state, t, f))
		return false;
	state->values = state->read;
	state->frame.save = save;
	state->frame.store = store;
	state->frame.again = again;
	state->frame.what = "this plan";
	snprintf(state->frame.draft_form, sizeof state->frame.draft_form, "outline_plan");
	if (!form_screen_begin(&state->frame, t, plan_fields, PLAN_TEXT_COUNT, &state->values, state, f))
		return false;
	form_focus(&state->frame.form, plan_text_token(state->first));
	return true;
}

const struct screen_class plan_text_form_screen = {
	FORM_SCREEN_ROWS,
	.name = "outline-plan",
	.purpose = "The texts of a plan, at a conference or between; every field is stored when it is left.",
	.state_size = sizeof(struct plan_form_state),
	.load = plan_form_load,
	.dispose = form_screen_dispose,
};

bool plan_text_form_open(struct tui *t, const struct plan_place *place, enum plan_text text, const char *draft,
			 struct fault *f)
{
	struct plan_form_state *start;

	if (!plan_place_may(casework_of(t), place, f))
		return false;
	start = form_screen_blank(&plan_text_form_screen, draft, f);
	if (!start)
		return false;
	start->place = *place;
	start->first = text;
	return form_screen_push(t, &plan_text_form_screen, start, f);
}
