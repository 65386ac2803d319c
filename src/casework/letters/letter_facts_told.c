/* Of what was decided, how much one reader may be told: whoever comes for somebody what that person is, and nobody who
 * was kept away more than the decision itself. */
#include "letter_facts_inside.h"

#include "store/live_store.h"

#include <string.h>

static const struct attendance *attendance_of(const struct facts_work *w, int64_t invitee)
{
	for (size_t i = 0; invitee && i < w->attendances.count; i++)
		if (w->attendances.items[i].invitee_id == invitee)
			return &w->attendances.items[i];
	return NULL;
}

/* Decided before the day, still being asked, or said at the door. */
static bool was_kept_away(const struct facts_work *w, const struct invitee *one)
{
	const struct attendance *there = attendance_of(w, one->id);

	return one->exclusion == EXCLUSION_WHOLE || one->exclusion == EXCLUSION_ASKED || one->is_withdrawn ||
	       (there && there->state == ATTENDANCE_EXCLUDED);
}

/* A colleague needs nobody to read for them, and who comes for a companion comes for nobody of the family. */
static bool is_of_family(enum audience audience)
{
	return audience == AUDIENCE_PARENT || audience == AUDIENCE_FAMILY || audience == AUDIENCE_CHILD;
}

static struct sight sight_of(const struct facts_work *w)
{
	enum audience theirs = w->principal ? letter_audience(w->principal) : AUDIENCE_GUEST;

	if (w->is_for_room || w->audience != AUDIENCE_COMPANION)
		return *w->sight;
	return *letter_sight(is_of_family(theirs) ? theirs : AUDIENCE_GUEST);
}

/* Why the children need a plan, and what it says, may be what the reader was kept away for. */
static void narrow(struct facts_work *w)
{
	bool is_away = was_kept_away(w, w->reader) || (w->principal && was_kept_away(w, w->principal));

	w->is_kept_away = w->is_kept_away || is_away;
	if (w->reader->is_withdrawn)
		w->told.decisions = w->told.category = false;
	if (is_away)
		w->told.reasons = w->told.plan = w->told.record = w->told.restricted = false;
}

bool facts_of_told(struct facts_work *w)
{
	const struct attendance *there;

	if (!attendances_of(w->cw->store, w->conference->id, w->mem, &w->attendances, w->f) ||
	    !kept_homes_of_family(w->cw, w->conference->family_id, w->mem, &w->kept_homes, w->f))
		return false;
	w->told = sight_of(w);
	narrow(w);
	there = attendance_of(w, w->reader->id);
	facts_say_yes(w, LETTER_FIELD_WAS_THERE, there && attendance_is_present(there->state));
	facts_say_yes(w, LETTER_FIELD_IS_KEPT_AWAY, w->is_kept_away);
	return true;
}
