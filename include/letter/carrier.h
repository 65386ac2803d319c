/* Hands bytes to a configured command: the mail command, the printer. Never a shell. */
#ifndef LETTER_CARRIER_H
#define LETTER_CARRIER_H

#include "base/program.h"
#include "letter/press.h"

/* `command` is its path and arguments, ending with NULL, started as base/program.h says, and killed with its group
 * after `seconds`. */
struct carrier_job {
	const struct program_starter *starter; /* NULL: this process */
	const char *const *command;
	struct press_bytes input;
	int seconds;
	/* Called about every 100 ms while waiting, or NULL; false stops the command. */
	bool (*waiting)(void *payload);
	void *payload;
};

enum carrier_end {
	CARRIER_DONE,    /* exit 0, and it read all of it */
	CARRIER_LATER,   /* exit 75 (EX_TEMPFAIL), a server's 4xx in msmtp's words, or it stopped, was killed or ran out
			    of time before it read all: try again */
	CARRIER_REFUSED, /* any other exit: it says it did not take it */
	CARRIER_UNSURE   /* it may have sent it: killed or out of time after it read all, exit 0 without reading all, or
			    exit 74 or 76, when the server hung up without a word */
};

struct carrier_result {
	enum carrier_end end;
	int exit_code;    /* -1 when a signal ended it */
	const char *said; /* first line of what it wrote to standard error, safe to show; "" nothing */
};

/* False only when it could not be started at all: FAULT_STORAGE with a sentence that names the command. */
bool carrier_run(const struct carrier_job *job, struct arena *mem, struct carrier_result *out, struct fault *f);

#endif
