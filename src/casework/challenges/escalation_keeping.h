/* What the verbs about an escalation have in common. Inside a look or verb. */
#ifndef CASEWORK_ESCALATION_KEEPING_H
#define CASEWORK_ESCALATION_KEEPING_H

#include "casework/escalations.h"
#include "work.h"

/* Reads an escalation that this person may see and, by `action`, act on: a chair only on those about a conference of
 * theirs. A restricted family's is not there for those whom it does not name. */
bool escalation_reach(struct casework *cw, enum action action, int64_t id, struct arena *mem, struct escalation *out,
		      struct conference *conference, struct fault *f);
/* The clock of a stage. */
enum rule_key escalation_rule(int stage);
/* "stage 2 of 3, service manager" */
const char *escalation_stage_words(int stage, struct arena *mem);

#endif
