/* Which obligations follow from a conference's day, and from a child's plan. The figures are the policy's. */
#include "deadline_keeping.h"

#include "store/deadline_store.h"

/* Before the day. What falls due after it (decision letter, record, first core group, complaint window) is opened by
 * deciding. */
static const enum rule_key before_initial[] = {RULE_INVITE_INITIAL,        RULE_POLICE_NOTICE,     RULE_REPORT_INITIAL,
					       RULE_REPORT_FAMILY_INITIAL, RULE_EXCLUSION_REQUEST, RULE_BUNDLE};
static const enum rule_key before_review[] = {RULE_INVITE_REVIEW,        RULE_POLICE_NOTICE,     RULE_REPORT_REVIEW,
					      RULE_REPORT_FAMILY_REVIEW, RULE_EXCLUSION_REQUEST, RULE_BUNDLE};
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
	return true;
}

bool deadlines_of_lost_day(struct casework *cw, const struct conference *conference, const char *reason,
			   struct fault *f)
{
	const enum rule_key *rules = rules_before(conference->type);

	for (int i = 0; i < BEFORE_COUNT; i++)
		if (!deadline_withdraw(cw, rules[i], SUBJECT_CONFERENCE, conference->id, reason, f))
			return false;
	return true;
}

/* A review that took place settles the limit that was open for it, unless that one already counts from this review. */
static bool settle_held(struct casework *cw, enum rule_key rule, const struct plan_course *plan, struct arena *mem,
			struct fault *f)
{
	struct deadline_row row;

	if (!deadline_open_one(cw->store, rule, SUBJECT_PLAN, plan->id, mem, &row, f))
		return false;
	if (!row.id || row.trigger_on >= plan->last_review_on)
		return true;
	return deadline_met(cw, rule, SUBJECT_PLAN, plan->id, plan->last_review_on, f);
}

static bool reviews_of_plan(struct casework *cw, const struct plan_course *plan, const struct deadline_subject *subject,
			    struct arena *mem, struct fault *f)
{
	bool is_born = plan->was_unborn && plan->born_on != DAY_NONE && plan->born_on >= plan->started_on;

	if (plan->last_review_on == DAY_NONE)
		return deadline_set(cw, RULE_REVIEW_FIRST, subject, plan->initial_on, f) &&
		       (!is_born || deadline_set(cw, RULE_REVIEW_AFTER_BIRTH, subject, plan->born_on, f));
	return settle_held(cw, RULE_REVIEW_FIRST, plan, mem, f) &&
	       settle_held(cw, RULE_REVIEW_AFTER_BIRTH, plan, mem, f) &&
	       settle_held(cw, RULE_REVIEW_NEXT, plan, mem, f) &&
	       deadline_set(cw, RULE_REVIEW_NEXT, subject, plan->last_review_on, f);
}

/* A first core group long past its limit that another system looked after is no work of ours. */
static bool first_core_group(struct casework *cw, const struct plan_course *plan,
			     const struct deadline_subject *subject, bool was_held_here, struct fault *f)
{
	struct deadline_dates dates = deadline_compute(casework_policy(cw), casework_calendar(cw),
						       RULE_CORE_GROUP_FIRST, plan->initial_on);

	if (dates.due == DAY_NONE || (!was_held_here && dates.due < casework_today(cw)))
		return true;
	return deadline_set(cw, RULE_CORE_GROUP_FIRST, subject, plan->initial_on, f);
}

bool deadlines_of_plan(struct casework *cw, int64_t plan, bool was_held_here, struct fault *f)
{
	struct arena mem = {0};
	struct plan_course course;
	struct deadline_subject subject;
	bool ok = plan_course_of(cw->store, plan, &mem, &course, f);

	if (!ok)
		goto done;
	subject = (struct deadline_subject){.kind = SUBJECT_PLAN,
					    .id = plan,
					    .family_id = course.family_id,
					    .children = &course.person_id,
					    .child_count = 1};
	if (course.ended_on != DAY_NONE)
		ok = deadlines_withdraw_all(cw, SUBJECT_PLAN, plan, "the plan ended", f);
	else
		ok = reviews_of_plan(cw, &course, &subject, &mem, f) &&
		     first_core_group(cw, &course, &subject, was_held_here, f);
done:
	arena_finish(&mem);
	return ok;
}
