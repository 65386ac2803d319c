/* Files as the world leaves them: hostile, read-only, foreign, newer, damaged, on a full disk; and odd terminals. */
#include "journey.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

static void assert_no_sanitizer(const char *said, int status)
{
	if (status < 0 || status > 6 || strstr(said, "Sanitizer"))
		fail_msg("It ended with %d: %s", status, said);
}

/* --- Hostile text --- */

/* Rings, paints, fills the clipboard, turns the line round: all of it from data. */
#define HOSTILE                                                                                                        \
	"char(27) || ']52;c;ZXZpbA==' || char(7) || char(27) || '[5mEv' || char(155) || '5mi' || char(8238) || 'l' "   \
	"|| "                                                                                                          \
	"char(8294) || char(133) || char(8232)"

static void assert_harmless(const char *bytes, size_t count, const char *where)
{
	static const char *const never[] = {"\033]52", "\033[5m", "\xe2\x80\xae", "\xe2\x81\xa6", "\xe2\x80\xa8"};

	for (size_t i = 0; i < sizeof never / sizeof *never; i++)
		if (memmem(bytes, count, never[i], strlen(never[i])))
			fail_msg("%s holds ESC%s as it was stored", where, never[i] + 1);
	for (size_t i = 0; i + 1 < count; i++)
		if ((unsigned char)bytes[i] == 0xc2 && (unsigned char)bytes[i + 1] < 0xa0)
			fail_msg("%s holds the control character U+00%02X", where, (unsigned char)bytes[i + 1]);
}

static void stored_text_never_drives_the_terminal(void **state)
{
	static const char *const verbs[] = {"due --file %F --today " JOURNEY_TODAY,
					    "today --file %F --today " JOURNEY_TODAY,
					    "show FAM-9001 --file %F --today " JOURNEY_TODAY};
	struct journey *j = *state;
	char *stream = NULL;
	size_t size;
	FILE *record;

	journey_import_families(j);
	journey_sql(j, "UPDATE person SET surname = " HOSTILE ", given_names = " HOSTILE
		       "; UPDATE family SET name = " HOSTILE "; UPDATE conference SET reason = " HOSTILE
		       "; UPDATE contact SET name = id || " HOSTILE);
	for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++) {
		int status;
		char *said = journey_verb(j, verbs[i], &status);

		assert_no_sanitizer(said, status);
		assert_harmless(said, strlen(said), verbs[i]);
		free(said);
	}
	record = open_memstream(&stream, &size);
	j->t = journey_start(j, NULL);
	terminal_record(j->t, record);
	assert_true(terminal_wait(j->t));
	journey_do(
		j,
		"e PgDn PgDn Enter Tab Tab Esc c Enter b Esc Esc Esc d Right Tab Tab Esc : {FAM-9001} Enter Tab Esc");
	journey_shows(j, "Today · ");
	fflush(record);
	assert_harmless(stream, size, "The screen");
	terminal_record(j->t, NULL);
	fclose(record);
	free(stream);
	journey_quit(j);
}

static void hostile_text_is_not_imported(void **state)
{
	static const char sheet[] = "Family ref,Surname,Given names,Relationship,DOB\r\n"
				    "FAM-9100,Ev\033]52;c;ZXZpbA==\007il,Anna,child,3/3/2014\r\n"
				    "FAM-9101,Fine,Bea,child,3/3/2014\r\n"
				    "FAM-9102,Ne\xc2\x9b"
				    "31mxt,Dee,child,3/3/2014\r\n";
	struct journey *j = *state;
	char path[260], words[400], *said;
	FILE *file;
	int status;

	snprintf(path, sizeof path, "%s/hostile.csv", j->scratch.folder);
	file = fopen(path, "wb");
	assert_non_null(file);
	fwrite(sheet, 1, sizeof sheet - 1, file);
	fclose(file);
	snprintf(words, sizeof words, "import people %s --file %%F --today %s", path, JOURNEY_TODAY);
	said = journey_verb(j, words, &status);
	assert_no_sanitizer(said, status);
	assert_harmless(said, strlen(said), "The report");
	free(said);
	said = journey_verb(j, "show FAM-9101 --file %F", &status);
	assert_int_equal(status, 0);
	free(said);
	for (int family = 9100; family <= 9102; family += 2) {
		snprintf(words, sizeof words, "show FAM-%d --file %%F", family);
		said = journey_verb(j, words, &status);
		assert_int_not_equal(status, 0);
		free(said);
	}
	unlink(path);
}

