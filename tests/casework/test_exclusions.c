/* Asking that somebody stay away: who may decide it, what is asked, what the list says meanwhile. */
#include "invite_steps.h"

static struct exclusion_request a_reason(void)
{
	return (struct exclusion_request){.reason = EXCLUSION_REASON_DISRUPTION,
					  .is_whole = true,
					  .asked_by = "Emma Evans",
					  .asked_on = date_from_iso(FIXTURE_TODAY)};
}

static struct exclusion_decision a_decision(enum exclusion decision)
{
	return (struct exclusion_decision){.decision = decision,
					   .reason = EXCLUSION_REASON_DISRUPTION,
					   .part = "the police's information",
					   .words = exclusion_words_for(EXCLUSION_REASON_DISRUPTION),
					   .other_way = "by letter, or to the chair by telephone before",
					   .decided_by = "Siân Pritchard",
					   .decided_on = date_from_iso(FIXTURE_TODAY)};
}

static int64_t a_father(struct casework_fixture *fixture, int64_t *conference)
{
	int64_t family;

	*conference = a_booked_conference(fixture, "Okonkwo");
	family = family_of(fixture, *conference);
	return put_on(fixture, *conference,
		      of_person(CAPACITY_FAMILY,
				an_adult(fixture, family, "Emeka", "Okonkwo", RELATIONSHIP_FATHER, ANSWER_YES, "")));
}

static void asking_needs_a_reason_a_part_and_a_name(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t id, father = a_father(fixture, &id);
	struct exclusion_request request = a_reason();
	const struct {
		const char *why, *field, *words;
		enum exclusion_reason reason;
		bool is_whole;
		const char *part, *asked_by, *asked_on;
	} rows[] = {
		{"no reason", "reason", "Choose the reason", EXCLUSION_REASON_NONE, true, "", "Ed", "2026-04-01"},
		{"a part, not which", "part", "which part Emeka", EXCLUSION_REASON_WELFARE, false, " ", "Ed",
		 "2026-04-01"},
		{"nobody asks", "asked_by", "Name who asks", EXCLUSION_REASON_WELFARE, true, "", "", "2026-04-01"},
		{"no day", "asked_on", "Enter the day", EXCLUSION_REASON_WELFARE, true, "", "Ed", ""},
		{"tomorrow", "asked_on", "in the future", EXCLUSION_REASON_WELFARE, true, "", "Ed", "2026-04-02"},
		{"a screen control", "part", "control characters", EXCLUSION_REASON_WELFARE, false, "\x1b[2J", "Ed",
		 "2026-04-01"},
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const struct exclusion_request one = {rows[i].reason, rows[i].is_whole, rows[i].part, rows[i].asked_by,
						      date_from_iso(rows[i].asked_on)};

		REFUSED(casework_exclusion_ask(fixture->cw, father, 1, &one, f), rows[i].field, rows[i].words);
	}
	REFUSED(casework_exclusion_ask(fixture->cw, father, 5, &request, f), "", "Another person changed");
	MUST(casework_exclusion_ask(fixture->cw, father, 1, &request, f));
	REFUSED(casework_exclusion_ask(fixture->cw, father, 2, &request, f), "", "asked already");
	assert_int_equal(casework_fixture_audited(fixture, "exclusion.ask"), 1);
}

static void until_it_is_decided_no_invitation_goes(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t id, father = a_father(fixture, &id);
	struct exclusion_request request = a_reason();
	struct invitees_page page;

	MUST(casework_exclusion_ask(fixture->cw, father, 1, &request, f));
	page = list_of(fixture, id);
	assert_string_equal(line_of(&page, father)->problem, "exclusion not decided");
	assert_string_equal(line_of(&page, father)->standing, "exclusion to decide · no address");
	assert_string_equal(page.summary, "0 of 1 invited · 1 exclusion to decide");
}

/* Taken all the same: a danger is not less for being seen late. */
static void a_late_request_is_taken_and_said_to_be_late(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t id, father = a_father(fixture, &id);
	struct exclusion_request request = a_reason();
	day_number held = list_of(fixture, id).conference.held_on;
	struct invitees_page page;
	char today[DATE_TEXT_ROOM];

	casework_fixture_reopen(fixture, date_to_iso(held, today));
	request.asked_on = held;
	MUST(casework_exclusion_ask(fixture->cw, father, 1, &request, f));
	assert_int_equal(number(fixture, "SELECT count(*) FROM audit WHERE detail LIKE '%%; late'"), 1);
	page = list_of(fixture, id);
	assert_non_null(strstr(line_of(&page, father)->standing, "exclusion to decide, asked late"));
}

static void deciding_asks_for_what_the_letter_says(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t id, father = a_father(fixture, &id);
	struct exclusion_request request = a_reason();
	struct exclusion_decision one = a_decision(EXCLUSION_WHOLE);

	REFUSED(casework_exclusion_decide(fixture->cw, father, 1, &one, f), "", "Nobody has asked");
	MUST(casework_exclusion_ask(fixture->cw, father, 1, &request, f));
	one.decision = EXCLUSION_ASKED;
	REFUSED(casework_exclusion_decide(fixture->cw, father, 2, &one, f), "decision", "Choose whether Emeka");
	one = a_decision(EXCLUSION_PART);
	one.part = "";
	REFUSED(casework_exclusion_decide(fixture->cw, father, 2, &one, f), "part", "which part");
	one = a_decision(EXCLUSION_WHOLE);
	one.words = " ";
	REFUSED(casework_exclusion_decide(fixture->cw, father, 2, &one, f), "words", "may read");
	one = a_decision(EXCLUSION_WHOLE);
	one.other_way = NULL;
	REFUSED(casework_exclusion_decide(fixture->cw, father, 2, &one, f), "other_way", "give their views");
	one = a_decision(EXCLUSION_WHOLE);
	one.decided_on++;
	REFUSED(casework_exclusion_decide(fixture->cw, father, 2, &one, f), "decided_on", "in the future");
	one.decided_on -= 3;
	REFUSED(casework_exclusion_decide(fixture->cw, father, 2, &one, f), "decided_on", "before it was asked");
	one = a_decision(EXCLUSION_WHOLE);
	REFUSED(casework_exclusion_decide(fixture->cw, father, 1, &one, f), "", "Another person changed");
	MUST(casework_exclusion_decide(fixture->cw, father, 2, &one, f));
}

