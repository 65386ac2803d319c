/* The rows of Today: what is late, then today's conferences by time among today's tasks, then what is due next. */
#ifndef TODAY_ROWS_H
#define TODAY_ROWS_H

#include "casework/worklist.h"
#include "tui/list.h"

/* One of the two is set. */
struct today_row {
	const struct due_item *due;
	const struct diary_item *meeting;
};
struct today_row_list {
	struct today_row *items;
	size_t count, room;
	day_number today;
};

#define TODAY_LANE_ALL  (-1)
#define TODAY_LANE_LATE (-2)

/* `lane` is TODAY_LANE_ALL, TODAY_LANE_LATE or an enum lane; meetings show only with ALL. */
bool today_rows_make(const struct due_list *due, const struct diary_list *meetings, int lane, day_number today,
		     struct arena *mem, struct today_row_list *out);

extern const struct list_column today_columns[];
enum { TODAY_COLUMN_COUNT = 7 };

struct list_source today_source(const struct today_row_list *rows);

/* The same in full, for wide screens: everything the file knows about the row. */
void today_detail_draw(const struct today_row *row, day_number today, const struct working_calendar *calendar,
		       struct canvas *c);

/* One line about a row: "Begum ×2 · review Thu 2 Apr 10:00 · chair S. Pritchard · limit ..." */
void today_row_words(const struct today_row *row, char *out, size_t room);

#endif
