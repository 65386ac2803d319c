/* The brief: what stands in it, what is a worry, and that what the family may not see is marked. */
#include "brief_steps.h"

#include "intake_rows.h"

#include <stdlib.h>

static const char *const headings[] = {"When",   "Children", "Adults",        "Risks",  "Why now",
				       "So far", "Reports",  "Who is coming", "Quorum", "Needs"};

/* The line must be there, and stand as wanted: "" plain, "!" a worry, "R" restricted, "!R" both. */
static void stands(const struct brief *brief, const char *heading, const char *words, const char *how)
{
	const struct brief_line *line = brief_says(brief, heading, words);

	if (!line || line->is_worry != (strchr(how, '!') != NULL) ||
	    line->is_restricted != (strchr(how, 'R') != NULL)) {
		print_brief(brief);
		fail_msg("%s: \"%s\" does not stand as \"%s\"", heading, words, how);
	}
}

static void an_empty_conference_says_what_there_is_not(void **state)
{
	struct casework_fixture *fixture = *state;
	struct brief brief = brief_of(fixture, a_conference_at(fixture, "Okonkwo", "2026-04-13", 600));
	size_t at = 0;

	for (size_t i = 0; i < brief.count; i++) {
		assert_true(*brief.items[i].text != '\0');
		while (strcmp(brief.items[i].heading, headings[at]) != 0)
			assert_true(++at < sizeof headings / sizeof *headings);
	}
	stands(&brief, "When", "Initial conference, Mon 13 Apr 2026 10:00-12:00, Room 1", "");
	stands(&brief, "When", "Meet the family at 09:30, 30 minutes before", "");
	stands(&brief, "Children", "Chidi Okonkwo, 12 · born 3 Mar 2014 · where they live is not recorded", "");
	stands(&brief, "Children", "Ada Okonkwo, 6", "");
	stands(&brief, "Adults", "No parent or carer is on file", "!");
	stands(&brief, "Risks", "None recorded", "R");
	stands(&brief, "Why now", "injury to a baby", "R");
	stands(&brief, "Why now", "strategy discussion Thu 26 Mar 2026 + 15 working days: limit Mon 20 Apr 2026", "");
	stands(&brief, "So far", "All children: no plan now or before", "");
	stands(&brief, "So far", "No conference was held before", "");
	stands(&brief, "Reports", "None is asked for yet", "!");
	stands(&brief, "Who is coming", "Nobody is on the list yet", "!");
	stands(&brief, "Quorum", "nobody yet: needs social care and 2 more agencies", "!");
	stands(&brief, "Needs", "None recorded", "");
	assert_int_equal(casework_fixture_audited(fixture, "brief.look"), 1);
}

static int64_t an_adult_of(struct casework_fixture *fixture, int64_t conference, const char *given,
			   enum relationship relationship, const char *home)
{
	return an_adult(fixture, family_of(fixture, conference), given, "Okonkwo", relationship, ANSWER_YES, home);
}

static void lives(struct casework_fixture *fixture, const char *given, const char *home, const char *kept)
{
	number(fixture,
	       "INSERT INTO address (person_id, lines, postcode, confidential_from) VALUES (%lld, '%s', '', '%s')",
	       (long long)child_named(fixture, given), home, kept);
}

static void homes_are_told_by_who_lives_there(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t id = a_conference_at(fixture, "Okonkwo", "2026-04-13", 600);
	struct brief brief;

	an_adult_of(fixture, id, "Ngozi", RELATIONSHIP_MOTHER, "1 Heron Wharf");
	an_adult_of(fixture, id, "Emeka", RELATIONSHIP_FATHER, "9 Canary Row");
	lives(fixture, "Ada", "1 heron  wharf", "");
	lives(fixture, "Chidi", "1 Heron Wharf", "");
	brief = brief_of(fixture, id);
	stands(&brief, "Children", "Ada Okonkwo, 6 · born 4 May 2019 · lives with mother", "");
	stands(&brief, "Adults", "Ngozi Okonkwo, mother · parental responsibility · lives with ", "");
	stands(&brief, "Adults", "Emeka Okonkwo, father · parental responsibility · lives elsewhere", "");
	for (size_t i = 0; i < brief.count; i++)
		if (strstr(brief.items[i].text, "Heron") || strstr(brief.items[i].text, "Canary"))
			fail_msg("an address is in the brief: %s", brief.items[i].text);
}

