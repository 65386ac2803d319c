/* What is wrong with a contact's address, and when it was last known to be right. Pure but for the arena. */
#ifndef CASEWORK_CONTACT_WORDS_H
#define CASEWORK_CONTACT_WORDS_H

#include "base/arena.h"
#include "domain/record.h"

/* Could a letter reach them today, by the way they are reached? */
bool contact_can_be_reached(const struct contact *contact);
/* "no e-mail address", "mail came back Tue 3 Mar", "not checked for a year"; "" nothing is wrong. */
const char *contact_problem(const struct contact *contact, day_number today, struct arena *mem);
/* "checked 21 Nov 2025", "never checked". */
const char *contact_checked(const struct contact *contact, struct arena *mem);

#endif
