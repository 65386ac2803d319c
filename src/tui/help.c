/* The help screen: the keys of the screen beneath and the common ones, from the same rows that bind them. Enter runs
 * one. */
#include "tui_private.h"

#include "tui/list.h"

#include <stdio.h>
#include <string.h>

struct help_row {
	char keys[32];
	const char *label, *help;
	int op;
	bool is_heading;
};

struct help_rows {
	struct help_row *items;
	size_t count, room;
};

struct help {
	const struct screen *about; /* beneath, and there as long as help is */
	char focus[MESSAGE_ROOM];   /* what its focused field is for, "" for nothing */
	struct help_rows rows;
	struct list list;
};

enum help_column { KEYS, WHAT };

static const struct list_column columns[] = {
	{.heading = "Key", .width = 20},
	{.heading = "What it does"},
};

static int64_t row_identity(const void *rows, size_t row)
{
	return (int64_t)row + (rows != NULL);
}

static void row_cell(const void *rows, size_t row, int column, char *out, size_t room)
{
	const struct help_row *r = &((const struct help_row *)rows)[row];

	if (r->is_heading)
		snprintf(out, room, "%s%s%s", r->label, *r->help ? ": " : "", r->help);
	else if (column == KEYS)
		snprintf(out, room, "%s", r->keys);
	else if (r->label && r->help)
		snprintf(out, room, "%s: %s", r->label, r->help);
	else
		snprintf(out, room, "%s", r->help ? r->help : r->label ? r->label : "");
}

static enum tui_role row_role(const void *rows, size_t row, int column)
{
	if (((const struct help_row *)rows)[row].is_heading)
		return TUI_TITLE;
	return column == KEYS ? TUI_KEY : TUI_TEXT;
}

static bool row_is_heading(const void *rows, size_t row)
{
	return ((const struct help_row *)rows)[row].is_heading;
}

static bool is_taken(const struct help *h, tui_key key)
{
	const struct screen_class *class = h->about->class;

	return binding_find(class->keys, key) || binding_find(class->widget_keys, key) ||
	       (tui_key_is_letter(key) && screen_takes_text(h->about));
}

/* Of a common row only the keys that the screen does not use for something else: the others would not do what the row
 * says. */
static void write_keys(const struct help *h, const struct binding *b, bool is_common, char *out, size_t room)
{
	const tui_key keys[] = {b->key, b->twin, b->third};
	size_t used = 0;

	out[0] = '\0';
	for (size_t i = 0; i < sizeof keys / sizeof *keys && used < room; i++) {
		char name[16];

		if (keys[i] && !(is_common && is_taken(h, keys[i])))
			used += (size_t)snprintf(out + used, room - used, "%s%s", used ? ", " : "",
						 tui_key_name(keys[i], name));
	}
}

static void add_heading(struct help_rows *rows, struct arena *mem, const char *label, const char *help)
{
	struct help_row *row = ARENA_PUSH(mem, rows);

	if (!row)
		return;
	row->label = label;
	row->help = help;
	row->is_heading = true;
}

static bool is_possible(const struct tui *t, int op)
{
	return (op != OP_GO_TO || t->start.go_to) && (op != OP_LOCK || t->start.lock);
}

static void add_table(struct help *h, struct tui *t, struct arena *mem, const struct binding *table)
{
	const struct screen_class *class = h->about->class;
	bool is_common = table != class->keys && table != class->widget_keys;

	for (const struct binding *b = table; b && (b->key || b->op); b++) {
		struct help_row row = {.label = b->label, .help = b->help, .op = b->op}, *at;

		write_keys(h, b, is_common, row.keys, sizeof row.keys);
		if (is_common && (!row.keys[0] || !is_possible(t, b->op)))
			continue;
		at = ARENA_PUSH(mem, &h->rows);
		if (!at)
			return;
		*at = row;
	}
}

