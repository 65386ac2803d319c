/* libpam, brought in when a password is asked for: a session that nobody locks never needs it. */
#ifndef PAM_LIBRARY_H
#define PAM_LIBRARY_H

#include <security/pam_appl.h>
#include <stdbool.h>

#define PAM_FUNCTIONS(X) X(pam_start) X(pam_start_confdir) X(pam_authenticate) X(pam_acct_mgmt) X(pam_end)

struct pam_library {
#define X(name) typeof(name) *name;
	PAM_FUNCTIONS(X)
#undef X
};

/* False when the machine has none, or one of long ago. */
bool pam_library_load(struct pam_library *out);

#endif
