/* Invitees: kept whole, called by the name they have where it is kept, in the order people are asked in. */
#include "invitation_fixture.h"

static struct invitee filled(const struct invitee *blank)
{
	struct invitee i = *blank;

	i.method = METHOD_POST;
	i.direct_contact = ANSWER_NO;
	i.involved = ANSWER_YES;
	i.language = "Twi";
	i.signing = "BSL";
	i.access = "step-free";
	i.childcare = "two under five";
	i.transport = "taxi";
	i.sitting = 2;
	i.represented_why = "custody";
	i.understanding = "needs pictures";
	i.chair_invites = ANSWER_YES;
	i.advocate_offered_on = date_from_iso("2026-03-04");
	i.other_way = "a letter through the advocate";
	i.reply = REPLY_DEPUTY;
	i.reply_on = date_from_iso("2026-03-09");
	i.reply_how = "telephone";
	i.reply_note = "back on Monday";
	i.deputy = "Oluwaseun Afolabi";
	i.exclusion = EXCLUSION_PART;
	i.exclusion_reason = EXCLUSION_REASON_CONFLICT;
	i.exclusion_part = "the second half";
	i.exclusion_words = "You will come at a time of your own.";
	i.exclusion_asked_by = "Bexley Adams";
	i.exclusion_decided_by = "Siân Pritchard";
	i.exclusion_asked_on = date_from_iso("2026-03-05");
	i.exclusion_decided_on = date_from_iso("2026-03-06");
	i.invited_on = date_from_iso("2026-03-07");
	i.told_day = date_from_iso("2026-03-26");
	i.told_starts = 570;
	i.calendar_sequence = 3;
	return i;
}

static void every_member_is_kept(void **state)
{
	struct fixture *x = *state;
	int64_t family = a_family(x, "FAM-0001", "Mensah");
	struct conference c = a_conference(x, "C-0001", family, "2026-03-26", 570, STATE_SCHEDULED);
	int64_t father = a_member(x, family, "Kofi", "Mensah", "1988-02-01", RELATIONSHIP_FATHER);
	struct invitee blank = invite(x, c.id, CAPACITY_FAMILY, father, 0, ""), i = filled(&blank), back;

	assert_ok(x, invitee_by_id(x->s, blank.id, &x->mem, &back, &x->f));
	assert_int_equal(back.advocate_offered_on, DAY_NONE);
	assert_int_equal(back.told_day, DAY_NONE);
	assert_int_equal(back.told_starts, -1);
	assert_ok(x, invitee_save(x->s, &i, &x->f));
	assert_int_equal(i.version, 2);
	assert_ok(x, invitee_by_id(x->s, i.id, &x->mem, &back, &x->f));
#define SAME_TEXT(member) assert_string_equal(back.member, i.member)
#define SAME(member)      assert_int_equal(back.member, i.member)
	SAME(method), SAME(direct_contact), SAME(involved), SAME(sitting), SAME(chair_invites);
	SAME(advocate_offered_on), SAME(reply), SAME(reply_on), SAME(exclusion), SAME(exclusion_reason);
	SAME(exclusion_asked_on), SAME(exclusion_decided_on), SAME(invited_on), SAME(told_day), SAME(told_starts);
	SAME(calendar_sequence), SAME(is_withdrawn), SAME(version), SAME(person_id), SAME(capacity);
	SAME_TEXT(language), SAME_TEXT(signing), SAME_TEXT(access), SAME_TEXT(childcare), SAME_TEXT(transport);
	SAME_TEXT(represented_why), SAME_TEXT(understanding), SAME_TEXT(other_way), SAME_TEXT(reply_how);
	SAME_TEXT(reply_note), SAME_TEXT(deputy), SAME_TEXT(exclusion_part), SAME_TEXT(exclusion_words);
	SAME_TEXT(exclusion_asked_by), SAME_TEXT(exclusion_decided_by);
	assert_false(invitee_save(x->s, &blank, &x->f)); /* read before that save */
	assert_int_equal(x->f.code, FAULT_CONFLICT);
	assert_false(invitee_by_id(x->s, 4711, &x->mem, &back, &x->f));
	assert_int_equal(x->f.code, FAULT_NOT_FOUND);
	assert_true(*x->f.message);
}

