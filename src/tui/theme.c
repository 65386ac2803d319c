/* What each role looks like, in the eight colours of any terminal on its own background, and without colours. */
#include "theme.h"

#include <stdlib.h>

#define NO_COLOUR (-1)

/* Never a background except reverse, never dim or blue: both fail for somebody's eyes or palette. LATE and SOON use the
 * two colours that read on black and on white alike. */
static const struct {
	attr_t with_colour;
	short colour;
	attr_t without_colour;
} looks[TUI_ROLE_COUNT] = {
	[TUI_TEXT] = {A_NORMAL, NO_COLOUR, A_NORMAL},
	[TUI_TITLE] = {A_BOLD, NO_COLOUR, A_BOLD},
	[TUI_HEADING] = {A_UNDERLINE, NO_COLOUR, A_UNDERLINE},
	[TUI_MUTED] = {A_NORMAL, NO_COLOUR, A_NORMAL},
	[TUI_SELECTED] = {A_REVERSE, NO_COLOUR, A_REVERSE},
	[TUI_LATE] = {A_BOLD, COLOR_RED, A_BOLD | A_UNDERLINE},
	[TUI_SOON] = {A_BOLD, COLOR_MAGENTA, A_BOLD},
	[TUI_GOOD] = {A_NORMAL, COLOR_GREEN, A_NORMAL},
	[TUI_LINK] = {A_UNDERLINE, NO_COLOUR, A_UNDERLINE},
	[TUI_FIELD] = {A_UNDERLINE, NO_COLOUR, A_UNDERLINE},
	[TUI_FIELD_FOCUS] = {A_BOLD | A_UNDERLINE, NO_COLOUR, A_BOLD | A_UNDERLINE},
	[TUI_KEY] = {A_BOLD, NO_COLOUR, A_BOLD},
	[TUI_MESSAGE] = {A_NORMAL, NO_COLOUR, A_NORMAL},
	[TUI_ERROR] = {A_BOLD, COLOR_RED, A_BOLD},
	[TUI_BANNER] = {A_BOLD | A_REVERSE, NO_COLOUR, A_BOLD | A_REVERSE},
	[TUI_RULE] = {A_NORMAL, NO_COLOUR, A_NORMAL},
};

bool theme_wants_colour(enum tui_colour wish, const char *no_color, bool able)
{
	if (!able || wish == TUI_COLOUR_NEVER)
		return false;
	return wish == TUI_COLOUR_ALWAYS || !no_color || !*no_color;
}

void theme_open(struct theme *theme, enum tui_colour wish)
{
	theme->has_colours = theme_wants_colour(wish, getenv("NO_COLOR"), has_colors());
	if (!theme->has_colours)
		return;
	start_color();
	if (COLORS < 8 || COLOR_PAIRS <= COLOR_WHITE + 1) {
		theme->has_colours = false;
		return;
	}
	use_default_colors();
	for (short colour = COLOR_RED; colour <= COLOR_WHITE; colour++)
		init_pair(colour, colour, -1);
}

attr_t theme_look(const struct theme *theme, enum tui_role role, short *pair)
{
	*pair = 0;
	if (!theme->has_colours)
		return looks[role].without_colour;
	if (looks[role].colour != NO_COLOUR)
		*pair = looks[role].colour;
	return looks[role].with_colour;
}
