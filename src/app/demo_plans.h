/* Plans of the demonstration, as core groups wrote them: texts, actions, who helps, how safe. */
#ifndef APP_DEMO_PLANS_H
#define APP_DEMO_PLANS_H

#include "casework/casework.h"
#include "demo_family.h"

/* A core group of this family met on `day`: some write down their plan then, first as the conference outlined it, then
 * as it was turned into the detailed one. */
bool demo_write_plan(struct casework *cw, const struct demo_world *world, int64_t family, day_number day,
		     struct fault *f);

#endif
