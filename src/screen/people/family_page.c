/* Family: members, conferences, plans and what is due; who is who; History. */
#include "about.h"
#include "access.h"
#include "complaint.h"
#include "merging.h"
#include "page.h"
#include "plan_end.h"
#include "plan_page.h"
#include "retention.h"
#include "screens.h"
#include "tick.h"
#include "timeline.h"

#include <stdio.h>

enum {
	OP_ADD_REQUEST = OP_FIRST_OWN,
	OP_BOOK_IT,
	OP_TICK,
	OP_WAIVE,
	OP_UNDO,
	OP_EDIT,
	OP_ADD_MEMBER,
	OP_LEAVE,
	OP_WHOSE,
	OP_COMPLAINT,
	OP_TWICE,
	OP_MOVE,
	OP_PLAN,
	OP_TIMELINE,
	OP_VISITS,
	OP_SHARED,
	OP_RESTRICT,
	OP_KNOWN,
	OP_RETENTION
};
enum { TAB_PAGE, TAB_FAMILY, TAB_HISTORY, TAB_COUNT };

static const struct binding family_keys[] = {
	{TUI_KEY_ENTER, 'o', 0, OP_OPEN, "Open", "Open the child, task or conference of this line."},
	{'a', 0, 0, OP_ADD_REQUEST, "Add request", "Take a request for a conference of this family."},
	{'b', 0, 0, OP_BOOK_IT, "Book", "Book what this line under Due asks for."},
	{'e', 0, 0, OP_EDIT, "Edit", "Correct the details of the member of this line."},
	{'m', 0, 0, OP_ADD_MEMBER, "Add member",
	 "Add a member: a parent, a father outside the home, a relative, a child."},
	{'l', 0, 0, OP_LEAVE, "Left", "The member of this line no longer belongs to the family."},
	{'p', 0, 0, OP_WHOSE, "Parents",
	 "Whose child is whose, where the children do not have the same parents: who reads about whom."},
	{'c', 0, 0, OP_COMPLAINT, NULL,
	 "Somebody complains about the conference of this line, or the last that was held."},
	{'S', 0, 0, OP_PLAN, "Plan", "The children's plan: what must change, who does what, how safe, its versions."},
	{'t', 0, 0, OP_TICK, "Tick", "Mark the task of this line as done."},
	{'w', 0, 0, OP_WAIVE, NULL, "Waive the task of this line, with a reason."},
	{'u', 0, 0, OP_UNDO, NULL, "Take back the last tick or waiver."},
	{'d', 0, 0, OP_TWICE, NULL,
	 "Entered twice: the member of this line is somebody on file already; on a line of those made one, takes them "
	 "apart."},
	{'v', 0, 0, OP_MOVE, NULL, "The children move to another authority, or from one."},
	{'s', 0, 0, OP_RESTRICT, NULL,
	 "Restricted: named staff only. Restrict this family, change who is named, or lift it."},
	{'k', 0, 0, OP_KNOWN, NULL, "You know this family yourself: its record is closed to you, managers are told."},
	{'R', 0, 0, OP_RETENTION, NULL, "How long this record is kept and why; holding it; proposing that it goes."},
	PAGE_KEYS,
	{'T', 0, 0, OP_TIMELINE, "Timeline", "What happened to this family, drawn to scale and as text."},
	{'V', 0, 0, OP_VISITS, "Visits", "When each child was seen last, and is to be seen next."},
	{'I', 0, 0, OP_SHARED, "Shared", "What was shared outside about this family."},
	{0},
};

struct family_state {
	struct page page; /* first: page.c draws and asks by it */
	int64_t id;
	struct family_page data;
	struct merged_list merged;
};

static const char *const tab_labels[] = {"Page", "Family", "History"};

static bool family_load(struct screen *s, struct tui *t, struct fault *f)
{
	struct family_state *state = screen_state(s);
	struct family_page *data = &state->data;
	struct page *page = &state->page;
	struct arena *mem = screen_arena(s);
	day_number today = casework_today(casework_of(t));

	if (!casework_family_page(casework_of(t), state->id, mem, data, f) ||
	    !casework_merged(casework_of(t), state->id, mem, &state->merged, f))
		return false;
	page_begin(page, tab_labels, TAB_COUNT);
	page_notes(page, TAB_PAGE, mem, data->notes, t);
	if (data->deadlines.count)
		page_heading(page, TAB_PAGE, mem, "Due");
	page_deadlines(page, TAB_PAGE, mem, &data->deadlines, today);
	page_heading(page, TAB_PAGE, mem, "Conferences");
	page_conferences(page, TAB_PAGE, mem, &data->conferences);
	page_heading(page, TAB_PAGE, mem, "Plans");
	page_plans(page, TAB_PAGE, mem, &data->plans, &data->members);
	page_members(page, TAB_FAMILY, mem, &data->members, today);
	page_whose(page, TAB_FAMILY, mem, &data->whose);
	page_former(page, TAB_FAMILY, mem, &data->former);
	page_merged(page, TAB_FAMILY, mem, &state->merged);
	page_history(page, TAB_HISTORY, mem, &data->history, t);
	page_show(page, mem);
	return true;
}

