/* The record of a conference in sections, corrections asked of it, and what families said of the day. An approved
 * record is never changed (FAULT_REFUSED), whoever asks: reopening begins its next edition. Saves as in live_store.h.
 * Inside the caller's transaction or look. */
#ifndef STORE_RECORD_STORE_H
#define STORE_RECORD_STORE_H

#include "domain/live.h"
#include "store/store.h"

/* A new one gets the conference's next edition. */
bool conference_record_keep(struct store *s, struct conference_record *record, struct fault *f);
/* The newest edition; id 0 in *out when none was begun. */
bool conference_record_of(struct store *s, int64_t conference, struct arena *mem, struct conference_record *out,
			  struct fault *f);

bool record_section_keep(struct store *s, struct record_section *section, struct fault *f);
bool record_section_drop(struct store *s, int64_t id, int64_t version, struct fault *f);
bool record_sections_of(struct store *s, int64_t record, struct arena *mem, struct record_section_list *out,
			struct fault *f);
/* The sections of one edition, for the next to begin with. */
bool record_sections_carry_over(struct store *s, int64_t from, int64_t to, struct fault *f);

bool record_correction_insert(struct store *s, struct record_correction *correction, struct fault *f);
/* Accepted, answer, by whom and when; once only: FAULT_CONFLICT when it was answered already. */
bool record_correction_answer(struct store *s, const struct record_correction *correction, struct fault *f);
/* In the order they were asked. */
bool record_corrections_of(struct store *s, int64_t record, struct arena *mem, struct record_correction_list *out,
			   struct fault *f);
/* Of all its editions, in the order they were asked: one that nobody answered outlives the edition it was asked of. */
bool record_corrections_of_conference(struct store *s, int64_t conference, struct arena *mem,
				      struct record_correction_list *out, struct fault *f);

/* One form for each person invited. */
bool feedback_keep(struct store *s, struct feedback *feedback, struct fault *f);
bool feedbacks_of(struct store *s, int64_t conference, struct arena *mem, struct feedback_list *out, struct fault *f);

#endif
