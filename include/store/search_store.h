/* Finding people by what they are called: every name, alias and identifier, folded by text_fold. */
#ifndef STORE_SEARCH_STORE_H
#define STORE_SEARCH_STORE_H

#include "store/store.h"

struct id_list {
	int64_t *items;
	size_t count, room;
};

/* Replaces what the person is found by; "" forgets the person. Inside store_begin. */
bool search_person_put(struct store *s, int64_t person, const char *folded, struct fault *f);

/* Person ids where every word begins one of the person's words, the closest names first, at most `most` of them;
 * *total (may be NULL) is how many there are in all. No words find nobody. Who is only in restricted families that do
 * not name this user is neither found nor counted. */
bool search_people(struct store *s, const char *folded_words, int64_t user, int most, struct arena *mem,
		   struct id_list *out, int64_t *total, struct fault *f);

#endif
