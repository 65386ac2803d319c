/* What booking a conference goes by: its limit, what it needs, how long it takes. Inside a look or verb. */
#ifndef CASEWORK_BOOKING_FACTS_H
#define CASEWORK_BOOKING_FACTS_H

#include "slots.h"

/* "Okonkwo ×3"; the reference where the family has no name. */
const char *family_words(const char *name, const char *reference, size_t children, struct arena *mem);

/* Minutes a conference takes: by type, siblings, interpreter; separate sittings each take that long, with a gap. */
int conference_minutes(const struct policy *policy, enum conference_type type, size_t children, bool interpreted,
		       bool separate);

/* Facts without a look of their own: `casework_booking_facts` is this and its audit row. */
bool booking_facts_read(struct casework *cw, const struct conference *conference, struct arena *mem,
			struct booking_facts *out, struct fault *f);

/* What a slot for it must have. */
struct slot_needs slot_needs_of(const struct booking_facts *facts, struct arena *mem);

/* Proposals without a look of their own. */
bool slots_propose(struct casework *cw, const struct conference *conference, day_number from, size_t most,
		   struct arena *mem, struct proposal_list *out, struct fault *f);

/* The working days of notice policy asks for what must happen before a conference of this type. */
struct booking_notice {
	int report, police, invite, interpreter; /* 0 where none is asked */
};
struct booking_notice booking_notice_of(const struct policy *policy, enum conference_type type, bool interpreted);

/* "2026-04-02 09:30, Siân Pritchard, Room 2" as the history keeps it; "" without a day. */
const char *slot_words(const struct conference *conference, struct arena *mem);

#endif
