/* What others did to the case file while this person works in it. */
#ifndef CASEWORK_OTHERS_H
#define CASEWORK_OTHERS_H

#include "work.h"

bool others_begin(struct casework *cw, struct fault *f); /* what is in the file now is no news */

#endif
