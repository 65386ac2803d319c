/* Days as spreadsheets and returns write them. */
#include "written.h"

#include <string.h>
#include <strings.h>

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* A number of at most `most` digits; returns its digits, 0 when there is none. */
static int number(const char **text, int most, int *out)
{
	int digits = 0;

	*out = 0;
	while (is_digit(**text) && digits < most) {
		*out = *out * 10 + (**text - '0');
		(*text)++;
		digits++;
	}
	return is_digit(**text) ? 0 : digits;
}

static bool is_mark(char c)
{
	return c == '/' || c == '-' || c == '.' || c == ' ';
}

static bool mark(const char **text)
{
	if (!is_mark(**text))
		return false;
	(*text)++;
	return true;
}

/* "3", "03", "Mar", "march": at least three letters of a name. */
static bool month(const char **text, int *out)
{
	size_t letters = 0;

	if (is_digit(**text))
		return number(text, 2, out) > 0;
	while (((*text)[letters] | 0x20) >= 'a' && ((*text)[letters] | 0x20) <= 'z')
		letters++;
	for (int m = 1; m <= 12 && letters >= 3; m++)
		if (letters <= strlen(date_month_name(m)) && strncasecmp(*text, date_month_name(m), letters) == 0) {
			*text += letters;
			*out = m;
			return true;
		}
	return false;
}

/* Nothing, a zone, or the midnight that a spreadsheet adds to a date. */
static bool is_end(const char *text)
{
	static const char *const ends[] = {"",          "Z",      "T00:00:00", "T00:00:00Z",
					   " 00:00:00", " 00:00", " 0:00",     " 00:00:00.000"};

	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
		if (strcmp(text, ends[i]) == 0)
			return true;
	return false;
}

static bool year_first(const char *text, struct civil_date *out)
{
	return number(&text, 4, &out->year) == 4 && *text++ == '-' && number(&text, 2, &out->month) == 2 &&
	       *text++ == '-' && number(&text, 2, &out->day) == 2 && is_end(text);
}

static bool day_first(const char *text, struct civil_date *out, int *year_digits)
{
	if (number(&text, 2, &out->day) == 0 || !mark(&text) || !month(&text, &out->month) || !mark(&text))
		return false;
	*year_digits = number(&text, 4, &out->year);
	return (*year_digits == 2 || *year_digits == 4) && is_end(text);
}

enum written_date written_date(const char *text, day_number *out)
{
	struct civil_date date = {0};
	int year_digits = 4;

	*out = DAY_NONE;
	if (!year_first(text, &date) && !day_first(text, &date, &year_digits))
		return WRITTEN_NO_DATE;
	if (year_digits == 2)
		return WRITTEN_DATE_SHORT_YEAR;
	*out = date_number(date);
	return *out == DAY_NONE ? WRITTEN_DATE_NOT_REAL : WRITTEN_DATE;
}
