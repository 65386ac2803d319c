/* A desk over a family on plans, three weeks on: a core group that was missed, and a visit that one child refused. */
#ifndef TESTS_TIMELINE_DESK_H
#define TESTS_TIMELINE_DESK_H

#include "../casework/core_group_steps.h"
#include "casework/disclosures.h"
#include "casework/visits.h"
#include "desk_fixture.h"

/* The program again on a day, at a size. */
static inline void start_on(struct desk_fixture *desk, const char *today, int rows, int columns)
{
	const struct desk_options options = {.colour = TUI_COLOUR_NEVER};
	struct tui_start program;

	tui_headless_end(desk->tui);
	desk_finish(&desk->desk);
	casework_fixture_reopen(desk->file, today);
	desk->desk = (struct desk){.cw = desk->file->cw};
	desk_start(&desk->desk, &options, &program);
	MUST((desk->tui = tui_headless_start(&program, rows, columns, f)) != NULL);
}

static inline int64_t child_called(struct desk_fixture *desk, int64_t family, const char *name)
{
	return number(
		desk->file,
		"SELECT p.id FROM person AS p JOIN family_member AS m ON m.person_id = p.id WHERE m.family_id = %lld"
		" AND p.given_names = '%s'",
		(long long)family, name);
}

/* A plan of 1 April whose first core group was missed, and a visit that came too late for one child. */
static inline int desk_with_a_course(void **state)
{
	struct desk_fixture *desk;
	struct visit visit = visit_blank();
	struct visit_child to[2] = {{.outcome = VISIT_SEEN, .alone = ANSWER_YES, .bedroom = ANSWER_YES, .why = ""},
				    {.outcome = VISIT_REFUSED, .why = "would not come down"}};
	struct core_group_meeting one;
	int64_t family;

	if (desk_fixture_setup(state) != 0)
		return -1;
	desk = *state;
	family = a_family_on_plan(desk->file, "2026-04-20");
	one = booked_meeting(desk->file, family);
	MUST(casework_core_group_missed(desk->file->cw, family, one.id, one.version, "nobody came", f));
	visit.visited_on = date_from_iso("2026-04-20");
	visit.by_whom = "Tom Campbell";
	visit.place = "at home";
	to[0].person_id = child_called(desk, family, "Ada");
	to[1].person_id = child_called(desk, family, "Chidi");
	MUST(casework_visit_record(desk->file->cw, family, &visit, to, 2, f));
	start_on(desk, "2026-04-22", 24, 80);
	return 0;
}

static inline void to_the_family(struct desk_fixture *desk)
{
	desk_keys(desk, ":");
	desk_type(desk, casework_fixture_text(desk->file, "SELECT f.reference FROM plan AS p JOIN family AS f ON f.id ="
							  " p.family_id ORDER BY p.id DESC LIMIT 1"));
	desk_keys(desk, "Enter");
	desk_shows(desk, "Family Okonkwo");
}

#define COURSE_TEST(name) cmocka_unit_test_setup_teardown(name, desk_with_a_course, desk_fixture_teardown)

#endif
