/* The head of the audit log, said where nobody who may write to the case file can change it. */
#ifndef CASEWORK_ANCHOR_H
#define CASEWORK_ANCHOR_H

#include "work.h"

enum { ANCHOR_LINE_ROOM = 200 };

/* "audit log of authority 201: head 1234:9f86d0..." */
void anchor_line(const struct casework *cw, const struct audit_anchor *anchor, char out[ANCHOR_LINE_ROOM]);

/* Into the log of the machine (facility authpriv). Not for a demonstration. */
void anchor_log(const struct casework *cw);

/* The audit log was found broken at a row; `words` say how (audit_finding_words). */
void anchor_alarm(const struct casework *cw, int64_t row, const char *words);

#endif
