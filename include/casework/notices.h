/* Notices: letters to people who are on no conference's list of invitees, about a complaint, a plan, a transfer, a core
 * group meeting, a conference or an escalation. Shown, sent, held back and written anew as the letters of a mailing
 * are; outbox, post, bounces and what is done by hand are those of casework/letters.h.
 *
 * To add a kind:
 * 1. data/letters/<template> (and one in a child's words, if a child may be a reader), a row for each in
 *    letter/template.h, and what they name that is new in letter/vocabulary.h; `sh tests/letter/words.sh .
 * <words_table>
 *    --write` brings docs/letters.md up to date, and mailing_letter_words() gives the list's words for it.
 * 2. A row in NOTICES below, and one in NOTICE_SUBJECTS where it is about something new.
 * 3. `const struct notice_kind notice_<token>` in src/casework/letters/notice_<theme>.c, with the functions that
 *    notice_inside.h describes: it reads its subject, says whether it can be written now, names its readers, says what
 *    stands in it and does what follows. Permission, restricted families, kept homes of typed words, writing it,
 *    holding it back, the screen and the command line are not its concern.
 * 4. A case in tests/casework/test_notices.c, and notices_open() (src/screen/letters/mailing.h) from its screen. */
#ifndef CASEWORK_NOTICES_H
#define CASEWORK_NOTICES_H

#include "casework/letters.h"
#include "domain/record.h"

/* id, token, whose id a notice about it takes, and how the log names that; whose reference leads to it */
#define NOTICE_SUBJECTS(X)                                                                                             \
	X(COMPLAINT, complaint, SUBJECT_COMPLAINT, "a complaint's, such as K-0012")                                    \
	X(CORE_GROUP_MEETING, core_group_meeting, SUBJECT_CORE_GROUP,                                                  \
	  "a family's, a plan's or a conference's, such as FAM-0012")                                                  \
	X(ESCALATION, escalation, SUBJECT_ESCALATION, "an escalation's, such as A-0012")                               \
	X(PLAN_ENDING, plan_ending, SUBJECT_NONE, "that of a plan's end, such as X-0012")                              \
	X(TRANSFER, transfer, SUBJECT_NONE, "a move's, such as M-0012")

enum notice_subject {
#define X(id, token, logged, leads) NOTICE_ABOUT_##id,
	NOTICE_SUBJECTS(X)
#undef X
		NOTICE_SUBJECT_COUNT
};

/* How often one reader is written to: once, or again whenever what it says has changed. */
enum notice_repeat { NOTICE_ONCE, NOTICE_WHEN_CHANGED };

/* id, token (kept in the case file), subject, template, the same to a child, right, repeat, name on the screen */
#define NOTICES(X)                                                                                                     \
	X(COMPLAINT_ACKNOWLEDGED, complaint_acknowledged, COMPLAINT, COMPLAINT_ACKNOWLEDGED,                           \
	  COMPLAINT_ACKNOWLEDGED_CHILD, HANDLE_COMPLAINTS, ONCE, "Acknowledgement")                                    \
	X(COMPLAINT_ANSWERED, complaint_answered, COMPLAINT, COMPLAINT_ANSWERED, COMPLAINT_ANSWERED_CHILD,             \
	  HANDLE_COMPLAINTS, WHEN_CHANGED, "Answer")                                                                   \
	X(CORE_GROUP_MEETING, core_group_meeting, CORE_GROUP_MEETING, CORE_GROUP_ASKED, CORE_GROUP_ASKED_CHILD,        \
	  KEEP_CORE_GROUPS, WHEN_CHANGED, "Core group")                                                                \
	X(CORE_GROUP_RECORD, core_group_record, CORE_GROUP_MEETING, CORE_GROUP_RECORD, CORE_GROUP_RECORD_CHILD,        \
	  KEEP_CORE_GROUPS, ONCE, "Its record")                                                                        \
	X(ESCALATION_RAISED, escalation_raised, ESCALATION, ESCALATION, ESCALATION, HANDLE_COMPLAINTS, WHEN_CHANGED,   \
	  "To the manager")                                                                                            \
	X(PLAN_END_ASKED, plan_end_asked, PLAN_ENDING, PLAN_END_ASKED, PLAN_END_ASKED, END_PLANS, ONCE,                \
	  "To agencies: asked for")                                                                                    \
	X(PLAN_ENDED, plan_ended, PLAN_ENDING, PLAN_ENDED, PLAN_ENDED_CHILD, END_PLANS, ONCE, "To the family")         \
	X(PLAN_ENDED_AGENCY, plan_ended_agency, PLAN_ENDING, PLAN_ENDED_AGENCY, PLAN_ENDED_AGENCY, END_PLANS, ONCE,    \
	  "To agencies")                                                                                               \
	X(TRANSFER_TOLD, transfer_told, TRANSFER, TRANSFER_TOLD, TRANSFER_TOLD, END_PLANS, WHEN_CHANGED,               \
	  "To the other authority")                                                                                    \
	X(TRANSFER_ACCEPTED, transfer_accepted, TRANSFER, TRANSFER_ACCEPTED, TRANSFER_ACCEPTED, END_PLANS, ONCE,       \
	  "Accepted")                                                                                                  \
	X(TEMPORARY_RESIDENT, temporary_resident, TRANSFER, TEMPORARY_RESIDENT, TEMPORARY_RESIDENT, END_PLANS, ONCE,   \
	  "To health and education")

enum notice {
#define X(id, token, subject, template, to_child, action, repeat, label) NOTICE_##id,
	NOTICES(X)
#undef X
		NOTICE_COUNT
};
const char *notice_token(enum notice notice);
const char *notice_label(enum notice notice);
enum notice_subject notice_about(enum notice notice);

/* The kinds about one subject, in the order of the table, with how many letters each has now; nought for whoever may
 * not send it, and where there is nothing to write yet. Leaves no audit row: it only counts. */
struct notices_due {
	int64_t family_id;
	enum notice kinds[NOTICE_COUNT];
	size_t letters[NOTICE_COUNT]; /* beside `kinds` */
	size_t count;                 /* of kinds */
	enum notice first;            /* the first that has letters, else the first */
	const char *reference, *family_words, *when;
};
bool casework_notices_due(struct casework *cw, enum notice_subject about, int64_t id, struct arena *mem,
			  struct notices_due *out, struct fault *f);

/* Every letter of one kind about this subject that is still to be written, as it would be now. mailing_item.invitee_id
 * tells the readers apart. Writes nothing. FAULT_REFUSED says why there is nothing to write yet. */
bool casework_notice_preview(struct casework *cw, enum notice notice, int64_t id, struct arena *mem,
			     struct mailing_item_list *out, struct fault *f);

/* Writes them for these readers (count 0: all that can go), each with its delivery waiting in the outbox, in one
 * transaction with what follows from it. *written counts letters. FAULT_REFUSED says for whom it cannot and why;
 * FAULT_CONFLICT when the readers have changed; then nothing is written. */
bool casework_notice_send(struct casework *cw, enum notice notice, int64_t id, const int64_t *readers, size_t count,
			  size_t *written, struct fault *f);

#endif
