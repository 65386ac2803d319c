/* A listing as a table for a terminal: columns by cells, so that every script lines up. */
#include "base/text.h"
#include "listing.h"

#include <string.h>

enum { GAP = 2, LEAST_WIDTH = 8 };

struct table {
	const struct listing *listing;
	FILE *to;
	int *widths;              /* of each column, in cells */
	enum listing_kind *kinds; /* of each column; LISTING_NOTHING where no row has anything */
};

static int row_width(const struct table *table)
{
	int width = 0;

	for (size_t c = 0; c < table->listing->column_count; c++)
		width += table->widths[c] + (c ? GAP : 0);
	return width;
}

static void measure(struct table *table, struct arena *mem)
{
	const struct listing *listing = table->listing;

	for (size_t c = 0; c < listing->column_count; c++)
		table->widths[c] = text_width(listing->columns[c].label);
	for (size_t i = 0; i < listing_rows(listing) * listing->column_count; i++) {
		int width = text_width(listing_words(&listing->cells.items[i], false, mem));
		size_t column = i % listing->column_count;

		if (width > table->widths[column])
			table->widths[column] = width;
		if (listing->cells.items[i].kind != LISTING_NOTHING)
			table->kinds[column] = listing->cells.items[i].kind;
		arena_reset(mem);
	}
}

static bool gives_way(const struct table *table, size_t column)
{
	return (table->kinds[column] == LISTING_TEXT || table->kinds[column] == LISTING_TEXTS) &&
	       table->widths[column] > LEAST_WIDTH;
}

/* The widest text gives way first, a cell at a time, until the row fits or nothing can give way: half a date says
 * nothing. */
static void squeeze(struct table *table, int width)
{
	for (int over = row_width(table) - width; over > 0; over--) {
		size_t widest = table->listing->column_count;

		for (size_t c = 0; c < table->listing->column_count; c++)
			if (gives_way(table, c) &&
			    (widest == table->listing->column_count || table->widths[c] > table->widths[widest]))
				widest = c;
		if (widest == table->listing->column_count)
			return;
		table->widths[widest]--;
	}
}

static void put(const struct table *table, size_t column, const char *words, bool to_the_right, struct arena *mem)
{
	bool is_last = column + 1 == table->listing->column_count;
	const char *shown = text_clipped(mem, words, table->widths[column]);
	int blanks = table->widths[column] - text_width(shown);

	fprintf(table->to, "%*s%s%*s", to_the_right ? blanks : 0, "", shown, to_the_right || is_last ? 0 : blanks, "");
	fprintf(table->to, "%*s", is_last ? 0 : GAP, "");
}

static void put_headings(const struct table *table, struct arena *mem)
{
	for (size_t c = 0; c < table->listing->column_count; c++)
		put(table, c, table->listing->columns[c].label, table->kinds[c] == LISTING_NUMBER, mem);
	fputc('\n', table->to);
	arena_reset(mem);
}

static bool put_rows(const struct table *table, struct arena *mem)
{
	const struct listing *listing = table->listing;

	for (size_t i = 0; i < listing_rows(listing) * listing->column_count; i++) {
		size_t column = i % listing->column_count;

		put(table, column, listing_words(&listing->cells.items[i], false, mem),
		    table->kinds[column] == LISTING_NUMBER, mem);
		if (column + 1 < listing->column_count)
			continue;
		fputc('\n', table->to);
		if (arena_exhausted(mem))
			return false;
		arena_reset(mem);
	}
	return true;
}

bool listing_write_table(const struct listing *listing, FILE *to, int width, struct arena *mem)
{
	struct arena own = {0};
	struct table table = {listing, to, arena_alloc(&own, listing->column_count * sizeof *table.widths),
			      arena_alloc(&own, listing->column_count * sizeof *table.kinds)};
	bool ok = table.widths && table.kinds;

	if (ok && listing_rows(listing) > 0) {
		measure(&table, mem);
		if (width > 0)
			squeeze(&table, width);
		put_headings(&table, mem);
		ok = put_rows(&table, mem);
	}
	arena_finish(&own);
	return ok;
}
