/* The task to tell everybody of a change: there while somebody knows of another day than the conference's own. */
#include "change_notice.h"

#include "deadline_keeping.h"
#include "slot_keeping.h"
#include "store/invitee_store.h"

bool invitee_is_behind(const struct conference *conference, const struct invitee *invitee)
{
	if (invitee->told_day == DAY_NONE)
		return false;
	return invitee->is_withdrawn || conference->state == STATE_CANCELLED || conference->state == STATE_POSTPONED ||
	       invitee->told_day != conference->held_on || invitee->told_starts != conference->starts;
}

/* Those taken off the list count too: they are told that they are not expected. */
static bool somebody_is_behind(struct casework *cw, const struct conference *conference, struct arena *mem, bool *out,
			       struct fault *f)
{
	struct invitee_list invitees;

	*out = false;
	if (!invitees_of(cw->store, conference->id, true, mem, &invitees, f))
		return false;
	for (size_t i = 0; i < invitees.count && !*out; i++)
		*out = invitee_is_behind(conference, &invitees.items[i]);
	return true;
}

/* One that was met earlier today is there again: it was about the change before this one. */
static bool open_task(struct casework *cw, const struct conference *conference, struct arena *mem, struct fault *f)
{
	struct deadline_subject subject = {
		.kind = SUBJECT_CONFERENCE, .id = conference->id, .family_id = conference->family_id};
	int64_t *children;
	size_t count;

	if (!conference_children_ids(cw, conference->id, mem, &children, &count, f))
		return false;
	subject.children = children;
	subject.child_count = count;
	return deadline_set(cw, RULE_CHANGE_NOTICE, &subject, casework_today(cw), f) &&
	       deadline_undone(cw, RULE_CHANGE_NOTICE, SUBJECT_CONFERENCE, conference->id, f);
}

bool change_notice_open(struct casework *cw, const struct conference *conference, struct fault *f)
{
	struct arena mem = {0};
	bool behind;
	bool ok = somebody_is_behind(cw, conference, &mem, &behind, f) &&
		  (behind ? open_task(cw, conference, &mem, f)
			  : deadline_withdraw(cw, RULE_CHANGE_NOTICE, SUBJECT_CONFERENCE, conference->id,
					      "everybody knows of this day", f));

	arena_finish(&mem);
	return ok;
}

bool change_notice_keep(struct casework *cw, const struct conference *conference, struct fault *f)
{
	struct arena mem = {0};
	bool behind;
	bool ok = somebody_is_behind(cw, conference, &mem, &behind, f) &&
		  (behind ||
		   deadline_met(cw, RULE_CHANGE_NOTICE, SUBJECT_CONFERENCE, conference->id, casework_today(cw), f));

	arena_finish(&mem);
	return ok;
}
