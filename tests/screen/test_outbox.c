/* The outbox: what waits and what went wrong of every conference; sent, printed, posted, decided by a person. */
#include "letters_desk.h"

#include <glob.h>

static void begin_waiting(struct letters_desk *d, const char *mail_command, const char *print_command)
{
	letters_desk_begin(d, mail_command, print_command);
	assert_int_equal(mailed(&d->w, MAILING_INVITATIONS), 8);
	desk_keys(d->desk, "O");
	desk_shows(d->desk, "Outbox");
}

static void it_says_what_waits_and_what_went_wrong(void **state)
{
	struct letters_desk d;

	(void)state;
	begin_waiting(&d, MAIL_OK, "");
	desk_golden(d.desk, "outbox-80x24.screen");
	count_of(&d, "UPDATE delivery SET state = 'unsure', settled_at = unixepoch() WHERE id = (SELECT max(id) FROM"
		     " delivery WHERE method = 'email')");
	desk_keys(d.desk, "Esc O");
	desk_shows(d.desk, "1 may have been sent · 2 by e-mail (s) · 2 to post (p) · 3 by hand (h)");
	/* what went wrong stands first */
	desk_shows(d.desk, "h if it did go, r sends it again, b if it came back");
	letters_desk_end(&d);
}

/* The list is of many families: the draft is kept with that of the letter. */
static void why_a_letter_is_not_sent_is_kept_when_the_line_breaks(void **state)
{
	struct letters_desk d;

	(void)state;
	begin_waiting(&d, MAIL_OK, "");
	desk_keys(d.desk, "w");
	desk_type(d.desk, "they moved away");
	tui_headless_turn(d.desk->tui);
	assert_int_equal(count_of(&d, "SELECT count(*) FROM draft WHERE family_id > 0"), 1);
	desk_restart(d.desk);
	desk_shows(d.desk, "1 draft not saved: Answer not given to \"Why is it not to be sent?\"");
	letters_desk_end(&d);
}

static void an_empty_one_says_so(void **state)
{
	struct letters_desk d;

	(void)state;
	letters_desk_begin(&d, MAIL_OK, "");
	desk_keys(d.desk, "O");
	desk_shows(d.desk, "Nothing waits");
	desk_keys(d.desk, "s");
	let_work(&d);
	desk_shows(d.desk, "No letter waits to go by e-mail.");
	letters_desk_end(&d);
}

static void sending_says_what_went_and_what_did_not(void **state)
{
	static const struct {
		const char *command, *says, *state, *why;
		int count;
	} rows[] = {
		{MAIL_OK, "3 sent.", "sent", "all go", 3},
		{MAIL_REFUSE, "3 to be tried again. mailbox unavailable", "waiting", "refused for now", 8},
		{"/nonexistent/mail", "/nonexistent/mail", "waiting", "there is no such command", 8},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct letters_desk d;
		char sql[120];

		begin_waiting(&d, rows[i].command, "");
		desk_keys(d.desk, "s");
		let_work(&d);
		desk_shows(d.desk, rows[i].says);
		snprintf(sql, sizeof sql, "SELECT count(*) FROM delivery WHERE state = '%s'", rows[i].state);
		if (count_of(&d, sql) != rows[i].count)
			fail_msg("%s: %d", rows[i].why, (int)count_of(&d, sql));
		letters_desk_end(&d);
	}
}

static void one_pdf_holds_the_post_and_yes_marks_it(void **state)
{
	struct letters_desk d;
	char path[200];
	glob_t found;

	(void)state;
	begin_waiting(&d, MAIL_OK, "");
	desk_keys(d.desk, "p p");
	desk_shows(d.desk, "no print command is configured");
	desk_keys(d.desk, "f Ctrl-U");
	desk_type(d.desk, d.desk->file->folder);
	desk_keys(d.desk, "Enter");
	desk_shows(d.desk, "2 letters are in");
	desk_keys(d.desk, "n");
	assert_int_equal(count_of(&d, "SELECT count(*) FROM delivery WHERE state = 'sent'"), 0);
	desk_keys(d.desk, "p f Enter y"); /* the folder is remembered */
	desk_shows(d.desk, "marked as posted");
	assert_int_equal(count_of(&d, "SELECT count(*) FROM delivery WHERE state = 'sent' AND method = 'post'"), 2);
	snprintf(path, sizeof path, "%s/letters-to-post-*.pdf", d.desk->file->folder);
	assert_int_equal(glob(path, 0, NULL, &found), 0);
	assert_int_equal(found.gl_pathc, 2); /* the first was not written over */
	for (size_t i = 0; i < found.gl_pathc; i++)
		unlink(found.gl_pathv[i]);
	globfree(&found);
	letters_desk_end(&d);
}

static void printing_marks_what_was_printed(void **state)
{
	struct letters_desk d;

	(void)state;
	begin_waiting(&d, MAIL_OK, "/bin/sh, \"-c\", \"cat > /dev/null\"");
	desk_keys(d.desk, "p p");
	desk_shows(d.desk, "Printed and marked as posted: 2 letters.");
	assert_int_equal(count_of(&d, "SELECT count(*) FROM delivery WHERE state = 'sent' AND method = 'post'"), 2);
	letters_desk_end(&d);
}

static void a_printer_that_refuses_marks_nothing(void **state)
{
	struct letters_desk d;

	(void)state;
	begin_waiting(&d, MAIL_OK, "/bin/sh, \"-c\", \"cat > /dev/null; echo out of paper >&2; exit 1\"");
	desk_keys(d.desk, "p p");
	desk_shows(d.desk, "out of paper");
	assert_int_equal(count_of(&d, "SELECT count(*) FROM delivery WHERE state = 'sent'"), 0);
	letters_desk_end(&d);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(it_says_what_waits_and_what_went_wrong),
		cmocka_unit_test(why_a_letter_is_not_sent_is_kept_when_the_line_breaks),
		cmocka_unit_test(an_empty_one_says_so),
		cmocka_unit_test(sending_says_what_went_and_what_did_not),
		cmocka_unit_test(one_pdf_holds_the_post_and_yes_marks_it),
		cmocka_unit_test(printing_marks_what_was_printed),
		cmocka_unit_test(a_printer_that_refuses_marks_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
