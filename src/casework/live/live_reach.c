/* Reaching a conference that is being held, its people and its children. */
#include "live_reach.h"

#include "london.h"
#include "own_conference.h"
#include "store/conference_store.h"
#include "store/family_store.h"
#include "store/invitee_store.h"
#include "store/live_store.h"
#include "store/view_store.h"

enum { GROWN_UP = 18 };

static bool too_much(struct fault *f)
{
	return fault_set(f, FAULT_MEMORY, "There is not enough memory for this conference: nothing was saved.");
}

bool live_reach(struct casework *cw, enum action action, int64_t id, struct arena *mem, struct conference *out,
		struct fault *f)
{
	if (!conference_reach_for(cw, action, id, mem, out, f))
		return false;
	if (out->state == STATE_IN_PROGRESS)
		return true;
	if (conference_state_is_to_be_held(out->state))
		return fault_set(f, FAULT_REFUSED, "%s has not begun: start it first.", out->reference);
	return fault_set(f, FAULT_REFUSED, "%s is over: what was written in it stays as it was.", out->reference);
}

bool live_invitee(struct casework *cw, const struct conference *conference, int64_t invitee, struct arena *mem,
		  struct invitee *out, struct fault *f)
{
	struct fault why = {0};
	bool is_there = invitee_by_id(cw->store, invitee, mem, out, &why);

	if (!is_there && why.code != FAULT_NOT_FOUND) {
		if (f)
			*f = why;
		return false;
	}
	return (is_there && out->conference_id == conference->id && !out->is_withdrawn) ||
	       fault_set(f, FAULT_NOT_FOUND, "This person is not on the list of %s: add them first.",
			 conference->reference);
}

static bool is_of(const struct person_list *people, int64_t person)
{
	for (size_t i = 0; i < people->count; i++)
		if (people->items[i].id == person)
			return true;
	return false;
}

/* An adult brother still stands in the family as its child, and is not decided for. */
static bool is_to_be_decided_for(const struct member *member, day_number on)
{
	const struct person *p = &member->person;

	return member->relationship == RELATIONSHIP_CHILD && p->died_on == DAY_NONE &&
	       (p->born_on == DAY_NONE || date_age(p->born_on, on) < GROWN_UP);
}

static bool is_settled(const struct child_decision_list *decisions, int64_t person)
{
	for (size_t i = 0; i < decisions->count; i++) {
		const struct child_decision *one = &decisions->items[i];

		if (one->person_id == person && one->outcome != OUTCOME_ADJOURNED &&
		    (one->outcome != OUTCOME_NONE || *one->not_decided_why))
			return true;
	}
	return false;
}

/* Was it settled at a conference that this one goes on with? Then it is not asked again. */
static bool settled_before(struct casework *cw, const struct conference *conference, int64_t person, struct arena *mem,
			   bool *out, struct fault *f)
{
	struct conference at = *conference;
	struct child_decision_list decisions;

	*out = false;
	while (!*out && at.type == CONFERENCE_RECONVENED && at.earlier_id) {
		if (!conference_by_id(cw->store, at.earlier_id, mem, &at, f) ||
		    !child_decisions_of(cw->store, at.id, mem, &decisions, f))
			return false;
		*out = is_settled(&decisions, person);
	}
	return true;
}

bool live_children_read(struct casework *cw, const struct conference *conference, struct arena *mem,
			struct live_children *out, struct fault *f)
{
	day_number on = conference->held_on == DAY_NONE ? casework_today(cw) : conference->held_on;
	struct member_list *members = &out->family;

	*out = (struct live_children){0};
	if (!conference_children(cw->store, conference->id, mem, &out->all, f) ||
	    !members_of_family(cw->store, conference->family_id, mem, members, f))
		return false;
	out->of_conference = out->all.count;
	for (size_t i = 0; i < members->count; i++) {
		int64_t person = members->items[i].person.id;
		struct person *one;
		bool settled;

		if (!is_to_be_decided_for(&members->items[i], on) || is_of(&out->all, person))
			continue;
		if (!settled_before(cw, conference, person, mem, &settled, f))
			return false;
		if (settled)
			continue;
		one = ARENA_PUSH(mem, &out->all);
		if (!one)
			return too_much(f);
		*one = members->items[i].person;
	}
	return true;
}

bool live_child_find(const struct live_children *children, int64_t person, const struct person **out, struct fault *f)
{
	for (size_t i = 0; i < children->all.count; i++)
		if (children->all.items[i].id == person) {
			*out = &children->all.items[i];
			return true;
		}
	return fault_set(f, FAULT_NOT_FOUND, "This child is none of the family's now. Open the conference again.");
}

int live_minute(const struct casework *cw, const struct conference *conference)
{
	return conference->state == STATE_IN_PROGRESS && conference->held_on == casework_today(cw)
		       ? london_second(work_now(cw)) / 60
		       : -1;
}

bool live_presences(struct casework *cw, const struct conference *conference, const struct invitee_list *invitees,
		    const struct attendance_list *attendances, struct arena *mem, struct quorum_presence_list *out,
		    struct fault *f)
{
	quorum_presences(invitees, attendances, live_minute(cw, conference), mem, out);
	return !arena_exhausted(mem) || too_much(f);
}

bool live_presences_read(struct casework *cw, const struct conference *conference, struct arena *mem,
			 struct quorum_presence_list *out, struct fault *f)
{
	struct invitee_list invitees;
	struct attendance_list attendances;

	return invitees_of(cw->store, conference->id, false, mem, &invitees, f) &&
	       attendances_of(cw->store, conference->id, mem, &attendances, f) &&
	       live_presences(cw, conference, &invitees, &attendances, mem, out, f);
}
