/* What is read about a reader before anything is said to them. */
#include "letter_facts_inside.h"

bool facts_prepare(struct facts_work *w)
{
	const struct invitee *reader = w->reader;

	w->is_kept_away = reader->exclusion == EXCLUSION_WHOLE || reader->exclusion == EXCLUSION_ASKED ||
			  reader->is_withdrawn;
	if (!invitees_of(w->cw->store, w->conference->id, false, w->mem, &w->invitees, w->f) ||
	    !sittings_of(w->cw->store, w->conference->id, w->mem, &w->sittings, w->f))
		return false;
	if (w->sight->who_is_who &&
	    !kept_homes_of_family(w->cw, w->conference->family_id, w->mem, &w->kept_homes, w->f))
		return false;
	if (!facts_of_whose(w, w->conference->family_id))
		return false;
	/* Whoever comes for somebody comes when they do. */
	w->sitting = reader->sitting || !w->principal ? reader->sitting : w->principal->sitting;
	return true;
}

static bool is_the_same(int one, int other)
{
	return !one || !other || one == other;
}

/* Whoever comes for somebody tells them: an advocate who comes at another time is told of nobody who comes only then.
 */
bool facts_is_at_the_same_sitting(const struct facts_work *w, int sitting)
{
	return is_the_same(w->sitting, sitting) && is_the_same(w->principal ? w->principal->sitting : 0, sitting);
}
