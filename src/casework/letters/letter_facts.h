/* What one reader may see of a conference: the one place that decides it for every letter, notice, form and bundle. */
#ifndef CASEWORK_LETTER_FACTS_H
#define CASEWORK_LETTER_FACTS_H

#include "domain/invitation.h"
#include "letter/facts.h"
#include "store/record_store.h"
#include "work.h"

/* Fills in everything this reader may read now, and nothing else: what is kept from them is never looked up on their
 * behalf. The caller adds what belongs to its own letter (report.*, chaser.*, change.*, exclusion.* of this very
 * letter). `reader` needs its id, or, when nobody is meant yet, capacity and names. Inside a look or a verb; the facts
 * live in `mem`. */
bool letter_facts_of(struct casework *cw, const struct conference *conference, const struct invitee *reader,
		     struct arena *mem, struct letter_facts *out, struct fault *f);

/* What stands on the form a colleague writes a report on: the family reads it afterwards, so it tells of nobody where
 * they live. */
bool letter_form_facts_of(struct casework *cw, const struct conference *conference, const struct invitee *reader,
			  struct arena *mem, struct letter_facts *out, struct fault *f);

/* After the conference, as far as this reader may be told: what was decided for each child, the outline plan, the core
 * group, the next review, notices of plans for agencies, the questions of a feedback form. `is.plan_enclosed` and
 * `is.feedback_enclosed` are the caller's; where `plan.day` is said the reader may have the outline plan itself. */
bool letter_decision_facts_of(struct casework *cw, const struct conference *conference, const struct invitee *reader,
			      struct arena *mem, struct letter_facts *out, struct fault *f);

/* The record as this reader gets it. No section for whoever gets none: letter_record_copy says who. */
bool letter_record_facts_of(struct casework *cw, const struct conference *conference, const struct invitee *reader,
			    struct arena *mem, struct letter_facts *out, struct fault *f);

/* Who gets how much of the record. */
enum letter_copy {
	LETTER_COPY_NONE,
	LETTER_COPY_OWN_PART, /* neither its restricted parts nor what was said while they were not there */
	LETTER_COPY_FAMILY,   /* without its restricted parts */
	LETTER_COPY_WHOLE
};
bool letter_copy_of(struct casework *cw, const struct conference *conference, const struct invitee *reader,
		    struct arena *mem, enum letter_copy *out, struct fault *f);
/* The sections of a record that stand in this reader's copy, each with the words they may read and no others; none for
 * whoever gets no copy. */
bool letter_record_sections_of(struct casework *cw, const struct conference *conference, int64_t record,
			       const struct invitee *reader, struct arena *mem, enum letter_copy *copy,
			       struct record_section_list *out, struct fault *f);

/* May this member of the family have what a report says? One that speaks of a child who is not theirs, or of nobody in
 * particular while not all the children are theirs, goes to them in no letter, bundle or share. */
bool letter_may_have_report(struct casework *cw, const struct conference *conference, const struct invitee *reader,
			    int64_t report, struct arena *mem, bool *out, struct fault *f);
/* "of Ava and Ben; not of Cy": the children of a conference by whose child they are; "" where the reader reads of all.
 */
bool letter_children_words(struct casework *cw, const struct conference *conference, const struct invitee *reader,
			   struct arena *mem, const char **out, struct fault *f);
/* Does the reader read of each child the conference is about, or decided on with them? */
bool letter_reads_of_all(struct casework *cw, const struct conference *conference, const struct invitee *reader,
			 struct arena *mem, bool *out, struct fault *f);

/* What is printed for everybody in the room: agenda, statements, who signs the sheet, the outline plan. */
bool letter_room_facts_of(struct casework *cw, const struct conference *conference, struct arena *mem,
			  struct letter_facts *out, struct fault *f);

#endif
