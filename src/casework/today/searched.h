/* A search while it is typed: what of it leaves a row in the log. Private to src/casework. */
#ifndef CASEWORK_SEARCHED_H
#define CASEWORK_SEARCHED_H

#include "domain/role.h"

#include <stddef.h>

enum { SEARCHED_ROOM = 200 };

struct searched {
	char words[SEARCHED_ROOM];  /* looked for and without a row yet, "" none */
	char logged[SEARCHED_ROOM]; /* of the last row: shown again it is no other search */
	size_t found;
	enum action right; /* by which it was looked for */
	bool grew;         /* typed on, and not rubbed out, to these words */
};

struct casework;
struct fault;

/* After what was found for `typed` was read. What had grown and is not typed on leaves its row first: false when that
 * could not be saved, and nothing may be shown then. */
bool searched_note(struct casework *cw, enum action right, const char *typed, size_t found, struct fault *f);
/* It has its row: the search was acted on. */
void searched_is_logged(struct casework *cw, const char *typed);

#endif
