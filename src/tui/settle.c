/* Bringing the stack of screens to rest: the one beneath is told of an answer, what is out of date is loaded, and what
 * is gone is taken away. */
#include "tui_private.h"

#include "tui/list.h"

#include <stdlib.h>
#include <string.h>

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
bool stack_load(struct tui *t, struct screen *s, struct fault *f)
{
	bool is_loaded, is_for_others = s->is_for_others;
	void *before;

	s->must_load = s->is_for_others = false;
	if (!s->class->load)
		return true;
	before = malloc(s->class->state_size ? s->class->state_size : 1);
	if (!before)
		return stack_no_memory(f);
	memcpy(before, s->state, s->class->state_size);
	s->present ^= 1;
	arena_reset(screen_arena(s));
	is_loaded = load_state(t, s, is_for_others, f);
	if (is_loaded && arena_exhausted(screen_arena(s)))
		is_loaded = stack_no_memory(f);
	if (!is_loaded) {
		s->present ^= 1;
		memcpy(s->state, before, s->class->state_size);
	} else {
		arena_reset(&s->mem[s->present ^ 1]);
	}
	free(before);
	return is_loaded;
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

static bool is_open(const struct tui *t, const struct screen *wanted)
{
	for (const struct screen *s = t->top; s; s = s->below)
		if (s == wanted)
			return true;
	return false;
}

static void tell(struct tui *t, struct closed *c)
{
	struct screen *s = c->screen;

	t->told = c;
	if (s->is_of_start && t->start.gone_to)
		t->start.gone_to(t, &c->answer);
	else if (c->asker->class->answered)
		c->asker->class->answered(c->asker, t, &c->answer);
	t->told = NULL;
	if (c->screen && s->class->heard)
		s->class->heard(s, t, NULL);
}

void tui_refuse_answer(struct tui *t, const struct fault *f)
{
	struct closed *c = t->told;
	struct screen *s = c ? c->screen : NULL;
	struct fault refused = *f;

	if (!s || !s->class->heard || t->top != c->asker) {
		tui_say_fault(t, f);
		return;
	}
	c->screen = NULL;
	s->below = t->top;
	t->top = s;
	if (t->start.explain)
		t->start.explain(t, &refused);
	s->class->heard(s, t, &refused);
}

static bool tell_next(struct tui *t)
{
	for (struct closed *c = t->closed; c; c = c->next) {
		if (c->is_told)
			continue;
		c->is_told = true;
		if (!c->asker || !is_open(t, c->asker))
			return true;
		tell(t, c);
		c->asker->must_load = true;
		return true;
	}
	return false;
}

/* What is gone, or may no longer be seen, does not stay on the screen, nor what was opened over it. What was typed
 * there is kept, and what is typed on, for one who looks at the keyboard, does nothing below. */
static void take_away(struct tui *t, const struct screen *s, const struct fault *why)
{
	bool was_writing = false;

	t->message_is_new = false;
	for (struct screen *one = t->top; s->below && one != s->below; one = one->below) {
		was_writing = was_writing || (one->class->keep && screen_takes_text(one));
		if (one->class->keep)
			one->class->keep(one, t);
	}
	while (s->below && is_open(t, s))
		stack_retire(t, stack_pop(t), NULL, NULL);
	if (was_writing) {
		t->must_go_on = true;
		if (t->message_is_new)
			tui_say(t, "%s Enter goes on.", t->message.text);
		else
			tui_say(t, "%s Anything you typed there is kept as a draft. Enter goes on.", why->message);
	}
}

/* Loads one screen that is in view and out of date. What is hidden waits until it shows again. */
static bool load_next(struct tui *t)
{
	for (struct screen *s = t->top; s; s = s->below) {
		struct fault f = {0};
		bool was_own_doing = t->message_is_new && !s->is_for_others; /* and was just said */

		if (!s->must_load || stack_covers(t, s))
			continue;
		if (!stack_load(t, s, &f)) {
			if (f.code != FAULT_NOT_FOUND || !was_own_doing)
				tui_say_fault(t, &f);
			if (f.code == FAULT_NOT_ALLOWED || f.code == FAULT_NOT_FOUND)
				take_away(t, s, &f);
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
