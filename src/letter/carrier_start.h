/* Starting a command: what it reads and says. */
#ifndef LETTER_CARRIER_START_H
#define LETTER_CARRIER_START_H

#include "letter/carrier.h"

/* A running command. Descriptors are ours and closed on exec; -1 when closed. */
struct carrier_child {
	int input; /* the file it reads; its offset is the child's too */
	int said;  /* its standard error, read from without blocking */
};

bool carrier_start(const struct carrier_job *job, const struct program_starter *starter, struct arena *mem,
		   struct carrier_child *out, struct fault *f);
void carrier_close(int *fd);

#endif
