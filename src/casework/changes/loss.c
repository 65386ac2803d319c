/* A child is lost: the plan ends, nothing more is held or written for this child, and nothing goes to the family by
 * itself. */
#include "casework/births.h"

#include "deadline_keeping.h"
#include "loss_letters.h"
#include "people_keeping.h"
#include "plan_ends_inside.h"
#include "plan_stop.h"
#include "store/conference_store.h"
#include "store/deadline_store.h"
#include "store/family_store.h"
#include "store/person_store.h"
#include "store/plan_ending_store.h"
#include "store/plan_store.h"
#include "words_tidy.h"

struct losing {
	struct casework *cw;
	struct loss loss;
	struct arena *mem;
	struct person child;
	struct member_list of;
	struct plan plan; /* open; id 0 none */
	size_t held;      /* letters */
};

static bool is_not_recorded(struct losing *l, struct fault *f)
{
	struct loss_list all;
	char day[DATE_TEXT_ROOM];

	if (!losses_of_family(l->cw->store, l->of.items[0].family_id, l->mem, &all, f))
		return false;
	for (size_t i = 0; i < all.count; i++)
		if (all.items[i].person_id == l->child.id)
			return fault_set(f, FAULT_REFUSED, "It is recorded already, on %s. Nothing more is to be done.",
					 date_medium(all.items[i].day, day));
	return true;
}

static bool reach(struct losing *l, struct fault *f)
{
	struct plan_list plans;

	if (!words_tidy(&l->loss.words, "words", true, l->mem, f) ||
	    !people_may_see_person(l->cw, l->loss.person_id, f) ||
	    !person_by_id(l->cw->store, l->loss.person_id, l->mem, &l->child, f) ||
	    !members_of_person(l->cw->store, l->loss.person_id, l->mem, &l->of, f) ||
	    !plans_of_person(l->cw->store, l->loss.person_id, l->mem, &plans, f))
		return false;
	if (!l->of.count || l->of.items[0].relationship != RELATIONSHIP_CHILD)
		return fault_set(f, FAULT_REFUSED, "%s is not a child of a family.", l->child.reference);
	if (!is_not_recorded(l, f))
		return false;
	if (plans.count && plans.items[0].ended_on == DAY_NONE) /* an open one comes first */
		l->plan = plans.items[0];
	return loss_check(&l->child, l->loss.kind, l->loss.on, casework_today(l->cw), f);
}

static bool end_plan(struct losing *l, struct fault *f)
{
	const struct plan_end_request request = {.person_id = l->child.id,
						 .reason = PLAN_END_DIED,
						 .on = l->loss.on,
						 .words = l->loss.words,
						 .authority = ""};
	int64_t ending;

	return casework_plan_end(l->cw, &request, l->mem, &ending, f);
}

/* Without a plan there is still what was asked for or booked. */
static bool leave_conferences(struct losing *l, struct fault *f)
{
	struct conference_list all;

	if (!conferences_of_person(l->cw->store, l->child.id, l->mem, &all, f))
		return false;
	for (size_t i = 0; i < all.count; i++)
		if (conference_state_is_to_be_held(all.items[i].state) &&
		    !conference_lose_children(l->cw, &all.items[i], &l->child.id, 1, "it is not needed any more",
					      l->mem, f))
			return false;
	return true;
}

static bool is_among(const struct person_list *children, int64_t person)
{
	for (size_t i = 0; i < children->count; i++)
		if (children->items[i].id == person)
			return true;
	return false;
}

/* What an enquiry owed this child is owed no more; that there was one stays in the file. */
static bool leave_enquiries(struct losing *l, struct fault *f)
{
	struct enquiry_list all;

	if (!enquiries_of_family(l->cw->store, l->of.items[0].family_id, l->mem, &all, f))
		return false;
	for (size_t i = 0; i < all.count; i++) {
		struct person_list children;
		int64_t id = all.items[i].id;

		if (!enquiry_children(l->cw->store, id, l->mem, &children, f))
			return false;
		if (!is_among(&children, l->child.id))
			continue;
		if (children.count == 1
			    ? !deadlines_withdraw_all(l->cw, SUBJECT_ENQUIRY, id, "it is not needed any more", f)
			    : !deadlines_child_drop(l->cw->store, SUBJECT_ENQUIRY, id, l->child.id, f))
			return false;
	}
	return true;
}

static bool keep(struct losing *l, struct fault *f)
{
	const struct loss_row row = {.person_id = l->child.id,
				     .kind = loss_kind_token(l->loss.kind),
				     .day = l->loss.on,
				     .at = work_now(l->cw),
				     .by_user = l->cw->login,
				     .words = l->loss.words};

	l->child.version = l->loss.version;
	l->child.died_on = l->loss.on;
	return person_save(l->cw->store, &l->child, f) && loss_insert(l->cw->store, &row, f);
}

static bool lose(struct losing *l, struct fault *f)
{
	if (!reach(l, f))
		return false;
	if (!*l->loss.words)
		return fault_field(f, "words", "Enter who told us, and when.");
	/* The letters first: what is off is told of anew, with care. */
	return keep(l, f) && loss_letters_hold(l->cw, l->of.items[0].family_id, &l->child, l->mem, &l->held, f) &&
	       (l->plan.id ? end_plan(l, f) : leave_conferences(l, f)) && leave_enquiries(l, f);
}

bool casework_loss(struct casework *cw, const struct loss *loss, struct fault *f)
{
	struct arena mem = {0};
	struct losing l = {.cw = cw, .loss = *loss, .mem = &mem};
	char day[DATE_TEXT_ROOM];
	bool ok;

	if (!work_begin(cw, ACTION_END_PLANS, f))
		return false;
	ok = lose(&l, f);
	ok = ok ? work_end(cw, f, "child.lost", SUBJECT_PERSON, l.child.id, l.of.items[0].family_id,
			   "%s; %zu letters held back", date_to_iso(loss->on, day), l.held)
		: work_undo(cw);
	arena_finish(&mem);
	return ok;
}

/* --- Before it is recorded --- */

static bool say_waiting(struct losing *l, const char **out, struct fault *f)
{
	struct letter_listed_list letters;
	struct conference_list all;
	const char *lines = "";

	if (!loss_letters_waiting(l->cw, l->of.items[0].family_id, &l->child, l->mem, &letters, f) ||
	    !conferences_of_person(l->cw->store, l->child.id, l->mem, &all, f))
		return false;
	for (size_t i = 0; i < letters.count; i++)
		lines = arena_printf(l->mem, "%sHeld back: %s, to %s.\n", lines, letters.items[i].subject,
				     letters.items[i].recipient);
	for (size_t i = 0; i < all.count; i++)
		if (conference_state_is_to_be_held(all.items[i].state))
			lines = arena_printf(l->mem, "%s%s is held without this child, or is off.\n", lines,
					     all.items[i].reference);
	if (l->plan.id)
		lines = arena_printf(l->mem, "%s%s ends on that day.\n", lines, l->plan.reference);
	*out = arena_printf(l->mem, "%sNothing is written to the family by itself.", lines);
	return true;
}

bool casework_loss_check(struct casework *cw, const struct loss *loss, struct arena *mem, const char **waits,
			 struct fault *f)
{
	struct losing l = {.cw = cw, .loss = *loss, .mem = mem};

	*waits = "";
	if (!work_begin(cw, ACTION_END_PLANS, f))
		return false;
	if (reach(&l, f))
		say_waiting(&l, waits, f);
	work_undo(cw);
	return **waits != '\0';
}
