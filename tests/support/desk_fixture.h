/* A small authority with a morning's work in it, and the full-screen program over it without a terminal. */
#ifndef TESTS_DESK_FIXTURE_H
#define TESTS_DESK_FIXTURE_H

#include "casework_fixture.h"
#include "screen/desk.h"

struct desk_fixture {
	struct casework_fixture *file;
	struct desk desk;
	struct tui *tui;
	int64_t milliseconds; /* of the clock that locks the screens: it stands still */
};

/* cmocka's setup and teardown; *state becomes a struct desk_fixture. The day is FIXTURE_TODAY, the screen 80x24. */
int desk_fixture_setup(void **state);
int desk_fixture_teardown(void **state);

/* Keys as a person says them: "b", "Enter", "Esc", "Tab", "Down", "Ctrl-S"; words parted by blanks. */
void desk_keys(struct desk_fixture *fixture, const char *keys);
void desk_type(struct desk_fixture *fixture, const char *text);

/* The screen as text; lives until the next call. */
const char *desk_screen(struct desk_fixture *fixture);
void desk_shows(struct desk_fixture *fixture, const char *text); /* fails, showing the screen, when it is not there */
void desk_shows_not(struct desk_fixture *fixture, const char *text);
void desk_golden(struct desk_fixture *fixture, const char *name); /* clock times of the audit log are masked */

/* The first screen again, over the same open file. */
void desk_start_over(struct desk_fixture *fixture);
/* Starts the program again over the same file, as after a hang-up. */
void desk_restart(struct desk_fixture *fixture);
/* The same on another day, at another size. */
void desk_restart_on(struct desk_fixture *fixture, const char *today, int rows, int columns);
/* The same as somebody with these roles, a user made for it. */
void desk_restart_as(struct desk_fixture *fixture, const char *login, role_set roles);

#endif
