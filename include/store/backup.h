/* Back-ups: one sealed file made while others work, looked through to its last byte, and brought back.
 * docs/reliability.md says what they protect against. Nothing readable of the case file is ever in a file with a name
 * but the case file. */
#ifndef STORE_BACKUP_H
#define STORE_BACKUP_H

#include "store/audit.h"

enum { BACKUP_HASH_BYTES = 32 };

/* What opens or closes a seal. Texts are borrowed; exactly one is there. */
struct backup_key {
	const char *passphrase;
	const char *public_key; /* to make a back-up: 64 digits, or the text of the file that holds them */
	const char *secret_key; /* to open one: the text of the key's file */
	bool is_quick;          /* least work for a passphrase: for tests */
};

enum backup_lock { BACKUP_BY_PASSPHRASE = 1, BACKUP_BY_KEY = 2 };

/* A new pair of keys as the texts of their files: "quorate back-up public key\n<64 digits>\n". */
enum { BACKUP_KEY_ROOM = 128 };
bool backup_new_keys(char public_key[BACKUP_KEY_ROOM], char secret_key[BACKUP_KEY_ROOM], struct fault *f);
bool backup_public_key_check(const char *public_key, struct fault *f);

/* How the sealed file is locked: to ask for the right thing. FAULT_NOT_FOUND, FAULT_CORRUPT. */
bool backup_lock_of(const char *path, enum backup_lock *out, struct fault *f);

struct backup_count {
	const char *table;
	int64_t rows;
};
struct backup_count_list {
	struct backup_count *items;
	size_t count, room;
};

/* What a back-up says of itself, sealed with it. No personal data. */
struct backup_manifest {
	const char *program, *authority, *la_code;
	int form; /* of the case file: the number of its newest schema file */
	int64_t made_at;
	int64_t bytes; /* of the case file in it */
	unsigned char hash[BACKUP_HASH_BYTES];
	struct audit_anchor anchor; /* the newest row of the audit log */
	struct backup_count_list counts;
};

struct backup_order {
	const char *path; /* of the new file, which must not be there */
	const struct backup_key *key;
	const char *program; /* "quorate 0.1.0" */
	/* Called once when the file is whole and before it gets its name: leaves the audit row. */
	bool (*announce)(void *payload, const struct backup_manifest *manifest, struct fault *f);
	void *payload;
};

/* Copies the case file as it is at one moment while others go on saving, checks the copy, seals it, and gives the file
 * its name only when it is whole and on the disk. FAULT_CORRUPT when the case file itself is damaged: then no back-up
 * is made of it, so that a good one is not thought to be had. */
bool backup_make(struct store *s, const struct backup_order *order, struct arena *mem, struct backup_manifest *out,
		 struct fault *f);

/* The manifest alone: the first chunk is opened, the others are not looked at. */
bool backup_manifest_read(const char *path, const struct backup_key *key, struct arena *mem,
			  struct backup_manifest *out, struct fault *f);

/* Opens all of it and looks through what is in it: seal, end, digest, pages, references, audit log and its head,
 * counts. False with FAULT_CORRUPT and a sentence at the first thing that is not as it was made. */
bool backup_verify(const char *path, const struct backup_key *key, struct arena *mem, struct backup_manifest *out,
		   struct fault *f);

struct restore_order {
	const char *path, *case_file;
	const struct backup_key *key;
	/* Called with the copy open for writing, before it takes its place: asks whether this person may, and leaves
	 * the audit row inside its own transaction. */
	bool (*admit)(void *payload, struct store *copy, const struct backup_manifest *manifest, const char *kept_name,
		      struct fault *f);
	void *payload;
};

/* Refuses (FAULT_BUSY) while anybody has the case file open. The file that was there is kept beside under a name with
 * the date, which is put into *kept ("" when there was none). */
bool backup_restore(const struct restore_order *order, struct arena *mem, struct backup_manifest *out,
		    const char **kept, struct fault *f);

#endif
