/* Agencies, contacts and what can be booked. */
#include "invitation_fixture.h"

static void contacts_come_with_their_agency(void **state)
{
	struct fixture *x = *state;
	struct agency police = {.name = "Police", .quorum_group = "police", .report_handling = "chair_only"}, back;
	struct contact desk = {.name = "Referral desk",
			       .role = "",
			       .email = "desk@example.net",
			       .phone = "",
			       .checked_on = date_from_iso("2026-01-02"),
			       .is_active = true},
		       gone = {.name = "Left Long Ago", .checked_on = DAY_NONE}, found;
	struct contact_list list;

	assert_ok(x, store_begin(x->s, &x->f));
	assert_ok(x, agency_insert(x->s, &police, &x->f));
	desk.agency_id = gone.agency_id = police.id;
	assert_ok(x, contact_insert(x->s, &desk, &x->f));
	assert_ok(x, contact_insert(x->s, &gone, &x->f));
	assert_ok(x, contact_by_name(x->s, police.id, "Referral desk", &x->mem, &found, &x->f));
	assert_string_equal(found.agency, "Police");
	assert_string_equal(found.quorum_group, "police");
	assert_int_equal(found.checked_on, desk.checked_on);
	assert_ok(x, contacts_all(x->s, "", &x->mem, &list, &x->f));
	assert_int_equal(list.count, 1); /* who left is not offered */
	assert_ok(x, contacts_all(x->s, "health", &x->mem, &list, &x->f));
	assert_int_equal(list.count, 0);
	assert_ok(x, agency_by_name(x->s, "Police", &x->mem, &back, &x->f));
	assert_string_equal(back.report_handling, "chair_only");
	assert_ok(x, contact_save(x->s, &found, &x->f));
	assert_false(contact_save(x->s, &desk, &x->f)); /* read before that save */
	assert_int_equal(x->f.code, FAULT_CONFLICT);
	store_rollback(x->s);
}

static void agencies_are_listed_by_name(void **state)
{
	struct fixture *x = *state;
	struct agency_list list;

	an_agency(x, "Probation", "probation");
	an_agency(x, "Elmgrove Primary", "education");
	assert_ok(x, agencies_all(x->s, &x->mem, &list, &x->f));
	assert_int_equal(list.count, 2);
	assert_string_equal(list.items[0].name, "Elmgrove Primary");
	assert_string_equal(list.items[0].quorum_group, "education");
	assert_string_equal(list.items[1].name, "Probation");
}

static void how_a_contact_is_reached_is_kept(void **state)
{
	struct fixture *x = *state;
	int64_t police = an_agency(x, "Police", "police");
	struct contact deputy = a_contact(x, police, "Night desk"), desk = a_contact(x, police, "Referral desk"), back;
	struct contact_list list;

	desk.method = METHOD_PORTAL;
	desk.address = "1 Station Road\nExampleton";
	desk.deputy_id = deputy.id;
	desk.bounced_on = date_from_iso("2026-03-01");
	assert_ok(x, contact_save(x->s, &desk, &x->f));
	assert_ok(x, contact_by_id(x->s, desk.id, &x->mem, &back, &x->f));
	assert_int_equal(back.method, METHOD_PORTAL);
	assert_string_equal(back.address, desk.address);
	assert_string_equal(back.deputy, "Night desk");
	assert_int_equal(back.bounced_on, desk.bounced_on);
	assert_ok(x, contact_by_id(x->s, deputy.id, &x->mem, &back, &x->f));
	assert_int_equal(back.method, METHOD_EMAIL);
	assert_int_equal(back.bounced_on, DAY_NONE);
	assert_string_equal(back.deputy, "");
	deputy.is_active = false;
	assert_ok(x, contact_save(x->s, &deputy, &x->f));
	assert_ok(x, contacts_all(x->s, "", &x->mem, &list, &x->f));
	assert_int_equal(list.count, 1);
	assert_ok(x, contacts_every(x->s, &x->mem, &list, &x->f));
	assert_int_equal(list.count, 2); /* who left is looked up, too */
}

