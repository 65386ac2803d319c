/* Drafts: what a person has typed into a form and not yet saved. */
#ifndef STORE_DRAFT_STORE_H
#define STORE_DRAFT_STORE_H

#include "store/store.h"

struct draft_row {
	int64_t id;
	const char *login, *form, *subject, *summary, *session, *fields;
	int64_t saved_at;
	int64_t family_id, conference_id; /* open while it was typed; 0 not known */
};
struct draft_row_list {
	struct draft_row *items;
	size_t count, room;
};

bool draft_keep(struct store *s, const struct draft_row *draft,
		struct fault *f); /* one for each login, form, subject, session */
bool draft_drop(struct store *s, const char *login, const char *form, const char *subject, const char *session,
		struct fault *f);
bool draft_drop_id(struct store *s, int64_t id, struct fault *f);
/* But for what was typed about a family that this person may not see any more. */
bool drafts_of(struct store *s, const char *login, int64_t user, struct arena *mem, struct draft_row_list *out,
	       struct fault *f);
/* Everybody's about one family, by the page that was open while they were typed or by the number they are kept under.
 * Inside the caller's transaction, while the family is there. */
bool drafts_drop_about(struct store *s, int64_t family, int64_t *dropped, struct fault *f);

#endif
