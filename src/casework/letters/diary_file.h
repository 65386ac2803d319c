/* The entry for a reader's diary that goes with a letter by e-mail. Inside a look or verb. */
#ifndef CASEWORK_DIARY_FILE_H
#define CASEWORK_DIARY_FILE_H

#include "store/letter_store.h"
#include "work.h"

/* What the reader's diary is told. */
enum diary_entry { DIARY_NOTHING, DIARY_REQUEST, DIARY_CANCEL };

/* It stands in other people's diaries, which others see: no name, and to the family not even what it is. */
struct diary_file {
	enum diary_entry entry;
	const char *uid; /* the same for every entry to this reader about this meeting */
	int sequence;    /* counts up with each */
	const char *summary, *place;
	const struct invitee *reader;
	const char *address;
	day_number day; /* of an entry that is taken out, the day it stands on */
	int starts;     /* -1 not known: of one that is taken out noon does */
	int minutes;    /* 0 or less: an hour */
};

/* "calendar file", "calendar file that takes the day out"; "" for nothing, and while no office answers for it. */
const char *diary_file_words(struct casework *cw, enum diary_entry entry);
/* Adds the enclosure where there is one: an entry needs somebody who answers for it, a day and an hour. */
bool diary_file_enclose(struct casework *cw, const struct diary_file *file, struct arena *mem,
			struct enclosure_list *out, struct fault *f);
/* "Meeting with Northgate Council": what it is called to the family. */
const char *diary_summary_for_family(struct casework *cw, struct arena *mem);

#endif
