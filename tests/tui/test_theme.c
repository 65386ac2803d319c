/* Roles: what must never look like plain text without colours, and when colours are used at all. */
#include "theme.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void colour_is_a_wish_that_no_color_and_the_terminal_limit(void **state)
{
	static const struct {
		const char *why;
		enum tui_colour wish;
		const char *no_color;
		bool able, colours;
	} rows[] = {
		{"a terminal with colours", TUI_COLOUR_AUTO, NULL, true, true},
		{"NO_COLOR set", TUI_COLOUR_AUTO, "1", true, false},
		{"NO_COLOR empty does not count", TUI_COLOUR_AUTO, "", true, true},
		{"the command line wins over NO_COLOR", TUI_COLOUR_ALWAYS, "1", true, true},
		{"never", TUI_COLOUR_NEVER, NULL, true, false},
		{"always, on a terminal without", TUI_COLOUR_ALWAYS, NULL, false, false},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (theme_wants_colour(rows[i].wish, rows[i].no_color, rows[i].able) != rows[i].colours)
			fail_msg("%s", rows[i].why);
}

static void what_matters_stands_out_without_colours(void **state)
{
	static const enum tui_role roles[] = {TUI_TITLE,       TUI_SELECTED, TUI_LATE,  TUI_SOON,  TUI_FIELD,
					      TUI_FIELD_FOCUS, TUI_KEY,      TUI_ERROR, TUI_BANNER};
	const struct theme plain = {.has_colours = false}, colours = {.has_colours = true};
	short pair;

	(void)state;
	for (size_t i = 0; i < sizeof roles / sizeof *roles; i++) {
		assert_int_not_equal(theme_look(&plain, roles[i], &pair), A_NORMAL);
		assert_int_equal(pair, 0);
	}
	assert_int_not_equal(theme_look(&plain, TUI_LATE, &pair), theme_look(&plain, TUI_SOON, &pair));
	for (int role = 0; role < TUI_ROLE_COUNT; role++) {
		theme_look(&colours, (enum tui_role)role, &pair);
		assert_in_range(pair, 0, COLOR_WHITE);
		assert_int_not_equal(pair, COLOR_BLUE); /* unreadable on black */
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(colour_is_a_wish_that_no_color_and_the_terminal_limit),
		cmocka_unit_test(what_matters_stands_out_without_colours),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
