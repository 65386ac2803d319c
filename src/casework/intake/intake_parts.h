/* One census child on its way into the case file: what its parts share. Private to the intake_child files. */
#ifndef CASEWORK_INTAKE_PARTS_H
#define CASEWORK_INTAKE_PARTS_H

#include "casework/intake.h"

#include "work.h"

struct child_intake {
	struct casework *cw;
	struct arena *mem;    /* the caller's: complaints */
	struct arena scratch; /* gone when the child is in */
	struct intake_complaint_list *complaints;
	const struct intake_child *from;
	struct person person; /* as kept */
	int64_t family_id;
	bool is_new, has_changed;
	size_t enquiries, conferences, plans; /* added */
};

/* A part is refused, the child is kept. False only when memory has run out. */
__attribute__((format(printf, 4, 5))) bool intake_complain(struct child_intake *in, struct fault *f, const char *field,
							   const char *format, ...);

/* Complains of a day that is missing or in the future; *good says whether it can be used. */
bool intake_day_check(struct child_intake *in, day_number day, const char *field, const char *what, bool *good,
		      struct fault *f);

bool intake_is_unborn_on(const struct child_intake *in, day_number day);

/* The conference about this child that took place on a day: found, joined where a sibling's is there, or kept anew as
 * closed. `type` initial, pre-birth and transfer-in are found as one: a day has one such meeting for a child. */
struct intake_held {
	enum conference_type type;
	day_number day, requested_on;
	int64_t enquiry_id, earlier_id;
};
bool intake_conference_held(struct child_intake *in, const struct intake_held *held, int64_t *out, bool *added,
			    struct fault *f);

bool intake_section47s(struct child_intake *in, const struct intake_episode *episode, struct fault *f);
bool intake_plans(struct child_intake *in, const struct intake_episode *episode, struct fault *f);
bool intake_episode(struct child_intake *in, const struct intake_episode *episode, struct fault *f);

#endif
