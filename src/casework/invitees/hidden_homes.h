/* Whose home of a family is kept from whom of it: those who are kept apart. Inside a look or verb. */
#ifndef CASEWORK_HIDDEN_HOMES_H
#define CASEWORK_HIDDEN_HOMES_H

#include "work.h"

/* Where somebody lives now, where that is kept from anybody. */
struct hidden_home {
	int64_t person;
	struct address address;
};
struct hidden_home_list {
	struct hidden_home *items;
	size_t count, room;
};
bool hidden_homes_of(struct casework *cw, const struct member_list *family, struct arena *mem,
		     struct hidden_home_list *out, struct fault *f);
bool hidden_home_is_kept_from(const struct hidden_home_list *homes, const struct member *member);

#endif
