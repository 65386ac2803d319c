/* The one door to a conference: through it, or it is not there. */
#include "conference_reach.h"

#include "store/conference_store.h"

bool conference_reach(struct casework *cw, int64_t id, struct arena *mem, struct conference *out, struct fault *f)
{
	bool may;

	if (!conference_by_id(cw->store, id, mem, out, f) || !work_may_see_family(cw, out->family_id, &may, f))
		return false;
	return may || fault_set(f, FAULT_NOT_FOUND,
				"This conference is not in the case file any more. Find it again by name.");
}
