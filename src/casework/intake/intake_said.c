/* What a census file says, checked part by part: a complaint, a day, whether the child was born. */
#include "intake_parts.h"

#include <stdarg.h>
#include <stdio.h>

bool intake_complain(struct child_intake *in, struct fault *f, const char *field, const char *format, ...)
{
	struct intake_complaint *item = ARENA_PUSH(in->mem, in->complaints);
	char message[FAULT_MESSAGE_ROOM];
	va_list arguments;

	if (!item)
		return fault_set(f, FAULT_MEMORY, "There is not enough memory to take in this child.");
	va_start(arguments, format);
	vsnprintf(message, sizeof message, format, arguments);
	va_end(arguments);
	item->field = arena_text(in->mem, field);
	item->message = arena_text(in->mem, message);
	return true;
}

bool intake_day_check(struct child_intake *in, day_number day, const char *field, const char *what, bool *good,
		      struct fault *f)
{
	char text[DATE_TEXT_ROOM];

	*good = day != DAY_NONE && day <= in->cw->today;
	if (*good)
		return true;
	if (day == DAY_NONE)
		return intake_complain(in, f, field, "The %s has no date that can be read and was left out: give it.",
				       what);
	return intake_complain(in, f, field, "The %s is dated %s, in the future, and was left out: correct the date.",
			       what, date_plain(day, text));
}

bool intake_is_unborn_on(const struct child_intake *in, day_number day)
{
	return in->person.born_on != DAY_NONE ? in->person.born_on > day : in->person.expected_on != DAY_NONE;
}
