/* The go-to palette: a typed line, and answers as it is typed. */
#include "base/text.h"
#include "popup.h"
#include "tui/edit_line.h"
#include "tui/prompt.h"

#include <stdio.h>
#include <string.h>

enum { PALETTE_COLUMNS = 76, PALETTE_ROWS = 14 };

enum palette_op { OP_PALETTE_TAKE = OP_FIRST_OWN };

struct palette {
	int code;
	bool (*find)(void *world, const char *typed, struct arena *mem, struct palette_list *out, struct fault *f);
	char title[64], asked[120]; /* over the box; said while nothing was found and nothing is typed */
	struct edit_line line;
	struct palette_list list;
	size_t selected;
	bool is_in_list; /* the cursor goes to the list once an arrow is used, back to the line with a letter */
	struct arena mem;
};

static void look_up(struct palette *p, struct tui *t)
{
	struct fault f = {0};

	arena_reset(&p->mem);
	p->list = (struct palette_list){0};
	p->selected = 0;
	if (!p->find(tui_world(t), p->line.text, &p->mem, &p->list, &f)) {
		p->list = (struct palette_list){0};
		tui_say_fault(t, &f);
	}
}

/* What is found belongs to the state and not to the screen's arena, so a load cannot fail: its fault is said. */
static bool palette_load(struct screen *s, struct tui *t, struct fault *f)
{
	struct palette *p = screen_state(s);
	size_t selected = p->selected;

	(void)f;
	look_up(p, t);
	if (selected < p->list.count)
		p->selected = selected;
	return true;
}

static void take(struct palette *p, struct tui *t)
{
	const struct palette_item *item = p->selected < p->list.count ? &p->list.items[p->selected] : NULL;
	char text[EDIT_LINE_ROOM + 16];
	struct fault why = {0};

	if (!item && p->line.length && p->list.why_none && !p->list.why_none(tui_world(t), p->line.text, &why)) {
		tui_say_fault(t, &why);
	} else if (!item && p->line.length) {
		tui_say(t, "Nothing is found for “%s”. %s", p->line.text, p->asked);
	} else if (!item) {
		tui_say(t, "%s", p->asked);
	} else if (item->why_not) {
		tui_say(t, "%s: %s", item->label, item->why_not);
	} else {
		snprintf(text, sizeof text, "%d %s", item->kind, p->line.text);
		tui_close(t, &(struct answer){.code = p->code, .number = item->number, .text = text});
	}
}

static void move(struct palette *p, int op)
{
	size_t last = p->list.count ? p->list.count - 1 : 0;

	p->is_in_list = p->list.count > 0;
	switch (op) {
	case OP_UP:
		p->is_in_list = p->is_in_list && p->selected > 0;
		p->selected -= p->selected > 0;
		break;
	case OP_DOWN: p->selected += p->selected < last; break;
	case OP_PAGE_UP: p->selected -= p->selected > PALETTE_ROWS ? PALETTE_ROWS : p->selected; break;
	default: p->selected = last - p->selected > PALETTE_ROWS ? p->selected + PALETTE_ROWS : last; break;
	}
}

static bool edit(struct palette *p, struct tui *t, tui_key typed)
{
	char before[EDIT_LINE_ROOM];
	bool refused;

	memcpy(before, p->line.text, sizeof before);
	if (!edit_line_key(&p->line, typed, &refused))
		return false;
	p->is_in_list = false;
	if (strcmp(before, p->line.text) != 0)
		look_up(p, t);
	return true;
}

static enum handled palette_act(struct screen *s, struct tui *t, int op, tui_key typed)
{
	struct palette *p = screen_state(s);

	switch (op) {
	case OP_UP:
	case OP_DOWN:
	case OP_PAGE_UP:
	case OP_PAGE_DOWN: move(p, op); return HANDLED;
	case OP_OPEN:
	case OP_PALETTE_TAKE: take(p, t); return HANDLED;
	case OP_TYPED: return edit(p, t, typed) ? HANDLED : NOT_MINE;
	default: return NOT_MINE;
	}
}

static void draw_item(const struct palette *p, struct canvas *box, size_t i, int row)
{
	const struct palette_item *item = &p->list.items[i];
	bool is_selected = i == p->selected;
	enum tui_role role = is_selected ? TUI_SELECTED : item->why_not ? TUI_MUTED : TUI_TEXT;
	int columns = canvas_columns(box), keys = item->keys ? text_width(item->keys) : 0, used;

	canvas_fill(box, row, 0, columns, role);
	used = canvas_print(box, row, 0, columns - keys - 1, role, "%s %s", is_selected ? ">" : " ", item->label);
	if (item->why_not)
		canvas_print(box, row, used, columns - used - keys - 1, role, "  (not now: %s)", item->why_not);
	else if (item->detail)
		canvas_print(box, row, used, columns - used - keys - 1, is_selected ? role : TUI_MUTED, "  %s",
			     item->detail);
	if (keys)
		canvas_text(box, row, columns - keys, keys, is_selected ? role : TUI_KEY, item->keys);
	if (is_selected && p->is_in_list)
		canvas_cursor(box, row, 2);
}

