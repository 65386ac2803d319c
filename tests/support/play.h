/* The toy program headless, for one test each, and what such a test asserts about the screen. */
#ifndef SUPPORT_PLAY_H
#define SUPPORT_PLAY_H

#include "toy.h"

struct play {
	struct toy toy;
	struct tui *tui;
};

int play_start(void **state); /* 100 people at 24x80 */
int play_end(void **state);
void assert_shows(struct play *p, const char *words);
void assert_hides(struct play *p, const char *words);
void press(struct play *p, tui_key key);

#define PLAY(test) cmocka_unit_test_setup_teardown(test, play_start, play_end)

#endif
