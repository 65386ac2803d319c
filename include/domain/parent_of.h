/* Whose child is whose, in a family whose children do not have the same parents. Pure. */
#ifndef DOMAIN_PARENT_OF_H
#define DOMAIN_PARENT_OF_H

#include "domain/record.h"

/* What was said of one adult and one child. */
struct parent_of {
	int64_t family_id, adult_id, child_id;
	enum relationship relationship; /* of the adult to the family; only read */
	bool is_theirs;
	enum yes_no parental_responsibility; /* of this child; yes only where the child is theirs */
	int64_t said_at;                     /* Unix seconds */
};
struct parent_of_list {
	struct parent_of *items;
	size_t count, room;
};

/* NULL: nothing was said of these two. */
const struct parent_of *parent_of_find(const struct parent_of_list *said, int64_t adult, int64_t child);
/* Something was said of this adult, so that they do not belong to all children by themselves. */
bool parent_of_is_said(const struct parent_of_list *said, int64_t adult);
/* May an adult of this relationship read of this child? While nothing was said of the adult, of all children but those
 * of whom another is said to be the father (or mother) that they would be. Once something was said, of those alone that
 * are theirs; who is neither mother nor father and reads as a parent because they have parental responsibility, of the
 * children they have it for. */
bool parent_of_may_read(const struct parent_of_list *said, int64_t adult, enum relationship relationship,
			int64_t child);
/* When something was last said that may change of whom this adult reads; 0 never. */
int64_t parent_of_said_at(const struct parent_of_list *said, int64_t adult);

#endif
