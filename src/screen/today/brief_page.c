/* Brief: what the chair reads in two minutes before the family comes; what the family may not see goes at one key. */
#include "about.h"
#include "my_day.h"

#include "base/text.h"
#include "live.h"
#include "screens.h"

#include <stdio.h>
#include <string.h>

enum { OP_CONFERENCE = OP_FIRST_OWN, OP_LIVE, OP_HIDE, OP_NEXT_ONE, OP_ONE_BEFORE };

static const struct binding brief_keys[] = {
	{'x', 0, 0, OP_HIDE, "Hide/show",
	 "Hide what is for professionals only, so that the family may look; or show it."},
	{'o', TUI_KEY_ENTER, 0, OP_CONFERENCE, "Conference", "Open the page of this conference."},
	{'L', 0, 0, OP_LIVE, "Live", "Start this conference, or go on where it stands."},
	{'n', '>', 0, OP_NEXT_ONE, "Next", "The brief of the next conference of My day."},
	{'p', '<', 0, OP_ONE_BEFORE, "Before", "The brief of the conference before."},
	{0},
};

enum { COLUMN_PART, COLUMN_SIGN, COLUMN_TEXT, COLUMN_COUNT };
enum { PART_CELLS = 13, SIGN_CELLS = 2, BESIDE_CELLS = 2 + PART_CELLS + 1 + SIGN_CELLS + 1, TEXT_LEAST = 20 };
static const struct list_column brief_columns[COLUMN_COUNT] = {
	{"", PART_CELLS, LIST_LEFT, 0, 0},
	{"", SIGN_CELLS, LIST_LEFT, 0, 0},
	{"", 0, LIST_LEFT, 0, 0},
};

/* A line of the screen: part of a line of the brief. */
struct brief_row {
	const struct brief_line *line;
	const char *part, *text; /* part: "" but on the first row of its part */
	bool is_first;           /* of its line: carries the signs */
};
struct brief_rows {
	struct brief_row *items;
	size_t count, room;
};

struct brief_state {
	struct brief_start start; /* first: what the screen is pushed with */
	struct brief brief;
	struct brief_rows rows;
	struct list list;
	bool is_open, is_hiding;
};

static int64_t row_identity(const void *rows, size_t row)
{
	(void)rows;
	return 1 + (int64_t)row;
}

static const struct brief_row *row_at(const void *rows, size_t row)
{
	return &((const struct brief_rows *)rows)->items[row];
}

static void row_cell(const void *rows, size_t row, int column, char *out, size_t room)
{
	const struct brief_row *one = row_at(rows, row);

	switch (column) {
	case COLUMN_PART: snprintf(out, room, "%s", one->part); break;
	case COLUMN_SIGN:
		snprintf(out, room, "%s%s", one->is_first && one->line->is_worry ? "!" : "",
			 one->is_first && one->line->is_restricted ? "*" : "");
		break;
	default: snprintf(out, room, "%s", one->text); break;
	}
}

static enum tui_role row_role(const void *rows, size_t row, int column)
{
	const struct brief_row *one = row_at(rows, row);

	if (column == COLUMN_PART)
		return TUI_TITLE;
	return one->line->is_worry ? TUI_LATE : TUI_TEXT;
}

static bool add_line(struct brief_rows *out, struct arena *mem, const struct brief_line *line, const char *part,
		     int cells)
{
	const char *text = line->text;
	bool is_first = true;
	size_t shown;

	for (size_t n; (n = text_wrap(text, cells, &shown)) > 0; text += n) {
		struct brief_row *row = ARENA_PUSH(mem, out);

		if (!row)
			return false;
		*row = (struct brief_row){line, is_first ? part : "", arena_text_n(mem, text, shown), is_first};
		is_first = false;
	}
	return true;
}

static bool brief_fill(struct brief_state *state, struct tui *t, struct arena *mem, struct fault *f)
{
	int cells = tui_columns(t) - BESIDE_CELLS;
	const char *part = "";
	struct list_source source = {
		.identity = row_identity, .cell = row_cell, .role = row_role, .rows = &state->rows};

	state->rows = (struct brief_rows){0};
	for (size_t i = 0; i < state->brief.count; i++) {
		const struct brief_line *line = &state->brief.items[i];
		bool is_new = strcmp(line->heading, part) != 0;

		if (state->is_hiding && line->is_restricted)
			continue;
		part = line->heading;
		if (!add_line(&state->rows, mem, line, is_new ? part : "", cells < TEXT_LEAST ? TEXT_LEAST : cells))
			return fault_set(f, FAULT_MEMORY, "The brief is too long to show.");
	}
	source.count = state->rows.count;
	list_fill(&state->list, &source, mem);
	return true;
}

