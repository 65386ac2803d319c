/* What the many-line editor is made of, for its model and its drawing. */
#ifndef TUI_EDIT_TEXT_INSIDE_H
#define TUI_EDIT_TEXT_INSIDE_H

#include "edit_undo.h"
#include "tui/edit_text.h"
#include "wrap_rows.h"

/* The text is one flat array: moving 120 KB of it for a typed letter takes some 5 microseconds, and every function of
 * base/text.h can read it. What would be slow is wrapping it all again, so the rows are kept and mended. */
struct edit_text {
	char *text;
	size_t length, room;
	size_t caret;
	size_t most;
	size_t changes;
	struct wrap_rows rows;
	size_t first_row; /* shown at the top */
	int page;         /* rows shown */
	int goal;         /* the column that Up and Down aim at, -1 none */
	bool pasting;
	struct undo_log undo;
};

int edit_text_column(const struct edit_text *e); /* cells before the caret in its row */

#endif
