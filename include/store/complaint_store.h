/* Complaints about conferences and what was done about them. Inside the caller's transaction or look. */
#ifndef STORE_COMPLAINT_STORE_H
#define STORE_COMPLAINT_STORE_H

#include "domain/complaint.h"
#include "store/store.h"

/* Keeps a new one, reference included; id and version are filled in. */
bool complaint_insert(struct store *s, struct complaint *complaint, struct fault *f);
/* Saves what became of it, by version, counted up in *complaint too. FAULT_CONFLICT. What was registered stays. */
bool complaint_save(struct store *s, struct complaint *complaint, struct fault *f);
/* FAULT_NOT_FOUND with a sentence. */
bool complaint_by_id(struct store *s, int64_t id, struct arena *mem, struct complaint *out, struct fault *f);
/* 0: there is none. */
bool complaint_by_reference(struct store *s, const char *reference, int64_t *out, struct fault *f);
/* Of one conference, oldest first. */
bool complaints_of_conference(struct store *s, int64_t conference, struct arena *mem, struct complaint_list *out,
			      struct fault *f);
/* Of one family (0: all): the open ones oldest first, then the others, the newest first. */
bool complaints_registered(struct store *s, int64_t user, int64_t family, bool only_open, int most, struct arena *mem,
			   struct complaint_list *out, struct fault *f);

bool complaint_note_insert(struct store *s, struct complaint_note *note, struct fault *f); /* id is filled in */
/* Oldest first. */
bool complaint_notes_of(struct store *s, int64_t complaint, struct arena *mem, struct complaint_note_list *out,
			struct fault *f);

#endif
