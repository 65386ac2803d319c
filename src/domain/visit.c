/* The words of visits. */
#include "domain/visit.h"

#include "words.h"

#include <stdio.h>

WORDS_OF(visit_outcome, VISIT_OUTCOMES, VISIT_OUTCOME_COUNT)

struct visit visit_blank(void)
{
	return (struct visit){
		.visited_on = DAY_NONE, .by_whom = "", .place = "", .noted = "", .correction_why = "", .by_user = ""};
}

bool visit_stands(const struct visit *visit)
{
	return !visit->is_corrected && !visit->is_struck;
}

char *visit_child_words(const struct visit_child *child, char out[VISIT_WORDS_ROOM])
{
	bool is_seen = child->outcome == VISIT_SEEN;

	snprintf(out, VISIT_WORDS_ROOM, "%s%s%s%s%s", visit_outcome_label(child->outcome),
		 !is_seen || child->alone == ANSWER_UNKNOWN ? ""
		 : child->alone == ANSWER_YES               ? " alone"
							    : ", not alone",
		 child->why && *child->why ? ": " : "", child->why ? child->why : "",
		 !is_seen || child->bedroom == ANSWER_UNKNOWN ? ""
		 : child->bedroom == ANSWER_YES               ? "; bedroom seen"
							      : "; bedroom not seen");
	return out;
}
