/* What is written down at a conference: plain structs of the run-sheet. Every one carries `version`, so that two people
 * (the chair decides, the minute-taker writes) never overwrite each other unseen. */
#ifndef DOMAIN_LIVE_H
#define DOMAIN_LIVE_H

#include "domain/decision.h"
#include "domain/invitation.h"
#include "domain/plan_version.h"
#include "domain/quorum.h"
#include "domain/run_sheet.h"

/* One tick or answer of the first two steps; invitee 0: of nobody in particular. */
struct run_mark {
	int64_t conference_id, invitee_id;
	enum run_item item;
	enum opinion answer; /* yes: done, agrees; no: does not */
	const char *note, *by_user;
	int64_t at, version;
};
struct run_mark_list {
	struct run_mark *items;
	size_t count, room;
};

struct attendance {
	int64_t invitee_id, conference_id;
	enum attendance_state state;
	int came_at, left_at; /* minutes since midnight, -1: all of it */
	const char *deputy, *note, *by_user;
	int64_t at, version;
};
struct attendance_list {
	struct attendance *items;
	size_t count, room;
};

/* Notes under a heading of the format; child 0: of all. A restricted note is for professionals only and is in no
 * family's copy. */
struct live_note {
	int64_t id, conference_id, person_id;
	const char *heading, *text, *by_user; /* heading: key of the format's */
	bool is_restricted;
	int64_t at, version;
};
struct live_note_list {
	struct live_note *items;
	size_t count, room;
};

struct view {
	int64_t conference_id, invitee_id, person_id; /* person: the child */
	enum opinion at_risk, plan;
	enum category category; /* CATEGORY_COUNT: not said */
	int scale;              /* -1 not given */
	const char *why;
	bool is_dissent; /* formally disagrees with the decision */
	const char *dissent_words, *by_user;
	int64_t at, version;
};
struct view_list {
	struct view *items;
	size_t count, room;
};

struct recommendation {
	int64_t id, conference_id, person_id; /* person 0: all children */
	enum recommendation_kind kind;
	const char *words, *who;
	day_number by_on;
	int64_t version;
};
struct recommendation_list {
	struct recommendation *items;
	size_t count, room;
};

struct core_group {
	int64_t id, family_id, conference_id; /* conference 0: begun between conferences */
	const char *lead;                     /* who leads it: the social worker */
	int64_t version;
};
struct core_group_member {
	int64_t id, core_group_id, person_id, contact_id;
	const char *name, *role; /* typed where neither a person nor a contact */
	day_number since, until; /* until DAY_NONE: still of it */
	const char *left_why;
	int64_t version;
	const char *shown_name, *shown_agency; /* read with the row, never written */
};
struct core_group_member_list {
	struct core_group_member *items;
	size_t count, room;
};
#define CORE_GROUP_MEETING_STATES(X)                                                                                   \
	X(BOOKED, "booked", "booked")                                                                                  \
	X(HELD, "held", "held")                                                                                        \
	X(MISSED, "missed", "not held")                                                                                \
	X(CANCELLED, "cancelled", "cancelled")                                                                         \
	X(MISTAKEN, "mistaken", "said by mistake")
enum core_group_meeting_state {
#define X(id, token, label) CORE_GROUP_MEETING_##id,
	CORE_GROUP_MEETING_STATES(X)
#undef X
		CORE_GROUP_MEETING_STATE_COUNT
};
const char *core_group_meeting_state_token(enum core_group_meeting_state state);
const char *core_group_meeting_state_label(enum core_group_meeting_state state);
bool core_group_meeting_state_from_token(const char *text, enum core_group_meeting_state *out);

struct core_group_meeting {
	int64_t id, core_group_id;
	day_number day;
	int starts, minutes;             /* -1 not said */
	const char *place, *late_reason; /* late_reason: "" within its limit */
	enum core_group_meeting_state state;
	const char *why, *cancelled_by; /* why it was missed or cancelled */
	day_number moved_from;          /* the day it was on, or was to be on, before; DAY_NONE never moved */
	const char *moved_why;
	bool is_without_social_worker, is_inquorate; /* how it was held */
	bool was_not_booked;                         /* it met without having been booked */
	const char *notes;
	int64_t version;
};
struct core_group_meeting_list {
	struct core_group_meeting *items;
	size_t count, room;
};
/* Who of the group was there. */
struct core_group_presence {
	int64_t meeting_id, member_id;
	enum attendance_state state;
	const char *note;
};
struct core_group_presence_list {
	struct core_group_presence *items;
	size_t count, room;
};
/* To whom the record of a meeting went: by a letter from here, or as somebody wrote it down. */
struct core_group_sent {
	int64_t id, meeting_id;
	const char *who, *how, *by_user;
	day_number sent_on; /* DAY_NONE: a letter that waits to be sent */
	bool is_letter;
	bool is_in_vain; /* a letter that came back or was refused: they do not have it */
};
struct core_group_sent_list {
	struct core_group_sent *items;
	size_t count, room;
};

