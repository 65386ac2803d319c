/* Deciding for each child alone: the chair's act, by the rules of domain/decision.h. */
#include "casework/live.h"

#include "booking_check.h"
#include "live_decision.h"
#include "live_reach.h"
#include "own_conference.h"
#include "store/conference_store.h"
#include "store/live_store.h"
#include "store/view_store.h"
#include "words_tidy.h"

/* What deciding goes by: read once for all children. */
struct deciding {
	struct conference conference;
	enum conference_type of;
	struct live_state state;
	struct live_children children;
	struct quorum_presence_list there;
};

static bool deciding_read(struct casework *cw, int64_t id, struct arena *mem, struct deciding *out, struct fault *f)
{
	return live_reach(cw, ACTION_DECIDE, id, mem, &out->conference, f) &&
	       live_state_of(cw->store, id, mem, &out->state, f) &&
	       live_children_read(cw, &out->conference, mem, &out->children, f) &&
	       live_type_repeated(cw, &out->conference, mem, &out->of, f) &&
	       live_presences_read(cw, &out->conference, mem, &out->there, f);
}

static bool tidy_texts(struct child_decision *decision, struct arena *mem, struct fault *f)
{
	return words_tidy(&decision->child_views, "child_views", true, mem, f) &&
	       words_tidy(&decision->reasons, "reasons", true, mem, f) &&
	       words_tidy(&decision->step_down, "step_down", true, mem, f) &&
	       words_tidy(&decision->not_decided_why, "not_decided_why", true, mem, f);
}

/* What the outcome gives no meaning is not kept beside it. */
static void keep_to_outcome(struct child_decision *decision)
{
	if (!outcome_makes_plan(decision->outcome)) {
		decision->category = CATEGORY_COUNT;
		decision->categories = 0;
	}
	if (decision->outcome != OUTCOME_PLAN_ENDS)
		decision->end_reason = PLAN_END_NONE;
	if (decision->outcome != OUTCOME_NONE)
		decision->not_decided_why = "";
}

static bool is_in_tables(const struct child_decision *decision, struct fault *f)
{
	if ((unsigned)decision->outcome >= OUTCOME_COUNT)
		return fault_field(f, "outcome", "Choose what is decided.");
	if ((unsigned)decision->participation >= PARTICIPATION_COUNT)
		return fault_field(f, "participation", "Choose how the child took part.");
	return (unsigned)decision->end_reason < PLAN_END_COUNT ||
	       fault_field(f, "end_reason", "Choose why the plan ends.");
}

/* That nothing is decided, or that it goes on another day, needs nobody's agreement. */
static bool check_quorum(struct casework *cw, const struct deciding *d, const struct child_decision *decision,
			 const struct person *child, struct arena *mem, struct fault *f)
{
	struct quorum quorum;
	char name[NAME_ROOM];

	if (decision->outcome == OUTCOME_NONE || decision->outcome == OUTCOME_ADJOURNED ||
	    d->state.quorum == QUORUM_ANSWER_PROCEEDED)
		return true;
	quorum_evaluate(casework_policy(cw), d->there.items, d->there.count, child->id, mem, &quorum);
	return quorum.is_quorate ||
	       fault_field(f, "quorum",
			   "There is no quorum for %s (%s): make an interim plan, or say why it is held all the same.",
			   person_full_name(child, name), quorum.words);
}

/* The hard rules, and what the soft ones say. */
static bool decision_examine(struct casework *cw, const struct deciding *d, struct child_decision *decision,
			     struct arena *mem, const struct person **child, const char **warnings, struct fault *f)
{
	struct decision_child facts;
	struct plan plan;

	if (!tidy_texts(decision, mem, f) || !is_in_tables(decision, f) ||
	    !live_child_find(&d->children, decision->person_id, child, f) ||
	    !live_decision_child(cw, &d->conference, d->of, *child, mem, &plan, &facts, f) ||
	    !decision_check(decision, &facts, f))
		return false;
	keep_to_outcome(decision);
	*warnings = decision_warnings(decision, &facts, mem);
	return !arena_exhausted(mem) ||
	       fault_set(f, FAULT_MEMORY, "There is not enough memory to decide this: nothing was saved.");
}

static bool is_of_conference(const struct deciding *d, int64_t person)
{
	for (size_t i = 0; i < d->children.of_conference; i++)
		if (d->children.all.items[i].id == person)
			return true;
	return false;
}

