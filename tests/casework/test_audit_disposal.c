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

int main(void)
{
	const struct CMUnitTest tests[] = {
		FIXTURE_TEST(each_act_of_it_has_plain_words),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
