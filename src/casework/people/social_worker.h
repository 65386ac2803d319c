/* A social worker named in words, found in the directory. */
#ifndef CASEWORK_SOCIAL_WORKER_H
#define CASEWORK_SOCIAL_WORKER_H

#include "work.h"

/* The one contact who is called this: the whole name, else the only one whose name begins so, whatever the case and
 * accents. out->id is 0 when nobody is, or more than one; *alike is how many there were, of *listed in the directory.
 * Blank words find nobody. */
bool social_worker_named(struct casework *cw, const char *words, struct arena *mem, struct contact *out, size_t *alike,
			 size_t *listed, struct fault *f);

/* Puts the directory's spelling and id in place of words that mean one contact; others stay as typed, id 0. */
bool social_worker_settle(struct casework *cw, const char **words, int64_t *id, struct arena *mem, struct fault *f);

/* One sentence about words that mean nobody in the directory, or more than one; "" when there is nothing to know: no
 * words, an id, a directory that is empty. */
bool social_worker_warning(struct casework *cw, const char *words, int64_t id, struct arena *mem, const char **out,
			   struct fault *f);

/* Somebody as they stand on a list: of the directory, or typed. */
struct list_entry {
	int64_t contact_id; /* 0 typed */
	const char *name, *role;
	const char *quorum_group; /* of their agency, "" not known */
};
/* Is it the social worker whom the conference names? Two of the directory are told apart by who they are there. Where
 * one of the two was typed the name tells, and nothing may speak against it: another agency's group, or where the
 * directory's was meant a role that is none of social work. */
bool social_worker_is(const struct conference *conference, const struct list_entry *entry, struct arena *mem);

#endif
