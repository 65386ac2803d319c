/* Complaints about conferences: registered, acknowledged, spoken of with the chair, raised with the managers, taken
 * through the stages of the policy, and settled. Nothing here changes a decision: it stands meanwhile, and what follows
 * from the outcome is a second conference with another chair, an earlier review, or nothing. */
#ifndef CASEWORK_COMPLAINTS_H
#define CASEWORK_COMPLAINTS_H

#include "casework/casework.h"
#include "casework/told.h"
#include "domain/complaint.h"

/* Keeps a new complaint about a conference that was held: conference_id, who, as, ground, received_on, way, words are
 * asked; agency where the ground is one agency's; late_reason where it came after the limit for complaints. Its other
 * members, reference and id are filled in. The conference is challenged, unless one agency is complained of.
 * Fields: "who", "ground", "agency", "received_on", "words", "late_reason". */
bool casework_complaint_register(struct casework *cw, struct complaint *complaint, struct arena *mem, struct fault *f);

/* What was done about it: acknowledged, the chair spoke to them, raised with the managers ("with": both by name), next
 * stage, passed to the agency ("with": to whom), withdrawn ("words": why). */
struct complaint_act {
	int64_t complaint_id, version; /* as read; FAULT_CONFLICT when it changed */
	enum complaint_step step;      /* not register, not settle */
	day_number on;                 /* DAY_NONE: today */
	const char *with, *words;      /* NULL or "": nothing */
};
bool casework_complaint_step(struct casework *cw, const struct complaint_act *act, struct fault *f);

/* How it ended. A second conference is asked for at once, of the same children; a review is brought forward for each of
 * them who is on a plan and due later: the limit moves earlier, never later.
 * Fields: "outcome", "on", "words", "review_by". */
struct complaint_settlement {
	int64_t complaint_id, version;
	enum complaint_outcome outcome;
	day_number on;        /* DAY_NONE: today */
	const char *words;    /* as told to who complained */
	day_number review_by; /* a review brought forward: to this day */
};
/* *second: the conference that was asked for, 0 none. */
bool casework_complaint_settle(struct casework *cw, const struct complaint_settlement *settlement, struct arena *mem,
			       int64_t *second, struct fault *f);

/* One complaint as the register shows it. */
struct complaint_line {
	struct complaint complaint;
	const char *conference, *family; /* C-0412; "Okonkwo" or the reference */
	day_number held_on;
	const char *chair;
	const char *stage;                              /* "stage 2 of 3, a formal investigation" */
	day_number acknowledge_by, speak_by, answer_by; /* what is still owed; DAY_NONE nothing */
	const char *next;                               /* "acknowledge by Fri 10 Apr", "settled 3 Apr: upheld" */
	day_number next_by;                             /* the nearest of what is owed; DAY_NONE */
	bool is_late;                                   /* that day is over */
	const char *second;                             /* C-0500, "" none */
};
struct complaint_line_list {
	struct complaint_line *items;
	size_t count, room;
};
/* The register: what is open, the nearest clock first; then, unless only_open, the rest, newest first. family 0: all.
 * Of restricted families that do not name this worker there are none. */
bool casework_complaints(struct casework *cw, int64_t family, bool only_open, struct arena *mem,
			 struct complaint_line_list *out, struct fault *f);

/* "Challenged: the decision stands until K-0001 is settled.", "" when no open complaint is about its decision: what
 * every screen of this conference says. Leaves no audit row. */
bool casework_conference_stands(struct casework *cw, int64_t conference, struct arena *mem, const char **out,
				struct fault *f);

struct complaint_page {
	struct complaint_line line;
	int stages;
	const char *about; /* "the process: not heard" */
	struct told_list told;
};
bool casework_complaint(struct casework *cw, int64_t id, struct arena *mem, struct complaint_page *out,
			struct fault *f);

#endif
