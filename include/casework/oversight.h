/* For the administrator and the auditor: who may work in the file, and whether the audit log is as it was written. */
#ifndef CASEWORK_OVERSIGHT_H
#define CASEWORK_OVERSIGHT_H

#include "casework/casework.h"

struct user {
	const char *login, *name;
	role_set roles;
	bool is_active;
};
struct user_list {
	struct user *items;
	size_t count, room;
};
/* By login. Asks for the right to keep users, as the two below. */
bool casework_users(struct casework *cw, struct arena *mem, struct user_list *out, struct fault *f);

/* Lets an account of this machine in with these roles; one that is a user already gets them anew and is enabled.
 * Refuses no role, an account this machine does not know (not in a demonstration), and taking the last administrator
 * away. `name` NULL or "": as it was, or else the account's own full name. */
bool casework_user_add(struct casework *cw, const char *login, const char *name, role_set roles, struct fault *f);
/* What is known of who works here, so that a family they are related to is kept from them: matched with everybody on
 * file at once, and with whoever is written down later. Nothing of what matched is said here: managers are told. */
struct user_details {
	day_number born_on; /* DAY_NONE: not known */
	const char *postcode, *phone;
};
bool casework_user_details(struct casework *cw, const char *login, const struct user_details *details, struct fault *f);
bool casework_user_disable(struct casework *cw, const char *login, struct fault *f);

enum audit_finding { LOG_SOUND, LOG_ROW_CHANGED, LOG_ROW_MISSING, LOG_END_CUT, LOG_REWRITTEN, LOG_END_REPLACED };
struct audit_check {
	bool is_sound;
	enum audit_finding finding;
	int64_t rows;
	int64_t bad_row;  /* number of the first row that was changed or is gone, when not sound; of the head's,
			     rewritten */
	bool is_missing;  /* it was taken out, or cut off with all after it */
	const char *head; /* of the log as it is: "1234:9f86d0..."; "" when it is not sound */
};
/* Recomputes the chain from its first row. For whoever may read the log, keep users or make back-ups. `against` is a
 * head kept elsewhere, NULL none: it shows an end that was cut off and a chain that was made anew. */
bool casework_audit_check(struct casework *cw, const char *against, struct audit_check *out, struct fault *f);

/* What is wrong, as the end of a sentence that begins "Row N of the audit log". "" when sound. */
const char *audit_finding_words(enum audit_finding finding);

#endif
