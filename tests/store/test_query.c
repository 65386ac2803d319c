/* Plain structs in and out of the case file. */
#include "store_fixture.h"

enum handling { HANDLING_SHARE, HANDLING_CHAIR_ONLY, HANDLING_COUNT };

static const char *handling_token(int value)
{
	static const char *const tokens[] = {"share", "chair_only"};

	return tokens[value];
}
static const struct token_words handling_words = {handling_token, HANDLING_COUNT};

struct contact_line {
	int64_t id, agency_id;
	const char *name, *email;
	day_number checked_on;
	bool is_active;
	int version;
};
static const struct column contact_columns[] = {
	COLUMN(struct contact_line, id, ID),          COLUMN(struct contact_line, agency_id, ID),
	COLUMN(struct contact_line, name, TEXT),      COLUMN(struct contact_line, email, TEXT),
	COLUMN(struct contact_line, checked_on, DAY), COLUMN(struct contact_line, is_active, BOOL),
	COLUMN(struct contact_line, version, INT),
};

struct contact_lines {
	struct contact_line *items;
	size_t count, room;
};

struct agency_line {
	int64_t id;
	const char *name;
	enum handling report_handling;
};
static const struct column agency_columns[] = {
	COLUMN(struct agency_line, id, ID),
	COLUMN(struct agency_line, name, TEXT),
	COLUMN_AS(struct agency_line, report_handling, handling_words),
};
static const struct column_list agency_list = COLUMN_LIST(struct agency_line, agency_columns);

static const struct statement agency_add = {
	"INSERT INTO agency (name, report_handling) VALUES (:name, :report_handling)", false};
static const struct statement agency_by_name = {"SELECT id, name, report_handling FROM agency WHERE name = :name",
						false};
static const struct statement contact_add = {
	"INSERT INTO contact (agency_id, name, email, checked_on, is_active, version)"
	" VALUES (:agency_id, :name, :email, :checked_on, :is_active, :version)",
	false};
static const struct statement contacts_of = {"SELECT id, agency_id, name, email, checked_on, is_active, version FROM "
					     "contact WHERE agency_id = :agency ORDER BY name",
					     false};
static const struct column_list contact_list = COLUMN_LIST(struct contact_line, contact_columns);

static int64_t add_agency(struct fixture *x, const char *name, enum handling handling)
{
	struct agency_line agency = {.name = name, .report_handling = handling};

	assert_ok(x, store_begin(x->s, &x->f));
	assert_ok(x, store_change(x->s, &agency_add, &agency_list, &agency, NULL, NULL, &x->f));
	agency.id = store_last_id(x->s);
	assert_ok(x, store_commit(x->s, &x->f));
	return agency.id;
}

static void a_row_comes_back_as_it_went_in(void **state)
{
	struct fixture *x = *state;
	struct contact_line given[] = {
		{.name = "Ọ̀ṣúndé Adébáyọ̀", .email = NULL, .checked_on = DAY_NONE, .is_active = true, .version = 3},
		{.name = "Siân Pritchard",
		 .email = "sian@example.org",
		 .checked_on = 20515,
		 .is_active = false,
		 .version = -7},
	};
	struct contact_lines read;
	int64_t agency = add_agency(x, "Health visiting", HANDLING_CHAIR_ONLY), changed = 0;

	assert_ok(x, store_begin(x->s, &x->f));
	for (size_t i = 0; i < 2; i++) {
		given[i].agency_id = agency;
		assert_ok(x, store_change(x->s, &contact_add, &contact_list, &given[i], NULL, &changed, &x->f));
		assert_int_equal(changed, 1);
	}
	assert_ok(x, store_commit(x->s, &x->f));
	assert_ok(x, store_select(x->s, &contacts_of, PARAMETERS(PARAMETER_ID("agency", agency)), &contact_list,
				  &x->mem, &read, &x->f));
	assert_int_equal(read.count, 2);
	assert_string_equal(read.items[0].name, "Siân Pritchard");
	assert_int_equal(read.items[0].checked_on, 20515);
	assert_false(read.items[0].is_active);
	assert_int_equal(read.items[0].version, -7);
	assert_string_equal(read.items[1].name, "Ọ̀ṣúndé Adébáyọ̀");
	assert_string_equal(read.items[1].email, "");
	assert_int_equal(read.items[1].checked_on, DAY_NONE);
	assert_true(read.items[1].is_active);
	assert_true(store_is_at_rest(x->s));
}

