/* What is around every screen: heading, title, rules, message line and key line; and painting the whole stack. */
#include "tui_private.h"

#include "base/text.h"

#include <stdio.h>
#include <string.h>

#define ROWS_ABOVE 3 /* heading, title, rule */
#define ROWS_BELOW 3 /* rule, message, keys */

bool screen_takes_text(const struct screen *s)
{
	return s->class->takes_text && s->class->takes_text(s);
}

bool binding_is_live(const struct screen *s, const struct binding *b)
{
	return !s->class->key_is_live || s->class->key_is_live(s, b->op);
}

tui_key binding_usable_key(const struct binding *b, bool is_text)
{
	const tui_key keys[] = {b->key, b->twin, b->third};

	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
		if (keys[i] && !(is_text && tui_key_is_letter(keys[i])))
			return keys[i];
	return 0;
}

static const struct screen *base_of(const struct screen *s)
{
	while (s->class->is_popup && s->below)
		s = s->below;
	return s;
}

static void draw_heading(struct tui *t, struct canvas *c)
{
	char left[160] = "", right[160] = "";
	int columns = canvas_columns(c), width;

	if (t->start.heading)
		t->start.heading(t->start.world, left, sizeof left, right, sizeof right);
	width = text_width(right);
	if (width > columns - 4)
		width = columns - 4;
	canvas_cell_right(c, 0, columns - 1 - width, width, TUI_TEXT, right);
	canvas_cell(c, 0, 1, columns - width - 3, TUI_TEXT, left);
}

static void draw_title(const struct screen *s, struct canvas *c)
{
	char title[256] = "";

	if (s->class->title)
		s->class->title(s, title, sizeof title);
	canvas_cell(c, 1, 1, canvas_columns(c) - 2, TUI_TITLE, title);
}

/* At the right end of the rule: nothing moves when words come or go. */
static void draw_beside(struct tui *t, struct canvas *c, int row)
{
	char words[256] = "";
	int width, most = canvas_columns(c) - 8;

	if (t->start.beside)
		t->start.beside(t, words, sizeof words);
	width = text_width(words) < most ? text_width(words) : most;
	if (!words[0])
		return;
	canvas_fill(c, row, canvas_columns(c) - width - 4, width + 2, TUI_TEXT);
	canvas_cell(c, row, canvas_columns(c) - width - 3, width, TUI_HEADING, words);
}

/* One "k Word" entry; returns the cells used, 0 when it does not fit before `end`. */
static int draw_key(struct canvas *c, int row, int column, int end, tui_key key, const char *label)
{
	char name[16];
	int width, used;

	tui_key_name(key, name);
	width = text_width(name) + 1 + text_width(label);
	if (column + width > end)
		return 0;
	used = canvas_text(c, row, column, -1, TUI_KEY, name);
	canvas_text(c, row, column + used + 1, -1, TUI_TEXT, label);
	return width;
}

static int draw_table_keys(const struct screen *s, const struct binding *table, struct canvas *c, int row, int column,
			   int end)
{
	bool is_text = screen_takes_text(s);

	for (const struct binding *b = table; b && (b->key || b->op); b++) {
		tui_key key = binding_usable_key(b, is_text);
		int used;

		if (!b->label || !key || !binding_is_live(s, b))
			continue;
		used = draw_key(c, row, column, end, key, b->label);
		if (!used)
			break; /* the most used come first: what follows is in help */
		column += used + 2;
	}
	return column;
}

const struct binding *everywhere_keys(const struct tui *t)
{
	return screen_takes_text(t->top) || t->top->class->is_popup ? NULL : t->start.everywhere;
}