static void draw_count(const struct palette *p, struct canvas *box, int row)
{
	size_t total = p->list.total > p->list.count ? p->list.total : p->list.count;

	if (p->list.count == 0 && p->line.length)
		canvas_text(box, row, 0, -1, TUI_MUTED,
			    "Nothing found. Try fewer letters, a date of birth or a reference.");
	else if (total > p->list.count)
		canvas_print(box, row, 0, -1, TUI_MUTED, "%zu of %zu found; type more letters", p->list.count, total);
	else if (total)
		canvas_print(box, row, 0, -1, TUI_MUTED, "%zu found", total);
	else
		canvas_text(box, row, 0, -1, TUI_MUTED, p->asked);
}

static void palette_draw(const struct screen *s, struct canvas *c)
{
	const struct palette *p = screen_state(s);
	struct canvas_part room;
	struct canvas *box = popup_box(c, &room, p->title, PALETTE_ROWS + 2, PALETTE_COLUMNS);
	int rows = canvas_rows(box) - 2, cells = canvas_columns(box) - 2, caret = edit_line_column(&p->line);
	size_t from = caret < cells ? 0 : text_clip(p->line.text, caret - cells / 2);
	size_t first = rows > 0 && p->selected >= (size_t)rows ? p->selected - (size_t)rows + 1 : 0;

	canvas_fill(box, 0, 0, cells + 2, TUI_FIELD_FOCUS);
	canvas_text(box, 0, 0, 2, TUI_FIELD_FOCUS, from ? "<" : ":");
	canvas_text(box, 0, 2, cells, TUI_FIELD_FOCUS, p->line.text + from);
	canvas_cursor(box, 0, 2 + text_width_n(p->line.text + from, p->line.caret - from));
	for (int row = 0; row < rows && first + (size_t)row < p->list.count; row++)
		draw_item(p, box, first + (size_t)row, row + 1);
	draw_count(p, box, canvas_rows(box) - 1);
}

static bool palette_takes_text(const struct screen *s)
{
	(void)s;
	return true;
}

static void palette_dispose(struct screen *s)
{
	struct palette *p = screen_state(s);

	arena_finish(&p->mem);
}

#define MOVING_KEYS                                                                                                    \
	{TUI_KEY_DOWN, 0, 0, OP_DOWN, NULL, "Marks the next answer."},                                                 \
	{                                                                                                              \
		TUI_KEY_UP, 0, 0, OP_UP, NULL, "Marks the answer before."                                              \
	}
static const struct binding palette_keys[] = {
	{TUI_KEY_ENTER, 0, 0, OP_PALETTE_TAKE, "Go", "Goes to what is marked, or does it."},
	MOVING_KEYS,
	{0},
};
static const struct binding choice_keys[] = {
	{TUI_KEY_ENTER, 0, 0, OP_PALETTE_TAKE, "Choose", "Takes what is marked."},
	MOVING_KEYS,
	{0},
};

#define PALETTE_CLASS                                                                                                  \
	.name = "palette", .state_size = sizeof(struct palette), .load = palette_load, .draw = palette_draw,           \
	.act = palette_act, .takes_text = palette_takes_text, .dispose = palette_dispose, .is_popup = true

/* What was typed stays in it; there is no room for why, so that is said beneath. */
static void choice_heard(struct screen *s, struct tui *t, const struct fault *refused)
{
	struct fault said;

	(void)s;
	if (!refused)
		return;
	said = *refused;
	said.code = FAULT_REFUSED; /* it is explained already */
	tui_say_fault(t, &said);
	tui_forget_typed_ahead(t);
}

static const struct screen_class palette_class = {
	PALETTE_CLASS,
	.purpose = "Finds a child, family, conference or action by a few letters, and goes there.",
	.keys = palette_keys,
};
static const struct screen_class choice_class = {
	PALETTE_CLASS,
	.purpose = "Finds one of many by a few letters, to be chosen.",
	.keys = choice_keys,
	.heard = choice_heard,
};

static bool open(struct tui *t, const struct screen_class *class, struct palette *p, struct fault *f)
{
	edit_line_set(&p->line, "", EDIT_LINE_ROOM - 1);
	return tui_push(t, class, p, f);
}

bool palette_open(struct tui *t, int code,
		  bool (*find)(void *world, const char *typed, struct arena *mem, struct palette_list *out,
			       struct fault *f),
		  struct fault *f)
{
	struct palette p = {.code = code,
			    .find = find,
			    .title = "Go to",
			    .asked = "Type two letters of a name, a reference, or what you want to do."};

	return open(t, &palette_class, &p, f);
}

bool palette_choose(struct tui *t, int code, const char *title, const char *asked,
		    bool (*find)(void *world, const char *typed, struct arena *mem, struct palette_list *out,
				 struct fault *f),
		    struct fault *f)
{
	struct palette p = {.code = code, .find = find};

	snprintf(p.title, sizeof p.title, "%s", title);
	snprintf(p.asked, sizeof p.asked, "%s", asked);
	return open(t, &choice_class, &p, f);
}
