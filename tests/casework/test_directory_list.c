/* The directory as a list: its order, what is wrong first, who waits for an address. */
#include "directory_steps.h"

static void by_agency_and_name(void **state)
{
	static const char *const names[] = {"Ann Lee", "Zoe Hill", "Bo Tan"};
	struct casework_fixture *fixture = *state;
	struct directory_list list;
	struct agency_list agencies;
	struct contact gone;

	added(fixture, "Police", "Bo Tan", "bo@example.net");
	added(fixture, "Elmgrove Primary", "Zoe Hill", "zoe@example.net");
	added(fixture, "Elmgrove Primary", "Ann Lee", "ann@example.net");
	gone = added(fixture, "Elmgrove Primary", "Kay Fox", "kay@example.net");
	gone.is_active = false;
	MUST(casework_contact_save(fixture->cw, &gone, false, f));
	list = listed(fixture, false, false);
	assert_int_equal(list.count, 3);
	for (size_t i = 0; i < 3; i++)
		assert_string_equal(list.items[i].contact.name, names[i]);
	assert_int_equal(list.problems, 0);
	assert_int_equal(listed(fixture, true, false).count, 4);
	MUST(casework_agencies(fixture->cw, &fixture->mem, &agencies, f));
	assert_int_equal(agencies.count, 2);
	assert_string_equal(agencies.items[0].name, "Elmgrove Primary");
}

static void a_deputy_who_left_is_said_to_have(void **state)
{
	struct casework_fixture *fixture = *state;
	struct contact head = added(fixture, "Elmgrove Primary", "Ann Lee", "ann@example.net");
	struct contact deputy = added(fixture, "Elmgrove Primary", "Zoe Hill", "zoe@example.net");
	struct directory_list list;

	head.deputy_id = deputy.id;
	MUST(casework_contact_save(fixture->cw, &head, false, f));
	list = listed(fixture, false, false);
	assert_string_equal(entry_of(&list, "Ann Lee")->deputy, "Zoe Hill");
	assert_string_equal(entry_of(&list, "Ann Lee")->checked, "checked 1 Apr 2026");
	deputy = kept(fixture, "Zoe Hill");
	deputy.is_active = false;
	MUST(casework_contact_save(fixture->cw, &deputy, false, f));
	list = listed(fixture, false, false);
	assert_string_equal(entry_of(&list, "Ann Lee")->deputy, "Zoe Hill (left)");
}

/* The school's address is needed next week, the nurse's in a month: theirs come before those nobody writes to. */
static void what_is_needed_soonest_comes_first(void **state)
{
	static const char *const order[] = {"Ann Lee", "Ruth Abbey", "Di Poe", "Sam Hall"};
	struct casework_fixture *fixture = *state;
	int64_t first = a_booked_conference(fixture, "Okonkwo"), second = a_booked_conference(fixture, "Bello");
	int64_t school = added(fixture, "Elmgrove Primary", "Ann Lee", "").id;
	int64_t nurse = added(fixture, "Health Visiting", "Ruth Abbey", "").id;
	struct contact old = added(fixture, "Police", "Sam Hall", "sam@example.net");
	struct directory_list list;

	added(fixture, "Probation", "Di Poe", "");
	number(fixture, "UPDATE contact SET checked_on = '2024-05-06' WHERE id = %lld RETURNING id", (long long)old.id);
	number(fixture, "UPDATE conference SET held_on = '2026-04-09' WHERE id = %lld RETURNING id", (long long)first);
	number(fixture, "UPDATE conference SET held_on = '2026-05-12' WHERE id = %lld RETURNING id", (long long)second);
	put_on(fixture, first, of_contact(school));
	put_on(fixture, second, of_contact(school));
	put_on(fixture, second, of_contact(nurse));
	list = listed(fixture, false, true);
	assert_int_equal(list.count, 4);
	assert_int_equal(list.problems, 4);
	for (size_t i = 0; i < 4; i++)
		assert_string_equal(list.items[i].contact.name, order[i]);
	assert_int_equal(list.items[0].next, date_from_iso("2026-04-09"));
	assert_int_equal(list.items[0].waiting, 2);
	assert_string_equal(list.items[0].problem, "no e-mail address");
	assert_string_equal(list.items[3].problem, "not checked for a year");
	assert_int_equal(list.items[3].next, DAY_NONE);
}

/* Somebody who left is no worry, until a conference still counts on them. */
static void who_left_and_is_invited_is_a_problem(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t id = a_booked_conference(fixture, "Okonkwo");
	struct contact head = added(fixture, "Elmgrove Primary", "Ann Lee", "ann@example.net");
	struct directory_list list;

	head.is_active = false;
	MUST(casework_contact_save(fixture->cw, &head, false, f));
	assert_int_equal(listed(fixture, false, true).count, 0);
	head.is_active = true;
	MUST(casework_contact_save(fixture->cw, &head, false, f));
	put_on(fixture, id, of_contact(head.id));
	head.is_active = false;
	MUST(casework_contact_save(fixture->cw, &head, false, f));
	list = listed(fixture, false, true);
	assert_int_equal(list.count, 1);
	assert_string_equal(list.items[0].problem, "has left, and is still invited");
}

/* That a conference of a restricted family waits for an address is not told to whoever may not see the family. */
static void a_restricted_conference_does_not_show(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t id = a_booked_conference(fixture, "Okonkwo");

	put_on(fixture, id, of_contact(added(fixture, "Elmgrove Primary", "Ann Lee", "").id));
	assert_int_equal(listed(fixture, false, true).items[0].waiting, 1);
	number(fixture, "UPDATE family SET is_restricted = 1 WHERE id = %lld RETURNING id",
	       (long long)family_of(fixture, id));
	casework_fixture_open_as(fixture, "stranger", ROLE_BIT(ROLE_BUSINESS_SUPPORT));
	assert_int_equal(listed(fixture, false, true).items[0].waiting, 0);
	assert_int_equal(listed(fixture, false, true).items[0].next, DAY_NONE);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		FIXTURE_TEST(by_agency_and_name),
		FIXTURE_TEST(a_deputy_who_left_is_said_to_have),
		FIXTURE_TEST(what_is_needed_soonest_comes_first),
		FIXTURE_TEST(who_left_and_is_invited_is_a_problem),
		FIXTURE_TEST(a_restricted_conference_does_not_show),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
