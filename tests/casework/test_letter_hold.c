/* A letter that waits while something in it is made secret does not leave, by whatever way; it can be written again. */
#include "sending_steps.h"

#include <dirent.h>

static struct mailing_world waiting(struct casework_fixture *fixture)
{
	struct mailing_world w;

	configured(fixture, "/bin/cat", "/bin/cat");
	w = a_mailing_world(fixture);
	return w;
}

static const char *state_of(struct mailing_world *w, int64_t invitee)
{
	struct letter_item_list list = letters_of_world(w);

	return delivery_state_token(letter_to(&list, invitee)->state);
}

/* The newest delivery to an invitee. */
static int64_t delivery_to(struct mailing_world *w, int64_t invitee)
{
	struct letter_item_list list = letters_of_world(w);

	return letter_to(&list, invitee)->delivery_id;
}

/* A letter that tells a home and was queued, and what then is made of that home: "" nothing. */
static void a_home_made_confidential_stops_what_waits(void **state)
{
	struct casework_fixture *fixture = *state;
	struct mailing_world w = waiting(fixture);
	struct mailing_item_list again;
	struct sending out;

	mailed(&w, MAILING_INVITATIONS);
	number(fixture, "UPDATE address SET confidential_from = 'mother' WHERE lines = 'HMP Eastgate'");
	out = sent(fixture);
	assert_int_equal(out.sent, 1); /* the mother's: there is no address in it */
	assert_int_equal(out.failed, 2);
	assert_non_null(strstr(out.first_trouble, "made confidential after it was written"));
	assert_string_equal(state_of(&w, w.school), "withdrawn");
	assert_string_equal(state_of(&w, w.police), "withdrawn");
	assert_string_equal(state_of(&w, w.mother), "sent");
	assert_string_equal(standing_of_rule(fixture, w.conference, "invite.initial"), "open");
	assert_string_equal(standing_of_rule(fixture, w.conference, "police_notice"), "open");
	again = previewed(&w, MAILING_INVITATIONS);
	assert_non_null(item_of(&again, w.school));
	assert_non_null(item_of(&again, w.police));
	assert_null(item_of(&again, w.mother));
	assert_null(strstr(item_of(&again, w.school)->text, "Eastgate"));
	assert_int_equal(mailed(&w, MAILING_INVITATIONS), 2);
	assert_string_equal(standing_of_rule(fixture, w.conference, "invite.initial"), "done 2026-04-01");
	out = sent(fixture);
	assert_int_equal(out.sent, 2);
	assert_int_equal(out.failed, 0);
	again = previewed(&w, MAILING_INVITATIONS);
	assert_null(item_of(&again, w.school));
}

/* The same by post: the father's own letter goes where he is, the health visitor's would tell it. */
static void the_post_leaves_it_out(void **state)
{
	struct casework_fixture *fixture = *state;
	struct mailing_world w = waiting(fixture);
	const unsigned char *pdf;
	const char *ids;
	size_t bytes, count;

	mailed(&w, MAILING_INVITATIONS);
	number(fixture, "UPDATE address SET confidential_from = 'mother' WHERE lines = 'HMP Eastgate'");
	MUST(casework_post_pdf(fixture->cw, &fixture->mem, &pdf, &bytes, &count, &ids, f));
	assert_int_equal(count, 1);
	assert_int_equal(strtoll(ids, NULL, 10), delivery_to(&w, w.father));
	assert_string_equal(state_of(&w, w.father), "waiting");
	assert_string_equal(state_of(&w, w.health), "withdrawn");
	assert_int_equal(casework_fixture_audited(fixture, "letters.hold_back"), 1);
}

static void a_reader_who_must_stay_away_is_not_told_when_and_where(void **state)
{
	static const struct {
		const char *why, *change;
	} rows[] = {
		{"excluded", "exclusion = 'whole', exclusion_words = 'x', exclusion_decided_on = '2026-04-01'"},
		{"being asked", "exclusion = 'asked'"},
		{"taken off the list", "is_withdrawn = 1, withdrawn_why = 'x'"},
		{"another sitting", "sitting = 2"},
	};
	struct casework_fixture *fixture = *state;
	struct mailing_world w = waiting(fixture);

	number(fixture,
	       "INSERT INTO sitting (conference_id, position, starts, minutes, who) VALUES (%lld, 1, 600, 60, "
	       "'mother'),"
	       " (%lld, 2, 665, 60, 'the others')",
	       (long long)w.conference, (long long)w.conference);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct arena mem = {0};
		struct sending out;

		MUST(casework_batch_begin(fixture->cw, f));
		mailed(&w, MAILING_INVITATIONS);
		MUST(casework_batch_end(fixture->cw, true, f));
		number(fixture, "UPDATE invitee SET %s WHERE id = %lld", rows[i].change, (long long)w.mother);
		MUST(casework_send(fixture->cw, NULL, &mem, &out, f));
		if (strcmp(state_of(&w, w.mother), "withdrawn") != 0)
			fail_msg("%s: %s", rows[i].why, state_of(&w, w.mother));
		number(fixture, "DELETE FROM delivery");
		number(fixture, "DELETE FROM enclosure");
		number(fixture, "DELETE FROM letter");
		number(fixture, "UPDATE invitee SET exclusion = 'none', is_withdrawn = 0, sitting = 0, told_day = NULL,"
				" told_starts = NULL");
		arena_finish(&mem);
	}
}

