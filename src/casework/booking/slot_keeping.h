/* What booking and giving up a slot have in common. Inside a verb. */
#ifndef CASEWORK_SLOT_KEEPING_H
#define CASEWORK_SLOT_KEEPING_H

#include "work.h"

/* Its chair, room, minute-taker and times are given back; the row itself is saved by the caller. Separate sittings stay
 * and go with the next slot (sittings_keeping.h). */
bool slot_give_back(struct casework *cw, struct conference *conference, struct fault *f);

/* One line of a conference's history; `conference` is as it is after the change. Texts may be NULL for none. */
struct change_words {
	const char *step; /* token */
	enum conference_state from;
	const char *from_slot, *to_slot, *reason, *agreed_by, *interim_plan;
};
bool conference_note_change(struct casework *cw, const struct conference *conference, const struct change_words *words,
			    struct fault *f);

bool conference_children_ids(struct casework *cw, int64_t conference, struct arena *mem, int64_t **ids, size_t *count,
			     struct fault *f);

#endif
