/* The stack of screens, keys and messages, on the toy program without a terminal. */
#include "play.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void frame_is_around_the_body(void **state)
{
	struct play *p = *state;
	char *text = tui_headless_text(p->tui);

	assert_ptr_equal(strstr(text, " Toy · Northgate Council"), text);
	assert_non_null(strstr(text, "100 people\n People · 100\n────"));
	assert_non_null(strstr(text, "\n Enter Open  w Write  a Ask  / Filter"));
	assert_non_null(strstr(text, "? Help\ncursor 4 0\n"));
	free(text);
}

static void message_stays_while_moving_and_goes_with_the_next_act(void **state)
{
	struct play *p = *state;

	press(p, TUI_KEY_ENTER);
	assert_shows(p, "Opened Chidi Okonkwo");
	press(p, TUI_KEY_DOWN);
	assert_shows(p, "Opened Chidi Okonkwo");
	press(p, '/');
	assert_hides(p, "Opened");
}

static void a_long_message_is_seen_to_its_end(void **state)
{
	struct play *p = *state;

	tui_headless_resize(p->tui, 12, 40);
	press(p, 'f');
	assert_shows(p, "\n That person is not there any more;\n press r\n");
	press(p, '/');
	assert_shows(p, "────\n\n");
}

static const struct binding everywhere[] = {
	{TUI_F(3), 0, 0, OP_FIRST_EVERYWHERE, "Clock", "Goes to the clock."},
	{TUI_F(4), '4', 0, OP_FIRST_EVERYWHERE + 1, "Diary", "Goes to the diary."},
	{0},
};

static void go(struct tui *t, int op)
{
	tui_say(t, "Gone to %d", op - OP_FIRST_EVERYWHERE);
}

static struct tui *start_with_everywhere(struct toy *toy)
{
	struct tui_start start;

	toy_fill(toy, 10);
	start = toy_start(toy);
	start.everywhere = everywhere;
	start.go = go;
	return tui_headless_start(&start, 24, 100, NULL);
}

static void everywhere_keys_reach_the_program_but_not_from_text_or_a_question(void **state)
{
	static const struct {
		const char *why, *first;
		tui_key key;
		const char *shows;
	} rows[] = {
		{"from the first screen", "", TUI_F(3), "Gone to 0"},
		{"the twin as well", "", '4', "Gone to 1"},
		{"the screen's own key comes first", "", TUI_F(4), "Note"},
		{"a note takes text", "w", TUI_F(3), "F3 does nothing here"},
		{"a question is answered first", "a", TUI_F(3), "F3 does nothing here"},
		{"they are offered", "", TUI_KEY_DOWN, "F3 Clock"},
		{"and in help", "?", TUI_KEY_DOWN, "Clock: Goes to the clock."},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct toy *toy = calloc(1, sizeof *toy);
		struct tui *t = start_with_everywhere(toy);
		char *text;

		tui_headless_type(t, rows[i].first);
		tui_headless_key(t, rows[i].key);
		text = tui_headless_text(t);
		if (!strstr(text, rows[i].shows))
			fail_msg("%s: no \"%s\" in\n%s", rows[i].why, rows[i].shows, text);
		free(text);
		tui_headless_end(t);
		free(toy);
	}
}

static void an_everywhere_key_can_be_run_from_help(void **state)
{
	struct toy *toy = calloc(1, sizeof *toy);
	struct tui *t = start_with_everywhere(toy);
	char *text;

	(void)state;
	tui_headless_type(t, "?/clock\n\n");
	text = tui_headless_text(t);
	assert_non_null(strstr(text, "Gone to 0"));
	free(text);
	tui_headless_end(t);
	free(toy);
}

static void unknown_key_says_so(void **state)
{
	struct play *p = *state;

	press(p, 'y');
	assert_shows(p, "y does nothing here; ? shows the keys");
	press(p, TUI_F(12));
	assert_shows(p, "F12 does nothing here");
}

static void first_screen_never_closes_by_esc(void **state)
{
	struct play *p = *state;

	press(p, TUI_KEY_ESCAPE);
	press(p, 'q');
	assert_false(tui_headless_has_quit(p->tui));
	assert_shows(p, "Q leaves the program");
	press(p, 'Q');
	assert_true(tui_headless_has_quit(p->tui));
}

static void popup_is_over_the_list_and_answers_once(void **state)
{
	struct play *p = *state;

	press(p, 'a');
	assert_shows(p, "Leave it? y or n");
	assert_shows(p, "People · 100");
	assert_shows(p, "y Yes  n No  Esc Back");
	press(p, 'y');
	assert_int_equal(p->toy.answers, 1);
	assert_int_equal(p->toy.answer_number, 1);
	assert_shows(p, "Answer: yes");
	press(p, 'a');
	press(p, TUI_KEY_ESCAPE);
	assert_int_equal(p->toy.answers, 2);
	assert_int_equal(p->toy.last_code, 0);
}

static void load_that_fails_on_opening_leaves_the_old_screen(void **state)
{
	struct play *p = *state;

	press(p, 'f');
	assert_shows(p, "People · 100");
	assert_shows(p, "That person is not there any more; press r");
}

