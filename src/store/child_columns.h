/* A person as a child of a conference, enquiry or deadline: one spelling for every list of children. */
#ifndef STORE_CHILD_COLUMNS_H
#define STORE_CHILD_COLUMNS_H

#include "domain/record.h"
#include "store/store.h"

/* `p` stands for the person table. */
#define CHILD_COLUMNS                                                                                                  \
	"p.id, p.reference, p.la_child_id, p.upn, p.upn_unknown, p.nhs_number, p.surname, p.given_names, p.known_as,"  \
	" p.sex, p.born_on, p.expected_on, p.died_on, p.ethnicity, p.disabilities, p.language, p.needs_interpreter,"   \
	" p.signing, p.access, p.phone, p.email, p.reached_by, p.reach_note, p.version"
#define OLDEST_FIRST " ORDER BY p.born_on IS NULL, p.born_on, p.id"

extern const struct column_list child_column_list; /* of struct person */

#endif