/* Shown whole at first: whoever opens it reads it alone, and a risk left out in silence is the greater danger. Hidden
 * once, it stays hidden until somebody shows it again, in every brief opened after: a screen in the room must not open
 * by itself. */
static bool brief_load(struct screen *s, struct tui *t, struct fault *f)
{
	struct brief_state *state = screen_state(s);

	if (!state->is_open)
		list_open(&state->list, brief_columns, COLUMN_COUNT);
	state->is_open = true;
	state->is_hiding = desk_of(t)->hides_restricted;
	return casework_brief(casework_of(t), state->start.ids[state->start.at], screen_arena(s), &state->brief, f) &&
	       brief_fill(state, t, screen_arena(s), f);
}

static void brief_resized(struct screen *s, struct tui *t)
{
	struct fault f = {0};

	if (!brief_fill(screen_state(s), t, screen_arena(s), &f))
		tui_say_fault(t, &f);
}

/* Who may see it comes first: in the first forty cells of a braille line, and left when the window is narrow. */
static void brief_title(const struct screen *s, char *out, size_t room)
{
	const struct brief_state *state = screen_state(s);

	snprintf(out, room, "%s · Brief · %s · %s · %s", state->is_hiding ? "Family may look" : "Professionals only",
		 state->brief.family_words, state->brief.conference.reference, state->brief.when);
}

static void brief_status(const struct screen *s, char *out, size_t room)
{
	const struct brief_state *state = screen_state(s);
	size_t row;

	out[0] = '\0';
	if (!list_selection(&state->list, &row))
		return;
	if (state->rows.items[row].line->is_restricted)
		snprintf(out, room, "* for professionals only%s: x hides it.",
			 state->rows.items[row].line->is_worry ? " · ! to be settled or known" : "");
	else if (state->rows.items[row].line->is_worry)
		snprintf(out, room, "! to be settled or known.");
}

static void brief_draw(const struct screen *s, struct canvas *c)
{
	const struct brief_state *state = screen_state(s);

	list_draw(&state->list, c, true, "Nothing is known of it.");
}

static bool step(struct brief_state *state, struct tui *t, int op, struct fault *f)
{
	size_t last = state->start.count ? state->start.count - 1 : 0;

	if (op == OP_NEXT_ONE ? state->start.at >= last : state->start.at == 0)
		return fault_set(f, FAULT_REFUSED, "This is the %s conference of the days that My day shows.",
				 op == OP_NEXT_ONE ? "last" : "first");
	state->start.at = op == OP_NEXT_ONE ? state->start.at + 1 : state->start.at - 1;
	list_select(&state->list, 1);
	tui_refresh(t);
	return true;
}

static bool hide_or_show(struct screen *s, struct tui *t, struct fault *f)
{
	struct brief_state *state = screen_state(s);

	state->is_hiding = desk_of(t)->hides_restricted = !state->is_hiding;
	list_select(&state->list, 1);
	return brief_fill(state, t, screen_arena(s), f);
}

static enum handled brief_act(struct screen *s, struct tui *t, int op, tui_key typed)
{
	struct brief_state *state = screen_state(s);
	struct fault f = {0};
	bool done;

	if (list_act(&state->list, op, typed, screen_arena(s)) == HANDLED)
		return HANDLED;
	switch (op) {
	case OP_HIDE: done = hide_or_show(s, t, &f); break;
	case OP_CONFERENCE: done = conference_open(t, state->start.ids[state->start.at], &f); break;
	case OP_LIVE: done = live_open(t, state->start.ids[state->start.at], &f); break;
	case OP_NEXT_ONE:
	case OP_ONE_BEFORE: done = step(state, t, op, &f); break;
	default: return NOT_MINE;
	}
	if (!done)
		tui_say_fault(t, &f);
	return HANDLED;
}

static bool brief_takes_text(const struct screen *s)
{
	const struct brief_state *state = screen_state(s);

	return list_takes_text(&state->list);
}

ABOUT_CONFERENCE(brief_state, brief.conference)

const struct screen_class brief_screen = {
	.name = "brief",
	.purpose = "One conference in two minutes: who is who, risks, why now, reports, who comes, the quorum, needs.",
	.keys = brief_keys,
	.state_size = sizeof(struct brief_state),
	.about = about,
	.list = LIST_OF(struct brief_state, list),
	.load = brief_load,
	.title = brief_title,
	.status = brief_status,
	.draw = brief_draw,
	.act = brief_act,
	.takes_text = brief_takes_text,
	.resized = brief_resized,
};

bool brief_open(struct tui *t, const struct brief_start *start, struct fault *f)
{
	struct brief_state state = {.start = *start};

	return tui_push(t, &brief_screen, &state, f);
}
