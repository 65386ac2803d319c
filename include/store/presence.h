/* Who has which family open at this moment, beside the case file and not in it: a row in the file would cost every save
 * its syncs again and make every other session read again. Each session holds a lock on its own place in a small file;
 * the kernel lets go of it when the session ends, however it ends, so that nobody has to be timed out. */
#ifndef STORE_PRESENCE_H
#define STORE_PRESENCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { PRESENCE_MOST = 128 }; /* sessions that can be seen at once; one more is not seen, and works as ever */

struct presence;

/* Ids only: the file holds no name. */
struct presence_row {
	int64_t user_id, family_id, conference_id; /* family 0: nothing is open */
	int64_t since;                             /* Unix seconds */
	bool is_writing;
};

/* NULL where no such file can be made or locked: then nobody is seen, and nothing else is different. */
struct presence *presence_open(const char *case_file);
void presence_close(struct presence *p);

void presence_say(struct presence *p, const struct presence_row *own);
/* The other sessions that have this family open, in the order of their places; returns how many are in `out`. */
size_t presence_others(struct presence *p, int64_t family, struct presence_row out[PRESENCE_MOST]);

#endif
