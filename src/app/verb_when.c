/* `quorate when`: dates counted by a rule, one line each. */
#include "app.h"

#include "base/nearest.h"
#include "base/text.h"
#include "domain/date_entry.h"
#include "domain/policy.h"

#include <inttypes.h>
#include <string.h>

enum { LINE_ROOM = 200 };

struct counting {
	struct app *app;
	const struct settings *settings;
	enum rule_key rule;
	struct date_context context;
	struct listing listing;  /* for --json and --csv */
	bool is_beyond_calendar; /* some sum touched days whose bank holidays are not known */
	size_t lines, failed;
};

struct counted {
	day_number trigger;
	struct deadline_dates dates;
	day_number working_day;
};

static const struct listing_column columns[] = {
	{"input", "Date"}, {"due", "Due"}, {"limit", "National limit"}, {"last_working_day", "Last working day"}};

static bool read_date(const struct counting *counting, const char *typed, day_number *out, struct fault *f)
{
	struct date_entry entry;

	*out = date_from_iso(typed);
	if (*out != DAY_NONE)
		return true;
	if (!date_entry_parse(&entry, typed, &counting->context, f))
		return false;
	*out = entry.day;
	return true;
}

static void look_beyond_calendar(struct counting *counting, const struct counted *counted)
{
	day_number first = counted->trigger, last = counted->trigger;
	const day_number days[] = {counted->dates.due, counted->dates.limit, counted->working_day};

	for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
		if (days[i] == DAY_NONE)
			continue;
		first = days[i] < first ? days[i] : first;
		last = days[i] > last ? days[i] : last;
	}
	if (!working_day_is_known(first, last, &counting->settings->calendar))
		counting->is_beyond_calendar = true;
}

static bool count_from(struct counting *counting, const char *typed, struct counted *out, struct fault *f)
{
	const struct working_calendar *calendar = &counting->settings->calendar;

	if (!read_date(counting, typed, &out->trigger, f))
		return false;
	out->dates = deadline_compute(&counting->settings->policy, calendar, counting->rule, out->trigger);
	if (out->dates.due == DAY_NONE)
		return fault_set(f, FAULT_REFUSED,
				 "Counting from %.40s leaves the years 1900 to 2200. Type a nearer date.", typed);
	out->working_day = working_day_on_or_before(out->dates.due, calendar, COUNT_LOCAL);
	look_beyond_calendar(counting, out);
	return true;
}

static void write_tabs(const struct counted *counted)
{
	char input[DATE_TEXT_ROOM], due[DATE_TEXT_ROOM], limit[DATE_TEXT_ROOM], last[DATE_TEXT_ROOM];

	date_to_iso(counted->trigger, input);
	date_to_iso(counted->dates.due, due);
	date_to_iso(counted->dates.limit, limit);
	date_to_iso(counted->working_day, last);
	fputs_unlocked(input, stdout);
	putc_unlocked('\t', stdout);
	fputs_unlocked(due, stdout);
	putc_unlocked('\t', stdout);
	fputs_unlocked(*limit ? limit : "-", stdout);
	putc_unlocked('\t', stdout);
	fputs_unlocked(last, stdout);
	putc_unlocked('\n', stdout);
}

static void answer(struct counting *counting, const struct counted *counted)
{
	if (!app_wants_form(counting->app)) {
		write_tabs(counted);
		return;
	}
	listing_day(&counting->listing, counted->trigger);
	listing_day(&counting->listing, counted->dates.due);
	listing_day(&counting->listing, counted->dates.limit);
	listing_day(&counting->listing, counted->working_day);
}

/* --- Dates from standard input --- */

/* One line without its end; what does not fit is dropped and *is_too_long set: no date is that long. */
static bool read_line(FILE *from, char line[LINE_ROOM], bool *is_too_long)
{
	size_t length = 0;
	int c;

	*is_too_long = false;
	while ((c = getc_unlocked(from)) != EOF && c != '\n') {
		if (length + 1 < LINE_ROOM && c != '\0')
			line[length++] = (char)c;
		else
			*is_too_long = true;
	}
	if (length > 0 && line[length - 1] == '\r')
		length--;
	line[length] = '\0';
	return c != EOF || length > 0 || *is_too_long;
}

