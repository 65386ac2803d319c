/* The family of the request form: which one a text means, and its children to tick. */
#include "request_fields.h"

#include <stdio.h>
#include <string.h>

bool request_family_of(struct request_desk *desk, const char *text, int64_t *out, struct fault *f)
{
	char reference[64];
	enum found_kind kind;
	int64_t id;

	*out = 0;
	snprintf(reference, sizeof reference, "%.*s", (int)strcspn(text, " "), text);
	if (!strpbrk(reference, "0123456789"))
		return true; /* a name: a new family */
	if (!casework_resolve(desk->cw, reference, &kind, &id, f))
		return false;
	if (kind != FOUND_FAMILY)
		return fault_field(f, "family",
				   "%s is not a family. Type a name of the family, or pick one from the list.",
				   reference);
	*out = id;
	return true;
}

/* Every child of a known family is ticked: a request is usually about all of them. */
bool request_family_follow(struct request_desk *desk, struct request_values *values, struct fault *f)
{
	struct member_list all = {0};
	int64_t family;

	if (!request_family_of(desk, values->family, &family, f))
		return false;
	desk->family_id = family;
	desk->known = (struct member_list){0};
	if (family && !casework_members(desk->cw, family, &desk->mem, &all, f))
		return false;
	for (size_t i = 0; i < all.count; i++) {
		struct member *member;

		if (all.items[i].relationship != RELATIONSHIP_CHILD)
			continue;
		member = ARENA_PUSH(&desk->mem, &desk->known);
		if (!member)
			return fault_set(f, FAULT_MEMORY, "There is no memory for the children of this family.");
		*member = all.items[i];
	}
	for (size_t i = 0; i < KNOWN_CHILDREN_MOST; i++)
		snprintf(values->known[i], sizeof values->known[i], "%s", i < desk->known.count ? "yes" : "");
	return true;
}
