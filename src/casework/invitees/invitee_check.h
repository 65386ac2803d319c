/* What is asked of an invitee before it is kept. Inside a verb. */
#ifndef CASEWORK_INVITEE_CHECK_H
#define CASEWORK_INVITEE_CHECK_H

#include "domain/invitation.h"
#include "work.h"

/* The list somebody is to be put on, or changed in. */
struct invitee_place {
	const struct conference *conference;
	const struct person_list *children;
	struct invitee_list on_list; /* grows by those added in the same act */
	int sittings;                /* how many separate ones there are */
};
bool invitee_place_read(struct casework *cw, const struct conference *conference, struct arena *mem,
			struct invitee_place *out, struct fault *f);

/* Is it the same person, contact, or typed name of the same agency? shown_name and shown_agency are there. */
bool invitee_is_same(const struct invitee *a, const struct invitee *b, struct arena *mem);

/* Everything typed is made fit to keep; texts that are NULL become "". */
bool invitee_tidy(struct invitee *invitee, struct arena *mem, struct fault *f);

/* Who it is: a child of the conference, a person this worker may see, a contact at work, or somebody named; not on the
 * list yet. shown_name, shown_agency and quorum_group are filled in. For somebody new. */
bool invitee_identify(struct casework *cw, const struct invitee_place *place, struct invitee *invitee,
		      struct arena *mem, struct fault *f);

/* What was said of them: whom they come for and why, the sitting, an e-mail address that is one. shown_name is there.
 */
bool invitee_check(struct casework *cw, const struct invitee_place *place, const struct invitee *invitee,
		   struct fault *f);

#endif
