/* Sums on a date: +10, -3, +2w, +3m, +1y, +10wd, one after another. */
#include "date_entry_parts.h"

#include <stdio.h>
#include <string.h>

enum sum_unit { UNIT_DAY, UNIT_WEEK, UNIT_MONTH, UNIT_YEAR, UNIT_WORKING_DAY };

static bool unit_lookup(const char *word, enum sum_unit *unit)
{
	static const struct {
		const char *word;
		enum sum_unit unit;
	} words[] = {
		{"", UNIT_DAY},
		{"d", UNIT_DAY},
		{"day", UNIT_DAY},
		{"days", UNIT_DAY},
		{"w", UNIT_WEEK},
		{"wk", UNIT_WEEK},
		{"wks", UNIT_WEEK},
		{"week", UNIT_WEEK},
		{"weeks", UNIT_WEEK},
		{"m", UNIT_MONTH},
		{"mth", UNIT_MONTH},
		{"mths", UNIT_MONTH},
		{"month", UNIT_MONTH},
		{"months", UNIT_MONTH},
		{"y", UNIT_YEAR},
		{"yr", UNIT_YEAR},
		{"yrs", UNIT_YEAR},
		{"year", UNIT_YEAR},
		{"years", UNIT_YEAR},
		{"b", UNIT_WORKING_DAY},
		{"bd", UNIT_WORKING_DAY},
		{"wd", UNIT_WORKING_DAY},
		{"wds", UNIT_WORKING_DAY},
		{"working day", UNIT_WORKING_DAY},
		{"working days", UNIT_WORKING_DAY},
	};

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (strcmp(words[i].word, word) == 0) {
			*unit = words[i].unit;
			return true;
		}
	return false;
}

/* Is the "-" after this text a minus? Not in 14-7-2026 and jul-2026, where it separates. */
static bool minus_may_follow(const char *text, size_t length, const struct date_context *context)
{
	char base[DATE_TYPED_ROOM];
	int month;

	while (length && text[length - 1] == ' ')
		length--;
	memcpy(base, text, length);
	base[length] = '\0';
	if (date_anchor_find(base, context))
		return true;
	return !strpbrk(base, "0123456789") && !date_month_lookup(base, &month);
}

const char *date_sum_start(const char *text, const struct date_context *context)
{
	for (const char *at = text; (at = strpbrk(at, "+-")); at++)
		if (*at == '+' || minus_may_follow(text, (size_t)(at - text), context))
			return at;
	return NULL;
}

static void add(struct date_entry *out, int n, enum sum_unit unit, const struct date_context *context)
{
	const day_number before = out->day;

	switch (unit) {
	case UNIT_DAY: out->day = date_add_days(before, n); break;
	case UNIT_WEEK: out->day = date_add_days(before, (int64_t)n * 7); break;
	case UNIT_MONTH: out->day = date_add_months(before, n); break;
	case UNIT_YEAR: out->day = date_add_months(before, n * 12); break;
	case UNIT_WORKING_DAY: out->day = working_day_add(before, n, context->calendar, COUNT_LOCAL); break;
	}
	if (out->day != DAY_NONE && (unit == UNIT_MONTH || unit == UNIT_YEAR))
		out->clamped = out->clamped || date_civil(out->day).day != date_civil(before).day;
}

/* "+10 wd" at *at: the number with its sign, the unit's word, and *at moved to the next sign or the end. */
static bool take_term(const char **at, int *n, char word[DATE_TYPED_ROOM])
{
	const int sign = **at == '-' ? -1 : 1;
	const char *from = *at + 1;
	size_t digits, length;

	from += strspn(from, " ");
	digits = strspn(from, "0123456789");
	if (digits == 0 || digits > 6)
		return false;
	*n = 0;
	for (size_t i = 0; i < digits; i++)
		*n = *n * 10 + (from[i] - '0');
	*n *= sign;
	from += digits;
	from += strspn(from, " ");
	length = strcspn(from, "+-");
	*at = from + length;
	while (length && from[length - 1] == ' ')
		length--;
	memcpy(word, from, length);
	word[length] = '\0';
	return true;
}

bool date_sum_apply(struct date_entry *out, const char *sums, const struct date_context *context, struct fault *f)
{
	while (*sums) {
		char word[DATE_TYPED_ROOM];
		enum sum_unit unit;
		int n;

		if (!take_term(&sums, &n, word))
			return date_entry_refuse_unreadable(context, f);
		if (!unit_lookup(word, &unit))
			return date_entry_refuse(
				context, f, "must be a real date: after a number use d, w, m, y or wd, as in +10wd");
		add(out, n, unit, context);
		if (out->day == DAY_NONE)
			return date_entry_refuse_range(context, f);
	}
	return true;
}
