/* Why somebody is represented stands on their own line too: their letter says that another comes for them. */
#include "represented.h"

#include "store/invitee_store.h"

#include <string.h>

bool represented_keep(struct casework *cw, const struct invitee *representative, struct arena *mem, struct fault *f)
{
	const char *why = representative->is_withdrawn ? "" : representative->represented_why;
	struct invitee kept;

	if (representative->capacity != CAPACITY_REPRESENTATIVE || !representative->for_invitee_id)
		return true;
	if (!invitee_by_id(cw->store, representative->for_invitee_id, mem, &kept, f))
		return false;
	if (kept.is_withdrawn || strcmp(kept.represented_why, why) == 0)
		return true;
	kept.represented_why = why;
	return invitee_save(cw->store, &kept, f);
}
