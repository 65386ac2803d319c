/* What is written down about a session by itself: its beginning, what was refused in it, a clock that was set. */
#ifndef CASEWORK_SESSION_KEEPING_H
#define CASEWORK_SESSION_KEEPING_H

#include "work.h"

/* Inside a transaction that is about to hold other rows: who came (once), and a clock that jumped since the last save.
 */
bool session_rows(struct casework *cw, struct fault *f);
/* They are saved. */
void session_rows_kept(struct casework *cw);

/* Somebody tried what they may not. It is written down when the verb or look that tried it has failed and is undone, so
 * that what was only asked, or got over, leaves nothing; inside a batch, whose other verbs go on, when the batch ends,
 * kept or not. Nothing on a file opened to look only. */
void session_refused(struct casework *cw, const char *words, enum subject_kind kind, int64_t subject, int64_t family);
void session_refusal_over(struct casework *cw);    /* the whole was done all the same */
void session_refusal_written(struct casework *cw); /* leaves the rows, as soon as nothing is open */
void session_refusals_forget(struct casework *cw); /* frees */

/* An account that is no user of the file tried to open it. */
void session_start_refused(struct casework *cw, const char *words);

#endif
