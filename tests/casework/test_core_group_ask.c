/* Asking a core group to its meeting: by letter or by telephone, told again when it moves, on their own where kept
 * apart. */
#include "core_group_steps.h"

#include "casework/notices.h"

static struct core_group_telling_list tellings(struct casework_fixture *fixture, int64_t family, int64_t meeting)
{
	struct core_group_telling_list out;

	MUST(casework_core_group_tellings(fixture->cw, family, meeting, &fixture->mem, &out, f));
	return out;
}

static void each_is_asked_and_answers(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t family = a_family_on_plan(fixture, "2026-04-01");
	struct core_group_meeting one = booked_meeting(fixture, family);
	struct core_group_telling_list all = tellings(fixture, family, one.id);
	int64_t who;

	assert_true(all.count >= 3);
	assert_int_equal(all.to_tell, all.count);
	assert_int_equal(all.items[0].to_tell, CORE_GROUP_TELLING_ASKED);
	who = all.items[0].member.id;
	REFUSED(casework_core_group_answer(fixture->cw, family, &all.items[0].last, CORE_GROUP_ANSWER_COMING, f), "",
		"not asked to this meeting yet");
	REFUSED(casework_core_group_tell(fixture->cw, family, one.id, who, CORE_GROUP_WAY_LETTER, f), "how",
		"by telephone");
	MUST(casework_core_group_tell(fixture->cw, family, one.id, who, CORE_GROUP_WAY_TELEPHONE, f));
	REFUSED(casework_core_group_tell(fixture->cw, family, one.id, who, CORE_GROUP_WAY_TELEPHONE, f), "",
		"nothing to tell");
	all = tellings(fixture, family, one.id);
	MUST(casework_core_group_answer(fixture->cw, family, &all.items[0].last, CORE_GROUP_ANSWER_NOT_COMING, f));
	CONFLICTS(casework_core_group_answer(fixture->cw, family, &all.items[0].last, CORE_GROUP_ANSWER_COMING, f));
	all = tellings(fixture, family, one.id);
	assert_int_equal(all.items[0].last.answer, CORE_GROUP_ANSWER_NOT_COMING);
	assert_int_equal(all.items[0].last.answered_on, date_from_iso("2026-04-01"));
	one.day = date_from_iso("2026-04-10"); /* it moves: whoever was asked is told */
	one.moved_why = "the school trip";
	MUST(casework_core_group_book(fixture->cw, family, &one, f));
	all = tellings(fixture, family, one.id);
	assert_int_equal(all.items[0].to_tell, CORE_GROUP_TELLING_MOVED);
	assert_int_equal(all.items[1].to_tell, CORE_GROUP_TELLING_ASKED);
	MUST(casework_core_group_cancel(fixture->cw, family, one.id, one.version, "Emma Evans", "ill", f));
	all = tellings(fixture, family, one.id);
	assert_int_equal(all.count, 1); /* nobody else was asked */
	assert_int_equal(all.items[0].to_tell, CORE_GROUP_TELLING_CANCELLED);
	assert_int_equal(audited(fixture, "core_group.tell") + audited(fixture, "core_group.answer"), 2);
}

static const struct mailing_item *letter_to(const struct mailing_item_list *list, const char *who)
{
	for (size_t i = 0; i < list->count; i++)
		if (strstr(list->items[i].who, who))
			return &list->items[i];
	fail_msg("no letter to %s", who);
	return NULL;
}

static struct mailing_item_list letters(struct casework_fixture *fixture, int64_t meeting)
{
	struct mailing_item_list list;

	MUST(casework_notice_preview(fixture->cw, NOTICE_CORE_GROUP_MEETING, meeting, &fixture->mem, &list, f));
	return list;
}

/* What the letter that was written last encloses, as another program reads it. */
static void enclosed_says(struct casework_fixture *fixture, const char *name, const char *one, const char *other)
{
	const char *text = casework_fixture_text(
		fixture, "SELECT name || ' ' || content FROM enclosure ORDER BY letter_id DESC LIMIT 1");

	if (strncmp(text, name, strlen(name)) != 0 || !strstr(text, one) || !strstr(text, other))
		fail_msg("%s, %s, %s in:\n%s", name, one, other, text);
	assert_null(strstr(text, "Okonkwo")); /* it stands in other people's diaries */
}

