/* What was decided for each child and recommended besides, as far as a reader may be told. */
#include "letter_facts_inside.h"

#include "store/person_store.h"
#include "store/plan_store.h"
#include "store/view_store.h"

#include <string.h>

/* --- One child --- */

const char *facts_category_words(const struct facts_work *w, enum category category)
{
	char *words = arena_text(w->mem, category < CATEGORY_COUNT ? category_label(category) : "");

	if (*words >= 'A' && *words <= 'Z')
		*words = (char)(*words + 'a' - 'A');
	return words;
}

/* "neglect, also emotional abuse" */
static const char *category_words(const struct facts_work *w, const struct child_decision *decision)
{
	const char *words = "";

	if (decision->category >= CATEGORY_COUNT)
		return "";
	words = facts_category_words(w, decision->category);
	for (int i = 0, also = 0; i < CATEGORY_COUNT; i++) {
		if (i == (int)decision->category || !(decision->categories & CATEGORY_BIT((unsigned)i)))
			continue;
		words = arena_printf(w->mem, "%s%s%s", words, also++ ? " and " : ", also ",
				     facts_category_words(w, (enum category)i));
	}
	return words;
}

static void say_outcome(struct letter_row *row, enum outcome outcome)
{
	static const enum letter_field fields[OUTCOME_COUNT] = {
		[OUTCOME_NONE] = LETTER_FIELD_DECISION_OPEN,
		[OUTCOME_PLAN_MADE] = LETTER_FIELD_DECISION_STARTS,
		[OUTCOME_CHILD_IN_NEED] = LETTER_FIELD_DECISION_NO_PLAN,
		[OUTCOME_EARLY_HELP] = LETTER_FIELD_DECISION_NO_PLAN,
		[OUTCOME_REFERRED] = LETTER_FIELD_DECISION_NO_PLAN,
		[OUTCOME_NO_FURTHER_ACTION] = LETTER_FIELD_DECISION_NO_PLAN,
		[OUTCOME_PLAN_CONTINUES] = LETTER_FIELD_DECISION_CONTINUES,
		[OUTCOME_PLAN_ENDS] = LETTER_FIELD_DECISION_ENDS,
		[OUTCOME_ADJOURNED] = LETTER_FIELD_DECISION_ADJOURNED,
	};

	row->fields[fields[outcome]] = "yes";
}

static void say_why(const struct facts_work *w, const struct child_decision *decision, struct letter_row *row)
{
	bool is_open = decision->outcome == OUTCOME_NONE;

	row->fields[LETTER_FIELD_DECISION_WORDS] = outcome_label(decision->outcome);
	row->fields[LETTER_FIELD_DECISION_REASONS] = facts_words(w, is_open ? decision->not_decided_why
									    : decision->reasons);
	row->fields[LETTER_FIELD_DECISION_NEXT] = facts_words(w, decision->step_down);
	if (decision->outcome == OUTCOME_PLAN_ENDS)
		row->fields[LETTER_FIELD_DECISION_END_REASON] = plan_end_reason_label(decision->end_reason);
}

bool facts_category_before(struct facts_work *w, const struct child_decision *now, enum category *out)
{
	struct child_decision_list earlier;
	struct plan_list plans;

	*out = CATEGORY_COUNT;
	if (!child_decisions_of_person(w->cw->store, now->person_id, w->mem, &earlier, w->f) ||
	    !plans_of_person(w->cw->store, now->person_id, w->mem, &plans, w->f))
		return false;
	for (size_t i = 0; *out == CATEGORY_COUNT && i < earlier.count; i++)
		if (earlier.items[i].conference_id != now->conference_id &&
		    earlier.items[i].decided_at < now->decided_at && outcome_makes_plan(earlier.items[i].outcome))
			*out = earlier.items[i].category;
	if (*out == CATEGORY_COUNT && plans.count)
		*out = plans.items[0].category_initial;
	return true;
}

/* A plan that goes on under another category: the reader sees both. */
static bool say_category(struct facts_work *w, const struct child_decision *decision, struct letter_row *row)
{
	enum category before = CATEGORY_COUNT;

	if (!w->told.category || !outcome_makes_plan(decision->outcome))
		return true;
	row->fields[LETTER_FIELD_DECISION_CATEGORY] = category_words(w, decision);
	if (decision->outcome != OUTCOME_PLAN_CONTINUES)
		return true;
	if (!facts_category_before(w, decision, &before))
		return false;
	if (before < CATEGORY_COUNT && before != decision->category)
		row->fields[LETTER_FIELD_DECISION_CATEGORY_WAS] = facts_category_words(w, before);
	return true;
}

