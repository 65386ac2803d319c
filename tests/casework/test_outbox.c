/* What becomes of letters by a person's hand, and how each one's way reads. */
#include "casework/pages.h"
#include "pdf_view.h"
#include "sending_steps.h"

static int64_t delivery_to(const struct casework_fixture *fixture, int64_t invitee)
{
	return number(
		fixture,
		"SELECT max(delivery.id) FROM delivery JOIN letter ON letter.id = letter_id WHERE invitee_id = %lld",
		(long long)invitee);
}

static struct letter_item_list outbox_of(struct casework_fixture *fixture)
{
	struct letter_item_list list;

	MUST(casework_outbox(fixture->cw, &fixture->mem, &list, f));
	return list;
}

static day_number today(const struct casework_fixture *fixture)
{
	return casework_today(fixture->cw);
}

static struct mailing_world all_waiting(struct casework_fixture *fixture)
{
	struct mailing_world w = a_mailing_world(fixture);

	mailed(&w, MAILING_INVITATIONS);
	return w;
}

static const struct letter_item *item_for(struct mailing_world *w, int64_t invitee)
{
	static struct letter_item_list list;

	list = letters_of_world(w);
	return letter_to(&list, invitee);
}

static void each_waits_in_its_own_way(void **state)
{
	struct casework_fixture *fixture = *state;
	struct mailing_world w = all_waiting(fixture);
	struct letter_item_list list = outbox_of(fixture);
	const struct {
		int64_t invitee;
		const char *words;
	} rows[] = {{w.mother, "waits to be sent"},
		    {w.father, "waits to be printed and posted"},
		    {w.probation, "to be laid in the secure portal"},
		    {w.supporter, "to be told by telephone"},
		    {w.child, "to be handed over"}};

	assert_int_equal(list.count, 8);
	assert_int_equal(list.waiting, 3);
	assert_int_equal(list.by_hand, 5);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		assert_string_equal(letter_to(&list, rows[i].invitee)->state_words, rows[i].words);
	assert_string_equal(letter_to(&list, w.school)->encloses, "calendar file, Report form");
	assert_string_equal(letter_to(&list, w.school)->who, "Kit Evans");
	assert_string_equal(letter_to(&list, w.school)->reference, "C-0001");
	assert_non_null(strstr(letter_to(&list, w.mother)->what, "Invitation to a parent"));
	assert_int_equal(letters_of_world(&w).count, 8);
}

static void what_is_done_by_hand_is_said_to_be_done(void **state)
{
	struct casework_fixture *fixture = *state;
	struct mailing_world w = all_waiting(fixture);
	int64_t delivery = delivery_to(fixture, w.supporter);

	REFUSED(casework_delivery_done(fixture->cw, delivery, DAY_NONE, "told", f), "on", "Enter the day");
	REFUSED(casework_delivery_done(fixture->cw, delivery, today(fixture) + 1, "told", f), "on", "in the future");
	MUST(casework_delivery_done(fixture->cw, delivery, today(fixture), "told, she will come", f));
	assert_int_equal(item_for(&w, w.supporter)->state, DELIVERY_SENT);
	assert_non_null(strstr(item_for(&w, w.supporter)->state_words, "told, she will come"));
	assert_int_equal(outbox_of(fixture).by_hand, 4);
	REFUSED(casework_delivery_done(fixture->cw, delivery, today(fixture), "", f), "", "was sent");
	REFUSED(casework_delivery_withdraw(fixture->cw, delivery, "", f), "", "was sent");
	assert_int_equal(casework_fixture_audited(fixture, "delivery.done"), 1);
}

static void what_came_back_marks_the_directory(void **state)
{
	struct casework_fixture *fixture = *state;
	struct mailing_world w = all_waiting(fixture);
	int64_t delivery = delivery_to(fixture, w.school);

	REFUSED(casework_delivery_bounced(fixture->cw, delivery, today(fixture), "", f), "", "waits to be sent");
	number(fixture, "UPDATE delivery SET state = 'sent', settled_at = queued_at WHERE id = %lld",
	       (long long)delivery);
	MUST(casework_delivery_bounced(fixture->cw, delivery, today(fixture), "mailbox full", f));
	assert_non_null(strstr(item_for(&w, w.school)->state_words, "came back"));
	assert_non_null(strstr(item_for(&w, w.school)->state_words, "mailbox full"));
	assert_int_equal(outbox_of(fixture).bounced, 1);
	assert_string_equal(casework_fixture_text(fixture, "SELECT bounced_on FROM contact WHERE name = 'Kit Evans'"),
			    FIXTURE_TODAY);
}

