/* What this session has looked at. */
#ifndef CASEWORK_LOOKS_H
#define CASEWORK_LOOKS_H

#include "work.h"

/* Is this look only what is on the screen, read again because others changed it? Else it is remembered as looked at. */
bool look_is_again(struct casework *cw, const char *action, enum subject_kind kind, int64_t subject, int64_t family);

#endif
