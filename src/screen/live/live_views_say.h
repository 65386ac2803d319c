/* What one key, or the words that were asked for, change in a view; and saving it. */
#ifndef LIVE_VIEWS_SAY_H
#define LIVE_VIEWS_SAY_H

#include "live_views_rows.h"
#include "tui/key.h"

/* The first operations of the step: what a key says of a view. */
enum {
	OP_VIEW_PLAN = OP_FIRST_OWN,
	OP_VIEW_NO_PLAN,
	OP_VIEW_UNSURE,
	OP_VIEW_SAME,
	OP_VIEW_RISK,
	OP_VIEW_DISSENT,
	OP_VIEW_WHY,
	OP_VIEW_TAKE_BACK,
	OP_VIEW_CATEGORY = 120, /* and a category */
	OP_VIEW_SCALE = 130     /* and a digit */
};

struct views_change {
	int op;
	const char *words; /* of dissent and why */
	bool is_ten;       /* OP_VIEW_SCALE: the nought of ten */
};

/* Of one child, or of all with VIEWS_OF_ALL; OP_VIEW_SAME makes that child's view the view of all. `person` NULL:
 * nobody is chosen, which is refused. */
bool views_say(struct casework *cw, const struct views_grid *grid, const struct live_person *person, int child,
	       const struct views_change *change, struct fault *f);

#endif
