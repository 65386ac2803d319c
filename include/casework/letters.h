/* Letters: what would go to whom, sending it in one act, and how each one's way stands. */
#ifndef CASEWORK_LETTERS_H
#define CASEWORK_LETTERS_H

#include "casework/casework.h"
#include "domain/invitation.h"

/* What is to be sent about a conference. */
enum mailing {
	MAILING_INVITATIONS, /* everybody on the list who was not told yet, and the police's notice */
	MAILING_CHANGES,     /* whoever was told and knows of another day, time or place, or of one that is off */
	MAILING_EXCLUSIONS,  /* those excluded whose letter was not written yet */
	MAILING_DECISIONS,   /* after closing: what was decided, to everybody who was invited, came or not */
	MAILING_RECORD,      /* once approved: its record, whole or without its restricted parts */
	MAILING_COUNT
};

struct mailing_item {
	int64_t invitee_id;   /* minus a contact's id: an agency that is told and of whom nobody is on the list */
	const char *template; /* "invitation-parent" */
	const char *who, *method, *address;
	const char *of;        /* "of Ava and Ben; not of Cy" by whose child is whose; "" of all of them */
	const char *text;      /* the letter as 78 columns of text */
	const char *encloses;  /* "calendar file, report form", "outline plan, feedback form", "" nothing */
	const char *problem;   /* why it cannot go: "no e-mail address"; "" it can */
	const char *withdraws; /* "the invitation for Thu 2 Apr 10:00", "" none */
};
struct mailing_item_list {
	struct mailing_item *items;
	size_t count, room;
};
/* How many letters each mailing has now, those that cannot go among them, and the day and time that those to be told of
 * a change know of: "Thu 2 Apr 10:00". `first` is the mailing to begin with. Nought for whoever may not
 * send. Leaves no audit row: it only counts. */
struct mailings_due {
	int64_t family_id;
	size_t letters[MAILING_COUNT];
	enum mailing first;
	const char *known;                           /* "" nobody */
	const char *reference, *family_words, *when; /* of the conference; when: "Thu 2 Apr 10:00", "no day" */
};
bool casework_mailings_due(struct casework *cw, int64_t conference, struct arena *mem, struct mailings_due *out,
			   struct fault *f);

/* Every letter of a mailing, as it would be written now. Writes nothing. */
bool casework_mailing_preview(struct casework *cw, int64_t conference, enum mailing mailing, struct arena *mem,
			      struct mailing_item_list *out, struct fault *f);

/* Writes them for these invitees (mailing_item.invitee_id; count 0: all that can go), each with its delivery waiting in
 * the outbox, in one transaction with what follows: invitees are invited and know the day, reports are requested, the
 * conference is invited, its deadlines are met when everybody is told. Portal, telephone and in person wait for the
 * officer to say it is done. After the conference: feedback forms are sent, the deadlines of the decision letter and
 * the outline plan, or of the record, are met when nobody who can be told is left, and the record is distributed.
 * *written counts letters. FAULT_REFUSED says for whom it cannot and why; then nothing is written. */
bool casework_mailing_send(struct casework *cw, int64_t conference, enum mailing mailing, const int64_t *invitees,
			   size_t count, size_t *written, struct fault *f);

/* --- What was written --- */
struct letter_item {
	int64_t letter_id, delivery_id, family_id, conference_id, invitee_id;
	const char *template, *what; /* "Invitation to a parent or other family member" */
	const char *who, *method, *address, *subject;
	enum delivery_state state;
	bool is_held;            /* held back by the program: to be written anew */
	const char *state_words; /* "sent Thu 12 Mar 14:07", "came back Fri 13 Mar: mailbox full" */
	const char *reference, *family_words;
	const char *encloses;
	int attempts;
};
struct letter_item_list {
	struct letter_item *items;
	size_t count, room;
	size_t waiting, failed, unsure, bounced, held, by_hand; /* by_hand: waiting for the officer to do */
};
bool casework_letters(struct casework *cw, int64_t conference, struct arena *mem, struct letter_item_list *out,
		      struct fault *f);
/* Everything that waits or was held back, failed, is unsure or came back lately, of all conferences this person may
 * see. */
bool casework_outbox(struct casework *cw, struct arena *mem, struct letter_item_list *out, struct fault *f);
/* The letter as it was written, 78 columns. */
bool casework_letter_text(struct casework *cw, int64_t letter, struct arena *mem, const char **out, struct fault *f);
/* The same as a PDF, enclosed documents after it. */
bool casework_letter_pdf(struct casework *cw, int64_t letter, struct arena *mem, const unsigned char **out,
			 size_t *bytes, struct fault *f);
