/* Which rows of the case file the rows of one batch have spoken of already. */
#ifndef CASEWORK_SEEN_H
#define CASEWORK_SEEN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct seen {
	int64_t *slots; /* open addressing, 0 is free; a power of two of them */
	size_t count, room;
};

bool seen_has(const struct seen *seen, int64_t id);
bool seen_add(struct seen *seen, int64_t id); /* false when memory has run out; ids are positive */
void seen_forget(struct seen *seen);

#endif
