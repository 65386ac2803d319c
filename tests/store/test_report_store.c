/* Reports: what is owed by whom, who must be chased, and that a restricted family's are seen by those named only. */
#include "invitation_fixture.h"

static void every_member_is_kept(void **state)
{
	struct fixture *x = *state;
	int64_t family = a_family(x, "FAM-0001", "Mensah");
	struct conference c = a_conference(x, "C-0001", family, "2026-03-26", 570, STATE_SCHEDULED);
	struct contact desk = a_contact(x, an_agency(x, "Police", "police"), "Referral desk");
	struct invitee i = invite(x, c.id, CAPACITY_PROFESSIONAL, 0, desk.id, "");
	struct report r = owe(x, &i, REPORT_POLICE, "2026-03-19"), stale = r, back;

	r.handling = HANDLING_CHAIR_ONLY;
	r.is_required = false;
	r.requested_on = date_from_iso("2026-03-09");
	r.received_on = date_from_iso("2026-03-18");
	r.is_verbal = true;
	r.is_signed = ANSWER_YES;
	r.is_legible = ANSWER_NO;
	r.copies = 10;
	r.to_chair_on = date_from_iso("2026-03-20");
	r.to_manager_on = date_from_iso("2026-03-21");
	r.not_shared_why = "names an informant";
	r.note = "rang to say so";
	assert_ok(x, report_save(x->s, &r, &x->f));
	assert_ok(x, report_of_invitee(x->s, i.id, &x->mem, &back, &x->f));
	assert_int_equal(back.id, r.id);
	assert_int_equal(back.version, 2);
	assert_int_equal(back.kind, REPORT_POLICE);
	assert_int_equal(back.handling, HANDLING_CHAIR_ONLY);
	assert_false(back.is_required);
	assert_int_equal(back.due_on, r.due_on);
	assert_int_equal(back.requested_on, r.requested_on);
	assert_int_equal(back.received_on, r.received_on);
	assert_true(back.is_verbal);
	assert_int_equal(back.is_signed, ANSWER_YES);
	assert_int_equal(back.is_legible, ANSWER_NO);
	assert_int_equal(back.copies, 10);
	assert_int_equal(back.to_chair_on, r.to_chair_on);
	assert_int_equal(back.to_manager_on, r.to_manager_on);
	assert_string_equal(back.not_shared_why, r.not_shared_why);
	assert_string_equal(back.note, r.note);
	assert_string_equal(back.shown_name, "Referral desk");
	assert_string_equal(back.shown_agency, "Police");
	assert_string_equal(back.quorum_group, "police");
	assert_false(report_save(x->s, &stale, &x->f));
	assert_int_equal(x->f.code, FAULT_CONFLICT);
	assert_false(report_insert(x->s, &stale, &x->f)); /* one report for each invitee */
	assert_false(report_by_id(x->s, 4711, &x->mem, &back, &x->f));
	assert_int_equal(x->f.code, FAULT_NOT_FOUND);
	assert_ok(x, report_of_invitee(x->s, 4711, &x->mem, &back, &x->f));
	assert_int_equal(back.id, 0);
}

static void chasers_and_files_are_counted_with_the_report(void **state)
{
	struct fixture *x = *state;
	int64_t family = a_family(x, "FAM-0001", "Mensah");
	struct conference c = a_conference(x, "C-0001", family, "2026-03-26", 570, STATE_SCHEDULED);
	struct invitee i = invite(x, c.id, CAPACITY_PROFESSIONAL, 0, 0, "Dr Wen Li");
	struct report r = owe(x, &i, REPORT_AGENCY, "2026-03-19");
	struct letter l = a_letter(x, &c, i.id, "Dr Wen Li", 1773000000);
	struct chaser chasers[] = {
		{.report_id = r.id,
		 .chased_on = date_from_iso("2026-03-20"),
		 .how = METHOD_TELEPHONE,
		 .spoke_to = "the practice manager",
		 .note = "by tonight",
		 .by_user = "bexleya"},
		{.report_id = r.id, .chased_on = date_from_iso("2026-03-18"), .by_user = "bexleya", .letter_id = l.id},
		{.report_id = r.id,
		 .chased_on = date_from_iso("2026-03-23"),
		 .by_user = "bexleya",
		 .is_to_manager = true},
	};
	struct paper kept = {.family_id = family,
			     .report_id = r.id,
			     .name = "report.pdf",
			     .media_type = "application/pdf",
			     .by_user = "bexleya",
			     .bytes = 4},
		     wrong = kept;
	struct chaser_list list;
	struct report back;

	assert_ok(x, report_by_id(x->s, r.id, &x->mem, &back, &x->f));
	assert_int_equal(back.chased, 0);
	assert_int_equal(back.last_chased_on, DAY_NONE);
	assert_int_equal(back.files, 0);
	assert_false(back.manager_told);
	for (size_t n = 0; n < sizeof chasers / sizeof *chasers; n++)
		assert_ok(x, chaser_insert(x->s, &chasers[n], &x->f));
	assert_ok(x, paper_insert(x->s, &kept, "%PDF", &x->mem, &x->f));
	assert_ok(x, paper_insert(x->s, &wrong, "%PDF", &x->mem, &x->f));
	assert_ok(x, paper_withdraw(x->s, wrong.id, &x->f));
	assert_ok(x, report_by_id(x->s, r.id, &x->mem, &back, &x->f));
	assert_int_equal(back.chased, 2); /* the manager is told, not chased */
	assert_int_equal(back.last_chased_on, date_from_iso("2026-03-20"));
	assert_true(back.manager_told);
	assert_int_equal(back.files, 1); /* not the wrong one */
	assert_ok(x, chasers_of(x->s, r.id, &x->mem, &list, &x->f));
	assert_int_equal(list.count, 3);
	assert_int_equal(list.items[0].letter_id, l.id); /* oldest first */
	assert_string_equal(list.items[1].spoke_to, "the practice manager");
	assert_int_equal(list.items[1].how, METHOD_TELEPHONE);
	assert_int_equal(list.items[1].letter_id, 0);
	assert_true(list.items[2].is_to_manager);
}

