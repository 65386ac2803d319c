/* How long records are kept: who is due and why, holds that stop everything, and disposal by two people. Nothing goes
 * by itself. What is read and written here passes the same check of restricted families as everything else. */
#ifndef CASEWORK_RETENTION_H
#define CASEWORK_RETENTION_H

#include "casework/casework.h"
#include "domain/retention.h"

struct retention_line {
	int64_t family_id;
	const char *reference, *name; /* FAM-0012, "Okonkwo" */
	struct retention_review review;
	bool is_held;
	int64_t disposal_id; /* proposed; 0 none */
	const char *why;     /* "35 years from the last contact on 14 Jun 1990", "a plan is open", "born when? ..." */
};
struct retention_line_list {
	struct retention_line *items;
	size_t count, room;
};
/* What is due, proposed, held or cannot be told, the longest due first; with `all` every family, then those due later
 * by day and those still open. */
bool casework_retention(struct casework *cw, bool all, struct arena *mem, struct retention_line_list *out,
			struct fault *f);

/* One family: the line, each child, what is open, what holds it, what is proposed. */
struct retention_child_line {
	const char *name, *why; /* "Kai Okonkwo"; "35 years from the last contact: 14 Jun 2025" */
};
struct retention_child_line_list {
	struct retention_child_line *items;
	size_t count, room;
};
struct retention_page {
	struct retention_line line;
	day_number first_on, last_on;
	struct retention_child_line_list children;
	struct retention_hold_list holds; /* set_by and lifted_by by name */
	struct disposal disposal;         /* proposed_by by name; id 0 none */
	bool is_own;                      /* whoever looks proposed it */
	const char *basis;                /* of its rule */
	const char *files;                /* written outside the case file, a path on each line; "" none known */
	const char *copies; /* of the case file, kept beside it by the program, by name; "" none, NULL not known */
};
bool casework_retention_page(struct casework *cw, int64_t family, struct arena *mem, struct retention_page *out,
			     struct fault *f);

/* What would go, tried and left as it was: "4 conferences", most first. */
struct disposal_part {
	const char *what;
	int64_t total;
};
struct disposal_part_list {
	struct disposal_part *items;
	size_t count, room;
};
struct disposal_trial {
	int64_t people_gone, people_kept, log_rows;
	struct disposal_part_list parts;
};
bool casework_disposal_try(struct casework *cw, int64_t family, struct arena *mem, struct disposal_trial *out,
			   struct fault *f);

/* Proposes that a record goes. Refused while it is held, open or not due. Field: "reason", which names nobody of the
 * family, since it stays. */
bool casework_disposal_propose(struct casework *cw, int64_t family, const char *reason, int64_t *out, struct fault *f);
/* Taken back, by whoever proposed it or another. Field: "words". */
bool casework_disposal_withdraw(struct casework *cw, int64_t id, int64_t version, const char *words, struct fault *f);
/* Approved by another manager than proposed it, who types the family's reference: the record is gone afterwards;
 * casework_disposals_settle packs the file. Fields: "reference", "words" (may be empty). */
struct disposal_approval {
	int64_t disposal_id, version;
	const char *reference, *words;
};
struct disposal_outcome {
	const char *reference; /* of the certificate: Z-0003 */
	const char *left;      /* files outside that were left, a path on each line; "" none known */
	int64_t removed;       /* files outside that were removed */
};
bool casework_disposal_approve(struct casework *cw, const struct disposal_approval *approval, struct arena *mem,
			       struct disposal_outcome *out, struct fault *f);
/* Packs the file after a disposal: at once, or, where others saved for too long, when the list is opened next. *done:
 * it was packed. */
bool casework_disposals_settle(struct casework *cw, bool *done, struct fault *f);

struct disposal_line {
	struct disposal disposal; /* proposed_by and ended_by by name */
	const char *rule;         /* "35 years from the last contact" */
};
struct disposal_line_list {
	struct disposal_line *items;
	size_t count, room;
};
bool casework_disposals(struct casework *cw, struct arena *mem, struct disposal_line_list *out, struct fault *f);
/* Proposals of others that wait for this person, for a line at the start. No look of its own. */
bool casework_disposals_waiting(struct casework *cw, struct arena *mem, size_t *out, struct fault *f);

/* The certificate of a disposal that is done, by its reference, as plain text of at most 78 columns. */
bool casework_certificate(struct casework *cw, const char *reference, struct arena *mem, const char **out,
			  struct fault *f);
/* The same as a new file in `folder`. Field: "folder". */
bool casework_certificate_write(struct casework *cw, const char *reference, const char *folder, struct arena *mem,
				const char **path, struct fault *f);

/* Fields: "reason", "asked_by", "until_on" (DAY_NONE: open-ended). */
struct holding {
	int64_t family_id;
	const char *reason, *asked_by;
	day_number until_on;
};
bool casework_hold_set(struct casework *cw, const struct holding *holding, struct fault *f);
/* Field: "words", why. */
bool casework_hold_lift(struct casework *cw, int64_t hold, int64_t version, const char *words, struct fault *f);

#endif
