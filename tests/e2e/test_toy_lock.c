/* A screen that is left alone in a real terminal: warned, cleared, opened again by the password alone, ended. The clock
 * is a file, so nothing waits. */
#include "terminal.h"

#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#define PASSWORD "correct horse"

struct locking {
	char clock[64], note[64];
	struct terminal *terminal;
};

/* The signal makes it look at its clock. */
static void clock_says(struct locking *l, long long seconds)
{
	FILE *file = fopen(l->clock, "w");

	assert_non_null(file);
	fprintf(file, "%lld", seconds);
	assert_int_equal(fclose(file), 0);
	if (l->terminal)
		terminal_signal(l->terminal, SIGCONT);
}

static int begin(void **state)
{
	static struct locking locking;
	static char variable[90];
	const char *argv[] = {TOY_PROGRAM, locking.note, NULL};
	const char *env[] = {variable, NULL};

	locking = (struct locking){.clock = "/tmp/toy-clock-XXXXXX", .note = "/tmp/toy-note-XXXXXX"};
	close(mkstemp(locking.clock));
	close(mkstemp(locking.note));
	snprintf(variable, sizeof variable, "TOY_CLOCK=%s", locking.clock);
	clock_says(&locking, 1000);
	locking.terminal = terminal_start(argv, env, 24, 80);
	assert_true(terminal_wait_for(locking.terminal, "Okonkwo"));
	*state = &locking;
	return 0;
}

static int end(void **state)
{
	struct locking *l = *state;

	terminal_finish(l->terminal);
	unlink(l->clock);
	unlink(l->note);
	return 0;
}

static void type(struct locking *l, const char *text)
{
	terminal_type(l->terminal, text);
	assert_true(terminal_wait(l->terminal));
}

static void shows(struct locking *l, const char *words)
{
	if (!terminal_wait_for(l->terminal, words)) {
		char *text = terminal_text(l->terminal);

		print_error("%s\n", text);
		free(text);
		fail_msg("\"%s\" is not on the screen", words);
	}
}

static void it_is_warned_a_minute_before_and_a_key_keeps_it(void **state)
{
	struct locking *l = *state;

	clock_says(l, 1000 + 540);
	shows(l, "This screen locks in a minute; any key keeps it open.");
	type(l, "j");
	assert_false(terminal_shows(l->terminal, "locks in a minute"));
	clock_says(l, 1540 + 530);
	type(l, "k");
	assert_true(terminal_shows(l->terminal, "Okonkwo"));
}

static char *recorded(FILE *file, size_t *bytes)
{
	char *text;

	fflush(file);
	*bytes = (size_t)ftell(file);
	text = calloc(1, *bytes + 1);
	rewind(file);
	assert_int_equal(fread(text, 1, *bytes, file), *bytes);
	return text;
}

static void nothing_of_the_screen_is_written_while_it_is_locked(void **state)
{
	struct locking *l = *state;
	FILE *file = tmpfile();
	char *text;
	size_t bytes;

	type(l, "wsecret draft");
	terminal_record(l->terminal, file);
	clock_says(l, 1000 + 600);
	shows(l, "The toy is locked");
	type(l, "wrong\r");
	shows(l, "That is not it.");
	type(l, "\033");
	shows(l, "Leave?");
	type(l, "n");
	terminal_resize(l->terminal, 30, 100);
	assert_true(terminal_wait_size(l->terminal));
	terminal_record(l->terminal, NULL);
	text = recorded(file, &bytes);
	assert_true(bytes > 50);
	assert_null(memmem(text, bytes, "Okonkwo", 7));
	assert_null(memmem(text, bytes, "secret", 6));
	assert_null(memmem(text, bytes, "wrong", 5));
	free(text);
	fclose(file);
	assert_false(terminal_shows(l->terminal, "People"));
	type(l, PASSWORD "\r");
	shows(l, "secret draft");
}

