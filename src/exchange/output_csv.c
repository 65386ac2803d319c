/* A listing as CSV (RFC 4180) that no spreadsheet runs: what would begin a formula gets an apostrophe before it. */
#include "base/text.h"
#include "listing.h"

#include <inttypes.h>
#include <string.h>

/* Plain and full-width: spreadsheets of some languages take both. */
static bool begins_formula(const char *text)
{
	static const uint32_t starts[] = {'=', '+', '-', '@', '\t', '\r', '\n', 0xFF1D, 0xFF0B, 0xFF0D, 0xFF20};
	uint32_t code;

	while (*text == ' ')
		text++;
	text_decode(text, &code);
	for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
		if (code == starts[i])
			return true;
	return false;
}

static void put(FILE *to, const char *text, bool raw)
{
	const char *guard = !raw && begins_formula(text) ? "'" : "";

	if (!text[strcspn(text, ",\"\r\n")] && text[0] != ' ' && (!text[0] || text[strlen(text) - 1] != ' ')) {
		fprintf(to, "%s%s", guard, text);
		return;
	}
	fprintf(to, "\"%s", guard);
	for (; *text; text++)
		if (*text == '"')
			fputs("\"\"", to);
		else
			fputc(*text, to);
	fputc('"', to);
}

static const char *joined(const struct listing_cell *cell, struct arena *mem)
{
	const char *all = "";

	for (size_t i = 0; i < cell->texts.count; i++)
		all = arena_printf(mem, "%s%s%s", all, i ? "; " : "", cell->texts.items[i]);
	return all;
}

static void put_cell(FILE *to, const struct listing_cell *cell, bool raw, struct arena *mem)
{
	char day[DATE_TEXT_ROOM];

	switch (cell->kind) {
	case LISTING_NOTHING: break;
	case LISTING_TEXT: put(to, cell->text, raw); break;
	case LISTING_TEXTS: put(to, joined(cell, mem), raw); break;
	case LISTING_NUMBER: fprintf(to, "%" PRId64, cell->number); break; /* -3 is a number, not a formula */
	case LISTING_DAY: fputs(date_to_iso(cell->day, day), to); break;
	case LISTING_YES_NO: fputs(cell->yes ? "yes" : "no", to); break;
	case LISTING_ROWS: fprintf(to, "%zu", listing_rows(cell->rows)); break;
	}
}

bool listing_write_csv(const struct listing *listing, FILE *to, bool raw, struct arena *mem)
{
	for (size_t c = 0; c < listing->column_count; c++)
		fprintf(to, "%s%s", c ? "," : "", listing->columns[c].key);
	fputs("\r\n", to);
	for (size_t i = 0; i < listing_rows(listing) * listing->column_count; i++) {
		size_t column = i % listing->column_count;

		if (column)
			fputc(',', to);
		put_cell(to, &listing->cells.items[i], raw, mem);
		if (column + 1 == listing->column_count)
			fputs("\r\n", to);
		if (arena_exhausted(mem))
			return false;
		arena_reset(mem);
	}
	return true;
}
