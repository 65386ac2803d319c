/* The rows of a bundle: what it would hold, and those that were made before. */
#include "bundle_rows.h"

#include <stdio.h>

enum { COLUMN_WHO, COLUMN_FILE, COLUMN_HOW };

const struct list_column bundle_columns[BUNDLE_COLUMN_COUNT] = {
	{"report of", 0, LIST_LEFT, 0, 0},
	{"file", 18, LIST_LEFT, 0, 0},
	{"in the bundle", 30, LIST_LEFT, 0, 0}, /* "verbal only: nothing to put in" */
};

static bool add_heading(const char *words, int64_t identity, struct arena *mem, struct bundle_row_list *out)
{
	struct bundle_row *row = ARENA_PUSH(mem, out);

	if (row)
		*row = (struct bundle_row){.heading = words, .identity = identity};
	return row != NULL;
}

static const char *made_words(const struct bundle_item *made, struct arena *mem)
{
	const char *missing = made->missing == 0 ? "nothing missing" : arena_printf(mem, "%d missing", made->missing);

	return arena_printf(mem, "%d page%s · %s · %s", made->pages, made->pages == 1 ? "" : "s", missing, made->by);
}

bool bundle_rows_make(const struct bundle_plan *plan, const struct bundle_item_list *made, struct arena *mem,
		      struct bundle_row_list *out)
{
	*out = (struct bundle_row_list){0};
	for (size_t i = 0; i < plan->parts.count; i++) {
		struct bundle_row *row = ARENA_PUSH(mem, out);

		if (!row)
			return false;
		*row = (struct bundle_row){.part = &plan->parts.items[i], .identity = (int64_t)i + 1};
	}
	if (made->count && !add_heading("Made before", -1, mem, out))
		return false;
	for (size_t i = 0; i < made->count; i++) {
		struct bundle_row *row = ARENA_PUSH(mem, out);

		if (!row)
			return false;
		*row = (struct bundle_row){.made = &made->items[i],
					   .made_words = made_words(&made->items[i], mem),
					   .identity = -1000 - made->items[i].id};
	}
	return true;
}

static const struct bundle_row *row_at(const void *rows, size_t row)
{
	return &((const struct bundle_row_list *)rows)->items[row];
}

static int64_t row_identity(const void *rows, size_t row)
{
	return row_at(rows, row)->identity;
}

static bool row_is_heading(const void *rows, size_t row)
{
	return row_at(rows, row)->heading != NULL;
}

static void row_cell(const void *rows, size_t row, int column, char *out, size_t room)
{
	const struct bundle_row *r = row_at(rows, row);

	if (r->heading)
		snprintf(out, room, "%s", column == COLUMN_WHO ? r->heading : "");
	else if (r->made)
		snprintf(out, room, "%s",
			 column == COLUMN_WHO    ? r->made->when
			 : column == COLUMN_FILE ? r->made->for_whom
						 : r->made_words);
	else
		snprintf(out, room, "%s",
			 column == COLUMN_WHO    ? r->part->who
			 : column == COLUMN_FILE ? r->part->name
						 : r->part->how);
}

static enum tui_role row_role(const void *rows, size_t row, int column)
{
	const struct bundle_row *r = row_at(rows, row);

	if (r->heading)
		return TUI_HEADING;
	if (!r->part || column != COLUMN_HOW)
		return TUI_TEXT;
	return r->part->is_missing ? TUI_SOON : r->part->is_left_out ? TUI_MUTED : TUI_TEXT;
}

struct list_source bundle_source(const struct bundle_row_list *rows)
{
	return (struct list_source){.count = rows->count,
				    .identity = row_identity,
				    .cell = row_cell,
				    .role = row_role,
				    .is_heading = row_is_heading,
				    .rows = rows};
}