/* The same written to a new file of mode 0600 in `folder`, named after the conference and not after anybody; *path is
 * where. Logged. */
bool casework_letter_take_out(struct casework *cw, int64_t letter, const char *folder, struct arena *mem,
			      const char **path, struct fault *f);

/* --- What becomes of a delivery --- */
/* By hand: laid in the portal, told by telephone, handed over, posted. */
bool casework_delivery_done(struct casework *cw, int64_t delivery, day_number on, const char *how, struct fault *f);
/* It came back: the contact's or person's address is marked, and stands first in the directory's list. */
bool casework_delivery_bounced(struct casework *cw, int64_t delivery, day_number on, const char *why, struct fault *f);
/* Of one that failed, is unsure or came back: the same letter goes again, by another way or to another address where
 * one is given ("" as before). */
bool casework_delivery_again(struct casework *cw, int64_t delivery, enum invite_method method, const char *address,
			     struct fault *f);
/* Not sent any more, while it waits; of one held back: not to be written anew. */
bool casework_delivery_withdraw(struct casework *cw, int64_t delivery, const char *why, struct fault *f);

/* --- Sending --- */
struct sending {
	size_t sent, failed, later, unsure, left; /* left: still waiting after this */
	const char *first_trouble;                /* a sentence, "" none */
};
struct sending_watch { /* may be NULL as a whole */
	/* After each letter, and about every 100 ms while one is on its way; false: stop after this one. */
	bool (*progress)(void *payload, size_t done, size_t of);
	void *payload;
};
/* Hands every waiting e-mail to the configured mail command, one after the other; each is claimed and settled in
 * transactions of its own, so that nothing goes twice and a crash loses nothing: what was cut off in the middle is
 * UNSURE and a person decides. One sender at a time: FAULT_BUSY while another sends. A refused one is tried again after
 * 1, 5, 30 minutes, 2 and 6 hours, then FAILED. FAULT_REFUSED when no mail command is configured. */
bool casework_send(struct casework *cw, const struct sending_watch *watch, struct arena *mem, struct sending *out,
		   struct fault *f);
/* One PDF of all letters that wait to be posted. Nothing is marked: `casework_posted` says it is printed and on its
 * way. *count letters. */
bool casework_post_pdf(struct casework *cw, struct arena *mem, const unsigned char **out, size_t *bytes, size_t *count,
		       const char **ids, struct fault *f);
bool casework_posted(struct casework *cw, const char *ids, struct fault *f);
/* The PDF written to a new file of mode 0600 in `folder`; *path is where. Logged; nothing is marked. */
bool casework_post_take_out(struct casework *cw, const char *folder, struct arena *mem, const char **path,
			    size_t *count, const char **ids, struct fault *f);
/* The same handed to the configured print command, then marked. */
bool casework_post_print(struct casework *cw, struct arena *mem, size_t *count, struct fault *f);

/* --- The command line's `letter TEMPLATE REF [--to WHO]` --- */
/* What the template would say to this reader now, kept nowhere but in the audit log. `who` is an invitee's name or a
 * part of it, capacity or agency; "" when only one fits. FAULT_REFUSED lists who fits when several do, which is logged
 * as a look. `with_pdf`: it is to become a file. */
struct letter_tried {
	const char *text, *words; /* "record to Donna Harrison" */
	const unsigned char *pdf;
	size_t pdf_bytes;
	int64_t conference_id, family_id;
};
bool casework_letter_try(struct casework *cw, const char *template, const char *reference, const char *who,
			 bool with_pdf, struct arena *mem, struct letter_tried *out, struct fault *f);
/* It stands in a file now, by its whole path: the log says so, and whoever lets the record go is told of it. False: the
 * file is to be taken away again. */
bool casework_letter_tried_out(struct casework *cw, const struct letter_tried *tried, const char *path,
			       struct fault *f);

/* --- Printing for the room --- */
/* The outline plan as everybody who is there takes it home, as a PDF. Logged. */
bool casework_outline_plan_pdf(struct casework *cw, int64_t conference, struct arena *mem, const unsigned char **out,
			       size_t *bytes, struct fault *f);
/* The same written to a new file of mode 0600 in `folder`, named after the conference; *path is where. Logged. */
bool casework_outline_plan_take_out(struct casework *cw, int64_t conference, const char *folder, struct arena *mem,
				    const char **path, struct fault *f);

/* Whether every wording can be read: the one in the configuration folder, else the shipped one. The first that cannot
 * is named with its line and column. Needs no case file. */
bool casework_letter_wordings_check(const char *config_folder, struct fault *f);

/* The names a template may be called by, and what each is; NULL after the last. */
const char *casework_letter_name(size_t number, const char **description);

#endif
