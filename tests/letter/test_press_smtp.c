/* A mail goes all the way: written, handed to msmtp, taken by a server. */
#include "letter/carrier.h"

#include "scratch.h"
#include "smtp_server.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

struct scene {
	struct scratch scratch;
	struct smtp_server server;
	struct arena mem;
	struct press_bytes mail;
	struct carrier_result result;
	struct fault fault;
};

static int begin(void **state)
{
	static struct scene scene;

	memset(&scene, 0, sizeof scene);
	scratch_begin(&scene.scratch);
	smtp_server_begin(&scene.server, scene.scratch.folder);
	*state = &scene;
	return 0;
}

static int finish(void **state)
{
	struct scene *scene = *state;

	smtp_server_end(&scene->server);
	arena_finish(&scene->mem);
	scratch_end(&scene->scratch);
	return 0;
}

static void write_mail(struct scene *scene)
{
	static const unsigned char file[] = "%PDF-1.7\n.\n..\r\n\xff\x00";
	struct press_attachment attachment = {"Bericht für Ọ̀ṣúndé.pdf", "application/pdf", {file, sizeof file}};
	struct press_mail mail = {.from_name = "Conference unit",
				  .from_address = "conferences@newham.example",
				  .to_name = "Oluwaseun Adébáyọ̀, mother",
				  .to_address = "o.adebayo@mail.example",
				  .subject = "Your conference – 2 April",
				  .text = "Dear Ms Adébáyọ̀,\n.\n..two\n.three\n\nFrom the unit\n",
				  .message_id = "letter-42.1@case-file.example",
				  .at = 1775120400,
				  .attachments = &attachment,
				  .attachment_count = 1};

	if (!press_mail_bytes(&mail, &scene->mem, &scene->mail, &scene->fault))
		fail_msg("%s", scene->fault.message);
}

static bool patience_ends(void *payload)
{
	int *left = payload;

	return --*left > 0;
}

static void hand_over(struct scene *scene, int patience)
{
	struct carrier_job job = {.command = smtp_server_command(&scene->server, &scene->mem),
				  .input = scene->mail,
				  .seconds = 60,
				  .waiting = patience ? patience_ends : NULL,
				  .payload = &patience};

	if (!carrier_run(&job, &scene->mem, &scene->result, &scene->fault))
		fail_msg("%s", scene->fault.message);
}

static void a_mail_arrives_as_it_was_written(void **state)
{
	struct scene *scene = *state;
	const char *arrived;

	write_mail(scene);
	hand_over(scene, 0);
	if (scene->result.end != CARRIER_DONE)
		fail_msg("%d: %s", scene->result.exit_code, scene->result.said);
	assert_int_equal(smtp_server_kept(&scene->server), 1);
	arrived = smtp_server_mail(&scene->server, 1, &scene->mem);
	assert_int_equal(strlen(arrived), scene->mail.count);
	assert_memory_equal(arrived, scene->mail.bytes, scene->mail.count);
	assert_string_equal(smtp_server_envelope(&scene->server, 1, &scene->mem),
			    "MAIL FROM:<conferences@newham.example>\nRCPT TO:<o.adebayo@mail.example>\n");
}

static const struct {
	const char *why;
	enum smtp_manner manner;
	int patience, kept;
	enum carrier_end end;
	const char *says;
} rows[] = {
	{"the mailbox is busy", SMTP_TRY_LATER, 0, 0, CARRIER_LATER, "o.adebayo@mail.example"},
	{"there is no such mailbox", SMTP_REFUSES, 0, 0, CARRIER_REFUSED, "o.adebayo@mail.example"},
	{"the mail is not wanted", SMTP_REFUSES_MAIL, 0, 0, CARRIER_REFUSED, "did not accept the mail"},
	{"the server hangs up half way", SMTP_DROPS, 0, 0, CARRIER_UNSURE, "empty reply"},
	{"the server keeps it and hangs up", SMTP_DROPS_LATE, 0, 1, CARRIER_UNSURE, "empty reply"},
	{"the server never answers", SMTP_HANGS, 10, 0, CARRIER_UNSURE, ""},
};

static void what_went_wrong_is_told(void **state)
{
	struct scene *scene = *state;

	write_mail(scene);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		int before = smtp_server_kept(&scene->server);

		smtp_server_behave(&scene->server, rows[i].manner);
		hand_over(scene, rows[i].patience);
		if (scene->result.end != rows[i].end || !strstr(scene->result.said, rows[i].says) ||
		    smtp_server_kept(&scene->server) - before != rows[i].kept)
			fail_msg("%s: ended %d with %d: %s", rows[i].why, (int)scene->result.end,
				 scene->result.exit_code, scene->result.said);
	}
}

static void a_server_that_is_away_is_no_loss(void **state)
{
	struct scene *scene = *state;

	write_mail(scene);
	smtp_server_end(&scene->server);
	hand_over(scene, 0);
	assert_int_equal(scene->result.end, CARRIER_LATER);
	smtp_server_begin(&scene->server, scene->scratch.folder);
	hand_over(scene, 0);
	assert_int_equal(scene->result.end, CARRIER_DONE);
	assert_int_equal(smtp_server_kept(&scene->server), 1);
	assert_int_equal(smtp_server_calls(&scene->server), 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_mail_arrives_as_it_was_written, begin, finish),
		cmocka_unit_test_setup_teardown(what_went_wrong_is_told, begin, finish),
		cmocka_unit_test_setup_teardown(a_server_that_is_away_is_no_loss, begin, finish),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
