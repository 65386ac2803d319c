/* The reviews to come, in the real program: the list is opened, a review is booked, its update is asked for and written
 * down, and what was said stands there at the next start. */
#include "journey.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void a_review_is_booked_asked_about_and_answered(void **state)
{
	struct journey *j = *state;

	journey_open(j);
	journey_do(j, "V / {not asked for} Enter");
	journey_shows(j, "4 without a slot");
	j->pressed = 0;
	journey_do(j, "b Enter y");
	assert_int_equal(j->pressed, 3);
	journey_shows(j, "3 without a slot");
	journey_shows(j, "Asante is booked for Wed 20 May 09:30");
	journey_do(j, "Esc V / {asante} Enter a");
	journey_shows(j, "No update was asked for yet: u says that it was.");
	journey_do(j, "u {Emma Evans} Ctrl-S");
	journey_shows(j, "Asked. The answer is written down with a.");
	journey_do(j, "a {Nana comes.} Ctrl-S");
	journey_shows(j, "answered");
	journey_quit(j);
	journey_open(j);
	journey_do(j, "V / {asante} Enter");
	journey_shows(j, "Wed 20 May 09:30 answered");
	journey_quit(j);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		JOURNEY(a_review_is_booked_asked_about_and_answered),
	};
	return cmocka_run_group_tests(tests, journey_begin_all, journey_end_all);
}
