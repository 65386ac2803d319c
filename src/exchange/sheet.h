/* A spreadsheet whose columns are found by their headings, whatever their order. */
#ifndef EXCHANGE_SHEET_H
#define EXCHANGE_SHEET_H

#include "csv_rows.h"
#include "written.h"

enum { SHEET_COLUMNS_MOST = 20, SHEET_TEXT_MOST = 200, SHEET_LINES_MOST = 4000 };

struct sheet_row;

struct sheet {
	const struct import_column *columns;
	size_t count;
	/* Reads the cells and hands the row on. False ends the import; a row that was refused is not false. */
	bool (*take)(struct sheet_row *row, struct fault *f);
};

struct sheet_row {
	struct import_run *run;
	const struct sheet *sheet;
	size_t line;
	struct csv_cell cells[SHEET_COLUMNS_MOST]; /* by column; "" where the file has no such column */
	bool is_refused;                           /* a problem was listed: the row must not be handed on */
};

extern const struct sheet people_sheet, contacts_sheet, requests_sheet;

/* What a cell holds. A cell that cannot be understood lists a problem, refuses the row, and gives an empty value. */
__attribute__((format(printf, 3, 4))) void cell_problem(struct sheet_row *row, size_t column, const char *format, ...);
const char *cell_text(struct sheet_row *row, size_t column);
const char *cell_lines(struct sheet_row *row, size_t column);
const char *cell_needed(struct sheet_row *row, size_t column, const char *remedy);
day_number cell_date(struct sheet_row *row, size_t column, const char *remedy); /* DAY_NONE when empty */
enum yes_no cell_yes_no(struct sheet_row *row, size_t column);

#endif
