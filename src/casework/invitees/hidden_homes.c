/* Whose home of a family is kept from whom of it. */
#include "hidden_homes.h"

#include "store/person_store.h"

bool hidden_homes_of(struct casework *cw, const struct member_list *family, struct arena *mem,
		     struct hidden_home_list *out, struct fault *f)
{
	*out = (struct hidden_home_list){0};
	for (size_t i = 0; i < family->count; i++) {
		struct address_list all;
		struct hidden_home *home;

		if (!addresses_of(cw->store, family->items[i].person_id, mem, &all, f))
			return false;
		if (!all.count || all.items[0].to_on != DAY_NONE || !*all.items[0].confidential_from)
			continue;
		home = ARENA_PUSH(mem, out);
		if (!home)
			return fault_set(f, FAULT_MEMORY, "There is not enough memory to read where the family lives.");
		*home = (struct hidden_home){family->items[i].person_id, all.items[0]};
	}
	return true;
}

bool hidden_home_is_kept_from(const struct hidden_home_list *homes, const struct member *member)
{
	for (size_t i = 0; i < homes->count; i++)
		if (homes->items[i].person != member->person_id &&
		    address_is_kept_from(&homes->items[i].address, member->relationship))
			return true;
	return false;
}
