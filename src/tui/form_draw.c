/* Draws a form: labels beside the fields, or above them below 60 columns; what was understood beside a field or under
 * it, errors under it. */
#include "base/text.h"
#include "form_layout.h"

#include <stdio.h>
#include <string.h>

enum { HINT_ROOM = 240 };

static void draw_label(const struct form_layout *l, struct canvas *c, const struct field *field)
{
	char label[128];

	snprintf(label, sizeof label, "%s%s", field->label, field->required ? " *" : "");
	canvas_cell(c, 0, 0, l->is_narrow ? l->columns : l->label_cells, TUI_TEXT, label);
}

/* A text longer than its box moves by half a box, and the bracket on that side becomes an arrow. */
static size_t first_shown(const struct edit_line *e, int cells)
{
	int caret = edit_line_column(e), half = cells / 2 > 0 ? cells / 2 : 1;

	if (caret < cells)
		return 0;
	return text_clip(e->text, ((caret - cells) / half + 1) * half);
}

static void draw_box(struct canvas *c, int row, int column, int cells, enum tui_role role, const char *text,
		     bool more_left)
{
	bool more_right = text_width(text) > cells;

	canvas_text(c, row, column, 1, role, more_left ? "<" : "[");
	canvas_fill(c, row, column + 1, cells, role);
	canvas_text(c, row, column + 1, cells, role, text);
	canvas_text(c, row, column + 1 + cells, 1, role, more_right ? ">" : "]");
}

static void draw_line(const struct form_layout *l, struct canvas *c, size_t i, bool is_focus)
{
	const struct field *field = &l->form->fields[i];
	int cells = form_box_cells(l, field), row = form_box_row(l);
	const char *text = is_focus ? l->form->line.text : form_text(l->form, i);
	size_t first = is_focus ? first_shown(&l->form->line, cells) : 0;

	draw_box(c, row, l->box_column, cells, is_focus ? TUI_FIELD_FOCUS : TUI_FIELD, text + first, first > 0);
	if (is_focus)
		canvas_cursor(c, row, l->box_column + 1 + text_width_n(text + first, l->form->line.caret - first));
}

static void draw_echo(const struct form_layout *l, struct canvas *c, size_t i)
{
	const struct field *field = &l->form->fields[i];
	const struct form_echo *echo = &l->echoes[i];
	enum tui_role role = echo->is_understood ? TUI_TEXT : TUI_MUTED;

	if (!echo->text[0])
		return;
	if (echo->rows_under)
		canvas_paragraph(c, form_box_row(l) + 1, l->box_column, l->columns - l->box_column, echo->rows_under,
				 role, echo->text);
	else
		canvas_text(c, form_box_row(l), l->box_column + form_box_cells(l, field) + 3, -1, role, echo->text);
}

static void draw_choice(const struct form_layout *l, struct canvas *c, size_t i, bool is_focus)
{
	const struct field *field = &l->form->fields[i];
	const char *token = form_text(l->form, i);
	int at = form_choice_at(field, token), used;
	const char *label = at >= 0 ? field->choices[at].label : token[0] ? token : "not chosen";
	struct arena mem = {0};
	char which[24];

	used = canvas_print(
		c, form_box_row(l), l->box_column, -1, is_focus ? TUI_FIELD_FOCUS : TUI_FIELD, "< %s >",
		text_clipped(&mem, label, canvas_columns(c) - l->box_column - 4)); /* 4: the signs around it */
	arena_finish(&mem);
	snprintf(which, sizeof which, "%d of %d", at + 1, form_choice_count(field));
	used += l->box_column + 1;
	if (is_focus && at >= 0 && used + text_width(which) <= canvas_columns(c)) /* half a count misleads */
		canvas_text(c, form_box_row(l), used, -1, TUI_MUTED, which);
	if (is_focus)
		canvas_cursor(c, form_box_row(l), l->box_column + 2);
}

static void draw_tick(const struct form_layout *l, struct canvas *c, size_t i, bool is_focus)
{
	const char *value = form_text(l->form, i);

	canvas_print(c, form_box_row(l), l->box_column, -1, is_focus ? TUI_FIELD_FOCUS : TUI_FIELD, "[%s]",
		     value[0] ? value : " ");
	if (is_focus)
		canvas_cursor(c, form_box_row(l), l->box_column + 1);
}

static bool has_more(const char *text, int columns, int rows)
{
	size_t shown;

	for (size_t n; rows > 0 && (n = text_wrap(text, columns, &shown)) > 0; rows--)
		text += n;
	return *text != '\0';
}

static void draw_lines(const struct form_layout *l, struct canvas *c, size_t i, bool is_focus)
{
	struct canvas_part room;
	int rows = form_lines_shown(l, &l->form->fields[i]);
	struct canvas *part = canvas_part(c, &room, form_box_row(l), l->box_column + 1, rows,
					  l->columns - l->box_column - 1);

	canvas_vertical(c, l->box_column, form_box_row(l), rows);
	if (is_focus && l->form->text) {
		edit_text_draw(l->form->text, part, true);
		return;
	}
	for (int row = 0; row < rows; row++)
		canvas_fill(part, row, 0, canvas_columns(part), TUI_FIELD);
	canvas_paragraph(part, 0, 0, canvas_columns(part) - 1, rows, TUI_FIELD, form_text(l->form, i));
	if (has_more(form_text(l->form, i), canvas_columns(part) - 1, rows))
		canvas_text(part, rows - 1, canvas_columns(part) - 1, 1, TUI_FIELD, "…");
}

