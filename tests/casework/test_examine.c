/* What doctor is told: every label, no worry about a sound file, and a worry about one that was tampered with. */
#include "intake_rows.h"

static const struct finding *labelled(const struct finding_list *list, const char *label)
{
	for (size_t i = 0; i < list->count; i++)
		if (strcmp(list->items[i].label, label) == 0)
			return &list->items[i];
	fail_msg("nothing is said of the %s", label);
	return NULL;
}

static void test_a_sound_file(void **state)
{
	static const char *const labels[] = {
		"program",         "authority",        "policy",      "settings read", "bank holidays known until",
		"SQLite",          "journal mode",     "file system", "size",          "one save takes",
		"disk space left", "form of the file", "soundness",   "references",    "audit log"};
	struct casework_fixture *fixture = *state;
	struct finding_list list;
	struct fault f = {0};

	assert_done(casework_examine(fixture->cw, &fixture->mem, &list, &f), &f);
	for (size_t i = 0; i < sizeof labels / sizeof *labels; i++)
		assert_true(*labelled(&list, labels[i])->value);
	assert_false(labelled(&list, "soundness")->is_worry);
	assert_false(labelled(&list, "references")->is_worry);
	assert_false(labelled(&list, "audit log")->is_worry);
	assert_non_null(strstr(labelled(&list, "audit log")->value, "unbroken"));
}

static void test_a_changed_audit_row_is_a_worry(void **state)
{
	struct casework_fixture *fixture = *state;
	struct finding_list list;
	struct fault f = {0};

	casework_fixture_number(fixture, "DROP TRIGGER audit_is_never_changed");
	casework_fixture_number(fixture, "UPDATE audit SET detail = 'nothing happened' WHERE seq = 2");
	assert_done(casework_examine(fixture->cw, &fixture->mem, &list, &f), &f);
	assert_true(labelled(&list, "audit log")->is_worry);
	assert_non_null(strstr(labelled(&list, "audit log")->value, "row 2 was changed"));
}

static void test_bank_holidays_that_run_out_are_a_worry(void **state)
{
	struct casework_fixture *fixture = *state;
	struct finding_list list;
	struct fault f = {0};

	casework_fixture_reopen(fixture, "2099-06-01");
	assert_done(casework_examine(fixture->cw, &fixture->mem, &list, &f), &f);
	assert_true(labelled(&list, "bank holidays known until")->is_worry);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		FIXTURE_TEST(test_a_sound_file),
		FIXTURE_TEST(test_a_changed_audit_row_is_a_worry),
		FIXTURE_TEST(test_bank_holidays_that_run_out_are_a_worry),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
