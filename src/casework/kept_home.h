/* Homes that are kept from somebody: no letter tells one, whoever's name it stands under. */
#ifndef CASEWORK_KEPT_HOME_H
#define CASEWORK_KEPT_HOME_H

#include "work.h"

/* As words to compare, " 7 rose row " : small letters and figures, one blank around each word. */
struct kept_home {
	const char *lines, *postcode; /* never both "" */
};
struct kept_home_list {
	struct kept_home *items;
	size_t count, room;
};

/* Where anybody of the family lives now, those who left it too, and which was marked confidential. Inside a look or
 * verb. */
bool kept_homes_of_family(struct casework *cw, int64_t family, struct arena *mem, struct kept_home_list *out,
			  struct fault *f);
/* Does one of them stand in `text` (an address, or a letter in its kept form) that does not stand in `own`? */
bool kept_home_stands_in(const struct kept_home_list *list, const char *text, const char *own, struct arena *mem);

/* Where somebody lives now: the lines with the postcode on the last, parted by '\n'; "" not known. */
bool person_home(struct casework *cw, int64_t person, struct arena *mem, const char **lines, struct fault *f);

#endif
