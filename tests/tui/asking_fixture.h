/* A screen that asks questions and writes down what it is answered. */
#ifndef TESTS_TUI_ASKING_FIXTURE_H
#define TESTS_TUI_ASKING_FIXTURE_H

#include "tui/prompt.h"
#include "tui/tui.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

struct asking {
	bool (*ask)(struct tui *t, struct fault *f);
	char heard[300];     /* "code number text", "" when nothing was heard */
	const char *moved;   /* what another person did when a yes is given; NULL nobody */
	const char *refuses; /* why the next answer cannot be done; NULL */
};

static inline void asking_draw(const struct screen *s, struct canvas *c)
{
	(void)s;
	for (int row = 0; row < canvas_rows(c); row++)
		canvas_text(c, row, 0, -1, TUI_TEXT, "beneath");
	canvas_cursor(c, 0, 0);
}

static inline enum handled asking_act(struct screen *s, struct tui *t, int op, tui_key typed)
{
	struct asking *a = tui_world(t);
	struct fault f = {0};

	(void)s;
	(void)typed;
	if (op != OP_FIRST_OWN)
		return NOT_MINE;
	if (!a->ask(t, &f))
		tui_say_fault(t, &f);
	return HANDLED;
}

static inline void asking_answered(struct screen *s, struct tui *t, const struct answer *answer)
{
	struct asking *a = tui_world(t);

	(void)s;
	struct fault f = {0};

	snprintf(a->heard, sizeof a->heard, "%d %lld %s", answer->code, (long long)answer->number, answer->text);
	if (!a->refuses)
		return;
	fault_set(&f, FAULT_STORAGE, "%s", a->refuses);
	a->refuses = NULL;
	tui_refuse_answer(t, &f);
}

static inline bool asking_has_moved(struct tui *t, int64_t *since, struct fault *f)
{
	struct asking *a = tui_world(t);

	if (!f) {
		*since = 7;
		return false;
	}
	assert_int_equal(*since, 7);
	return a->moved && !fault_set(f, FAULT_REFUSED, "%s", a->moved);
}

static const struct binding asking_keys[] = {{'a', 0, 0, OP_FIRST_OWN, "Ask", "Asks."}, {0}};

static const struct screen_class asking_class = {
	.name = "asking",
	.purpose = "Asks.",
	.keys = asking_keys,
	.draw = asking_draw,
	.act = asking_act,
	.answered = asking_answered,
};

static inline struct tui *ask_on(struct asking *a, int rows, int columns)
{
	struct tui_start how = {.first = &asking_class, .world = a, .has_moved = asking_has_moved};
	struct fault f = {0};
	struct tui *t = tui_headless_start(&how, rows, columns, &f);

	if (!t)
		fail_msg("%s", f.message);
	tui_headless_key(t, 'a');
	return t;
}

static inline bool has_words(struct tui *t, const char *words)
{
	char *text = tui_headless_text(t);
	bool has = strstr(text, words) != NULL;

	if (!has)
		fprintf(stderr, "\"%s\" is not in\n%s\n", words, text);
	free(text);
	return has;
}

static inline bool shows_now(struct tui *t, const char *mark)
{
	char *text = tui_headless_text(t);
	bool has = strstr(text, mark) != NULL;

	free(text);
	return has;
}

#endif
