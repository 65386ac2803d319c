/* Where a family that moves away lives now: letters follow the children, and those who may live elsewhere are named. */
#include "transfer_homes.h"

#include "base/series.h"
#include "casework/people.h"
#include "person_check.h"
#include "store/family_store.h"
#include "store/person_store.h"
#include "store/transfer_store.h"

static bool move_home(struct casework *cw, const struct transfer *transfer, int64_t child, struct arena *mem,
		      struct fault *f)
{
	struct address home = address_of_lines(transfer->address, mem);
	struct person_record record;

	home.from_on = transfer->home_on;
	home.confidential_from = transfer->kept_from;
	if (!casework_person_record(cw, child, transfer->family_id, mem, &record, f))
		return false;
	if (address_is_same_place(record.address, &home))
		home.from_on = record.address->from_on;
	else if (record.address->from_on != DAY_NONE && record.address->from_on > home.from_on)
		return true;
	record.address = &home;
	return casework_person_save(cw, &record, f);
}

bool transfer_moves_home(struct casework *cw, struct transfer *transfer, const int64_t *children, size_t count,
			 struct arena *mem, struct fault *f)
{
	if (!*transfer->address || !transfer_has_moved(transfer, casework_today(cw)))
		return true;
	transfer->home_on = transfer->moved_on == DAY_NONE ? transfer->notified_on : transfer->moved_on;
	for (size_t i = 0; i < count; i++)
		if (!move_home(cw, transfer, children[i], mem, f))
			return false;
	return true;
}

/* The home they left on the day of the move; items[0] of nothing where it is not known. */
static bool old_home(struct casework *cw, const struct transfer *transfer, struct arena *mem, struct address *out,
		     struct fault *f)
{
	struct transfer_child_list children;
	struct address_list all = {0};

	*out = (struct address){.lines = "", .postcode = ""};
	if (transfer->direction == TRANSFER_IN || transfer->home_on == DAY_NONE)
		return true;
	if (!transfer_children(cw->store, transfer->id, mem, &children, f) ||
	    (children.count && !addresses_of(cw->store, children.items[0], mem, &all, f)))
		return false;
	for (size_t i = 0; i < all.count; i++)
		if (all.items[i].to_on == transfer->home_on)
			*out = all.items[i];
	return true;
}

bool transfer_left_behind(struct casework *cw, const struct transfer *transfer, struct arena *mem, const char **out,
			  struct fault *f)
{
	struct address home;
	struct member_list members;
	struct series left = {0};
	char name[NAME_ROOM];

	*out = "";
	if (!old_home(cw, transfer, mem, &home, f) ||
	    !members_of_family(cw->store, transfer->family_id, mem, &members, f))
		return false;
	for (size_t i = 0; (*home.lines || *home.postcode) && i < members.count; i++) {
		const struct member *m = &members.items[i];
		struct address_list all;

		if (m->relationship == RELATIONSHIP_CHILD)
			continue;
		if (!addresses_of(cw->store, m->person_id, mem, &all, f))
			return false;
		if (all.count && all.items[0].to_on == DAY_NONE && address_is_same_place(&all.items[0], &home))
			series_add(&left, arena_text(mem, person_full_name(&m->person, name)), mem);
	}
	*out = series_words(&left, mem);
	return true;
}
