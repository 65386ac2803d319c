/* One action of a plan: what, who, for whom and by when; of the plan before: what became of it. */
#include "date_field.h"
#include "form_screen.h"
#include "plan_forms.h"
#include "screens.h"

#include <stdio.h>
#include <string.h>

struct action_values {
	char kind[12]; /* "new", "earlier": which fields there are */
	char what[1000], who[160], child[160], by[48], state[12], evidence[1500], difference[1500];
};

struct action_state {
	struct form_screen frame; /* first: form_screen.c goes by it */
	struct plan_place place;
	int64_t action_id;
	bool is_earlier;
	struct casework *cw;
	struct arena mem; /* what is suggested: as long as the form */
	struct plan_place_page page;
	struct plan_action action; /* as read */
	struct action_values values, read;
};

static struct date_context future(const struct action_state *state)
{
	return (struct date_context){.kind = DATE_FIELD_FUTURE,
				     .today = casework_today(state->cw),
				     .calendar = casework_calendar(state->cw),
				     .label = "Day it is to be done by"};
}

DATE_FIELD_HOOKS(future)

static bool is_of_earlier(const void *values)
{
	return strcmp(((const struct action_values *)values)->kind, "earlier") == 0;
}

static bool is_of_this(const void *values)
{
	return !is_of_earlier(values);
}

static bool suggest_who(void *world, const void *values, const char *typed, struct arena *mem,
			struct field_suggestion_list *out)
{
	const struct action_state *state = world;

	(void)values;
	for (size_t i = 0; i < state->page.people.count; i++)
		if (!form_screen_suggest(out, mem, state->page.people.items[i].words,
					 state->page.people.items[i].detail, typed))
			return false;
	return true;
}

static bool suggest_child(void *world, const void *values, const char *typed, struct arena *mem,
			  struct field_suggestion_list *out)
{
	const struct action_state *state = world;

	(void)values;
	for (size_t i = 0; i < state->page.children.count; i++)
		if (!form_screen_suggest(out, mem, state->page.children.items[i].name,
					 state->page.children.items[i].detail, typed))
			return false;
	return true;
}

static int64_t child_named(const struct action_state *state, const char *name)
{
	for (size_t i = 0; i < state->page.children.count; i++)
		if (strcmp(state->page.children.items[i].name, name) == 0)
			return state->page.children.items[i].person_id;
	return 0;
}

static bool child_check(void *world, const void *values, const char *typed, struct fault *f)
{
	(void)values;
	return !*typed || child_named(world, typed) ||
	       fault_field(f, "child", "Choose one of the children, or leave it empty: for all of them.");
}

static const struct field_choice state_choices[] = {
	{"open", "to do"}, {"done", "done"}, {"partly", "partly done"}, {"dropped", "no longer needed"}, {NULL, NULL}};

#define VALUE(member)                                                                                                  \
	.offset = offsetof(struct action_values, member), .room = sizeof(((struct action_values *)0)->member)

static const struct field action_fields[] = {
	{.name = "what",
	 .label = "What",
	 .hint = "One thing that can be seen to be done.",
	 .kind = FIELD_LINES,
	 VALUE(what),
	 .required = true,
	 .rows = 3,
	 .shown = is_of_this},
	{.name = "who",
	 .label = "Who",
	 .hint = "Two letters of one who is in it, then Down and Enter; or any name.",
	 .kind = FIELD_PICK,
	 VALUE(who),
	 .required = true,
	 .suggest = suggest_who,
	 .shown = is_of_this},
	{.name = "by",
	 .label = "By",
	 .hint = "The day it is done by: +2w, 30 4, fri. Empty: goes on as long as the plan.",
	 .kind = FIELD_DATE,
	 VALUE(by),
	 .echo = day_echo,
	 .step = day_step,
	 .check = day_check,
	 .shown = is_of_this},
	{.name = "child",
	 .label = "For",
	 .hint = "One child by two letters of the name; empty: for all of them.",
	 .kind = FIELD_PICK,
	 VALUE(child),
	 .suggest = suggest_child,
	 .check = child_check,
	 .shown = is_of_this},
	{.name = "state",
	 .label = "What became of it",
	 .hint = "t to do, d done, p partly, n no longer needed.",
	 .kind = FIELD_CHOICE,
	 VALUE(state),
	 .choices = state_choices,
	 .shown = is_of_earlier},
	{.name = "evidence",
	 .label = "How that is known",
	 .hint = "Who saw it, what shows it.",
	 .kind = FIELD_LINES,
	 VALUE(evidence),
	 .shown = is_of_earlier},
	{.name = "difference",
	 .label = "What it changed",
	 .hint = "What is different for the child.",
	 .kind = FIELD_LINES,
	 VALUE(difference),
	 .rows = 3,
	 .shown = is_of_earlier},
};
enum { ACTION_FIELD_COUNT = sizeof action_fields / sizeof *action_fields };

/* --- Reading and saving --- */

/* One that was given out, and is being changed, stands in the next version under another number. */
static const struct plan_action *find(const struct action_state *state)
{
	const struct plan_action_list *all = state->is_earlier ? &state->page.earlier : &state->page.actions;

	for (size_t i = 0; i < all->count; i++)
		if (all->items[i].id == state->action_id ||
		    (!state->is_earlier && all->items[i].earlier_id == state->action_id))
			return &all->items[i];
	return NULL;
}

