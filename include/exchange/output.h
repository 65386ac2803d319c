/* One listing written out in any of four forms: a table for a terminal, JSON and CSV for programs and spreadsheets, and
 *"label: value" lines for people who listen. What a listing holds is said once, whatever the form.
 *
 *	static const struct listing_column columns[] = {{"reference", "Reference"}, {"due", "Due"}};
 *	struct listing listing;
 *	listing_begin(&listing, columns, 2, &mem);
 *	listing_text(&listing, "C-00012");
 *	listing_day(&listing, due);
 *	listing_write(&listing, stdout, &(struct listing_style){.form = LISTING_JSON}, &f);
 *
 * Cells are added from left to right; the one after the last column begins the next row. */
#ifndef EXCHANGE_OUTPUT_H
#define EXCHANGE_OUTPUT_H

#include "base/arena.h"
#include "base/fault.h"
#include "domain/date.h"

#include <stdio.h>

enum listing_form { LISTING_TABLE, LISTING_JSON, LISTING_CSV, LISTING_RECORDS };

struct listing_column {
	const char *key;   /* of JSON and CSV: stable, lower case, words joined by '_' */
	const char *label; /* of the table and the records: what a worker calls it */
};

enum listing_kind {
	LISTING_NOTHING,
	LISTING_TEXT,
	LISTING_TEXTS,
	LISTING_NUMBER,
	LISTING_DAY,
	LISTING_YES_NO,
	LISTING_ROWS
};

struct listing_cell {
	enum listing_kind kind;
	union {
		const char *text;
		struct {
			const char *const *items;
			size_t count;
		} texts;
		int64_t number;
		day_number day;
		bool yes;
		const struct listing *rows;
	};
};

/* Opened by listing_begin. Cells and copies live in `mem`; so do the texts while it is written. */
struct listing {
	const struct listing_column *columns;
	size_t column_count;
	struct arena *mem;
	struct {
		struct listing_cell *items;
		size_t count, room;
	} cells; /* row by row */
};

/* `columns` must live as long as the listing. */
void listing_begin(struct listing *listing, const struct listing_column *columns, size_t column_count,
		   struct arena *mem);

void listing_text(struct listing *listing, const char *text);                        /* copied; NULL is nothing */
void listing_texts(struct listing *listing, const char *const *texts, size_t count); /* copied */
void listing_number(struct listing *listing, int64_t number);
void listing_day(struct listing *listing, day_number day); /* DAY_NONE is nothing */
void listing_yes_no(struct listing *listing, bool yes);
/* Another listing inside this one: an array of objects in JSON; the other forms are flat and give the number of rows.
 */
void listing_nested(struct listing *listing, const struct listing *rows); /* must live as long */
void listing_nothing(struct listing *listing); /* null in JSON, empty in CSV, "-" for people */

size_t listing_rows(const struct listing *listing);

struct listing_style {
	enum listing_form form;
	int width;  /* cells of the terminal that a table may take; 0: as wide as it needs */
	bool alone; /* JSON: the one row as an object, not an array of objects; for what shows one thing */
	bool raw;   /* CSV: no apostrophe before what a spreadsheet would take for a formula */
};

/* JSON: an array of objects, ISO dates, a row a line. CSV: RFC 4180, keys in the first line, CR LF. A table of no rows
 * is no lines at all. Every text passes text_safe. False when there is no memory, or the disk or the reader at the
 * other end took no more. */
bool listing_write(const struct listing *listing, FILE *to, const struct listing_style *style, struct fault *f);

#endif
