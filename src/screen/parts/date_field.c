/* A date in a form. */
#include "date_field.h"

#include <stdio.h>

bool date_field_echo(const struct date_context *context, const char *typed, char *out, size_t room)
{
	struct date_entry entry;
	struct fault f = {0};
	char echo[DATE_ECHO_ROOM];

	if (!typed[0]) {
		out[0] = '\0';
		return false;
	}
	if (!date_entry_parse(&entry, typed, context, &f)) {
		snprintf(out, room, "%s", f.message);
		return false;
	}
	snprintf(out, room, "%s", date_entry_echo(&entry, context, echo));
	return true;
}

bool date_field_step(const struct date_context *context, char *typed, size_t room, int by)
{
	struct date_entry entry = {.day = context->today};
	char text[DATE_TEXT_ROOM];

	if (typed[0] && !date_entry_parse(&entry, typed, context, NULL))
		return false;
	snprintf(typed, room, "%s", date_plain(entry.day + (typed[0] ? by : 0), text));
	return true;
}
