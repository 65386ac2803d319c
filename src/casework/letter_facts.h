/* What one reader may see of a conference: the one place that decides it for every letter, notice, form and bundle. */
#ifndef CASEWORK_LETTER_FACTS_H
#define CASEWORK_LETTER_FACTS_H

#include "domain/invitation.h"
#include "letter/facts.h"
#include "work.h"

/* Fills in everything this reader may read now, and nothing else: what is kept from them is never looked up on their
 * behalf. The caller adds what belongs to its own letter (report.*, chaser.*, change.*, exclusion.* of this very
 * letter). `reader` needs its id, or, when nobody is meant yet, capacity and names. Inside a look or a verb; the facts
 * live in `mem`. */
bool letter_facts_of(struct casework *cw, const struct conference *conference, const struct invitee *reader,
		     struct arena *mem, struct letter_facts *out, struct fault *f);

/* What stands on the form a colleague writes a report on: the family reads it afterwards, so it tells of nobody where
 * they live. */
bool letter_form_facts_of(struct casework *cw, const struct conference *conference, const struct invitee *reader,
			  struct arena *mem, struct letter_facts *out, struct fault *f);

#endif
