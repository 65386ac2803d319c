/* Reading keys: what the terminal library returns becomes our own numbers, so that a letter is never a function key. */
#include "tui/key.h"

#include "key_read.h"
#include "term.h"

#include "base/text.h"

#include <curses.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static const struct {
	int code;
	tui_key key;
} special_keys[] = {
	{KEY_UP, TUI_KEY_UP},
	{KEY_DOWN, TUI_KEY_DOWN},
	{KEY_LEFT, TUI_KEY_LEFT},
	{KEY_RIGHT, TUI_KEY_RIGHT},
	{KEY_HOME, TUI_KEY_HOME},
	{KEY_FIND, TUI_KEY_HOME}, /* ESC [ 1 ~ is "find" on a VT220 and Home under PuTTY and on the Linux console */
	{KEY_END, TUI_KEY_END},
	{KEY_SELECT, TUI_KEY_END},
	{KEY_PPAGE, TUI_KEY_PAGE_UP},
	{KEY_NPAGE, TUI_KEY_PAGE_DOWN},
	{KEY_A1, TUI_KEY_HOME}, /* the keypad without Num Lock */
	{KEY_A3, TUI_KEY_PAGE_UP},
	{KEY_C1, TUI_KEY_END},
	{KEY_C3, TUI_KEY_PAGE_DOWN},
	{KEY_BACKSPACE, TUI_KEY_BACKSPACE},
	{KEY_DC, TUI_KEY_DELETE},
	{KEY_IC, TUI_KEY_INSERT},
	{KEY_BTAB, TUI_KEY_BACK_TAB},
	{KEY_ENTER, TUI_KEY_ENTER},
	{KEY_RESIZE, TUI_KEY_RESIZE},
};

static tui_key key_from_code(wint_t code)
{
	if (code >= KEY_PLAIN && code < KEY_PLAIN + 0x80)
		return (tui_key)(code - KEY_PLAIN);
	if (code >= KEY_VARIANT && code < KEY_VARIANT + 0x400)
		return 0x110000u + (tui_key)(code - KEY_VARIANT);
	if (code >= (wint_t)KEY_F(1) && code <= (wint_t)KEY_F(20))
		return TUI_F(code - (wint_t)KEY_F(0));
	for (size_t i = 0; i < sizeof special_keys / sizeof *special_keys; i++)
		if ((wint_t)special_keys[i].code == code)
			return special_keys[i].key;
	return TUI_KEY_UNKNOWN;
}

tui_key key_from_curses(bool is_code, wint_t got)
{
	if (is_code)
		return key_from_code(got);
	switch (got) {
	case '\t': return TUI_KEY_TAB;
	case '\r':
	case '\n': return TUI_KEY_ENTER;
	case 0x1b: return TUI_KEY_ESCAPE;
	case 0x08:
	case 0x7f: return TUI_KEY_BACKSPACE;
	default: break;
	}
	if (got < 0x20)
		return got ? (tui_key)got : TUI_KEY_UNKNOWN;
	return text_is_safe((uint32_t)got) || got == 0x200D || got == 0x200C ? (tui_key)got : TUI_KEY_UNKNOWN;
}

static int bytes_of_letter(unsigned char first)
{
	if (first >= 0xC2 && first < 0xE0)
		return 2;
	if (first >= 0xE0 && first < 0xF0)
		return 3;
	return first >= 0xF0 && first < 0xF5 ? 4 : 0;
}

bool key_add_byte(struct key_reader *r, unsigned char byte, tui_key *key)
{
	uint32_t code;

	*key = TUI_KEY_UNKNOWN;
	if ((byte & 0xC0) != 0x80)
		r->count = 0;
	if (r->count == 0)
		r->wanted = bytes_of_letter(byte);
	if (!r->wanted)
		return true;
	r->bytes[r->count++] = (char)byte;
	r->bytes[r->count] = '\0';
	if (r->count < r->wanted)
		return false;
	if (text_is_utf8(r->bytes, (size_t)r->count)) {
		text_decode(r->bytes, &code);
		*key = key_from_curses(false, (wint_t)code);
	}
	r->count = 0;
	return true;
}

/* The library's own reading of wide characters forgets the bytes of a letter whose rest has not come yet, so letters
 * are put together here. Its codes for keys begin at 0x101: a byte is never taken for one. */
static bool read_one(struct key_reader *r, tui_key *key)
{
	for (;;) {
		int got = getch();

		if (got == ERR)
			return false;
		if (got < 0x80 || got > 0xFF) {
			r->count = 0;
			*key = key_from_curses(got > 0xFF, (wint_t)got);
			return true;
		}
		if (key_add_byte(r, (unsigned char)got, key))
			return true;
	}
}

