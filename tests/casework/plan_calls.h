/* Every verb and query of casework/family_plan.h, each called once about the small world. */
#ifndef TESTS_PLAN_CALLS_H
#define TESTS_PLAN_CALLS_H

#include "call_world.h"
#include "casework/family_plan.h"

CALL(family_plan)
{
	struct family_plan out;

	return casework_family_plan(cw, w->group_family, 0, mem, &out, f);
}

CALL(family_plan_again)
{
	struct family_plan out;

	return casework_family_plan_again(cw, w->group_family, 0, mem, &out, f);
}

CALL(plan_family)
{
	int64_t family;

	(void)mem;
	return casework_plan_family(cw, w->planned, &family, f);
}

CALL(plan_text)
{
	const char *text;

	return casework_plan_text(cw, w->group_family, 0, 0, mem, &text, f);
}

CALL(plan_take_out)
{
	const char *path;

	return casework_plan_take_out(cw, w->group_family, 0, 0, w->fixture->folder, mem, &path, f);
}

CALL(plan_compare)
{
	struct plan_comparison out;

	return casework_plan_compare(cw, w->group_family, w->plan_given, w->plan_draft, mem, &out, f);
}

CALL(plan_begin)
{
	struct fault gone = {0};
	int64_t plan;

	(void)mem;
	return casework_plan_drop(cw, w->group_family, w->plan_draft, w->plan_draft_version, f ? f : &gone) &&
	       casework_plan_begin(cw, w->group_family, &plan, f);
}

CALL(plan_texts)
{
	struct plan_version plan = plan_version_blank();

	(void)mem;
	plan.id = w->plan_draft;
	plan.version = w->plan_draft_version;
	plan.harm = "left alone";
	return casework_plan_texts(cw, w->group_family, &plan, f);
}

CALL(plan_action)
{
	struct plan_action one = plan_action_blank();

	(void)mem;
	one.what = "nursery place";
	one.who = "Emma Evans";
	return casework_plan_action(cw, w->group_family, &one, f);
}

CALL(plan_action_drop)
{
	(void)mem;
	return casework_plan_action_drop(cw, w->group_family, w->plan_draft_action, 1, f);
}

CALL(plan_network)
{
	struct plan_network one = plan_network_blank();

	(void)mem;
	one.name = "Joy Bell";
	return casework_plan_network(cw, w->group_family, &one, f);
}

CALL(plan_network_drop)
{
	(void)mem;
	return casework_plan_network_drop(cw, w->group_family, w->plan_helper, 1, f);
}

CALL(plan_drop)
{
	(void)mem;
	return casework_plan_drop(cw, w->group_family, w->plan_draft, w->plan_draft_version, f);
}

CALL(plan_give_out)
{
	const struct plan_giving giving = {.id = w->plan_draft,
					   .version = w->plan_draft_version,
					   .on = casework_today(cw),
					   .who = "Grace Adeyemi",
					   .how = "",
					   .why = ""};

	(void)mem;
	return casework_plan_give_out(cw, w->group_family, &giving, f);
}

CALL(plan_given)
{
	const struct plan_giving giving = {
		.id = w->plan_given, .on = casework_today(cw), .who = "Grace Adeyemi", .how = "", .why = ""};

	(void)mem;
	return casework_plan_given(cw, w->group_family, &giving, f);
}

CALL(plan_scale)
{
	struct plan_scale_said said = {
		.person_id = w->planned, .who = "core group", .why = "", .scale = 5, .said_on = casework_today(cw)};

	(void)mem;
	return casework_plan_scale(cw, w->group_family, &said, f);
}

CALL(overdue_actions)
{
	struct overdue_lines out;

	return casework_overdue_actions(cw, w->group_family, mem, &out, f);
}

/* The family of make_core_group, with its next version begun. */
static inline void make_plan(struct casework_fixture *fixture, struct world *w)
{
	struct plan_network helper = plan_network_blank();

	w->plan_given = number(fixture, "SELECT id FROM plan_version WHERE family_id = %lld",
			       (long long)w->group_family);
	helper.name = "Pastor Bright";
	MUST(casework_plan_network(fixture->cw, w->group_family, &helper, f));
	w->plan_helper = helper.id;
	w->plan_draft = helper.plan_version_id;
	w->plan_draft_version = number(fixture, "SELECT version FROM plan_version WHERE id = %lld",
				       (long long)w->plan_draft);
	w->plan_draft_action = number(fixture, "SELECT id FROM plan_action WHERE plan_version_id = %lld",
				      (long long)w->plan_draft);
}

#endif