static void a_letter_asks_and_asks_again_when_it_moves(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t family = a_family_on_plan(fixture, "2026-04-01");
	struct core_group_meeting one = booked_meeting(fixture, family);
	struct mailing_item_list list = letters(fixture, one.id);
	const struct mailing_item *worker = letter_to(&list, "Emma Evans");
	size_t written;

	assert_non_null(strstr(worker->text, "Thursday 9 April 2026"));
	assert_non_null(strstr(worker->text, "Station Primary School"));
	assert_null(strstr(worker->text, "Achebe"));      /* nobody else is named */
	assert_non_null(strstr(worker->text, "Okonkwo")); /* whoever is in many core groups knows which */
	assert_non_null(strstr(worker->text, "F-0001"));
	assert_null(strstr(letter_to(&list, "Chidi Okonkwo")->text, "F-0001"));
	assert_null(strstr(worker->text, "as we told you before"));
	assert_string_equal(worker->encloses, "calendar file");
	assert_string_equal(letter_to(&list, "Chidi Okonkwo")->encloses, ""); /* told in person */
	MUST(casework_notice_send(fixture->cw, NOTICE_CORE_GROUP_MEETING, one.id, &worker->invitee_id, 1, &written, f));
	assert_int_equal(written, 1);
	assert_string_equal(
		casework_fixture_text(fixture, "SELECT what || ' ' || how || ' ' || day FROM core_group_asked"),
		"asked letter 2026-04-09");
	enclosed_says(fixture, "invite.ics", "METHOD:REQUEST", "DTSTART;TZID=Europe/London:20260409T140000");
	one.day = date_from_iso("2026-04-10");
	one.moved_why = "the school trip";
	MUST(casework_core_group_book(fixture->cw, family, &one, f));
	list = letters(fixture, one.id);
	assert_non_null(strstr(letter_to(&list, "Emma Evans")->text, "Friday 10 April 2026"));
	assert_non_null(strstr(letter_to(&list, "Emma Evans")->text, "does not meet on Thursday 9 April 2026"));
	worker = letter_to(&list, "Emma Evans");
	MUST(casework_notice_send(fixture->cw, NOTICE_CORE_GROUP_MEETING, one.id, &worker->invitee_id, 1, &written, f));
	enclosed_says(fixture, "invite.ics", "SEQUENCE:2", "DTSTART;TZID=Europe/London:20260410T140000");
	one = booked_meeting(fixture, family);
	one.day = date_from_iso("2026-04-01");
	MUST(casework_core_group_held(fixture->cw, family, &one, NULL, 0, f));
	REFUSED(casework_notice_preview(fixture->cw, NOTICE_CORE_GROUP_MEETING, one.id, &fixture->mem, &list, f), "",
		"nobody is asked to it");
}

/* A social worker whom the directory does not know is still no supporter of the family. */
static void a_typed_name_is_who_the_conference_knew(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t family = a_family_on_plan(fixture, "2026-04-01");
	struct core_group_meeting one = booked_meeting(fixture, family);
	struct mailing_item_list list;

	number(fixture, "UPDATE core_group_member SET name = 'Emma Evans', contact_id = NULL WHERE contact_id ="
			" (SELECT id FROM contact WHERE name = 'Emma Evans')");
	list = letters(fixture, one.id);
	assert_null(strstr(letter_to(&list, "Emma Evans")->who, "supporter"));
	assert_non_null(strstr(letter_to(&list, "Emma Evans")->text, "Okonkwo"));
	number(fixture, "DELETE FROM invitee WHERE name = 'Emma Evans'");
	list = letters(fixture, one.id);
	assert_null(strstr(letter_to(&list, "Emma Evans")->who, "supporter")); /* she leads it */
}

/* Whoever had it in their diary has it taken out; who never had hears of it and no more. */
static void what_is_cancelled_leaves_the_diaries(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t family = a_family_on_plan(fixture, "2026-04-01");
	struct core_group_meeting one = booked_meeting(fixture, family);
	struct mailing_item_list list = letters(fixture, one.id);
	size_t written;

	MUST(casework_notice_send(fixture->cw, NOTICE_CORE_GROUP_MEETING, one.id,
				  &letter_to(&list, "Emma Evans")->invitee_id, 1, &written, f));
	MUST(casework_core_group_cancel(fixture->cw, family, one.id, one.version, "Emma Evans", "ill", f));
	list = letters(fixture, one.id);
	assert_string_equal(letter_to(&list, "Emma Evans")->encloses, "calendar file that takes the day out");
	MUST(casework_notice_send(fixture->cw, NOTICE_CORE_GROUP_MEETING, one.id, NULL, 0, &written, f));
	enclosed_says(fixture, "cancel.ics", "METHOD:CANCEL", "SEQUENCE:2");
}

/* The mother's home is kept from the child's other parent: he learns neither time nor place. */
static void whoever_is_kept_apart_is_asked_alone(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t family = a_family_on_plan(fixture, "2026-04-01");
	struct core_group_meeting one = booked_meeting(fixture, family);
	struct core_group_telling_list all;
	struct mailing_item_list list;
	const struct mailing_item *mother;

	number(fixture, "DELETE FROM address WHERE person_id = (SELECT id FROM person WHERE given_names = 'Chidi')");
	number(fixture, "INSERT INTO address (person_id, lines, postcode, from_on, confidential_from) SELECT id,"
			" '9 Larch Way', 'ZZ9 9ZZ', '2026-01-01', 'mother' FROM person WHERE given_names = 'Chidi'");
	all = tellings(fixture, family, one.id);
	for (size_t i = 0; i < all.count; i++)
		if (all.items[i].is_apart != (strcmp(all.items[i].member.shown_name, "Amelia Okonkwo") == 0))
			fail_msg("%s", all.items[i].member.shown_name);
	list = letters(fixture, one.id);
	mother = letter_to(&list, "Amelia Okonkwo");
	if (!strstr(mother->text, "own, not in the meeting"))
		fail_msg("%s", mother->text);
	assert_null(strstr(mother->text, "Station Primary School"));
	assert_null(strstr(mother->text, "14:00"));
	assert_string_equal(mother->encloses, "");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, casework_fixture_setup, casework_fixture_teardown)
	const struct CMUnitTest tests[] = {
		TEST(each_is_asked_and_answers),
		TEST(a_letter_asks_and_asks_again_when_it_moves),
		TEST(a_typed_name_is_who_the_conference_knew),
		TEST(what_is_cancelled_leaves_the_diaries),
		TEST(whoever_is_kept_apart_is_asked_alone),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
