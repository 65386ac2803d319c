/* The screens open one another by these; each is one file. `world` of the toolkit is the struct desk. */
#ifndef SCREENS_H
#define SCREENS_H

#include "casework/worklist.h"
#include "screen/desk.h"
#include "tui/tui.h"

struct desk *desk_of(const struct tui *t);
struct casework *casework_of(const struct tui *t);
/* What is open by broken glass is read again; true when it changed. */
bool desk_glass(struct desk *desk);

/* When another person saved something of this family first: what they did, after the sentence that says so. */
void desk_explain(struct desk *desk, int64_t family, struct fault *f);
/* The same of what is typed in a form, and that it was not saved: what the other did may make it the wrong thing to do,
 * and it is done when it is asked for once more. `since`: what others had done by then is no news. */
void desk_tell(struct tui *t, int64_t *since);
/* tui_start.has_moved: by what others did to the family that the screen is about. */
bool desk_has_moved(struct tui *t, int64_t *since, struct fault *f);

extern const struct screen_class today_screen, clock_screen, diary_screen, booking_screen, request_screen,
	withdrawal_screen, conference_screen, family_screen, child_screen, drafts_screen, calendar_screen,
	change_screen, person_screen, correction_screen, mailing_screen, letters_screen, outbox_screen, invitees_screen,
	invitees_proposal_screen, invitee_screen, answer_screen, exclusion_screen, sittings_screen, reports_screen,
	reports_week_screen, report_screen, report_form_screen, chase_screen, bundle_screen, directory_screen,
	overlap_screen, contact_screen, contact_merge_screen, agency_screen, whose_child_screen, merging_screen;

/* Each returns false with a fault when it cannot open (not allowed, gone); the caller says so in the message line. */
bool clock_open(struct tui *t, struct fault *f);
bool diary_open(struct tui *t, day_number from, struct fault *f);
bool conference_open(struct tui *t, int64_t id, struct fault *f);
bool family_open(struct tui *t, int64_t id, struct fault *f);
bool child_open(struct tui *t, int64_t id, struct fault *f);
/* Keeps what was typed as a draft. Where it cannot be kept the person is told, who would think that it is. */
bool keep_typed(struct tui *t, const char *form, const char *subject, const char *summary, const char *fields);
/* The same for an answer of one line (tui_start.keep_answer), where it is known which family it is about: only then can
 * it go when the record goes. It is read from Drafts, and given again where it is asked. */
#define DRAFT_OF_ANSWER "question"
bool keep_answer(struct tui *t, const char *label, const char *hint, const char *typed);
/* The record a question is about, as it stood when it was asked: the screen beneath is read again while it is open, and
 * what another person did to the record meanwhile is not what was answered to. */
struct as_asked {
	int64_t id, version;
};

/* Asks in one line for words of a record that others may write in meanwhile: `there` is what stands there, and is
 * offered to be changed; or is offered what the question starts with. */
bool words_ask(struct tui *t, int code, const char *label, const char *hint, const char *there, struct fault *f);
struct line_question;
bool words_ask_from(struct tui *t, const struct line_question *question, const char *there, struct fault *f);
/* Within `answered`: does `there` still stand there? Else FAULT_CONFLICT with what somebody else wrote, for
 * tui_refuse_answer; the next answer to the question is to take its place. */
bool words_still(struct tui *t, const char *there, const char *typed, struct fault *f);
bool drafts_open(struct tui *t, struct fault *f);
bool go_to_open(struct tui *t, struct fault *f); /* the ':' palette */
void go_to_answered(struct tui *t, const struct answer *answer);

/* A request: new (all zero), for a family, or answering an enquiry that waits. A draft's fields, or NULL. */
struct request_start {
	int64_t family_id, enquiry_id;
	bool is_arrival;   /* a family moves here from another authority */
	const char *draft; /* fields of a draft being taken up; borrowed for the call */
	const char *draft_subject;
};
bool request_form_open(struct tui *t, const struct request_start *start, struct fault *f);

/* Booking or moving the slot of a conference. */
bool booking_form_open(struct tui *t, int64_t conference, const char *draft, struct fault *f);
/* Asking for the review of a plan and booking it in one act. */
bool review_booking_open(struct tui *t, int64_t plan, const char *draft, struct fault *f);

/* The next review that a conference being held arranges. */
bool live_review_open(struct tui *t, int64_t held, const char *draft, struct fault *f);

/* Changing what a request says, afterwards. */
bool change_form_open(struct tui *t, int64_t conference, const char *draft, struct fault *f);

/* Postponing or cancelling: reason, who agreed. */
enum withdrawal_kind { WITHDRAWAL_POSTPONE, WITHDRAWAL_CANCEL };
bool withdrawal_form_open(struct tui *t, int64_t conference, enum withdrawal_kind kind, const char *draft,
			  struct fault *f);

/* Correcting one person by hand; `family` 0 takes the first the person belongs to. */
bool person_form_open(struct tui *t, int64_t person, int64_t family, const char *draft, struct fault *f);
/* Adding somebody to a family. */
bool member_form_open(struct tui *t, int64_t family, const char *draft, struct fault *f);

/* Whose child is whose in a family. */
bool whose_child_open(struct tui *t, int64_t family, struct fault *f);

/* A day and why: the strategy discussion of a conference was on another day; a person no longer belongs to a family. */
bool discussion_form_open(struct tui *t, int64_t conference, const char *draft, struct fault *f);
bool leaving_form_open(struct tui *t, int64_t person, int64_t family, const char *draft, struct fault *f);

/* A month to pick a day from: bank holidays and closures named, number of conferences a day. Answer: code and the day.
 */
bool calendar_open(struct tui *t, int code, day_number around, struct fault *f);

/* The reports of every conference of two weeks; who is to be chased; one report; the bundle of a conference. */
bool reports_week_open(struct tui *t, struct fault *f);
bool chase_open(struct tui *t, struct fault *f);
bool report_open(struct tui *t, int64_t conference, int64_t report, struct fault *f);
bool bundle_open(struct tui *t, int64_t conference, struct fault *f);
/* How a report is handled. */
bool report_form_open(struct tui *t, int64_t conference, int64_t report, const char *draft, struct fault *f);

/* What the row of a due list leads to: its conference, else its child or family. */
bool due_item_open(struct tui *t, const struct due_item *item, struct fault *f);
/* Book what is due: opens booking for its conference, asks for the review, or starts the request that is missing. */
bool due_item_book(struct tui *t, const struct due_item *item, struct fault *f);

#endif