static void the_social_workers_comes_first(void **state)
{
	static const char *const expected[] = {"Maya Rahman", "Zeynep Demir", "Aled Morgan", "Nuala Brennan"};
	struct fixture *x = *state;
	int64_t family = a_family(x, "FAM-0001", "Mensah");
	struct conference c = a_conference(x, "C-0001", family, "2026-03-26", 570, STATE_SCHEDULED);
	int64_t police = an_agency(x, "Police", "police"), social = an_agency(x, "Social care", "social_care"),
		school = an_agency(x, "elmgrove primary", "education");
	struct invitee people[] = {
		invite(x, c.id, CAPACITY_PROFESSIONAL, 0, a_contact(x, police, "Nuala Brennan").id, ""),
		invite(x, c.id, CAPACITY_PROFESSIONAL, 0, a_contact(x, police, "Aled Morgan").id, ""),
		invite(x, c.id, CAPACITY_PROFESSIONAL, 0, a_contact(x, school, "Zeynep Demir").id, ""),
		invite(x, c.id, CAPACITY_PROFESSIONAL, 0, a_contact(x, school, "Ana Costa").id, ""),
		invite(x, c.id, CAPACITY_PROFESSIONAL, 0, a_contact(x, social, "Maya Rahman").id, ""),
	};
	struct report_list list;

	for (size_t i = 0; i < 5; i++)
		owe(x, &people[i], i == 4 ? REPORT_SOCIAL_WORK : REPORT_AGENCY, "2026-03-19");
	people[3].is_withdrawn = true;
	assert_ok(x, invitee_save(x->s, &people[3], &x->f));
	assert_ok(x, reports_of(x->s, c.id, &x->mem, &list, &x->f));
	assert_int_equal(list.count, 4);
	for (size_t i = 0; i < list.count; i++)
		assert_string_equal(list.items[i].shown_name, expected[i]);
}

static void what_the_family_had_is_kept_once_for_each(void **state)
{
	struct fixture *x = *state;
	int64_t family = a_family(x, "FAM-0001", "Mensah");
	struct conference c = a_conference(x, "C-0001", family, "2026-03-26", 570, STATE_SCHEDULED);
	int64_t mother = a_member(x, family, "Akua", "Mensah", "1990-05-05", RELATIONSHIP_MOTHER);
	struct invitee i = invite(x, c.id, CAPACITY_PROFESSIONAL, 0, 0, "Dr Wen Li");
	struct report r = owe(x, &i, REPORT_AGENCY, "2026-03-19");
	struct report_reader reader = {r.id, mother, date_from_iso("2026-03-20"), DAY_NONE};
	struct report_reader_list list;

	assert_ok(x, report_reader_keep(x->s, &reader, &x->f));
	reader.seen_on = date_from_iso("2026-03-22");
	assert_ok(x, report_reader_keep(x->s, &reader, &x->f));
	assert_ok(x, report_readers_of(x->s, c.id, &x->mem, &list, &x->f));
	assert_int_equal(list.count, 1);
	assert_int_equal(list.items[0].person_id, mother);
	assert_int_equal(list.items[0].shared_on, reader.shared_on);
	assert_int_equal(list.items[0].seen_on, reader.seen_on);
	assert_ok(x, report_readers_of(x->s, c.id + 1, &x->mem, &list, &x->f));
	assert_int_equal(list.count, 0);
}

