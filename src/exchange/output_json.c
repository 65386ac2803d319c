/* A listing as JSON: one object a row, keys in the order of the columns, ISO dates. */
#include "listing.h"

#include <jansson.h>

static json_t *object_of(const struct listing *listing, size_t row);

static json_t *texts(const struct listing_cell *cell)
{
	json_t *all = json_array();

	for (size_t i = 0; i < cell->texts.count; i++)
		json_array_append_new(all, json_string(cell->texts.items[i]));
	return all;
}

static json_t *rows(const struct listing *listing)
{
	json_t *all = json_array();
	bool ok = all != NULL;

	for (size_t row = 0; ok && row < listing_rows(listing); row++)
		ok = json_array_append_new(all, object_of(listing, row)) == 0;
	if (ok)
		return all;
	json_decref(all);
	return NULL;
}

static json_t *value(const struct listing_cell *cell)
{
	char day[DATE_TEXT_ROOM];

	switch (cell->kind) {
	case LISTING_NOTHING: return json_null();
	case LISTING_TEXT: return json_string(cell->text);
	case LISTING_TEXTS: return texts(cell);
	case LISTING_NUMBER: return json_integer(cell->number);
	case LISTING_DAY: return json_string(date_to_iso(cell->day, day));
	case LISTING_YES_NO: return json_boolean(cell->yes);
	case LISTING_ROWS: return rows(cell->rows);
	}
	return NULL;
}

/* NULL for want of memory. */
static json_t *object_of(const struct listing *listing, size_t row)
{
	json_t *object = json_object();
	bool ok = object != NULL;

	for (size_t c = 0; ok && c < listing->column_count; c++)
		ok = json_object_set_new(object, listing->columns[c].key,
					 value(&listing->cells.items[row * listing->column_count + c])) == 0;
	if (ok)
		return object;
	json_decref(object);
	return NULL;
}

/* False for want of memory; a disk that is full shows in the file. */
static bool write_row(const struct listing *listing, size_t row, FILE *to)
{
	json_t *object = object_of(listing, row);
	char *text = object ? json_dumps(object, JSON_PRESERVE_ORDER) : NULL;

	if (text)
		fputs(text, to);
	free(text);
	json_decref(object);
	return text != NULL;
}

bool listing_write_json(const struct listing *listing, FILE *to, bool alone, struct arena *mem)
{
	size_t rows = listing_rows(listing);
	bool ok = true;

	(void)mem;
	alone = alone && rows == 1;
	if (!alone)
		fputs(rows ? "[\n" : "[]", to);
	for (size_t row = 0; ok && row < rows; row++) {
		ok = write_row(listing, row, to);
		if (!alone)
			fputs(row + 1 < rows ? ",\n" : "\n]", to);
	}
	fputc('\n', to);
	return ok;
}