static void draw_field(const struct form_layout *l, struct canvas *c, size_t i)
{
	const struct field *field = &l->form->fields[i];
	bool is_focus = i == l->form->focus;
	int rows = form_field_rows(l, i), wrong = form_error_rows(l, i);
	char sentence[sizeof l->form->errors[i] + 8];

	if (field->kind == FIELD_HEADING) {
		canvas_text(c, rows - 1, 0, -1, TUI_HEADING, field->label);
		return;
	}
	draw_label(l, c, field);
	switch (field->kind) {
	case FIELD_CHOICE: draw_choice(l, c, i, is_focus); break;
	case FIELD_TICK: draw_tick(l, c, i, is_focus); break;
	case FIELD_LINES: draw_lines(l, c, i, is_focus); break;
	default:
		draw_line(l, c, i, is_focus);
		draw_echo(l, c, i);
		break;
	}
	if (!wrong)
		return;
	snprintf(sentence, sizeof sentence, "Error: %s", l->form->errors[i]);
	canvas_paragraph(c, rows - wrong, l->box_column, l->columns - l->box_column, wrong, TUI_ERROR, sentence);
}

/* A bar at its left sets the list apart from the fields it hangs over. */
static void draw_suggestion(const struct form_layout *l, struct canvas *c, int row, int n)
{
	const struct field_suggestion *s = &l->form->suggestions.items[n];
	bool is_marked = n == l->form->suggestion;
	enum tui_role role = is_marked ? TUI_SELECTED : TUI_FIELD;
	int column = l->box_column + 1, cells = l->columns - column, used;

	canvas_fill(c, row, 0, l->box_column, TUI_TEXT);
	canvas_vertical(c, l->box_column, row, 1);
	canvas_fill(c, row, column, -1, role);
	used = canvas_print(c, row, column, cells, role, "%s %s", is_marked ? ">" : " ", s->label);
	if (s->detail && s->detail[0])
		canvas_print(c, row, column + used, cells - used, role, "  %s", s->detail);
	if (is_marked)
		canvas_cursor(c, row, column + 2);
}

/* The list hangs over the fields below it, so that no field moves from its place while a name is typed. In a low window
 * it is as long as there is room for; with no room at all what was typed keeps the cursor. */
static void draw_suggestions(const struct form_layout *l, struct canvas *c)
{
	const struct form *form = l->form;
	int count = (int)form->suggestions.count, top = l->tops[form->focus] + form_box_row(l) + 1 - l->first;
	int rows = l->view - top < FORM_SUGGESTIONS_SHOWN ? l->view - top : FORM_SUGGESTIONS_SHOWN;
	int first = form->suggestion >= rows ? form->suggestion - rows + 1 : 0;

	for (int n = 0; n < rows && first + n < count; n++)
		draw_suggestion(l, c, top + n, first + n);
	if (count <= rows || top + rows >= l->view)
		return;
	canvas_fill(c, top + rows, 0, l->box_column, TUI_TEXT);
	canvas_vertical(c, l->box_column, top + rows, 1);
	canvas_fill(c, top + rows, l->box_column + 1, -1, TUI_FIELD);
	canvas_print(c, top + rows, l->box_column + 3, -1, TUI_MUTED, "%d found; type more letters or go down", count);
}

static void draw_hint(const struct form *form, struct canvas *c)
{
	const struct field *field = &form->fields[form->focus];
	const char *hint = field->hint ? field->hint : "";
	char words[HINT_ROOM];

	if (form->refused)
		snprintf(words, sizeof words, "%s is full: nothing was added.", field->label);
	else if (form->nothing_to_repeat)
		snprintf(words, sizeof words, "Nothing was saved in a field %s yet: there is nothing to repeat.",
			 field->label);
	else
		snprintf(words, sizeof words, "%s%s%s", hint, hint[0] && field->required ? " " : "",
			 field->required ? "(needed)" : "");
	canvas_cell(c, canvas_rows(c) - 1, 0, canvas_columns(c),
		    form->refused || form->nothing_to_repeat ? TUI_MESSAGE : TUI_MUTED, words);
}

void form_draw(const struct form *form, struct canvas *c)
{
	struct form_layout l;
	struct canvas_part view_room;
	struct canvas *view;
	size_t last = form->count;

	form_lay_out(&l, form, c);
	view = canvas_part(c, &view_room, 0, 0, l.view, l.columns);
	/* The field with the focus is drawn last: its cursor is the one that stays. */
	for (size_t n = 0; n <= last; n++) {
		size_t i = n < last ? n : form->focus;
		struct canvas_part room;
		int top, rows;

		if (i >= form->count || (n < last && i == form->focus) || !form_is_there(form, i))
			continue;
		top = l.tops[i] - l.first;
		rows = form_field_rows(&l, i);
		if (top >= 0 && top < l.view)
			draw_field(&l, canvas_part(view, &room, top, 0, rows, l.columns), i);
	}
	if (l.has_hint)
		draw_hint(form, c);
	if (form->suggestions.count && form_has_focus(form))
		draw_suggestions(&l, view);
}
