/* A program run to its end with a home folder of its own: what it wrote, and how it ended. */
#ifndef SUPPORT_COMMAND_H
#define SUPPORT_COMMAND_H

#include <stdbool.h>
#include <stddef.h>

struct command_result {
	int status; /* of exit; 128 + the signal when one ended it */
	char *out, *err;
};

struct command {
	const char *program;        /* a path */
	const char *home;           /* becomes HOME; files of the run lie in it for a moment */
	const char *environment[4]; /* "NAME=value" besides a fixed few; ends with NULL */
	const char *input;          /* of standard input; NULL: /dev/null */
	bool is_closed[3];          /* standard files that are closed when it starts */
	const char *out;            /* a path for standard output in place of result.out */
	bool has_no_reader;         /* standard output is a pipe whose other end is closed already */
};

/* `line` is split at blanks; a word in single quotes may hold blanks or be empty. Ends the test when it cannot be run.
 */
struct command_result command_run(const struct command *command, const char *line);
void command_forget(struct command_result *result);

#endif
