/* Naming the core group at a conference: who is in it from now on, and who leaves. */
#include "live_core_group.h"

#include "base/text.h"
#include "booking_facts.h"
#include "casework/live_plan.h"
#include "live_decision.h"
#include "live_reach.h"
#include "people_keeping.h"
#include "store/core_group_store.h"
#include "store/family_store.h"
#include "words_tidy.h"

#include <string.h>

static bool too_much(struct fault *f)
{
	return fault_set(f, FAULT_MEMORY, "There is not enough memory for this core group: nothing was saved.");
}

/* --- The one before --- */

bool core_group_before(struct casework *cw, const struct conference *conference, struct arena *mem,
		       struct core_group *out, struct fault *f)
{
	struct core_group_list all;
	enum conference_type of;

	*out = (struct core_group){.lead = ""};
	if (!live_type_repeated(cw, conference, mem, &of, f) ||
	    !core_groups_of_family(cw->store, conference->family_id, mem, &all, f))
		return false;
	for (size_t i = all.count; i-- > 0;) { /* of the latest conference first */
		const struct core_group *one = &all.items[i];
		bool goes_on = !conference_type_is_initial(of) || one->conference_id == conference->earlier_id;

		if (goes_on && one->conference_id != conference->id)
			*out = *one;
	}
	return true;
}

static bool is_same(const struct core_group_member *a, const struct core_group_member *b, struct arena *mem)
{
	if (a->person_id || b->person_id)
		return a->person_id == b->person_id;
	if (a->contact_id || b->contact_id)
		return a->contact_id == b->contact_id;
	return strcmp(text_fold(mem, a->name), text_fold(mem, b->name)) == 0;
}

const struct core_group_member *core_group_member_find(const struct core_group_member_list *list,
						       const struct core_group_member *member, struct arena *mem)
{
	for (size_t i = 0; i < list->count; i++)
		if (is_same(&list->items[i], member, mem))
			return &list->items[i];
	return NULL;
}

/* --- Whom it is to have --- */

static bool check_person(const struct member_list *family, struct core_group_member *one, struct fault *f)
{
	for (size_t i = 0; i < family->count; i++)
		if (family->items[i].person_id == one->person_id) {
			if (!*one->role)
				one->role = relationship_label(family->items[i].relationship);
			return true;
		}
	return fault_field(f, "members", "Somebody chosen is none of the family any more. Open the plan again.");
}

static bool check_contact(struct casework *cw, struct core_group_member *one, struct arena *mem, struct fault *f)
{
	struct contact contact;

	if (!people_contact_chosen(cw, "members", one->contact_id, mem, &contact, f))
		return false;
	if (!*one->role)
		one->role = contact.role;
	return true;
}

static bool check_member(struct casework *cw, const struct member_list *family, struct core_group_member *one,
			 struct arena *mem, struct fault *f)
{
	if (!words_tidy(&one->name, "members", false, mem, f) || !words_tidy(&one->role, "role", false, mem, f))
		return false;
	if (one->person_id && one->contact_id)
		return fault_field(f, "members",
				   "Choose a member of the family or of an agency, not both in one line.");
	if (one->person_id || one->contact_id)
		one->name = "";
	if (one->person_id)
		return check_person(family, one, f);
	if (one->contact_id)
		return check_contact(cw, one, mem, f);
	return *one->name || fault_field(f, "members", "Name each member, or take the empty line out.");
}

/* Tidied copies, each once. */
static bool read_wanted(struct casework *cw, const struct conference *c, const struct core_group_member *members,
			size_t count, struct arena *mem, struct core_group_member_list *out, struct fault *f)
{
	struct member_list family;

	*out = (struct core_group_member_list){0};
	if (!members_of_family(cw->store, c->family_id, mem, &family, f))
		return false;
	if (!count)
		return fault_field(f, "members", "A core group has members: choose them.");
	for (size_t i = 0; i < count; i++) {
		struct core_group_member one = members[i], *kept;

		if (!check_member(cw, &family, &one, mem, f))
			return false;
		if (core_group_member_find(out, &one, mem))
			return fault_field(f, "members", "Somebody is named twice: take one out.");
		kept = ARENA_PUSH(mem, out);
		if (!kept)
			return too_much(f);
		*kept = one;
	}
	return true;
}

/* --- Kept --- */

/* Everything a naming goes by. */
struct naming {
	struct casework *cw;
	const struct conference *conference;
	struct core_group group, before;
	struct core_group_member_list wanted, own, earlier; /* own: of the group as it was kept */
	bool has_met;
	const char *left_why;
	struct arena *mem;
};

static bool read_naming(struct naming *n, struct fault *f)
{
	struct core_group_meeting_list meetings;

	if (!core_group_before(n->cw, n->conference, n->mem, &n->before, f) ||
	    !core_group_members_of(n->cw->store, n->group.id, n->mem, &n->own, f) ||
	    !core_group_members_of(n->cw->store, n->before.id, n->mem, &n->earlier, f) ||
	    !core_group_meetings_of(n->cw->store, n->group.id, n->mem, &meetings, f))
		return false;
	for (size_t i = 0; i < meetings.count; i++)
		n->has_met = n->has_met || meetings.items[i].state == CORE_GROUP_MEETING_HELD;
	n->left_why = arena_printf(n->mem, "not named at %s", n->conference->reference);
	return true;
}

