/* The chair's day and the brief of one of its conferences. */
#ifndef MY_DAY_H
#define MY_DAY_H

#include "casework/brief.h"
#include "tui/list.h"

extern const struct screen_class my_day_screen, brief_screen;

bool my_day_open(struct tui *t, struct fault *f);
/* Does this account do nothing here but chair? Then the day is where it starts. */
bool my_day_comes_first(const struct casework *cw);

/* A day's conferences, so that the brief can go from one to the next. */
enum { BRIEF_OTHERS_MOST = 64 };
struct brief_start {
	int64_t ids[BRIEF_OTHERS_MOST];
	size_t count, at;
};
bool brief_open(struct tui *t, const struct brief_start *start, struct fault *f);

/* --- The rows of My day --- */
struct my_day_row {
	const struct my_day_item *item; /* NULL: the heading of a day */
	const char *text;               /* of a heading, or a line below a conference */
	const char *folded;             /* of the whole conference, for the filter */
	bool is_below, is_worry;
};
struct my_day_rows {
	struct my_day_row *items;
	size_t count, room;
};
extern const struct list_column my_day_columns[2];
/* Wrapped to `columns`. `with_chair`: more than one person's. Days without a conference are left out. */
bool my_day_rows_make(const struct my_day_list *list, day_number today, bool with_chair, int columns, struct arena *mem,
		      struct my_day_rows *out);
struct list_source my_day_source(const struct my_day_rows *rows);

#endif