static void only_what_is_owed_is_chased(void **state)
{
	static const struct {
		const char *why, *day, *due, *received;
		enum conference_state state;
		bool not_required, is_withdrawn;
		enum yes_no involved;
		bool chased;
	} rows[] = {
		{"overdue", "2026-03-26", "2026-03-19", "", STATE_INVITED, false, false, ANSWER_UNKNOWN, true},
		{"due by then", "2026-03-26", "2026-03-23", "", STATE_SCHEDULED, false, false, ANSWER_YES, true},
		{"held today", "2026-03-20", "2026-03-17", "", STATE_READY, false, false, ANSWER_YES, true},
		{"due later", "2026-03-26", "2026-03-24", "", STATE_INVITED, false, false, ANSWER_YES, false},
		{"no date yet", "2026-03-26", "", "", STATE_INVITED, false, false, ANSWER_YES, false},
		{"received", "2026-03-26", "2026-03-19", "2026-03-19", STATE_INVITED, false, false, ANSWER_YES, false},
		{"not involved", "2026-03-26", "2026-03-19", "", STATE_INVITED, false, false, ANSWER_NO, false},
		{"asked for only", "2026-03-26", "2026-03-19", "", STATE_INVITED, true, false, ANSWER_YES, false},
		{"off the list", "2026-03-26", "2026-03-19", "", STATE_INVITED, false, true, ANSWER_YES, false},
		{"held yesterday", "2026-03-19", "2026-03-16", "", STATE_READY, false, false, ANSWER_YES, false},
		{"cancelled", "2026-03-26", "2026-03-19", "", STATE_CANCELLED, false, false, ANSWER_YES, false},
		{"decided today", "2026-03-20", "2026-03-17", "", STATE_DECIDED, false, false, ANSWER_YES, false},
	};
	struct fixture *x = *state;
	int64_t family = a_family(x, "FAM-0001", "Mensah");

	for (size_t n = 0; n < sizeof rows / sizeof *rows; n++) {
		struct conference c = a_conference(x, arena_printf(&x->mem, "C-%zu", n), family, rows[n].day, 570,
						   rows[n].state);
		struct invitee i = invite(x, c.id, CAPACITY_PROFESSIONAL, 0, 0, "Dr Wen Li");
		struct report r = owe(x, &i, REPORT_AGENCY, rows[n].due);
		struct report_list list;
		bool found = false;

		i.involved = rows[n].involved;
		i.is_withdrawn = rows[n].is_withdrawn;
		assert_ok(x, invitee_save(x->s, &i, &x->f));
		r.is_required = !rows[n].not_required;
		r.received_on = date_from_iso(rows[n].received);
		assert_ok(x, report_save(x->s, &r, &x->f));
		assert_ok(x, reports_to_chase(x->s, date_from_iso("2026-03-20"), date_from_iso("2026-03-23"), 0,
					      &x->mem, &list, &x->f));
		for (size_t k = 0; k < list.count; k++)
			found = found || list.items[k].id == r.id;
		if (found != rows[n].chased)
			fail_msg("%s", rows[n].why);
	}
}

static void a_restricted_family_is_left_out(void **state)
{
	struct fixture *x = *state;
	int64_t open = a_family(x, "FAM-0001", "Mensah"), closed = a_family(x, "FAM-0002", "Okonkwo");
	int64_t named = a_user(x, "bexleya"), other = a_user(x, "tomf");
	struct conference late = a_conference(x, "C-0001", open, "2026-03-26", 840, STATE_INVITED),
			  early = a_conference(x, "C-0002", closed, "2026-03-26", 570, STATE_INVITED),
			  outside = a_conference(x, "C-0003", open, "2026-03-30", 570, STATE_INVITED),
			  off = a_conference(x, "C-0004", open, "2026-03-26", 600, STATE_CANCELLED);
	const struct conference *all[] = {&late, &early, &outside, &off};
	day_number monday = date_from_iso("2026-03-23"), friday = date_from_iso("2026-03-27");
	struct report_list list;

	for (size_t i = 0; i < 4; i++) {
		struct invitee one = invite(x, all[i]->id, CAPACITY_PROFESSIONAL, 0, 0, "Dr Wen Li");

		owe(x, &one, REPORT_AGENCY, "2026-03-20");
	}
	restrict_to(x, closed, named);
	assert_ok(x, reports_between(x->s, monday, friday, named, &x->mem, &list, &x->f));
	assert_int_equal(list.count, 2);
	assert_int_equal(list.items[0].conference_id, early.id); /* by time */
	assert_int_equal(list.items[1].conference_id, late.id);
	assert_ok(x, reports_between(x->s, monday, friday, other, &x->mem, &list, &x->f));
	assert_int_equal(list.count, 1);
	assert_int_equal(list.items[0].conference_id, late.id);
	assert_ok(x, reports_to_chase(x->s, monday, monday, named, &x->mem, &list, &x->f));
	assert_int_equal(list.count, 3);
	assert_ok(x, reports_to_chase(x->s, monday, monday, other, &x->mem, &list, &x->f));
	assert_int_equal(list.count, 2);
	for (size_t i = 0; i < list.count; i++)
		assert_int_not_equal(list.items[i].conference_id, early.id);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, saving_begin, saving_end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(every_member_is_kept),           TEST(chasers_and_files_are_counted_with_the_report),
		TEST(the_social_workers_comes_first), TEST(what_the_family_had_is_kept_once_for_each),
		TEST(only_what_is_owed_is_chased),    TEST(a_restricted_family_is_left_out),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
