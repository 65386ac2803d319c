/* What people's terminals send for a key is that key, whatever TERM says. */
#include "terminal.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

static const char *const program[] = {TOY_PROGRAM, NULL};

struct sent {
	const char *bytes, *name;
};

static const struct sent putty[] = {
	{"\033[11~", "F1"},      {"\033[12~", "F2"},    {"\033[13~", "F3"},    {"\033[14~", "F4"},
	{"\033[15~", "F5"},      {"\033[17~", "F6"},    {"\033[18~", "F7"},    {"\033[19~", "F8"},
	{"\033[20~", "F9"},      {"\033[21~", "F10"},   {"\033[23~", "F11"},   {"\033[24~", "F12"},
	{"\033[1~", "Home"},     {"\033[4~", "End"},    {"\033OA", "Up"},      {"\033OB", "Down"},
	{"\033OC", "Right"},     {"\033OD", "Left"},    {"\033[A", "Up"},      {"\033[B", "Down"},
	{"\033[5~", "PgUp"},     {"\033[6~", "PgDn"},   {"\033[2~", "Insert"}, {"\033[3~", "Delete"},
	{"\x7f", "Backspace"},   {"\x08", "Backspace"}, {"\r", "Enter"},       {"\t", "Tab"},
	{"\033[Z", "Shift-Tab"}, {"\033OM", "Enter"},   {NULL, NULL},
};
static const struct sent xterm[] = {
	{"\033OP", "F1"},
	{"\033OQ", "F2"},
	{"\033OR", "F3"},
	{"\033OS", "F4"},
	{"\033[15~", "F5"},
	{"\033[24~", "F12"},
	{"\033OH", "Home"},
	{"\033OF", "End"},
	{"\033[H", "Home"},
	{"\033[F", "End"},
	{"\033[1;5D", "Ctrl-Left"},
	{"\033[1;5C", "Ctrl-Right"},
	{"\x7f", "Backspace"},
	{"\033[1;2P", "F13"},
	{"\033[34;7~", "That key"},
	{"ą", "ą"},
	{"ć", "ć"},
	{"王", "王"},
	{"ƚ", "ƚ"},
	{"\033", "Esc"},
	{"\x13", "Ctrl-S"},
	{"\x11", "Ctrl-Q"},
	{"\x03", "Ctrl-C"},
	{"\x1a", "Ctrl-Z"},
	{" ", "Space"},
	{"é", "é"},
	{NULL, NULL},
};
static const struct sent linux_console[] = {
	{"\033[[A", "F1"},     {"\033[[B", "F2"},     {"\033[[C", "F3"},       {"\033[[D", "F4"}, {"\033[[E", "F5"},
	{"\033[17~", "F6"},    {"\033[1~", "Home"},   {"\033[4~", "End"},      {"\033[A", "Up"},  {"\033[D", "Left"},
	{"\x7f", "Backspace"}, {"\033[3~", "Delete"}, {"\033[Z", "Shift-Tab"}, {NULL, NULL},
};
static const struct sent rxvt[] = {
	{"\033[11~", "F1"}, {"\033[14~", "F4"},      {"\033[7~", "Home"},
	{"\033[8~", "End"}, {"\033Od", "Ctrl-Left"}, {"\033Oc", "Ctrl-Right"},
	{"\033[A", "Up"},   {"\x7f", "Backspace"},   {NULL, NULL},
};
static const struct sent vt100[] = {
	{"\033OP", "F1"}, {"\033OQ", "F2"}, {"\033OA", "Up"},    {"\033[B", "Down"}, {"\x08", "Backspace"},
	{"\033Oq", "1"},  {"\033Oy", "9"},  {"\033OM", "Enter"}, {NULL, NULL},
};
static const struct sent screen[] = {
	{"\033OP", "F1"}, {"\033[15~", "F5"},    {"\033[1~", "Home"},     {"\033[4~", "End"},
	{"\033OA", "Up"}, {"\x7f", "Backspace"}, {"\033[Z", "Shift-Tab"}, {NULL, NULL},
};
static const struct sent sco[] = {
	{"\033[M", "F1"},   {"\033[V", "F10"},  {"\033[X", "F12"}, {"\033[I", "PgUp"},
	{"\033[G", "PgDn"}, {"\033[H", "Home"}, {"\033[F", "End"}, {NULL, NULL},
};

static const struct {
	const char *why, *term;
	const struct sent *sent;
} people[] = {
	{"PuTTY says it is an xterm and sends VT220 keys", "TERM=xterm", putty},
	{"PuTTY set to say putty", "TERM=putty", putty},
	{"xterm, GNOME terminal, Windows Terminal", "TERM=xterm-256color", xterm},
	{"the Linux console", "TERM=linux", linux_console},
	{"rxvt", "TERM=rxvt", rxvt},
	{"rxvt keys under a wrong name", "TERM=xterm-256color", rxvt},
	{"vt100", "TERM=vt100", vt100},
	{"screen and tmux", "TERM=screen-256color", screen},
	{"PuTTY in its SCO mode", "TERM=xterm", sco},
};

static void every_sequence_is_the_key_it_stands_for(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof people / sizeof *people; i++) {
		const char *const env[] = {people[i].term, NULL};
		struct terminal *t = terminal_start(program, env, 24, 80);

		terminal_send(t, "K", 1);
		assert_true(terminal_wait(t));
		for (const struct sent *s = people[i].sent; s->bytes; s++) {
			char shown[32];

			snprintf(shown, sizeof shown, "<%s>", s->name);
			terminal_send(t, "!", 1);
			assert_true(terminal_wait(t));
			terminal_send(t, s->bytes, 1);
			if (!terminal_wait(t) || !terminal_shows(t, shown))
				fail_msg("%s: ESC%s should be %s", people[i].why, s->bytes + (*s->bytes == '\033'),
					 s->name);
		}
		terminal_finish(t);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(every_sequence_is_the_key_it_stands_for)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
