/* What the chase list and the chasers themselves have in common: to whom an agency's missing report is taken. */
#ifndef CASEWORK_CHASE_H
#define CASEWORK_CHASE_H

#include "casework/reports.h"
#include "work.h"

/* The manager of whoever owes the report: of the same agency, by the words of the role (team manager, manager, lead).
 * NULL when the directory knows none. */
const struct contact *chase_manager(const struct contact_list *contacts, const struct report *report,
				    struct arena *mem);

/* Asked as often as the policy says: the next one goes to the manager too. */
bool chase_goes_to_manager(struct casework *cw, const struct report *report);

/* "4 working days late", "due today", "due Thu 2 Apr"; *left as working days, negative when late. */
const char *chase_late_words(struct casework *cw, const struct report *report, int *left, struct arena *mem);

#endif
