/* A plan ends outside a review: by what happened at once, by what has to be decided once it is. */
#include "plan_ends_inside.h"

#include "domain/birth.h"
#include "loss_letters.h"
#include "people_keeping.h"
#include "plan_reach.h"
#include "plan_stop.h"
#include "store/conference_store.h"
#include "store/family_store.h"
#include "store/person_store.h"
#include "store/plan_ending_store.h"
#include "store/plan_store.h"
#include "words_tidy.h"

/* --- Reading what is asked for --- */

static bool is_being_held(struct casework *cw, int64_t person, struct arena *mem, struct fault *f)
{
	struct conference_list all;

	if (!conferences_of_person(cw->store, person, mem, &all, f))
		return false;
	for (size_t i = 0; i < all.count; i++)
		if (all.items[i].state == STATE_IN_PROGRESS)
			return fault_set(f, FAULT_REFUSED,
					 "%s is being held for this child: it is decided there, or when it is over.",
					 all.items[i].reference);
	return true;
}

bool plan_ends_check(struct casework *cw, const struct plan_ends *ends, struct arena *mem, struct fault *f)
{
	const struct plan_ending *e = &ends->ending;

	for (size_t i = 0; i < ends->plans.count; i++) {
		const struct plan_ending_facts facts = {.plan = &ends->plans.items[i],
							.child = &ends->children[i],
							.on = e->on,
							.today = casework_today(cw),
							.words = e->words,
							.authority = e->authority};
		struct plan_ending open;

		if (!plan_ending_check(e->reason, &facts, f) || !is_being_held(cw, facts.child->id, mem, f) ||
		    !plan_ending_open_of(cw->store, facts.plan->id, mem, &open, f))
			return false;
		if (!e->id && open.id && plan_ending_rule_of(e->reason)->way == PLAN_ENDING_BY_EXECUTIVE)
			return fault_set(f, FAULT_REFUSED, "%s asks for the end of %s already: go on with that one.",
					 open.reference, facts.plan->reference);
	}
	return true;
}

bool plan_ends_read(struct casework *cw, const struct plan_end_request *r, struct arena *mem, struct plan_ends *out,
		    struct fault *f)
{
	struct plan_ending *e = &out->ending;

	*out = (struct plan_ends){.ending = plan_ending_blank(), .names = ""};
	e->reason = r->reason;
	e->on = r->on;
	e->words = r->words;
	e->authority = r->authority;
	if (!words_tidy(&e->words, "words", true, mem, f) || !words_tidy(&e->authority, "authority", false, mem, f) ||
	    !people_may_see_person(cw, r->person_id, f) || !plan_ends_read_plans(cw, r, mem, out, f) ||
	    !plan_ends_of(cw, out, mem, f))
		return false;
	if (r->reason == PLAN_END_EIGHTEEN && e->on == DAY_NONE)
		e->on = person_birthday(out->children[0].born_on, COMES_OF_AGE);
	if (plan_ending_rule_of(r->reason) && plan_ending_rule_of(r->reason)->way == PLAN_ENDING_BY_EXECUTIVE)
		e->on = DAY_NONE; /* said when it is decided */
	return plan_ends_check(cw, out, mem, f);
}

/* --- Keeping --- */

bool plan_ending_tell(struct casework *cw, const struct plan_ending *ending, enum plan_ending_step step, day_number on,
		      const char *agency, const char *words, struct fault *f)
{
	struct plan_ending_note note = {.ending_id = ending->id,
					.at = work_now(cw),
					.by_user = cw->login,
					.step = step,
					.day = on,
					.agency = agency,
					.words = words};

	return plan_ending_note_insert(cw->store, &note, f);
}

bool plan_ends_keep(struct casework *cw, struct plan_ends *ends, struct arena *mem, struct fault *f)
{
	struct plan_ending *e = &ends->ending;
	bool is_decided = plan_ending_rule_of(e->reason)->way == PLAN_ENDING_BY_EXECUTIVE;

	e->asked_by = casework_user_name(cw);
	e->asked_on = casework_today(cw);
	e->state = is_decided ? PLAN_ENDING_ASKED : PLAN_ENDING_ENDED;
	if (!is_decided) {
		e->decided_by = e->asked_by;
		e->decided_on = e->asked_on;
	}
	if (!store_next_reference(cw->store, "X", 4, mem, &e->reference, f) || !plan_ending_insert(cw->store, e, f))
		return false;
	for (size_t i = 0; i < ends->plans.count; i++)
		if (!plan_ending_plan_insert(cw->store, e->id, ends->plans.items[i].id, f))
			return false;
	return plan_ending_tell(cw, e, is_decided ? PLAN_ENDING_STEP_ASK : PLAN_ENDING_STEP_END, e->asked_on, "",
				e->words, f);
}

/* --- What follows --- */

/* Not only reviews: nothing is held any more for children who are none, or not here. All at once: one that is about
 * nobody else is cancelled with all of them in it. */
static bool leave_conferences(struct casework *cw, const struct plan_ends *ends, struct arena *mem, struct fault *f)
{
	/* What may reach the family by a letter says no more than it must. */
	const char *why = ends->ending.reason == PLAN_END_DIED
				  ? "it is not needed any more"
				  : arena_printf(mem, "the plan ended: %s", plan_end_reason_label(ends->ending.reason));
	int64_t *persons = arena_alloc(mem, (ends->plans.count + 1) * sizeof *persons);
	struct conference_list all;

	if (!persons)
		return fault_set(f, FAULT_MEMORY, "There is not enough memory to end these plans.");
	if (!conferences_of_family(cw->store, ends->ending.family_id, mem, &all, f))
		return false;
	for (size_t i = 0; i < ends->plans.count; i++)
		persons[i] = ends->plans.items[i].person_id;
	for (size_t i = 0; i < all.count; i++)
		if (conference_state_is_to_be_held(all.items[i].state) &&
		    !conference_lose_children(cw, &all.items[i], persons, ends->plans.count, why, mem, f))
			return false;
	return true;
}

