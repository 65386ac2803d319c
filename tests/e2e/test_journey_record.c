/* A section of a record in the real program: whatever ends it, what was typed is there again. */
#include "journey.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/wait.h>

#include <cmocka.h>

static void close_the_line(struct journey *j)
{
	terminal_hang_up(j->t);
}

static void send_term(struct journey *j)
{
	terminal_signal(j->t, SIGTERM);
}

static void send_hup(struct journey *j)
{
	terminal_signal(j->t, SIGHUP);
}

static void a_record_to_write(struct journey *j)
{
	journey_sql(j, "UPDATE conference SET reference = 'C-9999' WHERE id = (SELECT max(id) FROM conference WHERE"
		       " state = 'closed');"
		       "INSERT INTO conference_record (conference_id, edition, state, writer, drafted_on) SELECT id, 1,"
		       " 'drafting', 'x', '2026-04-01' FROM conference WHERE reference = 'C-9999';"
		       "INSERT INTO record_section (record_id, position, key, heading, text, by_user, at) SELECT"
		       " max(id), 1, 'about', 'The conference', 'They are safe.', '', 0 FROM conference_record;");
}

static void assert_words_survive(struct journey *j, void (*end)(struct journey *j))
{
	int status;

	a_record_to_write(j);
	journey_open(j);
	journey_do(j, ": {C-9999} Enter 6 Enter Ctrl-E {  Nana comes at night.}");
	end(j);
	journey_wait_end(j, &status);
	journey_open(j);
	journey_do(j, ": {C-9999} Enter 6 Enter");
	journey_shows(j, "They are safe.");
	journey_shows_not(j, "Nana"); /* not saved behind anybody's back */
	journey_do(j, "Esc Esc D / {C-9999} Enter Enter");
	journey_shows(j, "Nana comes at night.");
	journey_do(j, "Esc Esc : {C-9999} Enter 6 Enter");
	journey_shows(j, "They are safe. Nana comes at night.");
	journey_do(j, "Esc");
	journey_quit(j);
}

static void a_lost_line_loses_nothing(void **state)
{
	assert_words_survive(*state, close_the_line);
}

static void a_shutdown_loses_nothing(void **state)
{
	assert_words_survive(*state, send_term);
}

static void a_hang_up_loses_nothing(void **state)
{
	assert_words_survive(*state, send_hup);
}

/* Line breaks of a paste are text, and no key of it acts. */
static void a_pasted_text_is_text(void **state)
{
	struct journey *j = *state;

	a_record_to_write(j);
	journey_open(j);
	journey_do(j, ": {C-9999} Enter 6 Enter Ctrl-E");
	terminal_paste(j->t, "\nQ\nz :q! /find\n");
	terminal_wait(j->t);
	journey_do(j, "Ctrl-S");
	journey_shows(j, "z :q! /find");
	journey_shows(j, "Saved.");
	journey_do(j, "Esc");
	journey_quit(j);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		JOURNEY(a_lost_line_loses_nothing),
		JOURNEY(a_shutdown_loses_nothing),
		JOURNEY(a_hang_up_loses_nothing),
		JOURNEY(a_pasted_text_is_text),
	};

	return cmocka_run_group_tests(tests, journey_begin_all, journey_end_all);
}
