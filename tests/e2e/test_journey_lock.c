/* The real program left alone: warned after nine minutes, cleared and locked after ten, opened by the account's
 * password alone, left, ended after an hour; and what was being typed is there again. Its clock and PAM are stand-ins,
 * so that nothing waits and no password of anybody is asked. */
#include "domain/role.h"
#include "journey.h"

#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

enum { MINUTE = 60 };

struct seat {
	struct journey *j;
	int64_t *clock; /* seconds that have gone by; shared with the program */
	char file[64];
};

static void sit_down(struct seat *seat)
{
	static char clock[90];
	static const char *const env[] = {clock, "LD_PRELOAD=" STAND_IN,
					  "ASAN_OPTIONS=verify_asan_link_order=0:detect_leaks=0", NULL};

	snprintf(clock, sizeof clock, "STAND_IN_CLOCK=%s", seat->file);
	*seat->clock = 0;
	seat->j->t = journey_start(seat->j, env);
	if (!terminal_wait_for(seat->j->t, "Today · "))
		journey_shows(seat->j, "Today · ");
	assert_true(terminal_wait(seat->j->t)); /* the whole of the first picture */
}

/* No demonstration, which asks for no password. */
static struct seat begin(struct journey *j)
{
	struct seat seat = {.j = j, .file = "/tmp/quorate-clock-XXXXXX"};
	int file = mkstemp(seat.file);

	assert_true(file >= 0);
	assert_int_equal(ftruncate(file, sizeof *seat.clock), 0);
	seat.clock = mmap(NULL, sizeof *seat.clock, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
	assert_true(seat.clock != MAP_FAILED);
	close(file);
	journey_import_families(j);
	journey_sql(j, "UPDATE authority SET is_demo = 0");
	sit_down(&seat);
	return seat;
}

static void end(struct seat *seat)
{
	munmap(seat->clock, sizeof *seat->clock);
	unlink(seat->file);
}

/* The signal makes it look at its clock. */
static void later(struct seat *seat, int seconds)
{
	*seat->clock += seconds;
	terminal_signal(seat->j->t, SIGCONT);
}

static void shows(struct seat *seat, const char *words)
{
	if (!terminal_wait_for(seat->j->t, words))
		journey_shows(seat->j, words);
}

static void write_details(struct seat *seat)
{
	journey_do(seat->j, ": {F900001} Enter e");
	journey_shows(seat->j, "Details · Ọ̀ṣúndé, Temilọlá");
	journey_do(seat->j, "[known] {Temi} [e-mail] {temi@exam");
}

static char *recorded(FILE *file, size_t *bytes)
{
	char *text;

	fflush(file);
	*bytes = (size_t)ftell(file);
	text = calloc(1, *bytes + 1);
	rewind(file);
	assert_int_equal(fread(text, 1, *bytes, file), *bytes);
	fclose(file);
	return text;
}

static void assert_audited(struct seat *seat, const char *words)
{
	char sql[80], *said;
	int status;

	snprintf(sql, sizeof sql, "UPDATE user_account SET roles = %u", (unsigned)ROLE_BIT(ROLE_AUDITOR));
	journey_sql(seat->j, sql);
	said = journey_verb(seat->j, "audit --file %F", &status);

	if (!strstr(said, words))
		fail_msg("\"%s\" is not in the log:\n%s", words, said);
	free(said);
}

static void it_is_warned_cleared_and_opened_by_the_password_alone(void **state)
{
	struct seat seat = begin(*state);
	FILE *file = tmpfile();
	size_t bytes;
	char *text;

	write_details(&seat);
	later(&seat, 9 * MINUTE);
	shows(&seat, "This screen locks in a minute");
	journey_shows(seat.j, "temi@exam");
	terminal_record(seat.j->t, file);
	later(&seat, MINUTE);
	shows(&seat, "Password:");
	journey_shows(seat.j, "Quorate · locked");
	journey_shows_not(seat.j, "Temi");
	journey_shows_not(seat.j, "Northgate");
	terminal_type(seat.j->t, "battery staple\r");
	shows(&seat, "That is not the password of your account.");
	terminal_type(seat.j->t, "\033");
	shows(&seat, "Leave? y leaves");
	terminal_type(seat.j->t, "n");
	terminal_resize(seat.j->t, 30, 100);
	assert_true(terminal_wait_size(seat.j->t));
	terminal_record(seat.j->t, NULL);
	text = recorded(file, &bytes);
	assert_true(bytes > 100);
	assert_null(memmem(text, bytes, "Temi", 4)); /* nor anything else of what stood there */
	assert_null(memmem(text, bytes, "temi@", 5));
	assert_null(memmem(text, bytes, "battery", 7));
	free(text);
	terminal_type(seat.j->t, "correct horse\r");
	shows(&seat, "temi@exam");
	journey_shows(seat.j, "Details · Ọ̀ṣúndé, Temilọlá");
	journey_do(seat.j, "{ple.org} Ctrl-S");
	journey_shows(seat.j, "Saved: the details of");
	journey_quit(seat.j);
	assert_audited(&seat, "wrong password, try 1 of");
	end(&seat);
}

static void what_was_typed_is_there_after_leaving_and_after_an_hour(void **state)
{
	struct seat seat = begin(*state);
	int status;

	write_details(&seat);
	later(&seat, 10 * MINUTE);
	shows(&seat, "Quorate · locked");
	terminal_type(seat.j->t, "\033");
	shows(&seat, "Leave? y leaves");
	terminal_send(seat.j->t, "y", 1);
	journey_wait_end(seat.j, &status);
	assert_true(WIFEXITED(status));

	sit_down(&seat);
	shows(&seat, "not saved: Details");
	journey_do(seat.j, "D Enter [e-mail]");
	journey_shows(seat.j, "temi@exam");
	journey_do(seat.j, "End {ple.net}");
	later(&seat, 61 * MINUTE);
	journey_wait_end(seat.j, &status);
	assert_true(WIFEXITED(status));

	sit_down(&seat);
	journey_do(seat.j, "D Enter [e-mail]");
	journey_shows(seat.j, "temi@example.net");
	journey_do(seat.j, "Esc d");
	journey_quit(seat.j);
	end(&seat);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		JOURNEY(it_is_warned_cleared_and_opened_by_the_password_alone),
		JOURNEY(what_was_typed_is_there_after_leaving_and_after_an_hour),
	};

	return cmocka_run_group_tests(tests, journey_begin_all, journey_end_all);
}
