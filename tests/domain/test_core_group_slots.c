/* Days that suit a core group. */
#include "domain/core_group.h"

#include "bank_holidays.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static struct holiday national[BANK_HOLIDAY_COUNT];
static struct working_calendar calendar;
static struct core_group_busy taken[20];
static struct core_group_busy_list busy;
static struct core_group_slot slots[CORE_GROUP_SLOTS_MOST];

/* Met on Thu 9 Apr 2026 at 14:00; the next is due on Thu 21 May. */
static struct core_group_search six_weeks(void)
{
	bank_holidays_into(&calendar, national);
	busy = (struct core_group_busy_list){taken, 0, 20};
	return (struct core_group_search){.calendar = &calendar,
					  .busy = &busy,
					  .from = date_from_iso("2026-04-10"),
					  .limit = date_from_iso("2026-05-21"),
					  .to = date_from_iso("2026-06-04"),
					  .last_before = DAY_NONE,
					  .like_day = date_from_iso("2026-04-09"),
					  .like_starts = 840,
					  .minutes = 60,
					  .day_starts = 540,
					  .day_ends = 1020,
					  .step = 30};
}

static void is_taken(const char *day, int starts, int minutes)
{
	taken[busy.count++] = (struct core_group_busy){7, date_from_iso(day), starts, minutes};
}

static void assert_slot(const struct core_group_slot *slot, const char *day, int starts, int64_t busy_member)
{
	char iso[DATE_TEXT_ROOM];

	if (slot->day != date_from_iso(day) || slot->starts != starts || slot->busy_member != busy_member)
		fail_msg("%s at %d, %d is taken; not %s at %d", date_to_iso(slot->day, iso), slot->starts,
			 (int)slot->busy_member, day, starts);
}

static void as_before_and_at_the_end_of_its_time(void **state)
{
	struct core_group_search s = six_weeks();
	size_t count;

	(void)state;
	count = core_group_best_slots(&s, slots);
	assert_true(count > 25);
	assert_slot(&slots[0], "2026-05-21", 840, 0);
	assert_slot(&slots[1], "2026-05-14", 840, 0);
	assert_true(slots[0].is_like_before);
	assert_int_equal(slots[0].working_days_left, 0);
	for (size_t i = 0; i < count; i++)
		if (!working_day_is(slots[i].day, &calendar, COUNT_LOCAL))
			fail_msg("%zu: nobody works then", i);
	assert_true(slots[count - 1].day > s.limit); /* what is late comes last */
}

static void the_first_is_soon(void **state)
{
	struct core_group_search s = six_weeks();

	(void)state;
	s.is_first = true;
	s.like_day = DAY_NONE;
	core_group_best_slots(&s, slots);
	assert_slot(&slots[0], "2026-04-10", 840, 0);
	assert_slot(&slots[1], "2026-04-13", 840, 0);
}

static void whoever_is_taken_is_gone_round(void **state)
{
	struct core_group_search s = six_weeks();

	(void)state;
	is_taken("2026-05-14", 540, 480);
	is_taken("2026-05-21", 780, 90); /* 13:00 to 14:30 */
	core_group_best_slots(&s, slots);
	assert_slot(&slots[0], "2026-05-07", 840, 0); /* as before: the others are not */
	for (size_t i = 0; i < 30; i++)
		if (slots[i].day == date_from_iso("2026-05-21"))
			assert_slot(&slots[i], "2026-05-21", 870, 0); /* half past two */
		else if (slots[i].day == date_from_iso("2026-05-14"))
			assert_slot(&slots[i], "2026-05-14", 840,
				    7); /* the whole day: said, and behind the free ones */
}

static void a_meeting_without_a_time_takes_no_hour(void **state)
{
	struct core_group_search s = six_weeks();

	(void)state;
	is_taken("2026-05-21", -1, -1);
	core_group_best_slots(&s, slots);
	assert_slot(&slots[0], "2026-05-21", 840, 0);
}

static void not_after_the_last_day_before_the_review(void **state)
{
	struct core_group_search s = six_weeks();

	(void)state;
	s.last_before = date_from_iso("2026-05-13");
	core_group_best_slots(&s, slots);
	assert_slot(&slots[0], "2026-05-07", 840, 0);
	for (size_t i = 0; i < CORE_GROUP_SLOTS_MOST && slots[i].day; i++)
		if (slots[i].day == s.last_before)
			assert_true(slots[i].is_last_before && !slots[i].is_before_late);
		else if (slots[i].day == date_from_iso("2026-05-21"))
			assert_true(slots[i].is_before_late && i > 20);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(as_before_and_at_the_end_of_its_time),
		cmocka_unit_test(the_first_is_soon),
		cmocka_unit_test(whoever_is_taken_is_gone_round),
		cmocka_unit_test(a_meeting_without_a_time_takes_no_hour),
		cmocka_unit_test(not_after_the_last_day_before_the_review),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
