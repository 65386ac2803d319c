/* One core group: its meetings, members and the actions it looks after; what is said of each by one key. */
#include "about.h"
#include "core_group_rows.h"

#include "mailing.h"
#include "plan_page.h"
#include "screens.h"
#include "timeline.h"
#include "tui/list.h"
#include "tui/prompt.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
	OP_BOOK_MEETING = OP_FIRST_OWN,
	OP_RUN,
	OP_HELD,
	OP_MISSED,
	OP_MOVE,
	OP_CANCEL,
	OP_NOTES,
	OP_RECORD,
	OP_SENT,
	OP_JOIN,
	OP_LEAVE,
	OP_UNDO,
	OP_STEP,
	OP_INVITE,
	OP_PLAN,
	OP_TIMELINE,
	OP_VISITS
};

static const struct binding group_keys[] = {
	{'b', 0, 0, OP_BOOK_MEETING, "Book", "Book a meeting of this core group."},
	{'i', 0, 0, OP_INVITE, "Invite", "Who is asked to this meeting, or told that it is moved or cancelled."},
	{'r', 0, 0, OP_RUN, "Run", "Lay dates to the review in one act."},
	{'h', 0, 0, OP_HELD, "Held", "It met: who was there. On no meeting: one that was not booked."},
	{'m', 0, 0, OP_MISSED, "Missed", "It did not meet, and why."},
	{'v', 0, 0, OP_MOVE, "Move", "Move this meeting, or change its time and place."},
	{'c', 0, 0, OP_CANCEL, "Cancel", "Cancel this meeting: by whom, and why."},
	{'a', '+', 0, OP_JOIN, "Add", "Somebody joins the core group."},
	{'l', 0, 0, OP_LEAVE, NULL, "This member leaves the core group, and why."},
	{'s', 0, 0, OP_STEP, "Actions", "The actions of the plan one by one, said at this meeting."},
	{'u', 0, 0, OP_UNDO, NULL, "Held or missed was said by mistake: it is owed again."},
	{'n', 0, 0, OP_NOTES, NULL, "Notes of a meeting that was held."},
	{'p', 0, 0, OP_RECORD, "Record", "Letters with the record of a meeting, to members, agencies and family."},
	{'P', 0, 0, OP_SENT, NULL, "To whom a paper copy of the record went, written down by hand."},
	{'S', 0, 0, OP_PLAN, "Plan", "The plan it carries out: every part of it, and its versions."},
	{TUI_KEY_ENTER, 'o', 0, OP_OPEN, "Open", "What is known of this line; of an action, what became of it."},
	{'V', 0, 0, OP_VISITS, "Visits", "When each child was seen last, and is to be seen next."},
	{'T', 0, 0, OP_TIMELINE, "Timeline", "What happened to this family, drawn to scale and as text."},
	{0},
};

static const struct list_column columns[] = {{"", 27, LIST_LEFT, 0, 0}, {"", 0, LIST_LEFT, 0, 0}};

/* --- The list --- */

static const struct group_row *row_at(const void *rows, size_t row)
{
	return &((const struct group_rows *)rows)->items[row];
}

static int64_t row_identity(const void *rows, size_t row)
{
	return row_at(rows, row)->identity;
}

static void row_cell(const void *rows, size_t row, int column, char *out, size_t room)
{
	snprintf(out, room, "%s", column == 0 ? row_at(rows, row)->label : row_at(rows, row)->words);
}

static enum tui_role row_role(const void *rows, size_t row, int column)
{
	return column == 1 && row_at(rows, row)->is_late ? TUI_LATE : TUI_TEXT;
}

static bool row_is_heading(const void *rows, size_t row)
{
	return row_at(rows, row)->kind == ROW_HEADING;
}

/* What was just booked or written down is what the next key is about. */
static void go_to_the_new(struct group_state *state)
{
	const struct core_group_meeting_list *all = &state->page.meetings;
	int64_t newest = 0;

	for (size_t i = 0; i < all->count; i++)
		if (all->items[i].id > newest)
			newest = all->items[i].id;
	if (state->is_open && newest > state->newest)
		list_select(&state->list, CORE_GROUP_MEETING_ROWS + newest);
	state->newest = newest;
}

