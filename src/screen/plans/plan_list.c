/* The look-up: is this child on a plan? A line to type in, and the children of the list as it is typed. */
#include "plan_list_keys.h"

#include "base/text.h"
#include "screens.h"

#include <stdio.h>

enum { NAME, BORN, STANDING, FOUND_BY, COLUMN_COUNT };

static const struct binding plan_list_keys[] = {
	{TUI_KEY_ENTER, 'o', 0, OP_OPEN, "Open", "What the list holds of this child; of nobody found, the answer."},
	{TUI_F(6), 'a', 0, OP_ANSWER, "Answer", "Record who asks and what they are told."},
	{TUI_F(8), 'd', 0, OP_AS_AT, "As at", "The list as it was on another day."},
	{TUI_F(2), 'e', 0, OP_LOG, "Enquiries", "Who asked, and what they were told."},
	{TUI_KEY_TAB, '/', TUI_KEY_BACK_TAB, OP_TYPE, "Look for", "From the line to the list, and back."},
	{0},
};

static const struct list_column columns[COLUMN_COUNT] = {
	[NAME] = {"child", 0, LIST_LEFT, 0, 0},
	[BORN] = {"born", 16, LIST_LEFT, 70, 0},
	[STANDING] = {"the list", 34, LIST_LEFT, 0, 0},
	[FOUND_BY] = {"found by", 40, LIST_LEFT, 120, 0},
};

/* --- What is shown --- */

static int64_t line_identity(const void *rows, size_t row)
{
	return ((const struct plan_list_line_list *)rows)->items[row].person_id;
}

static void line_cell(const void *rows, size_t row, int column, char *out, size_t room)
{
	const struct plan_list_line *line = &((const struct plan_list_line_list *)rows)->items[row];

	switch (column) {
	case NAME: snprintf(out, room, "%s", line->name); break;
	case BORN: snprintf(out, room, "%s", line->birth); break;
	case STANDING: snprintf(out, room, "%s", line->standing_words); break;
	default: snprintf(out, room, "%s", line->found_by); break;
	}
}

static enum tui_role line_role(const void *rows, size_t row, int column)
{
	const struct plan_list_line *line = &((const struct plan_list_line_list *)rows)->items[row];

	if (column != STANDING)
		return TUI_TEXT;
	return line->standing == LIST_ON_PLAN ? TUI_LATE : TUI_MUTED;
}

static void show(struct plan_list_state *state, struct arena *mem)
{
	struct list_source source = {.count = state->found.lines.count,
				     .identity = line_identity,
				     .cell = line_cell,
				     .role = line_role,
				     .rows = &state->found.lines};

	list_fill(&state->list, &source, mem);
}

static bool look_for(struct plan_list_state *state, struct tui *t, struct arena *mem, struct fault *f)
{
	struct casework *cw = casework_of(t);

	if (!casework_plan_list_search(cw, state->line.text, state->as_at, MOST_LISTED, false, mem, &state->found, f) ||
	    (!state->only_words && !casework_plan_list_counts(cw, state->as_at, &state->counts, f)))
		return false;
	state->only_words = false;
	show(state, mem);
	return true;
}

static bool plan_list_load(struct screen *s, struct tui *t, struct fault *f)
{
	struct plan_list_state *state = screen_state(s);

	if (!state->is_open) {
		list_open(&state->list, columns, COLUMN_COUNT);
		edit_line_set(&state->line, "", WORDS_ROOM - 1);
		state->as_at = DAY_NONE;
		state->duty_manager = casework_settings(casework_of(t))->office.duty_manager;
	}
	state->is_open = true;
	return look_for(state, t, screen_arena(s), f);
}

static void plan_list_title(const struct screen *s, char *out, size_t room)
{
	const struct plan_list_state *state = screen_state(s);
	char day[DATE_TEXT_ROOM];

	snprintf(out, room, "List of children on plans · %s%s · %lld on a plan",
		 state->as_at == DAY_NONE ? "today" : "as at ",
		 state->as_at == DAY_NONE ? "" : date_medium(state->as_at, day), (long long)state->counts.children);
}

