/* Reaching a family that this person may see, and what its children are called. */
#include "family_reach.h"

#include "store/family_store.h"

static bool push_children(const struct member_list *from, struct arena *mem, struct member_list *out)
{
	for (size_t i = 0; i < from->count; i++) {
		struct member *one;

		if (from->items[i].relationship != RELATIONSHIP_CHILD)
			continue;
		one = ARENA_PUSH(mem, out);
		if (!one)
			return false;
		*one = from->items[i];
	}
	return true;
}

bool family_reach(struct casework *cw, int64_t family, struct arena *mem, struct family_reached *out, struct fault *f)
{
	struct member_list members, former;
	bool may = false;

	*out = (struct family_reached){0};
	if (!work_may_see_family(cw, family, &may, f))
		return false;
	if (!may)
		return fault_set(f, FAULT_NOT_FOUND, "There is no such family, or it is not for you to see.");
	if (!family_by_id(cw->store, family, mem, &out->family, f) ||
	    !members_of_family(cw->store, family, mem, &members, f) ||
	    !former_members_of_family(cw->store, family, mem, &former, f))
		return false;
	return (push_children(&members, mem, &out->children) && push_children(&former, mem, &out->children)) ||
	       fault_set(f, FAULT_MEMORY, "There is not enough memory to show this family.");
}

const struct person *family_child(const struct family_reached *reached, int64_t person)
{
	for (size_t i = 0; i < reached->children.count; i++)
		if (reached->children.items[i].person_id == person)
			return &reached->children.items[i].person;
	return NULL;
}

const char *family_child_name(const struct family_reached *reached, int64_t person, struct arena *mem)
{
	const struct person *child = family_child(reached, person);
	char name[NAME_ROOM];

	if (!child)
		return "a child";
	if (*child->known_as)
		return child->known_as;
	return *child->given_names ? child->given_names : arena_text(mem, person_full_name(child, name));
}
