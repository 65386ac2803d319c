/* What was typed, made plain; and the sentences that say what is wrong with it in the field's own words. */
#include "date_entry_parts.h"

#include "base/text.h"

#include <ctype.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* One plain ASCII character for a code point: 0 when it is invisible and dropped, '?' when no date holds it. */
static char plain_character(uint32_t code)
{
	switch (code) {
	case '\t':
	case '\n':
	case '\r':
	case ',':
	case 0xA0:
	case 0x2009:
	case 0x202F: return ' ';
	case 0x2010: /* the hyphens, dashes and minus that word processors put in */
	case 0x2011:
	case 0x2012:
	case 0x2013:
	case 0x2014:
	case 0x2212: return '-';
	case 0xB7: return '.';
	case 0x200B:
	case 0x200E:
	case 0x200F:
	case 0x2060:
	case 0xFEFF: return 0;
	default: break;
	}
	if (code >= 'A' && code <= 'Z')
		return (char)(code - 'A' + 'a');
	if ((code >= 'a' && code <= 'z') || (code >= '0' && code <= '9') ||
	    (code < 0x80 && strchr(" /.-+_", (int)code)))
		return (char)code;
	return '?';
}

bool date_typed_tidy(char out[DATE_TYPED_ROOM], const char *typed)
{
	size_t length = 0;
	uint32_t code;

	for (size_t n; (n = text_decode(typed, &code)) > 0; typed += n) {
		char c = plain_character(code);

		if (c == '?')
			return false;
		if (c == 0 || (c == ' ' && (length == 0 || out[length - 1] == ' ')))
			continue;
		if (length == DATE_TYPED_ROOM - 1)
			return false;
		out[length++] = c;
	}
	if (length && out[length - 1] == ' ')
		length--;
	out[length] = '\0';
	return true;
}

/* Does the label name a date already, as "Date of birth", "Review date", "Day the plan ends" and "The day" do? */
static bool label_is_dated(const char *label)
{
	const char *noun = strncasecmp(label, "the ", 4) == 0 ? label + 4 : label;

	return strcasestr(label, "date") != NULL || strncasecmp(noun, "day", 3) == 0;
}

/* The label inside a sentence: "Strategy discussion" becomes "strategy discussion", "ICPC" stays. */
static void label_within(char *out, size_t room, const char *label)
{
	snprintf(out, room, "%s", label);
	if (isupper((unsigned char)out[0]) && !isupper((unsigned char)out[1]))
		out[0] = (char)tolower((unsigned char)out[0]);
}

static const char *label_of(const struct date_context *context)
{
	if (context->label && context->label[0])
		return context->label;
	return context->kind == DATE_FIELD_BIRTH ? "Date of birth" : "Date";
}

bool date_entry_refuse(const struct date_context *context, struct fault *f, const char *format, ...)
{
	const char *label = label_of(context);
	char within[120], rest[160];
	va_list args;

	va_start(args, format);
	vsnprintf(rest, sizeof rest, format, args);
	va_end(args);
	if (label_is_dated(label))
		return fault_field(f, label, "%.120s %s", label, rest);
	label_within(within, sizeof within, label);
	return fault_field(f, label, "Date of the %s %s", within, rest);
}

bool date_entry_refuse_missing(const struct date_context *context, struct fault *f)
{
	const char *label = label_of(context);
	char within[120];

	label_within(within, sizeof within, label);
	if (!label_is_dated(label))
		return fault_field(f, label, "Enter the date of the %s", within);
	return fault_field(f, label, "Enter %s%s", strncmp(within, "the ", 4) == 0 ? "" : "the ", within);
}

bool date_entry_refuse_unreadable(const struct date_context *context, struct fault *f)
{
	return date_entry_refuse(context, f, "must be a real date, such as 27 3 %d", date_civil(context->today).year);
}

bool date_entry_refuse_range(const struct date_context *context, struct fault *f)
{
	return date_entry_refuse(context, f, "must be between %d and %d", DATE_FIRST_YEAR, DATE_LAST_YEAR);
}
