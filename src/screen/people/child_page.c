/* Child: who the child is, plans, conferences, what is due; Family; History. */
#include "about.h"
#include "merging.h"
#include "page.h"
#include "plan_end.h"
#include "plan_page.h"
#include "screens.h"
#include "timeline.h"

#include <stdio.h>
#include <string.h>

enum {
	OP_ADD_REQUEST = OP_FIRST_OWN,
	OP_END_PLAN,
	OP_BORN,
	OP_LOST,
	OP_FAMILY,
	OP_EDIT,
	OP_TWICE,
	OP_PLAN,
	OP_TIMELINE,
	OP_VISITS,
	OP_SHARED
};
enum { TAB_PAGE, TAB_FAMILY, TAB_HISTORY, TAB_COUNT };

static const struct binding child_keys[] = {
	{TUI_KEY_ENTER, 'o', 0, OP_OPEN, "Open", "Open the conference, plan or relative of this line."},
	{'e', 0, 0, OP_EDIT, "Edit", "Correct the child's details; under Family, those of the member of this line."},
	{'f', 0, 0, OP_FAMILY, "Family", "Open the family's page."},
	{'S', 0, 0, OP_PLAN, "Plan", "The family's plan, the part about this child."},
	{'a', 0, 0, OP_ADD_REQUEST, "Add request", "Take a request for a conference of this child's family."},
	{'d', 0, 0, OP_TWICE, NULL,
	 "Entered twice: the child, or under Family the member of this line, is somebody on file already; on a line of "
	 "those made one, takes them apart."},
	{'x', 0, 0, OP_END_PLAN, "End plan", "End the plan outside a review: 18, an order, abroad, moved."},
	{'n', 0, 0, OP_BORN, "Born", "An unborn child is born: the day, names, twins."},
	{'l', 0, 0, OP_LOST, NULL, "The child died, or was not born alive."},
	PAGE_KEYS,
	{'T', 0, 0, OP_TIMELINE, "Timeline", "What happened to this child, drawn to scale and as text."},
	{'V', 0, 0, OP_VISITS, "Visits", "The visits to this child; w there: those to the whole family."},
	{'I', 0, 0, OP_SHARED, "Shared", "What was shared outside about this child; c there: about the whole family."},
	{0},
};

struct child_state {
	struct page page; /* first: page.c draws and asks by it */
	int64_t id;
	struct child_page data;
	struct merged_list merged;
};

static const char *const tab_labels[] = {"Page", "Family", "History"};

/* In one line: "1 Marsh Road, Flat 3 ZZ6 9UZ". */
static const char *address_text(const struct address *a, struct arena *mem)
{
	char day[DATE_TEXT_ROOM];
	const char *words = "";

	for (const char *at = a->lines; *(at += strspn(at, "\n")); at += strcspn(at, "\n"))
		words = arena_printf(mem, "%s%s%.*s", words, *words ? ", " : "", (int)strcspn(at, "\n"), at);
	words = arena_printf(mem, "%s %s", words, a->postcode);
	if (a->to_on != DAY_NONE)
		words = arena_printf(mem, "%s until %s", words, date_plain(a->to_on, day));
	return words;
}

