/* The plain structs of the case file: what the store fills, casework hands out and screens show. Texts are never NULL
 * and live in the arena of whoever asked. id 0 means "not kept yet" or "none". `version` goes back with a save, so that
 * another person's change in between is seen. */
#ifndef DOMAIN_RECORD_H
#define DOMAIN_RECORD_H

#include "domain/conference.h"
#include "domain/date.h"
#include "domain/deadline.h"
#include "domain/role.h"

enum yes_no { ANSWER_UNKNOWN, ANSWER_YES, ANSWER_NO };
const char *yes_no_token(enum yes_no answer); /* unknown yes no */

/* How a row came into the file. */
enum record_source { SOURCE_TYPED, SOURCE_CENSUS, SOURCE_REQUEST, SOURCE_DEMO };
const char *record_source_token(enum record_source source);

/* How a person likes to be reached, and so how a letter goes out. */
#define CONTACT_WAYS(X)                                                                                                \
	X(ANY, "any", "no preference")                                                                                 \
	X(POST, "post", "letter by post")                                                                              \
	X(EMAIL, "email", "e-mail")                                                                                    \
	X(PHONE, "phone", "telephone call")                                                                            \
	X(TEXT, "text", "text message")                                                                                \
	X(BY_HAND, "by_hand", "by hand, from the social worker")

enum contact_way {
#define X(id, token, label) CONTACT_BY_##id,
	CONTACT_WAYS(X)
#undef X
		CONTACT_WAY_COUNT
};
const char *contact_way_token(enum contact_way way);
const char *contact_way_label(enum contact_way way);
bool contact_way_from_token(const char *token, enum contact_way *out);

/* How an invitation or a letter goes out to somebody; words in domain/invitation.h. */
#define INVITE_METHODS(X)                                                                                              \
	X(EMAIL, "email", "e-mail")                                                                                    \
	X(POST, "post", "post")                                                                                        \
	X(PORTAL, "portal", "secure portal") /* laid there by hand, then said to be done */                            \
	X(TELEPHONE, "telephone", "telephone")                                                                         \
	X(IN_PERSON, "in_person", "in person")

enum invite_method {
#define X(id, token, label) METHOD_##id,
	INVITE_METHODS(X)
#undef X
		INVITE_METHOD_COUNT
};

struct person {
	int64_t id;
	const char *reference;   /* N-00012 */
	const char *la_child_id; /* "" when there is none */
	const char *upn, *upn_unknown, *nhs_number;
	const char *surname, *given_names,
		*known_as; /* either name may be empty: one-name people, and children a return does not name */
	enum sex sex;
	day_number born_on, expected_on, died_on; /* DAY_NONE where not known; expected_on: unborn */
	const char *ethnicity, *disabilities, *language;
	bool needs_interpreter;
	const char *signing; /* "BSL", "" for none */
	const char *access;  /* what a room, a letter or a call must have */
	const char *phone, *email;
	enum contact_way reached_by;
	const char *reach_note; /* "never leave a message" */
	int64_t version;
};
struct person_list {
	struct person *items;
	size_t count, room;
};

struct address {
	int64_t id, person_id;
	const char *lines, *postcode;
	day_number from_on, to_on;
	const char *confidential_from; /* relationship tokens parted by commas: "father, step-father"; "" for nobody */
};
/* Must somebody of this relationship never read the address? */
bool address_is_kept_from(const struct address *address, enum relationship relationship);
/* The same lines and postcode, since whenever and kept from whomever. */
bool address_is_same_place(const struct address *a, const struct address *b);
/* The next relationship of a list as `confidential_from` holds it: *at moves past it. False at the end; *known tells
 * whether the words are a relationship. */
bool kept_from_next(const char **at, enum relationship *out, bool *known);
struct address_list {
	struct address *items;
	size_t count, room;
};

struct family {
	int64_t id;
	const char *reference, *name;
	bool is_provisional, is_restricted;
	int64_t version;
};

struct member {
	int64_t family_id, person_id;
	enum relationship relationship;
	enum yes_no parental_responsibility;
	day_number ended_on;        /* no longer of the family since, DAY_NONE while a member; read with the row */
	day_number mail_bounced_on; /* e-mail to their present address came back on; DAY_NONE none; read with the row */
	struct person person;
};
struct member_list {
	struct member *items;
	size_t count, room;
};

