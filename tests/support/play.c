/* The toy program headless, for one test each. */
#include "play.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

int play_start(void **state)
{
	struct play *p = calloc(1, sizeof *p);
	struct fault f = {0};
	struct tui_start start;

	assert_non_null(p);
	toy_fill(&p->toy, 100);
	start = toy_start(&p->toy);
	p->tui = tui_headless_start(&start, 24, 80, &f);
	*state = p;
	return p->tui ? 0 : -1;
}

int play_end(void **state)
{
	struct play *p = *state;

	tui_headless_end(p->tui);
	free(p);
	return 0;
}

void assert_shows(struct play *p, const char *words)
{
	char *text = tui_headless_text(p->tui);

	if (!strstr(text, words))
		fail_msg("\"%s\" is not on the screen:\n%s", words, text);
	free(text);
}

void assert_hides(struct play *p, const char *words)
{
	char *text = tui_headless_text(p->tui);

	if (strstr(text, words))
		fail_msg("\"%s\" is on the screen:\n%s", words, text);
	free(text);
}

void press(struct play *p, tui_key key)
{
	tui_headless_key(p->tui, key);
}
