/* What families ask to avoid, as they say it. */
#include "avoidance.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <stdio.h>
#include <string.h>

enum { MON = 1, TUE = 2, WED = 4, THU = 8, FRI = 16 };

static const struct {
	const char *why, *text;
	unsigned out;
	int not_before, not_after; /* in hours and minutes: 1030 */
	const char *not_understood;
} rows[] = {
	{"nothing asked", "", 0, 0, 2400, ""},
	{"as the requests spell it", "not Tuesdays", TUE, 0, 2400, ""},
	{"as the requests spell it", "afternoons only", 0, 1200, 2400, ""},
	{"the other half", "mornings only", 0, 0, 1300, ""},
	{"only may come first", "only afternoons", 0, 1200, 2400, ""},
	{"a half refused is the other half asked", "not mornings", 0, 1200, 2400, ""},
	{"two days", "not Mondays or Fridays", MON | FRI, 0, 2400, ""},
	{"short names", "no thurs", THU, 0, 2400, ""},
	{"days as a choice", "Wednesdays and Thursdays only", MON | TUE | FRI, 0, 2400, ""},
	{"a plain hour", "not before 10", 0, 1000, 2400, ""},
	{"minutes with a point", "not before 9.30", 0, 930, 2400, ""},
	{"three is in the afternoon", "not after 3", 0, 0, 1500, ""},
	{"pm apart", "not after 3 pm", 0, 0, 1500, ""},
	{"ten in the morning stays", "not until 10am", 0, 1000, 2400, ""},
	{"clock of 24 hours", "finish by 1430", 0, 0, 1430, ""},
	{"two wishes", "not Tuesdays, afternoons only", TUE, 1200, 2400, ""},
	{"two wishes without a comma", "not Tuesdays and not before 11", TUE, 1100, 2400, ""},
	{"the narrower of two", "not before 9, not before 11", 0, 1100, 2400, ""},
	{"video is a matter of rooms", "in person only, not Fridays", FRI, 0, 2400, ""},
	{"half a day of a week is more than can be kept", "not Tuesday mornings", 0, 0, 2400, "not Tuesday mornings"},
	{"a date is for the officer's eye", "not 14 April", 0, 0, 2400, "not 14 April"},
	{"so is daily life", "after school run, not Mondays", MON, 0, 2400, "after school run"},
	{"avoid or want? not guessed", "afternoons", 0, 0, 2400, "afternoons"},
	{"no day left is not what was meant", "Tuesdays only, not Tuesdays", MON | WED | THU | FRI, 0, 2400,
	 "not Tuesdays"},
	{"no hour left is not what was meant", "mornings only; afternoons only", 0, 0, 1300, "afternoons only"},
	{"no such time", "not before 25", 0, 0, 2400, "not before 25"},
	{"a word too long to be one of ours", "notbeforethefirstofnextmonthatall", 0, 0, 2400,
	 "notbeforethefirstofnextmonthatall"},
	{"other scripts stay whole", "не по вторникам", 0, 0, 2400, "не по вторникам"},
};

static int minutes(int clock)
{
	return clock / 100 * 60 + clock % 100;
}

static void reads_what_is_said(void **state)
{
	struct arena mem = {0};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct avoidance a = avoidance_read(rows[i].text, &mem);

		if (a.weekdays_out != rows[i].out || a.not_before != minutes(rows[i].not_before) ||
		    a.not_after != minutes(rows[i].not_after) || strcmp(a.not_understood, rows[i].not_understood) != 0)
			fail_msg("%s: \"%s\" gave days %u, %d to %d, \"%s\"", rows[i].why, rows[i].text, a.weekdays_out,
				 a.not_before, a.not_after, a.not_understood);
	}
	arena_finish(&mem);
}

static void says_what_a_slot_breaks(void **state)
{
	const day_number tuesday = date_from_iso("2026-04-07"), wednesday = tuesday + 1;
	struct arena mem = {0};
	struct avoidance a = avoidance_read("not Tuesdays, not before 10, not after 3", &mem);
	char words[AVOIDANCE_WORDS_ROOM];

	(void)state;
	assert_string_equal(avoidance_broken(&a, tuesday, 600, 660, words), "Tuesday: asked to avoid");
	assert_string_equal(avoidance_broken(&a, wednesday, 570, 660, words), "asked for not before 10:00");
	assert_string_equal(avoidance_broken(&a, wednesday, 840, 930, words), "asked to be over by 15:00");
	assert_string_equal(avoidance_broken(&a, wednesday, 600, 900, words), "");
	a = avoidance_read("afternoons only", &mem);
	assert_string_equal(avoidance_broken(&a, wednesday, 570, 660, words),
			    "morning, though afternoons only was asked");
	assert_string_equal(avoidance_broken(&a, wednesday, 810, 900, words), "");
	a = avoidance_read("mornings only", &mem);
	assert_string_equal(avoidance_broken(&a, wednesday, 810, 900, words),
			    "afternoon, though mornings only was asked");
	assert_string_equal(avoidance_broken(&a, wednesday, 690, 810, words), "asked to be over by 13:00");
	arena_finish(&mem);
}

static void knows_when_video_will_not_do(void **state)
{
	(void)state;
	assert_true(avoidance_bars_video("In person only"));
	assert_true(avoidance_bars_video("not Tuesdays, not video"));
	assert_false(avoidance_bars_video("not Tuesdays"));
	assert_false(avoidance_bars_video("video would be best"));
	assert_false(avoidance_bars_video(""));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reads_what_is_said),
		cmocka_unit_test(says_what_a_slot_breaks),
		cmocka_unit_test(knows_when_video_will_not_do),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
