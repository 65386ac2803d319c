/* A record on its way: to the chair, back to be mended, approved, and reopened for a next edition. */
#include "record_keeping.h"

#include "deadline_keeping.h"
#include "slot_keeping.h"
#include "store/conference_store.h"
#include "words_tidy.h"

#include <string.h>

/* One act on a record: what it needs, and what it does. */
struct record_act {
	struct casework *cw;
	struct arena *mem;
	struct conference conference;
	struct conference_record record;
	const char *why; /* tidied; "" where none is asked */
	struct fault *f;
};

static bool conference_goes(struct record_act *a, enum conference_step step)
{
	struct change_words words = {
		.step = conference_step_token(step), .from = a->conference.state, .reason = a->why};
	const struct transition *found;

	if (!transition_check(a->conference.state, step, &found, a->f))
		return false;
	a->conference.state = found->to;
	return conference_save(a->cw->store, &a->conference, a->f) &&
	       conference_note_change(a->cw, &a->conference, &words, a->f);
}

static bool is_the_chairs_turn(const struct record_act *a)
{
	const char *reference = a->conference.reference;

	switch (a->record.state) {
	case RECORD_WITH_CHAIR: return true;
	case RECORD_APPROVED:
	case RECORD_DISTRIBUTED:
		return fault_set(a->f, FAULT_REFUSED, "The record of %s is approved already.", reference);
	default:
		return fault_set(a->f, FAULT_REFUSED,
				 "The record of %s is still being written: its writer gives it to you first.",
				 reference);
	}
}

/* --- To the chair, and back --- */

static bool to_chair(struct record_act *a)
{
	if (a->record.state == RECORD_WITH_CHAIR)
		return fault_set(a->f, FAULT_REFUSED, "The record of %s is with the chair already.",
				 a->conference.reference);
	if (!record_may_be_written(a->cw, &a->conference, &a->record, a->mem, a->f))
		return false;
	if (record_is_the_chairs(a->cw, &a->conference, a->mem))
		return fault_set(a->f, FAULT_REFUSED,
				 "You chair %s and approve its record: somebody else finishes it and gives it to you.",
				 a->conference.reference);
	a->record.writer = a->cw->login;
	a->record.state = RECORD_WITH_CHAIR;
	return conference_record_keep(a->cw->store, &a->record, a->f);
}

static bool give_back(struct record_act *a)
{
	struct record_correction asked = record_correction_blank();

	if (!is_the_chairs_turn(a))
		return false;
	if (!*a->why)
		return fault_field(a->f, "why", "Say what is to be mended: the writer reads it.");
	asked.record_id = a->record.id;
	asked.asked_by = casework_user_name(a->cw);
	asked.asked_on = casework_today(a->cw);
	asked.words = a->why;
	a->record.state = RECORD_CORRECTIONS;
	return record_correction_insert(a->cw->store, &asked, a->f) &&
	       conference_record_keep(a->cw->store, &a->record, a->f);
}

/* --- Approved --- */

static bool is_all_answered(const struct record_act *a)
{
	struct record_correction_list all;
	size_t open = 0;

	if (!record_corrections_of_conference(a->cw->store, a->conference.id, a->mem, &all, a->f))
		return false;
	for (size_t i = 0; i < all.count; i++)
		open += all.items[i].answered_on == DAY_NONE;
	return !open || fault_set(a->f, FAULT_REFUSED,
				  "%zu correction%s of this record %s not answered: answer %s before you approve it.",
				  open, open == 1 ? "" : "s", open == 1 ? "is" : "are", open == 1 ? "it" : "them");
}

static bool approve(struct record_act *a)
{
	if (!is_the_chairs_turn(a))
		return false;
	if (strcmp(a->record.writer, a->cw->login) == 0)
		return fault_set(a->f, FAULT_REFUSED,
				 "You drafted this record, and nobody approves their own: somebody else who may write "
				 "it drafts it again, which keeps every word that was written, and gives it to you.");
	if (!is_all_answered(a))
		return false;
	a->record.state = RECORD_APPROVED;
	a->record.approver = a->cw->login;
	a->record.approved_on = casework_today(a->cw);
	return conference_record_keep(a->cw->store, &a->record, a->f) && conference_goes(a, STEP_APPROVE_RECORD) &&
	       deadline_met(a->cw, RULE_RECORD_APPROVE, SUBJECT_CONFERENCE, a->conference.id, a->record.approved_on,
			    a->f);
}

