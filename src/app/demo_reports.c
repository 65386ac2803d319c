/* The post of the invented officers: letters go out, some come back, reports come in, and those that do not are asked
 * for. */
#include "demo_desk.h"

#include "casework/letters.h"
#include "casework/reports.h"

#include <string.h>

enum { STEP_REPORTS = 60, STEP_POST = 90, STEP_CHASE };
enum { SOON_WD = 9 /* before the conference: reports begin to come in */ };

/* --- Reports that come in --- */

enum fate { FATE_ON_TIME, FATE_LATE, FATE_VERBAL, FATE_NEVER };

struct arrival {
	enum fate fate;
	day_number on;
	bool is_signed, is_legible, is_shared;
};

/* The social worker's goes to the family first, so it is due before the others'. */
static day_number expected_on(const struct demo_world *world, const struct demo_case *one, const struct report *report)
{
	int before = one->enquiry ? 4 : 5;

	if (report->kind != REPORT_SOCIAL_WORK)
		return report->due_on;
	return working_day_add(one->booked_for, -before, world->calendar, COUNT_LOCAL);
}

/* The same whenever it is asked: the n-th report of a conference. */
static struct arrival arrival_of(const struct demo_world *world, const struct demo_case *one, size_t n,
				 const struct report *report)
{
	static const int weights[] = {870, 85, 20, 25};
	struct demo_random random = demo_random_of(world->seed, DEMO_DESK,
						   ((STEP_REPORTS + (uint64_t)n) << 32) + (uint64_t)one->family.number);
	struct arrival arrival = {.fate = (enum fate)demo_weighted(&random, weights, 4)};
	int days = arrival.fate == FATE_LATE ? demo_between(&random, 1, 3) : -demo_between(&random, 0, 3);

	arrival.on = working_day_add(expected_on(world, one, report), days, world->calendar, COUNT_LOCAL);
	if (arrival.on < report->requested_on)
		arrival.on = report->requested_on;
	arrival.is_signed = demo_chance(&random, 850);
	arrival.is_legible = demo_chance(&random, 960);
	arrival.is_shared = demo_chance(&random, 800);
	return arrival;
}

static bool mark(struct casework *cw, struct report *report, enum report_mark what, int64_t person, day_number on,
		 struct fault *f)
{
	const struct report_marking marking = {
		.report_id = report->id, .version = report->version, .mark = what, .person_id = person, .on = on};
	bool taken_back;

	if (!casework_report_mark(cw, &marking, &taken_back, f))
		return false;
	report->version++;
	return true;
}

static int64_t one_parent(const struct member_list *family)
{
	for (size_t i = 0; i < family->count; i++)
		if (family->items[i].relationship == RELATIONSHIP_MOTHER)
			return family->items[i].person_id;
	return 0;
}

/* Where the family comes one by one it is given to each apart: the mother's comes first. */
static bool share(struct casework *cw, struct report *report, const struct member_list *family, day_number on,
		  struct fault *f)
{
	struct fault why = {0};

	if (mark(cw, report, MARK_SHARED, 0, on, &why))
		return true;
	if (why.code == FAULT_REFUSED && one_parent(family))
		return mark(cw, report, MARK_SHARED, one_parent(family), on, f);
	if (why.code != FAULT_REFUSED && f)
		*f = why;
	return why.code == FAULT_REFUSED;
}

/* What the officer ticks when it lies on the desk. */
static bool take_in(struct casework *cw, struct report_line *line, const struct member_list *family,
		    const struct arrival *arrival, struct fault *f)
{
	struct report *report = &line->report;
	day_number on = arrival->on;

	if (arrival->fate == FATE_VERBAL)
		return mark(cw, report, MARK_VERBAL, 0, on, f);
	if (!mark(cw, report, MARK_RECEIVED, 0, on, f) ||
	    (arrival->is_signed && !mark(cw, report, MARK_SIGNED, 0, on, f)) ||
	    (arrival->is_legible && !mark(cw, report, MARK_LEGIBLE, 0, on, f)))
		return false;
	if (report->kind == REPORT_SOCIAL_WORK &&
	    (!mark(cw, report, MARK_TO_MANAGER, 0, on, f) || !mark(cw, report, MARK_TO_CHAIR, 0, on, f)))
		return false;
	return !line->may_be_shared || (report->kind != REPORT_SOCIAL_WORK && !arrival->is_shared) ||
	       share(cw, report, family, on, f);
}

static bool is_awaited(const struct report *report)
{
	return report->requested_on != DAY_NONE && report->received_on == DAY_NONE && report->involved != ANSWER_NO &&
	       report->due_on != DAY_NONE;
}