static bool group_load(struct screen *s, struct tui *t, struct fault *f)
{
	struct group_state *state = screen_state(s);
	struct arena *mem = screen_arena(s);
	struct casework *cw = casework_of(t);
	struct list_source source = {.identity = row_identity,
				     .cell = row_cell,
				     .role = row_role,
				     .is_heading = row_is_heading,
				     .rows = &state->rows};

	if (!(state->is_open ? casework_core_group_again(cw, state->family, mem, &state->page, f)
			     : casework_core_group(cw, state->family, mem, &state->page, f)))
		return false;
	if (!state->is_open)
		list_open(&state->list, columns, 2);
	state->today = casework_today(cw);
	if (!core_group_rows(state, mem))
		return fault_set(f, FAULT_MEMORY, "There is not enough memory to show this core group.");
	source.count = state->rows.count;
	list_fill(&state->list, &source, mem);
	list_widen(&state->list, 1u << 0);
	go_to_the_new(state);
	state->is_open = true;
	return true;
}

static void group_title(const struct screen *s, char *out, size_t room)
{
	const struct group_state *state = screen_state(s);

	snprintf(out, room, "Core group · %s · %s", state->page.line.family_words, state->page.line.reference);
}

static const struct group_row *selected(const struct group_state *state)
{
	size_t row;

	return list_selection(&state->list, &row) ? &state->rows.items[row] : NULL;
}

/* When it is due, what was held, the review it leads to. */
static void group_draw(const struct screen *s, struct canvas *c)
{
	const struct group_state *state = screen_state(s);
	const struct core_group_line *line = &state->page.line;
	char review[DATE_TEXT_ROOM], last[DATE_TEXT_ROOM];
	struct canvas_part part;

	canvas_print(c, 0, 2, -1, line->state == DEADLINE_LATE ? TUI_LATE : TUI_TEXT, "%s%s due %s · last held %s",
		     line->state == DEADLINE_LATE ? "! " : "", line->is_first ? "The first is" : "The next is",
		     line->due_words, line->held_words);
	if (state->page.review != DAY_NONE)
		canvas_print(c, 1, 2, -1, TUI_MUTED, "review %s%s%s%s",
			     state->page.review_is_booked ? "" : "not booked, by ",
			     date_medium(state->page.review, review),
			     state->page.last_before == DAY_NONE ? "" : " · the last core group before it by ",
			     state->page.last_before == DAY_NONE ? "" : date_short(state->page.last_before, last));
	list_draw(&state->list, canvas_part(c, &part, 2, 0, canvas_rows(c) - 2, canvas_columns(c)), true, "");
}

/* --- Keys --- */

static int64_t subject_of(const struct group_state *state, const struct group_row *row)
{
	switch (row ? row->kind : ROW_HEADING) {
	case ROW_MEETING: return state->page.meetings.items[row->at].id;
	case ROW_MEMBER: return state->page.members.items[row->at].id;
	case ROW_ACTION: return state->page.actions.items[row->at].id;
	default: return 0;
	}
}

/* The meeting under the cursor, when something can be said at it; otherwise that of today. */
static int64_t said_at(const struct group_state *state, const struct group_row *row)
{
	const struct core_group_meeting_list *all = &state->page.meetings;

	for (size_t i = all->count; i-- > 0;) {
		const struct core_group_meeting *one = &all->items[i];
		bool is_chosen = row && row->kind == ROW_MEETING ? row->at == i : one->day == state->today;

		if (is_chosen && one->day <= state->today &&
		    (one->state == CORE_GROUP_MEETING_HELD || one->state == CORE_GROUP_MEETING_BOOKED))
			return one->id;
	}
	return 0;
}

static bool undo(const struct group_state *state, struct tui *t, const struct group_row *row, struct fault *f)
{
	if (row && row->kind == ROW_MEETING &&
	    (state->page.meetings.items[row->at].state == CORE_GROUP_MEETING_HELD ||
	     state->page.meetings.items[row->at].state == CORE_GROUP_MEETING_MISSED))
		return core_group_form_open(t, GROUP_FORM_UNDO, state->family, subject_of(state, row), NULL, f);
	return fault_set(f, FAULT_REFUSED, "Choose a meeting that was held or missed.");
}

