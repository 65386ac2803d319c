/* Information about children that was shared outside: what, with whom, why and on what ground, who permitted or decided
 * it. Letters that go out and answers from the list of children on plans count as shared without being typed again.
 * Sources: docs/practice.md. */
#ifndef DOMAIN_DISCLOSURE_H
#define DOMAIN_DISCLOSURE_H

#include "domain/date.h"

#define DISCLOSURE_GROUNDS(X)                                                                                          \
	X(PERMISSION, "permission", "with permission")                                                                 \
	X(PROTECTION, "protection", "to protect a child")                                                              \
	X(COURT_ORDER, "court_order", "by order of a court")                                                           \
	X(LAW, "law", "the law asks for it")

enum disclosure_ground {
#define X(id, token, label) DISCLOSURE_##id,
	DISCLOSURE_GROUNDS(X)
#undef X
		DISCLOSURE_GROUND_COUNT
};
const char *disclosure_ground_token(enum disclosure_ground ground);
const char *disclosure_ground_label(enum disclosure_ground ground);
bool disclosure_ground_from_token(const char *text, enum disclosure_ground *out);

/* Kept for good: what was wrong is corrected by a further row, which stands in its place. */
struct disclosure {
	int64_t id, family_id;
	day_number shared_on;
	const char *what, *agency, *name, *why;
	enum disclosure_ground ground;
	const char *decided_by; /* who gave permission, or who decided; of a court: which court */
	const char *shared_by;  /* who told it */
	const char *paper;      /* which letter or paper, in words */
	int64_t letter_id;      /* a letter kept here; 0 none */
	int64_t corrects_id;    /* the row this one stands in the place of; 0 none */
	const char *correction_why;
	bool is_struck; /* a correction: nothing was shared */
	const char *by_user;
	int64_t kept_at;
	bool is_corrected; /* read only: another row stands in its place */
};
struct disclosure_list {
	struct disclosure *items;
	size_t count, room;
};
struct disclosure disclosure_blank(void);
bool disclosure_stands(const struct disclosure *disclosure); /* neither corrected nor struck out */

#endif
