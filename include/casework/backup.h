/* Back-ups for whoever looks after the case file: made while others work, looked through, brought back. */
#ifndef CASEWORK_BACKUP_H
#define CASEWORK_BACKUP_H

#include "casework/casework.h"

/* What seals or opens a back-up; exactly one is there. Borrowed. */
struct backup_opener {
	const char *passphrase;
	const char *public_key; /* seals: the text of a key's file, or its 64 digits */
	const char *secret_key; /* opens: the text of a key's file */
	bool is_quick;          /* least work for a passphrase: for tests */
};

enum { PASSPHRASE_LEAST = 12 }; /* characters: whoever finds the file can try as long as they like */

/* What a back-up says of itself. No personal data. */
struct backup_facts {
	const char *authority, *program;
	const char *made;       /* "Wed 1 Apr 2026 14:07" */
	const char *made_iso;   /* "2026-04-01T13:07:00Z" */
	int64_t made_at, bytes; /* bytes: of the case file in it */
	int form;
	int64_t tables, rows;
	int64_t audit_rows;
	const char *head; /* of its audit log, as casework_audit_check takes it */
};

/* For administrators only: a back-up holds everything, restricted families too, for whoever has its key. The audit row
 * names the file and is saved before the file has its name: a copy that no row tells of cannot be. */
bool casework_backup(struct casework *cw, const char *path, const struct backup_opener *with, struct arena *mem,
		     struct backup_facts *out, struct fault *f);

/* PREFIX.public and PREFIX.secret, new files that only their owner may read. */
bool backup_keys_make(const char *prefix, struct arena *mem, struct fault *f);

/* Needs no case file: whoever has the key has the right. */
bool backup_opens_by_passphrase(const char *path, bool *yes, struct fault *f);
bool backup_look_through(const char *path, const struct backup_opener *with, struct arena *mem,
			 struct backup_facts *out, struct fault *f);
/* Only what it says of itself: for its head. */
bool backup_facts_read(const char *path, const struct backup_opener *with, struct arena *mem, struct backup_facts *out,
		       struct fault *f);

struct restoring_order {
	const char *path; /* of the back-up */
	const struct backup_opener *with;
	struct casework_opening opening; /* of the case file that is there, or will be */
};
/* A record that was let go after the back-up was made, and is back with it. */
struct record_back {
	const char *disposal, *family; /* "Z-0001", "REG-0461" */
	day_number on;                 /* the day it was let go */
};
struct record_back_list {
	struct record_back *items;
	size_t count, room;
};
struct restored {
	struct backup_facts facts;
	const char *kept;       /* the name the file that was there has now, "" when there was none */
	int64_t audit_rows_old; /* of the log of the file that was there, -1 when it could not be opened */
	bool knows_let_go;      /* the file that was there could be asked; else `back` is empty for not knowing */
	struct record_back_list back;
};
/* For administrators of the file that is there; where it is gone or damaged, of the one in the back-up. */
bool casework_restore(const struct restoring_order *how, struct arena *mem, struct restored *out, struct fault *f);

#endif
