/* Postponing and cancelling: the slot is given back, and every deadline is either kept or withdrawn with its reason. */
#include "booking_check.h"
#include "change_notice.h"
#include "conference_reach.h"
#include "report_keeping.h"
#include "review_deadlines.h"
#include "slot_keeping.h"
#include "store/conference_store.h"
#include "store/deadline_store.h"
#include "words_tidy.h"

static bool tidy_answers(struct withdrawal *w, struct arena *mem, struct fault *f)
{
	return words_tidy(&w->reason, "reason", true, mem, f) &&
	       words_tidy(&w->agreed_by, "agreed_by", false, mem, f) &&
	       words_tidy(&w->interim_plan, "interim_plan", true, mem, f);
}

static bool check_answers(const struct withdrawal *w, const struct transition *step, const char *done, struct fault *f)
{
	if (step->needs_reason && !text_is_given(w->reason))
		return fault_field(f, "reason", "Say why it is %s: the reason is kept in its history.", done);
	if (step->needs_agreement && !text_is_given(w->agreed_by))
		return fault_field(f, "agreed_by", "Say who agreed that it is %s, for example the chair.", done);
	return true;
}

/* The table knows whether it may; gives the slot back and writes the history. */
static bool give_up(struct casework *cw, struct conference *c, const struct withdrawal *w, enum conference_step step,
		    const char *done, struct arena *mem, struct fault *f)
{
	struct change_words words = {.step = conference_step_token(step),
				     .from = c->state,
				     .from_slot = slot_words(c, mem),
				     .to_slot = "",
				     .reason = w->reason,
				     .agreed_by = w->agreed_by,
				     .interim_plan = w->interim_plan};
	const struct transition *found;

	if (!conference_is_as_read(c, w->version, f) || !transition_check(c->state, step, &found, f) ||
	    !check_answers(w, found, done, f))
		return false;
	c->state = found->to;
	if (text_is_given(w->interim_plan))
		c->interim_plan = w->interim_plan;
	return slot_give_back(cw, c, f) && conference_save(cw->store, c, f) && conference_note_change(cw, c, &words, f);
}

bool casework_postpone(struct casework *cw, const struct withdrawal *withdrawal, struct fault *f)
{
	struct arena mem = {0};
	struct withdrawal w = *withdrawal;
	struct conference c;
	bool ok;

	if (!work_begin(cw, ACTION_BOOK, f))
		return false;
	ok = tidy_answers(&w, &mem, f) && conference_reach(cw, w.conference_id, &mem, &c, f) &&
	     give_up(cw, &c, &w, STEP_POSTPONE, "postponed", &mem, f) &&
	     deadlines_of_lost_day(cw, &c, "postponed", f) && reports_follow_day(cw, &c, f) &&
	     change_notice_open(cw, &c, f);
	ok = ok ? work_end(cw, f, "conference.postpone", SUBJECT_CONFERENCE, c.id, c.family_id, "%s: %s; agreed by %s",
			   c.reference, w.reason, w.agreed_by)
		: work_undo(cw);
	arena_finish(&mem);
	return ok;
}

/* The enquiry's own limit goes on until a conference is held or it is answered that none is needed. */
static bool release_enquiry(struct casework *cw, int64_t id, const struct withdrawal *w, struct arena *mem,
			    struct fault *f)
{
	struct enquiry enquiry;

	if (!id || !w->no_longer_required)
		return true;
	if (!enquiry_by_id(cw->store, id, mem, &enquiry, f))
		return false;
	enquiry.conference_required = ANSWER_NO;
	return enquiry_save(cw->store, &enquiry, f) &&
	       deadline_withdraw(cw, RULE_ICPC, SUBJECT_ENQUIRY, id, w->reason, f);
}

/* A child who moved here is to have a conference within its limit, whatever became of this one: the limit stays until
 * it is asked for again, or answered that none is needed. */
static bool withdraw_limits(struct casework *cw, const struct conference *c, const struct withdrawal *w,
			    struct arena *mem, struct fault *f)
{
	static const char why[] = "the conference was cancelled";
	struct deadline_row_list rows;

	if (c->type != CONFERENCE_TRANSFER_IN || w->no_longer_required)
		return deadlines_withdraw_all(cw, SUBJECT_CONFERENCE, c->id, why, f);
	if (!deadlines_of_subject(cw->store, SUBJECT_CONFERENCE, c->id, mem, &rows, f))
		return false;
	for (size_t i = 0; i < rows.count; i++)
		if (rows.items[i].state == STANDING_OPEN && rows.items[i].rule != RULE_TRANSFER_IN &&
		    !deadline_withdraw(cw, rows.items[i].rule, SUBJECT_CONFERENCE, c->id, why, f))
			return false;
	return true;
}

bool casework_cancel(struct casework *cw, const struct withdrawal *withdrawal, struct fault *f)
{
	struct arena mem = {0};
	struct withdrawal w = *withdrawal;
	struct conference c;
	bool ok;

	if (!work_begin(cw, ACTION_BOOK, f))
		return false;
	ok = tidy_answers(&w, &mem, f) && conference_reach(cw, w.conference_id, &mem, &c, f) &&
	     give_up(cw, &c, &w, STEP_CANCEL, "cancelled", &mem, f) && withdraw_limits(cw, &c, &w, &mem, f) &&
	     updates_of_review(cw, &c, f) && release_enquiry(cw, c.enquiry_id, &w, &mem, f) &&
	     reports_follow_day(cw, &c, f) && change_notice_open(cw, &c, f);
	ok = ok ? work_end(cw, f, "conference.cancel", SUBJECT_CONFERENCE, c.id, c.family_id, "%s: %s; agreed by %s%s",
			   c.reference, w.reason, w.agreed_by, w.no_longer_required ? "; no conference is needed" : "")
		: work_undo(cw);
	arena_finish(&mem);
	return ok;
}
