/* The audit log as an auditor reads it: by person, record, kind and day; without a name of those who may not be seen.
 */
#include "casework/audit_trail.h"

#include "booking_steps.h"
#include "casework/pages.h"
#include "casework/people.h"
#include "intake_rows.h"
#include "work.h"

#define EVERYTHING ((struct audit_filter){.kind = -1, .from = DAY_NONE, .to = DAY_NONE})

static struct audit_line_list read_log(struct casework_fixture *fixture, const struct audit_filter *filter)
{
	struct audit_line_list lines;
	bool more;

	MUST(casework_audit_trail(fixture->cw, filter, NULL, 100, &fixture->mem, &lines, &more, f));
	return lines;
}

static const struct audit_line *line_of(const struct audit_line_list *lines, const char *action)
{
	for (size_t i = 0; i < lines->count; i++)
		if (strcmp(lines->items[i].action, action) == 0)
			return &lines->items[i];
	fail_msg("no row of %s", action);
	return NULL;
}

/* A family whose names are in the words of several rows. */
static int64_t some_work(struct casework_fixture *fixture)
{
	struct person mother = some_person("Quill-Harte", "Saoirse", "");
	struct found_list found;
	int64_t family;

	MUST(casework_family_add(fixture->cw, "Quill-Harte", &family, f));
	MUST(casework_member_add(fixture->cw, family, &mother, RELATIONSHIP_MOTHER, ANSWER_YES, NULL, f));
	MUST(casework_find(fixture->cw, "quill harte FAM-0001", 5, true, &fixture->mem, &found, f));
	number(fixture, "UPDATE family SET version = version WHERE id = %lld RETURNING id", (long long)family);
	return family;
}

static void say(struct casework_fixture *fixture, int64_t family, const char *words)
{
	MUST(work_begin(fixture->cw, ACTION_SEE_CASES, f));
	MUST(work_end(fixture->cw, f, "test.say", SUBJECT_FAMILY, family, family, "%s", words));
}

static void names_stand_as_references_for_whoever_sees_no_cases(void **state)
{
	static const struct {
		const char *said, *shown, *why;
	} rows[] = {
		{"Saoirse Quill-Harte came", "P came", "a whole name is one reference"},
		{"told saoirse.", "told P.", "whatever its capitals"},
		{"the Quill Hartes", "the F Hartes", "the surname stands for the family, a longer word is another"},
		{"SAOÍRSE, Harte", "P, F", "accents do not get a name through"},
		{"nobody was named on 2026-04-01", "nobody was named on 2026-04-01", "figures stay"},
		{"", "", "no words"},
	};
	struct casework_fixture *fixture = *state;
	int64_t family = some_work(fixture);
	const char *person = casework_fixture_text(fixture, "SELECT reference FROM person");
	const char *of_family = casework_fixture_text(fixture, "SELECT reference FROM family");
	struct audit_filter filter = EVERYTHING;
	struct audit_line_list lines;

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		say(fixture, family, rows[i].said);
	casework_fixture_open_as(fixture, "ifan", ROLE_BIT(ROLE_AUDITOR));
	lines = read_log(fixture, &filter);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const struct audit_line *line = NULL;
		const char *wanted = "";
		size_t seen = 0;

		for (size_t n = lines.count; n > 0 && !line; n--)
			if (strcmp(lines.items[n - 1].action, "test.say") == 0 && seen++ == i)
				line = &lines.items[n - 1];
		for (const char *at = rows[i].shown; *at; at++)
			wanted = *at == 'P' || *at == 'F'
					 ? arena_printf(&fixture->mem, "%s%s", wanted, *at == 'P' ? person : of_family)
					 : arena_printf(&fixture->mem, "%s%c", wanted, *at);
		assert_non_null(line);
		if (strcmp(line->detail, wanted) != 0)
			fail_msg("%s: \"%s\", not \"%s\"", rows[i].why, line->detail, wanted);
		assert_string_equal(line->about, of_family);
	}
	assert_string_equal(line_of(&lines, "find")->detail, "\"q… h… FAM-0001\": 0 found");
}

static void whoever_may_see_the_family_reads_the_words(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t family = some_work(fixture);
	struct audit_filter filter = EVERYTHING;
	struct audit_line_list lines;

	say(fixture, family, "Saoirse came");
	casework_fixture_open_as(fixture, "both", ROLE_BIT(ROLE_AUDITOR) | ROLE_BIT(ROLE_MANAGER));
	lines = read_log(fixture, &filter);
	assert_string_equal(line_of(&lines, "test.say")->detail, "Saoirse came");
	number(fixture, "UPDATE family SET is_restricted = 1 RETURNING id");
	lines = read_log(fixture, &filter);
	assert_null(strstr(line_of(&lines, "test.say")->detail, "Saoirse"));
}