static void family_title(const struct screen *s, char *out, size_t room)
{
	const struct family_state *state = screen_state(s);
	size_t children = 0;

	for (size_t i = 0; i < state->data.members.count; i++)
		children += state->data.members.items[i].relationship == RELATIONSHIP_CHILD;
	snprintf(out, room, "Family %s · %s · %zu child%s", state->data.family.name, state->data.family.reference,
		 children, children == 1 ? "" : "ren");
}

static bool act_on_member(struct family_state *state, struct tui *t, const struct page_line *line, int op,
			  struct fault *f)
{
	if (state->page.tab != TAB_FAMILY || !line || (line->go != GO_CHILD && line->go != GO_ADULT))
		return fault_set(f, FAULT_REFUSED, "Choose a member under Family first: 2 shows them.");
	return op == OP_EDIT ? person_form_open(t, line->id, line->family, NULL, f)
			     : leaving_form_open(t, line->id, state->id, NULL, f);
}

static bool complain(struct family_state *state, struct tui *t, const struct page_line *line, struct fault *f)
{
	const struct conference_list *all = &state->data.conferences;

	if (line && line->go == GO_CONFERENCE)
		return complaint_form_open(t, line->id, NULL, f);
	for (size_t i = 0; i < all->count; i++)
		if (conference_state_is_held(all->items[i].state))
			return complaint_form_open(t, all->items[i].id, NULL, f);
	return fault_set(f, FAULT_REFUSED, "No conference of this family was held yet: there is none to complain of.");
}

static bool act_own(struct family_state *state, struct tui *t, int op, struct fault *f)
{
	const struct page_line *line = page_selected(&state->page);
	struct request_start start = {.family_id = state->id};

	if (op == OP_ADD_REQUEST)
		return request_form_open(t, &start, f);
	if (op == OP_COMPLAINT)
		return complain(state, t, line, f);
	if (op == OP_TWICE)
		return merging_act_on(t, state->page.tab == TAB_FAMILY ? line : NULL, 0, f);
	if (op == OP_MOVE)
		return move_register_open(t, state->id, f);
	if (op == OP_PLAN)
		return plan_page_open(t, state->id, 0, f);
	if (op == OP_TIMELINE)
		return timeline_open(t, state->id, 0, f);
	if (op == OP_VISITS)
		return visits_open(t, state->id, 0, f);
	if (op == OP_SHARED)
		return disclosures_open(t, state->id, 0, f);
	if (op == OP_RESTRICT)
		return restriction_open(t, state->id, NULL, f);
	if (op == OP_RETENTION)
		return retention_page_open(t, state->id, f);
	if (op == OP_KNOWN)
		return relative_ask(t, state->id, f);
	if (op == OP_UNDO)
		return tick_undo(t, f);
	if (op == OP_WHOSE)
		return whose_child_open(t, state->id, f);
	if (op == OP_ADD_MEMBER)
		return member_form_open(t, state->id, NULL, f);
	if (op == OP_EDIT || op == OP_LEAVE)
		return act_on_member(state, t, line, op, f);
	if (!line || line->go != GO_DUE)
		return fault_set(f, FAULT_REFUSED, "Choose a line under Due first.");
	if (op == OP_BOOK_IT)
		return due_item_book(t, line->due, f);
	return op == OP_TICK ? tick_ask_day(t, line->due, f) : tick_ask_waiver(t, line->due, f);
}

static enum handled family_act(struct screen *s, struct tui *t, int op, tui_key typed)
{
	struct family_state *state = screen_state(s);
	struct fault f = {0};

	if (page_act(&state->page, t, op, typed, screen_arena(s)) == HANDLED)
		return HANDLED;
	if (op < OP_FIRST_OWN)
		return NOT_MINE;
	if (!act_own(state, t, op, &f))
		tui_say_fault(t, &f);
	return HANDLED;
}

/* Each tab offers what its lines are about. */
static bool family_key_is_live(const struct screen *s, int op)
{
	const struct family_state *state = screen_state(s);

	switch (op) {
	case OP_BOOK_IT:
	case OP_TICK:
	case OP_WAIVE: return state->page.tab == TAB_PAGE;
	case OP_EDIT:
	case OP_LEAVE:
	case OP_WHOSE:
	case OP_TWICE:
	case OP_ADD_MEMBER: return state->page.tab == TAB_FAMILY;
	default: return true;
	}
}

static void family_answered(struct screen *s, struct tui *t, const struct answer *answer)
{
	if (!relative_answered(t, ((const struct family_state *)screen_state(s))->id, answer) &&
	    !merging_answered_to(t, answer))
		page_screen_answered(s, t, answer);
}

ABOUT_FAMILY(family_state, id)

const struct screen_class family_screen = {
	.name = "family",
	.purpose = "One family: what is due, conferences, plans, members, history.",
	.keys = family_keys,
	.state_size = sizeof(struct family_state),
	.about = about,
	.list = LIST_OF(struct family_state, page.list),
	.load = family_load,
	.title = family_title,
	.draw = page_screen_draw,
	.resized = page_screen_resized,
	.act = family_act,
	.takes_text = page_screen_takes_text,
	.answered = family_answered,
	.key_is_live = family_key_is_live,
};

bool family_open(struct tui *t, int64_t id, struct fault *f)
{
	struct family_state start = {.id = id};

	return tui_push(t, &family_screen, &start, f);
}
