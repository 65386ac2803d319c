/* The toolkit in a real terminal: bytes on the line, resizes, signals, hang-ups, the ways out. */
#include "terminal.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

#define DOWN      "\033OB"
#define PAGE_DOWN "\033[6~"

static const char *const program[] = {TOY_PROGRAM, NULL};

static int start(void **state)
{
	struct terminal *t = terminal_start(program, NULL, 24, 80);

	*state = t;
	return terminal_wait(t) ? 0 : -1;
}

static int finish(void **state)
{
	terminal_finish(*state);
	return 0;
}

static void assert_shows(struct terminal *t, const char *words)
{
	char *text = terminal_text(t);

	if (!strstr(text, words))
		fail_msg("\"%s\" is not on the screen:\n%s", words, text);
	free(text);
}

static void press(struct terminal *t, const char *bytes)
{
	terminal_send(t, bytes, 1);
	if (!terminal_wait(t))
		fail_msg("The key was not taken; screen:\n%s", terminal_text(t));
}

/* Bytes of each of `times` presses; the largest. */
static size_t dearest(struct terminal *t, const char *bytes, int times)
{
	size_t most = 0;

	terminal_take_bytes(t);
	for (int i = 0; i < times; i++) {
		size_t cost;

		press(t, bytes);
		cost = terminal_take_bytes(t);
		most = cost > most ? cost : most;
	}
	return most;
}

static void starts_with_the_cursor_on_the_selected_row(void **state)
{
	struct terminal *t = *state;
	int row, column;
	bool is_visible;

	assert_shows(t, " People · 300\n");
	assert_shows(t, ">     1 Chidi Okonkwo");
	assert_shows(t, "      3 Ọ̀ṣúndé Adébáyọ̀");
	terminal_cursor(t, &row, &column, &is_visible);
	assert_int_equal(row, 4);
	assert_int_equal(column, 0);
	assert_true(is_visible);
	assert_true(terminal_look_at(t, 4, 10).is_reversed);
	assert_true(terminal_look_at(t, 10, 40).has_colour);
	assert_true(terminal_has_paste_marks(t));
	assert_true(terminal_is_on_other_screen(t));
}

static void a_move_costs_at_most_150_bytes(void **state)
{
	assert_in_range(dearest(*state, DOWN, 16), 1, 150);
}

static void a_one_line_scroll_costs_at_most_250_bytes(void **state)
{
	struct terminal *t = *state;

	dearest(t, DOWN, 16);
	assert_in_range(dearest(t, DOWN, 40), 1, 250);
	assert_shows(t, ">    57 Chidi Okonkwo");
	assert_in_range(dearest(t, "\033OA", 16), 1, 150);
	assert_in_range(dearest(t, "\033OA", 24), 1, 250);
}

static void a_page_costs_at_most_2000_bytes(void **state)
{
	assert_in_range(dearest(*state, PAGE_DOWN, 5), 1, 2000);
}

static void a_letter_in_a_field_costs_at_most_40_bytes(void **state)
{
	press(*state, "w");
	assert_in_range(dearest(*state, "e", 30), 1, 40);
}

static void a_held_key_is_painted_seldom(void **state)
{
	struct terminal *t = *state;

	terminal_take_bytes(t);
	for (int i = 0; i < 100; i++)
		terminal_send(t, DOWN, 1);
	assert_true(terminal_wait(t));
	assert_in_range(terminal_take_bytes(t), 1, 4000);
	assert_shows(t, ">   101 ");
}

static void nothing_is_written_while_nobody_types(void **state)
{
	terminal_take_bytes(*state);
	assert_true(terminal_is_silent(*state, 2200));
	assert_int_equal(terminal_take_bytes(*state), 0);
}

static void fifty_resizes_lose_nothing(void **state)
{
	struct terminal *t = *state;

	press(t, "w");
	terminal_type(t, "still here");
	assert_true(terminal_wait(t));
	for (int i = 0; i < 50; i++) {
		terminal_resize(t, 5 + i % 7 * 9, 20 + i % 5 * 40);
		assert_true(terminal_wait_size(t));
	}
	terminal_resize(t, 24, 80);
	assert_true(terminal_wait_size(t));
	assert_shows(t, "still here");
}

