/* Keys as numbers that can never be mistaken for letters, and the rows that bind them to actions. */
#ifndef TUI_KEY_H
#define TUI_KEY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A Unicode code point, a control character, or a special key above every code point. */
typedef uint32_t tui_key;

#define KEY_SPECIAL(n) (0x110000u + (uint32_t)(n))
#define KEY_CONTROL(c) ((uint32_t)(c)&0x1f)

enum tui_special {
	TUI_KEY_UP = KEY_SPECIAL(1),
	TUI_KEY_DOWN,
	TUI_KEY_LEFT,
	TUI_KEY_RIGHT,
	TUI_KEY_HOME,
	TUI_KEY_END,
	TUI_KEY_PAGE_UP,
	TUI_KEY_PAGE_DOWN,
	TUI_KEY_BACKSPACE,
	TUI_KEY_DELETE,
	TUI_KEY_INSERT,
	TUI_KEY_TAB,
	TUI_KEY_BACK_TAB,
	TUI_KEY_ENTER,
	TUI_KEY_ESCAPE,
	TUI_KEY_WORD_LEFT, /* Ctrl-Left */
	TUI_KEY_WORD_RIGHT,
	TUI_KEY_PASTE_BEGIN, /* bracketed paste: what follows is text, whatever it looks like */
	TUI_KEY_PASTE_END,   /* between the two a screen sees OP_TYPED only: letters, and '\n' for a line break, which
			      * comes from   nowhere else (Enter and Ctrl-J are TUI_KEY_ENTER). Neither mark itself
			      * reaches   a screen. */
	TUI_KEY_RESIZE,
	TUI_KEY_F1 = KEY_SPECIAL(0x100), /* F1..F20 follow */
	TUI_KEY_UNKNOWN = KEY_SPECIAL(0x200),
};
#define TUI_F(n) ((tui_key)TUI_KEY_F1 + (tui_key)(n)-1)

static inline bool tui_key_is_letter(tui_key key)
{
	return key >= 0x20 && key != 0x7f && !(key >= 0x80 && key < 0xa0) && key < 0x110000u;
}

/* "Enter", "Esc", "Ctrl-S", "F2", "a", "Space"; for the key line, help and the manual. */
const char *tui_key_name(tui_key key, char out[16]);

/* One row binds up to three keys to an operation of a screen or widget. The footer, help, manual and tests read the
 * same rows. Each row must be reachable without F-keys and without Control, unless the widget is a text field. */
struct binding {
	tui_key key, twin, third; /* 0 where unused */
	int op;                   /* the screen's own enum; below OP_FIRST_OWN are the common ones */
	const char *label;        /* one or two words for the key line: "Book"; NULL keeps it out of the key line */
	const char *help;         /* one sentence for the help screen and the manual */
};

/* Operations every screen knows. A screen's own begin at OP_FIRST_OWN. */
enum common_op {
	OP_NONE,
	OP_UP,
	OP_DOWN,
	OP_PAGE_UP,
	OP_PAGE_DOWN,
	OP_FIRST,
	OP_LAST,
	OP_OPEN,
	OP_BACK,
	OP_NEXT_PANE,
	OP_PREVIOUS_PANE,
	OP_FILTER,
	OP_SORT,
	OP_FIND_NEXT,
	OP_GO_TO,
	OP_HELP,
	OP_REDRAW,
	OP_REFRESH,
	OP_BLANK,
	OP_LOCK,
	OP_MESSAGES,
	OP_QUIT,
	OP_TYPED, /* a letter, a paste or an editing key for the widget that has the focus */
	OP_FIRST_OWN = 100,
	OP_FIRST_EVERYWHERE = 1000, /* of the program's own keys for every screen: tui_start */
};

/* The op for a key in a table that ends with an all-zero row; OP_NONE when it is not there. */
int binding_find(const struct binding *table, tui_key key);

#endif
