/* The chair's day: whose it is, what is in it, and what is said to be missing. */
#include "brief_steps.h"

#include <stdlib.h>

static void a_day_is_by_time_and_only_of_its_days(void **state)
{
	struct casework_fixture *fixture = *state;
	struct my_day_list list;

	a_conference_at(fixture, "Okonkwo", "2026-04-13", 840);
	a_conference_at(fixture, "Hussain", "2026-04-13", 600);
	a_conference_at(fixture, "Ní Dhomhnaill", "2026-04-14", 600);
	list = day_of(fixture, "", "2026-04-13", 1);
	assert_int_equal(list.count, 2);
	assert_string_equal(list.whose, "all chairs");
	assert_string_equal(list.items[0].family_words, "Hussain ×2");
	assert_true(strncmp(list.items[0].when, "10:00-", 6) == 0);
	assert_string_equal(list.items[1].family_words, "Okonkwo ×2");
	assert_string_equal(list.items[0].type, "initial");
	assert_string_equal(list.items[0].chair, "Siân Pritchard");
	assert_string_equal(list.items[0].missing, "nobody is on the list");
	assert_string_equal(list.items[0].reports, "");
	assert_int_equal(day_of(fixture, "", "2026-04-13", 2).count, 3);
	assert_int_equal(day_of(fixture, "", "2026-04-12", 1).count, 0);
	assert_int_equal(casework_fixture_audited(fixture, "my_day.look"), 3);
}

static void a_chair_sees_the_own_day_unasked(void **state)
{
	struct casework_fixture *fixture = *state;
	struct my_day_list list;

	a_conference_at(fixture, "Okonkwo", "2026-04-13", 600);
	number(fixture, "UPDATE conference SET chair_id = (SELECT id FROM resource WHERE name = 'Peter Hollins')");
	a_conference_at(fixture, "Hussain", "2026-04-13", 840);
	list = day_of(fixture, NULL, "2026-04-13", 1);
	assert_int_equal(list.count, 2); /* this account chairs nothing */
	casework_fixture_open_as(fixture, "spritchard", ROLE_BIT(ROLE_CHAIR));
	list = day_of(fixture, NULL, "2026-04-13", 1);
	assert_int_equal(list.count, 1);
	assert_string_equal(list.whose, "Siân Pritchard");
	assert_string_equal(list.items[0].family_words, "Hussain ×2");
	list = day_of(fixture, "hollins", "2026-04-13", 1);
	assert_int_equal(list.count, 1);
	assert_string_equal(list.whose, "Peter Hollins");
	assert_int_equal(day_of(fixture, "", "2026-04-13", 1).count, 2);
	REFUSED(casework_my_day(fixture->cw, "nobody", date_from_iso("2026-04-13"), 1, &fixture->mem, &list, f), "",
		"No chair here is called");
}

static const char *missing_now(struct casework_fixture *fixture)
{
	return day_of(fixture, "", "2026-04-13", 1).items[0].missing;
}

static void what_is_missing_follows_the_answers(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t id = a_conference_at(fixture, "Okonkwo", "2026-04-13", 600);
	int64_t care = a_professional(fixture, id, "Children's social care", "social care", "T. Campbell");
	int64_t school = a_professional(fixture, id, "Ashfield School", "education", "K. Evans");
	int64_t nurse = a_professional(fixture, id, "Health visiting", "health", "N. Rahman");

	assert_string_equal(missing_now(fixture), "invitations not sent · 3 reports not in");
	tell(fixture, care);
	assert_string_equal(missing_now(fixture), "nobody has answered · 2 not invited · 3 reports not in");
	says(fixture, care, REPLY_COMING, "");
	says(fixture, school, REPLY_DECLINED, "");
	tell(fixture, nurse);
	assert_string_equal(missing_now(fixture), "quorum at risk · 3 reports not in");
	says(fixture, school, REPLY_DEPUTY, "L. Wood");
	says(fixture, nurse, REPLY_COMING, "");
	number(fixture, "UPDATE report SET received_on = '2026-04-01'");
	assert_string_equal(missing_now(fixture), "");
	assert_string_equal(day_of(fixture, "", "2026-04-13", 1).items[0].reports, "3 of 3");
	assert_string_equal(day_of(fixture, "", "2026-04-13", 1).items[0].quorum,
			    "quorate: social care + 2 other agencies");
}

static void needs_and_exclusions_are_missing_until_settled(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t id = a_conference_at(fixture, "Okonkwo", "2026-04-13", 600);
	int64_t aunt = an_adult(fixture, family_of(fixture, id), "Ngozi", "Okonkwo", RELATIONSHIP_AUNT, ANSWER_NO, "");
	int64_t guest = put_on(fixture, id, of_person(CAPACITY_FAMILY, aunt)), speaker;
	struct invitee interpreter = typed(CAPACITY_INTERPRETER, "B. Nowak");

	number(fixture, "UPDATE invitee SET language = 'Igbo' WHERE id = %lld", (long long)guest);
	says(fixture, guest, REPLY_COMING, "");
	assert_string_equal(missing_now(fixture), "quorum at risk · interpreter not confirmed");
	speaker = put_on(fixture, id, interpreter);
	tell(fixture, speaker);
	assert_string_equal(missing_now(fixture), "quorum at risk · interpreter not confirmed");
	says(fixture, speaker, REPLY_COMING, "");
	assert_string_equal(missing_now(fixture), "quorum at risk");
	asked_away(fixture, guest);
	assert_string_equal(missing_now(fixture), "1 exclusion to decide · quorum at risk");
}

static void nothing_is_missing_of_what_has_begun(void **state)
{
	struct casework_fixture *fixture = *state;
	struct my_day_list list;

	a_conference_at(fixture, "Okonkwo", "2026-04-13", 600);
	number(fixture, "UPDATE conference SET state = 'in_progress'");
	list = day_of(fixture, "", "2026-04-13", 1);
	assert_int_equal(list.items[0].state, STATE_IN_PROGRESS);
	assert_string_equal(list.items[0].missing, "");
	assert_string_equal(list.items[0].quorum, "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_day_is_by_time_and_only_of_its_days), TEST(a_chair_sees_the_own_day_unasked),
		TEST(what_is_missing_follows_the_answers),   TEST(needs_and_exclusions_are_missing_until_settled),
		TEST(nothing_is_missing_of_what_has_begun),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
