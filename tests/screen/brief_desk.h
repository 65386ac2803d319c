/* A desk over a day with two conferences: one with its list told and in part answered, one with nothing done yet, and a
 * third on the next working day. */
#ifndef TESTS_BRIEF_DESK_H
#define TESTS_BRIEF_DESK_H

#include "../casework/brief_steps.h"
#include "desk_fixture.h"

#include <stdlib.h>

static inline void add_list(struct casework_fixture *file, int64_t id)
{
	int64_t family = family_of(file, id), mother, father, school;
	struct invitee friend = typed(CAPACITY_SUPPORTER, "Joy Bell");

	mother = put_on(file, id,
			of_person(CAPACITY_FAMILY, an_adult(file, family, "Amelia", "Loveridge", RELATIONSHIP_MOTHER,
							    ANSWER_YES, "1 Heron Wharf")));
	father = put_on(file, id,
			of_person(CAPACITY_FAMILY, an_adult(file, family, "Tommy", "Doran", RELATIONSHIP_FATHER,
							    ANSWER_NO, "9 Canary Row")));
	number(file,
	       "INSERT INTO address (person_id, lines, postcode, confidential_from) SELECT person_id, '1 Heron Wharf',"
	       " '', 'father' FROM conference_child WHERE conference_id = %lld",
	       (long long)id);
	friend.for_invitee_id = mother;
	friend.access = "step-free";
	put_on(file, id, friend);
	says(file, mother, REPLY_COMING, "");
	asked_away(file, father);
	says(file, a_professional(file, id, "Children's social care", "social care", "T. Campbell"), REPLY_COMING, "");
	school = a_professional(file, id, "Ashfield School", "education", "K. Evans");
	says(file, school, REPLY_DEPUTY, "L. Wood");
	tell(file, a_professional(file, id, "Health visiting", "health", "N. Rahman"));
	says(file, a_professional(file, id, "Police", "police", "DC Hall"), REPLY_DECLINED, "");
	number(file, "UPDATE report SET received_on = '2026-03-31' WHERE invitee_id = %lld", (long long)school);
}

static inline int brief_desk_setup(void **state)
{
	struct desk_fixture *desk;
	int64_t id;

	if (desk_fixture_setup(state) != 0)
		return -1;
	desk = *state;
	id = a_conference_at(desk->file, "Loveridge", FIXTURE_TODAY, 600);
	add_list(desk->file, id);
	a_conference_at(desk->file, "Hussain", FIXTURE_TODAY, 840);
	id = a_conference_at(desk->file, "Charles", "2026-04-02", 600);
	number(desk->file,
	       "UPDATE conference SET chair_id = (SELECT id FROM resource WHERE name = 'Peter Hollins')"
	       " WHERE id = %lld",
	       (long long)id);
	desk_restart(desk);
	return 0;
}

/* The program again, for somebody else. */
static inline void start_as(struct desk_fixture *desk, const char *login, role_set roles)
{
	const struct desk_options options = {.colour = TUI_COLOUR_NEVER};
	struct tui_start program;

	tui_headless_end(desk->tui);
	desk_finish(&desk->desk);
	casework_fixture_open_as(desk->file, login, roles);
	desk->desk = (struct desk){.cw = desk->file->cw};
	desk_start(&desk->desk, &options, &program);
	MUST((desk->tui = tui_headless_start(&program, 24, 80, f)) != NULL);
}

#define BRIEF_TEST(name) cmocka_unit_test_setup_teardown(name, brief_desk_setup, desk_fixture_teardown)

#endif
