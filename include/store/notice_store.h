/* Notices: which letter told which reader of which subject. The letter and its deliveries are in letter_store.h. */
#ifndef STORE_NOTICE_STORE_H
#define STORE_NOTICE_STORE_H

#include "domain/invitation.h"
#include "store/store.h"

struct notice_row {
	int64_t letter_id, subject_id;
	int64_t person_id, contact_id; /* 0: a typed name */
	const char *kind;              /* token of enum notice */
	const char *reference;         /* of the subject: K-0001 */
	const char *reader; /* by which its reader is known again: "person 12", "contact 3", "amelia okonkwo" */
	const char *facts;  /* digest of what it was written from */
	/* read with the row, never written: the newest delivery, and when the letter was written */
	int64_t written_at, delivery_id;
	enum delivery_state state;
};
struct notice_row_list {
	struct notice_row *items;
	size_t count, room;
};
bool notice_insert(struct store *s, const struct notice_row *row, struct fault *f);
/* *is_one: false when this letter is no notice. */
bool notice_of_letter(struct store *s, int64_t letter, struct arena *mem, struct notice_row *out, bool *is_one,
		      struct fault *f);
/* Those of one kind about one subject, newest first. */
bool notices_of_subject(struct store *s, const char *kind, int64_t subject, struct arena *mem,
			struct notice_row_list *out, struct fault *f);
/* The last day on which mail to this address came back, DAY_NONE when none did or it arrived since. */
bool mail_came_back_on(struct store *s, const char *address, struct arena *mem, day_number *out, struct fault *f);

#endif
