/* The locked screen: when it comes, what it takes, and that nothing of what was typed into it stays. */
#include "term.h"
#include "tui_private.h"

#include "base/text.h"

#include <stdio.h>
#include <string.h>

int64_t tui_now(const struct tui *t)
{
	return t->start.lock && t->start.lock->now ? t->start.lock->now(t->start.world) : term_milliseconds();
}

static void wipe(struct tui *t)
{
	explicit_bzero(t->lock.typed, sizeof t->lock.typed);
	t->lock.used = 0;
}

/* --- When it comes --- */

void lock_on(struct tui *t, bool by_key)
{
	stack_keep(t);
	wipe(t);
	t->lock.is_on = true;
	t->lock.asks_to_leave = false;
	t->lock.said[0] = '\0';
	t->is_blank = t->is_warned = false;
	t->message.text[0] = '\0';
	t->must_repaint = true; /* every cell of the terminal, not only those that differ */
	t->start.lock->locked(t->start.world, by_key);
}

static bool warn(struct tui *t)
{
	if (t->is_warned)
		return false;
	t->is_warned = true;
	tui_say(t, "%s", t->start.lock->warning);
	return true;
}

void lock_unwarn(struct tui *t)
{
	if (t->is_warned && strcmp(t->message.text, t->start.lock->warning) == 0)
		t->message.text[0] = '\0';
	t->is_warned = false;
}

bool lock_step(struct tui *t)
{
	const struct tui_lock *lock = t->start.lock;

	if (!lock || t->has_quit)
		return false;
	switch (lock->idle(t->start.world, tui_now(t) - t->last_work, t->lock.is_on)) {
	case TUI_IDLE_WARN: return !t->lock.is_on && warn(t);
	case TUI_IDLE_LOCK:
		if (t->lock.is_on)
			return false;
		lock_on(t, false);
		return true;
	case TUI_IDLE_END:
		if (!t->lock.is_on)
			stack_keep(t);
		wipe(t);
		t->has_quit = true;
		t->end = TUI_END_IDLE;
		return true;
	case TUI_IDLE_NOTHING: break;
	}
	return false;
}

/* --- What it takes --- */

static void leave(struct tui *t, enum tui_end end)
{
	wipe(t);
	t->has_quit = true;
	t->end = end;
}

static void unlocked(struct tui *t)
{
	t->lock.is_on = false;
	t->must_repaint = true;
	t->last_work = tui_now(t);
	stack_must_load(t);
}

/* Checking takes its time, so that nobody tries fast: the person sees that something is done. */
static void try_to_open(struct tui *t)
{
	enum tui_unlock answer;

	snprintf(t->lock.said, sizeof t->lock.said, "Checking ...");
	frame_paint(t);
	t->lock.said[0] = '\0';
	answer = t->start.lock->open(t->start.world, t->lock.typed, t->lock.said, sizeof t->lock.said);
	wipe(t);
	if (answer == TUI_UNLOCKED)
		unlocked(t);
	else if (answer == TUI_UNLOCK_NEVER)
		leave(t, TUI_END_LOCKED_OUT);
}

static void add_letter(struct tui *t, tui_key key)
{
	char letter[5];
	size_t bytes = text_encode(key, letter);

	if (t->lock.used + bytes >= sizeof t->lock.typed)
		return;
	memcpy(t->lock.typed + t->lock.used, letter, bytes);
	t->lock.used += bytes;
	t->lock.typed[t->lock.used] = '\0';
	t->lock.said[0] = '\0';
	explicit_bzero(letter, sizeof letter);
}

static void take_letter_back(struct tui *t)
{
	while (t->lock.used > 0 && ((unsigned char)t->lock.typed[--t->lock.used] & 0xc0) == 0x80)
		;
	t->lock.typed[t->lock.used] = '\0';
}

void lock_take_key(struct tui *t, tui_key key)
{
	if (t->lock.asks_to_leave) {
		t->lock.asks_to_leave = false;
		if (key == 'y' || key == 'Y')
			leave(t, TUI_END_LEFT_LOCKED);
		return;
	}
	switch (key) {
	case TUI_KEY_ENTER: try_to_open(t); break;
	case TUI_KEY_BACKSPACE: take_letter_back(t); break;
	case KEY_CONTROL('u'): wipe(t); break;
	case TUI_KEY_ESCAPE:
	case KEY_CONTROL('q'):
	case KEY_CONTROL('c'):
		wipe(t);
		t->lock.said[0] = '\0';
		t->lock.asks_to_leave = true;
		break;
	default:
		if (tui_key_is_letter(key))
			add_letter(t, key);
		break;
	}
}

/* --- What it shows --- */

void lock_draw(struct tui *t, struct canvas *c)
{
	struct tui_lock_words words = {0};
	int row = 2, columns = canvas_columns(c) - 2, used;

	t->start.lock->words(t->start.world, &words);
	canvas_cell(c, 0, 1, columns, TUI_TITLE, words.title);
	for (int i = 0; i < TUI_LOCK_LINES; i++)
		if (words.lines[i][0])
			row += canvas_paragraph(c, row, 1, columns, canvas_rows(c) - row - 4, TUI_TEXT, words.lines[i]);
	row++;
	used = canvas_text(c, row, 1, columns, TUI_TEXT, words.prompt);
	if (t->lock.said[0])
		canvas_paragraph(c, row + 2, 1, columns, 2, TUI_ERROR, t->lock.said);
	canvas_text(c, canvas_rows(c) - 1, 1, columns, TUI_TEXT,
		    t->lock.asks_to_leave ? "Leave? y leaves; any other key stays. Drafts are kept."
					  : "Enter Unlock  Esc Leave");
	canvas_cursor(c, t->lock.asks_to_leave ? canvas_rows(c) - 1 : row, 1 + used + (used > 0));
}
