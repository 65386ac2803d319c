/* What was decided for each child, who disagreed, and what was recommended besides. */
#include "record_writing.h"

#include "base/series.h"
#include "invitee_words.h"

static const char *categories_of(const struct record_writing *w, const struct child_decision *decision)
{
	struct series others = {0};

	for (int i = 0; i < CATEGORY_COUNT; i++)
		if (decision->categories & CATEGORY_BIT(i) && (enum category)i != decision->category)
			series_add(&others, category_label((enum category)i), w->mem);
	return series_is_empty(&others) ? category_label(decision->category)
					: arena_printf(w->mem, "%s, and also %s", category_label(decision->category),
						       series_words(&others, w->mem));
}

/* By name and in their words; words that are not for the family stand in the restricted part. */
static bool say_dissent(struct record_writing *w, int64_t child)
{
	bool any = false;

	for (size_t i = 0; i < w->facts->live.views.count; i++) {
		const struct view *view = &w->facts->live.views.items[i];
		const struct invitee *who = record_invitee(w->facts, view->invitee_id);
		const char *words = who && record_may_be_quoted(w->facts, who) ? view->dissent_words : "";

		if (!who || view->person_id != child || !view->is_dissent)
			continue;
		any = true;
		record_line(w, "%s disagrees with this decision%s%s", record_who(w, who), *words ? ": " : ".", words);
	}
	return any;
}

static void say_child(struct record_writing *w, const struct person *child)
{
	const struct child_decision *decision = record_decision(w->facts, child->id);
	const char *name = record_full_name(w, child);

	record_gap(w);
	if (!decision || decision->outcome == OUTCOME_NONE) {
		record_line(w, "%s: nothing was decided%s%s", name, decision && *decision->not_decided_why ? ": " : ".",
			    decision ? decision->not_decided_why : "");
		return;
	}
	record_line(w, "%s: %s.", name, outcome_label(decision->outcome));
	if (outcome_makes_plan(decision->outcome))
		record_lead(w, "Category", categories_of(w, decision));
	if (decision->outcome == OUTCOME_PLAN_ENDS)
		record_lead(w, "Why it ends", plan_end_reason_label(decision->end_reason));
	record_lead(w, "Reasons", decision->reasons);
	record_lead(w, "Help that follows", decision->step_down);
	if (decision->scale >= 0)
		record_line(w, "How safe this child is, from 0 to 10: %d.", decision->scale);
	if (!say_dissent(w, child->id))
		record_line(w, "Nobody formally disagreed.");
}

static const char *of_whom(const struct record_writing *w, int64_t child)
{
	const struct live_children *children = &w->facts->children;

	for (size_t i = 0; i < children->all.count; i++)
		if (children->all.items[i].id == child)
			return record_full_name(w, &children->all.items[i]);
	return children->of_conference > 1 ? "All children" : "";
}

static void say_kept_dissent(struct record_writing *w)
{
	record_begin(w, "restricted.dissent", "Disagreement in words that are not for the family", true);
	for (size_t i = 0; i < w->facts->live.views.count; i++) {
		const struct view *view = &w->facts->live.views.items[i];
		const struct invitee *who = record_invitee(w->facts, view->invitee_id);

		if (who && view->is_dissent && *view->dissent_words && !record_may_be_quoted(w->facts, who))
			record_line(w, "%s, about %s: %s", invitee_who(who, w->mem), of_whom(w, view->person_id),
				    view->dissent_words);
	}
	record_end(w);
}

static void say_recommendations(struct record_writing *w)
{
	const struct recommendation_list *all = &w->facts->live.recommendations;

	for (size_t i = 0; i < all->count; i++) {
		const struct recommendation *one = &all->items[i];
		const char *whom = of_whom(w, one->person_id);

		if (!record_speaks_of(w, one->person_id))
			continue;
		record_line(w, "- %s%s%s%s%s%s%s%s%s", whom, *whom ? ": " : "", recommendation_kind_label(one->kind),
			    *one->words ? ": " : "", one->words, *one->who ? ", by " : "", one->who,
			    one->by_on == DAY_NONE ? "" : ", until ", record_day(w, one->by_on));
	}
	if (w->of == RECORD_OF_ANY && all->count)
		record_gap(w);
	if (w->of == RECORD_OF_ANY)
		record_line(w, "%s", conference_cannot_remove);
}

/* In every copy, whatever else was recommended of whom. */
static void say_what_it_cannot(struct record_writing *w)
{
	record_begin(w, "recommendations.none", "What a conference cannot do", false);
	record_of_no_child(w);
	record_line(w, "%s", conference_cannot_remove);
	record_end(w);
}

/* Of the conference, or of the household when something was decided for them too. */
static bool is_decided_on(const struct record_writing *w, int64_t child)
{
	const struct live_children *children = &w->facts->children;

	for (size_t i = 0; i < children->of_conference; i++)
		if (children->all.items[i].id == child)
			return true;
	return record_decision(w->facts, child) != NULL;
}

static void say_decisions(struct record_writing *w)
{
	const struct live_children *children = &w->facts->children;

	if (w->of == RECORD_OF_ALL || (w->of != RECORD_OF_ANY && !is_decided_on(w, w->of)))
		return;
	record_line(w, "%s%s decided for each child:",
		    *w->facts->conference.chair ? w->facts->conference.chair : "The chair",
		    *w->facts->conference.chair ? ", the chair," : "");
	for (size_t i = 0; i < children->all.count; i++)
		if (record_speaks_of(w, children->all.items[i].id) && is_decided_on(w, children->all.items[i].id))
			say_child(w, &children->all.items[i]);
}

void record_decided(struct record_writing *w)
{
	record_of_each(w, "decided", "What was decided, and why", say_decisions);
	say_kept_dissent(w);
	record_of_each(w, "recommendations", "What the conference recommends besides", say_recommendations);
	if (w->facts->is_divided)
		say_what_it_cannot(w);
}
