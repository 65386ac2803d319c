/* A review that is wanted: the one that waits, or a new one. Inside a verb. */
#ifndef CASEWORK_REVIEW_REQUEST_H
#define CASEWORK_REVIEW_REQUEST_H

#include "casework/request.h"
#include "work.h"

/* Whose review: that of a child's plan (SUBJECT_PLAN), or of the children whom a conference that is being held puts or
 * leaves on a plan (SUBJECT_CONFERENCE). */
struct review_of {
	enum subject_kind kind;
	int64_t id;
};

struct review_reached {
	int64_t family, conference; /* conference: the review */
	int64_t version;            /* of the review as it was found; 0 for a new one */
	const char *of;             /* the reference of whose review it is */
	bool is_new;                /* asked for here and now: a verb that undoes itself has asked for nothing */
};
bool review_reach(struct casework *cw, const struct review_of *of, struct arena *mem, struct review_reached *out,
		  struct fault *f);

/* An open plan that this person may see. */
bool review_plan_reach(struct casework *cw, int64_t id, struct arena *mem, struct plan *out, struct fault *f);

/* --- What both ways of wanting one share --- */
/* Asks for a new one. `last` (id 0 none): what the family needed there it needs again. `decided_at` as in a request. */
bool review_take(struct casework *cw, int64_t family, const struct conference *last, int64_t decided_at,
		 const struct request_child *children, size_t count, struct arena *mem, int64_t *conference,
		 struct fault *f);

#endif
