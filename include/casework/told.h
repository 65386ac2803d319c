/* What was done about one complaint, escalation, move or ending, as pages list it. */
#ifndef CASEWORK_TOLD_H
#define CASEWORK_TOLD_H

#include <stddef.h>

struct told_line {
	const char *when, *what, *words, *by; /* "Wed 1 Apr 2026", "Papers", "chronology" ("" none), "Dana Webb" */
};
struct told_list { /* in the order in which it was done */
	struct told_line *items;
	size_t count, room;
};

#endif