static void it_is_narrowed_by_person_record_kind_and_day(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t family = some_work(fixture);
	const char *person = casework_fixture_text(fixture, "SELECT reference FROM person");
	struct audit_filter by[5] = {EVERYTHING, EVERYTHING, EVERYTHING, EVERYTHING, EVERYTHING};
	struct audit_line_list lines;
	struct fault why = {0};

	say(fixture, family, "one");
	casework_fixture_open_as(fixture, "night", ROLE_BIT(ROLE_OUT_OF_HOURS));
	assert_false(casework_may(fixture->cw, ACTION_BOOK, &why));
	casework_fixture_open_as(fixture, "ifan", ROLE_BIT(ROLE_AUDITOR));
	by[0].who = "night"; /* in the log with the account behind it */
	by[1].about = casework_fixture_text(fixture, "SELECT lower(reference) FROM family");
	by[2].about = person;
	by[3].kind = AUDIT_KIND_REFUSAL;
	by[4].to = date_from_iso("2000-01-01");
	lines = read_log(fixture, &by[0]);
	assert_int_equal(lines.count, 2);
	assert_string_equal(lines.items[0].act, "Refused");
	assert_string_equal(lines.items[1].act, "Signed in");
	lines = read_log(fixture, &by[1]);
	assert_int_equal(lines.count, number(fixture,
					     "SELECT count(*) FROM audit WHERE family_id = %lld AND action <> "
					     "'audit.look'",
					     (long long)family));
	lines = read_log(fixture, &by[2]);
	assert_true(lines.count >= 3); /* her family's as well */
	lines = read_log(fixture, &by[3]);
	assert_int_equal(lines.count, 1);
	lines = read_log(fixture, &by[4]);
	assert_int_equal(lines.count, 0);
}

static void what_is_typed_wrongly_names_its_field(void **state)
{
	struct casework_fixture *fixture = *state;
	struct audit_filter by[3] = {EVERYTHING, EVERYTHING, EVERYTHING};
	static const char *const fields[] = {"who", "about", "from"};
	static const enum fault_code codes[] = {FAULT_NOT_FOUND, FAULT_NOT_FOUND, FAULT_REFUSED};

	casework_fixture_open_as(fixture, "ifan", ROLE_BIT(ROLE_AUDITOR));
	by[0].who = "nobody";
	by[1].about = "FAM-9999";
	by[2].from = date_from_iso("2026-04-02");
	by[2].to = date_from_iso("2026-04-01");
	for (size_t i = 0; i < 3; i++) {
		struct audit_line_list lines;
		struct fault why = {0};
		bool more;

		assert_false(casework_audit_trail(fixture->cw, &by[i], NULL, 10, &fixture->mem, &lines, &more, &why));
		assert_string_equal(why.field, fields[i]);
		assert_int_equal(why.code, codes[i]);
		assert_true(casework_is_at_rest(fixture->cw));
	}
}

static void the_first_page_is_logged_and_the_next_follows_it(void **state)
{
	struct casework_fixture *fixture = *state;
	struct audit_filter filter = EVERYTHING;
	struct audit_line_list lines, older;
	bool more;

	some_work(fixture);
	casework_fixture_open_as(fixture, "ifan", ROLE_BIT(ROLE_AUDITOR));
	MUST(casework_audit_trail(fixture->cw, &filter, NULL, 3, &fixture->mem, &lines, &more, f));
	assert_true(more);
	assert_int_equal(lines.count, 3);
	MUST(casework_audit_trail(fixture->cw, &filter, &lines.items[2], 3, &fixture->mem, &older, &more, f));
	assert_int_equal(older.items[0].seq, lines.items[2].seq - 1);
	assert_int_equal(casework_fixture_audited(fixture, "audit.look"), 1);
	assert_string_equal(casework_fixture_text(fixture, "SELECT detail FROM audit WHERE action = 'audit.look'"),
			    "everything: 3 rows and older ones");
}

static void only_an_auditor_reads_it(void **state)
{
	struct casework_fixture *fixture = *state;
	struct audit_filter filter = EVERYTHING;

	for (int role = 0; role < ROLE_COUNT; role++) {
		struct audit_person_list people;
		struct audit_line_list lines;
		struct fault why = {0};
		bool more, may = role == ROLE_AUDITOR;

		casework_fixture_open_as(fixture, role_token((enum role)role), ROLE_BIT(role));
		assert_int_equal(
			casework_audit_trail(fixture->cw, &filter, NULL, 5, &fixture->mem, &lines, &more, &why), may);
		assert_int_equal(casework_audit_people(fixture->cw, &fixture->mem, &people, &why), may);
		assert_true(may || why.code == FAULT_NOT_ALLOWED);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		FIXTURE_TEST(names_stand_as_references_for_whoever_sees_no_cases),
		FIXTURE_TEST(whoever_may_see_the_family_reads_the_words),
		FIXTURE_TEST(it_is_narrowed_by_person_record_kind_and_day),
		FIXTURE_TEST(what_is_typed_wrongly_names_its_field),
		FIXTURE_TEST(the_first_page_is_logged_and_the_next_follows_it),
		FIXTURE_TEST(only_an_auditor_reads_it),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
