/* What the tests of ending a conference do over and over: everything said that is asked for, and Today as it is read.
 */
#ifndef TESTS_CLOSE_STEPS_H
#define TESTS_CLOSE_STEPS_H

#include "casework/live_close.h"
#include "casework/live_plan.h"
#include "live_steps.h"

/* An outline plan with one action. */
static inline void write_plan(struct casework_fixture *fixture, const struct live_day *d)
{
	struct plan_version plan = plan_version_blank();
	struct plan_action action = plan_action_blank();

	plan.conference_id = d->id;
	plan.harm = "left alone at night";
	plan.change = "somebody is there";
	plan.contingency = "legal advice";
	MUST(casework_live_plan(fixture->cw, &plan, f));
	action.what = "a lock for the door";
	action.who = "Nana";
	MUST(casework_live_action(fixture->cw, d->id, &action, f));
}

/* Those who are proposed, and their first meeting. */
static inline void name_core_group(struct casework_fixture *fixture, const struct live_day *d, const char *day,
				   const char *late_reason)
{
	struct core_group_member_list members;
	struct core_group_meeting meeting = core_group_meeting_blank();
	const char *left_out;

	MUST(casework_live_core_group_propose(fixture->cw, d->id, &fixture->mem, &members, &left_out, f));
	MUST(casework_live_core_group(fixture->cw, d->id, 0, members.items, members.count, "Emma Evans", f));
	meeting.day = date_from_iso(day);
	meeting.starts = 840;
	meeting.minutes = 60;
	meeting.place = "Station Primary School";
	MUST(casework_live_core_group_meeting(fixture->cw, d->id, &meeting, late_reason, f));
}

/* The next review, with its slot; for these children, chaired by the account "chair". */
static inline int64_t book_next_review(struct casework_fixture *fixture, const struct live_day *d,
				       const char *reference, const char *day, const int64_t *children, size_t count)
{
	int64_t id;

	number(fixture,
	       "INSERT INTO conference (reference, family_id, earlier_id, type, state, source, policy, requested_on, "
	       "held_on,"
	       " starts, minutes, chair_id) SELECT '%s', %lld, %lld, 'review', 'scheduled', 'request', 'p', "
	       "'" FIXTURE_TODAY "', '%s', 570, 90, id FROM resource WHERE login = 'chair'",
	       reference, (long long)d->family, (long long)d->id, day);
	id = number(fixture, "SELECT id FROM conference WHERE reference = '%s'", reference);
	for (size_t i = 0; i < count; i++)
		number(fixture, "INSERT INTO conference_child VALUES (%lld, %lld)", (long long)id,
		       (long long)children[i]);
	number(fixture, "UPDATE live_state SET review_id = %lld WHERE conference_id = %lld", (long long)id,
	       (long long)d->id);
	return id;
}

/* The same person on another day. */
static inline void as_on(struct casework_fixture *fixture, const char *user, const char *today)
{
	const struct casework_opening how = {
		.path = fixture->path, .config_folder = fixture->config, .today = date_from_iso(today), .user = user};

	casework_close(fixture->cw);
	fixture->cw = NULL;
	MUST(casework_open(&fixture->cw, &how, f));
}

static inline void decides(struct casework_fixture *fixture, struct child_decision decision)
{
	MUST(casework_live_decide(fixture->cw, &decision, "said", f));
}

static inline struct live_check_list checked(struct casework_fixture *fixture, int64_t conference, const char **follows)
{
	struct live_check_list list;

	MUST(casework_live_check(fixture->cw, conference, &fixture->mem, &list, follows, f));
	return list;
}

/* All that is open, a line each: "core_group.first P-0001 due 2026-04-17 limit 2026-04-17: 2, booked Thu 9 Apr 14:00",
 * where 2 is how many children it is about. */
static inline const char *today_words(struct casework_fixture *fixture)
{
	const struct due_filter all = {.within_wd = -1, .lane = -1, .chair = ""};
	struct due_list due;
	const char *lines = "";

	MUST(casework_due(fixture->cw, &all, &fixture->mem, &due, f));
	for (size_t i = 0; i < due.count; i++) {
		const struct due_item *one = &due.items[i];
		char day[DATE_TEXT_ROOM], limit[DATE_TEXT_ROOM];

		lines = arena_printf(
			&fixture->mem, "%s%s %s due %s%s%s: %zu, %s\n", lines, rule_token(one->rule), one->reference,
			date_to_iso(one->due, day), one->limit == DAY_NONE ? "" : " limit ",
			one->limit == DAY_NONE ? "" : date_to_iso(one->limit, limit), one->child_count, one->missing);
	}
	return lines;
}

/* One review and one core group to come, for each plan that is open, and none for any other. */
static inline void assert_one_of_each(const struct casework_fixture *fixture)
{
	static const char *const lanes[] = {"'review.first', 'review.next'", "'core_group.first', 'core_group.next'"};

	for (size_t i = 0; i < sizeof lanes / sizeof *lanes; i++)
		assert_int_equal(
			number(fixture,
			       "SELECT count(*) FROM plan WHERE (ended_on IS NULL) <> (SELECT count(*) FROM"
			       " deadline WHERE subject_kind = 'plan' AND subject_id = plan.id AND state = 'open'"
			       " AND rule IN (%s))",
			       lanes[i]),
			0);
}

static inline struct child_decision at_review(int64_t conference, int64_t child, enum outcome outcome,
					      enum category category)
{
	struct child_decision one = child_decision_blank();

	one.conference_id = conference;
	one.person_id = child;
	one.participation = PARTICIPATION_PN5;
	one.child_views = "likes the new school";
	one.outcome = outcome;
	one.category = category;
	one.categories = category == CATEGORY_COUNT ? 0 : CATEGORY_BIT(category);
	one.reasons = "as the core group saw it";
	one.end_reason = outcome == OUTCOME_PLAN_ENDS ? PLAN_END_NO_RISK : PLAN_END_NONE;
	one.step_down = outcome == OUTCOME_PLAN_ENDS ? "a child in need plan" : "";
	return one;
}

/* The review C-0900 of the day begins: d is about it from here on, with three professionals on its list. */
static inline void begin_review(struct casework_fixture *fixture, struct live_day *d, const char *day)
{
	d->id = number(fixture, "SELECT id FROM conference WHERE reference = 'C-0900'");
	casework_fixture_reopen(fixture, day);
	d->worker = put_on(fixture, d->id,
			   of_contact(number(fixture, "SELECT id FROM contact WHERE name = 'Emma Evans'")));
	d->school = put_on(fixture, d->id,
			   of_contact(number(fixture, "SELECT id FROM contact WHERE name = 'K. Evans'")));
	d->nurse = put_on(fixture, d->id,
			  of_contact(number(fixture, "SELECT id FROM contact WHERE name = 'P. Achebe'")));
	as_on(fixture, "chair", day);
	MUST(casework_live_start(fixture->cw, d->id, "", f));
}

#endif
