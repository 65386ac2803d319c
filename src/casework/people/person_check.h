/* What a person's details must be before they are kept. Pure: nothing is read or written. */
#ifndef CASEWORK_PERSON_CHECK_H
#define CASEWORK_PERSON_CHECK_H

#include "domain/record.h"

#include "base/arena.h"
#include "base/fault.h"

/* Trims every text and refuses by field name what holds control characters. Names stay exactly as they are spelt. */
bool person_tidy(struct person *person, struct arena *mem, struct fault *f);
/* The same for an address; the postcode becomes upper case with one blank. A postcode that has not the form of one is
 * refused. */
bool address_tidy(struct address *address, struct arena *mem, struct fault *f);
/* Relationships that a home is kept from, as tokens: "father, step_father"; refused by field name where one is not
 * known. */
bool keep_from_tidy(const char **words, const char *field, struct arena *mem, struct fault *f);
/* One text of a row. */
bool field_tidy(const char **text, const char *field, struct arena *mem, struct fault *f);

/* An address that was typed in one piece: a postcode that stands on a line of its own at the end is one. */
struct address address_of_lines(const char *typed, struct arena *mem);

/* "ZZ14 2YH" from "zz14 2yh" or "ZZ142YH"; NULL when it has not the form of a postcode; "" from "". */
const char *postcode_tidy(const char *text, struct arena *mem);

/* At most 20 letters and digits, as rule 1580 of the census asks, so that it can be returned. "" is allowed here. */
bool la_child_id_check(const char *la_child_id, struct fault *f);
/* Ten digits, blanks and hyphens apart, the last of which follows from the others (NHS Data Model, modulus 11). "" is
 * allowed. */
bool nhs_number_check(const char *number, struct fault *f);
bool email_check(const char *email, struct fault *f);

/* Dates against each other and against today; a child has exactly one of birth date and expected date. */
bool person_dates_check(const struct person *person, bool is_child, day_number today, struct fault *f);
/* All of the above for somebody typed in: with at least one name. */
bool person_check(const struct person *person, bool is_child, day_number today, struct fault *f);

#endif
