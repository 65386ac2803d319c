/* Homes that are kept from somebody: no letter tells one, whoever's name it stands under. */
#ifndef CASEWORK_KEPT_HOME_H
#define CASEWORK_KEPT_HOME_H

#include "work.h"

/* As words to compare, " 7 rose row " : small letters and figures, one blank around each word, "road" and the like in
 * short, no apostrophe, no mark that is not seen. */
struct kept_home {
	const char *lines, *postcode; /* all of it; never both without a word */
	const char *door;             /* " 7 rose row ", the line that alone tells the house; " " none */
	const char *street;           /* " rose row "; " " when that is one word only, or not known */
	const char *joined_postcode;  /* " zz142yh " */
};
struct kept_home_list {
	struct kept_home *items;
	size_t count, room;
};

/* Where anybody of the family lives now, those who left it too, and which was marked confidential. Inside a look or
 * verb. */
bool kept_homes_of_family(struct casework *cw, int64_t family, struct arena *mem, struct kept_home_list *out,
			  struct fault *f);
struct kept_home kept_home_of(const char *lines, const char *postcode, struct arena *mem);
/* Does one of them stand in `text` (an address, or a letter in its kept form) that does not stand in `own`? */
bool kept_home_stands_in(const struct kept_home_list *list, const char *text, const char *own, struct arena *mem);
/* The same of words somebody typed, of which less is enough: also the postcode alone, or the street without its number
 * (but not the school or surgery that is called after the street). */
bool kept_home_is_told_by(const struct kept_home_list *list, const char *typed, struct arena *mem);

/* Where somebody lives now: the lines with the postcode on the last, parted by '\n'; "" not known. */
bool person_home(struct casework *cw, int64_t person, struct arena *mem, const char **lines, struct fault *f);

#endif
