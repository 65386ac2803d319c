/* What others did meanwhile: which rows of the audit log are news and which only looks, who did it and what it was, for
 * whoever may see the family and for nobody else. */
#include "booking_steps.h"
#include "casework/people.h"
#include "intake_rows.h"

#include <string.h>

struct two {
	struct casework_fixture *fixture;
	struct casework *mine, *theirs;
	int64_t family, other_family;
};

static struct casework *session(struct casework_fixture *fixture, const char *user)
{
	const struct casework_opening how = {.path = fixture->path,
					     .config_folder = fixture->config,
					     .today = date_from_iso(FIXTURE_TODAY),
					     .user = user};
	struct casework *cw = NULL;

	MUST(casework_open(&cw, &how, f));
	return cw;
}

static struct two two_at_work(struct casework_fixture *fixture)
{
	struct two two = {.fixture = fixture};

	casework_fixture_open_as(fixture, "abrennan", ROLE_BIT(ROLE_BUSINESS_SUPPORT));
	casework_fixture_open_as(fixture, "second", ROLE_BIT(ROLE_BUSINESS_SUPPORT));
	casework_fixture_reopen(fixture, FIXTURE_TODAY);
	number(fixture, "UPDATE user_account SET name = 'Aoife Brennan' WHERE login = 'abrennan'");
	MUST(casework_family_add(fixture->cw, "Okonkwo", &two.family, f));
	MUST(casework_family_add(fixture->cw, "Suleiman", &two.other_family, f));
	two.mine = session(fixture, "second");
	two.theirs = session(fixture, "abrennan");
	casework_changed_elsewhere(two.mine); /* the other's signing in */
	return two;
}

static void go_home(struct two *two)
{
	casework_close(two->mine);
	casework_close(two->theirs);
}

static void somebody_joins(struct two *two, struct casework *cw, int64_t family, const char *given)
{
	struct person person = some_person("Okonkwo", given, "");

	(void)two;
	MUST(casework_member_add(cw, family, &person, RELATIONSHIP_MOTHER, ANSWER_YES, NULL, f));
}

static void looks(struct two *two, struct casework *cw)
{
	struct arena mem = {0};
	struct member_list members;
	struct family family;

	MUST(casework_family(cw, two->family, &mem, &family, f));
	MUST(casework_members(cw, two->family, &mem, &members, f));
	arena_finish(&mem);
}

static void a_change_is_news_and_a_look_is_none(void **state)
{
	struct two two = two_at_work(*state);
	int64_t heard = casework_heard(two.mine);

	assert_false(casework_changed_elsewhere(two.mine));
	looks(&two, two.theirs);
	assert_false(casework_changed_elsewhere(two.mine));
	assert_true(casework_heard(two.mine) > heard); /* it was heard all the same */
	somebody_joins(&two, two.theirs, two.family, "Grace");
	looks(&two, two.theirs);
	assert_true(casework_changed_elsewhere(two.mine));
	assert_false(casework_changed_elsewhere(two.mine)); /* once */
	somebody_joins(&two, two.mine, two.family, "Ada");
	assert_false(casework_changed_elsewhere(two.mine)); /* one's own is none */
	go_home(&two);
}

/* Two who look at each other's looks must not read again for ever. */
static void looks_by_turns_are_never_news(void **state)
{
	struct two two = two_at_work(*state);

	for (int turn = 0; turn < 20; turn++) {
		looks(&two, turn % 2 ? two.mine : two.theirs);
		assert_false(casework_changed_elsewhere(two.mine));
		assert_false(casework_changed_elsewhere(two.theirs));
	}
	go_home(&two);
}

static void it_is_said_who_did_what(void **state)
{
	struct two two = two_at_work(*state);
	int64_t since = casework_heard(two.mine);
	struct by_others others;

	casework_by_others(two.mine, two.family, since, &others);
	assert_string_equal(others.who, "");
	assert_string_equal(others.what, "");
	somebody_joins(&two, two.theirs, two.other_family, "Leila"); /* of another family */
	looks(&two, two.theirs);
	casework_by_others(two.mine, two.family, since, &others);
	assert_string_equal(others.who, "");
	somebody_joins(&two, two.theirs, two.family, "Grace");
	casework_by_others(two.mine, two.family, since, &others);
	assert_memory_equal(others.who, "Aoife Brennan at ", strlen("Aoife Brennan at "));
	assert_true(*others.what);
	assert_null(strstr(others.what, "Leila"));
	casework_by_others_lately(two.mine, two.family, &others);
	assert_string_equal(others.who, ""); /* it was opened within the ten minutes too, by somebody else */
	assert_true(*others.what);
	casework_changed_elsewhere(two.mine);
	casework_by_others(two.mine, two.family, casework_heard(two.mine), &others);
	assert_string_equal(others.who, ""); /* nothing since */
	go_home(&two);
}

/* Where several did something, nobody is named for what another did. */
static void of_several_nobody_is_named(void **state)
{
	struct two two = two_at_work(*state);
	int64_t since = casework_heard(two.mine);
	struct casework *third;
	struct by_others others;

	somebody_joins(&two, two.theirs, two.family, "Grace");
	third = session(two.fixture, NULL);
	somebody_joins(&two, third, two.family, "Ada");
	casework_by_others(two.mine, two.family, since, &others);
	assert_string_equal(others.who, "");
	assert_true(*others.what);
	casework_close(third);
	go_home(&two);
}

/* A family that was hidden meanwhile: neither who nor what. */
static void of_a_hidden_family_nothing_is_said(void **state)
{
	struct two two = two_at_work(*state);
	int64_t since = casework_heard(two.mine);
	struct by_others others;

	somebody_joins(&two, two.theirs, two.family, "Grace");
	number(two.fixture, "UPDATE family SET is_restricted = 1 WHERE id = %lld", (long long)two.family);
	casework_by_others(two.mine, two.family, since, &others);
	assert_string_equal(others.who, "");
	assert_string_equal(others.what, "");
	casework_by_others_lately(two.mine, two.family, &others);
	assert_string_equal(others.what, "");
	go_home(&two);
}

/* More than are read at once are news, whatever they are. */
static void very_many_are_news(void **state)
{
	struct two two = two_at_work(*state);

	for (int turn = 0; turn < 110; turn++)
		looks(&two, two.theirs);
	assert_true(casework_changed_elsewhere(two.mine));
	go_home(&two);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		FIXTURE_TEST(a_change_is_news_and_a_look_is_none),
		FIXTURE_TEST(looks_by_turns_are_never_news),
		FIXTURE_TEST(it_is_said_who_did_what),
		FIXTURE_TEST(of_several_nobody_is_named),
		FIXTURE_TEST(of_a_hidden_family_nothing_is_said),
		FIXTURE_TEST(very_many_are_news),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
