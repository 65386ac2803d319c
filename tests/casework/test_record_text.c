/* What each copy of a record says, and who gets none. */
#include "casework/whose_child.h"
#include "record_steps.h"

#include "base/text.h"

static const char *copy_for(struct casework_fixture *fixture, const struct live_day *d, int64_t invitee)
{
	const char *text;

	MUST(casework_record_text(fixture->cw, d->id, invitee, &fixture->mem, &text, f));
	return text;
}

static const struct record_copy *copy_of(const struct record_page *page, int64_t invitee)
{
	for (size_t i = 0; i < page->copies.count; i++)
		if (page->copies.items[i].invitee_id == invitee)
			return &page->copies.items[i];
	fail_msg("no copy for the invitation %lld", (long long)invitee);
	return NULL;
}

static void a_parents_copy_leaves_the_restricted_part_out(void **state)
{
	static const char *const kept[] = {"RESTRICTED", "informant", "enquiry by the police", "4 May 2019",
					   "Corrections asked"};
	struct casework_fixture *fixture = *state;
	struct live_day d = an_approved_day(fixture);
	const char *whole, *colleague, *parent;

	MUST(casework_record_correction_ask(fixture->cw, d.id, "K. Evans", date_from_iso(FIXTURE_TODAY),
					    "I came at ten.", f));
	whole = copy_for(fixture, &d, 0);
	colleague = copy_for(fixture, &d, d.school);
	parent = copy_for(fixture, &d, d.mother);
	for (size_t i = 0; i < sizeof kept / sizeof *kept; i++) {
		assert_non_null(strstr(whole, kept[i]));
		assert_null(strstr(parent, kept[i]));
	}
	assert_non_null(strstr(colleague, "RESTRICTED: FOR PROFESSIONALS ONLY"));
	assert_non_null(strstr(parent, "Copy for Amelia Okonkwo, mother: without restricted parts"));
	assert_non_null(strstr(parent, "Approved by chair on Wednesday 1 April 2026"));
	assert_non_null(strstr(parent, "What was decided, and why\n-------------------------"));
	assert_int_equal(casework_fixture_audited(fixture, "record.read"), 3);
}

/* She is the mother of Ada alone: her copy reads on its own, and of her half-brother there is not a word. */
static void a_copy_tells_of_the_readers_own_children_alone(void **state)
{
	static const char *const own[] = {"What was decided, and why: Ada Okonkwo",
					  "left alone at night",
					  "wants to stay with Nana",
					  "In the room",
					  "If you disagree",
					  "safety 3 of 10",
					  "only a court can"};
	static const char *const kept[] = {"Chidi", "Skye", "Emotional", "in Leeds", "What causes the harm"};
	struct casework_fixture *fixture = *state;
	struct live_day d = a_held_day(fixture);
	struct parent_of rows[] = {{.child_id = d.ada, .is_theirs = true}, {.child_id = d.chidi}};
	const struct parent_of_list said = {rows, 2, 0};
	const char *whole, *parent;
	struct record_page page;
	int64_t version;

	rows[0].adult_id = rows[1].adult_id = number(fixture, "SELECT person_id FROM invitee WHERE id = %lld",
						     (long long)d.mother);
	version = number(fixture, "SELECT version FROM family WHERE id = %lld", (long long)d.family);
	MUST(casework_whose_child_save(fixture->cw, d.family, version, &said, &version, f));
	MUST(casework_record_draft(fixture->cw, d.id, f));
	whole = copy_for(fixture, &d, 0);
	parent = copy_for(fixture, &d, d.mother);
	page = record_now(fixture, &d);
	assert_string_equal(copy_of(&page, d.mother)->kind, "without restricted parts, of their own children");
	for (size_t i = 0; i < sizeof own / sizeof *own; i++)
		if (!strstr(parent, own[i]))
			fail_msg("her copy does not say \"%s\":\n%s", own[i], parent);
	for (size_t i = 0; i < sizeof kept / sizeof *kept; i++) {
		assert_non_null(strstr(whole, kept[i]));
		if (strstr(parent, kept[i]))
			fail_msg("her copy says \"%s\":\n%s", kept[i], parent);
	}
}

static void no_line_is_wider_than_a_letter(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_drafted_day(fixture);
	const char *text = copy_for(fixture, &d, 0);

	assert_non_null(strstr(text, "DRAFT, NOT APPROVED"));
	for (const char *at = text; *at; at += strcspn(at, "\n") + (at[strcspn(at, "\n")] == '\n'))
		if (text_width_n(at, strcspn(at, "\n")) > 78)
			fail_msg("too wide: %.*s", (int)strcspn(at, "\n"), at);
}

