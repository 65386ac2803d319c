/* What is due, what is in the diary, what waits: each listing in one or two indexed queries, whatever the size of the
 * file. */
#ifndef STORE_WORKLIST_STORE_H
#define STORE_WORKLIST_STORE_H

#include "domain/record.h"
#include "store/store.h"

/* Who looks, and at what. Restricted families are left out for people not named. */
struct work_view {
	int64_t user_id;
	int64_t family_id;  /* 0: all */
	const char *chairs; /* resource ids as ",3,7,"; "" all */
	day_number until;   /* to be acted on no later than this: the earlier of due and limit */
	day_number today;
};

/* An open deadline with what is needed to say it; one row each, not yet grouped. */
struct work_row {
	int64_t id;
	enum rule_key rule;
	enum subject_kind subject_kind;
	int64_t subject_id, family_id;
	day_number trigger_on, due_on, limit_on;
	const char *owner;
	int64_t version;
	const char *family_reference, *family_name;
	const char
		*own_reference; /* K-0003, A-0004, M-0002: of the complaint, escalation or move it is about, "" none */
	const char *authority;  /* of a move: the other one, and how far it has come; "" none */
	int papers;
	day_number accepted_on, moved_on, home_on;
	const char *plan_reference; /* "" unless it is about a plan */
	int64_t conference_id;      /* the open conference it is, or will be, met by; 0 none */
	const char *conference_reference;
	enum conference_type type; /* these are of that conference: meaningless while there is none */
	enum conference_state conference_state;
	day_number held_on;
	int starts, minutes;
	const char *chair, *room, *place;
	const char *social_worker;
	day_number meeting_on; /* the family's next core group, of a row about one; DAY_NONE: not booked */
	int meeting_starts;
	day_number unsent_on; /* the one held last, of such a row, while its record went to nobody; DAY_NONE */
};
struct work_row_list {
	struct work_row *items;
	size_t count, room;
};
/* In no order: whoever groups them sorts them. */
bool work_rows(struct store *s, const struct work_view *view, struct arena *mem, struct work_row_list *out,
	       struct fault *f);
/* Only those that wait for a conference (lane "book"), and reviews whose conference is postponed. */
bool work_rows_waiting(struct store *s, const struct work_view *view, struct arena *mem, struct work_row_list *out,
		       struct fault *f);

/* The children the same rows are about, by deadline. */
struct work_child {
	int64_t deadline_id, person_id;
	const char *la_child_id, *surname, *given_names, *known_as;
	day_number born_on, expected_on;
};
struct work_child_list {
	struct work_child *items;
	size_t count, room;
};
bool work_children(struct store *s, const struct work_view *view, struct arena *mem, struct work_child_list *out,
		   struct fault *f);

/* Of the rows of work_rows_waiting, and of open reviews. */
bool work_children_waiting(struct store *s, int64_t user, struct arena *mem, struct work_child_list *out,
			   struct fault *f);

/* How many groups (rule, family, trigger, due) are open, and late, by rule; `until` is not looked at. */
struct work_count {
	enum rule_key rule;
	int open, late;
};
struct work_count_list {
	struct work_count *items;
	size_t count, room;
};
bool work_counts(struct store *s, const struct work_view *view, struct arena *mem, struct work_count_list *out,
		 struct fault *f);

/* A conference that has a day, as the diary shows it. */
struct diary_row {
	int64_t id, family_id;
	const char *reference, *family_reference, *family_name;
	bool is_hidden; /* restricted, and this person is not named: the slot is taken, nothing else may be said */
	int child_count;
	enum conference_type type;
	enum conference_state state;
	day_number day;
	int starts, minutes, sitting_count;
	const char *chair, *room_name, *minute_taker, *place, *interpreter, *signing;
	int64_t chair_id, room_id, minute_taker_id;
};
struct diary_row_list {
	struct diary_row *items;
	size_t count, room;
};
bool diary_rows(struct store *s, int64_t user, day_number from, day_number to, struct arena *mem,
		struct diary_row_list *out, struct fault *f);

/* What a slot for a waiting conference needs, so that the Clock can search for all at once. */
struct need_row {
	int64_t conference_id;
	enum conference_type type;
	int child_count;
	const char *interpreter, *signing, *access, *sittings, *avoid, *reason, *social_worker;
	int64_t last_chair_id, family_id;
};
struct need_row_list {
	struct need_row *items;
	size_t count, room;
};
/* Of every conference that awaits a slot. */
bool need_rows(struct store *s, int64_t user, struct arena *mem, struct need_row_list *out, struct fault *f);

#endif
