/* Who is invited to a conference, what they owe and how they are told: words and plain structs. Sources: the practice
 * each word comes from stands in docs/practice.md. */
#ifndef DOMAIN_INVITATION_H
#define DOMAIN_INVITATION_H

#include "domain/record.h"

/* As what somebody comes. id, token, label */
#define CAPACITIES(X)                                                                                                  \
	X(CHILD, "child", "child")                                                                                     \
	X(FAMILY, "family", "family member")                                                                           \
	X(PROFESSIONAL, "professional", "professional")                                                                \
	X(SUPPORTER, "supporter", "supporter")                                                                         \
	X(ADVOCATE, "advocate", "advocate")                                                                            \
	X(SOLICITOR, "solicitor", "solicitor")                                                                         \
	X(REPRESENTATIVE, "representative", "representative") /* comes in place of somebody in hospital or custody */  \
	X(INTERPRETER, "interpreter", "interpreter")                                                                   \
	X(OBSERVER, "observer", "observer")

enum capacity {
#define X(id, token, label) CAPACITY_##id,
	CAPACITIES(X)
#undef X
		CAPACITY_COUNT
};

#define REPLIES(X)                                                                                                     \
	X(NONE, "none", "no answer yet")                                                                               \
	X(COMING, "coming", "coming")                                                                                  \
	X(DECLINED, "declined", "not coming")                                                                          \
	X(DEPUTY, "deputy", "sends a deputy")

enum reply {
#define X(id, token, label) REPLY_##id,
	REPLIES(X)
#undef X
		REPLY_COUNT
};

/* Any worker may ask that somebody stay away; the chair of the conference decides, for as short a part as will do. */
#define EXCLUSIONS(X)                                                                                                  \
	X(NONE, "none", "not excluded")                                                                                \
	X(ASKED, "asked", "exclusion asked, chair to decide")                                                          \
	X(WHOLE, "whole", "excluded from all of it")                                                                   \
	X(PART, "part", "excluded from a part")                                                                        \
	X(REFUSED, "refused", "exclusion refused, may come")

enum exclusion {
#define X(id, token, label) EXCLUSION_##id,
	EXCLUSIONS(X)
#undef X
		EXCLUSION_COUNT
};

#define EXCLUSION_REASONS(X)                                                                                           \
	X(NONE, "", "")                                                                                                \
	X(WELFARE, "welfare", "it would seriously harm the child's welfare")                                           \
	X(DISRUPTION, "disruption", "violence, threats or abuse are likely, or drink or drugs")                        \
	X(CHILD_ASKS, "child_asks", "the child asks that they are not there")                                          \
	X(SILENCES, "silences", "somebody could not speak freely before them")                                         \
	X(CONFIDENTIAL, "confidential", "legal advice or a criminal investigation must be spoken of")                  \
	X(CONFLICT, "conflict", "conflict in the family, domestic abuse: they come at separate times")

enum exclusion_reason {
#define X(id, token, label) EXCLUSION_REASON_##id,
	EXCLUSION_REASONS(X)
#undef X
		EXCLUSION_REASON_COUNT
};

/* Who may read a report. The police's never goes to the family, whatever its handling. */
#define REPORT_HANDLINGS(X)                                                                                            \
	X(SHARE, "share", "shared with the family")                                                                    \
	X(CHAIR_ONLY, "chair_only", "chair only")                                                                      \
	X(READ_OUT, "read_out", "read out only")                                                                       \
	X(PROFESSIONALS_ONLY, "professionals_only", "professionals only")

enum report_handling {
#define X(id, token, label) HANDLING_##id,
	REPORT_HANDLINGS(X)
#undef X
		REPORT_HANDLING_COUNT
};

/* Whose report it is decides by when who must have it. */
#define REPORT_KINDS(X)                                                                                                \
	X(AGENCY, "agency", "agency report")                                                                           \
	X(SOCIAL_WORK, "social_work", "social worker's report")                                                        \
	X(POLICE, "police", "police report")                                                                           \
	X(WRITTEN_INFORMATION, "written_information", "written information") /* probation: asked of it always */

enum report_kind {
#define X(id, token, label) REPORT_##id,
	REPORT_KINDS(X)
#undef X
		REPORT_KIND_COUNT
};

/* How a letter's way to its reader stands. */
#define DELIVERY_STATES(X)                                                                                             \
	X(WAITING, "waiting", "waits to be sent")                                                                      \
	X(SENDING, "sending", "being sent")                                                                            \
	X(SENT, "sent", "sent")                                                                                        \
	X(FAILED, "failed", "not sent")           /* the command refused it, or every attempt failed */                \
	X(UNSURE, "unsure", "may have been sent") /* cut off while sending: a person looks, nothing is sent twice */   \
	X(BOUNCED, "bounced", "came back")                                                                             \
	X(WITHDRAWN, "withdrawn", "withdrawn") /* not sent, because it was overtaken */

enum delivery_state {
#define X(id, token, label) DELIVERY_##id,
	DELIVERY_STATES(X)
#undef X
		DELIVERY_STATE_COUNT
};

/* For each of the tables above, and INVITE_METHODS of record.h: capacity_token(c), capacity_label(c),
 * capacity_from_token(text, &out). The last takes token or label in any case. */
#define INVITATION_WORDS(X)                                                                                            \
	X(capacity)                                                                                                    \
	X(invite_method)                                                                                               \
	X(reply)                                                                                                       \
	X(exclusion)                                                                                                   \
	X(exclusion_reason)                                                                                            \
	X(report_handling)                                                                                             \
	X(report_kind)                                                                                                 \
	X(delivery_state)
