/* Reaching a family that this person may see, with its children and what they are called. Inside a look or verb. */
#ifndef CASEWORK_FAMILY_REACH_H
#define CASEWORK_FAMILY_REACH_H

#include "work.h"

struct family_reached {
	struct family family;
	struct member_list children; /* of it now, then those who left it */
};
/* One of a restricted family that does not name this person is not there: FAULT_NOT_FOUND. */
bool family_reach(struct casework *cw, int64_t family, struct arena *mem, struct family_reached *out, struct fault *f);

/* The child, NULL when it is none of this family. */
const struct person *family_child(const struct family_reached *reached, int64_t person);
/* "Ada"; the whole name where there are no given names; "a child" of somebody who is no child of this family. */
const char *family_child_name(const struct family_reached *reached, int64_t person, struct arena *mem);

#endif
