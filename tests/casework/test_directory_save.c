/* Contacts and agencies kept by hand: what a save changes, what it says it changed, what is refused. */
#include "directory_steps.h"

static void a_new_one_makes_its_agency(void **state)
{
	struct casework_fixture *fixture = *state;
	struct contact one = somebody_at(" Elmgrove  Primary ", "Ann Lee", "ann@example.net");

	MUST(casework_contact_save(fixture->cw, &one, false, f));
	assert_true(one.id > 0 && one.agency_id > 0 && one.version == 1);
	assert_int_equal(one.checked_on, DAY_NONE); /* nobody said it was checked */
	assert_string_equal(casework_fixture_text(fixture,
						  "SELECT name || '/' || quorum_group || '/' || report_handling"
						  " FROM agency"),
			    "Elmgrove Primary/education/share");
	assert_string_equal(casework_fixture_text(fixture, "SELECT detail FROM audit WHERE action = 'contact.add'"),
			    "Ann Lee, Elmgrove Primary");
	added(fixture, "Elmgrove Primary", "Bo Tan", "bo@example.net");
	assert_int_equal(casework_fixture_number(fixture, "SELECT count(*) FROM agency"), 1);
}

static void a_save_says_which_parts_changed(void **state)
{
	struct casework_fixture *fixture = *state;
	struct contact one = added(fixture, "Elmgrove Primary", "Ann Lee", "ann@example.net");
	struct contact deputy = added(fixture, "Elmgrove Primary", "Bo Tan", "bo@example.net");

	one.phone = "01632 960111";
	one.method = METHOD_POST;
	one.address = "1 Station Road\nExampleton";
	one.deputy_id = deputy.id;
	MUST(casework_contact_save(fixture->cw, &one, true, f));
	assert_int_equal(one.version, 2);
	assert_string_equal(
		casework_fixture_text(fixture, "SELECT detail FROM audit WHERE action = 'contact.save'"),
		"Ann Lee, Elmgrove Primary: changed: how they are reached, telephone, address, deputy, checked");
	one = kept(fixture, "Ann Lee");
	assert_string_equal(one.address, "1 Station Road\nExampleton");
	assert_int_equal(one.deputy_id, deputy.id);
}

/* Mail that came back speaks of the address it went to. */
static void what_came_back_stands_until_it_is_mended(void **state)
{
	static const struct {
		const char *email, *why;
		bool checked, stands;
	} rows[] = {
		{"ann@example.net", "nothing changed", false, true},
		{"ann@example.net", "checked, and it is right after all", true, false},
		{"lee@example.net", "another address", false, false},
	};
	struct casework_fixture *fixture = *state;
	struct contact one = added(fixture, "Elmgrove Primary", "Ann Lee", "ann@example.net");

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		number(fixture, "UPDATE contact SET bounced_on = '2026-03-25', checked_on = '2026-01-02' RETURNING id");
		one.email = rows[i].email;
		MUST(casework_contact_save(fixture->cw, &one, rows[i].checked, f));
		if ((kept(fixture, "Ann Lee").bounced_on != DAY_NONE) != rows[i].stands)
			fail_msg("%s", rows[i].why);
		assert_int_equal(kept(fixture, "Ann Lee").checked_on,
				 date_from_iso(rows[i].checked ? FIXTURE_TODAY : "2026-01-02"));
	}
}

static void what_cannot_be_is_refused_by_field(void **state)
{
	struct casework_fixture *fixture = *state;
	const struct contact left = added(fixture, "Elmgrove Primary", "Kay Fox", "kay@example.net");
	struct contact one = added(fixture, "Elmgrove Primary", "Ann Lee", "ann@example.net"), wrong;

	number(fixture, "UPDATE contact SET is_active = 0, version = 2 WHERE id = %lld RETURNING id",
	       (long long)left.id);
#define REFUSED_WITH(member, value, field, words)                                                                      \
	wrong = one;                                                                                                   \
	wrong.member = value;                                                                                          \
	REFUSED(casework_contact_save(fixture->cw, &wrong, false, f), field, words)
	REFUSED_WITH(name, " ", "name", "A contact needs a name");
	REFUSED_WITH(agency, "", "agency", "belongs to an agency");
	REFUSED_WITH(email, "ann.example.net", "email", "name@example.org");
	REFUSED_WITH(name, "Kay Fox", "name", "as somebody who left");
	REFUSED_WITH(deputy_id, one.id, "deputy", "stands in for themselves");
	REFUSED_WITH(deputy_id, left.id, "deputy", "has left");
	REFUSED_WITH(deputy_id, 999, "deputy", "not in the directory");
	REFUSED_WITH(address, "1 High\x01St", "address", "cannot be shown");
#undef REFUSED_WITH
	assert_int_equal(casework_fixture_audited(fixture, "contact.save"), 0);
	wrong = one;
	wrong.id = 999;
	FAILS(casework_contact_save(fixture->cw, &wrong, false, f), FAULT_NOT_FOUND);
}

static void whoever_saves_second_is_told(void **state)
{
	struct casework_fixture *fixture = *state;
	struct contact one = added(fixture, "Elmgrove Primary", "Ann Lee", "ann@example.net"), theirs = one;

	theirs.phone = "01632 960111";
	MUST(casework_contact_save(fixture->cw, &theirs, false, f));
	FAILS(casework_contact_save(fixture->cw, &one, true, f), FAULT_CONFLICT);
	assert_string_equal(kept(fixture, "Ann Lee").phone, "01632 960111");
}

static void an_agency_says_how_its_reports_are_handled(void **state)
{
	struct casework_fixture *fixture = *state;
	struct agency police = {.name = "Police", .quorum_group = "police", .report_handling = "chair_only"}, twice,
		      wrong;

	MUST(casework_agency_save(fixture->cw, &police, f));
	assert_true(police.id > 0);
	police.quorum_group = "";
	MUST(casework_agency_save(fixture->cw, &police, f));
	assert_string_equal(casework_fixture_text(fixture, "SELECT detail FROM audit WHERE action = 'agency.save'"),
			    "Police, group none, reports: chair_only");
	twice = wrong = police;
	twice.id = 0;
	REFUSED(casework_agency_save(fixture->cw, &twice, f), "name", "already");
	wrong.report_handling = "whenever";
	REFUSED(casework_agency_save(fixture->cw, &wrong, f), "handling", "Say how");
	wrong.report_handling = "share";
	wrong.version = 1;
	FAILS(casework_agency_save(fixture->cw, &wrong, f), FAULT_CONFLICT);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		FIXTURE_TEST(a_new_one_makes_its_agency),
		FIXTURE_TEST(a_save_says_which_parts_changed),
		FIXTURE_TEST(what_came_back_stands_until_it_is_mended),
		FIXTURE_TEST(what_cannot_be_is_refused_by_field),
		FIXTURE_TEST(whoever_saves_second_is_told),
		FIXTURE_TEST(an_agency_says_how_its_reports_are_handled),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
