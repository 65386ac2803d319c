/* A screen that is left alone: warned, locked, and ended. The toolkit clears the screen and takes the password; what
 * locks when, what stands there and what opens it is the program's. */
#ifndef TUI_LOCK_H
#define TUI_LOCK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum tui_idle {
	TUI_IDLE_NOTHING,
	TUI_IDLE_WARN, /* says `warning`; any key takes it away */
	TUI_IDLE_LOCK,
	TUI_IDLE_END, /* drafts are kept, the program ends */
};

enum tui_unlock { TUI_UNLOCKED, TUI_UNLOCK_REFUSED, TUI_UNLOCK_NEVER /* the program ends */ };

enum { TUI_LOCK_LINES = 4 };

/* What stands on a locked screen. Nothing of what was under it. */
struct tui_lock_words {
	char title[80];
	char lines[TUI_LOCK_LINES][160]; /* "" unused */
	char prompt[60];                 /* before the password, which is never shown; "" none is asked */
};

struct tui_lock {
	/* Asked once a second and before each key; `quiet` since the last key that was work, in milliseconds. */
	enum tui_idle (*idle)(void *world, int64_t quiet, bool is_locked);
	const char *warning;
	/* It is locked now; drafts are kept already. */
	void (*locked)(void *world, bool by_key);
	void (*words)(void *world, struct tui_lock_words *out);
	/* Does it open? `said`: a sentence for the person when it does not. What was typed is wiped afterwards. */
	enum tui_unlock (*open)(void *world, const char *typed, char *said, size_t room);
	int64_t (*now)(void *world); /* milliseconds that never go back; NULL: the machine's */
};

#endif
