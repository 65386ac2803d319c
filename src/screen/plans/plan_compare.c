/* Two versions of a plan: beside one another where the window is wide, else one under the other; what changed is marked
 * by a sign and a word. */
#include "base/text.h"
#include "plan_page.h"
#include "screens.h"
#include "tui/prompt.h"

#include <stdio.h>
#include <string.h>

enum { OP_ALL = OP_FIRST_OWN };

static const struct binding compare_keys[] = {
	{TUI_KEY_ENTER, 'o', 0, OP_OPEN, "Read", "This part whole, as it was and as it is."},
	{'v', 0, 0, OP_ALL, "All", "What is as it was too, and back to what changed."},
	{0},
};

enum { WIDE = 110, MARK_COLUMNS = 1, LABEL_COLUMNS = 21, GAPS = 5, NARROW_LABEL = 10 };

struct compare_row {
	bool is_heading;
	const char *mark, *label, *before, *now; /* one under the other: the text is in `before` */
	enum plan_change change;
	const char *whole_before, *whole_now, *about; /* of the part this row is of */
	int64_t identity;
};
struct compare_rows {
	struct compare_row *items;
	size_t count, room;
};
struct compare_state {
	int64_t family, one, other;
	struct plan_comparison both;
	struct compare_rows rows;
	struct list list;
	size_t same;
	bool shows_all, is_wide, is_open;
};

static const struct list_column wide_columns[] = {{"", MARK_COLUMNS, LIST_LEFT, 0, 0},
						  {"", LABEL_COLUMNS, LIST_LEFT, 0, 0},
						  {"as it was", 0, LIST_LEFT, 0, 0},
						  {"as it is", 0, LIST_LEFT, 0, 0}};
static const struct list_column narrow_columns[] = {
	{"", MARK_COLUMNS, LIST_LEFT, 0, 0}, {"", NARROW_LABEL, LIST_LEFT, 0, 0}, {"", 0, LIST_LEFT, 0, 0}};

/* --- Rows --- */

struct making {
	struct compare_state *state;
	struct arena *mem;
	int cells; /* of one text */
};

static bool push(struct making *m, struct compare_row row)
{
	struct compare_row *one = ARENA_PUSH(m->mem, &m->state->rows);

	if (!one)
		return false;
	row.identity = (int64_t)m->state->rows.count;
	*one = row;
	return true;
}

static const char *next_line(struct making *m, const char **at)
{
	size_t shown, n = text_wrap(*at, m->cells, &shown);
	const char *line = n ? arena_text_n(m->mem, *at, shown) : "";

	*at += n;
	return line;
}

/* Both go down the page together. */
static bool push_beside(struct making *m, struct compare_row row)
{
	const char *before = row.whole_before, *now = row.whole_now;

	do {
		row.before = next_line(m, &before);
		row.now = next_line(m, &now);
		if (!push(m, row))
			return false;
		row.mark = row.label = "";
	} while (*before || *now);
	return true;
}

static bool push_lines(struct making *m, struct compare_row row, const char *label, const char *text)
{
	row.now = "";
	row.label = label;
	do {
		row.before = next_line(m, &text);
		if (!push(m, row))
			return false;
		row.mark = row.label = "";
	} while (*text);
	return true;
}

/* "What must change · changed", then what it was and what it is. */
static bool push_under(struct making *m, struct compare_row row)
{
	struct compare_row head = row;
	bool has_before = *row.whole_before != '\0', has_now = *row.whole_now != '\0';

	head.is_heading = true;
	head.mark = arena_printf(m->mem, "%s %s · %s", plan_change_mark(row.change), row.about,
				 plan_change_label(row.change));
	head.label = head.before = head.now = "";
	if (!push(m, head))
		return false;
	row.mark = plan_change_mark(row.change);
	if (row.change == PLAN_CHANGE_SAME)
		return push_lines(m, row, "as it was", row.whole_now);
	return (!has_before || push_lines(m, row, "it was", row.whole_before)) &&
	       (!has_now || push_lines(m, row, "it is", row.whole_now));
}

static bool push_part(struct making *m, const char *about, enum plan_change change, const char *before, const char *now)
{
	struct compare_row row = {.mark = plan_change_mark(change),
				  .label = about,
				  .change = change,
				  .whole_before = before,
				  .whole_now = now,
				  .about = about};

	if (!*before && !*now)
		return true;
	if (change == PLAN_CHANGE_SAME) {
		m->state->same++;
		if (!m->state->shows_all)
			return true;
	}
	return m->state->is_wide ? push_beside(m, row) : push_under(m, row);
}

