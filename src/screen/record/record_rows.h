/* The rows of a record's tab: sections, copies, corrections and feedback under their headings. */
#ifndef RECORD_ROWS_H
#define RECORD_ROWS_H

#include "casework/conference_record.h"
#include "tui/list.h"

/* At most one of the pointers is set; none in a heading. */
struct record_row {
	const char *heading;
	const struct record_section *section;
	const struct record_copy *copy;
	const struct record_correction *correction;
	const struct feedback *feedback;
	const char *what, *who_reads, *state;
};
struct record_row_list {
	struct record_row *items;
	size_t count, room;
};

enum { RECORD_COLUMN_COUNT = 3 };
extern const struct list_column record_columns[RECORD_COLUMN_COUNT];

/* `without_restricted`: as the family may look at it. False when memory has run out. */
bool record_rows_make(const struct record_page *page, bool without_restricted, struct arena *mem,
		      struct record_row_list *out);
struct list_source record_source(const struct record_row_list *rows);

#endif
