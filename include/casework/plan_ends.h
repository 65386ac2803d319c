/* Plans that end outside a review. What happened (18, death, abroad, an error) ends them at once; what has to be
 * decided (an order, looked after, an executive decision) is asked for, every agency is told and may object, and a
 * manager decides. Which, and by whom: domain/plan_ending.h. */
#ifndef CASEWORK_PLAN_ENDS_H
#define CASEWORK_PLAN_ENDS_H

#include "casework/casework.h"
#include "casework/told.h"
#include "domain/plan_ending.h"

struct plan_end_request {
	int64_t person_id;  /* the child */
	bool all_of_family; /* and every other child of the family who is on a plan; not for 18 and death */
	enum plan_end_reason reason;
	day_number on; /* DAY_NONE: the 18th birthday for that reason; not known yet for what is decided */
	const char *words, *authority; /* NULL or "": nothing */
};
/* What will follow, a sentence a line: whose plan ends, what is owed no more, which core group and review stop or go on
 * for whom, which letters are held back, who is told. Refuses what casework_plan_end would. Leaves no audit row: it is
 * asked while the form is open. */
bool casework_plan_end_check(struct casework *cw, const struct plan_end_request *request, struct arena *mem,
			     const char **follows, struct fault *f);
/* Ends the plans, or asks for it where it has to be decided; all of it in one transaction. Refused while a conference
 * is being held for the child. *ending: the id of what was kept. Fields: "reason", "on", "words", "authority". */
bool casework_plan_end(struct casework *cw, const struct plan_end_request *request, struct arena *mem, int64_t *ending,
		       struct fault *f);

/* One step of an ending that is decided. Fields: "step", "on", "object_by", "agency", "words". */
struct plan_ending_act {
	int64_t ending_id, version; /* as read; FAULT_CONFLICT when it changed */
	enum plan_ending_step step;
	day_number on;        /* DAY_NONE: today; to end: the day the plans end */
	day_number object_by; /* to tell: agencies may object until then */
	const char *agency;   /* who agrees or objects */
	const char *words;
};
bool casework_plan_ending_act(struct casework *cw, const struct plan_ending_act *act, struct fault *f);

/* One ending as lists show it. */
struct plan_ending_line {
	struct plan_ending ending;
	const char *family, *children; /* "Okonkwo"; "Ada, Chidi" */
	const char *stands;            /* "may object until Fri 10 Apr", "ended 2 Apr: died" */
};
struct plan_ending_line_list {
	struct plan_ending_line *items;
	size_t count, room;
};
/* What is open, the oldest first; then, unless only_open, the rest, newest first. family 0: all. Of restricted families
 * that do not name this worker there are none. */
bool casework_plan_endings(struct casework *cw, int64_t family, bool only_open, struct arena *mem,
			   struct plan_ending_line_list *out, struct fault *f);

struct plan_ending_page {
	struct plan_ending_line line;
	struct plan_list plans;
	struct told_list told;
};
bool casework_plan_ending(struct casework *cw, int64_t id, struct arena *mem, struct plan_ending_page *out,
			  struct fault *f);

#endif
