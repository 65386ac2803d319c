/* Drafting a record: what it is made of, what no copy for the family may hold, and that nobody's words are lost. */
#include "letter_facts.h"
#include "record_steps.h"
#include "store/conference_store.h"

static const char *text_of(const struct record_page *page, const char *key)
{
	const struct record_section *one = section_called(page, key);

	if (!one)
		fail_msg("no section %s", key);
	return one ? one->text : "";
}

static void every_section_says_what_was_entered(void **state)
{
	static const struct {
		const char *key, *words;
	} rows[] = {
		{"about", "Initial conference, Wednesday 1 April 2026"},
		{"about", "Ada Okonkwo, 6"},
		{"people", "In the room:\n- Amelia Okonkwo, mother"},
		{"people", "- DC Shaw, Northgate Police"},
		{"purpose", "whether each child is likely to suffer significant harm"},
		{"reports", "Station Primary School · K. Evans: no report was asked for."},
		{"restricted.reports", "Northgate Police"},
		{"children_said", "Ada Okonkwo: did not come, an advocate or the chair knew the views."},
		{"children_said", "wants to stay with Nana"},
		{"agencies_said",
		 "thinks a plan is needed; category Neglect; safety 3 of 10. In their words: she comes"},
		{"agencies_said", "These are opinions."},
		{"decided", "C. Hair, the chair, decided for each child:"},
		{"decided", "Ada Okonkwo: plan made.\nCategory: Neglect\nReasons: left alone at night"},
		{"decided", "DC Shaw, Northgate Police disagrees with this decision."},
		{"decided", "Chidi Okonkwo: plan made.\nCategory: Emotional abuse"},
		{"decided", "Nobody formally disagreed."},
		{"decided", "Skye Okonkwo: nothing was decided: with her father in Leeds"},
		{"recommendations", "only a court can decide that"},
		{"plan", "What causes the harm: alone at night"},
		{"core_group", "Led by: Emma Evans\n- Sam Oduya, family support"},
		{"dates", "Visits to the children: every ten days"},
		{"rights", "may complain"},
		{"restricted.notes", "An enquiry by the police is going on."},
		{"restricted.agencies_said", "called to the address by an informant"},
		{"restricted.dissent", "about Ada Okonkwo: the informant says it is worse"},
		{"restricted.homes", "Ada Okonkwo, child, born 4 May 2019"},
	};
	struct casework_fixture *fixture = *state;
	struct live_day d = a_drafted_day(fixture);
	struct record_page page = record_now(fixture, &d);

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (!strstr(text_of(&page, rows[i].key), rows[i].words))
			fail_msg("%s does not say \"%s\" but:\n%s", rows[i].key, rows[i].words,
				 text_of(&page, rows[i].key));
	assert_int_equal(page.record.edition, 1);
	assert_int_equal(page.record.state, RECORD_DRAFTING);
	assert_string_equal(casework_fixture_text(fixture, "SELECT state FROM conference"), "record_drafted");
}

static void what_is_not_for_the_family_stands_in_restricted_sections_alone(void **state)
{
	static const char *const kept[] = {"informant", "enquiry by the police is going on", "born 4 May 2019",
					   "Northgate Police · DC Shaw", "Found alone"};
	struct casework_fixture *fixture = *state;
	struct live_day d = a_held_day(fixture);
	struct record_page page;

	number(fixture, "UPDATE conference SET reason = 'Found alone' WHERE id = %lld", (long long)d.id);
	MUST(casework_record_draft(fixture->cw, d.id, f));
	page = record_now(fixture, &d);
	for (size_t k = 0; k < sizeof kept / sizeof *kept; k++) {
		int told = 0;

		for (size_t i = 0; i < page.sections.count; i++) {
			bool says = strstr(page.sections.items[i].text, kept[k]) != NULL;

			told += says;
			if (says && !page.sections.items[i].is_restricted)
				fail_msg("%s says \"%s\"", page.sections.items[i].key, kept[k]);
		}
		if (!told)
			fail_msg("nobody is told \"%s\"", kept[k]);
	}
}

/* Whoever was kept away, why, and who comes with somebody who comes apart. */
static void who_was_kept_apart_is_for_professionals(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_held_day(fixture);
	struct record_page page;

	number(fixture,
	       "UPDATE invitee SET exclusion = 'whole', exclusion_reason = 'disruption', exclusion_decided_by = 'C. "
	       "Hair',"
	       " exclusion_decided_on = '2026-03-30', exclusion_asked_on = '2026-03-27', exclusion_asked_by = 'Emma "
	       "Evans'"
	       " WHERE id = %lld",
	       (long long)d.mother);
	number(fixture, "UPDATE attendance SET state = 'excluded' WHERE invitee_id = %lld", (long long)d.mother);
	MUST(casework_record_draft(fixture->cw, d.id, f));
	page = record_now(fixture, &d);
	assert_non_null(strstr(text_of(&page, "people"), "did not come:\n- Amelia Okonkwo, mother"));
	assert_non_null(strstr(text_of(&page, "restricted.apart"), "was excluded from all of it"));
}

