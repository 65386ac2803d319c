/* Two entries of one person side by side, and what becomes of each detail. */
#ifndef CASEWORK_MERGING_ROWS_H
#define CASEWORK_MERGING_ROWS_H

#include "casework/merging.h"
#include "store/merge_store.h"
#include "work.h"

/* What only `gone` says is `kept`'s too. */
void merging_take_details(struct person *kept, const struct person *gone, bool *changed);

/* A row for each detail that either entry has. False when memory has run out. */
bool merging_rows(const struct person *kept, const struct person *gone, struct arena *mem,
		  struct merging_row_list *out);

/* "child of FAM-0001 Okonkwo", "" of none */
const char *merging_family_words(const struct family *family, struct arena *mem);
/* "conferences 2 · plans 1" */
const char *merging_count_words(const struct merge_count_list *counts, struct arena *mem);
/* What speaks against it, "" nothing. */
const char *merging_warning(const struct person *kept, const struct person *gone, struct arena *mem);
/* "was also N-00044 Kai Okonkwo, since 1 Apr 2026: same birth certificate (abrennan)" */
const char *merging_words(const struct person_merge *merge, struct arena *mem);

/* Tidied, and there. Field: "reason". */
bool merging_reason(const char **reason, const char *missing, struct arena *mem, struct fault *f);

#endif
