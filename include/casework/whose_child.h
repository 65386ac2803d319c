/* Whose child is whose: said by hand where the children of a family do not have the same parents. */
#ifndef CASEWORK_WHOSE_CHILD_H
#define CASEWORK_WHOSE_CHILD_H

#include "casework/casework.h"
#include "domain/parent_of.h"

/* What a page shows of it, one line each; none in a family of which nothing was said. */
struct whose_line {
	int64_t person_id;     /* whom the line leads to */
	const char *who;       /* "Kofi Mensah, father"; of a child "Ava Okonkwo" */
	const char *words;     /* "Ava (PR); not Ben"; of a child "nobody said whose child Ava is" */
	bool is_child, is_gap; /* is_gap: something is still to be said */
};
struct whose_line_list {
	struct whose_line *items;
	size_t count, room;
};

struct whose_child {
	struct family family;                /* its version goes back with a save */
	struct member_list adults, children; /* who belongs to it now */
	struct parent_of_list said;          /* also of those who left it: these rows stay as they are */
	struct whose_line_list lines;
};
bool casework_whose_child(struct casework *cw, int64_t family, struct arena *mem, struct whose_child *out,
			  struct fault *f);

/* Says of every adult and child who belong to the family now what `said` holds, and takes back what it does not: an
 * adult without a row belongs to all the children again. An adult who is said to be without any child of the family
 * has rows that say no. Parental responsibility follows: the adult's own is that of any child of theirs. Refuses
 * responsibility for a child who is not theirs and anybody who does not belong to the family; FAULT_CONFLICT when
 * another person changed the family since `version`. *out is the new version. */
bool casework_whose_child_save(struct casework *cw, int64_t family, int64_t version, const struct parent_of_list *said,
			       int64_t *out, struct fault *f);

#endif
