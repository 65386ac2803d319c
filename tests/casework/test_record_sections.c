/* Writing in a record: by version, only while it may be written, and sections of one's own. */
#include "record_steps.h"

static void two_who_write_lose_nothing(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_drafted_day(fixture);
	struct record_page page = record_now(fixture, &d);
	struct record_section mine = *section_called(&page, "decided"), theirs = mine;
	struct casework *other = second_session(fixture, NULL);

	mine.text = "First.";
	theirs.text = "Second.";
	MUST(casework_record_section(fixture->cw, d.id, &mine, f));
	CONFLICTS(casework_record_section(other, d.id, &theirs, f));
	assert_int_equal(theirs.version, 1); /* what was typed stays with its writer */
	theirs.version = mine.version;
	MUST(casework_record_section(other, d.id, &theirs, f));
	assert_string_equal(casework_fixture_text(fixture, "SELECT text FROM record_section WHERE key = 'decided'"),
			    "Second.");
	casework_close(other);
}

static void a_section_keeps_its_heading_and_its_readers(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_drafted_day(fixture);
	struct record_page page = record_now(fixture, &d);
	struct record_section one = *section_called(&page, "restricted.notes");

	one.text = "Shorter.";
	one.is_restricted = false;
	one.heading = "Open to all";
	MUST(casework_record_section(fixture->cw, d.id, &one, f));
	page = record_now(fixture, &d);
	assert_true(section_called(&page, "restricted.notes")->is_restricted);
	assert_string_equal(section_called(&page, "restricted.notes")->heading, "Said among professionals only");
	one.text = "\x01";
	REFUSED(casework_record_section(fixture->cw, d.id, &one, f), "text", "");
	one.id = 9999;
	one.text = "x";
	CONFLICTS(casework_record_section(fixture->cw, d.id, &one, f));
}

static void ones_own_section_has_a_heading_of_its_own(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_drafted_day(fixture);
	struct record_page page;
	const struct record_section *last;

	REFUSED(casework_record_section_add(fixture->cw, d.id, &(struct record_section){.heading = "  "}, f), "heading",
		"Say what");
	MUST(casework_record_section_add(fixture->cw, d.id, &(struct record_section){.heading = "Housing"}, f));
	REFUSED(casework_record_section_add(fixture->cw, d.id,
					    &(struct record_section){.heading = "housing", .is_restricted = true}, f),
		"heading", "already");
	MUST(casework_record_section_add(
		fixture->cw, d.id, &(struct record_section){.heading = "Told by the landlord", .is_restricted = true},
		f));
	MUST(casework_record_draft(fixture->cw, d.id, f));
	page = record_now(fixture, &d);
	last = &page.sections.items[page.sections.count - 1];
	assert_string_equal(last->heading, "Told by the landlord");
	assert_true(last->is_restricted);
	assert_false(section_called(&page, "own.1")->is_restricted);
}

/* Empty lines part paragraphs: they are not tidied away. */
static void paragraphs_stay_apart(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_drafted_day(fixture);
	struct record_page page = record_now(fixture, &d);
	struct record_section one = *section_called(&page, "decided");

	one.text = "First.\n\nSecond.\n- an item\n";
	MUST(casework_record_section(fixture->cw, d.id, &one, f));
	assert_string_equal(casework_fixture_text(fixture, "SELECT text FROM record_section WHERE key = 'decided'"),
			    "First.\n\nSecond.\n- an item");
}

/* What the chair reads does not change under them. */
static void while_the_chair_has_it_nobody_else_writes(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_day_with_the_chair(fixture);
	struct record_page page = record_now(fixture, &d);
	struct record_section one = *section_called(&page, "decided");

	one.text = "By the chair.";
	MUST(casework_record_section(fixture->cw, d.id, &one, f));
	casework_fixture_reopen(fixture, FIXTURE_TODAY);
	REFUSED(casework_record_section(fixture->cw, d.id, &one, f), "", "is with the chair");
	REFUSED(casework_record_section_add(fixture->cw, d.id, &(struct record_section){.heading = "Housing"}, f), "",
		"is with the chair");
	assert_false(record_now(fixture, &d).may_write);
}

/* Of one child, of none, or of all of them; of another conference's child it is refused. */
static void ones_own_section_says_of_whom_it_speaks(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_drafted_day(fixture);
	int64_t child = number(fixture, "SELECT min(person_id) FROM conference_child WHERE conference_id = %lld",
			       (long long)d.id);
	struct record_section added = {.heading = "School", .person_id = child, .is_of_no_child = true};

	MUST(casework_record_section_add(fixture->cw, d.id, &added, f));
	assert_int_equal(number(fixture, "SELECT person_id FROM record_section WHERE heading = 'School'"), child);
	assert_int_equal(number(fixture, "SELECT is_of_no_child FROM record_section WHERE heading = 'School'"), 0);
	added = (struct record_section){.heading = "The house", .is_of_no_child = true};
	MUST(casework_record_section_add(fixture->cw, d.id, &added, f));
	assert_int_equal(number(fixture, "SELECT is_of_no_child FROM record_section WHERE heading = 'The house'"), 1);
	added = (struct record_section){.heading = "Another", .person_id = 999999};
	CONFLICTS(casework_record_section_add(fixture->cw, d.id, &added, f));
}

/* Said anew, as long as the record may be written; what the program drafted has the readers it has. */
static void who_reads_ones_own_section_can_be_said_anew(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_drafted_day(fixture);
	int64_t child = number(fixture, "SELECT min(person_id) FROM conference_child WHERE conference_id = %lld",
			       (long long)d.id);
	struct record_page page;
	struct record_section one, drafted;

	MUST(casework_record_section_add(fixture->cw, d.id, &(struct record_section){.heading = "School"}, f));
	page = record_now(fixture, &d);
	drafted = *section_called(&page, "decided");
	one = *section_called(&page, "own.1");
	one.person_id = child;
	one.heading = "Another heading";
	MUST(casework_record_section_readers(fixture->cw, d.id, &one, f));
	CONFLICTS(casework_record_section_readers(fixture->cw, d.id, &one, f)); /* of before */
	assert_string_equal(
		casework_fixture_text(fixture, "SELECT heading || ' ' || (person_id IS NOT NULL) || is_of_no_child || "
					       "is_restricted FROM record_section WHERE key = 'own.1'"),
		"School 100");
	page = record_now(fixture, &d);
	one = *section_called(&page, "own.1");
	one.is_restricted = one.is_of_no_child = true;
	MUST(casework_record_section_readers(fixture->cw, d.id, &one, f));
	page = record_now(fixture, &d);
	one = page.sections.items[page.sections.count - 1]; /* stands with the restricted ones */
	assert_string_equal(one.key, "own.1");
	assert_true(one.is_restricted && !one.person_id && !one.is_of_no_child);
	one.is_restricted = false;
	one.person_id = 999999;
	CONFLICTS(casework_record_section_readers(fixture->cw, d.id, &one, f));
	REFUSED(casework_record_section_readers(fixture->cw, d.id, &drafted, f), "", "follows from what it is about");
	assert_int_equal(casework_fixture_audited(fixture, "record.section_readers"), 2);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(two_who_write_lose_nothing),
		TEST(a_section_keeps_its_heading_and_its_readers),
		TEST(ones_own_section_has_a_heading_of_its_own),
		TEST(ones_own_section_says_of_whom_it_speaks),
		TEST(who_reads_ones_own_section_can_be_said_anew),
		TEST(paragraphs_stay_apart),
		TEST(while_the_chair_has_it_nobody_else_writes),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
