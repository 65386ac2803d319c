/* A conflict of interest: a chair or minute-taker who must not work on one family's conferences, and why. */
#ifndef DOMAIN_CONFLICT_H
#define DOMAIN_CONFLICT_H

#include "domain/record.h"

struct conflict {
	int64_t id, family_id, resource_id;
	enum resource_kind kind; /* chair or minute-taker */
	const char *name;        /* of the resource */
	const char *reason, *said_by;
	day_number said_on, ended_on;
	const char *ended_by, *ended_because;
	int64_t version;
};
struct conflict_list {
	struct conflict *items;
	size_t count, room;
};

/* A booked conference whose chair or minute-taker must not work on its family. */
struct conflict_booked {
	int64_t conference_id;
	enum resource_kind kind;
};
struct conflict_booked_list {
	struct conflict_booked *items;
	size_t count, room;
};

/* "chair", "minute-taker": whom another is to be found for. */
const char *conflict_staff(enum resource_kind kind);

/* The one of this chair or minute-taker, NULL none. */
const struct conflict *conflict_of(const struct conflict_list *conflicts, int64_t resource);

#endif
