/* A person's way through the real program: a home folder of its own, a case file that begins as a small demonstration,
 * a terminal, and keys by their names. The day is JOURNEY_TODAY. */
#ifndef SUPPORT_JOURNEY_H
#define SUPPORT_JOURNEY_H

#include "scratch.h"
#include "terminal.h"

#define JOURNEY_TODAY "2026-04-01"

struct journey {
	struct scratch scratch; /* its file is the case file of the test at hand */
	char demo[240];         /* the closed file each test gets a copy of */
	struct terminal *t;
	int pressed; /* keys sent since it was last set to 0 */
};

/* cmocka's group setup and teardown: makes the demonstration once. *state becomes a struct journey. */
int journey_begin_all(void **state);
int journey_end_all(void **state);
/* For each test: a fresh copy of the demonstration; the terminal that was left open is closed. */
int journey_begin(void **state);
int journey_end(void **state);
#define JOURNEY(test) cmocka_unit_test_setup_teardown(test, journey_begin, journey_end)

/* Starts the program full screen on the case file, 80x24; `env` as in terminal_start. journey_start hands the terminal
 * over, journey_open makes it the journey's own, waits for Today and fails without it. */
struct terminal *journey_start(const struct journey *j, const char *const *env);
void journey_open(struct journey *j);
/* Runs a verb to its end ("show REF"), words parted by blanks, one in 'quotes' when it holds any; %F is the case file.
 * Its output and messages; caller frees. */
char *journey_verb(const struct journey *j, const char *words, int *status);

/* A script names keys parted by blanks and types what stands in braces: "a {Ní Dhomhnaill} Tab Ctrl-S". */
int journey_keys_of(const char *script);
void journey_do(struct journey *j, const char *script);                /* waits after each key */
void journey_do_part(struct journey *j, const char *script, int keys); /* only the first so many keys */
void journey_do_ahead(struct journey *j, const char *script);          /* all in one go, then waits */

void journey_shows(struct journey *j, const char *words); /* fails with the whole screen */
void journey_shows_not(struct journey *j, const char *words);
/* Ends as a person does and fails unless the terminal is as it was and the status 0. */
void journey_quit(struct journey *j);
void journey_wait_end(struct journey *j, int *status); /* fails when it does not end; closes the terminal */

#endif
