/* Who is proposed for a core group, in which order, and who is left to the officer's choice. */
#include "live_plan_steps.h"

static const char *proposed(struct casework_fixture *fixture, int64_t conference)
{
	struct core_group_member_list list;
	const char *words = "", *left_out;

	MUST(casework_live_core_group_propose(fixture->cw, conference, &fixture->mem, &list, &left_out, f));
	for (size_t i = 0; i < list.count; i++)
		words = arena_printf(&fixture->mem, "%s%s%s (%s)", words, *words ? ", " : "", list.items[i].shown_name,
				     list.items[i].role);
	return words;
}

static void those_who_know_the_child_are_proposed(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_decided_day(fixture);
	struct attendance police = attends(&d, d.police, ATTENDANCE_DEPUTY);

	/* The police were not there; Chidi is twelve, Ada six; the social worker is on the list by her own name. */
	assert_string_equal(proposed(fixture, d.id),
			    "Amelia Okonkwo (mother), Chidi Okonkwo (child), Emma Evans (social worker),"
			    " P. Achebe (worker), K. Evans (worker)");
	police.deputy = "PC Rose";
	MUST(casework_live_attend(fixture->cw, &police, f));
	assert_non_null(strstr(proposed(fixture, d.id), "DC Shaw"));
	number(fixture, "UPDATE invitee SET direct_contact = 'no' WHERE id = %lld", (long long)d.police);
	assert_null(strstr(proposed(fixture, d.id), "DC Shaw")); /* gives advice, does not know them */
	assert_int_equal(audited(fixture, "live.core_group_propose"), 3);
}

static void a_child_without_a_plan_is_not(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_decided_day(fixture);
	struct child_decision none = no_plan_for(&d, d.chidi);

	decides(fixture, &none);
	assert_null(strstr(proposed(fixture, d.id), "Chidi"));
	number(fixture, "UPDATE child_decision SET outcome = ''"); /* nothing decided yet: all are looked at */
	assert_non_null(strstr(proposed(fixture, d.id), "Chidi"));
}

static void the_social_worker_is_found_by_any_trace(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_decided_day(fixture);

	number(fixture, "UPDATE conference SET social_worker = 'Jo Bell' WHERE id = %lld", (long long)d.id);
	assert_non_null(strstr(proposed(fixture, d.id), "Jo Bell (social worker)")); /* only a name */
	number(fixture,
	       "UPDATE conference SET social_worker_id = (SELECT id FROM contact WHERE name = 'P. Achebe') WHERE id ="
	       " %lld",
	       (long long)d.id);
	assert_non_null(strstr(proposed(fixture, d.id), "P. Achebe (social worker)"));
	assert_null(strstr(proposed(fixture, d.id), "P. Achebe (worker)")); /* once */
	number(fixture, "UPDATE conference SET social_worker = '', social_worker_id = NULL WHERE id = %lld",
	       (long long)d.id);
	assert_null(strstr(proposed(fixture, d.id), "social worker"));
}

/* Typed into the group of the conference before, chosen from the directory since: one line. A teacher of that name is
 * another. */
static void the_social_worker_is_proposed_once(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_decided_day(fixture);
	const char *words;

	number(fixture,
	       "UPDATE conference SET social_worker = 'Emma Evans', social_worker_id = (SELECT contact_id FROM"
	       " invitee WHERE id = %lld) WHERE id = %lld",
	       (long long)d.worker, (long long)d.id);
	number(fixture, "INSERT INTO core_group (family_id) VALUES (%lld)", (long long)d.family);
	number(fixture, "INSERT INTO core_group_member (core_group_id, name, role, since) SELECT max(id), 'Emma Evans',"
			" 'social worker', '2026-01-05' FROM core_group");
	words = proposed(fixture, d.id);
	assert_string_equal(words,
			    "Emma Evans (social worker), Amelia Okonkwo (mother), Chidi Okonkwo (child), P. Achebe"
			    " (worker), K. Evans (worker)");
	number(fixture, "UPDATE core_group_member SET role = 'teacher'");
	words = proposed(fixture, d.id);
	assert_non_null(strstr(words, "Emma Evans (teacher)"));
	assert_non_null(strstr(words, "Emma Evans (social worker)"));
}

static void whoever_was_excluded_is_left_to_choice(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_decided_day(fixture);

	number(fixture, "UPDATE invitee SET exclusion = 'part' WHERE id = %lld", (long long)d.mother);
	assert_non_null(strstr(proposed(fixture, d.id), "Amelia")); /* of a part only */
	number(fixture, "UPDATE invitee SET exclusion = 'whole' WHERE id = %lld", (long long)d.mother);
	assert_null(strstr(proposed(fixture, d.id), "Amelia"));
	number(fixture, "UPDATE invitee SET exclusion = 'none' WHERE id = %lld", (long long)d.mother);
	number(fixture,
	       "INSERT INTO attendance (invitee_id, conference_id, state, by_user, at) VALUES (%lld, %lld, 'excluded',"
	       " 'x', 1)",
	       (long long)d.mother, (long long)d.id);
	assert_null(strstr(proposed(fixture, d.id), "Amelia"));
}

