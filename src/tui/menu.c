/* A menu of things to do, and the question on leaving unsaved work, which is a menu of three. */
#include "base/text.h"
#include "popup.h"
#include "tui/prompt.h"

#include <stdio.h>
#include <string.h>

enum { MENU_COLUMNS = 64 };

struct menu {
	int code;
	const char *title;
	struct menu_item *items;
	size_t count, selected;
	struct arena mem;
};

static void choose(struct tui *t, const struct menu *m, size_t i)
{
	if (m->items[i].why_not)
		tui_say(t, "%s: %s", m->items[i].label, m->items[i].why_not);
	else
		tui_close(t, &(struct answer){.code = m->code, .number = m->items[i].number, .text = ""});
}

/* The letters of the items come before the common keys: here "k" may be "Keep" and not "up". */
static bool choose_by_letter(struct tui *t, struct menu *m, tui_key key)
{
	for (size_t i = 0; i < m->count; i++) {
		if (!key || m->items[i].key != key)
			continue;
		m->selected = i;
		choose(t, m, i);
		return true;
	}
	return false;
}

static enum handled menu_act(struct screen *s, struct tui *t, int op, tui_key typed)
{
	struct menu *m = screen_state(s);

	if (choose_by_letter(t, m, typed))
		return HANDLED;
	if (!m->count)
		return NOT_MINE;
	switch (op) {
	case OP_UP:
	case OP_PREVIOUS_PANE: m->selected -= m->selected > 0; return HANDLED;
	case OP_DOWN:
	case OP_NEXT_PANE: m->selected += m->selected + 1 < m->count; return HANDLED;
	case OP_FIRST:
	case OP_PAGE_UP: m->selected = 0; return HANDLED;
	case OP_LAST:
	case OP_PAGE_DOWN: m->selected = m->count - 1; return HANDLED;
	case OP_OPEN: choose(t, m, m->selected); return HANDLED;
	default: return NOT_MINE;
	}
}

/* As wide as its longest entry asks for. */
static int columns_of(const struct menu *m)
{
	int columns = MENU_COLUMNS;

	for (size_t i = 0; i < m->count; i++) {
		const struct menu_item *item = &m->items[i];
		int beside = item->why_not ? text_width(item->why_not) + 13 : text_width(item->detail);

		if (6 + text_width(item->label) + beside > columns)
			columns = 6 + text_width(item->label) + beside;
	}
	return columns;
}

static void draw_item(const struct menu *m, struct canvas *box, size_t i, int row)
{
	const struct menu_item *item = &m->items[i];
	bool is_selected = i == m->selected;
	enum tui_role role = is_selected ? TUI_SELECTED : item->why_not ? TUI_MUTED : TUI_TEXT;
	const char *beside = item->why_not ? item->why_not : item->detail;
	char name[16] = "";
	int used;

	canvas_fill(box, row, 0, canvas_columns(box), role);
	canvas_text(box, row, 0, -1, role, is_selected ? ">" : " ");
	if (item->key)
		canvas_text(box, row, 2, -1, is_selected || item->why_not ? role : TUI_KEY,
			    tui_key_name(item->key, name));
	used = 4 + canvas_text(box, row, 4, -1, role, item->label);
	if (beside && beside[0])
		canvas_print(box, row, used, -1, is_selected ? role : TUI_MUTED,
			     item->why_not ? "  (not now: %s)" : "  %s", beside);
	if (is_selected)
		canvas_cursor(box, row, 2);
}

static void menu_draw(const struct screen *s, struct canvas *c)
{
	const struct menu *m = screen_state(s);
	struct canvas_part room;
	struct canvas *box = popup_box(c, &room, m->title, (int)m->count, columns_of(m));
	int rows = canvas_rows(box);
	size_t first = (int)m->selected >= rows && rows > 0 ? m->selected - (size_t)rows + 1 : 0;

	for (int row = 0; row < rows && first + (size_t)row < m->count; row++)
		draw_item(m, box, first + (size_t)row, row);
}

static void menu_dispose(struct screen *s)
{
	struct menu *m = screen_state(s);

	arena_finish(&m->mem);
}

static const struct binding menu_keys[] = {
	{TUI_KEY_ENTER, 0, 0, OP_OPEN, "Choose", "Does what is marked; the letter beside an entry does it at once."},
	{0},
};

static const struct screen_class menu_class = {
	.name = "menu",
	.purpose = "Offers what can be done; what cannot be done now stays in its place and says why.",
	.keys = menu_keys,
	.state_size = sizeof(struct menu),
	.draw = menu_draw,
	.act = menu_act,
	.dispose = menu_dispose,
	.is_popup = true,
};

static void copy_items(struct menu *m, const struct menu_item *items, size_t count)
{
	m->items = arena_alloc(&m->mem, (count ? count : 1) * sizeof *m->items);
	for (size_t i = 0; m->items && i < count; i++) {
		m->items[i] = items[i];
		m->items[i].label = arena_text(&m->mem, items[i].label);
		m->items[i].detail = arena_text(&m->mem, items[i].detail);
		m->items[i].why_not = items[i].why_not ? arena_text(&m->mem, items[i].why_not) : NULL;
	}
	m->count = m->items ? count : 0;
}

bool prompt_menu(struct tui *t, int code, const char *title, const struct menu_item *items, size_t count,
		 struct fault *f)
{
	struct menu m = {.code = code};

	m.title = arena_text(&m.mem, title);
	copy_items(&m, items, count);
	if (arena_exhausted(&m.mem)) {
		arena_finish(&m.mem);
		return fault_set(f, FAULT_MEMORY,
				 "There is not enough memory to show this menu; close other windows and try again.");
	}
	if (tui_push(t, &menu_class, &m, f))
		return true;
	arena_finish(&m.mem); /* the class has no load, so nothing was disposed of yet */
	return false;
}

bool prompt_leave(struct tui *t, int code, const char *what, struct fault *f)
{
	static const struct menu_item items[] = {
		{'s', "Save", "checks it and saves it now", NULL, 1},
		{'k', "Keep as draft", "you can go on with it later", NULL, 2},
		{'d', "Discard", "forgets what you typed here", NULL, 3},
	};
	char title[160];

	snprintf(title, sizeof title, "%s is not saved. Esc goes on with it.", what);
	if (title[0] >= 'a' && title[0] <= 'z') /* the screen says what it is in the middle of a sentence */
		title[0] = (char)(title[0] - 'a' + 'A');
	tui_forget_typed_ahead(t);
	return prompt_menu(t, code, title, items, sizeof items / sizeof *items, f);
}
