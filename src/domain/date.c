/* Civil dates as day numbers, proleptic Gregorian, without the C library's clock or time zones. */
#include "domain/date.h"

#include <stdio.h>
#include <string.h>

#define DAY_FIRST (-25567) /* 1 January 1900 */
#define DAY_LAST  84370    /* 31 December 2200 */

static const char *const weekday_names[] = {"Monday", "Tuesday",  "Wednesday", "Thursday",
					    "Friday", "Saturday", "Sunday"};
static const char *const month_names[] = {"January", "February", "March",     "April",   "May",      "June",
					  "July",    "August",   "September", "October", "November", "December"};

bool date_in_range(int64_t day)
{
	return day >= DAY_FIRST && day <= DAY_LAST;
}

static bool is_leap(int year)
{
	return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

int date_days_in_month(int year, int month)
{
	static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

	if (month < 1 || month > 12)
		return 0;
	return days[month - 1] + (month == 2 && is_leap(year));
}

bool date_is_real(struct civil_date date)
{
	return date.year >= DATE_FIRST_YEAR && date.year <= DATE_LAST_YEAR && date.month >= 1 && date.month <= 12 &&
	       date.day >= 1 && date.day <= date_days_in_month(date.year, date.month);
}

/* Years begin on 1 March here, so that the leap day comes last and every month's offset is a linear formula. */
day_number date_number(struct civil_date date)
{
	int year, month_from_march, day_of_year;

	if (!date_is_real(date))
		return DAY_NONE;
	year = date.month <= 2 ? date.year - 1 : date.year;
	month_from_march = (date.month + 9) % 12;
	day_of_year = (153 * month_from_march + 2) / 5 + date.day - 1;
	return 365 * year + year / 4 - year / 100 + year / 400 + day_of_year - 719468;
}

struct civil_date date_civil(day_number day)
{
	int since = day + 719468; /* from 1 March of the year 0 */
	int era = since / 146097; /* 400 years */
	int day_of_era = since % 146097;
	int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
	int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
	int month_from_march = (5 * day_of_year + 2) / 153;
	struct civil_date date = {0};

	if (!date_in_range(day))
		return date;
	date.day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
	date.month = month_from_march < 10 ? month_from_march + 3 : month_from_march - 9;
	date.year = era * 400 + year_of_era + (date.month <= 2);
	return date;
}

/* Day 0 was a Thursday. */
enum weekday date_weekday(day_number day)
{
	return (enum weekday)(((day % 7) + 7 + THURSDAY) % 7);
}

day_number date_add_days(day_number day, int64_t days)
{
	if (!date_in_range(day) || days > DAY_LAST - DAY_FIRST || days < DAY_FIRST - DAY_LAST ||
	    !date_in_range(day + days))
		return DAY_NONE;
	return (day_number)(day + days);
}

day_number date_add_months(day_number day, int months)
{
	const int most = (DATE_LAST_YEAR - DATE_FIRST_YEAR + 1) * 12;
	struct civil_date date;
	int count;

	if (!date_in_range(day) || months > most || months < -most)
		return DAY_NONE;
	date = date_civil(day);
	count = date.year * 12 + date.month - 1 + months;
	date.year = count / 12;
	date.month = count % 12 + 1;
	if (date.day > date_days_in_month(date.year, date.month))
		date.day = date_days_in_month(date.year, date.month);
	return date_number(date);
}

/* A week belongs to the year its Thursday is in. */
int date_iso_week(day_number day)
{
	day_number thursday;
	struct civil_date new_year;

	if (!date_in_range(day))
		return 0;
	thursday = day - (day_number)date_weekday(day) + THURSDAY;
	if (!date_in_range(thursday))
		return 1; /* 31 December 2200 is a Wednesday: its Thursday opens 2201 */
	new_year = (struct civil_date){date_civil(thursday).year, 1, 1};
	return (thursday - date_number(new_year)) / 7 + 1;
}

int date_age(day_number birth, day_number on)
{
	struct civil_date born, then;

	if (!date_in_range(birth) || !date_in_range(on) || on < birth)
		return -1;
	born = date_civil(birth);
	then = date_civil(on);
	return then.year - born.year - (then.month < born.month || (then.month == born.month && then.day < born.day));
}

static int digits_value(const char *text, int count)
{
	int value = 0;

	while (count-- > 0)
		value = value * 10 + (*text++ - '0');
	return value;
}

day_number date_from_iso(const char *text)
{
	static const char shape[] = "dddd-dd-dd";
	struct civil_date date;

	if (!text || strnlen(text, sizeof shape) != sizeof shape - 1)
		return DAY_NONE;
	for (size_t i = 0; shape[i]; i++)
		if (shape[i] == 'd' ? text[i] < '0' || text[i] > '9' : text[i] != shape[i])
			return DAY_NONE;
	date = (struct civil_date){digits_value(text, 4), digits_value(text + 5, 2), digits_value(text + 8, 2)};
	return date_number(date);
}

const char *date_weekday_name(enum weekday weekday)
{
	return weekday_names[weekday];
}

const char *date_month_name(int month)
{
	return month >= 1 && month <= 12 ? month_names[month - 1] : "";
}

char *date_to_iso(day_number day, char out[DATE_TEXT_ROOM])
{
	struct civil_date date = date_civil(day);

	out[0] = '\0';
	if (date_in_range(day))
		snprintf(out, DATE_TEXT_ROOM, "%04d-%02d-%02d", date.year, date.month, date.day);
	return out;
}

char *date_short(day_number day, char out[DATE_TEXT_ROOM])
{
	struct civil_date date = date_civil(day);

	out[0] = '\0';
	if (date_in_range(day))
		snprintf(out, DATE_TEXT_ROOM, "%.3s %d %.3s", date_weekday_name(date_weekday(day)), date.day,
			 date_month_name(date.month));
	return out;
}

char *date_medium(day_number day, char out[DATE_TEXT_ROOM])
{
	struct civil_date date = date_civil(day);

	out[0] = '\0';
	if (date_in_range(day))
		snprintf(out, DATE_TEXT_ROOM, "%.3s %d %.3s %d", date_weekday_name(date_weekday(day)), date.day,
			 date_month_name(date.month), date.year);
	return out;
}

char *date_long(day_number day, char out[DATE_TEXT_ROOM])
{
	struct civil_date date = date_civil(day);

	out[0] = '\0';
	if (date_in_range(day))
		snprintf(out, DATE_TEXT_ROOM, "%s %d %s %d", date_weekday_name(date_weekday(day)), date.day,
			 date_month_name(date.month), date.year);
	return out;
}

char *date_plain(day_number day, char out[DATE_TEXT_ROOM])
{
	struct civil_date date = date_civil(day);

	out[0] = '\0';
	if (date_in_range(day))
		snprintf(out, DATE_TEXT_ROOM, "%d %.3s %d", date.day, date_month_name(date.month), date.year);
	return out;
}

char *date_clock(int minutes, char out[8])
{
	out[0] = '\0';
	if (minutes < 0 || minutes >= 24 * 60)
		return out;
	out[0] = (char)('0' + minutes / 600);
	out[1] = (char)('0' + minutes / 60 % 10);
	out[2] = ':';
	out[3] = (char)('0' + minutes % 60 / 10);
	out[4] = (char)('0' + minutes % 10);
	out[5] = '\0';
	return out;
}
