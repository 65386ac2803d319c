/* A family that is restricted to named staff, the glass that opens it for an hour, and a worker who knows it. */
#include "booking_steps.h"
#include "casework/pages.h"
#include "casework/restriction.h"
#include "intake_rows.h"

static const role_set manager = ROLE_BIT(ROLE_MANAGER), officer = ROLE_BIT(ROLE_BUSINESS_SUPPORT);

static int64_t a_family_kept(struct casework_fixture *fixture)
{
	int64_t conference = a_waiting_conference(fixture, "Quillfeather", "2026-03-26");

	casework_fixture_open_as(fixture, "named", officer);
	casework_fixture_open_as(fixture, "other", officer);
	casework_fixture_open_as(fixture, "boss", manager);
	return number(fixture, "SELECT family_id FROM conference WHERE id = %lld", (long long)conference);
}

static struct restricting keeping(int64_t family)
{
	return (struct restricting){.family_id = family,
				    .reason = "known to the police",
				    .review_on = date_from_iso("2026-07-01"),
				    .named = "named"};
}

static bool sees(struct casework_fixture *fixture, const char *who, role_set roles, int64_t family)
{
	struct family_page page;

	casework_fixture_open_as(fixture, who, roles);
	return casework_family_page(fixture->cw, family, &fixture->mem, &page, NULL);
}

static void only_the_named_see_it_until_it_is_lifted(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t family = a_family_kept(fixture);
	struct restricting r = keeping(family);
	struct restriction_page page;
	struct restricted_line_list list;

	MUST(casework_restrict(fixture->cw, &r, f));
	assert_false(sees(fixture, "other", officer, family));
	assert_true(sees(fixture, "named", officer, family));
	assert_false(sees(fixture, "boss", manager, family));
	/* who restricted it knows that it is, and nothing more */
	MUST(casework_restriction(fixture->cw, family, &fixture->mem, &page, f));
	assert_string_equal(page.logins, "named");
	MUST(casework_restricted_families(fixture->cw, &fixture->mem, &list, f));
	assert_int_equal(list.count, 1);
	assert_false(list.items[0].may_see);
	r.named = "named, boss";
	r.version = 1;
	MUST(casework_restrict(fixture->cw, &r, f));
	assert_true(sees(fixture, "boss", manager, family));
	REFUSED(casework_restriction_lift(fixture->cw, family, 1, "over", f), "", "changed");
	REFUSED(casework_restriction_lift(fixture->cw, family, 2, " ", f), "words", "Say why");
	MUST(casework_restriction_lift(fixture->cw, family, 2, "over", f));
	assert_true(sees(fixture, "other", officer, family));
	assert_int_equal(number(fixture, "SELECT count(*) FROM family_named"), 0);
	assert_int_equal(number(fixture,
				"SELECT count(*) FROM audit WHERE action LIKE 'restriction.%%' AND action "
				"<> 'restriction.look' AND family_id = %lld",
				(long long)family),
			 3);
}

static void what_is_left_out_is_asked(void **state)
{
	static const struct {
		const char *reason, *named, *review, *field, *says;
	} rows[] = {
		{"", "named", "2026-07-01", "reason", "Say why"},
		{"x", "", "2026-07-01", "named", "at least one"},
		{"x", " , ", "2026-07-01", "named", "at least one"},
		{"x", "nobody", "2026-07-01", "named", "Nobody works here"},
		{"x", "night", "2026-07-01", "named", "may not see cases"}, /* who looks up plans only */
		{"x", "named", "2026-04-01", "review_on", "to come"},
		{"x", "named", "", "review_on", "to come"},
	};
	struct casework_fixture *fixture = *state;
	int64_t family = a_family_kept(fixture);

	casework_fixture_open_as(fixture, "night", ROLE_BIT(ROLE_OUT_OF_HOURS));
	casework_fixture_open_as(fixture, "boss", manager);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const struct restricting r = {.family_id = family,
					      .reason = rows[i].reason,
					      .named = rows[i].named,
					      .review_on = *rows[i].review ? date_from_iso(rows[i].review) : DAY_NONE};

		REFUSED(casework_restrict(fixture->cw, &r, f), rows[i].field, rows[i].says);
	}
	assert_int_equal(number(fixture, "SELECT count(*) FROM restriction"), 0);
	assert_true(sees(fixture, "other", officer, family));
}

