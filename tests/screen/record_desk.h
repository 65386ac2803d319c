/* A desk over a conference that was held today, on the tab of its record. */
#ifndef TESTS_RECORD_DESK_H
#define TESTS_RECORD_DESK_H

#include "../casework/record_steps.h"
#include "desk_fixture.h"

#include <stdlib.h>

/* The program again, for somebody else; login NULL: the founder. */
static inline void start_as(struct desk_fixture *desk, const char *login, role_set roles)
{
	const struct desk_options options = {.colour = TUI_COLOUR_NEVER};
	struct tui_start program;

	tui_headless_end(desk->tui);
	desk_finish(&desk->desk);
	if (login)
		casework_fixture_open_as(desk->file, login, roles);
	else
		casework_fixture_reopen(desk->file, FIXTURE_TODAY);
	desk->desk = (struct desk){.cw = desk->file->cw};
	desk_start(&desk->desk, &options, &program);
	MUST((desk->tui = tui_headless_start(&program, 24, 80, f)) != NULL);
}

static inline int64_t held_conference(struct desk_fixture *desk)
{
	return number(desk->file, "SELECT min(conference_id) FROM live_state");
}

static inline void open_record(struct desk_fixture *desk)
{
	desk_keys(desk, ":");
	desk_type(desk, casework_fixture_text(desk->file, "SELECT reference FROM conference WHERE id = (SELECT"
							  " min(conference_id) FROM live_state)"));
	desk_keys(desk, "Enter 6");
}

static inline int record_desk_setup(void **state)
{
	struct desk_fixture *desk;

	if (desk_fixture_setup(state) != 0)
		return -1;
	desk = *state;
	a_held_day(desk->file);
	start_as(desk, NULL, 0);
	return 0;
}

/* Drafted by the founder, on its tab. */
static inline void draft_it(struct desk_fixture *desk)
{
	open_record(desk);
	desk_keys(desk, "d");
}

#define RECORD_TEST(name) cmocka_unit_test_setup_teardown(name, record_desk_setup, desk_fixture_teardown)

#endif
