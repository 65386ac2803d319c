/* The same program without a terminal: tests feed keys and read the screen. */
#include "term.h"
#include "tui_private.h"

#include "base/text.h"

struct tui *tui_headless_start(const struct tui_start *start, int rows, int columns, struct fault *f)
{
	struct tui *t;

	if (!term_open_headless(rows, columns, f))
		return NULL;
	t = tui_create(start, false);
	if (!t || !tui_push(t, start->first, start->first_state, f)) {
		tui_destroy(t);
		term_close_headless();
		return NULL;
	}
	stack_settle(t);
	frame_paint(t);
	return t;
}

static void at_rest(struct tui *t)
{
	if (t->start.at_rest)
		t->start.at_rest(t->start.world);
}

static void turn(struct tui *t)
{
	if (!t->has_quit)
		frame_paint(t);
	at_rest(t);
}

void tui_headless_key(struct tui *t, tui_key key)
{
	if (t->has_quit)
		return;
	lock_step(t);
	if (key != TUI_KEY_RESIZE && !t->has_quit)
		tui_take_key(t, key);
	turn(t);
}

void tui_headless_type(struct tui *t, const char *text)
{
	uint32_t code;

	for (size_t n; (n = text_decode(text, &code)) > 0; text += n)
		tui_headless_key(t, code == '\n' ? (tui_key)TUI_KEY_ENTER : code);
}

void tui_headless_resize(struct tui *t, int rows, int columns)
{
	term_resize_headless(rows, columns);
	turn(t);
}

void tui_headless_turn(struct tui *t)
{
	if (t->has_quit)
		return;
	t->is_pasting = false;
	lock_step(t);
	if (stack_works(t))
		stack_work(t);
	if (t->lock.is_on || t->has_quit) {
		turn(t);
		return;
	}
	stack_hear(t, true);
	if (t->has_unkept) {
		stack_keep(t);
		stack_settle(t);
	}
	turn(t);
}

char *tui_headless_text(struct tui *t)
{
	return surface_text(t->surface);
}

char *tui_headless_roles(struct tui *t)
{
	return surface_roles(t->surface);
}

bool tui_headless_has_quit(const struct tui *t)
{
	return t->has_quit;
}

void tui_headless_end(struct tui *t)
{
	tui_destroy(t);
	term_close_headless();
}