static void names_come_from_where_they_are_kept(void **state)
{
	struct fixture *x = *state;
	int64_t family = a_family(x, "FAM-0001", "Okonkwo"), school = an_agency(x, "Elmgrove Primary", "education");
	struct conference c = a_conference(x, "C-0001", family, "2026-03-26", 570, STATE_SCHEDULED);
	struct contact head = a_contact(x, school, "Jasvinder Kaur"), deputy = a_contact(x, school, "Tom Le Fevre");
	struct invitee_list list;
	struct invitee typed;

	head.deputy_id = deputy.id;
	head.bounced_on = date_from_iso("2026-03-01");
	assert_ok(x, contact_save(x->s, &head, &x->f));
	invite(x, c.id, CAPACITY_CHILD, a_member(x, family, "", "Okonkwo", "", RELATIONSHIP_CHILD), 0, "");
	invite(x, c.id, CAPACITY_FAMILY, a_member(x, family, "Ngozi", "Okonkwo", "1990-01-01", RELATIONSHIP_MOTHER), 0,
	       "");
	invite(x, c.id, CAPACITY_PROFESSIONAL, 0, head.id, "");
	typed = invite(x, c.id, CAPACITY_PROFESSIONAL, 0, 0, "Dr Wen Li");
	typed.agency = "St Brannock's Hospital";
	typed.role = "paediatrician";
	typed.email = "w.li@example.net";
	assert_ok(x, invitee_save(x->s, &typed, &x->f));
	assert_ok(x, invitees_of(x->s, c.id, false, &x->mem, &list, &x->f));
	assert_int_equal(list.count, 4);
	assert_string_equal(list.items[0].shown_name, "unborn Okonkwo");
	assert_int_equal(list.items[0].relationship, RELATIONSHIP_CHILD);
	assert_string_equal(list.items[1].shown_name, "Ngozi Okonkwo");
	assert_string_equal(list.items[1].shown_email, "home@example.net");
	assert_int_equal(list.items[1].relationship, RELATIONSHIP_MOTHER);
	assert_int_equal(list.items[1].parental_responsibility, ANSWER_YES);
	assert_string_equal(list.items[2].shown_name, "Jasvinder Kaur");
	assert_string_equal(list.items[2].shown_agency, "Elmgrove Primary");
	assert_string_equal(list.items[2].shown_role, "practitioner");
	assert_string_equal(list.items[2].quorum_group, "education");
	assert_string_equal(list.items[2].deputy_name, "Tom Le Fevre");
	assert_int_equal(list.items[2].contact_bounced_on, head.bounced_on);
	assert_int_equal(list.items[2].contact_checked_on, head.checked_on);
	assert_string_equal(list.items[3].shown_name, "Dr Wen Li");
	assert_string_equal(list.items[3].shown_agency, "St Brannock's Hospital");
	assert_string_equal(list.items[3].shown_role, "paediatrician");
	assert_string_equal(list.items[3].shown_email, "w.li@example.net");
	assert_int_equal(list.items[3].contact_bounced_on, DAY_NONE);
}

static void what_was_typed_for_this_time_goes_first(void **state)
{
	struct fixture *x = *state;
	int64_t family = a_family(x, "FAM-0001", "Mensah");
	struct conference c = a_conference(x, "C-0001", family, "2026-03-26", 570, STATE_SCHEDULED);
	struct contact desk = a_contact(x, an_agency(x, "Police", "police"), "Referral desk");
	struct invitee i = invite(x, c.id, CAPACITY_PROFESSIONAL, 0, desk.id, ""), back;

	i.email = "night.desk@example.net";
	i.role = "sergeant";
	assert_ok(x, invitee_save(x->s, &i, &x->f));
	assert_ok(x, invitee_by_id(x->s, i.id, &x->mem, &back, &x->f));
	assert_string_equal(back.shown_email, "night.desk@example.net");
	assert_string_equal(back.shown_role, "sergeant");
	assert_string_equal(back.shown_phone, desk.phone);
}

