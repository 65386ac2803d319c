/* Calendar dates as typed: 14 7 2026, 140726, 14th of July, 2026-07-14, and where allowed jul 2026 and 2019. */
#include "date_entry_parts.h"

#include <stdlib.h>
#include <string.h>

#define PIECES_MOST 5

struct piece {
	char kind; /* n: 1 or 2 digits, y: 4, s: 6, e: 8, M: a month's name, W: a weekday's, c: "about" */
	int value;
	int digits;
};

struct typed_date {
	struct piece pieces[PIECES_MOST];
	size_t count;
	bool about;
	bool weekday_given;
	enum weekday weekday;
	/* 0 where not given */
	int day, month, year, year_digits;
};

static bool is_one_of(const char *word, const char *const *words, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(words[i], word) == 0)
			return true;
	return false;
}

static bool number_piece(struct piece *out, const char *text, size_t digits)
{
	static const char kinds[] = {0, 'n', 'n', 0, 'y', 0, 's', 0, 'e'};

	if (digits >= sizeof kinds || !kinds[digits])
		return false;
	*out = (struct piece){kinds[digits], atoi(text), (int)digits};
	return true;
}

static bool word_piece(struct piece *out, const char *word)
{
	static const char *const about[] = {"c", "ca", "circa", "about"};
	enum weekday weekday;
	int month;

	if (date_month_lookup(word, &month))
		*out = (struct piece){'M', month, 0};
	else if (date_weekday_lookup(word, &weekday))
		*out = (struct piece){'W', (int)weekday, 0};
	else if (is_one_of(word, about, sizeof about / sizeof *about))
		*out = (struct piece){'c', 0, 0};
	else
		return false;
	return true;
}

/* Cuts the text where digits meet letters and at separators; drops "th" after a number and the word "of". */
static bool cut(struct typed_date *typed, const char *text)
{
	static const char *const ordinals[] = {"st", "nd", "rd", "th"};
	static const char *const fillers[] = {"of", "the"};

	for (const char *at = text; *at;) {
		size_t digits = strspn(at, "0123456789");
		size_t letters = strspn(at, "abcdefghijklmnopqrstuvwxyz");
		char word[DATE_TYPED_ROOM];

		memcpy(word, at, letters);
		word[letters] = '\0';
		if (digits + letters == 0 && !strchr(" /.-", *at))
			return false;
		if (letters && (is_one_of(word, fillers, 2) ||
				(at > text && at[-1] >= '0' && at[-1] <= '9' && is_one_of(word, ordinals, 4)))) {
			at += letters;
			continue;
		}
		if (digits + letters > 0) {
			struct piece *piece = &typed->pieces[typed->count];

			if (typed->count == PIECES_MOST ||
			    !(digits ? number_piece(piece, at, digits) : word_piece(piece, word)))
				return false;
			typed->count++;
		}
		at += digits + letters ? digits + letters : 1;
	}
	return typed->count > 0;
}

static void drop_first(struct typed_date *typed)
{
	typed->count--;
	memmove(typed->pieces, typed->pieces + 1, typed->count * sizeof *typed->pieces);
}

static void take_leading_words(struct typed_date *typed)
{
	if (typed->count > 1 && typed->pieces[0].kind == 'W') {
		typed->weekday_given = true;
		typed->weekday = (enum weekday)typed->pieces[0].value;
		drop_first(typed);
	}
	if (typed->count > 1 && typed->pieces[0].kind == 'c') {
		typed->about = true;
		drop_first(typed);
	}
}

static void set_numbers(struct typed_date *typed, int day, int month, int year, int year_digits)
{
	typed->pieces[0] = (struct piece){'n', day, 2};
	typed->pieces[1] = (struct piece){'n', month, 2};
	typed->pieces[2] = (struct piece){year_digits == 2 ? 'n' : 'y', year, year_digits};
	typed->count = year_digits ? 3 : 2;
}

