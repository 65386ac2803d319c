/* Who of the family is kept apart from the others. */
#ifndef CASEWORK_INVITEE_APART_H
#define CASEWORK_INVITEE_APART_H

#include "domain/invitation.h"

/* Is this invitee one whom others of the family may not meet, or may not know of? So is whoever comes for them. */
bool invitee_is_apart(const struct invitee_list *all, const struct invitee *invitee);

#endif
