/* Of which children a reader may read: in a family whose children do not have the same parents nobody reads of a child
 * who is not theirs. */
#include "letter_facts_inside.h"

#include "base/series.h"
#include "store/view_store.h"
#include "whose_lines.h"

/* --- One member of the family --- */

static bool may_read(const struct facts_work *w, const struct invitee *member, int64_t child)
{
	return parent_of_may_read(&w->whose, member->person_id, member->relationship, child);
}

static bool is_adult_of_family(const struct invitee *one)
{
	return one->person_id && one->capacity != CAPACITY_CHILD;
}

/* What lies in the room is taken home by everybody of the family who comes. */
static bool may_room_read(const struct facts_work *w, int64_t child)
{
	for (size_t i = 0; i < w->invitees.count; i++)
		if (is_adult_of_family(&w->invitees.items[i]) && !may_read(w, &w->invitees.items[i], child))
			return false;
	return true;
}

/* Something was said of anybody who is on the list: then nobody reads of all children by not having been thought of. */
static bool is_divided(const struct facts_work *w)
{
	if (!w->invitees.count) /* a letter about no conference: nobody is known to come for anybody */
		return w->whose.count > 0;
	for (size_t i = 0; i < w->household.count; i++)
		if (!may_room_read(w, w->household.items[i].id))
			return true;
	return false;
}

/* --- The reader --- */

/* Comes for somebody, and it is not known for whom. */
static bool comes_for_nobody_known(const struct facts_work *w)
{
	return w->audience == AUDIENCE_COMPANION && !w->reader->person_id &&
	       (!w->principal || !w->principal->person_id) && is_divided(w);
}

/* By whose child it is; whoever comes for somebody reads what that person may. */
bool facts_may_read_of(const struct facts_work *w, int64_t child)
{
	if (w->audience == AUDIENCE_PROFESSIONAL)
		return true;
	if (w->is_for_room)
		return may_room_read(w, child);
	if (comes_for_nobody_known(w))
		return false;
	if (is_adult_of_family(w->reader) && !may_read(w, w->reader, child))
		return false;
	return !w->principal || !is_adult_of_family(w->principal) || may_read(w, w->principal, child);
}

/* Whoever comes for a child is told of that child. */
bool facts_may_know_of(const struct facts_work *w, const struct person *child)
{
	bool is_own = child->id == w->reader->person_id || (w->principal && child->id == w->principal->person_id);
	bool is_for_one_child = w->principal && w->principal->capacity == CAPACITY_CHILD;

	if (is_own)
		return w->sight->own_child;
	return w->sight->all_children && !is_for_one_child && facts_may_read_of(w, child->id);
}

/* A child who comes is named to those who may read of that child, and to other children; to whoever comes for a child
 * only that one. */
bool facts_may_name_child(const struct facts_work *w, const struct invitee *one)
{
	if (w->principal && w->principal->capacity == CAPACITY_CHILD)
		return one->id == w->principal->id;
	return facts_may_read_of(w, one->person_id);
}

/* Also of the others of the household for whom something was decided: what is said of all together speaks of them. */
static bool reads_of_each(struct facts_work *w, bool *out)
{
	struct child_decision_list decided = {0};

	*out = true;
	if (w->whose.count && !child_decisions_of(w->cw->store, w->conference->id, w->mem, &decided, w->f))
		return false;
	for (size_t i = 0; i < w->children.count; i++)
		*out = *out && facts_may_read_of(w, w->children.items[i].id);
	for (size_t i = 0; i < decided.count; i++)
		*out = *out && facts_may_read_of(w, decided.items[i].person_id);
	return true;
}

/* A letter about no conference is about all of them. */
static bool find_household(struct facts_work *w, int64_t family)
{
	struct member_list members;

	if (!members_of_family(w->cw->store, family, w->mem, &members, w->f))
		return false;
	for (size_t i = 0; i < members.count; i++) {
		struct person *one = members.items[i].relationship == RELATIONSHIP_CHILD
					     ? ARENA_PUSH(w->mem, &w->household)
					     : NULL;

		if (one)
			*one = members.items[i].person;
	}
	if (!w->conference->id)
		w->children = w->household;
	return !arena_exhausted(w->mem) ||
	       fault_set(w->f, FAULT_MEMORY, "There is not enough memory to write this letter.");
}

bool facts_of_whose(struct facts_work *w, int64_t family)
{
	for (size_t i = 0; w->reader->for_invitee_id && i < w->invitees.count; i++)
		if (w->invitees.items[i].id == w->reader->for_invitee_id)
			w->principal = &w->invitees.items[i];
	if (!parents_of_family(w->cw->store, family, w->mem, &w->whose, w->f) ||
	    !conference_children(w->cw->store, w->conference->id, w->mem, &w->children, w->f) ||
	    !find_household(w, family))
		return false;
	return reads_of_each(w, &w->knows_all_children);
}

bool facts_may_have_report(const struct facts_work *w, const struct report_child_list *children, int64_t report)
{
	bool is_said = false;

	for (size_t i = 0; i < children->count; i++) {
		if (children->items[i].report_id != report)
			continue;
		is_said = true;
		if (!facts_may_read_of(w, children->items[i].person_id))
			return false;
	}
	return is_said || w->knows_all_children;
}

/* --- For who sends it --- */

static const char *listed(const struct facts_work *w, bool is_read, const char *none)
{
	struct series names = {0};

	for (size_t i = 0; i < w->children.count; i++)
		if (facts_may_read_of(w, w->children.items[i].id) == is_read)
			series_add(&names, whose_child_name(&w->children.items[i], w->mem), w->mem);
	return series_is_empty(&names) ? none : series_words(&names, w->mem);
}

const char *facts_only_of(const struct facts_work *w)
{
	return w->knows_all_children ? "" : listed(w, true, "");
}

const char *facts_children_words(const struct facts_work *w)
{
	const char *others = listed(w, false, "");

	return *others ? arena_printf(w->mem, "of %s; not of %s", listed(w, true, "none of them"), others) : "";
}
