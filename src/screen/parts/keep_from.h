/* From whom of a family a home is kept: offered as it is typed. */
#ifndef SCREEN_KEEP_FROM_H
#define SCREEN_KEEP_FROM_H

#include "domain/record.h"
#include "tui/form.h"

/* The adults' relationships that begin like the last word of "father, step". `except`: a person whose own home it is;
 * 0 nobody. False when there is no memory. */
bool keep_from_suggest(const struct member_list *members, int64_t except, const char *typed, struct arena *mem,
		       struct field_suggestion_list *out);

#endif
