/* How what was done, and by whom, is told to people. */
#ifndef CASEWORK_TELLING_H
#define CASEWORK_TELLING_H

#include "casework/told.h"
#include "domain/date.h"
#include "work.h"

/* The name of the account; the login where there is none. */
const char *user_name_of(struct casework *cw, const char *login, struct arena *mem);

/* One line more; `words` "" for none. */
bool told_add(struct casework *cw, struct told_list *list, day_number on, const char *what, const char *words,
	      const char *login, struct arena *mem, struct fault *f);

#endif
