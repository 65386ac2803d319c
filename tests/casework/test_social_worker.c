/* Who of a list is the social worker a conference names, typed or of the directory. */
#include "social_worker.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

static void they_are_told_by_entry_then_by_name(void **state)
{
	static const struct {
		int64_t named_id;
		const char *named;
		struct list_entry entry;
		bool is;
		const char *why;
	} rows[] = {
		{7, "Jo Bell", {7, "Jo Bell", "worker", "social care"}, true, "the same entry"},
		{7, "Jo Bell", {8, "Jo Bell", "worker", "social care"}, false, "two of one name in the directory"},
		{7, "Jo Bell", {0, "jo bell", "Social worker", ""}, true, "typed before she was in the directory"},
		{7, "Jo Bell", {0, "Jo Bell", "", ""}, true, "typed, and nothing else said"},
		{7, "Jo Bell", {0, "Jo Bell", "school nurse", ""}, false, "typed, and somebody else by their work"},
		{7, "Jo Bell", {0, "Jo Bellamy", "social worker", ""}, false, "called otherwise"},
		{0,
		 "Jo Bell",
		 {8, "Jo Bell", "worker", "Social care"},
		 true,
		 "typed for the request, on the list since"},
		{0, "Jo Bell", {8, "Jo Bell", "officer", "police"}, false, "of one name, of another agency"},
		{0, "Jo Bell", {0, "Jo Bell", "worker", ""}, true, "typed twice"},
		{0, "", {0, "", "social worker", ""}, false, "nobody is named"},
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const struct conference c = {.social_worker_id = rows[i].named_id, .social_worker = rows[i].named};
		struct arena mem = {0};

		if (social_worker_is(&c, &rows[i].entry, &mem) != rows[i].is)
			fail_msg("%s", rows[i].why);
		arena_finish(&mem);
	}
	(void)state;
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(they_are_told_by_entry_then_by_name)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