static void plan_list_status(const struct screen *s, char *out, size_t room)
{
	const struct plan_list_line *line = plan_list_selected(screen_state(s));

	out[0] = '\0';
	if (line)
		snprintf(out, room, "%s%s%s%s%s%s%s", line->birth, *line->home ? " · " : "", line->home,
			 *line->found_by ? " · found by " : "", line->found_by,
			 line->standing == LIST_ON_PLAN ? " · " : "",
			 line->standing == LIST_ON_PLAN ? category_label(line->category) : "");
}

/* --- Drawing --- */

static void draw_line(const struct plan_list_state *state, struct canvas *c, int *caret_column)
{
	static const char label[] = "Look for ";
	int from_column = (int)sizeof label - 1, cells = canvas_columns(c) - from_column - 1;
	int caret = edit_line_column(&state->line);
	size_t from = caret < cells ? 0 : text_clip(state->line.text, caret - cells / 2);
	enum tui_role role = state->is_in_list ? TUI_FIELD : TUI_FIELD_FOCUS;

	canvas_text(c, 0, 0, -1, TUI_TEXT, label);
	canvas_fill(c, 0, from_column, cells + 1, role);
	canvas_text(c, 0, from_column, cells, role, state->line.text + from);
	*caret_column = from_column + text_width_n(state->line.text + from, state->line.caret - from);
}

static void draw_hint(const struct plan_list_state *state, struct canvas *c)
{
	if (state->found.ask_manager)
		canvas_print(c, 1, 0, -1, TUI_LATE, "! The duty manager answers this one: %s. F6 records it.",
			     *state->duty_manager ? state->duty_manager : "send them there");
	else if (state->line.length < LEAST_BYTES)
		canvas_text(c, 1, 0, -1, TUI_MUTED, "Any name, a parent's too; birth date, address or postcode.");
	else if (state->found.only_alike)
		canvas_text(c, 1, 0, -1, TUI_SOON, "Nobody is called so. Spelt alike; a birth date tells which:");
	else if (state->found.total > state->found.lines.count)
		canvas_print(c, 1, 0, -1, TUI_MUTED, "%zu of %zu found; type more, or the birth date after the name.",
			     state->found.lines.count, state->found.total);
	else
		canvas_print(c, 1, 0, -1, TUI_MUTED, "%zu found.", state->found.total);
}

static const char *when_empty(const struct plan_list_state *state)
{
	if (state->line.length < LEAST_BYTES)
		return "Nobody is looked for yet. Who is or was on a plan is found as you type.";
	return "Nobody on the list is found by this. Before you say so, try another spelling, the birth date and a "
	       "parent's name. Enter records the answer.";
}

static void plan_list_draw(const struct screen *s, struct canvas *c)
{
	const struct plan_list_state *state = screen_state(s);
	struct canvas_part part;
	int caret;

	draw_line(state, c, &caret);
	draw_hint(state, c);
	list_draw(&state->list, canvas_part(c, &part, 3, 0, canvas_rows(c) - 3, canvas_columns(c)), state->is_in_list,
		  when_empty(state));
	if (!state->is_in_list)
		canvas_cursor(c, 0, caret);
}

static bool plan_list_takes_text(const struct screen *s)
{
	const struct plan_list_state *state = screen_state(s);

	return !state->is_in_list;
}

const struct screen_class plan_list_screen = {
	.name = "list",
	.purpose = "Is this child on a plan? By any name, birth date, address or postcode, today or on any past day.",
	.keys = plan_list_keys,
	.state_size = sizeof(struct plan_list_state),
	.list = LIST_OF(struct plan_list_state, list),
	.load = plan_list_load,
	.title = plan_list_title,
	.status = plan_list_status,
	.draw = plan_list_draw,
	.act = plan_list_act,
	.takes_text = plan_list_takes_text,
	.answered = plan_list_answered,
	.keep = plan_list_keep,
	.may_close = plan_list_may_close,
};

bool plan_list_open(struct tui *t, struct fault *f)
{
	return tui_go(t, &plan_list_screen, NULL, f);
}

bool plan_list_is_all(const struct casework *cw)
{
	return casework_roles(cw) == ROLE_BIT(ROLE_OUT_OF_HOURS);
}
