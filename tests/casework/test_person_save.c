/* Correcting a person by hand: one save over several tables, moves and corrections of an address, and who is second. */
#include "booking_steps.h"
#include "casework/people.h"
#include "intake_rows.h"

/* A mother and her child, who lives at 1 Marsh Road since New Year. */
struct home {
	struct casework_fixture *fixture;
	int64_t family;
	struct person mother, child;
};

static struct home a_home(struct casework_fixture *fixture)
{
	struct home h = {.fixture = fixture,
			 .mother = some_person("Okonkwo", "Grace", ""),
			 .child = some_person("Okonkwo", "Chidi", "2014-03-03")};
	const struct address where = {.lines = "1 Marsh Road",
				      .postcode = "ZZ1 1AA",
				      .from_on = date_from_iso("2026-01-01"),
				      .to_on = DAY_NONE,
				      .confidential_from = ""};

	MUST(casework_family_add_as(fixture->cw, "FAM-0044", "", &h.family, f));
	MUST(casework_member_add(fixture->cw, h.family, &h.child, RELATIONSHIP_CHILD, ANSWER_UNKNOWN, &where, f));
	MUST(casework_member_add(fixture->cw, h.family, &h.mother, RELATIONSHIP_MOTHER, ANSWER_UNKNOWN, NULL, f));
	return h;
}

static struct person_record record_of(const struct home *h, int64_t person)
{
	struct person_record record;

	MUST(casework_person_record(h->fixture->cw, person, 0, &h->fixture->mem, &record, f));
	return record;
}

static const char *text(const struct home *h, const char *sql)
{
	return casework_fixture_text(h->fixture, sql);
}

static const char *last_said(const struct home *h)
{
	return text(h, "SELECT detail FROM audit WHERE action = 'person.save' ORDER BY seq DESC LIMIT 1");
}

static void a_record_is_what_is_kept(void **state)
{
	struct home h = a_home(*state);
	struct person_record child = record_of(&h, h.child.id), mother = record_of(&h, h.mother.id);

	assert_int_equal(child.family_id, h.family);
	assert_int_equal(child.relationship, RELATIONSHIP_CHILD);
	assert_string_equal(child.address->lines, "1 Marsh Road");
	assert_string_equal(child.aliases, "");
	assert_string_equal(mother.address->lines, ""); /* none is known */
	assert_int_equal(mother.address->from_on, DAY_NONE);
}

static void everything_is_saved_at_once(void **state)
{
	struct home h = a_home(*state);
	struct person_record r = record_of(&h, h.mother.id);
	const struct address where = {.lines = "2 Hill Street\nFlat 3",
				      .postcode = "zz12bb",
				      .from_on = DAY_NONE,
				      .to_on = DAY_NONE,
				      .confidential_from = "Father,step father"};

	r.person.language = "Igbo";
	r.person.needs_interpreter = true;
	r.person.signing = "BSL";
	r.person.reached_by = CONTACT_BY_TEXT;
	r.person.reach_note = "never leave a message";
	r.aliases = "Grace Mensah,  G. Owusu ,";
	r.address = &where;
	r.relationship = RELATIONSHIP_CARER;
	r.parental_responsibility = ANSWER_YES;
	MUST(casework_person_save(h.fixture->cw, &r, f));
	assert_string_equal(last_said(&h), "changed: language, signing or access needs, how to reach, other names, "
					   "address, relationship, parental responsibility");
	r = record_of(&h, h.mother.id);
	assert_string_equal(r.aliases, "Grace Mensah, G. Owusu");
	assert_string_equal(r.address->postcode, "ZZ1 2BB");
	assert_string_equal(r.address->confidential_from, "father, step-father");
	assert_int_equal(r.relationship, RELATIONSHIP_CARER);
	assert_int_equal(r.parental_responsibility, ANSWER_YES);
	assert_int_equal(r.person.reached_by, CONTACT_BY_TEXT);
	assert_int_equal(
		casework_fixture_number(h.fixture, "SELECT count(*) FROM name_search WHERE name_search MATCH 'owusu'"),
		1);
	MUST(casework_person_save(h.fixture->cw, &r, f)); /* as it was read */
	assert_string_equal(last_said(&h), "changed: nothing");
}

