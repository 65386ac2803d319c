/* A mailing while it is put together: who gets which letter, with what, and why one cannot go. Private to
 * src/casework/letters/mailing*.c. */
#ifndef CASEWORK_MAILING_INSIDE_H
#define CASEWORK_MAILING_INSIDE_H

#include "casework/letters.h"
#include "diary_file.h"
#include "letter/press.h"
#include "letter_queue.h"
#include "store/conference_store.h"
#include "store/invitee_store.h"
#include "store/report_store.h"
#include "work.h"

struct mailing_letter {
	struct invitee reader;
	enum letter_template_key key;
	const char *address, *problem;
	int64_t replaces_id;   /* the letter it withdraws, 0 none */
	const char *withdraws; /* the same in words */
	enum diary_entry diary;
	struct report report; /* the one the reader owes; id 0 none */
	bool has_form;
};
/* By which the letters of a mailing are told apart: the invitee, or minus the contact of one who is on no list. */
int64_t mailing_letter_id(const struct mailing_letter *letter);
struct mailing_letter_list {
	struct mailing_letter *items;
	size_t count, room;
};

struct mailing_plan {
	struct conference conference;
	enum mailing mailing;
	struct mailing_letter_list letters;
	/* the last change, for letters that tell of one; "" when there was none */
	const char *change_reason, *change_agreed_by;
	int64_t changed_at;
};

/* Everybody the mailing is for. Inside a look or verb; writes nothing. FAULT_REFUSED when the conference has no day
 * yet, or was held. */
bool mailing_plan_of(struct casework *cw, int64_t conference, enum mailing mailing, struct arena *mem,
		     struct mailing_plan *out, struct fault *f);

/* Fills in the last change of the plan's conference. */
bool mailing_change_read(struct casework *cw, struct mailing_plan *plan, struct arena *mem, struct fault *f);

/* The right a mailing asks for. */
enum action mailing_action(enum mailing mailing);
/* Why nothing can go to this address by the reader's way, "" when it can. */
const char *mailing_way_problem(const struct invitee *reader, const char *address, struct arena *mem);
/* Below this age a child is told by somebody, and not by a letter. */
bool mailing_is_too_young(struct casework *cw, const struct invitee *reader, struct arena *mem, bool *out,
			  struct fault *f);

/* Is this one of the letters by which somebody knows of a day? */
bool letter_tells_a_day(const char *template);

/* What this letter says. */
bool mailing_facts_of(struct casework *cw, const struct mailing_plan *plan, const struct mailing_letter *letter,
		      struct arena *mem, struct letter_facts *out, struct fault *f);

/* "calendar file, report form", "" nothing */
const char *mailing_enclosed_words(struct casework *cw, const struct mailing_letter *letter, struct arena *mem);
/* The enclosures themselves; counts the calendar's sequence up in letter->reader. */
bool mailing_enclose(struct casework *cw, const struct mailing_plan *plan, struct mailing_letter *letter,
		     const struct letter_facts *facts, struct arena *mem, struct enclosure_list *out, struct fault *f);

/* --- After the conference: decisions and record (mailing_after*.c) --- */
#define MAILING_OUTLINE_PLAN "Outline plan" /* the name of what is enclosed */
bool mailing_is_after(enum mailing mailing);
/* "P. Achebe, Northgate NHS Trust": of one who is on no list. */
const char *mailing_notice_name(const struct invitee *reader, struct arena *mem);
bool mailing_after_plan(struct casework *cw, struct mailing_plan *plan, struct arena *mem, struct fault *f);
const char *mailing_after_encloses(enum letter_template_key key, const struct letter_facts *facts, struct arena *mem);
bool mailing_after_enclose(struct casework *cw, const struct mailing_plan *plan, const struct mailing_letter *letter,
			   const struct letter_facts *facts, struct arena *mem, struct enclosure_list *out,
			   struct fault *f);
bool mailing_after_follow_letter(struct casework *cw, const struct mailing_plan *plan,
				 const struct mailing_letter *letter, const struct letter_facts *facts,
				 struct arena *mem, struct fault *f);
bool mailing_after_follow(struct casework *cw, const struct mailing_plan *plan, struct arena *mem, struct fault *f);

/* What follows from a letter that was queued: its reader knows, what it overtakes is withdrawn, the report is asked
 * for. */
bool mailing_follow_letter(struct casework *cw, const struct mailing_plan *plan, struct mailing_letter *letter,
			   struct arena *mem, struct fault *f);
/* What follows from the whole: the conference is invited, deadlines are met. */
bool mailing_follow(struct casework *cw, struct mailing_plan *plan, struct arena *mem, struct fault *f);

#endif