/* One who was written to as a colleague and is none. */
static void who_is_no_colleague_gets_no_letter_for_colleagues(void **state)
{
	struct casework_fixture *fixture = *state;
	struct mailing_world w = waiting(fixture);
	struct mailing_item_list list;

	mailed(&w, MAILING_INVITATIONS);
	number(fixture, "UPDATE invitee SET for_invitee_id = %lld WHERE id = %lld", (long long)w.father,
	       (long long)w.school);
	sent(fixture);
	assert_string_equal(state_of(&w, w.school), "withdrawn");
	list = previewed(&w, MAILING_INVITATIONS);
	assert_null(strstr(item_of(&list, w.school)->text, "Eastgate"));
	assert_null(strstr(item_of(&list, w.school)->text, "Born"));
}

static void a_letter_taken_out_is_looked_at_too(void **state)
{
	struct casework_fixture *fixture = *state;
	struct mailing_world w = waiting(fixture);
	struct letter_item_list list;
	const char *path;

	mailed(&w, MAILING_INVITATIONS);
	list = letters_of_world(&w);
	number(fixture, "UPDATE address SET confidential_from = 'mother' WHERE lines = 'HMP Eastgate'");
	REFUSED(casework_letter_take_out(fixture->cw, letter_to(&list, w.probation)->letter_id, fixture->folder,
					 &fixture->mem, &path, f),
		"", "made confidential");
	number(fixture, "UPDATE delivery SET state = 'sent', settled_at = queued_at");
	MUST(casework_letter_take_out(fixture->cw, letter_to(&list, w.probation)->letter_id, fixture->folder,
				      &fixture->mem, &path, f)); /* it is what they have */
	unlink(path);
}

/* What did not go is shown until it is written anew, and what it was to do is to be done again. */
static void what_is_held_back_is_shown_until_it_is_written_anew(void **state)
{
	struct casework_fixture *fixture = *state;
	struct mailing_world w = waiting(fixture);
	struct letter_item_list box;

	mailed(&w, MAILING_INVITATIONS);
	number(fixture, "UPDATE address SET confidential_from = 'mother' WHERE lines = 'HMP Eastgate'");
	sent(fixture);
	MUST(casework_outbox(fixture->cw, &fixture->mem, &box, f));
	assert_int_equal(box.held, 2);
	assert_true(letter_to(&box, w.school)->is_held);
	assert_non_null(strstr(letter_to(&box, w.school)->state_words, "Write to them again"));
	MUST(casework_mailing_send(fixture->cw, w.conference, MAILING_INVITATIONS, &w.school, 1, &(size_t){0}, f));
	MUST(casework_delivery_withdraw(fixture->cw, letter_to(&box, w.police)->delivery_id, "they know", f));
	MUST(casework_outbox(fixture->cw, &fixture->mem, &box, f));
	assert_int_equal(box.held, 0);
}

static void a_chaser_that_did_not_go_was_no_chaser(void **state)
{
	struct casework_fixture *fixture = *state;
	struct mailing_world w = waiting(fixture);
	int64_t report = number(fixture, "SELECT id FROM report WHERE invitee_id = %lld", (long long)w.school);
	const char *ids = arena_printf(&fixture->mem, "%lld", (long long)report);
	struct letter_item_list box;
	size_t written;

	number(fixture, "UPDATE report SET requested_on = '2026-03-20'");
	MUST(casework_chase_by_letter(fixture->cw, ids, &written, f));
	number(fixture, "UPDATE invitee SET for_invitee_id = %lld WHERE id = %lld", (long long)w.father,
	       (long long)w.school);
	sent(fixture);
	assert_string_equal(state_of(&w, w.school), "withdrawn");
	assert_int_equal(number(fixture, "SELECT count(*) FROM chaser"), 0);
	number(fixture, "UPDATE invitee SET for_invitee_id = NULL WHERE id = %lld", (long long)w.school);
	MUST(casework_outbox(fixture->cw, &fixture->mem, &box, f));
	assert_int_equal(box.held, 1);
	MUST(casework_chase_by_letter(fixture->cw, ids, &written, f)); /* the same day */
	MUST(casework_outbox(fixture->cw, &fixture->mem, &box, f));
	assert_int_equal(box.held, 0);
}

