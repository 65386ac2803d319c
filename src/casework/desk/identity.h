/* Who is at work: the Unix account, never an environment variable. */
#ifndef CASEWORK_IDENTITY_H
#define CASEWORK_IDENTITY_H

#include "work.h"

/* The login and name of the account that runs this process; FAULT_NOT_ALLOWED when the host does not know it. */
bool identity_account(struct arena *mem, const char **login, const char **name, struct fault *f);

/* Finds the user of this file and fills in cw->login, user_name, roles, user_id and what every audit row says of them.
 * `as` is another login to work as, NULL for none: only in a demo or a file opened with a given day. */
bool identity_establish(struct casework *cw, const char *as, struct fault *f);

#endif