/* A control sequence this program has no name for must not act as Escape and a row of letters: swallow it whole. ESC [
 * is followed by parameters (0x20-0x3F) and one final byte; they have arrived together, so a missing byte ends it. */
static tui_key swallow_sequence(struct key_reader *r)
{
	tui_key next;

	for (int length = 0; length < 32 && read_one(r, &next); length++)
		if (next < 0x20 || next > 0x3f)
			break;
	return TUI_KEY_UNKNOWN;
}

bool key_read(struct key_reader *r, tui_key *key)
{
	tui_key next;

	if (!read_one(r, key))
		return false;
	if (*key != TUI_KEY_ESCAPE || !read_one(r, &next))
		return true;
	if (next == '[')
		*key = swallow_sequence(r);
	else
		key_unread(next);
	return true;
}

void key_unread(tui_key key)
{
	for (size_t i = 0; i < sizeof special_keys / sizeof *special_keys; i++)
		if (special_keys[i].key == key) {
			ungetch(special_keys[i].code);
			return;
		}
	if (key == TUI_KEY_TAB)
		unget_wch(L'\t');
	else if (key >= TUI_KEY_F1 && key <= TUI_F(20))
		ungetch(KEY_F((int)(key - TUI_KEY_F1) + 1));
	else if (key >= 0x110000u)
		ungetch(key == TUI_KEY_ESCAPE ? 0x1b : KEY_VARIANT + (int)(key - 0x110000u));
	else
		unget_wch((wchar_t)key);
}

static bool read_byte(unsigned char *byte)
{
	return term_input_waits() && read(STDIN_FILENO, byte, 1) == 1;
}

/* What follows Escape at once is a key of the keyboard or a mark of a paste: none of them means anything here. */
static bool swallow_bytes(void)
{
	unsigned char byte;

	if (!read_byte(&byte))
		return false;
	while ((byte == '[' || byte == 'O' || (byte >= 0x20 && byte < 0x40)) && read_byte(&byte))
		;
	return true;
}

bool key_read_unkept(struct key_reader *r, tui_key *key)
{
	unsigned char byte;

	while (read_byte(&byte)) {
		if (byte == 0x1b && swallow_bytes())
			continue;
		if (byte < 0x80) {
			r->count = 0;
			*key = key_from_curses(false, byte);
			return true;
		}
		if (key_add_byte(r, byte, key)) {
			explicit_bzero(r, sizeof *r);
			return true;
		}
	}
	return false;
}

static const char *special_name(tui_key key)
{
	static const struct {
		tui_key key;
		const char *name;
	} names[] = {
		{TUI_KEY_UP, "Up"},
		{TUI_KEY_DOWN, "Down"},
		{TUI_KEY_LEFT, "Left"},
		{TUI_KEY_RIGHT, "Right"},
		{TUI_KEY_HOME, "Home"},
		{TUI_KEY_END, "End"},
		{TUI_KEY_PAGE_UP, "PgUp"},
		{TUI_KEY_PAGE_DOWN, "PgDn"},
		{TUI_KEY_BACKSPACE, "Backspace"},
		{TUI_KEY_DELETE, "Delete"},
		{TUI_KEY_INSERT, "Insert"},
		{TUI_KEY_TAB, "Tab"},
		{TUI_KEY_BACK_TAB, "Shift-Tab"},
		{TUI_KEY_ENTER, "Enter"},
		{TUI_KEY_ESCAPE, "Esc"},
		{TUI_KEY_WORD_LEFT, "Ctrl-Left"},
		{TUI_KEY_WORD_RIGHT, "Ctrl-Right"},
		{TUI_KEY_PASTE_BEGIN, "paste"},
		{TUI_KEY_PASTE_END, "end of paste"},
		{TUI_KEY_RESIZE, "resize"},
		{' ', "Space"},
	};

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (names[i].key == key)
			return names[i].name;
	return NULL;
}

const char *tui_key_name(tui_key key, char out[16])
{
	const char *name = special_name(key);
	char letter[5];

	if (name)
		snprintf(out, 16, "%s", name);
	else if (key >= TUI_KEY_F1 && key <= TUI_F(20))
		snprintf(out, 16, "F%u", (unsigned)(key - TUI_KEY_F1) + 1);
	else if (key > 0 && key < 0x20)
		snprintf(out, 16, "Ctrl-%c", (char)(key + '@'));
	else if (tui_key_is_letter(key) && text_encode(key, letter))
		snprintf(out, 16, "%s", letter);
	else
		snprintf(out, 16, "That key");
	return out;
}

int binding_find(const struct binding *table, tui_key key)
{
	if (!table || !key)
		return OP_NONE;
	for (; table->key || table->op; table++)
		if (table->key == key || table->twin == key || table->third == key)
			return table->op;
	return OP_NONE;
}
