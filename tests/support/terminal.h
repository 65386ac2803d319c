/* A program under test in a terminal of its own: a pseudo-terminal whose other end is libvterm in this process.
 *
 * Nothing here sleeps. The program writes the mark ESC ] 5113 ; keys ; rows ; columns BEL behind every picture, and
 * waiting means reading until the mark says that the keys sent so far were taken. Five seconds without it is a failed
 * test. */
#ifndef SUPPORT_TERMINAL_H
#define SUPPORT_TERMINAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <sys/types.h>

struct terminal;

struct terminal_look {
	bool is_bold, is_underlined, is_reversed, has_colour;
};

/* Runs argv[0] (a path) with a fixed environment (TERM=xterm-256color, LC_ALL=C.UTF-8, TZ=Europe/London,
 * QUORATE_TEST_SYNC=1, no HOME of anybody) in which the "NAME=value" texts of `env` win; `env` ends with NULL or is
 * NULL. A name without "=" is taken out. Fails the test when that cannot be done. End with terminal_finish, which also
 * ends the program. */
struct terminal *terminal_start(const char *const *argv, const char *const *env, int rows, int columns);
/* The same with a call of the test's own in the child process, whose result it exits with: no program to be loaded.
 * What the child uses must not be open in the test. */
struct terminal *terminal_start_call(int (*call)(void *), void *argument, int rows, int columns);
void terminal_finish(struct terminal *t);

/* Sends bytes that the program will count as so many keys. Waiting is a step of its own: keys may be sent ahead. */
void terminal_send(struct terminal *t, const char *bytes, int keys);
void terminal_type(struct terminal *t, const char *text);  /* each character is one key */
void terminal_paste(struct terminal *t, const char *text); /* bracketed */

bool terminal_wait(
	struct terminal *t); /* until every key sent was taken; false after five seconds or when the program ended */
bool terminal_wait_for(struct terminal *t, const char *words); /* until the words are on the screen */
void terminal_resize(struct terminal *t, int rows, int columns);
bool terminal_wait_size(struct terminal *t); /* until the mark names the present size */

void terminal_hang_up(struct terminal *t); /* closes this end, as a lost connection does */
void terminal_signal(struct terminal *t, int number);
pid_t terminal_process(const struct terminal *t);
/* Reads until the program has ended. *status as of waitpid. */
bool terminal_wait_end(struct terminal *t, int *status);
/* Whether anything at all comes out within so many milliseconds. */
bool terminal_is_silent(struct terminal *t, int milliseconds);

/* The screen as text, one line a row, trailing blanks dropped. Caller frees. */
char *terminal_text(struct terminal *t);
bool terminal_shows(struct terminal *t, const char *words);
struct terminal_look terminal_look_at(struct terminal *t, int row, int column);
void terminal_cursor(struct terminal *t, int *row, int *column, bool *is_visible);
bool terminal_is_on_other_screen(const struct terminal *t); /* the alternate screen, left when a program cleans up */
bool terminal_has_paste_marks(const struct terminal *t);    /* bracketed paste is on */

/* Bytes the program wrote since the last call, the marks not counted. */
size_t terminal_take_bytes(struct terminal *t);
/* From now on every byte the program writes goes to `out` too, as it comes; NULL ends that. */
void terminal_record(struct terminal *t, FILE *out);

#endif
