/* The timeline at the desk: drawn, as text, and each of its scales. */
#include "timeline_desk.h"

static void the_timeline_reads_well(void **state)
{
	struct desk_fixture *desk = *state;

	to_the_family(desk);
	desk_keys(desk, "T");
	desk_golden(desk, "timeline-80x24.screen");
	desk_keys(desk, "t");
	desk_golden(desk, "timeline-text-80x24.screen");
	desk_keys(desk, "t z");
	desk_golden(desk, "timeline-year-80x24.screen");
	start_on(desk, "2026-04-22", 43, 132);
	to_the_family(desk);
	desk_keys(desk, "T z z");
	desk_golden(desk, "timeline-all-132x43.screen");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		COURSE_TEST(the_timeline_reads_well),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
