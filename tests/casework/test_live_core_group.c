/* Naming the core group: these members and no others, by its version; at a review it goes on from the one before. */
#include "live_plan_steps.h"

static struct core_group_member of_person_id(int64_t person)
{
	struct core_group_member one = core_group_member_blank();

	one.person_id = person;
	return one;
}

static struct core_group_member by_name(const char *name)
{
	struct core_group_member one = core_group_member_blank();

	one.name = name;
	return one;
}

static int64_t mother_of(const struct casework_fixture *fixture)
{
	return number(fixture, "SELECT id FROM person WHERE given_names = 'Amelia'");
}

static struct core_group_member school_of(const struct casework_fixture *fixture)
{
	struct core_group_member one = core_group_member_blank();

	one.contact_id = number(fixture, "SELECT id FROM contact WHERE name = 'K. Evans'");
	return one;
}

static const struct core_group_member *named(const struct core_group_member_list *list, const char *name)
{
	for (size_t i = 0; i < list->count; i++)
		if (strcmp(list->items[i].shown_name, name) == 0)
			return &list->items[i];
	return NULL;
}

static void a_member_is_checked(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_decided_day(fixture);
	struct core_group_member both = of_person_id(mother_of(fixture)), gone = core_group_member_blank();
	const struct {
		struct core_group_member members[2];
		size_t count;
		const char *words, *why;
	} rows[] = {
		{{{0}}, 0, "choose them", "nobody"},
		{{by_name(" ")}, 1, "Name each member", "an empty line"},
		{{of_person_id(999)}, 1, "none of the family", "a stranger"},
		{{by_name("Nana"), by_name("nana ")}, 2, "named twice", "one name twice"},
		{{of_person_id(d.ada), of_person_id(d.ada)}, 2, "named twice", "one person twice"},
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		print_message("%s\n", rows[i].why);
		REFUSED(casework_live_core_group(fixture->cw, d.id, 0, rows[i].members, rows[i].count, "Emma Evans", f),
			"members", rows[i].words);
	}
	both.contact_id = school_of(fixture).contact_id;
	REFUSED(casework_live_core_group(fixture->cw, d.id, 0, &both, 1, "", f), "members", "not both");
	gone.contact_id = 999;
	REFUSED(casework_live_core_group(fixture->cw, d.id, 0, &gone, 1, "", f), "members", "not in the directory");
	assert_int_equal(number(fixture, "SELECT count(*) FROM core_group"), 0);
}

static void it_has_these_members_and_no_others(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_decided_day(fixture);
	struct core_group_member members[3] = {of_person_id(mother_of(fixture)), school_of(fixture), by_name("Nana")};
	struct live_plan_page page;

	MUST(casework_live_core_group(fixture->cw, d.id, 0, members, 3, "", f));
	page = plan_page(fixture, d.id);
	assert_string_equal(page.group.lead, "Emma Evans"); /* the social worker */
	assert_int_equal(page.members.count, 3);
	assert_string_equal(named(&page.members, "Amelia Okonkwo")->role, "mother");
	assert_string_equal(named(&page.members, "K. Evans")->shown_agency, "Station Primary School");
	assert_int_equal(named(&page.members, "Nana")->since, date_from_iso(FIXTURE_TODAY));
	members[1].role = " head teacher ";
	MUST(casework_live_core_group(fixture->cw, d.id, page.group.version, members, 2, "Jo Bell", f));
	page = plan_page(fixture, d.id);
	assert_int_equal(page.members.count, 2); /* a group that never met: nobody has left it */
	assert_null(named(&page.members, "Nana"));
	assert_string_equal(named(&page.members, "K. Evans")->role, "head teacher");
	assert_string_equal(page.group.lead, "Jo Bell");
	assert_int_equal(audited(fixture, "live.core_group"), 2);
	number(fixture, "UPDATE conference SET social_worker = '' WHERE id = %lld", (long long)d.id);
	REFUSED(casework_live_core_group(fixture->cw, d.id, page.group.version, members, 2, " ", f), "lead",
		"who leads");
}

static void two_people_never_overwrite_each_other(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_decided_day(fixture);
	struct core_group_member mother = of_person_id(mother_of(fixture)), nana = by_name("Nana");
	struct casework *other = second_session(fixture, NULL);
	struct live_plan_page page;

	MUST(casework_live_core_group(other, d.id, 0, &nana, 1, "", f));
	CONFLICTS(casework_live_core_group(fixture->cw, d.id, 0, &mother, 1, "", f));
	MUST(casework_live_core_group(other, d.id, 1, &nana, 1, "", f));
	CONFLICTS(casework_live_core_group(fixture->cw, d.id, 1, &mother, 1, "", f));
	page = plan_page(fixture, d.id);
	assert_int_equal(page.members.count, 1);
	assert_non_null(named(&page.members, "Nana"));
	casework_close(other);
}