static void add_identity(struct page *page, const struct child_page *data, day_number today, struct arena *mem)
{
	const struct person *p = &data->person;
	char name[NAME_ROOM], age[NAME_ROOM];

	page_heading(page, TAB_PAGE, mem, "Child");
	page_add(page, TAB_PAGE, mem, "Name", arena_text(mem, person_full_name(p, name)));
	page_add(page, TAB_PAGE, mem, "Known as", p->known_as);
	page_add(page, TAB_PAGE, mem, "Age", arena_text(mem, person_age_text(p, today, age)));
	page_date(page, TAB_PAGE, mem, "Born", p->born_on);
	if (p->died_on == DAY_NONE)
		page_date(page, TAB_PAGE, mem, "Expected", p->expected_on);
	page_date(page, TAB_PAGE, mem, person_is_unborn(p) ? "Lost" : "Died", p->died_on);
	page_add(page, TAB_PAGE, mem, "Sex", sex_label(p->sex));
	page_add(page, TAB_PAGE, mem, "LA child id", p->la_child_id);
	page_add(page, TAB_PAGE, mem, "UPN", p->upn);
	page_add(page, TAB_PAGE, mem, "NHS number", p->nhs_number);
	page_add(page, TAB_PAGE, mem, "Language",
		 p->needs_interpreter ? arena_printf(mem, "%s, interpreter needed", p->language) : p->language);
	page_add(page, TAB_PAGE, mem, "Signing", p->signing);
	page_add(page, TAB_PAGE, mem, "Access", p->access);
	page_add(page, TAB_PAGE, mem, "Reached by",
		 p->reached_by == CONTACT_BY_ANY ? "" : contact_way_label(p->reached_by));
	page_add(page, TAB_PAGE, mem, "Telephone", p->phone);
	page_add(page, TAB_PAGE, mem, "E-mail", p->email);
	page_add(page, TAB_PAGE, mem, "With care", p->reach_note);
	for (size_t i = 0; i < data->addresses.count; i++) {
		const struct address *address = &data->addresses.items[i];

		page_add(page, TAB_PAGE, mem, i ? "" : "Address", address_text(address, mem));
		page_add(page, TAB_PAGE, mem, "  keep from", address->confidential_from)->role = TUI_SOON;
	}
}

/* Only of a child for whom a visit was written down, or is owed. */
static void add_visits(struct page *page, const struct child_page *data, struct arena *mem)
{
	const struct visit_standing *v = &data->visits;

	if (v->last_seen == DAY_NONE && v->due == DAY_NONE)
		return;
	page_heading(page, TAB_PAGE, mem, "Visits");
	if (v->last_seen == DAY_NONE)
		page_add(page, TAB_PAGE, mem, "Seen last", "no visit at which the child was seen");
	page_date(page, TAB_PAGE, mem, "Seen last", v->last_seen);
	page_date(page, TAB_PAGE, mem, "Alone last", v->last_alone);
	page_date(page, TAB_PAGE, mem, "Bedroom last", v->last_bedroom);
	page_date(page, TAB_PAGE, mem, v->state == DEADLINE_LATE ? "! Next by" : "Next by", v->due);
}

static bool child_load(struct screen *s, struct tui *t, struct fault *f)
{
	struct child_state *state = screen_state(s);
	struct child_page *data = &state->data;
	struct page *page = &state->page;
	struct arena *mem = screen_arena(s);
	day_number today = casework_today(casework_of(t));

	if (!casework_child_page(casework_of(t), state->id, mem, data, f))
		return false;
	state->merged = (struct merged_list){0};
	if (data->family.id && !casework_merged(casework_of(t), data->family.id, mem, &state->merged, f))
		return false;
	page_begin(page, tab_labels, TAB_COUNT);
	page_notes(page, TAB_PAGE, mem, data->notes, t);
	add_identity(page, data, today, mem);
	page_heading(page, TAB_PAGE, mem, data->plans.count ? "Plans" : "No plan");
	page_plans(page, TAB_PAGE, mem, &data->plans, NULL);
	if (data->deadlines.count)
		page_heading(page, TAB_PAGE, mem, "Due");
	page_deadlines(page, TAB_PAGE, mem, &data->deadlines, today);
	add_visits(page, data, mem);
	if (data->conferences.count)
		page_heading(page, TAB_PAGE, mem, "Conferences");
	page_conferences(page, TAB_PAGE, mem, &data->conferences);
	page_members(page, TAB_FAMILY, mem, &data->members, today);
	page_whose(page, TAB_FAMILY, mem, &data->whose);
	page_merged(page, TAB_FAMILY, mem, &state->merged);
	page_history(page, TAB_HISTORY, mem, &data->history, t);
	page_show(page, mem);
	return true;
}

