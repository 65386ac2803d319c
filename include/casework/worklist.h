/* What is due: Today, the Clock, the Diary. Each listing is one look and leaves one audit row. */
#ifndef CASEWORK_WORKLIST_H
#define CASEWORK_WORKLIST_H

#include "casework/casework.h"

/* One open deadline; a sibling group that shares rule, trigger and due date is one item. */
struct due_item {
	int64_t id;      /* of the deadline, or of the group's first */
	const char *ids; /* all of the group, parted by blanks */
	enum rule_key rule;
	enum lane lane;
	int64_t family_id, conference_id; /* conference 0 when none is open for it yet */
	enum subject_kind subject_kind;
	int64_t subject_id;
	const char *reference;    /* C-0412, P-0203, K-0003, A-0004, or the family's while there is none */
	const char *family;       /* family reference */
	const char *family_words; /* "Okonkwo ×3" */
	const char *children;     /* LA child ids, or names where there is none, parted by '\n' */
	size_t child_count;
	day_number trigger_on, due, limit;
	day_number by;         /* the earlier of due and limit: what people are told */
	int working_days_left; /* negative: late */
	enum deadline_state state;
	const char *owner;
	const char *missing;                    /* "no chair", "booked Wed 8 Apr 13:00", "not requested" */
	const char *later;                      /* "chair Thu 2 Apr, family Fri 3 Apr"; "" nothing was folded in */
	const char *chair;                      /* of its conference, "" none */
	enum conference_state conference_state; /* meaningless while conference_id is 0 */
	int64_t version;
};
struct due_list {
	struct due_item *items;
	size_t count, room;
	size_t late, by_lane[LANE_COUNT]; /* counted before `within` and `lane` narrow */
	size_t later;                     /* open ones beyond `within` that were left out */
};

struct due_filter {
	int within_wd;      /* working days ahead; negative: everything */
	int within_days;    /* calendar days ahead in their place; 0: as within_wd says */
	int lane;           /* enum lane, or -1 for all */
	const char *chair;  /* login or folded part of the name; NULL or "": all */
	int64_t family_id;  /* 0: all */
	bool folds_readers; /* one line for the social worker's report, not one for each of its readers; with
			       counts_listed */
	bool counts_listed; /* by_lane and late count what is listed only, and `later` is 0: saves a look at all that is
			       open */
};
/* Late first, then by due date, then by lane and family. */
bool casework_due(struct casework *cw, const struct due_filter *filter, struct arena *mem, struct due_list *out,
		  struct fault *f);

/* Ticks a task done (on a day that is not in the future), or waives it with a reason; whole sibling groups at once by
 * `ids`. A conference's own limit is not ticked: it is done when the conference is held. */
bool casework_deadline_done(struct casework *cw, const char *ids, day_number on, const char *how, struct fault *f);
bool casework_deadline_waive(struct casework *cw, const char *ids, const char *reason, struct fault *f);
bool casework_deadline_reopen(struct casework *cw, const char *ids, struct fault *f); /* undo of the two above */

/* A conference in the diary. */
struct diary_item {
	int64_t id, family_id;
	const char *reference, *family_words;
	enum conference_type type;
	enum conference_state state;
	day_number day;
	int starts, minutes; /* -1 where not known */
	const char *chair, *room, *minute_taker, *place;
	int64_t chair_id, room_id, minute_taker_id;
	const char *note; /* "interpreter: Polish", "2 sittings" */
};
struct diary_list {
	struct diary_item *items;
	size_t count, room;
};
/* From one day to another, both included, by day and time. chair as in due_filter. */
bool casework_diary(struct casework *cw, day_number from, day_number to, const char *chair, struct arena *mem,
		    struct diary_list *out, struct fault *f);

/* Today's whole board, due list and the day's conferences, as one look. */
bool casework_board(struct casework *cw, const struct due_filter *filter, struct arena *mem, struct due_list *due,
		    struct diary_list *meetings, struct fault *f);

/* An enquiry, a transfer or a postponed conference that waits: the Clock. */
struct clock_item {
	int64_t deadline_id, family_id, enquiry_id, conference_id; /* conference 0: not requested yet */
	const char *reference, *family_words, *family;
	enum conference_type type;
	day_number trigger_on, due, limit;
	int working_days_left;
	enum deadline_state state;
	const char *booked;   /* "Thu 2 Apr 09:30, S. Pritchard, Room 2", "" while not booked */
	const char *missing;  /* what the request still lacks */
	const char *earliest; /* "Thu 2 Apr 09:30": earliest free slot, "" while booked */
	int earliest_left;    /* working days from the earliest slot to the limit */
	const char *social_worker;
};
struct clock_list {
	struct clock_item *items;
	size_t count, room;
};
bool casework_clock(struct casework *cw, struct arena *mem, struct clock_list *out, struct fault *f);

#endif
