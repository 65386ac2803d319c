/* Conferences, their children, sittings and history. All inside the caller's transaction or look; names of chair, room
 * and minute-taker are read with the row and never written. */
#ifndef STORE_CONFERENCE_STORE_H
#define STORE_CONFERENCE_STORE_H

#include "domain/record.h"
#include "store/store.h"

/* Keeps a new conference, reference included; id and version are filled in. */
bool conference_insert(struct store *s, struct conference *conference, struct fault *f);
/* Saves every member but id, reference and family; counts the version up, in *conference too. FAULT_CONFLICT when
 * another person changed it since it was read. */
bool conference_save(struct store *s, struct conference *conference, struct fault *f);
/* A child already there is left as it is. */
bool conference_child_insert(struct store *s, int64_t conference, int64_t person, struct fault *f);
/* One that is not there is no fault. */
bool conference_child_drop(struct store *s, int64_t conference, int64_t person, struct fault *f);

/* FAULT_NOT_FOUND with a sentence. */
bool conference_by_id(struct store *s, int64_t id, struct arena *mem, struct conference *out, struct fault *f);
/* Id by reference ("C-0412"), 0 when there is none. */
bool conference_by_reference(struct store *s, const char *reference, int64_t *out, struct fault *f);
/* Newest first: those without a day, then by day. */
bool conferences_of_family(struct store *s, int64_t family, struct arena *mem, struct conference_list *out,
			   struct fault *f);
bool conferences_of_person(struct store *s, int64_t person, struct arena *mem, struct conference_list *out,
			   struct fault *f);
bool conferences_of_enquiry(struct store *s, int64_t enquiry, struct arena *mem, struct conference_list *out,
			    struct fault *f);
/* The conference of this type that this family had, or has booked, on a day and that was not cancelled; *out 0 when
 * none. */
bool conference_held_on(struct store *s, enum conference_type type, int64_t family, day_number day, int64_t *out,
			struct fault *f);
/* Children in order of birth, unborn last. */
bool conference_children(struct store *s, int64_t conference, struct arena *mem, struct person_list *out,
			 struct fault *f);
/* The conference the family last had, booked ones left out, at or before `day`; id 0 in *out when none. */
bool conference_last_held(struct store *s, int64_t family, day_number day, struct arena *mem, struct conference *out,
			  struct fault *f);

/* --- Sittings: only where there is more than one --- */
struct sitting {
	int64_t conference_id;
	int position, starts, minutes;
	const char *who;
};
struct sitting_list {
	struct sitting *items;
	size_t count, room;
};
bool sitting_insert(struct store *s, const struct sitting *sitting, struct fault *f);
bool sittings_drop(struct store *s, int64_t conference, struct fault *f);
bool sittings_of(struct store *s, int64_t conference, struct arena *mem, struct sitting_list *out, struct fault *f);

/* --- What was done to a conference, and who agreed --- */
struct conference_change {
	int64_t id, conference_id, at;
	const char *by_user, *step; /* step: token */
	enum conference_state from_state, to_state;
	const char *from_slot, *to_slot; /* "2026-04-02 09:30, Siân Pritchard, Room 2", "" none */
	const char *reason, *agreed_by, *interim_plan;
};
struct conference_change_list {
	struct conference_change *items;
	size_t count, room;
};
bool conference_change_insert(struct store *s, const struct conference_change *change, struct fault *f);
/* Newest first. */
bool conference_changes_of(struct store *s, int64_t conference, struct arena *mem, struct conference_change_list *out,
			   struct fault *f);

/* --- Enquiries --- */
bool enquiry_insert(struct store *s, struct enquiry *enquiry, struct fault *f); /* id and version are filled in */
bool enquiry_save(struct store *s, struct enquiry *enquiry, struct fault *f);   /* by version; FAULT_CONFLICT */
bool enquiry_child_insert(struct store *s, int64_t enquiry, int64_t person, struct fault *f);
bool enquiry_by_id(struct store *s, int64_t id, struct arena *mem, struct enquiry *out, struct fault *f);
bool enquiry_children(struct store *s, int64_t enquiry, struct arena *mem, struct person_list *out, struct fault *f);
struct enquiry_list {
	struct enquiry *items;
	size_t count, room;
};
bool enquiries_of_family(struct store *s, int64_t family, struct arena *mem, struct enquiry_list *out, struct fault *f);

#endif
