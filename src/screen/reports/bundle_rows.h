/* The rows of a bundle: what it would hold, and those that were made before. */
#ifndef BUNDLE_ROWS_H
#define BUNDLE_ROWS_H

#include "casework/reports.h"
#include "tui/list.h"

struct bundle_row {
	const char *heading; /* NULL: a part or a bundle */
	const struct bundle_part *part;
	const struct bundle_item *made;
	const char *made_words;
	int64_t identity;
};
struct bundle_row_list {
	struct bundle_row *items;
	size_t count, room;
};

enum { BUNDLE_COLUMN_COUNT = 3 };
extern const struct list_column bundle_columns[BUNDLE_COLUMN_COUNT];

bool bundle_rows_make(const struct bundle_plan *plan, const struct bundle_item_list *made, struct arena *mem,
		      struct bundle_row_list *out);
struct list_source bundle_source(const struct bundle_row_list *rows);

#endif
