/* The description of a kind of terminal, read as the screens would read it. */
#include "tui/terminal_facts.h"

#include <curses.h>
#include <termcap.h>

/* Keys of the screens that have no plain twin on every keyboard; the others are characters. */
static const struct {
	const char *capability, *name;
} keys[] = {
	{"kcuu1", "Up"},      {"kcud1", "Down"}, {"kcub1", "Left"}, {"kcuf1", "Right"},    {"khome", "Home"},
	{"kend", "End"},      {"kpp", "PgUp"},   {"knp", "PgDn"},   {"kcbt", "Shift-Tab"}, {"kdch1", "Delete"},
	{"kbs", "Backspace"}, {"kf1", "F1"},     {"kf2", "F2"},     {"kf4", "F4"},         {"kf9", "F9"},
};

static bool has(const char *capability)
{
	const char *bytes = tigetstr(capability);

	return bytes && bytes != (char *)-1 && *bytes; /* -1: not a text at all */
}

void tui_terminal_facts(const char *name, struct arena *mem, struct terminal_facts *out)
{
	*out = (struct terminal_facts){.missing = ""};
	if (!name || !*name || tgetent(NULL, name) != 1)
		return;
	out->is_known = true;
	out->shows_screens = has("cup") && has("clear");
	out->colours = tigetnum("colors") > 0 ? tigetnum("colors") : 0;
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
		if (!has(keys[i].capability))
			out->missing = arena_joined(mem, out->missing, ", ", keys[i].name);
}
