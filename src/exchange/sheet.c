/* Headings matched to columns, and each row's cells put under them. */
#include "sheet.h"
#include "base/text.h"

#include <string.h>

enum { NO_COLUMN = -1 };

struct sheet_reading {
	struct import_run *run;
	const struct sheet *sheet;
	int column_of[CSV_CELLS_MOST]; /* which column of ours each cell of the file is, or NO_COLUMN */
	size_t width;                  /* cells in the heading, empty ones at its end not counted */
	bool has_heading;
};

/* Is `folded` one of the headings in "date of birth|born"? */
static bool is_among(const char *folded, const char *also)
{
	size_t length = strlen(folded);

	for (const char *at = also; *at; at += strcspn(at, "|"), at += *at == '|')
		if (strcspn(at, "|") == length && strncmp(at, folded, length) == 0)
			return true;
	return false;
}

static int column_named(struct sheet_reading *r, const char *heading)
{
	struct arena *mem = &r->run->row;
	const char *folded = text_fold(mem, heading);

	for (size_t i = 0; i < r->sheet->count && folded[0]; i++)
		if (strcmp(folded, text_fold(mem, r->sheet->columns[i].name)) == 0 ||
		    is_among(folded, r->sheet->columns[i].also))
			return (int)i;
	return NO_COLUMN;
}

static size_t filled_width(const struct csv_row *row)
{
	size_t width = row->count;

	while (width > 0 && !row->cells[width - 1].text[strspn(row->cells[width - 1].text, " \t\r\n")])
		width--;
	return width;
}

/* The columns that must be there and are not, as "Family ref, Type". */
static const char *missing_columns(struct sheet_reading *r, const bool *seen)
{
	const char *missing = "";

	for (size_t i = 0; i < r->sheet->count; i++)
		if (r->sheet->columns[i].is_needed && !seen[i])
			missing = arena_joined(&r->run->row, missing, ", ", r->sheet->columns[i].name);
	return missing;
}

static bool take_heading(struct sheet_reading *r, const struct csv_row *row, struct fault *f)
{
	bool seen[SHEET_COLUMNS_MOST] = {false};
	const char *missing;

	r->width = filled_width(row);
	r->has_heading = true;
	for (size_t i = 0; i < r->width; i++) {
		int column = r->column_of[i] = column_named(r, row->cells[i].text);

		if (column != NO_COLUMN && seen[column])
			return fault_set(f, FAULT_REFUSED,
					 "%s has two columns headed \"%s\". Remove one and import it again.",
					 r->run->report->file, r->sheet->columns[column].name);
		if (column != NO_COLUMN)
			seen[column] = true;
	}
	missing = missing_columns(r, seen);
	if (missing[0])
		return fault_set(f, FAULT_REFUSED,
				 "%s has no column headed %s. Its first line must hold the headings. Add what is "
				 "missing and import "
				 "it again.",
				 r->run->report->file, missing);
	for (size_t i = 0; i < r->width; i++)
		if (r->column_of[i] == NO_COLUMN && row->cells[i].text[0])
			run_note(r->run, run_quoted(r->run, row->cells[i].text),
				 "This column is not one that is kept, so it was left out.");
	return true;
}

static bool take_row(void *payload, const struct csv_row *row, struct fault *f)
{
	struct sheet_reading *r = payload;
	struct sheet_row taken = {.run = r->run, .sheet = r->sheet, .line = row->line};
	size_t filled = filled_width(row);

	if (filled == 0)
		return true; /* a line without a word is no row */
	if (!r->has_heading)
		return take_heading(r, row, f);
	if (filled > r->width || row->count < r->width) {
		run_problem(r->run, row->line, "", "",
			    "has %zu cells and the heading has %zu. A cell with a comma in it must stand between "
			    "quotation marks.",
			    filled > r->width ? filled : row->count, r->width);
		run_refused(r->run);
		return true;
	}
	for (size_t i = 0; i < r->sheet->count; i++)
		taken.cells[i].text = "";
	for (size_t i = 0; i < r->width; i++)
		if (r->column_of[i] != NO_COLUMN)
			taken.cells[r->column_of[i]] = row->cells[i];
	return r->sheet->take(&taken, f);
}

static const struct sheet *const sheets[IMPORT_KIND_COUNT] = {
	[IMPORT_PEOPLE] = &people_sheet, [IMPORT_CONTACTS] = &contacts_sheet, [IMPORT_REQUESTS] = &requests_sheet};

const struct import_column *import_column(enum import_kind kind, size_t at)
{
	const struct sheet *sheet = sheets[kind];

	return sheet && at < sheet->count ? &sheet->columns[at] : NULL;
}

const char *import_column_words(const struct import_column *column, struct arena *mem)
{
	const char *words = arena_printf(mem, "%s%sAlso headed: ", column->holds, *column->holds ? " " : "");

	for (const char *at = column->also; *at; at += strcspn(at, "|"), at += *at == '|')
		words = arena_printf(mem, "%s%s%.*s", words, at == column->also ? "" : ", ", (int)strcspn(at, "|"), at);
	return arena_printf(mem, "%s.", words);
}

bool run_sheet(struct import_run *run, enum import_kind kind, struct fault *f)
{
	struct sheet_reading r = {.run = run, .sheet = sheets[kind]};

	if (!csv_rows_read(run, take_row, &r, f))
		return false;
	if (!r.has_heading)
		return fault_set(f, FAULT_REFUSED, "%s holds no rows. Export it again.", run->report->file);
	return true;
}
