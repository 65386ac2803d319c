/* The stack of screens: opening, closing, loading and telling the one beneath. */
#include "tui_private.h"

#include "tui/list.h"

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

static bool no_memory(struct fault *f)
{
	return fault_set(f, FAULT_MEMORY,
			 "The computer has no memory left for this; close other programs and try again.");
}

static struct list *list_of(struct screen *s)
{
	return s->class->list ? (struct list *)((char *)s->state + s->class->list - 1) : NULL;
}

/* The list is told why it is filled, and says when the row under the hand is gone. */
static bool load_state(struct tui *t, struct screen *s, bool is_for_others, struct fault *f)
{
	struct list *list = list_of(s);
	bool was_lost = list && list->is_lost, is_loaded;

	if (list)
		list->reading = is_for_others ? LIST_FOR_OTHERS : t->is_afresh ? LIST_AFRESH : LIST_FOR_OWN;
	is_loaded = s->class->load(s, t, f);
	if (!list || !is_loaded)
		return is_loaded;
	list->reading = LIST_FOR_OWN;
	if (list->is_lost && !was_lost)
		tui_say(t, "The row you were on is gone: another person changed it. Up or Down goes on.");
	return true;
}

/* Loads into the spare arena, so that what is on the screen survives a load that fails. */
static bool screen_load(struct tui *t, struct screen *s, struct fault *f)
{
	bool is_loaded, is_for_others = s->is_for_others;
	void *before;

	s->must_load = s->is_for_others = false;
	if (!s->class->load)
		return true;
	before = malloc(s->class->state_size ? s->class->state_size : 1);
	if (!before)
		return no_memory(f);
	memcpy(before, s->state, s->class->state_size);
	s->present ^= 1;
	arena_reset(screen_arena(s));
	is_loaded = load_state(t, s, is_for_others, f);
	if (is_loaded && arena_exhausted(screen_arena(s)))
		is_loaded = no_memory(f);
	if (!is_loaded) {
		s->present ^= 1;
		memcpy(s->state, before, s->class->state_size);
	} else {
		arena_reset(&s->mem[s->present ^ 1]);
	}
	free(before);
	return is_loaded;
}

bool tui_push(struct tui *t, const struct screen_class *class, const void *start, struct fault *f)
{
	struct fault own = {0};
	struct screen *s = screen_create(t, class, start);

	if (!f)
		f = &own;
	if (!s) {
		no_memory(f);
		tui_say_fault(t, f);
		return false;
	}
	if (!screen_load(t, s, f)) {
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

/* What is hidden is loaded when it shows again, as whatever is gone back to is. */
static void load_for_others(struct tui *t)
{
	for (struct screen *s = t->top; s; s = s->below) {
		s->is_for_others = !stack_covers(t, s) && !s->must_load;
		s->must_load = true;
	}
	if (t->start.reading_again)
		t->start.reading_again(t, true);
	stack_settle(t);
	if (t->start.reading_again)
		t->start.reading_again(t, false);
}

bool stack_hear(struct tui *t, bool of_data)
{
	enum tui_news news = t->start.news ? t->start.news(t, of_data) : TUI_NO_NEWS;

	if (news == TUI_NEW_DATA)
		load_for_others(t);
	return news != TUI_NO_NEWS;
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
	t->has_unkept = false;
}

void stack_bury(struct tui *t)
{
	while (t->closed) {
		struct closed *c = t->closed;

		t->closed = c->next;
		screen_destroy(c->screen);
		free(c);
	}
}

static bool is_open(const struct tui *t, const struct screen *wanted)
{
	for (const struct screen *s = t->top; s; s = s->below)
		if (s == wanted)
			return true;
	return false;
}

static bool tell_next(struct tui *t)
{
	for (struct closed *c = t->closed; c; c = c->next) {
		if (c->is_told)
			continue;
		c->is_told = true;
		if (!c->asker || !is_open(t, c->asker))
			return true;
		if (c->screen->is_of_start && t->start.gone_to)
			t->start.gone_to(t, &c->answer);
		else if (c->asker->class->answered)
			c->asker->class->answered(c->asker, t, &c->answer);
		c->asker->must_load = true;
		return true;
	}
	return false;
}

bool stack_covers(const struct tui *t, const struct screen *s)
{
	for (const struct screen *above = t->top; above && above != s; above = above->below)
		if (!above->class->is_popup)
			return true;
	return false;
}

/* What is gone, or may no longer be seen, does not stay on the screen, nor what was opened over it. */
static void take_away(struct tui *t, const struct screen *s)
{
	while (s->below && is_open(t, s))
		stack_retire(t, stack_pop(t), NULL, NULL);
}

/* Loads one screen that is in view and out of date. What is hidden waits until it shows again. */
static bool load_next(struct tui *t)
{
	for (struct screen *s = t->top; s; s = s->below) {
		struct fault f = {0};
		bool was_own_doing = t->message_is_new && !s->is_for_others; /* and was just said */

		if (!s->must_load || stack_covers(t, s))
			continue;
		if (!screen_load(t, s, &f)) {
			if (f.code != FAULT_NOT_FOUND || !was_own_doing)
				tui_say_fault(t, &f);
			if (f.code == FAULT_NOT_ALLOWED || f.code == FAULT_NOT_FOUND)
				take_away(t, s);
		}
		return true;
	}
	return false;
}

static bool run_chosen(struct tui *t)
{
	int op = t->op_to_run;

	t->op_to_run = OP_NONE;
	if (op == OP_NONE)
		return false;
	dispatch_op(t, op, 0);
	return true;
}

void stack_settle(struct tui *t)
{
	/* The bound is a net under two screens that keep reopening each other. */
	for (int step = 0; step < 1000 && !t->has_quit; step++)
		if (!tell_next(t) && !leave_step(t) && !run_chosen(t) && !load_next(t))
			break;
	t->is_afresh = false;
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
