/* What this machine knows of a kind of terminal: whether screens can be shown on it and which keys it sends. For
 * doctor; not while screens are open. */
#ifndef TUI_TERMINAL_FACTS_H
#define TUI_TERMINAL_FACTS_H

#include "base/arena.h"

struct terminal_facts {
	bool is_known;       /* there is a description of it */
	bool shows_screens;  /* it can place the cursor and clear */
	int colours;         /* 0: none */
	const char *missing; /* the keys we use that it has no bytes for: "F9, Shift-Tab"; "" none */
};
void tui_terminal_facts(const char *name, struct arena *mem, struct terminal_facts *out);

#endif
