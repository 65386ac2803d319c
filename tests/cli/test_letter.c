/* The verbs about letters, over a real case file with a mail command that a test chooses. */
#include "../casework/sending_steps.h"
#include "command.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/file.h>

#define MAIL_OK     "/bin/sh, \"-c\", \"cat > /dev/null\""
#define MAIL_REFUSE "/bin/sh, \"-c\", \"cat > /dev/null; echo mailbox unavailable >&2; exit 1\""

struct office {
	struct casework_fixture *fixture;
	struct mailing_world w;
	const char *reference;
};

static void begin(struct office *office, const char *mail_command)
{
	void *fixture = NULL;
	char sql[100];

	assert_int_equal(sending_setup(&fixture), 0);
	office->fixture = fixture;
	configured(office->fixture, mail_command, "");
	office->w = a_mailing_world(office->fixture);
	snprintf(sql, sizeof sql, "SELECT reference FROM conference WHERE id = %lld", (long long)office->w.conference);
	office->reference = casework_fixture_text(office->fixture, sql);
}

static void end(struct office *office)
{
	void *fixture = office->fixture;

	sending_teardown(&fixture);
}

/* Parts of what comes out; "" nothing at all, NULL anything. */
static void must(struct office *office, const char *line, int status, const char *out, const char *err)
{
	char whole[900];
	struct command_result result;

	snprintf(whole, sizeof whole, "--file %s --config %s --today " FIXTURE_TODAY " %s", office->fixture->path,
		 office->fixture->config, line);
	result = command_run(&(struct command){.program = QUORATE_PROGRAM, .home = office->fixture->folder}, whole);
	if (result.status != status || (out && (*out ? !strstr(result.out, out) : *result.out != '\0')) ||
	    (err && (*err ? !strstr(result.err, err) : *result.err != '\0')))
		fail_msg("%s: exit %d\n%s\n%s", line, result.status, result.out, result.err);
	command_forget(&result);
}

static int64_t sent_count(struct office *office)
{
	return number(office->fixture, "SELECT count(*) FROM delivery WHERE state = 'sent'");
}

/* --- letter --- */

static void a_letter_is_written_for_one_reader(void **state)
{
	struct office office;
	char line[300];

	(void)state;
	begin(&office, "/bin/true");
	snprintf(line, sizeof line, "letter invitation-parent %s --to Ngozi", office.reference);
	must(&office, line, 0, "Dear Ngozi", "");
	snprintf(line, sizeof line, "letter invitation-parent %s", office.reference);
	must(&office, line, 3, "", "Emeka"); /* several: it says who */
	snprintf(line, sizeof line, "letter invitation-parnet %s --to Ngozi", office.reference);
	must(&office, line, 1, "", "invitation-parent");
	snprintf(line, sizeof line, "letter invitation-parent %s --to Nobodyx", office.reference);
	must(&office, line, 1, "", "is called \"Nobodyx\"");
	must(&office, "letter core-group FAM-9999", 1, "", "There is nothing of that reference");
	snprintf(line, sizeof line, "letter agenda %s", office.reference);
	must(&office, line, 0, "Agenda of the child protection conference", "");
	snprintf(line, sizeof line, "letter attendance-sheet %s", office.reference);
	must(&office, line, 0, "Kit Evans", "");
	snprintf(line, sizeof line, "letter statements %s", office.reference);
	must(&office, line, 0, "What is said here is private.", "");
	snprintf(line, sizeof line, "letter outline-plan %s", office.reference);
	must(&office, line, 0, "Outline child protection plan", "");
	snprintf(line, sizeof line, "letter outline-plan %s --to Ngozi", office.reference);
	must(&office, line, 0, "Ngozi Okonkwo", "");
	snprintf(line, sizeof line, "letter decision-parent %s --to mother", office.reference);
	must(&office, line, 0, "Dear Ngozi Okonkwo", "");
	must(&office, "letter invitation-parent C-9999", 1, "", "There is no such conference");
	must(&office, "letter invitation-parent", 2, "", "needs REF");
	assert_int_equal(number(office.fixture, "SELECT count(*) FROM letter"), 0); /* kept nowhere */
	end(&office);
}

