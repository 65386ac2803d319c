/* Somebody of the safety network of a plan: who, how they belong to the family, and what they do. */
#include "form_screen.h"
#include "plan_forms.h"
#include "screens.h"

#include <stdio.h>
#include <string.h>

struct network_values {
	char name[200], relation[120], does[1000];
};

struct network_state {
	struct form_screen frame; /* first: form_screen.c goes by it */
	struct plan_place place;
	int64_t helper;
	struct casework *cw;
	struct arena mem; /* who is suggested: as long as the form */
	struct plan_place_page page;
	struct plan_network one; /* as read */
	struct network_values values, read;
};

static bool suggest_name(void *world, const void *values, const char *typed, struct arena *mem,
			 struct field_suggestion_list *out)
{
	const struct network_state *state = world;

	(void)values;
	for (size_t i = 0; i < state->page.people.count; i++)
		if (state->page.people.items[i].person_id &&
		    !form_screen_suggest(out, mem, state->page.people.items[i].words,
					 state->page.people.items[i].detail, typed))
			return false;
	return true;
}

static const struct field network_fields[] = {
	{.name = "name",
	 .label = "Who",
	 .hint = "Two letters of one of the family, then Down and Enter; or any name.",
	 .kind = FIELD_PICK,
	 FIELD_OF(struct network_values, name),
	 .required = true,
	 .suggest = suggest_name},
	{.name = "relation",
	 .label = "Who they are",
	 .hint = "Grandmother, neighbour, friend of the mother.",
	 .kind = FIELD_TEXT,
	 FIELD_OF(struct network_values, relation)},
	{.name = "does",
	 .label = "What they do",
	 .hint = "What they have agreed to do to keep the children safe, and when. Ctrl-S saves.",
	 .kind = FIELD_LINES,
	 FIELD_OF(struct network_values, does),
	 .rows = 3},
};
enum { NETWORK_FIELD_COUNT = sizeof network_fields / sizeof *network_fields };

static void fill(struct network_state *state)
{
	struct network_values *v = &state->read;

	*v = (struct network_values){.name = ""};
	snprintf(v->name, sizeof v->name, "%s", state->one.name);
	snprintf(v->relation, sizeof v->relation, "%s", state->one.relation);
	snprintf(v->does, sizeof v->does, "%s", state->one.does);
	snprintf(state->frame.marker, sizeof state->frame.marker, "%s", state->page.marker);
	snprintf(state->frame.title, sizeof state->frame.title, "Safety network · %s · %s", state->page.reference,
		 state->page.family_words);
	snprintf(state->frame.draft_for, sizeof state->frame.draft_for, "%s n%lld", state->page.reference,
		 (long long)state->helper);
}

static bool read_helper(struct network_state *state, struct fault *f)
{
	if (!plan_place_read(state->cw, &state->place, &state->mem, &state->page, f))
		return false;
	state->one = plan_network_blank();
	for (size_t i = 0; i < state->page.network.count; i++)
		if (state->page.network.items[i].id == state->helper)
			state->one = state->page.network.items[i];
	if (state->helper && !state->one.id)
		return fault_set(f, FAULT_NOT_FOUND, "Another person took this helper out of the plan meanwhile.");
	fill(state);
	return true;
}

static bool save_helper(struct network_state *state, struct fault *f)
{
	const struct plan_place_person *who = plan_place_person_called(&state->page, state->values.name);
	struct plan_network one = state->one;

	if (strcmp(state->values.name, state->read.name) != 0)
		one.person_id = who ? who->person_id : 0;
	one.name = state->values.name;
	one.relation = state->values.relation;
	one.does = state->values.does;
	return plan_place_network(state->cw, &state->place, &one, f);
}

static const void *again(struct screen *s, struct tui *t, struct fault *f)
{
	struct network_state *state = screen_state(s);

	(void)t;
	return read_helper(state, f) ? &state->read : NULL;
}

static void save(struct screen *s, struct tui *t)
{
	struct network_state *state = screen_state(s);
	struct fault f = {0};

	if (form_check(&state->frame.form, &f) && save_helper(state, &f)) {
		tui_say(t, "Saved: %s.", state->values.name);
		form_screen_saved(s, t);
		return;
	}
	form_screen_refused(&state->frame, t, &f);
}

static bool open_form(struct network_state *state, struct tui *t, struct fault *f)
{
	state->cw = casework_of(t);
	if (!read_helper(state, f))
		return false;
	state->values = state->read;
	state->frame.save = save;
	state->frame.again = again;
	state->frame.is_new = !state->helper;
	state->frame.what = "this helper";
	snprintf(state->frame.draft_form, sizeof state->frame.draft_form, "plan_network");
	return form_screen_begin(&state->frame, t, network_fields, NETWORK_FIELD_COUNT, &state->values, state, f);
}

static bool network_load(struct screen *s, struct tui *t, struct fault *f)
{
	struct network_state *state = screen_state(s);

	if (state->frame.is_open || open_form(state, t, f))
		return true;
	arena_finish(&state->mem); /* a screen that does not open is put back as it was before it read */
	return false;
}

static void network_dispose(struct screen *s)
{
	struct network_state *state = screen_state(s);

	form_screen_dispose(s);
	arena_finish(&state->mem);
}

const struct screen_class plan_network_form_screen = {
	FORM_SCREEN_ROWS,
	.name = "plan-network",
	.purpose = "Somebody of the family's own people who helps to keep the children safe.",
	.state_size = sizeof(struct network_state),
	.load = network_load,
	.dispose = network_dispose,
};

bool plan_network_form_open(struct tui *t, const struct plan_place *place, int64_t helper, const char *draft,
			    struct fault *f)
{
	struct network_state *start;

	if (!plan_place_may(casework_of(t), place, f))
		return false;
	start = form_screen_blank(&plan_network_form_screen, draft, f);
	if (!start)
		return false;
	start->place = *place;
	start->helper = helper;
	return form_screen_push(t, &plan_network_form_screen, start, f);
}
