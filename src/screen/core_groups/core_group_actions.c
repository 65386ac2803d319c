/* The actions of the plan, one by one at a core group: what became of each by one key, with what was said of it before.
 */
#include "core_groups.h"

#include "screens.h"
#include "tui/list.h"

#include <stdio.h>

enum { OP_WORDS = OP_FIRST_OWN, OP_MARK };

static const struct binding actions_keys[] = {
	{'d', 0, 0, OP_MARK + PLAN_ACTION_DONE, "Done", "It is done; goes to the next."},
	{'p', 0, 0, OP_MARK + PLAN_ACTION_PARTLY, "Partly", "Partly done."},
	{'t', 0, 0, OP_MARK + PLAN_ACTION_OPEN, "To do", "Still to do."},
	{'x', 0, 0, OP_MARK + PLAN_ACTION_DROPPED, "Not needed", "No longer needed."},
	{TUI_KEY_ENTER, 'e', 'o', OP_WORDS, "Words", "How that is known, and what it changed for the child."},
	{0},
};

enum { COLUMN_WHAT, COLUMN_WHO, COLUMN_BY, COLUMN_STATE, COLUMN_COUNT };
static const struct list_column columns[COLUMN_COUNT] = {
	{"action", 0, LIST_LEFT, 0, 0},
	{"who", 16, LIST_LEFT, 0, 0},
	{"by", 10, LIST_LEFT, 0, 0},
	{"state", 16, LIST_LEFT, 0, 0},
};

struct action_rows {
	struct core_group_page page;
	day_number today;
};
struct actions_state {
	int64_t family, meeting; /* meeting: at which it is said; 0 between two */
	struct action_rows rows;
	struct list list;
	const char *where; /* "at the core group of Thu 9 Apr 2026" */
	bool is_open;
};

static const struct plan_action *action_at(const void *rows, size_t row)
{
	return &((const struct action_rows *)rows)->page.actions.items[row];
}

static int64_t action_identity(const void *rows, size_t row)
{
	return action_at(rows, row)->id;
}

static bool is_late(const struct plan_action *action, day_number today)
{
	return (action->state == PLAN_ACTION_OPEN || action->state == PLAN_ACTION_PARTLY) &&
	       action->by_on != DAY_NONE && action->by_on < today;
}

static void action_cell(const void *rows, size_t row, int column, char *out, size_t room)
{
	const struct plan_action *action = action_at(rows, row);
	char day[DATE_TEXT_ROOM];

	switch (column) {
	case COLUMN_WHAT: snprintf(out, room, "%s", action->what); break;
	case COLUMN_WHO: snprintf(out, room, "%s", action->who); break;
	case COLUMN_BY:
		snprintf(out, room, "%s", action->by_on == DAY_NONE ? "-" : date_short(action->by_on, day));
		break;
	default:
		snprintf(out, room, "%s%s", is_late(action, ((const struct action_rows *)rows)->today) ? "! " : "",
			 plan_action_state_label(action->state));
	}
}

static enum tui_role action_role(const void *rows, size_t row, int column)
{
	return column == COLUMN_STATE && is_late(action_at(rows, row), ((const struct action_rows *)rows)->today)
		       ? TUI_LATE
		       : TUI_TEXT;
}

static const struct core_group_meeting *meeting_of(const struct core_group_page *page, int64_t id)
{
	for (size_t i = 0; i < page->meetings.count; i++)
		if (page->meetings.items[i].id == id)
			return &page->meetings.items[i];
	return NULL;
}

static const char *where_words(const struct core_group_page *page, int64_t meeting, struct arena *mem)
{
	const struct core_group_meeting *of = meeting_of(page, meeting);
	char day[DATE_TEXT_ROOM];

	return of ? arena_printf(mem, "at the core group of %s", date_medium(of->day, day)) : "between two core groups";
}

static bool actions_load(struct screen *s, struct tui *t, struct fault *f)
{
	struct actions_state *state = screen_state(s);
	struct arena *mem = screen_arena(s);
	struct list_source source = {
		.identity = action_identity, .cell = action_cell, .role = action_role, .rows = &state->rows};

	if (!casework_core_group_again(casework_of(t), state->family, mem, &state->rows.page, f))
		return false;
	if (!state->is_open)
		list_open(&state->list, columns, COLUMN_COUNT);
	state->is_open = true;
	state->rows.today = casework_today(casework_of(t));
	state->where = where_words(&state->rows.page, state->meeting, mem);
	source.count = state->rows.page.actions.count;
	list_fill(&state->list, &source, mem);
	return true;
}

