/* The list of letters to send: what is shown, left out and asked; what follows from yes; who is told of a change. */
#include "casework/invitees.h"
#include "letters_desk.h"

static void the_list_says_who_gets_what_and_how(void **state)
{
	struct letters_desk d;

	(void)state;
	letters_desk_begin(&d, MAIL_OK, "");
	desk_keys(d.desk, "i");
	desk_golden(d.desk, "mailing-80x24.screen");
	desk_shows(d.desk, "no e-mail address"); /* the one who cannot go stands first */
	desk_keys(d.desk, "Space");
	desk_shows(d.desk, "of invitees.");
	desk_keys(d.desk, "Down Space");
	desk_shows(d.desk, "1 left out");
	desk_keys(d.desk, "a");
	desk_shows_not(d.desk, "left out;");
	desk_keys(d.desk, "a");
	desk_shows(d.desk, "8 left out;");
	tui_headless_resize(d.desk->tui, 30, 160);
	desk_shows(d.desk, "Dear "); /* the letter beside the list */
	tui_headless_resize(d.desk->tui, 24, 80);
	desk_keys(d.desk, "Enter");
	desk_shows(d.desk, "Dear ");
	letters_desk_end(&d);
}

static void yes_writes_and_sends_all_that_are_ticked(void **state)
{
	struct letters_desk d;

	(void)state;
	letters_desk_begin(&d, MAIL_OK, "");
	desk_keys(d.desk, "i End Space s");
	desk_golden(d.desk, "mailing-question-80x24.screen");
	desk_keys(d.desk, "Enter n");
	assert_int_equal(count_of(&d, "SELECT count(*) FROM letter"), 0); /* Enter and no send nothing */
	desk_keys(d.desk, "s y");
	assert_int_equal(count_of(&d, "SELECT count(*) FROM letter"), 7);
	assert_int_equal(count_of(&d, "SELECT count(*) FROM delivery WHERE state = 'sent'"), 0);
	desk_shows(d.desk, "Esc stops");
	tui_headless_turn(d.desk->tui);
	assert_int_equal(count_of(&d, "SELECT count(*) FROM delivery WHERE state = 'sent'"), 1);
	let_work(&d);
	desk_shows(d.desk, "wait in the outbox (O) to be posted or done by hand");
	assert_int_equal(count_of(&d, "SELECT count(*) FROM delivery WHERE state = 'sent'"),
			 count_of(&d, "SELECT count(*) FROM delivery WHERE method = 'email'"));
	desk_shows(d.desk, "[Invitations 2]"); /* left out, and without an address */
	letters_desk_end(&d);
}

/* Somebody calls to say that they do not come, at another desk. */
static void another_takes_a_call(struct letters_desk *d)
{
	const struct casework_opening how = {.path = d->desk->file->path,
					     .config_folder = d->desk->file->config,
					     .today = date_from_iso(FIXTURE_TODAY),
					     .user = "lena"};
	const struct invitee_answer answer = {.reply = REPLY_DECLINED,
					      .on = date_from_iso(FIXTURE_TODAY),
					      .how = "telephone",
					      .note = "on leave until June",
					      .deputy = ""};
	int64_t invitee = count_of(d, "SELECT min(id) FROM invitee WHERE capacity = 'professional'");
	struct casework *cw = NULL;

	count_of(d, "INSERT INTO user_account (login, name, roles) VALUES ('lena', 'Lena Okafor', 1)");
	MUST(casework_open(&cw, &how, f));
	MUST(casework_invitee_answer(cw, invitee,
				     count_of(d, "SELECT version FROM invitee WHERE id = (SELECT min(id) FROM"
						 " invitee WHERE capacity = 'professional')"),
				     &answer, f));
	casework_close(cw);
}

