/* The sentences that every store says alike. */
#include "answer.h"

bool answer_too_much(struct fault *f)
{
	return fault_set(f, FAULT_MEMORY,
			 "There is not enough memory to show all of this. Close other programs and try again.");
}

bool answer_saved(int64_t changed, int64_t *version, const char *what, struct fault *f)
{
	if (changed == 0)
		return fault_set(
			f, FAULT_CONFLICT,
			"Another person changed %s since you opened it. Look at it again, then make your change.",
			what);
	++*version;
	return true;
}

bool answer_not_found(const struct fault *found, struct fault *f, const char *sentence)
{
	if (found->code == FAULT_NOT_FOUND)
		return fault_set(f, FAULT_NOT_FOUND, "%s", sentence);
	if (f)
		*f = *found;
	return false;
}
