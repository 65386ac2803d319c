/* When a core group meets: by when the next one is due, a run of dates laid to the review, and its time drawn to scale.
 */
#ifndef DOMAIN_CORE_GROUP_H
#define DOMAIN_CORE_GROUP_H

#include "domain/live.h"
#include "domain/policy.h"

/* The last day for the one after a meeting that was held: the policy's interval from that day, never from one that was
 * missed. DAY_NONE: the policy sets no interval. */
day_number core_group_next_due(const struct policy *policy, const struct working_calendar *calendar, day_number held);

/* The last day for a meeting on `day`: the interval after the nearest one before it that is still to be held, else
 * `owed_by`, which counts from the last that was held. `except`: a meeting that is being moved, 0 none. */
struct core_group_ahead {
	const struct core_group_meeting_list *meetings;
	day_number owed_by, today;
	int64_t except;
};
day_number core_group_limit(const struct core_group_ahead *ahead, day_number day, const struct policy *policy,
			    const struct working_calendar *calendar);

/* --- What is said of it, and of it only once --- */
/* A meeting that was said to be held or missed, and was not: the meeting stays as it was said, in MISTAKEN. */
struct core_group_correction {
	int64_t id, meeting_id;
	enum core_group_meeting_state was; /* HELD or MISSED */
	const char *why, *by_user;
	day_number corrected_on;
};
struct core_group_correction_list {
	struct core_group_correction *items;
	size_t count, room;
};
/* What was said of an action of the plan, each time. */
struct plan_action_said {
	int64_t id, action_id, meeting_id; /* meeting 0: between two */
	enum plan_action_state state;
	const char *evidence, *difference, *by_user;
	day_number said_on;
};
struct plan_action_said_list {
	struct plan_action_said *items;
	size_t count, room;
};

/* --- Asked to it --- */
#define CORE_GROUP_TELLINGS(X)                                                                                         \
	X(ASKED, "asked", "asked")                                                                                     \
	X(MOVED, "moved", "told of the new day")                                                                       \
	X(CANCELLED, "cancelled", "told that it is cancelled")
enum core_group_telling {
#define X(id, token, label) CORE_GROUP_TELLING_##id,
	CORE_GROUP_TELLINGS(X)
#undef X
		CORE_GROUP_TELLING_COUNT
};
#define CORE_GROUP_WAYS(X)                                                                                             \
	X(LETTER, "letter", "by letter")                                                                               \
	X(TELEPHONE, "telephone", "by telephone")                                                                      \
	X(IN_PERSON, "in_person", "in person")                                                                         \
	X(EMAIL, "email", "by secure e-mail")
enum core_group_way {
#define X(id, token, label) CORE_GROUP_WAY_##id,
	CORE_GROUP_WAYS(X)
#undef X
		CORE_GROUP_WAY_COUNT
};
#define CORE_GROUP_ANSWERS(X)                                                                                          \
	X(NONE, "", "no answer yet")                                                                                   \
	X(COMING, "coming", "is coming")                                                                               \
	X(NOT_COMING, "not_coming", "is not coming")                                                                   \
	X(DEPUTY, "deputy", "sends a deputy")
enum core_group_answer {
#define X(id, token, label) CORE_GROUP_ANSWER_##id,
	CORE_GROUP_ANSWERS(X)
#undef X
		CORE_GROUP_ANSWER_COUNT
};
const char *core_group_telling_token(enum core_group_telling telling);
const char *core_group_telling_label(enum core_group_telling telling);
bool core_group_telling_from_token(const char *text, enum core_group_telling *out);
const char *core_group_way_token(enum core_group_way way);
const char *core_group_way_label(enum core_group_way way);
bool core_group_way_from_token(const char *text, enum core_group_way *out);
const char *core_group_answer_token(enum core_group_answer answer);
const char *core_group_answer_label(enum core_group_answer answer);
bool core_group_answer_from_token(const char *text, enum core_group_answer *out);

