/* The audit log as an auditor reads it: who did what, narrowed by person, record, kind of act and day. It tells no name
 * of a family: records stand by their reference, unless whoever reads may see that family. */
#ifndef CASEWORK_AUDIT_TRAIL_H
#define CASEWORK_AUDIT_TRAIL_H

#include "casework/casework.h"
#include "domain/audit_kind.h"

/* Nothing set: every row. */
struct audit_filter {
	const char *who;     /* an account as the log has it, or its beginning where only one begins so; "" everybody */
	const char *about;   /* a reference of a family, conference, complaint, escalation, person or disposal, or the
				LA child id; of a child with all its family's rows; "" everything */
	int kind;            /* enum audit_kind, -1 every one */
	day_number from, to; /* both included; DAY_NONE: open */
};

struct audit_line {
	int64_t seq, at, uid;
	enum audit_kind kind;
	const char *stamp;    /* "2026-04-01 14:07:09", Europe/London */
	const char *when;     /* "Wed 1 Apr 2026 14:07:09", Europe/London */
	const char *who;      /* the account */
	const char *roles;    /* "business_support manager" */
	const char *act;      /* "Booked", "Looked: today" */
	const char *action;   /* the name of the act in the log: "conference.book" */
	const char *about;    /* "C-0412", "FAM-0012", "" */
	const char *family;   /* "FAM-0012", "" */
	const char *detail;   /* names of those who may not be seen stand as references; "(erased)" */
	const char *terminal; /* as the kernel has it */
	const char *address;  /* what the connection claimed */
	const char *session, *program;
};
struct audit_line_list {
	struct audit_line *items;
	size_t count, room;
	const char *gone_by; /* "Z-0001": the record asked about was let go by this disposal; "" it was not */
	day_number gone_on;
};

/* The newest `most` rows the filter lets through, older than `before` (NULL: from the newest). Newest first by when
 * they were written. The first page leaves a row that says what was looked for; the pages after it leave none. Fields:
 * "who", "about", "from". *more: there are older ones. */
bool casework_audit_trail(struct casework *cw, const struct audit_filter *filter, const struct audit_line *before,
			  size_t most, struct arena *mem, struct audit_line_list *out, bool *more, struct fault *f);

/* Everybody who has a row, by account. No look of its own. */
struct audit_person_list {
	const char **items;
	size_t count, room;
};
bool casework_audit_people(struct casework *cw, struct arena *mem, struct audit_person_list *out, struct fault *f);

/* "lena, refusals, about FAM-0012, 1 to 30 April 2026"; "everything". */
const char *audit_filter_words(const struct audit_filter *filter, struct arena *mem);

#endif
