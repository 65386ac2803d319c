/* Who is in a core group from one meeting to the next. */
#include "casework/core_groups.h"
#include "core_group_reach.h"
#include "live_core_group.h"
#include "people_keeping.h"
#include "store/family_store.h"
#include "words_tidy.h"

/* --- Joining --- */

static bool check_person(struct casework *cw, int64_t family, struct core_group_member *one, struct arena *mem,
			 struct fault *f)
{
	struct member_list members;

	if (!members_of_family(cw->store, family, mem, &members, f))
		return false;
	for (size_t i = 0; i < members.count; i++)
		if (members.items[i].person_id == one->person_id) {
			if (!*one->role)
				one->role = relationship_label(members.items[i].relationship);
			return true;
		}
	return fault_field(f, "name", "This person is none of the family: choose somebody of the list, or write who.");
}

static bool check_contact(struct casework *cw, struct core_group_member *one, struct arena *mem, struct fault *f)
{
	struct contact contact;

	if (!people_contact_chosen(cw, "name", one->contact_id, mem, &contact, f))
		return false;
	if (!*one->role)
		one->role = contact.role;
	return true;
}

static bool check_member(struct casework *cw, int64_t family, struct core_group_member *one, struct arena *mem,
			 struct fault *f)
{
	if (!words_tidy(&one->name, "name", false, mem, f) || !words_tidy(&one->role, "role", false, mem, f))
		return false;
	if (one->person_id && one->contact_id)
		return fault_field(f, "name", "Choose a member of the family or of an agency, not both.");
	if (one->person_id || one->contact_id)
		one->name = "";
	if (one->person_id)
		return check_person(cw, family, one, mem, f);
	if (one->contact_id)
		return check_contact(cw, one, mem, f);
	return *one->name || fault_field(f, "name", "Say who joins the core group.");
}

static bool join_in(struct casework *cw, int64_t family, struct core_group_member *one, struct arena *mem,
		    struct core_group_reached *reached, struct fault *f)
{
	struct core_group_member_list members;
	const struct core_group_member *known;

	if (!core_group_reach(cw, family, mem, reached, f) || !check_member(cw, family, one, mem, f) ||
	    !core_group_begin(cw, reached, f) || !core_group_members_of(cw->store, reached->group.id, mem, &members, f))
		return false;
	known = core_group_member_find(&members, one, mem); /* those still in it come first */
	if (known && known->until == DAY_NONE)
		return fault_field(f, "name", "%s is in this core group already.", known->shown_name);
	one->core_group_id = reached->group.id;
	one->since = casework_today(cw);
	one->until = DAY_NONE;
	one->left_why = "";
	one->id = one->version = 0;
	return core_group_member_keep(cw->store, one, f);
}

bool casework_core_group_join(struct casework *cw, int64_t family, struct core_group_member *member, struct fault *f)
{
	struct arena mem = {0};
	struct core_group_member one = *member;
	struct core_group_reached reached;
	bool ok;

	if (!work_begin(cw, ACTION_KEEP_CORE_GROUPS, f))
		return false;
	ok = join_in(cw, family, &one, &mem, &reached, f);
	ok = ok ? work_end(cw, f, "core_group.join", SUBJECT_CORE_GROUP, one.core_group_id, family,
			   "%s: member %lld, %s", reached.standing.reference, (long long)one.id, one.role)
		: work_undo(cw);
	if (ok) {
		member->id = one.id;
		member->version = one.version;
	}
	arena_finish(&mem);
	return ok;
}

/* --- Leaving --- */

static bool leave_in(struct casework *cw, int64_t family, struct core_group_member *one, day_number on, const char *why,
		     struct arena *mem, struct core_group_reached *reached, struct fault *f)
{
	struct core_group_member_list members;
	int64_t id = one->id, version = one->version;
	char words[DATE_TEXT_ROOM];

	if (!words_tidy(&why, "why", true, mem, f) || !core_group_reach(cw, family, mem, reached, f) ||
	    !core_group_members_of(cw->store, reached->group.id, mem, &members, f))
		return false;
	*one = core_group_member_blank();
	for (size_t i = 0; i < members.count; i++)
		if (members.items[i].id == id)
			*one = members.items[i];
	if (!one->id || one->until != DAY_NONE)
		return fault_set(f, FAULT_NOT_FOUND, "They are not in this core group any more. Look at it again.");
	if (!*why)
		return fault_field(f, "why", "Say why they leave the core group.");
	if (on == DAY_NONE)
		return fault_field(f, "on", "Enter the day they leave.");
	date_medium(on, words);
	if (on > casework_today(cw))
		return fault_field(f, "on", "%s is in the future: enter the day they left, or today.", words);
	if (on < one->since)
		return fault_field(f, "on", "%s is before they joined: enter the day they left.", words);
	one->version = version;
	one->until = on;
	one->left_why = why;
	return core_group_member_keep(cw->store, one, f);
}

bool casework_core_group_leave(struct casework *cw, int64_t family, int64_t member, int64_t version, day_number on,
			       const char *why, struct fault *f)
{
	struct arena mem = {0};
	struct core_group_member one = {.id = member, .version = version};
	struct core_group_reached reached;
	bool ok;

	if (!work_begin(cw, ACTION_KEEP_CORE_GROUPS, f))
		return false;
	ok = leave_in(cw, family, &one, on, why, &mem, &reached, f);
	ok = ok ? work_end(cw, f, "core_group.leave", SUBJECT_CORE_GROUP, one.core_group_id, family,
			   "%s: member %lld: %s", reached.standing.reference, (long long)one.id, one.left_why)
		: work_undo(cw);
	arena_finish(&mem);
	return ok;
}
