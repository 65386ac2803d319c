/* The task to tell everybody of a change: there while somebody knows of another day than the conference's own. */
#include "change_notice.h"
#include "change_last.h"

#include "deadline_keeping.h"
#include "mailing_inside.h"
#include "slot_keeping.h"
#include "store/invitee_store.h"

#include <string.h>

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
