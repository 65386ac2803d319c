/* Conflicts of interest as booking and starting ask for them. Inside a look or verb. */
#ifndef CASEWORK_CONFLICT_KEEPING_H
#define CASEWORK_CONFLICT_KEEPING_H

#include "domain/conflict.h"
#include "store/conflict_store.h"
#include "work.h"

/* Refuses this chair or minute-taker of the family, for the field. */
bool conflict_refuses_none(const struct conflict_list *conflicts, int64_t resource, const char *field, struct fault *f);
/* A sentence a line: "Conflict of interest: Siân Pritchard (chair) · taught the mother · said by Aoife Brennan, Wed 1
 * Apr 2026"; "" none. */
const char *conflict_lines(struct casework *cw, const struct conflict_list *conflicts, struct arena *mem);

#endif
