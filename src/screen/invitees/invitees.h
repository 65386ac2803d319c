/* The screens and forms about who comes to a conference, as they open one another. */
#ifndef INVITEES_SCREENS_H
#define INVITEES_SCREENS_H

#include "casework/drafts.h"
#include "casework/invitees.h"
#include "tui/tui.h"

/* Each of them takes the fields of a draft being taken up, NULL for none; borrowed for the call. */
bool invitee_form_open(struct tui *t, int64_t conference, int64_t invitee, const char *draft, struct fault *f);
bool answer_form_open(struct tui *t, int64_t conference, int64_t invitee, const char *draft, struct fault *f);
bool exclusion_form_open(struct tui *t, int64_t conference, int64_t invitee, const char *draft, struct fault *f);
bool sittings_form_open(struct tui *t, int64_t conference, const char *draft, struct fault *f);

/* Somebody to be put on the list: a person of the family, a contact of the directory, or whoever is typed. */
struct newcomer {
	int64_t person, contact;
	const char *name; /* of somebody typed, "" not yet */
};
bool newcomer_form_open(struct tui *t, int64_t conference, const struct newcomer *who, const char *draft,
			struct fault *f);

/* Whom to add, by first letters; the answer opens the form. */
bool invitee_add_open(struct tui *t, int64_t conference, struct fault *f);
bool invitee_add_answered(struct tui *t, int64_t conference, const struct answer *answer);
/* Who should be on the list, with ticks. */
bool invitees_proposal_open(struct tui *t, int64_t conference, struct fault *f);

/* One line asked, why: taken off the list; may come after all. */
bool invitee_ask_removal(struct tui *t, const struct invitee_line *line, struct fault *f);
bool invitee_ask_end(struct tui *t, const struct invitee_line *line, struct fault *f);
/* What the exclusion of somebody leads to: the form, or a choice of what to do about it. */
bool invitee_exclude(struct tui *t, int64_t conference, const struct invitee_line *line, struct fault *f);
/* True when the answer was to one of the three above. */
bool invitee_asked_answered(struct tui *t, int64_t conference, const struct invitee_line *line,
			    const struct answer *answer);

/* A draft of one of the forms here; false without a fault when it is of another. */
bool invitee_draft_is(const struct draft *draft);
bool invitee_draft_open(struct tui *t, const struct draft *draft, struct fault *f);

#endif
