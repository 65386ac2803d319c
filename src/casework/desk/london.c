/* English civil time by rule, so that a server that keeps UTC does not move a day. */
#include "london.h"

enum { HOUR = 3600, DAY = 86400 };

static day_number day_of(int64_t seconds)
{
	return (day_number)(seconds >= 0 ? seconds / DAY : -((-seconds + DAY - 1) / DAY));
}

/* 01:00 UTC on the last Sunday of a month. */
static int64_t change_in(int year, int month)
{
	day_number last = date_number((struct civil_date){year, month, date_days_in_month(year, month)});
	int back = ((int)date_weekday(last) + 1) % 7; /* Monday is 0: days since Sunday */

	return (int64_t)(last - back) * DAY + HOUR;
}

int london_offset(int64_t moment)
{
	int year = date_civil(day_of(moment)).year;

	return moment >= change_in(year, 3) && moment < change_in(year, 10) ? HOUR : 0;
}

day_number london_day(int64_t moment)
{
	return day_of(moment + london_offset(moment));
}

int london_second(int64_t moment)
{
	int64_t local = moment + london_offset(moment);

	return (int)(local - (int64_t)day_of(local) * DAY);
}

int64_t london_moment(day_number day, int second)
{
	int64_t as_utc = (int64_t)day * DAY + second;
	int64_t in_summer = as_utc - HOUR;

	return london_offset(in_summer) == HOUR ? in_summer : as_utc;
}
