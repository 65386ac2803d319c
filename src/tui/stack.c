/* The stack of screens: opening and closing them, and what each may ask of the stack. */
#include "tui_private.h"

#include <stdlib.h>
#include <string.h>

void *screen_state(const struct screen *s)
{
	return s->state;
}

struct arena *screen_arena(struct screen *s)
{
	return &s->mem[s->present];
}

void *tui_world(const struct tui *t)
{
	return t->start.world;
}

bool tui_is_first(const struct tui *t, const struct screen *s)
{
	return s && !s->below && t == s->tui;
}

const struct screen_class *tui_top_class(const struct tui *t)
{
	return t->top->class;
}

bool tui_top_op_is_live(const struct tui *t, int op)
{
	return !t->top->class->key_is_live || t->top->class->key_is_live(t->top, op);
}

struct screen_about tui_about(const struct tui *t)
{
	struct screen_about about = {0};

	for (const struct screen *s = t->top; s && !about.whole; s = s->below)
		if (s->class->about)
			s->class->about(s, &about);
	return about;
}

bool tui_is_writing(const struct tui *t)
{
	for (const struct screen *s = t->top; s; s = s->class->is_popup ? s->below : NULL)
		if (s->class->keep && screen_takes_text(s))
			return true;
	return false;
}

void tui_do(struct tui *t, int op)
{
	t->op_to_run = op;
}

static void screen_destroy(struct screen *s)
{
	if (s->class->dispose)
		s->class->dispose(s);
	arena_finish(&s->mem[0]);
	arena_finish(&s->mem[1]);
	free(s->state);
	free(s);
}

static struct screen *screen_create(struct tui *t, const struct screen_class *class, const void *start)
{
	struct screen *s = calloc(1, sizeof *s);

	if (!s)
		return NULL;
	s->state = calloc(1, class->state_size ? class->state_size : 1);
	if (!s->state) {
		free(s);
		return NULL;
	}
	if (start)
		memcpy(s->state, start, class->state_size);
	s->class = class;
	s->tui = t;
	s->is_of_start = t->is_at_go_to;
	return s;
}

bool stack_no_memory(struct fault *f)
{
	return fault_set(f, FAULT_MEMORY,
			 "The computer has no memory left for this; close other programs and try again.");
}

bool tui_push(struct tui *t, const struct screen_class *class, const void *start, struct fault *f)
{
	struct fault own = {0};
	struct screen *s = screen_create(t, class, start);

	if (!f)
		f = &own;
	if (!s) {
		stack_no_memory(f);
		tui_say_fault(t, f);
		return false;
	}
	if (!stack_load(t, s, f)) {
		tui_say_fault(t, f);
		screen_destroy(s);
		return false;
	}
	s->below = t->top;
	t->top = s;
	return true;
}

struct screen *stack_pop(struct tui *t)
{
	struct screen *s = t->top;

	t->top = s->below;
	return s;
}

void stack_retire(struct tui *t, struct screen *s, struct screen *asker, const struct answer *answer)
{
	struct closed *c = calloc(1, sizeof *c), **end = &t->closed;

	while (*end)
		end = &(*end)->next;
	if (!c)
		return; /* without memory the screen is not freed, and nobody hears its answer */
	c->screen = s;
	c->asker = asker;
	if (answer)
		c->answer = *answer;
	c->answer.text = arena_text(screen_arena(s), answer ? answer->text : "");
	*end = c;
}

void tui_close(struct tui *t, const struct answer *answer)
{
	struct screen *s;

	if (!t->top || !t->top->below)
		return;
	s = stack_pop(t);
	stack_retire(t, s, t->top, answer);
}

bool tui_replace(struct tui *t, const struct screen_class *class, const void *start, struct fault *f)
{
	struct screen *old = t->top;

	if (!tui_push(t, class, start, f))
		return false;
	if (!old->below)
		return true; /* the first screen never closes */
	t->top->below = old->below;
	stack_retire(t, old, NULL, NULL);
	return true;
}

void tui_refresh(struct tui *t)
{
	stack_must_load(t);
}

void stack_must_load(struct tui *t)
{
	for (struct screen *s = t->top; s; s = s->below)
		s->must_load = true;
}

bool stack_covers(const struct tui *t, const struct screen *s)
{
	for (const struct screen *above = t->top; above && above != s; above = above->below)
		if (!above->class->is_popup)
			return true;
	return false;
}

bool stack_works(const struct tui *t)
{
	return t->top && t->top->class->work && !t->top->has_worked && !t->is_blank;
}

/* A screen that closes in its last step lives until the next key. */
void stack_work(struct tui *t)
{
	struct screen *s = t->top;

	s->has_worked = !s->class->work(s, t);
	stack_settle(t);
}

void stack_keep(struct tui *t)
{
	for (struct screen *s = t->top; s; s = s->below)
		if (s->class->keep)
			s->class->keep(s, t);
	if (t->start.rests)
		t->start.rests(t);
	t->has_unkept = false;
}

void stack_bury(struct tui *t)
{
	while (t->closed) {
		struct closed *c = t->closed;

		t->closed = c->next;
		if (c->screen)
			screen_destroy(c->screen);
		free(c);
	}
}

struct tui *tui_create(const struct tui_start *start, bool ascii)
{
	struct tui *t = calloc(1, sizeof *t);

	if (!t)
		return NULL;
	t->start = *start;
	t->surface = surface_create(start->colour, ascii || start->ascii);
	if (!t->surface) {
		free(t);
		return NULL;
	}
	t->last_work = tui_now(t);
	return t;
}

void tui_destroy(struct tui *t)
{
	if (!t)
		return;
	while (t->top)
		screen_destroy(stack_pop(t));
	stack_bury(t);
	surface_destroy(t->surface);
	explicit_bzero(&t->lock, sizeof t->lock);
	free(t->leaving.state);
	free(t);
}