static void a_pdf_is_a_new_file_for_its_owner_only(void **state)
{
	struct office office;
	struct stat about;
	char line[400], path[200];

	(void)state;
	begin(&office, "/bin/true");
	snprintf(path, sizeof path, "%s/printed", office.fixture->folder);
	snprintf(line, sizeof line, "letter invitation-parent %s --to Ngozi --pdf %s", office.reference, path);
	must(&office, line, 0, "Wrote ", "");
	assert_int_equal(stat(path, &about), 0);
	assert_int_equal(about.st_mode & 0777, 0600);
	assert_true(about.st_size > 1000);
	must(&office, line, 3, "", "is there already");
	snprintf(line, sizeof line, "letter invitation-parent %s --to Ngozi --pdf /nonexistent/a.pdf",
		 office.reference);
	must(&office, line, 1, "", "could not be written");
	end(&office);
}

/* --- send --- */

static void sending_is_quiet_when_nothing_waits(void **state)
{
	struct office office;

	(void)state;
	begin(&office, MAIL_OK);
	must(&office, "send", 0, "", "");
	must(&office, "send --json", 0, "[]\n", "");
	end(&office);
}

static void what_waits_is_sent_and_counted(void **state)
{
	struct office office;

	(void)state;
	begin(&office, MAIL_OK);
	mailed(&office.w, MAILING_INVITATIONS);
	must(&office, "send", 0, "Letters: 3 sent.\n", "");
	assert_int_equal(sent_count(&office), 3);
	must(&office, "send", 0, "", "");
	end(&office);
}

static void the_listing_says_how_each_stands(void **state)
{
	struct office office;

	(void)state;
	begin(&office, MAIL_OK);
	mailed(&office.w, MAILING_INVITATIONS);
	must(&office, "send --json", 0, "\"address\": \"kit.evans@example.org\", \"state\": \"sent\"", "");
	assert_int_equal(sent_count(&office), 3);
	end(&office);
}

static void doctor_reads_every_wording(void **state)
{
	char path[400];
	struct office office;
	FILE *own;

	(void)state;
	begin(&office, MAIL_OK);
	must(&office, "doctor", 0, "every wording can be read", "");
	snprintf(path, sizeof path, "%s/letters", office.fixture->config);
	assert_true(mkdir(path, 0700) == 0 || errno == EEXIST);
	snprintf(path, sizeof path, "%s/letters/moved", office.fixture->config);
	own = fopen(path, "w");
	assert_non_null(own);
	fputs("title: Moved\nclassification: OFFICIAL\n---\nDear {{recipient.nmae}}\n", own);
	fclose(own);
	must(&office, "doctor", 0, "did you mean", "");
	must(&office, "doctor", 0, "recipient.name", "");
	assert_int_equal(unlink(path), 0);
	end(&office);
}

static void what_did_not_go_is_said_with_exit_1(void **state)
{
	struct office office;

	(void)state;
	begin(&office, MAIL_REFUSE);
	mailed(&office.w, MAILING_INVITATIONS);
	must(&office, "send --csv", 1, "kit.evans@example.org,waiting,",
	     "3 letters did not go: mailbox unavailable. The outbox");
	assert_int_equal(sent_count(&office), 0);
	end(&office);
}

static void what_cannot_be_sent_at_all_is_refused(void **state)
{
	struct office office;
	char path[200];
	int file;

	(void)state;
	begin(&office, "");
	must(&office, "send", 3, "", "No mail command is configured");
	end(&office);

	begin(&office, MAIL_OK);
	snprintf(path, sizeof path, "%s.sending", office.fixture->path);
	file = open(path, O_RDWR | O_CREAT, 0600);
	assert_int_equal(flock(file, LOCK_EX), 0);
	must(&office, "send", 5, "", "being sent at this moment");
	close(file);
	end(&office);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_letter_is_written_for_one_reader),
		cmocka_unit_test(a_pdf_is_a_new_file_for_its_owner_only),
		cmocka_unit_test(sending_is_quiet_when_nothing_waits),
		cmocka_unit_test(what_waits_is_sent_and_counted),
		cmocka_unit_test(the_listing_says_how_each_stands),
		cmocka_unit_test(doctor_reads_every_wording),
		cmocka_unit_test(what_did_not_go_is_said_with_exit_1),
		cmocka_unit_test(what_cannot_be_sent_at_all_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
