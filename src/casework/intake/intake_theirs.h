/* Whose child is whose, as a list of people says it of one adult. Inside a verb. */
#ifndef CASEWORK_INTAKE_THEIRS_H
#define CASEWORK_INTAKE_THEIRS_H

#include "casework/intake.h"
#include "work.h"

/* The children of the family that row->theirs names are this adult's, the others are not; nothing where the row says
 * nothing. *changed becomes true where that is not what was said before. Fields: "Theirs". */
bool intake_theirs(struct casework *cw, int64_t family, int64_t adult, const struct intake_person *row,
		   struct arena *mem, bool *changed, struct fault *f);

#endif
