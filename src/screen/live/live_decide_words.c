/* What is said of a child at step 7: its plan, what was heard, what is decided so far. */
#include "live_decide.h"

#include "base/text.h"

#include <stdio.h>
#include <string.h>

const struct live_child *decide_child_of(const struct live_page *page, int64_t person)
{
	for (size_t i = 0; i < page->children.count; i++)
		if (page->children.items[i].person.id == person)
			return &page->children.items[i];
	return NULL;
}

const char *decide_given_name(const struct live_child *child)
{
	const struct person *p = &child->person;

	return *p->known_as ? p->known_as : *p->given_names ? p->given_names : child->name;
}

/* --- What is decided --- */

/* "NEG, PHY" or "Neglect, Physical abuse": the first one first. */
static void categories_words(enum category first, unsigned all, const char *(*name)(enum category), char *out,
			     size_t room)
{
	size_t at = (size_t)snprintf(out, room, "%s", name(first));

	for (int i = 0; i < CATEGORY_COUNT && at < room; i++)
		if ((all & CATEGORY_BIT(i)) && i != (int)first)
			at += (size_t)snprintf(out + at, room - at, ", %s", name((enum category)i));
}

void decide_decision_words(const struct live_child *child, const char *(*category)(enum category), char *out,
			   size_t room)
{
	const struct child_decision *d = &child->decision;
	char categories[120];

	if (d->outcome == OUTCOME_NONE)
		snprintf(out, room, "%s%s", *d->not_decided_why ? "nothing decided: " : "-", d->not_decided_why);
	else if (outcome_makes_plan(d->outcome)) {
		categories_words(d->category, d->categories, category, categories, sizeof categories);
		snprintf(out, room, "%s: %s", outcome_label(d->outcome), categories);
	} else if (d->outcome == OUTCOME_PLAN_ENDS)
		snprintf(out, room, "%s: %s", outcome_label(d->outcome), plan_end_reason_label(d->end_reason));
	else
		snprintf(out, room, "%s", outcome_label(d->outcome));
}

/* --- What is known and was heard --- */

const char *decide_plan_categories(const struct live_child *child, struct arena *mem)
{
	char words[120];

	categories_words(child->open_plan.category_latest, child->plan_categories, category_label, words, sizeof words);
	return arena_text(mem, words);
}

static const char *plan_words(const struct live_page *page, const struct live_child *child, struct arena *mem)
{
	const struct plan *plan = &child->open_plan;
	char since[DATE_TEXT_ROOM];
	const char *which = "";

	if (!plan->id)
		return "No plan now.";
	if (page->of == CONFERENCE_REVIEW)
		which = arena_printf(mem, ", this is review %d", child->reviews + 1);
	return arena_printf(mem, "%s since %s%s.", decide_plan_categories(child, mem),
			    date_plain(plan->started_on, since), which);
}

static bool is_professional(const struct live_page *page, int64_t invitee)
{
	for (size_t i = 0; i < page->people.count; i++)
		if (page->people.items[i].invitee.id == invitee)
			return page->people.items[i].is_professional;
	return false;
}

void decide_count_views(const struct live_page *page, const struct live_child *child, int *asked, int *plan)
{
	*asked = *plan = 0;
	for (size_t i = 0; i < page->views.count; i++) {
		const struct view *view = &page->views.items[i];

		if (view->person_id != child->person.id || view->plan == OPINION_NONE ||
		    !is_professional(page, view->invitee_id))
			continue;
		++*asked;
		*plan += view->plan == OPINION_YES;
	}
}

static const char *views_words(const struct live_page *page, const struct live_child *child, struct arena *mem)
{
	int asked, plan, dissent = 0;
	const char *formally = "";

	decide_count_views(page, child, &asked, &plan);
	for (size_t i = 0; i < page->views.count; i++)
		dissent += page->views.items[i].person_id == child->person.id && page->views.items[i].is_dissent;
	if (dissent)
		formally = arena_printf(mem, ", %d formally disagree%s", dissent, dissent == 1 ? "s" : "");
	if (!asked)
		return *formally ? arena_printf(mem, "No view of a plan%s.", formally) : "No views yet.";
	return arena_printf(mem, "%d of %d see%s a plan%s: heard, not counted.", plan, asked, plan == 1 ? "s" : "",
			    formally);
}

const char *decide_child_words(const struct live_page *page, const struct live_child *child, struct arena *mem)
{
	return arena_printf(mem, "%s %s", plan_words(page, child, mem), views_words(page, child, mem));
}

/* --- To be read --- */

static const char *with_line(const char *so_far, const char *label, const char *text, struct arena *mem)
{
	return *text ? arena_printf(mem, "%s\n\n%s\n%s", so_far, label, text) : so_far;
}

const char *decide_decision_in_full(const struct live_page *page, const struct live_child *child, struct arena *mem)
{
	const struct child_decision *d = &child->decision;
	const char *all = decide_child_words(page, child, mem), *scale = "";
	char words[400];

	decide_decision_words(child, category_label, words, sizeof words);
	if (d->scale >= 0)
		scale = arena_printf(mem, "%d of 10", d->scale);
	all = with_line(all, "Decision", strcmp(words, "-") == 0 ? child->undecided_why : words, mem);
	all = with_line(all, "Reasons", d->reasons, mem);
	all = with_line(all, "What follows", d->step_down, mem);
	all = with_line(all, "How the child took part",
			d->participation == PARTICIPATION_NONE ? "" : participation_label(d->participation), mem);
	all = with_line(all, "What the child says", d->child_views, mem);
	all = with_line(all, "Scale", scale, mem);
	return with_line(all, "Decided all the same because", d->warnings_accepted, mem);
}

const char *decide_recommendation_words(const struct live_page *page, const struct recommendation *one,
					struct arena *mem)
{
	const struct live_child *child = decide_child_of(page, one->person_id);
	char by[DATE_TEXT_ROOM];
	const char *words = arena_printf(mem, "%s, for %s", recommendation_kind_label(one->kind),
					 child ? child->name : "all children");

	if (*one->words)
		words = arena_printf(mem, "%s: %s", words, one->words);
	if (*one->who)
		words = arena_printf(mem, "%s · %s", words, one->who);
	return one->by_on == DAY_NONE ? words : arena_printf(mem, "%s · by %s", words, date_medium(one->by_on, by));
}
