/* One person kept twice: who is offered as the same, and what becomes of both when they are made one. */
#include "directory_steps.h"

static void the_same_name_or_address_is_offered(void **state)
{
	static const struct {
		const char *name, *email;
		size_t count;
		const char *why;
	} rows[] = {
		{"Zoe Hill", "", 0, "nobody like her"},
		{"emma o'brien", "", 1, "capitals"},
		{"O'Brien, Emma", "", 1, "surname first"},
		{"Émma OBrien", "", 1, "accents and apostrophes"},
		{"Emma", "", 0, "one word of two"},
		{"Emma Emma", "", 0, "one word twice"},
		{"E. O.", "EMMA@example.net", 1, "the same address"},
		{"Emma O'Brien", "emma@example.net", 1, "both: one row"},
	};
	struct casework_fixture *fixture = *state;
	struct contact_list found;

	added(fixture, "Elmgrove Primary", "Emma O'Brien", "emma@example.net");
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const struct contact asked = somebody_at("Police", rows[i].name, rows[i].email);

		MUST(casework_contacts_like(fixture->cw, &asked, &fixture->mem, &found, f));
		if (found.count != rows[i].count)
			fail_msg("%s: %zu", rows[i].why, found.count);
	}
	MUST(casework_contacts_like(fixture->cw, &(struct contact){.id = 1, .name = "Emma O'Brien", .email = ""},
				    &fixture->mem, &found, f));
	assert_int_equal(found.count, 0); /* nobody is like themselves */
}

static void what_one_lacks_the_other_gives(void **state)
{
	struct casework_fixture *fixture = *state;
	struct contact stays = somebody_at("Elmgrove Primary", "Emma O'Brien", ""),
		       goes = somebody_at("Elmgrove Primary", "E. O'Brien", "emma@example.net"), now;
	struct contact deputy = added(fixture, "Elmgrove Primary", "Bo Tan", "bo@example.net");

	stays.role = "head teacher";
	stays.is_active = false;
	goes.role = "teacher";
	goes.phone = "01632 960222";
	goes.deputy_id = deputy.id;
	MUST(casework_contact_save(fixture->cw, &stays, false, f));
	MUST(casework_contact_save(fixture->cw, &goes, true, f));
	MUST(casework_contacts_merge(fixture->cw, goes.id, goes.version, stays.id, stays.version, f));
	now = kept(fixture, "Emma O'Brien");
	assert_string_equal(now.role, "head teacher");
	assert_string_equal(now.email, "emma@example.net");
	assert_string_equal(now.phone, "01632 960222");
	assert_int_equal(now.deputy_id, deputy.id);
	assert_int_equal(now.checked_on, date_from_iso(FIXTURE_TODAY)); /* with the address */
	assert_true(now.is_active);
	assert_int_equal(listed(fixture, true, false).count, 2);
	assert_string_equal(casework_fixture_text(fixture, "SELECT detail FROM audit WHERE action = 'contact.merge'"),
			    "E. O'Brien, Elmgrove Primary, into Emma O'Brien, Elmgrove Primary");
}

/* Neither becomes their own deputy. */
static void deputies_of_each_other_become_one(void **state)
{
	struct casework_fixture *fixture = *state;
	struct contact a = added(fixture, "Elmgrove Primary", "Ann Lee", "ann@example.net"),
		       b = added(fixture, "Elmgrove Primary", "A. Lee", "");

	a.deputy_id = b.id;
	MUST(casework_contact_save(fixture->cw, &a, false, f));
	b.deputy_id = a.id;
	MUST(casework_contact_save(fixture->cw, &b, false, f));
	MUST(casework_contacts_merge(fixture->cw, b.id, b.version, a.id, a.version, f));
	assert_int_equal(kept(fixture, "Ann Lee").deputy_id, 0);
}

static void merging_is_refused_where_something_would_be_lost(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t id = a_booked_conference(fixture, "Okonkwo");
	struct contact a = added(fixture, "Elmgrove Primary", "Ann Lee", "ann@example.net"),
		       b = added(fixture, "Elmgrove Primary", "A. Lee", "");

	FAILS(casework_contacts_merge(fixture->cw, b.id, b.version + 1, a.id, a.version, f), FAULT_CONFLICT);
	FAILS(casework_contacts_merge(fixture->cw, b.id, b.version, a.id, a.version + 1, f), FAULT_CONFLICT);
	FAILS(casework_contacts_merge(fixture->cw, 999, 1, a.id, a.version, f), FAULT_NOT_FOUND);
	REFUSED(casework_contacts_merge(fixture->cw, a.id, a.version, a.id, a.version, f), "", "merged with itself");
	put_on(fixture, id, of_contact(a.id));
	put_on(fixture, id, of_contact(b.id));
	REFUSED(casework_contacts_merge(fixture->cw, b.id, b.version, a.id, a.version, f), "",
		"both invited to C-0001");
	number(fixture, "UPDATE family SET is_restricted = 1 RETURNING id");
	casework_fixture_open_as(fixture, "stranger", ROLE_BIT(ROLE_BUSINESS_SUPPORT));
	REFUSED(casework_contacts_merge(fixture->cw, b.id, b.version, a.id, a.version, f), "",
		"both invited to a conference that is restricted");
	assert_int_equal(listed(fixture, true, false).count, 2);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		FIXTURE_TEST(the_same_name_or_address_is_offered),
		FIXTURE_TEST(what_one_lacks_the_other_gives),
		FIXTURE_TEST(deputies_of_each_other_become_one),
		FIXTURE_TEST(merging_is_refused_where_something_would_be_lost),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
