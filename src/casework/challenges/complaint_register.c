/* Keeping a complaint about a conference, and what is done about it until it is settled. */
#include "complaint_keeping.h"

#include "deadline_keeping.h"
#include "own_conference.h"
#include "store/complaint_store.h"
#include "words_tidy.h"

/* --- Registering --- */

static bool tidy(struct complaint *c, struct arena *mem, struct fault *f)
{
	return words_tidy(&c->who, "who", false, mem, f) && words_tidy(&c->agency, "agency", false, mem, f) &&
	       words_tidy(&c->words, "words", true, mem, f) &&
	       words_tidy(&c->late_reason, "late_reason", true, mem, f) &&
	       words_tidy(&c->write_to, "write_to", true, mem, f) &&
	       words_tidy(&c->advocate, "advocate", false, mem, f) &&
	       words_tidy(&c->advocate_to, "advocate_to", true, mem, f);
}

static bool says_what(const struct complaint *c, struct fault *f)
{
	bool is_agencys = complaint_ground_about(c->ground) == COMPLAINT_ABOUT_AGENCY;

	if (!*c->who)
		return fault_field(f, "who", "Enter who complains, by name.");
	if ((unsigned)c->ground >= COMPLAINT_GROUND_COUNT)
		return fault_field(f, "ground", "Choose what the complaint is about.");
	if (is_agencys && !*c->agency)
		return fault_field(f, "agency", "Enter which agency is complained of: the complaint is passed to it.");
	if (!is_agencys && *c->agency)
		return fault_field(f, "agency",
				   "Leave the agency empty, or choose that the complaint is about one agency.");
	return *c->words || fault_field(f, "words", "Enter what they complain of, in their words.");
}

static bool is_in_time(struct casework *cw, struct complaint *c, const struct conference *of, struct fault *f)
{
	struct deadline_dates dates = deadline_compute(casework_policy(cw), casework_calendar(cw), RULE_COMPLAINT_RAISE,
						       of->held_on);
	char limit[DATE_TEXT_ROOM];

	if (dates.due == DAY_NONE || c->received_on <= dates.due) {
		c->late_reason = "";
		return true;
	}
	return *c->late_reason ||
	       fault_field(f, "late_reason",
			   "Complaints about this conference closed on %s: say why this one is taken all the same.",
			   date_medium(dates.due, limit));
}

static bool check(struct casework *cw, struct complaint *c, const struct conference *of, struct arena *mem,
		  struct fault *f)
{
	if (!conference_state_is_held(of->state) || of->state == STATE_IN_PROGRESS)
		return fault_set(f, FAULT_REFUSED,
				 "%s is not over yet: a complaint is about a conference that was held.", of->reference);
	return tidy(c, mem, f) && says_what(c, f) &&
	       complaint_day(cw, &c->received_on, of->held_on, "received_on", f) && is_in_time(cw, c, of, f);
}

static bool keep(struct casework *cw, struct complaint *c, struct conference *of, struct arena *mem, struct fault *f)
{
	bool is_agencys = complaint_ground_about(c->ground) == COMPLAINT_ABOUT_AGENCY;
	struct complaint blank = complaint_blank();

	c->family_id = of->family_id;
	c->state = COMPLAINT_OPEN;
	c->stage = 1;
	c->stage_on = c->received_on;
	c->acknowledged_on = c->spoke_on = c->raised_on = c->outcome_on = c->review_by = DAY_NONE;
	c->agency_passed_to = c->raised_with = c->outcome_words = blank.outcome_words;
	c->outcome = blank.outcome;
	c->second_id = 0;
	if (!store_next_reference(cw->store, "K", 4, mem, &c->reference, f) || !complaint_insert(cw->store, c, f) ||
	    !complaint_tell(cw, c, COMPLAINT_STEP_REGISTER, c->received_on, c->late_reason, f) ||
	    !complaint_clock(cw, RULE_COMPLAINT_ACKNOWLEDGE, c, c->received_on, mem, f))
		return false;
	return is_agencys || (complaint_clock(cw, RULE_COMPLAINT_CHAIR_CONTACT, c, c->received_on, mem, f) &&
			      complaint_clock(cw, RULE_COMPLAINT_ANSWER, c, c->received_on, mem, f) &&
			      complaint_challenge(cw, of, arena_printf(mem, "%s: %s", c->reference, c->words), f));
}

bool casework_complaint_register(struct casework *cw, struct complaint *complaint, struct arena *mem, struct fault *f)
{
	struct conference of;

	if (!work_begin(cw, ACTION_HANDLE_COMPLAINTS, f))
		return false;
	if (!conference_reach_for(cw, ACTION_HANDLE_COMPLAINTS, complaint->conference_id, mem, &of, f) ||
	    !check(cw, complaint, &of, mem, f) || !keep(cw, complaint, &of, mem, f))
		return work_undo(cw);
	return work_end(cw, f, "complaint.register", SUBJECT_COMPLAINT, complaint->id, of.family_id, "%s about %s: %s",
			complaint->reference, of.reference, complaint_ground_label(complaint->ground));
}

/* --- What is done about it --- */

struct acting {
	struct casework *cw;
	struct complaint c;
	struct conference of;
	struct arena mem;
	day_number on;
	const char *with, *words;
};

