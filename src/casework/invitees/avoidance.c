/* Reads what a family asked to avoid ("not Tuesdays, afternoons only") as weekdays and times; what is not understood is
 * kept. */
#include "avoidance.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#define WORDS_MOST   16
#define WORD_ROOM    24
#define NOON         (12 * 60)
#define LUNCH_OVER   (13 * 60) /* "mornings only": it may run up to here, or hardly a two-hour conference would fit */
#define DAY_END      (24 * 60)
#define SHORTEST     90 /* minutes: two wishes that leave less cannot both be meant as read */
#define WORKING_WEEK 31u

struct clause {
	char words[WORDS_MOST][WORD_ROOM];
	int count, at;
};

static bool is_a(const struct clause *c, int at, const char *const *words)
{
	for (int i = 0; at < c->count && words[i]; i++)
		if (strcmp(c->words[at], words[i]) == 0)
			return true;
	return false;
}
#define IS_A(c, at, ...) is_a((c), (at), (const char *const[]){__VA_ARGS__, NULL})

static bool take(struct clause *c, const char *const *words)
{
	if (!is_a(c, c->at, words))
		return false;
	c->at++;
	return true;
}
#define TAKE(c, ...) take((c), (const char *const[]){__VA_ARGS__, NULL})

/* Lower case words; true when the whole clause fitted. */
static bool read_words(struct clause *c, const char *text, size_t bytes)
{
	size_t length = 0;

	memset(c, 0, sizeof *c);
	for (size_t i = 0; i <= bytes; i++) {
		bool blank = i == bytes || isspace((unsigned char)text[i]);

		if (blank && length > 0) {
			c->count++;
			length = 0;
		} else if (!blank) {
			if (c->count == WORDS_MOST || length + 1 == WORD_ROOM)
				return false;
			c->words[c->count][length++] = (char)tolower((unsigned char)text[i]);
		}
	}
	return c->count > 0;
}

static int weekday_of(const char *word)
{
	static const struct {
		const char *name;
		int weekday;
	} names[] = {
		{"mon", 0},  {"monday", 0},    {"tue", 1}, {"tues", 1},     {"tuesday", 1}, {"wed", 2},
		{"weds", 2}, {"wednesday", 2}, {"thu", 3}, {"thur", 3},     {"thurs", 3},   {"thursday", 3},
		{"fri", 4},  {"friday", 4},    {"sat", 5}, {"saturday", 5}, {"sun", 6},     {"sunday", 6},
	};

	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		size_t length = strlen(names[i].name);

		if (strncmp(word, names[i].name, length) == 0 && (!word[length] || strcmp(word + length, "s") == 0))
			return names[i].weekday;
	}
	return -1;
}

/* "tuesdays", "mon or fri", "tuesdays and on fridays": at least one. */
static unsigned take_weekdays(struct clause *c)
{
	unsigned days = 0;
	int end = c->at;

	for (;;) {
		int weekday;

		while (IS_A(c, c->at, "on", "or", "and", "nor", "&"))
			c->at++;
		weekday = c->at < c->count ? weekday_of(c->words[c->at]) : -1;
		if (weekday < 0)
			break;
		days |= 1u << weekday;
		end = ++c->at;
	}
	c->at = end;
	return days;
}

/* "10", "10:30", "10.30", "3pm", "3 pm", "1430". An hour below 8 without am or pm is in the afternoon. */
static bool take_time(struct clause *c, int *out)
{
	int hour = 0, minute = 0, used = 0;
	const char *word = c->at < c->count ? c->words[c->at] : "";
	const char *rest;
	bool pm, am;

	if (sscanf(word, "%2d%n", &hour, &used) != 1 || hour < 0)
		return false;
	rest = word + used;
	if ((*rest == ':' || *rest == '.' || isdigit((unsigned char)*rest)) &&
	    sscanf(rest + !isdigit((unsigned char)*rest), "%2d%n", &minute, &used) == 1)
		rest += used + !isdigit((unsigned char)*rest);
	c->at++;
	if (!*rest && IS_A(c, c->at, "am", "pm"))
		rest = c->words[c->at++];
	pm = strcmp(rest, "pm") == 0;
	am = strcmp(rest, "am") == 0;
	if ((*rest && !pm && !am) || hour > 23 || minute < 0 || minute > 59)
		return false;
	if (hour < 12 && (pm || (!am && hour < 8)))
		hour += 12;
	*out = hour * 60 + minute;
	return true;
}

static void narrow(struct avoidance *a, int not_before, int not_after)
{
	if (not_before > a->not_before)
		a->not_before = not_before;
	if (not_after < a->not_after)
		a->not_after = not_after;
}

static bool take_half(struct clause *c, bool *is_morning)
{
	*is_morning = IS_A(c, c->at, "morning", "mornings", "am");
	if (!*is_morning && !IS_A(c, c->at, "afternoon", "afternoons", "pm"))
		return false;
	c->at++;
	return true;
}

static void only_half(struct avoidance *a, bool morning)
{
	if (morning)
		narrow(a, 0, LUNCH_OVER);
	else
		narrow(a, NOON, DAY_END);
}

