/* Rows as files bring them, with everything a test does not care about left empty. */
#ifndef TESTS_INTAKE_ROWS_H
#define TESTS_INTAKE_ROWS_H

#include "casework/intake.h"
#include "casework_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define FIXTURE_TEST(name) cmocka_unit_test_setup_teardown(name, casework_fixture_setup, casework_fixture_teardown)

/* So that a failing test says why in the program's own words. */
#define assert_done(call, f)                                                                                           \
	do {                                                                                                           \
		if (!(call))                                                                                           \
			fail_msg("%s: %s [%s]", #call, (f)->message, (f)->detail);                                     \
	} while (0)

static inline struct person some_person(const char *surname, const char *given_names, const char *born_on)
{
	return (struct person){.reference = "",
			       .la_child_id = "",
			       .upn = "",
			       .upn_unknown = "",
			       .nhs_number = "",
			       .surname = surname,
			       .given_names = given_names,
			       .known_as = "",
			       .sex = SEX_UNKNOWN,
			       .born_on = date_from_iso(born_on),
			       .expected_on = DAY_NONE,
			       .died_on = DAY_NONE,
			       .ethnicity = "",
			       .disabilities = "",
			       .language = "",
			       .phone = "",
			       .email = ""};
}

static inline struct intake_person person_row(const char *family, const char *la_child_id, const char *surname,
					      const char *given_names, enum relationship relationship,
					      const char *born_on)
{
	struct intake_person row = {
		.family_reference = family,
		.relationship = relationship,
		.person = some_person(surname, given_names, born_on),
		.address = {
			.lines = "", .postcode = "", .from_on = DAY_NONE, .to_on = DAY_NONE, .confidential_from = ""}};

	row.person.la_child_id = la_child_id;
	return row;
}

/* One episode with at most one enquiry, one plan and a few reviews: dates are ISO, "" for none. */
struct child_row {
	const char *la_child_id, *born_on, *expected_on, *strategy_on, *conference_on;
	enum yes_no not_required;
	const char *plan_on, *plan_ended_on;
	const char *reviews[4];
};

struct built_child {
	struct intake_section47 section47;
	struct intake_plan plan;
	day_number reviews[4];
	struct intake_episode episode;
	struct intake_child child;
};

static inline day_number day_or_none(const char *iso)
{
	return iso && *iso ? date_from_iso(iso) : DAY_NONE;
}

static inline void build_child(struct built_child *b, const struct child_row *row)
{
	*b = (struct built_child){0};
	b->section47 = (struct intake_section47){day_or_none(row->strategy_on), day_or_none(row->conference_on),
						 row->not_required};
	b->plan = (struct intake_plan){.started_on = day_or_none(row->plan_on),
				       .ended_on = day_or_none(row->plan_ended_on),
				       .initial = CATEGORY_NEGLECT,
				       .latest = CATEGORY_NEGLECT,
				       .reviews = b->reviews};
	for (size_t i = 0; i < 4 && row->reviews[i]; i++)
		b->reviews[b->plan.review_count++] = date_from_iso(row->reviews[i]);
	b->episode = (struct intake_episode){.referred_on = date_from_iso("2025-01-02"),
					     .closed_on = DAY_NONE,
					     .conference_on = DAY_NONE,
					     .referral_source = "1A",
					     .primary_need = "N1",
					     .closure_reason = "",
					     .section47s = &b->section47,
					     .section47_count = row->strategy_on && *row->strategy_on,
					     .plans = &b->plan,
					     .plan_count = row->plan_on && *row->plan_on};
	b->child.person = some_person("", "", row->born_on ? row->born_on : "");
	b->child.person.expected_on = day_or_none(row->expected_on);
	b->child.person.la_child_id = row->la_child_id;
	b->child.episodes = &b->episode;
	b->child.episode_count = 1;
}

/* Takes one built child in; complaints go to the fixture's arena. */
static inline enum intake_result take_child(struct casework_fixture *fixture, const struct built_child *b,
					    struct intake_complaint_list *complaints)
{
	enum intake_result result = INTAKE_REFUSED;
	struct fault f = {0};

	*complaints = (struct intake_complaint_list){0};
	assert_done(intake_child(fixture->cw, &b->child, &fixture->mem, complaints, &result, &f), &f);
	return result;
}

static inline enum intake_result take_row(struct casework_fixture *fixture, const struct child_row *row)
{
	struct intake_complaint_list complaints;
	struct built_child b;
	enum intake_result result;

	build_child(&b, row);
	result = take_child(fixture, &b, &complaints);
	if (complaints.count > 0)
		fail_msg("%s: %s", complaints.items[0].field, complaints.items[0].message);
	return result;
}

#endif
