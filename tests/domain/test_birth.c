/* Which births and losses can be recorded of a child. */
#include "domain/birth.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static day_number iso(const char *text)
{
	return *text ? date_from_iso(text) : DAY_NONE;
}

static void births(void **state)
{
	static const struct {
		const char *why, *born, *expected, *died, *on, *refusal; /* NULL: it may */
	} rows[] = {
		{"early", "", "2026-04-20", "", "2026-03-30", NULL},
		{"late", "", "2026-03-01", "", "2026-03-30", NULL},
		{"months before", "", "2026-09-20", "", "2026-03-30", "expected on"},
		{"months after", "", "2025-11-20", "", "2026-03-30", "expected on"},
		{"to come", "", "2026-04-20", "", "2026-04-02", "to come"},
		{"no day", "", "2026-04-20", "", "", "Enter the day"},
		{"twice", "2026-03-30", "", "", "2026-03-30", "recorded already"},
		{"lost", "", "2026-04-20", "2026-03-01", "2026-03-30", "loss is recorded"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const struct person child = {.born_on = iso(rows[i].born),
					     .expected_on = iso(rows[i].expected),
					     .died_on = iso(rows[i].died)};
		struct fault f = {0};
		bool ok = birth_check(&child, iso(rows[i].on), iso("2026-04-01"), &f);

		if (ok != (rows[i].refusal == NULL) || (!ok && !strstr(f.message, rows[i].refusal)))
			fail_msg("%s: %s", rows[i].why, f.message);
	}
}

static void losses(void **state)
{
	static const struct {
		const char *why, *born, *died;
		enum loss_kind kind;
		const char *on, *refusal; /* NULL: it may */
	} rows[] = {
		{"before birth", "", "", LOSS_MISCARRIAGE, "2026-03-30", NULL},
		{"at birth", "", "", LOSS_STILLBIRTH, "2026-03-30", NULL},
		{"after birth", "2026-03-01", "", LOSS_DEATH, "2026-03-30", NULL},
		{"alive at birth is born first", "", "", LOSS_DEATH, "2026-03-30", "record the birth first"},
		{"born", "2026-03-01", "", LOSS_STILLBIRTH, "2026-03-30", "record a death"},
		{"before the birth", "2026-03-01", "", LOSS_DEATH, "2026-02-28", "before the birth"},
		{"to come", "2026-03-01", "", LOSS_DEATH, "2026-04-02", "to come"},
		{"no day", "2026-03-01", "", LOSS_DEATH, "", "Enter the day"},
		{"another day is kept", "2026-03-01", "2026-03-29", LOSS_DEATH, "2026-03-30", "kept as"},
		{"the day that is kept", "2026-03-01", "2026-03-30", LOSS_DEATH, "2026-03-30", NULL},
		{"nothing", "2026-03-01", "", LOSS_KIND_COUNT, "2026-03-30", "Choose"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const struct person child = {.born_on = iso(rows[i].born),
					     .expected_on = *rows[i].born ? DAY_NONE : iso("2026-04-20"),
					     .died_on = iso(rows[i].died)};
		struct fault f = {0};
		bool ok = loss_check(&child, rows[i].kind, iso(rows[i].on), iso("2026-04-01"), &f);

		if (ok != (rows[i].refusal == NULL) || (!ok && !strstr(f.message, rows[i].refusal)))
			fail_msg("%s: %s", rows[i].why, f.message);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(births), cmocka_unit_test(losses)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
