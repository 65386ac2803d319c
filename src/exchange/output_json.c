/* A listing as JSON: one object a row, keys in the order of the columns, ISO dates. */
#include "json_library.h"
#include "listing.h"

static json_t *object_of(const struct json_library *json, const struct listing *listing, size_t row);

static json_t *texts(const struct json_library *json, const struct listing_cell *cell)
{
	json_t *all = json->json_array();

	for (size_t i = 0; i < cell->texts.count; i++)
		json->json_array_append_new(all, json->json_string(cell->texts.items[i]));
	return all;
}

/* What nobody else holds; json_decref of the header would call the library by its linked name. */
static json_t *let_go(const struct json_library *json, json_t *only_ours)
{
	if (only_ours)
		json->json_delete(only_ours);
	return NULL;
}

static json_t *rows(const struct json_library *json, const struct listing *listing)
{
	json_t *all = json->json_array();
	bool ok = all != NULL;

	for (size_t row = 0; ok && row < listing_rows(listing); row++)
		ok = json->json_array_append_new(all, object_of(json, listing, row)) == 0;
	return ok ? all : let_go(json, all);
}

static json_t *value(const struct json_library *json, const struct listing_cell *cell)
{
	char day[DATE_TEXT_ROOM];

	switch (cell->kind) {
	case LISTING_NOTHING: return json->json_null();
	case LISTING_TEXT: return json->json_string(cell->text);
	case LISTING_TEXTS: return texts(json, cell);
	case LISTING_NUMBER: return json->json_integer(cell->number);
	case LISTING_DAY: return json->json_string(date_to_iso(cell->day, day));
	case LISTING_YES_NO: return cell->yes ? json->json_true() : json->json_false();
	case LISTING_ROWS: return rows(json, cell->rows);
	}
	return NULL;
}

/* NULL for want of memory. */
static json_t *object_of(const struct json_library *json, const struct listing *listing, size_t row)
{
	json_t *object = json->json_object();
	bool ok = object != NULL;

	for (size_t c = 0; ok && c < listing->column_count; c++)
		ok = json->json_object_set_new(object, listing->columns[c].key,
					       value(json, &listing->cells.items[row * listing->column_count + c])) ==
		     0;
	return ok ? object : let_go(json, object);
}

/* False for want of memory; a disk that is full shows in the file. */
static bool write_row(const struct json_library *json, const struct listing *listing, size_t row, FILE *to)
{
	json_t *object = object_of(json, listing, row);
	char *text = object ? json->json_dumps(object, JSON_PRESERVE_ORDER) : NULL;

	if (text)
		fputs(text, to);
	free(text);
	let_go(json, object);
	return text != NULL;
}

bool listing_write_json(const struct listing *listing, FILE *to, bool alone, const struct json_library *json)
{
	size_t rows = listing_rows(listing);
	bool ok = true;

	alone = alone && rows == 1;
	if (!alone)
		fputs(rows ? "[\n" : "[]", to);
	for (size_t row = 0; ok && row < rows; row++) {
		ok = write_row(json, listing, row, to);
		if (!alone)
			fputs(row + 1 < rows ? ",\n" : "\n]", to);
	}
	fputc('\n', to);
	return ok;
}