/* A death is kept with the child, and what was written before it is held back. */
static bool keep_death(struct casework *cw, const struct plan_ends *ends, size_t at, struct arena *mem, struct fault *f)
{
	struct person child = ends->children[at];
	const struct loss_row row = {.person_id = child.id,
				     .kind = loss_kind_token(person_is_unborn(&child) ? LOSS_STILLBIRTH : LOSS_DEATH),
				     .day = ends->ending.on,
				     .at = work_now(cw),
				     .by_user = cw->login,
				     .words = ends->ending.words};
	struct loss_list known;
	size_t held;

	if (ends->ending.reason != PLAN_END_DIED)
		return true;
	if (!losses_of_family(cw->store, ends->ending.family_id, mem, &known, f))
		return false;
	for (size_t i = 0; i < known.count; i++)
		if (known.items[i].person_id == child.id)
			return true;
	child.died_on = ends->ending.on;
	return person_save(cw->store, &child, f) && loss_insert(cw->store, &row, f) &&
	       loss_letters_hold(cw, ends->ending.family_id, &child, mem, &held, f);
}

/* Asked for before it happened: what happened is stronger. */
static bool withdraw_asked(struct casework *cw, const struct plan_ends *ends, int64_t plan, struct arena *mem,
			   struct fault *f)
{
	struct plan_ending open;
	const char *why;

	if (!plan_ending_open_of(cw->store, plan, mem, &open, f))
		return false;
	if (!open.id || open.id == ends->ending.id)
		return true;
	why = arena_printf(mem, "%s: %s", ends->ending.reference, plan_end_reason_label(ends->ending.reason));
	open.state = PLAN_ENDING_WITHDRAWN;
	return plan_ending_save(cw->store, &open, f) &&
	       plan_ending_tell(cw, &open, PLAN_ENDING_STEP_WITHDRAW, casework_today(cw), "", why, f);
}

static bool apply_one(struct casework *cw, const struct plan_ends *ends, size_t at, struct arena *mem, struct fault *f)
{
	const struct plan_ending *e = &ends->ending;
	struct plan plan = ends->plans.items[at];

	return plan_stop(cw, &plan, e->on, e->reason, f) && keep_death(cw, ends, at, mem, f) &&
	       withdraw_asked(cw, ends, plan.id, mem, f);
}

/* A row of the child's own history each. */
static bool end_one(struct casework *cw, const struct plan_ends *ends, size_t at, struct arena *mem, struct fault *f)
{
	const struct plan *plan = &ends->plans.items[at];
	char day[DATE_TEXT_ROOM];

	if (!work_begin(cw, ACTION_END_PLANS, f))
		return false;
	if (!apply_one(cw, ends, at, mem, f))
		return work_undo(cw);
	return work_end(cw, f, "plan.end", SUBJECT_PERSON, plan->person_id, plan->family_id, "%s on %s: %s",
			plan->reference, date_to_iso(ends->ending.on, day), plan_end_reason_label(ends->ending.reason));
}

bool plan_ends_apply(struct casework *cw, const struct plan_ends *ends, struct arena *mem, struct fault *f)
{
	for (size_t i = 0; i < ends->plans.count; i++)
		if (!end_one(cw, ends, i, mem, f))
			return false;
	if (plan_end_is_for_everything(ends->ending.reason) && !leave_conferences(cw, ends, mem, f))
		return false;
	return reviews_narrow(cw, ends->ending.family_id, mem, f) &&
	       core_groups_stop(cw, ends->ending.family_id, ends->ending.on, mem, f) &&
	       plan_draft_follows(cw, ends->ending.family_id, mem, f);
}

/* --- The verbs --- */

/* Who may is known by the reason; one that is none is refused by its check. */
static enum action right_of(const struct plan_end_request *request)
{
	const struct plan_ending_rule *rule = plan_ending_rule_of(request->reason);

	return rule ? rule->who : ACTION_END_PLANS;
}

bool casework_plan_end_check(struct casework *cw, const struct plan_end_request *request, struct arena *mem,
			     const char **follows, struct fault *f)
{
	struct plan_ends ends;

	*follows = "";
	if (!work_begin(cw, right_of(request), f))
		return false;
	if (plan_ends_read(cw, request, mem, &ends, f))
		plan_ends_follow(cw, &ends, mem, follows, f);
	work_undo(cw);
	return **follows != '\0';
}

bool casework_plan_end(struct casework *cw, const struct plan_end_request *request, struct arena *mem, int64_t *ending,
		       struct fault *f)
{
	struct plan_ends ends;

	*ending = 0;
	if (!work_begin(cw, right_of(request), f))
		return false;
	if (!plan_ends_read(cw, request, mem, &ends, f) || !plan_ends_keep(cw, &ends, mem, f) ||
	    (ends.ending.state == PLAN_ENDING_ENDED && !plan_ends_apply(cw, &ends, mem, f)))
		return work_undo(cw);
	*ending = ends.ending.id;
	return work_end(cw, f, ends.ending.state == PLAN_ENDING_ENDED ? "plan.ended" : "plan.ending", SUBJECT_FAMILY,
			ends.ending.family_id, ends.ending.family_id, "%s, %s: %s", ends.ending.reference,
			plan_end_reason_label(ends.ending.reason), ends.names);
}
