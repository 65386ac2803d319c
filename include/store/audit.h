/* The audit log: every look and change, append-only, each row's BLAKE2b hash covering the row before it. */
#ifndef STORE_AUDIT_H
#define STORE_AUDIT_H

#include "store/store.h"

/* Who is at work: fixed at open, written into every row. Texts are borrowed for the life of the store. */
struct audit_identity {
	int64_t uid;
	const char *login, *roles, *terminal, *address, *session, *program;
};

struct audit_entry {
	int64_t at;               /* Unix seconds */
	const char *action;       /* "conference.book", "today.look" */
	const char *subject_kind; /* "conference", "" */
	int64_t subject_id;
	int64_t family_id;  /* 0 when it concerns no one family */
	const char *detail; /* plain words or field lists; never more than 4,000 bytes, cut there between characters */
};

/* Inside the caller's transaction. The hash is over the previous hash and all fields, length-prefixed. */
bool audit_append(struct store *s, const struct audit_identity *who, const struct audit_entry *entry, struct fault *f);

struct audit_row {
	int64_t seq, at, uid, subject_id, family_id;
	const char *login, *roles, *terminal, *address, *session, *action, *subject_kind, *detail, *program;
};
struct audit_row_list {
	struct audit_row *items;
	size_t count, room;
};

/* Newest first; at most `most` rows. */
bool audit_of_subject(struct store *s, const char *kind, int64_t id, int most, struct arena *mem,
		      struct audit_row_list *out, struct fault *f);
bool audit_of_family(struct store *s, int64_t family, int most, struct arena *mem, struct audit_row_list *out,
		     struct fault *f);

/* Recomputes every hash from the rows. AUDIT_ROW_CHANGED and AUDIT_ROW_MISSING name the first bad row in *seq. */
enum audit_verdict { AUDIT_SOUND, AUDIT_ROW_CHANGED, AUDIT_ROW_MISSING };
bool audit_verify(struct store *s, enum audit_verdict *verdict, int64_t *seq, int64_t *rows, struct fault *f);

#endif
