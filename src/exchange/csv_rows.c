/* Spreadsheet rows by libcsv, in pieces of one line, so that each row knows its line and nothing grows beyond its
 * limit. */
#include "csv_rows.h"

#include "base/text.h"
#include "csv_library.h"

#include <string.h>

enum { CHUNK = 64 * 1024 };

struct reading {
	struct csv_library csv;
	struct import_run *run;
	csv_row_taker *take;
	void *payload;
	struct fault *f;
	struct csv_cell cells[CSV_CELLS_MOST];
	size_t count;
	size_t line, row_line; /* the line being fed, and where the row in hand began */
	size_t pending;        /* bytes since the last cell was whole */
	bool in_row, after_cr, stopped;
};

static void stop(struct reading *r)
{
	r->stopped = true;
}

/* libcsv calls back to the end of its piece whatever happens, so both callbacks look whether the reading has stopped.
 */
static void take_cell(void *text, size_t bytes, void *payload)
{
	struct reading *r = payload;
	struct csv_cell *cell;

	r->pending = 0;
	if (r->stopped)
		return;
	if (r->count == CSV_CELLS_MOST) {
		fault_set(r->f, FAULT_REFUSED,
			  "Line %zu has more than %d cells, so %s is not such a list. Check that it is the right file.",
			  r->row_line, CSV_CELLS_MOST, r->run->report->file);
		stop(r);
		return;
	}
	if (!text_is_utf8(text, bytes)) {
		fault_set(r->f, FAULT_REFUSED,
			  "Line %zu of %s is not in UTF-8, so its names would be stored wrongly. In the spreadsheet "
			  "choose Save as, "
			  "\"CSV UTF-8\", and import that file.",
			  r->row_line, r->run->report->file);
		stop(r);
		return;
	}
	cell = &r->cells[r->count++];
	*cell = (struct csv_cell){arena_text_n(&r->run->row, text, bytes), memchr(text, '\0', bytes) != NULL};
}

static void take_row(int ended_by, void *payload)
{
	struct reading *r = payload;
	const struct csv_row row = {r->row_line, r->cells, r->count};

	(void)ended_by;
	r->in_row = false;
	if (!r->stopped && !r->take(r->payload, &row, r->f))
		stop(r);
	r->count = 0;
	arena_reset(&r->run->row);
}

/* Up to and with the next line end. */
static size_t piece_of(const char *bytes, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (bytes[i] == '\n' || bytes[i] == '\r')
			return i + 1;
	return count;
}

/* The first line is 1; LF, CR LF and CR each end one, and CR LF may be parted by a chunk. */
static void count_line(struct reading *r, char last)
{
	if (last == '\r' || (last == '\n' && !r->after_cr))
		r->line++;
	r->after_cr = last == '\r';
}

static bool bad_quotes(struct reading *r)
{
	return fault_set(
		r->f, FAULT_REFUSED,
		"In the row that begins on line %zu of %s a quotation mark stands alone. A cell with a quotation mark "
		"is written "
		"between quotation marks, with each one inside it doubled. Mend that line and import the file again.",
		r->row_line, r->run->report->file);
}

static bool feed_piece(struct reading *r, struct csv_parser *csv, const char *bytes, size_t count)
{
	bool has_content = bytes[0] != '\n' && bytes[0] != '\r';

	if (!r->in_row)
		r->row_line = r->line;
	r->in_row = r->in_row || has_content;
	r->pending += count;
	if (r->csv.csv_parse(csv, bytes, count, take_cell, take_row, r) != count && !r->stopped)
		return r->csv.csv_error(csv) == CSV_EPARSE
			       ? bad_quotes(r)
			       : fault_set(r->f, FAULT_MEMORY, "There is not enough memory to read this file.");
	if (r->stopped)
		return false;
	if (r->pending > CSV_CELL_BYTES_MOST)
		return fault_set(r->f, FAULT_REFUSED,
				 "The row that begins on line %zu of %s has a cell of more than 64 KB, or a quotation "
				 "mark that is never "
				 "closed. Mend that line and import the file again.",
				 r->row_line, r->run->report->file);
	count_line(r, bytes[count - 1]);
	return true;
}

static bool feed(struct reading *r, struct csv_parser *csv, const char *bytes, size_t count)
{
	while (count > 0) {
		size_t n = piece_of(bytes, count);

		if (!feed_piece(r, csv, bytes, n))
			return false;
		bytes += n;
		count -= n;
	}
	return true;
}

