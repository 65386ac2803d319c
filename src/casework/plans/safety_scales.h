/* How safe each child was said to be. Private to src/casework. */
#ifndef CASEWORK_SAFETY_SCALES_H
#define CASEWORK_SAFETY_SCALES_H

#include "casework/family_plan.h"

#include "work.h"

/* Adds to out->scales what was said of the children who are in out->children: oldest first, of one day by child, the
 * chair before the others. What is for a day to come is left out. */
bool safety_scales_read(struct casework *cw, int64_t family, struct arena *mem, struct family_plan *out,
			struct fault *f);

#endif
