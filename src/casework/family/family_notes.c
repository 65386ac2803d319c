/* What a family's pages say above everything else. */
#include "family_notes.h"

#include "access_keeping.h"

#include "domain/plan_ending.h"
#include "review_notes.h"
#include "store/conference_store.h"
#include "store/deadline_store.h"
#include "store/family_store.h"
#include "store/parent_store.h"
#include "store/plan_ending_store.h"
#include "store/plan_store.h"
#include "store/retention_store.h"
#include "transfer_keeping.h"

enum { MOST_ENDINGS = 20 };

struct noting {
	struct casework *cw;
	struct arena *mem;
	const char *lines;
};

static void note(struct noting *n, const char *line)
{
	if (*line)
		n->lines = arena_joined(n->mem, n->lines, "\n", line);
}

static bool note_endings(struct noting *n, int64_t family, struct fault *f)
{
	struct plan_ending_list all;

	if (!plan_endings_of(n->cw->store, n->cw->user_id, family, true, MOST_ENDINGS, n->mem, &all, f))
		return false;
	for (size_t i = 0; i < all.count; i++)
		note(n, arena_printf(n->mem, "%s: the end of a plan is asked for (%s); nothing has ended yet.",
				     all.items[i].reference, plan_end_reason_label(all.items[i].reason)));
	return true;
}

/* The nearest review of the plan that is owed; DAY_NONE none. */
static bool review_due(struct noting *n, int64_t plan, day_number *out, struct fault *f)
{
	struct deadline_row_list rows;

	*out = DAY_NONE;
	if (!deadlines_of_subject(n->cw->store, SUBJECT_PLAN, plan, n->mem, &rows, f))
		return false;
	for (size_t i = 0; i < rows.count; i++)
		if (rows.items[i].state == STANDING_OPEN && rule_lane(rows.items[i].rule) == LANE_REVIEWS &&
		    (*out == DAY_NONE || rows.items[i].due_on < *out))
			*out = rows.items[i].due_on;
	return true;
}

static bool note_age(struct noting *n, const struct person *child, const struct plan *plan, struct fault *f)
{
	day_number birthday = person_birthday(child->born_on, COMES_OF_AGE), review;
	char name[NAME_ROOM], day[DATE_TEXT_ROOM];

	if (birthday == DAY_NONE)
		return true;
	if (birthday <= n->cw->today) {
		note(n, arena_printf(n->mem, "%s turned 18 on %s: end %s on that day.", person_full_name(child, name),
				     date_medium(birthday, day), plan->reference));
		return true;
	}
	if (!review_due(n, plan->id, &review, f))
		return false;
	if (review != DAY_NONE && birthday <= review)
		note(n, arena_printf(n->mem, "%s turns 18 on %s, before the review: %s ends on that day.",
				     person_full_name(child, name), date_medium(birthday, day), plan->reference));
	return true;
}

/* Born or expected since a brother or sister has a plan, and never before a conference. */
static bool note_newborn(struct noting *n, const struct person *child, day_number plan_since, struct fault *f)
{
	struct conference_list all;
	char name[NAME_ROOM];

	if (child->died_on != DAY_NONE || (child->born_on != DAY_NONE && child->born_on < plan_since))
		return true;
	if (!conferences_of_person(n->cw->store, child->id, n->mem, &all, f))
		return false;
	if (!all.count)
		note(n,
		     arena_printf(
			     n->mem,
			     "%s has no plan, but a brother or sister has one: a strategy discussion or conference is "
			     "needed to decide.",
			     person_full_name(child, name)));
	return true;
}

