/* Between the terminal library and our key numbers: private to the toolkit. */
#ifndef TUI_KEY_READ_H
#define TUI_KEY_READ_H

#include "tui/key.h"

#include <wchar.h>

/* Codes given to define_key for keys the terminal library has no name for: our number of the key, moved above its own.
 */
#define KEY_VARIANT   0x2000
#define KEY_CODE(key) (KEY_VARIANT + (int)((key)-0x110000u))
#define KEY_PLAIN     0x1000 /* + an ASCII letter: the digits of the keypad */

tui_key key_from_curses(bool is_code, wint_t got);
/* The bytes of a letter that has come in part: a line may break a letter anywhere, and the library would lose the first
 * half. Start with zeros. */
struct key_reader {
	char bytes[5];
	int count, wanted;
};

bool key_read(struct key_reader *r, tui_key *key); /* false when no whole key is waiting */
/* One more byte above 0x7F. True: `key` is the letter, or TUI_KEY_UNKNOWN for bytes that are none. */
bool key_add_byte(struct key_reader *r, unsigned char byte, tui_key *key);
void key_unread(tui_key key);
/* The same past the terminal library, which keeps what it read: for what is secret. Letters, Enter, Backspace, Escape
 * and Control only. */
bool key_read_unkept(struct key_reader *r, tui_key *key);

/* The byte sequences of the terminals people really use, whatever TERM says. */
struct key_variant {
	const char *bytes;
	tui_key key;
	const char *sender; /* who sends it */
};
extern const struct key_variant key_variants[]; /* ends with NULL bytes */
void key_variants_define(void);                 /* after newterm */

#endif
