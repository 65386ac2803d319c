/* Every verb and query of casework/merging.h, each called once about the small world. */
#ifndef TESTS_MERGING_CALLS_H
#define TESTS_MERGING_CALLS_H

#include "call_world.h"
#include "casework/merging.h"

CALL(merge_try)
{
	struct merging_page out;

	return casework_merge_try(cw, w->entry, w->second_entry, mem, &out, f);
}

CALL(merge)
{
	const struct merging merging = {.kept_id = w->entry,
					.gone_id = w->second_entry,
					.kept_version = 2,
					.gone_version = 1,
					.reason = "the same passport"};

	(void)mem;
	return casework_merge(cw, &merging, f);
}

CALL(merged)
{
	struct merged_list out;

	return casework_merged(cw, w->entry_family, mem, &out, f);
}

CALL(merge_undo)
{
	(void)mem;
	return casework_merge_undo(cw, w->merge, "two sisters", f);
}

static inline int64_t an_entry(struct world *w, const char *given_names)
{
	struct person person = some_person("Achterberg", given_names, "");

	MUST(casework_member_add(w->fixture->cw, w->entry_family, &person, RELATIONSHIP_AUNT, ANSWER_NO, NULL, f));
	return person.id;
}

/* A family of their own: an aunt who was entered three times, of which two are one already. */
static inline void make_merging(struct casework_fixture *fixture, struct world *w)
{
	struct merging merging = {.kept_version = 1, .gone_version = 1, .reason = "the same telephone number"};

	MUST(casework_family_add(fixture->cw, "Achterberg", &w->entry_family, f));
	merging.kept_id = w->entry = an_entry(w, "Mieke");
	merging.gone_id = an_entry(w, "Maria");
	w->second_entry = an_entry(w, "Mia");
	MUST(casework_merge(fixture->cw, &merging, f));
	w->merge = number(fixture, "SELECT id FROM person_merge");
}

#endif
