/* Running references: C-0001, C-0002. */
#include "statement_list.h"

#include <stdio.h>

/* Made anew when the first of its kind is asked for. */
static const struct statement count_up = {"INSERT INTO reference_counter (kind, last) VALUES (:kind, 1)"
					  " ON CONFLICT (kind) DO UPDATE SET last = last + 1 RETURNING last",
					  true};

const struct statement *const reference_statements[] = {&count_up, NULL};

bool store_next_reference(struct store *s, const char *prefix, int digits, struct arena *mem, const char **out,
			  struct fault *f)
{
	int64_t last;

	*out = "";
	if (!store_select_number(s, &count_up, PARAMETERS(PARAMETER_TEXT("kind", prefix)), 0, &last, f))
		return false;
	*out = arena_printf(mem, "%s-%0*lld", prefix, digits, (long long)last);
	if (arena_exhausted(mem))
		return fault_set(f, FAULT_MEMORY,
				 "There is not enough memory to go on. Close other programs and try again.");
	return true;
}
