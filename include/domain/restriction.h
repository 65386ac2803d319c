/* A family's record that is for named staff only, and what a manager is told of who saw it all the same. */
#ifndef DOMAIN_RESTRICTION_H
#define DOMAIN_RESTRICTION_H

#include "domain/date.h"

#include <stdbool.h>
#include <stddef.h>

/* What those see who are not named, when they ask for the exact reference. id, token, label */
#define RESTRICTED_SHOWN(X)                                                                                            \
	X(NOTHING, "nothing", "nothing: as if there were no such family")                                              \
	X(NAME_OF_MANAGER, "name_of_manager", "that it is restricted, and whom to ask")

enum restricted_shown {
#define X(id, token, label) RESTRICTED_SHOWN_##id,
	RESTRICTED_SHOWN(X)
#undef X
		RESTRICTED_SHOWN_COUNT
};

/* The fewest letters of a reason for breaking the glass: HL7 and FHIR ask for a reason, the length is an assumption. */
enum { GLASS_REASON_LEAST = 20 };

struct restriction {
	int64_t id, family_id;
	const char *reason;
	day_number review_on, set_on;
	const char *set_by; /* login */
	day_number lifted_on;
	const char *lifted_by, *lifted_because;
	int64_t version;
};
struct restriction_list {
	struct restriction *items;
	size_t count, room;
};

/* id, token, label */
#define ACCESS_KINDS(X)                                                                                                \
	X(GLASS, "glass", "broke the glass")                                                                           \
	X(RELATIVE, "relative", "knows the family")                                                                    \
	X(MATCHED, "matched", "may be related")

enum access_kind {
#define X(id, token, label) ACCESS_##id,
	ACCESS_KINDS(X)
#undef X
		ACCESS_KIND_COUNT
};
const char *access_kind_token(enum access_kind kind);
const char *access_kind_label(enum access_kind kind);

struct access_event {
	int64_t id;
	enum access_kind kind;
	int64_t family_id, user_id;
	const char *words;
	int64_t at; /* Unix seconds */
	int minutes;
	int64_t until_at; /* by the real clock */
	int64_t seen_at;  /* 0: no manager has acknowledged it */
	const char *seen_by, *seen_note;
	bool is_mistaken; /* a manager found that they are not related: the record is open to them again */
	int64_t version;
};
struct access_event_list {
	struct access_event *items;
	size_t count, room;
};

#endif