/* What is told by telephone or laid in the portal is read off the screen, and leaves the house by that. */
static void a_letter_by_hand_is_not_read_any_more(void **state)
{
	struct casework_fixture *fixture = *state;
	struct mailing_world w = waiting(fixture);
	struct letter_item_list list;
	const char *text;

	mailed(&w, MAILING_INVITATIONS);
	list = letters_of_world(&w);
	MUST(casework_letter_text(fixture->cw, letter_to(&list, w.probation)->letter_id, &fixture->mem, &text, f));
	number(fixture, "UPDATE address SET confidential_from = 'mother' WHERE lines = 'HMP Eastgate'");
	REFUSED(casework_letter_text(fixture->cw, letter_to(&list, w.probation)->letter_id, &fixture->mem, &text, f),
		"", "made confidential");
	MUST(casework_letter_text(fixture->cw, letter_to(&list, w.school)->letter_id, &fixture->mem, &text, f));
	number(fixture, "UPDATE delivery SET state = 'sent', settled_at = queued_at");
	MUST(casework_letter_text(fixture->cw, letter_to(&list, w.probation)->letter_id, &fixture->mem, &text, f));
}

/* --- Bundles --- */

static void attach(struct casework_fixture *fixture, int64_t report, const char *name)
{
	const char *path = arena_printf(&fixture->mem, "%s/%s", fixture->folder, name);

	write_file(path, name);
	MUST(casework_report_attach(fixture->cw, report, path, &fixture->mem, f));
	unlink(path);
}

static void empty_folder(struct casework_fixture *fixture, const char *begins)
{
	DIR *folder = opendir(fixture->folder);

	for (struct dirent *one; folder && (one = readdir(folder));)
		if (strncmp(one->d_name, begins, strlen(begins)) == 0)
			unlink(arena_printf(&fixture->mem, "%s/%s", fixture->folder, one->d_name));
	closedir(folder);
}

/* The school's report was in the bundle that waits, and is for the chair only since. */
static void a_bundle_whose_report_is_handled_otherwise_stays_here(void **state)
{
	static const struct {
		const char *why, *change;
	} rows[] = {
		{"for the chair only", "UPDATE report SET handling = 'chair_only' WHERE kind = 'agency'"},
		{"withdrawn", "UPDATE paper SET is_withdrawn = 1 WHERE report_id IS NOT NULL"},
	};
	struct casework_fixture *fixture = *state;
	struct mailing_world w = waiting(fixture);
	int64_t report = number(fixture, "SELECT id FROM report WHERE invitee_id = %lld", (long long)w.school);
	const char *path;
	size_t written;

	attach(fixture, report, "school.txt");
	MUST(casework_bundle_make(fixture->cw, w.conference, 0, fixture->folder, &fixture->mem, &path, f));
	empty_folder(fixture, "C-");
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		MUST(casework_bundle_send(fixture->cw, w.conference, &written, f));
		assert_true(written >= 2);
		number(fixture, "%s", rows[i].change);
		sent(fixture);
		if (strcmp(state_of(&w, w.police), "withdrawn") != 0 ||
		    strcmp(state_of(&w, w.school), "withdrawn") != 0)
			fail_msg("%s: %s", rows[i].why, state_of(&w, w.police));
		assert_string_equal(standing_of_rule(fixture, w.conference, "bundle"), "open");
		number(fixture, "UPDATE report SET handling = 'share' WHERE kind = 'agency'");
		number(fixture, "UPDATE paper SET is_withdrawn = 0");
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		SENDING_TEST(a_home_made_confidential_stops_what_waits),
		SENDING_TEST(the_post_leaves_it_out),
		SENDING_TEST(a_reader_who_must_stay_away_is_not_told_when_and_where),
		SENDING_TEST(who_is_no_colleague_gets_no_letter_for_colleagues),
		SENDING_TEST(a_letter_taken_out_is_looked_at_too),
		SENDING_TEST(what_is_held_back_is_shown_until_it_is_written_anew),
		SENDING_TEST(a_chaser_that_did_not_go_was_no_chaser),
		SENDING_TEST(a_letter_by_hand_is_not_read_any_more),
		SENDING_TEST(a_bundle_whose_report_is_handled_otherwise_stays_here),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
