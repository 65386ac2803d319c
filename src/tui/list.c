/* A scrolling list: its selection, movement, and the keys of filter and sort. No drawing. */
#include "list_private.h"

#include "base/text.h"

#include <stdio.h>
#include <string.h>

void list_open(struct list *l, const struct list_column *columns, int column_count)
{
	memset(l, 0, sizeof *l);
	l->columns = columns;
	l->column_count = column_count < LIST_COLUMNS_MOST ? column_count : LIST_COLUMNS_MOST;
	l->sort_column = -1;
}

static void measure(struct list *l)
{
	const struct list_source *source = &l->source;

	memset(l->longest, 0, sizeof l->longest);
	for (size_t row = 0; l->widens && row < source->count; row++)
		for (int i = 0; i < l->column_count && !(source->is_heading && source->is_heading(source->rows, row));
		     i++) {
			char text[CELL_ROOM] = "";
			int cells;

			source->cell(source->rows, row, i, text, sizeof text);
			cells = text_width(text);
			l->longest[i] = cells > l->longest[i] ? cells : l->longest[i];
		}
}

void list_widen(struct list *l, unsigned columns)
{
	l->widens = columns;
	measure(l);
}

bool list_takes_text(const struct list *l)
{
	return l->is_typing_filter || l->is_choosing_sort;
}

bool list_is_heading(const struct list *l, size_t shown)
{
	return l->source.is_heading && l->source.is_heading(l->source.rows, l->shown[shown]);
}

static int64_t identity_at(const struct list *l, size_t shown)
{
	return l->source.identity(l->source.rows, l->shown[shown]);
}

bool list_selection(const struct list *l, size_t *row)
{
	if (l->is_lost || l->selected >= l->shown_count || list_is_heading(l, l->selected))
		return false;
	*row = l->shown[l->selected];
	return true;
}

static bool take(struct list *l, size_t shown)
{
	if (shown >= l->shown_count || list_is_heading(l, shown))
		return false;
	l->selected = shown;
	l->selected_identity = identity_at(l, shown);
	l->is_lost = false;
	return true;
}

void list_select_near(struct list *l, size_t shown)
{
	size_t last = l->shown_count ? l->shown_count - 1 : 0;

	if (shown > last)
		shown = last;
	for (size_t away = 0; away < l->shown_count; away++)
		if (take(l, shown + away) || (away <= shown && take(l, shown - away)))
			return;
	l->selected = shown;
}

void list_select(struct list *l, int64_t identity)
{
	l->selected_identity = identity;
	l->is_lost = false;
	for (size_t i = 0; i < l->shown_count; i++)
		if (!list_is_heading(l, i) && identity_at(l, i) == identity) {
			l->selected = i;
			return;
		}
}

void list_arrange(struct list *l, struct arena *mem)
{
	int64_t wanted = l->selected_identity;
	size_t place = l->selected;

	list_filter_rows(l, mem);
	if (l->sort_column >= 0)
		list_sort_rows(l);
	for (size_t i = 0; i < l->shown_count; i++)
		if (!list_is_heading(l, i) && identity_at(l, i) == wanted) {
			l->selected = i;
			return;
		}
	list_select_near(l, place);
}

void list_fill(struct list *l, const struct list_source *source, struct arena *mem)
{
	bool is_first = !l->source.identity, was_lost = l->is_lost, had = l->shown_count > 0;
	int64_t wanted = l->selected_identity;
	size_t above = l->selected - l->first;

	l->source = *source;
	l->folded = NULL;
	l->shown = arena_alloc(mem, (source->count + 1) * sizeof *l->shown);
	if (!l->shown)
		l->source.count = 0;
	measure(l);
	list_see(l, mem);
	list_arrange(l, mem);
	if (is_first && !l->selected_identity)
		list_select_near(l, 0);
	if (l->reading != LIST_FOR_OTHERS || !had)
		return;
	/* Nothing moves under the hand: not the row on the screen, and no other row comes under it. */
	l->is_lost = l->shown_count && (was_lost || l->selected_identity != wanted);
	l->first = l->selected > above ? l->selected - above : 0;
}

/* One step that passes over headings; stays when there is nothing that way. */
static void step(struct list *l, bool is_down)
{
	size_t at = l->selected;

	if (l->is_lost) {
		list_select_near(l, at);
		return;
	}
	while (is_down ? at + 1 < l->shown_count : at > 0) {
		at = is_down ? at + 1 : at - 1;
		if (take(l, at))
			return;
	}
	if (!is_down)
		l->first = 0; /* a heading above the first row comes into view */
}

