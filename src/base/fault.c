/* An error as a value. */
#include "base/fault.h"

#include <stdarg.h>
#include <stdio.h>

__attribute__((format(printf, 4, 0))) static void fault_write(struct fault *f, enum fault_code code, const char *field,
							      const char *format, va_list args)
{
	f->code = code;
	snprintf(f->field, sizeof f->field, "%s", field);
	f->detail[0] = '\0';
	vsnprintf(f->message, sizeof f->message, format, args);
}

bool fault_set(struct fault *f, enum fault_code code, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	if (f)
		fault_write(f, code, "", format, args);
	va_end(args);
	return false;
}

bool fault_field(struct fault *f, const char *field, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	if (f)
		fault_write(f, FAULT_REFUSED, field, format, args);
	va_end(args);
	return false;
}

bool fault_missing(struct fault *f, const char *field, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	if (f)
		fault_write(f, FAULT_NOT_FOUND, field, format, args);
	va_end(args);
	return false;
}

void fault_detail(struct fault *f, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	if (f)
		vsnprintf(f->detail, sizeof f->detail, format, args);
	va_end(args);
}

int fault_exit_code(enum fault_code code)
{
	static const int exit_codes[] = {
		[FAULT_NONE] = 0,        [FAULT_NOT_FOUND] = 1, [FAULT_USAGE] = 2,    [FAULT_REFUSED] = 3,
		[FAULT_NOT_ALLOWED] = 4, [FAULT_BUSY] = 5,      [FAULT_CONFLICT] = 5, [FAULT_CORRUPT] = 6,
		[FAULT_STORAGE] = 1,     [FAULT_MEMORY] = 1,
	};
	return exit_codes[code];
}
