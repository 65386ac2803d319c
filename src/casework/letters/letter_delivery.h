/* Deliveries of letters that are written already: another one queued, those of an overtaken letter withdrawn. */
#ifndef CASEWORK_LETTER_DELIVERY_H
#define CASEWORK_LETTER_DELIVERY_H

#include "store/letter_store.h"
#include "work.h"

/* A waiting delivery of this letter, its `number`-th: the message keeps its name at every attempt. FAULT_REFUSED when
 * the address is not one the method can use. Inside a verb. */
bool delivery_queue(struct casework *cw, int64_t letter, int number, enum invite_method method, const char *address,
		    struct arena *mem, struct fault *f);

/* A letter this worker may see: one of a restricted family is not there for others. Inside a look or verb. */
bool letter_reach(struct casework *cw, int64_t id, struct arena *mem, struct letter *out, struct fault *f);

#endif
