/* What a member must still be told of a core group. */
#include "domain/core_group.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void each_is_told_what_changed(void **state)
{
	static const struct {
		enum core_group_meeting_state is;
		const char *day, *told_day; /* told_day NULL: nothing yet */
		int starts, told_starts;
		const char *place, *told_place;
		enum core_group_telling told;
		bool is_apart;
		enum core_group_telling want;
		const char *why;
	} rows[] = {
#define BOOKED  CORE_GROUP_MEETING_BOOKED
#define NEVER   "2026-04-09", NULL, 600, 600, "School", ""
#define SAME    "2026-04-09", "2026-04-09", 600, 600, "School", "School"
#define TELL(x) CORE_GROUP_TELLING_##x
		{BOOKED, NEVER, TELL(ASKED), false, TELL(ASKED), "nobody asked yet"},
		{BOOKED, SAME, TELL(ASKED), false, TELL(COUNT), "asked to it as it is"},
		{BOOKED, "2026-04-10", "2026-04-09", 600, 600, "School", "School", TELL(ASKED), false, TELL(MOVED),
		 "day"},
		{BOOKED, "2026-04-09", "2026-04-09", 630, 600, "School", "School", TELL(MOVED), false, TELL(MOVED),
		 "time"},
		{BOOKED, "2026-04-09", "2026-04-09", 600, 600, "Hall", "School", TELL(ASKED), false, TELL(MOVED),
		 "place"},
		{BOOKED, "2026-04-09", "2026-04-09", 600, 600, "Hall", "", TELL(ASKED), true, TELL(COUNT),
		 "the place is kept from them"},
		{BOOKED, SAME, TELL(CANCELLED), false, TELL(ASKED), "told that it is off, and on again"},
		{CORE_GROUP_MEETING_CANCELLED, SAME, TELL(ASKED), false, TELL(CANCELLED), "cancelled"},
		{CORE_GROUP_MEETING_CANCELLED, SAME, TELL(CANCELLED), false, TELL(COUNT), "told already"},
		{CORE_GROUP_MEETING_CANCELLED, NEVER, TELL(ASKED), false, TELL(COUNT), "never asked"},
		{CORE_GROUP_MEETING_HELD, NEVER, TELL(ASKED), false, TELL(COUNT), "it met"},
		{BOOKED, "2026-03-31", NULL, 600, 600, "School", "", TELL(ASKED), false, TELL(COUNT),
		 "its day is over"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct core_group_meeting meeting = core_group_meeting_blank();
		const struct core_group_asked last = {.what = rows[i].told,
						      .day = rows[i].told_day ? date_from_iso(rows[i].told_day) : 0,
						      .starts = rows[i].told_starts,
						      .place = rows[i].told_place,
						      .is_apart = rows[i].is_apart};

		meeting.state = rows[i].is;
		meeting.day = date_from_iso(rows[i].day);
		meeting.starts = rows[i].starts;
		meeting.place = rows[i].place;
		if (core_group_to_tell(&meeting, rows[i].told_day ? &last : NULL, date_from_iso("2026-04-01")) !=
		    rows[i].want)
			fail_msg("%s", rows[i].why);
	}
}

static void every_word_leads_back(void **state)
{
	enum core_group_telling telling;
	enum core_group_way way;
	enum core_group_answer answer;

	(void)state;
	for (int i = 0; i < CORE_GROUP_TELLING_COUNT; i++)
		assert_true(
			core_group_telling_from_token(core_group_telling_token((enum core_group_telling)i), &telling) &&
			(int)telling == i && *core_group_telling_label(telling));
	for (int i = 0; i < CORE_GROUP_WAY_COUNT; i++)
		assert_true(core_group_way_from_token(core_group_way_token((enum core_group_way)i), &way) &&
			    (int)way == i && *core_group_way_label(way));
	for (int i = 1; i < CORE_GROUP_ANSWER_COUNT; i++)
		assert_true(core_group_answer_from_token(core_group_answer_token((enum core_group_answer)i), &answer) &&
			    (int)answer == i && *core_group_answer_label(answer));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_is_told_what_changed),
		cmocka_unit_test(every_word_leads_back),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
