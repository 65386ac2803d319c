/* The rows of a matrix of reports, under their conferences when there are several. */
#ifndef REPORTS_ROWS_H
#define REPORTS_ROWS_H

#include "casework/reports.h"
#include "tui/list.h"

struct reports_row {
	const char *heading;            /* of a conference; NULL: a report */
	const struct report_line *line; /* NULL: a heading */
	int64_t identity;
};
struct reports_row_list {
	struct reports_row *items;
	size_t count, room;
};

/* The last is for the matrix of several conferences: shown where there is room, looked through by the filter always. */
enum { REPORTS_COLUMN_COUNT = 5, REPORTS_COLUMNS_OF_ONE = 4 };
extern const struct list_column reports_columns[REPORTS_COLUMN_COUNT];

/* With a heading for each conference when `by_conference`. False without memory. */
bool reports_rows_make(const struct report_line_list *lines, bool by_conference, struct arena *mem,
		       struct reports_row_list *out);
struct list_source reports_source(const struct reports_row_list *rows);
/* The report that is selected, NULL none. */
const struct report_line *reports_selected(const struct list *list, const struct reports_row_list *rows);

/* What the columns have no room for, in one line. */
void reports_line_words(const struct report_line *line, char *out, size_t room);
/* All of it, beside the list on wide screens. */
void reports_aside_draw(const struct report_line *line, struct canvas *c);

#endif
