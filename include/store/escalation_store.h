/* Escalations and what was done about them, and dissents nobody took further. Inside the caller's transaction or look.
 */
#ifndef STORE_ESCALATION_STORE_H
#define STORE_ESCALATION_STORE_H

#include "domain/escalation.h"
#include "store/store.h"

/* Keeps a new one, reference included; id and version are filled in. */
bool escalation_insert(struct store *s, struct escalation *escalation, struct fault *f);
/* Saves what became of it, by version, counted up in *escalation too. FAULT_CONFLICT. What was raised stays. */
bool escalation_save(struct store *s, struct escalation *escalation, struct fault *f);
/* FAULT_NOT_FOUND with a sentence. */
bool escalation_by_id(struct store *s, int64_t id, struct arena *mem, struct escalation *out, struct fault *f);
/* 0: there is none. */
bool escalation_by_reference(struct store *s, const char *reference, int64_t *out, struct fault *f);
/* Of one family (0: all), the open ones oldest first, then the others, the newest first. */
bool escalations_kept(struct store *s, int64_t user, int64_t family, bool only_open, int most, struct arena *mem,
		      struct escalation_list *out, struct fault *f);

bool escalation_note_insert(struct store *s, struct escalation_note *note, struct fault *f); /* id is filled in */
/* Oldest first. */
bool escalation_notes_of(struct store *s, int64_t escalation, struct arena *mem, struct escalation_note_list *out,
			 struct fault *f);

/* One person's formal dissent at one conference, of whichever children. */
struct dissent {
	int64_t conference_id, family_id, invitee_id;
	const char *reference, *who, *agency; /* of the conference; who dissents */
	day_number held_on;
	int children;
	const char *words;
};
struct dissent_list {
	struct dissent *items;
	size_t count, room;
};
/* Those of conferences held on `from` or later that no escalation takes further, the newest first. */
bool dissents_alone(struct store *s, int64_t user, day_number from, int most, struct arena *mem,
		    struct dissent_list *out, struct fault *f);

#endif
