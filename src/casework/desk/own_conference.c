/* Whose conference it is, for rights that end at one's own. */
#include "own_conference.h"

#include "casework/casework.h"
#include "conference_reach.h"
#include "session_keeping.h"
#include "store/directory_store.h"

#include <string.h>

/* By the login of its chair in the settings. */
static bool is_own(struct casework *cw, const struct conference *conference, struct arena *mem, bool *own,
		   struct fault *f)
{
	struct resource_list chairs;

	*own = false;
	if (!resources_of_kind(cw->store, RESOURCE_CHAIR, mem, &chairs, f))
		return false;
	for (size_t i = 0; i < chairs.count; i++)
		if (chairs.items[i].id == conference->chair_id)
			*own = *chairs.items[i].login && strcmp(chairs.items[i].login, cw->login) == 0;
	return true;
}

bool conference_reach_for(struct casework *cw, enum action action, int64_t id, struct arena *mem,
			  struct conference *out, struct fault *f)
{
	bool own = true;

	if (!casework_may(cw, action, f) || !conference_reach(cw, id, mem, out, f) ||
	    (roles_permission(cw->roles, action) != ALLOWED && !is_own(cw, out, mem, &own, f)))
		return false;
	if (!own && f)
		session_refused(cw, "a conference somebody else chairs", SUBJECT_CONFERENCE, id, out->family_id);
	return own ||
	       fault_set(f, FAULT_NOT_ALLOWED, "You may %s only for conferences that you chair: %s is not one of them.",
			 action_words(action), out->reference);
}

bool conference_right_for_all(struct casework *cw, enum action action, struct fault *f)
{
	if (!casework_may(cw, action, f))
		return false;
	if (roles_permission(cw->roles, action) == ALLOWED)
		return true;
	session_refused(cw, "what is not of conferences they chair", SUBJECT_NONE, 0, 0);
	session_refusal_written(cw);
	return fault_set(f, FAULT_NOT_ALLOWED,
			 "You may %s only for conferences that you chair, and this is not of one. An officer or a "
			 "manager can.",
			 action_words(action));
}

bool casework_may_for(struct casework *cw, enum action action, int64_t conference, struct fault *f)
{
	struct arena mem = {0};
	struct conference one;
	bool may;

	if (roles_permission(cw->roles, action) != ALLOWED_OWN)
		return casework_may(cw, action, f);
	if (!look_begin(cw, action, f))
		return false;
	may = conference_reach_for(cw, action, conference, &mem, &one, f);
	look_undo(cw); /* nothing of it is shown */
	arena_finish(&mem);
	return may;
}
