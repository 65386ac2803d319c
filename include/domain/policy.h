/* One authority's policy: its rules and the practice figures that differ between councils. Filled by settings from
 * data/policy/<profile>.yaml; every conference keeps the version it was arranged under. */
#ifndef DOMAIN_POLICY_H
#define DOMAIN_POLICY_H

#include "domain/deadline.h"
#include "domain/restriction.h"
#include "domain/retention.h"

enum quorum_distinct { QUORUM_BY_AGENCY, QUORUM_BY_GROUP };
enum transfer_start {
	TRANSFER_NOTICE_WRITTEN,
	TRANSFER_REFERRAL_RECEIVED,
	TRANSFER_REFERRAL_ACCEPTED,
	TRANSFER_MOVE_NOTIFIED
};

/* id (member), key in the profile, least, most, unit for a person. Whole numbers. */
#define POLICY_FIGURES(X)                                                                                              \
	X(child_encourage_age, "child.encourage_age", 0, 17, "years")                                                  \
	X(advocate_offer_age, "advocate.offer_age", 0, 17, "years")                                                    \
	X(family_premeet_minutes, "family.premeet_minutes", 0, 120, "minutes")                                         \
	X(report_copies, "report.copies", 0, 50, "copies")                                                             \
	X(chasers_before_manager, "chasers.before_manager", 1, 9, "chasers")                                           \
	X(bundle_hour, "bundle.hour", 0, 23, "o'clock")                                                                \
	X(quorum_social_care, "quorum.social_care", 0, 3, "people")                                                    \
	X(quorum_others, "quorum.others", 0, 5, "agencies")                                                            \
	X(inquorate_consecutive, "inquorate.max_consecutive", 0, 3, "conferences")                                     \
	X(initial_minutes, "length.initial", 30, 360, "minutes")                                                       \
	X(review_minutes, "length.review", 30, 360, "minutes")                                                         \
	X(interpreter_extra_minutes, "length.interpreter_extra", 0, 120, "minutes")                                    \
	X(sibling_extra_minutes, "length.sibling_extra", 0, 60, "minutes")                                             \
	X(sitting_gap_minutes, "length.sitting_gap", 0, 60, "minutes")                                                 \
	X(interpreter_notice_wd, "interpreter.notice", 0, 20, "working days")                                          \
	X(prebirth_earliest_weeks, "prebirth.plan_from_week", 0, 40, "weeks of pregnancy")                             \
	X(core_group_before_review_wd, "core_group.before_review", 0, 30, "working days")                              \
	X(complaint_stages, "complaint.stages", 2, 3, "stages")                                                        \
	X(lock_minutes, "lock.minutes", 2, 60, "minutes")                                                              \
	X(idle_end_minutes, "idle_end.minutes", 5, 480, "minutes")                                                     \
	X(glass_minutes, "glass.minutes", 5, 240, "minutes")                                                           \
	X(backup_late_hours, "backup.late", 1, 720, "hours")                                                           \
	X(backup_kept_months, "backup.kept", 1, 120, "months")

/* The headings under which a conference is noted; the headings themselves are data. id, token, label, file of the data
 * folder */
#define NOTE_FORMATS(X)                                                                                                \
	X(SIGNS_OF_SAFETY, "signs_of_safety", "Signs of Safety", "formats/signs-of-safety.yaml")                       \
	X(STRENGTHENING_FAMILIES, "strengthening_families", "Strengthening Families",                                  \
	  "formats/strengthening-families.yaml")

enum note_format {
#define X(id, token, label, file) NOTES_##id,
	NOTE_FORMATS(X)
#undef X
		NOTE_FORMAT_COUNT
};
const char *note_format_token(enum note_format format);
const char *note_format_label(enum note_format format);
bool note_format_from_token(const char *text, enum note_format *out);

struct policy {
	char name[32];        /* "newham" */
	char version[16];     /* "2026-04"; kept on each conference */
	char label[64];       /* "Newham" */
	char chair_title[40]; /* what the council calls its chairs: "Conference chair", "Independent chair" */
	struct rule rules[RULE_COUNT];
	struct rule national[RULE_COUNT]; /* of the profile `national`; its statutory rules are the national limits */
#define X(member, key, least, most, unit) int member;
	POLICY_FIGURES(X)
#undef X
	struct retention_rule retention[RETENTION_RULE_COUNT];
	enum quorum_distinct quorum_distinct;
	enum transfer_start transfer_start;
	bool may_be_multiple; /* "Multiple" may be the first category of a plan */
	enum note_format note_format;
	enum restricted_shown restricted_shown;
};

#endif
