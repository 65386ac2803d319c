/* The message history: the last fifty, newest first, whole. */
#include "tui_private.h"

#include <stdio.h>

struct messages {
	const struct tui *tui;
	size_t first;
};

static size_t kept(const struct tui *t)
{
	return t->said_count < MESSAGES_KEPT ? t->said_count : MESSAGES_KEPT;
}

static void messages_title(const struct screen *s, char *out, size_t room)
{
	const struct messages *m = screen_state(s);

	snprintf(out, room, "Messages · the last %zu, newest first", kept(m->tui));
}

static void messages_draw(const struct screen *s, struct canvas *c)
{
	const struct messages *m = screen_state(s);
	const struct message *said;
	int row = 0;

	for (size_t i = m->first; row < canvas_rows(c) && (said = tui_said(m->tui, i)); i++)
		row += canvas_paragraph(c, row, 1, canvas_columns(c) - 2, canvas_rows(c) - row, said->role, said->text);
	if (!kept(m->tui))
		canvas_text(c, 0, 1, -1, TUI_TEXT, "Nothing has been said yet.");
	canvas_cursor(c, 0, 1);
}

static enum handled messages_act(struct screen *s, struct tui *t, int op, tui_key typed)
{
	struct messages *m = screen_state(s);
	size_t last = kept(t) ? kept(t) - 1 : 0;

	(void)typed;
	switch (op) {
	case OP_UP: m->first -= m->first > 0; return HANDLED;
	case OP_DOWN: m->first += m->first < last; return HANDLED;
	case OP_PAGE_UP: m->first -= m->first < 10 ? m->first : 10; return HANDLED;
	case OP_PAGE_DOWN: m->first = m->first + 10 < last ? m->first + 10 : last; return HANDLED;
	case OP_FIRST: m->first = 0; return HANDLED;
	case OP_LAST: m->first = last; return HANDLED;
	case OP_MESSAGES: return HANDLED;
	default: return NOT_MINE;
	}
}

static const struct screen_class messages_class = {
	.name = "messages",
	.purpose = "Shows again what the message line has said.",
	.state_size = sizeof(struct messages),
	.title = messages_title,
	.draw = messages_draw,
	.act = messages_act,
};

bool messages_open(struct tui *t)
{
	struct messages start = {.tui = t};

	tui_push(t, &messages_class, &start, NULL);
	return true;
}