/* How a conference itself went. */
struct live_state {
	int64_t conference_id;
	int64_t started_at, closed_at; /* 0: not yet */
	const char *format;            /* "signs_of_safety" */
	enum quorum_answer quorum;
	enum quorum_exception quorum_exception;
	const char *quorum_reason;
	const char *interim_plan;
	const char *ended_early_why;
	int64_t review_id;  /* the next review, held as a booked conference; 0 none yet */
	enum run_step step; /* where the run-sheet stands */
	int64_t version;
};

/* Everything written at one conference, as it stands at one moment. */
struct live {
	struct live_state state; /* version 0: the run-sheet was not opened yet */
	struct run_mark_list marks;
	struct attendance_list attendances;
	struct live_note_list notes; /* restricted ones too */
	struct view_list views;
	struct child_decision_list decisions;
	struct recommendation_list recommendations;
};

/* Was there at a minute of the day; minute -1: at any time. */
bool attendance_at(const struct attendance *attendance, int minute);
/* Who counts for a quorum at a minute (-1: whoever came at all): professionals who are there, or whose deputy is. The
 * list and its texts are of the invitees; NULL items when memory has run out. */
void quorum_presences(const struct invitee_list *invitees, const struct attendance_list *attendances, int minute,
		      struct arena *mem, struct quorum_presence_list *out);

/* --- The record --- */
#define RECORD_STATES(X)                                                                                               \
	X(DRAFTING, "drafting", "being written")                                                                       \
	X(WITH_CHAIR, "with_chair", "with the chair")                                                                  \
	X(CORRECTIONS, "corrections", "corrections asked")                                                             \
	X(APPROVED, "approved", "approved")                                                                            \
	X(DISTRIBUTED, "distributed", "distributed")
enum record_state {
#define X(id, token, label) RECORD_##id,
	RECORD_STATES(X)
#undef X
		RECORD_STATE_COUNT
};
const char *record_state_token(enum record_state state);
const char *record_state_label(enum record_state state);
bool record_state_from_token(const char *text, enum record_state *out);

/* An approved record is never changed: reopening begins the next edition, and the approved one stays beside it. */
struct conference_record {
	int64_t id, conference_id;
	int edition; /* from 1; the newest counts */
	enum record_state state;
	const char *writer, *approver; /* logins: the one who wrote it may not approve it */
	day_number drafted_on, approved_on, distributed_on;
	int64_t version;
};
struct record_section {
	int64_t id, record_id;
	int position;
	const char *key, *heading, *text, *by_user;
	bool is_restricted;
	int64_t person_id;   /* speaks of this child alone; 0: of all, or of none */
	bool is_of_no_child; /* speaks of no child: whoever gets a copy reads it */
	int64_t at, version;
};
struct record_section_list {
	struct record_section *items;
	size_t count, room;
};
struct record_correction {
	int64_t id, record_id;
	const char *asked_by, *words, *answer, *answered_by;
	day_number asked_on, answered_on;
	enum opinion accepted; /* yes, no, or not yet */
};
struct record_correction_list {
	struct record_correction *items;
	size_t count, room;
};

#define FEEDBACK_KINDS(X)                                                                                              \
	X(YOUNG, "young", "child under 12")                                                                            \
	X(OLDER, "older", "child of 12 and over")                                                                      \
	X(PARENT, "parent", "parent or carer")
enum feedback_kind {
#define X(id, token, label) FEEDBACK_##id,
	FEEDBACK_KINDS(X)
#undef X
		FEEDBACK_KIND_COUNT
};
const char *feedback_kind_token(enum feedback_kind kind);
const char *feedback_kind_label(enum feedback_kind kind);
bool feedback_kind_from_token(const char *text, enum feedback_kind *out);
struct feedback {
	int64_t id, conference_id, invitee_id;
	enum feedback_kind kind;
	day_number sent_on, returned_on;
	int heard, understood, fair; /* 1 to 5, 0 not answered */
	const char *words;
	int64_t version;
};
struct feedback_list {
	struct feedback *items;
	size_t count, room;
};

/* Nothing said yet: texts "", days DAY_NONE, no minute, no scale, no category. A struct set to nought by hand would say
 * that all of it happened on 1 January 1970, at midnight. */
struct attendance attendance_blank(void);
struct view view_blank(void);
struct recommendation recommendation_blank(void);
struct core_group_member core_group_member_blank(void);
struct core_group_meeting core_group_meeting_blank(void);
struct live_state live_state_blank(void);
struct conference_record conference_record_blank(void);
struct record_correction record_correction_blank(void);
struct feedback feedback_blank(void);

#endif
