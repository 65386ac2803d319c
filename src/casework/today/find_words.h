/* What is said of each that a search found. The texts are in `mem`, or those of the row. */
#ifndef CASEWORK_FIND_WORDS_H
#define CASEWORK_FIND_WORDS_H

#include "casework/pages.h"
#include "store/find_store.h"

/* A child as itself; an adult as the family. */
struct found found_of_person(struct arena *mem, const struct find_person_row *row);

/* Of what was found by its reference: what it is, and what is said beside it. */
enum found_kind found_kind_of(const struct find_row *row);
const char *found_detail(struct arena *mem, const struct find_row *row);

/* "Ava, Ben, unborn", the first six. */
const char *found_children_words(struct arena *mem, const struct find_person_row_list *children);

#endif
