/* Handing mail over: claimed, run and settled, so that nothing goes twice and nothing is lost. */
#include "sending_steps.h"
#include "smtp_server.h"

#include <signal.h>
#include <sys/wait.h>

/* Three letters by e-mail wait: to the mother, the school and the police. */
static struct mailing_world waiting_for(struct casework_fixture *fixture, const char *mail_command)
{
	struct mailing_world w;

	configured(fixture, mail_command, "");
	w = a_mailing_world(fixture);
	mailed(&w, MAILING_INVITATIONS);
	return w;
}

static int64_t in_state(const struct casework_fixture *fixture, const char *state)
{
	return number(fixture, "SELECT count(*) FROM delivery WHERE method = 'email' AND state = '%s'", state);
}

static const char *text_of_file(struct casework_fixture *fixture, const char *name)
{
	char path[160], *text = arena_alloc(&fixture->mem, 1 << 20);
	FILE *file;

	snprintf(path, sizeof path, "%s/%s", fixture->folder, name);
	file = fopen(path, "r");
	assert_non_null(file);
	assert_true(fread(text, 1, (1 << 20) - 1, file) > 0);
	fclose(file);
	return text;
}

static size_t times(const char *text, const char *words)
{
	size_t count = 0;

	for (const char *at = strstr(text, words); at; at = strstr(at + 1, words))
		count++;
	return count;
}

static void each_mail_goes_once(void **state)
{
	struct casework_fixture *fixture = *state;
	char command[200];
	struct sending out;
	const char *mails;

	snprintf(command, sizeof command, "/usr/bin/tee, \"-a\", \"%s/mails\"", fixture->folder);
	waiting_for(fixture, command);
	out = sent(fixture);
	assert_int_equal(out.sent, 3);
	assert_int_equal(out.failed + out.later + out.unsure + out.left, 0);
	assert_string_equal(out.first_trouble, "");
	assert_int_equal(in_state(fixture, "sent"), 3);
	out = sent(fixture);
	assert_int_equal(out.sent, 0);
	mails = text_of_file(fixture, "mails");
	assert_int_equal(times(mails, "\nMessage-Id: <letter-"), 3);
	assert_int_equal(times(mails, "text/calendar"), 3);
	assert_int_equal(times(mails, "application/pdf"), 1); /* the school's form */
	assert_int_equal(times(mails, "\nTo: Ngozi Okonkwo <Ngozi@example.org>"), 1);
	assert_int_equal(number(fixture, "SELECT count(*) FROM delivery WHERE method <> 'email' AND state = 'waiting'"),
			 5);
	assert_int_equal(casework_fixture_audited(fixture, "letters.send"), 1);
	assert_int_equal(number(fixture,
				"SELECT count(*) FROM audit WHERE action = 'delivery.settle' AND family_id > 0 "
				"AND detail LIKE '%%_ to _%%: sent'"),
			 3);
}

/* Of conferences they chair; what another chairs waits for whoever may. */
static void a_chair_sends_their_own(void **state)
{
	struct casework_fixture *fixture = *state;
	struct sending out;

	waiting_for(fixture, "/usr/bin/wc");
	casework_fixture_open_as(fixture, "other", ROLE_BIT(ROLE_CHAIR));
	out = sent(fixture);
	assert_int_equal(out.sent + out.left, 0);
	casework_fixture_open_as(fixture, "spritchard", ROLE_BIT(ROLE_CHAIR));
	out = sent(fixture);
	assert_int_equal(out.sent, 3);
	assert_int_equal(casework_fixture_audited(fixture, "refused"), 0);
}

static void a_refused_mail_is_tried_again_later_and_later(void **state)
{
	static const int minutes[] = {1, 5, 30, 120, 360};
	struct casework_fixture *fixture = *state;
	struct sending out;

	waiting_for(fixture, "/bin/false");
	for (size_t i = 0; i < sizeof minutes / sizeof *minutes; i++) {
		out = sent(fixture);
		assert_int_equal(out.later, 3);
		assert_int_equal(out.left, 3);
		assert_int_equal(number(fixture,
					"SELECT count(*) FROM delivery WHERE method = 'email' AND state = 'waiting' "
					"AND attempts ="
					" %zu AND next_at - strftime('%%s', 'now') BETWEEN %d AND %d AND said LIKE "
					"'%%status 1%%'",
					i + 1, minutes[i] * 60 - 20, minutes[i] * 60),
				 3);
		assert_int_equal(sent(fixture).later, 0); /* not before its time */
		number(fixture, "UPDATE delivery SET next_at = 0 WHERE method = 'email'");
	}
	out = sent(fixture);
	assert_int_equal(out.failed, 3);
	assert_int_equal(out.left, 0);
	assert_int_equal(in_state(fixture, "failed"), 3);
	assert_non_null(strstr(out.first_trouble, "status 1"));
}

