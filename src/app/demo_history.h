/* What is known of an invented family on a day, as an authority's return and list of families would say it. */
#ifndef APP_DEMO_HISTORY_H
#define APP_DEMO_HISTORY_H

#include "casework/intake.h"
#include "demo_family.h"

/* A conference counts as held from the day after: those of today are still to come. */
bool demo_is_held(const struct demo_world *world, day_number day, day_number as_of);

/* Did anything become known after one day and until another? */
bool demo_has_news(const struct demo_world *world, const struct demo_family *family, day_number after,
		   day_number until);

/* Everything about the i-th child as known on `as_of`. Lives in `mem`. */
struct intake_child demo_child_as_of(const struct demo_world *world, const struct demo_family *family, size_t i,
				     day_number as_of, struct arena *mem);

/* Its people into the case file, one verb each; then what is known of each child. */
bool demo_enter_people(struct casework *cw, const struct demo_family *family, struct fault *f);
/* Of some families with a father and somebody else who lives with the mother: whose child is whose. */
bool demo_say_whose_child(struct casework *cw, const struct demo_family *family, struct fault *f);
bool demo_enter_history(struct casework *cw, const struct demo_world *world, const struct demo_family *family,
			day_number as_of, struct fault *f);

#endif