static void fill(struct action_state *state)
{
	const char *reference = state->page.reference;
	const struct plan_action *a = &state->action;
	struct action_values *v = &state->read;
	char day[DATE_TEXT_ROOM];

	*v = (struct action_values){.kind = ""};
	snprintf(v->kind, sizeof v->kind, "%s", state->is_earlier ? "earlier" : "new");
	snprintf(v->what, sizeof v->what, "%s", a->what);
	snprintf(v->who, sizeof v->who, "%s", a->who);
	snprintf(v->by, sizeof v->by, "%s", a->by_on == DAY_NONE ? "" : date_plain(a->by_on, day));
	snprintf(v->state, sizeof v->state, "%s", plan_action_state_token(a->state));
	snprintf(v->evidence, sizeof v->evidence, "%s", a->evidence);
	snprintf(v->difference, sizeof v->difference, "%s", a->difference);
	for (size_t i = 0; i < state->page.children.count; i++)
		if (a->person_id && state->page.children.items[i].person_id == a->person_id)
			snprintf(v->child, sizeof v->child, "%s", state->page.children.items[i].name);
	snprintf(state->frame.marker, sizeof state->frame.marker, "%s", state->page.marker);
	snprintf(state->frame.title, sizeof state->frame.title, "%s · %s · %s",
		 state->is_earlier ? "What became of it" : "Action", reference, state->page.family_words);
	if (state->is_earlier)
		snprintf(state->frame.about, sizeof state->frame.about, "%s: %s", a->who, a->what);
	snprintf(state->frame.draft_for, sizeof state->frame.draft_for, "%s %s%lld", reference,
		 state->is_earlier ? "e" : "a", (long long)state->action_id);
}

static bool read_action(struct action_state *state, struct fault *f)
{
	const struct plan_action *found = NULL;

	if (!plan_place_read(state->cw, &state->place, &state->mem, &state->page, f))
		return false;
	if (state->action_id && !(found = find(state)))
		return fault_set(f, FAULT_NOT_FOUND, "Another person took this action out of the plan meanwhile.");
	state->action = found ? *found : plan_action_blank();
	fill(state);
	return true;
}

/* Whoever is chosen of the list is known by more than the name; the rest is just typed. */
static void name_who(const struct action_state *state, struct plan_action *action)
{
	const struct plan_place_person *who = plan_place_person_called(&state->page, action->who);

	if (strcmp(action->who, state->read.who) == 0 && (!who || !who->invitee_id))
		return;
	action->who_invitee_id = who ? who->invitee_id : 0;
	action->who_person_id = who && !who->invitee_id ? who->person_id : 0;
	action->who_contact_id = who && !who->invitee_id && !who->person_id ? who->contact_id : 0;
}

static bool save_action(struct action_state *state, struct fault *f)
{
	const struct action_values *v = &state->values;
	struct plan_action action = state->action;
	struct date_context context = future(state);
	struct date_entry entry = {.day = DAY_NONE};

	action.evidence = v->evidence;
	action.difference = v->difference;
	if (state->is_earlier)
		return plan_action_state_from_token(v->state, &action.state) &&
		       plan_place_mark(state->cw, &state->place, &action, f);
	if (v->by[0] && !date_entry_parse(&entry, v->by, &context, f))
		return false;
	action.what = v->what;
	action.who = v->who;
	action.by_on = entry.day;
	action.person_id = child_named(state, v->child);
	name_who(state, &action);
	return plan_place_action(state->cw, &state->place, &action, f);
}

static const void *again(struct screen *s, struct tui *t, struct fault *f)
{
	struct action_state *state = screen_state(s);

	(void)t;
	return read_action(state, f) ? &state->read : NULL;
}

static void save(struct screen *s, struct tui *t)
{
	struct action_state *state = screen_state(s);
	struct fault f = {0};

	if (form_check(&state->frame.form, &f) && save_action(state, &f)) {
		tui_say(t, state->is_earlier ? "Saved." : "Saved: %s. a adds the next.", state->values.what);
		form_screen_saved(s, t);
		return;
	}
	form_screen_refused(&state->frame, t, &f);
}

static bool open_form(struct action_state *state, struct tui *t, struct fault *f)
{
	state->cw = casework_of(t);
	if (!read_action(state, f))
		return false;
	state->values = state->read;
	state->frame.save = save;
	state->frame.again = again;
	state->frame.is_new = !state->action_id;
	state->frame.what = "this action";
	snprintf(state->frame.draft_form, sizeof state->frame.draft_form, "plan_action");
	return form_screen_begin(&state->frame, t, action_fields, ACTION_FIELD_COUNT, &state->values, state, f);
}

static bool action_load(struct screen *s, struct tui *t, struct fault *f)
{
	struct action_state *state = screen_state(s);

	if (state->frame.is_open || open_form(state, t, f))
		return true;
	arena_finish(&state->mem); /* a screen that does not open is put back as it was before it read */
	return false;
}

static void action_dispose(struct screen *s)
{
	struct action_state *state = screen_state(s);

	form_screen_dispose(s);
	arena_finish(&state->mem);
}

const struct screen_class plan_action_form_screen = {
	FORM_SCREEN_ROWS,
	.name = "plan-action",
	.purpose = "One action of the plan: what, who, by when; of the plan before: what became of it.",
	.state_size = sizeof(struct action_state),
	.load = action_load,
	.dispose = action_dispose,
};

bool plan_action_form_open(struct tui *t, const struct plan_place *place, int64_t action, bool is_earlier,
			   const char *draft, struct fault *f)
{
	struct action_state *start;

	if (!plan_place_may(casework_of(t), place, f))
		return false;
	start = form_screen_blank(&plan_action_form_screen, draft, f);
	if (!start)
		return false;
	start->place = *place;
	start->action_id = action;
	start->is_earlier = is_earlier;
	return form_screen_push(t, &plan_action_form_screen, start, f);
}
