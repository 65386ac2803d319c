/* Who is there for a quorum at a minute of the conference, and rows that say nothing yet. */
#include "domain/live.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void tokens_lead_back(void **state)
{
	(void)state;
#define LEADS_BACK(type, count)                                                                                        \
	for (int i = 0; i < (count); i++) {                                                                            \
		enum type by_token, by_label;                                                                          \
                                                                                                                       \
		assert_true(type##_from_token(type##_token((enum type)i), &by_token));                                 \
		assert_true(type##_from_token(type##_label((enum type)i), &by_label));                                 \
		assert_int_equal(by_token, i);                                                                         \
		assert_int_equal(by_label, i);                                                                         \
	}
	LEADS_BACK(plan_action_state, PLAN_ACTION_STATE_COUNT)
	LEADS_BACK(core_group_meeting_state, CORE_GROUP_MEETING_STATE_COUNT)
	LEADS_BACK(record_state, RECORD_STATE_COUNT)
	LEADS_BACK(feedback_kind, FEEDBACK_KIND_COUNT)
#undef LEADS_BACK
}

static void who_came_late_or_left_early_is_there_between(void **state)
{
	static const struct {
		enum attendance_state how;
		int came, left, minute;
		bool is_there;
		const char *why;
	} rows[] = {
		{ATTENDANCE_ROOM, -1, -1, 600, true, "all of it"},
		{ATTENDANCE_ROOM, 600, -1, 599, false, "not yet"},
		{ATTENDANCE_ROOM, 600, -1, 600, true, "just in"},
		{ATTENDANCE_VIDEO, -1, 640, 639, true, "still"},
		{ATTENDANCE_VIDEO, -1, 640, 640, false, "just gone"},
		{ATTENDANCE_TELEPHONE, 600, 640, -1, true, "at any time"},
		{ATTENDANCE_DEPUTY, -1, -1, 600, true, "a deputy is the agency"},
		{ATTENDANCE_EXCLUDED, -1, -1, 600, false, "excluded"},
		{ATTENDANCE_ABSENT, 600, -1, 610, false, "absent, whatever else is said"},
		{ATTENDANCE_APOLOGIES, -1, -1, -1, false, "apologies are no presence"},
		{ATTENDANCE_NONE, -1, -1, -1, false, "nothing recorded"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct attendance one = attendance_blank();

		one.state = rows[i].how;
		one.came_at = rows[i].came;
		one.left_at = rows[i].left;
		if (attendance_at(&one, rows[i].minute) != rows[i].is_there)
			fail_msg("%s", rows[i].why);
	}
}

static struct invitee invitee_of(int64_t id, enum capacity capacity, const char *agency, const char *group)
{
	struct invitee invitee = invitee_blank();

	invitee.id = id;
	invitee.capacity = capacity;
	invitee.shown_agency = agency;
	invitee.quorum_group = group;
	invitee.direct_contact = ANSWER_YES;
	return invitee;
}

/* Each way of being there in turn for the police officer who makes the quorum. */
static void only_who_is_there_counts(void **state)
{
	struct policy policy = {.quorum_social_care = 1, .quorum_others = 2};
	struct arena mem = {0};

	(void)state;
	for (int how = 0; how < ATTENDANCE_COUNT; how++) {
		struct invitee people[] = {invitee_of(1, CAPACITY_PROFESSIONAL, "Children's Social Care", ""),
					   invitee_of(2, CAPACITY_PROFESSIONAL, "Ashfield School", "education"),
					   invitee_of(3, CAPACITY_PROFESSIONAL, "Police", "police"),
					   invitee_of(4, CAPACITY_INTERPRETER, "Lingua", ""),
					   invitee_of(5, CAPACITY_FAMILY, "", "")};
		struct attendance there[5];
		struct quorum_presence_list list;
		struct quorum quorum;

		for (int64_t i = 0; i < 5; i++) {
			there[i] = attendance_blank();
			there[i].invitee_id = i + 1;
			there[i].state = i == 2 ? (enum attendance_state)how : ATTENDANCE_ROOM;
		}
		quorum_presences(&(struct invitee_list){people, 5, 5}, &(struct attendance_list){there, 5, 5}, 600,
				 &mem, &list);
		assert_true(list.items[0].is_social_care);
		assert_int_equal(list.count, attendance_is_present((enum attendance_state)how) ? 3 : 2);
		quorum_evaluate(&policy, list.items, list.count, 0, &mem, &quorum);
		if (quorum.is_quorate != attendance_is_present((enum attendance_state)how))
			fail_msg("%s: %s", attendance_state_label((enum attendance_state)how), quorum.words);
	}
	arena_finish(&mem);
}

static void who_is_off_the_list_or_not_marked_does_not_count(void **state)
{
	struct invitee people[] = {invitee_of(1, CAPACITY_PROFESSIONAL, "Police", "police"),
				   invitee_of(2, CAPACITY_PROFESSIONAL, "Housing", "")};
	struct attendance there = attendance_blank();
	struct quorum_presence_list list;
	struct arena mem = {0};

	(void)state;
	there.invitee_id = 1;
	there.state = ATTENDANCE_ROOM;
	people[0].is_withdrawn = true;
	quorum_presences(&(struct invitee_list){people, 2, 2}, &(struct attendance_list){&there, 1, 1}, -1, &mem,
			 &list);
	assert_int_equal(list.count, 0);
	arena_finish(&mem);
}

static void blank_rows_say_that_nothing_happened(void **state)
{
	(void)state;
	assert_int_equal(attendance_blank().came_at, -1);
	assert_int_equal(view_blank().category, CATEGORY_COUNT);
	assert_int_equal(view_blank().scale, -1);
	assert_int_equal(recommendation_blank().by_on, DAY_NONE);
	assert_int_equal(plan_version_blank().issued_on, DAY_NONE);
	assert_int_equal(plan_action_blank().by_on, DAY_NONE);
	assert_int_equal(core_group_member_blank().until, DAY_NONE);
	assert_int_equal(core_group_meeting_blank().starts, -1);
	assert_int_equal(live_state_blank().started_at, 0);
	assert_int_equal(conference_record_blank().approved_on, DAY_NONE);
	assert_int_equal(record_correction_blank().accepted, OPINION_NONE);
	assert_int_equal(feedback_blank().returned_on, DAY_NONE);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(tokens_lead_back),
		cmocka_unit_test(who_came_late_or_left_early_is_there_between),
		cmocka_unit_test(only_who_is_there_counts),
		cmocka_unit_test(who_is_off_the_list_or_not_marked_does_not_count),
		cmocka_unit_test(blank_rows_say_that_nothing_happened),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
