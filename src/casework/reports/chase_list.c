/* Who is to be chased today: one list over all conferences, in a handful of statements. */
#include "base/text.h"
#include "booking_facts.h"
#include "chase.h"
#include "report_reach.h"
#include "report_words.h"
#include "store/directory_store.h"
#include "store/report_store.h"

#include <stdlib.h>
#include <string.h>

#define DUE_WITHIN_WD 1

/* What is read for the whole list. */
struct chase_known {
	struct awaiting_list conferences; /* by id */
	struct chase_day_list chases;
	struct contact_list contacts;
};

/* A word of the role, not a part of one: "lead", never "leaders". */
static bool role_says(const char *role, const char *word, struct arena *mem)
{
	const char *folded = arena_printf(mem, " %s ", text_fold(mem, role));

	return strstr(folded, arena_printf(mem, " %s ", word)) != NULL;
}

static bool is_same(const char *a, const char *b, struct arena *mem)
{
	return strcmp(text_fold(mem, a), text_fold(mem, b)) == 0;
}

const struct contact *chase_manager(const struct contact_list *contacts, const struct report *report, struct arena *mem)
{
	static const char *const titles[] = {"team manager", "manager", "lead", "headteacher", "head teacher"};
	enum { TITLES = sizeof titles / sizeof *titles };
	const struct contact *found = NULL;
	size_t best = TITLES;

	for (size_t i = 0; *report->shown_agency && i < contacts->count; i++) {
		const struct contact *one = &contacts->items[i];

		if (strcmp(one->agency, report->shown_agency) != 0 || is_same(one->name, report->shown_name, mem))
			continue;
		for (size_t title = 0; title < best; title++)
			if (role_says(one->role, titles[title], mem)) {
				best = title;
				found = one;
			}
	}
	return found;
}

bool chase_goes_to_manager(struct casework *cw, const struct report *report)
{
	return report->chased >= casework_policy(cw)->chasers_before_manager;
}

const char *chase_late_words(struct casework *cw, const struct report *report, int *left, struct arena *mem)
{
	day_number today = casework_today(cw);
	int gone;
	char day[DATE_TEXT_ROOM];

	*left = 0;
	if (report->due_on == DAY_NONE)
		return "";
	if (report->due_on == today)
		return "due today";
	if (report->due_on > today) {
		*left = working_day_between(today, report->due_on, casework_calendar(cw), COUNT_LOCAL);
		return arena_printf(mem, "due %s", date_short(report->due_on, day));
	}
	gone = working_day_between(report->due_on, today, casework_calendar(cw), COUNT_LOCAL);
	gone = gone > 0 ? gone : 1;
	*left = -gone;
	return arena_printf(mem, "%d working day%s late", gone, gone == 1 ? "" : "s");
}

static int compare_awaiting(const void *left, const void *right)
{
	int64_t a = ((const struct awaiting *)left)->conference_id, b = ((const struct awaiting *)right)->conference_id;

	return (a > b) - (a < b);
}

static const struct awaiting *conference_of(const struct chase_known *known, const struct report *report)
{
	const struct awaiting wanted = {.conference_id = report->conference_id};

	return known->conferences.count == 0 ? NULL
					     : bsearch(&wanted, known->conferences.items, known->conferences.count,
						       sizeof wanted, compare_awaiting);
}

static const char *manager_words(const struct contact *manager, struct arena *mem)
{
	if (!manager)
		return "";
	return *manager->phone ? arena_printf(mem, "%s, %s", manager->name, manager->phone) : manager->name;
}

static void fill(struct casework *cw, struct chase_line *line, const struct report *report,
		 const struct chase_known *known, struct arena *mem)
{
	const struct awaiting *c = conference_of(known, report);
	const char *chased = chase_days_words(&known->chases, report->id, mem);
	char day[DATE_TEXT_ROOM] = "", clock[8] = "";

	if (c) {
		date_short(c->held_on, day);
		date_clock(c->starts, clock);
	}
	*line = (struct chase_line){
		.report = *report,
		.who = report_who(report, mem),
		.phone = report->shown_phone,
		.email = report->shown_email,
		.family_words = c ? family_words(c->family_name, c->family_reference, (size_t)c->child_count, mem) : "",
		.reference = c ? c->reference : "",
		.when = arena_joined(mem, day, " ", clock),
		.earlier = *chased ? arena_printf(mem, "chased %s", chased) : "",
		.goes_to_manager = chase_goes_to_manager(cw, report),
		.manager = manager_words(chase_manager(&known->contacts, report, mem), mem),
		.conference_id = report->conference_id};
	line->late = chase_late_words(cw, report, &line->working_days, mem);
}

static bool read_list(struct casework *cw, struct arena *mem, struct chase_line_list *out, struct fault *f)
{
	day_number today = casework_today(cw);
	day_number by = working_day_add(today, DUE_WITHIN_WD, casework_calendar(cw), COUNT_LOCAL);
	struct report_list reports;
	struct chase_known known;

	if (!reports_to_chase(cw->store, today, by, cw->user_id, mem, &reports, f) ||
	    !conferences_awaiting(cw->store, by, cw->user_id, mem, &known.conferences, f) ||
	    !chase_days_awaited(cw->store, by, mem, &known.chases, f) ||
	    !contacts_all(cw->store, "", mem, &known.contacts, f))
		return false;
	for (size_t i = 0; i < reports.count; i++) {
		struct chase_line *line = ARENA_PUSH(mem, out);

		if (line)
			fill(cw, line, &reports.items[i], &known, mem);
	}
	return !arena_exhausted(mem) ||
	       fault_set(f, FAULT_MEMORY, "There is not enough memory to list who is to be chased.");
}

bool casework_chase_list(struct casework *cw, struct arena *mem, struct chase_line_list *out, struct fault *f)
{
	*out = (struct chase_line_list){0};
	if (!look_begin(cw, ACTION_SEE_CASES, f))
		return false;
	if (!read_list(cw, mem, out, f))
		return look_undo(cw);
	return look_end(cw, f, "chase.look", SUBJECT_NONE, 0, 0, "%zu reports to chase", out->count);
}
