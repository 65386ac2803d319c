/* The record of a core group as letters: to whom, what each may read of it, and what is known of it afterwards. */
#include "carrier_steps.h"
#include "core_group_steps.h"

#include "casework/notices.h"
#include "casework/whose_child.h"

/* Held on its day, with the mother, the worker and the school there; Ada's and everybody's action was spoken of. */
static struct core_group_meeting a_held_meeting(struct casework_fixture *fixture, int64_t family)
{
	struct core_group_meeting one = booked_meeting(fixture, family);
	struct core_group_page page = group_page(fixture, family);
	struct core_group_presence there[12];
	size_t count = 0;

	for (size_t i = 0; i < page.members.count; i++)
		there[count++] = (struct core_group_presence){
			.member_id = page.members.items[i].id, .state = ATTENDANCE_ROOM, .note = ""};
	MUST(casework_core_group_held(fixture->cw, family, &one, there, count, f));
	for (size_t i = 0; i < page.actions.count; i++) {
		struct plan_action action = page.actions.items[i];

		action.state = PLAN_ACTION_PARTLY;
		action.evidence = "The worker saw the lock.";
		action.difference = "Ada sleeps.";
		MUST(casework_core_group_action(fixture->cw, family, one.id, &action, f));
	}
	return one;
}

static void write_notes(struct casework_fixture *fixture, int64_t family, struct core_group_meeting *one,
			const char *notes)
{
	one->notes = notes;
	MUST(casework_core_group_notes(fixture->cw, family, one, f));
}

static struct mailing_item_list records(struct casework_fixture *fixture, int64_t meeting)
{
	struct mailing_item_list list;

	MUST(casework_notice_preview(fixture->cw, NOTICE_CORE_GROUP_RECORD, meeting, &fixture->mem, &list, f));
	return list;
}

static const struct mailing_item *record_to(const struct mailing_item_list *list, const char *who)
{
	for (size_t i = 0; i < list->count; i++)
		if (strstr(list->items[i].who, who))
			return &list->items[i];
	return NULL;
}

static void says(const struct mailing_item *item, const char *words, bool wanted)
{
	assert_non_null(item);
	if ((strstr(item->text, words) != NULL) != wanted)
		fail_msg("%s \"%s\" in:\n%s", wanted ? "no" : "there is", words, item->text);
}

static void members_get_it_in_one_act(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t family = a_family_on_plan(fixture, "2026-04-09");
	struct core_group_meeting one = booked_meeting(fixture, family);
	struct mailing_item_list list;
	size_t written;

	REFUSED(casework_notice_preview(fixture->cw, NOTICE_CORE_GROUP_RECORD, one.id, &fixture->mem, &list, f), "",
		"only one that was held");
	one = a_held_meeting(fixture, family);
	write_notes(fixture, family, &one, "The children sleep through the night.");
	list = records(fixture, one.id);
	assert_true(list.count >= 3);
	assert_non_null(record_to(&list, "Amelia Okonkwo"));
	says(record_to(&list, "Chidi Okonkwo"), "sleep through", false); /* a child reads of what is done for him */
	for (size_t i = 0; i < list.count; i++) {
		if (strstr(list.items[i].who, "Chidi"))
			continue;
		says(&list.items[i], "The children sleep through the night.", true);
		says(&list.items[i], "Emma Evans", true);
		says(&list.items[i], "in the room", true);
		says(&list.items[i], "partly done", true);
		says(&list.items[i], "Ada sleeps.", true);
	}
	MUST(casework_notice_send(fixture->cw, NOTICE_CORE_GROUP_RECORD, one.id, NULL, 0, &written, f));
	assert_true(written > 0);
	assert_int_equal(records(fixture, one.id).count, list.count - written);
}

/* What is said of a meeting that nobody wrote anything of would be an empty letter. */
static void nothing_written_is_nothing_to_send(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t family = a_family_on_plan(fixture, "2026-04-09");
	struct core_group_meeting one = booked_meeting(fixture, family);
	struct mailing_item_list list;

	MUST(casework_core_group_held(fixture->cw, family, &one, NULL, 0, f));
	REFUSED(casework_notice_preview(fixture->cw, NOTICE_CORE_GROUP_RECORD, one.id, &fixture->mem, &list, f), "",
		"Nothing is written down");
}

