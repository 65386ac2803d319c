/* The fields of a decision about a child: what is asked follows from what was chosen before it. */
#include "decision_form.h"
#include "domain/plan_list.h"

#include <string.h>

/* No outcome, and why: what the domain knows as nothing decided has to be chosen here. */
static const char nothing[] = "nothing";

/* Each begins with another letter among those one kind of conference may decide. */
static const char *const outcome_words[OUTCOME_COUNT] = {
	[OUTCOME_PLAN_MADE] = "plan is made",
	[OUTCOME_CHILD_IN_NEED] = "child in need plan instead",
	[OUTCOME_EARLY_HELP] = "early help instead",
	[OUTCOME_REFERRED] = "referred to another agency",
	[OUTCOME_NO_FURTHER_ACTION] = "no further action",
	[OUTCOME_PLAN_CONTINUES] = "continues",
	[OUTCOME_PLAN_ENDS] = "ends",
	[OUTCOME_ADJOURNED] = "adjourned: decided on another day",
};

/* --- What is asked, and when --- */

static const struct decision_values *of(const void *values)
{
	return values;
}

static enum outcome outcome_of(const struct decision_values *v)
{
	enum outcome outcome = OUTCOME_NONE;

	return outcome_from_token(v->outcome, &outcome) ? outcome : OUTCOME_NONE;
}

static bool asks_all(const void *values)
{
	return of(values)->asked != DECISION_CONTINUES;
}

static bool asks_category(const void *values)
{
	return asks_all(values) && outcome_makes_plan(outcome_of(values));
}

/* Beside the first category, and never it. */
static bool asks_also(const void *values, enum category category)
{
	return asks_category(values) && of(values)->category[0] &&
	       strcmp(of(values)->category, category_token(category)) != 0;
}

