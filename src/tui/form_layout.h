/* Where everything of a form is in its canvas. */
#ifndef TUI_FORM_LAYOUT_H
#define TUI_FORM_LAYOUT_H

#include "form_inside.h"

/* What was understood of a field. */
struct form_echo {
	char text[320];
	bool is_understood;
	int rows_under; /* 0: it stands beside the field */
};

/* Rows of a field count from the top of the form. */
struct form_layout {
	const struct form *form;
	int columns;
	bool is_narrow;
	int label_cells;
	int box_column;
	struct form_echo echoes[FORM_FIELDS_MOST];
	int tops[FORM_FIELDS_MOST];
	int total;
	int first; /* the first row in view */
	int view;  /* rows in view */
	bool has_hint;
};

void form_lay_out(struct form_layout *l, const struct form *form, const struct canvas *c);
int form_field_rows(const struct form_layout *l, size_t i);
int form_box_row(const struct form_layout *l);                              /* of the box, from the top of its field */
int form_box_cells(const struct form_layout *l, const struct field *field); /* between the brackets */
int form_lines_shown(const struct form_layout *l, const struct field *field);
int form_error_rows(const struct form_layout *l, size_t i);

#endif
