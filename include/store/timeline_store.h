/* What happened to a family, of every kind, as rows of one shape. Inside the caller's look. */
#ifndef STORE_TIMELINE_STORE_H
#define STORE_TIMELINE_STORE_H

#include "domain/timeline.h"
#include "store/store.h"

struct timeline_row {
	enum timeline_kind kind;
	int64_t id;
	day_number day, until;
	const char *reference;
	const char *what;     /* a conference's type, a rule, a category, a ground: tokens */
	const char *state;    /* a token, or "" */
	const char *more;     /* words of a person: why, who */
	const char *children; /* ids parted by commas; "" the whole family */
};
struct timeline_row_list {
	struct timeline_row *items;
	size_t count, room;
};
/* Everything but visits and what was shared (visit_store.h, disclosure_store.h), in no order. child 0: the whole
 * family; otherwise only what concerns this child. */
bool timeline_rows(struct store *s, int64_t family, int64_t child, struct arena *mem, struct timeline_row_list *out,
		   struct fault *f);

#endif
