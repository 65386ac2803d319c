/* Agencies, their contacts, and what can be booked only once at a time. */
#ifndef STORE_DIRECTORY_STORE_H
#define STORE_DIRECTORY_STORE_H

#include "domain/record.h"
#include "store/store.h"

/* Inserts fill in id and version; saves go by version and count it up: FAULT_CONFLICT when another person was first.
 * Finding gives FAULT_NOT_FOUND without a sentence: the caller says what was not found. */
bool agency_insert(struct store *s, struct agency *agency, struct fault *f);
bool agency_save(struct store *s, struct agency *agency, struct fault *f);
bool agency_by_name(struct store *s, const char *name, struct arena *mem, struct agency *out, struct fault *f);

/* By name. */
bool agencies_all(struct store *s, struct arena *mem, struct agency_list *out, struct fault *f);

/* A new contact has no mail that came back and is merged into nobody. */
bool contact_insert(struct store *s, struct contact *contact, struct fault *f);
bool contact_save(struct store *s, struct contact *contact, struct fault *f);
/* One that was merged into another: that other one. */
bool contact_by_name(struct store *s, int64_t agency, const char *name, struct arena *mem, struct contact *out,
		     struct fault *f);
bool contact_by_id(struct store *s, int64_t id, struct arena *mem, struct contact *out, struct fault *f);
/* Those at work and not merged into another, by agency and name; `quorum_group` narrows, "" does not. */
bool contacts_all(struct store *s, const char *quorum_group, struct arena *mem, struct contact_list *out,
		  struct fault *f);

/* Those who left, too; not those merged into another. */
bool contacts_every(struct store *s, struct arena *mem, struct contact_list *out, struct fault *f);
/* Two rows of one person become one: whatever points at `gone` points at `kept` from then on (invitations with the
 * reports they owe, social worker of a conference, chair's contact, deputies, earlier mergers). `gone` stays, inactive,
 * for what was written to it. Where both were invited to one conference that is over, each keeps its invitation; where
 * it is still to be held, FAULT_REFUSED names it, unless its family is hidden from `user`. By the version of `gone`:
 * FAULT_CONFLICT. */
bool contact_merge(struct store *s, struct contact *gone, int64_t kept, int64_t user, struct arena *mem,
		   struct fault *f);

/* What hangs on each contact who is on the list of a conference that is still to be held, families hidden from `user`
 * left out. */
struct contact_wanted {
	int64_t contact_id;
	int waiting;     /* invitations not written yet, and letters that were not got to them */
	day_number next; /* the first of these conferences, DAY_NONE where none has a day */
};
struct contact_wanted_list {
	struct contact_wanted *items;
	size_t count, room;
};
bool contacts_wanted(struct store *s, day_number today, int64_t user, struct arena *mem,
		     struct contact_wanted_list *out, struct fault *f);

bool resource_insert(struct store *s, struct resource *resource, struct fault *f);
bool resource_save(struct store *s, const struct resource *resource, struct fault *f);
bool resource_by_name(struct store *s, enum resource_kind kind, const char *name, struct arena *mem,
		      struct resource *out, struct fault *f);
/* Retired ones too, by name. */
bool resources_of_kind(struct store *s, enum resource_kind kind, struct arena *mem, struct resource_list *out,
		       struct fault *f);

#endif
