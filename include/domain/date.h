/* Civil dates as day numbers. A statutory date has no time zone and no clock: it is a day.
 * Dates are understood from 1 January 1900 to 31 December 2200; everything outside is DAY_NONE. */
#ifndef DOMAIN_DATE_H
#define DOMAIN_DATE_H

#include <limits.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Days since 1 January 1970, which is day 0. */
typedef int32_t day_number;

#define DAY_NONE INT32_MIN

enum weekday { MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY };

struct civil_date {
	int year, month, day; /* month and day count from 1 */
};

bool date_is_real(struct civil_date date);
day_number date_number(struct civil_date date); /* DAY_NONE when it is not a real date in range */
struct civil_date date_civil(day_number day);   /* of a real day number */
enum weekday date_weekday(day_number day);
int date_days_in_month(int year, int month);

#define DATE_FIRST_YEAR 1900
#define DATE_LAST_YEAR  2200
bool date_in_range(int64_t day);
day_number date_add_days(day_number day, int64_t days); /* DAY_NONE when the sum leaves the range */

/* Same day number `months` later (or earlier), clamped to the end of a shorter month: 30 Nov + 3 months = 28 Feb.
 * DAY_NONE when the sum leaves the range. */
day_number date_add_months(day_number day, int months);

/* ISO 8601 week number, 1 to 53. */
int date_iso_week(day_number day);

/* Whole years between birth and a day; -1 before birth. Born on 29 February: a year older on 1 March of a common year.
 */
int date_age(day_number birth, day_number on);

/* "2026-07-14"; accepts exactly that shape. DAY_NONE when it is not a real date. */
day_number date_from_iso(const char *text);

#define DATE_TEXT_ROOM 40
/* All give "" for DAY_NONE. */
char *date_to_iso(day_number day, char out[DATE_TEXT_ROOM]); /* 2026-07-14 */
char *date_short(day_number day, char out[DATE_TEXT_ROOM]);  /* Tue 14 Jul */
char *date_medium(day_number day, char out[DATE_TEXT_ROOM]); /* Tue 14 Jul 2026 */
char *date_long(day_number day, char out[DATE_TEXT_ROOM]);   /* Tuesday 14 July 2026 */
char *date_plain(day_number day, char out[DATE_TEXT_ROOM]);  /* 14 Jul 2026: birth dates */

const char *date_weekday_name(enum weekday weekday); /* Monday */
const char *date_month_name(int month);              /* January, for 1 */

/* Minutes since midnight as "09:30", "" outside 0 to 1439. Times are local to the authority. */
char *date_clock(int minutes, char out[8]);

#endif
