/* Moves of children with plans between authorities. Inside the caller's transaction or look. */
#ifndef STORE_TRANSFER_STORE_H
#define STORE_TRANSFER_STORE_H

#include "domain/transfer.h"
#include "store/store.h"

/* Keeps a new one, reference included; id and version are filled in. */
bool transfer_insert(struct store *s, struct transfer *transfer, struct fault *f);
/* Saves everything but reference, family and direction, by version, counted up in *transfer too. FAULT_CONFLICT. */
bool transfer_save(struct store *s, struct transfer *transfer, struct fault *f);
/* FAULT_NOT_FOUND with a sentence. */
bool transfer_by_id(struct store *s, int64_t id, struct arena *mem, struct transfer *out, struct fault *f);
/* The id of M-0001 and the like; 0 there is none. */
bool transfer_by_reference(struct store *s, const char *reference, int64_t *out, struct fault *f);
/* Of one family (0: all): the open ones oldest first, then the others, the newest first. */
bool transfers_of(struct store *s, int64_t user, int64_t family, bool only_open, int most, struct arena *mem,
		  struct transfer_list *out, struct fault *f);
/* The one whose transfer-in conference this is; id 0 none. */
bool transfer_of_conference(struct store *s, int64_t conference, struct arena *mem, struct transfer *out,
			    struct fault *f);
/* The open one of this child that moves so; id 0 none. */
bool transfer_open_of(struct store *s, int64_t person, enum transfer_direction direction, struct arena *mem,
		      struct transfer *out, struct fault *f);

bool transfer_child_insert(struct store *s, int64_t transfer, int64_t person, struct fault *f);
/* The ids of its children. */
struct transfer_child_list {
	int64_t *items;
	size_t count, room;
};
bool transfer_children(struct store *s, int64_t transfer, struct arena *mem, struct transfer_child_list *out,
		       struct fault *f);

bool transfer_note_insert(struct store *s, struct transfer_note *note, struct fault *f); /* id is filled in */
/* Oldest first. */
bool transfer_notes_of(struct store *s, int64_t transfer, struct arena *mem, struct transfer_note_list *out,
		       struct fault *f);

#endif