/* Only the chair of the conference excludes: here at their own desk, or through the officer who names them. */
static void the_chair_decides_or_is_named(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t id, father = a_father(fixture, &id);
	struct exclusion_request request = a_reason();
	struct exclusion_decision one = a_decision(EXCLUSION_WHOLE);
	struct fault fault = {0};

	MUST(casework_exclusion_ask(fixture->cw, father, 1, &request, f));
	one.decided_by = "";
	REFUSED(casework_exclusion_decide(fixture->cw, father, 2, &one, f), "decided_by", "Name the chair");
	casework_fixture_open_as(fixture, "chair1", ROLE_BIT(ROLE_CHAIR));
	assert_false(casework_exclusion_decide(fixture->cw, father, 2, &one, &fault)); /* of another's conference */
	assert_int_equal(fault.code, FAULT_NOT_ALLOWED);
	number(fixture,
	       "UPDATE resource SET login = 'chair1' WHERE id = (SELECT chair_id FROM conference WHERE id ="
	       " %lld)",
	       (long long)id);
	MUST(casework_exclusion_decide(fixture->cw, father, 2, &one, f));
	assert_string_equal(casework_fixture_text(fixture, "SELECT exclusion_decided_by FROM invitee"), "chair1");
	assert_int_equal(casework_fixture_audited(fixture, "exclusion.decide"), 1);
}

/* For as short a part as will do: what was decided can be made less, and be ended. */
static void a_decision_can_be_made_less_and_ended(void **state)
{
	static const struct {
		enum exclusion decision;
		const char *standing, *problem;
	} rows[] = {
		{EXCLUSION_WHOLE, "excluded: whole", "excluded from all of it"},
		{EXCLUSION_PART, "excluded: the police's information · not invited", ""},
		{EXCLUSION_REFUSED, "not invited", ""},
	};
	struct casework_fixture *fixture = *state;
	int64_t id, father = a_father(fixture, &id);
	struct exclusion_request request = a_reason();
	const struct invitee_answer coming = {.reply = REPLY_COMING, .on = date_from_iso(FIXTURE_TODAY)};
	struct invitee_line line;
	struct invitees_page page;
	int version = 2;

	number(fixture, "UPDATE invitee SET phone = '020 7946 0000'");
	MUST(casework_exclusion_ask(fixture->cw, father, 1, &request, f));
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct exclusion_decision one = a_decision(rows[i].decision);

		MUST(casework_exclusion_decide(fixture->cw, father, version++, &one, f));
		page = list_of(fixture, id);
		line = *line_of(&page, father);
		assert_string_equal(line.standing, rows[i].standing);
		assert_string_equal(line.problem, rows[i].problem);
		if (rows[i].decision == EXCLUSION_WHOLE)
			REFUSED(casework_invitee_answer(fixture->cw, father, version, &coming, f), "reply",
				"excluded from all of it");
	}
	assert_string_equal(line.invitee.exclusion_words, "");
	REFUSED(casework_exclusion_end(fixture->cw, father, version, "they agreed", f), "", "is not excluded");
	MUST(casework_exclusion_ask(fixture->cw, father, version, &request, f));
	REFUSED(casework_exclusion_end(fixture->cw, father, version + 1, "", f), "why", "Say why Emeka");
	MUST(casework_exclusion_end(fixture->cw, father, version + 1, "they agreed", f));
	assert_int_equal(number(fixture, "SELECT count(*) FROM invitee WHERE exclusion = 'none' AND exclusion_asked_on"
					 " IS NULL AND exclusion_asked_by = ''"),
			 1);
	assert_int_equal(number(fixture, "SELECT count(*) FROM audit WHERE detail LIKE '%%: they agreed'"), 1);
}

/* What a reader is told must stand in their letter: there for every reason, different, and naming nobody. */
static void every_reason_has_words_for_its_reader(void **state)
{
	for (int i = EXCLUSION_REASON_NONE + 1; i < EXCLUSION_REASON_COUNT; i++) {
		const char *words = exclusion_words_for((enum exclusion_reason)i);

		assert_true(strlen(words) > 20 && words[strlen(words) - 1] == '.');
		for (int k = EXCLUSION_REASON_NONE; k < i; k++)
			assert_string_not_equal(words, exclusion_words_for((enum exclusion_reason)k));
	}
	assert_string_equal(exclusion_words_for(EXCLUSION_REASON_NONE), "");
	(void)state;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(asking_needs_a_reason_a_part_and_a_name),
		TEST(until_it_is_decided_no_invitation_goes),
		TEST(a_late_request_is_taken_and_said_to_be_late),
		TEST(deciding_asks_for_what_the_letter_says),
		TEST(the_chair_decides_or_is_named),
		TEST(a_decision_can_be_made_less_and_ended),
		cmocka_unit_test(every_reason_has_words_for_its_reader),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
