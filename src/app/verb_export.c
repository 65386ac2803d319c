/* `quorate export plans`, `export actions` and `export calendar`: the list of children on plans, for the return, the
 * auditor or the partner that must hold it; what is overdue in their plans, by who owes it; the meetings of a chair for
 * a diary. */
#include "app.h"

#include "casework/chair_calendar.h"
#include "casework/family_plan.h"
#include "casework/plan_list.h"
#include "new_file.h"

#include <stdio.h>
#include <string.h>

/* Stable: other programs read them (the contract of the command line). */
static const struct listing_column machine_columns[] = {
	{"plan", "Plan"},         {"la_child_id", "LA child id"},
	{"name", "Name"},         {"born", "Born"},
	{"expected", "Expected"}, {"family", "Family"},
	{"started", "Started"},   {"category_initial", "First category"},
	{"category", "Category"}, {"other_authority", "Other authority's"},
	{"address", "Address"},
};

static const struct listing_column table_columns[] = {
	{"name", "Child"},        {"born", "Born"},     {"started", "Since"},
	{"category", "Category"}, {"family", "Family"}, {"plan", "Plan"},
};

/* A home that is kept from somebody is in no file. */
static void add_machine_row(struct listing *listing, const struct plan_list_line *line)
{
	listing_text(listing, line->plan.reference);
	listing_text(listing, line->la_child_id);
	listing_text(listing, line->name);
	listing_day(listing, line->born_on);
	listing_day(listing, line->expected_on);
	listing_text(listing, line->family);
	listing_day(listing, line->plan.started_on);
	listing_text(listing, category_token(line->plan.category_initial));
	listing_text(listing, category_token(line->category));
	listing_yes_no(listing, line->is_other_authority);
	listing_text(listing, line->is_home_kept ? "" : line->home);
}

static void add_table_row(struct listing *listing, const struct plan_list_line *line)
{
	listing_text(listing, line->name);
	listing_text(listing, line->birth);
	listing_day(listing, line->plan.started_on);
	listing_text(listing, category_label(line->category));
	listing_text(listing, line->family);
	listing_text(listing, line->plan.reference);
}

static bool write_plans(struct app *app, const struct plan_list_line_list *lines, struct fault *f)
{
	bool is_machine = app_wants_form(app);
	struct listing listing;

	if (is_machine)
		listing_begin(&listing, machine_columns, sizeof machine_columns / sizeof *machine_columns, &app->mem);
	else
		listing_begin(&listing, table_columns, sizeof table_columns / sizeof *table_columns, &app->mem);
	for (size_t i = 0; i < lines->count; i++) {
		if (is_machine)
			add_machine_row(&listing, &lines->items[i]);
		else
			add_table_row(&listing, &lines->items[i]);
	}
	if (!lines->count && !is_machine)
		app_say(app->arguments.given[OPTION_AS_AT] ? "Nobody was on a plan that day." : "Nobody is on a plan.");
	return app_write(app, &listing, is_machine ? LISTING_JSON : LISTING_TABLE, f);
}

/* DAY_NONE: today. */
static bool as_at(const struct app *app, day_number *out, struct fault *f)
{
	const char *typed = app->arguments.values[OPTION_AS_AT];

	*out = DAY_NONE;
	if (!typed)
		return true;
	*out = date_from_iso(typed);
	if (*out == DAY_NONE)
		return fault_set(f, FAULT_USAGE, "--as-at asks for a day such as 2026-03-31, not \"%.40s\".", typed);
	return *out <= casework_today(app->cw) ||
	       fault_set(f, FAULT_USAGE, "%s is still to come: the list is of today or of a day before.", typed);
}

static bool export_plans(struct app *app, struct fault *f)
{
	struct plan_list_line_list lines;
	day_number day;

	return app_open(app, f) && as_at(app, &day, f) && casework_export_plans(app->cw, day, &app->mem, &lines, f) &&
	       write_plans(app, &lines, f);
}

/* --- Actions --- */

static const struct listing_column action_columns[] = {
	{"owner", "Who"},
	{"family", "Family"},
	{"action", "Action"},
	{"by", "By"},
	{"working_days_overdue", "Working days overdue"},
	{"state", "State"},
};

static bool write_actions(struct app *app, const struct overdue_lines *lines, struct fault *f)
{
	bool is_machine = app_wants_form(app);
	struct listing listing;

	listing_begin(&listing, action_columns, sizeof action_columns / sizeof *action_columns, &app->mem);
	for (size_t i = 0; i < lines->count; i++) {
		const struct overdue_line *line = &lines->items[i];
		enum plan_action_state state = line->is_partly ? PLAN_ACTION_PARTLY : PLAN_ACTION_OPEN;

		listing_text(&listing, line->who);
		listing_text(&listing, line->reference);
		listing_text(&listing, line->what);
		listing_day(&listing, line->by_on);
		listing_number(&listing, line->working_days);
		listing_text(&listing, is_machine ? plan_action_state_token(state) : plan_action_state_label(state));
	}
	if (!lines->count && !is_machine)
		app_say("No action is overdue.");
	return app_write(app, &listing, is_machine ? LISTING_JSON : LISTING_TABLE, f);
}

static bool export_actions(struct app *app, struct fault *f)
{
	struct overdue_lines lines;

	return app_open(app, f) && casework_export_actions(app->cw, &app->mem, &lines, f) &&
	       write_actions(app, &lines, f);
}

/* --- Calendar --- */

static bool export_calendar(struct app *app, struct fault *f)
{
	const char *chair = app->arguments.values[OPTION_CHAIR], *path = app->arguments.operands[1];
	bool is_file = path && strcmp(path, "-") != 0;
	struct press_bytes file;
	size_t count;

	if ((is_file && !new_file_check(path, "file", f)) || !app_open(app, f) ||
	    !casework_chair_calendar(app->cw, chair ? chair : "", &app->mem, &file, &count, f))
		return false;
	if (!is_file)
		return fwrite(file.bytes, 1, file.count, stdout) == file.count ||
		       fault_set(f, FAULT_STORAGE, "The calendar could not be written out.");
	if (!new_file_write(path, "file", file.bytes, file.count, f))
		return false;
	app_say("Wrote %zu meeting%s.", count, count == 1 ? "" : "s");
	return true;
}

static const struct {
	const char *what;
	bool (*run)(struct app *app, struct fault *f);
	bool takes_file;
} exports[] = {
	{"plans", export_plans, false},
	{"actions", export_actions, false},
	{"calendar", export_calendar, true},
};

bool run_export(struct app *app, struct fault *f)
{
	const char *what = app->arguments.operands[0], *file = app->arguments.operands[1];

	for (size_t i = 0; i < sizeof exports / sizeof *exports; i++) {
		if (strcmp(exports[i].what, what) != 0)
			continue;
		if (file && !exports[i].takes_file)
			return fault_set(f, FAULT_USAGE,
					 "\"export %s\" writes to standard output: leave out \"%.40s\".", what, file);
		return exports[i].run(app, f);
	}
	return fault_set(
		f, FAULT_USAGE,
		"\"export %.40s\" is not in this version. \"quorate export plans\" writes the list of children "
		"on plans, \"quorate export actions\" what is overdue in them, \"quorate export calendar\" the "
		"meetings of a chair.",
		what);
}
