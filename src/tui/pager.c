/* A text to read: scrolling, and finding a word in it. */
#include "base/text.h"
#include "edit_find.h"
#include "edit_motion.h"
#include "tui/edit_line.h"
#include "tui/prompt.h"
#include "wrap_rows.h"

#include <stdio.h>
#include <string.h>

enum pager_op { OP_PAGE = OP_FIRST_OWN, OP_FIND_BEFORE, OP_FIND_START };

struct pager {
	struct arena mem;
	const char *title, *text;
	struct wrap_rows rows;
	size_t first;    /* the row at the top */
	size_t top;      /* its first byte: what stays in place when the width changes */
	int page;        /* rows shown at the last draw */
	bool is_finding; /* the word is being typed */
	struct edit_line line;
	bool has_found;
	size_t found; /* byte */
};

/* What the last drawing measured, for paging; not part of what is shown. */
static void measure(struct pager *p, const struct canvas *c)
{
	p->page = canvas_rows(c) - 1;
	if (p->rows.columns == canvas_columns(c) - 2)
		return;
	wrap_rows_fit(&p->rows, p->text, canvas_columns(c) - 2);
	p->first = wrap_rows_at(&p->rows, p->top);
}

static void scroll_to(struct pager *p, size_t row)
{
	size_t page = p->page > 0 ? (size_t)p->page : 1;
	size_t last = p->rows.count > page ? p->rows.count - page : 0;

	p->first = row < last ? row : last;
	p->top = p->rows.starts[p->first];
}

static void scroll_by(struct pager *p, long rows)
{
	size_t by = (size_t)(rows < 0 ? -rows : rows);

	if (rows < 0)
		scroll_to(p, p->first > by ? p->first - by : 0);
	else
		scroll_to(p, p->first + by);
}

static void show_found(struct pager *p, size_t at)
{
	size_t row = wrap_rows_at(&p->rows, at);

	p->found = at;
	p->has_found = true;
	if (row < p->first || row >= p->first + (size_t)p->page)
		scroll_to(p, row > 2 ? row - 2 : 0);
}

/* The last place before the present one; from the end when there is none. */
static bool find_before(const struct pager *p, const char *folded, size_t *at)
{
	size_t limit = p->has_found ? p->found : strlen(p->text), next = 0;
	bool found = false;

	for (size_t from = 0; find_folded(p->text, from, folded, &next) && next < limit;
	     from = motion_right(p->text, next)) {
		*at = next;
		found = true;
	}
	if (found || !p->has_found)
		return found;
	for (size_t from = limit; find_folded(p->text, from, folded, &next); from = motion_right(p->text, next)) {
		*at = next;
		found = true;
	}
	return found;
}

static void find(struct pager *p, struct tui *t, bool before)
{
	struct arena mem = {0};
	const char *folded = text_fold(&mem, p->line.text);
	size_t from = p->has_found ? motion_right(p->text, p->found) : p->top, at;
	bool found = before ? find_before(p, folded, &at)
			    : find_folded(p->text, from, folded, &at) || find_folded(p->text, 0, folded, &at);

	if (!folded[0])
		tui_say(t, "Type / and a word to find it.");
	else if (found)
		show_found(p, at);
	else
		tui_say(t, "“%s” is not in this text.", p->line.text);
	arena_finish(&mem);
}

static enum handled finding_act(struct pager *p, struct tui *t, int op, tui_key typed)
{
	bool refused;

	if (op == OP_BACK || typed == TUI_KEY_ESCAPE) {
		p->is_finding = false;
	} else if (op == OP_OPEN || typed == TUI_KEY_ENTER) {
		p->is_finding = p->has_found = false;
		find(p, t, false);
	} else {
		return op == OP_TYPED && edit_line_key(&p->line, typed, &refused) ? HANDLED : NOT_MINE;
	}
	return HANDLED;
}

static enum handled pager_act(struct screen *s, struct tui *t, int op, tui_key typed)
{
	struct pager *p = screen_state(s);
	long page = p->page > 1 ? p->page - 1 : 1;

