/* The chairs, rooms and minute-takers of the settings, taken into the case file. */
#ifndef CASEWORK_RESOURCES_SYNC_H
#define CASEWORK_RESOURCES_SYNC_H

#include "work.h"

/* Writes only what differs, so that a start normally writes nothing. A list the settings leave empty is left as it is;
 * what the settings no longer name is retired, never deleted, and chairs that came with the directory stay. */
bool resources_sync(struct casework *cw, struct fault *f);

#endif