/* --- Files that cannot be worked on --- */

static void assert_refused(struct journey *j, const char *why, const char *sentence)
{
	int status;

	j->t = journey_start(j, NULL);
	assert_true(terminal_wait_end(j->t, &status));
	if (!WIFEXITED(status) || WEXITSTATUS(status) == 0 || WEXITSTATUS(status) > 6 ||
	    !terminal_shows(j->t, sentence))
		fail_msg("%s: it ended with %x and said:\n%s", why, (unsigned)status, terminal_text(j->t));
	assert_false(terminal_is_on_other_screen(j->t));
	terminal_finish(j->t);
	j->t = NULL;
}

static void what_is_no_case_file_gets_a_sentence(void **state)
{
	static const unsigned char newer[] = {0, 0, 0, 99}, other_program[] = {'N', 'O', 'P', 'E'};
	struct journey *j = *state;

	journey_write_at(j, 60, newer, sizeof newer);
	assert_refused(j, "a newer form", "newer");
	journey_write_at(j, 60, "\0\0\0\1", 4);
	journey_write_at(j, 68, other_program, sizeof other_program);
	assert_refused(j, "another program's database", "not a case file");
	journey_write_at(j, 0, "Dear colleague, the minutes are attached.", 41);
	assert_refused(j, "a letter", "not a case file");
	assert_int_equal(truncate(j->scratch.file, 0), 0);
	assert_refused(j, "an empty file", "empty");
	unlink(j->scratch.file);
	assert_refused(j, "no file at all", "There is no case file at");
}

/* Whoever runs the tests may be allowed everything; setpriv takes that away. */
static struct terminal *start_with_plain_rights(const struct journey *j)
{
	static const char *const without_override[] = {"/usr/bin/setpriv", "--bounding-set=-dac_override", NULL};

	return journey_start_by(j, geteuid() == 0 ? without_override : NULL, NULL);
}

static void a_read_only_file_can_be_looked_at(void **state)
{
	struct journey *j = *state;

	assert_int_equal(chmod(j->scratch.file, 0400), 0);
	j->t = start_with_plain_rights(j);
	if (!terminal_wait_for(j->t, "READ ONLY"))
		journey_shows(j, "READ ONLY");
	journey_do(j, "Down Enter");
	journey_shows_not(j, "Today · ");
	journey_do(j, "Esc t Enter"); /* the question, if it is asked at all, and its answer */
	journey_shows_not(j, "Saved:");
	journey_do(j, "Esc");
	journey_do(j, "a");
	journey_shows_not(j, "Saved:");
	if (!terminal_shows(j->t, "Today · "))
		journey_do(j, "Esc");
	journey_quit(j);
}

/* --- Damage --- */

static long size_of_file(const struct journey *j)
{
	struct stat about;

	assert_int_equal(stat(j->scratch.file, &about), 0);
	return (long)about.st_size;
}

static void begin_again(void **state)
{
	journey_end(state);
	journey_begin(state);
}

static void a_flipped_byte_is_never_a_crash(void **state)
{
	struct journey *j = *state;
	long size = size_of_file(j);

	for (int i = 0; i < 200; i++) {
		unsigned char byte = (unsigned char)(i * 37 + 128);
		int status;
		char *said;

		begin_again(state);
		journey_write_at(j, i < 60 ? i * 2 : size / 200 * i + i * 7 % 400, &byte, 1);
		said = journey_verb(j, i % 5 ? "due --file %F --today " JOURNEY_TODAY : "doctor --file %F", &status);
		assert_no_sanitizer(said, status);
		free(said);
	}
}

static void a_file_cut_short_is_never_a_crash(void **state)
{
	struct journey *j = *state;
	long size = size_of_file(j);

	for (int i = 1; i < 20; i++) {
		int status;
		char *said;

		begin_again(state);
		assert_int_equal(truncate(j->scratch.file, size / 20 * i), 0);
		said = journey_verb(j, "due --file %F --today " JOURNEY_TODAY, &status);
		assert_no_sanitizer(said, status);
		assert_int_not_equal(status, 0);
		free(said);
	}
}

