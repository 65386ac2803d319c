/* What falls due after a conference, and what was due before it. */
#include "live_closing.h"

#include "deadline_keeping.h"
#include "live_reconvene.h"
#include "store/deadline_store.h"

/* Until when a complaint may come is nobody's task: the letters say it, and a later one is asked why. */
static const enum rule_key after_conference[] = {RULE_DECISION_LETTER, RULE_RECORD_APPROVE, RULE_RECORD_DISTRIBUTE};
enum { AFTER_COUNT = sizeof after_conference / sizeof *after_conference };

static bool is_of_conference(const struct closing_child *child)
{
	return child->is_of_conference;
}

static bool subject_of(const struct closing *closing, bool (*is)(const struct closing_child *child), struct arena *mem,
		       struct deadline_subject *out, struct fault *f)
{
	int64_t *ids = arena_alloc(mem, (closing->children.count + 1) * sizeof *ids);

	if (!ids)
		return fault_set(f, FAULT_MEMORY, "There is not enough memory to close this: nothing was saved.");
	*out = (struct deadline_subject){.kind = SUBJECT_CONFERENCE,
					 .id = closing->conference.id,
					 .family_id = closing->conference.family_id,
					 .children = ids};
	for (size_t i = 0; i < closing->children.count; i++)
		if (is(&closing->children.items[i]))
			ids[out->child_count++] = closing->children.items[i].person->id;
	return true;
}

/* A plan that goes on has one core group to come at any time: where none is owed yet, it is from here. */
static bool next_core_group(struct casework *cw, const struct plan *plan, day_number on, struct arena *mem,
			    struct fault *f)
{
	const struct deadline_subject subject = {.kind = SUBJECT_PLAN,
						 .id = plan->id,
						 .family_id = plan->family_id,
						 .children = &plan->person_id,
						 .child_count = 1};
	struct deadline_row first, next;

	if (!deadline_open_one(cw->store, RULE_CORE_GROUP_FIRST, SUBJECT_PLAN, plan->id, mem, &first, f) ||
	    !deadline_open_one(cw->store, RULE_CORE_GROUP_NEXT, SUBJECT_PLAN, plan->id, mem, &next, f))
		return false;
	return first.id || next.id || deadline_set(cw, RULE_CORE_GROUP_NEXT, &subject, on, f);
}

static bool core_groups(struct casework *cw, const struct closing *closing, struct arena *mem, struct fault *f)
{
	for (size_t i = 0; i < closing->children.count; i++) {
		const struct closing_child *child = &closing->children.items[i];

		if (child->decision.outcome != OUTCOME_PLAN_MADE && closing_has_plan_after(child) &&
		    !next_core_group(cw, &child->plan, closing->conference.held_on, mem, f))
			return false;
	}
	return true;
}

bool closing_deadlines(struct casework *cw, const struct closing *closing, struct arena *mem, struct fault *f)
{
	const struct conference *c = &closing->conference;
	struct deadline_subject all, planned;

	if (!subject_of(closing, is_of_conference, mem, &all, f) ||
	    !subject_of(closing, closing_makes_plan, mem, &planned, f) ||
	    !live_day_is_over(cw, c, "the conference was held", mem, f))
		return false;
	for (int i = 0; i < AFTER_COUNT; i++)
		if (!deadline_set(cw, after_conference[i], &all, c->held_on, f))
			return false;
	if (planned.child_count && !deadline_set(cw, RULE_PLAN_ISSUE, &planned, c->held_on, f))
		return false;
	return core_groups(cw, closing, mem, f);
}
