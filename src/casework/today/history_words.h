/* A row of the audit log as a sentence that a worker reads. */
#ifndef CASEWORK_HISTORY_WORDS_H
#define CASEWORK_HISTORY_WORDS_H

#include "base/arena.h"
#include "store/audit.h"

/* "Ticked done: bundle, on Wed 1 Apr 2026: sent by hand". NULL for a row that pages do not show: looks and searches are
 * the auditor's, and deadlines that follow by themselves stand on the page. */
const char *history_sentence(const struct audit_row *row, struct arena *mem);

/* What pages call the act: "Booked". NULL when they show none of it. */
const char *history_act(const char *action);

#endif
