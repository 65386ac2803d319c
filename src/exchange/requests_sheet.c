/* The list of requests: conferences that social workers asked for and nobody has booked. */
#include "base/text.h"
#include "sheet.h"

#include <string.h>

enum { FAMILY, CHILDREN, TYPE, STRATEGY, SOCIAL_WORKER, REASON, INTERPRETER, SITTINGS, AVOID, COLUMN_COUNT };

static const struct import_column columns[COLUMN_COUNT] = {
	[FAMILY] = {"Family ref", "family reference|family|family id", true, "A family that is in the case file."},
	[CHILDREN] = {"Children", "child|la child ids|la child id", true, "Their LA child IDs, parted by commas."},
	[TYPE] = {"Type", "conference type|conference", true, "initial, pre-birth, transfer-in or review."},
	[STRATEGY] = {"Strategy discussion",
		      "strategy discussion date|strategy discussion on|date of strategy discussion", true,
		      "The day it was held: it starts the clock."},
	[SOCIAL_WORKER] = {"Social worker", "worker|allocated worker", false, ""},
	[REASON] = {"Reason", "reason for conference|concerns", false, ""},
	[INTERPRETER] = {"Interpreter", "interpreter needed", false, "A language, yes or no."},
	[SITTINGS] = {"Sittings", "separate sittings", false, "Who must not meet, in words."},
	[AVOID] = {"Avoid", "times to avoid", false, "Days and times that are no good: not Tuesdays, afternoons only."},
};

static enum conference_type type(struct sheet_row *row)
{
	const char *typed = cell_needed(row, TYPE, "Type initial, pre-birth, transfer-in or review.");
	enum conference_type found = CONFERENCE_INITIAL;

	if (typed[0] && !conference_type_from_token(typed, &found))
		cell_problem(row, TYPE,
			     "%s is not a type of conference. Type initial, pre-birth, transfer-in or review.",
			     run_quoted(row->run, typed));
	return found;
}

/* LA child ids parted by one blank, whatever stood between them. */
static const char *children(struct sheet_row *row)
{
	const char *typed = cell_lines(row, CHILDREN);
	char *ids = arena_text(&row->run->row, typed);

	for (size_t at; ids[at = strcspn(ids, ",;/&\n")]; ids[at] = ' ')
		;
	ids = text_tidy(&row->run->row, ids, false);
	return ids ? ids : "";
}

/* The verbs of casework name the fields of a request as its form does; a person looks for the column. */
static void name_column(struct fault *why)
{
	static const struct {
		const char *field;
		size_t column;
	} names[] = {{"family", FAMILY},           {"children", CHILDREN},           {"type", TYPE},
		     {"strategy_on", STRATEGY},    {"social_worker", SOCIAL_WORKER}, {"reason", REASON},
		     {"interpreter", INTERPRETER}, {"sittings", SITTINGS},           {"avoid", AVOID}};

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (strcmp(why->field, names[i].field) == 0)
			snprintf(why->field, sizeof why->field, "%s", columns[names[i].column].name);
}

static bool take(struct sheet_row *row, struct fault *f)
{
	struct intake_request request;
	enum intake_result result = INTAKE_REFUSED;
	struct fault why = {0};
	bool done;

	request.family_reference = cell_needed(row, FAMILY, "Type the reference of the family.");
	request.children = children(row);
	request.type = type(row);
	request.strategy_on = cell_date(row, STRATEGY, "Type the day the discussion was held.");
	request.social_worker = cell_text(row, SOCIAL_WORKER);
	request.reason = cell_lines(row, REASON);
	request.interpreter = cell_text(row, INTERPRETER);
	request.sittings = cell_lines(row, SITTINGS);
	request.avoid = cell_lines(row, AVOID);
	if (row->is_refused) {
		run_refused(row->run);
		return true;
	}
	done = row->run->sink->request(row->run->sink->payload, &request, &result, &why);
	name_column(&why);
	return run_counted(row->run, row->line, "", done, result, &why, f);
}

const struct sheet requests_sheet = {columns, COLUMN_COUNT, take};
