/* What others did to the case file while this person works in it. */
#ifndef CASEWORK_OTHERS_H
#define CASEWORK_OTHERS_H

#include "work.h"

bool others_begin(struct casework *cw, struct fault *f); /* what is in the file now is no news */

/* Is this look only what is on the screen, read again because others changed it? Else it is remembered as looked at. */
bool others_is_seen_again(struct casework *cw, const char *action, enum subject_kind kind, int64_t subject,
			  int64_t family);

#endif
