/* How safe a child is said to be between conferences: which child, the number, who says so, when and why. */
#include "date_field.h"
#include "form_screen.h"
#include "plan_forms.h"
#include "screens.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct scale_values {
	char child[120], scale[8], who[200], on[48], why[600];
};

struct scale_state {
	struct form_screen frame; /* first: form_screen.c goes by it */
	int64_t family, child;
	struct casework *cw;
	struct arena mem; /* who is suggested: as long as the form */
	struct plan_place_page page;
	struct scale_values values;
};

static struct date_context past(const struct scale_state *state)
{
	return (struct date_context){.kind = DATE_FIELD_PAST,
				     .today = casework_today(state->cw),
				     .calendar = casework_calendar(state->cw),
				     .label = "Day it was said"};
}

DATE_FIELD_HOOKS(past)

static bool suggest_child(void *world, const void *values, const char *typed, struct arena *mem,
			  struct field_suggestion_list *out)
{
	const struct scale_state *state = world;

	(void)values;
	for (size_t i = 0; i < state->page.children.count; i++)
		if (!form_screen_suggest(out, mem, state->page.children.items[i].name,
					 state->page.children.items[i].detail, typed))
			return false;
	return true;
}

static bool suggest_who(void *world, const void *values, const char *typed, struct arena *mem,
			struct field_suggestion_list *out)
{
	const struct scale_state *state = world;

	(void)values;
	for (size_t i = 0; i < state->page.people.count; i++)
		if (!form_screen_suggest(out, mem, state->page.people.items[i].words,
					 state->page.people.items[i].detail, typed))
			return false;
	return true;
}

static int64_t child_named(const struct scale_state *state, const char *name)
{
	for (size_t i = 0; i < state->page.children.count; i++)
		if (strcmp(state->page.children.items[i].name, name) == 0)
			return state->page.children.items[i].person_id;
	return 0;
}

static int number_typed(const char *typed)
{
	char *end;
	long number = strtol(typed, &end, 10);

	return *typed && !*end && number >= 0 && number <= PLAN_SCALE_MOST ? (int)number : -1;
}

static bool scale_check(void *world, const void *values, const char *typed, struct fault *f)
{
	(void)world;
	(void)values;
	return number_typed(typed) >= 0 || fault_field(f, "scale", "Enter a number from 0 to 10.");
}

static const struct field scale_fields[] = {
	{.name = "child",
	 .label = "Child",
	 .hint = "Two letters of the name, then Down and Enter.",
	 .kind = FIELD_PICK,
	 FIELD_OF(struct scale_values, child),
	 .required = true,
	 .must_pick = true,
	 .suggest = suggest_child},
	{.name = "scale",
	 .label = "How safe",
	 .hint = "0: so worried that court may be needed. 10: safe enough to close the plan.",
	 .kind = FIELD_TEXT,
	 FIELD_OF(struct scale_values, scale),
	 .required = true,
	 .check = scale_check},
	{.name = "who",
	 .label = "Said by",
	 .hint = "The core group, or two letters of somebody in it.",
	 .kind = FIELD_PICK,
	 FIELD_OF(struct scale_values, who),
	 .required = true,
	 .suggest = suggest_who},
	{.name = "on",
	 .label = "Said on",
	 .hint = "t today, -1, 9 4.",
	 .kind = FIELD_DATE,
	 FIELD_OF(struct scale_values, on),
	 .required = true,
	 .echo = day_echo,
	 .step = day_step,
	 .check = day_check},
	{.name = "why",
	 .label = "Why",
	 .hint = "What makes it this number and not one less. Ctrl-S saves.",
	 .kind = FIELD_LINES,
	 FIELD_OF(struct scale_values, why),
	 .rows = 2},
};
enum { SCALE_FIELD_COUNT = sizeof scale_fields / sizeof *scale_fields };

static bool say(const struct scale_state *state, struct fault *f)
{
	const struct scale_values *v = &state->values;
	struct date_context context = past(state);
	struct date_entry entry;
	struct plan_scale_said said = {.person_id = child_named(state, v->child),
				       .scale = number_typed(v->scale),
				       .who = v->who,
				       .why = v->why};

	if (!date_entry_parse(&entry, v->on, &context, f))
		return false;
	said.said_on = entry.day;
	return casework_plan_scale(state->cw, state->family, &said, f);
}

static void save(struct screen *s, struct tui *t)
{
	struct scale_state *state = screen_state(s);
	struct fault f = {0};

	if (!form_check(&state->frame.form, &f) || !say(state, &f)) {
		form_screen_refused(&state->frame, t, &f);
		return;
	}
	tui_say(t, "Saved: %s, %s of 10.", state->values.child, state->values.scale);
	form_screen_saved(s, t);
}

/* The only child, or the one it was opened about, stands there. */
static void fill(struct scale_state *state)
{
	char day[DATE_TEXT_ROOM];

	for (size_t i = 0; i < state->page.children.count; i++)
		if (state->page.children.count == 1 || state->page.children.items[i].person_id == state->child)
			snprintf(state->values.child, sizeof state->values.child, "%s",
				 state->page.children.items[i].name);
	snprintf(state->values.who, sizeof state->values.who, "core group");
	snprintf(state->values.on, sizeof state->values.on, "%s", date_plain(casework_today(state->cw), day));
	snprintf(state->frame.marker, sizeof state->frame.marker, "%s", state->page.marker);
	snprintf(state->frame.title, sizeof state->frame.title, "How safe · %s · %s", state->page.reference,
		 state->page.family_words);
	snprintf(state->frame.draft_form, sizeof state->frame.draft_form, "plan_scale");
	snprintf(state->frame.draft_for, sizeof state->frame.draft_for, "%s s%lld", state->page.reference,
		 (long long)state->child);
}

static bool scale_load(struct screen *s, struct tui *t, struct fault *f)
{
	struct scale_state *state = screen_state(s);
	const struct plan_place place = {.family = state->family};

	if (state->frame.is_open)
		return true;
	state->cw = casework_of(t);
	if (casework_may(state->cw, ACTION_WRITE_PLAN, f) &&
	    plan_place_read(state->cw, &place, &state->mem, &state->page, f)) {
		fill(state);
		state->frame.save = save;
		state->frame.what = "this number";
		if (form_screen_begin(&state->frame, t, scale_fields, SCALE_FIELD_COUNT, &state->values, state, f))
			return true;
	}
	arena_finish(&state->mem); /* a screen that does not open is put back as it was before it read */
	return false;
}

static void scale_dispose(struct screen *s)
{
	struct scale_state *state = screen_state(s);

	form_screen_dispose(s);
	arena_finish(&state->mem);
}

const struct screen_class plan_scale_form_screen = {
	FORM_SCREEN_ROWS,
	.name = "plan-scale",
	.purpose = "How safe a child is said to be between conferences, on a scale of 0 to 10.",
	.state_size = sizeof(struct scale_state),
	.load = scale_load,
	.dispose = scale_dispose,
};

bool plan_scale_form_open(struct tui *t, int64_t family, int64_t child, const char *draft, struct fault *f)
{
	struct scale_state *start = form_screen_blank(&plan_scale_form_screen, draft, f);

	if (!start)
		return false;
	start->family = family;
	start->child = child;
	return form_screen_push(t, &plan_scale_form_screen, start, f);
}