/* What was sent cannot be called back: yes to letters that changed meanwhile sends none of them. */
static void letters_that_changed_meanwhile_are_looked_at_again(void **state)
{
	struct letters_desk d;

	(void)state;
	letters_desk_begin(&d, MAIL_OK, "");
	desk_keys(d.desk, "i s");
	another_takes_a_call(&d);
	desk_keys(d.desk, "y");
	desk_shows(d.desk, "Nothing was done: Lena Okafor at ");
	assert_int_equal(count_of(&d, "SELECT count(*) FROM letter"), 0);
	desk_keys(d.desk, "s y");
	assert_true(count_of(&d, "SELECT count(*) FROM letter") > 0);
	letters_desk_end(&d);
}

static void esc_stops_after_the_present_letter(void **state)
{
	struct letters_desk d;

	(void)state;
	letters_desk_begin(&d, MAIL_OK, "");
	desk_keys(d.desk, "i s y");
	tui_headless_turn(d.desk->tui);
	desk_keys(d.desk, "Esc");
	desk_shows(d.desk, "1 sent, 2 still waiting");
	let_work(&d);
	assert_int_equal(count_of(&d, "SELECT count(*) FROM delivery WHERE state = 'sent'"), 1);
	letters_desk_end(&d);
}

static void without_a_mail_command_the_letters_wait(void **state)
{
	struct letters_desk d;

	(void)state;
	letters_desk_begin(&d, "", "");
	desk_keys(d.desk, "i s y");
	let_work(&d);
	desk_shows(d.desk, "No mail command is");
	assert_int_equal(count_of(&d, "SELECT count(*) FROM delivery WHERE state = 'waiting'"), 8);
	letters_desk_end(&d);
}

/* Every change of the day ends with the question whether those who know of the one before are told. */
static void who_knows_of_another_day_is_told(void **state)
{
	struct letters_desk d;

	(void)state;
	letters_desk_begin(&d, MAIL_OK, "");
	desk_keys(d.desk, "i s y");
	let_work(&d);
	desk_keys(d.desk, "Esc p");
	desk_type(d.desk, "The hospital's report is not ready.");
	desk_keys(d.desk, "Tab");
	desk_type(d.desk, "The aunt stays with them.");
	desk_keys(d.desk, "Tab");
	desk_type(d.desk, "S. Pritchard");
	desk_keys(d.desk, "Ctrl-S y");
	desk_shows(d.desk, "is postponed. 8 people know of");
	desk_keys(d.desk, "y");
	desk_shows(d.desk, "[Changes 8]");
	desk_shows(d.desk, "postponed");
	desk_keys(d.desk, "s y");
	let_work(&d);
	assert_int_equal(count_of(&d, "SELECT count(*) FROM letter WHERE template = 'postponed'"), 8);
	assert_int_equal(count_of(&d, "SELECT count(*) FROM letter WHERE template = 'postponed' AND content LIKE"
				      " '%aunt stays%'"),
			 4); /* colleagues read it; the family is told that it goes on */
	desk_keys(d.desk, "Esc");
	desk_shows(d.desk, "The aunt stays with them.");
	letters_desk_end(&d);
}

static void no_leaves_it_among_what_is_due(void **state)
{
	struct letters_desk d;

	(void)state;
	letters_desk_begin(&d, MAIL_OK, "");
	desk_keys(d.desk, "i s y");
	let_work(&d);
	desk_keys(d.desk, "Esc d");
	desk_type(d.desk, "The enquiry found no harm.");
	desk_keys(d.desk, "Tab Tab");
	desk_type(d.desk, "S. Pritchard");
	desk_keys(d.desk, "Tab n Ctrl-S y");
	desk_shows(d.desk, "is cancelled. 8 people know of");
	desk_keys(d.desk, "n");
	desk_shows(d.desk, "Cancelled");
	desk_keys(d.desk, "i");
	desk_shows(d.desk, "[Changes 8]");
	letters_desk_end(&d);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_list_says_who_gets_what_and_how),
		cmocka_unit_test(yes_writes_and_sends_all_that_are_ticked),
		cmocka_unit_test(letters_that_changed_meanwhile_are_looked_at_again),
		cmocka_unit_test(esc_stops_after_the_present_letter),
		cmocka_unit_test(without_a_mail_command_the_letters_wait),
		cmocka_unit_test(who_knows_of_another_day_is_told),
		cmocka_unit_test(no_leaves_it_among_what_is_due),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
