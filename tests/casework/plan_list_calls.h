/* Every verb and query of casework/plan_list.h, each called once about the small world. */
#ifndef TESTS_PLAN_LIST_CALLS_H
#define TESTS_PLAN_LIST_CALLS_H

#include "call_world.h"
#include "casework/plan_list.h"

CALL(plan_list_search)
{
	struct plan_list_found out;

	UNUSED;
	return casework_plan_list_search(cw, "okonkwo", DAY_NONE, 20, true, mem, &out, f);
}

CALL(plan_list_entry)
{
	struct plan_list_entry out;

	return casework_plan_list_entry(cw, w->planned, DAY_NONE, mem, &out, f);
}

CALL(plan_list_record)
{
	struct list_enquiry enquiry = {.asker = w->family ? "Dr Imran Shah" : "",
				       .agency = "Northgate Hospital",
				       .purpose = "a burn",
				       .checked = LIST_CHECK_CALL_BACK,
				       .checked_with = "01632 960000",
				       .words = "Chidi Okonkwo",
				       .person_id = w->planned,
				       .as_at = DAY_NONE};

	return casework_plan_list_record(cw, &enquiry, mem, f);
}

CALL(plan_list_enquiries)
{
	struct plan_list_asked_list out;

	UNUSED;
	return casework_plan_list_enquiries(cw, DAY_NONE, DAY_NONE, 0, mem, &out, f);
}

CALL(plan_list_as_at)
{
	struct plan_list_line_list out;

	UNUSED;
	return casework_plan_list_as_at(cw, DAY_NONE, mem, &out, f);
}

CALL(export_plans)
{
	struct plan_list_line_list out;

	UNUSED;
	return casework_export_plans(cw, DAY_NONE, mem, &out, f);
}

CALL(export_actions)
{
	struct overdue_lines out;

	UNUSED;
	return casework_export_actions(cw, mem, &out, f);
}

CALL(plan_list_counts)
{
	struct plan_list_counts out;

	UNUSED;
	return casework_plan_list_counts(cw, DAY_NONE, &out, f);
}

#endif
