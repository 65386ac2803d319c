/* Who should be in the core group that a conference names: found in steps, each person once. */
#include "base/text.h"
#include "casework/live_plan.h"
#include "hidden_homes.h"
#include "invitee_proposal.h"
#include "live_after.h"
#include "live_core_group.h"
#include "live_reach.h"
#include "people_keeping.h"
#include "report_keeping.h"
#include "social_worker.h"
#include "store/conference_store.h"
#include "store/core_group_store.h"
#include "store/directory_store.h"
#include "store/family_store.h"
#include "store/invitee_store.h"
#include "store/live_store.h"
#include "store/person_store.h"

#include <string.h>

/* What all steps go by. */
struct gathering {
	struct casework *cw;
	const struct conference *conference;
	struct member_list family;
	struct invitee_list invitees;
	struct attendance_list attendances;
	struct hidden_home_list homes;
	struct arena *mem;
	struct core_group_member_list *out;
	struct core_group_member social_worker; /* as they are best known: by the directory, else by what was typed */
	const char *left_out;                   /* "Stacey Cooper, mother: where another lives is kept from them" */
};

static bool too_much(struct fault *f)
{
	return fault_set(f, FAULT_MEMORY, "There is not enough memory to propose a core group.");
}

/* --- Who is left to the officer's choice --- */

static const struct member *member_of(const struct gathering *g, int64_t person)
{
	for (size_t i = 0; i < g->family.count; i++)
		if (g->family.items[i].person_id == person)
			return &g->family.items[i];
	return NULL;
}

static enum attendance_state attendance_of(const struct gathering *g, int64_t invitee)
{
	for (size_t i = 0; i < g->attendances.count; i++)
		if (g->attendances.items[i].invitee_id == invitee)
			return g->attendances.items[i].state;
	return ATTENDANCE_NONE;
}

static struct core_group_member member_of_invitee(const struct invitee *invitee)
{
	struct core_group_member one = core_group_member_blank();

	one.person_id = invitee->person_id;
	one.contact_id = invitee->person_id ? 0 : invitee->contact_id;
	one.name = one.person_id || one.contact_id ? "" : invitee->shown_name;
	one.role = invitee->shown_role;
	one.shown_name = invitee->shown_name;
	one.shown_agency = invitee->shown_agency;
	return one;
}

static bool was_excluded(const struct gathering *g, const struct core_group_member *one)
{
	const struct core_group_member_list single = {(struct core_group_member *)one, 1, 1};

	for (size_t i = 0; i < g->invitees.count; i++) {
		const struct invitee *invitee = &g->invitees.items[i];
		const struct core_group_member as_member = member_of_invitee(invitee);

		if ((invitee->exclusion == EXCLUSION_WHOLE || attendance_of(g, invitee->id) == ATTENDANCE_EXCLUDED) &&
		    core_group_member_find(&single, &as_member, g->mem))
			return true;
	}
	return false;
}

/* Said once of each person: somebody who is missing in silence is thought to be forgotten. */
static void leave_out(struct gathering *g, const struct member *member, const char *why)
{
	char name[NAME_ROOM];
	const char *words = arena_printf(g->mem, "%s, %s: %s", person_full_name(&member->person, name),
					 relationship_label(member->relationship), why);

	if (!strstr(g->left_out, words))
		g->left_out = arena_joined(g->mem, g->left_out, "; ", words);
}

/* Somebody of the directory; id 0: none, or not there any more. */
static bool find_contact(struct gathering *g, int64_t id, struct contact *out, struct fault *f)
{
	struct fault why = {0};
	bool found = false;

	if (id && !people_found(contact_by_id(g->cw->store, id, g->mem, out, &why), &why, &found, f))
		return false;
	if (!found)
		out->id = 0;
	return true;
}

/* Of whoever is the social worker under another entry it is this one. */
static bool settle(struct gathering *g, const struct core_group_member **who, struct fault *f)
{
	const struct core_group_member *one = *who;
	struct list_entry entry = {
		.contact_id = one->contact_id, .name = one->shown_name, .role = one->role, .quorum_group = ""};
	struct contact contact;

	if (!find_contact(g, one->contact_id, &contact, f))
		return false;
	if (contact.id)
		entry.quorum_group = contact.quorum_group;
	if (one->person_id || !social_worker_is(g->conference, &entry, g->mem))
		return true;
	if (one->contact_id && !g->social_worker.contact_id)
		g->social_worker = *one;
	g->social_worker.role = "social worker";
	g->social_worker.since = one->since;
	*who = &g->social_worker;
	return true;
}

static bool add(struct gathering *g, const struct core_group_member *one, struct fault *f)
{
	const struct member *member;
	struct core_group_member *kept;

	if (!settle(g, &one, f))
		return false;
	member = one->person_id ? member_of(g, one->person_id) : NULL;
	if (one->person_id && (!member || member->person.died_on != DAY_NONE))
		return true;
	if (core_group_member_find(g->out, one, g->mem))
		return true;
	if (was_excluded(g, one) || (member && hidden_home_is_kept_from(&g->homes, member))) {
		if (member)
			leave_out(g, member,
				  was_excluded(g, one) ? "excluded from the conference"
						       : "where another lives is kept from them");
		return true;
	}
	kept = ARENA_PUSH(g->mem, g->out);
	if (!kept)
		return too_much(f);
	*kept = *one;
	kept->id = kept->core_group_id = kept->version = 0;
	if (kept->since == DAY_NONE)
		kept->since = g->conference->held_on;
	return true;
}

