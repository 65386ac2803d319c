/* The rows of the directory: by agency, or what is wrong, needed soonest first. */
#ifndef DIRECTORY_ROWS_H
#define DIRECTORY_ROWS_H

#include "casework/directory.h"
#include "tui/list.h"

struct directory_row {
	const char *heading;               /* of an agency; NULL: a contact */
	const struct directory_line *line; /* NULL: a heading */
	int64_t identity;
};
struct directory_row_list {
	struct directory_row *items;
	size_t count, room;
	bool only_problems;
};

enum { DIRECTORY_COLUMN_COUNT = 4 };
extern const struct list_column directory_columns[DIRECTORY_COLUMN_COUNT], problem_columns[DIRECTORY_COLUMN_COUNT];

/* `out->only_problems` says which of the two it is. */
bool directory_rows_make(const struct directory_list *list, const struct agency_list *agencies, struct arena *mem,
			 struct directory_row_list *out);
struct list_source directory_source(const struct directory_row_list *rows);

/* What the columns have no room for, in one line: what is wrong first. */
void directory_row_words(const struct directory_line *line, char *out, size_t room);
/* The whole of it, beside the list on wide screens. */
void directory_detail_draw(const struct directory_line *line, struct canvas *c);
/* Where their letters go, by the way they are reached: "sam@example.org", "portal"; "" unknown. */
const char *directory_address(const struct contact *contact);

#endif
