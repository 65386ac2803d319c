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
bool casework_user_disable(struct casework *cw, const char *login, struct fault *f);

struct audit_check {
	bool is_sound;
	int64_t rows;
	int64_t bad_row; /* number of the first row that was changed or taken out, when not sound */
	bool is_missing; /* it was taken out */
};
/* Recomputes the chain from its first row. For whoever may read the log, keep users or make back-ups. */
bool casework_audit_check(struct casework *cw, struct audit_check *out, struct fault *f);

#endif
