/* How long records are kept, what holds them, and disposals with their certificates. Inside the caller's transaction or
 * look. */
#ifndef STORE_RETENTION_STORE_H
#define STORE_RETENTION_STORE_H

#include "domain/retention.h"
#include "store/store.h"

/* A family with what its retention is worked out from. */
struct retention_facts {
	int64_t family_id;
	const char *reference, *name;
	day_number first_on, last_on; /* the first and the last contact; DAY_NONE nothing dated */
	bool is_open;                 /* a plan, a conference, a task, a complaint ... is not ended */
	bool is_held, is_proposed;
};
struct retention_facts_list {
	struct retention_facts *items;
	size_t count, room;
};
/* One family, or (0) every family this user may see, by reference. */
bool retention_facts_of(struct store *s, int64_t family, int64_t user, struct arena *mem,
			struct retention_facts_list *out, struct fault *f);

struct retention_child_row {
	int64_t family_id;
	struct retention_child child;
};
struct retention_child_row_list {
	struct retention_child_row *items;
	size_t count, room;
};
/* Its children (0: of all families), those too who left it or were only in one of its conferences; by family. */
bool retention_children_of(struct store *s, int64_t family, struct arena *mem, struct retention_child_row_list *out,
			   struct fault *f);

/* What is open of one family, in words: "a plan", "a task"; a few at most. */
struct retention_word {
	const char *words;
};
struct retention_word_list {
	struct retention_word *items;
	size_t count, room;
};
bool retention_open_of(struct store *s, int64_t family, struct arena *mem, struct retention_word_list *out,
		       struct fault *f);

bool hold_insert(struct store *s, struct retention_hold *hold, struct fault *f); /* id and version are filled in */
/* Lifted: by version. FAULT_CONFLICT. */
bool hold_lift(struct store *s, struct retention_hold *hold, struct fault *f);
bool hold_by_id(struct store *s, int64_t id, struct arena *mem, struct retention_hold *out, struct fault *f);
/* Of one family, those in force first, then the newest; 0: all in force. */
bool holds_of(struct store *s, int64_t family, struct arena *mem, struct retention_hold_list *out, struct fault *f);

bool disposal_insert(struct store *s, struct disposal *disposal,
		     struct fault *f); /* reference, id, version filled in */
/* What became of it, by version, counted up. FAULT_CONFLICT. */
bool disposal_save(struct store *s, struct disposal *disposal, struct fault *f);
bool disposal_wiped(struct store *s, int64_t at, struct fault *f); /* of all that are done and not yet wiped */
bool disposal_by_id(struct store *s, int64_t id, struct arena *mem, struct disposal *out, struct fault *f);
bool disposal_by_reference(struct store *s, const char *reference, struct arena *mem, struct disposal *out,
			   struct fault *f);
/* The one by which the record with this reference went, the newest where it went more than once. */
bool disposal_by_gone(struct store *s, const char *family, struct arena *mem, struct disposal *out, struct fault *f);
bool disposals_done(struct store *s, struct arena *mem, struct disposal_list *out, struct fault *f); /* newest first */
/* Has a family this reference? Also asked of a file of an older form. */
bool record_is_there(struct store *s, const char *family, bool *out, struct fault *f);
/* Those proposed first, oldest first; then the others, newest first. Of families this user may not see none but done
 * ones. */
bool disposals(struct store *s, int64_t user, struct arena *mem, struct disposal_list *out, struct fault *f);

struct disposal_count {
	int64_t disposal_id;
	const char *what; /* "conferences" */
	int64_t total;
};
struct disposal_count_list {
	struct disposal_count *items;
	size_t count, room;
};
bool disposal_count_insert(struct store *s, const struct disposal_count *count, struct fault *f);
bool disposal_counts(struct store *s, int64_t disposal, struct arena *mem, struct disposal_count_list *out,
		     struct fault *f);

/* For doctor. */
struct retention_totals {
	int64_t held, held_past, proposed, to_wipe; /* held_past: to be looked at again, and nobody has */
};
bool retention_totals_read(struct store *s, day_number today, struct retention_totals *out, struct fault *f);

#endif