/* The meeting under the cursor, else the next that is booked. */
static bool invite(const struct group_state *state, struct tui *t, const struct group_row *row, struct fault *f)
{
	const struct core_group_meeting_list *all = &state->page.meetings;

	if (row && row->kind == ROW_MEETING &&
	    (all->items[row->at].state == CORE_GROUP_MEETING_BOOKED ||
	     all->items[row->at].state == CORE_GROUP_MEETING_CANCELLED))
		return core_group_invite_open(t, state->family, subject_of(state, row), f);
	for (size_t i = 0; i < all->count; i++)
		if (all->items[i].state == CORE_GROUP_MEETING_BOOKED && all->items[i].day >= state->today)
			return core_group_invite_open(t, state->family, all->items[i].id, f);
	return fault_set(f, FAULT_REFUSED, "No meeting is booked to ask anybody to: b books one.");
}

/* Of the meeting under the cursor, else of the last that was held. */
static bool record(const struct group_state *state, struct tui *t, const struct group_row *row, struct fault *f)
{
	const struct core_group_meeting_list *all = &state->page.meetings;

	if (row && row->kind == ROW_MEETING && all->items[row->at].state == CORE_GROUP_MEETING_HELD)
		return notices_open(t, NOTICE_CORE_GROUP_RECORD, all->items[row->at].id, f);
	for (size_t i = all->count; i-- > 0;)
		if (all->items[i].state == CORE_GROUP_MEETING_HELD)
			return notices_open(t, NOTICE_CORE_GROUP_RECORD, all->items[i].id, f);
	return fault_set(f, FAULT_REFUSED, "No meeting was held yet: there is no record to send.");
}

static bool open_row(const struct group_state *state, struct tui *t, const struct group_row *row, struct fault *f)
{
	if (row->kind == ROW_ACTION)
		return core_group_action_form_open(t, state->family, subject_of(state, row), said_at(state, NULL), f);
	if (row->kind == ROW_MEETING)
		return state->page.meetings.items[row->at].state == CORE_GROUP_MEETING_BOOKED
			       ? core_group_form_open(t, GROUP_FORM_MOVE, state->family, subject_of(state, row), NULL,
						      f)
			       : core_group_read_meeting(state, t, row, f);
	return fault_set(f, FAULT_REFUSED,
			 "Nothing more is known of this line: l says that they leave the core group.");
}

/* What each key is about: a kind of line, and what a meeting must be for it. */
static const struct {
	int op;
	enum core_group_form_kind form;
	enum row_kind about;
	enum core_group_meeting_state in; /* of a meeting */
	const char *else_say;
} forms_of[] = {
	{OP_MOVE, GROUP_FORM_MOVE, ROW_MEETING, CORE_GROUP_MEETING_BOOKED, "Choose a meeting that is booked."},
	{OP_CANCEL, GROUP_FORM_CANCEL, ROW_MEETING, CORE_GROUP_MEETING_BOOKED, "Choose a meeting that is booked."},
	{OP_NOTES, GROUP_FORM_NOTES, ROW_MEETING, CORE_GROUP_MEETING_HELD, "Choose a meeting that was held."},
	{OP_SENT, GROUP_FORM_SENT, ROW_MEETING, CORE_GROUP_MEETING_HELD, "Choose a meeting that was held."},
	{OP_LEAVE, GROUP_FORM_LEAVE, ROW_MEMBER, CORE_GROUP_MEETING_STATE_COUNT, "Choose a member who is still in it."},
};

static bool is_about(const struct group_state *state, const struct group_row *row, size_t form)
{
	if (!row || row->kind != forms_of[form].about)
		return false;
	return row->kind == ROW_MEETING ? state->page.meetings.items[row->at].state == forms_of[form].in
					: state->page.members.items[row->at].until == DAY_NONE;
}