static day_number family_sees_it_came_back(struct mailing_world *w, const char *given)
{
	struct family_page page;

	MUST(casework_family_page(
		w->fixture->cw,
		number(w->fixture, "SELECT family_id FROM conference WHERE id = %lld", (long long)w->conference),
		&w->fixture->mem, &page, f));
	for (size_t i = 0; i < page.members.count; i++)
		if (strcmp(page.members.items[i].person.given_names, given) == 0)
			return page.members.items[i].mail_bounced_on;
	fail_msg("%s is not of the family", given);
	return DAY_NONE;
}

/* A parent is in no directory: the family and the list of invitees show it until the address is another one, or the
 * same letter went to it again. */
static void what_came_back_marks_a_person(void **state)
{
	struct casework_fixture *fixture = *state;
	struct mailing_world w = a_mailing_world(fixture);
	struct mailing_item_list list;
	day_number yesterday = today(fixture) - 1;
	int64_t delivery;

	number(fixture, "UPDATE person SET email = 'ngozi@example.org' WHERE given_names = 'Ngozi'");
	number(fixture, "UPDATE invitee SET email = '' WHERE id = %lld", (long long)w.mother);
	mailed(&w, MAILING_INVITATIONS);
	delivery = delivery_to(fixture, w.mother);
	assert_int_equal(family_sees_it_came_back(&w, "Ngozi"), DAY_NONE);
	number(fixture, "UPDATE delivery SET state = 'sent', settled_at = queued_at");
	MUST(casework_delivery_bounced(fixture->cw, delivery, yesterday, "mailbox full", f));
	assert_int_equal(family_sees_it_came_back(&w, "Ngozi"), yesterday);
	assert_int_equal(family_sees_it_came_back(&w, "Emeka"), DAY_NONE);
	moved_by_a_day(&w);
	list = previewed(&w, MAILING_CHANGES);
	assert_string_equal(item_of(&list, w.mother)->problem, "e-mail came back Tue 31 Mar");
	MUST(casework_delivery_again(fixture->cw, delivery, METHOD_EMAIL, "", f));
	assert_int_equal(family_sees_it_came_back(&w, "Ngozi"), yesterday);
	number(fixture, "UPDATE delivery SET state = 'sent', settled_at = queued_at WHERE id = %lld",
	       (long long)delivery_to(fixture, w.mother));
	assert_int_equal(family_sees_it_came_back(&w, "Ngozi"), DAY_NONE);
	MUST(casework_delivery_bounced(fixture->cw, delivery_to(fixture, w.mother), yesterday, "gone", f));
	assert_int_equal(family_sees_it_came_back(&w, "Ngozi"), yesterday);
	number(fixture, "UPDATE person SET email = 'n.okonkwo@example.org' WHERE given_names = 'Ngozi'");
	assert_int_equal(family_sees_it_came_back(&w, "Ngozi"), DAY_NONE);
}

static void the_same_letter_goes_again_by_another_way(void **state)
{
	struct casework_fixture *fixture = *state;
	struct mailing_world w = all_waiting(fixture);
	int64_t first = delivery_to(fixture, w.school), second;

	REFUSED(casework_delivery_again(fixture->cw, first, METHOD_POST, "", f), "", "waits to be sent");
	number(fixture, "UPDATE delivery SET state = 'failed', settled_at = queued_at WHERE id = %lld",
	       (long long)first);
	REFUSED(casework_delivery_again(fixture->cw, first, METHOD_EMAIL, "nonsense", f), "address",
		"cannot go by e-mail");
	MUST(casework_delivery_again(fixture->cw, first, METHOD_POST, "", f));
	second = delivery_to(fixture, w.school);
	assert_true(second > first);
	assert_non_null(strstr(item_for(&w, w.school)->address, "2 Mill Lane"));
	assert_int_equal(number(fixture, "SELECT count(*) FROM letter"), 8);
	assert_int_equal(number(fixture, "SELECT count(DISTINCT message_id) FROM delivery"), 9);
	REFUSED(casework_delivery_again(fixture->cw, first, METHOD_POST, "", f), "", "sent again already");
	assert_int_equal(outbox_of(fixture).failed, 0);
	MUST(casework_delivery_withdraw(fixture->cw, second, "the school telephoned", f));
	assert_int_equal(item_for(&w, w.school)->state, DELIVERY_WITHDRAWN);
}