static void what_went_is_known_and_closes_the_notes(void **state)
{
	struct casework_fixture *fixture = *state;
	struct core_group_meeting one, again;
	struct core_group_page page;
	int64_t family;
	size_t written;

	configured(fixture, "/bin/cat", "");
	family = a_family_on_plan(fixture, "2026-04-09");
	number(fixture,
	       "UPDATE person SET email = 'amelia@example.org', reached_by = 'email' WHERE given_names = 'Amelia'");
	one = a_held_meeting(fixture, family);
	write_notes(fixture, family, &one, "All is well.");
	MUST(casework_notice_send(fixture->cw, NOTICE_CORE_GROUP_RECORD, one.id, NULL, 0, &written, f));
	page = group_page(fixture, family);
	assert_int_equal(page.sent.count, written);
	assert_int_equal(page.sent.items[0].sent_on, DAY_NONE);
	assert_non_null(strstr(page.sent.items[0].how, "waits to be sent"));
	assert_true(sent(fixture).sent > 0);
	page = group_page(fixture, family);
	for (size_t i = 0; i < page.sent.count; i++)
		if (strcmp(page.sent.items[i].who, "Amelia Okonkwo") == 0) {
			assert_true(page.sent.items[i].sent_on != DAY_NONE);
			assert_string_equal(page.sent.items[i].how, "letter by e-mail");
		}
	one.notes = "All is very well.";
	REFUSED(casework_core_group_notes(fixture->cw, family, &one, f), "", "its notes stay");
	REFUSED(casework_core_group_undo(fixture->cw, family, one.id, one.version, "another day", &again, f), "",
		"what it says stays");
}

/* A waiting letter that says what was written before does not leave; the next one says what holds. */
static void one_that_waits_is_held_when_the_notes_change(void **state)
{
	struct casework_fixture *fixture = *state;
	struct core_group_meeting one;
	struct mailing_item_list list;
	int64_t family;
	size_t written;

	configured(fixture, "/bin/cat", "");
	family = a_family_on_plan(fixture, "2026-04-09");
	number(fixture,
	       "UPDATE person SET email = 'amelia@example.org', reached_by = 'email' WHERE given_names = 'Amelia'");
	one = a_held_meeting(fixture, family);
	write_notes(fixture, family, &one, "All is well.");
	MUST(casework_notice_send(fixture->cw, NOTICE_CORE_GROUP_RECORD, one.id, NULL, 0, &written, f));
	write_notes(fixture, family, &one, "All is not well.");
	assert_int_equal(sent(fixture).sent, 0);
	assert_int_equal(group_page(fixture, family).sent.count, 1); /* Chidi's has none of the notes, and is brought */
	list = records(fixture, one.id);
	says(record_to(&list, "Amelia Okonkwo"), "All is not well.", true);
}

/* The mother is kept from Chidi's home: of the meeting she has what is done for the children, and no more. */
static void whoever_is_apart_reads_no_more_than_the_actions(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t family = a_family_on_plan(fixture, "2026-04-09");
	struct core_group_meeting one = a_held_meeting(fixture, family);
	struct mailing_item_list list;

	write_notes(fixture, family, &one, "Chidi said where he goes to school.");
	number(fixture, "DELETE FROM address WHERE person_id = (SELECT id FROM person WHERE given_names = 'Chidi')");
	number(fixture, "INSERT INTO address (person_id, lines, postcode, from_on, confidential_from) SELECT id,"
			" '9 Larch Way', 'ZZ9 9ZZ', '2026-01-01', 'mother' FROM person WHERE given_names = 'Chidi'");
	list = records(fixture, one.id);
	says(record_to(&list, "Amelia Okonkwo"), "where he goes to school", false);
	says(record_to(&list, "Amelia Okonkwo"), "Emma Evans", false);
	says(record_to(&list, "Amelia Okonkwo"), "partly done", true);
	says(record_to(&list, "Emma Evans"), "where he goes to school", true);
	says(record_to(&list, "Emma Evans"), "Amelia Okonkwo", true);
}

