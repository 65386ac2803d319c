/* The rows of two versions of a plan. */
#ifndef COMPARE_ROWS_H
#define COMPARE_ROWS_H

#include "casework/family_plan.h"

struct compare_row {
	bool is_heading;
	const char *mark, *label, *before, *now; /* one under the other: the text is in `before` */
	enum plan_change change;
	const char *whole_before, *whole_now, *about; /* of the part this row is of */
	int64_t identity;
};
struct compare_rows {
	struct compare_row *items;
	size_t count, room;
	size_t same; /* parts that are as they were, shown or left out */
};

/* `cells`: the columns of one text; `is_wide`: the two stand beside one another; `shows_all`: what is as it was too.
 * The rows are memory of `mem`, the texts of them also of `both`. false: not enough memory. */
bool compare_rows_make(struct compare_rows *out, const struct plan_comparison *both, int cells, bool is_wide,
		       bool shows_all, struct arena *mem);

#endif
