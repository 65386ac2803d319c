/* One core group: its meetings, members and the actions it looks after; what is said of each by one key. */
#include "core_groups.h"

#include "screens.h"
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
	OP_SENT,
	OP_JOIN,
	OP_LEAVE
};

static const struct binding group_keys[] = {
	{'b', 0, 0, OP_BOOK_MEETING, "Book", "Book a meeting of this core group."},
	{'r', 0, 0, OP_RUN, "Run", "Lay dates to the review in one act."},
	{'h', 0, 0, OP_HELD, "Held", "It met: who was there. On no meeting: one that was not booked."},
	{'m', 0, 0, OP_MISSED, "Missed", "It did not meet, and why."},
	{'v', 0, 0, OP_MOVE, "Move", "Move this meeting, or change its time and place."},
	{'c', 0, 0, OP_CANCEL, "Cancel", "Cancel this meeting: by whom, and why."},
	{'a', '+', 0, OP_JOIN, "Add", "Somebody joins the core group."},
	{'l', 0, 0, OP_LEAVE, "Leave", "This member leaves the core group, and why."},
	{'n', 0, 0, OP_NOTES, NULL, "Notes of a meeting that was held."},
	{'p', 0, 0, OP_SENT, NULL, "To whom the record of a meeting went, and when."},
	{TUI_KEY_ENTER, 'o', 0, OP_OPEN, "Open", "What is known of this line; of an action, what became of it."},
	{0},
};

enum row_kind { ROW_HEADING, ROW_MEETING, ROW_MEMBER, ROW_ACTION };
struct group_row {
	enum row_kind kind;
	const char *label, *words;
	bool is_late;
	size_t at; /* in the list of its kind */
	int64_t identity;
};
struct group_rows {
	struct group_row *items;
	size_t count, room;
};
struct group_state {
	int64_t family;
	struct core_group_page page;
	struct group_rows rows;
	struct list list;
	day_number today;
	bool is_open;
};

static const struct list_column columns[] = {{"", 27, LIST_LEFT, 0, 0}, {"", 0, LIST_LEFT, 0, 0}};

/* --- Rows --- */

static bool push(struct group_rows *rows, struct arena *mem, struct group_row row)
{
	struct group_row *one = ARENA_PUSH(mem, rows);

	if (one)
		*one = row;
	return one != NULL;
}

static bool push_heading(struct group_rows *rows, struct arena *mem, const char *words)
{
	return push(rows, mem, (struct group_row){.label = words, .words = "", .identity = -1 - (int64_t)rows->count});
}

static const char *joined(struct arena *mem, const char *words, const char *label, const char *text)
{
	return *text ? arena_printf(mem, "%s%s%s%s", words, *words ? " · " : "", label, text) : words;
}

static size_t there(const struct core_group_page *page, int64_t meeting)
{
	size_t count = 0;

	for (size_t i = 0; i < page->presences.count; i++)
		count += page->presences.items[i].meeting_id == meeting &&
			 attendance_is_present(page->presences.items[i].state);
	return count;
}

static size_t sent_to(const struct core_group_page *page, int64_t meeting)
{
	size_t count = 0;

	for (size_t i = 0; i < page->sent.count; i++)
		count += page->sent.items[i].meeting_id == meeting;
	return count;
}

static const char *meeting_words(const struct group_state *state, const struct core_group_meeting *m, struct arena *mem)
{
	const char *words = core_group_meeting_state_label(m->state);
	char day[DATE_TEXT_ROOM];
	size_t count;

	if (m->state == CORE_GROUP_MEETING_BOOKED && m->day < state->today)
		words = "booked: was it held or missed?";
	if (m->is_without_social_worker)
		words = joined(mem, words, "", "without the social worker");
	if (m->is_inquorate)
		words = joined(mem, words, "", "not quorate");
	if ((count = there(&state->page, m->id)) > 0)
		words = arena_printf(mem, "%s · %zu there", words, count);
	words = joined(mem, words, "", m->why);
	words = joined(mem, words, "by ", m->cancelled_by);
	words = joined(mem, words, "late: ", m->late_reason);
	if (m->moved_from != DAY_NONE)
		words = arena_printf(mem, "%s · for %s: %s", words, date_short(m->moved_from, day), m->moved_why);
	if ((count = sent_to(&state->page, m->id)) > 0)
		words = arena_printf(mem, "%s · record sent to %zu", words, count);
	return joined(mem, words, "", m->place);
}