static void actions_title(const struct screen *s, char *out, size_t room)
{
	const struct actions_state *state = screen_state(s);

	snprintf(out, room, "Actions · %s · said %s", state->rows.page.line.family_words, state->where);
}

/* What was said of the action under the cursor, the last first. */
static void draw_history(const struct actions_state *state, int64_t action, struct canvas *c)
{
	const struct plan_action_said_list *said = &state->rows.page.said;
	int row = 1, rows = canvas_rows(c);

	canvas_print(c, 0, 2, -1, TUI_MUTED, "Said of it before");
	for (size_t i = said->count; i-- > 0 && row < rows;) {
		const struct plan_action_said *one = &said->items[i];
		const struct core_group_meeting *at = meeting_of(&state->rows.page, one->meeting_id);
		char day[DATE_TEXT_ROOM];

		if (one->action_id != action)
			continue;
		canvas_print(c, row++, 4, -1, TUI_TEXT, "%s%s: %s%s%s%s%s",
			     date_short(at ? at->day : one->said_on, day), at ? ", core group" : "",
			     plan_action_state_label(one->state), *one->evidence ? " · " : "", one->evidence,
			     *one->difference ? " · " : "", one->difference);
	}
	if (row == 1)
		canvas_print(c, row, 4, -1, TUI_TEXT, "nothing yet");
}

static void actions_draw(const struct screen *s, struct canvas *c)
{
	const struct actions_state *state = screen_state(s);
	int rows = canvas_rows(c), foot = rows > 14 ? 6 : 0;
	struct canvas_part part, beneath;
	size_t row;

	list_draw(&state->list, canvas_part(c, &part, 0, 0, rows - foot, canvas_columns(c)), true,
		  "No plan with actions was given out here.");
	if (foot && list_selection(&state->list, &row))
		draw_history(state, state->rows.page.actions.items[row].id,
			     canvas_part(c, &beneath, rows - foot + 1, 0, foot - 1, canvas_columns(c)));
}

static bool mark(struct actions_state *state, struct tui *t, size_t row, enum plan_action_state as, struct fault *f)
{
	struct plan_action action = state->rows.page.actions.items[row];

	action.state = as;
	if (!casework_core_group_action(casework_of(t), state->family, state->meeting, &action, f))
		return false;
	tui_say(t, "%s: %s.", action.what, plan_action_state_label(as));
	if (row + 1 < state->rows.page.actions.count)
		list_select(&state->list, state->rows.page.actions.items[row + 1].id);
	tui_refresh(t);
	return true;
}

static enum handled actions_act(struct screen *s, struct tui *t, int op, tui_key typed)
{
	struct actions_state *state = screen_state(s);
	struct fault f = {0};
	bool ok = true;
	size_t row;

	if (list_act(&state->list, op, typed, screen_arena(s)) == HANDLED)
		return HANDLED;
	if (op < OP_FIRST_OWN || op >= OP_MARK + PLAN_ACTION_STATE_COUNT)
		return NOT_MINE;
	if (!list_selection(&state->list, &row))
		return HANDLED;
	if (op == OP_WORDS)
		ok = core_group_action_form_open(t, state->family, state->rows.page.actions.items[row].id,
						 state->meeting, &f);
	else
		ok = mark(state, t, row, (enum plan_action_state)(op - OP_MARK), &f);
	if (!ok)
		tui_say_fault(t, &f);
	return HANDLED;
}

static bool actions_takes_text(const struct screen *s)
{
	const struct actions_state *state = screen_state(s);

	return list_takes_text(&state->list);
}

const struct screen_class core_group_actions_screen = {
	.name = "core-group-actions",
	.purpose = "The actions of the plan one by one: what became of each, said at which core group.",
	.keys = actions_keys,
	.state_size = sizeof(struct actions_state),
	.list = LIST_OF(struct actions_state, list),
	.load = actions_load,
	.title = actions_title,
	.draw = actions_draw,
	.act = actions_act,
	.takes_text = actions_takes_text,
};

bool core_group_actions_open(struct tui *t, int64_t family, int64_t meeting, struct fault *f)
{
	const struct actions_state start = {.family = family, .meeting = meeting};

	if (!casework_may(casework_of(t), ACTION_KEEP_CORE_GROUPS, f))
		return false;
	return tui_push(t, &core_group_actions_screen, &start, f);
}
