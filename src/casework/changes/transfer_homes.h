/* Where a family that moves away lives now: letters follow the children, and those who may live elsewhere are named. */
#ifndef CASEWORK_TRANSFER_HOMES_H
#define CASEWORK_TRANSFER_HOMES_H

#include "domain/transfer.h"
#include "work.h"

/* The children of a move whose new home is known, once its day has come: it is their address from that day, kept from
 * whom the move says, and transfer->home_on that day; the move itself is saved by the caller. A newer one that is on
 * file stays. Inside a verb. */
bool transfer_moves_home(struct casework *cw, struct transfer *transfer, const int64_t *children, size_t count,
			 struct arena *mem, struct fault *f);

/* Adults of the family who are still on file at the home the children left; "" none. */
bool transfer_left_behind(struct casework *cw, const struct transfer *transfer, struct arena *mem, const char **out,
			  struct fault *f);

#endif
