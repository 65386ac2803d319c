/* How long a family's record is kept: rules by profile, the day it is due to be looked at, holds, and disposal by two
 * people. Nothing is ever due by itself: a due day only puts a family on a list. docs/practice.md names the sources. */
#ifndef DOMAIN_RETENTION_H
#define DOMAIN_RETENTION_H

#include "domain/date.h"

#include <stdbool.h>
#include <stddef.h>

/* What the years are counted from. id, token, label */
#define RETENTION_TRIGGERS(X)                                                                                          \
	X(CLOSURE, "closure", "last contact")                                                                          \
	X(BIRTH, "birth", "date of birth")                                                                             \
	X(DEATH, "death", "death")                                                                                     \
	X(ADOPTION, "adoption", "adoption order")

enum retention_trigger {
#define X(id, token, label) RETENTION_FROM_##id,
	RETENTION_TRIGGERS(X)
#undef X
		RETENTION_TRIGGER_COUNT
};
const char *retention_trigger_token(enum retention_trigger trigger);
const char *retention_trigger_label(enum retention_trigger trigger);
bool retention_trigger_from_token(const char *text, enum retention_trigger *out);

/* Which child a rule is for. Of those that are for a child the longest counts. id, key in the profile, label */
#define RETENTION_RULES(X)                                                                                             \
	X(NO_CONFERENCE, "no_conference", "no conference was held")                                                    \
	X(CONFERENCE, "conference", "a conference was held")                                                           \
	X(LOOKED_AFTER, "looked_after", "the child was looked after")                                                  \
	X(LOOKED_AFTER_DIED, "looked_after_died", "the child was looked after and died before 18")                     \
	X(ADOPTED, "adopted", "the child was adopted")

enum retention_rule_key {
#define X(id, token, label) RETENTION_##id,
	RETENTION_RULES(X)
#undef X
		RETENTION_RULE_COUNT
};
const char *retention_rule_key_token(enum retention_rule_key key);
const char *retention_rule_key_label(enum retention_rule_key key);
bool retention_rule_key_from_token(const char *text, enum retention_rule_key *out);

enum { RETENTION_MOST_YEARS = 120 };
struct retention_rule {
	int years;
	enum retention_trigger from;
	const char *basis; /* where the figure comes from */
};

/* The day on which `years` are wholly over: 29 February counts to 1 March of a common year, so that nothing is a day
 * short. DAY_NONE for DAY_NONE; never past 31 December 2200. */
day_number retention_day(day_number from, int years);

struct retention_child {
	int64_t person_id;
	day_number born_on; /* or expected; DAY_NONE not known */
	day_number died_on, adopted_on;
	bool was_conferenced, was_looked_after;
};
struct retention_child_list {
	struct retention_child *items;
	size_t count, room;
};

/* id, token, label */
#define RETENTION_STANDINGS(X)                                                                                         \
	X(OPEN, "open", "still open")                                                                                  \
	X(UNKNOWN, "unknown", "cannot be told")                                                                        \
	X(KEPT, "kept", "kept")                                                                                        \
	X(DUE, "due", "due")

enum retention_standing {
#define X(id, token, label) RETENTION_IS_##id,
	RETENTION_STANDINGS(X)
#undef X
		RETENTION_STANDING_COUNT
};
const char *retention_standing_token(enum retention_standing standing);
const char *retention_standing_label(enum retention_standing standing);

struct retention_review {
	enum retention_standing standing;
	enum retention_rule_key rule; /* of the child whose day is the last, or whose day cannot be told */
	int64_t person_id;            /* that child; 0 none */
	day_number from, due_on;      /* DAY_NONE while open or unknown */
};
/* A family's record is one: it is due when the last of its children's days is. `closed_on` is the last contact of a
 * case in which nothing is open, DAY_NONE while something is. What cannot be told for one child cannot be told for the
 * family. */
struct retention_review retention_review_of(const struct retention_rule rules[RETENTION_RULE_COUNT],
					    day_number closed_on, const struct retention_child_list *children,
					    day_number today);

/* What keeps a record whatever its day. */
struct retention_hold {
	int64_t id, family_id;
	const char *reason, *asked_by; /* who asked for it: "the inquiry, letter of 2 March" */
	day_number until_on;           /* looked at again on; DAY_NONE open-ended. It holds until it is lifted */
	day_number set_on;
	const char *set_by; /* login */
	day_number lifted_on;
	const char *lifted_by, *lifted_because;
	int64_t version;
};
struct retention_hold_list {
	struct retention_hold *items;
	size_t count, room;
};

/* id, token, label */
#define DISPOSAL_STATES(X)                                                                                             \
	X(PROPOSED, "proposed", "proposed")                                                                            \
	X(WITHDRAWN, "withdrawn", "withdrawn")                                                                         \
	X(DONE, "done", "disposed of")

enum disposal_state {
#define X(id, token, label) DISPOSAL_##id,
	DISPOSAL_STATES(X)
#undef X
		DISPOSAL_STATE_COUNT
};
const char *disposal_state_token(enum disposal_state state);
const char *disposal_state_label(enum disposal_state state);

/* One that was proposed, and the certificate once it is done: then family_id is 0 and nothing here names anybody. */
struct disposal {
	int64_t id;
	const char *reference; /* Z-0001 */
	int64_t family_id;     /* 0: withdrawn of a family that went since, or done */
	const char *family;    /* its reference */
	enum disposal_state state;
	enum retention_rule_key rule;
	int years;
	enum retention_trigger from;
	const char *basis;
	day_number from_on, due_on;
	const char *reason, *proposed_by; /* login */
	day_number proposed_on;
	const char *ended_by; /* who withdrew or approved it */
	day_number ended_on;
	const char *ended_words;
	day_number first_on, last_on; /* what the record spanned: returns of these years cannot be made anew */
	int64_t children, people_gone, people_kept, log_rows;
	const char *digest;  /* of what was erased, hexadecimal */
	int64_t approved_at; /* Unix seconds, 0 not yet */
	int64_t wiped_at;    /* when the case file was packed after it, 0 not yet */
	int64_t version;
};
struct disposal_list {
	struct disposal *items;
	size_t count, room;
};

/* Why a record may not go now; asked when it is proposed and again when it is approved. id, sentence */
#define DISPOSAL_OBSTACLES(X)                                                                                          \
	X(NONE, "")                                                                                                    \
	X(OPEN, "Something of this family is still open, so its record stays.")                                        \
	X(UNKNOWN, "How long this record is kept cannot be told: see what is missing on its line.")                    \
	X(NOT_DUE, "This record is kept until its day: it is not due yet.")                                            \
	X(HELD, "This record is held, so it stays until the hold is lifted.")                                          \
	X(OWN, "You proposed this yourself: another manager looks at it.")                                             \
	X(CHANGED, "The record changed since this was proposed: withdraw it and propose it anew.")                     \
	X(ENDED, "This was decided already.")

enum disposal_obstacle {
#define X(id, sentence) DISPOSAL_OBSTACLE_##id,
	DISPOSAL_OBSTACLES(X)
#undef X
		DISPOSAL_OBSTACLE_COUNT
};
const char *disposal_obstacle_sentence(enum disposal_obstacle obstacle);

/* `proposed` NULL: it is to be proposed. `is_own`: whoever asks proposed it. A hold is named before anything else, then
 * what the review says. */
enum disposal_obstacle disposal_obstacle(const struct retention_review *now, bool is_held,
					 const struct disposal *proposed, bool is_own);

#endif