static struct invitee comes_for(struct fixture *x, const struct invitee *host, enum capacity capacity, const char *name)
{
	struct invitee i = invite(x, host->conference_id, capacity, 0, 0, name);

	i.for_invitee_id = host->id;
	assert_ok(x, invitee_save(x->s, &i, &x->f));
	return i;
}

static void the_order_is_that_of_the_list(void **state)
{
	static const char *const expected[] = {"Abena Mensah", "Aunty Grace",   "Yaw Mensah",    "unborn Mensah",
					       "Akua Mensah",  "Mr Singh",      "Kofi Mensah",   "Zeynep Demir",
					       "Aled Morgan",  "Nuala Brennan", "Withdrawn Will"};
	struct fixture *x = *state;
	int64_t family = a_family(x, "FAM-0001", "Mensah");
	struct conference c = a_conference(x, "C-0001", family, "2026-03-26", 570, STATE_SCHEDULED);
	int64_t school = an_agency(x, "elmgrove primary", "education"), police = an_agency(x, "Police", "police");
	struct invitee gone = invite(x, c.id, CAPACITY_FAMILY, 0, 0, "Withdrawn Will"), child, mother;
	struct invitee_list list;

	gone.is_withdrawn = true;
	gone.withdrawn_why = "moved abroad";
	assert_ok(x, invitee_save(x->s, &gone, &x->f));
	invite(x, c.id, CAPACITY_PROFESSIONAL, 0, a_contact(x, police, "Nuala Brennan").id, "");
	invite(x, c.id, CAPACITY_PROFESSIONAL, 0, a_contact(x, police, "Aled Morgan").id, "");
	invite(x, c.id, CAPACITY_PROFESSIONAL, 0, a_contact(x, school, "Zeynep Demir").id, "");
	mother = invite(x, c.id, CAPACITY_FAMILY,
			a_member(x, family, "Akua", "Mensah", "1990-05-05", RELATIONSHIP_MOTHER), 0, "");
	invite(x, c.id, CAPACITY_FAMILY, a_member(x, family, "Kofi", "Mensah", "1988-02-01", RELATIONSHIP_FATHER), 0,
	       "");
	invite(x, c.id, CAPACITY_CHILD, a_member(x, family, "", "Mensah", "", RELATIONSHIP_CHILD), 0, "");
	invite(x, c.id, CAPACITY_CHILD, a_member(x, family, "Yaw", "Mensah", "2016-08-08", RELATIONSHIP_CHILD), 0, "");
	child = invite(x, c.id, CAPACITY_CHILD,
		       a_member(x, family, "Abena", "Mensah", "2012-01-01", RELATIONSHIP_CHILD), 0, "");
	comes_for(x, &mother, CAPACITY_SOLICITOR, "Mr Singh");
	comes_for(x, &child, CAPACITY_ADVOCATE, "Aunty Grace");
	assert_ok(x, invitees_of(x->s, c.id, false, &x->mem, &list, &x->f));
	assert_int_equal(list.count, 10);
	assert_ok(x, invitees_of(x->s, c.id, true, &x->mem, &list, &x->f));
	assert_int_equal(list.count, 11);
	for (size_t i = 0; i < list.count; i++)
		assert_string_equal(list.items[i].shown_name, expected[i]);
	assert_true(list.items[10].is_withdrawn);
	assert_string_equal(list.items[10].withdrawn_why, "moved abroad");
}

