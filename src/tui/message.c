/* The message line: what was said last, and the last fifty for those who missed it. */
#include "tui_private.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static void say(struct tui *t, enum tui_role role, const char *text)
{
	const struct message *last = tui_said(t, 0);

	snprintf(t->message.text, sizeof t->message.text, "%s", text);
	t->message.role = role;
	t->message_is_new = true;
	if (!*text || (last && strcmp(last->text, t->message.text) == 0))
		return;
	t->said[t->said_count++ % MESSAGES_KEPT] = t->message;
}

void tui_say(struct tui *t, const char *format, ...)
{
	char text[MESSAGE_ROOM];
	va_list args;

	va_start(args, format);
	vsnprintf(text, sizeof text, format, args);
	va_end(args);
	say(t, TUI_MESSAGE, text);
}

void tui_say_fault(struct tui *t, const struct fault *fault)
{
	struct fault said = *fault, *f = &said;

	if (t->start.explain)
		t->start.explain(t, f);
	say(t, TUI_ERROR, f->message);
}

const struct message *tui_said(const struct tui *t, size_t back)
{
	if (back >= t->said_count || back >= MESSAGES_KEPT)
		return NULL;
	return &t->said[(t->said_count - 1 - back) % MESSAGES_KEPT];
}
