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

bool people_aliases(struct casework *cw, int64_t person, struct arena *mem, const char **out, struct fault *f)
{
	struct alias_list aliases;

	*out = "";
	if (!aliases_of(cw->store, person, mem, &aliases, f))
		return false;
	for (size_t i = 0; i < aliases.count; i++)
		*out = arena_printf(mem, "%s%s%s", *out, i ? ", " : "", aliases.items[i].name);
	return true;
}

static bool read_record(struct casework *cw, int64_t id, int64_t family, struct arena *mem, struct person_record *out,
			struct fault *f)
{
	static const struct address nowhere = {
		.lines = "", .postcode = "", .from_on = DAY_NONE, .to_on = DAY_NONE, .confidential_from = ""};
	struct member_list of;
	struct address_list all;

	if (!people_may_see_person(cw, id, f) || !person_by_id(cw->store, id, mem, &out->person, f) ||
	    !people_aliases(cw, id, mem, &out->aliases, f) || !addresses_of(cw->store, id, mem, &all, f) ||
	    !members_of_person(cw->store, id, mem, &of, f))
		return false;
	out->address = all.count && all.items[0].to_on == DAY_NONE ? &all.items[0] : &nowhere;
	for (size_t i = 0; i < of.count && !out->family_id; i++) {
		if (of.items[i].ended_on != DAY_NONE || (family && family != of.items[i].family_id))
			continue;
		out->family_id = of.items[i].family_id;
		out->relationship = of.items[i].relationship;
		out->parental_responsibility = of.items[i].parental_responsibility;
	}
	return true;
}

bool casework_person_record(struct casework *cw, int64_t person, int64_t family, struct arena *mem,
			    struct person_record *out, struct fault *f)
{
	*out = (struct person_record){0};
	if (!look_begin(cw, ACTION_SEE_CASES, f))
		return false;
	if (!read_record(cw, person, family, mem, out, f))
		return look_undo(cw);
	return look_end(cw, f, "person.look", SUBJECT_PERSON, person, out->family_id, "record");
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