static void escape_acts_at_once_and_alone(void **state)
{
	struct terminal *t = *state;

	press(t, "a");
	assert_shows(t, "Leave it?");
	press(t, "\033");
	assert_false(terminal_shows(t, "Leave it?"));
}

static void unknown_sequence_is_one_key_that_does_nothing(void **state)
{
	struct terminal *t = *state;

	press(t, "a");
	press(t, "\033[34;7~");
	assert_shows(t, "Leave it?");
	assert_shows(t, "That key does nothing here");
}

static void paste_never_acts(void **state)
{
	struct terminal *t = *state;

	terminal_paste(t, "Qaw");
	assert_true(terminal_wait(t));
	assert_shows(t, " People · 300\n");
	press(t, "w");
	terminal_paste(t, "one\rtwo Zoë");
	assert_true(terminal_wait(t));
	assert_shows(t, "one|two Zoë");
}

static void keys_typed_ahead_are_all_taken(void **state)
{
	struct terminal *t = *state;

	terminal_send(t, "w", 1);
	terminal_type(t, "Wiśniewska, Maja 14/7 Łódź");
	assert_true(terminal_wait(t));
	assert_shows(t, "\nWiśniewska, Maja 14/7 Łódź\n");
}

/* The pauses only make it likely that the halves are read apart; the test holds however they fall. */
static void a_letter_that_comes_in_halves_is_one_letter(void **state)
{
	static const char *const pieces[] = {"Zo\xc3", "\xab ", "\xe7\x8e", "\x8b", "!"};
	struct terminal *t = *state;

	press(t, "w");
	for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
		terminal_send(t, pieces[i], 0);
		terminal_is_silent(t, 30);
	}
	assert_true(terminal_wait_for(t, "\nZoë 王!\n"));
}

static void other_terminals_show_the_same(void **state)
{
	static const char *const terms[] = {"TERM=xterm", "TERM=linux", "TERM=vt220", "TERM=screen-256color",
					    "TERM=rxvt"};
	char *expected = terminal_text(*state);

	for (size_t i = 0; i < sizeof terms / sizeof *terms; i++) {
		const char *const env[] = {terms[i], NULL};
		struct terminal *t = terminal_start(program, env, 24, 80);
		char *text;

		assert_true(terminal_wait(t));
		text = terminal_text(t);
		if (strcmp(text, expected) != 0)
			fail_msg("%s:\n%s", terms[i], text);
		free(text);
		terminal_finish(t);
	}
	free(expected);
}

static void assert_restored(struct terminal *t)
{
	assert_false(terminal_is_on_other_screen(t));
	assert_false(terminal_has_paste_marks(t));
}

static void quitting_restores_the_terminal(void **state)
{
	struct terminal *t = *state;
	int status;

	terminal_send(t, "Q", 1);
	assert_true(terminal_wait_end(t, &status));
	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), 0);
	assert_restored(t);
}

static void ending_signals_keep_drafts_and_restore_the_terminal(void **state)
{
	static const int signals[] = {SIGTERM, SIGHUP, SIGINT, SIGQUIT};

	(void)state;
	for (size_t i = 0; i < sizeof signals / sizeof *signals; i++) {
		struct terminal *t = terminal_start(program, NULL, 24, 80);
		int status;

		assert_true(terminal_wait(t));
		terminal_signal(t, signals[i]);
		assert_true(terminal_wait_end(t, &status));
		assert_true(WIFEXITED(status));
		assert_int_equal(WEXITSTATUS(status), 3);
		assert_restored(t);
		terminal_finish(t);
	}
}

static void a_crash_restores_the_terminal_and_stays_a_crash(void **state)
{
	struct terminal *t = *state;
	int status;

	terminal_signal(t, SIGABRT);
	assert_true(terminal_wait_end(t, &status));
	assert_true(WIFSIGNALED(status));
	assert_int_equal(WTERMSIG(status), SIGABRT);
	assert_restored(t);
}

