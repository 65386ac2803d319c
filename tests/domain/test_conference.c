/* The tables of a conference: each word finds its row again, as people and files write it. */
#include "domain/conference.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void types_are_found_by_what_people_call_them(void **state)
{
	static const struct {
		const char *why, *word;
		enum conference_type type;
	} rows[] = {
		{"the token", "pre_birth", CONFERENCE_PRE_BIRTH},
		{"the short form", "pre-birth", CONFERENCE_PRE_BIRTH},
		{"blanks for hyphens", "Pre birth", CONFERENCE_PRE_BIRTH},
		{"the label in capitals", "INITIAL CONFERENCE", CONFERENCE_INITIAL},
		{"written together", "transferin", CONFERENCE_TRANSFER_IN},
	};
	enum conference_type type;

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (!conference_type_from_token(rows[i].word, &type) || type != rows[i].type)
			fail_msg("%s: \"%s\"", rows[i].why, rows[i].word);
	for (int i = 0; i < CONFERENCE_TYPE_COUNT; i++) {
		enum conference_type want = (enum conference_type)i;
		assert_true(conference_type_from_token(conference_type_token(want), &type) && type == want);
		assert_true(conference_type_from_token(conference_type_label(want), &type) && type == want);
		assert_true(conference_type_from_token(conference_type_brief(want), &type) && type == want);
	}
	assert_false(conference_type_from_token("", &type));
	assert_false(conference_type_from_token("init", &type));
	assert_string_equal(conference_type_label(CONFERENCE_TYPE_COUNT), "");
}

static void each_type_answers_to_its_rule(void **state)
{
	static const struct {
		enum conference_type type;
		bool earlier_review, is_initial;
		enum rule_key rule;
	} rows[] = {
		{CONFERENCE_INITIAL, false, true, RULE_ICPC},
		{CONFERENCE_PRE_BIRTH, false, true, RULE_PREBIRTH},
		{CONFERENCE_TRANSFER_IN, false, true, RULE_TRANSFER_IN},
		{CONFERENCE_REVIEW, false, false, RULE_REVIEW_FIRST},
		{CONFERENCE_REVIEW, true, false, RULE_REVIEW_NEXT},
		{CONFERENCE_RECONVENED, false, false, RULE_INQUORATE_REBOOK},
		{CONFERENCE_SECOND, false, false, RULE_COMPLAINT_SECOND},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		assert_int_equal(conference_rule(rows[i].type, rows[i].earlier_review), rows[i].rule);
		assert_int_equal(conference_type_is_initial(rows[i].type), rows[i].is_initial);
		if (rows[i].rule != RULE_COUNT)
			assert_int_equal(rule_lane(rows[i].rule),
					 rows[i].type == CONFERENCE_REVIEW ? LANE_REVIEWS : LANE_BOOK);
	}
}

static void categories_are_the_census_codes(void **state)
{
	static const char *const codes[] = {"NEG", "PHY", "SAB", "EMO", "MUL"};
	enum category category;

	(void)state;
	assert_int_equal(sizeof codes / sizeof *codes, CATEGORY_COUNT);
	for (int i = 0; i < CATEGORY_COUNT; i++) {
		assert_string_equal(category_token((enum category)i), codes[i]);
		assert_true(category_from_token(codes[i], &category) && (int)category == i);
		assert_true(category_from_token(category_label((enum category)i), &category) && (int)category == i);
	}
	assert_false(category_from_token("NEGLECTED", &category));
	assert_string_equal(category_token(CATEGORY_COUNT), "");
}

static void relationships_are_found_however_they_are_written(void **state)
{
	enum relationship relationship;

	(void)state;
	for (int i = 0; i < RELATIONSHIP_COUNT; i++) {
		enum relationship want = (enum relationship)i;
		assert_true(relationship_from_token(relationship_token(want), &relationship) && relationship == want);
		assert_true(relationship_from_token(relationship_label(want), &relationship) && relationship == want);
	}
	assert_true(relationship_from_token("Step Father", &relationship) && relationship == RELATIONSHIP_STEP_FATHER);
	assert_true(relationship_from_token("stepfather", &relationship) && relationship == RELATIONSHIP_STEP_FATHER);
	assert_true(relationship_from_token("PARENTS PARTNER", &relationship) && relationship == RELATIONSHIP_PARTNER);
	assert_false(relationship_from_token("friend", &relationship));
	assert_string_equal(relationship_label(RELATIONSHIP_COUNT), "");
}

static void sexes_are_written_as_the_census_writes_them(void **state)
{
	(void)state;
	assert_string_equal(sex_token(SEX_MALE), "M");
	assert_string_equal(sex_token(SEX_FEMALE), "F");
	assert_string_equal(sex_token(SEX_UNKNOWN), "U");
	assert_string_equal(sex_label(SEX_MALE), "male");
	assert_string_equal(sex_label(SEX_FEMALE), "female");
	assert_string_equal(sex_label(SEX_UNKNOWN), "not recorded");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(types_are_found_by_what_people_call_them),
		cmocka_unit_test(each_type_answers_to_its_rule),
		cmocka_unit_test(categories_are_the_census_codes),
		cmocka_unit_test(relationships_are_found_however_they_are_written),
		cmocka_unit_test(sexes_are_written_as_the_census_writes_them),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
