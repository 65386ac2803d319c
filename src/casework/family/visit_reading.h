/* The visits of a family for the pages that show a part of them. Inside a look. */
#ifndef CASEWORK_VISIT_READING_H
#define CASEWORK_VISIT_READING_H

#include "casework/visits.h"

bool visits_read(struct casework *cw, int64_t family, struct arena *mem, struct visit_page *out, struct fault *f);
/* Of a child who is none of the family: never seen, nothing owed. */
struct visit_standing visit_standing_of(const struct visit_page *page, int64_t person);

#endif
