/* A decision as texts, and back. */
#include "decision_form.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void put_categories(struct decision_values *out, enum category first, unsigned all)
{
	if ((unsigned)first >= CATEGORY_COUNT)
		return;
	snprintf(out->category, sizeof out->category, "%s", category_token(first));
	for (int i = 0; i < CATEGORIES_NAMED; i++)
		if ((all & CATEGORY_BIT(i)) && i != (int)first)
			snprintf(out->also[i], sizeof out->also[i], "yes");
}

/* What was decided already; the plan's own categories stand there for one that goes on. */
static void put_one(struct decision_values *out, const struct live_child *child)
{
	const struct child_decision *d = &child->decision;
	bool has_categories = outcome_makes_plan(d->outcome);

	snprintf(out->outcome, sizeof out->outcome, "%s",
		 d->outcome == OUTCOME_NONE && *d->not_decided_why ? "nothing" : outcome_token(d->outcome));
	if (has_categories)
		put_categories(out, d->category, d->categories);
	else if (child->open_plan.id)
		put_categories(out, child->open_plan.category_latest, child->plan_categories);
	snprintf(out->end_reason, sizeof out->end_reason, "%s", plan_end_reason_token(d->end_reason));
	snprintf(out->reasons, sizeof out->reasons, "%s", d->reasons);
	snprintf(out->step_down, sizeof out->step_down, "%s", d->step_down);
	snprintf(out->not_decided_why, sizeof out->not_decided_why, "%s", d->not_decided_why);
	snprintf(out->participation, sizeof out->participation, "%s", participation_token(d->participation));
	snprintf(out->child_views, sizeof out->child_views, "%s", d->child_views);
	snprintf(out->accepted, sizeof out->accepted, "%s", d->warnings_accepted);
	if (d->scale >= 0)
		snprintf(out->scale, sizeof out->scale, "%d", d->scale);
}

static void put_alike(struct decision_values *out, const struct live_page *page, const struct decision_start *start)
{
	const struct live_child *first = decide_child_of(page, start->children[0]);

	for (size_t i = 0; i < start->count; i++) {
		const struct live_child *child = decide_child_of(page, start->children[i]);

		if (!child || !child->open_plan.id || child->plan_categories != first->plan_categories ||
		    child->open_plan.category_latest != first->open_plan.category_latest)
			return;
	}
	put_categories(out, first->open_plan.category_latest, first->plan_categories);
}

void decision_values_fill(struct decision_values *out, const struct live_page *page, const struct decision_start *start)
{
	const struct live_child *first = decide_child_of(page, start->children[0]);

	*out = (struct decision_values){.is_several = start->count > 1, .asked = start->asked};
	if (out->is_several)
		put_alike(out, page, start);
	else
		put_one(out, first);
	out->is_warned = out->accepted[0] != '\0';
	if (start->asked == DECISION_NOTHING)
		snprintf(out->outcome, sizeof out->outcome, "nothing");
	if (start->asked != DECISION_CONTINUES)
		return;
	snprintf(out->outcome, sizeof out->outcome, "%s", outcome_token(OUTCOME_PLAN_CONTINUES));
	out->category[0] = '\0';
	memset(out->also, 0, sizeof out->also);
	put_categories(out, first->open_plan.category_latest, first->plan_categories);
}

static bool parse_scale(const char *typed, int *out, struct fault *f)
{
	char *end;
	long scale = strtol(typed, &end, 10);

	*out = -1;
	if (!typed[strspn(typed, " ")])
		return true;
	if (end == typed || end[strspn(end, " ")] || scale < 0 || scale > 10)
		return fault_field(f, "scale",
				   "The scale goes from 0 to 10: enter a number between them, or leave it empty.");
	*out = (int)scale;
	return true;
}

bool decision_values_parse(const struct decision_values *values, struct child_decision *out, struct fault *f)
{
	bool is_plan;

	outcome_from_token(strcmp(values->outcome, "nothing") == 0 ? "" : values->outcome, &out->outcome);
	is_plan = outcome_makes_plan(out->outcome);
	out->category = CATEGORY_COUNT;
	out->categories = 0;
	if (is_plan && category_from_token(values->category, &out->category))
		out->categories = CATEGORY_BIT(out->category);
	for (int i = 0; is_plan && i < CATEGORIES_NAMED; i++)
		if (values->also[i][0] == 'y')
			out->categories |= CATEGORY_BIT(i);
	if (!plan_end_reason_from_token(values->end_reason, &out->end_reason))
		out->end_reason = PLAN_END_NONE;
	if (!participation_from_token(values->participation, &out->participation))
		out->participation = PARTICIPATION_NONE;
	out->reasons = out->outcome == OUTCOME_NONE ? "" : values->reasons;
	out->step_down = out->outcome == OUTCOME_ADJOURNED || is_plan ? "" : values->step_down;
	out->not_decided_why = values->not_decided_why;
	out->child_views = values->child_views;
	return parse_scale(values->scale, &out->scale, f);
}