static void whoever_a_home_is_kept_from_is_left_to_choice(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_decided_day(fixture);
	struct core_group_member_list list;
	const char *left_out;

	an_adult(fixture, d.family, "Tunde", "Okonkwo", RELATIONSHIP_FATHER, ANSWER_YES, "");
	assert_non_null(strstr(proposed(fixture, d.id), "Tunde Okonkwo (father)"));
	number(fixture,
	       "INSERT INTO address (person_id, lines, postcode, confidential_from) VALUES (%lld, '7 Rose Row', '',"
	       " 'father')",
	       (long long)number(fixture, "SELECT id FROM person WHERE given_names = 'Amelia'"));
	assert_null(strstr(proposed(fixture, d.id), "Tunde"));
	assert_non_null(strstr(proposed(fixture, d.id), "Amelia"));
	MUST(casework_live_core_group_propose(fixture->cw, d.id, &fixture->mem, &list, &left_out, f));
	assert_string_equal(left_out, "Tunde Okonkwo, father: where another lives is kept from them");
	number(fixture, "UPDATE address SET to_on = '2026-01-01'"); /* nobody lives there now */
	assert_non_null(strstr(proposed(fixture, d.id), "Tunde"));
	number(fixture, "UPDATE person SET died_on = '2026-03-30' WHERE given_names = 'Tunde'");
	assert_null(strstr(proposed(fixture, d.id), "Tunde"));
}

static void at_a_review_the_present_group_comes_first(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_decided_review(fixture);
	struct core_group_member_list list;
	const char *left_out;

	number(fixture,
	       "INSERT INTO conference (reference, family_id, type, state, source, policy, requested_on, held_on)"
	       " VALUES ('C-0900', 1, 'initial', 'closed', 'typed', 'x', '2026-01-01', '2026-01-05')");
	number(fixture, "INSERT INTO core_group (id, family_id, conference_id) SELECT 77, 1, id FROM conference WHERE"
			" reference = 'C-0900'");
	number(fixture,
	       "INSERT INTO core_group_member (core_group_id, contact_id, name, role, since, until) SELECT 77, id, '',"
	       " 'teacher', '2026-01-05', CASE name WHEN 'DC Shaw' THEN '2026-02-02' END FROM contact WHERE name IN"
	       " ('K. Evans', 'DC Shaw', 'P. Achebe')");
	number(fixture, "INSERT INTO core_group_member (core_group_id, name, since) VALUES (77, 'Nana', '2026-02-02')");
	number(fixture, "UPDATE contact SET is_active = 0 WHERE name = 'P. Achebe'");
	MUST(casework_live_core_group_propose(fixture->cw, d.id, &fixture->mem, &list, &left_out, f));
	assert_string_equal(list.items[0].shown_name, "K. Evans");
	assert_string_equal(list.items[0].role, "teacher");
	assert_int_equal(list.items[0].since, date_from_iso("2026-01-05"));
	assert_int_equal(list.items[0].id, 0); /* to be named, not that row */
	assert_string_equal(list.items[1].shown_name, "Nana");
	assert_string_equal(list.items[2].shown_name, "Amelia Okonkwo");
	number(fixture, "UPDATE conference SET type = 'initial' WHERE id = %lld", (long long)d.id);
	assert_null(strstr(proposed(fixture, d.id), "Nana")); /* that group's plan is over */
	number(fixture,
	       "UPDATE conference SET type = 'reconvened', earlier_id = (SELECT id FROM conference WHERE reference ="
	       " 'C-0900') WHERE id = %lld",
	       (long long)d.id);
	assert_non_null(strstr(proposed(fixture, d.id), "Nana")); /* named at the one that goes on here */
}

/* Whether somebody is the social worker, and by which entry, is asked of the directory: an entry that cannot be read is
 * not one of somebody else. Ines Rocha was not invited. */
static void an_entry_that_cannot_be_read_is_said(void **state)
{
	static const char *const names[] = {"K. Evans", "Ines Rocha"};
	struct casework_fixture *fixture = *state;
	struct live_day d = a_decided_day(fixture);

	number(fixture, "INSERT INTO contact (agency_id, name) SELECT min(agency_id), 'Ines Rocha' FROM contact");
	number(fixture,
	       "UPDATE conference SET social_worker_id = (SELECT id FROM contact WHERE name = 'Ines Rocha') WHERE id ="
	       " %lld",
	       (long long)d.id);
	assert_non_null(strstr(proposed(fixture, d.id), "Ines Rocha (social worker)"));
	number(fixture, "PRAGMA ignore_check_constraints = 1");
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		struct core_group_member_list list;
		const char *left_out;
		struct fault f = {0};

		number(fixture, "UPDATE contact SET method = iif(name = '%s', 'pigeon', 'email')", names[i]);
		assert_false(casework_live_core_group_propose(fixture->cw, d.id, &fixture->mem, &list, &left_out, &f));
		assert_int_equal(f.code, FAULT_CORRUPT);
		assert_non_null(strstr(f.message, "method"));
		assert_true(casework_is_at_rest(fixture->cw));
	}
	number(fixture, "PRAGMA ignore_check_constraints = 0");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(those_who_know_the_child_are_proposed),     TEST(a_child_without_a_plan_is_not),
		TEST(the_social_worker_is_found_by_any_trace),   TEST(the_social_worker_is_proposed_once),
		TEST(whoever_was_excluded_is_left_to_choice),    TEST(whoever_a_home_is_kept_from_is_left_to_choice),
		TEST(at_a_review_the_present_group_comes_first), TEST(an_entry_that_cannot_be_read_is_said),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
