/* The attendant: a small process beside one that the kernel lets start nothing (app/confine.h). It is there before
 * anything is read or opened, has the person's own rights and no more, and does two things when it is asked: it has the
 * machine check the password of its person's account, and it starts a command that it was told of before. */
#ifndef APP_ATTENDANT_H
#define APP_ATTENDANT_H

#include "account_check.h"

#include "base/program.h"

#include <stddef.h>
#include <sys/types.h>

enum { ATTENDANT_COMMANDS = 2 };

/* What it may ever do; nothing is added once it is there. Must outlast the attendant. */
struct attendant_duties {
	const char *const *commands[ATTENDANT_COMMANDS]; /* program and arguments, ending with NULL; NULL: none */
	const char *pam_folder;                          /* of PAM services, NULL: the machine's */
};

struct attendant {
	int line;      /* to it; -1 when there is none, or none any more */
	pid_t process; /* 0: none was started */
	const struct attendant_duties *duties;
	struct program_starter starter; /* the attendant as who starts programs; refuses when there is none */
};

/* False when it could not be started: everything that is asked of it is refused then. The attendant stays where it is:
 * its starter points to it. */
bool attendant_begin(struct attendant *out, const struct attendant_duties *duties);
void attendant_end(struct attendant *attendant);

/* Of this person's account and no other. ACCOUNT_CANNOT when there is no attendant. */
enum account_answer attendant_password(struct attendant *attendant, const char *typed);

#endif