struct agency {
	int64_t id;
	const char *name, *quorum_group, *report_handling;
	int64_t version;
};
struct agency_list {
	struct agency *items;
	size_t count, room;
};

struct contact {
	int64_t id, agency_id;
	const char *agency, *quorum_group, *name, *role, *email, *phone, *address; /* address: postal, lines */
	enum invite_method method;
	int64_t deputy_id;      /* whoever stands in for them; 0 nobody named */
	const char *deputy;     /* read with the row, never written */
	day_number checked_on;  /* when what is kept here was last known to be right */
	day_number bounced_on;  /* mail came back on; DAY_NONE: none since it was checked */
	int64_t merged_into_id; /* the same person under another row: this one is only kept for the history */
	bool is_active;
	int64_t version;
};
struct contact_list {
	struct contact *items;
	size_t count, room;
};

enum resource_kind { RESOURCE_CHAIR, RESOURCE_ROOM, RESOURCE_MINUTE_TAKER, RESOURCE_KIND_COUNT };
const char *resource_kind_token(enum resource_kind kind); /* chair room minute_taker */
const char *resource_kind_label(enum resource_kind kind);

struct resource {
	int64_t id;
	enum resource_kind kind;
	const char *name, *login, *access;
	int64_t contact_id;
	bool is_video, is_active;
	int weekdays; /* bit per weekday, Monday = bit 0 */
};
struct resource_list {
	struct resource *items;
	size_t count, room;
};

struct enquiry {
	int64_t id, family_id;
	day_number strategy_on;
	enum yes_no conference_required;
	enum record_source source;
	int64_t version;
};

/* A slot: a day, a time and who and what it takes. day DAY_NONE: none yet. */
struct slot {
	day_number day;
	int starts, minutes; /* -1 when the time is not known (a conference of an earlier system) */
	int64_t chair_id, room_id, minute_taker_id;
	const char *place; /* outside venue or link, "" when a room of ours */
};

struct conference {
	int64_t id, family_id, enquiry_id, earlier_id;
	const char *reference;
	enum conference_type type;
	enum conference_state state;
	enum record_source source;
	const char *policy;
	day_number requested_on;
	day_number transfer_notified_on, transfer_referred_on, transfer_accepted_on, transfer_moved_on;
	const char *reason, *social_worker;
	int64_t social_worker_id;
	const char *interpreter, *signing, *access, *sittings, *avoid;
	day_number held_on; /* the slot's day while booked, the day it was held after */
	int starts, minutes;
	int64_t chair_id, room_id, minute_taker_id;
	const char *chair, *room, *minute_taker; /* names, "" while none; read with the row, never written */
	const char *place, *late_reason, *late_agreed_by;
	const char *interim_plan; /* what keeps the children safe while a moved or cancelled conference waits */
	int64_t version;
};
struct conference_list {
	struct conference *items;
	size_t count, room;
};

struct plan {
	int64_t id, person_id, family_id, conference_id;
	const char *reference;
	day_number started_on, ended_on;
	const char *end_reason;
	enum category category_initial, category_latest;
	int previous_plans;
	bool is_other_authority;
	int64_t version;
};
struct plan_list {
	struct plan *items;
	size_t count, room;
};

enum subject_kind {
	SUBJECT_NONE,
	SUBJECT_ENQUIRY,
	SUBJECT_CONFERENCE,
	SUBJECT_PLAN,
	SUBJECT_PERSON,
	SUBJECT_COMPLAINT,
	SUBJECT_CORE_GROUP,
	SUBJECT_FAMILY,
	SUBJECT_ESCALATION,
	SUBJECT_TRANSFER,
	SUBJECT_DISPOSAL,
	SUBJECT_KIND_COUNT
};
const char *subject_kind_token(enum subject_kind kind);

/* Names for people to read. `out` rooms are bytes. A person without any name is called by the LA child id, an
 * unborn child without given names "unborn Okonkwo". born_on and expected_on must be filled in. */
#define NAME_ROOM 256
char *person_full_name(const struct person *p, char out[NAME_ROOM]);   /* Chidi Okonkwo */
char *person_listed_name(const struct person *p, char out[NAME_ROOM]); /* Okonkwo, Chidi */
char *person_age_text(const struct person *p, day_number today,
		      char out[NAME_ROOM]); /* "13", "5 months", "unborn, due Fri 15 May" */
bool person_is_unborn(const struct person *p);

/* What a policy is called on the record: "newham 2026-04". */

#endif
