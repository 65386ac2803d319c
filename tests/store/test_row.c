/* Each kind of column, at the edges of what it can hold. */
#include "store_fixture.h"

/* The conference table has a column for each kind that may be absent. */
struct slot {
	int64_t id, enquiry_id;
	int starts;
	day_number held_on;
	const char *place, *la_child_id;
};

static const struct column slot_columns[] = {
	COLUMN(struct slot, id, INTEGER),          COLUMN(struct slot, enquiry_id, ID),
	COLUMN(struct slot, starts, OPTIONAL_INT), COLUMN(struct slot, held_on, DAY),
	COLUMN(struct slot, place, TEXT),          COLUMN(struct slot, la_child_id, OPTIONAL_TEXT),
};
static const struct column_list slot_list = COLUMN_LIST(struct slot, slot_columns);

/* What was bound comes straight back, so the kinds are tested without a table's own rules. */
static const struct statement echo = {
	"SELECT :id AS id, :enquiry_id AS enquiry_id, :starts AS starts, :held_on AS held_on, :place AS place,"
	" :la_child_id AS la_child_id",
	false};
static const struct statement nulls = {"SELECT :a IS NULL AS id, :b IS NULL AS enquiry_id, :c IS NULL AS starts, NULL "
				       "AS held_on, NULL AS place, NULL AS la_child_id",
				       false};

static void absent_is_null_and_comes_back_absent(void **state)
{
	struct fixture *x = *state;
	struct slot slot;
	const struct parameter absent[] = {{"a", COLUMN_ID, 0, NULL},
					   {"b", COLUMN_OPTIONAL_TEXT, 0, ""},
					   {"c", COLUMN_OPTIONAL_INT, -1, NULL},
					   PARAMETER_END};
	const struct parameter given[] = {{"a", COLUMN_TEXT, 0, NULL},
					  {"b", COLUMN_OPTIONAL_TEXT, 0, " "},
					  {"c", COLUMN_OPTIONAL_INT, 0, NULL},
					  PARAMETER_END};

	assert_ok(x, store_select_one(x->s, &nulls, absent, &slot_list, &x->mem, &slot, &x->f));
	assert_int_equal(slot.id, 1);
	assert_int_equal(slot.enquiry_id, 1);
	assert_int_equal(slot.starts, 1);
	assert_int_equal(slot.held_on, DAY_NONE);
	assert_string_equal(slot.place, "");
	assert_string_equal(slot.la_child_id, "");
	assert_ok(x, store_select_one(x->s, &nulls, given, &slot_list, &x->mem, &slot, &x->f));
	assert_int_equal(slot.id, 0); /* a TEXT without words is '', not NULL */
	assert_int_equal(slot.enquiry_id, 0);
	assert_int_equal(slot.starts, 0);
}

static void edges_come_back_as_they_went(void **state)
{
	static const struct {
		const char *why;
		int64_t id, enquiry;
		int starts;
		day_number day;
		const char *place;
	} rows[] = {
		{"the smallest", INT64_MIN, INT64_MIN, INT_MIN, -25567, ""},
		{"the largest", INT64_MAX, INT64_MAX, INT_MAX, 84370, "Ọ̀ṣúndé \"' ; --"},
		{"absent", 0, 0, -1, DAY_NONE, " "},
	};
	struct fixture *x = *state;

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct slot slot;
		const struct parameter given[] = {{"id", COLUMN_INTEGER, rows[i].id, NULL},
						  {"enquiry_id", COLUMN_ID, rows[i].enquiry, NULL},
						  {"starts", COLUMN_OPTIONAL_INT, rows[i].starts, NULL},
						  {"held_on", COLUMN_DAY, rows[i].day, NULL},
						  {"place", COLUMN_TEXT, 0, rows[i].place},
						  {"la_child_id", COLUMN_OPTIONAL_TEXT, 0, rows[i].place},
						  PARAMETER_END};

		assert_ok(x, store_select_one(x->s, &echo, given, &slot_list, &x->mem, &slot, &x->f));
		if (slot.id != rows[i].id || slot.enquiry_id != rows[i].enquiry || slot.starts != rows[i].starts ||
		    slot.held_on != rows[i].day || strcmp(slot.place, rows[i].place) != 0 ||
		    strcmp(slot.la_child_id, rows[i].place) != 0)
			fail_msg("%s", rows[i].why);
	}
}

static void what_does_not_fit_is_damage(void **state)
{
	static const struct {
		const char *why;
		struct statement q;
		const char *name;
	} rows[] = {
		{"a day that is no day",
		 {"SELECT 1 AS id, 1 AS enquiry_id, 1 AS starts, '2026-02-30' AS held_on, '' AS place, '' AS "
		  "la_child_id",
		  false},
		 "held_on"},
		{"a number too large for the member",
		 {"SELECT 1 AS id, 1 AS enquiry_id, 3000000000 AS starts, NULL AS held_on, '' AS place, '' AS "
		  "la_child_id",
		  false},
		 "starts"},
	};
	struct fixture *x = *state;

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct slot slot;

		assert_false(store_select_one(x->s, &rows[i].q, NULL, &slot_list, &x->mem, &slot, &x->f));
		if (x->f.code != FAULT_CORRUPT || !strstr(x->f.message, rows[i].name))
			fail_msg("%s: %s", rows[i].why, x->f.message);
	}
}

struct attached {
	struct blob content;
};
static const struct column attached_columns[] = {COLUMN(struct attached, content, BLOB)};
static const struct column_list attached_list = COLUMN_LIST(struct attached, attached_columns);

static void bytes_come_back_as_bytes(void **state)
{
	static const struct {
		const char *why, *bytes;
		size_t count;
	} rows[] = {
		{"noughts do not end it", "a\0b\0", 4},
		{"what is no UTF-8", "\xff\xfe\x80", 3},
		{"none at all", "", 0},
	};
	static const struct statement echo_bytes = {"SELECT :content AS content", false};
	static const struct statement kind = {"SELECT typeof(:content) = 'blob'", false};
	struct fixture *x = *state;

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const struct parameter *given = PARAMETERS(
			PARAMETER_BLOB("content", rows[i].bytes, (int64_t)rows[i].count));
		struct attached back;
		int64_t is_blob;

		assert_ok(x, store_select_one(x->s, &echo_bytes, given, &attached_list, &x->mem, &back, &x->f));
		if (back.content.count != rows[i].count ||
		    (rows[i].count > 0 && memcmp(back.content.bytes, rows[i].bytes, rows[i].count) != 0))
			fail_msg("%s: %zu bytes", rows[i].why, back.content.count);
		assert_ok(x, store_select_number(x->s, &kind, given, 0, &is_blob, &x->f));
		if (is_blob != 1)
			fail_msg("%s: no blob", rows[i].why); /* NULL would say that there is no content */
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(absent_is_null_and_comes_back_absent, fixture_begin, fixture_end),
		cmocka_unit_test_setup_teardown(edges_come_back_as_they_went, fixture_begin, fixture_end),
		cmocka_unit_test_setup_teardown(what_does_not_fit_is_damage, fixture_begin, fixture_end),
		cmocka_unit_test_setup_teardown(bytes_come_back_as_bytes, fixture_begin, fixture_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
