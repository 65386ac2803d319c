/* The task to tell everybody of a change: there while somebody knows of another day than the conference's own. */
#include "change_notice.h"

#include "deadline_keeping.h"
#include "mailing_inside.h"
#include "slot_keeping.h"
#include "store/invitee_store.h"

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

/* When this invitee was last written to of a day; 0 never. */
static int64_t told_at(const struct letter_listed_list *letters, int64_t invitee)
{
	for (size_t i = 0; i < letters->count; i++)
		if (letters->items[i].invitee_id == invitee && letter_tells_a_day(letters->items[i].template))
			return letters->items[i].written_at;
	return 0;
}

/* Another room on the same day and at the same time shows only in that their letter is older than the move. */
static bool knows_an_older_slot(const struct conference *conference, const struct invitee *invitee, int64_t told,
				const struct conference_change *change)
{
	return conference->state == STATE_SCHEDULED && invitee->told_day != DAY_NONE &&
	       invitee->exclusion != EXCLUSION_WHOLE && told && told < change->at;
}

/* Those taken off the list count too: they are told that they are not expected. */
static bool somebody_is_behind(struct casework *cw, const struct conference *conference, struct arena *mem, bool *out,
			       struct fault *f)
{
	struct letter_listed_list letters;
	struct conference_change change;
	struct invitee_list invitees;

	*out = false;
	if (!invitees_of(cw->store, conference->id, true, mem, &invitees, f) ||
	    !letters_of_conference(cw->store, conference->id, mem, &letters, f) ||
	    !change_last(cw, conference->id, mem, &change, f))
		return false;
	for (size_t i = 0; i < invitees.count && !*out; i++) {
		const struct invitee *one = &invitees.items[i];

		*out = invitee_is_behind(conference, one) ||
		       knows_an_older_slot(conference, one, told_at(&letters, one->id), &change);
	}
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