static void the_window_has_its_real_size_whatever_a_shell_exported(void **state)
{
	static const char *const env[] = {"LINES=7", "COLUMNS=33", NULL};
	struct terminal *t = terminal_start(program, env, 24, 80);

	(void)state;
	assert_true(terminal_wait_size(t));
	terminal_resize(t, 30, 100);
	assert_true(terminal_wait_size(t));
	terminal_finish(t);
}

/* Signals are let in while keys keep coming, not only in a pause. */
static void a_flood_of_keys_does_not_hold_the_end_off(void **state)
{
	struct terminal *t = *state;
	int status;

	for (int i = 0; i < 1000; i++)
		terminal_send(t, DOWN, 1);
	terminal_signal(t, SIGTERM);
	assert_true(terminal_wait_end(t, &status));
	assert_int_equal(WEXITSTATUS(status), 3);
}

static void hang_up_at_any_moment_keeps_the_draft(void **state)
{
	char path[] = "/tmp/quorate-e2e-XXXXXX", kept[64];
	const char *const argv[] = {TOY_PROGRAM, path, NULL};
	int fd = mkstemp(path);

	(void)state;
	assert_true(fd >= 0);
	close(fd);
	for (int letters = 1; letters <= 20; letters++) {
		struct terminal *t = terminal_start(argv, NULL, 24, 80);
		int status;
		FILE *in;

		terminal_send(t, "w", 1);
		for (int i = 0; i < letters; i++)
			terminal_send(t, "e", 1);
		assert_true(terminal_wait(t));
		terminal_hang_up(t);
		assert_true(terminal_wait_end(t, &status));
		assert_int_equal(WEXITSTATUS(status), 3);
		terminal_finish(t);
		in = fopen(path, "r");
		assert_non_null(in);
		assert_non_null(fgets(kept, sizeof kept, in));
		fclose(in);
		assert_int_equal(strlen(kept), letters);
	}
	unlink(path);
}

static long long size_of(const char *path)
{
	struct stat about;

	assert_int_equal(stat(path, &about), 0);
	return about.st_size;
}

/* Typed without a pause, as a sentence is, until a draft is there: in less time than a wait for an answer. */
static void whoever_never_pauses_is_kept_before_a_kill(void **state)
{
	char path[] = "/tmp/quorate-e2e-XXXXXX";
	const char *const argv[] = {TOY_PROGRAM, path, NULL};
	int fd = mkstemp(path);
	struct terminal *t = terminal_start(argv, NULL, 24, 80);
	time_t begun = time(NULL);

	(void)state;
	assert_true(fd >= 0);
	close(fd);
	terminal_send(t, "weee", 4);
	assert_true(terminal_wait(t));
	while (size_of(path) == 0 && time(NULL) - begun < 20)
		for (const char *key = "e\177"; *key; key++)
			press(t, (const char[]){*key, 0});
	terminal_signal(t, SIGKILL);
	assert_true(size_of(path) >= 3);
	terminal_finish(t);
	unlink(path);
}

/* A real stop: a session leader without a shell above it is not stopped by TSTP, only by STOP. */
static void stopping_and_going_on_draws_the_screen_again(void **state)
{
	struct terminal *t = *state;

	for (int i = 0; i < 5; i++) {
		int status;

		terminal_signal(t, i % 2 ? SIGTSTP : SIGSTOP);
		if (i % 2 == 0)
			assert_int_equal(waitpid(terminal_process(t), &status, WUNTRACED), terminal_process(t));
		terminal_take_bytes(t);
		terminal_signal(t, SIGCONT);
		press(t, DOWN);
		if (i % 2 == 0)
			assert_in_range(terminal_take_bytes(t), 1000, 10000);
	}
	assert_shows(t, ">     6 ");
	assert_true(terminal_is_on_other_screen(t));
	assert_true(terminal_has_paste_marks(t));
}

