/* Escalations: a chair's concern about practice (a late or poor report, drift, no core group, a plan not carried out),
 * or a professional's formal dissent, taken to the team manager, the service manager and the head of service until it
 * is settled. Nothing here changes a decision. */
#ifndef CASEWORK_ESCALATIONS_H
#define CASEWORK_ESCALATIONS_H

#include "casework/casework.h"
#include "casework/told.h"
#include "domain/escalation.h"

/* Keeps a new one: conference_id (or family_id: its latest conference that was held), cause, about, words and `with`
 * are asked; raised_on DAY_NONE is today, with_to may be "", dissent_id names whose dissent. Its other members,
 * reference and id are filled in. Fields: "cause", "about", "words", "with", "with_to", "raised_on". */
bool casework_escalation_raise(struct casework *cw, struct escalation *escalation, struct arena *mem, struct fault *f);

/* What became of it: the manager answered ("words": what), next stage ("with": who it goes to, "words": why), settled
 * ("words": how), withdrawn ("words": why). */
struct escalation_act {
	int64_t escalation_id, version; /* as read; FAULT_CONFLICT when it changed */
	enum escalation_step step;      /* not raise */
	day_number on;                  /* DAY_NONE: today */
	const char *with, *with_to;     /* of the next stage; NULL or "": nothing */
	const char *words;
};
bool casework_escalation_step(struct casework *cw, const struct escalation_act *act, struct fault *f);

/* One escalation as the register shows it; or, with id 0, a formal dissent that nobody took further. */
struct escalation_line {
	struct escalation escalation;
	const char *conference, *family; /* C-0412; "Okonkwo" or the reference */
	day_number held_on, answer_by;   /* answer_by: of this stage, DAY_NONE nothing owed */
	bool is_late;                    /* that day is over */
	const char *stage;               /* "stage 2 of 3, service manager" */
	const char *next; /* "E. Evans answers by Fri 10 Apr", "answered Thu 9 Apr: settle it or go on" */
};
struct escalation_line_list {
	struct escalation_line *items;
	size_t count, room;
};
/* The register: what is open, the nearest clock first, and dissents of the last 90 days that nobody took further; then,
 * unless only_open, the rest, newest first. family 0: all. Of restricted families that do not name this worker there
 * are none. */
bool casework_escalations(struct casework *cw, int64_t family, bool only_open, struct arena *mem,
			  struct escalation_line_list *out, struct fault *f);

struct escalation_page {
	struct escalation_line line;
	struct told_list told;
};
bool casework_escalation(struct casework *cw, int64_t id, struct arena *mem, struct escalation_page *out,
			 struct fault *f);

#endif
