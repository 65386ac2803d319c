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

/* "Igbo, Polish": each once, in the order of the family. */
static void add_need(char *words, size_t room, const char *need)
{
	size_t used = strlen(words);

	if (*need && !strstr(words, need) && used < room)
		snprintf(words + used, room - used, "%s%s", used ? ", " : "", need);
}

static void offer(char *value, size_t room, char *offered, const char *need)
{
	if (*value && strcmp(value, offered) != 0)
		return;
	snprintf(value, room, "%s", need);
	snprintf(offered, room, "%s", need);
}

static void offer_needs(struct request_desk *desk, struct request_values *values, const struct member_list *all)
{
	char interpreter[sizeof values->interpreter] = "", signing[sizeof values->signing] = "";

	for (size_t i = 0; i < all->count; i++) {
		const struct person *one = &all->items[i].person;

		if (one->needs_interpreter)
			add_need(interpreter, sizeof interpreter, one->language);
		add_need(signing, sizeof signing, one->signing);
	}
	offer(values->interpreter, sizeof values->interpreter, desk->offered_interpreter, interpreter);
	offer(values->signing, sizeof values->signing, desk->offered_signing, signing);
}

/* Every child of a known family is ticked: a request is usually about all of them. What means no family has no
 * children, and not those of the family that stood there before. */
bool request_family_follow(struct request_desk *desk, struct request_values *values, struct fault *f)
{
	struct member_list all = {0};
	int64_t family;
	bool is_understood = request_family_of(desk, values->family, &family, f);

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
	if (desk->offers_needs)
		offer_needs(desk, values, &all);
	for (size_t i = 0; i < KNOWN_CHILDREN_MOST; i++)
		snprintf(values->known[i], sizeof values->known[i], "%s", i < desk->known.count ? "yes" : "");
	return is_understood;
}
