/* What the audit log says of a record that went: each act in plain words, by the reference of the disposal and by that
 * of the record, and nobody's name with it. */
#include "casework/audit_trail.h"

#include "intake_rows.h"
#include "retention_steps.h"

static struct audit_line_list read_about(struct casework_fixture *fixture, const char *about)
{
	const struct audit_filter filter = {.about = about, .kind = -1, .from = DAY_NONE, .to = DAY_NONE};
	struct audit_line_list lines;
	bool more;

	MUST(casework_audit_trail(fixture->cw, &filter, NULL, 200, &fixture->mem, &lines, &more, f));
	assert_false(more);
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

/* Tried, proposed by one, approved by another, packed; read by an auditor. */
static struct old_family a_record_that_went(struct casework_fixture *fixture)
{
	struct old_family old = an_old_family(fixture);
	struct disposal_approval approval = {.version = 1, .reference = old.reference, .words = ""};
	struct disposal_outcome out;
	struct disposal_trial trial;
	bool packed;

	MUST(casework_disposal_try(fixture->cw, old.family, &fixture->mem, &trial, f));
	approval.disposal_id = proposed(fixture, &old);
	as_second_manager(fixture);
	MUST(casework_disposal_approve(fixture->cw, &approval, &fixture->mem, &out, f));
	MUST(casework_disposals_settle(fixture->cw, &packed, f));
	assert_true(packed);
	casework_fixture_open_as(fixture, "ifan", ROLE_BIT(ROLE_AUDITOR));
	return old;
}

static void each_act_of_it_has_plain_words(void **state)
{
	static const struct {
		const char *action, *words;
		enum audit_kind kind;
	} rows[] = {
		{"disposal.try", "Looked: what would go", AUDIT_KIND_LOOK},
		{"disposal.propose", "Proposed to go", AUDIT_KIND_CHANGE},
		{"disposal.approve", "Record let go", AUDIT_KIND_CHANGE},
		{"audit.erase", "Words of the log erased", AUDIT_KIND_CHANGE},
		{"disposal.pack", "Case file packed", AUDIT_KIND_CHANGE},
	};
	struct casework_fixture *fixture = *state;
	struct audit_line_list lines;

	a_record_that_went(fixture);
	lines = read_about(fixture, "");
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		assert_string_equal(line_of(&lines, rows[i].action)->act, rows[i].words);
		assert_int_equal(line_of(&lines, rows[i].action)->kind, rows[i].kind);
	}
}

/* No name of theirs in anything that is shown of a row. */
static void assert_nobody(const struct audit_line_list *lines)
{
	static const char *const names[] = {OLD_SURNAME, OLD_CHILD, OLD_ALIAS, OLD_STREET, OLD_WORDS, "Ottoline"};

	for (size_t i = 0; i < lines->count; i++) {
		const struct audit_line *line = &lines->items[i];
		const char *const shown[] = {line->act, line->about, line->family, line->detail};

		for (size_t n = 0; n < sizeof names / sizeof *names; n++)
			for (size_t k = 0; k < sizeof shown / sizeof *shown; k++)
				if (strcasestr(shown[k], names[n]))
					fail_msg("row %lld: %s", (long long)line->seq, shown[k]);
	}
}

static void a_disposal_is_found_by_its_reference(void **state)
{
	struct casework_fixture *fixture = *state;
	struct old_family old = a_record_that_went(fixture);
	struct audit_line_list lines = read_about(fixture, "z-0001");
	const char *first = arena_printf(&fixture->mem, "Z-0001: %s, proposed by", old.reference);

	assert_int_equal(lines.count, 3);
	for (size_t i = 0; i < lines.count; i++)
		assert_string_equal(lines.items[i].about, "Z-0001");
	assert_non_null(strstr(line_of(&lines, "disposal.approve")->detail, first));
	assert_non_null(strstr(line_of(&lines, "audit.erase")->detail, "Z-0001: "));
	assert_string_equal(line_of(&lines, "disposal.propose")->detail, "(erased)");
	assert_nobody(&lines);
}

static void one_that_is_not_done_is_found_too(void **state)
{
	struct casework_fixture *fixture = *state;
	struct old_family old = an_old_family(fixture);
	int64_t id = proposed(fixture, &old);
	struct audit_line_list lines;

	MUST(casework_disposal_withdraw(fixture->cw, id, 1, "Asked for again.", f));
	proposed(fixture, &old);
	casework_fixture_open_as(fixture, "ifan", ROLE_BIT(ROLE_AUDITOR));
	lines = read_about(fixture, "Z-0001");
	assert_int_equal(lines.count, 2);
	assert_string_equal(line_of(&lines, "disposal.withdraw")->detail, "Z-0001: Asked for again.");
	assert_string_equal(line_of(&lines, "disposal.propose")->family, old.reference);
	assert_string_equal(lines.gone_by, "");
	assert_int_equal(read_about(fixture, "Z-0002").count, 1);
}

/* The rows are there, with who and when; that they were let go is said, and by which certificate. */
static void a_record_that_went_is_found_by_its_reference(void **state)
{
	struct casework_fixture *fixture = *state;
	struct old_family old = a_record_that_went(fixture);
	struct audit_line_list lines = read_about(fixture, old.reference);

	assert_string_equal(lines.gone_by, "Z-0001");
	assert_int_equal(lines.gone_on, date_from_iso(FIXTURE_TODAY));
	assert_string_equal(line_of(&lines, "family.add")->detail, "(erased)");
	assert_string_equal(line_of(&lines, "disposal.try")->detail, "(erased)");
	line_of(&lines, "disposal.approve");
	for (size_t i = 0; i < lines.count; i++)
		if (strcmp(lines.items[i].detail, "(erased)") != 0)
			assert_string_equal(lines.items[i].about, "Z-0001");
	assert_nobody(&lines);
	assert_nobody(&(struct audit_line_list){.items = read_about(fixture, "").items, .count = 1});
}

static void what_never_was_is_no_record_that_went(void **state)
{
	struct casework_fixture *fixture = *state;
	struct audit_filter filter = {.kind = -1, .from = DAY_NONE, .to = DAY_NONE};
	static const char *const typed[] = {"FAM-9999", "Z-0002", "Z-"};

	a_record_that_went(fixture);
	for (size_t i = 0; i < sizeof typed / sizeof *typed; i++) {
		struct audit_line_list lines;
		struct fault why = {0};
		bool more;

		filter.about = typed[i];
		assert_false(casework_audit_trail(fixture->cw, &filter, NULL, 10, &fixture->mem, &lines, &more, &why));
		assert_string_equal(why.field, "about");
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		FIXTURE_TEST(each_act_of_it_has_plain_words),
		FIXTURE_TEST(a_disposal_is_found_by_its_reference),
		FIXTURE_TEST(one_that_is_not_done_is_found_too),
		FIXTURE_TEST(a_record_that_went_is_found_by_its_reference),
		FIXTURE_TEST(what_never_was_is_no_record_that_went),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
