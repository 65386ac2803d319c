/* Where everything of a form is: how wide the boxes are, what stands beside and what under them, and which rows are in
 * view. */
#include "form_layout.h"

#include "base/text.h"
#include "popup.h"

#include <stdio.h>
#include <string.h>

enum {
	NARROW_BELOW = 60,
	LABEL_MOST = 24,
	DATE_BOX = 16,   /* the longest a date is usually typed: "14 September 2026" scrolls by a letter */
	SHORT_ROOM = 48, /* a field with an echo leaves room for it: a short value has a short box */
	SHORT_BOX = 20,
	ECHOED_BOX = 30,
	ECHO_ROWS = 4,
	ERROR_ROWS = 2,
	HINT_FROM = 3, /* rows of the canvas: a narrow label and its box come first */
};

static bool has_box(const struct field *field)
{
	return field->kind == FIELD_TEXT || field->kind == FIELD_PICK || field->kind == FIELD_DATE;
}

static int at_most(int number, int most)
{
	return number < most ? number : most;
}

int form_box_cells(const struct form_layout *l, const struct field *field)
{
	int cells = at_most(l->columns - l->box_column - 2, (int)field->room - 1);

	if (field->kind == FIELD_DATE)
		cells = at_most(cells, DATE_BOX);
	else if (field->echo && field->room <= SHORT_ROOM)
		cells = at_most(cells, SHORT_BOX);
	else if (field->echo && !l->is_narrow)
		cells = at_most(cells, ECHOED_BOX);
	return cells > 4 ? cells : 4;
}

static int rows_of(const char *text, int columns, int most)
{
	return at_most(popup_rows(text, columns), most);
}

/* Beside its field while it fits there whole, under it otherwise. */
static void read_echo(struct form_layout *l, size_t i)
{
	const struct field *field = &l->form->fields[i];
	const char *typed = form_text(l->form, i);
	struct form_echo *echo = &l->echoes[i];

	echo->text[0] = '\0';
	echo->is_understood = false;
	echo->rows_under = 0;
	if (!field->echo || !has_box(field) || !typed[0] || !form_is_there(l->form, i))
		return;
	echo->is_understood = field->echo(l->form->world, l->form->values, typed, echo->text, sizeof echo->text);
	if (!echo->is_understood && l->form->errors[i][0]) {
		echo->text[0] = '\0'; /* the error says the same */
		return;
	}
	if (text_width(echo->text) > l->columns - l->box_column - form_box_cells(l, field) - 3)
		echo->rows_under = rows_of(echo->text, l->columns - l->box_column, ECHO_ROWS);
}

int form_box_row(const struct form_layout *l)
{
	return l->is_narrow ? 1 : 0;
}

/* In a low window fewer, so that the caret is in view. */
int form_lines_shown(const struct form_layout *l, const struct field *field)
{
	int rows = at_most(field->rows > 0 ? field->rows : 3, l->view - form_box_row(l));

	return rows > 1 ? rows : 1;
}

int form_error_rows(const struct form_layout *l, size_t i)
{
	char sentence[sizeof l->form->errors[i] + 8];

	if (!l->form->errors[i][0])
		return 0;
	snprintf(sentence, sizeof sentence, "Error: %s", l->form->errors[i]);
	return rows_of(sentence, l->columns - l->box_column, ERROR_ROWS);
}

int form_field_rows(const struct form_layout *l, size_t i)
{
	const struct field *field = &l->form->fields[i];
	int rows = form_box_row(l) + 1;

	if (!form_is_there(l->form, i))
		return 0;
	if (field->kind == FIELD_HEADING)
		return i == 0 ? 1 : 2;
	if (field->kind == FIELD_LINES)
		rows += form_lines_shown(l, field) - 1;
	return rows + l->echoes[i].rows_under + form_error_rows(l, i);
}

static int suggestion_rows(const struct form *form)
{
	size_t count = form->suggestions.count;

	return count > FORM_SUGGESTIONS_SHOWN ? FORM_SUGGESTIONS_SHOWN + 1 : (int)count;
}

/* Scrolls by half a view at a time: a pure function of the focus, so that drawing the same form twice gives the same
 * rows. */
static void place_view(struct form_layout *l)
{
	size_t focus = l->form->focus;
	int step = l->view > 1 ? l->view / 2 : 1, top, bottom;

	l->first = 0;
	if (focus >= l->form->count || l->view < 1)
		return;
	top = l->tops[focus];
	bottom = top + form_field_rows(l, focus) + suggestion_rows(l->form);
	if (bottom > l->view)
		l->first = (bottom - l->view + step - 1) / step * step;
	for (size_t i = 0; i <= focus; i++)
		if (l->tops[i] >= l->first) { /* no field is cut at the top */
			l->first = l->tops[i];
			return;
		}
	l->first = top;
}

void form_lay_out(struct form_layout *l, const struct form *form, const struct canvas *c)
{
	int rows = canvas_rows(c);

	l->form = form;
	l->columns = canvas_columns(c);
	l->label_cells = l->total = 0;
	l->has_hint = rows >= HINT_FROM && form_has_focus(form);
	l->view = rows >= HINT_FROM ? rows - 1 : rows;
	/* A label above its field in a window of one row would be all that is seen. */
	l->is_narrow = l->columns < NARROW_BELOW && l->view > 1;
	for (size_t i = 0; i < form->count; i++) {
		int cells = text_width(form->fields[i].label) + 2;

		if (form->fields[i].kind != FIELD_HEADING && cells > l->label_cells)
			l->label_cells = cells;
	}
	l->label_cells = at_most(l->label_cells, at_most(LABEL_MOST, l->columns / 3));
	l->box_column = l->is_narrow ? 1 : l->label_cells + 1;
	for (size_t i = 0; i < form->count; i++) {
		read_echo(l, i);
		l->tops[i] = l->total;
		l->total += form_field_rows(l, i);
	}
	place_view(l);
}
