/* Quorum of one child: who counts, who counts once, and that one more person never takes it away. */
#include "domain/quorum.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

enum { SAM = 11, AMA = 12, MOST = 12 };

#define SW                                                                                                             \
	{                                                                                                              \
		"Children's Social Care", "social care", true, ANSWER_YES, 0                                           \
	}
#define SCHOOL                                                                                                         \
	{                                                                                                              \
		"Ashfield School", "education", false, ANSWER_YES, 0                                                   \
	}
#define HV                                                                                                             \
	{                                                                                                              \
		"Health Visiting", "health", false, ANSWER_YES, 0                                                      \
	}
#define GP                                                                                                             \
	{                                                                                                              \
		"High Street Surgery", "health", false, ANSWER_YES, 0                                                  \
	}
#define POLICE(k)                                                                                                      \
	{                                                                                                              \
		"Police", "", false, (k), 0                                                                            \
	}

static const struct row {
	const char *why;
	enum quorum_distinct distinct;
	struct quorum_presence there[5];
	size_t count;
	bool is_quorate;
	const char *words;
} rows[] = {
	{"social care and two others",
	 QUORUM_BY_AGENCY,
	 {SW, SCHOOL, HV},
	 3,
	 true,
	 "social care + Ashfield School, Health Visiting: quorate"},
	{"nobody", QUORUM_BY_AGENCY, {SW}, 0, false, "nobody yet: needs social care and 2 more agencies"},
	{"without social care",
	 QUORUM_BY_AGENCY,
	 {SCHOOL, HV, GP},
	 3,
	 false,
	 "Ashfield School, Health Visiting, High Street Surgery: needs social care"},
	{"one other", QUORUM_BY_AGENCY, {SW, SCHOOL}, 2, false, "social care + Ashfield School: needs one more agency"},
	{"two people of one agency",
	 QUORUM_BY_AGENCY,
	 {SW, SCHOOL, SCHOOL},
	 3,
	 false,
	 "social care + Ashfield School: needs one more agency"},
	{"two agencies of health, by agency",
	 QUORUM_BY_AGENCY,
	 {SW, HV, GP},
	 3,
	 true,
	 "social care + Health Visiting, High Street Surgery: quorate"},
	{"two agencies of health, by group",
	 QUORUM_BY_GROUP,
	 {SW, HV, GP},
	 3,
	 false,
	 "social care + Health Visiting: needs one more agency"},
	{"an agency of no group stands for itself",
	 QUORUM_BY_GROUP,
	 {SW, HV, POLICE(ANSWER_YES)},
	 3,
	 true,
	 "social care + Health Visiting, Police: quorate"},
	{"contact with the family not recorded",
	 QUORUM_BY_AGENCY,
	 {SW, SCHOOL, POLICE(ANSWER_UNKNOWN)},
	 3,
	 true,
	 "social care + Ashfield School, Police: quorate (contact with the family not recorded: Police)"},
	{"a colleague knows the family",
	 QUORUM_BY_AGENCY,
	 {SW, SCHOOL, POLICE(ANSWER_UNKNOWN), POLICE(ANSWER_YES)},
	 4,
	 true,
	 "social care + Ashfield School, Police: quorate"},
	{"no contact with the family",
	 QUORUM_BY_AGENCY,
	 {SW, SCHOOL, POLICE(ANSWER_NO)},
	 3,
	 false,
	 "social care + Ashfield School: needs one more agency"},
	{"no contact with this child",
	 QUORUM_BY_AGENCY,
	 {SW, SCHOOL, {"Nursery", "education", false, ANSWER_YES, SAM}},
	 3,
	 false,
	 "social care + Ashfield School: needs one more agency"},
	{"no contact with the brother",
	 QUORUM_BY_AGENCY,
	 {SW, SCHOOL, {"Nursery", "education", false, ANSWER_YES, AMA}},
	 3,
	 true,
	 "social care + Ashfield School, Nursery: quorate"},
	{"somebody of no agency",
	 QUORUM_BY_AGENCY,
	 {SW, SCHOOL, {"", "", false, ANSWER_YES, 0}},
	 3,
	 false,
	 "social care + Ashfield School: needs one more agency"},
};

static struct policy policy_of(enum quorum_distinct distinct)
{
	return (struct policy){
		.quorum_social_care = 1, .quorum_others = 2, .inquorate_consecutive = 1, .quorum_distinct = distinct};
}

static void a_quorum_is_counted_for_one_child(void **state)
{
	struct arena mem = {0};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct policy policy = policy_of(rows[i].distinct);
		struct quorum quorum;

		quorum_evaluate(&policy, rows[i].there, rows[i].count, SAM, &mem, &quorum);
		if (quorum.is_quorate != rows[i].is_quorate || strcmp(quorum.words, rows[i].words) != 0)
			fail_msg("%s: %s", rows[i].why, quorum.words);
	}
	arena_finish(&mem);
}

static void an_authority_asks_what_its_profile_says(void **state)
{
	static const struct quorum_presence there[] = {SW, SCHOOL};
	struct policy policy = policy_of(QUORUM_BY_AGENCY);
	struct arena mem = {0};
	struct quorum quorum;

	(void)state;
	policy.quorum_others = 0;
	quorum_evaluate(&policy, there, 1, SAM, &mem, &quorum);
	assert_true(quorum.is_quorate);
	assert_string_equal(quorum.words, "social care: quorate");
	policy.quorum_social_care = 3;
	quorum_evaluate(&policy, there, 2, SAM, &mem, &quorum);
	assert_false(quorum.is_quorate);
	assert_string_equal(quorum.words, "social care + Ashfield School: needs 2 more people from social care");
	arena_finish(&mem);
}