	if (p->is_finding)
		return finding_act(p, t, op, typed);
	switch (op) {
	case OP_UP: scroll_by(p, -1); return HANDLED;
	case OP_DOWN:
	case OP_OPEN: scroll_by(p, 1); return HANDLED;
	case OP_PAGE_UP: scroll_by(p, -page); return HANDLED;
	case OP_PAGE:
	case OP_PAGE_DOWN: scroll_by(p, page); return HANDLED;
	case OP_FIRST: scroll_to(p, 0); return HANDLED;
	case OP_LAST: scroll_to(p, p->rows.count); return HANDLED;
	case OP_FIND_START:
		edit_line_set(&p->line, "", EDIT_LINE_ROOM - 1);
		p->is_finding = true;
		return HANDLED;
	case OP_FIND_NEXT: find(p, t, false); return HANDLED;
	case OP_FIND_BEFORE: find(p, t, true); return HANDLED;
	default: return NOT_MINE;
	}
}

static void draw_row(const struct pager *p, struct canvas *c, int row)
{
	size_t at = p->first + (size_t)row;
	bool is_found = p->has_found && wrap_rows_at(&p->rows, p->found) == at;
	struct arena mem = {0};

	canvas_text(c, row, 0, -1, TUI_TEXT, is_found ? ">" : " ");
	canvas_text(c, row, 1, -1, is_found ? TUI_SELECTED : TUI_TEXT,
		    arena_text_n(&mem, p->text + p->rows.starts[at], wrap_rows_bytes(&p->rows, p->text, at)));
	if (is_found)
		canvas_cursor(c, row, 1);
	arena_finish(&mem);
}

static void pager_draw(const struct screen *s, struct canvas *c)
{
	struct pager *p = screen_state(s);
	size_t end;
	int used;

	measure(p, c);
	end = p->first + (size_t)(p->page > 0 ? p->page : 0);
	end = end < p->rows.count ? end : p->rows.count;
	canvas_cursor(c, 0, 1);
	for (size_t row = p->first; row < end; row++)
		draw_row(p, c, (int)(row - p->first));
	if (p->is_finding) {
		used = canvas_print(c, canvas_rows(c) - 1, 1, -1, TUI_FIELD_FOCUS, "Find: ");
		canvas_text(c, canvas_rows(c) - 1, used + 1, -1, TUI_FIELD_FOCUS, p->line.text);
		canvas_cursor(c, canvas_rows(c) - 1, used + 1 + edit_line_column(&p->line));
	} else {
		canvas_print(c, canvas_rows(c) - 1, 1, -1, TUI_MUTED, "lines %zu to %zu of %zu", p->first + 1, end,
			     p->rows.count);
	}
}

static void pager_title(const struct screen *s, char *out, size_t room)
{
	const struct pager *p = screen_state(s);

	snprintf(out, room, "%s", p->title);
}

static bool pager_takes_text(const struct screen *s)
{
	const struct pager *p = screen_state(s);

	return p->is_finding;
}

static void pager_dispose(struct screen *s)
{
	struct pager *p = screen_state(s);

	wrap_rows_finish(&p->rows);
	arena_finish(&p->mem);
}

static const struct binding pager_keys[] = {
	{' ', TUI_KEY_PAGE_DOWN, 0, OP_PAGE, "Page", "Shows the next page."},
	{'/', 0, 0, OP_FIND_START, "Find", "Finds a word; accents and capitals do not matter."},
	{'n', 0, 0, OP_FIND_NEXT, "Next", "Goes to the next place where the word stands."},
	{'N', 0, 0, OP_FIND_BEFORE, NULL, "Goes to the place before where the word stands."},
	{0},
};

static const struct screen_class pager_class = {
	.name = "text",
	.purpose = "Shows a text to read.",
	.keys = pager_keys,
	.state_size = sizeof(struct pager),
	.title = pager_title,
	.draw = pager_draw,
	.act = pager_act,
	.takes_text = pager_takes_text,
	.dispose = pager_dispose,
};

bool pager_open(struct tui *t, const char *title, const char *text, struct fault *f)
{
	struct pager p = {.page = 1};

	p.title = arena_text(&p.mem, title);
	p.text = text_safe(&p.mem, text, true);
	edit_line_set(&p.line, "", EDIT_LINE_ROOM - 1);
	if (arena_exhausted(&p.mem) || !wrap_rows_fit(&p.rows, p.text, 76)) {
		wrap_rows_finish(&p.rows);
		arena_finish(&p.mem);
		return fault_set(f, FAULT_MEMORY,
				 "There is not enough memory to show this text; close other windows and try again.");
	}
	if (tui_push(t, &pager_class, &p, f))
		return true;
	wrap_rows_finish(&p.rows); /* the class has no load, so nothing was disposed of yet */
	arena_finish(&p.mem);
	return false;
}