static bool decide_one(struct casework *cw, const struct deciding *d, struct child_decision *decision,
		       const char *accepted, struct arena *mem, const struct person **child, struct fault *f)
{
	bool is_decided = decision->outcome != OUTCOME_NONE;
	const char *warnings = "";

	if (!decision_examine(cw, d, decision, mem, child, &warnings, f) ||
	    !check_quorum(cw, d, decision, *child, mem, f))
		return false;
	if (*warnings && !text_is_given(accepted))
		return fault_field(f, "warnings", "%s", warnings);
	decision->warnings_accepted = *warnings ? accepted : "";
	decision->decided_at = is_decided ? work_now(cw) : 0;
	decision->decided_by = is_decided ? casework_user_name(cw) : "";
	if (is_decided && !is_of_conference(d, decision->person_id) &&
	    !conference_child_insert(cw->store, d->conference.id, decision->person_id, f))
		return false;
	return child_decision_keep(cw->store, decision, f);
}

bool casework_live_decide(struct casework *cw, struct child_decision *decision, const char *accepted, struct fault *f)
{
	struct arena mem = {0};
	struct child_decision kept = *decision;
	const struct person *child = NULL;
	struct deciding d;
	bool ok;

	if (!work_begin(cw, ACTION_DECIDE, f))
		return false;
	ok = words_tidy(&accepted, "warnings", true, &mem, f) && deciding_read(cw, kept.conference_id, &mem, &d, f) &&
	     decide_one(cw, &d, &kept, accepted, &mem, &child, f);
	ok = ok ? work_end(cw, f, "live.decide", SUBJECT_CONFERENCE, d.conference.id, d.conference.family_id,
			   "%s: %s: %s%s%s", d.conference.reference, child->reference, outcome_label(kept.outcome),
			   outcome_makes_plan(kept.outcome) ? ", " : "",
			   outcome_makes_plan(kept.outcome) ? category_label(kept.category) : "")
		: work_undo(cw);
	if (ok) {
		decision->version = kept.version;
		decision->decided_at = kept.decided_at;
	}
	arena_finish(&mem);
	return ok;
}

/* What is decided of this child so far, with what is decided of several put in: how it took part stays its own. */
static struct child_decision decision_for(const struct child_decision_list *all, const struct child_decision *several,
					  int64_t child)
{
	struct child_decision one = child_decision_blank();

	for (size_t i = 0; i < all->count; i++)
		if (all->items[i].person_id == child)
			one = all->items[i];
	one.conference_id = several->conference_id;
	one.person_id = child;
	one.outcome = several->outcome;
	one.category = several->category;
	one.categories = several->categories;
	one.reasons = several->reasons;
	one.end_reason = several->end_reason;
	one.step_down = several->step_down;
	one.not_decided_why = several->not_decided_why;
	return one;
}

static bool decide_several(struct casework *cw, const struct child_decision *decision, const int64_t *children,
			   size_t count, const char *accepted, struct arena *mem, struct deciding *d, struct fault *f)
{
	struct child_decision_list all;
	const struct person *child;

	if (!words_tidy(&accepted, "warnings", true, mem, f) ||
	    !deciding_read(cw, decision->conference_id, mem, d, f) ||
	    !child_decisions_of(cw->store, d->conference.id, mem, &all, f))
		return false;
	if (!count)
		return fault_field(f, "children", "Choose the children whom this is decided for.");
	for (size_t i = 0; i < count; i++) {
		struct child_decision one = decision_for(&all, decision, children[i]);

		if (!decide_one(cw, d, &one, accepted, mem, &child, f))
			return false;
	}
	return true;
}

bool casework_live_decide_all(struct casework *cw, const struct child_decision *decision, const int64_t *children,
			      size_t count, const char *accepted, struct fault *f)
{
	struct arena mem = {0};
	struct deciding d;
	bool ok;

	if (!work_begin(cw, ACTION_DECIDE, f))
		return false;
	ok = decide_several(cw, decision, children, count, accepted, &mem, &d, f);
	ok = ok ? work_end(cw, f, "live.decide", SUBJECT_CONFERENCE, d.conference.id, d.conference.family_id,
			   "%s: %zu children: %s", d.conference.reference, count, outcome_label(decision->outcome))
		: work_undo(cw);
	arena_finish(&mem);
	return ok;
}

/* Asked at every field left: it shows nothing that the page has not shown, so it leaves no row of its own. */
bool casework_live_decision_warnings(struct casework *cw, const struct child_decision *decision, struct arena *mem,
				     const char **out, struct fault *f)
{
	struct child_decision typed = *decision;
	const struct person *child;
	struct deciding d;
	bool ok;

	*out = "";
	if (!look_begin(cw, ACTION_DECIDE, f))
		return false;
	ok = deciding_read(cw, typed.conference_id, mem, &d, f) &&
	     decision_examine(cw, &d, &typed, mem, &child, out, f);
	look_undo(cw);
	return ok;
}