/* Said at the key, not after the reason was typed. */
static bool missed(const struct group_state *state, struct tui *t, const struct group_row *row, struct fault *f)
{
	const struct core_group_meeting *one = row && row->kind == ROW_MEETING ? &state->page.meetings.items[row->at]
									       : NULL;
	char day[DATE_TEXT_ROOM];

	if (!one || one->state != CORE_GROUP_MEETING_BOOKED)
		return fault_set(f, FAULT_REFUSED, "Choose a meeting that is booked.");
	if (one->day > state->today)
		return fault_set(f, FAULT_REFUSED, "%s is still to come: v moves it, c cancels it.",
				 date_medium(one->day, day));
	return core_group_form_open(t, GROUP_FORM_MISSED, state->family, one->id, NULL, f);
}

static bool act_own(const struct group_state *state, struct tui *t, int op, struct fault *f)
{
	const struct group_row *row = selected(state);
	bool is_booked = row && row->kind == ROW_MEETING &&
			 state->page.meetings.items[row->at].state == CORE_GROUP_MEETING_BOOKED;

	if (op == OP_OPEN)
		return !row || open_row(state, t, row, f);
	if (op == OP_PLAN)
		return plan_page_open(t, state->family, 0, f);
	if (op == OP_BOOK_MEETING)
		return core_group_slots_open(t, state->family, f);
	if (op == OP_JOIN)
		return core_group_add_open(t, state->family, f);
	if (op == OP_RUN)
		return core_group_form_open(t, GROUP_FORM_RUN, state->family, 0, NULL, f);
	if (op == OP_STEP)
		return core_group_actions_open(t, state->family, said_at(state, row), f);
	if (op == OP_INVITE)
		return invite(state, t, row, f);
	if (op == OP_RECORD)
		return record(state, t, row, f);
	if (op == OP_UNDO)
		return undo(state, t, row, f);
	if (op == OP_TIMELINE)
		return timeline_open(t, state->family, 0, f);
	if (op == OP_VISITS)
		return visits_open(t, state->family, 0, f);
	if (op == OP_MISSED)
		return missed(state, t, row, f);
	if (op == OP_HELD)
		return core_group_form_open(t, GROUP_FORM_HELD, state->family, is_booked ? subject_of(state, row) : 0,
					    NULL, f);
	for (size_t i = 0; i < sizeof forms_of / sizeof *forms_of; i++)
		if (forms_of[i].op == op)
			return is_about(state, row, i) ? core_group_form_open(t, forms_of[i].form, state->family,
									      subject_of(state, row), NULL, f)
						       : fault_set(f, FAULT_REFUSED, "%s", forms_of[i].else_say);
	return true;
}

static enum handled group_act(struct screen *s, struct tui *t, int op, tui_key typed)
{
	struct group_state *state = screen_state(s);
	struct fault f = {0};

	if (list_act(&state->list, op, typed, screen_arena(s)) == HANDLED)
		return HANDLED;
	if (op != OP_OPEN && op < OP_FIRST_OWN)
		return NOT_MINE;
	if (!act_own(state, t, op, &f))
		tui_say_fault(t, &f);
	return HANDLED;
}

static void group_answered(struct screen *s, struct tui *t, const struct answer *answer)
{
	core_group_add_answered(t, ((struct group_state *)screen_state(s))->family, answer);
}

/* Whoever only reads it is offered what is to be read. */
static bool group_key_is_live(const struct screen *s, int op)
{
	const struct group_state *state = screen_state(s);

	return state->page.may_change || op < OP_FIRST_OWN || op == OP_PLAN || op == OP_TIMELINE || op == OP_VISITS;
}

static bool group_takes_text(const struct screen *s)
{
	const struct group_state *state = screen_state(s);

	return list_takes_text(&state->list);
}

ABOUT_FAMILY(group_state, family)

const struct screen_class core_group_screen = {
	.name = "core-group",
	.purpose = "One core group: its meetings, who is in it, and the actions of the plan.",
	.keys = group_keys,
	.state_size = sizeof(struct group_state),
	.about = about,
	.list = LIST_OF(struct group_state, list),
	.load = group_load,
	.title = group_title,
	.draw = group_draw,
	.act = group_act,
	.answered = group_answered,
	.key_is_live = group_key_is_live,
	.takes_text = group_takes_text,
};

bool core_group_open(struct tui *t, int64_t family, struct fault *f)
{
	const struct group_state start = {.family = family};

	return tui_push(t, &core_group_screen, &start, f);
}
