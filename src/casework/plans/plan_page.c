/* The page of a family's plan: what a version says, for whom, and who may be meant in it; and two versions compared. */
#include "casework/family_plan.h"

#include "booking_facts.h"
#include "complaint_keeping.h"
#include "domain/plan_list.h"
#include "invitee_words.h"
#include "live_words.h"
#include "plan_reach.h"
#include "safety_scales.h"
#include "store/core_group_store.h"
#include "store/family_store.h"
#include "store/person_store.h"
#include "store/plan_store.h"
#include "store/plan_version_store.h"

static bool too_much(struct fault *f)
{
	return fault_set(f, FAULT_MEMORY, "There is not enough memory to show this plan.");
}

/* --- For whom --- */

static const char *called(const struct person *person, struct arena *mem)
{
	const struct person_list one = {.items = (struct person[]){*person}, .count = 1};

	return live_children_words(&one, mem);
}

static const char *plan_words(const struct plan *plan, struct arena *mem)
{
	char day[DATE_TEXT_ROOM];

	if (plan->ended_on != DAY_NONE)
		return arena_printf(mem, "%s ended %s", plan->reference, date_medium(plan->ended_on, day));
	return arena_printf(mem, "%s %s, since %s%s", plan->reference, category_label(plan->category_latest),
			    date_medium(plan->started_on, day),
			    plan->is_other_authority ? ", another authority's" : "");
}

static bool is_listed(const struct family_plan_child_list *all, int64_t person)
{
	for (size_t i = 0; i < all->count; i++)
		if (all->items[i].person_id == person)
			return true;
	return false;
}

static bool read_children(struct casework *cw, const struct plan_reached *reached, struct arena *mem,
			  struct family_plan *out, struct fault *f)
{
	for (size_t i = 0; i < reached->plans.count; i++) { /* open ones first, then the newest */
		const struct plan *plan = &reached->plans.items[i];
		struct family_plan_child *one;
		struct person person;

		if (is_listed(&out->children, plan->person_id))
			continue;
		if (!person_by_id(cw->store, plan->person_id, mem, &person, f))
			return false;
		one = ARENA_PUSH(mem, &out->children);
		if (!one)
			return too_much(f);
		*one = (struct family_plan_child){.person_id = plan->person_id,
						  .name = called(&person, mem),
						  .plan_words = plan_words(plan, mem),
						  .is_on_plan = plan_is_ours(plan),
						  .since = plan->started_on};
	}
	return true;
}

/* --- Who may be meant --- */

static bool push_person(struct plan_person_list *all, struct arena *mem, struct plan_person person)
{
	struct plan_person *one = ARENA_PUSH(mem, all);

	if (one)
		*one = person;
	return one != NULL;
}

static bool is_meant(const struct plan_person_list *all, int64_t person)
{
	for (size_t i = 0; person && i < all->count; i++)
		if (all->items[i].person_id == person)
			return true;
	return false;
}

static bool read_people(struct casework *cw, int64_t family, struct arena *mem, struct family_plan *out,
			struct fault *f)
{
	struct core_group_list groups;
	struct core_group_member_list members = {0};
	struct member_list people;
	char name[NAME_ROOM];

	if (!core_groups_of_family(cw->store, family, mem, &groups, f) ||
	    (groups.count && !core_group_members_of(cw->store, groups.items[0].id, mem, &members, f)) ||
	    !members_of_family(cw->store, family, mem, &people, f))
		return false;
	for (size_t i = 0; i < members.count; i++) {
		const struct core_group_member *m = &members.items[i];

		if (m->until == DAY_NONE &&
		    !push_person(&out->people, mem,
				 (struct plan_person){.name = m->shown_name,
						      .words = words_joined(m->role, m->shown_agency, mem),
						      .person_id = m->person_id,
						      .contact_id = m->contact_id}))
			return too_much(f);
	}
	for (size_t i = 0; i < people.count; i++) {
		const struct member *m = &people.items[i];

		if (!is_meant(&out->people, m->person_id) && m->person.died_on == DAY_NONE &&
		    !push_person(&out->people, mem,
				 (struct plan_person){.name = arena_text(mem, person_full_name(&m->person, name)),
						      .words = relationship_label(m->relationship),
						      .person_id = m->person_id}))
			return too_much(f);
	}
	return true;
}

/* --- The page --- */

static bool choose_version(struct plan_reached *reached, int64_t version, struct family_plan *out, struct fault *f)
{
	out->plan = reached->newest.id ? reached->newest : reached->draft;
	out->newest = reached->newest.id;
	out->draft = reached->draft.id;
	if (!version)
		return true;
	for (size_t i = 0; i < reached->versions.count; i++)
		if (reached->versions.items[i].id == version) {
			out->plan = reached->versions.items[i];
			return true;
		}
	return fault_set(f, FAULT_NOT_FOUND, "This version of the plan is no longer in the case file.");
}

static bool read_version(struct casework *cw, struct arena *mem, struct family_plan *out, struct fault *f)
{
	struct person_list children = {0};
	struct plan_action_list newest = {0};

	if (out->plan.id && (!plan_actions_of(cw->store, out->plan.id, mem, &out->actions, f) ||
			     !plan_network_of(cw->store, out->plan.id, mem, &out->network, f) ||
			     !plan_given_of(cw->store, out->plan.id, mem, &out->given, f) ||
			     !plan_version_children(cw->store, out->plan.id, mem, &children, f)))
		return false;
	if (out->is_open && out->newest && !plan_actions_of(cw->store, out->newest, mem, &newest, f))
		return false;
	for (size_t i = 0; i < newest.count; i++)
		out->overdue += plan_action_is_overdue(&newest.items[i], casework_today(cw));
	out->for_words = live_children_words(&children, mem);
	return true;
}

