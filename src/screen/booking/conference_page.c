/* Conference: one page on who, when and what is missing; Family; History. */
#include "about.h"
#include "complaint.h"
#include "conference_tabs.h"
#include "conflict_form.h"
#include "domain/clock_entry.h"
#include "escalation.h"
#include "live.h"
#include "mailing.h"
#include "my_day.h"
#include "page.h"
#include "plan_page.h"
#include "screens.h"
#include "tick.h"

#include <stdio.h>

enum {
	OP_BOOK_IT = OP_FIRST_OWN,
	OP_POSTPONE,
	OP_CANCEL,
	OP_TICK,
	OP_WAIVE,
	OP_UNDO,
	OP_FAMILY,
	OP_CHANGE,
	OP_DISCUSSION,
	OP_LETTERS,
	OP_BRIEF,
	OP_LIVE,
	OP_COMPLAINT,
	OP_ESCALATE,
	OP_PLAN,
	OP_CONFLICT
};
/* Tabs of this screen stand at their places in the row of all. */
enum { TAB_PAGE = CONFERENCE_TAB_PAGE, TAB_FAMILY = CONFERENCE_TAB_FAMILY, TAB_HISTORY = CONFERENCE_TAB_HISTORY };

static const struct binding conference_keys[] = {
	{TUI_KEY_ENTER, 'o', 0, OP_OPEN, "Open", "Open the child, task or conference of this line."},
	{'L', 0, 0, OP_LIVE, "Live", "The run-sheet of the day: start the conference, or go on where it stands."},
	{'b', 'm', 0, OP_BOOK_IT, "Book/move", "Book a slot, or move to another one."},
	{'i', 0, 0, OP_LETTERS, "Invite", "Invitations, changes and exclusions: whichever is due to be sent."},
	{'e', 0, 0, OP_CHANGE, "Edit", "Change the request: reason, social worker, needs, what to avoid."},
	{'p', 0, 0, OP_POSTPONE, "Postpone", "Give the slot back and wait for a new date."},
	{'d', 0, 0, OP_CANCEL, "Cancel it", "Cancel the conference; why and who agreed are asked."},
	{'r', 0, 0, OP_DISCUSSION, NULL, "Correct the day of the strategy discussion, with a reason."},
	{'t', 0, 0, OP_TICK, "Tick", "Mark the task of this line as done."},
	{'w', 0, 0, OP_WAIVE, NULL, "Waive the task of this line, with a reason."},
	{'u', 0, 0, OP_UNDO, NULL, "Take back the last tick or waiver."},
	{'f', 0, 0, OP_FAMILY, "Family", "Open the family's page."},
	{'v', 0, 0, OP_BRIEF, NULL, "The brief: one page to read before the conference."},
	{'c', 0, 0, OP_COMPLAINT, NULL, "Somebody complains about this conference: who, of what and how it came."},
	{'A', 0, 0, OP_ESCALATE, NULL, "Take a concern about practice, or a dissent, to the team manager."},
	{'S', 0, 0, OP_PLAN, NULL, "The family's plan: what must change, who does what, how safe, its versions."},
	{'x', 0, 0, OP_CONFLICT, NULL,
	 "A chair or minute-taker has a conflict of interest with this family; or none any more."},
	CONFERENCE_TAB_KEYS,
	{0},
};

struct conference_state_of_screen {
	struct page page; /* first: page.c draws and asks by it */
	int64_t id;
	struct conference_page data;
	day_number today;
};

static const char *slot_text(const struct conference *c, struct arena *mem)
{
	char day[DATE_TEXT_ROOM], from[8], to[8];

	if (c->held_on == DAY_NONE)
		return "";
	if (c->starts < 0)
		return arena_text(mem, date_long(c->held_on, day));
	return arena_printf(mem, "%s, %s to %s", date_long(c->held_on, day), date_clock(c->starts, from),
			    date_clock(c->starts + c->minutes, to));
}

static void add_when_and_where(struct page *page, const struct conference_page *data, struct arena *mem)
{
	const struct conference *c = &data->conference;

	page_heading(page, TAB_PAGE, mem, conference_type_label(c->type));
	page_add(page, TAB_PAGE, mem, "State", conference_state_label(c->state));
	page_add(page, TAB_PAGE, mem, "", data->stands)->role = TUI_SOON;
	page_add(page, TAB_PAGE, mem, "When", slot_text(c, mem));
	page_add(page, TAB_PAGE, mem, "Chair", c->chair);
	page_add(page, TAB_PAGE, mem, "Where", c->room[0] ? c->room : c->place);
	page_add(page, TAB_PAGE, mem, "Minutes", c->minute_taker);
	page_add(page, TAB_PAGE, mem, "Limit", data->limit_words);
	page_add(page, TAB_PAGE, mem, "Missing", data->missing)->role = TUI_SOON;
	page_add(page, TAB_PAGE, mem, "Until then", c->interim_plan);
	page_add(page, TAB_PAGE, mem, "Late because", c->late_reason);
	page_add(page, TAB_PAGE, mem, "Agreed by", c->late_agreed_by);
}