static bool asks(const struct acting *a, enum complaint_step step, struct fault *f)
{
	if (step == COMPLAINT_STEP_RAISE && !*a->with)
		return fault_field(f, "with", "Enter the social care manager and the complaints manager, by name.");
	if (step == COMPLAINT_STEP_PASS && !*a->with)
		return fault_field(f, "with", "Enter to whom at %s it was passed.", a->c.agency);
	if (step == COMPLAINT_STEP_NEXT_STAGE && !*a->words)
		return fault_field(f, "words", "Say why it goes to the next stage.");
	return step != COMPLAINT_STEP_WITHDRAW || *a->words ||
	       fault_field(f, "words", "Say why it was withdrawn, as they said it.");
}

static bool over(struct acting *a, const char *why, struct fault *f)
{
	return deadlines_withdraw_all(a->cw, SUBJECT_COMPLAINT, a->c.id, why, f);
}

/* The answer so far stays among what was done; the decision is challenged again. */
static bool open_again(struct acting *a, struct fault *f)
{
	const struct complaint blank = complaint_blank();

	a->c.state = COMPLAINT_OPEN;
	a->c.outcome = blank.outcome;
	a->c.outcome_on = blank.outcome_on;
	a->c.outcome_words = blank.outcome_words;
	return complaint_challenge(a->cw, &a->of, arena_printf(&a->mem, "%s: %s", a->c.reference, a->words), f);
}

/* What was answered on the very day its stage began is answered again by the same clock. */
static bool answer_again(struct acting *a, day_number stage_before, struct fault *f)
{
	return a->on == stage_before ? deadline_undone(a->cw, RULE_COMPLAINT_ANSWER, SUBJECT_COMPLAINT, a->c.id, f)
				     : complaint_clock(a->cw, RULE_COMPLAINT_ANSWER, &a->c, a->on, &a->mem, f);
}

static bool next_stage(struct acting *a, struct fault *f)
{
	day_number before = a->c.stage_on;

	a->c.stage++;
	a->c.stage_on = a->on;
	if (a->c.state != COMPLAINT_OPEN)
		return open_again(a, f) && answer_again(a, before, f);
	return deadline_withdraw(a->cw, RULE_COMPLAINT_ANSWER, SUBJECT_COMPLAINT, a->c.id, "it went to the next stage",
				 f) &&
	       complaint_clock(a->cw, RULE_COMPLAINT_ANSWER, &a->c, a->on, &a->mem, f);
}

static bool take(struct acting *a, enum complaint_step step, struct fault *f)
{
	int64_t id = a->c.id;

	switch (step) {
	case COMPLAINT_STEP_ACKNOWLEDGE:
		a->c.acknowledged_on = a->on;
		return deadline_met(a->cw, RULE_COMPLAINT_ACKNOWLEDGE, SUBJECT_COMPLAINT, id, a->on, f);
	case COMPLAINT_STEP_SPEAK:
		a->c.spoke_on = a->on;
		return deadline_met(a->cw, RULE_COMPLAINT_CHAIR_CONTACT, SUBJECT_COMPLAINT, id, a->on, f);
	case COMPLAINT_STEP_RAISE:
		a->c.raised_on = a->on;
		a->c.raised_with = a->with;
		return true;
	case COMPLAINT_STEP_NEXT_STAGE: return next_stage(a, f);
	case COMPLAINT_STEP_PASS:
		a->c.state = COMPLAINT_PASSED;
		a->c.agency_passed_to = a->with;
		return over(a, "passed to the agency", f);
	case COMPLAINT_STEP_WITHDRAW: a->c.state = COMPLAINT_WITHDRAWN; return over(a, "withdrawn", f);
	default: return fault_field(f, "step", "Choose what was done.");
	}
}

/* Nothing is done before the complaint came; a stage begins after the one before, and after its answer. */
static day_number first_day(const struct acting *a, enum complaint_step step)
{
	if (step != COMPLAINT_STEP_NEXT_STAGE)
		return a->c.received_on;
	return a->c.outcome_on != DAY_NONE ? a->c.outcome_on : a->c.stage_on;
}

static bool act_on(struct acting *a, const struct complaint_act *act, struct fault *f)
{
	const char *words;

	a->on = act->on;
	a->with = act->with;
	a->words = act->words;
	if (!complaint_reach_for(a->cw, act->complaint_id, act->version, act->step, &a->mem, &a->c, &a->of, f) ||
	    !words_tidy(&a->with, "with", false, &a->mem, f) || !words_tidy(&a->words, "words", true, &a->mem, f) ||
	    !asks(a, act->step, f) || !complaint_day(a->cw, &a->on, first_day(a, act->step), "on", f) ||
	    !take(a, act->step, f) || !complaint_save(a->cw->store, &a->c, f))
		return false;
	words = *a->with && *a->words ? arena_printf(&a->mem, "%s: %s", a->with, a->words)
		: *a->with            ? a->with
				      : a->words;
	return complaint_tell(a->cw, &a->c, act->step, a->on, words, f) &&
	       (a->c.state == COMPLAINT_OPEN ||
		complaint_settled(a->cw, &a->of,
				  arena_printf(&a->mem, "%s: %s", a->c.reference, complaint_state_label(a->c.state)),
				  &a->mem, f));
}

bool casework_complaint_step(struct casework *cw, const struct complaint_act *act, struct fault *f)
{
	struct acting a = {.cw = cw};
	char day[DATE_TEXT_ROOM];
	bool ok;

	if (!work_begin(cw, ACTION_HANDLE_COMPLAINTS, f))
		return false;
	ok = act_on(&a, act, f);
	ok = ok ? work_end(cw, f, "complaint.step", SUBJECT_COMPLAINT, a.c.id, a.c.family_id, "%s: %s on %s",
			   a.c.reference, complaint_step_label(act->step), date_to_iso(a.on, day))
		: work_undo(cw);
	arena_finish(&a.mem);
	return ok;
}