/* A father of one of them, asked to the conference and not of the group: he reads what is said of his own alone. */
static void a_parent_who_was_asked_to_the_conference_gets_it(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t family = a_family_on_plan(fixture, "2026-04-09");
	int64_t emeka = an_adult(fixture, family, "Emeka", "Obi", RELATIONSHIP_FATHER, ANSWER_YES, "");
	int64_t conference = number(fixture, "SELECT min(id) FROM conference"), version = 0;
	struct parent_of_list said = {0};
	struct core_group_meeting one = a_held_meeting(fixture, family);
	struct mailing_item_list list;
	struct whose_child whose;

	write_notes(fixture, family, &one, "The children play. Chidi goes to his club.");
	list = records(fixture, one.id);
	assert_null(record_to(&list, "Emeka Obi")); /* he was not asked */
	number(fixture,
	       "INSERT INTO invitee (conference_id, person_id, capacity, method) VALUES (%lld, %lld, 'family',"
	       " 'in_person')",
	       (long long)conference, (long long)emeka);
	list = records(fixture, one.id);
	says(record_to(&list, "Emeka Obi"), "The children play.", true);
	says(record_to(&list, "Emeka Obi"), "It holds only", false);
	MUST(casework_whose_child(fixture->cw, family, &fixture->mem, &whose, f));
	said = (struct parent_of_list){
		&(struct parent_of){.adult_id = emeka,
				    .child_id = number(fixture, "SELECT id FROM person WHERE given_names = 'Ada'"),
				    .is_theirs = true},
		1, 0};
	version = whose.family.version;
	MUST(casework_whose_child_save(fixture->cw, family, version, &said, &version, f));
	list = records(fixture, one.id);
	says(record_to(&list, "Emeka Obi"), "The children play", false);
	says(record_to(&list, "Emeka Obi"), "It holds only what concerns Ada:", true); /* he is told why it is short */
	says(record_to(&list, "Amelia Okonkwo"), "It holds only", false);
	number(fixture, "UPDATE invitee SET exclusion = 'whole' WHERE person_id = %lld", (long long)emeka);
	list = records(fixture, one.id);
	assert_null(record_to(&list, "Emeka Obi"));
}

static const char *tried(struct casework_fixture *fixture, const char *template, const char *reference)
{
	struct letter_tried out;

	MUST(casework_letter_try(fixture->cw, template, reference, "Amelia", false, &fixture->mem, &out, f));
	return out.text;
}

/* A meeting has no reference of its own: its family's, a plan's and the conference's lead to it. */
static void the_command_line_finds_it(void **state)
{
	static const char *const references[] = {"F-0001", "P-0001", "P-0002", "C-0001", "f-0001"};
	struct casework_fixture *fixture = *state;
	int64_t family = a_family_on_plan(fixture, "2026-04-09");
	struct core_group_meeting one = core_group_meeting_blank();
	struct letter_tried out;

	for (size_t i = 0; i < sizeof references / sizeof *references; i++)
		assert_non_null(strstr(tried(fixture, "core-group", references[i]), "Thursday 9 April 2026"));
	REFUSED(casework_letter_try(fixture->cw, "core-group-record", "F-0001", "", false, &fixture->mem, &out, f), "",
		"No core group of F-0001 was held yet");
	one = a_held_meeting(fixture, family);
	write_notes(fixture, family, &one, "All is well.");
	for (size_t i = 0; i < sizeof references / sizeof *references; i++)
		assert_non_null(strstr(tried(fixture, "core-group-record", references[i]), "All is well."));
	REFUSED(casework_letter_try(fixture->cw, "core-group", "P-0001", "", false, &fixture->mem, &out, f), "",
		"No core group of P-0001 is booked");
	REFUSED(casework_letter_try(fixture->cw, "core-group-record", "K-0001", "", false, &fixture->mem, &out, f),
		"reference", "Give a family's, a plan's or a conference's, such as FAM-0012.");
	REFUSED(casework_letter_try(fixture->cw, "escalation", "F-0001", "", false, &fixture->mem, &out, f),
		"reference", "Give an escalation's, such as A-0012.");
	number(fixture, "UPDATE family SET is_restricted = 1 WHERE id = %lld", (long long)family);
	number(fixture, "DELETE FROM family_named");
	REFUSED(casework_letter_try(fixture->cw, "core-group-record", "F-0001", "", false, &fixture->mem, &out, f), "",
		"F-0001 is restricted: ask");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, casework_fixture_setup, casework_fixture_teardown)
	const struct CMUnitTest tests[] = {
		TEST(members_get_it_in_one_act),
		TEST(nothing_written_is_nothing_to_send),
		TEST(what_went_is_known_and_closes_the_notes),
		TEST(one_that_waits_is_held_when_the_notes_change),
		TEST(whoever_is_apart_reads_no_more_than_the_actions),
		TEST(a_parent_who_was_asked_to_the_conference_gets_it),
		TEST(the_command_line_finds_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
