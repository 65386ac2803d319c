/* Working days: Monday to Friday, less the bank holidays of England and Wales, less the authority's closure days. */
#ifndef DOMAIN_WORKING_DAY_H
#define DOMAIN_WORKING_DAY_H

#include "domain/date.h"

struct holiday {
	day_number day;
	const char *name;
};

/* Sorted by day, no day twice. Borrowed: the settings own the memory. */
struct holiday_list {
	const struct holiday *items;
	size_t count;
};

struct working_calendar {
	struct holiday_list bank_holidays;  /* national */
	struct holiday_list closures;       /* the authority's own; never used for a national limit */
	day_number known_from, known_until; /* the bank holidays are complete within these days, ends included */
};

/* Which days are taken away: a national limit ignores the authority's closure days. */
enum day_count { COUNT_LOCAL, COUNT_NATIONAL };

bool working_day_is(day_number day, const struct working_calendar *calendar, enum day_count count);

/* Why a day is not a working day: "Good Friday", "Saturday", "Council closed"; NULL when it is one. */
const char *working_day_why_not(day_number day, const struct working_calendar *calendar);
/* The name of the bank holiday or closure on that day, or NULL. */
const char *working_day_holiday(day_number day, const struct working_calendar *calendar);

/* The same after "the day is": "Good Friday", "at a weekend", "a closure day (Council closed)": a closure is called as
 * the authority likes. "" when it is a working day. */
#define CLOSED_TEXT_ROOM 96
char *working_day_closed_words(day_number day, const struct working_calendar *calendar, char out[CLOSED_TEXT_ROOM]);

/* The n-th working day after (n > 0) or before (n < 0) a day. The day itself is day 0 and is never counted, whether it
 * is a working day or not. n = 0 gives the day itself. Fast: cost does not grow with n beyond a few steps a week. */
day_number working_day_add(day_number day, int n, const struct working_calendar *calendar, enum day_count count);

/* Working days from one day to another by the same convention: working_day_between(d, working_day_add(d, n)) == n for
 * n != 0. Negative when `to` is earlier: the number of working days gone by since `to`. 0 when equal, and when no
 * working day lies between. */
int working_day_between(day_number from, day_number to, const struct working_calendar *calendar, enum day_count count);

/* Local working days left to do something by `last`; once that is over, below zero by as many as have gone by since, at
 * least one: a Saturday is one late on Monday and two on Tuesday. */
int working_days_left(day_number today, day_number last, const struct working_calendar *calendar);

/* The last working day on or before a day: what a limit on a Sunday means in practice. */
day_number working_day_on_or_before(day_number day, const struct working_calendar *calendar, enum day_count count);
day_number working_day_on_or_after(day_number day, const struct working_calendar *calendar, enum day_count count);

/* False when a sum touched days outside known_from..known_until: the answer may be wrong and must say so. */
bool working_day_is_known(day_number from, day_number to, const struct working_calendar *calendar);

/* A distance in words for a person: "today", "in 3 working days", "1 working day ago", "tomorrow (Saturday)". */
#define DISTANCE_TEXT_ROOM 64
char *working_day_distance(day_number today, day_number day, const struct working_calendar *calendar,
			   char out[DISTANCE_TEXT_ROOM]);

#endif
