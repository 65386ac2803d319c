/* A program that is started to read something: a mail command, a printer. No shell and nothing of ours: a clean
 * environment (PATH, LANG, TZ, HOME, LOGNAME), three descriptors, default signals, the folder "/", and the person's own
 * rights whatever this process was lent. */
#ifndef BASE_PROGRAM_H
#define BASE_PROGRAM_H

#include <stdbool.h>
#include <sys/types.h>

struct program_end {
	bool is_known; /* false: nobody can tell how it ended */
	int exit_code; /* -1 when a signal ended it */
};

/* Who starts a program for somebody: this process, or one beside it. One program runs at a time. */
struct program_starter {
	/* `command` is a program and its arguments, ending with NULL: a path from "/", or a name that is found in a
	 * fixed list of folders. It reads `input` and complains to `said`, which stay the caller's. 0, or the errno
	 * that kept it from being started. */
	int (*start)(void *self, const char *const *command, int input, int said);
	int (*ending)(void *self); /* can be read or is cut when `ended` has news; -1: ask from time to time */
	bool (*ended)(void *self, struct program_end *out);
	void (*stop)(void *self, int signal); /* the program and what it started, also after its end */
	void (*forget)(void *self);           /* the last word about this program */
	void *self;
};

/* A program that this process started itself. */
struct program {
	pid_t pid;  /* leads a session and a process group of its own; 0: there is none */
	int ending; /* -1 where the system cannot tell */
};

/* This process as a starter. `program` is its own to keep and must outlast it. */
struct program_starter program_starter_here(struct program *program);

#endif