/* One of them keeps it from the father: then who lives there with whom is not said of any of them. */
static void a_home_that_is_kept_back_is_told_to_nobody_plainly(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t id = a_conference_at(fixture, "Okonkwo", "2026-04-13", 600);
	struct brief brief;

	an_adult_of(fixture, id, "Ngozi", RELATIONSHIP_MOTHER, "1 Heron Wharf");
	an_adult_of(fixture, id, "Emeka", RELATIONSHIP_FATHER, "9 Canary Row");
	lives(fixture, "Ada", "1 Heron Wharf", "father");
	lives(fixture, "Chidi", "9 Canary Row", "grandmother, step-father");
	brief = brief_of(fixture, id);
	stands(&brief, "Risks", "Where Ada, Ngozi live is kept from father", "!R");
	stands(&brief, "Risks", "Where Chidi, Emeka live is kept from grandmother, step-father", "!R");
	for (size_t i = 0; i < brief.count; i++)
		if (!brief.items[i].is_restricted && strstr(brief.items[i].text, "lives"))
			fail_msg("plainly told: %s", brief.items[i].text);
}

/* Everybody who is kept apart, and who comes for them, is only on restricted lines. */
static void whoever_is_kept_apart_is_restricted_everywhere(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t id = a_conference_at(fixture, "Okonkwo", "2026-04-13", 600);
	int64_t father = put_on(fixture, id,
				of_person(CAPACITY_FAMILY, an_adult_of(fixture, id, "Emeka", RELATIONSHIP_FATHER, "")));
	struct invitee friend = typed(CAPACITY_SUPPORTER, "Joy Bell");
	struct brief brief;

	friend.for_invitee_id = father;
	friend.access = "step-free";
	put_on(fixture, id, friend);
	brief = brief_of(fixture, id);
	stands(&brief, "Who is coming", "Not invited: Emeka Okonkwo, father; Joy Bell, supporter", "!");
	asked_away(fixture, father);
	number(fixture, "UPDATE conference SET sittings = 'domestic abuse'");
	brief = brief_of(fixture, id);
	stands(&brief, "Risks", "To decide: is Emeka Okonkwo, father excluded? conflict in the family", "!R");
	stands(&brief, "Risks", "They come at separate times: domestic abuse", "!R");
	stands(&brief, "Needs", "Joy Bell, supporter: step-free", "R");
	for (size_t i = 0; i < brief.count; i++)
		if (!brief.items[i].is_restricted && strcmp(brief.items[i].heading, "Adults") != 0 &&
		    (strstr(brief.items[i].text, "Emeka") || strstr(brief.items[i].text, "Joy")))
			fail_msg("plainly told: %s", brief.items[i].text);
}

static void separate_times_are_given_with_their_own_meeting_before(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t id = a_conference_at(fixture, "Okonkwo", "2026-04-13", 600);
	const struct sitting_time times[] = {{1, 600, 40, "mother"}, {2, 645, 45, "father"}};
	struct brief brief;

	MUST(casework_sittings_save(fixture->cw, id,
				    number(fixture, "SELECT version FROM conference WHERE id = %lld", (long long)id),
				    times, 2, f));
	brief = brief_of(fixture, id);
	stands(&brief, "Risks", "10:00-10:40 mother, meet them at 09:30", "R");
	stands(&brief, "Risks", "10:45-11:30 father, meet them at 10:15", "R");
}

static int64_t owed_report(struct casework_fixture *fixture, int64_t conference, const char *agency, const char *name)
{
	a_professional(fixture, conference, agency, "", name);
	return number(fixture, "SELECT max(id) FROM report");
}

static void reports_are_piled_by_what_there_is_to_do(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t id = a_conference_at(fixture, "Okonkwo", "2026-04-13", 600);
	int64_t mother = an_adult_of(fixture, id, "Ngozi", RELATIONSHIP_MOTHER, ""), school, nurse, police;
	struct brief brief;

	school = owed_report(fixture, id, "Ashfield School", "K. Evans");
	nurse = owed_report(fixture, id, "Health visiting", "N. Rahman");
	owed_report(fixture, id, "GP", "Dr Tran");
	police = owed_report(fixture, id, "Police", "DC Hall");
	number(fixture, "UPDATE report SET received_on = '2026-04-01' WHERE id IN (%lld, %lld)", (long long)school,
	       (long long)nurse);
	number(fixture, "INSERT INTO report_reader VALUES (%lld, %lld, '2026-04-01', NULL)", (long long)school,
	       (long long)mother);
	brief = brief_of(fixture, id);
	stands(&brief, "Reports", "2 of 4 in", "");
	stands(&brief, "Reports", "In: Ashfield School (mother Wed 1 Apr)", "");
	stands(&brief, "Reports", "In, not shared with the family yet: Health visiting", "!");
	stands(&brief, "Reports", "Not in: GP (", "!");
	stands(&brief, "Reports", "Not in: Police (", "!R");
	number(fixture, "UPDATE report SET received_on = '2026-04-01' WHERE id = %lld", (long long)police);
	brief = brief_of(fixture, id);
	stands(&brief, "Reports", "In: Police (never (police))", "R");
	assert_null(brief_says(&brief, "Reports", "Not in: Police"));
}

