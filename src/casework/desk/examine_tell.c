/* One line of what doctor tells. */
#include "examine.h"

#include <stdarg.h>
#include <stdio.h>

void examine_tell(struct report *to, const char *label, bool is_worry, const char *format, ...)
{
	struct finding *item = ARENA_PUSH(to->mem, to->out);
	char value[FAULT_MESSAGE_ROOM];
	va_list arguments;

	va_start(arguments, format);
	vsnprintf(value, sizeof value, format, arguments);
	va_end(arguments);
	if (item)
		*item = (struct finding){.label = label, .value = arena_text(to->mem, value), .is_worry = is_worry};
}
