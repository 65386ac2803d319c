/* What the verbs of retention share. */
#ifndef CASEWORK_RETENTION_KEEPING_H
#define CASEWORK_RETENTION_KEEPING_H

#include "casework/retention.h"
#include "store/retention_store.h"
#include "work.h"

/* One family that this person may see: its facts, children and review. FAULT_NOT_FOUND, FAULT_NOT_ALLOWED. */
struct retention_subject {
	struct retention_facts facts;
	struct retention_child_list children;
	struct retention_review review;
};
bool retention_reach(struct casework *cw, int64_t family, struct arena *mem, struct retention_subject *out,
		     struct fault *f);
struct retention_review retention_judge(const struct casework *cw, const struct retention_facts *facts,
					const struct retention_child_list *children);

/* "35 years from the last contact" */
const char *retention_rule_words(const struct retention_rule *rule, struct arena *mem);
/* Why a family stands where it does, as on its line. */
bool retention_why(struct casework *cw, const struct retention_facts *facts, const struct retention_review *review,
		   struct arena *mem, const char **out, struct fault *f);

/* Words that stay when the family is gone: tidied, and naming nobody of it. */
bool retention_words(struct casework *cw, int64_t family, const char **words, const char *field, struct arena *mem,
		     struct fault *f);

/* Paths of files that were written out of the case file about the family, with the second they were. */
struct retention_file {
	const char *path;
	int64_t at;
	bool is_shared; /* letters to be posted, of other families too */
};
struct retention_file_list {
	struct retention_file *items;
	size_t count, room;
};
bool retention_files(struct casework *cw, int64_t family, struct arena *mem, struct retention_file_list *out,
		     struct fault *f);
/* Removes what is of this family alone, this person may remove and nobody changed since; the others go into *left, a
 * path on each line. */
int64_t retention_files_remove(const struct retention_file_list *files, struct arena *mem, const char **left);

/* The text of a certificate. */
const char *certificate_text(struct casework *cw, const struct disposal *d, const struct disposal_count_list *counts,
			     struct arena *mem);

#endif