static void child_title(const struct screen *s, char *out, size_t room)
{
	const struct child_state *state = screen_state(s);
	const struct person *p = &state->data.person;
	bool on_plan = state->data.plans.count && state->data.plans.items[0].ended_on == DAY_NONE;
	char name[NAME_ROOM];

	snprintf(out, room, "%s · %s%s%s · %s", person_listed_name(p, name), p->la_child_id,
		 p->la_child_id[0] ? " · " : "",
		 state->data.family.reference ? state->data.family.reference : "no family",
		 on_plan ? "ON A PLAN" : "not on a plan");
}

static bool edit(struct child_state *state, struct tui *t, struct fault *f)
{
	const struct page_line *line = page_selected(&state->page);

	if (state->page.tab == TAB_FAMILY && line && (line->go == GO_ADULT || line->go == GO_CHILD))
		return person_form_open(t, line->id, line->family, NULL, f);
	return person_form_open(t, state->id, state->data.family.id, NULL, f);
}

static bool act_own(struct child_state *state, struct tui *t, int op, struct fault *f)
{
	struct request_start start = {.family_id = state->data.family.id};

	switch (op) {
	case OP_FAMILY: return family_open(t, state->data.family.id, f);
	case OP_EDIT: return edit(state, t, f);
	case OP_TWICE:
		return merging_act_on(t, state->page.tab == TAB_FAMILY ? page_selected(&state->page) : NULL,
				      state->data.person.id, f);
	case OP_END_PLAN: return plan_end_open(t, state->id, NULL, f);
	case OP_BORN: return birth_open(t, state->id, NULL, f);
	case OP_LOST: return loss_open(t, state->id, NULL, f);
	case OP_PLAN: return plan_page_of_child(t, state->id, f);
	case OP_TIMELINE: return timeline_open(t, state->data.family.id, state->id, f);
	case OP_VISITS: return visits_open(t, state->data.family.id, state->id, f);
	case OP_SHARED: return disclosures_open(t, state->data.family.id, state->id, f);
	default: return request_form_open(t, &start, f);
	}
}

static enum handled child_act(struct screen *s, struct tui *t, int op, tui_key typed)
{
	struct child_state *state = screen_state(s);
	struct fault f = {0};

	if (page_act(&state->page, t, op, typed, screen_arena(s)) == HANDLED)
		return HANDLED;
	if (op < OP_FIRST_OWN || op >= OP_FIRST_EVERYWHERE)
		return NOT_MINE;
	if (!act_own(state, t, op, &f))
		tui_say_fault(t, &f);
	return HANDLED;
}

static void child_answered(struct screen *s, struct tui *t, const struct answer *answer)
{
	if (!merging_answered_to(t, answer))
		page_screen_answered(s, t, answer);
}

/* Only what can be: a plan that is open, a child who is expected. */
static bool child_key_is_live(const struct screen *s, int op)
{
	const struct child_state *state = screen_state(s);
	const struct child_page *data = &state->data;

	switch (op) {
	case OP_END_PLAN: return data->plans.count && data->plans.items[0].ended_on == DAY_NONE;
	case OP_BORN: return person_is_unborn(&data->person) && data->person.died_on == DAY_NONE;
	default: return true;
	}
}

ABOUT_FAMILY(child_state, data.family.id)

const struct screen_class child_screen = {
	.name = "child",
	.purpose = "One child: plans, conferences, what is due, family, history.",
	.keys = child_keys,
	.state_size = sizeof(struct child_state),
	.about = about,
	.list = LIST_OF(struct child_state, page.list),
	.load = child_load,
	.title = child_title,
	.draw = page_screen_draw,
	.resized = page_screen_resized,
	.act = child_act,
	.takes_text = page_screen_takes_text,
	.answered = child_answered,
	.key_is_live = child_key_is_live,
};

bool child_open(struct tui *t, int64_t id, struct fault *f)
{
	struct child_state start = {.id = id};

	return tui_push(t, &child_screen, &start, f);
}
