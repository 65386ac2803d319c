/* What people type for a date, understood, and said back to them. */
#include "domain/date_entry.h"

#include "date_entry_parts.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* "in 3 weeks" is "+3 weeks", "3 weeks ago" is "-3 weeks". */
static void rewrite_as_sum(char text[DATE_TYPED_ROOM])
{
	static const char in[] = "in ", ago[] = " ago";
	size_t length = strlen(text);

	if (strncmp(text, in, strlen(in)) == 0 && text[3] >= '0' && text[3] <= '9') {
		memmove(text + 1, text + strlen(in), length - strlen(in) + 1);
		text[0] = '+';
	} else if (text[0] >= '0' && text[0] <= '9' && length > strlen(ago) &&
		   strcmp(text + length - strlen(ago), ago) == 0) {
		text[length - strlen(ago)] = '\0';
		memmove(text + 1, text, length - strlen(ago) + 1);
		text[0] = '-';
	}
}

static bool read_anchor(struct date_entry *out, const struct date_anchor *anchor, const struct date_context *context,
			struct fault *f)
{
	out->day = anchor->day;
	if (anchor->day == DAY_NONE)
		return date_entry_refuse(context, f, "cannot be worked out from %.20s, which has no date yet",
					 anchor->name);
	return true;
}

static bool refuse_word_in_sum(const char *word, const struct date_context *context, struct fault *f)
{
	char names[80] = "t (today)";

	for (size_t i = 0; i < context->anchor_count; i++) {
		size_t used = strlen(names);

		if (used + strlen(context->anchors[i].name) + 3 > sizeof names)
			break;
		snprintf(names + used, sizeof names - used, ", %s", context->anchors[i].name);
	}
	return date_entry_refuse(context, f, "cannot be worked out from %.20s: type a date, or count from %s", word,
				 names);
}

/* The part before any sum. Empty stands for today. */
static bool read_base(struct date_entry *out, const char *text, bool has_sum, const struct date_context *context,
		      struct fault *f)
{
	const struct date_anchor *anchor;

	if (!text[0] && has_sum) {
		out->day = context->today;
		return true;
	}
	if (date_words_read(out, text, context) == READING_DONE)
		return out->day != DAY_NONE || date_entry_refuse_range(context, f);
	anchor = date_anchor_find(text, context);
	if (anchor)
		return read_anchor(out, anchor, context, f);
	switch (date_exact_read(out, text, context, f)) {
	case READING_DONE: return true;
	case READING_REFUSED: return false;
	default: break;
	}
	if (has_sum && !strpbrk(text, "0123456789"))
		return refuse_word_in_sum(text, context, f);
	return date_entry_refuse_unreadable(context, f);
}

static bool read_all(struct date_entry *out, char text[DATE_TYPED_ROOM], const struct date_context *context,
		     struct fault *f)
{
	const char *sums;
	char base[DATE_TYPED_ROOM];
	size_t length;

	rewrite_as_sum(text);
	sums = date_sum_start(text, context);
	length = sums ? (size_t)(sums - text) : strlen(text);
	while (length && text[length - 1] == ' ')
		length--;
	memcpy(base, text, length);
	base[length] = '\0';
	if (!read_base(out, base, sums != NULL, context, f))
		return false;
	if (sums && out->precision != DATE_EXACT)
		return date_entry_refuse(context, f, "must include a day before anything is added to it");
	return !sums || date_sum_apply(out, sums, context, f);
}

bool date_entry_parse(struct date_entry *out, const char *typed, const struct date_context *context, struct fault *f)
{
	static const struct working_calendar weekdays_only = {0};
	struct date_context complete = *context;
	struct date_entry read = {.day = DAY_NONE, .precision = DATE_EXACT};
	char text[DATE_TYPED_ROOM];

	*out = read;
	if (!complete.calendar)
		complete.calendar = &weekdays_only;
	if (!date_typed_tidy(text, typed ? typed : ""))
		return date_entry_refuse_unreadable(&complete, f);
	if (!text[0])
		return date_entry_refuse_missing(&complete, f);
	if (!read_all(&read, text, &complete, f))
		return false;
	if (!date_in_range(read.day))
		return date_entry_refuse_range(&complete, f);
	if ((complete.kind == DATE_FIELD_PAST || complete.kind == DATE_FIELD_BIRTH) && read.day > complete.today)
		return date_entry_refuse(&complete, f, "must be in the past or today");
	*out = read;
	return true;
}

__attribute__((format(printf, 2, 3))) static void append(char out[DATE_ECHO_ROOM], const char *format, ...)
{
	size_t used = strlen(out);
	va_list args;

	va_start(args, format);
	vsnprintf(out + used, DATE_ECHO_ROOM - used, format, args);
	va_end(args);
}

static void append_count(char out[DATE_ECHO_ROOM], int count, const char *unit)
{
	append(out, " · aged %d %s%s", count, unit, count == 1 ? "" : "s");
}

/* A baby's age is said in days and months. */
static void append_age(char out[DATE_ECHO_ROOM], day_number born, day_number today)
{
	int months = 0;

	if (born > today)
		return;
	while (months < 24 && date_add_months(born, months + 1) <= today &&
	       date_add_months(born, months + 1) != DAY_NONE)
		months++;
	if (months == 0)
		append_count(out, today - born, "day");
	else if (months < 24)
		append_count(out, months, "month");
	else
		append(out, " · aged %d", date_age(born, today));
}

static void append_unknown_holidays(char out[DATE_ECHO_ROOM], day_number day, const struct date_context *context)
{
	const struct working_calendar *calendar = context->calendar;
	const day_number later = day > context->today ? day : context->today;

	if (working_day_is_known(context->today, day, calendar))
		return;
	if (calendar->bank_holidays.count == 0)
		append(out, " · bank holidays not known");
	else if (later > calendar->known_until)
		append(out, " · bank holidays not known after %d", date_civil(calendar->known_until).year);
	else
		append(out, " · bank holidays not known before %d", date_civil(calendar->known_from).year);
}

char *date_entry_echo(const struct date_entry *entry, const struct date_context *context, char out[DATE_ECHO_ROOM])
{
	static const struct working_calendar weekdays_only = {0};
	struct date_context complete = *context;
	struct civil_date date = date_civil(entry->day);
	char text[DATE_TEXT_ROOM], distance[DISTANCE_TEXT_ROOM];

	out[0] = '\0';
	if (!date_in_range(entry->day))
		return out;
	if (!complete.calendar)
		complete.calendar = &weekdays_only;
	if (entry->precision == DATE_TO_YEAR)
		append(out, "= %d · day and month not known", date.year);
	else if (entry->precision == DATE_TO_MONTH)
		append(out, "= %s %d · day not known", date_month_name(date.month), date.year);
	if (entry->precision != DATE_EXACT)
		return out;
	append(out, "= %s", date_medium(entry->day, text));
	if (complete.kind == DATE_FIELD_BIRTH) {
		append_age(out, entry->day, complete.today);
	} else {
		append(out, " · %s · week %d",
		       working_day_distance(complete.today, entry->day, complete.calendar, distance),
		       date_iso_week(entry->day));
		append_unknown_holidays(out, entry->day, &complete);
	}
	if (entry->clamped)
		append(out, " · end of month");
	return out;
}
