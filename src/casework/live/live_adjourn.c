/* A conference that is not finished today: what is decided stands, the rest is decided at the one that reconvenes it.
 */
#include "live_closing.h"

#include "booking_check.h"
#include "live_reconvene.h"
#include "slot_keeping.h"
#include "store/conference_store.h"
#include "store/live_store.h"
#include "store/view_store.h"
#include "words_tidy.h"

static bool check_words(const char *why, const char *interim_plan, struct fault *f)
{
	if (!text_is_given(why))
		return fault_field(f, "why", "Say why it is adjourned: it stands in the record.");
	return text_is_given(interim_plan) ||
	       fault_field(f, "interim_plan", "Write what keeps the children safe until the conference goes on.");
}

/* Of the household too, when everybody the conference is about is decided for. */
static bool is_to_wait(const struct closing_child *child, bool of_household)
{
	return closing_is_adjourned(child, true) ||
	       (of_household && !child->is_of_conference && child->decision.outcome == OUTCOME_NONE &&
		!*child->decision.not_decided_why);
}

static bool is_waiting(const struct closing_child *child)
{
	return closing_is_adjourned(child, true);
}

/* Nothing was said of them today: that they are decided for another day is. */
static bool adjourn_child(struct casework *cw, struct closing_child *child, const char *why, struct fault *f)
{
	struct child_decision *decision = &child->decision;

	if (decision->outcome == OUTCOME_ADJOURNED)
		return true;
	decision->outcome = OUTCOME_ADJOURNED;
	decision->reasons = why;
	decision->decided_at = work_now(cw);
	decision->decided_by = casework_user_name(cw);
	return child_decision_keep(cw->store, decision, f);
}

static bool adjourn_children(struct casework *cw, struct closing *closing, const char *why, struct fault *f)
{
	bool of_household = closing_count(closing, is_waiting) == 0, any = false;

	for (size_t i = 0; i < closing->children.count; i++) {
		struct closing_child *child = &closing->children.items[i];

		if (!is_to_wait(child, of_household))
			continue;
		any = true;
		if ((!child->is_of_conference &&
		     !conference_child_insert(cw->store, closing->conference.id, child->person->id, f)) ||
		    !adjourn_child(cw, child, why, f))
			return false;
		child->is_of_conference = true;
	}
	return any || fault_set(f, FAULT_REFUSED,
				"Every child is decided for, or it is said why not: close the conference instead.");
}

/* Nothing at all was decided: the conference itself waits. */
static bool adjourn_whole(struct casework *cw, struct closing *closing, const char *why, struct arena *mem,
			  int64_t *reconvened, struct fault *f)
{
	struct conference *c = &closing->conference;
	struct change_words words = {.step = conference_step_token(STEP_ADJOURN),
				     .from = c->state,
				     .reason = why,
				     .interim_plan = c->interim_plan};
	const struct transition *step;
	int64_t *children;
	size_t count;

	if (!transition_check(c->state, STEP_ADJOURN, &step, f) ||
	    !conference_children_ids(cw, c->id, mem, &children, &count, f))
		return false;
	c->state = step->to;
	closing->live.state.closed_at = work_now(cw);
	return conference_save(cw->store, c, f) && conference_note_change(cw, c, &words, f) &&
	       live_day_is_over(cw, c, "the conference was adjourned", mem, f) &&
	       live_reconvene(cw, c, children, count, why, mem, reconvened, f) &&
	       live_state_keep(cw->store, &closing->live.state, f);
}

static bool adjourn_in(struct casework *cw, int64_t id, const char **why, const char **interim_plan, struct arena *mem,
		       struct closing *closing, int64_t *reconvened, struct fault *f)
{
	if (!words_tidy(why, "why", true, mem, f) || !words_tidy(interim_plan, "interim_plan", true, mem, f) ||
	    !closing_read(cw, id, ACTION_CHAIR_CONFERENCE, mem, closing, f) || !check_words(*why, *interim_plan, f) ||
	    !adjourn_children(cw, closing, *why, f))
		return false;
	closing->conference.interim_plan = closing->live.state.interim_plan = *interim_plan;
	if (!closing_count(closing, closing_is_decided))
		return adjourn_whole(cw, closing, *why, mem, reconvened, f);
	return closing_apply(cw, closing, arena_printf(mem, "adjourned: %s", *why), mem, reconvened, f);
}

bool casework_live_adjourn(struct casework *cw, int64_t conference, const char *why, const char *interim_plan,
			   int64_t *reconvened, struct fault *f)
{
	struct arena mem = {0};
	struct closing closing;
	bool ok;

	*reconvened = 0;
	if (!work_begin(cw, ACTION_CHAIR_CONFERENCE, f))
		return false;
	ok = adjourn_in(cw, conference, &why, &interim_plan, &mem, &closing, reconvened, f);
	ok = ok ? work_end(cw, f, "live.adjourn", SUBJECT_CONFERENCE, closing.conference.id,
			   closing.conference.family_id, "%s: %s", closing.conference.reference, why)
		: work_undo(cw);
	if (!ok)
		*reconvened = 0;
	arena_finish(&mem);
	return ok;
}
