/* An unborn child on a plan since 16 February, expected on 20 March 2026. */
#ifndef TESTS_BIRTH_STEPS_H
#define TESTS_BIRTH_STEPS_H

#include "casework/births.h"
#include "close_steps.h"
#include "intake_rows.h"

static inline int64_t an_unborn_child(struct casework_fixture *fixture)
{
	const struct child_row row = {.la_child_id = "F1",
				      .expected_on = "2026-03-20",
				      .strategy_on = "2026-02-02",
				      .conference_on = "2026-02-16",
				      .plan_on = "2026-02-16"};

	assert_int_equal(take_row(fixture, &row), INTAKE_ADDED);
	number(fixture, "UPDATE person SET surname = 'Okonkwo', given_names = ''");
	return number(fixture, "SELECT id FROM person");
}

static inline struct birth a_birth(struct casework_fixture *fixture, int64_t person, const char *born_on)
{
	struct birth birth = {
		.person_id = person,
		.version = number(fixture, "SELECT version FROM person WHERE id = %lld", (long long)person),
		.born_on = *born_on ? date_from_iso(born_on) : DAY_NONE,
		.count = 1,
		.children = {{.given_names = "Ifeoma", .surname = "", .nhs_number = "", .sex = SEX_FEMALE},
			     {.given_names = "Obi", .surname = "", .nhs_number = "", .sex = SEX_MALE}}};

	return birth;
}

static inline const char *is_born(struct casework_fixture *fixture, const struct birth *birth)
{
	const char *follows;

	MUST(casework_birth(fixture->cw, birth, &fixture->mem, &follows, f));
	return follows;
}

/* A letter to the family that waits to be sent. */
static inline void a_waiting_letter(struct casework_fixture *fixture, const char *content)
{
	number(fixture,
	       "INSERT INTO letter (template, template_version, family_id, conference_id, recipient, subject, content, "
	       "digest, written_at, by_user) SELECT 'invitation-parent', '1', family_id, NULL, 'Amelia Okonkwo', "
	       "'Conference', '%s', 'x', 1, 'x' FROM family_member LIMIT 1",
	       content);
	number(fixture, "INSERT INTO delivery (letter_id, method, address, state, queued_at, next_at, by_user) SELECT "
			"max(id), 'post', '1 Elm Road', 'waiting', 1, 1, 'x' FROM letter");
}

#endif
