/* Agencies, contacts and what can be booked. */
#include "store/directory_store.h"
#include "store_fixture.h"

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
		cmocka_unit_test_setup_teardown(one_of_a_name_in_a_kind, fixture_begin, fixture_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