/* A small generator of its own, so that a failing round can be run again. */
static unsigned next_random(unsigned *seed)
{
	*seed = *seed * 1103515245u + 12345u;
	return *seed >> 16;
}

static struct quorum_presence random_presence(unsigned *seed)
{
	static const char *const agencies[] = {"Police",    "Ashfield School", "Health Visiting",
					       "Midwifery", "Housing",         ""};
	static const char *const groups[] = {"", "health", "education", "Health"};

	return (struct quorum_presence){.agency = agencies[next_random(seed) % 6],
					.group = groups[next_random(seed) % 4],
					.is_social_care = next_random(seed) % 4 == 0,
					.direct_contact = (enum yes_no)(next_random(seed) % 3),
					.no_contact_with = next_random(seed) % 5 == 0 ? SAM : 0};
}

/* Wherever on the list somebody more stands, a quorum stays, and no count goes down. */
static void one_more_person_never_takes_a_quorum_away(void **state)
{
	unsigned seed = 20260310;
	struct arena mem = {0};

	(void)state;
	for (int round = 0; round < 4000; round++) {
		struct policy policy = policy_of((enum quorum_distinct)(next_random(&seed) % 2));
		struct quorum_presence there[MOST + 1];
		size_t count = next_random(&seed) % MOST, at = next_random(&seed) % (count + 1);
		struct quorum before, after;

		for (size_t i = 0; i < count; i++)
			there[i] = random_presence(&seed);
		quorum_evaluate(&policy, there, count, SAM, &mem, &before);
		memmove(&there[at + 1], &there[at], (count - at) * sizeof *there);
		there[at] = random_presence(&seed);
		quorum_evaluate(&policy, there, count + 1, SAM, &mem, &after);
		if ((before.is_quorate && !after.is_quorate) || after.others < before.others ||
		    after.social_care < before.social_care)
			fail_msg("round %d: %s, then %s", round, before.words, after.words);
		arena_reset(&mem);
	}
	arena_finish(&mem);
}

static void the_order_of_the_list_changes_no_count(void **state)
{
	unsigned seed = 4711;
	struct arena mem = {0};

	(void)state;
	for (int round = 0; round < 2000; round++) {
		struct policy policy = policy_of((enum quorum_distinct)(next_random(&seed) % 2));
		struct quorum_presence there[MOST], turned[MOST];
		size_t count = next_random(&seed) % (MOST + 1);
		struct quorum one, other;

		for (size_t i = 0; i < count; i++)
			turned[count - 1 - i] = there[i] = random_presence(&seed);
		quorum_evaluate(&policy, there, count, SAM, &mem, &one);
		quorum_evaluate(&policy, turned, count, SAM, &mem, &other);
		assert_int_equal(one.others, other.others);
		assert_int_equal(one.social_care, other.social_care);
		arena_reset(&mem);
	}
	arena_finish(&mem);
}

static void without_a_quorum_a_conference_is_held_once(void **state)
{
	static const struct {
		const char *why;
		int consecutive, earlier;
		enum conference_type type;
		enum quorum_exception exception;
		bool may;
	} may[] = {
		{"the first time, with a reason", 1, 0, CONFERENCE_REVIEW, QUORUM_EXCEPTION_ENOUGH_KNOWN, true},
		{"without one", 1, 0, CONFERENCE_REVIEW, QUORUM_EXCEPTION_NONE, false},
		{"twice running", 1, 1, CONFERENCE_REVIEW, QUORUM_EXCEPTION_ENOUGH_KNOWN, false},
		{"twice, the child being looked after", 1, 1, CONFERENCE_REVIEW, QUORUM_EXCEPTION_LOOKED_AFTER, false},
		{"twice, before a birth", 1, 1, CONFERENCE_PRE_BIRTH, QUORUM_EXCEPTION_ENOUGH_KNOWN, true},
		{"twice, too few agencies", 1, 1, CONFERENCE_REVIEW, QUORUM_EXCEPTION_FEW_AGENCIES, true},
		{"twice where that is allowed", 2, 1, CONFERENCE_REVIEW, QUORUM_EXCEPTION_ENOUGH_KNOWN, true},
		{"never", 0, 0, CONFERENCE_INITIAL, QUORUM_EXCEPTION_ENOUGH_KNOWN, false},
	};

	(void)state;
	for (size_t i = 0; i < sizeof may / sizeof *may; i++) {
		struct policy policy = {.inquorate_consecutive = may[i].consecutive};
		struct fault f = {0};

		if (quorum_may_proceed(&policy, may[i].earlier, may[i].type, may[i].exception, &f) != may[i].may)
			fail_msg("%s: %s", may[i].why, f.message);
		assert_string_equal(f.field, may[i].may ? "" : "quorum_exception");
	}
}

static void words_lead_back(void **state)
{
	(void)state;
	for (int i = 0; i < QUORUM_ANSWER_COUNT; i++) {
		enum quorum_answer back;

		assert_true(quorum_answer_from_token(quorum_answer_token((enum quorum_answer)i), &back));
		assert_int_equal(back, i);
		assert_int_equal(quorum_answer_asks_reason(back), i >= QUORUM_ANSWER_INTERIM_PLAN);
	}
	for (int i = 0; i < QUORUM_EXCEPTION_COUNT; i++) {
		enum quorum_exception back;

		assert_true(quorum_exception_from_token(quorum_exception_token((enum quorum_exception)i), &back));
		assert_int_equal(back, i);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_quorum_is_counted_for_one_child),
		cmocka_unit_test(an_authority_asks_what_its_profile_says),
		cmocka_unit_test(one_more_person_never_takes_a_quorum_away),
		cmocka_unit_test(the_order_of_the_list_changes_no_count),
		cmocka_unit_test(without_a_quorum_a_conference_is_held_once),
		cmocka_unit_test(words_lead_back),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
