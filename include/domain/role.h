/* Who may do what: one table of role x action, printed by `quorate roles`. Identity is the Unix account. */
#ifndef DOMAIN_ROLE_H
#define DOMAIN_ROLE_H

#include <stdbool.h>

#define ROLES(X)                                                                                                       \
	X(BUSINESS_SUPPORT, "business_support", "Business support officer", "officer")                                 \
	X(CHAIR, "chair", "Conference chair", "chair")                                                                 \
	X(MANAGER, "manager", "Manager", "manager")                                                                    \
	X(OUT_OF_HOURS, "out_of_hours", "Out-of-hours worker", "out of hours")                                         \
	X(AUDITOR, "auditor", "Auditor", "auditor")                                                                    \
	X(ADMINISTRATOR, "administrator", "Administrator", "administrator")

enum role {
#define X(id, token, label, brief) ROLE_##id,
	ROLES(X)
#undef X
		ROLE_COUNT
};

/* A person may hold several roles: bit 1 << role. */
typedef unsigned role_set;
#define ROLE_BIT(role) (1u << (role))

/* id, token, words that complete "You may not ..." */
#define ACTIONS(X)                                                                                                     \
	X(SEE_CASES, "see_cases", "see cases")                                                                         \
	X(LOOK_UP_PLANS, "look_up_plans", "look up the list of children on plans")                                     \
	X(RECORD_PEOPLE, "record_people", "record people and families")                                                \
	X(TAKE_REQUESTS, "take_requests", "take conference requests")                                                  \
	X(BOOK, "book", "book, move, postpone or cancel conferences")                                                  \
	X(INVITE, "invite", "send invitations")                                                                        \
	X(RECORD_REPORTS, "record_reports", "record reports")                                                          \
	X(CHAIR_CONFERENCE, "chair_conference", "run a conference")                                                    \
	X(DECIDE, "decide", "decide for a child")                                                                      \
	X(WRITE_RECORD, "write_record", "write the record")                                                            \
	X(APPROVE_RECORD, "approve_record", "approve a record")                                                        \
	X(DISTRIBUTE_RECORD, "distribute_record", "distribute a record")                                               \
	X(KEEP_CORE_GROUPS, "keep_core_groups", "keep core groups")                                                    \
	X(WRITE_PLAN, "write_plan", "write a plan between conferences")                                                \
	X(KEEP_DEADLINES, "keep_deadlines", "mark a task done")                                                        \
	X(WAIVE_DEADLINES, "waive_deadlines", "waive a deadline")                                                      \
	X(IMPORT, "import", "import files")                                                                            \
	X(EXPORT, "export", "export data")                                                                             \
	X(KEEP_DIRECTORY, "keep_directory", "change the directory")                                                    \
	X(RECORD_VISITS, "record_visits", "record visits to children")                                                 \
	X(RECORD_DISCLOSURES, "record_disclosures", "record what was shared outside")                                  \
	X(HANDLE_COMPLAINTS, "handle_complaints", "handle complaints and escalations")                                 \
	X(END_PLANS, "end_plans", "end a plan outside a review, record a birth or a move")                             \
	X(DECIDE_ENDINGS, "decide_endings", "decide that a plan ends outside a review")                                \
	X(RESTRICT_FAMILIES, "restrict_families", "restrict a family's record")                                        \
	X(REVIEW_RETENTION, "review_retention", "look at what is due to go, and propose it")                           \
	X(HOLD_RECORDS, "hold_records", "hold a record or lift a hold")                                                \
	X(DISPOSE, "dispose", "approve that a record goes")                                                            \
	X(READ_AUDIT, "read_audit", "read the audit log")                                                              \
	X(KEEP_USERS, "keep_users", "add or disable users")                                                            \
	X(BACK_UP, "back_up", "make a back-up")                                                                        \
	X(RESTORE, "restore", "restore a back-up")                                                                     \
	X(ANYTHING_OWN, "anything_own", "keep your own drafts and settings")

enum action {
#define X(id, token, words) ACTION_##id,
	ACTIONS(X)
#undef X
		ACTION_COUNT
};

/* ALLOWED_OWN: only for conferences this person chairs. */
enum permission { NOT_ALLOWED, ALLOWED_OWN, ALLOWED };

enum permission role_permission(enum role role, enum action action);
enum permission roles_permission(role_set roles, enum action action); /* the widest of any role held */

const char *role_token(enum role role);
const char *role_label(enum role role);
const char *role_brief(enum role role);
bool role_from_token(const char *token, enum role *out);
const char *action_token(enum action action);
const char *action_words(enum action action);

#endif