static bool say_decision(struct facts_work *w, const struct child_decision *decision, const struct person *child)
{
	struct letter_row *row = facts_row(w, LETTER_LIST_DECISIONS);
	char name[NAME_ROOM];

	if (!row)
		return false;
	row->fields[LETTER_FIELD_DECISION_CHILD] = arena_text(w->mem, person_full_name(child, name));
	row->fields[LETTER_FIELD_DECISION_GIVEN] = facts_given_words(w, child);
	if (child->id == w->reader->person_id)
		row->fields[LETTER_FIELD_DECISION_OWN] = "yes";
	say_outcome(row, decision->outcome);
	if (outcome_makes_plan(decision->outcome))
		facts_say_yes(w, LETTER_FIELD_IS_PLAN, true);
	if (w->told.reasons)
		say_why(w, decision, row);
	return say_category(w, decision, row);
}

/* --- All --- */

/* Typed and not decided yet is nothing to tell; why nothing was decided for a child of the household is for who may
 * know why. */
static bool is_to_tell(const struct facts_work *w, const struct child_decision *decision)
{
	if (decision->outcome == OUTCOME_NONE)
		return w->told.reasons && *decision->not_decided_why;
	return true;
}

static bool say_child(struct facts_work *w, const struct child_decision_list *all, const struct person *child)
{
	for (size_t i = 0; i < all->count; i++)
		if (all->items[i].person_id == child->id && is_to_tell(w, &all->items[i]) &&
		    facts_may_know_of(w, child))
			return say_decision(w, &all->items[i], child);
	return true;
}

static bool is_among(const struct person_list *children, int64_t person)
{
	for (size_t i = 0; i < children->count; i++)
		if (children->items[i].id == person)
			return true;
	return false;
}

/* Those the conference was about first, in their order; then the others of the household. */
static bool say_children(struct facts_work *w)
{
	struct child_decision_list all;

	if (!child_decisions_of(w->cw->store, w->conference->id, w->mem, &all, w->f))
		return false;
	for (size_t i = 0; i < w->children.count; i++)
		if (!say_child(w, &all, &w->children.items[i]))
			return false;
	for (size_t i = 0; i < all.count; i++) {
		struct person child;

		if (is_among(&w->children, all.items[i].person_id))
			continue;
		if (!person_by_id(w->cw->store, all.items[i].person_id, w->mem, &child, w->f) ||
		    !say_child(w, &all, &child))
			return false;
	}
	return true;
}

/* --- Recommended besides --- */

static bool say_recommendation(struct facts_work *w, const struct recommendation *one)
{
	struct letter_row *row;
	struct person child;
	const char *for_whom = "", *words = facts_words(w, one->words);
	char day[DATE_TEXT_ROOM];

	if (one->person_id) {
		if (!person_by_id(w->cw->store, one->person_id, w->mem, &child, w->f))
			return false;
		if (!facts_may_know_of(w, &child))
			return true;
		for_whom = arena_printf(w->mem, ", for %s", facts_given_words(w, &child));
	} else if (!w->knows_all_children) {
		return true;
	}
	row = facts_row(w, LETTER_LIST_RECOMMENDATIONS);
	if (!row)
		return false;
	row->fields[LETTER_FIELD_RECOMMENDATION_WHAT] = one->kind == RECOMMEND_OTHER && *words
								? arena_printf(w->mem, "%s%s", words, for_whom)
								: arena_printf(w->mem, "%s%s%s%s",
									       recommendation_kind_label(one->kind),
									       for_whom, *words ? ": " : "", words);
	if (one->by_on != DAY_NONE)
		row->fields[LETTER_FIELD_RECOMMENDATION_BY] = arena_text(w->mem, date_long(one->by_on, day));
	return true;
}

static bool say_recommendations(struct facts_work *w)
{
	struct recommendation_list all;

	if (!w->told.reasons)
		return true;
	if (!recommendations_of(w->cw->store, w->conference->id, w->mem, &all, w->f))
		return false;
	for (size_t i = 0; i < all.count; i++)
		if (!say_recommendation(w, &all.items[i]))
			return false;
	return true;
}

bool facts_of_decisions(struct facts_work *w)
{
	day_number complain = deadline_compute(casework_policy(w->cw), casework_calendar(w->cw), RULE_COMPLAINT_RAISE,
					       w->conference->held_on)
				      .due;
	day_number record = deadline_compute(casework_policy(w->cw), casework_calendar(w->cw), RULE_RECORD_DISTRIBUTE,
					     w->conference->held_on)
				    .due;

	facts_say(w, LETTER_FIELD_CONFERENCE_LIMIT, conference_cannot_remove);
	facts_say_day(w, LETTER_FIELD_COMPLAINT_BY, complain);
	if (w->told.record)
		facts_say_day(w, LETTER_FIELD_RECORD_BY, record);
	return !w->told.decisions || (say_children(w) && say_recommendations(w));
}
