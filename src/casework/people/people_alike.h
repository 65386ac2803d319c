/* Who on file is likely the person typed. */
#ifndef CASEWORK_PEOPLE_ALIKE_H
#define CASEWORK_PEOPLE_ALIKE_H

#include "casework/people.h"
#include "work.h"

/* As casework_people_like, inside a look or verb and without an audit row. */
bool people_alike(struct casework *cw, const struct person *person, struct arena *mem, struct look_alike_list *out,
		  struct fault *f);

#endif
