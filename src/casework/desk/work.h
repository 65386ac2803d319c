/* How every verb and every look is framed: permission first, then one transaction that holds the change and its audit
 * row. */
#ifndef CASEWORK_WORK_H
#define CASEWORK_WORK_H

#include "casework/casework.h"
#include "searched.h"
#include "seen.h"
#include "store/audit.h"
#include "store/presence.h"
#include "store/store.h"

/* What was tried and not allowed, until the verb or look that tried it is undone. */
struct refusal {
	bool is_there;
	enum subject_kind kind;
	int64_t subject, family;
	char words[200];
};

struct refusals {
	struct refusal *items; /* malloc */
	size_t count, room;
};

struct casework {
	struct store *store;
	struct settings *settings;
	struct arena mem; /* lives as long as the casework: settings, identity */
	struct audit_identity identity;
	const char *authority, *la_code, *profile, *user_name, *login;
	const char *path,
		*config_folder; /* the file's own, resolved; the authority's settings and templates, NULL none */
	int64_t user_id;
	role_set roles;
	const char *policy_name; /* "newham 2026-04" */
	day_number today;
	int64_t created_at;  /* of the file */
	bool today_is_given; /* --today: a fixed day; otherwise it follows the clock past midnight */
	bool is_demo, is_read_only;
	bool is_first_today;                   /* nobody left a row earlier on the day this person signed in */
	const struct program_starter *starter; /* of commands; NULL: this process */
	const char *started_for;               /* "full screen", "quorate due"; "" */
	/* NULL: the clocks of the machine. For tests. */
	struct clock_moment (*read_clock)(void *payload);
	void *clock_payload;
	struct clock_moment clock_read, clock_kept; /* at the last transaction begun, and at the last one saved */
	struct refusal refusal;
	struct refusals refused; /* inside the batch that goes on */
	bool is_signed_in;       /* the row that says who came is saved: it joins the first transaction */
	int depth;               /* verbs and batches begun and not ended: the outermost is the transaction */
	int look_depth;
	int batch;                 /* depth of casework_batch_begin */
	struct seen looks;         /* what this session looked at */
	struct searched searched;  /* what it looks for just now */
	bool is_reading_again;     /* casework_reading_again */
	int64_t heard;             /* the newest row of the audit log that casework_changed_elsewhere has seen */
	struct presence *presence; /* NULL: nobody is seen */
	struct presence_row here;  /* what this session said last */
	uint64_t seen_present;     /* of the others it saw then */
	char also_open[240];
	struct seen people_seen; /* people the rows of this batch spoke of: a second row is a duplicate */
};

/* A verb:
 *	if (!work_begin(cw, ACTION_BOOK, f))
 *		return false;
 *	if (!... || !...)
 *		return work_undo(cw);
 *	return work_end(cw, f, "conference.book", SUBJECT_CONFERENCE, id, family, "to %s", slot_words);
 * Verbs nest: an inner verb's audit row joins the outer transaction. A verb that fails undoes its own changes only. */
bool work_begin(struct casework *cw, enum action action, struct fault *f);
bool work_undo(struct casework *cw); /* always false */
/* The frame alone, without permission and audit row: for a batch, and for what the program does by itself at the start.
 */
bool work_open(struct casework *cw, struct fault *f);
bool work_open_noting(struct casework *cw, struct fault *f); /* for a row about who looked, and no change */
bool work_keep(struct casework *cw, struct fault *f);
__attribute__((format(printf, 7, 8))) bool work_end(struct casework *cw, struct fault *f, const char *action,
						    enum subject_kind kind, int64_t subject, int64_t family,
						    const char *format, ...);

/* A row of the audit log, inside a transaction. */
bool work_leave_row(struct casework *cw, const char *action, enum subject_kind kind, int64_t subject, int64_t family,
		    const char *detail, struct fault *f);

/* A look: several queries see one moment and one audit row says what was looked at. On a read-only file no row can be
 * left. */
bool look_begin(struct casework *cw, enum action action, struct fault *f);
bool look_undo(struct casework *cw); /* always false */
__attribute__((format(printf, 7, 8))) bool look_end(struct casework *cw, struct fault *f, const char *action,
						    enum subject_kind kind, int64_t subject, int64_t family,
						    const char *format, ...);

/* May this person see this family at all? Restricted families are invisible to those not named. Inside a look or verb.
 */
bool work_may_see_family(struct casework *cw, int64_t family, bool *may, struct fault *f);

int64_t work_now(const struct casework *cw); /* Unix seconds: real, but for the demonstration, which plays on its day */
char *work_moment_words(const struct casework *cw, int64_t at,
			struct arena *mem);              /* "Wed 1 Apr 2026 14:07", Europe/London */
const char *work_policy_name(const struct casework *cw); /* "newham 2026-04" */

#endif
