/* Letters as they were written, and tried without being written. */
#include "sending_steps.h"

static const char *tried(struct mailing_world *w, const char *template, const char *who)
{
	struct letter_tried out;

	MUST(casework_letter_try(w->fixture->cw, template, "C-0001", who, false, &w->fixture->mem, &out, f));
	return out.text;
}

static void a_letter_is_read_as_it_was_written(void **state)
{
	struct casework_fixture *fixture = *state;
	struct mailing_world w = a_mailing_world(fixture);
	struct mailing_item_list before = previewed(&w, MAILING_INVITATIONS);
	struct letter_item_list list;
	const unsigned char *pdf;
	const char *text;
	size_t bytes;

	mailed(&w, MAILING_INVITATIONS);
	list = letters_of_world(&w);
	number(fixture, "UPDATE person SET given_names = 'Another' WHERE given_names = 'Ngozi'");
	MUST(casework_letter_text(fixture->cw, letter_to(&list, w.mother)->letter_id, &fixture->mem, &text, f));
	assert_string_equal(text, item_of(&before, w.mother)->text);
	MUST(casework_letter_pdf(fixture->cw, letter_to(&list, w.school)->letter_id, &fixture->mem, &pdf, &bytes, f));
	assert_true(bytes > 1000 && memcmp(pdf, "%PDF-", 5) == 0);
	REFUSED(casework_letter_text(fixture->cw, 999, &fixture->mem, &text, f), "", "not in the case file");
	assert_int_equal(casework_fixture_audited(fixture, "letter.look"), 2);
}

static void every_address_is_its_own_readers(void **state)
{
	struct casework_fixture *fixture = *state;
	struct mailing_world w = a_mailing_world(fixture);
	struct mailing_item_list list = previewed(&w, MAILING_INVITATIONS);

	for (size_t i = 0; i < list.count; i++) {
		const char *text = list.items[i].text;

		assert_null(strstr(text, "7 Rose Row")); /* the mother's, kept from the father: in no letter at all */
		if (list.items[i].invitee_id != w.father &&
		    strcmp(list.items[i].template, "invitation-professional") != 0 &&
		    strcmp(list.items[i].template, "police-notice") != 0)
			assert_null(strstr(text, "HMP Eastgate"));
	}
	assert_non_null(strstr(item_of(&list, w.school)->text, "kept confidential: ask the social worker"));
}

static void a_letter_is_tried_without_being_kept(void **state)
{
	struct casework_fixture *fixture = *state;
	struct mailing_world w = a_mailing_world(fixture);
	struct letter_tried out;

	assert_non_null(strstr(tried(&w, "police-notice", "Idris"), "Checks on the adults"));
	assert_non_null(strstr(tried(&w, "invitation-parent", "mother"), "Dear Ngozi Okonkwo"));
	assert_non_null(strstr(tried(&w, "invitation-parent", "EMEKA"), "Dear Emeka Okonkwo"));
	assert_non_null(strstr(tried(&w, "invitation-child", ""), "Dear Chidi"));
	assert_non_null(strstr(tried(&w, "report-form", "school"), "Report to a child protection conference"));
	assert_true(*tried(&w, "bundle-contents", ""));
	assert_true(*tried(&w, "cancelled", "Ngozi"));
	MUST(casework_letter_try(fixture->cw, "invitation-child", "C-0001", "", true, &fixture->mem, &out, f));
	assert_true(out.pdf_bytes > 1000);
	assert_int_equal(number(fixture, "SELECT count(*) FROM letter"), 0);
	assert_int_equal(casework_fixture_audited(fixture, "letter.try"), 8);
	MUST(casework_letter_tried_out(fixture->cw, &out, "/letters/child.pdf", f));
	assert_int_equal(number(fixture,
				"SELECT count(*) FROM audit WHERE action = 'letter.take_out' AND family_id > 0 AND "
				"detail = 'invitation-child to Chidi Okonkwo, to /letters/child.pdf'"),
			 1);
}

/* What is posted on the day itself does not come by that day. */
static void no_letter_by_post_asks_for_the_day_it_is_posted(void **state)
{
	struct casework_fixture *fixture = *state;
	struct mailing_world w = a_mailing_world(fixture);
	struct mailing_item_list list;

	number(fixture, "UPDATE report SET due_on = '2026-04-02' WHERE kind = 'agency'");
	list = previewed(&w, MAILING_INVITATIONS);
	assert_non_null(strstr(item_of(&list, w.father)->text, "by Thursday 2 April 2026"));
	number(fixture, "UPDATE report SET due_on = '2026-04-01' WHERE kind = 'agency'");
	list = previewed(&w, MAILING_INVITATIONS);
	assert_null(strstr(item_of(&list, w.father)->text, "by Wednesday 1 April 2026"));
	assert_non_null(strstr(item_of(&list, w.mother)->text, "by Wednesday 1 April 2026"));
}

/* As the mail that was sent: why it moved is for colleagues, and the family asks the social worker. */
static void a_change_that_is_tried_has_its_reason(void **state)
{
	struct casework_fixture *fixture = *state;
	struct mailing_world w = a_mailing_world(fixture);
	struct withdrawal withdrawal;

	mailed(&w, MAILING_INVITATIONS);
	moved_by_a_day(&w);
	assert_non_null(strstr(tried(&w, "moved", "school"), "Emeka was moved to another prison"));
	assert_null(strstr(tried(&w, "moved", "mother"), "another prison"));
	withdrawal = a_withdrawal(&w);
	MUST(casework_cancel(fixture->cw, &withdrawal, f));
	assert_non_null(strstr(tried(&w, "cancelled", "school"), "Ngozi is in hospital"));
	assert_null(strstr(tried(&w, "cancelled", "Emeka"), "hospital"));
}

