/* Draws a form: labels beside the fields, or above them below 60 columns; what was understood beside a field, errors
 * under it. */
#include "base/text.h"
#include "form_inside.h"

#include <stdio.h>
#include <string.h>

enum {
	NARROW_BELOW = 60,
	LABEL_MOST = 24,
	DATE_BOX = 16,   /* the longest a date is usually typed: "14 September 2026" scrolls by a letter */
	ECHOED_BOX = 30, /* a field with an echo leaves room for it */
	ECHO_LEAST = 24, /* less room than this and the echo goes under the field */
	ERROR_ROWS = 2,
	HINT_ROOM = 240,
};

/* Where things are in the canvas. Rows of a field count from the top of the form. */
struct layout {
	const struct form *form;
	int columns;
	bool is_narrow;
	int label_cells;
	int box_column;
	int tops[FORM_FIELDS_MOST];
	int total;
	int first; /* the first row in view */
	int view;  /* rows in view */
};

static bool has_box(const struct field *field)
{
	return field->kind == FIELD_TEXT || field->kind == FIELD_PICK || field->kind == FIELD_DATE;
}

/* Cells between the brackets. */
static int box_cells(const struct layout *l, const struct field *field)
{
	int room = l->columns - l->box_column - 2;
	int cells = field->room - 1 < (size_t)room ? (int)field->room - 1 : room;

	if (field->kind == FIELD_DATE && cells > DATE_BOX)
		cells = DATE_BOX;
	if (field->echo && cells > ECHOED_BOX && !l->is_narrow)
		cells = ECHOED_BOX;
	return cells > 4 ? cells : 4;
}

static bool echo_is_beside(const struct layout *l, const struct field *field)
{
	return l->columns - l->box_column - box_cells(l, field) - 4 >= ECHO_LEAST;
}

static int lines_shown(const struct field *field)
{
	return field->rows > 0 ? field->rows : 3;
}

static int error_rows(const struct layout *l, size_t i)
{
	char sentence[sizeof l->form->errors[i] + 8];
	const char *at = sentence;
	size_t shown;
	int rows = 0;

	if (!l->form->errors[i][0])
		return 0;
	snprintf(sentence, sizeof sentence, "Error: %s", l->form->errors[i]);
	for (size_t n; rows < ERROR_ROWS && (n = text_wrap(at, l->columns - l->box_column, &shown)) > 0; rows++)
		at += n;
	return rows;
}

/* The row of the field's box, from the top of the field. */
static int box_row(const struct layout *l)
{
	return l->is_narrow ? 1 : 0;
}

static int field_rows(const struct layout *l, size_t i)
{
	const struct field *field = &l->form->fields[i];
	int rows = box_row(l) + 1;

	if (!form_is_there(l->form, i))
		return 0;
	if (field->kind == FIELD_HEADING)
		return i == 0 ? 1 : 2;
	if (field->kind == FIELD_LINES)
		rows += lines_shown(field) - 1;
	if (field->echo && has_box(field) && !echo_is_beside(l, field))
		rows++;
	return rows + error_rows(l, i);
}

static int suggestion_rows(const struct form *form)
{
	size_t count = form->suggestions.count;

	return count > FORM_SUGGESTIONS_SHOWN ? FORM_SUGGESTIONS_SHOWN + 1 : (int)count;
}

/* Scrolls by half a view at a time: a pure function of the focus, so that drawing the same form twice gives the same
 * rows. */
static void place_view(struct layout *l)
{
	size_t focus = l->form->focus;
	int step = l->view > 1 ? l->view / 2 : 1, top, bottom;

	l->first = 0;
	if (focus >= l->form->count || l->view < 1)
		return;
	top = l->tops[focus];
	bottom = top + field_rows(l, focus) + suggestion_rows(l->form);
	if (bottom > l->view)
		l->first = (bottom - l->view + step - 1) / step * step;
	for (size_t i = 0; i <= focus; i++)
		if (l->tops[i] >= l->first) { /* no field is cut at the top */
			l->first = l->tops[i];
			return;
		}
	l->first = top;
}

