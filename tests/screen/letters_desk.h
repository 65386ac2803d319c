/* A desk over a conference whose list is told in every way there is, with a mail command that a test chooses. */
#ifndef TESTS_LETTERS_DESK_H
#define TESTS_LETTERS_DESK_H

#include "../casework/sending_steps.h"
#include "desk_fixture.h"

struct letters_desk {
	struct desk_fixture *desk;
	struct mailing_world w;
};

static inline int64_t count_of(struct letters_desk *d, const char *sql)
{
	return casework_fixture_number(d->desk->file, sql);
}

/* The commands are YAML words, "" none; the conference's page is on the screen. */
static inline void letters_desk_begin(struct letters_desk *d, const char *mail_command, const char *print_command)
{
	void *desk = NULL;
	char sql[100];

	assert_int_equal(desk_fixture_setup(&desk), 0);
	d->desk = desk;
	configured(d->desk->file, mail_command, print_command);
	d->w = a_mailing_world(d->desk->file);
	desk_restart(d->desk);
	snprintf(sql, sizeof sql, "SELECT reference FROM conference WHERE id = %lld", (long long)d->w.conference);
	desk_keys(d->desk, ":");
	desk_type(d->desk, casework_fixture_text(d->desk->file, sql));
	desk_keys(d->desk, "Enter");
}

static inline void letters_desk_end(struct letters_desk *d)
{
	void *desk = d->desk;
	char folder[120];

	snprintf(folder, sizeof folder, "rm -rf %s/config", d->desk->file->folder);
	assert_int_equal(system(folder), 0);
	desk_fixture_teardown(&desk);
}

/* As long as letters go out. */
static inline void let_work(struct letters_desk *d)
{
	for (int i = 0; i < 30; i++)
		tui_headless_turn(d->desk->tui);
}

/* The letters of a test's day, whatever the clock of the machine says. */
static inline void fix_times(struct letters_desk *d)
{
	count_of(d, "UPDATE delivery SET settled_at = 1775048820 WHERE settled_at > 0"); /* 1 April 2026 14:07 */
	tui_headless_key(d->desk->tui, TUI_F(5));
}

#define MAIL_OK     "/bin/sh, \"-c\", \"cat > /dev/null\""
#define MAIL_REFUSE "/bin/sh, \"-c\", \"cat > /dev/null; echo mailbox unavailable >&2; exit 1\""

#endif