static void answers_make_the_list_and_the_quorum(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t id = a_conference_at(fixture, "Okonkwo", "2026-04-13", 600);
	int64_t child = put_on(fixture, id, of_person(CAPACITY_CHILD, child_named(fixture, "Chidi")));
	struct brief brief;

	says(fixture, a_professional(fixture, id, "Children's social care", "social care", "T. Campbell"), REPLY_COMING,
	     "");
	says(fixture, a_professional(fixture, id, "Ashfield School", "education", "K. Evans"), REPLY_DEPUTY, "L. Wood");
	says(fixture, a_professional(fixture, id, "GP", "health", "Dr Tran"), REPLY_DECLINED, "");
	tell(fixture, a_professional(fixture, id, "Housing", "", "A. Cole"));
	brief = brief_of(fixture, id);
	stands(&brief, "Who is coming", "Coming: T. Campbell, Children's social care", "");
	stands(&brief, "Who is coming", "Deputy: K. Evans, Ashfield School sends L. Wood", "");
	stands(&brief, "Who is coming", "Not coming: Dr Tran, GP", "");
	stands(&brief, "Who is coming", "No answer: A. Cole, Housing", "!");
	stands(&brief, "Who is coming", "To decide whether to invite: Chidi Okonkwo", "!");
	stands(&brief, "Quorum", "social care + Ashfield School: needs one more agency", "!");
	number(fixture, "UPDATE invitee SET chair_invites = 'no', other_way = 'a letter, read out' WHERE id = %lld",
	       (long long)child);
	number(fixture, "UPDATE invitee SET reply = 'coming' WHERE reply = 'declined'");
	brief = brief_of(fixture, id);
	stands(&brief, "Who is coming", "Not coming: Chidi Okonkwo (views: a letter, read out)", "");
	stands(&brief, "Quorum", "social care + ", "");
}

static void a_plan_tells_its_days_category_and_those_before(void **state)
{
	struct casework_fixture *fixture = *state;
	const struct child_row on_a_plan = {
		.la_child_id = "ZQX98", .born_on = "2018-02-03", .plan_on = "2026-01-15", .reviews = {NULL}};
	struct brief brief;
	int64_t id;

	assert_int_equal(take_row(fixture, &on_a_plan), INTAKE_ADDED);
	MUST(casework_review_request(fixture->cw, number(fixture, "SELECT id FROM plan"), &fixture->mem, &id, f));
	number(fixture, "UPDATE plan SET category_initial = 'PHY', category_latest = 'NEG', previous_plans = 1");
	brief = brief_of(fixture, id);
	stands(&brief, "When", "Review conference, no day yet", "!");
	stands(&brief, "So far", "plan since 15 Jan 2026, Neglect (first Physical abuse); one before", "");
	number(fixture, "UPDATE plan SET ended_on = '2026-03-01'");
	brief = brief_of(fixture, id);
	stands(&brief, "So far", "no plan now; 2 before, the last until 1 Mar 2026", "");
}

static void a_late_one_says_so_and_why(void **state)
{
	struct casework_fixture *fixture = *state;
	struct brief brief = brief_of(fixture, a_conference_at(fixture, "Okonkwo", "2026-04-27", 600));

	stands(&brief, "Why now", "limit Mon 20 Apr 2026, held after it", "!");
	stands(&brief, "Why now", "Late because: no chair free before (agreed by D. Walker and the chair)", "!R");
}

/* What was typed over several lines is told in one. */
static void several_lines_are_told_in_one(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t id = a_conference_at(fixture, "Okonkwo", "2026-04-27", 600);
	struct brief brief;

	number(fixture,
	       "UPDATE conference SET reason = 'a bruise' || char(10) || 'two falls', late_reason = 'chair ill,' || "
	       "char(10, 10) || 'nobody free', interim_plan = 'visits' || char(10) || 'daily', sittings = 'threats' || "
	       "char(10) || 'were made' WHERE id = %lld",
	       (long long)id);
	brief = brief_of(fixture, id);
	stands(&brief, "Why now", "a bruise two falls", "R");
	stands(&brief, "Why now", "Late because: chair ill, nobody free (agreed by D. Walker and the chair)", "!R");
	stands(&brief, "Why now", "Until then: visits daily", "R");
	stands(&brief, "Risks", "They come at separate times: threats were made", "!R");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(an_empty_conference_says_what_there_is_not),
		TEST(homes_are_told_by_who_lives_there),
		TEST(a_home_that_is_kept_back_is_told_to_nobody_plainly),
		TEST(whoever_is_kept_apart_is_restricted_everywhere),
		TEST(separate_times_are_given_with_their_own_meeting_before),
		TEST(reports_are_piled_by_what_there_is_to_do),
		TEST(answers_make_the_list_and_the_quorum),
		TEST(a_plan_tells_its_days_category_and_those_before),
		TEST(a_late_one_says_so_and_why),
		TEST(several_lines_are_told_in_one),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