static bool help_load(struct screen *s, struct tui *t, struct fault *f)
{
	struct help *h = screen_state(s);
	struct arena *mem = screen_arena(s);
	bool is_first = !h->list.columns;

	(void)f;
	if (is_first)
		list_open(&h->list, columns, 2);
	memset(&h->rows, 0, sizeof h->rows);
	if (h->about->class->keys || h->about->class->widget_keys) {
		add_heading(&h->rows, mem, "This screen", h->about->class->purpose ? h->about->class->purpose : "");
		add_table(h, t, mem, h->about->class->keys);
		add_table(h, t, mem, h->about->class->widget_keys);
	}
	add_heading(&h->rows, mem, "Everywhere", "");
	if (!screen_takes_text(h->about) && !h->about->class->is_popup)
		add_table(h, t, mem, t->start.everywhere);
	add_table(h, t, mem, common_keys);
	list_fill(&h->list,
		  &(struct list_source){.count = h->rows.count,
					.identity = row_identity,
					.cell = row_cell,
					.role = row_role,
					.is_heading = row_is_heading,
					.rows = h->rows.items},
		  mem);
	return true;
}

static void help_title(const struct screen *s, char *out, size_t room)
{
	const struct help *h = screen_state(s);

	snprintf(out, room, "Help · keys of the screen \"%s\" · / searches, Enter does it", h->about->class->name);
}

/* The whole sentence of the selected row: the list has no room for all of them. */
static void help_status(const struct screen *s, char *out, size_t room)
{
	const struct help *h = screen_state(s);
	size_t row;

	out[0] = '\0';
	if (list_selection(&h->list, &row))
		snprintf(out, room, "%s", h->rows.items[row].help ? h->rows.items[row].help : "");
}

static void help_draw(const struct screen *s, struct canvas *c)
{
	const struct help *h = screen_state(s);

	struct canvas_part room;
	int width = canvas_columns(c), rows = 0;

	if (h->focus[0])
		rows = 1 + canvas_paragraph(c, 0, 2, width - 4, canvas_rows(c) / 2 - 1, TUI_TEXT, h->focus);
	list_draw(&h->list, canvas_part(c, &room, rows, 0, canvas_rows(c) - rows, width), true,
		  "No key does anything here.");
}

static enum handled help_act(struct screen *s, struct tui *t, int op, tui_key typed)
{
	struct help *h = screen_state(s);
	size_t row;

	if (op == OP_HELP) {
		tui_close(t, NULL);
		return HANDLED;
	}
	if (op == OP_OPEN && !list_takes_text(&h->list)) {
		if (!list_selection(&h->list, &row))
			return HANDLED;
		t->op_to_run = h->rows.items[row].op;
		stack_retire(t, stack_pop(t), NULL, NULL);
		return HANDLED;
	}
	return list_act(&h->list, op, typed, screen_arena(s));
}

static bool help_takes_text(const struct screen *s)
{
	const struct help *h = screen_state(s);

	return list_takes_text(&h->list);
}

static const struct binding help_keys[] = {
	{TUI_KEY_ENTER, 0, 0, OP_OPEN, "Do it", "Goes back and does what the selected row says."},
	{'/', 0, 0, OP_FILTER, "Search", "Shows only the rows that hold every word you type."},
	{0},
};

static const struct screen_class help_class = {
	.name = "help",
	.purpose = "Lists every key of the screen beneath.",
	.keys = help_keys,
	.state_size = sizeof(struct help),
	.load = help_load,
	.title = help_title,
	.status = help_status,
	.draw = help_draw,
	.act = help_act,
	.takes_text = help_takes_text,
};

bool help_open(struct tui *t, const char *about_focus)
{
	struct help start = {.about = t->top};

	if (t->top->class == &help_class)
		return false;
	snprintf(start.focus, sizeof start.focus, "%s", about_focus);
	tui_push(t, &help_class, &start, NULL);
	return true;
}