#define ALSO(id)                                                                                                       \
	static bool asks_also_##id(const void *values)                                                                 \
	{                                                                                                              \
		return asks_also(values, CATEGORY_##id);                                                               \
	}
ALSO(NEGLECT)
ALSO(PHYSICAL)
ALSO(SEXUAL)
ALSO(EMOTIONAL)

static bool asks_end(const void *values)
{
	return outcome_of(values) == OUTCOME_PLAN_ENDS;
}

static bool asks_reasons(const void *values)
{
	return outcome_of(values) != OUTCOME_NONE;
}

static bool asks_step_down(const void *values)
{
	enum outcome outcome = outcome_of(values);

	return outcome != OUTCOME_NONE && outcome != OUTCOME_ADJOURNED && !outcome_makes_plan(outcome);
}

static bool asks_why_not(const void *values)
{
	return strcmp(of(values)->outcome, nothing) == 0;
}

/* How each of several took part stays its own. */
static bool asks_child(const void *values)
{
	return asks_all(values) && !of(values)->is_several;
}

static bool asks_accepted(const void *values)
{
	return of(values)->is_warned;
}

/* --- The fields --- */

enum decision_field {
	DECIDE_OUTCOME,
	DECIDE_CATEGORY,
	DECIDE_NEGLECT,
	DECIDE_PHYSICAL,
	DECIDE_SEXUAL,
	DECIDE_EMOTIONAL,
	DECIDE_END,
	DECIDE_REASONS,
	DECIDE_STEP_DOWN,
	DECIDE_WHY_NOT,
	DECIDE_HEADING,
	DECIDE_PARTICIPATION,
	DECIDE_VIEWS,
	DECIDE_SCALE,
	DECIDE_ACCEPTED,
};
_Static_assert(DECIDE_ACCEPTED + 1 == DECISION_FIELD_COUNT, "a row for each field");

#define VALUE(member)                                                                                                  \
	.offset = offsetof(struct decision_values, member), .room = sizeof(((struct decision_values *)0)->member)
#define ALSO_FIELD(id, token)                                                                                          \
	{                                                                                                              \
		.name = "also_" token, .label = "  also " token,                                                       \
		.hint = "y when the child is harmed this way too; empty: no.", .kind = FIELD_TICK,                     \
		VALUE(also[CATEGORY_##id]), .shown = asks_also_##id                                                    \
	}

static const struct field fields[DECISION_FIELD_COUNT] = {
	[DECIDE_OUTCOME] = {.name = "outcome",
			    .label = "Decision",
			    .hint = "Left and Right, or its first letter: what this conference may decide.",
			    .kind = FIELD_CHOICE,
			    VALUE(outcome),
			    .required = true,
			    .shown = asks_all},
	[DECIDE_CATEGORY] = {.name = "category",
			     .label = "Category",
			     .hint = "The main one: n neglect, p physical, s sexual, e emotional.",
			     .kind = FIELD_CHOICE,
			     VALUE(category),
			     .required = true,
			     .shown = asks_category},
	[DECIDE_NEGLECT] = ALSO_FIELD(NEGLECT, "neglect"),
	[DECIDE_PHYSICAL] = ALSO_FIELD(PHYSICAL, "physical"),
	[DECIDE_SEXUAL] = ALSO_FIELD(SEXUAL, "sexual"),
	[DECIDE_EMOTIONAL] = ALSO_FIELD(EMOTIONAL, "emotional"),
	[DECIDE_END] = {.name = "end_reason",
			.label = "It ends because",
			.hint = "n no risk any more, l looked after, a an order was made.",
			.kind = FIELD_CHOICE,
			VALUE(end_reason),
			.required = true,
			.shown = asks_end},
	[DECIDE_REASONS] = {.name = "reasons",
			    .label = "Reasons",
			    .hint = "In words the family can read: they stand in the letter and the record.",
			    .kind = FIELD_LINES,
			    VALUE(reasons),
			    .required = true,
			    .rows = 4,
			    .shown = asks_reasons},
	[DECIDE_STEP_DOWN] = {.name = "step_down",
			      .label = "What help follows",
			      .hint = "The plan, service or agency that goes on from here. Tab goes on.",
			      .kind = FIELD_LINES,
			      VALUE(step_down),
			      .rows = 2,
			      .shown = asks_step_down},
	[DECIDE_WHY_NOT] = {.name = "not_decided_why",
			    .label = "Not decided because",
			    .hint = "Lives with the father in another town; is looked after there.",
			    .kind = FIELD_LINES,
			    VALUE(not_decided_why),
			    .required = true,
			    .rows = 2,
			    .shown = asks_why_not},
	[DECIDE_HEADING] = {.label = "The child", .kind = FIELD_HEADING, .shown = asks_child},
	[DECIDE_PARTICIPATION] =
		{.name = "participation",
		 .label = "Took part",
		 .hint = "0 under four, 1 spoke, 2 an advocate spoke, 5 views known, 6 by letter, 7 none.",
		 .kind = FIELD_CHOICE,
		 VALUE(participation),
		 .shown = asks_child},
	[DECIDE_VIEWS] = {.name = "child_views",
			  .label = "What the child says",
			  .hint = "In the child's own words where they are known. Tab goes on.",
			  .kind = FIELD_LINES,
			  VALUE(child_views),
			  .rows = 2,
			  .shown = asks_child},
	[DECIDE_SCALE] = {.name = "scale",
			  .label = "Scale, 0 to 10",
			  .hint = "0: not safe at all; 10: nobody needs to worry. Empty: not asked.",
			  .kind = FIELD_TEXT,
			  VALUE(scale),
			  .shown = asks_child},
	[DECIDE_ACCEPTED] = {.name = "accepted",
			     .label = "All the same, because",
			     .hint = "Why what stands above is no hindrance: kept beside the decision.",
			     .kind = FIELD_LINES,
			     VALUE(accepted),
			     .rows = 2,
			     .shown = asks_accepted},
};

void decision_fields_make(struct field out[DECISION_FIELD_COUNT], const struct decision_choices *choices)
{
	memcpy(out, fields, sizeof fields);
	out[DECIDE_OUTCOME].choices = choices->outcomes;
	out[DECIDE_CATEGORY].choices = choices->categories;
	out[DECIDE_END].choices = choices->ends;
	out[DECIDE_PARTICIPATION].choices = choices->participations;
}

/* --- The choices --- */

/* A plan can only go on or end for whoever has one, and be made, or another help be enough, for whoever has none of
 * ours.
 */
static bool is_possible(enum outcome outcome, const struct live_page *page, const struct decision_start *start)
{
	if (!outcome_is_possible(outcome, page->conference.type, page->of))
		return false;
	for (size_t i = 0; i < start->count; i++) {
		const struct live_child *child = decide_child_of(page, start->children[i]);
		bool has_plan = child && child->open_plan.id;

		if ((outcome == OUTCOME_PLAN_CONTINUES || outcome == OUTCOME_PLAN_ENDS) && !has_plan)
			return false;
		if (has_plan && plan_is_ours(&child->open_plan) &&
		    (outcome == OUTCOME_PLAN_MADE || outcome_leaves_plan(outcome)))
			return false;
	}
	return true;
}

static void add(struct field_choice *choices, size_t *count, const char *token, const char *label)
{
	choices[(*count)++] = (struct field_choice){token, label};
}

void decision_choices_make(struct decision_choices *out, const struct live_page *page,
			   const struct decision_start *start, bool may_be_multiple, struct arena *mem)
{
	size_t outcomes = 0, categories = 0, ends = 0, parts = 0;

	*out = (struct decision_choices){0};
	for (int i = OUTCOME_NONE + 1; i < OUTCOME_COUNT; i++)
		if (is_possible((enum outcome)i, page, start))
			add(out->outcomes, &outcomes, outcome_token((enum outcome)i), outcome_words[i]);
	add(out->outcomes, &outcomes, nothing, "say why nothing is decided");
	for (int i = 0; i < CATEGORY_COUNT; i++)
		if (i != CATEGORY_MULTIPLE || may_be_multiple)
			add(out->categories, &categories, category_token((enum category)i),
			    category_label((enum category)i));
	for (int i = PLAN_END_NONE + 1; i < PLAN_END_COUNT; i++)
		if (plan_end_is_by_conference((enum plan_end_reason)i))
			add(out->ends, &ends, plan_end_reason_token((enum plan_end_reason)i),
			    plan_end_reason_label((enum plan_end_reason)i));
	for (int i = PARTICIPATION_NONE + 1; i < PARTICIPATION_COUNT; i++) {
		const char *token = participation_token((enum participation)i);

		/* "PN1" is chosen by 1 */
		add(out->participations, &parts, token,
		    arena_printf(mem, "%s %s", token + 2, participation_label((enum participation)i)));
	}
}
