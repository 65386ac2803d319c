/* The Letters tab: what was written, read again and taken out; done by hand, came back, sent again, withdrawn. */
#include "letters_desk.h"

#include <glob.h>

static void begin_sent(struct letters_desk *d)
{
	letters_desk_begin(d, MAIL_OK, "");
	desk_keys(d->desk, "i s y");
	let_work(d);
	desk_keys(d->desk, "Esc");
	fix_times(d);
	desk_keys(d->desk, "5");
	desk_shows(d->desk, "[Letters]");
}

/* Goes to the row of somebody. */
static void choose(struct letters_desk *d, const char *who)
{
	desk_keys(d->desk, "/");
	desk_type(d->desk, who);
	desk_keys(d->desk, "Enter");
}

static int64_t in_state(struct letters_desk *d, const char *state)
{
	char sql[120];

	snprintf(sql, sizeof sql, "SELECT count(*) FROM delivery WHERE state = '%s'", state);
	return count_of(d, sql);
}

static void the_tab_reads_well(void **state)
{
	struct letters_desk d;

	(void)state;
	begin_sent(&d);
	desk_golden(d.desk, "letters-80x24.screen");
	choose(&d, "ngozi");
	desk_keys(d.desk, "Enter");
	desk_shows(d.desk, "Dear ");
	letters_desk_end(&d);
}

static void by_hand_is_said_to_be_done(void **state)
{
	struct letters_desk d;

	(void)state;
	begin_sent(&d);
	choose(&d, "bisi");
	desk_keys(d.desk, "h");
	desk_type(d.desk, "14 4 2099");
	desk_keys(d.desk, "Enter");
	desk_shows(d.desk, "Day"); /* in the future: asked again where it was typed */
	desk_keys(d.desk, "Ctrl-U t Enter");
	desk_shows(d.desk, "How was it done?");
	desk_keys(d.desk, "Enter");
	desk_shows(d.desk, "Saved: the letter to Bisi Ade is done.");
	assert_int_equal(count_of(&d, "SELECT count(*) FROM delivery WHERE method = 'telephone' AND state = 'sent' AND"
				      " said = 'spoke to them'"),
			 1);
	letters_desk_end(&d);
}

static void what_came_back_goes_another_way(void **state)
{
	struct letters_desk d;

	(void)state;
	begin_sent(&d);
	choose(&d, "kit evans");
	desk_keys(d.desk, "r");
	desk_shows(d.desk, "mark first that it came back"); /* sent: nothing to send again */
	desk_keys(d.desk, "b Enter");
	desk_type(d.desk, "mailbox full");
	desk_keys(d.desk, "Enter");
	desk_shows(d.desk, "came back");
	assert_int_equal(in_state(&d, "bounced"), 1);
	desk_keys(d.desk, "r e");
	desk_type(d.desk, "not an address");
	desk_keys(d.desk, "Enter");
	desk_shows(d.desk, "e-mail address"); /* refused where it was typed */
	desk_keys(d.desk, "Ctrl-U");
	desk_type(d.desk, "office@orchard.example.org");
	desk_keys(d.desk, "Enter");
	desk_shows(d.desk, "waits in the outbox");
	assert_int_equal(count_of(&d, "SELECT count(*) FROM delivery WHERE state = 'waiting' AND address ="
				      " 'office@orchard.example.org'"),
			 1);
	letters_desk_end(&d);
}

/* An envelope has lines, and is typed in one. */
static void what_came_back_is_posted_to_a_typed_address(void **state)
{
	struct letters_desk d;

	(void)state;
	begin_sent(&d);
	choose(&d, "kit evans");
	desk_keys(d.desk, "b Enter Enter r p");
	desk_shows(d.desk, "A comma begins a new line");
	desk_type(d.desk, "Orchard School, 2 Mill Lane, ZZ1 1ZZ");
	desk_keys(d.desk, "Enter");
	desk_shows(d.desk, "waits in the outbox");
	assert_int_equal(count_of(&d,
				  "SELECT count(*) FROM delivery WHERE state = 'waiting' AND method = 'post' AND "
				  "address = 'Orchard School' || char(10) || '2 Mill Lane' || char(10) || 'ZZ1 1ZZ'"),
			 1);
	letters_desk_end(&d);
}

static void what_waits_is_withdrawn_with_a_reason(void **state)
{
	struct letters_desk d;
	int64_t waiting;

	(void)state;
	begin_sent(&d);
	waiting = in_state(&d, "waiting");
	choose(&d, "emeka");
	desk_keys(d.desk, "w");
	desk_type(d.desk, "given to him in prison");
	desk_keys(d.desk, "Enter");
	desk_shows(d.desk, "is not sent any more");
	assert_int_equal(in_state(&d, "withdrawn"), 1);
	assert_int_equal(in_state(&d, "waiting"), waiting - 1);
	letters_desk_end(&d);
}

static void a_letter_is_put_into_a_folder_for_its_owner_only(void **state)
{
	struct letters_desk d;
	struct stat about;
	char path[200];
	glob_t found;

	(void)state;
	begin_sent(&d);
	choose(&d, "ngozi");
	desk_keys(d.desk, "p Ctrl-U");
	desk_type(d.desk, "/nonexistent");
	desk_keys(d.desk, "Enter");
	desk_shows(d.desk, "Into which folder?");
	desk_keys(d.desk, "Ctrl-U");
	desk_type(d.desk, d.desk->file->folder);
	desk_keys(d.desk, "Enter");
	desk_shows(d.desk, "Saved: /");
	snprintf(path, sizeof path, "%s/*invitation-parent*.pdf", d.desk->file->folder);
	assert_int_equal(glob(path, 0, NULL, &found), 0);
	assert_int_equal(found.gl_pathc, 1);
	assert_int_equal(stat(found.gl_pathv[0], &about), 0);
	assert_int_equal(about.st_mode & 0777, 0600);
	assert_int_equal(count_of(&d, "SELECT count(*) FROM audit WHERE action = 'letter.take_out'"), 1);
	unlink(found.gl_pathv[0]);
	globfree(&found);
	letters_desk_end(&d);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_tab_reads_well),
		cmocka_unit_test(by_hand_is_said_to_be_done),
		cmocka_unit_test(what_came_back_goes_another_way),
		cmocka_unit_test(what_came_back_is_posted_to_a_typed_address),
		cmocka_unit_test(what_waits_is_withdrawn_with_a_reason),
		cmocka_unit_test(a_letter_is_put_into_a_folder_for_its_owner_only),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
