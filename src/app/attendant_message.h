/* What the attendant is asked and what it answers: one packet each. Who asks may have been taken over, so that anything
 * but exactly this ends the attendant. */
#ifndef APP_ATTENDANT_MESSAGE_H
#define APP_ATTENDANT_MESSAGE_H

#include "attendant.h"

#include <stdbool.h>
#include <stdint.h>

enum attendant_wish {
	WISH_PASSWORD = 1, /* answered by ANSWER_PASSWORD */
	WISH_START,        /* with two descriptors: the input, and where it complains to; answered by ANSWER_STARTED */
	WISH_STOP,         /* not answered */
	WISH_FORGET,       /* not answered; the next one may be started */
};

enum { PASSWORD_ROOM = 513, START_DESCRIPTORS = 2 };

struct attendant_request {
	uint32_t wish;
	uint32_t number;              /* which command, or the signal */
	char password[PASSWORD_ROOM]; /* "" in all others */
};

/* `bytes` and `descriptors`: how much came. `is_running`: a program was started and not forgotten. */
bool attendant_request_is_good(const struct attendant_request *asked, size_t bytes, size_t descriptors,
			       const struct attendant_duties *duties, bool is_running);

enum attendant_answer_kind {
	ANSWER_PASSWORD = 1,
	ANSWER_STARTED,
	ANSWER_ENDED, /* comes by itself, once */
};

struct attendant_answer {
	uint32_t kind;
	int32_t number; /* of enum account_answer, the errno of starting, the exit code */
	bool is_known;  /* the exit code */
};

/* The attendant's own life, to its end: `line` is its only descriptor. */
void attendant_serve(int line, const struct attendant_duties *duties);

#endif