/* In the bytes of the process: of one byte a letter, and of four as key numbers are kept. */
static bool is_in_memory(pid_t process, const char *needle, size_t bytes)
{
	char path[64], line[300];
	FILE *maps;
	bool found = false;
	int memory;

	snprintf(path, sizeof path, "/proc/%d/mem", (int)process);
	memory = open(path, O_RDONLY | O_CLOEXEC);
	snprintf(path, sizeof path, "/proc/%d/maps", (int)process);
	maps = fopen(path, "r");
	if (memory < 0 || !maps)
		skip(); /* this machine lets nobody look */
	while (!found && fgets(line, sizeof line, maps)) {
		unsigned long from, to;
		char *part;
		ssize_t got;

		if (sscanf(line, "%lx-%lx rw", &from, &to) != 2 || !strstr(line, " rw") || to - from > 64UL << 20)
			continue;
		part = malloc(to - from);
		got = pread(memory, part, to - from, (off_t)from);
		found = got > 0 && memmem(part, (size_t)got, needle, bytes);
		free(part);
	}
	fclose(maps);
	close(memory);
	return found;
}

static void the_password_is_wiped(void **state)
{
	struct locking *l = *state;
	uint32_t keys[sizeof PASSWORD - 1];

	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
		keys[i] = (unsigned char)PASSWORD[i];
	type(l, "X" PASSWORD);
	assert_true(is_in_memory(terminal_process(l->terminal), PASSWORD,
				 sizeof PASSWORD - 1)); /* or it is not looked for */
	type(l, "\r");
	shows(l, "Okonkwo");
	assert_false(is_in_memory(terminal_process(l->terminal), PASSWORD, sizeof PASSWORD - 1));
	assert_false(is_in_memory(terminal_process(l->terminal), (const char *)keys, sizeof keys));
}

static void assert_ends(struct locking *l, int code)
{
	int status;

	assert_true(terminal_wait_end(l->terminal, &status));
	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), code);
	assert_false(terminal_is_on_other_screen(l->terminal));
}

static void too_many_tries_end_it(void **state)
{
	struct locking *l = *state;

	type(l, "X");
	for (int i = 0; i < 3; i++)
		type(l, "no\r");
	terminal_type(l->terminal, "no\r");
	assert_ends(l, 6);
}

static void it_is_left_from_the_lock(void **state)
{
	struct locking *l = *state;

	type(l, "X");
	type(l, "\033");
	terminal_type(l->terminal, "y");
	assert_ends(l, 5);
}

/* Tries at the lock are no work: the hour runs on. */
static void after_an_hour_it_ends_and_the_draft_is_kept(void **state)
{
	struct locking *l = *state;
	char kept[80] = "";
	FILE *note;

	type(l, "whalf a sentence");
	clock_says(l, 1000 + 700);
	shows(l, "The toy is locked");
	clock_says(l, 1000 + 3500);
	type(l, "no\r");
	clock_says(l, 1000 + 3600);
	assert_ends(l, 4);
	note = fopen(l->note, "r");
	assert_non_null(note);
	assert_non_null(fgets(kept, sizeof kept, note));
	fclose(note);
	assert_non_null(strstr(kept, "half a sentence"));
}

/* The first key after a long sleep belongs to the lock, whatever it would have done. */
static void a_key_that_comes_too_late_does_nothing(void **state)
{
	struct locking *l = *state;
	FILE *file = fopen(l->clock, "w");

	fprintf(file, "%d", 1000 + 900);
	fclose(file);
	type(l, "Q");
	shows(l, "The toy is locked");
}

#define LOCKING(test) cmocka_unit_test_setup_teardown(test, begin, end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		LOCKING(it_is_warned_a_minute_before_and_a_key_keeps_it),
		LOCKING(nothing_of_the_screen_is_written_while_it_is_locked),
		LOCKING(the_password_is_wiped),
		LOCKING(too_many_tries_end_it),
		LOCKING(it_is_left_from_the_lock),
		LOCKING(after_an_hour_it_ends_and_the_draft_is_kept),
		LOCKING(a_key_that_comes_too_late_does_nothing),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
