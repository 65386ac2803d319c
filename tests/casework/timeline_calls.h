/* Every verb and query of visits, of what was shared and of timelines, each called once about the small world. */
#ifndef TESTS_TIMELINE_CALLS_H
#define TESTS_TIMELINE_CALLS_H

#include "call_world.h"
#include "casework/disclosures.h"
#include "casework/timeline.h"
#include "casework/visits.h"

CALL(visits)
{
	struct visit_page out;

	return casework_visits(cw, w->family, mem, &out, f);
}

CALL(visits_again)
{
	struct visit_page out;

	return casework_visits_again(cw, w->family, mem, &out, f);
}

CALL(visit_record)
{
	struct visit visit = visit_blank();
	const struct visit_child seen = {.person_id = w->child, .outcome = VISIT_SEEN, .why = ""};

	UNUSED;
	visit.visited_on = casework_today(cw);
	visit.by_whom = "Tom Campbell";
	return casework_visit_record(cw, w->family, &visit, &seen, 1, f);
}

CALL(disclosures)
{
	struct disclosure_page out;

	return casework_disclosures(cw, w->family, mem, &out, f);
}

CALL(disclosures_again)
{
	struct disclosure_page out;

	return casework_disclosures_again(cw, w->family, mem, &out, f);
}

CALL(disclosure_record)
{
	struct disclosure d = disclosure_blank();

	UNUSED;
	d.shared_on = casework_today(cw);
	d.what = "That the child is on a plan.";
	d.agency = "Northgate Housing";
	d.why = "The home is not safe.";
	d.decided_by = "Amelia Okonkwo";
	d.shared_by = "Tom Campbell";
	return casework_disclosure_record(cw, w->family, &d, &w->child, 1, f);
}

CALL(timeline)
{
	struct timeline out;

	return casework_timeline(cw, w->family, 0, mem, &out, f);
}

#endif
