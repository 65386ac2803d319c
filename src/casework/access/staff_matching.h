/* A worker's own relatives: who works here, compared with who is in a family. Inside a verb. */
#ifndef CASEWORK_STAFF_MATCHING_H
#define CASEWORK_STAFF_MATCHING_H

#include "store/staff_store.h"
#include "work.h"

/* What is the same of the two, "the surname and the postcode"; NULL when it is less than two things. */
const char *staff_same(const struct staff_detail *staff, const struct staff_candidate *person, struct arena *mem);

/* Keeps each family of the person from whoever of the staff matches, and tells the managers; once for each. */
bool staff_match_person(struct casework *cw, int64_t person, struct fault *f);
/* The same of everybody on file with one who works here. */
bool staff_match_user(struct casework *cw, int64_t user, struct fault *f);

#endif