/* What follows "not". */
static bool take_refusal(struct clause *c, struct avoidance *a)
{
	unsigned days;
	bool morning;
	int time;

	if (TAKE(c, "before", "until") || (IS_A(c, c->at, "earlier") && IS_A(c, c->at + 1, "than") && (c->at += 2))) {
		if (!take_time(c, &time))
			return false;
		narrow(a, time, DAY_END);
		return true;
	}
	if (TAKE(c, "after") || (IS_A(c, c->at, "later") && IS_A(c, c->at + 1, "than") && (c->at += 2))) {
		if (!take_time(c, &time))
			return false;
		narrow(a, 0, time);
		return true;
	}
	if (TAKE(c, "video", "online", "remote"))
		return true;
	TAKE(c, "in", "on");
	TAKE(c, "the");
	if (take_half(c, &morning)) {
		only_half(a, !morning);
		return true;
	}
	days = take_weekdays(c);
	a->weekdays_out |= days;
	return days != 0;
}

/* What may stand beside "only", before or after it. */
static bool take_choice(struct clause *c, struct avoidance *a)
{
	bool first = TAKE(c, "only"), morning;
	unsigned days = 0;
	enum { HALF, IN_PERSON, DAYS } what;

	if (take_half(c, &morning))
		what = HALF;
	else if ((IS_A(c, c->at, "in") && IS_A(c, c->at + 1, "person") && (c->at += 2)) ||
		 TAKE(c, "in-person", "face-to-face"))
		what = IN_PERSON;
	else if ((days = take_weekdays(c)) != 0)
		what = DAYS;
	else
		return false;
	if (!TAKE(c, "only") && !first && what != IN_PERSON)
		return false;
	if (what == HALF)
		only_half(a, morning);
	else if (what == DAYS)
		a->weekdays_out |= WORKING_WEEK & ~days;
	return true;
}

static bool take_end(struct clause *c, struct avoidance *a)
{
	int time;

	if (!TAKE(c, "finish", "finished", "end", "over", "done") || !TAKE(c, "by", "before") || !take_time(c, &time))
		return false;
	narrow(a, 0, time);
	return true;
}

/* All of the clause or nothing: "not Tuesday mornings" must not be read as "not Tuesdays". */
static bool read_clause(const char *text, size_t bytes, struct avoidance *a)
{
	struct clause c;
	struct avoidance read = *a;

	if (!read_words(&c, text, bytes))
		return false;
	while (c.at < c.count) {
		int before = c.at;

		if (TAKE(&c, "please", "must", "and", "but"))
			continue;
		if (TAKE(&c, "not", "no", "avoid", "never") ? !take_refusal(&c, &read) : !take_end(&c, &read)) {
			if (IS_A(&c, before, "not", "no", "avoid", "never") || c.at != before)
				return false;
			if (!take_choice(&c, &read))
				return false;
		}
	}
	if ((read.weekdays_out & WORKING_WEEK) == WORKING_WEEK || read.not_after - read.not_before < SHORTEST)
		return false;
	*a = read;
	return true;
}

static size_t clause_bytes(const char *text)
{
	size_t bytes = 0;

	while (text[bytes] && !strchr(",;\n", text[bytes]) &&
	       !(text[bytes] == '.' && !isdigit((unsigned char)text[bytes + 1])))
		bytes++;
	return bytes;
}

struct avoidance avoidance_read(const char *text, struct arena *mem)
{
	struct avoidance a = {.weekdays_out = 0, .not_before = 0, .not_after = DAY_END, .not_understood = ""};

	for (const char *at = text ? text : ""; *at;) {
		size_t bytes;

		while (*at && strchr(",;.\n\t ", *at))
			at++;
		bytes = clause_bytes(at);
		if (bytes > 0 && !read_clause(at, bytes, &a))
			a.not_understood = arena_printf(mem, "%s%s%.*s", a.not_understood,
							*a.not_understood ? ", " : "", (int)bytes, at);
		at += bytes;
	}
	return a;
}

char *avoidance_broken(const struct avoidance *avoid, day_number day, int starts, int ends,
		       char out[AVOIDANCE_WORDS_ROOM])
{
	char clock[8];

	out[0] = '\0';
	if (avoid->weekdays_out >> date_weekday(day) & 1)
		snprintf(out, AVOIDANCE_WORDS_ROOM, "%s: asked to avoid", date_weekday_name(date_weekday(day)));
	else if (starts >= 0 && starts < NOON && avoid->not_before == NOON)
		snprintf(out, AVOIDANCE_WORDS_ROOM, "morning, though afternoons only was asked");
	else if (starts >= NOON && avoid->not_after == LUNCH_OVER)
		snprintf(out, AVOIDANCE_WORDS_ROOM, "afternoon, though mornings only was asked");
	else if (starts >= 0 && starts < avoid->not_before)
		snprintf(out, AVOIDANCE_WORDS_ROOM, "asked for not before %s", date_clock(avoid->not_before, clock));
	else if (starts >= 0 && ends > avoid->not_after)
		snprintf(out, AVOIDANCE_WORDS_ROOM, "asked to be over by %s", date_clock(avoid->not_after, clock));
	return out;
}

bool avoidance_bars_video(const char *text)
{
	static const char *const words[] = {"not video", "no video",  "not online",   "not remote",
					    "in person", "in-person", "face-to-face", "avoid video"};

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (text && strcasestr(text, words[i]))
			return true;
	return false;
}
