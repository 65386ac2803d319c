/* Leaving several screens at once, to quit or to go elsewhere: each screen may ask first, and staying calls it off. */
#include "tui_private.h"

#include <stdlib.h>
#include <string.h>

static void leave_cancel(struct tui *t)
{
	free(t->leaving.state);
	memset(&t->leaving, 0, sizeof t->leaving);
}

void tui_quit(struct tui *t)
{
	leave_cancel(t);
	t->leaving.is_quitting = true;
}

bool tui_go(struct tui *t, const struct screen_class *class, const void *start, struct fault *f)
{
	leave_cancel(t);
	if (start) {
		t->leaving.state = malloc(class->state_size ? class->state_size : 1);
		if (!t->leaving.state)
			return fault_set(f, FAULT_MEMORY,
					 "The computer has no memory left for this; close other programs.");
		memcpy(t->leaving.state, start, class->state_size);
	}
	t->leaving.class = class;
	t->leaving.is_going = true;
	return true;
}

static bool may_close(struct tui *t, struct screen *s)
{
	return !s->class->may_close || s->class->may_close(s, t);
}

static bool is_open(const struct tui *t, const struct screen *wanted)
{
	for (const struct screen *s = t->top; s; s = s->below)
		if (s == wanted)
			return true;
	return false;
}

/* Closes from the top down to the first screen; false when one asks before it goes. */
static bool close_above_first(struct tui *t)
{
	while (t->top->below) {
		struct screen *s = t->top;

		if (!may_close(t, s)) {
			t->leaving.asked = s;
			return false;
		}
		stack_retire(t, stack_pop(t), NULL, NULL);
		t->top->must_load = true;
	}
	return true;
}

static void arrive(struct tui *t)
{
	const struct screen_class *class = t->leaving.class;
	void *state = t->leaving.state;

	if (class != t->top->class)
		tui_push(t, class, state, NULL);
	t->leaving.state = NULL;
	free(state);
	leave_cancel(t);
}

bool leave_step(struct tui *t)
{
	struct leaving *l = &t->leaving;

	if (!l->is_quitting && !l->is_going)
		return false;
	if (l->asked && is_open(t, l->asked)) {
		if (l->asked != t->top)
			return false; /* its question is open */
		leave_cancel(t);
		return true;
	}
	l->asked = NULL;
	if (!close_above_first(t))
		return true;
	if (l->is_going) {
		arrive(t);
	} else if (may_close(t, t->top)) {
		t->has_quit = true;
	} else {
		l->asked = t->top;
	}
	return true;
}