static void load_that_fails_later_keeps_what_was_shown(void **state)
{
	struct play *p = *state;

	press(p, TUI_KEY_DOWN);
	p->toy.must_fail = true;
	press(p, 'r');
	assert_shows(p, "Another person is saving");
	assert_shows(p, ">     2 Zoë Ní Dhomhnaill");
	press(p, 'r');
	assert_shows(p, "Read afresh");
	assert_shows(p, ">     2 Zoë Ní Dhomhnaill");
}

static void change_by_others_is_loaded_before_a_key_acts(void **state)
{
	struct play *p = *state;
	int loads = p->toy.loads;

	p->toy.people[0].name = "Amelia New";
	p->toy.is_changed = true;
	press(p, TUI_KEY_ENTER);
	assert_int_equal(p->toy.loads, loads + 1);
	assert_shows(p, "Opened Amelia New");
	p->toy.people[0].name = "Amelia Newer";
	p->toy.is_changed = true;
	tui_headless_turn(p->tui);
	assert_shows(p, "Amelia Newer");
}

/* By another's doing, in the middle of a word: the letters that follow open nothing on the screen beneath. */
static void a_screen_taken_away_is_kept_and_waits(void **state)
{
	struct play *p = *state;

	press(p, 'w');
	press(p, 's');
	press(p, 'e');
	p->toy.is_hidden = p->toy.is_changed = true;
	press(p, 'a');
	assert_shows(p, "This note is not for you to see any more. Anything you typed there is kept");
	assert_shows(p, "People · 100");
	assert_string_equal(p->toy.kept, "se");
	press(p, 'a');
	press(p, 'w');
	press(p, TUI_KEY_ENTER);
	assert_int_equal(p->toy.answers, 0);
	assert_shows(p, "People · 100");
	press(p, 'a');
	press(p, TUI_KEY_ESCAPE);
	assert_int_equal(p->toy.answers, 1); /* keys act again */
}

static void text_screen_takes_letters_and_keeps_drafts(void **state)
{
	struct play *p = *state;

	press(p, 'w');
	tui_headless_type(p->tui, "q?QZoë");
	assert_shows(p, "q?QZoë");
	assert_shows(p, "F1 Help");
	assert_int_equal(p->toy.keeps, 0);
	tui_headless_turn(p->tui);
	assert_int_equal(p->toy.keeps, 1);
	assert_string_equal(p->toy.kept, "q?QZoë");
	tui_headless_turn(p->tui);
	assert_int_equal(p->toy.keeps, 1);
}

static void paste_is_text_whatever_it_holds(void **state)
{
	struct play *p = *state;

	press(p, TUI_KEY_PASTE_BEGIN);
	tui_headless_type(p->tui, "Qa\nw");
	press(p, TUI_KEY_ESCAPE);
	press(p, TUI_KEY_PASTE_END);
	assert_false(tui_headless_has_quit(p->tui));
	assert_hides(p, "Leave it?");
	press(p, 'w');
	press(p, TUI_KEY_PASTE_BEGIN);
	tui_headless_type(p->tui, "one\ntwo");
	press(p, TUI_KEY_ESCAPE);
	press(p, TUI_F(9));
	press(p, TUI_KEY_PASTE_END);
	assert_shows(p, "one|two");
}

static void quitting_asks_unsaved_work_and_staying_calls_it_off(void **state)
{
	struct play *p = *state;

	press(p, 'w');
	tui_headless_type(p->tui, "unsaved");
	press(p, KEY_CONTROL('q'));
	assert_shows(p, "Leave it?");
	press(p, 'n');
	assert_false(tui_headless_has_quit(p->tui));
	assert_shows(p, "unsaved");
	press(p, TUI_KEY_DOWN);
	assert_false(tui_headless_has_quit(p->tui));
	press(p, KEY_CONTROL('q'));
	press(p, 'y');
	assert_true(tui_headless_has_quit(p->tui));
}

static void going_elsewhere_keeps_back_meaning_the_first_screen(void **state)
{
	struct play *p = *state;

	tui_headless_type(p->tui, ":");
	assert_shows(p, "Leave it?");
	press(p, 'n');
	assert_shows(p, "People · 100\n");
	assert_int_equal(p->toy.answers, 0); /* the screen beneath did not ask */
	tui_headless_type(p->tui, ":y");
	assert_shows(p, "\nbegun\n"); /* the start state was copied */
	press(p, TUI_KEY_ESCAPE);
	press(p, 'y');
	assert_shows(p, "People · 100\n");
}

static void going_elsewhere_asks_unsaved_work_first(void **state)
{
	struct play *p = *state;

	press(p, 'w');
	tui_headless_type(p->tui, "unsaved");
	press(p, KEY_CONTROL('p'));
	press(p, 'y');
	assert_shows(p, "Leave it?"); /* the note's own question now */
	assert_shows(p, "unsaved");
	press(p, 'n');
	assert_shows(p, "\nunsaved\n");
	press(p, KEY_CONTROL('p'));
	press(p, 'y');
	press(p, 'y');
	assert_shows(p, "\nbegun\n");
	press(p, TUI_KEY_ESCAPE);
	press(p, 'y');
	assert_shows(p, "People · 100\n");
	assert_false(tui_headless_has_quit(p->tui));
}

