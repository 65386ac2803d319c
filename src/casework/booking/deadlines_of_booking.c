/* Which obligations follow from a conference's day, and from a child's plan. The figures are the policy's. */
#include "deadline_keeping.h"

#include "core_group_reach.h"
#include "review_deadlines.h"
#include "store/conference_store.h"
#include "store/deadline_store.h"
#include "store/plan_store.h"
#include "visit_keeping.h"

/* Before the day. What falls due after it (decision letter, record, first core group) is opened by
 * deciding. */
static const enum rule_key before_initial[] = {
	RULE_INVITE_INITIAL,        RULE_POLICE_NOTICE,          RULE_REPLIES,
	RULE_REPORT_INITIAL,        RULE_REPORT_MANAGER_INITIAL, RULE_REPORT_CHAIR_INITIAL,
	RULE_REPORT_FAMILY_INITIAL, RULE_EXCLUSION_REQUEST,      RULE_BUNDLE};
static const enum rule_key before_review[] = {
	RULE_INVITE_REVIEW,        RULE_POLICE_NOTICE,         RULE_REPLIES,
	RULE_REPORT_REVIEW,        RULE_REPORT_MANAGER_REVIEW, RULE_REPORT_CHAIR_REVIEW,
	RULE_REPORT_FAMILY_REVIEW, RULE_EXCLUSION_REQUEST,     RULE_BUNDLE};
enum { BEFORE_COUNT = sizeof before_initial / sizeof *before_initial };
_Static_assert(sizeof before_review == sizeof before_initial,
	       "both kinds of conference owe as many things before the day");

/* A reconvened or second conference goes over the ground of the one it follows: its papers are those of an initial one
 * only while no child is on a plan yet, and that is what it was requested as. */
static const enum rule_key *rules_before(enum conference_type type)
{
	return type == CONFERENCE_REVIEW ? before_review : before_initial;
}

bool deadlines_of_booking(struct casework *cw, const struct conference *conference, const int64_t *children,
			  size_t child_count, struct fault *f)
{
	const struct deadline_subject subject = {.kind = SUBJECT_CONFERENCE,
						 .id = conference->id,
						 .family_id = conference->family_id,
						 .children = children,
						 .child_count = child_count};
	const enum rule_key *rules = rules_before(conference->type);

	for (int i = 0; i < BEFORE_COUNT; i++)
		if (!deadline_set(cw, rules[i], &subject, conference->held_on, f))
			return false;
	return updates_of_review(cw, conference, f);
}

bool deadlines_of_lost_day(struct casework *cw, const struct conference *conference, const char *reason,
			   struct fault *f)
{
	const enum rule_key *rules = rules_before(conference->type);

	for (int i = 0; i < BEFORE_COUNT; i++)
		if (!deadline_withdraw(cw, rules[i], SUBJECT_CONFERENCE, conference->id, reason, f))
			return false;
	return updates_of_review(cw, conference, f);
}

/* The earliest birth expected among the unborn of a conference, and whom it is about. */
static day_number next_birth(const struct person_list *children)
{
	day_number birth = DAY_NONE;

	for (size_t i = 0; i < children->count; i++) {
		const struct person *p = &children->items[i];

		if (person_is_unborn(p) && (birth == DAY_NONE || p->expected_on < birth))
			birth = p->expected_on;
	}
	return birth;
}

bool deadline_of_pre_birth(struct casework *cw, const struct conference *conference, struct arena *mem, struct fault *f)
{
	struct deadline_subject subject = {
		.kind = SUBJECT_CONFERENCE, .id = conference->id, .family_id = conference->family_id};
	struct person_list children;
	int64_t *ids;

	if (!conference_children(cw->store, conference->id, mem, &children, f))
		return false;
	if (next_birth(&children) == DAY_NONE)
		return deadline_withdraw(cw, RULE_PREBIRTH, SUBJECT_CONFERENCE, conference->id, "the child was born",
					 f);
	ids = arena_alloc(mem, (children.count + 1) * sizeof *ids);
	if (!ids)
		return fault_set(f, FAULT_MEMORY, "There is not enough memory to work out the limits.");
	for (size_t i = 0; i < children.count; i++)
		ids[i] = children.items[i].id;
	subject.children = ids;
	subject.child_count = children.count;
	return deadline_set(cw, RULE_PREBIRTH, &subject, next_birth(&children), f);
}

bool deadlines_of_birth(struct casework *cw, int64_t person, struct fault *f)
{
	struct arena mem = {0};
	struct plan_list plans;
	struct conference_list conferences;
	bool ok = plans_of_person(cw->store, person, &mem, &plans, f) &&
		  conferences_of_person(cw->store, person, &mem, &conferences, f);

	for (size_t i = 0; ok && i < plans.count; i++)
		ok = plans.items[i].ended_on != DAY_NONE || deadlines_of_plan(cw, plans.items[i].id, false, f);
	for (size_t i = 0; ok && i < conferences.count; i++) {
		const struct conference *c = &conferences.items[i];

		ok = c->type != CONFERENCE_PRE_BIRTH || conference_state_is_held(c->state) ||
		     conference_state_is_ended(c->state) || deadline_of_pre_birth(cw, c, &mem, f);
	}
	arena_finish(&mem);
	return ok;
}
