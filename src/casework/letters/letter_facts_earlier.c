/* A review that is held sooner than was planned, and the looked-after review that follows it in one meeting: for who
 * may read of the children. */
#include "letter_facts_inside.h"

#include "review_deadlines.h"
#include "store/plan_store.h"
#include "store/review_store.h"

#include <string.h>

/* --- Sooner --- */

/* Why this conference is sooner for one child; id 0 where it is not, or where another conference is its review. */
static bool early_of(struct facts_work *w, int64_t child, struct review_early *out)
{
	struct store *s = w->cw->store;
	struct plan_list plans;
	struct plan_course course;
	struct conference waiting;

	*out = (struct review_early){0};
	if (!review_waiting_of(s, child, w->mem, &waiting, w->f))
		return false;
	if (waiting.id != w->conference->id)
		return true;
	return plans_of_person(s, child, w->mem, &plans, w->f) &&
	       (plans.count == 0 || plans.items[0].ended_on != DAY_NONE || /* the open one comes first */
		(plan_course_of(s, plans.items[0].id, w->mem, &course, w->f) &&
		 review_early_of_plan(s, course.id, review_follows(&course), w->mem, out, w->f)));
}

/* What was said for several children at once speaks of each of them, also of one who is reviewed another day. */
static bool may_read_told(struct facts_work *w, const struct review_early *early, bool *out)
{
	struct review_early_list all;

	*out = true;
	if (!review_earlies_of_family(w->cw->store, w->conference->family_id, w->mem, &all, w->f))
		return false;
	for (size_t i = 0; i < all.count; i++) {
		struct plan plan;

		if (all.items[i].asked_at != early->asked_at || strcmp(all.items[i].told, early->told) != 0)
			continue;
		if (!plan_by_id(w->cw->store, all.items[i].plan_id, w->mem, &plan, w->f))
			return false;
		*out = *out && facts_may_know_of(w, &(struct person){.id = plan.person_id});
	}
	return true;
}

/* Of the children whom the reader may know of, the one whose review was to be held the soonest. */
static bool say_earlier(struct facts_work *w)
{
	struct review_early soonest = {0}, one;
	bool may = false;

	for (size_t i = 0; i < w->children.count; i++) {
		if (!facts_may_know_of(w, &w->children.items[i]))
			continue;
		if (!early_of(w, w->children.items[i].id, &one))
			return false;
		if (one.id && (!soonest.id || one.review_by < soonest.review_by))
			soonest = one;
	}
	if (!soonest.id)
		return true;
	facts_say_yes(w, LETTER_FIELD_IS_EARLIER, true);
	if (!*soonest.told)
		return true;
	if (!may_read_told(w, &soonest, &may) ||
	    !kept_homes_of_family(w->cw, w->conference->family_id, w->mem, &w->kept_homes, w->f))
		return false;
	if (may)
		facts_say(w, LETTER_FIELD_REVIEW_WHY_EARLIER, facts_words(w, soonest.told));
	return true;
}

/* --- The looked-after review --- */

static bool knows_of_looked_after(struct facts_work *w, bool *out)
{
	*out = false;
	for (size_t i = 0; i < w->children.count; i++) {
		struct looked_after row;

		if (!facts_may_know_of(w, &w->children.items[i]))
			continue;
		if (!looked_after_of(w->cw->store, w->children.items[i].id, w->mem, &row, w->f))
			return false;
		*out = *out || (row.id && row.ended_on == DAY_NONE);
	}
	return true;
}

/* Not a time that the conference has since been moved past. */
static bool say_looked_after(struct facts_work *w)
{
	const struct conference *c = w->conference;
	bool knows = false;
	int starts;

	if (!combined_review_at(w->cw->store, c->id, &starts, w->f))
		return false;
	if (starts < 0 || c->held_on == DAY_NONE || c->starts < 0 || starts < c->starts + c->minutes)
		return true;
	if (!knows_of_looked_after(w, &knows))
		return false;
	if (knows)
		facts_say_clock(w, LETTER_FIELD_LOOKED_AFTER_TIME, starts);
	return true;
}

bool facts_of_earlier(struct facts_work *w)
{
	if (w->is_kept_away || w->is_for_room || w->sight->day_only ||
	    !conference_state_is_to_be_held(w->conference->state))
		return true;
	return say_earlier(w) && (w->sitting || say_looked_after(w)); /* one sitting learns no other hour */
}
