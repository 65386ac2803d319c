/* The bank holidays of England and Wales, from holidays/england-and-wales.yaml. */
#include "fields.h"
#include "files.h"

#include <stdlib.h>

struct holiday_entries {
	struct holiday *items;
	size_t count, room;
};

static int by_day(const void *a, const void *b)
{
	const struct holiday *one = a, *other = b;

	return (one->day > other->day) - (one->day < other->day);
}

bool holiday_list_sort(struct holiday *items, size_t count, const struct yaml_node *at, struct fault *f)
{
	char iso[DATE_TEXT_ROOM];

	if (count)
		qsort(items, count, sizeof *items, by_day);
	for (size_t i = 1; i < count; i++)
		if (items[i].day == items[i - 1].day)
			return yaml_refuse_key(at, f, "%s is listed twice; keep one of them.",
					       date_to_iso(items[i].day, iso));
	return true;
}

static bool read_days(struct holiday_entries *out, const struct yaml_node *list, const struct working_calendar *known,
		      struct arena *mem, struct fault *f)
{
	static const struct field fields[] = {
		{.key = "day", .kind = FIELD_DAY, .offset = offsetof(struct holiday, day), .required = true},
		{.key = "name",
		 .kind = FIELD_TEXT,
		 .offset = offsetof(struct holiday, name),
		 .required = true,
		 .most = 100},
	};

	for (const struct yaml_node *item = list->first; item; item = item->next) {
		struct holiday *day = ARENA_PUSH(mem, out);

		if (!day)
			return fault_set(f, FAULT_MEMORY, "There is not enough memory for the bank holidays.");
		if (!fields_read(item, fields, sizeof fields / sizeof *fields, day, mem, f))
			return false;
		if (day->day < known->known_from || day->day > known->known_until)
			return yaml_refuse(item, f,
					   "this day lies outside known_from and known_until; move the bounds.");
	}
	return true;
}

bool holidays_read(struct settings *into, const struct yaml_node *root, struct arena *mem, struct fault *f)
{
	struct record {
		day_number known_from, known_until;
		const char *source;
		const struct yaml_node *days;
	} record = {0};
	static const struct field fields[] = {
		{.key = "source", .kind = FIELD_TEXT, .offset = offsetof(struct record, source), .required = true},
		{.key = "known_from",
		 .kind = FIELD_DAY,
		 .offset = offsetof(struct record, known_from),
		 .required = true},
		{.key = "known_until",
		 .kind = FIELD_DAY,
		 .offset = offsetof(struct record, known_until),
		 .required = true},
		{.key = "days", .kind = FIELD_LIST, .offset = offsetof(struct record, days), .required = true},
	};
	struct working_calendar *calendar = &into->calendar;
	struct holiday_entries days = {0};

	if (!fields_read(root, fields, sizeof fields / sizeof *fields, &record, mem, f))
		return false;
	if (record.known_until < record.known_from)
		return yaml_refuse(yaml_find(root, "known_until"), f, "known_until lies before known_from.");
	calendar->known_from = record.known_from;
	calendar->known_until = record.known_until;
	if (!read_days(&days, record.days, calendar, mem, f) ||
	    !holiday_list_sort(days.items, days.count, record.days, f))
		return false;
	calendar->bank_holidays = (struct holiday_list){days.items, days.count};
	return true;
}
