/* The letters and papers of the day of a conference and after it: what each says, by the one place that decides what a
 * reader may see. */
#ifndef CASEWORK_LETTER_DAY_H
#define CASEWORK_LETTER_DAY_H

#include "letter/template.h"
#include "letter_facts.h"

/* One of the letters this file is about. */
bool letter_is_of_day(enum letter_template_key key);
/* Printed for everybody in the room. The outline plan may be either. */
bool letter_is_for_room(enum letter_template_key key);

/* What this letter says to its reader (NULL: to the room), with what will be enclosed: `is.plan_enclosed`,
 * `is.feedback_enclosed`. Inside a look or verb. */
bool letter_day_facts_of(struct casework *cw, enum letter_template_key key, const struct conference *conference,
			 const struct invitee *reader, struct arena *mem, struct letter_facts *out, struct fault *f);

#endif