static void one_row_or_none(void **state)
{
	struct fixture *x = *state;
	struct agency_line agency;

	add_agency(x, "Probation", HANDLING_CHAIR_ONLY);
	assert_ok(x, store_select_one(x->s, &agency_by_name, PARAMETERS(PARAMETER_TEXT("name", "Probation")),
				      &agency_list, &x->mem, &agency, &x->f));
	assert_int_equal(agency.report_handling, HANDLING_CHAIR_ONLY);
	assert_false(store_select_one(x->s, &agency_by_name, PARAMETERS(PARAMETER_TEXT("name", "Housing")),
				      &agency_list, &x->mem, &agency, &x->f));
	assert_int_equal(x->f.code, FAULT_NOT_FOUND);
	assert_string_equal(x->f.message, "");
	assert_true(store_is_at_rest(x->s));
}

static void a_token_from_elsewhere_is_damage_not_a_guess(void **state)
{
	static const struct statement set = {"UPDATE agency SET report_handling = 'read_out'", false};
	struct fixture *x = *state;
	struct agency_line agency;

	add_agency(x, "Police", HANDLING_SHARE);
	assert_ok(x, store_begin(x->s, &x->f));
	assert_ok(x, store_change(x->s, &set, NULL, NULL, NULL, NULL, &x->f));
	assert_ok(x, store_commit(x->s, &x->f));
	assert_false(store_select_one(x->s, &agency_by_name, PARAMETERS(PARAMETER_TEXT("name", "Police")), &agency_list,
				      &x->mem, &agency, &x->f));
	assert_int_equal(x->f.code, FAULT_CORRUPT);
	assert_non_null(strstr(x->f.message, "report_handling"));
}

static void names_that_do_not_fit_are_faults(void **state)
{
	static const struct statement short_one = {"SELECT id, name FROM agency", false};
	static const struct statement long_one = {"SELECT id, name, report_handling, quorum_group FROM agency", false};
	static const struct statement by_number = {"SELECT id, name, report_handling FROM agency WHERE id = ?1", false};
	static const struct statement two = {"SELECT 1; SELECT 2", false};
	static const struct statement wrong = {"SELECT id FROM nowhere", false};
	const struct {
		const char *why;
		const struct statement *q;
		const struct parameter *parameters;
	} rows[] = {
		{"a member that no column fills", &short_one, NULL},
		{"a column that no member takes", &long_one, NULL},
		{"a parameter without a name", &by_number, NULL},
		{"a parameter nobody gives", &agency_by_name, NULL},
		{"a parameter the text does not name", &agency_by_name,
		 PARAMETERS(PARAMETER_TEXT("name", ""), PARAMETER_TEXT("nam", ""))},
		{"two statements in one text", &two, NULL},
		{"a table that is not there", &wrong, NULL},
	};
	struct fixture *x = *state;

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct agency_line agency;

		x->f = (struct fault){0};
		if (store_select_one(x->s, rows[i].q, rows[i].parameters, &agency_list, &x->mem, &agency, &x->f))
			fail_msg("accepted: %s", rows[i].why);
		if (x->f.code != FAULT_STORAGE || !x->f.message[0] || !x->f.detail[0])
			fail_msg("no word on: %s", rows[i].why);
		assert_true(store_is_at_rest(x->s));
	}
}

static void nothing_changes_outside_a_transaction(void **state)
{
	struct fixture *x = *state;

	assert_false(store_change(x->s, &fixture_add_agency, NULL, NULL, PARAMETERS(PARAMETER_TEXT("name", "Housing")),
				  NULL, &x->f));
	assert_int_equal(fixture_agencies(x->s), 0);
}

