/* The words of what was shared outside. */
#include "domain/disclosure.h"

#include "words.h"

WORDS_OF(disclosure_ground, DISCLOSURE_GROUNDS, DISCLOSURE_GROUND_COUNT)

struct disclosure disclosure_blank(void)
{
	return (struct disclosure){.shared_on = DAY_NONE,
				   .what = "",
				   .agency = "",
				   .name = "",
				   .why = "",
				   .decided_by = "",
				   .shared_by = "",
				   .paper = "",
				   .correction_why = "",
				   .by_user = ""};
}

bool disclosure_stands(const struct disclosure *disclosure)
{
	return !disclosure->is_corrected && !disclosure->is_struck;
}
