/* How much two people are alike, by name and date alone. */
#ifndef CASEWORK_PEOPLE_LIKENESS_H
#define CASEWORK_PEOPLE_LIKENESS_H

#include "domain/record.h"
#include "store/person_store.h"

/* The more, the likelier. */
enum likeness {
	LIKENESS_NONE,
	LIKENESS_PART,    /* one name in common, the same date */
	LIKENESS_UNDATED, /* the same names; a date is not known */
	LIKENESS_SLIP,    /* the same names; one figure of the date is another, or day and month are exchanged */
	LIKENESS_WHOLE,   /* the same names and date, or the same LA child id */
};

/* `typed` may hold NULL texts. `aliases` are the kept person's. */
enum likeness people_likeness(const struct person *typed, const struct person *kept, const struct alias_list *aliases,
			      struct arena *mem);

#endif
