/* What a family's pages say above everything else: whose plan it is while they move, what is asked to end, who turns
 * 18, a newborn nobody has decided about, the review that is earlier, who is looked after too. Inside a look or verb.
 */
#ifndef CASEWORK_FAMILY_NOTES_H
#define CASEWORK_FAMILY_NOTES_H

#include "work.h"

/* A sentence a line; "" nothing. */
bool family_notes(struct casework *cw, int64_t family, struct arena *mem, const char **out, struct fault *f);

#endif