static void draw_keys(const struct tui *t, struct canvas *c, int row)
{
	const struct screen *s = t->top;
	const char *help = screen_takes_text(s) ? "F1 Help" : "? Help";
	int end = canvas_columns(c) - 1 - text_width(help), column = 1;
	int back = s->below ? text_width("Esc Back") + 2 : 0;

	column = draw_table_keys(s, s->class->keys, c, row, column, end - 2 - back);
	column = draw_table_keys(s, s->class->widget_keys, c, row, column, end - 2 - back);
	for (const struct binding *b = everywhere_keys(t); b && b->op; b++) {
		int used = b->label ? draw_key(c, row, column, end - 2 - back, b->key, b->label) : 0;

		column += used ? used + 2 : 0;
	}
	if (s->below)
		draw_key(c, row, column, end - 2, TUI_KEY_ESCAPE, "Back");
	draw_key(c, row, end, canvas_columns(c), screen_takes_text(s) ? TUI_F(1) : '?', "Help");
}

/* A message longer than its line takes the rule above it as well, so that a sentence is seen to its end; what two rows
 * do not hold can be read with M. */
static void draw_words(struct canvas *c, int row, enum tui_role role, const char *text)
{
	int cells = canvas_columns(c) - 2;
	size_t bytes, shown;

	if (text_width(text) > cells) {
		bytes = text_wrap(text, cells, &shown);
		canvas_fill(c, row - 1, 0, -1, TUI_TEXT);
		canvas_print(c, row - 1, 1, cells, role, "%.*s", (int)shown, text);
		text += bytes;
	}
	canvas_cell(c, row, 1, cells, role, text);
}

/* A screen's own line stands there while there is no message. */
static void draw_message(const struct tui *t, struct canvas *c, int row)
{
	const struct screen *s = base_of(t->top);
	char status[256] = "";

	if (t->message.text[0]) {
		draw_words(c, row, t->message.role, t->message.text);
		return;
	}
	if (s->class->status)
		s->class->status(s, status, sizeof status);
	if (status[0])
		canvas_cell(c, row, 1, canvas_columns(c) - 2, TUI_TEXT, status);
}

static void draw_from(const struct screen *s, const struct screen *base, struct canvas *c)
{
	if (s != base)
		draw_from(s->below, base, c);
	if (s->class->draw)
		s->class->draw(s, c);
}

static void draw_stack(struct tui *t, struct canvas *c)
{
	const struct screen *base = base_of(t->top);
	struct canvas_part room;
	int rows = canvas_rows(c);

	draw_heading(t, c);
	draw_title(base, c);
	canvas_rule(c, 2);
	draw_beside(t, c, 2);
	canvas_rule(c, rows - ROWS_BELOW);
	draw_message(t, c, rows - 2);
	draw_keys(t, c, rows - 1);
	draw_from(t->top, base,
		  canvas_part(c, &room, ROWS_ABOVE, 0, rows - ROWS_ABOVE - ROWS_BELOW, canvas_columns(c)));
}

int tui_columns(const struct tui *t)
{
	return surface_columns(t->surface);
}

static void tell_width(struct tui *t)
{
	int before = t->columns;

	t->columns = tui_columns(t);
	for (struct screen *s = t->top; s && before && before != t->columns; s = s->below)
		if (s->class->resized)
			s->class->resized(s, t);
}

void frame_paint(struct tui *t)
{
	struct canvas_part room;
	struct canvas *c;

	if (t->must_repaint)
		surface_forget(t->surface);
	t->must_repaint = false;
	c = surface_begin(t->surface, &room);
	tell_width(t);
	if (t->lock.is_on) {
		lock_draw(t, c);
	} else if (t->is_blank) {
		canvas_text(c, 0, 0, -1, TUI_TEXT, "Press a key");
	} else if (canvas_rows(c) < LEAST_ROWS || canvas_columns(c) < LEAST_COLUMNS) {
		char notice[80];

		snprintf(notice, sizeof notice, "Make the window larger (now %dx%d)", canvas_columns(c),
			 canvas_rows(c));
		canvas_paragraph(c, 0, 0, -1, canvas_rows(c), TUI_TEXT, notice);
	} else {
		draw_stack(t, c);
	}
	surface_end(t->surface);
}