static void whoever_is_left_out_of_one_that_met_has_left(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_decided_day(fixture);
	struct core_group_member members[2] = {of_person_id(mother_of(fixture)), by_name("Nana")};
	struct live_plan_page page;

	MUST(casework_live_core_group(fixture->cw, d.id, 0, members, 2, "", f));
	number(fixture,
	       "INSERT INTO core_group_meeting (core_group_id, day, state) VALUES (1, '" FIXTURE_TODAY "', 'held')");
	MUST(casework_live_core_group(fixture->cw, d.id, 1, members, 1, "", f));
	page = plan_page(fixture, d.id);
	assert_int_equal(named(&page.members, "Nana")->until, date_from_iso(FIXTURE_TODAY));
	assert_string_equal(named(&page.members, "Nana")->left_why, "not named at C-0001");
	MUST(casework_live_core_group(fixture->cw, d.id, 2, members, 2, "", f)); /* a slip */
	page = plan_page(fixture, d.id);
	assert_int_equal(page.members.count, 2);
	assert_int_equal(named(&page.members, "Nana")->until, DAY_NONE);
	number(fixture, "UPDATE core_group_member SET until = '2026-03-20', left_why = 'moved' WHERE name = 'Nana'");
	MUST(casework_live_core_group(fixture->cw, d.id, 3, members, 2, "", f)); /* left then, is back now */
	page = plan_page(fixture, d.id);
	assert_int_equal(page.members.count, 3);
	assert_string_equal(page.members.items[2].left_why, "moved");
}

/* The group of 5 Jan 2026: Amelia, Nana; meets on 20 Apr. */
static void a_present_group(struct casework_fixture *fixture, const struct live_day *d)
{
	number(fixture,
	       "INSERT INTO conference (reference, family_id, type, state, source, policy, requested_on, held_on)"
	       " VALUES ('C-0900', 1, 'initial', 'closed', 'typed', 'x', '2026-01-01', '2026-01-05')");
	number(fixture,
	       "INSERT INTO core_group (id, family_id, conference_id, lead) SELECT 77, %lld, id, 'Emma Evans' FROM"
	       " conference WHERE reference = 'C-0900'",
	       (long long)d->family);
	number(fixture,
	       "INSERT INTO core_group_member (core_group_id, person_id, name, since) VALUES (77, %lld, '',"
	       " '2026-01-05'), (77, NULL, 'Nana', '2026-02-02')",
	       (long long)mother_of(fixture));
	number(fixture, "INSERT INTO core_group_meeting (core_group_id, day, state) VALUES (77, '2026-03-02', 'held'),"
			" (77, '2026-04-20', 'booked'), (77, '2026-04-27', 'cancelled')");
}

static void at_a_review_it_goes_on_from_the_present_one(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_decided_review(fixture);
	struct core_group_member members[2] = {of_person_id(mother_of(fixture)), school_of(fixture)};
	struct core_group_member with_nana[3] = {members[0], members[1], by_name("nana")};
	struct live_plan_page page;

	a_present_group(fixture, &d);
	MUST(casework_live_core_group(fixture->cw, d.id, 0, members, 2, "", f));
	page = plan_page(fixture, d.id);
	assert_int_equal(page.members.count, 2);
	assert_int_equal(named(&page.members, "Amelia Okonkwo")->since, date_from_iso("2026-01-05"));
	assert_int_equal(named(&page.members, "K. Evans")->since, date_from_iso(FIXTURE_TODAY));
	assert_int_equal(number(fixture,
				"SELECT count(*) FROM core_group_member WHERE core_group_id = 77 AND name ="
				" 'Nana' AND until = '" FIXTURE_TODAY "' AND left_why = 'not named at C-0001'"),
			 1);
	assert_int_equal(page.meeting.day, date_from_iso("2026-04-20")); /* what is booked goes with it */
	assert_int_equal(number(fixture, "SELECT count(*) FROM core_group_meeting WHERE core_group_id = 77"), 2);
	MUST(casework_live_core_group(fixture->cw, d.id, 1, with_nana, 3, "", f)); /* a slip */
	page = plan_page(fixture, d.id);
	assert_int_equal(named(&page.members, "nana")->since, date_from_iso("2026-02-02"));
	assert_int_equal(number(fixture, "SELECT count(*) FROM core_group_member WHERE core_group_id = 77 AND until IS"
					 " NULL"),
			 2);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_member_is_checked),
		TEST(it_has_these_members_and_no_others),
		TEST(two_people_never_overwrite_each_other),
		TEST(whoever_is_left_out_of_one_that_met_has_left),
		TEST(at_a_review_it_goes_on_from_the_present_one),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