/* A member was told something of a meeting: what they were told stays, what they answered may change. */
struct core_group_asked {
	int64_t id, meeting_id, member_id;
	enum core_group_telling what;
	day_number day;
	int starts;        /* -1 not said */
	const char *place; /* "" not said, or kept from them */
	bool is_apart;     /* asked on their own: where another lives is kept from them */
	enum core_group_way how;
	day_number asked_on;
	const char *by_user;
	enum core_group_answer answer;
	day_number answered_on; /* DAY_NONE with no answer */
	int64_t version;
};
struct core_group_asked_list {
	struct core_group_asked *items;
	size_t count, room;
};
/* What a member must still be told of a meeting by what they were told last (NULL: nothing). COUNT: nothing more.
 * Nobody is asked to what is over. */
enum core_group_telling core_group_to_tell(const struct core_group_meeting *meeting,
					   const struct core_group_asked *last, day_number today);

/* One date of a run. Where the interval ends on a day nobody works, it is on the working day before. */
struct core_group_date {
	day_number day, asked; /* asked: what the interval gives */
	const char *why;       /* "Christmas Day": why `day` is not `asked`; NULL it is */
};
enum { CORE_GROUP_RUN_MOST = 12 };
/* From `first` on, each within the interval of the one before it, until the review on `review`; the policy may want the
 * last so many working days before it. Gives how many there are. */
size_t core_group_lay(day_number first, day_number review, const struct policy *policy,
		      const struct working_calendar *calendar, struct core_group_date out[CORE_GROUP_RUN_MOST]);

/* The last day for a core group before a review, where the policy wants it some working days before; otherwise the day
 * before. */
day_number core_group_last_before(day_number review, const struct policy *policy,
				  const struct working_calendar *calendar);

/* --- Days that suit --- */
/* When a member is taken already. */
struct core_group_busy {
	int64_t member_id;
	day_number day;
	int starts, minutes; /* -1 not said */
};
struct core_group_busy_list {
	struct core_group_busy *items;
	size_t count, room;
};
/* What a search for slots goes by. */
struct core_group_search {
	const struct working_calendar *calendar;
	const struct core_group_busy_list *busy; /* by day */
	day_number from, limit;                  /* limit: the last day in time, DAY_NONE none is known */
	day_number to;                           /* the last day looked at */
	day_number last_before;                  /* a review: not after it; DAY_NONE none is known */
	day_number like_day;                     /* the meeting before: the same weekday is better; DAY_NONE none */
	int like_starts, minutes;                /* what it lasts, and when it is best */
	int day_starts, day_ends, step;          /* minutes since midnight: the hours of work */
	bool is_first;                           /* soon rather than at the end of its time */
};
struct core_group_slot {
	day_number day;
	int starts, minutes;
	int working_days_left; /* to the limit: negative is past it; 0 where there is none */
	bool is_like_before;   /* same weekday and time */
	bool is_last_before;   /* no other fits before the review */
	int64_t busy_member;   /* who is taken then; 0 all who are known here are free */
	bool is_before_late;   /* later than the policy wants the last one before the review */
};
enum { CORE_GROUP_SLOTS_MOST = 150 };
/* The best first: in time and all free, as before and then by what is left; then with somebody taken; then late. One
 * slot a day. Gives how many there are. */
size_t core_group_best_slots(const struct core_group_search *search, struct core_group_slot out[CORE_GROUP_SLOTS_MOST]);

/* A group's weeks, six before today and six to come: "|" the last one held (of one that never met, the day the plan
 * began), "-" the time gone since, "!" it is late, "x" the day booked, "·" the days left. What lies before or after
 * that is as at the edge. */
struct core_group_time {
	day_number last_held, due, booked, today; /* DAY_NONE where there is none */
};
enum { CORE_GROUP_STRIP_MOST = 60 };
#define CORE_GROUP_STRIP_ROOM (CORE_GROUP_STRIP_MOST * 2 + 1) /* a dot takes two bytes */
char *core_group_strip(const struct core_group_time *time, int columns, char out[CORE_GROUP_STRIP_ROOM]);

#endif