/* --- Reopened --- */

static bool can_be_reopened(const struct record_act *a)
{
	const struct transition *step = transition_find(a->conference.state, STEP_REOPEN);

	if (!record_is_fixed(&a->record))
		return fault_set(a->f, FAULT_REFUSED, "The record of %s is not approved yet: write in it as it is.",
				 a->conference.reference);
	if (step && step->to == STATE_RECORD_DRAFTED)
		return true;
	if (a->conference.state != STATE_CHALLENGED)
		return fault_set(a->f, FAULT_REFUSED,
				 "The decision of %s was taken back: draft its record again for the next edition.",
				 a->conference.reference);
	return fault_set(a->f, FAULT_REFUSED,
			 "A complaint about %s is looked into: its record is reopened once that is settled.",
			 a->conference.reference);
}

static bool reopen(struct record_act *a)
{
	struct conference_record next = conference_record_blank();
	int64_t id = a->conference.id;

	if (!can_be_reopened(a))
		return false;
	if (!*a->why)
		return fault_field(a->f, "why", "Say why the record is reopened: it is kept in the history.");
	next.conference_id = id;
	next.state = RECORD_DRAFTING;
	next.writer = a->record.writer;
	next.drafted_on = casework_today(a->cw);
	if (!conference_record_keep(a->cw->store, &next, a->f) ||
	    !record_sections_carry_over(a->cw->store, a->record.id, next.id, a->f) || !conference_goes(a, STEP_REOPEN))
		return false;
	a->record = next;
	return record_is_owed_again(a->cw, id, a->f);
}

/* --- The frame of all of them --- */

static const struct act_kind {
	enum action right;
	const char *audit;
	bool by_version;
	bool (*run)(struct record_act *a);
} kinds[] = {
	{ACTION_WRITE_RECORD, "record.to_chair", true, to_chair},
	{ACTION_APPROVE_RECORD, "record.approve", true, approve},
	{ACTION_APPROVE_RECORD, "record.return", true, give_back},
	{ACTION_APPROVE_RECORD, "record.reopen", false, reopen},
};
enum { TO_CHAIR, APPROVE, GIVE_BACK, REOPEN };

static bool act(struct casework *cw, int kind, int64_t conference, int64_t version, const char *why, struct fault *f)
{
	const struct act_kind *k = &kinds[kind];
	struct arena mem = {0};
	struct record_act a = {.cw = cw, .mem = &mem, .why = why, .f = f};
	bool ok;

	if (!work_begin(cw, k->right, f))
		return false;
	ok = words_tidy(&a.why, "why", true, &mem, f) &&
	     record_reach(cw, k->right, conference, &mem, &a.conference, &a.record, f);
	if (ok && k->by_version)
		a.record.version = version;
	ok = ok && k->run(&a);
	ok = ok ? work_end(cw, f, k->audit, SUBJECT_CONFERENCE, a.conference.id, a.conference.family_id,
			   "%s: edition %d", a.conference.reference, a.record.edition)
		: work_undo(cw);
	arena_finish(&mem);
	return ok;
}

bool casework_record_to_chair(struct casework *cw, int64_t conference, int64_t version, struct fault *f)
{
	return act(cw, TO_CHAIR, conference, version, "", f);
}

bool casework_record_approve(struct casework *cw, int64_t conference, int64_t version, struct fault *f)
{
	return act(cw, APPROVE, conference, version, "", f);
}

bool casework_record_return(struct casework *cw, int64_t conference, int64_t version, const char *why, struct fault *f)
{
	return act(cw, GIVE_BACK, conference, version, why, f);
}

bool casework_record_reopen(struct casework *cw, int64_t conference, const char *why, struct fault *f)
{
	return act(cw, REOPEN, conference, 0, why, f);
}