static bool note_children(struct noting *n, int64_t family, struct fault *f)
{
	struct member_list members;
	struct plan_list plans;
	day_number since = DAY_NONE;

	if (!members_of_family(n->cw->store, family, n->mem, &members, f) ||
	    !plans_of_family(n->cw->store, family, n->mem, &plans, f))
		return false;
	for (size_t i = 0; i < plans.count && plans.items[i].ended_on == DAY_NONE; i++) /* open ones come first */
		if (since == DAY_NONE || plans.items[i].started_on < since)
			since = plans.items[i].started_on;
	for (size_t i = 0; since != DAY_NONE && i < members.count; i++) {
		const struct plan *open = NULL;

		if (members.items[i].relationship != RELATIONSHIP_CHILD)
			continue;
		for (size_t k = 0; k < plans.count && plans.items[k].ended_on == DAY_NONE; k++)
			if (plans.items[k].person_id == members.items[i].person_id)
				open = &plans.items[k];
		if (open ? !note_age(n, &members.items[i].person, open, f)
			 : !note_newborn(n, &members.items[i].person, since, f))
			return false;
	}
	return true;
}

/* Who reads of a child, while it was said whose the others are: nobody, until it is said of this one too. */
static bool has_reader(const struct member_list *members, const struct parent_of_list *said, int64_t child)
{
	for (size_t i = 0; i < members->count; i++) {
		const struct member *one = &members->items[i];

		if (one->relationship != RELATIONSHIP_CHILD && one->person.died_on == DAY_NONE &&
		    parent_of_may_read(said, one->person_id, one->relationship, child))
			return true;
	}
	return false;
}

static bool note_whose(struct noting *n, int64_t family, struct fault *f)
{
	struct parent_of_list said;
	struct member_list members;
	char name[NAME_ROOM];

	if (!parents_of_family(n->cw->store, family, n->mem, &said, f) ||
	    (said.count && !members_of_family(n->cw->store, family, n->mem, &members, f)))
		return false;
	for (size_t i = 0; said.count && i < members.count; i++) {
		const struct member *child = &members.items[i];

		if (child->relationship == RELATIONSHIP_CHILD && child->person.died_on == DAY_NONE &&
		    !has_reader(&members, &said, child->person_id))
			note(n,
			     arena_printf(n->mem,
					  "Whose child %s is, is not said: nobody of the family is asked or written to "
					  "about them. p on the family's page says it.",
					  person_full_name(&child->person, name)));
	}
	return true;
}

static bool note_restriction(struct noting *n, int64_t family, struct fault *f)
{
	struct restriction restriction;
	struct user_row_list named;
	char day[DATE_TEXT_ROOM];

	if (!restriction_of(n->cw->store, family, n->mem, &restriction, f) ||
	    !family_named(n->cw->store, family, n->mem, &named, f))
		return false;
	if (restriction.id)
		note(n,
		     arena_printf(n->mem, "Restricted: named staff only (%s). To be looked at again by %s.",
				  access_users_words(&named, false, n->mem), date_medium(restriction.review_on, day)));
	return true;
}

static bool note_retention(struct noting *n, int64_t family, struct fault *f)
{
	struct retention_hold_list holds = {0};
	char day[DATE_TEXT_ROOM];

	if (!holds_of(n->cw->store, family, n->mem, &holds, f))
		return false;
	for (size_t i = 0; i < holds.count && holds.items[i].lifted_on == DAY_NONE; i++)
		note(n, arena_printf(n->mem, "Held for %s since %s: nothing of this record may go.",
				     holds.items[i].asked_by, date_plain(holds.items[i].set_on, day)));
	return true;
}

bool family_notes(struct casework *cw, int64_t family, struct arena *mem, const char **out, struct fault *f)
{
	struct noting n = {.cw = cw, .mem = mem, .lines = ""};
	const char *moves, *reviews;

	*out = "";
	if (!note_restriction(&n, family, f) || !transfer_words_of(cw, family, mem, &moves, f))
		return false;
	note(&n, moves);
	if (!note_whose(&n, family, f))
		return false;
	if (!note_endings(&n, family, f) || !note_children(&n, family, f) ||
	    !review_note_lines(cw, family, 0, mem, &reviews, f))
		return false;
	note(&n, reviews);
	if (!note_retention(&n, family, f))
		return false;
	*out = n.lines;
	return true;
}
