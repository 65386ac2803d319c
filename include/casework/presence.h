/* "Open by Aoife Brennan since 10:42": who else has the same family, or a conference of it, open at this moment. It is
 * no change of the case file and leaves no audit row: what was opened left its own. */
#ifndef CASEWORK_PRESENCE_H
#define CASEWORK_PRESENCE_H

#include "casework/casework.h"

/* From here on this session is seen and sees others; a person on a screen, not a verb of the command line. On a file
 * that may only be read nobody is. */
void casework_be_present(struct casework *cw);

/* Says what is on this person's screen (family 0: nothing of one family) and looks who else has the same family open.
 * Only a family that this person's screen shows may be asked about: showing it was the check. True when the words are
 * other ones than before. Costs one small read, and a write when what is open here changes. */
bool casework_present(struct casework *cw, int64_t family, int64_t conference, bool is_writing);

/* The words for `family`; "" when nobody else has it open, or when it is not what was asked about last. */
const char *casework_also_open(const struct casework *cw, int64_t family);

#endif
