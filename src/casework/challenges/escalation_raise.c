/* An escalation raised, and each step that is taken with it: who answered what, the next stage, how it ended. */
#include "escalation_keeping.h"

#include "booking_facts.h"
#include "complaint_keeping.h"
#include "deadline_keeping.h"
#include "own_conference.h"
#include "slot_keeping.h"
#include "store/conference_store.h"
#include "store/escalation_store.h"
#include "store/invitee_store.h"
#include "words_tidy.h"

#include <string.h>

static bool clock_of_stage(struct casework *cw, const struct escalation *e, struct arena *mem, struct fault *f)
{
	struct deadline_subject subject = {.kind = SUBJECT_ESCALATION, .id = e->id, .family_id = e->family_id};
	int64_t *ids;

	if (!conference_children_ids(cw, e->conference_id, mem, &ids, &subject.child_count, f))
		return false;
	subject.children = ids;
	return deadline_set(cw, escalation_rule(e->stage), &subject, e->stage_on, f);
}

static bool tell(struct casework *cw, const struct escalation *e, enum escalation_step step, day_number on,
		 const char *words, struct fault *f)
{
	struct escalation_note note = {.escalation_id = e->id,
				       .at = work_now(cw),
				       .by_user = cw->login,
				       .step = step,
				       .stage = e->stage,
				       .day = on,
				       .with = e->with,
				       .words = words};

	return escalation_note_insert(cw->store, &note, f);
}

static bool check_day(const struct casework *cw, day_number *on, day_number first, const char *field, struct fault *f)
{
	return complaint_day(cw, on, first, field, f);
}

/* --- Raised --- */

static bool find_conference(struct casework *cw, const struct escalation *e, struct arena *mem, struct conference *of,
			    struct fault *f)
{
	struct conference_list all = {0};
	int64_t id = e->conference_id;
	day_number latest = DAY_NONE;

	if (!id && !conferences_of_family(cw->store, e->family_id, mem, &all, f))
		return false;
	for (size_t i = 0; i < all.count; i++)
		if (conference_state_is_held(all.items[i].state) &&
		    (latest == DAY_NONE || all.items[i].held_on > latest)) {
			id = all.items[i].id;
			latest = all.items[i].held_on;
		}
	if (!id)
		return fault_set(f, FAULT_REFUSED,
				 "No conference of this family was held: an escalation is raised from one.");
	return conference_reach_for(cw, ACTION_HANDLE_COMPLAINTS, id, mem, of, f);
}

static bool tidy(struct escalation *e, struct arena *mem, struct fault *f)
{
	return words_tidy(&e->about, "about", false, mem, f) && words_tidy(&e->words, "words", true, mem, f) &&
	       words_tidy(&e->with, "with", false, mem, f) && words_tidy(&e->with_to, "with_to", true, mem, f);
}

static bool says_what(const struct escalation *e, struct fault *f)
{
	if ((unsigned)e->cause >= ESCALATION_CAUSE_COUNT)
		return fault_field(f, "cause", "Choose what it is about.");
	if (!*e->about)
		return fault_field(f, "about", "Enter whose practice it is about: an agency, a team or a person.");
	if (!*e->words)
		return fault_field(f, "words", "Enter what is wrong, and what is asked for.");
	return *e->with || fault_field(f, "with", "Enter the %s it goes to, by name.", escalation_stage_label(1));
}

/* Whose dissent it is must be somebody of that conference. */
static bool check_dissent(struct casework *cw, const struct escalation *e, const struct conference *of,
			  struct arena *mem, struct fault *f)
{
	struct invitee who;

	if (!e->dissent_id)
		return true;
	if (e->cause != ESCALATION_CAUSE_DISSENT)
		return fault_field(f, "cause", "Choose formal dissent, or raise it without naming whose.");
	if (!invitee_by_id(cw->store, e->dissent_id, mem, &who, f))
		return false;
	return who.conference_id == of->id ||
	       fault_set(f, FAULT_REFUSED, "This dissent was at another conference: open the list again.");
}

static bool keep(struct casework *cw, struct escalation *e, const struct conference *of, struct arena *mem,
		 struct fault *f)
{
	const struct escalation blank = escalation_blank();

	e->conference_id = of->id;
	e->family_id = of->family_id;
	e->raised_by = casework_user_name(cw);
	e->state = ESCALATION_OPEN;
	e->stage = 1;
	e->stage_on = e->raised_on;
	e->answered_on = e->ended_on = DAY_NONE;
	e->answer = e->ended_words = blank.answer;
	return store_next_reference(cw->store, "A", 4, mem, &e->reference, f) && escalation_insert(cw->store, e, f) &&
	       tell(cw, e, ESCALATION_STEP_RAISE, e->raised_on, e->words, f) && clock_of_stage(cw, e, mem, f);
}