/* The next that is booked comes first, then what was, the last first. */
static bool push_meeting(struct group_state *state, size_t at, struct arena *mem)
{
	const struct core_group_meeting *m = &state->page.meetings.items[at];
	char day[DATE_TEXT_ROOM], clock[8];

	return push(&state->rows, mem,
		    (struct group_row){.kind = ROW_MEETING,
				       .label = arena_printf(mem, "%s%s%s", date_medium(m->day, day),
							     m->starts < 0 ? "" : " ",
							     m->starts < 0 ? "" : date_clock(m->starts, clock)),
				       .words = meeting_words(state, m, mem),
				       .is_late = m->state == CORE_GROUP_MEETING_MISSED ||
						  (m->state == CORE_GROUP_MEETING_BOOKED && m->day < state->today),
				       .at = at,
				       .identity = 1000000 + m->id});
}

static bool push_meetings(struct group_state *state, struct arena *mem)
{
	const struct core_group_meeting_list *all = &state->page.meetings;

	if (!push_heading(&state->rows, mem, all->count ? "Meetings" : "Meetings: none yet. b books one."))
		return false;
	for (size_t i = 0; i < all->count; i++)
		if (all->items[i].state == CORE_GROUP_MEETING_BOOKED && !push_meeting(state, i, mem))
			return false;
	for (size_t i = all->count; i-- > 0;)
		if (all->items[i].state != CORE_GROUP_MEETING_BOOKED && !push_meeting(state, i, mem))
			return false;
	return true;
}

static bool push_members(struct group_state *state, struct arena *mem)
{
	const struct core_group_member_list *all = &state->page.members;
	char day[DATE_TEXT_ROOM];

	if (!push_heading(&state->rows, mem,
			  *state->page.group.lead ? arena_printf(mem, "Members, led by %s", state->page.group.lead)
						  : "Members"))
		return false;
	for (size_t i = 0; i < all->count; i++) {
		const struct core_group_member *m = &all->items[i];
		const char *words = joined(mem, m->role, "", m->shown_agency);

		if (m->until != DAY_NONE)
			words = arena_printf(mem, "%s · left %s: %s", words, date_short(m->until, day), m->left_why);
		if (!push(&state->rows, mem,
			  (struct group_row){.kind = ROW_MEMBER,
					     .label = m->shown_name,
					     .words = words,
					     .at = i,
					     .identity = 2000000 + m->id}))
			return false;
	}
	return true;
}

static bool push_actions(struct group_state *state, struct arena *mem)
{
	const struct plan_action_list *all = &state->page.actions;
	char day[DATE_TEXT_ROOM];

	if (!push_heading(&state->rows, mem,
			  all->count ? "Actions of the plan" : "Actions: no plan was given out here."))
		return false;
	for (size_t i = 0; i < all->count; i++) {
		const struct plan_action *a = &all->items[i];
		bool is_open = a->state == PLAN_ACTION_OPEN || a->state == PLAN_ACTION_PARTLY;
		const char *words = a->by_on == DAY_NONE
					    ? plan_action_state_label(a->state)
					    : arena_printf(mem, "%s · by %s", plan_action_state_label(a->state),
							   date_short(a->by_on, day));

		if (!push(&state->rows, mem,
			  (struct group_row){.kind = ROW_ACTION,
					     .label = a->what,
					     .words = joined(mem, joined(mem, words, "", a->who), "", a->difference),
					     .is_late = is_open && a->by_on != DAY_NONE && a->by_on < state->today,
					     .at = i,
					     .identity = 3000000 + a->id}))
			return false;
	}
	return true;
}

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
	state->is_open = true;
	state->today = casework_today(cw);
	state->rows = (struct group_rows){0};
	if (!push_meetings(state, mem) || !push_members(state, mem) || !push_actions(state, mem) ||
	    arena_exhausted(mem))
		return fault_set(f, FAULT_MEMORY, "There is not enough memory to show this core group.");
	source.count = state->rows.count;
	list_fill(&state->list, &source, mem);
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
	char review[DATE_TEXT_ROOM];
	struct canvas_part part;

	canvas_print(c, 0, 2, -1, line->state == DEADLINE_LATE ? TUI_LATE : TUI_TEXT, "%s%s due %s · last held %s",
		     line->state == DEADLINE_LATE ? "! " : "", line->is_first ? "The first is" : "The next is",
		     line->due_words, line->held_words);
	if (state->page.review != DAY_NONE)
		canvas_print(c, 1, 2, -1, TUI_MUTED, "review %s%s",
			     state->page.review_is_booked ? "" : "not booked, by ",
			     date_medium(state->page.review, review));
	list_draw(&state->list, canvas_part(c, &part, 2, 0, canvas_rows(c) - 2, canvas_columns(c)), true, "");
}

