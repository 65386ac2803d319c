/* A family moves here with a plan of another authority: who comes, the move, their plan and our conference in one act,
 * whether the family was on file or not. */
#ifndef CASEWORK_ARRIVALS_H
#define CASEWORK_ARRIVALS_H

#include "casework/request.h"
#include "casework/transfers.h"

/* `request`, a transfer-in, says who comes and, of one who stays for good, what is asked for; its days of notice and
 * move are the move's too. `move` says authority, contact, address, stay, until when, the papers and their plan; the
 * rest of it follows. */
struct arrival {
	struct request request;
	struct transfer_registration move;
};
/* What `casework_request_warnings` says of the request; refuses what `casework_arrival_take` would. */
bool casework_arrival_warnings(struct casework *cw, struct arrival *arrival, struct arena *mem, const char **out,
			       struct fault *f);

/* Keeps the family and the children who are new, the move and their plan on our list as theirs, and for one who stays
 * for good the request of our conference, whose limit begins: all or nothing. arrival->move.transfer becomes what was
 * kept. *conference and *reference: of the conference; 0 and "" for a stay for a time, which has none. Fields: those of
 * `casework_request_take` and of `casework_transfer_register`. */
bool casework_arrival_take(struct casework *cw, struct arrival *arrival, struct arena *mem, const char **reference,
			   int64_t *conference, struct fault *f);

#endif