static void what_hangs_is_ended(void **state)
{
	struct casework_fixture *fixture = *state;
	struct mailing_world w;
	struct sending out;
	int64_t first;

	configured(fixture, "/bin/sleep, \"60\"", "");
	w = a_mailing_world(fixture);
	MUST(casework_mailing_send(fixture->cw, w.conference, MAILING_INVITATIONS, &w.mother, 1, &(size_t){0}, f));
	first = number(fixture, "SELECT strftime('%%s', 'now')");
	out = sent(fixture);
	assert_int_equal(out.sent, 0);
	assert_int_equal(out.later + out.unsure, 1);
	assert_true(number(fixture, "SELECT strftime('%%s', 'now')") - first < 30);
	assert_int_equal(in_state(fixture, "sending"), 0);
}

/* What cannot even be started leaves the queue as it was. */
static void a_command_that_is_not_there_loses_nothing(void **state)
{
	struct casework_fixture *fixture = *state;
	struct sending out;

	waiting_for(fixture, "/usr/bin/no-such-mailer");
	REFUSED(casework_send(fixture->cw, NULL, &fixture->mem, &out, f), "", "no-such-mailer");
	assert_int_equal(in_state(fixture, "waiting"), 3);
	assert_int_equal(number(fixture, "SELECT sum(attempts) FROM delivery"), 0);
	assert_true(casework_is_at_rest(fixture->cw));
}

static void without_a_command_it_says_what_to_write(void **state)
{
	struct casework_fixture *fixture = *state;
	struct sending out;

	REFUSED(casework_send(fixture->cw, NULL, &fixture->mem, &out, f), "", "mail: {command:");
}

static void an_address_that_cannot_be_written_to_fails_alone(void **state)
{
	struct casework_fixture *fixture = *state;
	struct sending out;

	waiting_for(fixture, "/bin/cat");
	number(fixture, "UPDATE delivery SET address = 'not an address' WHERE address LIKE 'Ngozi%%'");
	out = sent(fixture);
	assert_int_equal(out.sent, 2);
	assert_int_equal(out.failed, 1);
	assert_int_equal(in_state(fixture, "failed"), 1);
	assert_non_null(strstr(out.first_trouble, "address"));
}

static bool stop_at_once(void *payload, size_t done, size_t of)
{
	*(size_t *)payload = done * 10 + of;
	return false;
}

static void a_person_can_stop_it(void **state)
{
	struct casework_fixture *fixture = *state;
	size_t seen = 0;
	const struct sending_watch watch = {stop_at_once, &seen};
	struct sending out;

	waiting_for(fixture, "/bin/cat");
	MUST(casework_send(fixture->cw, &watch, &fixture->mem, &out, f));
	assert_int_equal(seen, 13);
	assert_int_equal(out.sent, 1);
	assert_int_equal(out.left, 2);
}

/* Invented families write to nobody. */
static void a_demonstration_sends_nothing(void **state)
{
	struct casework_fixture *fixture = *state;
	char command[200], path[160];
	struct sending out;

	snprintf(path, sizeof path, "%s/mails", fixture->folder);
	snprintf(command, sizeof command, "/usr/bin/tee, \"-a\", \"%s\"", path);
	waiting_for(fixture, command);
	number(fixture, "UPDATE authority SET is_demo = 1");
	casework_fixture_reopen(fixture, FIXTURE_TODAY);
	/* What was made with it, at ten in the morning of its day, can be sent at any hour of ours. */
	number(fixture, "UPDATE delivery SET next_at = strftime('%%s', '" FIXTURE_TODAY " 09:00')");
	out = sent(fixture);
	assert_int_equal(out.sent, 3);
	assert_int_equal(number(fixture, "SELECT count(*) FROM delivery WHERE state = 'sent' AND said = 'demonstration:"
					 " not really sent'"),
			 3);
	assert_int_not_equal(access(path, F_OK), 0);
}

/* --- Two senders, and one that dies --- */

static void send_in_another_process(struct casework_fixture *fixture)
{
	struct casework_opening how = {
		.path = fixture->path, .config_folder = fixture->config, .today = date_from_iso(FIXTURE_TODAY)};
	struct arena mem = {0};
	struct fault f = {0};
	struct sending out;

	fixture->cw = NULL;
	if (casework_open(&fixture->cw, &how, &f))
		(void)casework_send(fixture->cw, NULL, &mem, &out, &f);
	_exit(0);
}

