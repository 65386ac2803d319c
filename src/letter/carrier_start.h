/* Starting a command: where it lies, what it inherits, what it reads and says. */
#ifndef LETTER_CARRIER_START_H
#define LETTER_CARRIER_START_H

#include "letter/carrier.h"

#include <sys/types.h>

/* A running command. Descriptors are ours and closed on exec; -1 when closed. */
struct carrier_child {
	pid_t pid;  /* leads a session and a process group of its own */
	int input;  /* the file it reads; its offset is the child's too */
	int said;   /* its standard error, read from without blocking */
	int ending; /* readable once it has ended; -1 where the system cannot tell */
};

bool carrier_start(const struct carrier_job *job, struct arena *mem, struct carrier_child *out, struct fault *f);
void carrier_close(int *fd);

#endif
