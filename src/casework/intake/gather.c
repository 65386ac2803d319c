/* A child whom a return brought alone comes into its family: what is one event for the siblings becomes one. */
#include "gather.h"

#include "people_keeping.h"

#include "store/family_store.h"
#include "store/gather_store.h"

static bool join_events(struct casework *cw, int64_t family, struct arena *mem, size_t *enquiries, size_t *conferences,
			struct fault *f)
{
	struct twin_list twins;

	if (!twin_enquiries(cw->store, family, mem, &twins, f))
		return false;
	for (size_t i = 0; i < twins.count; i++)
		if (!enquiry_join(cw->store, &twins.items[i], f))
			return false;
	*enquiries = twins.count;
	if (!twin_conferences(cw->store, family, mem, &twins, f))
		return false;
	for (size_t i = 0; i < twins.count; i++)
		if (!conference_join(cw->store, &twins.items[i], f))
			return false;
	*conferences = twins.count;
	return true;
}

static bool become(struct casework *cw, const struct family *from, const char *reference, struct fault *f)
{
	struct family row = *from;

	row.reference = reference;
	row.is_provisional = false;
	if (!work_open(cw, f))
		return false;
	if (!family_save(cw->store, &row, f))
		return work_undo(cw);
	return work_end(cw, f, "family.take_over", SUBJECT_FAMILY, row.id, row.id, "%s is now family %s",
			from->reference, reference);
}

bool gather_family(struct casework *cw, const struct family *from, const struct family *to, struct arena *mem,
		   struct fault *f)
{
	size_t enquiries = 0, conferences = 0;

	if (!work_open(cw, f))
		return false;
	if (!family_pour(cw->store, from->id, to->id, f) ||
	    !join_events(cw, to->id, mem, &enquiries, &conferences, f) || !family_drop(cw->store, from->id, f))
		return work_undo(cw);
	/* By its number the rows of the one that is no more are found, when the record that it joined goes. */
	return work_end(cw, f, "family.gather", SUBJECT_FAMILY, from->id, to->id,
			"%s joined family %s; %zu enquiries and %zu conferences were one event with a sibling's",
			from->reference, to->reference, enquiries, conferences);
}

bool gather_child(struct casework *cw, const struct family *from, const char *reference, struct arena *mem,
		  int64_t *family, struct fault *f)
{
	struct family to;
	struct fault why = {0};
	bool found;

	if (!people_found(family_by_reference(cw->store, reference, mem, &to, &why), &why, &found, f))
		return false;
	*family = found ? to.id : from->id;
	if (!found)
		return become(cw, from, reference, f);
	return people_may_see_family(cw, to.id, f) && gather_family(cw, from, &to, mem, f);
}