static void nobody_is_invited_twice(void **state)
{
	struct fixture *x = *state;
	int64_t family = a_family(x, "FAM-0001", "Mensah");
	struct conference c = a_conference(x, "C-0001", family, "2026-03-26", 570, STATE_SCHEDULED);
	int64_t mother = a_member(x, family, "Akua", "Mensah", "1990-05-05", RELATIONSHIP_MOTHER);
	struct contact head = a_contact(x, an_agency(x, "Elmgrove Primary", "education"), "Jasvinder Kaur");
	struct invitee first = invite(x, c.id, CAPACITY_FAMILY, mother, 0, ""), again = first, desk, nobody;
	struct invitee_list list;

	assert_false(invitee_insert(x->s, &again, &x->f));
	assert_true(store_refused_by(x->s, "invitee_person_once"));
	assert_false(store_refused_by(x->s, "invitee_contact_once"));
	desk = invite(x, c.id, CAPACITY_PROFESSIONAL, 0, head.id, "");
	assert_false(invitee_insert(x->s, &desk, &x->f));
	assert_true(store_refused_by(x->s, "invitee_contact_once"));
	first.is_withdrawn = true;
	assert_ok(x, invitee_save(x->s, &first, &x->f));
	assert_ok(x, invitee_insert(x->s, &again, &x->f)); /* taken off the list, and asked after all */
	nobody = invitee_blank();
	nobody.conference_id = c.id;
	assert_false(invitee_insert(x->s, &nobody, &x->f)); /* who is nobody cannot come */
	assert_ok(x, invitees_of_person(x->s, mother, &x->mem, &list, &x->f));
	assert_int_equal(list.count, 2);
}

static void who_knows_of_another_time_is_counted(void **state)
{
	static const struct {
		const char *why, *day, *told_day;
		enum conference_state state;
		int starts, told_starts;
		bool is_withdrawn;
		int64_t told, behind;
	} rows[] = {
		{"not told yet", "2026-03-26", "", STATE_SCHEDULED, 570, -1, false, 0, 0},
		{"told right", "2026-03-26", "2026-03-26", STATE_SCHEDULED, 570, 570, false, 1, 0},
		{"moved to another day", "2026-03-27", "2026-03-26", STATE_SCHEDULED, 570, 570, false, 1, 1},
		{"moved to the afternoon", "2026-03-26", "2026-03-26", STATE_SCHEDULED, 840, 570, false, 1, 1},
		{"postponed, no new day", "", "2026-03-26", STATE_POSTPONED, -1, 570, false, 1, 1},
		{"cancelled, the day still kept", "2026-03-26", "2026-03-26", STATE_CANCELLED, 570, 570, false, 1, 1},
		{"taken off the list", "2026-03-27", "2026-03-26", STATE_SCHEDULED, 570, 570, true, 0, 0},
	};
	struct fixture *x = *state;
	int64_t family = a_family(x, "FAM-0001", "Mensah");

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct conference c = a_conference(x, arena_printf(&x->mem, "C-%zu", i), family, rows[i].day,
						   rows[i].starts, rows[i].state);
		struct invitee one = invite(x, c.id, CAPACITY_FAMILY, 0, 0, "Akua Mensah");
		int64_t told, behind;

		one.told_day = date_from_iso(rows[i].told_day);
		one.told_starts = rows[i].told_starts;
		one.is_withdrawn = rows[i].is_withdrawn;
		assert_ok(x, invitee_save(x->s, &one, &x->f));
		assert_ok(x, invitees_told(x->s, c.id, &told, &behind, &x->f));
		if (told != rows[i].told || behind != rows[i].behind)
			fail_msg("%s: %lld told, %lld behind", rows[i].why, (long long)told, (long long)behind);
	}
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, saving_begin, saving_end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(every_member_is_kept),
		TEST(names_come_from_where_they_are_kept),
		TEST(what_was_typed_for_this_time_goes_first),
		TEST(the_order_is_that_of_the_list),
		TEST(nobody_is_invited_twice),
		TEST(who_knows_of_another_time_is_counted),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
