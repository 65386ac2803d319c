/* Open deadlines as other programs read them: shared by `due` and `today`. */
#ifndef APP_DUE_LISTING_H
#define APP_DUE_LISTING_H

#include "app.h"

#include "casework/worklist.h"

void due_listing(struct listing *listing, const struct due_list *due, struct arena *mem);

#endif
