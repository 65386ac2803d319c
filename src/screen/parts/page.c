/* A page with tabs: the list of lines, its drawing and its keys. */
#include "page.h"
#include "base/text.h"
#include "screens.h"
#include "tick.h"
#include "tui/tabs.h"

#include <stdio.h>

static const struct list_column page_columns[] = {
	{"", 21, LIST_LEFT, 0, 0},
	{"", 0, LIST_LEFT, 0, 0},
};

void page_begin(struct page *page, const char *const *labels, int tab_count)
{
	if (!page->is_open)
		list_open(&page->list, page_columns, 2);
	page->is_open = true;
	page->labels = labels;
	page->tab_count = tab_count;
	for (int tab = 0; tab < PAGE_TABS_MOST; tab++)
		page->tabs[tab] = (struct page_lines){0};
}

struct page_line *page_add(struct page *page, int tab, struct arena *mem, const char *label, const char *text)
{
	struct page_line *line = text[0] ? ARENA_PUSH(mem, &page->tabs[tab]) : NULL;

	if (!line)
		return &page->left_out;
	*line = (struct page_line){.label = label, .text = text, .role = TUI_TEXT};
	return line;
}

void page_add_wrapped(struct page *page, int tab, struct arena *mem, int cells, const char *label, const char *text)
{
	size_t bytes, used;

	for (const char *at = text; *at; at += used) {
		used = text_wrap(at, cells, &bytes);
		if (!used)
			break;
		page_add(page, tab, mem, at == text ? label : "", arena_text_n(mem, at, bytes));
	}
}

void page_told(struct page *page, int tab, struct arena *mem, int cells, const struct told_list *told)
{
	for (size_t i = 0; i < told->count; i++) {
		const struct told_line *one = &told->items[i];

		page_add_wrapped(
			page, tab, mem, cells, one->when,
			arena_printf(mem, "%s%s%s · %s", one->what, *one->words ? ": " : "", one->words, one->by));
	}
}

void page_heading(struct page *page, int tab, struct arena *mem, const char *text)
{
	struct page_line *line;

	if (page->tabs[tab].count) {
		line = ARENA_PUSH(mem, &page->tabs[tab]);
		if (line)
			*line = (struct page_line){.label = "", .text = "", .is_heading = true};
	}
	line = ARENA_PUSH(mem, &page->tabs[tab]);
	if (line)
		*line = (struct page_line){.label = text, .text = "", .role = TUI_HEADING, .is_heading = true};
}

void page_date(struct page *page, int tab, struct arena *mem, const char *label, day_number day)
{
	char text[DATE_TEXT_ROOM];

	if (day != DAY_NONE)
		page_add(page, tab, mem, label, arena_text(mem, date_medium(day, text)));
}

static int64_t line_identity(const void *rows, size_t row)
{
	return ((const struct page_lines *)rows)->items[row].identity;
}

static void line_cell(const void *rows, size_t row, int column, char *out, size_t room)
{
	const struct page_line *line = &((const struct page_lines *)rows)->items[row];

	snprintf(out, room, "%s", column == 0 ? line->label : line->text);
}

static enum tui_role line_role(const void *rows, size_t row, int column)
{
	const struct page_line *line = &((const struct page_lines *)rows)->items[row];

	return column == 0 && !line->is_heading ? TUI_MUTED : line->role;
}

static bool line_is_heading(const void *rows, size_t row)
{
	return ((const struct page_lines *)rows)->items[row].is_heading;
}

/* By label and place it leads to; of several alike by which of them it is. So the cursor stays on its line when lines
 * come above it, and a line that says something else is marked. */
static void identify(struct page_lines *lines)
{
	for (size_t i = 0; i < lines->count; i++) {
		struct page_line *line = &lines->items[i];
		uint64_t digest = 0xcbf29ce484222325u ^ (uint64_t)line->go ^ (uint64_t)line->id << 4;

		for (const char *at = line->label; *at; at++)
			digest = (digest ^ (unsigned char)*at) * 0x100000001b3u;
		line->identity = (int64_t)(digest >> 1);
		for (size_t before = 0; before < i; before++)
			line->identity += lines->items[before].identity == line->identity;
	}
}

void page_show(struct page *page, struct arena *mem)
{
	struct list_source source = {
		.count = page->tabs[page->tab].count,
		.identity = line_identity,
		.cell = line_cell,
		.role = line_role,
		.is_heading = line_is_heading,
		.rows = &page->tabs[page->tab],
	};

	identify(&page->tabs[page->tab]);
	list_fill(&page->list, &source, mem);
}

void page_draw(const struct page *page, struct canvas *c)
{
	struct canvas_part part;
	int head = tabs_draw(c, 0, page->labels, page->tab_count, page->tab);

	list_draw(&page->list, canvas_part(c, &part, head, 0, canvas_rows(c) - head, canvas_columns(c)), true,
		  "Nothing here yet.");
}

const struct page_line *page_selected(const struct page *page)
{
	size_t row;

	return list_selection(&page->list, &row) ? &page->tabs[page->tab].items[row] : NULL;
}

static bool follow(const struct page_line *line, struct tui *t, struct fault *f)
{
	switch (line->go) {
	case GO_CONFERENCE: return conference_open(t, line->id, f);
	case GO_FAMILY: return family_open(t, line->id, f);
	case GO_CHILD: return child_open(t, line->id, f);
	case GO_ADULT: return person_form_open(t, line->id, line->family, NULL, f);
	case GO_DUE: return due_item_open(t, line->due, f);
	default: return fault_set(f, FAULT_REFUSED, "This line leads nowhere. Lines with a reference or a child do.");
	}
}

void page_choose_tab(struct page *page, int tab, struct arena *mem)
{
	if (tab < 0 || tab >= page->tab_count)
		return;
	page->tab = tab;
	page->list.selected = 0;
	list_select(&page->list, 0);
	page_show(page, mem);
}

enum handled page_act(struct page *page, struct tui *t, int op, tui_key typed, struct arena *mem)
{
	const struct page_line *line = page_selected(page);
	struct fault f = {0};

	if (list_act(&page->list, op, typed, mem) == HANDLED)
		return HANDLED;
	if (op == OP_TAB_NEXT || op == OP_TAB_BEFORE) {
		page_choose_tab(page, (page->tab + (op == OP_TAB_NEXT ? 1 : page->tab_count - 1)) % page->tab_count,
				mem);
		return HANDLED;
	}
	if (op >= OP_TAB_1 && op <= OP_TAB_4) {
		page_choose_tab(page, op - OP_TAB_1, mem);
		return HANDLED;
	}
	if (op != OP_OPEN)
		return NOT_MINE;
	if (line && !follow(line, t, &f))
		tui_say_fault(t, &f);
	return HANDLED;
}

void page_screen_draw(const struct screen *s, struct canvas *c)
{
	page_draw(screen_state(s), c);
}

void page_screen_resized(struct screen *s, struct tui *t)
{
	struct page *page = screen_state(s);

	if (!page->history)
		return;
	page->tabs[page->history_tab] = (struct page_lines){0};
	page_history(page, page->history_tab, screen_arena(s), page->history, t);
	page_show(page, screen_arena(s));
}

bool page_screen_takes_text(const struct screen *s)
{
	const struct page *page = screen_state(s);

	return list_takes_text(&page->list);
}

void page_screen_answered(struct screen *s, struct tui *t, const struct answer *answer)
{
	(void)s;
	tick_answered(t, answer);
}
