/* The end of a conference: what is still missing, and everything that follows from it in one transaction. */
#ifndef CASEWORK_LIVE_CLOSE_H
#define CASEWORK_LIVE_CLOSE_H

#include "casework/casework.h"
#include "domain/run_sheet.h"

/* One thing that stands in the way, at the step where it is mended. */
struct live_check {
	const char *what; /* a sentence: "No core group is named: it meets by Fri 17 Apr 2026." */
	enum run_step step;
	int64_t person_id; /* the child it is about, 0 none */
	bool is_hard;      /* closing is refused; otherwise a reason is asked */
};
struct live_check_list {
	struct live_check *items;
	size_t count, room, hard;
};
/* What is missing, and in `follows` what closing will do, a sentence a line: "Kai: plan starts, neglect." Leaves no
 * audit row beside that of the open page. */
bool casework_live_check(struct casework *cw, int64_t conference, struct arena *mem, struct live_check_list *out,
			 const char **follows, struct fault *f);

/* Everything follows in one transaction: plans start, change category, continue or end for each child; the outline plan
 * is issued; a review that nobody needs any more is given back; deadlines of decision letter, outline plan, record,
 * core group and next review appear; what was open from before the day is settled; the letters of
 * MAILING_DECISIONS wait to be looked at (casework/letters.h). Hard checks refuse with the first of them, soft ones ask
 * `accepted` (field: "accepted"). Children whose outcome is adjourned wait for a reconvened conference, which is asked
 * for. The chair alone. */
bool casework_live_close(struct casework *cw, int64_t conference, const char *accepted, struct fault *f);

/* Not finished today: decided children stay decided and everything follows for them as by closing; the others are
 * decided at the conference that goes on with it, asked for in the same transaction, to be held within the policy's
 * days: *reconvened. Where nothing was decided the conference itself is adjourned, otherwise it has decided. Asked are
 * `why` and what keeps the children safe until then (field: "why", "interim_plan"). Refused when nobody is left to
 * decide for. The enquiry keeps its limit for those who wait, and a review is not held for them. */
bool casework_live_adjourn(struct casework *cw, int64_t conference, const char *why, const char *interim_plan,
			   int64_t *reconvened, struct fault *f);
/* Ended before its end (fire alarm, somebody unwell, the interpreter failed): why is kept; every child must be decided
 * for or said why not, as for closing; otherwise it is to be adjourned and the sentence says so. It is closed, `why`
 * being the answer to every soft check. */
bool casework_live_end_early(struct casework *cw, int64_t conference, const char *why, struct fault *f);

#endif
