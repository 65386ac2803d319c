/* What is typed of a plan, made fit to keep: the same at a conference and between. Inside a verb. */
#ifndef CASEWORK_PLAN_WORDS_H
#define CASEWORK_PLAN_WORDS_H

#include "domain/plan_version.h"
#include "work.h"

bool plan_texts_tidy(struct plan_version *plan, struct arena *mem, struct fault *f);

/* Where a plan is written: of whose family, at which conference (NULL: between), and the first day something may be
 * done by. */
struct plan_desk {
	int64_t family_id;
	const struct conference *conference;
	day_number from;
};
/* One action into `plan`: tidied, whoever does it named, put at the end when it is new. `all` are those of the plan. */
bool plan_action_write(struct casework *cw, const struct plan_desk *desk, int64_t plan,
		       const struct plan_action_list *all, struct plan_action *action, struct arena *mem,
		       struct fault *f);
const struct plan_action *plan_action_find(const struct plan_action_list *all, int64_t id);
bool plan_action_gone(struct fault *f); /* always false */

/* Somebody of the safety network into `plan`. */
bool plan_network_write(struct casework *cw, int64_t family, int64_t plan, struct plan_network *one, struct arena *mem,
			struct fault *f);
bool plan_network_take_out(struct casework *cw, int64_t plan, int64_t id, int64_t version, struct arena *mem,
			   struct fault *f);

#endif
