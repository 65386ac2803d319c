/* `quorate audit` without a further word: the rows of the log, narrowed as the options say. */
#include "audit_reading.h"

#include "base/nearest.h"
#include "casework/audit_trail.h"
#include "domain/date_entry.h"

enum { MOST_ROWS = 200, MOST_ASKED = 1000000 };

static const struct listing_column machine_columns[] = {
	{"row", "Row"},         {"at", "When"},         {"account", "Account"},   {"uid", "User number"},
	{"roles", "Roles"},     {"kind", "Kind"},       {"action", "Action"},     {"about", "About"},
	{"family", "Family"},   {"detail", "What"},     {"terminal", "Terminal"}, {"address", "Address claimed"},
	{"session", "Session"}, {"program", "Program"},
};
static const struct listing_column table_columns[] = {
	{"at", "When"}, {"account", "Account"}, {"act", "Act"}, {"about", "About"}, {"detail", "What"}};

static bool read_day(struct app *app, enum option option, day_number *out, struct fault *f)
{
	const char *typed = app->arguments.values[option];
	struct date_context context = {.kind = DATE_FIELD_PAST,
				       .today = casework_today(app->cw),
				       .calendar = casework_calendar(app->cw),
				       .label = option == OPTION_FROM ? "--from" : "--until"};
	struct date_entry entry;

	*out = DAY_NONE;
	if (!typed)
		return true;
	if (!date_entry_parse(&entry, typed, &context, f))
		return fault_set(f, FAULT_USAGE, "%s takes a day: 27.3.2026, or t for today.", context.label);
	*out = entry.day;
	return true;
}

static bool read_kind(const char *typed, int *out, struct fault *f)
{
	struct arena mem = {0};
	enum audit_kind kind;
	const char *meant;

	*out = -1;
	if (!typed)
		return true;
	if (audit_kind_from_token(typed, &kind)) {
		*out = (int)kind;
		return true;
	}
	meant = nearest_word(typed, argument_words(ARGUMENT_AUDIT_KIND, NULL, &mem), WORDS_TO_NULL);
	fault_set(f, FAULT_USAGE, "There is no kind of act \"%.40s\". %s%s%s", typed, meant ? "Did you mean \"" : "",
		  meant ? meant
			: "They are change, look, search, letter, export, session, refusal, glass, backup, upkeep and "
			  "clock.",
		  meant ? "\"?" : "");
	arena_finish(&mem);
	return false;
}

static void add_machine_row(struct listing *listing, const struct audit_line *line)
{
	listing_number(listing, line->seq);
	listing_text(listing, line->stamp);
	listing_text(listing, line->who);
	listing_number(listing, line->uid);
	listing_text(listing, line->roles);
	listing_text(listing, audit_kind_token(line->kind));
	listing_text(listing, line->action);
	listing_text(listing, line->about);
	listing_text(listing, line->family);
	listing_text(listing, line->detail);
	listing_text(listing, line->terminal);
	listing_text(listing, line->address);
	listing_text(listing, line->session);
	listing_text(listing, line->program);
}

static bool write_rows(struct app *app, const struct audit_line_list *lines, struct fault *f)
{
	bool wants_form = app_wants_form(app);
	struct listing listing;

	listing_begin(&listing, wants_form ? machine_columns : table_columns,
		      wants_form ? sizeof machine_columns / sizeof *machine_columns
				 : sizeof table_columns / sizeof *table_columns,
		      &app->mem);
	for (size_t i = 0; i < lines->count; i++) {
		const struct audit_line *line = &lines->items[i];

		if (wants_form) {
			add_machine_row(&listing, line);
			continue;
		}
		listing_text(&listing, line->stamp);
		listing_text(&listing, line->who);
		listing_text(&listing, line->act);
		listing_text(&listing, line->about);
		listing_text(&listing, line->detail);
	}
	return app_write(app, &listing, LISTING_TABLE, f);
}

static void say_gone(const struct audit_line_list *lines, const char *about)
{
	char day[DATE_TEXT_ROOM];

	if (*lines->gone_by)
		app_say("%.40s was let go on %s by %s, whose certificate says what it was. The log keeps who did what "
			"to it and when, and no words.",
			about, date_medium(lines->gone_on, day), lines->gone_by);
}

bool audit_read(struct app *app, struct fault *f)
{
	struct audit_filter filter = {.who = app->arguments.values[OPTION_WHO],
				      .about = app->arguments.values[OPTION_ABOUT]};
	struct audit_line_list lines;
	long long most;
	bool more;

	if (!read_kind(app->arguments.values[OPTION_ACTION], &filter.kind, f) ||
	    !arguments_number(&app->arguments, OPTION_MOST, 1, MOST_ASKED, MOST_ROWS, &most, f) || !app_open(app, f) ||
	    !read_day(app, OPTION_FROM, &filter.from, f) || !read_day(app, OPTION_UNTIL, &filter.to, f) ||
	    !casework_audit_trail(app->cw, &filter, NULL, (size_t)most, &app->mem, &lines, &more, f) ||
	    !write_rows(app, &lines, f))
		return false;
	say_gone(&lines, filter.about);
	if (more)
		app_say("Older rows are left out. --most lists more of them; --until begins further back.");
	return true;
}