/* Nobody names themselves into a record they may not see. */
static void another_manager_cannot_take_it_over(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t family = a_family_kept(fixture);
	struct restricting r = keeping(family);
	struct restriction_page page;

	MUST(casework_restrict(fixture->cw, &r, f));
	casework_fixture_open_as(fixture, "second", manager);
	r.version = 1;
	r.named = "second";
	REFUSED(casework_restrict(fixture->cw, &r, f), "", "no such family");
	REFUSED(casework_restriction_lift(fixture->cw, family, 1, "over", f), "", "no such family");
	REFUSED(casework_restriction(fixture->cw, family, &fixture->mem, &page, f), "", "no such family");
}

static const char why[] = "The ward rings: she is in labour.";

static void broken_glass_opens_one_family_to_one_person_for_an_hour(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t family = a_family_kept(fixture);
	struct restricting r = keeping(family);
	const char *reference, *words;
	struct glass glass;

	MUST(casework_restrict(fixture->cw, &r, f));
	reference = casework_fixture_text(fixture, "SELECT reference FROM family WHERE is_restricted = 1");
	casework_fixture_open_as(fixture, "other", officer);
	REFUSED(casework_glass_break(fixture->cw, reference, "because I want to", &fixture->mem, &glass, f), "reason",
		"20 letters");
	REFUSED(casework_glass_break(fixture->cw, reference, "....................................", &fixture->mem,
				     &glass, f),
		"reason", "20 letters");
	REFUSED(casework_glass_break(fixture->cw, "F-9999", why, &fixture->mem, &glass, f), "reference",
		"No restricted");
	assert_int_equal(number(fixture, "SELECT count(*) FROM audit WHERE action = 'glass.refused'"), 1);
	MUST(casework_glass_break(fixture->cw, reference, why, &fixture->mem, &glass, f));
	assert_int_equal(glass.family_id, family);
	MUST(casework_glass_words(fixture->cw, &fixture->mem, &words, f));
	assert_non_null(strstr(words, "Glass broken until "));
	assert_true(sees(fixture, "other", officer, family));
	assert_false(sees(fixture, "third", officer, family));
	MUST(casework_glass_words(fixture->cw, &fixture->mem, &words, f));
	assert_string_equal(words, "");
	assert_int_equal(number(fixture, "SELECT count(*) FROM access_event AS e JOIN audit AS a ON a.action = "
					 "'glass.break' WHERE e.until_at BETWEEN unixepoch() + 3500 AND unixepoch() + "
					 "3600 AND a.family_id = e.family_id"),
			 1);
	/* an hour later */
	number(fixture, "DROP TRIGGER access_event_is_never_rewritten");
	number(fixture, "UPDATE access_event SET until_at = unixepoch() - 1");
	assert_false(sees(fixture, "other", officer, family));
}

static void managers_are_told_until_one_acknowledges(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t family = a_family_kept(fixture);
	struct restricting r = keeping(family);
	struct access_line_list list;
	const char *reference;
	struct glass glass;

	MUST(casework_restrict(fixture->cw, &r, f));
	reference = casework_fixture_text(fixture, "SELECT reference FROM family WHERE is_restricted = 1");
	casework_fixture_open_as(fixture, "second", manager);
	MUST(casework_glass_break(fixture->cw, reference, why, &fixture->mem, &glass, f));
	MUST(casework_access_events(fixture->cw, false, &fixture->mem, &list, f));
	assert_int_equal(list.count, 1);
	assert_string_equal(list.items[0].event.words, why);
	REFUSED(casework_access_acknowledge(fixture->cw, list.items[0].event.id, 1, "fine", f), "", "yourself");
	casework_fixture_open_as(fixture, "boss", manager);
	REFUSED(casework_access_acknowledge(fixture->cw, list.items[0].event.id, 1, "", f), "note", "what you found");
	MUST(casework_access_acknowledge(fixture->cw, list.items[0].event.id, 1, "rung the ward", f));
	REFUSED(casework_access_acknowledge(fixture->cw, list.items[0].event.id, 2, "again", f), "", "already");
	MUST(casework_access_events(fixture->cw, false, &fixture->mem, &list, f));
	assert_int_equal(list.count, 0);
	MUST(casework_access_events(fixture->cw, true, &fixture->mem, &list, f));
	assert_non_null(strstr(list.items[0].seen, "rung the ward"));
}

