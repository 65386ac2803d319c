/* Homes that are kept from somebody: which there are in a family. */
#include "kept_home.h"
#include "person_check.h"

#include "store/family_store.h"
#include "store/person_store.h"
#include "store/transfer_store.h"

enum { MOST_MOVES = 500 };

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

static bool add_home(struct kept_home home, struct arena *mem, struct kept_home_list *out, struct fault *f)
{
	struct kept_home *one = ARENA_PUSH(mem, out);

	if (!one)
		return fault_set(f, FAULT_MEMORY, "There is not enough memory to write this letter.");
	*one = home;
	return true;
}

static bool add_homes(struct casework *cw, const struct member_list *members, struct arena *mem,
		      struct kept_home_list *out, struct fault *f)
{
	for (size_t i = 0; i < members->count; i++) {
		struct address_list all;

		if (!addresses_of(cw->store, members->items[i].person_id, mem, &all, f))
			return false;
		for (size_t k = 0; k < all.count; k++) {
			const struct address *one = &all.items[k];
			if (one->to_on != DAY_NONE || !*one->confidential_from || (!*one->lines && !*one->postcode))
				continue;
			if (!add_home(kept_home_of(one->lines, one->postcode, mem), mem, out, f))
				return false;
		}
	}
	return true;
}

/* Where they will live is as secret before the move as after it. */
static bool add_homes_to_come(struct casework *cw, int64_t family, struct arena *mem, struct kept_home_list *out,
			      struct fault *f)
{
	struct transfer_list moves;

	if (!transfers_of(cw->store, cw->user_id, family, false, MOST_MOVES, mem, &moves, f))
		return false;
	for (size_t i = 0; i < moves.count; i++) {
		const struct address home = address_of_lines(moves.items[i].address, mem);

		if (*moves.items[i].kept_from && *home.lines &&
		    !add_home(kept_home_of(home.lines, home.postcode, mem), mem, out, f))
			return false;
	}
	return true;
}

bool kept_homes_of_family(struct casework *cw, int64_t family, struct arena *mem, struct kept_home_list *out,
			  struct fault *f)
{
	struct member_list now, former;

	*out = (struct kept_home_list){0};
	return members_of_family(cw->store, family, mem, &now, f) && add_homes(cw, &now, mem, out, f) &&
	       former_members_of_family(cw->store, family, mem, &former, f) && add_homes(cw, &former, mem, out, f) &&
	       add_homes_to_come(cw, family, mem, out, f);
}
