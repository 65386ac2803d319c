/* The directory of contacts and the list of what can be booked. They hold staff and rooms, nothing of a child, and
 * pickers ask at every key: no audit row is left. */
#include "casework/people.h"

#include "work.h"

#include "base/text.h"
#include "store/directory_store.h"

#include <string.h>

/* Does any word of the text begin with what was typed? Both are folded. */
static bool word_begins(const char *text, const char *typed)
{
	size_t bytes = strlen(typed);

	for (const char *at = text; at; at = strchr(at, ' ')) {
		at += *at == ' ';
		if (strncmp(at, typed, bytes) == 0)
			return true;
	}
	return false;
}

static bool begins(const struct contact *c, const char *typed, struct arena *mem)
{
	return word_begins(text_fold(mem, c->name), typed) || word_begins(text_fold(mem, c->role), typed) ||
	       word_begins(text_fold(mem, c->agency), typed);
}

static bool narrowed(const struct contact_list *all, const char *typed, struct arena *mem, struct contact_list *out,
		     struct fault *f)
{
	const char *folded = text_fold(mem, typed);

	for (size_t i = 0; i < all->count; i++) {
		struct contact *item;

		if (!begins(&all->items[i], folded, mem))
			continue;
		item = ARENA_PUSH(mem, out);
		if (!item)
			return fault_set(f, FAULT_MEMORY, "There is not enough memory to show the directory.");
		*item = all->items[i];
	}
	return true;
}

bool casework_contacts(struct casework *cw, const char *typed, const char *quorum_group, struct arena *mem,
		       struct contact_list *out, struct fault *f)
{
	struct contact_list all;

	*out = (struct contact_list){0};
	if (!casework_may(cw, ACTION_SEE_CASES, f))
		return false;
	return contacts_all(cw->store, quorum_group ? quorum_group : "", mem, &all, f) &&
	       narrowed(&all, typed ? typed : "", mem, out, f);
}

bool casework_resources(struct casework *cw, enum resource_kind kind, struct arena *mem, struct resource_list *out,
			struct fault *f)
{
	struct resource_list all;

	*out = (struct resource_list){0};
	if (!casework_may(cw, ACTION_SEE_CASES, f) || !resources_of_kind(cw->store, kind, mem, &all, f))
		return false;
	for (size_t i = 0; i < all.count; i++) {
		struct resource *item = all.items[i].is_active ? ARENA_PUSH(mem, out) : NULL;

		if (item)
			*item = all.items[i];
	}
	return !arena_exhausted(mem) || fault_set(f, FAULT_MEMORY, "There is not enough memory to show the list.");
}
