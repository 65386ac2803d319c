/* The audit log: every look and change, append-only, each row's BLAKE2b hash covering the row before it. */
#ifndef STORE_AUDIT_H
#define STORE_AUDIT_H

#include "domain/audit_kind.h"
#include "store/store.h"

/* Who is at work: fixed at open, written into every row. Texts are borrowed for the life of the store. */
struct audit_identity {
	int64_t uid;
	const char *login, *roles, *terminal, *address, *session, *program;
};

struct audit_entry {
	int64_t at;               /* Unix seconds */
	const char *action;       /* "conference.book", "today.look"; tells the kind (domain/audit_kind.h) */
	const char *subject_kind; /* "conference", "" */
	int64_t subject_id;
	int64_t family_id;  /* 0 when it concerns no one family */
	const char *detail; /* plain words or field lists; never more than 4,000 bytes, cut there between characters */
};

/* Inside the caller's transaction. The hash is over the previous hash and all fields, length-prefixed. */
bool audit_append(struct store *s, const struct audit_identity *who, const struct audit_entry *entry, struct fault *f);

struct audit_row {
	int64_t seq, at, uid, subject_id, family_id;
	const char *login, *roles, *terminal, *address, *session, *kind, *action, *subject_kind, *detail, *program;
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
/* Of no family: letters to be posted were taken out in one file while one of the family's was among those that waited.
 */
bool audit_of_posts(struct store *s, int64_t family, int most, struct arena *mem, struct audit_row_list *out,
		    struct fault *f);

/* What other sessions than this one wrote after row `after`, oldest first; at most `most` rows. */
bool audit_since(struct store *s, int64_t after, const char *session, int most, struct arena *mem,
		 struct audit_row_list *out, struct fault *f);

/* How far the log had come at some moment, kept where nobody who may write to the file can change it: in a back-up, in
 * the log of the machine. Row 0 is none. */
enum { AUDIT_DIGEST_BYTES = 32, AUDIT_ANCHOR_ROOM = 20 + 1 + 2 * AUDIT_DIGEST_BYTES + 1 + 20 + 1 };
struct audit_anchor {
	int64_t row;
	unsigned char hash[AUDIT_DIGEST_BYTES];
	int64_t at; /* when that row was written, or a moment after it; 0 not known */
};
bool audit_newest(struct store *s, struct audit_anchor *out, struct fault *f);
bool audit_newest_at(struct store *s, int64_t *out, struct fault *f); /* when it was written, 0 when there is none */

/* "1234:9f86d0...@1775052000" and back, the moment left out where it is not known; what is no such text is refused. */
void audit_anchor_write(const struct audit_anchor *anchor, char out[AUDIT_ANCHOR_ROOM]);
bool audit_anchor_read(const char *text, struct audit_anchor *out, struct fault *f);

/* Recomputes every hash from the rows. CHANGED and MISSING name the first bad row in *seq, END_CUT the first row that
 * is gone from the end: known from the highest number ever given, or from the anchor. REWRITTEN: every row fits the one
 * before, but the row of the anchor is another than it was; *seq is that row. END_REPLACED: so it is, and it was
 * written after the anchor was taken, so that the end was cut off and the log went on from there; *seq is the first row
 * written since. `anchor` may be NULL. */
enum audit_verdict {
	AUDIT_SOUND,
	AUDIT_ROW_CHANGED,
	AUDIT_ROW_MISSING,
	AUDIT_END_CUT,
	AUDIT_REWRITTEN,
	AUDIT_END_REPLACED,
};
bool audit_verify(struct store *s, const struct audit_anchor *anchor, enum audit_verdict *verdict, int64_t *seq,
		  int64_t *rows, struct fault *f);

/* When a row about this kind was last written (Unix seconds, 0 never), and its words. */
bool audit_last_of_kind(struct store *s, const char *kind, struct arena *mem, struct audit_row *out, bool *is_there,
			struct fault *f);

#endif
