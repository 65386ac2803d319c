/* Homes that are kept from somebody: which there are in a family. */
#include "kept_home.h"

#include "store/family_store.h"
#include "store/person_store.h"

bool person_home(struct casework *cw, int64_t person, struct arena *mem, const char **lines, struct fault *f)
{
	struct address_list all;
	const struct address *now;

	*lines = "";
	if (!addresses_of(cw->store, person, mem, &all, f))
		return false;
	if (!all.count || all.items[0].to_on != DAY_NONE)
		return true;
	now = &all.items[0];
	*lines = arena_printf(mem, "%s%s%s", now->lines, *now->lines && *now->postcode ? "\n" : "", now->postcode);
	return true;
}

/* --- Which --- */

static bool add_homes(struct casework *cw, const struct member_list *members, struct arena *mem,
		      struct kept_home_list *out, struct fault *f)
{
	for (size_t i = 0; i < members->count; i++) {
		struct address_list all;

		if (!addresses_of(cw->store, members->items[i].person_id, mem, &all, f))
			return false;
		for (size_t k = 0; k < all.count; k++) {
			const struct address *one = &all.items[k];
			struct kept_home *home;

			if (one->to_on != DAY_NONE || !*one->confidential_from || (!*one->lines && !*one->postcode))
				continue;
			home = ARENA_PUSH(mem, out);
			if (!home)
				return fault_set(f, FAULT_MEMORY, "There is not enough memory to write this letter.");
			*home = kept_home_of(one->lines, one->postcode, mem);
		}
	}
	return true;
}

bool kept_homes_of_family(struct casework *cw, int64_t family, struct arena *mem, struct kept_home_list *out,
			  struct fault *f)
{
	struct member_list now, former;

	*out = (struct kept_home_list){0};
	return members_of_family(cw->store, family, mem, &now, f) && add_homes(cw, &now, mem, out, f) &&
	       former_members_of_family(cw->store, family, mem, &former, f) && add_homes(cw, &former, mem, out, f);
}
