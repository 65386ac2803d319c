/* Reading people and families. */
#include "casework/people.h"

#include "people_keeping.h"

#include "store/family_store.h"
#include "store/person_store.h"

bool casework_members(struct casework *cw, int64_t family, struct arena *mem, struct member_list *out, struct fault *f)
{
	if (!look_begin(cw, ACTION_SEE_CASES, f))
		return false;
	if (!people_may_see_family(cw, family, f) || !members_of_family(cw->store, family, mem, out, f))
		return look_undo(cw);
	return look_end(cw, f, "family.members", SUBJECT_FAMILY, family, family, "%zu people", out->count);
}

bool casework_person(struct casework *cw, int64_t id, struct arena *mem, struct person *out, struct fault *f)
{
	if (!look_begin(cw, ACTION_SEE_CASES, f))
		return false;
	if (!people_may_see_person(cw, id, f) || !person_by_id(cw->store, id, mem, out, f))
		return look_undo(cw);
	return look_end(cw, f, "person.look", SUBJECT_PERSON, id, 0, "details");
}

bool casework_addresses(struct casework *cw, int64_t person, struct arena *mem, struct address_list *out,
			struct fault *f)
{
	if (!look_begin(cw, ACTION_SEE_CASES, f))
		return false;
	if (!people_may_see_person(cw, person, f) || !addresses_of(cw->store, person, mem, out, f))
		return look_undo(cw);
	return look_end(cw, f, "person.addresses", SUBJECT_PERSON, person, 0, "%zu addresses", out->count);
}

bool casework_family(struct casework *cw, int64_t id, struct arena *mem, struct family *out, struct fault *f)
{
	if (!look_begin(cw, ACTION_SEE_CASES, f))
		return false;
	if (!people_may_see_family(cw, id, f) || !family_by_id(cw->store, id, mem, out, f))
		return look_undo(cw);
	return look_end(cw, f, "family.look", SUBJECT_FAMILY, id, id, "details");
}
