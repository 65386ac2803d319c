/* Ending a conference: everything that follows from its decisions, in one transaction. */
#include "live_closing.h"

#include "booking_check.h"
#include "deadline_keeping.h"
#include "live_reconvene.h"
#include "slot_keeping.h"
#include "store/conference_store.h"
#include "store/deadline_store.h"
#include "store/live_store.h"
#include "words_tidy.h"

/* --- What follows --- */

static bool leave_state(struct casework *cw, struct closing *closing, const char *why, struct fault *f)
{
	struct conference *c = &closing->conference;
	struct change_words words = {.step = conference_step_token(STEP_DECIDE),
				     .from = c->state,
				     .reason = why,
				     .interim_plan = closing->live.state.interim_plan};
	const struct transition *step;

	if (!transition_check(c->state, STEP_DECIDE, &step, f))
		return false;
	c->state = step->to;
	return conference_save(cw->store, c, f) && conference_note_change(cw, c, &words, f);
}

/* Whoever is decided for waits for no initial conference any more; the limit stays for the others. */
static bool narrow_enquiry(struct casework *cw, const struct closing *closing, struct fault *f)
{
	if (!closing->conference.enquiry_id)
		return true;
	for (size_t i = 0; i < closing->children.count; i++)
		if (closing_is_decided(&closing->children.items[i]) &&
		    !deadlines_child_drop(cw->store, SUBJECT_ENQUIRY, closing->conference.enquiry_id,
					  closing->children.items[i].person->id, f))
			return false;
	return true;
}

/* For the children who are decided for another day. */
static bool ask_again(struct casework *cw, const struct closing *closing, const char *why, struct arena *mem,
		      int64_t *reconvened, struct fault *f)
{
	int64_t *children = arena_alloc(mem, (closing->children.count + 1) * sizeof *children);
	size_t count = 0;

	*reconvened = 0;
	if (!children)
		return fault_set(f, FAULT_MEMORY, "There is not enough memory to close this: nothing was saved.");
	for (size_t i = 0; i < closing->children.count; i++)
		if (closing_is_adjourned(&closing->children.items[i], false))
			children[count++] = closing->children.items[i].person->id;
	if (!count)
		return live_limits_met(cw, &closing->conference, mem, f);
	return narrow_enquiry(cw, closing, f) &&
	       live_reconvene(cw, &closing->conference, children, count, *why ? why : "adjourned", mem, reconvened, f);
}

bool closing_apply(struct casework *cw, struct closing *closing, const char *why, struct arena *mem,
		   int64_t *reconvened, struct fault *f)
{
	if (!leave_state(cw, closing, why, f) || !ask_again(cw, closing, why, mem, reconvened, f) ||
	    !closing_review(cw, closing, mem, f) || !closing_plans(cw, closing, mem, f) ||
	    !closing_other_reviews(cw, closing, mem, f) || !closing_deadlines(cw, closing, mem, f) ||
	    !live_earlier_is_over(cw, &closing->conference, mem, f))
		return false;
	closing->live.state.closed_at = work_now(cw);
	return live_state_keep(cw->store, &closing->live.state, f);
}

/* --- Closed --- */

static const char *soft_words(const struct live_check_list *checks, struct arena *mem)
{
	const char *lines = "";

	for (size_t i = 0; i < checks->count; i++)
		if (!checks->items[i].is_hard)
			lines = arena_joined(mem, lines, "\n", checks->items[i].what);
	return lines;
}

static bool check_closing(struct casework *cw, const struct closing *closing, const char *accepted, struct arena *mem,
			  struct fault *f)
{
	struct live_check_list checks;

	if (!closing_check(cw, closing, mem, &checks, f))
		return false;
	if (checks.hard)
		return fault_set(f, FAULT_REFUSED, "%s", checks.items[0].what); /* hard ones come first */
	return !checks.count || text_is_given(accepted) || fault_field(f, "accepted", "%s", soft_words(&checks, mem));
}

static bool close_in(struct casework *cw, int64_t id, const char **accepted, struct arena *mem, struct closing *closing,
		     struct fault *f)
{
	int64_t reconvened;

	return words_tidy(accepted, "accepted", true, mem, f) && closing_read(cw, id, ACTION_DECIDE, mem, closing, f) &&
	       check_closing(cw, closing, *accepted, mem, f) &&
	       closing_apply(cw, closing, *accepted, mem, &reconvened, f);
}

bool casework_live_close(struct casework *cw, int64_t conference, const char *accepted, struct fault *f)
{
	struct arena mem = {0};
	struct closing closing;
	bool ok;

	if (!work_begin(cw, ACTION_DECIDE, f))
		return false;
	ok = close_in(cw, conference, &accepted, &mem, &closing, f);
	ok = ok ? work_end(cw, f, "live.close", SUBJECT_CONFERENCE, closing.conference.id, closing.conference.family_id,
			   "%s: %zu of %zu children have a plan%s%s", closing.conference.reference,
			   closing_count(&closing, closing_has_plan_after), closing.children.count,
			   *accepted ? "; all the same: " : "", accepted)
		: work_undo(cw);
	arena_finish(&mem);
	return ok;
}

/* --- Ended before its end --- */

static bool is_open(const struct closing_child *child)
{
	struct fault why;

	return !decision_check(&child->decision, &child->facts, &why);
}

static bool end_early_in(struct casework *cw, int64_t id, const char **why, struct arena *mem, struct closing *closing,
			 struct fault *f)
{
	int64_t reconvened;

	if (!words_tidy(why, "why", true, mem, f) || !closing_read(cw, id, ACTION_DECIDE, mem, closing, f))
		return false;
	if (!text_is_given(*why))
		return fault_field(f, "why", "Say why it ended before its end: it stands in the record.");
	if (closing_count(closing, is_open))
		return fault_set(f, FAULT_REFUSED,
				 "Nothing is decided about %s: decide, say why not, or adjourn the conference.",
				 closing_names(closing, is_open, mem));
	closing->live.state.ended_early_why = *why;
	return check_closing(cw, closing, *why, mem, f) && closing_apply(cw, closing, *why, mem, &reconvened, f);
}

bool casework_live_end_early(struct casework *cw, int64_t conference, const char *why, struct fault *f)
{
	struct arena mem = {0};
	struct closing closing;
	bool ok;

	if (!work_begin(cw, ACTION_DECIDE, f))
		return false;
	ok = end_early_in(cw, conference, &why, &mem, &closing, f);
	ok = ok ? work_end(cw, f, "live.end_early", SUBJECT_CONFERENCE, closing.conference.id,
			   closing.conference.family_id, "%s: %s", closing.conference.reference, why)
		: work_undo(cw);
	arena_finish(&mem);
	return ok;
}