/* Nothing of SQLite may be open across the fork. */
static pid_t another_sender(struct casework_fixture *fixture)
{
	pid_t pid;

	casework_close(fixture->cw);
	fixture->cw = NULL;
	pid = fork();
	if (pid == 0)
		send_in_another_process(fixture);
	assert_true(pid > 0);
	for (int i = 0; i < 1000 && in_state(fixture, "sending") == 0; i++)
		usleep(10000);
	assert_int_equal(in_state(fixture, "sending"), 1);
	casework_fixture_reopen(fixture, FIXTURE_TODAY);
	return pid;
}

static void two_do_not_send_at_once(void **state)
{
	struct casework_fixture *fixture = *state;
	struct sending out;
	struct fault why = {0};
	pid_t other;

	waiting_for(fixture, "/bin/sleep, \"60\"");
	other = another_sender(fixture);
	assert_false(casework_send(fixture->cw, NULL, &fixture->mem, &out, &why));
	assert_int_equal(why.code, FAULT_BUSY);
	kill(other, SIGKILL);
	waitpid(other, NULL, 0);
}

/* Cut off between claiming and settling: nobody knows whether it went, so a person decides and the rest go on. */
static void what_was_cut_off_is_unsure_and_never_sent_twice(void **state)
{
	struct casework_fixture *fixture = *state;
	char command[200];
	struct sending out;
	pid_t other;

	waiting_for(fixture, "/bin/sleep, \"60\"");
	other = another_sender(fixture);
	kill(other, SIGKILL);
	waitpid(other, NULL, 0);
	snprintf(command, sizeof command, "/usr/bin/tee, \"-a\", \"%s/mails\"", fixture->folder);
	configured(fixture, command, "");
	out = sent(fixture);
	assert_int_equal(out.unsure, 1);
	assert_int_equal(out.sent, 2);
	assert_int_equal(in_state(fixture, "unsure"), 1);
	assert_int_equal(times(text_of_file(fixture, "mails"), "\nSubject:"), 2);
	assert_int_equal(casework_fixture_audited(fixture, "delivery.left_behind"), 1);
}

/* --- A real server --- */

static void it_arrives_at_a_real_server(void **state)
{
	struct casework_fixture *fixture = *state;
	struct smtp_server server;
	const char *const *words, *command = "";
	char folder[120];
	bool found = false;

	if (access("/usr/bin/msmtp", X_OK) != 0)
		skip();
	snprintf(folder, sizeof folder, "%s/server", fixture->folder);
	mkdir(folder, 0700);
	smtp_server_begin(&server, folder);
	for (words = smtp_server_command(&server, &fixture->mem); *words; words++)
		command = arena_printf(&fixture->mem, "%s%s\"%s\"", command, *command ? ", " : "", *words);
	waiting_for(fixture, command);
	smtp_server_behave(&server, SMTP_TRY_LATER);
	assert_int_equal(sent(fixture).later, 3);
	smtp_server_behave(&server, SMTP_ACCEPTS);
	number(fixture, "UPDATE delivery SET next_at = 0 WHERE method = 'email'");
	assert_int_equal(sent(fixture).sent, 3);
	assert_int_equal(smtp_server_kept(&server), 3);
	for (int i = 1; i <= 3; i++)
		found = found || strstr(smtp_server_envelope(&server, i, &fixture->mem), "RCPT TO:<Ngozi@example.org>");
	assert_true(found);
	smtp_server_end(&server);
	snprintf(folder, sizeof folder, "rm -r '%s/server'", fixture->folder);
	assert_int_equal(system(folder), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		SENDING_TEST(each_mail_goes_once),
		SENDING_TEST(a_chair_sends_their_own),
		SENDING_TEST(a_refused_mail_is_tried_again_later_and_later),
		SENDING_TEST(what_hangs_is_ended),
		SENDING_TEST(a_command_that_is_not_there_loses_nothing),
		SENDING_TEST(without_a_command_it_says_what_to_write),
		SENDING_TEST(an_address_that_cannot_be_written_to_fails_alone),
		SENDING_TEST(a_person_can_stop_it),
		SENDING_TEST(a_demonstration_sends_nothing),
		SENDING_TEST(two_do_not_send_at_once),
		SENDING_TEST(what_was_cut_off_is_unsure_and_never_sent_twice),
		SENDING_TEST(it_arrives_at_a_real_server),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
