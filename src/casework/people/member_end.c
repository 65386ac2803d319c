/* Ending a membership by hand: the row is kept, with its day, and the family's history says why. */
#include "casework/people.h"

#include "people_keeping.h"
#include "person_check.h"

#include "store/family_store.h"
#include "store/person_store.h"

#include <string.h>

static bool check_leaving(struct casework *cw, const struct leaving *leaving, const struct member *member,
			  struct arena *mem, struct fault *f)
{
	const char *waits_for = "";

	if (leaving->on == DAY_NONE || leaving->on > cw->today)
		return fault_field(f, "on", "Enter the day it ended, not later than today.");
	if (!leaving->reason || !leaving->reason[strspn(leaving->reason, " \t\n")])
		return fault_field(f, "reason", "Say why this person no longer belongs to the family.");
	if (member->relationship != RELATIONSHIP_CHILD)
		return true;
	if (!member_is_needed(cw->store, leaving->family_id, leaving->person_id, mem, &waits_for, f))
		return false;
	return !*waits_for ||
	       fault_set(f, FAULT_REFUSED, "This child %s: end that first, then the child can leave the family.",
			 waits_for);
}

static bool end_membership(struct casework *cw, const struct leaving *leaving, struct arena *mem, struct member *out,
			   struct fault *f)
{
	struct member_list of;
	const struct member *member = NULL;
	struct person p;

	if (!people_may_see_person(cw, leaving->person_id, f) ||
	    !person_by_id(cw->store, leaving->person_id, mem, &p, f) ||
	    !members_of_person(cw->store, leaving->person_id, mem, &of, f))
		return false;
	for (size_t i = 0; i < of.count; i++)
		if (of.items[i].family_id == leaving->family_id && of.items[i].ended_on == DAY_NONE)
			member = &of.items[i];
	if (!member)
		return fault_set(f, FAULT_REFUSED, "%s does not belong to this family: look at the family again.",
				 p.reference);
	*out = *member;
	p.version = leaving->version; /* whoever read an older record is told */
	return check_leaving(cw, leaving, member, mem, f) && person_save(cw->store, &p, f) &&
	       member_end(cw->store, leaving->family_id, leaving->person_id, leaving->on, f);
}

bool casework_member_end(struct casework *cw, const struct leaving *leaving, struct fault *f)
{
	struct arena mem = {0};
	struct member was = {0};
	struct leaving what = *leaving;
	char day[DATE_TEXT_ROOM];
	bool ok;

	if (!work_begin(cw, ACTION_RECORD_PEOPLE, f))
		return false;
	ok = (!what.reason || field_tidy(&what.reason, "reason", &mem, f)) && end_membership(cw, &what, &mem, &was, f);
	ok = ok ? work_end(cw, f, "member.end", SUBJECT_PERSON, what.person_id, what.family_id, "as %s since %s: %s",
			   relationship_label(was.relationship), date_to_iso(what.on, day), what.reason)
		: work_undo(cw);
	arena_finish(&mem);
	return ok;
}
