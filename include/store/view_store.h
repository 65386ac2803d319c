/* What each person at a conference thought of each child, what was decided, and what was recommended besides. Saves as
 * in live_store.h. Inside the caller's transaction or look. */
#ifndef STORE_VIEW_STORE_H
#define STORE_VIEW_STORE_H

#include "domain/live.h"
#include "store/store.h"

bool view_keep(struct store *s, struct view *view, struct fault *f);
bool views_of(struct store *s, int64_t conference, struct arena *mem, struct view_list *out, struct fault *f);

bool child_decision_keep(struct store *s, struct child_decision *decision, struct fault *f);
bool child_decisions_of(struct store *s, int64_t conference, struct arena *mem, struct child_decision_list *out,
			struct fault *f);
/* Of all conferences that decided about a child: the latest first, what is not decided yet left out. */
bool child_decisions_of_person(struct store *s, int64_t person, struct arena *mem, struct child_decision_list *out,
			       struct fault *f);

bool recommendation_keep(struct store *s, struct recommendation *recommendation, struct fault *f);
bool recommendation_drop(struct store *s, int64_t id, int64_t version, struct fault *f);
bool recommendations_of(struct store *s, int64_t conference, struct arena *mem, struct recommendation_list *out,
			struct fault *f);

#endif