static bool push_group(struct making *m, const char *words)
{
	return push(m, (struct compare_row){.is_heading = true,
					    .mark = words,
					    .label = "",
					    .before = "",
					    .now = "",
					    .about = "",
					    .whole_before = "",
					    .whole_now = ""});
}

static const char *deed_words(const struct plan_action *a, struct arena *mem)
{
	char day[DATE_TEXT_ROOM];
	const char *words;

	if (!a)
		return "";
	words = arena_printf(mem, "%s · %s", a->what, a->who);
	if (a->by_on != DAY_NONE)
		words = arena_printf(mem, "%s · by %s", words, date_medium(a->by_on, day));
	return arena_printf(mem, "%s · %s", words, plan_action_state_label(a->state));
}

/* One that was done, or is not needed any more, was not carried over: that is no taking out. */
static const char *left_words(const struct plan_action *before)
{
	return before->state == PLAN_ACTION_DONE      ? "(done: it needed no carrying over)"
	       : before->state == PLAN_ACTION_DROPPED ? "(no longer needed)"
						      : "";
}

static bool is_matched(const struct plan_side *now, const struct plan_side *before, const struct plan_action *one)
{
	for (size_t i = 0; i < now->actions.count; i++)
		if (plan_action_match(&before->actions, &now->actions.items[i]) == one)
			return true;
	return false;
}

static bool push_actions(struct making *m)
{
	const struct plan_side *before = &m->state->both.before, *now = &m->state->both.now;

	for (size_t i = 0; i < now->actions.count; i++) {
		const struct plan_action *a = &now->actions.items[i];
		const struct plan_action *was = plan_action_match(&before->actions, a);

		if (!push_part(m, "Action", plan_action_change(was, a), deed_words(was, m->mem), deed_words(a, m->mem)))
			return false;
	}
	for (size_t i = 0; i < before->actions.count; i++) {
		const struct plan_action *was = &before->actions.items[i];

		if (!is_matched(now, before, was) &&
		    !push_part(m, "Action", PLAN_CHANGE_TAKEN_OUT, deed_words(was, m->mem), left_words(was)))
			return false;
	}
	return true;
}

static const char *helper_words(const struct plan_network *one, struct arena *mem)
{
	if (!one)
		return "";
	return arena_printf(mem, "%s%s%s%s%s", one->name, *one->relation ? ", " : "", one->relation,
			    *one->does ? ": " : "", one->does);
}

static bool push_network(struct making *m)
{
	const struct plan_side *before = &m->state->both.before, *now = &m->state->both.now;

	for (size_t i = 0; i < now->network.count; i++) {
		const struct plan_network *one = &now->network.items[i];
		const struct plan_network *was = plan_network_match(&before->network, one);

		if (!push_part(m, "Safety network", plan_network_change(was, one), helper_words(was, m->mem),
			       helper_words(one, m->mem)))
			return false;
	}
	for (size_t i = 0; i < before->network.count; i++) {
		const struct plan_network *was = &before->network.items[i];

		if (!plan_network_match(&now->network, was) &&
		    !push_part(m, "Safety network", PLAN_CHANGE_TAKEN_OUT, helper_words(was, m->mem), ""))
			return false;
	}
	return true;
}

static bool push_all(struct making *m)
{
	const struct plan_comparison *both = &m->state->both;

	for (int i = 0; i < PLAN_TEXT_COUNT; i++) {
		enum plan_text text = (enum plan_text)i;
		const char *before = plan_text_of(&both->before.plan, text), *now = plan_text_of(&both->now.plan, text);

		if (!push_part(m, plan_text_label(text), plan_text_change(before, now), before, now))
			return false;
	}
	return push_actions(m) && push_network(m);
}

static bool push_left_out(struct making *m)
{
	struct compare_state *state = m->state;

	if (!state->rows.count && !push_group(m, "Nothing changed between these two versions."))
		return false;
	if (!state->same || state->shows_all)
		return true;
	return push_group(m, arena_printf(m->mem, "%zu part%s as %s: v shows %s too.", state->same,
					  state->same == 1 ? " is" : "s are", state->same == 1 ? "it was" : "they were",
					  state->same == 1 ? "it" : "them"));
}

/* --- The screen --- */

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
	struct making m = {.state = state, .mem = mem};

	state->is_wide = width >= WIDE;
	m.cells = state->is_wide ? (width - MARK_COLUMNS - LABEL_COLUMNS - GAPS - 2) / 2
				 : width - MARK_COLUMNS - NARROW_LABEL - GAPS;
	state->rows = (struct compare_rows){0};
	state->same = 0;
	state->list.columns = state->is_wide ? wide_columns : narrow_columns;
	state->list.column_count = state->is_wide ? 4 : 3;
	if (!push_all(&m) || !push_left_out(&m) || arena_exhausted(mem))
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