static void a_refusal_names_its_constraint(void **state)
{
	static const struct statement person = {
		"INSERT INTO person (id, reference, surname) VALUES (1, 'P-0001', 'Okonkwo')", 0};
	static const struct statement family = {"INSERT INTO family (id, reference) VALUES (1, 'F-0001')", false};
	static const struct statement plan = {
		"INSERT INTO plan (reference, person_id, family_id, started_on, category_initial, category_latest)"
		" VALUES (:reference, 1, 1, :day, 'NEG', 'NEG')",
		false};
	static const struct statement orphan = {
		"INSERT INTO family_member (family_id, person_id, relationship) VALUES (9, 9, '')", false};
	struct fixture *x = *state;
	struct store *s = x->s;

	assert_ok(x, store_begin(s, &x->f));
	assert_ok(x, store_change(s, &person, NULL, NULL, NULL, NULL, &x->f));
	assert_ok(x, store_change(s, &family, NULL, NULL, NULL, NULL, &x->f));
	assert_ok(x, store_change(s, &plan, NULL, NULL,
				  PARAMETERS(PARAMETER_TEXT("reference", "CPP-1"), PARAMETER_DAY("day", 20515)), NULL,
				  &x->f));
	assert_false(store_change(s, &plan, NULL, NULL,
				  PARAMETERS(PARAMETER_TEXT("reference", "CPP-2"), PARAMETER_DAY("day", 20516)), NULL,
				  &x->f));
	assert_int_equal(x->f.code, FAULT_REFUSED);
	assert_true(store_refused_by(s, "one_open_plan"));
	assert_false(store_refused_by(s, "plan_of"));
	assert_false(store_refused_by(s, "double booking"));
	assert_false(store_change(s, &person, NULL, NULL, NULL, NULL, &x->f));
	assert_true(store_refused_by(s, "person.id"));
	assert_false(store_refused_by(s, "one_open_plan"));
	assert_false(store_change(s, &orphan, NULL, NULL, NULL, NULL, &x->f));
	assert_true(store_refused_by(s, "FOREIGN KEY"));
	assert_ok(x, store_commit(s, &x->f)); /* a refusal undoes its own statement only */
}

static void references_count_up_by_kind(void **state)
{
	static const char *const expected[] = {"C-0001", "C-0002", "CPP-001", "C-0003"};
	struct fixture *x = *state;
	const char *reference;

	assert_false(store_next_reference(x->s, "C", 4, &x->mem, &reference, &x->f)); /* outside a transaction */
	assert_ok(x, store_begin(x->s, &x->f));
	for (size_t i = 0; i < 4; i++) {
		assert_ok(x,
			  store_next_reference(x->s, i == 2 ? "CPP" : "C", i == 2 ? 3 : 4, &x->mem, &reference, &x->f));
		assert_string_equal(reference, expected[i]);
	}
	store_rollback(x->s);
	assert_ok(x, store_begin(x->s, &x->f));
	assert_ok(x, store_next_reference(x->s, "C", 4, &x->mem, &reference, &x->f));
	assert_string_equal(reference, "C-0001"); /* a number not saved was never given */
	assert_ok(x, store_commit(x->s, &x->f));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_row_comes_back_as_it_went_in, fixture_begin, fixture_end),
		cmocka_unit_test_setup_teardown(one_row_or_none, fixture_begin, fixture_end),
		cmocka_unit_test_setup_teardown(a_token_from_elsewhere_is_damage_not_a_guess, fixture_begin,
						fixture_end),
		cmocka_unit_test_setup_teardown(names_that_do_not_fit_are_faults, fixture_begin, fixture_end),
		cmocka_unit_test_setup_teardown(nothing_changes_outside_a_transaction, fixture_begin, fixture_end),
		cmocka_unit_test_setup_teardown(a_refusal_names_its_constraint, fixture_begin, fixture_end),
		cmocka_unit_test_setup_teardown(references_count_up_by_kind, fixture_begin, fixture_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