#define X(type)                                                                                                        \
	const char *type##_token(enum type value);                                                                     \
	const char *type##_label(enum type value);                                                                     \
	bool type##_from_token(const char *text, enum type *out);
INVITATION_WORDS(X)
#undef X

/* Somebody invited to one conference: a person of the file, a contact of the directory, or (neither) somebody typed. */
struct invitee {
	int64_t id, conference_id, person_id, contact_id;
	int64_t for_invitee_id; /* whom a supporter, advocate, solicitor, representative or interpreter comes for */
	int64_t for_person_id;  /* the same while that person is only proposed; never kept */
	enum capacity capacity;
	const char *name, *agency, *role, *email, *phone, *address; /* typed; of a person or contact see below */
	enum invite_method method;
	enum yes_no direct_contact, involved; /* involved no: owes no report and is not chased */
	/* what they need, this time */
	const char *language, *signing, *access, *childcare, *transport;
	int sitting;                 /* 0: all of it; else the position of the only sitting they come to */
	const char *represented_why; /* "hospital", "custody": why a representative comes for them; "" otherwise */
	/* a child */
	const char *understanding; /* "understands well", "needs pictures" */
	enum yes_no chair_invites;
	day_number advocate_offered_on;
	const char *other_way; /* how views are given without coming: child, excluded person or anybody */
	/* the answer */
	enum reply reply;
	day_number reply_on;
	const char *reply_how, *reply_note, *deputy; /* "telephone" */
	/* exclusion */
	enum exclusion exclusion;
	enum exclusion_reason exclusion_reason;
	const char *exclusion_part, *exclusion_words; /* which part; the reason in words this person may read */
	const char *exclusion_asked_by, *exclusion_decided_by;
	day_number exclusion_asked_on, exclusion_decided_on;
	/* what they were last told */
	day_number invited_on; /* first invitation given out */
	day_number told_day;   /* day of the conference they know of; DAY_NONE: not told, or told that it is off */
	int told_starts;       /* -1 none */
	int calendar_sequence;
	bool is_withdrawn; /* taken off the list; the row stays for the history */
	const char *withdrawn_why;
	int64_t version;
	/* read with the row, never written */
	const char *shown_name, *shown_agency, *shown_role, *shown_email, *shown_phone, *quorum_group;
	enum relationship relationship; /* of a person */
	enum yes_no parental_responsibility;
	day_number contact_bounced_on; /* mail to the address of the contact or person came back on */
	day_number contact_checked_on;
	const char *deputy_name; /* the directory's deputy of the contact */
};
struct invitee_list {
	struct invitee *items;
	size_t count, room;
};

struct report {
	int64_t id, conference_id, invitee_id;
	enum report_kind kind;
	enum report_handling handling;
	bool is_required;  /* false: asked for, but its absence holds up nothing */
	day_number due_on; /* by policy from the day of the conference; DAY_NONE while it has none */
	day_number requested_on, received_on;
	bool is_verbal; /* said, nothing in writing */
	enum yes_no is_signed, is_legible;
	int copies;                            /* paper copies brought or promised */
	day_number to_chair_on, to_manager_on; /* the social worker's */
	const char *not_shared_why, *note;
	int64_t version;
	/* read with the row, never written */
	const char *speaks_of; /* the children it speaks of, "Ava, Ben"; "" of all of them */
	const char *shown_name, *shown_agency, *shown_email, *shown_phone, *quorum_group;
	enum yes_no involved;
	enum invite_method method;
	int chased;                /* letters and calls */
	day_number last_chased_on; /* DAY_NONE never */
	bool manager_told;
	int files; /* attached */
};
struct report_list {
	struct report *items;
	size_t count, room;
};

/* What one member of the family had of one report. */
struct report_reader {
	int64_t report_id, person_id;
	day_number shared_on, seen_on; /* given to them; said to have read it */
};
struct report_reader_list {
	struct report_reader *items;
	size_t count, room;
};

struct chaser {
	int64_t id, report_id;
	day_number chased_on;
	enum invite_method how;
	const char *spoke_to, *note, *by_user;
	bool is_to_manager;
	int64_t letter_id; /* 0 for a call */
};
struct chaser_list {
	struct chaser *items;
	size_t count, room;
};

/* Nothing said yet: texts "", days DAY_NONE, everything else nought. A struct set to nought by hand would say that all
 * of it happened on 1 January 1970. */
struct invitee invitee_blank(void);
/* Somebody of the directory as a colleague who is on no list yet. */
struct invitee invitee_of_contact(const struct contact *contact);
struct report report_blank(void);

/* A report that is in: on time, late by working days, verbal only, not in, not involved. Pure. */
enum report_standing {
	REPORT_NOT_ASKED,
	REPORT_AWAITED,
	REPORT_OVERDUE,
	REPORT_ON_TIME,
	REPORT_LATE,
	REPORT_VERBAL,
	REPORT_NOT_INVOLVED
};
/* *working_days: late by, or (awaited) left until due; 0 otherwise. */
enum report_standing report_standing(const struct report *report, const struct working_calendar *calendar,
				     day_number today, int *working_days);

/* By its group, or by a word of its name: no agency of the police is missed because it was entered as another. */
bool agency_is_police(const char *quorum_group, const char *name);
/* The police's, by its kind or by who owes it. */
bool report_is_police(const struct report *report);
/* May this report ever be given to a member of the family? The police's, and what is not to be shared, never. */
bool report_may_go_to_family(const struct report *report);

#endif
