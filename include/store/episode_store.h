/* Episodes of need, their assessments and child in need plans, as the census holds them and a later return must give
 * back. */
#ifndef STORE_EPISODE_STORE_H
#define STORE_EPISODE_STORE_H

#include "domain/date.h"
#include "store/store.h"

struct episode {
	int64_t id, person_id;
	day_number referred_on, closed_on;
	const char *referral_source, *primary_need, *closure_reason;
	bool is_no_further_action;
};
struct assessment {
	int64_t id, episode_id;
	day_number started_on, internal_review_on, authorised_on;
	const char *factors; /* codes parted by blanks */
};
struct need_plan {
	int64_t id, episode_id;
	day_number started_on, ended_on;
};

/* Keeps the row under its natural key (person and referral day; episode and start day): added when new, changed where
 * it differs. *changed is false when all of it was there already. The episode's id is filled in. */
bool episode_put(struct store *s, struct episode *episode, bool *changed, struct fault *f);
bool assessment_put(struct store *s, const struct assessment *assessment, bool *changed, struct fault *f);
bool need_plan_put(struct store *s, const struct need_plan *plan, bool *changed, struct fault *f);

/* The referral a child came in by last; id 0 and no days in *out when none is known. */
bool episode_latest(struct store *s, int64_t person, struct arena *mem, struct episode *out, struct fault *f);
/* Has the child a child in need plan that has not ended? */
bool need_plan_is_open(struct store *s, int64_t person, bool *out, struct fault *f);

#endif