static void unfit_terminals_get_a_sentence(void **state)
{
	static const struct {
		const char *why, *term, *sentence;
	} rows[] = {
		{"dumb cannot place the cursor", "TERM=dumb", "The terminal \"dumb\" cannot show screens"},
		{"a name nobody knows", "TERM=nosuchterm", "does not know the terminal \"nosuchterm\""},
		{"no name at all", "TERM", "set TERM to xterm-256color"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const char *const env[] = {rows[i].term, "ASAN_OPTIONS=detect_leaks=0",
					   NULL}; /* newterm's own, when it fails */
		struct terminal *t = terminal_start(program, env, 24, 80);
		int status;

		assert_true(terminal_wait_end(t, &status));
		assert_int_equal(WEXITSTATUS(status), 2);
		if (!terminal_shows(t, rows[i].sentence))
			fail_msg("%s: %s", rows[i].why, terminal_text(t));
		terminal_finish(t);
	}
}

static void plain_locale_uses_plain_lines_and_says_so(void **state)
{
	static const char *const env[] = {"LC_ALL=C", NULL};
	struct terminal *t = terminal_start(program, env, 24, 80);

	(void)state;
	assert_true(terminal_wait(t));
	assert_shows(t, "The locale is not UTF-8");
	assert_shows(t, "--------------------");
	terminal_finish(t);
}

static void no_color_writes_no_colour(void **state)
{
	static const char *const env[] = {"NO_COLOR=1", NULL};
	struct terminal *t = terminal_start(program, env, 24, 80);

	(void)state;
	assert_true(terminal_wait(t));
	assert_false(terminal_look_at(t, 10, 40).has_colour);
	assert_true(terminal_look_at(t, 10, 40).is_underlined);
	terminal_finish(t);
}

static long bytes_in(const char *path)
{
	struct stat about;

	return stat(path, &about) == 0 ? (long)about.st_size : 0;
}

/* Some seconds after the last key, and then not again each second. */
static void quiet_is_said_once(void **state)
{
	char path[] = "/tmp/quorate-quiet-XXXXXX", words[60];
	const char *const env[] = {words, NULL};
	struct terminal *t;

	(void)state;
	close(mkstemp(path));
	snprintf(words, sizeof words, "TOY_QUIET=%s", path);
	t = terminal_start(program, env, 24, 80);
	assert_true(terminal_wait(t));
	press(t, DOWN);
	assert_int_equal(bytes_in(path), 0);
	for (int i = 0; i < 100 && bytes_in(path) == 0; i++)
		usleep(100000);
	usleep(2100000);
	assert_int_equal(bytes_in(path), 1);
	terminal_finish(t);
	unlink(path);
}

int main(void)
{
#define RUN(test) cmocka_unit_test_setup_teardown(test, start, finish)
	const struct CMUnitTest tests[] = {
		RUN(starts_with_the_cursor_on_the_selected_row),
		RUN(a_move_costs_at_most_150_bytes),
		RUN(a_one_line_scroll_costs_at_most_250_bytes),
		RUN(a_page_costs_at_most_2000_bytes),
		RUN(a_letter_in_a_field_costs_at_most_40_bytes),
		RUN(a_held_key_is_painted_seldom),
		RUN(nothing_is_written_while_nobody_types),
		RUN(fifty_resizes_lose_nothing),
		RUN(escape_acts_at_once_and_alone),
		RUN(unknown_sequence_is_one_key_that_does_nothing),
		RUN(paste_never_acts),
		RUN(keys_typed_ahead_are_all_taken),
		RUN(a_letter_that_comes_in_halves_is_one_letter),
		RUN(other_terminals_show_the_same),
		RUN(quitting_restores_the_terminal),
		cmocka_unit_test(ending_signals_keep_drafts_and_restore_the_terminal),
		RUN(a_crash_restores_the_terminal_and_stays_a_crash),
		cmocka_unit_test(the_window_has_its_real_size_whatever_a_shell_exported),
		RUN(a_flood_of_keys_does_not_hold_the_end_off),
		cmocka_unit_test(hang_up_at_any_moment_keeps_the_draft),
		cmocka_unit_test(whoever_never_pauses_is_kept_before_a_kill),
		RUN(stopping_and_going_on_draws_the_screen_again),
		cmocka_unit_test(unfit_terminals_get_a_sentence),
		cmocka_unit_test(plain_locale_uses_plain_lines_and_says_so),
		cmocka_unit_test(no_color_writes_no_colour),
		cmocka_unit_test(quiet_is_said_once),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