static void answer_line(struct counting *counting, const char *line, bool is_too_long)
{
	struct counted counted;
	struct fault f = {0};

	counting->lines++;
	if (is_too_long || !text_is_utf8(line, strlen(line)))
		fault_set(&f, FAULT_REFUSED, "This is not a date. Type one a line, such as 2026-03-02.");
	else if (count_from(counting, line, &counted, &f)) {
		answer(counting, &counted);
		return;
	}
	counting->failed++;
	app_say("line %zu: %s", counting->lines, f.message);
}

static bool answer_input(struct counting *counting, struct fault *f)
{
	char line[LINE_ROOM];
	bool is_too_long;

	while (read_line(stdin, line, &is_too_long) && !ferror(stdout))
		answer_line(counting, line, is_too_long);
	if (ferror(stdin))
		return fault_set(f, FAULT_STORAGE,
				 "Standard input could not be read. Give the dates by a pipe or a file.");
	return true;
}

static bool answer_one(struct counting *counting, struct fault *f)
{
	struct counted counted;

	if (!count_from(counting, counting->app->arguments.operands[1], &counted, f))
		return false;
	answer(counting, &counted);
	return true;
}

/* --- The rule and the calendar --- */

static bool find_rule(struct counting *counting, struct fault *f)
{
	const char *typed = counting->app->arguments.operands[0];
	const char *meant;

	if (rule_from_token(typed, &counting->rule))
		return true;
	meant = nearest_word(typed, argument_words(ARGUMENT_RULE, NULL, &counting->app->mem), WORDS_TO_NULL);
	if (meant)
		return fault_set(f, FAULT_USAGE, "There is no rule \"%.60s\". Did you mean \"%s\"?", typed, meant);
	return fault_set(f, FAULT_USAGE, "There is no rule \"%.60s\". \"quorate help when\" lists them.", typed);
}

static bool prepare(struct counting *counting, struct fault *f)
{
	const struct policy *policy;

	if (!find_rule(counting, f) || !app_settings(counting->app, &counting->settings, f))
		return false;
	policy = &counting->settings->policy;
	if (!policy->rules[counting->rule].in_force)
		return fault_set(f, FAULT_REFUSED, "The profile %s sets no figure for %s, so nothing can be counted.",
				 policy->name, rule_token(counting->rule));
	counting->context = (struct date_context){.kind = DATE_FIELD_ANY,
						  .today = app_today(counting->app),
						  .calendar = &counting->settings->calendar,
						  .label = "Date"};
	listing_begin(&counting->listing, columns, sizeof columns / sizeof *columns, &counting->app->mem);
	return true;
}

static void warn_of_calendar(const struct counting *counting)
{
	char from[DATE_TEXT_ROOM], until[DATE_TEXT_ROOM];

	if (counting->is_beyond_calendar)
		app_say("The bank holidays are known from %s to %s. Outside them an answer may be a day or more out.",
			date_medium(counting->settings->calendar.known_from, from),
			date_medium(counting->settings->calendar.known_until, until));
}

bool run_when(struct app *app, struct fault *f)
{
	struct counting counting = {.app = app};
	bool is_input = strcmp(app->arguments.operands[1], "-") == 0;

	if (!prepare(&counting, f) || !(is_input ? answer_input(&counting, f) : answer_one(&counting, f)))
		return false;
	if (app_wants_form(app) && !app_write(app, &counting.listing, LISTING_TABLE, f))
		return false;
	warn_of_calendar(&counting);
	if (counting.failed == 0)
		return true;
	return fault_set(f, FAULT_REFUSED, "%zu of %zu lines had no date that could be counted from.", counting.failed,
			 counting.lines);
}
