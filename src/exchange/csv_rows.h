/* A comma, semicolon or tab separated file, a row at a time. */
#ifndef EXCHANGE_CSV_ROWS_H
#define EXCHANGE_CSV_ROWS_H

#include "import_run.h"

enum { CSV_CELLS_MOST = 256, CSV_CELL_BYTES_MOST = 64 * 1024 };

struct csv_cell {
	const char *text; /* UTF-8, ended by NUL */
	bool has_nul;     /* a NUL stood inside; the text is cut there */
};
struct csv_row {
	size_t line; /* where it begins; a quoted cell may go over several lines */
	const struct csv_cell *cells;
	size_t count;
};
/* The row lives in run->row until the next one. False ends the reading. */
typedef bool csv_row_taker(void *payload, const struct csv_row *row, struct fault *f);

/* False when the file as a whole cannot be trusted: not UTF-8, not text, a quotation mark that is never closed, a cell
 * or a row beyond all measure. */
bool csv_rows_read(struct import_run *run, csv_row_taker *take, void *payload, struct fault *f);

#endif
