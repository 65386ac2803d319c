/* The list of children on plans, as somebody is answered from it: how a child stands on it on a day, how whoever asks
 * is known to be who they say, and what they were told. Sources: docs/practice.md. */
#ifndef DOMAIN_PLAN_LIST_H
#define DOMAIN_PLAN_LIST_H

#include "domain/record.h"

/* How the list stands to a child on a day. */
#define LIST_STANDINGS(X)                                                                                              \
	X(NOT_LISTED, "not_listed", "not on the list")                                                                 \
	X(ON_PLAN, "on_plan", "on a plan")                                                                             \
	X(ENDED, "ended", "plan ended")                                                                                \
	X(LATER, "later", "not yet on a plan") /* of a day in the past: the first plan began after it */

enum list_standing {
#define X(id, token, label) LIST_##id,
	LIST_STANDINGS(X)
#undef X
		LIST_STANDING_COUNT
};

/* How it was made sure who asks. A voice that is known is no check: anybody can be rung by anybody. */
#define LIST_CHECKS(X)                                                                                                 \
	X(CALL_BACK, "call_back", "rang back")                                                                         \
	X(SECURE_MAIL, "secure_mail", "secure e-mail")                                                                 \
	X(IN_PERSON, "in_person", "in person, card seen")                                                              \
	X(KNOWN_VOICE, "known_voice", "voice known")                                                                   \
	X(NOT_CHECKED, "not_checked", "not checked")

enum list_check {
#define X(id, token, label) LIST_CHECK_##id,
	LIST_CHECKS(X)
#undef X
		LIST_CHECK_COUNT
};
/* Is it enough to be told anything? Otherwise a reason is asked. */
bool list_check_is_enough(enum list_check check);

#define LIST_ANSWERS(X)                                                                                                \
	X(TOLD, "told", "told what the list says")                                                                     \
	X(MANAGER, "manager", "sent to the duty manager")                                                              \
	X(NOTHING, "nothing", "told nothing")

enum list_answer {
#define X(id, token, label) LIST_ANSWER_##id,
	LIST_ANSWERS(X)
#undef X
		LIST_ANSWER_COUNT
};

/* list_standing_token(s), list_standing_label(s), list_standing_from_token(text, &out), and so on. */
#define X(type)                                                                                                        \
	const char *type##_token(enum type value);                                                                     \
	const char *type##_label(enum type value);                                                                     \
	bool type##_from_token(const char *text, enum type *out);
X(list_standing)
X(list_check)
X(list_answer)
#undef X

/* Is a plan in force on a day? From the day it starts to the day before it ends, as the census counts them. */
bool plan_is_in_force(const struct plan *plan, day_number day);
/* The plan of one child that tells how the child stands on a day: the one in force, else the last that ended, else the
 * first that was still to come; NULL for no plans. */
const struct plan *list_plan_on(const struct plan_list *plans, day_number day, enum list_standing *standing);

/* Is a plan open and held by this authority? What another authority holds for a child who is placed or stays here
 * stands on the list as theirs: they review it, change it and hand it over (docs/practice.md, Moves between
 * authorities). */
bool plan_is_ours(const struct plan *plan);
/* The plan of ours that a child is on now, out of the child's plans or those of the family, in any order; NULL none. */
const struct plan *plan_of_ours(const struct plan_list *plans, int64_t child);

/* One enquiry to the list: evidence, never changed once kept. */
struct list_enquiry {
	int64_t id;
	int64_t asked_at;    /* Unix seconds */
	const char *by_user; /* login */
	const char *asker, *asker_role, *agency, *purpose;
	enum list_check checked;
	const char *checked_with;  /* the number rung back, the address of the mail, what the card said */
	const char *unchecked_why; /* why something was told all the same; "" otherwise */
	const char *words;         /* whom they asked about, in their words */
	int64_t person_id;         /* 0: nobody found */
	day_number as_at;
	enum list_standing standing;
	enum list_answer answer;
	const char *told; /* the answer in words, as it was given */
};
struct list_enquiry_list {
	struct list_enquiry *items;
	size_t count, room;
};

#endif
