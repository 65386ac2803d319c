/* A home that is kept from somebody is found again however it was typed. */
#include "kept_home.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static const char lines[] = "Flat 3, 7 St Mary's Road\nManor Park\nLondon", postcode[] = "E12 5PQ";

static const struct row {
	const char *why, *lines, *text;
	bool is_told, stands;
} rows[] = {
	{"all of it", lines, "She is at Flat 3, 7 St Mary's Road, Manor Park, London.", true, true},
	{"number and street, without the town", lines, "Visit them at 7 St Mary's Road every week.", true, true},
	{"small letters, no apostrophe", lines, "visits to 7 st marys road", true, true},
	{"an apostrophe as a phone types it", lines, "Visits to 7 St Mary\u2019s Road", true, true},
	{"the road in short", lines, "Visits to 7 St. Mary's Rd", true, true},
	{"the saint written out", lines, "Visits to 7 Saint Mary's Road", true, true},
	{"dashes where blanks should be", lines, "Home\u20147 St Mary's Road\u2014is warm", true, true},
	{"a blank that does not break", lines, "Visits to 7\u00a0St Mary's\u00a0Road", true, true},
	{"marks nobody sees", lines, "Visits to 7 St Ma\u200bry's \u202eRoad", true, true},
	{"the line broke inside", lines, "Visits to 7 St\nMary's Road", true, true},
	{"as a letter keeps a broken line", lines, "Visits to 7 St\\nMary's Road", true, true},
	{"the street alone", lines, "Dad must not go near St Mary's Road.", true, false},
	{"the postcode alone", lines, "Collect her from E12 5PQ.", true, false},
	{"the postcode run together", lines, "Collect her from e125pq.", true, false},
	{"another number of the street", lines, "Nana lives at 17 St Mary's Road.", true, false},
	{"the town says nothing", lines, "The family lives in Manor Park, London.", false, false},
	{"the school named after the street", lines, "She goes to St Mary's Road Primary School.", false, false},
	{"the flat's number alone", lines, "Flat 3 of that house", false, false},
	{"a name that holds the street", lines, "Maryland Road", false, false},
	{"a house with a name", "Rose Cottage\nMill Lane\nHenley", "Visits at Rose Cottage on Mondays", true, true},
	{"a street of one word", "12 Cheapside\nLuton", "Shops in Cheapside", false, false},
	{"that street with its number", "12 Cheapside\nLuton", "Home, 12 Cheapside", true, true},
	{"a number with a letter", "12a Elm Grove\nLuton", "Home, 12A Elm Gr.", true, true},
	{"an address on one line", "7 Rose Row Manor Park London", "Visits to 7 Rose Row.", true, true},
	{"a flat after the street", "7 Rose Row Flat 2", "Visits to 7 Rose Row.", true, true},
	{"a flat and a house with a name", "Flat 3, Rose Court", "Visits to Rose Court.", true, true},
	{"that flat's number alone", "Flat 3, Rose Court", "Flat 3 of another house", false, false},
	{"a town in place of an address", "Luton", "The school in Luton", true, true},
	{"nothing but the postcode is known", "", "They moved to E12 5PQ", true, true},
};

static void a_home_is_found_however_it_was_typed(void **state)
{
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct arena mem = {0};
		struct kept_home home = kept_home_of(rows[i].lines, postcode, &mem);
		struct kept_home_list list = {.items = &home, .count = 1};

		if (kept_home_is_told_by(&list, rows[i].text, &mem) != rows[i].is_told ||
		    kept_home_stands_in(&list, rows[i].text, "", &mem) != rows[i].stands)
			fail_msg("%s: %s", rows[i].why, rows[i].text);
		arena_finish(&mem);
	}
	(void)state;
}

/* Their own letter may tell a reader where they live. */
static void nobodys_own_home_is_kept_from_them(void **state)
{
	struct arena mem = {0};
	struct kept_home home = kept_home_of(lines, postcode, &mem);
	struct kept_home_list list = {.items = &home, .count = 1};

	assert_false(kept_home_stands_in(&list, "To 7 St Mary's Rd, London", "7 St Mary\u2019s Road", &mem));
	assert_true(kept_home_stands_in(&list, "To 7 St Mary's Rd, London", "8 Elm Grove", &mem));
	arena_finish(&mem);
	(void)state;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_home_is_found_however_it_was_typed),
		cmocka_unit_test(nobodys_own_home_is_kept_from_them),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
