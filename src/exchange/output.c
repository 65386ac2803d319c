/* Listings: cells gathered row by row, and a cell in words. */
#include "base/text.h"
#include "listing.h"

#include <inttypes.h>
#include <string.h>

void listing_begin(struct listing *listing, const struct listing_column *columns, size_t column_count,
		   struct arena *mem)
{
	*listing = (struct listing){.columns = columns, .column_count = column_count, .mem = mem};
}

static void add(struct listing *listing, struct listing_cell cell)
{
	struct listing_cell *kept = ARENA_PUSH(listing->mem, &listing->cells);

	if (kept)
		*kept = cell;
}

void listing_text(struct listing *listing, const char *text)
{
	if (text)
		add(listing, (struct listing_cell){.kind = LISTING_TEXT, .text = text_safe(listing->mem, text, true)});
	else
		listing_nothing(listing);
}

void listing_texts(struct listing *listing, const char *const *texts, size_t count)
{
	const char **items = arena_alloc(listing->mem, (count + 1) * sizeof *items);

	for (size_t i = 0; items && i < count; i++)
		items[i] = text_safe(listing->mem, texts[i], true);
	add(listing, (struct listing_cell){.kind = LISTING_TEXTS, .texts = {items, items ? count : 0}});
}

void listing_number(struct listing *listing, int64_t number)
{
	add(listing, (struct listing_cell){.kind = LISTING_NUMBER, .number = number});
}

void listing_day(struct listing *listing, day_number day)
{
	if (day == DAY_NONE)
		listing_nothing(listing);
	else
		add(listing, (struct listing_cell){.kind = LISTING_DAY, .day = day});
}

void listing_yes_no(struct listing *listing, bool yes)
{
	add(listing, (struct listing_cell){.kind = LISTING_YES_NO, .yes = yes});
}

void listing_nested(struct listing *listing, const struct listing *rows)
{
	add(listing, (struct listing_cell){.kind = LISTING_ROWS, .rows = rows});
}

void listing_nothing(struct listing *listing)
{
	add(listing, (struct listing_cell){.kind = LISTING_NOTHING});
}

size_t listing_rows(const struct listing *listing)
{
	return listing->cells.count / listing->column_count;
}

static const char *joined(const struct listing_cell *cell, struct arena *mem)
{
	const char *all = "";

	for (size_t i = 0; i < cell->texts.count; i++)
		all = arena_printf(mem, "%s%s%s", all, i ? ", " : "", cell->texts.items[i]);
	return all;
}

const char *listing_words(const struct listing_cell *cell, bool lines, struct arena *mem)
{
	char day[DATE_TEXT_ROOM];
	const char *words = "";

	switch (cell->kind) {
	case LISTING_NOTHING: break;
	case LISTING_TEXT: words = cell->text; break;
	case LISTING_TEXTS: words = joined(cell, mem); break;
	case LISTING_NUMBER: words = arena_printf(mem, "%" PRId64, cell->number); break;
	case LISTING_DAY: words = arena_text(mem, date_medium(cell->day, day)); break;
	case LISTING_YES_NO: words = cell->yes ? "yes" : "no"; break;
	case LISTING_ROWS: words = arena_printf(mem, "%zu", listing_rows(cell->rows)); break;
	}
	if (!words[0])
		return "-";
	if (!lines && strchr(words, '\n')) {
		char *one_line = arena_text(mem, words);

		for (char *at = one_line; (at = strchr(at, '\n'));)
			*at = ' ';
		return one_line;
	}
	return words;
}