static size_t page_rows(const struct list *l)
{
	return l->page > 1 ? (size_t)l->page - 1 : 1;
}

static bool move(struct list *l, int op)
{
	size_t by = page_rows(l);

	switch (op) {
	case OP_UP: step(l, false); return true;
	case OP_DOWN: step(l, true); return true;
	case OP_PAGE_UP: list_select_near(l, l->selected > by ? l->selected - by : 0); return true;
	case OP_PAGE_DOWN: list_select_near(l, l->selected + by); return true;
	case OP_FIRST: list_select_near(l, 0); return true;
	case OP_LAST: list_select_near(l, l->shown_count); return true;
	default: return false;
	}
}

static void set_filter(struct list *l, const char *text, struct arena *mem)
{
	if (text != l->filter)
		snprintf(l->filter, sizeof l->filter, "%s", text);
	list_arrange(l, mem);
}

static void leave_filter(struct list *l, struct arena *mem)
{
	l->is_typing_filter = false;
	l->selected_identity = l->before_filter;
	set_filter(l, "", mem);
}

static void begin_filter(struct list *l)
{
	if (!l->filter[0])
		l->before_filter = l->selected_identity;
	l->is_typing_filter = true;
}

static void add_letter(struct list *l, tui_key letter, struct arena *mem)
{
	char bytes[5];
	size_t length = strlen(l->filter), more = text_encode(letter, bytes);

	if (length + more >= sizeof l->filter)
		return;
	memcpy(l->filter + length, bytes, more + 1);
	set_filter(l, l->filter, mem);
}

static enum handled type_filter(struct list *l, tui_key key, struct arena *mem)
{
	size_t length = strlen(l->filter);

	if (key == '\n')
		key = ' ';
	if (tui_key_is_letter(key)) {
		add_letter(l, key, mem);
	} else if (key == TUI_KEY_BACKSPACE && length) {
		l->filter[length - text_cluster_before(l->filter, length)] = '\0';
		set_filter(l, l->filter, mem);
	} else if (key == KEY_CONTROL('u') || key == KEY_CONTROL('w')) {
		set_filter(l, "", mem);
	} else if (key == TUI_KEY_ESCAPE || key == TUI_KEY_BACKSPACE) {
		leave_filter(l, mem);
	} else if (key == TUI_KEY_ENTER) {
		l->is_typing_filter = false;
	} else {
		return NOT_MINE; /* arrows and pages come back as movement */
	}
	return HANDLED;
}

static bool is_sort_key(const struct list *l, tui_key key)
{
	for (int i = 0; i < l->column_count; i++)
		if (l->columns[i].sort_key && (tui_key)l->columns[i].sort_key == key)
			return true;
	return false;
}

static enum handled choose_sort(struct list *l, tui_key key, struct arena *mem)
{
	l->is_choosing_sort = false;
	if (key == 's' && l->sort_column >= 0 && !is_sort_key(l, key)) {
		l->sort_reversed = !l->sort_reversed;
		list_arrange(l, mem);
		return HANDLED;
	}
	for (int i = 0; i < l->column_count; i++) {
		if (!l->columns[i].sort_key || (tui_key)l->columns[i].sort_key != key)
			continue;
		l->sort_reversed = l->sort_column == i && !l->sort_reversed;
		l->sort_column = i;
		list_arrange(l, mem);
		return HANDLED;
	}
	if (key == '0' || key == TUI_KEY_BACKSPACE) {
		l->sort_column = -1;
		list_arrange(l, mem);
	}
	return HANDLED; /* any other key only leaves the choice */
}

static bool is_sortable(const struct list *l)
{
	if (!l->source.compare)
		return false;
	for (int i = 0; i < l->column_count; i++)
		if (l->columns[i].sort_key)
			return true;
	return false;
}

enum handled list_act(struct list *l, int op, tui_key typed, struct arena *mem)
{
	if (op == OP_TYPED && l->is_choosing_sort)
		return choose_sort(l, typed, mem);
	if (op == OP_TYPED && l->is_typing_filter)
		return type_filter(l, typed, mem);
	if (move(l, op))
		return HANDLED;
	switch (op) {
	case OP_FILTER: begin_filter(l); return HANDLED;
	case OP_SORT: l->is_choosing_sort = is_sortable(l); return l->is_choosing_sort ? HANDLED : NOT_MINE;
	case OP_BACK:
		if (!l->filter[0])
			return NOT_MINE;
		leave_filter(l, mem);
		return HANDLED;
	default: return NOT_MINE;
	}
}
