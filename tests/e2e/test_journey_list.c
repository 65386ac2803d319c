/* A night on duty, in the real program: a hospital rings, somebody calls who is nobody, a day that is past is asked
 * about, and the line is cut. */
#include "journey.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void begin_duty(struct journey *j)
{
	j->user = "duty";
	journey_open(j);
	journey_shows(j, "out of hours · DEMO");
}

static void a_hospital_is_answered(void **state)
{
	struct journey *j = *state;

	begin_duty(j);
	j->pressed = 0;
	journey_do(j, "{aoife}"); /* nobody need leave the line to see it */
	journey_shows(j, "Doyle, Aoife");
	journey_shows(j, "on a plan since 25 Mar 2026");
	journey_do(j, "Enter");
	assert_in_range(j->pressed, 1, 6);
	journey_shows(j, "Doyle, Aoife · ON A PLAN");
	journey_shows(j, "Stacey Turner");
	j->pressed = 0;
	journey_do(j, "Enter"); /* and the answer is one more */
	journey_shows(j, "Enquiry · Doyle, Aoife");
	journey_do(j, "{Dr Imran Shah} [Agency] {Northgate Hospital} [Why] {a burn, in the emergency department}");
	journey_do(j, "[Checked with] {01632 960700} Ctrl-S");
	journey_shows(j, "Kept: Dr Imran Shah, Northgate Hospital: told what the list says.");
	journey_do(j, "Esc Tab e");
	journey_shows(j, "Enquiries to the list · 1");
	journey_shows(j, "told: yes");
	journey_do(j, "Enter");
	journey_shows(j, "Aoife Doyle, born 14 Dec 2022, is on a child protection plan");
	journey_do(j, "Esc Esc");
	journey_quit(j);
}

/* The plan of Muhammad Akhtar was from 9 October to 8 December 2025. */
static void a_day_that_is_past_is_answered(void **state)
{
	struct journey *j = *state;

	begin_duty(j);
	journey_do(j, "{akhtar 16 8 2020}");
	journey_shows(j, "Akhtar, Muhammad");
	journey_shows_not(j, "Zoya");
	journey_shows(j, "plan ended 8 Dec 2025");
	journey_do(j, "Tab d {7 12 2025} Enter");
	journey_shows(j, "as at Sun 7 Dec 2025");
	journey_shows(j, "on a plan since 9 Oct 2025");
	journey_quit(j);
}

/* What was typed about a child is there again when the child is looked up, and nothing but the list is reached. */
static void a_line_that_is_cut_loses_nothing(void **state)
{
	struct journey *j = *state;
	int status;

	begin_duty(j);
	journey_do(j, "{aoife} Enter Enter {PC Ryan Doyle} Tab");
	terminal_hang_up(j->t);
	journey_wait_end(j, &status);
	begin_duty(j);
	journey_do(j, "Tab : T C W R H O P Y N");
	journey_shows(j, "List of children on plans · today");
	journey_do(j, "/ {aoife} Enter Enter");
	journey_shows(j, "PC Ryan Doyle");
	journey_do(j, "Esc d Esc Tab"); /* thrown away, the entry left */
	journey_quit(j);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		JOURNEY(a_hospital_is_answered),
		JOURNEY(a_day_that_is_past_is_answered),
		JOURNEY(a_line_that_is_cut_loses_nothing),
	};
	return cmocka_run_group_tests(tests, journey_begin_all, journey_end_all);
}
