/* That what was decided stands while it is challenged, in the words of each screen that says so. */
#include "complaint_keeping.h"

#include "store/complaint_store.h"
#include "store/conference_store.h"

enum { MOST_OPEN = 100 };

static bool is_about_decision(const struct complaint *c)
{
	return c->state == COMPLAINT_OPEN && complaint_ground_about(c->ground) != COMPLAINT_ABOUT_AGENCY;
}

static size_t count_open(const struct complaint_list *all, const char **first)
{
	size_t count = 0;

	for (size_t i = 0; i < all->count; i++)
		if (is_about_decision(&all->items[i]) && count++ == 0)
			*first = all->items[i].reference;
	return count;
}

/* `what`: "the decision", "what C-0412 decided". */
static const char *stands_words(const struct complaint_list *all, const char *what, struct arena *mem)
{
	const char *first = "";
	size_t open = count_open(all, &first);

	if (open == 0)
		return "";
	if (open == 1)
		return arena_printf(mem, "Challenged: %s stands until %s is settled.", what, first);
	return arena_printf(mem, "Challenged: %s stands until %s and %zu other%s are settled.", what, first, open - 1,
			    open == 2 ? "" : "s");
}

bool complaint_open_about(struct casework *cw, int64_t conference, struct arena *mem, size_t *count, struct fault *f)
{
	struct complaint_list all;
	const char *first;

	*count = 0;
	if (!complaints_of_conference(cw->store, conference, mem, &all, f))
		return false;
	*count = count_open(&all, &first);
	return true;
}

bool complaint_stands(struct casework *cw, int64_t conference, struct arena *mem, const char **out, struct fault *f)
{
	struct complaint_list all;

	*out = "";
	if (!complaints_of_conference(cw->store, conference, mem, &all, f))
		return false;
	*out = stands_words(&all, "the decision", mem);
	return true;
}

bool complaint_stands_of_family(struct casework *cw, int64_t family, struct arena *mem, const char **out,
				struct fault *f)
{
	struct complaint_list all;

	*out = "";
	if (!complaints_registered(cw->store, cw->user_id, family, true, MOST_OPEN, mem, &all, f))
		return false;
	*out = stands_words(&all, "the decision", mem);
	return true;
}

bool complaint_stands_over(struct casework *cw, const struct conference *c, struct arena *mem, const char **out,
			   struct fault *f)
{
	struct conference earlier;
	struct complaint_list all;

	if (!complaint_stands(cw, c->id, mem, out, f))
		return false;
	if (**out || !c->earlier_id)
		return true;
	if (!conference_by_id(cw->store, c->earlier_id, mem, &earlier, f) ||
	    !complaints_of_conference(cw->store, earlier.id, mem, &all, f))
		return false;
	*out = stands_words(&all, arena_printf(mem, "what %s decided", earlier.reference), mem);
	if (**out || c->state > STATE_IN_PROGRESS)
		return true;
	for (size_t i = 0; i < all.count; i++)
		if (all.items[i].second_id == c->id)
			*out = arena_printf(mem, "What %s decided stands until this one decides (%s).",
					    earlier.reference, all.items[i].reference);
	return true;
}
