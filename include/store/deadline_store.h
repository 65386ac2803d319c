/* Deadlines: one row for each obligation of one subject, open until done, waived, withdrawn or lapsed. Inside the
 * caller's transaction. */
#ifndef STORE_DEADLINE_STORE_H
#define STORE_DEADLINE_STORE_H

#include "domain/record.h"
#include "store/store.h"

/* Withdrawn: nothing was owed any more. Lapsed: it was owed, its day was over, and then what it was owed of ended. */
enum deadline_standing {
	STANDING_OPEN,
	STANDING_DONE,
	STANDING_WAIVED,
	STANDING_WITHDRAWN,
	STANDING_LAPSED,
	STANDING_COUNT
};
const char *deadline_standing_token(enum deadline_standing standing); /* open done waived withdrawn lapsed */

struct deadline_row {
	int64_t id;
	enum rule_key rule;
	enum subject_kind subject_kind;
	int64_t subject_id, family_id;
	day_number trigger_on, due_on, limit_on;
	const char *owner;
	enum deadline_standing state;
	day_number done_on;
	const char *reason; /* why waived, withdrawn or lapsed, how it was done */
	const char *policy;
	int64_t version;
};
struct deadline_row_list {
	struct deadline_row *items;
	size_t count, room;
};

bool deadline_insert(struct store *s, struct deadline_row *row, struct fault *f); /* id and version are filled in */
/* Trigger, dates, owner, state, done_on, reason, policy; by version, counted up in *row too. FAULT_CONFLICT. */
bool deadline_save(struct store *s, struct deadline_row *row, struct fault *f);
/* A child already there is left as it is. */
bool deadline_child_insert(struct store *s, int64_t deadline, int64_t person, struct fault *f);
/* That one alone is no longer about this child. */
bool deadline_child_drop(struct store *s, int64_t deadline, int64_t person, struct fault *f);
/* The open ones of this subject are no longer about this child. */
bool deadlines_child_drop(struct store *s, enum subject_kind kind, int64_t subject, int64_t person, struct fault *f);

bool deadline_by_id(struct store *s, int64_t id, struct arena *mem, struct deadline_row *out, struct fault *f);
/* The open one; id 0 when there is none. */
bool deadline_open_one(struct store *s, enum rule_key rule, enum subject_kind kind, int64_t subject, struct arena *mem,
		       struct deadline_row *out, struct fault *f);
/* Every row of one subject, open or not, oldest first. */
bool deadlines_of_subject(struct store *s, enum subject_kind kind, int64_t subject, struct arena *mem,
			  struct deadline_row_list *out, struct fault *f);
/* Was this obligation, counted from this trigger, already done or waived? */
bool deadline_is_settled(struct store *s, enum rule_key rule, enum subject_kind kind, int64_t subject,
			 day_number trigger, bool *out, struct fault *f);
/* The open limits a conference must meet: of its enquiry, its own (transfer, birth, quorum) and of its children's
 * plans; nearest first. */
bool deadlines_limiting(struct store *s, int64_t conference, struct arena *mem, struct deadline_row_list *out,
			struct fault *f);

/* What a child's plan counts its reviews from. */
struct plan_course {
	int64_t id, person_id, family_id;
	day_number started_on, ended_on;
	day_number initial_on;     /* its conference was held; else the day it started */
	day_number last_review_on; /* latest review held since, DAY_NONE */
	int reviews;               /* held since */
	bool was_unborn;           /* it was made before the birth */
	bool is_other_authority;   /* kept by another: nothing of it is owed here */
	day_number born_on;
};
bool plan_course_of(struct store *s, int64_t plan, struct arena *mem, struct plan_course *out, struct fault *f);

#endif