static struct layout lay_out(const struct form *form, struct canvas *c)
{
	struct layout l = {.form = form, .columns = canvas_columns(c), .is_narrow = canvas_columns(c) < NARROW_BELOW};

	for (size_t i = 0; i < form->count; i++) {
		int cells = text_width(form->fields[i].label) + 2;

		if (form->fields[i].kind != FIELD_HEADING && cells > l.label_cells)
			l.label_cells = cells;
	}
	if (l.label_cells > LABEL_MOST)
		l.label_cells = LABEL_MOST;
	l.box_column = l.is_narrow ? 1 : l.label_cells + 1;
	l.view = canvas_rows(c) > 3 ? canvas_rows(c) - 1 : canvas_rows(c);
	for (size_t i = 0; i < form->count; i++) {
		l.tops[i] = l.total;
		l.total += field_rows(&l, i);
	}
	place_view(&l);
	return l;
}

static void draw_label(const struct layout *l, struct canvas *c, const struct field *field)
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

static void draw_line(const struct layout *l, struct canvas *c, size_t i, bool is_focus)
{
	const struct field *field = &l->form->fields[i];
	int cells = box_cells(l, field), row = box_row(l);
	const char *text = is_focus ? l->form->line.text : form_text(l->form, i);
	size_t first = is_focus ? first_shown(&l->form->line, cells) : 0;

	draw_box(c, row, l->box_column, cells, is_focus ? TUI_FIELD_FOCUS : TUI_FIELD, text + first, first > 0);
	if (is_focus)
		canvas_cursor(c, row, l->box_column + 1 + text_width_n(text + first, l->form->line.caret - first));
}

static void draw_echo(const struct layout *l, struct canvas *c, size_t i)
{
	const struct field *field = &l->form->fields[i];
	const char *typed = form_text(l->form, i);
	char echo[160] = "";
	bool understood;

	if (!field->echo || !typed[0])
		return;
	understood = field->echo(l->form->world, l->form->values, typed, echo, sizeof echo);
	if (echo_is_beside(l, field))
		canvas_text(c, box_row(l), l->box_column + box_cells(l, field) + 3, -1,
			    understood ? TUI_TEXT : TUI_MUTED, echo);
	else
		canvas_text(c, box_row(l) + 1, l->box_column, -1, understood ? TUI_TEXT : TUI_MUTED, echo);
}

static void draw_choice(const struct layout *l, struct canvas *c, size_t i, bool is_focus)
{
	const struct field *field = &l->form->fields[i];
	const char *token = form_text(l->form, i);
	int at = form_choice_at(field, token), used;
	const char *label = at >= 0 ? field->choices[at].label : token[0] ? token : "not chosen";

	used = canvas_print(c, box_row(l), l->box_column, -1, is_focus ? TUI_FIELD_FOCUS : TUI_FIELD, "< %s >", label);
	if (is_focus && at >= 0)
		canvas_print(c, box_row(l), l->box_column + used + 1, -1, TUI_MUTED, "%d of %d", at + 1,
			     form_choice_count(field));
	if (is_focus)
		canvas_cursor(c, box_row(l), l->box_column + 2);
}

static void draw_tick(const struct layout *l, struct canvas *c, size_t i, bool is_focus)
{
	const char *value = form_text(l->form, i);

	canvas_print(c, box_row(l), l->box_column, -1, is_focus ? TUI_FIELD_FOCUS : TUI_FIELD, "[%s]",
		     value[0] ? value : " ");
	if (is_focus)
		canvas_cursor(c, box_row(l), l->box_column + 1);
}

static bool has_more(const char *text, int columns, int rows)
{
	size_t shown;

	for (size_t n; rows > 0 && (n = text_wrap(text, columns, &shown)) > 0; rows--)
		text += n;
	return *text != '\0';
}

