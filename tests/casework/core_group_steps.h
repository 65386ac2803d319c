/* What the tests of core groups do over and over: a conference closed on 1 Apr 2026 that made plans for two children,
 * named a group and its first meeting on 9 Apr, and booked the review for 24 Jun. */
#ifndef TESTS_CORE_GROUP_STEPS_H
#define TESTS_CORE_GROUP_STEPS_H

#include "casework/core_groups.h"
#include "close_steps.h"

static inline int64_t audited(struct casework_fixture *fixture, const char *action)
{
	return casework_fixture_audited(fixture, action);
}

/* The family; the founder is at work on `today`. */
static inline int64_t a_family_on_plan(struct casework_fixture *fixture, const char *today)
{
	struct live_day d = a_started_day(fixture);
	const int64_t all[] = {d.ada, d.chidi};
	struct child_decision skye = a_plan_for(&d, d.skye, CATEGORY_NEGLECT);

	make_quorate(fixture, &d);
	as_chair(fixture);
	write_plan(fixture, &d);
	name_core_group(fixture, &d, "2026-04-09", "");
	book_next_review(fixture, &d, "C-0900", "2026-06-24", all, 2);
	decides(fixture, a_plan_for(&d, d.ada, CATEGORY_NEGLECT));
	decides(fixture, a_plan_for(&d, d.chidi, CATEGORY_NEGLECT));
	skye.outcome = OUTCOME_CHILD_IN_NEED;
	decides(fixture, skye);
	MUST(casework_live_close(fixture->cw, d.id, "the statements were read by the minute-taker", f));
	casework_fixture_reopen(fixture, today);
	return d.family;
}

static inline struct core_group_page group_page(struct casework_fixture *fixture, int64_t family)
{
	struct core_group_page page;

	MUST(casework_core_group(fixture->cw, family, &fixture->mem, &page, f));
	return page;
}

static inline struct core_group_meeting meeting_on(const char *day)
{
	struct core_group_meeting one = core_group_meeting_blank();

	one.day = date_from_iso(day);
	return one;
}

/* The next that is booked. */
static inline struct core_group_meeting booked_meeting(struct casework_fixture *fixture, int64_t family)
{
	struct core_group_page page = group_page(fixture, family);

	for (size_t i = 0; i < page.meetings.count; i++)
		if (page.meetings.items[i].state == CORE_GROUP_MEETING_BOOKED)
			return page.meetings.items[i];
	fail_msg("nothing is booked");
	return core_group_meeting_blank();
}

/* "core_group.next due 2026-05-21 from 2026-04-09": what is owed, one line for each rule and date. */
static inline const char *owed_words(struct casework_fixture *fixture)
{
	return casework_fixture_text(
		fixture,
		"SELECT group_concat(line, '; ') FROM (SELECT DISTINCT rule || ' due ' || due_on || ' from ' ||"
		" trigger_on AS line FROM deadline WHERE state = 'open' AND rule IN ('core_group.first',"
		" 'core_group.next') ORDER BY line)");
}

/* "2026-04-09 held, 2026-05-21 booked" */
static inline const char *meetings_words(struct casework_fixture *fixture)
{
	return casework_fixture_text(fixture, "SELECT group_concat(line, ', ') FROM (SELECT day || ' ' || state AS line"
					      " FROM core_group_meeting ORDER BY day, id)");
}

#endif
