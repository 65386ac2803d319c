/* The agencies that are asked to every conference, or to every one of a kind: those of the settings, and the few that
 * are always asked whatever the settings say. */
#ifndef CASEWORK_STANDING_AGENCIES_H
#define CASEWORK_STANDING_AGENCIES_H

#include "work.h"

/* One after the other from 0; NULL at the end. */
const struct settings_standing *standing_agency(const struct casework *cw, size_t at);

/* Is this agency meant by settings_standing.agency? All three folded (base/text.h), so that a whole directory is looked
 * through without folding anything twice. `by_group` tells which of the two is looked at: the group comes first. */
bool standing_means(const char *wanted, bool by_group, const char *group, const char *agency);

/* What is said of one agency: by its group, else by the beginning of its name, the longest first; NULL when nothing
 * is. */
const struct settings_standing *standing_of(const struct casework *cw, const char *quorum_group, const char *agency,
					    struct arena *mem);

#endif
