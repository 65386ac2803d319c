/* The deadline of the answers: met when nobody who was invited still owes one. */
#include "replies_keeping.h"

#include "deadline_keeping.h"
#include "store/invitee_store.h"

bool replies_are_in(struct casework *cw, int64_t conference, struct arena *mem, bool *out, struct fault *f)
{
	struct invitee_list all;
	size_t answered = 0, awaited = 0;

	if (!invitees_of(cw->store, conference, false, mem, &all, f))
		return false;
	for (size_t i = 0; i < all.count; i++) {
		const struct invitee *one = &all.items[i];

		if (one->invited_on == DAY_NONE || one->exclusion == EXCLUSION_WHOLE)
			continue;
		answered += one->reply != REPLY_NONE;
		awaited += one->reply == REPLY_NONE;
	}
	*out = answered > 0 && awaited == 0;
	return true;
}

bool replies_keep(struct casework *cw, const struct conference *conference, bool were_in, struct arena *mem,
		  struct fault *f)
{
	bool are_in;

	if (!replies_are_in(cw, conference->id, mem, &are_in, f))
		return false;
	if (are_in && !were_in)
		return deadline_met(cw, RULE_REPLIES, SUBJECT_CONFERENCE, conference->id, casework_today(cw), f);
	if (were_in && !are_in)
		return deadline_undone(cw, RULE_REPLIES, SUBJECT_CONFERENCE, conference->id, f);
	return true;
}
