/* What the verbs about a complaint have in common. Inside a look or verb. */
#ifndef CASEWORK_COMPLAINT_KEEPING_H
#define CASEWORK_COMPLAINT_KEEPING_H

#include "casework/complaints.h"
#include "work.h"

/* Reads a complaint that this person may see and, by `action`, act on: a chair only on those about a conference of
 * theirs. A restricted family's is not there for those whom it does not name. */
bool complaint_reach(struct casework *cw, enum action action, int64_t id, struct arena *mem, struct complaint *out,
		     struct conference *conference, struct fault *f);
/* Reads it, and makes sure that it is as it was read and that the step is open. */
bool complaint_reach_for(struct casework *cw, int64_t id, int64_t version, enum complaint_step step, struct arena *mem,
			 struct complaint *out, struct conference *conference, struct fault *f);
/* One line of evidence. */
bool complaint_tell(struct casework *cw, const struct complaint *complaint, enum complaint_step step, day_number on,
		    const char *words, struct fault *f);
/* A day something was done: DAY_NONE becomes today. Refuses one to come and one before `first`. */
bool complaint_day(const struct casework *cw, day_number *on, day_number first, const char *field, struct fault *f);

/* The conference is challenged, if it can be; and once nothing is open any more goes on where it was. */
bool complaint_challenge(struct casework *cw, struct conference *conference, const char *why, struct fault *f);
bool complaint_settled(struct casework *cw, struct conference *conference, const char *why, struct arena *mem,
		       struct fault *f);
/* Opens or moves the clock of a rule for this complaint. */
bool complaint_clock(struct casework *cw, enum rule_key rule, const struct complaint *complaint, day_number from,
		     struct arena *mem, struct fault *f);

/* How many open complaints are about what this conference decided. */
bool complaint_open_about(struct casework *cw, int64_t conference, struct arena *mem, size_t *count, struct fault *f);
/* "Challenged: the decision stands until K-0001 is settled.", "" when nothing is open about its decision. */
bool complaint_stands(struct casework *cw, int64_t conference, struct arena *mem, const char **out, struct fault *f);
/* The same of any conference of a family: what its plan says. */
bool complaint_stands_of_family(struct casework *cw, int64_t family, struct arena *mem, const char **out,
				struct fault *f);
/* The same of one that is held again: of its own decision, or of the one it goes back to, "What C-0412 decided stands
 * until this one decides (K-0001)." */
bool complaint_stands_over(struct casework *cw, const struct conference *conference, struct arena *mem,
			   const char **out, struct fault *f);

#endif
