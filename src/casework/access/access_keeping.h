/* What restricting and breaking the glass share. */
#ifndef CASEWORK_ACCESS_KEEPING_H
#define CASEWORK_ACCESS_KEEPING_H

#include "casework/restriction.h"
#include "store/restriction_store.h"
#include "work.h"

/* The active managers by name, "the managers" where the file has none. */
bool access_managers(struct casework *cw, struct arena *mem, const char **out, struct fault *f);
/* Whom to ask about a restricted family: who restricted it, else the managers. */
bool access_whom_to_ask(struct casework *cw, int64_t family, struct arena *mem, const char **out, struct fault *f);
/* Nothing was found under `reference`: says that it is restricted and whom to ask, where it is and the policy says so;
 * else says nothing. Always false. */
bool access_not_found(struct casework *cw, const char *reference, struct arena *mem, struct fault *f);
/* FAM-0012, which managers may know of any family; its name is not even read into `mem`. */
bool access_family_reference(struct casework *cw, int64_t family, struct arena *mem, const char **out, struct fault *f);
/* "Dana Webb, Rafiq Malik" or, with `logins`, "dwebb, rmalik". */
const char *access_users_words(const struct user_row_list *users, bool logins, struct arena *mem);

#endif
