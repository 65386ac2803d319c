/* What is wrong with an address, in words. */
#include "contact_words.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void each_problem_has_its_words(void **state)
{
	static const struct {
		enum invite_method method;
		const char *email, *phone, *address, *checked_on, *bounced_on, *words;
		bool reached;
		const char *why;
	} rows[] = {
		{METHOD_EMAIL, "a@b.example", "", "", "2026-03-01", "", "", true, "all is well"},
		{METHOD_EMAIL, "", "1", "1 High St", "2026-03-01", "", "no e-mail address", false,
		 "other ways are not it"},
		{METHOD_EMAIL, "a.b.example", "", "", "2026-03-01", "", "e-mail address is not complete", false,
		 "no @"},
		{METHOD_EMAIL, "a@b.example", "", "", "2026-03-01", "2026-03-03", "mail came back Tue 3 Mar", false,
		 "came back"},
		{METHOD_POST, "", "", "1 High St", "2026-03-01", "2026-03-03", "", true, "post does not bounce"},
		{METHOD_POST, "a@b.example", "1", "", "2026-03-01", "", "no postal address", false, "post needs one"},
		{METHOD_TELEPHONE, "", "", "", "2026-03-01", "", "no telephone number", false, "nothing to ring"},
		{METHOD_PORTAL, "", "", "", "2026-03-01", "", "", true, "laid there by hand"},
		{METHOD_IN_PERSON, "", "", "", "2026-03-01", "", "", true, "handed over"},
		{METHOD_EMAIL, "a@b.example", "", "", "", "", "never checked", true, "nobody looked"},
		{METHOD_EMAIL, "a@b.example", "", "", "2025-04-01", "", "", true, "a year ago to the day"},
		{METHOD_EMAIL, "a@b.example", "", "", "2025-03-31", "", "not checked for a year", true, "a day more"},
	};
	struct arena mem = {0};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const struct contact one = {.method = rows[i].method,
					    .email = rows[i].email,
					    .phone = rows[i].phone,
					    .address = rows[i].address,
					    .checked_on = date_from_iso(rows[i].checked_on),
					    .bounced_on = date_from_iso(rows[i].bounced_on)};
		const char *words = contact_problem(&one, date_from_iso("2026-04-01"), &mem);

		if (strcmp(words, rows[i].words) != 0 || contact_can_be_reached(&one) != rows[i].reached)
			fail_msg("%s: \"%s\"", rows[i].why, words);
	}
	arena_finish(&mem);
}

static void when_it_was_checked_is_said(void **state)
{
	struct arena mem = {0};

	(void)state;
	assert_string_equal(contact_checked(&(struct contact){.checked_on = DAY_NONE}, &mem), "never checked");
	assert_string_equal(contact_checked(&(struct contact){.checked_on = date_from_iso("2025-11-21")}, &mem),
			    "checked 21 Nov 2025");
	arena_finish(&mem);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_problem_has_its_words),
		cmocka_unit_test(when_it_was_checked_is_said),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