static bool begins(const char *bytes, size_t count, const char *mark, size_t mark_bytes)
{
	return count >= mark_bytes && memcmp(bytes, mark, mark_bytes) == 0;
}

/* What a file is by its first bytes; the wrong thing is named, because the remedy differs. */
static bool is_text(const struct reading *r, const char *bytes, size_t count)
{
	const char *name = r->run->report->file;

	if (count == 0)
		return fault_set(r->f, FAULT_REFUSED, "%s is empty. Export it again.", name);
	if (begins(bytes, count, "PK\003\004", 4) || begins(bytes, count, "\xD0\xCF\x11\xE0", 4))
		return fault_set(
			r->f, FAULT_REFUSED,
			"%s is a spreadsheet workbook. Open it, choose Save as, \"CSV UTF-8\", and import that file.",
			name);
	if (begins(bytes, count, "<", 1) || begins(bytes, count, "\xEF\xBB\xBF<", 4))
		return fault_set(r->f, FAULT_REFUSED,
				 "%s is XML, as a census return is, and not a spreadsheet. Import it as census, or "
				 "name the spreadsheet.",
				 name);
	if (begins(bytes, count, "\xFF\xFE", 2) || begins(bytes, count, "\xFE\xFF", 2) ||
	    (count > 1 && (bytes[0] == '\0' || bytes[1] == '\0')))
		return fault_set(r->f, FAULT_REFUSED,
				 "%s is Unicode text of another form (UTF-16). Open it in the spreadsheet, choose Save "
				 "as, \"CSV "
				 "UTF-8\", and import that file.",
				 name);
	return true;
}

/* The separator is the one of the three that the heading has most of, outside quotation marks. */
static unsigned char separator(const char *bytes, size_t count)
{
	size_t commas = 0, semicolons = 0, tabs = 0;
	bool quoted = false;

	for (size_t i = 0; i < count && (quoted || (bytes[i] != '\n' && bytes[i] != '\r')); i++) {
		quoted = quoted != (bytes[i] == '"');
		commas += !quoted && bytes[i] == ',';
		semicolons += !quoted && bytes[i] == ';';
		tabs += !quoted && bytes[i] == '\t';
	}
	if (tabs > commas && tabs > semicolons)
		return '\t';
	return semicolons > commas ? ';' : ',';
}

static bool read_all(struct reading *r, struct csv_parser *csv, char *chunk)
{
	ptrdiff_t n = run_bytes(r->run, chunk, CHUNK, r->f);
	size_t skip;

	if (n < 0 || !is_text(r, chunk, (size_t)n))
		return false;
	skip = begins(chunk, (size_t)n, "\xEF\xBB\xBF", 3) ? 3 : 0;
	r->csv.csv_set_delim(csv, separator(chunk + skip, (size_t)n - skip));
	if (!feed(r, csv, chunk + skip, (size_t)n - skip))
		return false;
	while ((n = run_bytes(r->run, chunk, CHUNK, r->f)) > 0)
		if (!feed(r, csv, chunk, (size_t)n))
			return false;
	if (n < 0)
		return false;
	if (r->csv.csv_fini(csv, take_cell, take_row, r) != 0)
		return bad_quotes(r);
	return !r->stopped;
}

static bool read_parsed(struct reading *r, char *chunk)
{
	struct csv_parser csv;
	bool ok;

	if (r->csv.csv_init(&csv, CSV_STRICT | CSV_STRICT_FINI) != 0)
		return fault_set(r->f, FAULT_MEMORY, "There is not enough memory to read this file.");
	r->csv.csv_set_blk_size(&csv, 4096);
	ok = read_all(r, &csv, chunk);
	r->csv.csv_free(&csv);
	return ok;
}

bool csv_rows_read(struct import_run *run, csv_row_taker *take, void *payload, struct fault *f)
{
	struct arena mem = {0};
	struct reading *r = arena_alloc(&mem, sizeof *r);
	char *chunk = arena_alloc(&mem, CHUNK);
	bool ok = false;

	if (!r || !chunk) {
		fault_set(f, FAULT_MEMORY, "There is not enough memory to read this file.");
	} else {
		*r = (struct reading){.run = run, .take = take, .payload = payload, .f = f, .line = 1, .row_line = 1};
		ok = csv_library_load(&r->csv, f) && read_parsed(r, chunk);
	}
	arena_finish(&mem);
	return ok;
}
