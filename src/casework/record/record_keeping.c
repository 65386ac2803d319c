/* Reaching the record of a conference, and whose turn it is. */
#include "record_keeping.h"

#include "deadline_keeping.h"
#include "own_conference.h"
#include "slot_keeping.h"
#include "store/conference_store.h"

#include <string.h>

bool record_is_fixed(const struct conference_record *record)
{
	return record->state == RECORD_APPROVED || record->state == RECORD_DISTRIBUTED;
}

bool record_reach(struct casework *cw, enum action action, int64_t conference, struct arena *mem,
		  struct conference *out, struct conference_record *record, struct fault *f)
{
	if (!conference_reach_for(cw, action, conference, mem, out, f) ||
	    !conference_record_of(cw->store, conference, mem, record, f))
		return false;
	return record->id ||
	       fault_set(f, FAULT_REFUSED, "The record of %s is not drafted yet: draft it first.", out->reference);
}

bool record_may_be_written(struct casework *cw, const struct conference *conference,
			   const struct conference_record *record, struct arena *mem, struct fault *f)
{
	if (record_is_fixed(record))
		return fault_set(f, FAULT_REFUSED,
				 "The record of %s was approved and stays as it is: the chair may reopen it, with a "
				 "reason, for a next edition.",
				 conference->reference);
	if (record->state != RECORD_WITH_CHAIR || record_is_the_chairs(cw, conference, mem))
		return true;
	return fault_set(f, FAULT_REFUSED,
			 "The record of %s is with the chair, who reads what was written: ask for it to be given back.",
			 conference->reference);
}

bool record_is_the_chairs(struct casework *cw, const struct conference *conference, struct arena *mem)
{
	struct conference own;

	return conference_reach_for(cw, ACTION_APPROVE_RECORD, conference->id, mem, &own, NULL);
}

bool record_is_owed_again(struct casework *cw, int64_t conference, struct fault *f)
{
	return deadline_undone(cw, RULE_RECORD_APPROVE, SUBJECT_CONFERENCE, conference, f) &&
	       deadline_undone(cw, RULE_RECORD_DISTRIBUTE, SUBJECT_CONFERENCE, conference, f);
}

static bool conference_goes_out(struct casework *cw, struct conference *c, struct fault *f)
{
	struct change_words words = {.step = conference_step_token(STEP_DISTRIBUTE), .from = c->state};
	const struct transition *step = transition_find(c->state, STEP_DISTRIBUTE);

	if (!step) /* a complaint is looked into meanwhile: the record goes out all the same */
		return true;
	c->state = step->to;
	return conference_save(cw->store, c, f) && conference_note_change(cw, c, &words, f);
}

bool record_changed_since(struct casework *cw, int64_t conference, int64_t at, struct arena *mem, bool *out,
			  struct fault *f)
{
	struct conference_record record;
	struct conference_change_list changes;

	*out = false;
	if (!conference_record_of(cw->store, conference, mem, &record, f) ||
	    !conference_changes_of(cw->store, conference, mem, &changes, f))
		return false;
	*out = !record_is_fixed(&record);
	for (size_t i = 0; i < changes.count; i++)
		*out |= changes.items[i].at > at &&
			strcmp(changes.items[i].step, conference_step_token(STEP_APPROVE_RECORD)) == 0;
	return true;
}

bool record_distributed(struct casework *cw, int64_t conference, struct arena *mem, struct fault *f)
{
	struct conference c;
	struct conference_record record;

	if (!record_reach(cw, ACTION_DISTRIBUTE_RECORD, conference, mem, &c, &record, f))
		return false;
	if (!record_is_fixed(&record))
		return fault_set(f, FAULT_REFUSED, "The record of %s is not approved yet: nothing is sent before.",
				 c.reference);
	if (record.state == RECORD_DISTRIBUTED)
		return true;
	record.state = RECORD_DISTRIBUTED;
	record.distributed_on = casework_today(cw);
	return conference_record_keep(cw->store, &record, f) && conference_goes_out(cw, &c, f) &&
	       deadline_met(cw, RULE_RECORD_DISTRIBUTE, SUBJECT_CONFERENCE, c.id, casework_today(cw), f);
}