/* Neither naming nor breaking the glass gives a relative the record back; the others go on. */
static void a_relative_is_kept_out_and_the_others_go_on(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t family = a_family_kept(fixture);
	struct restricting r = keeping(family);
	struct found_list found;
	struct access_line_list list;
	const char *reference = casework_fixture_text(fixture, "SELECT reference FROM family");
	struct glass glass;

	casework_fixture_open_as(fixture, "other", officer);
	REFUSED(casework_relative_declare(fixture->cw, family, "", f), "words", "how you know");
	MUST(casework_relative_declare(fixture->cw, family, "my cousin's children", f));
	MUST(casework_find(fixture->cw, "Quillfeather", 5, true, &fixture->mem, &found, f));
	assert_int_equal(found.total, 0);
	REFUSED(casework_glass_break(fixture->cw, reference, why, &fixture->mem, &glass, f), "reference", "knows");
	assert_false(sees(fixture, "other", officer, family));
	assert_true(sees(fixture, "named", officer, family));
	assert_true(sees(fixture, "newcomer", officer, family));
	casework_fixture_open_as(fixture, "boss", manager);
	MUST(casework_access_events(fixture->cw, false, &fixture->mem, &list, f));
	assert_int_equal(list.count, 1);
	r.named = "named other";
	REFUSED(casework_restrict(fixture->cw, &r, f), "named", "knows this family");
	r.named = "named boss";
	MUST(casework_restrict(fixture->cw, &r, f));
	assert_false(sees(fixture, "newcomer", officer, family));
	casework_fixture_open_as(fixture, "boss", manager);
	MUST(casework_restriction_lift(fixture->cw, family, 1, "over", f));
	assert_true(sees(fixture, "newcomer", officer, family));
	assert_false(sees(fixture, "other", officer, family));
}

/* A chair who is booked would find the door shut on the day. */
static void whoever_is_booked_and_not_named_is_said(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t id = a_waiting_conference(fixture, "Okonkwo", "2026-03-26");
	struct booking booking = first_booking(fixture, id);
	struct restricting r = keeping(
		number(fixture, "SELECT family_id FROM conference WHERE id = %lld", (long long)id));
	const char *chair, *words;

	MUST(casework_restrict_shuts_out(fixture->cw, &r, &fixture->mem, &words, f));
	assert_string_equal(words, "");
	MUST(casework_book(fixture->cw, &booking, f));
	chair = casework_fixture_text(fixture, "SELECT r.login FROM conference AS c JOIN resource AS r ON "
					       "r.id = c.chair_id WHERE c.held_on IS NOT NULL");
	MUST(casework_restrict_shuts_out(fixture->cw, &r, &fixture->mem, &words, f));
	assert_non_null(strstr(words, arena_printf(&fixture->mem, "(%s), chair of C-", chair)));
	assert_non_null(strstr(words, "\n"));
	assert_non_null(strstr(words, ", minute-taker of C-"));
	r.named = arena_printf(&fixture->mem, "named; %s", chair);
	MUST(casework_restrict_shuts_out(fixture->cw, &r, &fixture->mem, &words, f));
	assert_null(strstr(words, ", chair of C-"));
	number(fixture, "UPDATE conference SET state = 'closed'");
	MUST(casework_restrict_shuts_out(fixture->cw, &r, &fixture->mem, &words, f));
	assert_string_equal(words, "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		FIXTURE_TEST(only_the_named_see_it_until_it_is_lifted),
		FIXTURE_TEST(what_is_left_out_is_asked),
		FIXTURE_TEST(whoever_is_booked_and_not_named_is_said),
		FIXTURE_TEST(another_manager_cannot_take_it_over),
		FIXTURE_TEST(broken_glass_opens_one_family_to_one_person_for_an_hour),
		FIXTURE_TEST(managers_are_told_until_one_acknowledges),
		FIXTURE_TEST(a_relative_is_kept_out_and_the_others_go_on),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