/* In a damaged file the first open task is ticked. What was said to be saved is so in the next program. */
static void damage_is_never_a_wrong_saved(void **state)
{
	struct journey *j = *state;
	long size = size_of_file(j);
	int saved = 0;

	for (int i = 0; i < 20; i++) {
		static const char list[] = "due --json --file %F --today " JOURNEY_TODAY;
		int status, status_after;
		char noise[64], *before, *after;
		bool is_saved;

		begin_again(state);
		memset(noise, 0xa5 + i, sizeof noise);
		journey_write_at(j, size / 20 * i + 200, noise, sizeof noise);
		before = journey_verb(j, list, &status);
		j->t = journey_start(j, NULL);
		is_saved = terminal_wait(j->t);
		if (is_saved)
			journey_do(j, "4 Home t Enter"); /* a task of the lane Replies */
		is_saved = is_saved && terminal_shows(j->t, "Saved: ");
		terminal_finish(j->t);
		j->t = NULL;
		after = journey_verb(j, list, &status_after);
		assert_no_sanitizer(after, status_after);
		if (is_saved && status == 0 && status_after == 0)
			assert_string_not_equal(before, after);
		saved += is_saved;
		free(before);
		free(after);
	}
	assert_in_range(saved, 1, 20); /* most damage is elsewhere: the ticks were real */
}

/* --- A full disk --- */

static void room_on_disk(struct journey *j, rlim_t bytes)
{
	struct rlimit limit = {.rlim_cur = bytes, .rlim_max = RLIM_INFINITY};

	assert_int_equal(prlimit(terminal_process(j->t), RLIMIT_FSIZE, &limit, NULL), 0);
}

static void on_a_full_disk_everything_typed_is_kept(void **state)
{
	struct journey *j = *state;

	journey_open(j);
	journey_do(j, "a {Ní Dhomhnaill} [new child 1] {Caoimhe} [born] {3 3 2014} [sex] f [type] i [strategy] {27 3} "
		      "[reason] {Bruising}");
	room_on_disk(j, 4096);
	journey_do(j, "Ctrl-S");
	if (terminal_shows(j->t, "all the same?"))
		journey_do(j, "y");
	journey_shows_not(j, "Saved:");
	journey_shows(j, "Ní Dhomhnaill");
	journey_shows(j, "Caoimhe");
	journey_shows(j, "3 3 2014");
	journey_shows(j, "27 3");
	journey_shows(j, "Bruising");
	room_on_disk(j, RLIM_INFINITY);
	journey_do(j, "Ctrl-S");
	if (terminal_shows(j->t, "all the same?"))
		journey_do(j, "y");
	journey_shows(j, "Book · initial · Ní Dhomhnaill");
	journey_do(j, "Esc");
	journey_quit(j);
}

/* --- Odd terminals --- */

static void every_usual_terminal_shows_today(void **state)
{
	static const char *const envs[][3] = {
		{"TERM=linux"},
		{"TERM=vt100"},
		{"TERM=screen-256color"},
		{"TERM=xterm", "LC_ALL=C"},
		{"TERM=xterm-256color", "NO_COLOR=1"},
		{"TERM=tmux-256color"},
		{"TERM=rxvt"},
	};
	struct journey *j = *state;

	for (size_t i = 0; i < sizeof envs / sizeof *envs; i++) {
		j->t = journey_start(j, envs[i]);
		if (!terminal_wait(j->t))
			fail_msg("%s: nothing came", envs[i][0]);
		journey_shows(j, "Wednesday 1 April 2026");
		journey_do(j, "Down Enter Esc");
		journey_shows(j, "Wednesday 1 April 2026");
		journey_quit(j);
	}
}

static void an_unknown_terminal_gets_a_sentence(void **state)
{
	static const char *const env[] = {"TERM=nosuchterm", "ASAN_OPTIONS=detect_leaks=0", NULL};
	struct journey *j = *state;
	int status;

	j->t = journey_start(j, env);
	assert_true(terminal_wait_end(j->t, &status));
	assert_int_equal(WEXITSTATUS(status), 2);
	journey_shows(j, "does not know the terminal \"nosuchterm\"");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		JOURNEY(stored_text_never_drives_the_terminal), JOURNEY(hostile_text_is_not_imported),
		JOURNEY(what_is_no_case_file_gets_a_sentence),  JOURNEY(a_read_only_file_can_be_looked_at),
		JOURNEY(a_flipped_byte_is_never_a_crash),       JOURNEY(a_file_cut_short_is_never_a_crash),
		JOURNEY(damage_is_never_a_wrong_saved),         JOURNEY(on_a_full_disk_everything_typed_is_kept),
		JOURNEY(every_usual_terminal_shows_today),      JOURNEY(an_unknown_terminal_gets_a_sentence),
	};

	return cmocka_run_group_tests(tests, journey_begin_all, journey_end_all);
}
