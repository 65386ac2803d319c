/* The parts of taking a family's record out: its people, and the words by which they are known. Private to src/store,
 * between guard_lower and guard_raise. */
#ifndef STORE_ERASE_PARTS_H
#define STORE_ERASE_PARTS_H

#include "store/erase_store.h"

bool erase_no_memory(struct fault *f); /* always false */

struct erase_person {
	int64_t id, stands_for; /* whose second entry it is; itself */
	const char *reference, *given_names, *surname, *known_as, *la_child_id, *upn, *nhs_number;
	const char *aliases; /* other names, one a line */
	bool is_gone;
};
struct erase_person_list {
	struct erase_person *items;
	size_t count, room;
};
/* Whoever any row of the family names, second entries before first ones. */
bool erase_people_of(struct store *s, int64_t family, struct arena *mem, struct erase_person_list *out,
		     struct fault *f);
/* Once the family's rows are gone: whoever nothing else names goes with what is theirs alone. */
bool erase_people(struct store *s, struct erase_person_list *people, struct erased *out, struct fault *f);

/* By what a text is known to speak of them, folded (base/text.h). */
enum erase_mark_kind {
	MARK_REFERENCE = 1, /* of a family, a conference, a person: names nobody, but a draft about it goes */
	MARK_NUMBER = 2,    /* NHS number, UPN, LA child id */
	MARK_WHOLE = 4,     /* given name and surname: `also` is the other */
	MARK_LONE = 8,      /* a name that nobody else in the file bears; a common word may be one: "May" */
};
struct erase_mark {
	enum erase_mark_kind kind;
	const char *folded, *also;
};
struct erase_mark_list {
	struct erase_mark *items;
	size_t count, room;
};
bool erase_marks_of_family(struct store *s, int64_t family, struct arena *mem, struct erase_mark_list *out,
			   struct fault *f);
/* Of those who are gone. */
bool erase_marks_of_people(struct store *s, const struct erase_person_list *people, struct arena *mem,
			   struct erase_mark_list *out, struct fault *f);
/* Is a mark of these kinds among the words of the text? `is_near`: a given name and a surname only side by side. */
bool erase_is_marked(const struct erase_mark_list *marks, unsigned kinds, bool is_near, const char *text,
		     struct arena *mem);

/* Drafts about them are dropped, questions to the list about them too, and the words of the audit log taken out. */
bool erase_words(struct store *s, const struct erasing *order, const struct erase_person_list *people,
		 const struct erase_mark_list *marks, int64_t *drafts, int64_t *log_rows, struct fault *f);

#endif
