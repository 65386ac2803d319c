/* Dates that are words: today, weekdays, the ends and starts of weeks, months, quarters and years, and the case's own.
 */
#include "date_entry_parts.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

/* At least three letters of a name, and no letter that differs. */
static bool begins_name(const char *word, const char *name)
{
	size_t letters = strlen(word);

	return letters >= 3 && strncasecmp(word, name, letters) == 0;
}

bool date_month_lookup(const char *word, int *month)
{
	for (*month = 1; *month <= 12; ++*month)
		if (begins_name(word, date_month_name(*month)))
			return true;
	return false;
}

bool date_weekday_lookup(const char *word, enum weekday *weekday)
{
	for (*weekday = MONDAY; *weekday <= SUNDAY; ++*weekday)
		if (begins_name(word, date_weekday_name(*weekday)))
			return true;
	*weekday = WEDNESDAY;
	return strcmp(word, "weds") == 0;
}

const struct date_anchor *date_anchor_find(const char *text, const struct date_context *context)
{
	for (size_t i = 0; i < context->anchor_count; i++)
		if (strcasecmp(context->anchors[i].name, text) == 0)
			return &context->anchors[i];
	return NULL;
}

static day_number day_of_month(int year, int month, int day)
{
	return date_number((struct civil_date){year, month, day});
}

/* sow, eom, soq ...: `s` or `e`, then `o`, then the period. Weeks run from Monday to Sunday, quarters from January. */
static day_number read_period(const char *text, day_number today)
{
	struct civil_date now = date_civil(today);
	bool end = text[0] == 'e';
	int quarter_month = (now.month - 1) / 3 * 3 + (end ? 3 : 1);

	if ((text[0] != 's' && !end) || text[1] != 'o' || !text[2] || text[3])
		return DAY_NONE;
	switch (text[2]) {
	case 'w': return date_add_days(today, (int64_t)(end ? SUNDAY : MONDAY) - (int64_t)date_weekday(today));
	case 'm': return day_of_month(now.year, now.month, end ? date_days_in_month(now.year, now.month) : 1);
	case 'q': return day_of_month(now.year, quarter_month, end ? date_days_in_month(now.year, quarter_month) : 1);
	case 'y': return day_of_month(now.year, end ? 12 : 1, end ? 31 : 1);
	default: return DAY_NONE;
	}
}

static bool read_day_word(const char *text, int *from_today)
{
	static const struct {
		const char *word;
		int from_today;
	} words[] = {
		{"t", 0},   {"today", 0},    {"y", -1},  {"yesterday", -1},
		{"tom", 1}, {"tomorrow", 1}, {"tmr", 1}, {"tmrw", 1},
	};

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (strcmp(words[i].word, text) == 0) {
			*from_today = words[i].from_today;
			return true;
		}
	return false;
}

/* Skips a leading word and its blank. */
static bool skip_word(const char **text, const char *word)
{
	size_t letters = strlen(word);

	if (strncmp(*text, word, letters) != 0 || (*text)[letters] != ' ')
		return false;
	*text += letters + 1;
	return true;
}

/* A weekday is never today, except by "this"; a field about the past looks back. */
static bool read_weekday(const char *text, const struct date_context *context, int *from_today)
{
	enum weekday named;
	const int now = (int)date_weekday(context->today);
	bool this_week = skip_word(&text, "this");
	bool last = !this_week && skip_word(&text, "last");
	bool next = !this_week && !last && (skip_word(&text, "next") || skip_word(&text, "on"));
	int ahead;

	if (!date_weekday_lookup(text, &named))
		return false;
	if (!this_week && !next && (context->kind == DATE_FIELD_PAST || context->kind == DATE_FIELD_BIRTH))
		last = true;
	ahead = ((int)named - now + 7) % 7;
	if (this_week)
		*from_today = (int)named - now;
	else if (last)
		*from_today = ahead == 0 ? -7 : ahead - 7;
	else
		*from_today = ahead == 0 ? 7 : ahead;
	return true;
}

enum date_reading date_words_read(struct date_entry *out, const char *text, const struct date_context *context)
{
	static const char week[] = " week";
	char base[DATE_TYPED_ROOM];
	size_t length = strlen(text);
	int from_today = 0, further = 0;

	memcpy(base, text, length + 1);
	if (length > strlen(week) && strcmp(base + length - strlen(week), week) == 0) { /* "tue week": a week later */
		base[length - strlen(week)] = '\0';
		further = 7;
	}
	if (read_day_word(base, &from_today) || read_weekday(base, context, &from_today)) {
		out->day = date_add_days(context->today, from_today + further);
		return READING_DONE;
	}
	out->day = further ? DAY_NONE : read_period(base, context->today);
	return out->day == DAY_NONE ? READING_OTHER : READING_DONE;
}
