/* Every verb of casework/intake.h, each called once about the small world. */
#ifndef TESTS_INTAKE_CALLS_H
#define TESTS_INTAKE_CALLS_H

#include "call_world.h"
#include "casework/intake.h"
#include "intake_rows.h"

CALL(import_contact)
{
	const struct intake_contact row = {.agency = w->family ? "Health visiting" : "",
					   .quorum_group = "health",
					   .name = "Ruth Abbey",
					   .role = "",
					   .email = "",
					   .phone = "",
					   .checked_on = DAY_NONE};
	enum intake_result result;

	(void)mem;
	return intake_contact(cw, &row, &result, f);
}

CALL(import_person)
{
	const struct intake_person row = person_row(w->family ? "FAM-7000" : "", "F77", "Bello", "Tunde",
						    RELATIONSHIP_CHILD, "2018-08-08");
	enum intake_result result;

	(void)mem;
	return intake_person(cw, &row, &result, f);
}

CALL(import_request)
{
	const struct intake_request row = {.family_reference = w->family ? "CIN-F11" : "",
					   .children = "",
					   .type = CONFERENCE_INITIAL,
					   .strategy_on = date_from_iso("2026-03-30"),
					   .social_worker = "",
					   .reason = "injury",
					   .interpreter = "",
					   .sittings = "",
					   .avoid = ""};
	enum intake_result result;

	(void)mem;
	return intake_request(cw, &row, &result, f);
}

CALL(import_child)
{
	const struct child_row row = {.la_child_id = w->family ? "F88" : "", .born_on = "2015-01-09"};
	struct intake_complaint_list complaints = {0};
	struct built_child built;
	enum intake_result result;

	build_child(&built, &row);
	return intake_child(cw, &built.child, mem, &complaints, &result, f);
}

#endif
