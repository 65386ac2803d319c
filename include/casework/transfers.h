/* Moves of children with plans between authorities. One who moves away stays on our plan until the other authority has
 * held its conference; one who moves here is on theirs until ours. */
#ifndef CASEWORK_TRANSFERS_H
#define CASEWORK_TRANSFERS_H

#include "casework/casework.h"
#include "casework/told.h"
#include "domain/transfer.h"

/* Keeps a new one: direction, stay, authority, days and papers as known; of one who moves here for good, conference_id
 * is the transfer-in conference that was asked for, and the children are its. children NULL: of one who moves away
 * every child of the family on a plan. `their_plan`: of one who moves here, the plan the other authority has is kept on
 * our list as theirs, since `started_on` and by `category_latest`; started_on DAY_NONE: it is not known. Refused for a
 * child with a plan of ours who is said to move here, and for one without who is said to move away. Fields:
 * "authority", "notified_on", "moved_on", "until_on", "started_on", "kept_from", "children". */
struct transfer_registration {
	struct transfer transfer;
	const int64_t *children;
	size_t child_count;
	struct plan their_plan;
	const char *words; /* NULL or "": nothing */
};
bool casework_transfer_register(struct casework *cw, struct transfer_registration *start, struct arena *mem,
				struct fault *f);

/* What was done about it. Held there: our plans of its children end on that day. They moved, or stay for good: letters
 * go to the new home from the day of the move. Fields: "step", "on", "papers", "until_on", "address", "kept_from",
 * "words". */
struct transfer_act {
	int64_t transfer_id, version; /* as read; FAULT_CONFLICT when it changed */
	enum transfer_step step;
	day_number on;                   /* DAY_NONE: today */
	unsigned papers;                 /* to send or receive: those that went now */
	const char *address, *kept_from; /* they moved, or stay for good: as now known; NULL: as they stand */
	const char *words;               /* NULL or "": nothing */
};
bool casework_transfer_act(struct casework *cw, const struct transfer_act *act, struct fault *f);

/* One move as lists show it. */
struct transfer_line {
	struct transfer transfer;
	const char *family, *children; /* "Okonkwo"; "Ada, Chidi" */
	const char *conference;        /* ours: C-0412, "" none */
	const char *whose;             /* "We keep our plan until Newham has held its conference." */
	const char *home;              /* why letters still go to the old one, "" they do not */
	bool is_home_missing;          /* the day of the move has come, and that is so */
	const char *missing;           /* papers: "chronology; special needs", "" none */
};
struct transfer_line_list {
	struct transfer_line *items;
	size_t count, room;
};
/* What is under way, the oldest first; then, unless only_open, the rest, newest first. family 0: all. Of restricted
 * families that do not name this worker there are none. */
bool casework_transfers(struct casework *cw, int64_t family, bool only_open, struct arena *mem,
			struct transfer_line_list *out, struct fault *f);

struct transfer_page {
	struct transfer_line line;
	struct person_list people;
	bool is_short; /* a stay too short for a conference */
	struct told_list told;
};
bool casework_transfer(struct casework *cw, int64_t id, struct arena *mem, struct transfer_page *out, struct fault *f);

#endif
