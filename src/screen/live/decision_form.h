/* The fields of a decision as texts, which of them are asked, and what they come to. */
#ifndef DECISION_FORM_H
#define DECISION_FORM_H

#include "live_decide.h"
#include "tui/form.h"

enum { DECISION_FIELD_COUNT = 15, CATEGORIES_NAMED = CATEGORY_MULTIPLE };

struct decision_values {
	char outcome[24], category[8], also[CATEGORIES_NAMED][4], end_reason[16];
	char reasons[4000], step_down[1500], not_decided_why[600];
	char participation[8], child_views[3000], scale[8];
	char accepted[600];
	/* Not typed: what is asked follows from these. */
	bool is_several, is_warned;
	enum decision_asked asked;
};

/* What may be chosen: by the kind of conference, its children and the authority. Labels in the arena. */
struct decision_choices {
	struct field_choice outcomes[OUTCOME_COUNT + 1], categories[CATEGORY_COUNT + 1], ends[PLAN_END_COUNT + 1],
		participations[PARTICIPATION_COUNT];
};
void decision_choices_make(struct decision_choices *out, const struct live_page *page,
			   const struct decision_start *start, bool may_be_multiple, struct arena *mem);
void decision_fields_make(struct field out[DECISION_FIELD_COUNT], const struct decision_choices *choices);

/* As it stands for one child; for several the plan's category where they all have the same. */
void decision_values_fill(struct decision_values *out, const struct live_page *page,
			  const struct decision_start *start);
/* Of the child `out` names, the texts borrowed. False with a fault at a field by name. */
bool decision_values_parse(const struct decision_values *values, struct child_decision *out, struct fault *f);

/* Of one child, a sentence a line. */
struct decision_warning {
	const struct live_child *child;
	const char *words;
};
/* All of them, a sentence a line, with every name it is true of: "The views of Kai, Skye and Leo are not ...". */
const char *decision_warnings_joined(const struct decision_warning *warnings, size_t count, struct arena *mem);

#endif
