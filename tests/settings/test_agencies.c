/* Which agencies are asked to which conference: what is read, and what is said of a slip. */
#include "reading.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void every_word_has_its_effect(void **state)
{
	static const char text[] =
		"standing:\n"
		"  - {agency: police, report: police, source: here}\n"
		"  - {agency: midwifery, role: midwife, children: unborn, source: here}\n"
		"  - {agency: school nursing, children: born, age_from: 5, age_to: 11, wanted: false, "
		"report: none, source: here}\n"
		"  - {agency: probation, report: written_information, report_only: true, source: here}\n"
		"plan_notices:\n"
		"  - {agency: child health, role: nurse, always: true, nhs_number: true, source: here}\n"
		"  - {agency: education, source: here}\n";
	struct arena mem = {0};
	struct settings settings = {0};
	const struct settings_standing *items;

	(void)state;
	assert_string_equal(read_text(SETTINGS_AGENCIES, text, &settings, &mem), "");
	assert_int_equal(settings.standing.count, 4);
	items = settings.standing.items;
	assert_true(items[0].when_born && items[0].when_unborn && items[0].is_wanted && !items[0].is_report_only);
	assert_int_equal(items[0].age_from, 0);
	assert_int_equal(items[0].age_to, 17);
	assert_string_equal(items[0].report_kind, "police");
	assert_true(items[1].when_unborn && !items[1].when_born);
	assert_string_equal(items[1].role, "midwife");
	assert_string_equal(items[1].report_kind, "agency"); /* who comes owes a report, unless it is said otherwise */
	assert_true(items[2].when_born && !items[2].when_unborn && !items[2].is_wanted);
	assert_int_equal(items[2].age_from, 5);
	assert_int_equal(items[2].age_to, 11);
	assert_string_equal(items[2].report_kind, "");
	assert_true(items[3].is_report_only);
	assert_int_equal(settings.notices.count, 2);
	assert_string_equal(settings.notices.items[0].role, "nurse");
	assert_true(settings.notices.items[0].is_always && settings.notices.items[0].has_nhs_number);
	assert_false(settings.notices.items[1].is_always || settings.notices.items[1].has_nhs_number);
	arena_finish(&mem);
}

/* Probation is always asked for written information; the police's report is a kind of its own, which never goes to the
 * family: the shipped list must not lose either. */
static void the_shipped_list_holds_what_practice_asks(void **state)
{
	struct arena mem = {0};
	struct fault f = {0};
	struct settings *settings;
	bool police = false, probation = false, unborn = false, health = false, at_night = false;

	(void)state;
	assert_true(settings_load(&settings, NULL, "newham", &mem, &f));
	for (size_t i = 0; i < settings->standing.count; i++) {
		const struct settings_standing *s = &settings->standing.items[i];

		assert_true(*s->source);
		police |= strcmp(s->agency, "police") == 0 && strcmp(s->report_kind, "police") == 0 && s->is_wanted;
		probation |= strcmp(s->agency, "probation") == 0 && s->is_report_only && s->is_wanted;
		unborn |= strcmp(s->agency, "midwifery") == 0 && s->when_unborn && !s->when_born;
	}
	assert_true(police && probation && unborn);
	for (size_t i = 0; i < settings->notices.count; i++) {
		const struct settings_notice *n = &settings->notices.items[i];

		assert_true(*n->source);
		health |= n->is_always && n->has_nhs_number;
		at_night |= strcmp(n->agency, "emergency duty") == 0 && n->is_always && !n->has_nhs_number;
	}
	assert_true(health && at_night);
	arena_finish(&mem);
}

static void a_slip_is_named(void **state)
{
	static const struct reading_row rows[] = {
		{"no list", "agencies: []\n",
		 "file.yaml:1:1: unknown key \"agencies\"; known here: standing, plan_notices."},
		{"no agency", "standing: [{source: here}]\n", "file.yaml:1:12: \"agency\" is missing here."},
		{"no source", "standing: [{agency: police}]\n", "file.yaml:1:12: \"source\" is missing here."},
		{"a report of another kind", "standing: [{agency: police, report: polise, source: here}]\n",
		 "file.yaml:1:37: unknown report \"polise\"; did you mean \"police\"?"},
		{"ages the wrong way round", "standing: [{agency: a, age_from: 9, age_to: 4, source: here}]\n",
		 "file.yaml:1:45: \"age_to\" is below \"age_from\"."},
		{"an age no child has", "standing: [{agency: a, age_to: 18, source: here}]\n",
		 "file.yaml:1:32: \"age_to\" is 18; it may be from 0 to 17."},
		{"nobody to tell", "standing: []\nplan_notices: [{source: here}]\n",
		 "file.yaml:2:16: \"agency\" is missing here."},
		{"asked for a report it does not owe",
		 "standing: [{agency: a, report: none, report_only: true, source: here}]\n",
		 "file.yaml:1:51: an agency that is asked for its report only owes one; take \"report: none\" out."},
	};

	(void)state;
	assert_int_equal(first_other_message(SETTINGS_AGENCIES, "", rows, sizeof rows / sizeof *rows), -1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_word_has_its_effect),
		cmocka_unit_test(the_shipped_list_holds_what_practice_asks),
		cmocka_unit_test(a_slip_is_named),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
