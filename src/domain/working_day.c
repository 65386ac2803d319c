/* Working days: sums and distances over weekends, bank holidays and the authority's closure days. */
#include "domain/working_day.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* More working days than the whole range of dates holds. */
#define MOST_WORKING_DAYS 100000

static bool is_weekend(day_number day)
{
	return date_weekday(day) > FRIDAY;
}

/* The first place in the list whose day is `day` or later. */
static size_t place_of(const struct holiday_list *list, day_number day)
{
	size_t low = 0, high = list->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (list->items[middle].day < day)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static const struct holiday *holiday_on(const struct holiday_list *list, day_number day)
{
	size_t at = place_of(list, day);

	return at < list->count && list->items[at].day == day ? &list->items[at] : NULL;
}

bool working_day_is(day_number day, const struct working_calendar *calendar, enum day_count count)
{
	if (!date_in_range(day) || is_weekend(day) || holiday_on(&calendar->bank_holidays, day))
		return false;
	return count == COUNT_NATIONAL || !holiday_on(&calendar->closures, day);
}

const char *working_day_holiday(day_number day, const struct working_calendar *calendar)
{
	const struct holiday *found = holiday_on(&calendar->bank_holidays, day);

	if (found)
		return found->name && found->name[0] ? found->name : "Bank holiday";
	found = holiday_on(&calendar->closures, day);
	if (found)
		return found->name && found->name[0] ? found->name : "Council closed";
	return NULL;
}

const char *working_day_why_not(day_number day, const struct working_calendar *calendar)
{
	const char *holiday = working_day_holiday(day, calendar);

	if (holiday)
		return holiday;
	return date_in_range(day) && is_weekend(day) ? date_weekday_name(date_weekday(day)) : NULL;
}

/* A name that is too long is left out, never cut. */
char *working_day_closed_words(day_number day, const struct working_calendar *calendar, char out[CLOSED_TEXT_ROOM])
{
	const struct holiday *bank = holiday_on(&calendar->bank_holidays, day);
	const struct holiday *found = bank ? bank : holiday_on(&calendar->closures, day);
	const char *name = found && found->name ? found->name : "";

	if (strlen(name) + sizeof "a closure day ()" > CLOSED_TEXT_ROOM)
		name = "";
	if (bank)
		snprintf(out, CLOSED_TEXT_ROOM, "%s%s",
			 !*name                             ? "a bank holiday"
			 : strcasestr(name, "bank holiday") ? "the "
							    : "",
			 name);
	else if (found)
		snprintf(out, CLOSED_TEXT_ROOM, "a closure day%s%s%s", *name ? " (" : "", name, *name ? ")" : "");
	else
		snprintf(out, CLOSED_TEXT_ROOM, "%s", date_in_range(day) && is_weekend(day) ? "at a weekend" : "");
	return out;
}

/* The n-th Monday-to-Friday day after (n > 0) or before (n < 0) a day, holidays not yet considered. */
static day_number add_weekdays(day_number day, int n)
{
	int weekday = (int)date_weekday(day);
	int steps, weeks;

	if (weekday > FRIDAY && n > 0) { /* from a weekend the sum starts at its Friday, or going back at its Monday */
		day -= weekday - FRIDAY;
		weekday = FRIDAY;
	} else if (weekday > FRIDAY) {
		day += 7 - weekday;
		weekday = MONDAY;
	}
	steps = weekday + n;
	weeks = steps >= 0 ? steps / 5 : -((4 - steps) / 5);
	return day - weekday + weeks * 7 + (steps - weeks * 5);
}

/* The nearest holiday that falls on Monday to Friday, strictly after (step 1) or before (step -1) a day; DAY_NONE if
 * none. */
static day_number nearest_in(const struct holiday_list *list, day_number day, int step)
{
	size_t at = place_of(list, step > 0 ? day + 1 : day);

	if (step > 0) {
		for (; at < list->count; at++)
			if (!is_weekend(list->items[at].day))
				return list->items[at].day;
	} else {
		while (at-- > 0)
			if (!is_weekend(list->items[at].day))
				return list->items[at].day;
	}
	return DAY_NONE;
}

static day_number nearest_holiday(day_number day, int step, const struct working_calendar *calendar,
				  enum day_count count)
{
	day_number bank = nearest_in(&calendar->bank_holidays, day, step);
	day_number closed = count == COUNT_LOCAL ? nearest_in(&calendar->closures, day, step) : DAY_NONE;

	if (bank == DAY_NONE || closed == DAY_NONE)
		return bank == DAY_NONE ? closed : bank;
	return (step > 0) == (bank < closed) ? bank : closed;
}

/* Jump by whole weeks first, then go one further for every holiday jumped over. */
day_number working_day_add(day_number day, int n, const struct working_calendar *calendar, enum day_count count)
{
	const int step = n > 0 ? 1 : -1;
	day_number at, off;

	if (n == 0 || !date_in_range(day))
		return day;
	if (n > MOST_WORKING_DAYS || n < -MOST_WORKING_DAYS)
		return DAY_NONE;
	at = add_weekdays(day, n);
	off = nearest_holiday(day, step, calendar, count);
	while (off != DAY_NONE && (step > 0 ? off <= at : off >= at)) {
		at = add_weekdays(at, step);
		off = nearest_holiday(off, step, calendar, count);
	}
	return date_in_range(at) ? at : DAY_NONE;
}

/* Monday-to-Friday days from `from` on and before `to`; both may be any day. */
static int weekdays_between(day_number from, day_number to)
{
	int weeks = (to - from) / 7;
	int days = weeks * 5;

	for (day_number day = from + weeks * 7; day < to; day++)
		days += !is_weekend(day);
	return days;
}

int working_day_between(day_number from, day_number to, const struct working_calendar *calendar, enum day_count count)
{
	const bool later = to > from;
	/* the first day counted and the one after the last: the day `from` itself never counts, the day `to` does */
	day_number first = later ? from + 1 : to;
	day_number end = later ? to + 1 : from;
	day_number off;
	int days;

	if (from == to || !date_in_range(from) || !date_in_range(to))
		return 0;
	days = weekdays_between(first, end);
	for (off = nearest_holiday(first - 1, 1, calendar, count); off != DAY_NONE && off < end;
	     off = nearest_holiday(off, 1, calendar, count))
		days--;
	return later ? days : -days;
}

int working_days_left(day_number today, day_number last, const struct working_calendar *calendar)
{
	int gone;

	if (last >= today)
		return working_day_between(today, last, calendar, COUNT_LOCAL);
	gone = working_day_between(last, today, calendar, COUNT_LOCAL);
	return gone > 0 ? -gone : -1;
}

day_number working_day_on_or_before(day_number day, const struct working_calendar *calendar, enum day_count count)
{
	return working_day_is(day, calendar, count) ? day : working_day_add(day, -1, calendar, count);
}

day_number working_day_on_or_after(day_number day, const struct working_calendar *calendar, enum day_count count)
{
	return working_day_is(day, calendar, count) ? day : working_day_add(day, 1, calendar, count);
}

bool working_day_is_known(day_number from, day_number to, const struct working_calendar *calendar)
{
	day_number first = from < to ? from : to;
	day_number last = from < to ? to : from;

	return first >= calendar->known_from && last <= calendar->known_until && date_in_range(first);
}

/* Beyond two years nobody thinks in working days. */
static void distance_words(day_number today, day_number day, int working_days, char out[DISTANCE_TEXT_ROOM])
{
	const int days = day > today ? day - today : today - day;
	const int years = day > today ? date_age(today, day) : date_age(day, today);
	int amount = abs(working_days);
	const char *unit = "working day";

	if (days == 0 || days == 1) {
		snprintf(out, DISTANCE_TEXT_ROOM, "%s", days == 0 ? "today" : day > today ? "tomorrow" : "yesterday");
		return;
	}
	if (years >= 2) {
		amount = years;
		unit = "year";
	} else if (amount == 0) {
		amount = days;
		unit = "day";
	}
	snprintf(out, DISTANCE_TEXT_ROOM, day > today ? "in %d %s%s" : "%d %s%s ago", amount, unit,
		 amount == 1 ? "" : "s");
}

char *working_day_distance(day_number today, day_number day, const struct working_calendar *calendar,
			   char out[DISTANCE_TEXT_ROOM])
{
	const char *why_not = working_day_why_not(day, calendar);
	size_t used, room;

	out[0] = '\0';
	if (!date_in_range(today) || !date_in_range(day))
		return out;
	/* a day that is over is as many working days ago as have gone by since: Saturday is one ago on Monday */
	distance_words(today, day,
		       day < today ? -working_day_between(day, today, calendar, COUNT_LOCAL)
				   : working_day_between(today, day, calendar, COUNT_LOCAL),
		       out);
	if (!why_not)
		return out;
	used = strlen(out);
	room = DISTANCE_TEXT_ROOM - used - sizeof " ()";
	if (strlen(why_not) > room) /* a long name is replaced, never cut */
		why_not = holiday_on(&calendar->bank_holidays, day) ? "bank holiday" : "closed";
	snprintf(out + used, DISTANCE_TEXT_ROOM - used, " (%s)", why_not);
	return out;
}