static void who_gets_which_copy(void **state)
{
	static const struct {
		const char *why, *set, *kind;
	} rows[] = {
		{"a mother", "", "without restricted parts"},
		{"excluded from all of it", "exclusion = 'whole'", "none: excluded from all of it"},
		{"that is still asked", "exclusion = 'asked'", "none: exclusion not decided"},
		{"excluded from a part", "exclusion = 'part'", "decisions and plan only: was there for a part"},
		{"she comes apart", "sitting = 1", "without restricted parts"},
		{"somebody who comes for her", "person_id = NULL, capacity = 'solicitor', name = 'R. Shah'",
		 "none: came for somebody else"},
		{"her interpreter", "person_id = NULL, capacity = 'interpreter', name = 'J. Nowak'",
		 "none: not of the family"},
		{"a child", "capacity = 'child'", "none: told in a letter of their own"},
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct casework_fixture *fixture;
		struct record_page page;
		struct live_day d;
		void *own = NULL;

		casework_fixture_setup(&own);
		fixture = own;
		d = a_drafted_day(fixture);
		if (*rows[i].set)
			number(fixture, "UPDATE invitee SET %s WHERE id = %lld", rows[i].set, (long long)d.mother);
		page = record_now(fixture, &d);
		assert_string_equal(copy_of(&page, d.mother)->kind, rows[i].kind);
		assert_true(copy_of(&page, d.nurse)->is_whole);
		if (copy_of(&page, d.mother)->is_none) {
			const char *text;

			REFUSED(casework_record_text(fixture->cw, d.id, d.mother, &fixture->mem, &text, f), "",
				"gets no copy");
		}
		casework_fixture_teardown(&own);
	}
	(void)state;
}

/* Whoever was there for a part reads what was decided, and not what was said while they were out. */
static void somebody_of_a_part_reads_what_was_decided(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_drafted_day(fixture);
	const char *text;

	number(fixture, "UPDATE invitee SET exclusion = 'part' WHERE id = %lld", (long long)d.mother);
	text = copy_for(fixture, &d, d.mother);
	assert_non_null(strstr(text, "What was decided, and why"));
	assert_non_null(strstr(text, "If you disagree"));
	assert_null(strstr(text, "What each agency thinks"));
	assert_null(strstr(text, "Nana comes every evening"));
	assert_null(strstr(text, "RESTRICTED"));
}

/* The minute-taker typed where the mother lives, which is kept from the father: the copy on the screen says no more
 * than the one that is sent, and neither tells when and where the core group meets to who is not in it. */
static void a_copy_says_no_more_than_what_is_sent(void **state)
{
	struct casework_fixture *fixture = *state;
	struct live_day d = a_drafted_day(fixture);
	const int64_t readers[] = {d.mother, d.school};
	struct record_page page = record_now(fixture, &d);
	const struct record_section *decided = section_called(&page, "decided");

	number(fixture,
	       "INSERT INTO address (person_id, lines, postcode, confidential_from)"
	       " SELECT person_id, 'Flat 3, 7 Rose Row\nManor Park', 'E12 5PQ', 'father' FROM invitee WHERE id = %lld",
	       (long long)d.mother);
	number(fixture,
	       "UPDATE record_section SET text = 'They moved. Visits are at 7 Rose Row now.', heading = 'By E12 5PQ'"
	       " WHERE id = %lld",
	       (long long)decided->id);
	number(fixture, "UPDATE record_section SET text = 'CANARY-CORE' WHERE key = 'core_group'");
	for (size_t i = 0; i < sizeof readers / sizeof *readers; i++) {
		const char *text = copy_for(fixture, &d, readers[i]);

		assert_non_null(strstr(text, "They moved."));
		assert_null(strstr(text, "Rose Row"));
		assert_null(strstr(text, "E12 5PQ"));
		assert_int_equal(strstr(text, "CANARY-CORE") != NULL, readers[i] == d.school);
	}
	assert_non_null(strstr(copy_for(fixture, &d, 0), "7 Rose Row"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_parents_copy_leaves_the_restricted_part_out),
		TEST(a_copy_tells_of_the_readers_own_children_alone),
		TEST(no_line_is_wider_than_a_letter),
		cmocka_unit_test(who_gets_which_copy),
		TEST(somebody_of_a_part_reads_what_was_decided),
		TEST(a_copy_says_no_more_than_what_is_sent),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
