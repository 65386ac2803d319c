/* The sentence of each event of a timeline. */
#ifndef CASEWORK_TIMELINE_WORDS_H
#define CASEWORK_TIMELINE_WORDS_H

#include "casework/timeline.h"
#include "store/timeline_store.h"

/* `about` is in *event already; lateness is worked out here too. */
void timeline_words_of(const struct casework *cw, const struct timeline_row *row, struct timeline_event *event,
		       struct arena *mem);

#endif
