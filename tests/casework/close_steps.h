/* What the tests of ending a conference do over and over: everything said that is asked for, and Today as it is read.
 */
#ifndef TESTS_CLOSE_STEPS_H
#define TESTS_CLOSE_STEPS_H

#include "casework/live_close.h"
#include "live_steps.h"

/* An outline plan with one action. */
static inline void write_plan(struct casework_fixture *fixture, const struct live_day *d)
{
	number(fixture,
	       "INSERT INTO plan_version (family_id, conference_id, number, written_on, harm, change, contingency, "
	       "by_user)"
	       " SELECT %lld, %lld, coalesce(max(number), 0) + 1, '" FIXTURE_TODAY
	       "', 'left alone at night', 'somebody is there', 'legal advice', 'chair' FROM plan_version WHERE "
	       "family_id ="
	       " %lld",
	       (long long)d->family, (long long)d->id, (long long)d->family);
	number(fixture,
	       "INSERT INTO plan_action (plan_version_id, position, what, who) SELECT id, 1, 'a lock for the door', "
	       "'Nana'"
	       " FROM plan_version WHERE conference_id = %lld",
	       (long long)d->id);
}

static inline void name_core_group(struct casework_fixture *fixture, const struct live_day *d, const char *day)
{
	number(fixture, "INSERT INTO core_group (family_id, conference_id, lead) VALUES (%lld, %lld, 'Emma Evans')",
	       (long long)d->family, (long long)d->id);
	number(fixture,
	       "INSERT INTO core_group_meeting (core_group_id, day, starts, minutes, place) SELECT id, '%s', 840, 60,"
	       " 'Station Primary School' FROM core_group WHERE conference_id = %lld",
	       day, (long long)d->id);
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

#endif