/* Leaves on the day, or is back because the naming that left them out was changed. */
static bool leave_or_stay(struct naming *n, struct core_group_member *one, struct fault *f)
{
	bool is_wanted = core_group_member_find(&n->wanted, one, n->mem) != NULL;
	bool left_here = one->until == n->conference->held_on && strcmp(one->left_why, n->left_why) == 0;

	if (is_wanted ? !left_here : one->until != DAY_NONE)
		return true;
	one->until = is_wanted ? DAY_NONE : n->conference->held_on;
	one->left_why = is_wanted ? "" : n->left_why;
	return core_group_member_keep(n->cw->store, one, f);
}

/* In a group that never met nobody has left: they were put down by mistake. */
static bool those_left_out(struct naming *n, struct fault *f)
{
	for (size_t i = 0; i < n->own.count; i++) {
		struct core_group_member *one = &n->own.items[i];

		if (n->has_met ? !leave_or_stay(n, one, f)
			       : !core_group_member_find(&n->wanted, one, n->mem) &&
					 !core_group_member_drop(n->cw->store, one->id, one->version, f))
			return false;
	}
	for (size_t i = 0; i < n->earlier.count; i++)
		if (!leave_or_stay(n, &n->earlier.items[i], f))
			return false;
	return true;
}

static bool join(struct naming *n, struct core_group_member *one, struct fault *f)
{
	const struct core_group_member *before = core_group_member_find(&n->earlier, one, n->mem);

	one->id = one->version = 0;
	one->core_group_id = n->group.id;
	one->since = before && before->until == DAY_NONE ? before->since : n->conference->held_on;
	one->until = DAY_NONE;
	one->left_why = "";
	return core_group_member_keep(n->cw->store, one, f);
}

static bool those_named(struct naming *n, struct fault *f)
{
	for (size_t i = 0; i < n->wanted.count; i++) {
		struct core_group_member *one = &n->wanted.items[i];
		const struct core_group_member *known = core_group_member_find(&n->own, one, n->mem);
		struct core_group_member kept;

		if (!known || known->until != DAY_NONE) {
			if (!join(n, one, f))
				return false;
			continue;
		}
		kept = *known;
		kept.name = one->name;
		kept.role = one->role;
		if ((strcmp(kept.name, known->name) != 0 || strcmp(kept.role, known->role) != 0) &&
		    !core_group_member_keep(n->cw->store, &kept, f))
			return false;
	}
	return true;
}

/* What the present group has booked already is a meeting of this one. */
static bool take_meetings(struct naming *n, struct fault *f)
{
	struct core_group_meeting_list meetings;

	if (!core_group_meetings_of(n->cw->store, n->before.id, n->mem, &meetings, f))
		return false;
	for (size_t i = 0; i < meetings.count; i++) {
		struct core_group_meeting *one = &meetings.items[i];

		if (one->state != CORE_GROUP_MEETING_BOOKED || one->day <= n->conference->held_on)
			continue;
		one->core_group_id = n->group.id;
		if (!core_group_meeting_keep(n->cw->store, one, f))
			return false;
	}
	return true;
}

static bool lead_given(const struct conference *c, const char **lead, struct arena *mem, struct fault *f)
{
	if (!words_tidy(lead, "lead", false, mem, f))
		return false;
	if (!**lead)
		*lead = c->social_worker;
	return **lead || fault_field(f, "lead", "Say who leads the core group: as a rule the social worker.");
}

static bool name_in(struct naming *n, int64_t version, const char *lead, struct fault *f)
{
	const struct conference *c = n->conference;

	if (!core_group_of_conference(n->cw->store, c->id, n->mem, &n->group, f))
		return false;
	n->group.family_id = c->family_id;
	n->group.conference_id = c->id;
	n->group.version = version;
	n->group.lead = lead;
	return core_group_keep(n->cw->store, &n->group, f) && read_naming(n, f) && those_left_out(n, f) &&
	       those_named(n, f) && take_meetings(n, f);
}

bool casework_live_core_group(struct casework *cw, int64_t conference, int64_t version,
			      const struct core_group_member *members, size_t count, const char *lead, struct fault *f)
{
	struct arena mem = {0};
	struct conference c;
	struct naming n = {.cw = cw, .conference = &c, .mem = &mem};
	bool ok;

	if (!work_begin(cw, ACTION_WRITE_RECORD, f))
		return false;
	ok = live_reach(cw, ACTION_WRITE_RECORD, conference, &mem, &c, f) &&
	     read_wanted(cw, &c, members, count, &mem, &n.wanted, f) && lead_given(&c, &lead, &mem, f) &&
	     name_in(&n, version, lead, f);
	ok = ok ? work_end(cw, f, "live.core_group", SUBJECT_CONFERENCE, c.id, c.family_id, "%s: %zu members",
			   c.reference, count)
		: work_undo(cw);
	arena_finish(&mem);
	return ok;
}
