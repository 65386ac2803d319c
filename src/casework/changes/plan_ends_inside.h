/* Plans that are about to end outside a review, read once: whose they are, what waits for them. Inside a look or verb.
 */
#ifndef CASEWORK_PLAN_ENDS_INSIDE_H
#define CASEWORK_PLAN_ENDS_INSIDE_H

#include "casework/plan_ends.h"
#include "work.h"

struct plan_ends {
	struct plan_ending ending; /* id 0: not kept yet */
	struct plan_list plans;    /* that end */
	struct person *children;   /* of each of them, the same place */
	const char *names;         /* "Ada, Chidi" */
};

/* Reads what is asked for, and refuses what may not be; the family is one this person may see. */
bool plan_ends_read(struct casework *cw, const struct plan_end_request *request, struct arena *mem,
		    struct plan_ends *out, struct fault *f);
/* The plans it asks for: of the child, or of every child of the family. */
bool plan_ends_read_plans(struct casework *cw, const struct plan_end_request *request, struct arena *mem,
			  struct plan_ends *out, struct fault *f);
/* The same for plans that are known: of an ending that is kept, or of a move. `names` and `children` are filled in. */
bool plan_ends_of(struct casework *cw, struct plan_ends *ends, struct arena *mem, struct fault *f);
/* Every plan may end for that reason on that day, and no conference is being held for its child. */
bool plan_ends_check(struct casework *cw, const struct plan_ends *ends, struct arena *mem, struct fault *f);

/* Keeps the ending as asked or ended, with its plans and the first line of its evidence. */
bool plan_ends_keep(struct casework *cw, struct plan_ends *ends, struct arena *mem, struct fault *f);
/* Everything that follows once it is so: plans, deadlines, core groups, conferences, an audit row a child. */
bool plan_ends_apply(struct casework *cw, const struct plan_ends *ends, struct arena *mem, struct fault *f);
/* Before it is done, a sentence a line; plan_ends_follow.c. */
bool plan_ends_follow(struct casework *cw, const struct plan_ends *ends, struct arena *mem, const char **out,
		      struct fault *f);

/* Does the child take part in nothing any more that this authority still has to hold? */
bool plan_end_is_for_everything(enum plan_end_reason reason);

/* One line of evidence. */
bool plan_ending_tell(struct casework *cw, const struct plan_ending *ending, enum plan_ending_step step, day_number on,
		      const char *agency, const char *words, struct fault *f);

#endif
