/* Proposed slots as a list. */
#ifndef PROPOSAL_LIST_H
#define PROPOSAL_LIST_H

#include "casework/booking.h"
#include "tui/list.h"

extern const struct list_column proposal_columns[];
enum { PROPOSAL_COLUMN_COUNT = 7 };
extern const unsigned proposal_columns_widen; /* the names, where there is room */
/* "Slot 2: all free · chaired the last conference · 4 working days inside the limit" */
void proposal_words(const struct proposal_list *proposals, size_t row, char *out, size_t room);
struct list_source proposal_source(const struct proposal_list *proposals);

#endif