static void an_address_is_corrected_moved_or_ended(void **state)
{
	static const struct {
		const char *lines, *since, *kept_from, *said, *rows, *why;
	} rows[] = {
		{"1 Marsh Rd", "2026-01-01", "", "changed: address", "1 Marsh Rd/2026-01-01/", "the same day corrects"},
		{"1 Marsh Rd", "", "", "changed: address", "1 Marsh Rd//", "no day corrects"},
		{"1 Marsh Road", "2025-06-01", "", "changed: address", "1 Marsh Road/2025-06-01/",
		 "the same place for longer"},
		{"1 Marsh Road", "2026-01-01", "father", "changed: whom the address is kept from",
		 "1 Marsh Road/2026-01-01/", "who must not read it"},
		{"9 Quay Lane", "2026-03-15", "", "changed: address",
		 "1 Marsh Road/2026-01-01/2026-03-15 9 Quay Lane/2026-03-15/", "another place since later is a move"},
		{"", "", "", "changed: address", "1 Marsh Road/2026-01-01/2026-04-01", "nowhere any more"},
	};
	struct home h = a_home(*state);

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct person_record r = record_of(&h, h.child.id);
		struct address where = *r.address;

		where.lines = rows[i].lines;
		where.postcode = rows[i].lines[0] ? "ZZ1 1AA" : "";
		where.from_on = date_from_iso(rows[i].since);
		where.confidential_from = rows[i].kept_from;
		r.address = &where;
		MUST(casework_batch_begin(h.fixture->cw, f));
		MUST(casework_person_save(h.fixture->cw, &r, f));
		MUST(casework_batch_end(h.fixture->cw, true, f));
		if (strcmp(last_said(&h), rows[i].said) != 0)
			fail_msg("%s: %s", rows[i].why, last_said(&h));
		if (strcmp(text(&h, "SELECT group_concat(lines || '/' || ifnull(from_on, '') || '/' || "
				    "ifnull(to_on, ''), ' ') FROM (SELECT * FROM address ORDER BY id)"),
			   rows[i].rows) != 0)
			fail_msg("%s: %s", rows[i].why, text(&h, "SELECT group_concat(lines) FROM address"));
		casework_fixture_number(h.fixture, "DELETE FROM address WHERE id > 1");
		casework_fixture_number(h.fixture, "UPDATE address SET lines = '1 Marsh Road', from_on = '2026-01-01', "
						   "to_on = NULL, confidential_from = ''");
	}
}

static void what_is_refused_names_its_field(void **state)
{
	static const struct {
		const char *lines, *since, *kept_from, *field;
		enum relationship relationship;
	} rows[] = {
		{"9 Quay Lane", "2026-04-02", "", "since", RELATIONSHIP_CHILD},
		{"9 Quay Lane", "2025-12-31", "", "since", RELATIONSHIP_CHILD},
		{"9 Quay Lane", "", "the landlord", "keep address from", RELATIONSHIP_CHILD},
		{"9 Quay Lane", "", "", "relationship", RELATIONSHIP_MOTHER},
	};
	struct home h = a_home(*state);
	int64_t audited = casework_fixture_audited(h.fixture, "person.save");

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct person_record r = record_of(&h, h.child.id);
		struct address where = *r.address;
		struct fault f = {0};

		where.lines = rows[i].lines;
		where.from_on = date_from_iso(rows[i].since);
		where.confidential_from = rows[i].kept_from;
		r.address = &where;
		r.relationship = rows[i].relationship;
		assert_false(casework_person_save(h.fixture->cw, &r, &f));
		assert_string_equal(f.field, rows[i].field);
	}
	assert_string_equal(text(&h, "SELECT group_concat(lines) FROM address"), "1 Marsh Road");
	assert_int_equal(casework_fixture_number(h.fixture, "SELECT max(version) FROM person"), 1);
	assert_int_equal(casework_fixture_audited(h.fixture, "person.save"), audited);
}

/* An address has no version of its own: the person's stands for everything on the form. */
static void the_second_saver_is_told_whatever_was_changed(void **state)
{
	struct home h = a_home(*state);
	struct person_record mine = record_of(&h, h.mother.id), theirs = mine;

	theirs.aliases = "Grace Mensah";
	MUST(casework_person_save(h.fixture->cw, &theirs, f));
	mine.person.phone = "07700 900000";
	REFUSED(casework_person_save(h.fixture->cw, &mine, f), "", "Another person changed");
	assert_string_equal(text(&h, "SELECT group_concat(phone, '') FROM person"), "");
}

static void a_one_name_person_keeps_the_one_name(void **state)
{
	static const char *const names[] = {"محمد", "王", "Ọ̀ṣúndé"};
	struct home h = a_home(*state);

	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		struct person_record r = record_of(&h, h.mother.id);

		r.person.given_names = names[i];
		r.person.surname = "";
		MUST(casework_person_save(h.fixture->cw, &r, f));
		assert_string_equal(record_of(&h, h.mother.id).person.given_names, names[i]);
	}
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, casework_fixture_setup, casework_fixture_teardown)
	const struct CMUnitTest tests[] = {
		TEST(a_record_is_what_is_kept),
		TEST(everything_is_saved_at_once),
		TEST(an_address_is_corrected_moved_or_ended),
		TEST(what_is_refused_names_its_field),
		TEST(the_second_saver_is_told_whatever_was_changed),
		TEST(a_one_name_person_keeps_the_one_name),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