static void merging_moves_what_points_there(void **state)
{
	struct fixture *x = *state;
	int64_t school = an_agency(x, "Elmgrove Primary", "education");
	struct contact kept = a_contact(x, school, "Jasvinder Kaur"), gone = a_contact(x, school, "Jas Kaur"),
		       older = a_contact(x, school, "J Kaur"), colleague = a_contact(x, school, "Tom Le Fevre"), back;
	struct conference c = a_conference(x, "C-0001", a_family(x, "FAM-0001", "Mensah"), "2026-03-26", 570,
					   STATE_SCHEDULED);
	struct invitee i = invite(x, c.id, CAPACITY_PROFESSIONAL, 0, gone.id, "");
	struct report r = owe(x, &i, REPORT_AGENCY, "2026-03-19");
	struct contact_list list;

	c.social_worker_id = gone.id;
	assert_ok(x, conference_save(x->s, &c, &x->f));
	assert_ok(x, contact_merge(x->s, &older, gone.id, 0, &x->mem, &x->f));
	colleague.deputy_id = kept.deputy_id = gone.id;
	assert_ok(x, contact_save(x->s, &colleague, &x->f));
	assert_ok(x, contact_save(x->s, &kept, &x->f));
	assert_ok(x, contact_merge(x->s, &gone, kept.id, 0, &x->mem, &x->f));
	assert_int_equal(gone.merged_into_id, kept.id);
	assert_ok(x, invitee_by_id(x->s, i.id, &x->mem, &i, &x->f));
	assert_int_equal(i.contact_id, kept.id);
	assert_ok(x, report_by_id(x->s, r.id, &x->mem, &r, &x->f));
	assert_string_equal(r.shown_name, "Jasvinder Kaur");
	assert_ok(x, conference_by_id(x->s, c.id, &x->mem, &c, &x->f));
	assert_int_equal(c.social_worker_id, kept.id);
	assert_ok(x, contact_by_id(x->s, colleague.id, &x->mem, &back, &x->f));
	assert_int_equal(back.deputy_id, kept.id);
	assert_ok(x, contact_by_id(x->s, kept.id, &x->mem, &back, &x->f));
	assert_int_equal(back.deputy_id, 0); /* nobody is their own deputy */
	assert_ok(x, contact_by_id(x->s, gone.id, &x->mem, &back, &x->f));
	assert_false(back.is_active);
	assert_ok(x, contact_by_name(x->s, school, "J Kaur", &x->mem, &back, &x->f));
	assert_int_equal(back.id, kept.id); /* a merger of a merger leads all the way */
	assert_ok(x, contacts_every(x->s, &x->mem, &list, &x->f));
	assert_int_equal(list.count, 2);
}

static void merging_is_refused_where_it_would_lose_an_answer(void **state)
{
	struct fixture *x = *state;
	int64_t school = an_agency(x, "Elmgrove Primary", "education"), family = a_family(x, "FAM-0001", "Mensah");
	struct contact kept = a_contact(x, school, "Jasvinder Kaur"), gone = a_contact(x, school, "Jas Kaur"),
		       stale = gone, third = a_contact(x, school, "Tom Le Fevre");
	struct conference over = a_conference(x, "C-0001", family, "2026-01-08", 570, STATE_CLOSED),
			  next = a_conference(x, "C-0002", family, "2026-03-26", 570, STATE_SCHEDULED);
	struct invitee was, mine;

	invite(x, over.id, CAPACITY_PROFESSIONAL, 0, kept.id, "");
	was = invite(x, over.id, CAPACITY_PROFESSIONAL, 0, gone.id, "");
	invite(x, next.id, CAPACITY_PROFESSIONAL, 0, kept.id, "");
	mine = invite(x, next.id, CAPACITY_PROFESSIONAL, 0, gone.id, "");
	assert_false(contact_merge(x->s, &gone, kept.id, 0, &x->mem, &x->f));
	assert_int_equal(x->f.code, FAULT_REFUSED);
	assert_non_null(strstr(x->f.message, "C-0002"));
	assert_false(contact_merge(x->s, &gone, gone.id, 0, &x->mem, &x->f));
	assert_int_equal(x->f.code, FAULT_REFUSED);
	assert_false(contact_merge(x->s, &gone, 4711, 0, &x->mem, &x->f));
	assert_int_equal(x->f.code, FAULT_NOT_FOUND);
	mine.is_withdrawn = true;
	assert_ok(x, invitee_save(x->s, &mine, &x->f));
	assert_ok(x, contact_merge(x->s, &gone, kept.id, 0, &x->mem, &x->f));
	assert_ok(x, invitee_by_id(x->s, was.id, &x->mem, &was, &x->f));
	assert_int_equal(was.contact_id, gone.id); /* both were there, and the record says so */
	assert_false(contact_merge(x->s, &third, gone.id, 0, &x->mem, &x->f));
	assert_int_equal(x->f.code, FAULT_REFUSED);
	assert_false(contact_merge(x->s, &stale, kept.id, 0, &x->mem, &x->f));
	assert_int_equal(x->f.code, FAULT_CONFLICT);
}

