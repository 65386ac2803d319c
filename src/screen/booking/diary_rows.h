/* The diary's lines: a week or a month, in lanes by chair, room or minute-taker, with holidays and closures named. */
#ifndef DIARY_ROWS_H
#define DIARY_ROWS_H

#include "casework/worklist.h"
#include "tui/list.h"

enum diary_lane { DIARY_BY_DAY, DIARY_BY_CHAIR, DIARY_BY_ROOM, DIARY_BY_MINUTE_TAKER, DIARY_LANE_COUNT };
const char *diary_lane_label(enum diary_lane lane);

struct diary_line {
	const char *heading;           /* a day with its holiday, or a lane with its load; NULL: a conference */
	bool is_off;                   /* the heading's day is no working day */
	const struct diary_item *item; /* NULL for a heading or a free day */
	bool clashes;                  /* shares chair, room or minute-taker with another at the same time */
};
struct diary_lines {
	struct diary_line *items;
	size_t count, room;
	enum diary_lane lane;
};

bool diary_lines_make(const struct diary_list *diary, enum diary_lane lane, day_number from, day_number to,
		      day_number today, const struct working_calendar *calendar, struct arena *mem,
		      struct diary_lines *out);

extern const struct list_column diary_columns[];
enum { DIARY_COLUMN_COUNT = 6 };
struct list_source diary_source(const struct diary_lines *lines);

#endif