static bool read_page(struct casework *cw, int64_t family, int64_t version, struct arena *mem, struct family_plan *out,
		      struct fault *f)
{
	struct plan_reached reached;

	if (!plan_reach(cw, family, mem, &reached, f))
		return false;
	if (!reached.plans.count && !reached.versions.count)
		return fault_set(f, FAULT_REFUSED,
				 "No child of this family is or was on a plan: there is no plan to look at.");
	out->family_id = family;
	out->reference = reached.family.reference;
	out->marker = live_marker(reached.family.is_restricted);
	out->is_open = reached.is_open;
	out->versions = reached.versions;
	out->live_reference = reached.live_reference;
	out->may_write = reached.is_open && casework_may(cw, ACTION_WRITE_PLAN, NULL);
	out->may_mark = reached.is_open && casework_may(cw, ACTION_KEEP_CORE_GROUPS, NULL);
	if (!choose_version(&reached, version, out, f) || !read_children(cw, &reached, mem, out, f) ||
	    !read_version(cw, mem, out, f) || !read_people(cw, family, mem, out, f) ||
	    !safety_scales_read(cw, family, mem, out, f) ||
	    !complaint_stands_of_family(cw, family, mem, &out->stands, f))
		return false;
	out->family_words = family_words(reached.family.name, reached.family.reference, out->children.count, mem);
	return !arena_exhausted(mem) || too_much(f);
}

bool casework_family_plan(struct casework *cw, int64_t family, int64_t version, struct arena *mem,
			  struct family_plan *out, struct fault *f)
{
	*out = (struct family_plan){0};
	if (!look_begin(cw, ACTION_SEE_CASES, f))
		return false;
	if (!read_page(cw, family, version, mem, out, f))
		return look_undo(cw);
	return look_end(cw, f, "look.plan", SUBJECT_FAMILY, family, family, "%s: plan %d", out->reference,
			out->plan.number);
}

bool casework_family_plan_again(struct casework *cw, int64_t family, int64_t version, struct arena *mem,
				struct family_plan *out, struct fault *f)
{
	bool ok;

	*out = (struct family_plan){0};
	if (!look_begin(cw, ACTION_SEE_CASES, f))
		return false;
	ok = read_page(cw, family, version, mem, out, f);
	look_undo(cw); /* the first look at this screen is logged */
	return ok;
}

/* --- Whose --- */

static bool family_in(struct casework *cw, int64_t person, struct arena *mem, int64_t *family, struct fault *f)
{
	struct plan_list plans;
	struct family of;
	bool may = false;

	if (!plans_of_person(cw->store, person, mem, &plans, f))
		return false;
	if (plans.count)
		*family = plans.items[0].family_id; /* open ones first, then the newest */
	else if (family_of_child(cw->store, person, mem, &of, NULL))
		*family = of.id;
	if (*family && !work_may_see_family(cw, *family, &may, f))
		return false;
	if (may)
		return true;
	*family = 0;
	return fault_set(f, FAULT_NOT_FOUND, "There is no such child in a family, or it is not for you to see.");
}

bool casework_plan_family(struct casework *cw, int64_t person, int64_t *family, struct fault *f)
{
	struct arena mem = {0};
	bool ok;

	*family = 0;
	if (!look_begin(cw, ACTION_SEE_CASES, f))
		return false;
	ok = family_in(cw, person, &mem, family, f);
	look_undo(cw);
	arena_finish(&mem);
	return ok;
}

/* --- Two versions --- */

static bool read_side(struct casework *cw, const struct plan_reached *reached, int64_t id, struct arena *mem,
		      struct plan_side *out, struct fault *f)
{
	for (size_t i = 0; i < reached->versions.count; i++)
		if (reached->versions.items[i].id == id) {
			out->plan = reached->versions.items[i];
			return plan_actions_of(cw->store, id, mem, &out->actions, f) &&
			       plan_network_of(cw->store, id, mem, &out->network, f);
		}
	return fault_set(f, FAULT_NOT_FOUND, "This version of the plan is no longer in the case file.");
}

static bool compare_in(struct casework *cw, int64_t family, int64_t one, int64_t other, struct arena *mem,
		       struct plan_comparison *out, struct fault *f)
{
	struct plan_reached reached;
	struct plan_side swap;

	if (!plan_reach(cw, family, mem, &reached, f) || !read_side(cw, &reached, one, mem, &out->before, f) ||
	    !read_side(cw, &reached, other, mem, &out->now, f))
		return false;
	if (one == other)
		return fault_set(f, FAULT_REFUSED, "Choose two versions to set beside one another.");
	if (out->before.plan.number > out->now.plan.number) {
		swap = out->before;
		out->before = out->now;
		out->now = swap;
	}
	out->reference = reached.family.reference;
	out->family_words = family_words(reached.family.name, reached.family.reference, reached.plans.count, mem);
	return true;
}

bool casework_plan_compare(struct casework *cw, int64_t family, int64_t one, int64_t other, struct arena *mem,
			   struct plan_comparison *out, struct fault *f)
{
	*out = (struct plan_comparison){0};
	if (!look_begin(cw, ACTION_SEE_CASES, f))
		return false;
	if (!compare_in(cw, family, one, other, mem, out, f))
		return look_undo(cw);
	return look_end(cw, f, "look.plan_versions", SUBJECT_FAMILY, family, family, "%s: plans %d and %d",
			out->reference, out->before.plan.number, out->now.plan.number);
}