/* Before the first step, so that whoever stands on a list already is known to be them. */
static bool find_social_worker(struct gathering *g, struct fault *f)
{
	const struct conference *c = g->conference;
	struct contact contact;

	g->social_worker = core_group_member_blank();
	g->social_worker.role = "social worker";
	g->social_worker.name = g->social_worker.shown_name = c->social_worker;
	if (!find_contact(g, c->social_worker_id, &contact, f))
		return false;
	if (contact.id) {
		g->social_worker.name = "";
		g->social_worker.contact_id = contact.id;
		g->social_worker.shown_name = contact.name;
		g->social_worker.shown_agency = contact.agency;
	}
	for (size_t i = 0; !g->social_worker.contact_id && i < g->invitees.count; i++) {
		const struct invitee *invitee = &g->invitees.items[i];

		if (invitee->contact_id && invitee->capacity == CAPACITY_PROFESSIONAL &&
		    invitee_is_social_worker(c, invitee, g->mem))
			g->social_worker = member_of_invitee(invitee);
	}
	return true;
}

/* --- The steps, in order --- */

/* Who is at work no more is not asked to go on. */
static bool add_present(struct gathering *g, struct fault *f)
{
	struct core_group_member_list members;
	struct core_group before;

	if (!core_group_before(g->cw, g->conference, g->mem, &before, f) ||
	    !core_group_members_of(g->cw->store, before.id, g->mem, &members, f))
		return false;
	for (size_t i = 0; i < members.count; i++) {
		const struct core_group_member *one = &members.items[i];
		struct contact contact;

		if (one->until != DAY_NONE)
			continue;
		if (one->contact_id) {
			if (!contact_by_id(g->cw->store, one->contact_id, g->mem, &contact, f))
				return false;
			if (!contact.is_active)
				continue;
		}
		if (!add(g, one, f))
			return false;
	}
	return true;
}

static bool add_person(struct gathering *g, const struct person *person, enum relationship relationship,
		       struct fault *f)
{
	struct core_group_member one = core_group_member_blank();
	char name[NAME_ROOM];

	one.person_id = person->id;
	one.role = relationship_label(relationship);
	one.shown_name = arena_text(g->mem, person_full_name(person, name));
	return add(g, &one, f);
}

static bool add_parents(struct gathering *g, struct fault *f)
{
	for (size_t i = 0; i < g->family.count; i++) {
		const struct member *member = &g->family.items[i];

		if (member->relationship != RELATIONSHIP_CHILD && member_has_care(member) &&
		    !add_person(g, &member->person, member->relationship, f))
			return false;
	}
	return true;
}

/* Of those who have a plan; before anything is decided, of all. */
static bool add_children(struct gathering *g, struct fault *f)
{
	int from = casework_policy(g->cw)->child_encourage_age;
	struct person_list children;
	struct live_after after;

	if (!live_after_read(g->cw, g->conference, g->mem, &after, f) ||
	    !conference_children(g->cw->store, g->conference->id, g->mem, &children, f))
		return false;
	if (after.on_plan.count)
		children = after.on_plan;
	for (size_t i = 0; i < children.count; i++) {
		const struct person *child = &children.items[i];

		if (child->born_on != DAY_NONE && date_age(child->born_on, g->conference->held_on) >= from &&
		    !add_person(g, child, RELATIONSHIP_CHILD, f))
			return false;
	}
	return true;
}

static bool add_social_worker(struct gathering *g, struct fault *f)
{
	const struct core_group_member one = g->social_worker;

	return (!one.contact_id && !*one.name) || add(g, &one, f);
}

/* Where a deputy came the group is still theirs: they know the child. */
static bool add_professionals(struct gathering *g, struct fault *f)
{
	for (size_t i = 0; i < g->invitees.count; i++) {
		const struct invitee *invitee = &g->invitees.items[i];
		const struct core_group_member one = member_of_invitee(invitee);

		if (invitee->capacity == CAPACITY_PROFESSIONAL && invitee->direct_contact != ANSWER_NO &&
		    attendance_is_present(attendance_of(g, invitee->id)) && !add(g, &one, f))
			return false;
	}
	return true;
}

static bool propose_in(struct gathering *g, struct fault *f)
{
	const struct conference *c = g->conference;

	if (!members_of_family(g->cw->store, c->family_id, g->mem, &g->family, f) ||
	    !invitees_of(g->cw->store, c->id, false, g->mem, &g->invitees, f) ||
	    !attendances_of(g->cw->store, c->id, g->mem, &g->attendances, f) ||
	    !hidden_homes_of(g->cw, &g->family, g->mem, &g->homes, f))
		return false;
	return find_social_worker(g, f) && add_present(g, f) && add_parents(g, f) && add_children(g, f) &&
	       add_social_worker(g, f) && add_professionals(g, f) && (!arena_exhausted(g->mem) || too_much(f));
}

bool casework_live_core_group_propose(struct casework *cw, int64_t conference, struct arena *mem,
				      struct core_group_member_list *out, const char **left_out, struct fault *f)
{
	struct conference c;
	struct gathering g = {.cw = cw, .conference = &c, .mem = mem, .out = out, .left_out = ""};

	*out = (struct core_group_member_list){0};
	*left_out = "";
	if (!look_begin(cw, ACTION_WRITE_RECORD, f))
		return false;
	if (!live_reach(cw, ACTION_WRITE_RECORD, conference, mem, &c, f) || !propose_in(&g, f))
		return look_undo(cw);
	*left_out = g.left_out;
	return look_end(cw, f, "live.core_group_propose", SUBJECT_CONFERENCE, c.id, c.family_id, "%s: %zu proposed",
			c.reference, out->count);
}
