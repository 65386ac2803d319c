/* A person's way through the real program: a home folder of its own, a case file that begins as a small demonstration,
 * a terminal, and keys by their names. The day is JOURNEY_TODAY. */
#ifndef SUPPORT_JOURNEY_H
#define SUPPORT_JOURNEY_H

#include "scratch.h"
#include "terminal.h"

#define JOURNEY_TODAY "2026-04-01"

/* Keys as bytes, one by one. */
struct journey_keys {
	char items[1000][8];
	int count;
};

struct journey {
	struct scratch scratch; /* its file is the case file of the test at hand */
	char demo[240];         /* the closed file each test gets a copy of */
	struct terminal *t;
	int pressed;       /* keys sent since it was last set to 0 */
	const char *user;  /* works as this account of the demonstration; NULL: as the one that made it */
	const char *today; /* the day it is opened on; NULL: JOURNEY_TODAY */
};

/* cmocka's group setup and teardown: makes the demonstration once. *state becomes a struct journey. */
int journey_begin_all(void **state);
int journey_end_all(void **state);
/* For each test: a fresh copy of the demonstration; the terminal that was left open is closed. */
int journey_begin(void **state);
int journey_end(void **state);
#define JOURNEY(test) cmocka_unit_test_setup_teardown(test, journey_begin, journey_end)

/* Starts the program full screen on the case file, 80x24; `env` as in terminal_start. journey_start hands the terminal
 * over, journey_open makes it the journey's own, waits for Today (as `user`: a chair's own day, for "duty" the list of
 * children on plans) and fails without it. */
/* A program such as setpriv can stand before it: `before` ends with NULL or is NULL. */
struct terminal *journey_start_by(const struct journey *j, const char *const *before, const char *const *env);
struct terminal *journey_start(const struct journey *j, const char *const *env);
void journey_open(struct journey *j);
/* Runs a verb to its end ("show REF"), words parted by blanks, one in 'quotes' when it holds any; %F is the case file.
 * Its output and messages; caller frees. */
char *journey_verb(const struct journey *j, const char *words, int *status);

/* Writes past every guard, as damage or another program would. */
void journey_sql(const struct journey *j, const char *sql);
void journey_write_at(const struct journey *j, long offset, const void *bytes, size_t count);

/* Two families that wait for their initial conference: Ọ̀ṣúndé (two children) and Zdziarska. */
void journey_import_families(struct journey *j);

/* A script names keys parted by blanks, types what stands in braces, and goes by Tab to the field whose label begins as
 * in brackets: "a {Ní Dhomhnaill} [born] {3 3 2014} Ctrl-S". Waits after each key. */
void journey_do(struct journey *j, const char *script);
/* The same, and the keys it took are added to `taken`, to be pressed again: some of them, or all in one go. */
void journey_learn(struct journey *j, const char *script, struct journey_keys *taken);
void journey_press(struct journey *j, const struct journey_keys *keys, int count);
void journey_press_ahead(struct journey *j, const struct journey_keys *keys);

void journey_shows(struct journey *j, const char *words); /* fails with the whole screen */
void journey_shows_not(struct journey *j, const char *words);
/* Ends as a person does and fails unless the terminal is as it was and the status 0. */
void journey_quit(struct journey *j);
void journey_wait_end(struct journey *j, int *status); /* fails when it does not end; closes the terminal */

#endif
