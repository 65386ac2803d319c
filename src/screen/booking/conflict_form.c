/* A conflict of interest of a chair or minute-taker: who and why; or that there is none any more. */
#include "conflict_form.h"
#include "base/text.h"
#include "casework/conflicts.h"
#include "form_screen.h"
#include "screens.h"

#include <stdio.h>
#include <string.h>

struct conflict_values {
	char who[160], stands[16], reason[600];
	const struct conflict_list *conflicts; /* for the fields that depend on who is meant */
};

struct conflict_state {
	struct form_screen form; /* first: form_screen.c goes by it */
	struct conflict_values values;
	int64_t conference;
	struct arena mem; /* what the page was read into: it outlives the screen's own */
	struct conflict_page page;
	struct casework *cw;
};

static const struct conflict *known_of(const struct conflict_values *v)
{
	for (size_t i = 0; v->conflicts && i < v->conflicts->count; i++)
		if (strcmp(v->conflicts->items[i].name, v->who) == 0)
			return &v->conflicts->items[i];
	return NULL;
}

static bool is_known(const void *values)
{
	return known_of(values) != NULL;
}

static bool suggest_who(void *world, const void *values, const char *typed, struct arena *mem,
			struct field_suggestion_list *out)
{
	const struct conflict_state *state = world;
	const char *folded = text_fold(mem, typed);

	(void)values;
	for (size_t i = 0; i < state->page.people.count; i++) {
		const struct resource *one = &state->page.people.items[i];
		struct field_suggestion *item;

		if (!strstr(text_fold(mem, one->name), folded))
			continue;
		item = ARENA_PUSH(mem, out);
		if (!item)
			return false;
		*item = (struct field_suggestion){
			.value = one->name, .label = one->name, .detail = conflict_staff(one->kind)};
	}
	return true;
}

#define VALUE(member) FIELD_OF(struct conflict_values, member)

static const struct field_choice stands[] = {{"stands", "Stands"}, {"ended", "None any more"}, {NULL, NULL}};

static const struct field fields[] = {
	{"who", "Who", "First letters of a chair or minute-taker, then Down and Enter.", NULL, FIELD_PICK, VALUE(who),
	 .required = true, .must_pick = true, .suggest = suggest_who},
	{"stands", "The conflict", "Left and right: it stands, or there is none any more.", NULL, FIELD_CHOICE,
	 VALUE(stands), .required = true, .choices = stands, .shown = is_known},
	{"reason", "Because", "In a few words: taught the mother, lives next door. Ctrl-S saves.", NULL, FIELD_LINES,
	 VALUE(reason), .required = true, .rows = 3},
};
enum { FIELD_COUNT = sizeof fields / sizeof *fields };

static bool put(const struct conflict_state *state, struct fault *f)
{
	const struct conflict_values *v = &state->values;
	const struct conflict *known = known_of(v);

	if (known && strcmp(v->stands, "ended") == 0)
		return casework_conflict_end(state->cw, state->conference, known->id, known->version, v->reason, f);
	for (size_t i = 0; i < state->page.people.count; i++)
		if (strcmp(state->page.people.items[i].name, v->who) == 0)
			return casework_conflict_declare(state->cw, state->conference, state->page.people.items[i].id,
							 v->reason, f);
	return fault_field(f, "who", "Choose the chair or minute-taker who has the conflict of interest.");
}

static void save(struct screen *s, struct tui *t)
{
	struct conflict_state *state = screen_state(s);
	struct fault f = {0};

	if (!form_check(&state->form.form, &f)) {
		tui_say_fault(t, &f);
		return;
	}
	if (!put(state, &f)) {
		form_screen_refused(&state->form, t, &f);
		return;
	}
	tui_say(t,
		known_of(&state->values) ? "Ended: %s may be booked again."
					 : "Written down: %s is not offered any more.",
		state->values.who);
	form_screen_saved(s, t);
}

static void begin_values(struct conflict_state *state)
{
	struct conflict_values *v = &state->values;
	const struct conflict_page *page = &state->page;

	v->conflicts = &page->conflicts;
	snprintf(v->stands, sizeof v->stands, "stands");
	if (page->conflicts.count)
		snprintf(v->who, sizeof v->who, "%s", page->conflicts.items[0].name);
	else if (page->people.count)
		snprintf(v->who, sizeof v->who, "%s", page->people.items[0].name);
}

/* Who has one is read again; what is typed is done to it. */
static const void *again(struct screen *s, struct tui *t, struct fault *f)
{
	struct conflict_state *state = screen_state(s);

	(void)t;
	if (!casework_conflicts(state->cw, state->conference, &state->mem, &state->page, f))
		return NULL;
	state->values.conflicts = &state->page.conflicts;
	return &state->values;
}

static bool conflict_load(struct screen *s, struct tui *t, struct fault *f)
{
	struct conflict_state *state = screen_state(s);

	if (state->form.is_open)
		return true;
	state->cw = casework_of(t);
	if (!casework_conflicts(state->cw, state->conference, &state->mem, &state->page, f))
		return false;
	begin_values(state);
	snprintf(state->form.title, sizeof state->form.title, "Conflict of interest · %s",
		 state->page.conference.reference);
	snprintf(state->form.about, sizeof state->form.about,
		 "Who has one chairs and minutes no conference of this family until it is ended.");
	snprintf(state->form.draft_for, sizeof state->form.draft_for, "%s", state->page.conference.reference);
	snprintf(state->form.draft_form, sizeof state->form.draft_form, "conflict");
	state->form.save = save;
	state->form.again = again;
	state->form.is_act = true;
	state->form.what = "this conflict of interest";
	return form_screen_begin(&state->form, t, fields, FIELD_COUNT, &state->values, state, f);
}

static void conflict_dispose(struct screen *s)
{
	struct conflict_state *state = screen_state(s);

	form_screen_dispose(s);
	arena_finish(&state->mem);
}

const struct screen_class conflict_screen = {
	.name = "conflict",
	.purpose = "A chair or minute-taker who must not work on a family's conferences, and why.",
	FORM_SCREEN_ROWS,
	.state_size = sizeof(struct conflict_state),
	.load = conflict_load,
	.dispose = conflict_dispose,
};

bool conflict_form_open(struct tui *t, int64_t conference, const char *draft, struct fault *f)
{
	struct conflict_state *state;

	if (!casework_may(casework_of(t), ACTION_BOOK, f))
		return false;
	state = form_screen_blank(&conflict_screen, draft, f);
	if (!state)
		return false;
	state->conference = conference;
	return form_screen_push(t, &conflict_screen, state, f);
}
