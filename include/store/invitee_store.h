/* Who is invited to a conference, and what they were told. Inside the caller's transaction or look. */
#ifndef STORE_INVITEE_STORE_H
#define STORE_INVITEE_STORE_H

#include "domain/invitation.h"
#include "store/store.h"

/* id and version are filled in. Refused by "invitee_person_once" or "invitee_contact_once" (store_refused_by). */
bool invitee_insert(struct store *s, struct invitee *invitee, struct fault *f);
/* Every member but id, conference, person and contact; by version, FAULT_CONFLICT when another person was first. */
bool invitee_save(struct store *s, struct invitee *invitee, struct fault *f);
/* FAULT_NOT_FOUND with a sentence. */
bool invitee_by_id(struct store *s, int64_t id, struct arena *mem, struct invitee *out, struct fault *f);
/* Children by birth, then family, those who come for them right after them, then professionals by agency and name.
 * Those taken off the list last, and only when `withdrawn_too`. */
bool invitees_of(struct store *s, int64_t conference, bool withdrawn_too, struct arena *mem, struct invitee_list *out,
		 struct fault *f);
/* Of one person: the family's look for who was protected from whom. */
bool invitees_of_person(struct store *s, int64_t person, struct arena *mem, struct invitee_list *out, struct fault *f);
/* How many of the conference were told a day, and how many of them know of another day or time than its own. */
bool invitees_told(struct store *s, int64_t conference, int64_t *told, int64_t *behind, struct fault *f);

#endif
