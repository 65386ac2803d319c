/* Any bytes as a typed date, on any day of any kind of field: no crash, and nothing accepted that is not a day. */
#include "domain/date_entry.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static const struct holiday holidays[] = {{20546, "Good Friday"}, {20549, "Easter Monday"}, {20812, "Christmas Day"}};

static void require(bool holds)
{
	if (!holds)
		abort();
}

static void check_accepted(const struct date_entry *entry, const struct date_context *context)
{
	char echo[DATE_ECHO_ROOM], text[DATE_TEXT_ROOM];
	struct date_context again = *context;
	struct date_entry back;

	require(date_in_range(entry->day));
	require(entry->precision == DATE_EXACT || context->approximate_allowed);
	if (context->kind == DATE_FIELD_PAST || context->kind == DATE_FIELD_BIRTH)
		require(entry->day <= context->today);
	require(strncmp(date_entry_echo(entry, context, echo), "= ", 2) == 0);
	again.kind = DATE_FIELD_ANY;
	require(date_entry_parse(&back, date_long(entry->day, text), &again, NULL) && back.day == entry->day);
}

/* Four bytes choose the day, the kind and the calendar; the rest is typed. */
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	static const struct date_anchor anchors[] = {
		{"sd", 20514}, {"icpc", 20535}, {"edd", DAY_NONE}, {"rcpc2", 84000}};
	static const struct working_calendar calendar = {{holidays, 3}, {holidays + 1, 1}, 20454, 20818};
	struct date_context context = {.anchors = anchors, .anchor_count = 4, .label = "Strategy discussion"};
	struct date_entry entry;
	struct fault f = {0};
	char *typed;

	if (size < 4)
		return 0;
	context.today = (day_number)((bytes[0] * 256 + bytes[1]) % 109938) - 25567;
	context.kind = (enum date_field_kind)(bytes[2] % 5);
	context.approximate_allowed = bytes[3] & 1;
	context.calendar = bytes[3] & 2 ? NULL : &calendar;
	typed = strndup((const char *)bytes + 4, size - 4);
	require(typed != NULL);
	if (date_entry_parse(&entry, typed, &context, &f))
		check_accepted(&entry, &context);
	else
		require(f.code == FAULT_REFUSED && f.message[0] && entry.day == DAY_NONE);
	free(typed);
	return 0;
}
