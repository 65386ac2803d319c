/* How long a record is kept: rules, leap days, boundaries, and what stands in the way of a disposal. */
#include "domain/retention.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static const struct retention_rule rules[RETENTION_RULE_COUNT] = {
	[RETENTION_NO_CONFERENCE] = {25, RETENTION_FROM_BIRTH, "a"},
	[RETENTION_CONFERENCE] = {35, RETENTION_FROM_CLOSURE, "b"},
	[RETENTION_LOOKED_AFTER] = {75, RETENTION_FROM_BIRTH, "c"},
	[RETENTION_LOOKED_AFTER_DIED] = {15, RETENTION_FROM_DEATH, "d"},
	[RETENTION_ADOPTED] = {100, RETENTION_FROM_ADOPTION, "e"},
};

static day_number day(const char *iso)
{
	return *iso ? date_from_iso(iso) : DAY_NONE;
}

static void years_are_over_on(void **state)
{
	static const struct {
		const char *from;
		int years;
		const char *over, *why;
	} rows[] = {
		{"1990-11-30", 35, "2025-11-30", "the same day of the year"},
		{"1992-02-29", 35, "2027-03-01", "29 February: not a day short in a common year"},
		{"1992-02-29", 36, "2028-02-29", "29 February: the same day in a leap year"},
		{"1992-02-28", 35, "2027-02-28", "28 February is no leap day"},
		{"2000-02-29", 100, "2100-03-01", "2100 is a common year"},
		{"1999-12-31", 1, "2000-12-31", "over a leap year"},
		{"2026-03-01", 0, "2026-03-01", "no years"},
		{"2150-05-01", 75, "2200-12-31", "never past the last day that is understood"},
		{"", 35, "", "no day, no sum"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (retention_day(day(rows[i].from), rows[i].years) != day(rows[i].over))
			fail_msg("%s", rows[i].why);
}

struct row {
	const char *why, *closed;
	struct {
		const char *born, *died, *adopted;
		bool conferenced, looked_after;
	} children[2];
	size_t count;
	const char *today;
	enum retention_standing standing;
	enum retention_rule_key rule;
	const char *due;
};

static const struct row reviews[] = {
	{"an open case has no day",
	 "",
	 {{"1980-01-01", "", "", true, false}},
	 1,
	 "2026-04-01",
	 RETENTION_IS_OPEN,
	 RETENTION_NO_CONFERENCE,
	 ""},
	{"a day before it is over",
	 "1991-04-02",
	 {{"1980-01-01", "", "", true, false}},
	 1,
	 "2026-04-01",
	 RETENTION_IS_KEPT,
	 RETENTION_CONFERENCE,
	 "2026-04-02"},
	{"on the day itself",
	 "1991-04-01",
	 {{"1980-01-01", "", "", true, false}},
	 1,
	 "2026-04-01",
	 RETENTION_IS_DUE,
	 RETENTION_CONFERENCE,
	 "2026-04-01"},
	{"no conference counts from birth, whenever it was closed",
	 "1999-01-01",
	 {{"1980-02-29", "", "", false, false}},
	 1,
	 "2026-04-01",
	 RETENTION_IS_DUE,
	 RETENTION_NO_CONFERENCE,
	 "2005-03-01"},
	{"looked after is longer than the conference",
	 "1991-04-01",
	 {{"1980-01-01", "", "", true, true}},
	 1,
	 "2026-04-01",
	 RETENTION_IS_KEPT,
	 RETENTION_LOOKED_AFTER,
	 "2055-01-01"},
	{"died young while looked after: not 75 years, and the conference is longer",
	 "1991-04-01",
	 {{"1980-01-01", "1997-12-31", "", true, true}},
	 1,
	 "2026-04-01",
	 RETENTION_IS_DUE,
	 RETENTION_CONFERENCE,
	 "2026-04-01"},
	{"died young while looked after, no conference: 15 years from death against 25 from birth",
	 "1998-04-01",
	 {{"1980-01-01", "1997-12-31", "", false, true}},
	 1,
	 "2012-12-31",
	 RETENTION_IS_DUE,
	 RETENTION_LOOKED_AFTER_DIED,
	 "2012-12-31"},
	{"died on the 18th birthday: not before 18",
	 "1998-04-01",
	 {{"1980-01-01", "1998-01-01", "", false, true}},
	 1,
	 "2026-04-01",
	 RETENTION_IS_KEPT,
	 RETENTION_LOOKED_AFTER,
	 "2055-01-01"},
	{"died young, never looked after",
	 "1991-04-01",
	 {{"1980-01-01", "1990-01-01", "", true, false}},
	 1,
	 "2026-04-01",
	 RETENTION_IS_DUE,
	 RETENTION_CONFERENCE,
	 "2026-04-01"},
	{"adopted: 100 years from the order",
	 "1985-06-15",
	 {{"1980-01-01", "", "1985-06-15", true, false}},
	 1,
	 "2026-04-01",
	 RETENTION_IS_KEPT,
	 RETENTION_ADOPTED,
	 "2085-06-15"},
	{"the last child keeps the whole family",
	 "1988-01-01",
	 {{"1970-01-01", "", "", true, false}, {"1975-01-01", "", "", true, true}},
	 2,
	 "2026-04-01",
	 RETENTION_IS_KEPT,
	 RETENTION_LOOKED_AFTER,
	 "2050-01-01"},
	{"and if that is known first, the same",
	 "1988-01-01",
	 {{"1975-01-01", "", "", true, true}, {"1970-01-01", "", "", true, false}},
	 2,
	 "2026-04-01",
	 RETENTION_IS_KEPT,
	 RETENTION_LOOKED_AFTER,
	 "2050-01-01"},
	{"no date of birth: cannot be told",
	 "1988-01-01",
	 {{"", "", "", false, false}},
	 1,
	 "2026-04-01",
	 RETENTION_IS_UNKNOWN,
	 RETENTION_NO_CONFERENCE,
	 ""},
	{"one that cannot be told keeps the others",
	 "1980-01-01",
	 {{"1970-01-01", "", "", true, false}, {"", "", "", false, false}},
	 2,
	 "2026-04-01",
	 RETENTION_IS_UNKNOWN,
	 RETENTION_NO_CONFERENCE,
	 ""},
	{"a birth is not asked for where it does not count",
	 "1988-01-01",
	 {{"", "", "", true, false}},
	 1,
	 "2026-04-01",
	 RETENTION_IS_DUE,
	 RETENTION_CONFERENCE,
	 "2023-01-01"},
	{"a death without a birth: 75 years cannot be told",
	 "1988-01-01",
	 {{"", "1985-01-01", "", true, true}},
	 1,
	 "2026-04-01",
	 RETENTION_IS_UNKNOWN,
	 RETENTION_LOOKED_AFTER,
	 ""},
	{"no child at all", "1988-01-01", {{0}}, 0, "2026-04-01", RETENTION_IS_UNKNOWN, RETENTION_NO_CONFERENCE, ""},
};

static void a_family_is_due_when_its_last_child_is(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof reviews / sizeof *reviews; i++) {
		const struct row *row = &reviews[i];
		struct retention_child items[2];
		struct retention_child_list children = {items, row->count, 2};
		struct retention_review r;

		for (size_t c = 0; c < row->count; c++)
			items[c] = (struct retention_child){.person_id = (int64_t)c + 1,
							    .born_on = day(row->children[c].born),
							    .died_on = day(row->children[c].died),
							    .adopted_on = day(row->children[c].adopted),
							    .was_conferenced = row->children[c].conferenced,
							    .was_looked_after = row->children[c].looked_after};
		r = retention_review_of(rules, day(row->closed), &children, day(row->today));
		if (r.standing != row->standing || r.rule != row->rule || r.due_on != day(row->due))
			fail_msg("%s: %s by %s", row->why, retention_standing_token(r.standing),
				 retention_rule_key_token(r.rule));
	}
}

static void what_stands_in_the_way_of_a_disposal(void **state)
{
	enum {
		OPEN = RETENTION_IS_OPEN,
		UNKNOWN = RETENTION_IS_UNKNOWN,
		KEPT = RETENTION_IS_KEPT,
		DUE = RETENTION_IS_DUE
	};
	static const struct {
		const char *why;
		int standing;
		bool is_held;
		int proposed; /* -1: to be proposed now */
		bool is_own;
		int days; /* by which the due day moved since */
		enum disposal_obstacle is;
	} rows[] = {
		{"it may be proposed", DUE, false, -1, false, 0, DISPOSAL_OBSTACLE_NONE},
		{"not while anything is open", OPEN, false, -1, false, 0, DISPOSAL_OBSTACLE_OPEN},
		{"not while it cannot be told", UNKNOWN, false, -1, false, 0, DISPOSAL_OBSTACLE_UNKNOWN},
		{"not before its day", KEPT, false, -1, false, 0, DISPOSAL_OBSTACLE_NOT_DUE},
		{"not while held", DUE, true, -1, false, 0, DISPOSAL_OBSTACLE_HELD},
		{"a hold is named first", OPEN, true, -1, false, 0, DISPOSAL_OBSTACLE_HELD},
		{"another may approve", DUE, false, DISPOSAL_PROPOSED, false, 0, DISPOSAL_OBSTACLE_NONE},
		{"not who proposed it", DUE, false, DISPOSAL_PROPOSED, true, 0, DISPOSAL_OBSTACLE_OWN},
		{"held since", DUE, true, DISPOSAL_PROPOSED, false, 0, DISPOSAL_OBSTACLE_HELD},
		{"opened since", OPEN, false, DISPOSAL_PROPOSED, false, 0, DISPOSAL_OBSTACLE_OPEN},
		{"its day moved since", DUE, false, DISPOSAL_PROPOSED, false, 1, DISPOSAL_OBSTACLE_CHANGED},
		{"withdrawn is over", DUE, false, DISPOSAL_WITHDRAWN, false, 0, DISPOSAL_OBSTACLE_ENDED},
		{"done is over", DUE, false, DISPOSAL_DONE, false, 0, DISPOSAL_OBSTACLE_ENDED},
	};
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const struct retention_review now = {.standing = (enum retention_standing)rows[i].standing,
						     .rule = RETENTION_CONFERENCE,
						     .from = 100,
						     .due_on = 200 + rows[i].days};
		const struct disposal proposed = {.state = rows[i].proposed < 0 ? DISPOSAL_PROPOSED
										: (enum disposal_state)rows[i].proposed,
						  .rule = RETENTION_CONFERENCE,
						  .from_on = 100,
						  .due_on = 200};
		enum disposal_obstacle is = disposal_obstacle(&now, rows[i].is_held,
							      rows[i].proposed < 0 ? NULL : &proposed, rows[i].is_own);

		if (is != rows[i].is)
			fail_msg("%s: \"%s\"", rows[i].why, disposal_obstacle_sentence(is));
		assert_int_equal(*disposal_obstacle_sentence(is) == '\0', is == DISPOSAL_OBSTACLE_NONE);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(years_are_over_on),
		cmocka_unit_test(a_family_is_due_when_its_last_child_is),
		cmocka_unit_test(what_stands_in_the_way_of_a_disposal),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
