/* A visit to the children of a family, as the social worker reports it: whom it was to, who was seen, alone or not, and
 * whether their bedroom was. A visit at which a child was not seen does not count as one to that child, nor does a core
 * group the child was at. Sources: docs/practice.md. */
#ifndef DOMAIN_VISIT_H
#define DOMAIN_VISIT_H

#include "domain/record.h"

#define VISIT_OUTCOMES(X)                                                                                              \
	X(SEEN, "seen", "seen")                                                                                        \
	X(NOT_IN, "not_in", "not at home")                                                                             \
	X(REFUSED, "refused", "refused")                                                                               \
	X(NOT_SEEN, "not_seen", "not seen")

enum visit_outcome {
#define X(id, token, label) VISIT_##id,
	VISIT_OUTCOMES(X)
#undef X
		VISIT_OUTCOME_COUNT
};
const char *visit_outcome_token(enum visit_outcome outcome);
const char *visit_outcome_label(enum visit_outcome outcome);
bool visit_outcome_from_token(const char *text, enum visit_outcome *out);

/* Kept for good: what was wrong is corrected by a further row, which stands in its place. */
struct visit {
	int64_t id, family_id;
	day_number visited_on;
	const char *by_whom, *place, *noted;
	enum yes_no announced;
	int64_t corrects_id; /* the row this one stands in the place of; 0 none */
	const char *correction_why;
	bool is_struck; /* a correction: there was no such visit */
	const char *by_user;
	int64_t kept_at;
	bool is_corrected; /* read only: another row stands in its place */
};
struct visit_list {
	struct visit *items;
	size_t count, room;
};
struct visit visit_blank(void);

/* Each child the visit was to. */
struct visit_child {
	int64_t visit_id, person_id;
	enum visit_outcome outcome;
	enum yes_no alone, bedroom; /* of a child who was seen */
	const char *why;            /* why not seen, or not alone */
};
struct visit_child_list {
	struct visit_child *items;
	size_t count, room;
};

/* A visit that stands: neither corrected nor struck out. */
bool visit_stands(const struct visit *visit);
/* "seen alone", "seen, not alone; bedroom seen", "not at home: at school" */
#define VISIT_WORDS_ROOM 400
char *visit_child_words(const struct visit_child *child, char out[VISIT_WORDS_ROOM]);

#endif
