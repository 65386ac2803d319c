/* The last change of a conference, and who still believes what was so before it. */
#include "change_last.h"

#include <string.h>

static bool is_change(const char *step)
{
	static const enum conference_step changes[] = {STEP_MOVE, STEP_POSTPONE, STEP_CANCEL};

	for (size_t i = 0; i < sizeof changes / sizeof *changes; i++)
		if (strcmp(step, conference_step_token(changes[i])) == 0)
			return true;
	return false;
}

bool change_last(struct casework *cw, int64_t conference, struct arena *mem, struct conference_change *out,
		 struct fault *f)
{
	struct conference_change_list changes;

	*out = (struct conference_change){
		.step = "", .reason = "", .agreed_by = "", .interim_plan = "", .from_slot = "", .to_slot = ""};
	if (!conference_changes_of(cw->store, conference, mem, &changes, f))
		return false;
	for (size_t i = 0; i < changes.count; i++)
		if (is_change(changes.items[i].step)) {
			*out = changes.items[i];
			break;
		}
	return true;
}

bool invitee_is_behind(const struct conference *conference, const struct invitee *invitee)
{
	if (invitee->told_day == DAY_NONE)
		return false;
	return invitee->is_withdrawn || conference->state == STATE_CANCELLED || conference->state == STATE_POSTPONED ||
	       invitee->told_day != conference->held_on || invitee->told_starts != conference->starts;
}
