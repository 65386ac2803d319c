/* `quorate import`: an authority's own files taken in, with every row that could not be. */
#include "app.h"

#include "base/nearest.h"
#include "base/text.h"
#include "exchange/import.h"

#include <unistd.h>

static const struct listing_column problem_columns[] = {
	{"line", "Line"}, {"subject", "Subject"}, {"field", "Field"}, {"message", "Message"}};

static const struct listing_column summary_columns[] = {
	{"file", "File"},       {"of", "Of"},
	{"read", "Read"},       {"added", "Added"},
	{"changed", "Changed"}, {"unchanged", "Unchanged"},
	{"refused", "Refused"}, {"problems", "Problems"},
	{"kept", "Kept"},
};

/* --- As JSON and CSV --- */

static void problem_listing(struct app *app, const struct import_problem_list *problems, struct listing *out)
{
	listing_begin(out, problem_columns, sizeof problem_columns / sizeof *problem_columns, &app->mem);
	for (size_t i = 0; i < problems->count; i++) {
		const struct import_problem *problem = &problems->items[i];

		if (problem->line)
			listing_number(out, (int64_t)problem->line);
		else
			listing_nothing(out);
		listing_text(out, problem->subject);
		listing_text(out, problem->field);
		listing_text(out, problem->message);
	}
}

static void summary_listing(struct app *app, const struct import_report *report, struct listing *out)
{
	const size_t numbers[] = {report->read,      report->added,   report->changed,
				  report->unchanged, report->refused, report->problem_count};

	listing_begin(out, summary_columns, sizeof summary_columns / sizeof *summary_columns, &app->mem);
	listing_text(out, report->file);
	listing_text(out, report->of);
	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
		listing_number(out, (int64_t)numbers[i]);
	listing_yes_no(out, report->kept);
}

static bool write_json(struct app *app, const struct import_report *report, struct fault *f)
{
	const struct listing_style alone = {.form = LISTING_JSON, .alone = true}, all = {.form = LISTING_JSON};
	struct listing summary, problems, notes;

	summary_listing(app, report, &summary);
	problem_listing(app, &report->problems, &problems);
	problem_listing(app, &report->notes, &notes);
	printf("{\"summary\": ");
	if (!listing_write(&summary, stdout, &alone, f))
		return false;
	printf(",\n\"problems\": ");
	if (!listing_write(&problems, stdout, &all, f))
		return false;
	printf(",\n\"notes\": ");
	if (!listing_write(&notes, stdout, &all, f))
		return false;
	puts("}");
	return true;
}

/* --- As sentences --- */

static void say_problems(struct app *app, const struct import_report *report,
			 const struct import_problem_list *problems)
{
	for (size_t i = 0; i < problems->count; i++)
		puts(text_safe(&app->mem, import_problem_text(report, &problems->items[i], &app->mem), false));
}

static void say_counts(struct app *app, const struct import_report *report)
{
	if (report->problem_count > report->problems.count)
		printf("%zu more problems are not listed.\n", report->problem_count - report->problems.count);
	if (*report->of)
		printf("%s.\n", text_safe(&app->mem, report->of, false));
	printf("%zu added, %zu changed, %zu unchanged, %zu refused.\n", report->added, report->changed,
	       report->unchanged, report->refused);
	if (app->arguments.given[OPTION_DRY_RUN])
		printf("Nothing was written: this was a dry run.\n");
}

static bool write_report(struct app *app, const struct import_report *report, struct fault *f)
{
	struct listing problems;

	if (app->arguments.given[OPTION_JSON])
		return write_json(app, report, f);
	if (app->arguments.given[OPTION_CSV]) {
		problem_listing(app, &report->problems, &problems);
		return app_write(app, &problems, LISTING_CSV, f);
	}
	say_problems(app, report, &report->notes);
	say_problems(app, report, &report->problems);
	say_counts(app, report);
	return true;
}

/* --- The run --- */

/* Only for a person who watches: the line is overwritten in place and empty at the end. */
static void say_progress(void *payload, int percent, size_t rows)
{
	(void)payload;
	if (percent >= 0)
		fprintf(stderr, "\r%3d %%, %zu rows ", percent, rows);
	else
		fprintf(stderr, "\r%zu rows ", rows);
}

static bool read_kind(const struct app *app, enum import_kind *out, struct fault *f)
{
	const char *typed = app->arguments.operands[0];
	const char *const tokens[] = {import_kind_token(IMPORT_CENSUS), import_kind_token(IMPORT_PEOPLE),
				      import_kind_token(IMPORT_CONTACTS), import_kind_token(IMPORT_REQUESTS), NULL};
	const char *meant;

	if (import_kind_from_token(typed, out))
		return true;
	meant = nearest_word(typed, tokens, WORDS_TO_NULL);
	return fault_set(f, FAULT_USAGE, "\"%.40s\" cannot be imported. %s%s%s", typed, meant ? "Did you mean \"" : "",
			 meant ? meant : "What can be: census, people, contacts, requests.", meant ? "\"?" : "");
}

static bool import_into(struct app *app, enum import_kind kind, struct import_report *report, struct fault *f)
{
	const struct import_watch watch = {.moved = say_progress};
	bool is_watched = isatty(STDERR_FILENO) && !app_wants_form(app);
	bool ok = import_file(app->cw, kind, app->arguments.operands[1], app->arguments.given[OPTION_DRY_RUN],
			      is_watched ? &watch : NULL, &app->mem, report, f);

	if (is_watched)
		fprintf(stderr, "\r%30s\r", "");
	return ok;
}

bool run_import(struct app *app, struct fault *f)
{
	struct import_report report = {.file = "", .of = ""};
	enum import_kind kind;
	struct fault unwritten = {0};
	bool ok;

	if (!read_kind(app, &kind, f) || !app_open(app, f))
		return false;
	ok = import_into(app, kind, &report, f);
	/* A file refused as a whole still says how far it came and what was wrong on the way. */
	if (!ok && report.problems.count == 0)
		return false;
	if (!write_report(app, &report, ok ? f : &unwritten) || !ok)
		return false;
	if (report.refused > 0 && report.refused == report.read)
		return fault_set(f, FAULT_REFUSED, "No row could be taken. The list says what to change in each.");
	return true;
}