static void what_nobody_wrote_is_not_there(void **state)
{
	struct casework_fixture *fixture = *state;

	REFUSED(casework_delivery_done(fixture->cw, 99, today(fixture), "", f), "", "not in the case file");
}

/* --- Post --- */

static void all_post_is_one_pdf(void **state)
{
	struct casework_fixture *fixture = *state;
	const unsigned char *pdf;
	const char *ids;
	size_t bytes, count;

	all_waiting(fixture);
	MUST(casework_post_pdf(fixture->cw, &fixture->mem, &pdf, &bytes, &count, &ids, f));
	assert_int_equal(count, 2);
	assert_true(bytes > 1000 && memcmp(pdf, "%PDF-", 5) == 0);
	assert_int_equal(number(fixture, "SELECT count(*) FROM delivery WHERE state = 'sent'"), 0);
	REFUSED(casework_posted(fixture->cw, "", f), "", "No letter was named");
	REFUSED(casework_posted(fixture->cw, "two", f), "", "by their numbers");
	assert_int_equal(number(fixture, "SELECT count(*) FROM delivery WHERE state = 'sent'"), 0);
	MUST(casework_posted(fixture->cw, ids, f));
	assert_int_equal(number(fixture, "SELECT count(*) FROM delivery WHERE state = 'sent' AND method = 'post'"), 2);
	REFUSED(casework_post_pdf(fixture->cw, &fixture->mem, &pdf, &bytes, &count, &ids, f), "", "No letter waits");
}

/* What was to go by e-mail has no address on it, and what came back has the old one: the envelope's is printed. */
static void a_letter_sent_again_is_printed_with_its_new_address(void **state)
{
	struct casework_fixture *fixture = *state;
	struct mailing_world w = all_waiting(fixture);
	struct press_bytes pdf;
	const char *ids, *text;
	size_t count;

	number(fixture, "UPDATE delivery SET state = 'bounced', settled_at = queued_at");
	MUST(casework_delivery_again(fixture->cw, delivery_to(fixture, w.school), METHOD_POST, "", f));
	MUST(casework_delivery_again(fixture->cw, delivery_to(fixture, w.father), METHOD_POST,
				     "3 Quay Street\nExampleton\nZZ1 9ZZ", f));
	MUST(casework_post_pdf(fixture->cw, &fixture->mem, &pdf.bytes, &pdf.count, &count, &ids, f));
	assert_int_equal(count, 2);
	text = pdf_view("pdftotext -layout %s -", &pdf, &fixture->mem);
	assert_non_null(strstr(text, "Kit Evans\n2 Mill Lane\nZZ1"));
	assert_non_null(strstr(text, "Emeka Okonkwo\n3 Quay Street\nExampleton\nZZ1"));
	assert_null(strstr(text, "HMP Eastgate\n"));
}

static void the_printer_gets_them_or_nothing_is_marked(void **state)
{
	struct casework_fixture *fixture = *state;
	char command[160], path[160];
	struct stat printed;
	size_t count;

	all_waiting(fixture);
	REFUSED(casework_post_print(fixture->cw, &fixture->mem, &count, f), "", "print: {command:");
	configured(fixture, "", "/bin/false");
	REFUSED(casework_post_print(fixture->cw, &fixture->mem, &count, f), "", "no letter was marked");
	assert_int_equal(number(fixture, "SELECT count(*) FROM delivery WHERE state = 'sent'"), 0);
	snprintf(path, sizeof path, "%s/printed", fixture->folder);
	snprintf(command, sizeof command, "/usr/bin/tee, \"%s\"", path);
	configured(fixture, "", command);
	MUST(casework_post_print(fixture->cw, &fixture->mem, &count, f));
	assert_int_equal(count, 2);
	assert_int_equal(stat(path, &printed), 0);
	assert_true(printed.st_size > 1000);
	assert_int_equal(number(fixture, "SELECT count(*) FROM delivery WHERE state = 'sent'"), 2);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		SENDING_TEST(each_waits_in_its_own_way),
		SENDING_TEST(what_is_done_by_hand_is_said_to_be_done),
		SENDING_TEST(what_came_back_marks_the_directory),
		SENDING_TEST(what_came_back_marks_a_person),
		SENDING_TEST(the_same_letter_goes_again_by_another_way),
		SENDING_TEST(what_nobody_wrote_is_not_there),
		SENDING_TEST(all_post_is_one_pdf),
		SENDING_TEST(a_letter_sent_again_is_printed_with_its_new_address),
		SENDING_TEST(the_printer_gets_them_or_nothing_is_marked),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