/* Figures without separators: 1407, 140726, 14072026, and 20260714, which cannot be read the other way round. */
static void spread_figures(struct typed_date *typed, bool year_alone_meant)
{
	const int value = typed->pieces[0].value;
	const int month = value % 100;

	if (typed->count != 1)
		return;
	switch (typed->pieces[0].kind) {
	case 'y':
		if (month >= 1 && month <= 12 && value / 100 >= 1 && value / 100 <= 31 &&
		    !(year_alone_meant && value >= DATE_FIRST_YEAR && value <= DATE_LAST_YEAR))
			set_numbers(typed, value / 100, month, 0, 0);
		break;
	case 's': set_numbers(typed, value / 10000, value / 100 % 100, value % 100, 2); break;
	case 'e':
		if (value / 10000 % 100 > 12 &&
		    date_is_real((struct civil_date){value / 10000, value / 100 % 100, value % 100}))
			set_numbers(typed, value % 100, value / 100 % 100, value / 10000, 4);
		else
			set_numbers(typed, value / 1000000, value / 10000 % 100, value % 10000, 4);
		break;
	default: break;
	}
}

/* Which piece is the day, the month and the year: day first, unless the year is four figures and leads. */
static bool place_pieces(struct typed_date *typed)
{
	static const struct {
		const char *kinds;
		int day, month, year; /* counted from 1, 0 where absent */
	} shapes[] = {
		{"nn", 1, 2, 0},  {"nM", 1, 2, 0},  {"Mn", 2, 1, 0},  {"nnn", 1, 2, 3}, {"nny", 1, 2, 3},
		{"nMn", 1, 2, 3}, {"nMy", 1, 2, 3}, {"Mnn", 2, 1, 3}, {"Mny", 2, 1, 3}, {"ynn", 3, 2, 1},
		{"yMn", 3, 2, 1}, {"y", 0, 0, 1},   {"My", 0, 1, 2},  {"yM", 0, 2, 1},  {"ny", 0, 1, 2},
		{"yn", 0, 2, 1},  {"M", 0, 1, 0},   {"n", 1, 0, 0},
	};
	char kinds[PIECES_MOST + 1] = "";

	for (size_t i = 0; i < typed->count; i++)
		kinds[i] = typed->pieces[i].kind;
	for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++) {
		if (strcmp(shapes[i].kinds, kinds) != 0)
			continue;
		typed->day = shapes[i].day ? typed->pieces[shapes[i].day - 1].value : 0;
		typed->month = shapes[i].month ? typed->pieces[shapes[i].month - 1].value : 0;
		typed->year = shapes[i].year ? typed->pieces[shapes[i].year - 1].value : 0;
		typed->year_digits = shapes[i].year ? typed->pieces[shapes[i].year - 1].digits : 0;
		return !(shapes[i].day && typed->day == 0) && !(shapes[i].month && typed->month == 0);
	}
	return false;
}

/* The century of two figures, by what the field is about. */
static bool find_century(struct typed_date *typed, const struct date_context *context)
{
	const int now = date_civil(context->today).year;
	const bool meeting = context->kind == DATE_FIELD_FUTURE || context->kind == DATE_FIELD_EXPECTED;
	const bool birth = context->kind == DATE_FIELD_BIRTH;
	const int latest = now + (birth ? 0 : meeting ? 5 : 20);
	const int earliest = birth ? now - 100 : meeting ? now - 1 : now - 79;
	int year = latest - (latest - typed->year) % 100;
	day_number day = date_number((struct civil_date){year, typed->month, typed->day});

	if (birth && day != DAY_NONE && day > context->today)
		year -= 100;
	typed->year = year;
	return year >= earliest;
}

static int distance(day_number a, day_number b)
{
	return a > b ? a - b : b - a;
}

/* No year: the last or the next such day, today included. A 29 February may be eight years away. */
static day_number find_year(const struct typed_date *typed, const struct date_context *context)
{
	const int now = date_civil(context->today).year;
	const bool back = context->kind == DATE_FIELD_PAST || context->kind == DATE_FIELD_ANY;
	const bool ahead = context->kind != DATE_FIELD_PAST;
	day_number before = DAY_NONE, after = DAY_NONE;

	for (int years = 0; years <= 8 && back && before == DAY_NONE; years++) {
		before = date_number((struct civil_date){now - years, typed->month, typed->day});
		if (before > context->today)
			before = DAY_NONE;
	}
	for (int years = 0; years <= 8 && ahead && after == DAY_NONE; years++) {
		after = date_number((struct civil_date){now + years, typed->month, typed->day});
		if (after < context->today)
			after = DAY_NONE;
	}
	if (before == DAY_NONE || after == DAY_NONE)
		return before == DAY_NONE ? after : before;
	return distance(context->today, before) < distance(context->today, after) ? before : after;
}

