/* Who may see a restricted family, why, and who saw it all the same. Inside the caller's transaction or look. */
#ifndef STORE_RESTRICTION_STORE_H
#define STORE_RESTRICTION_STORE_H

#include "domain/restriction.h"
#include "store/authority_store.h"

/* Keeps a new one; id and version are filled in. */
bool restriction_insert(struct store *s, struct restriction *restriction, struct fault *f);
/* Saves reason, review day and how it was lifted, by version, counted up in *restriction too. FAULT_CONFLICT. */
bool restriction_save(struct store *s, struct restriction *restriction, struct fault *f);
/* The one in force; id 0 none. */
bool restriction_of(struct store *s, int64_t family, struct arena *mem, struct restriction *out, struct fault *f);
/* Every one in force, the nearest review first. */
bool restrictions_in_force(struct store *s, struct arena *mem, struct restriction_list *out, struct fault *f);

/* The flag that every reading looks at first; the family's version is counted up. */
bool family_restrict(struct store *s, int64_t family, bool is_restricted, struct fault *f);
/* Nobody is named any more; then one by one. */
bool family_named_clear(struct store *s, int64_t family, struct fault *f);
bool family_named_add(struct store *s, int64_t family, int64_t user, struct fault *f);
/* Who is named, by name. */
bool family_named(struct store *s, int64_t family, struct arena *mem, struct user_row_list *out, struct fault *f);

/* A restricted family by what somebody asks for: its exact reference, that of one of its conferences or members, or an
 * LA child id. 0: none. */
bool restricted_family_called(struct store *s, const char *words, int64_t *out, struct fault *f);

/* Keeps what a manager is to be told; id and version are filled in. */
bool access_event_insert(struct store *s, struct access_event *event, struct fault *f);
/* Acknowledged: seen_at, seen_by, seen_note, by version. FAULT_CONFLICT. */
bool access_event_save(struct store *s, struct access_event *event, struct fault *f);
bool access_event_by_id(struct store *s, int64_t id, struct arena *mem, struct access_event *out, struct fault *f);
/* Those not acknowledged, the oldest first; with `all` the others after them, the newest first. */
bool access_events(struct store *s, bool all, struct arena *mem, struct access_event_list *out, struct fault *f);
/* Is this person known to be a relative? */
bool family_has_relative(struct store *s, int64_t family, int64_t user, bool *out, struct fault *f);
/* Is anybody? */
bool family_has_relatives(struct store *s, int64_t family, bool *out, struct fault *f);
/* What this person has open by broken glass at `now`, the last to close first. */
bool glass_open(struct store *s, int64_t user, int64_t now, struct arena *mem, struct access_event_list *out,
		struct fault *f);

#endif
