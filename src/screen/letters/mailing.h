/* Who gets which letter of a mailing, and sending all of them in one act. */
#ifndef MAILING_H
#define MAILING_H

#include "casework/notices.h"
#include "tui/tui.h"

/* Opens the list on top: each letter with who gets it, how and where to; Space leaves one out, s sends those ticked
 * after one question. False, with the reason in the fault, for whoever may not send or may not see the conference. */
bool mailing_open(struct tui *t, int64_t conference, enum mailing mailing, struct fault *f);

/* The same of notices: `notice` is shown first, the others about the same complaint, plan ... are a key away. */
bool notices_open(struct tui *t, enum notice notice, int64_t id, struct fault *f);
/* Letters that follow from what a form saved: offered at once, opened on yes. */
struct notices_offer {
	enum notice_subject about;
	int64_t id;        /* 0: nothing is saved yet */
	enum notice first; /* what is shown on yes */
};
/* "Saved: the plan has ended. Write the 3 letters now?" False without a fault when there is nothing to write, or this
 * worker may not. */
bool notices_offer(struct tui *t, int code, struct notices_offer *offer, const char *done, struct fault *f);
/* Shows the first kind that has letters, or else the first. */
bool notices_open_due(struct tui *t, enum notice_subject about, int64_t id, struct fault *f);

/* The one that is due: changes before invitations, invitations before exclusions; after the conference decisions before
 * the record. */
bool mailing_open_due(struct tui *t, int64_t conference, struct fault *f);
/* After a conference was moved, postponed or cancelled: asks whether to tell those who know of the day before.
 * `done` says what was saved ("C-0421 is postponed"). False without a fault when there is nobody to tell. */
bool mailing_offer(struct tui *t, int code, int64_t conference, const char *done, struct fault *f);

#endif
