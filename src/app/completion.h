/* The completion script of one shell, from the tables of the command line. */
#ifndef APP_COMPLETION_H
#define APP_COMPLETION_H

#include "arguments.h"

struct completion {
	const char *config_folder; /* for the names of profiles */
	struct arena *mem;
};

void completion_bash(const struct completion *completion);
void completion_zsh(const struct completion *completion);
void completion_fish(const struct completion *completion);

/* The words for a kind in one line, parted by blanks; "" where nothing can be listed. */
const char *completion_words(const struct completion *completion, enum argument_kind kind);
/* A text within single quotes of a shell. */
const char *completion_quoted(const struct completion *completion, const char *text);

#endif