static bool refuse_impossible(const struct typed_date *typed, const struct date_context *context, struct fault *f)
{
	const char *name = date_month_name(typed->month);

	if (typed->month > 12)
		return date_entry_refuse(context, f, "must be a real date: there is no month %d", typed->month);
	if (typed->month == 2 && typed->day == 29 && typed->year)
		return date_entry_refuse(context, f, "must be a real date: February %d has 28 days", typed->year);
	if (typed->month == 2)
		return date_entry_refuse(context, f, "must be a real date: February has 28 or 29 days");
	return date_entry_refuse(context, f, "must be a real date: %s has %d days", name,
				 date_days_in_month(2000, typed->month));
}

static bool resolve_month_or_year(struct date_entry *out, const struct typed_date *typed,
				  const struct date_context *context, struct fault *f)
{
	if (!context->approximate_allowed || typed->weekday_given)
		return date_entry_refuse(context, f,
					 typed->month ? "must include a day" : "must include a day and a month");
	if (!typed->year)
		return date_entry_refuse(context, f, "must include a year");
	if (typed->month > 12)
		return refuse_impossible(typed, context, f);
	out->precision = typed->month ? DATE_TO_MONTH : DATE_TO_YEAR;
	out->day = date_number((struct civil_date){typed->year, typed->month ? typed->month : 1, 1});
	return out->day != DAY_NONE || date_entry_refuse_range(context, f);
}

static bool resolve_day(struct date_entry *out, struct typed_date *typed, const struct date_context *context,
			struct fault *f)
{
	if (!typed->month)
		return date_entry_refuse(context, f, "must include a month");
	if (typed->month > 12 || typed->day > date_days_in_month(2000, typed->month))
		return refuse_impossible(typed, context, f);
	if (!typed->year_digits && context->kind == DATE_FIELD_BIRTH)
		return date_entry_refuse(context, f, "must include a year");
	if (typed->year_digits == 1 || (typed->year_digits == 2 && !find_century(typed, context)))
		return date_entry_refuse(context, f, "must have a year in four figures");
	if (typed->year_digits && (typed->year < DATE_FIRST_YEAR || typed->year > DATE_LAST_YEAR))
		return date_entry_refuse_range(context, f);
	if (typed->year_digits)
		out->day = date_number((struct civil_date){typed->year, typed->month, typed->day});
	else
		out->day = find_year(typed, context);
	if (out->day != DAY_NONE)
		return true;
	return typed->year_digits ? refuse_impossible(typed, context, f) : date_entry_refuse_range(context, f);
}

enum date_reading date_exact_read(struct date_entry *out, const char *text, const struct date_context *context,
				  struct fault *f)
{
	struct typed_date typed = {0};
	char plain[DATE_TEXT_ROOM];

	if (!cut(&typed, text))
		return READING_OTHER;
	take_leading_words(&typed);
	/* where a year alone may stand, or must, 2010 is the year; elsewhere it is 20 October */
	spread_figures(&typed, context->approximate_allowed || typed.about || context->kind == DATE_FIELD_BIRTH);
	if (!place_pieces(&typed) || (typed.about && typed.day))
		return READING_OTHER;
	if (!typed.day)
		return resolve_month_or_year(out, &typed, context, f) ? READING_DONE : READING_REFUSED;
	if (!resolve_day(out, &typed, context, f))
		return READING_REFUSED;
	if (typed.weekday_given && typed.weekday != date_weekday(out->day)) {
		date_entry_refuse(context, f, "must be a real date: %s is a %s, not a %s", date_plain(out->day, plain),
				  date_weekday_name(date_weekday(out->day)), date_weekday_name(typed.weekday));
		return READING_REFUSED;
	}
	return READING_DONE;
}