static void draw_lines(const struct layout *l, struct canvas *c, size_t i, bool is_focus)
{
	struct canvas_part room;
	int rows = lines_shown(&l->form->fields[i]);
	struct canvas *part = canvas_part(c, &room, box_row(l), l->box_column + 1, rows,
					  l->columns - l->box_column - 1);

	canvas_vertical(c, l->box_column, box_row(l), rows);
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

static void draw_field(const struct layout *l, struct canvas *c, size_t i)
{
	const struct field *field = &l->form->fields[i];
	bool is_focus = i == l->form->focus;
	int rows = field_rows(l, i), wrong = error_rows(l, i);
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

static void draw_suggestion(const struct layout *l, struct canvas *c, int row, int n)
{
	const struct field_suggestion *s = &l->form->suggestions.items[n];
	bool is_marked = n == l->form->suggestion;
	enum tui_role role = is_marked ? TUI_SELECTED : TUI_FIELD;
	int cells = l->columns - l->box_column, used;

	canvas_fill(c, row, l->is_narrow ? 0 : l->box_column, -1, role);
	used = canvas_print(c, row, l->box_column, cells, role, "%s %s", is_marked ? ">" : " ", s->label);
	if (s->detail && s->detail[0])
		canvas_print(c, row, l->box_column + used, cells - used, role, "  %s", s->detail);
	if (is_marked)
		canvas_cursor(c, row, l->box_column + 2);
}

/* The list hangs over the fields below it, so that no field moves from its place while a name is typed. */
static void draw_suggestions(const struct layout *l, struct canvas *c)
{
	const struct form *form = l->form;
	int count = (int)form->suggestions.count, top = l->tops[form->focus] + box_row(l) + 1 - l->first;
	int rows = l->view - top < FORM_SUGGESTIONS_SHOWN ? l->view - top : FORM_SUGGESTIONS_SHOWN;
	int first = form->suggestion >= rows ? form->suggestion - rows + 1 : 0;
	int cells = l->columns - l->box_column;

	for (int n = 0; n < rows && first + n < count; n++)
		draw_suggestion(l, c, top + n, first + n);
	if (count <= rows)
		return;
	canvas_fill(c, top + rows, l->is_narrow ? 0 : l->box_column, -1, TUI_FIELD);
	canvas_print(c, top + rows, l->box_column + 2, cells - 2, TUI_MUTED, "%d found; type more letters or go down",
		     count);
}

static void draw_hint(const struct form *form, struct canvas *c)
{
	const struct field *field = &form->fields[form->focus];
	const char *hint = field->hint ? field->hint : "";
	char words[HINT_ROOM];

	if (form->refused)
		snprintf(words, sizeof words, "%s is full: nothing was added.", field->label);
	else
		snprintf(words, sizeof words, "%s%s%s", hint, hint[0] && field->required ? " " : "",
			 field->required ? "(needed)" : "");
	canvas_cell(c, canvas_rows(c) - 1, 0, canvas_columns(c), form->refused ? TUI_MESSAGE : TUI_MUTED, words);
}

void form_draw(const struct form *form, struct canvas *c)
{
	struct layout l = lay_out(form, c);
	struct canvas_part view_room;
	struct canvas *view = canvas_part(c, &view_room, 0, 0, l.view, l.columns);
	size_t last = form->count;

	/* The field with the focus is drawn last: its cursor is the one that stays. */
	for (size_t n = 0; n <= last; n++) {
		size_t i = n < last ? n : form->focus;
		struct canvas_part room;
		int top, rows;

		if (i >= form->count || (n < last && i == form->focus) || !form_is_there(form, i))
			continue;
		top = l.tops[i] - l.first;
		rows = field_rows(&l, i);
		if (top + rows > 0 && top < l.view)
			draw_field(&l, canvas_part(view, &room, top, 0, rows, l.columns), i);
	}
	if (!form_has_focus(form))
		return;
	if (canvas_rows(c) > 3)
		draw_hint(form, c);
	if (form->suggestions.count)
		draw_suggestions(&l, view);
}
