/* Two versions of a plan: beside one another where the window is wide, else one under the other; what changed is marked
 * by a sign and a word. */
#include "compare_rows.h"
#include "plan_page.h"
#include "screens.h"
#include "tui/prompt.h"

#include <stdio.h>

enum { OP_ALL = OP_FIRST_OWN };

static const struct binding compare_keys[] = {
	{TUI_KEY_ENTER, 'o', 0, OP_OPEN, "Read", "This part whole, as it was and as it is."},
	{'v', 0, 0, OP_ALL, "All", "What is as it was too, and back to what changed."},
	{0},
};

enum { WIDE = 110, MARK_COLUMNS = 1, LABEL_COLUMNS = 21, GAPS = 5, NARROW_LABEL = 10 };

struct compare_state {
	int64_t family, one, other;
	struct plan_comparison both;
	struct compare_rows rows;
	struct list list;
	bool shows_all, is_wide, is_open;
};

static const struct list_column wide_columns[] = {{"", MARK_COLUMNS, LIST_LEFT, 0, 0},
						  {"", LABEL_COLUMNS, LIST_LEFT, 0, 0},
						  {"as it was", 0, LIST_LEFT, 0, 0},
						  {"as it is", 0, LIST_LEFT, 0, 0}};
static const struct list_column narrow_columns[] = {
	{"", MARK_COLUMNS, LIST_LEFT, 0, 0}, {"", NARROW_LABEL, LIST_LEFT, 0, 0}, {"", 0, LIST_LEFT, 0, 0}};

static const struct compare_row *row_at(const void *rows, size_t row)
{
	return &((const struct compare_rows *)rows)->items[row];
}

static int64_t row_identity(const void *rows, size_t row)
{
	return row_at(rows, row)->identity;
}

static bool row_is_heading(const void *rows, size_t row)
{
	return row_at(rows, row)->is_heading;
}

static void row_cell(const void *rows, size_t row, int column, char *out, size_t room)
{
	const struct compare_row *one = row_at(rows, row);
	const char *const cells[] = {one->mark, one->label, one->before, one->now};

	snprintf(out, room, "%s", cells[column]);
}

static enum tui_role row_role(const void *rows, size_t row, int column)
{
	return row_at(rows, row)->change == PLAN_CHANGE_SAME && column > 0 ? TUI_MUTED : TUI_TEXT;
}

static bool show(struct compare_state *state, int width, struct arena *mem)
{
	struct list_source source = {.identity = row_identity,
				     .cell = row_cell,
				     .role = row_role,
				     .is_heading = row_is_heading,
				     .rows = &state->rows};
	int cells;

	state->is_wide = width >= WIDE;
	cells = state->is_wide ? (width - MARK_COLUMNS - LABEL_COLUMNS - GAPS - 2) / 2
			       : width - MARK_COLUMNS - NARROW_LABEL - GAPS;
	state->list.columns = state->is_wide ? wide_columns : narrow_columns;
	state->list.column_count = state->is_wide ? 4 : 3;
	if (!compare_rows_make(&state->rows, &state->both, cells, state->is_wide, state->shows_all, mem))
		return false;
	source.count = state->rows.count;
	list_fill(&state->list, &source, mem);
	return true;
}

static bool compare_load(struct screen *s, struct tui *t, struct fault *f)
{
	struct compare_state *state = screen_state(s);

	if (!casework_plan_compare(casework_of(t), state->family, state->one, state->other, screen_arena(s),
				   &state->both, f))
		return false;
	if (!state->is_open)
		list_open(&state->list, narrow_columns, 3);
	state->is_open = true;
	return show(state, tui_columns(t), screen_arena(s)) ||
	       fault_set(f, FAULT_MEMORY, "There is not enough memory to show these versions.");
}

static void compare_resized(struct screen *s, struct tui *t)
{
	show(screen_state(s), tui_columns(t), screen_arena(s));
}

static void compare_title(const struct screen *s, char *out, size_t room)
{
	const struct compare_state *state = screen_state(s);

	snprintf(out, room, "Plan, versions %d and %d · %s · %s", state->both.before.plan.number,
		 state->both.now.plan.number, state->both.family_words, state->both.reference);
}

static const char *when_words(const struct plan_version *v, char day[DATE_TEXT_ROOM])
{
	return v->issued_on == DAY_NONE ? "not given out" : date_medium(v->issued_on, day);
}

static void compare_draw(const struct screen *s, struct canvas *c)
{
	const struct compare_state *state = screen_state(s);
	char before[DATE_TEXT_ROOM], now[DATE_TEXT_ROOM];
	struct canvas_part part;

	canvas_print(c, 0, 2, -1, TUI_TEXT, "version %d: %s · version %d: %s", state->both.before.plan.number,
		     when_words(&state->both.before.plan, before), state->both.now.plan.number,
		     when_words(&state->both.now.plan, now));
	canvas_text(c, 1, 2, -1, TUI_MUTED, "+ new   - taken out   ~ changed");
	list_draw(&state->list, canvas_part(c, &part, 2, 0, canvas_rows(c) - 2, canvas_columns(c)), true, "");
}

static bool read_whole(struct compare_state *state, struct tui *t, struct fault *f)
{
	struct arena mem = {0};
	const struct compare_row *row;
	const char *text;
	size_t at;
	bool ok = true;

	if (!list_selection(&state->list, &at))
		return true;
	row = &state->rows.items[at];
	if (row->is_heading)
		return true;
	text = row->change == PLAN_CHANGE_SAME
		       ? arena_printf(&mem, "As it was:\n\n%s", row->whole_now)
		       : arena_printf(&mem, "Version %d:\n\n%s\n\nVersion %d (%s):\n\n%s",
				      state->both.before.plan.number, *row->whole_before ? row->whole_before : "-",
				      state->both.now.plan.number, plan_change_label(row->change),
				      *row->whole_now ? row->whole_now : "-");
	ok = arena_exhausted(&mem) ? fault_set(f, FAULT_MEMORY, "There is not enough memory for this text.")
				   : pager_open(t, row->about, text, f);
	arena_finish(&mem);
	return ok;
}

static enum handled compare_act(struct screen *s, struct tui *t, int op, tui_key typed)
{
	struct compare_state *state = screen_state(s);
	struct fault f = {0};

	if (list_act(&state->list, op, typed, screen_arena(s)) == HANDLED)
		return HANDLED;
	if (op == OP_ALL) {
		state->shows_all = !state->shows_all;
		show(state, tui_columns(t), screen_arena(s));
		return HANDLED;
	}
	if (op != OP_OPEN)
		return NOT_MINE;
	if (!read_whole(state, t, &f))
		tui_say_fault(t, &f);
	return HANDLED;
}

static bool compare_takes_text(const struct screen *s)
{
	const struct compare_state *state = screen_state(s);

	return list_takes_text(&state->list);
}

const struct screen_class plan_compare_screen = {
	.name = "plan-versions",
	.purpose = "Two versions of a plan beside one another, and what changed between them.",
	.keys = compare_keys,
	.state_size = sizeof(struct compare_state),
	.list = LIST_OF(struct compare_state, list),
	.load = compare_load,
	.title = compare_title,
	.draw = compare_draw,
	.resized = compare_resized,
	.act = compare_act,
	.takes_text = compare_takes_text,
};

bool plan_compare_open(struct tui *t, int64_t family, int64_t one, int64_t other, struct fault *f)
{
	const struct compare_state start = {.family = family, .one = one, .other = other};

	return tui_push(t, &plan_compare_screen, &start, f);
}