/* Invitations not written and letters that did not arrive hang on an address; what is over or hidden does not. */
static void what_hangs_on_an_address_is_counted(void **state)
{
	struct fixture *x = *state;
	const day_number today = date_from_iso("2026-03-10");
	int64_t school = an_agency(x, "Elmgrove Primary", "education"), family = a_family(x, "FAM-0001", "Mensah"),
		hidden = a_family(x, "FAM-0002", "Quill"), user;
	struct contact lead = a_contact(x, school, "Jasvinder Kaur"), other = a_contact(x, school, "Tom Le Fevre");
	struct conference over = a_conference(x, "C-0001", family, "2026-03-09", 570, STATE_SCHEDULED),
			  later = a_conference(x, "C-0002", family, "2026-04-26", 570, STATE_SCHEDULED),
			  next = a_conference(x, "C-0003", family, "2026-03-26", 570, STATE_INVITED),
			  unseen = a_conference(x, "C-0004", hidden, "2026-03-11", 570, STATE_SCHEDULED);
	struct invitee told;
	struct letter letter;
	struct contact_wanted_list list;

	invite(x, over.id, CAPACITY_PROFESSIONAL, 0, lead.id, "");
	invite(x, later.id, CAPACITY_PROFESSIONAL, 0, lead.id, "");
	invite(x, unseen.id, CAPACITY_PROFESSIONAL, 0, other.id, "");
	told = invite(x, next.id, CAPACITY_PROFESSIONAL, 0, lead.id, "");
	told.invited_on = today;
	assert_ok(x, invitee_save(x->s, &told, &x->f));
	letter = a_letter(x, &next, told.id, "Jasvinder Kaur", 100);
	a_delivery(x, letter.id, METHOD_EMAIL, DELIVERY_BOUNCED, 100);
	user = a_user(x, "stranger");
	restrict_to(x, hidden, a_user(x, "named"));
	assert_ok(x, contacts_wanted(x->s, today, user, &x->mem, &list, &x->f));
	assert_int_equal(list.count, 1);
	assert_int_equal(list.items[0].contact_id, lead.id);
	assert_int_equal(list.items[0].waiting, 2); /* the one of April, and the letter that came back */
	assert_int_equal(list.items[0].next, date_from_iso("2026-03-26"));
	a_delivery(x, letter.id, METHOD_EMAIL, DELIVERY_SENT, 200); /* once more, and it arrived */
	assert_ok(x, contacts_wanted(x->s, today, user, &x->mem, &list, &x->f));
	assert_int_equal(list.items[0].waiting, 1);
}

static void one_of_a_name_in_a_kind(void **state)
{
	struct fixture *x = *state;
	struct resource chair = {.kind = RESOURCE_CHAIR,
				 .name = "Siân Pritchard",
				 .login = "sianp",
				 .access = "",
				 .is_active = true,
				 .weekdays = 15},
			room = {.kind = RESOURCE_ROOM,
				.name = "Siân Pritchard",
				.login = "",
				.access = "step-free",
				.is_active = true,
				.weekdays = 31},
			back;
	struct resource_list list;

	assert_ok(x, store_begin(x->s, &x->f));
	assert_ok(x, resource_insert(x->s, &chair, &x->f));
	assert_ok(x, resource_insert(x->s, &room, &x->f)); /* a room may be named after a person */
	assert_false(resource_insert(x->s, &chair, &x->f));
	chair.is_active = false;
	assert_ok(x, resource_save(x->s, &chair, &x->f));
	assert_ok(x, resource_by_name(x->s, RESOURCE_CHAIR, "Siân Pritchard", &x->mem, &back, &x->f));
	assert_int_equal(back.weekdays, 15);
	assert_false(back.is_active);
	assert_ok(x, resources_of_kind(x->s, RESOURCE_ROOM, &x->mem, &list, &x->f));
	assert_int_equal(list.count, 1);
	assert_string_equal(list.items[0].access, "step-free");
	store_rollback(x->s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(contacts_come_with_their_agency, fixture_begin, fixture_end),
		cmocka_unit_test_setup_teardown(agencies_are_listed_by_name, saving_begin, saving_end),
		cmocka_unit_test_setup_teardown(how_a_contact_is_reached_is_kept, saving_begin, saving_end),
		cmocka_unit_test_setup_teardown(merging_moves_what_points_there, saving_begin, saving_end),
		cmocka_unit_test_setup_teardown(merging_is_refused_where_it_would_lose_an_answer, saving_begin,
						saving_end),
		cmocka_unit_test_setup_teardown(what_hangs_on_an_address_is_counted, saving_begin, saving_end),
		cmocka_unit_test_setup_teardown(one_of_a_name_in_a_kind, fixture_begin, fixture_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