bool casework_escalation_raise(struct casework *cw, struct escalation *escalation, struct arena *mem, struct fault *f)
{
	struct conference of;

	if (!work_begin(cw, ACTION_HANDLE_COMPLAINTS, f))
		return false;
	if (!find_conference(cw, escalation, mem, &of, f) || !tidy(escalation, mem, f) || !says_what(escalation, f) ||
	    !check_dissent(cw, escalation, &of, mem, f) ||
	    !check_day(cw, &escalation->raised_on, of.requested_on, "raised_on", f) ||
	    !keep(cw, escalation, &of, mem, f))
		return work_undo(cw);
	return work_end(cw, f, "escalation.raise", SUBJECT_ESCALATION, escalation->id, of.family_id, "%s about %s: %s",
			escalation->reference, of.reference, escalation_cause_label(escalation->cause));
}

/* --- What became of it --- */

struct acting {
	struct casework *cw;
	struct escalation e;
	struct conference of;
	struct arena mem;
	day_number on;
	const char *with, *with_to, *words;
};

static bool asks(const struct acting *a, enum escalation_step step, struct fault *f)
{
	if (step == ESCALATION_STEP_NEXT_STAGE && !*a->with)
		return fault_field(f, "with", "Enter the %s it goes to, by name.",
				   escalation_stage_label(a->e.stage + 1));
	if (*a->words)
		return true;
	return fault_field(f, "words",
			   step == ESCALATION_STEP_ANSWER       ? "Enter what they answered."
			   : step == ESCALATION_STEP_NEXT_STAGE ? "Say why it goes to the next stage."
			   : step == ESCALATION_STEP_SETTLE     ? "Say how it was settled."
								: "Say why it is withdrawn.");
}

static bool next_stage(struct acting *a, struct fault *f)
{
	if (!deadline_withdraw(a->cw, escalation_rule(a->e.stage), SUBJECT_ESCALATION, a->e.id,
			       "it went to the next stage", f))
		return false;
	a->e.stage++;
	a->e.stage_on = a->on;
	a->e.with = a->with;
	a->e.with_to = a->with_to;
	a->e.answered_on = DAY_NONE;
	a->e.answer = "";
	return clock_of_stage(a->cw, &a->e, &a->mem, f);
}

static bool end(struct acting *a, enum escalation_state state, struct fault *f)
{
	a->e.state = state;
	a->e.ended_on = a->on;
	a->e.ended_words = a->words;
	return deadlines_withdraw_all(a->cw, SUBJECT_ESCALATION, a->e.id, escalation_state_label(state), f);
}

static bool take(struct acting *a, enum escalation_step step, struct fault *f)
{
	switch (step) {
	case ESCALATION_STEP_ANSWER:
		a->e.answered_on = a->on;
		a->e.answer = a->words;
		return deadline_met(a->cw, escalation_rule(a->e.stage), SUBJECT_ESCALATION, a->e.id, a->on, f);
	case ESCALATION_STEP_NEXT_STAGE: return next_stage(a, f);
	case ESCALATION_STEP_SETTLE: return end(a, ESCALATION_SETTLED, f);
	default: return end(a, ESCALATION_WITHDRAWN, f);
	}
}

static bool reach(struct acting *a, const struct escalation_act *act, struct fault *f)
{
	if (!escalation_reach(a->cw, ACTION_HANDLE_COMPLAINTS, act->escalation_id, &a->mem, &a->e, &a->of, f))
		return false;
	if (a->e.version != act->version)
		return fault_set(
			f, FAULT_CONFLICT,
			"Another person changed %s since you opened it. Look at it again, then make your change.",
			a->e.reference);
	return escalation_step_check(&a->e, act->step, f);
}

static bool act_on(struct acting *a, const struct escalation_act *act, struct fault *f)
{
	a->on = act->on;
	a->with = act->with;
	a->with_to = act->with_to;
	a->words = act->words;
	return reach(a, act, f) && words_tidy(&a->with, "with", false, &a->mem, f) &&
	       words_tidy(&a->with_to, "with_to", true, &a->mem, f) &&
	       words_tidy(&a->words, "words", true, &a->mem, f) && asks(a, act->step, f) &&
	       check_day(a->cw, &a->on, a->e.stage_on, "on", f) && take(a, act->step, f) &&
	       escalation_save(a->cw->store, &a->e, f) && tell(a->cw, &a->e, act->step, a->on, a->words, f);
}

bool casework_escalation_step(struct casework *cw, const struct escalation_act *act, struct fault *f)
{
	struct acting a = {.cw = cw};
	char day[DATE_TEXT_ROOM];
	bool ok;

	if (!work_begin(cw, ACTION_HANDLE_COMPLAINTS, f))
		return false;
	ok = act_on(&a, act, f);
	ok = ok ? work_end(cw, f, "escalation.step", SUBJECT_ESCALATION, a.e.id, a.e.family_id, "%s: %s on %s",
			   a.e.reference, escalation_step_label(act->step), date_to_iso(a.on, day))
		: work_undo(cw);
	arena_finish(&a.mem);
	return ok;
}