/* --- What is read --- */

static const char *name_of(const struct core_group_page *page, int64_t member)
{
	for (size_t i = 0; i < page->members.count; i++)
		if (page->members.items[i].id == member)
			return page->members.items[i].shown_name;
	return "a member of the group before";
}

static bool read_meeting(const struct group_state *state, struct tui *t, const struct group_row *row, struct fault *f)
{
	const struct core_group_page *page = &state->page;
	const struct core_group_meeting *m = &page->meetings.items[row->at];
	struct arena mem = {0};
	const char *text = arena_printf(&mem, "%s\n", row->words);
	char day[DATE_TEXT_ROOM];
	bool ok;

	for (size_t i = 0; i < page->presences.count; i++)
		if (page->presences.items[i].meeting_id == m->id)
			text = arena_printf(&mem, "%s\n%s: %s", text, name_of(page, page->presences.items[i].member_id),
					    attendance_state_label(page->presences.items[i].state));
	if (*m->notes)
		text = arena_printf(&mem, "%s\n\n%s", text, m->notes);
	for (size_t i = 0; i < page->sent.count; i++)
		if (page->sent.items[i].meeting_id == m->id)
			text = arena_printf(&mem, "%s\n\nThe record went to %s on %s%s%s", text,
					    page->sent.items[i].who, date_medium(page->sent.items[i].sent_on, day),
					    *page->sent.items[i].how ? ", " : "", page->sent.items[i].how);
	ok = arena_exhausted(&mem) ? fault_set(f, FAULT_MEMORY, "There is not enough memory to show this meeting.")
				   : pager_open(t, row->label, text, f);
	arena_finish(&mem);
	return ok;
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

static bool open_row(const struct group_state *state, struct tui *t, const struct group_row *row, struct fault *f)
{
	if (row->kind == ROW_ACTION)
		return core_group_form_open(t, GROUP_FORM_ACTION, state->family, subject_of(state, row), NULL, f);
	if (row->kind == ROW_MEETING)
		return state->page.meetings.items[row->at].state == CORE_GROUP_MEETING_BOOKED
			       ? core_group_form_open(t, GROUP_FORM_MOVE, state->family, subject_of(state, row), NULL,
						      f)
			       : read_meeting(state, t, row, f);
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
	{OP_MISSED, GROUP_FORM_MISSED, ROW_MEETING, CORE_GROUP_MEETING_BOOKED, "Choose a meeting that is booked."},
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

static bool act_own(const struct group_state *state, struct tui *t, int op, struct fault *f)
{
	const struct group_row *row = selected(state);
	bool is_booked = row && row->kind == ROW_MEETING &&
			 state->page.meetings.items[row->at].state == CORE_GROUP_MEETING_BOOKED;

	if (op == OP_OPEN)
		return !row || open_row(state, t, row, f);
	if (op == OP_BOOK_MEETING || op == OP_RUN || op == OP_JOIN)
		return core_group_form_open(t,
					    op == OP_RUN    ? GROUP_FORM_RUN
					    : op == OP_JOIN ? GROUP_FORM_JOIN
							    : GROUP_FORM_BOOK,
					    state->family, 0, NULL, f);
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

static bool group_takes_text(const struct screen *s)
{
	const struct group_state *state = screen_state(s);

	return list_takes_text(&state->list);
}

const struct screen_class core_group_screen = {
	.name = "core-group",
	.purpose = "One core group: its meetings, who is in it, and the actions of the plan.",
	.keys = group_keys,
	.state_size = sizeof(struct group_state),
	.load = group_load,
	.title = group_title,
	.draw = group_draw,
	.act = group_act,
	.takes_text = group_takes_text,
};

bool core_group_open(struct tui *t, int64_t family, struct fault *f)
{
	const struct group_state start = {.family = family};

	return tui_push(t, &core_group_screen, &start, f);
}