bool demo_report_case(struct casework *cw, const struct demo_world *world, const struct demo_case *one, day_number day,
		      struct fault *f)
{
	struct arena mem = {0};
	struct reports_page page;
	bool ok = true;

	if (!one->is_invited || !one->is_booked || one->booked_for <= day ||
	    working_day_add(day, SOON_WD, world->calendar, COUNT_LOCAL) < one->booked_for)
		return true;
	ok = casework_reports(cw, one->conference, &mem, &page, f);
	for (size_t i = 0; ok && i < page.lines.count; i++) {
		struct report_line *line = &page.lines.items[i];
		struct arrival arrival = arrival_of(world, one, i, &line->report);

		if (is_awaited(&line->report) && arrival.fate != FATE_NEVER && arrival.on <= day)
			ok = take_in(cw, line, &page.family, &arrival, f);
	}
	arena_finish(&mem);
	return ok;
}

/* --- Reports that are asked for again --- */

static bool telephone(struct casework *cw, const struct chase_line *line, struct demo_random *random, struct fault *f)
{
	static const struct {
		const char *spoke_to, *note;
	} calls[] = {
		{"the duty desk", "will be sent tomorrow"},
		{"the author", "written, waits for a signature"},
		{"nobody answered", ""},
		{"the team's administrator", "on leave, a colleague will write it"},
	};
	size_t n = (size_t)demo_between(random, 0, 3);

	return casework_chase_by_telephone(cw, line->report.id, calls[n].spoke_to, calls[n].note, line->goes_to_manager,
					   f);
}

bool demo_chase(struct casework *cw, const struct demo_world *world, day_number day, struct fault *f)
{
	struct arena mem = {0};
	struct chase_line_list lines;
	const char *by_letter = "";
	struct fault why = {0};
	size_t written;
	bool ok = casework_chase_list(cw, &mem, &lines, f);

	for (size_t i = 0; ok && i < lines.count; i++) {
		const struct chase_line *line = &lines.items[i];
		struct demo_random random = demo_random_of(
			world->seed, DEMO_DESK,
			((uint64_t)STEP_CHASE << 40) + ((uint64_t)line->report.id << 16) + (uint64_t)(day & 0xffff));

		if (line->working_days >= 0)
			continue;
		if (demo_chance(&random, 350))
			ok = telephone(cw, line, &random, f);
		else if (demo_chance(&random, 450))
			by_letter = arena_printf(&mem, "%s%s%lld", by_letter, *by_letter ? " " : "",
						 (long long)line->report.id);
	}
	if (ok && *by_letter && !casework_chase_by_letter(cw, by_letter, &written, &why) && why.code != FAULT_REFUSED) {
		ok = false;
		if (f)
			*f = why;
	}
	arena_finish(&mem);
	return ok;
}

/* --- Letters that go out --- */

/* Nothing of a demonstration is really sent: it is marked as done, as an officer marks what went by hand. */
static bool send_one(struct casework *cw, const struct letter_item *letter, day_number day, struct demo_random *random,
		     bool comes_back, struct fault *f)
{
	static const char *const troubles[] = {"mailbox full", "no such address", "blocked by their mail filter"};

	return casework_delivery_done(cw, letter->delivery_id, day, "demonstration: not really sent", f) &&
	       (!comes_back ||
		casework_delivery_bounced(cw, letter->delivery_id, day, troubles[demo_between(random, 0, 2)], f));
}

/* Mail to somebody of the directory comes back now and then; of the last day's, the first: whoever opens the
 * demonstration finds it there. */
bool demo_send(struct casework *cw, const struct demo_world *world, day_number day, struct fault *f)
{
	struct arena mem = {0};
	struct letter_item_list letters;
	bool is_last = working_day_add(day, 1, world->calendar, COUNT_LOCAL) >= world->today;
	bool ok = casework_outbox(cw, &mem, &letters, f);

	for (size_t i = 0; ok && i < letters.count; i++) {
		const struct letter_item *letter = &letters.items[i];
		struct demo_random random = demo_random_of(world->seed, DEMO_DESK,
							   ((uint64_t)STEP_POST << 40) + (uint64_t)letter->delivery_id);
		bool is_mail = strcmp(letter->method, invite_method_label(METHOD_EMAIL)) == 0;
		bool is_lasting = is_last && strcmp(letter->template, "invitation-professional") == 0;

		if (letter->state != DELIVERY_WAITING)
			continue;
		ok = send_one(cw, letter, day, &random, is_mail && (is_lasting || demo_chance(&random, 14)), f);
		is_last = is_last && !(is_mail && is_lasting);
	}
	arena_finish(&mem);
	return ok;
}
