/* The record of a conference: drafted from what was entered, finished in sections, approved by the chair and never by
 * its writer, distributed whole or without its restricted parts; and what families say of how it was. */
#ifndef CASEWORK_CONFERENCE_RECORD_H
#define CASEWORK_CONFERENCE_RECORD_H

#include "casework/casework.h"
#include "domain/live.h"

/* Who gets, or got, a copy. */
struct record_copy {
	int64_t invitee_id;
	const char *who;   /* "Amelia Loveridge, mother" */
	const char *kind;  /* "whole", "without restricted parts", "decisions and plan only: was there for a part",
			    * "none: excluded from all of it" */
	const char *state; /* "sent Thu 16 Apr 14:07", "waiting", "" not written yet */
	bool is_whole, is_none, is_own_part; /* own part: was there for a part, and reads what concerns them */
};
struct record_copy_list {
	struct record_copy *items;
	size_t count, room;
};
struct record_page {
	struct conference conference;
	const char *family_words, *when;
	struct conference_record record; /* id 0: not drafted yet */
	struct record_section_list sections;
	struct record_correction_list corrections; /* of all editions */
	struct record_copy_list copies;
	struct feedback_list feedback;
	const char *standing; /* "being written by A. Brennan; to be approved by Thu 9 Apr, 3 working days late" */
	const char *stands;   /* challenged: that the decision stands; "" when no complaint is open */
	day_number approve_due, distribute_due; /* DAY_NONE no rule */
	bool may_write, may_approve;
	size_t unanswered;           /* corrections */
	bool is_divided;             /* it was said whose child is whose: of whom a section speaks is asked */
	struct person_list children; /* the conference is about */
};
bool casework_record(struct casework *cw, int64_t conference, struct arena *mem, struct record_page *out,
		     struct fault *f);
/* The same without an audit row of its own, for a screen that is open. */
bool casework_record_again(struct casework *cw, int64_t conference, struct arena *mem, struct record_page *out,
			   struct fault *f);

/* Assembled from who came, reports and whether shared, what was said, views, decisions with reasons and dissent, plan,
 * dates. What a person has written since is never overwritten: only sections nobody touched are made anew. Whoever
 * drafts it, and then whoever gives it to the chair, is its writer; the chair never is. After closing only. */
bool casework_record_draft(struct casework *cw, int64_t conference, struct fault *f);
/* One section by its version: text alone; FAULT_CONFLICT leaves what the other wrote. While the record is with the
 * chair only they write in it. */
bool casework_record_section(struct casework *cw, int64_t conference, struct record_section *section, struct fault *f);
/* A section of one's own, empty: its heading, is_restricted, and of whom it speaks as person_id and is_of_no_child say;
 * of neither, of all of them. */
bool casework_record_section_add(struct casework *cw, int64_t conference, const struct record_section *added,
				 struct fault *f);
/* Added by hand, not drafted. */
bool record_section_is_own(const struct record_section *section);
/* Who reads a section of one's own, said anew: id and version as read, then as for adding one. Its text and heading
 * stay. */
bool casework_record_section_readers(struct casework *cw, int64_t conference, const struct record_section *section,
				     struct fault *f);
bool casework_record_to_chair(struct casework *cw, int64_t conference, int64_t version, struct fault *f);
/* By the chair of the conference, not by its writer, with every correction answered. */
bool casework_record_approve(struct casework *cw, int64_t conference, int64_t version, struct fault *f);
/* The chair gives it back to be mended: `why` becomes a correction asked. */
bool casework_record_return(struct casework *cw, int64_t conference, int64_t version, const char *why, struct fault *f);
/* Asked by the family or a colleague, after it was approved or before. */
bool casework_record_correction_ask(struct casework *cw, int64_t conference, const char *asked_by, day_number on,
				    const char *words, struct fault *f);
bool casework_record_correction_answer(struct casework *cw, int64_t conference, int64_t correction, bool accepted,
				       const char *answer, struct fault *f);
/* An approved one is never changed: the next edition begins with its words. */
bool casework_record_reopen(struct casework *cw, int64_t conference, const char *why, struct fault *f);

/* The whole record, or what one invitee's copy says of it (0: whole), 78 columns. Copies go out as MAILING_RECORD
 * (casework/letters.h), which says that it is distributed. */
bool casework_record_text(struct casework *cw, int64_t conference, int64_t invitee, struct arena *mem, const char **out,
			  struct fault *f);

/* Feedback forms: their kind goes by age and capacity; sent with the decision letter, returned, entered. */
bool casework_feedback_save(struct casework *cw, struct feedback *feedback, struct fault *f);

#endif
