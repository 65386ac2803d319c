/* Taking a request for a conference. */
#ifndef CASEWORK_REQUEST_H
#define CASEWORK_REQUEST_H

#include "casework/casework.h"

struct request_child {
	int64_t person_id; /* a known child, or 0 with `person` filled in for a new one */
	struct person person;
	bool is_another; /* new, and the officer has said: nobody on file who looks like this child is this child */
};

struct request {
	int64_t family_id; /* a known family, or 0 with family_name for a new one */
	const char *family_name;
	const struct request_child *children;
	size_t child_count;
	enum conference_type type;
	day_number strategy_on; /* initial and pre-birth; the clock. Not for a review */
	int64_t decided_at;     /* a review: the conference being held that decides on it, 0 the last that was held */
	int64_t enquiry_id;     /* the enquiry already open that this request answers, 0 for none */
	day_number transfer_notified_on, transfer_referred_on, transfer_accepted_on, transfer_moved_on;
	const char *reason, *social_worker;
	int64_t social_worker_id;
	const char *interpreter, *signing, *access, *sittings, *avoid;
	enum record_source source;
	bool accept_warnings; /* the officer has read them */
};

/* What is missing before it can be booked, as short words: "social worker", "strategy discussion date". Pure of side
 * effects. */
struct completeness {
	const char *missing; /* "social worker, reason"; "" when complete */
	int have, of;
};
struct completeness request_completeness(const struct request *request, struct arena *mem);

/* Things to know that do not refuse: a child already on a plan, an enquiry already open, siblings left out, few
 * working days left to the limit, a social worker whom the directory does not know, a new child who looks like somebody
 * on file (`casework_people_like`) and is not said to be another. One sentence a line, "" when none.
 * False with the fault of `casework_request_take`, its field named, when the request cannot be taken. */
bool casework_request_warnings(struct casework *cw, const struct request *request, struct arena *mem, const char **out,
			       struct fault *f);

/* Keeps the request: new family and children, enquiry, conference in state requested, its deadline. All or nothing.
 * Refuses a discussion date in the future, a child in another family, a child already waiting for a conference of an
 * open enquiry (the clock is not restarted), no child, a review for a child who is not on a plan, nor
 * will be by what is decided at the conference of `decided_at`. *reference is the new
 * C-reference. A social worker without an id gets that of the one contact who is called so, or whose name alone begins
 * so, and the directory's spelling. */
bool casework_request_take(struct casework *cw, const struct request *request, struct arena *mem,
			   const char **reference, int64_t *conference, struct fault *f);

/* What a request said that turned out otherwise before the conference was held. A text that is NULL stays as it is; ""
 * empties it. A social worker without an id is looked for in the directory as `casework_request_take` does. */
struct request_change {
	int64_t conference_id, version; /* as read; FAULT_CONFLICT when it changed */
	const char *reason, *social_worker;
	int64_t social_worker_id;
	const char *interpreter, *signing, *access, *sittings, *avoid;
	bool accept_warnings; /* the officer has read them */
};
/* Things to know that do not refuse: a social worker whom the directory does not know and who is not the one of before.
 * One sentence a line, "" when none. */
bool casework_request_change_warnings(struct casework *cw, const struct request_change *change, struct arena *mem,
				      const char **out, struct fault *f);
/* Refuses a conference that is held, closed or cancelled. The length and the sittings of a booked one follow when it is
 * next booked or moved: its page says what it needs. A change of nothing is true and leaves no audit row. */
bool casework_request_change(struct casework *cw, const struct request_change *change, struct fault *f);

/* The strategy discussion date was typed wrongly: corrected with a reason, deadlines recomputed, both audited. */
bool casework_enquiry_correct(struct casework *cw, int64_t enquiry, int64_t version, day_number strategy_on,
			      const char *reason, struct fault *f);
bool casework_enquiry(struct casework *cw, int64_t id, struct arena *mem, struct enquiry *out,
		      struct person_list *children, struct fault *f);

#endif
