/* The one loop: draw once, wait, take every key that has come, draw once. */
#include "key_read.h"
#include "term.h"
#include "tui_private.h"

#include <string.h>

#define POLL_MILLISECONDS  1000 /* between two looks for changes by others */
#define QUIET_MILLISECONDS 3000 /* whoever has not touched a key for so long reads, or is away */
#define PAINT_MILLISECONDS 30   /* the longest without a picture while keys keep coming */
#define READ_SHARE         300  /* what reading again took, so many times, is not read again */
#define READ_MILLISECONDS  5000 /* but never for longer */

struct loop {
	struct tui *tui;
	struct key_reader reader;
	uint64_t keys_taken;
	int64_t last_key, last_paint;
	int64_t unkept_since; /* when the first key came that no draft holds; 0: none did */
	int64_t read_from;    /* what others did is shown no sooner, unless a key is pressed */
	bool is_stale;        /* something may look different */
	bool is_quiet;        /* start.quiet was called, and nothing came since */
};

static void paint(struct loop *l)
{
	frame_paint(l->tui);
	term_sync_mark(l->keys_taken);
	l->last_paint = term_milliseconds();
	l->is_stale = false;
}

/* What was typed ahead of a question must not answer it. It still counts as taken. */
static void forget_typed_ahead(struct loop *l)
{
	tui_key key;

	while (key_read(&l->reader, &key))
		if (key != TUI_KEY_RESIZE)
			l->keys_taken++;
	l->tui->must_forget = false;
}

/* What opens a lock goes past the terminal library. */
static bool next_key(struct loop *l, tui_key *key)
{
	return l->tui->lock.is_on ? key_read_unkept(&l->reader, key) : key_read(&l->reader, key);
}

static void take_keys(struct loop *l)
{
	tui_key key;

	while (!l->tui->has_quit && !term_has_gone() && next_key(l, &key)) {
		l->is_stale = true;
		if (key == TUI_KEY_RESIZE)
			continue;
		lock_step(l->tui); /* a key that comes too late goes to the lock */
		if (l->tui->has_quit)
			return;
		l->keys_taken++;
		l->last_key = term_milliseconds();
		l->is_quiet = false;
		tui_take_key(l->tui, key);
		if (l->tui->must_forget)
			forget_typed_ahead(l);
		if (!l->tui->has_quit && term_milliseconds() - l->last_paint >= PAINT_MILLISECONDS &&
		    term_input_waits())
			paint(l);
	}
}

/* How long nothing needs doing: -1 for ever. */
static int patience(const struct loop *l)
{
	const struct tui *t = l->tui;

	if (stack_works(t))
		return 0;
	if (t->start.news || t->has_unkept || t->is_pasting || t->start.lock)
		return POLL_MILLISECONDS;
	return -1;
}

/* Forty people see each save of one of them: whoever only watches may see it a little later. */
static bool hear(struct loop *l)
{
	int64_t begun = term_milliseconds(), took;

	if (!stack_hear(l->tui, begun >= l->read_from))
		return false;
	took = term_milliseconds() - begun;
	if (begun >= l->read_from)
		l->read_from = begun + took +
			       (took * READ_SHARE < READ_MILLISECONDS ? took * READ_SHARE : READ_MILLISECONDS);
	return true;
}

static void keep(struct loop *l)
{
	stack_keep(l->tui);
	stack_settle(l->tui); /* what was stored, or could not be, is shown */
	l->is_stale = true;
}

/* Whoever types for minutes without a pause is kept too. */
static void keep_in_time(struct loop *l)
{
	int64_t now = term_milliseconds();

	if (!l->tui->has_unkept || l->tui->lock.is_on || l->tui->has_quit)
		l->unkept_since = 0;
	else if (!l->unkept_since)
		l->unkept_since = now;
	else if (now - l->unkept_since >= KEEP_WITHIN_SECONDS * 1000)
		keep(l);
}

static void on_quiet(struct loop *l)
{
	struct tui *t = l->tui;
	int64_t quiet = term_milliseconds() - l->last_key;

	if (stack_works(t)) {
		stack_work(t);
		l->is_stale = true;
		return;
	}
	if (t->lock.is_on)
		return;        /* nothing is read for a screen that nobody sees */
	t->is_pasting = false; /* an end mark that was lost on the way must not swallow the keys for ever */
	if (hear(l)) {
		l->is_stale = true;
		l->is_quiet = false;
	}
	if (t->has_unkept && quiet >= KEEP_AFTER_SECONDS * 1000)
		keep(l);
	if (!l->is_quiet && !l->is_stale && quiet >= QUIET_MILLISECONDS && t->start.quiet) {
		t->start.quiet(t->start.world);
		l->is_quiet = true;
	}
}

static void wait_and_act(struct loop *l)
{
	enum term_event event = term_wait(patience(l));

	if (term_took_resume()) {
		l->tui->must_repaint = true;
		l->is_stale = true;
	}
	switch (event) {
	case TERM_KEYS:
	case TERM_SIGNAL: /* a new size comes as a key, but for a locked screen */
		if (l->tui->lock.is_on)
			l->is_stale |= term_follow_size();
		take_keys(l);
		keep_in_time(l);
		break;
	case TERM_QUIET: on_quiet(l); break;
	case TERM_GONE: break;
	}
}

static enum tui_end run(struct tui *t)
{
	struct loop loop = {.tui = t, .last_key = term_milliseconds(), .is_stale = true};

	while (!t->has_quit && !term_has_gone()) {
		loop.is_stale |= lock_step(t);
		if (t->has_quit)
			break;
		if (loop.is_stale)
			paint(&loop);
		if (t->start.at_rest)
			t->start.at_rest(t->start.world);
		wait_and_act(&loop);
	}
	return t->has_quit ? t->end : TUI_END_HANG_UP;
}

int64_t tui_milliseconds(void)
{
	return term_milliseconds();
}

enum tui_end tui_run(const struct tui_start *start, struct fault *f)
{
	enum tui_end end = TUI_END_NO_TERMINAL;
	bool is_plain_locale;
	struct tui *t;

	if (!term_open(&is_plain_locale, f))
		return end;
	t = tui_create(start, is_plain_locale);
	if (!t) {
		fault_set(f, FAULT_MEMORY,
			  "The computer has no memory left to start the screens; close other programs.");
	} else if (tui_push(t, start->first, start->first_state, f)) {
		if (is_plain_locale)
			tui_say(t, "The locale is not UTF-8; set LANG=C.UTF-8 if names look wrong. Lines are drawn "
				   "plainly");
		stack_settle(t);
		end = run(t);
		if (end == TUI_END_HANG_UP)
			stack_keep(t);
	}
	tui_destroy(t);
	term_close();
	return end;
}

void tui_forget_typed_ahead(struct tui *t)
{
	t->must_forget = true;
}
