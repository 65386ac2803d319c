/* Where a family that moves away lives now: letters follow the children, and those who may live elsewhere are named. */
#include "transfer_homes.h"

#include "casework/people.h"
#include "person_check.h"
#include "store/family_store.h"
#include "store/person_store.h"
#include "store/transfer_store.h"

#include <string.h>

static day_number moved_on(const struct transfer *transfer)
{
	return transfer->moved_on == DAY_NONE ? transfer->notified_on : transfer->moved_on;
}

/* A postcode that stands at the end is one. */
static struct address new_home(const struct transfer *transfer, struct arena *mem)
{
	struct address home = {.lines = transfer->address,
			       .postcode = "",
			       .from_on = moved_on(transfer),
			       .to_on = DAY_NONE,
			       .confidential_from = ""};
	const char *last = strrchr(transfer->address, '\n');
	const char *postcode = last ? postcode_tidy(last + 1, mem) : NULL;

	if (postcode && *postcode) {
		home.lines = arena_text_n(mem, transfer->address, (size_t)(last - transfer->address));
		home.postcode = postcode;
	}
	return home;
}

static bool is_same_place(const struct address *a, const struct address *b)
{
	return strcmp(a->lines, b->lines) == 0 && strcmp(a->postcode, b->postcode) == 0;
}

static bool move_home(struct casework *cw, const struct transfer *transfer, int64_t child, struct arena *mem,
		      struct fault *f)
{
	struct address home = new_home(transfer, mem);
	struct person_record record;

	if (!casework_person_record(cw, child, transfer->family_id, mem, &record, f))
		return false;
	if (is_same_place(record.address, &home) ||
	    (record.address->from_on != DAY_NONE && record.address->from_on >= home.from_on))
		return true;
	home.confidential_from = record.address->confidential_from;
	record.address = &home;
	return casework_person_save(cw, &record, f);
}

bool transfer_moves_home(struct casework *cw, const struct transfer *transfer, const int64_t *children, size_t count,
			 struct arena *mem, struct fault *f)
{
	if (transfer->direction != TRANSFER_OUT || transfer->stay != TRANSFER_STAY_FOR_GOOD || !*transfer->address ||
	    moved_on(transfer) > casework_today(cw))
		return true;
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
	if (!transfer_children(cw->store, transfer->id, mem, &children, f) ||
	    (children.count && !addresses_of(cw->store, children.items[0], mem, &all, f)))
		return false;
	for (size_t i = 0; i < all.count; i++)
		if (all.items[i].to_on == moved_on(transfer))
			*out = all.items[i];
	return true;
}

bool transfer_left_behind(struct casework *cw, const struct transfer *transfer, struct arena *mem, const char **out,
			  struct fault *f)
{
	struct address home;
	struct member_list members;
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
		if (all.count && all.items[0].to_on == DAY_NONE && is_same_place(&all.items[0], &home))
			*out = arena_printf(mem, "%s%s%s", *out, **out ? ", " : "", person_full_name(&m->person, name));
	}
	return true;
}
