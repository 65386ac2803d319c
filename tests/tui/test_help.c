/* Help: every binding with its sentence, found by words, and run by Enter. */
#include "play.h"
#include "tui_private.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void help_lists_this_screen_and_then_the_common_keys(void **state)
{
	struct play *p = *state;

	press(p, '?');
	tui_headless_resize(p->tui, 50, 100);
	assert_shows(p, "This screen: Lists people.");
	assert_shows(p, "w, F4                Write: Writes a note.");
	assert_shows(p, "Everywhere");
	assert_shows(p, "Q, Ctrl-Q            Leaves the program; unsaved work is asked about first.");
}

static void help_is_searched_and_enter_does_it(void **state)
{
	struct play *p = *state;

	tui_headless_type(p->tui, "?/note");
	assert_shows(p, "1 found");
	press(p, TUI_KEY_ENTER);
	press(p, TUI_KEY_ENTER);
	assert_shows(p, "\n Note\n");
}

static void help_can_quit(void **state)
{
	struct play *p = *state;

	press(p, TUI_F(1));
	press(p, TUI_KEY_END);
	press(p, TUI_KEY_ENTER);
	assert_true(tui_headless_has_quit(p->tui));
}

static void help_over_a_question_answers_nothing(void **state)
{
	struct play *p = *state;

	tui_headless_type(p->tui, "a?");
	assert_shows(p, "Says yes.");
	press(p, TUI_KEY_ESCAPE);
	assert_shows(p, "Leave it?");
	assert_int_equal(p->toy.answers, 0);
}

/* Where letters are text, and where a letter is the screen's own, the other keys of a row are listed alone. */
static void only_keys_that_act_are_listed(void **state)
{
	struct play *p = *state;

	press(p, 'w');
	press(p, TUI_F(1));
	tui_headless_resize(p->tui, 50, 100);
	assert_shows(p, "\n  F5                   Reads everything on the screen afresh.");
	assert_shows(p, "\n  Ctrl-Q               Leaves the program");
	assert_hides(p, "Finds the next one.");
}

static void every_common_key_has_a_plain_way_and_a_sentence(void **state)
{
	(void)state;
	for (const struct binding *b = common_keys; b->key; b++) {
		const tui_key keys[] = {b->key, b->twin, b->third};
		bool is_plain = false;

		assert_non_null(b->help);
		for (size_t i = 0; i < 3; i++) {
			bool is_control = keys[i] && keys[i] < 0x20, is_f = keys[i] >= TUI_F(1) && keys[i] <= TUI_F(20);

			is_plain |= keys[i] && !is_control && !is_f;
			for (const struct binding *other = b + 1; keys[i] && other->key; other++)
				assert_true(other->key != keys[i] && other->twin != keys[i] && other->third != keys[i]);
		}
		assert_true(is_plain);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		PLAY(help_lists_this_screen_and_then_the_common_keys),
		PLAY(help_is_searched_and_enter_does_it),
		PLAY(help_can_quit),
		PLAY(help_over_a_question_answers_nothing),
		PLAY(only_keys_that_act_are_listed),
		cmocka_unit_test(every_common_key_has_a_plain_way_and_a_sentence),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