static void add_request(struct page *page, const struct conference_page *data, struct arena *mem)
{
	const struct conference *c = &data->conference;

	page_heading(page, TAB_PAGE, mem, "Request");
	page_date(page, TAB_PAGE, mem, "Asked for", c->requested_on);
	if (data->enquiry.id)
		page_date(page, TAB_PAGE, mem, "Strategy discussion", data->enquiry.strategy_on);
	page_date(page, TAB_PAGE, mem, "Notice of the move", c->transfer_notified_on);
	page_date(page, TAB_PAGE, mem, "Referral received", c->transfer_referred_on);
	page_date(page, TAB_PAGE, mem, "Referral accepted", c->transfer_accepted_on);
	page_date(page, TAB_PAGE, mem, "Family moved", c->transfer_moved_on);
	page_add(page, TAB_PAGE, mem, "Reason", c->reason);
	page_add(page, TAB_PAGE, mem, "Social worker", c->social_worker);
	page_add(page, TAB_PAGE, mem, "Interpreter", c->interpreter);
	page_add(page, TAB_PAGE, mem, "Signing", c->signing);
	page_add(page, TAB_PAGE, mem, "Access", c->access);
	page_add(page, TAB_PAGE, mem, "Separate sittings", c->sittings);
	page_add(page, TAB_PAGE, mem, "Avoid", c->avoid);
	page_add(page, TAB_PAGE, mem, "Policy", c->policy);
}

static void add_children(struct page *page, const struct conference_page *data, day_number today, struct arena *mem)
{
	page_heading(page, TAB_PAGE, mem, "Children");
	for (size_t i = 0; i < data->children.count; i++) {
		const struct person *child = &data->children.items[i];
		char name[NAME_ROOM], age[NAME_ROOM];
		struct page_line *line = page_add(
			page, TAB_PAGE, mem, child->la_child_id,
			arena_printf(mem, "%s, %s", person_full_name(child, name), person_age_text(child, today, age)));

		line->go = GO_CHILD;
		line->id = child->id;
	}
}

static bool conference_load(struct screen *s, struct tui *t, struct fault *f)
{
	struct conference_state_of_screen *state = screen_state(s);
	struct conference_page *data = &state->data;
	struct arena *mem = screen_arena(s);

	if (!casework_conference_page(casework_of(t), state->id, mem, data, f))
		return false;
	state->today = casework_today(casework_of(t));
	page_begin(&state->page, conference_tab_labels, CONFERENCE_TAB_COUNT);
	page_notes(&state->page, TAB_PAGE, mem, data->notes, t);
	page_notes(&state->page, TAB_PAGE, mem, data->conflicts, t);
	add_when_and_where(&state->page, data, mem);
	add_children(&state->page, data, state->today, mem);
	if (data->deadlines.count)
		page_heading(&state->page, TAB_PAGE, mem, "Due");
	page_deadlines(&state->page, TAB_PAGE, mem, &data->deadlines, state->today);
	add_request(&state->page, data, mem);
	page_members(&state->page, TAB_FAMILY, mem, &data->members, state->today);
	page_history(&state->page, TAB_HISTORY, mem, &data->history, t);
	page_show(&state->page, mem);
	return true;
}

static void conference_title(const struct screen *s, char *out, size_t room)
{
	const struct conference_state_of_screen *state = screen_state(s);
	const struct conference *c = &state->data.conference;

	snprintf(out, room, "%s · %s · %s · %s", c->reference, state->data.family_words, conference_type_brief(c->type),
		 conference_state_label(c->state));
}

static bool act_on_line(struct tui *t, const struct page_line *line, int op, struct fault *f)
{
	if (!line || line->go != GO_DUE)
		return fault_set(f, FAULT_REFUSED, "Choose a line under Due first.");
	return op == OP_TICK ? tick_ask_day(t, line->due, f) : tick_ask_waiver(t, line->due, f);
}

