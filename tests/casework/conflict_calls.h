/* Every verb and query of casework/conflicts.h, each called once about the small world. */
#ifndef TESTS_CONFLICT_CALLS_H
#define TESTS_CONFLICT_CALLS_H

#include "call_world.h"
#include "casework/conflicts.h"

CALL(conflicts)
{
	struct conflict_page out;

	return casework_conflicts(cw, w->waiting, mem, &out, f);
}

CALL(conflict_declare)
{
	(void)mem;
	return casework_conflict_declare(cw, w->waiting, w->other_chair, "taught the mother", f);
}

CALL(conflict_stands_no_more)
{
	(void)mem;
	return casework_conflict_end(cw, w->booked, w->conflict, 1, "they have moved away", f);
}

/* Of the conference that is booked, with somebody who is booked for nothing. */
static inline void make_conflict(struct casework_fixture *fixture, struct world *w)
{
	int64_t who = number(fixture, "SELECT max(id) FROM resource WHERE kind = 'minute_taker' AND is_active"
				      " AND id NOT IN (SELECT resource_id FROM booking)");

	MUST(casework_conflict_declare(fixture->cw, w->booked, who, "lives next door", f));
	w->conflict = number(fixture, "SELECT max(id) FROM conflict_of_interest");
}

#endif
