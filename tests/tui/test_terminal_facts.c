/* What a kind of terminal can do, by its description on this machine. */
#include "tui/terminal_facts.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void kinds_are_told_apart(void **state)
{
	static const struct {
		const char *name;
		bool is_known, shows_screens;
		int colours;
		const char *missing; /* a part of it; "" none is missing */
		const char *why;
	} rows[] = {
		{"xterm-256color", true, true, 256, "", "what most people have"},
		{"vt100", true, true, 0, "Shift-Tab", "no colours, few keys"},
		{"dumb", true, false, 0, "Up", "no screens"},
		{"no-such-terminal", false, false, 0, "", "one this machine has no description of"},
		{"", false, false, 0, "", "an empty name"},
		{NULL, false, false, 0, "", "TERM not set"},
	};
	struct arena mem = {0};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct terminal_facts facts;

		tui_terminal_facts(rows[i].name, &mem, &facts);
		if (facts.is_known != rows[i].is_known || facts.shows_screens != rows[i].shows_screens ||
		    facts.colours != rows[i].colours || !strstr(facts.missing, rows[i].missing) ||
		    (!*rows[i].missing && *facts.missing))
			fail_msg("%s: %d %d %d \"%s\"", rows[i].why, facts.is_known, facts.shows_screens, facts.colours,
				 facts.missing);
	}
	arena_finish(&mem);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(kinds_are_told_apart)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