static bool act_own(struct conference_state_of_screen *state, struct tui *t, int op, struct fault *f)
{
	switch (op) {
	case OP_BOOK_IT: return booking_form_open(t, state->id, NULL, f);
	case OP_POSTPONE: return withdrawal_form_open(t, state->id, WITHDRAWAL_POSTPONE, NULL, f);
	case OP_CANCEL: return withdrawal_form_open(t, state->id, WITHDRAWAL_CANCEL, NULL, f);
	case OP_UNDO: return tick_undo(t, f);
	case OP_CHANGE: return change_form_open(t, state->id, NULL, f);
	case OP_DISCUSSION: return discussion_form_open(t, state->id, NULL, f);
	case OP_LETTERS: return mailing_open_due(t, state->id, f);
	case OP_BRIEF: return brief_open(t, &(struct brief_start){.ids = {state->id}, .count = 1}, f);
	case OP_LIVE: return live_open(t, state->id, f);
	case OP_COMPLAINT: return complaint_form_open(t, state->id, NULL, f);
	case OP_ESCALATE: return escalate(t, state->id, 0, ESCALATION_CAUSE_OTHER, "", f);
	case OP_CONFLICT: return conflict_form_open(t, state->id, NULL, f);
	case OP_PLAN: return plan_page_open(t, state->data.family.id, 0, f);
	case OP_FAMILY: return family_open(t, state->data.family.id, f);
	default: return act_on_line(t, page_selected(&state->page), op, f);
	}
}

/* Going among the tabs of this screen is no new look at the conference. */
static enum handled choose_tab(struct screen *s, struct tui *t, int op)
{
	struct conference_state_of_screen *state = screen_state(s);
	int tab = conference_tab_wanted(op, (enum conference_tab)state->page.tab);

	if (tab != TAB_PAGE && tab != TAB_FAMILY && tab != TAB_HISTORY)
		return conference_tabs_act(t, op, state->id, (enum conference_tab)state->page.tab);
	page_choose_tab(&state->page, tab, screen_arena(s));
	return HANDLED;
}

static enum handled conference_act(struct screen *s, struct tui *t, int op, tui_key typed)
{
	struct conference_state_of_screen *state = screen_state(s);
	struct fault f = {0};

	if (page_act(&state->page, t, op, typed, screen_arena(s)) == HANDLED || choose_tab(s, t, op) == HANDLED)
		return HANDLED;
	if (op < OP_FIRST_OWN)
		return NOT_MINE;
	if (!act_own(state, t, op, &f))
		tui_say_fault(t, &f);
	return HANDLED;
}

/* Its day has come, or passed without anything written of it. */
static bool is_its_day(const struct conference_state_of_screen *state)
{
	const struct conference *c = &state->data.conference;

	return transition_find(c->state, STEP_START) && c->held_on <= state->today;
}

static bool conference_key_is_live(const struct screen *s, int op)
{
	const struct conference_state_of_screen *state = screen_state(s);
	enum conference_state at = state->data.conference.state;

	switch (op) {
	case OP_BOOK_IT: return transition_find(at, STEP_BOOK) || transition_find(at, STEP_MOVE);
	case OP_POSTPONE: return transition_find(at, STEP_POSTPONE) != NULL;
	case OP_CANCEL: return transition_find(at, STEP_CANCEL) != NULL;
	case OP_CHANGE: return !conference_state_is_held(at) && !conference_state_is_ended(at);
	case OP_DISCUSSION: return state->data.enquiry.id != 0;
	case OP_LIVE: return conference_state_is_held(at) || at == STATE_IN_PROGRESS || is_its_day(state);
	case OP_LETTERS: return !conference_state_is_held(at) && at != STATE_REQUESTED;
	case OP_COMPLAINT: return conference_state_is_held(at) && at != STATE_IN_PROGRESS;
	case OP_BRIEF: return !conference_state_is_held(at) && !conference_state_is_ended(at);
	default: return true;
	}
}

ABOUT_CONFERENCE(conference_state_of_screen, data.conference)

const struct screen_class conference_screen = {
	.name = "conference",
	.purpose = "One conference: who, when, children, what is missing and due.",
	.keys = conference_keys,
	.state_size = sizeof(struct conference_state_of_screen),
	.about = about,
	.list = LIST_OF(struct conference_state_of_screen, page.list),
	.load = conference_load,
	.title = conference_title,
	.draw = page_screen_draw,
	.resized = page_screen_resized,
	.act = conference_act,
	.takes_text = page_screen_takes_text,
	.answered = page_screen_answered,
	.key_is_live = conference_key_is_live,
};

bool conference_open(struct tui *t, int64_t id, struct fault *f)
{
	return conference_page_show(t, id, CONFERENCE_TAB_PAGE, false, f);
}

bool conference_page_show(struct tui *t, int64_t id, enum conference_tab tab, bool in_place, struct fault *f)
{
	struct conference_state_of_screen start = {.id = id, .page = {.tab = (int)tab}};

	return in_place ? tui_replace(t, &conference_screen, &start, f) : tui_push(t, &conference_screen, &start, f);
}