static void what_cannot_be_tried_says_why(void **state)
{
	struct casework_fixture *fixture = *state;
	const struct {
		const char *template, *reference, *who, *field, *words;
	} rows[] = {
		{"invitation-parnet", "C-0001", "", "template", "did you mean \"invitation-parent\"?"},
		{"invitation-parnet", "C-0001", "", "template", "\"invitation-parent\"? \"quorate help letter\" lists"},
		{"xyzzy", "C-0001", "", "template", "no letter \"xyzzy\". \"quorate help"},
		{"moved", "C-9999", "", "reference", "no such conference"},
		{"invitation-parent", "C-0001", "", "to", "Ngozi Okonkwo, mother; Emeka Okonkwo, father"},
		{"invitation-parent", "C-0001", "Zebedee", "to", "called \"Zebedee\""},
		{"exclusion", "C-0001", "", "to", "Nobody gets this letter"},
	};

	a_mailing_world(fixture);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct letter_tried out;

		REFUSED(casework_letter_try(fixture->cw, rows[i].template, rows[i].reference, rows[i].who, false,
					    &fixture->mem, &out, f),
			rows[i].field, rows[i].words);
	}
}

/* That several might be meant tells who they are: it is a look. Of a restricted family only whom to ask is said. */
static void what_is_told_of_a_letter_that_is_not_written_is_logged(void **state)
{
	struct casework_fixture *fixture = *state;
	struct letter_tried out;

	a_mailing_world(fixture);
	REFUSED(casework_letter_try(fixture->cw, "invitation-parent", "C-0001", "", false, &fixture->mem, &out, f),
		"to", "Several people fit");
	assert_int_equal(number(fixture, "SELECT count(*) FROM audit WHERE action = 'letter.try' AND family_id > 0 AND "
					 "detail = 'invitation-parent: who may get it'"),
			 1);
	number(fixture, "UPDATE family SET is_restricted = 1");
	REFUSED(casework_letter_try(fixture->cw, "invitation-parent", "C-0001", "", false, &fixture->mem, &out, f), "",
		"C-0001 is restricted: ask");
	assert_int_equal(casework_fixture_audited(fixture, "refused"), 1);
}

/* An authority's own letter goes before the shipped one; a slip in it is named before anything is written. */
static void an_authority_writes_its_own_letters(void **state)
{
	struct casework_fixture *fixture = *state;
	struct mailing_item_list list;
	struct mailing_world w;
	char folder[160], path[200];
	size_t written;

	configured(fixture, "", "");
	snprintf(folder, sizeof folder, "%s/config/letters", fixture->folder);
	mkdir(folder, 0700);
	snprintf(path, sizeof path, "%s/invitation-child", folder);
	write_file(path, "title: Hello\n---\nCome and see us, {{recipient.greeting}}.\n");
	w = a_mailing_world(fixture);
	list = previewed(&w, MAILING_INVITATIONS);
	assert_non_null(strstr(item_of(&list, w.child)->text, "Come and see us, Chidi."));
	write_file(path, "title: Hello\n---\nCome and see us, {{recipient.greating}}.\n");
	REFUSED(casework_mailing_send(fixture->cw, w.conference, MAILING_INVITATIONS, NULL, 0, &written, f), "",
		"invitation-child:3:");
	assert_int_equal(number(fixture, "SELECT count(*) FROM letter"), 0);
	assert_int_equal(number(fixture, "SELECT count(*) FROM invitee WHERE told_day IS NOT NULL"), 0);
	unlink(path);
	rmdir(folder);
}

/* The room is booked until 12:00 or later; nobody is kept after the last sitting, and who comes to one after theirs. */
static void a_letter_ends_with_its_readers_last_sitting(void **state)
{
	struct casework_fixture *fixture = *state;
	struct mailing_world w = a_mailing_world(fixture);
	int64_t starts = number(fixture, "SELECT starts FROM conference");
	struct mailing_item_list list;
	const char *words;
	char clock[8];

	number(fixture,
	       "INSERT INTO sitting (conference_id, position, starts, minutes, who) VALUES (%lld, 1, %lld, 30, "
	       "'mother'), (%lld, 2, %lld, 40, 'father')",
	       (long long)w.conference, (long long)starts, (long long)w.conference, (long long)starts + 35);
	number(fixture, "UPDATE invitee SET sitting = 1 WHERE id = %lld", (long long)w.mother);
	list = previewed(&w, MAILING_INVITATIONS);
	assert_true(number(fixture, "SELECT minutes FROM conference") > 75);
	words = arena_printf(&fixture->mem, "\nEnds                 %s", date_clock((int)starts + 75, clock));
	assert_non_null(strstr(item_of(&list, w.school)->text, words));
	words = arena_printf(&fixture->mem, "\nIt should end by    %s", date_clock((int)starts + 30, clock));
	assert_non_null(strstr(item_of(&list, w.mother)->text, words));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		FIXTURE_TEST(a_letter_is_read_as_it_was_written),
		FIXTURE_TEST(a_letter_ends_with_its_readers_last_sitting),
		FIXTURE_TEST(every_address_is_its_own_readers),
		FIXTURE_TEST(a_letter_is_tried_without_being_kept),
		FIXTURE_TEST(no_letter_by_post_asks_for_the_day_it_is_posted),
		FIXTURE_TEST(a_change_that_is_tried_has_its_reason),
		FIXTURE_TEST(what_cannot_be_tried_says_why),
		FIXTURE_TEST(what_is_told_of_a_letter_that_is_not_written_is_logged),
		SENDING_TEST(an_authority_writes_its_own_letters),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
