/* Which agencies are told when a child's plan starts, changes or ends: those of the settings. */
#ifndef CASEWORK_PLAN_NOTICE_H
#define CASEWORK_PLAN_NOTICE_H

#include "domain/invitation.h"
#include "work.h"

/* What the settings say of this reader's agency, by its group, else by the beginning of its name; NULL: it is not told,
 * or the reader comes for no agency. */
const struct settings_notice *plan_notice_of(struct casework *cw, const struct invitee *reader, struct arena *mem);

/* Those that are always told and of whom nobody is among `invitees`, each as a reader who is on no list: id 0, the
 * contact's. One that the directory does not know is left out. Inside a look or verb. */
bool plan_notice_others(struct casework *cw, const struct invitee_list *invitees, struct arena *mem,
			struct invitee_list *out, struct fault *f);

/* The contact of the directory who speaks for an agency, by its group, else by the beginning of its name; *found. */
bool plan_notice_contact(struct casework *cw, const char *agency, struct arena *mem, struct invitee *out, bool *found,
			 struct fault *f);

#endif
