/* Finding a paper inside a verb or a look, for somebody who may. */
#ifndef CASEWORK_PAPER_REACH_H
#define CASEWORK_PAPER_REACH_H

#include "store/paper_store.h"
#include "work.h"

/* One that was withdrawn, and one of a restricted family, is not there. */
bool paper_reach(struct casework *cw, enum action action, int64_t id, struct arena *mem, struct paper *out,
		 struct fault *f);

#endif