static void redrafting_keeps_what_a_person_wrote(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_drafted_day(fixture);
	struct record_page page = record_now(fixture, &d);
	struct record_section mine = *section_called(&page, "decided");

	mine.text = "The chair decided, in her own words.";
	MUST(casework_record_section(fixture->cw, d.id, &mine, f));
	number(fixture, "UPDATE live_note SET text = 'Nana has moved in.' WHERE is_restricted = 0");
	number(fixture, "DELETE FROM live_note WHERE is_restricted = 1");
	MUST(casework_record_draft(fixture->cw, d.id, f));
	page = record_now(fixture, &d);
	assert_string_equal(text_of(&page, "decided"), "The chair decided, in her own words.");
	assert_int_equal(section_called(&page, "decided")->version, mine.version);
	assert_int_equal(number(fixture, "SELECT count(*) FROM record_section WHERE text = 'Nana has moved in.'"), 1);
	assert_null(section_called(&page, "restricted.notes"));
	assert_int_equal(page.record.edition, 1);
	assert_int_equal(casework_fixture_audited(fixture, "record.draft"), 2);
}

static void it_is_drafted_after_closing_only(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_started_day(fixture);
	struct record_page page;

	REFUSED(casework_record_draft(fixture->cw, d.id, f), "", "From here you can");
	page = record_now(fixture, &d);
	assert_int_equal(page.record.id, 0);
	assert_false(page.may_write);
	assert_int_equal(number(fixture, "SELECT count(*) FROM conference_record"), 0);
}

/* Who comes to one sitting reads the decisions and the plan: not the name of who comes to the other, nor on the paper
 * that is printed for the room. */
static void nobody_kept_apart_is_named_in_the_plan(void **state)
{
	static const char *const keys[] = {"about", "purpose", "decided", "recommendations", "plan", "rights"};
	struct casework_fixture *fixture = *state;
	struct live_day d = a_held_day(fixture);
	struct letter_facts facts;
	struct conference c;
	struct record_page page;

	number(fixture,
	       "INSERT INTO sitting (conference_id, position, starts, minutes, who) VALUES (%lld, 1, 570, 30,"
	       " 'mother'), (%lld, 2, 600, 30, 'father')",
	       (long long)d.id, (long long)d.id);
	number(fixture,
	       "UPDATE invitee SET sitting = 1, name = 'CANARY-WORKER', contact_id = NULL, role = 'key worker'"
	       " WHERE id = %lld",
	       (long long)d.school);
	number(fixture, "UPDATE view SET is_dissent = 1 WHERE invitee_id = %lld", (long long)d.school);
	number(fixture,
	       "INSERT INTO plan_version (family_id, conference_id, number, written_on, by_user)"
	       " VALUES (%lld, %lld, 2, '" FIXTURE_TODAY "', 'x')",
	       (long long)d.family, (long long)d.id);
	number(fixture,
	       "INSERT INTO plan_action (plan_version_id, position, what, who, who_invitee_id)"
	       " SELECT id, 1, 'sees them', 'CANARY-WORKER', %lld FROM plan_version WHERE number = 2",
	       (long long)d.school);
	MUST(casework_record_draft(fixture->cw, d.id, f));
	page = record_now(fixture, &d);
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
		if (section_called(&page, keys[i]) && strstr(text_of(&page, keys[i]), "CANARY"))
			fail_msg("%s: %s", keys[i], text_of(&page, keys[i]));
	assert_non_null(strstr(text_of(&page, "plan"), "sees them, key worker"));
	assert_non_null(strstr(text_of(&page, "decided"), "key worker disagrees"));
	assert_non_null(strstr(text_of(&page, "people"), "CANARY-WORKER"));
	MUST(conference_by_id(fixture->cw->store, d.id, &fixture->mem, &c, f));
	MUST(letter_room_facts_of(fixture->cw, &c, &fixture->mem, &facts, f));
	assert_string_equal(facts.lists[LETTER_LIST_ACTIONS].items[0].fields[LETTER_FIELD_ACTION_WHO], "key worker");
}

/* The format was changed in the settings since: what was typed is in the record all the same. */
static void a_note_without_a_heading_is_not_lost(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_held_day(fixture);
	struct record_page page;

	number(fixture, "UPDATE live_note SET heading = 'gone', text = text || ' CANARY'");
	MUST(casework_record_draft(fixture->cw, d.id, f));
	page = record_now(fixture, &d);
	assert_string_equal(text_of(&page, "note"), "Nana comes every evening. CANARY");
	assert_non_null(strstr(text_of(&page, "restricted.notes"), "going on. CANARY"));
}

/* Somebody who was sent away at the door is kept apart as much as who was excluded before. */
static void who_was_sent_away_stands_in_the_restricted_part(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_held_day(fixture);
	struct record_page page;

	number(fixture, "UPDATE invitee SET other_way = 'CANARY-WAY' WHERE id = %lld", (long long)d.mother);
	number(fixture, "UPDATE attendance SET state = 'excluded', note = 'CANARY-WHY' WHERE invitee_id = %lld",
	       (long long)d.mother);
	MUST(casework_record_draft(fixture->cw, d.id, f));
	page = record_now(fixture, &d);
	for (size_t i = 0; i < page.sections.count; i++)
		if (!page.sections.items[i].is_restricted && strstr(page.sections.items[i].text, "CANARY"))
			fail_msg("%s: %s", page.sections.items[i].key, page.sections.items[i].text);
	assert_non_null(strstr(text_of(&page, "restricted.apart"), "was sent away on the day: CANARY-WHY"));
	assert_non_null(strstr(text_of(&page, "restricted.family_said"), "CANARY-WAY"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(every_section_says_what_was_entered),
		TEST(what_is_not_for_the_family_stands_in_restricted_sections_alone),
		TEST(who_was_kept_apart_is_for_professionals),
		TEST(redrafting_keeps_what_a_person_wrote),
		TEST(it_is_drafted_after_closing_only),
		TEST(nobody_kept_apart_is_named_in_the_plan),
		TEST(a_note_without_a_heading_is_not_lost),
		TEST(who_was_sent_away_stands_in_the_restricted_part),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
