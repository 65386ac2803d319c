/* The audit log as it is read: a page at a time, newest first, by person, record, kind of act and day. */
#ifndef STORE_AUDIT_TRAIL_STORE_H
#define STORE_AUDIT_TRAIL_STORE_H

#include "store/audit.h"

/* A row with what it is about by reference. Texts of an erased row are gone and so are its references. */
struct trail_row {
	int64_t seq, at, uid, subject_id, family_id;
	const char *login, *roles, *terminal, *address, *session, *kind, *action, *subject_kind, *detail, *program;
	const char *family_reference, *subject_reference;
	bool is_erased;
};
struct trail_row_list {
	struct trail_row *items;
	size_t count, room;
};

/* What narrows it; nothing set: every row. At most one of family, person, subject and disposal. */
struct trail_query {
	const char *login;        /* as the rows have it; "" everybody */
	const char *kind;         /* audit_kind_token; "" every kind */
	int64_t from_at, to_at;   /* Unix seconds, the second not included */
	int64_t family;           /* rows of this family */
	int64_t person;           /* rows about this person and of the families he or she belongs to */
	const char *subject_kind; /* with subject_id: rows about exactly that; "" none */
	int64_t subject_id;
	int64_t disposal;              /* rows of this disposal, those too that have lost their words */
	bool with_record;              /* and those of the record it let go, as far as they have */
	int64_t before_at, before_seq; /* only older rows than that one; INT64_MAX both: from the newest */
	int64_t most;
};

/* By when they were written, then by number; the page after ends where this one's last row is given as before. */
bool trail_rows(struct store *s, const struct trail_query *query, struct arena *mem, struct trail_row_list *out,
		struct fault *f);

/* Everybody who has a row, by login. */
struct login_row {
	const char *login;
};
struct login_row_list {
	struct login_row *items;
	size_t count, room;
};
bool trail_logins(struct store *s, struct arena *mem, struct login_row_list *out, struct fault *f);

#endif
