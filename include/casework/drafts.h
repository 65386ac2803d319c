/* What a person typed and has not saved: kept at every field left, offered at the next start. Own drafts only. */
#ifndef CASEWORK_DRAFTS_H
#define CASEWORK_DRAFTS_H

#include "casework/casework.h"

struct draft {
	int64_t id;
	const char *form, *subject, *summary, *fields;
	int64_t saved_at;
	int64_t family_id, conference_id; /* open while it was typed; 0 not known */
	const char *when;                 /* "Wed 1 Apr 14:32" */
	bool is_of_other_session;         /* left behind by a session that ended, or open in another window */
};
struct draft_list {
	struct draft *items;
	size_t count, room;
};

bool casework_draft_keep(struct casework *cw, const char *form, const char *subject, const char *summary,
			 const char *fields, struct fault *f);
/* A draft left behind by another session becomes this one's, so that saving or dropping it here leaves nothing behind.
 */
bool casework_draft_take_over(struct casework *cw, int64_t id, struct fault *f);
bool casework_draft_drop(struct casework *cw, const char *form, const char *subject, struct fault *f);
bool casework_draft_drop_id(struct casework *cw, int64_t id, struct fault *f);
bool casework_drafts(struct casework *cw, struct arena *mem, struct draft_list *out, struct fault *f);

#endif