static void key_line_offers_what_fits_and_always_help(void **state)
{
	struct play *p = *state;

	tui_headless_resize(p->tui, 24, 40);
	assert_shows(p, "\n Enter Open  w Write  a Ask      ? Help\n");
	press(p, 'a');
	assert_shows(p, "\n y Yes  n No  Esc Back           ? Help\n");
}

static void blank_hides_everything_until_a_key(void **state)
{
	struct play *p = *state;
	char *text;

	press(p, TUI_F(9));
	text = tui_headless_text(p->tui);
	assert_ptr_equal(strstr(text, "Press a key\n\n\n"), text);
	assert_null(strstr(text, "Okonkwo"));
	free(text);
	press(p, 'Q');
	assert_false(tui_headless_has_quit(p->tui));
	assert_shows(p, "Okonkwo");
}

static void too_small_says_so_and_loses_nothing(void **state)
{
	struct play *p = *state;

	press(p, 'w');
	tui_headless_type(p->tui, "still here");
	tui_headless_resize(p->tui, 8, 30);
	assert_shows(p, "Make the window larger (now");
	assert_hides(p, "still here");
	tui_headless_type(p->tui, "!");
	tui_headless_resize(p->tui, 24, 80);
	assert_shows(p, "still here!");
}

static void messages_can_be_read_again(void **state)
{
	struct play *p = *state;

	press(p, TUI_KEY_ENTER);
	press(p, TUI_KEY_DOWN);
	press(p, TUI_KEY_ENTER);
	press(p, TUI_F(7));
	assert_shows(p, " Opened Zoë Ní Dhomhnaill\n Opened Chidi Okonkwo\n");
}

static void program_rests_after_every_key(void **state)
{
	struct play *p = *state;
	int rests = p->toy.rests;

	tui_headless_type(p->tui, "jjk");
	assert_int_equal(p->toy.rests, rests + 3);
}

static bool tab_load(struct screen *s, struct tui *t, struct fault *f)
{
	const int *number = screen_state(s);

	(void)t;
	return *number != 3 || fault_set(f, FAULT_REFUSED, "The third tab is for others.");
}

static void tab_draw(const struct screen *s, struct canvas *c)
{
	const int *number = screen_state(s);
	char words[20];

	snprintf(words, sizeof words, "tab %d", *number);
	canvas_text(c, 0, 0, 20, TUI_TEXT, words);
}

static const struct binding tab_keys[] = {{0}};
static const struct screen_class tab_class = {.name = "tab",
					      .purpose = "A tab of its own.",
					      .keys = tab_keys,
					      .state_size = sizeof(int),
					      .load = tab_load,
					      .draw = tab_draw};

static void a_tab_takes_the_place_of_another(void **state)
{
	struct play *p = *state;
	struct fault f = {0};

	assert_true(tui_push(p->tui, &tab_class, &(int){1}, &f));
	assert_true(tui_replace(p->tui, &tab_class, &(int){2}, &f));
	press(p, TUI_KEY_LEFT);
	assert_shows(p, "tab 2");
	assert_false(tui_replace(p->tui, &tab_class, &(int){3}, &f)); /* the old one stays */
	press(p, TUI_KEY_LEFT);
	assert_shows(p, "tab 2");
	press(p, TUI_KEY_ESCAPE); /* leads where it led before there were tabs */
	assert_shows(p, " People · 100");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		PLAY(frame_is_around_the_body),
		PLAY(message_stays_while_moving_and_goes_with_the_next_act),
		PLAY(a_long_message_is_seen_to_its_end),
		cmocka_unit_test(everywhere_keys_reach_the_program_but_not_from_text_or_a_question),
		cmocka_unit_test(an_everywhere_key_can_be_run_from_help),
		PLAY(unknown_key_says_so),
		PLAY(first_screen_never_closes_by_esc),
		PLAY(popup_is_over_the_list_and_answers_once),
		PLAY(load_that_fails_on_opening_leaves_the_old_screen),
		PLAY(load_that_fails_later_keeps_what_was_shown),
		PLAY(change_by_others_is_loaded_before_a_key_acts),
		PLAY(a_screen_taken_away_is_kept_and_waits),
		PLAY(text_screen_takes_letters_and_keeps_drafts),
		PLAY(paste_is_text_whatever_it_holds),
		PLAY(quitting_asks_unsaved_work_and_staying_calls_it_off),
		PLAY(going_elsewhere_keeps_back_meaning_the_first_screen),
		PLAY(going_elsewhere_asks_unsaved_work_first),
		PLAY(key_line_offers_what_fits_and_always_help),
		PLAY(blank_hides_everything_until_a_key),
		PLAY(too_small_says_so_and_loses_nothing),
		PLAY(messages_can_be_read_again),
		PLAY(program_rests_after_every_key),
		PLAY(a_tab_takes_the_place_of_another),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
