/* What is written down while a conference is held: how it goes, ticks, attendance, notes. Each save is one row. Inside
 * the caller's transaction or look.
 *
 * Every ..._keep takes a row of version 0 for new and any other as a change of the version that was read;
 * FAULT_CONFLICT when another person was first, be it with the same new row or with a change. Afterwards the version is
 * the new one, and an id is filled in. */
#ifndef STORE_LIVE_STORE_H
#define STORE_LIVE_STORE_H

#include "domain/live.h"
#include "store/store.h"

bool live_state_keep(struct store *s, struct live_state *state, struct fault *f);
bool run_mark_keep(struct store *s, struct run_mark *mark, struct fault *f);
bool attendance_keep(struct store *s, struct attendance *attendance, struct fault *f);
/* One note for each heading, child and restriction. */
bool live_note_keep(struct store *s, struct live_note *note, struct fault *f);

/* Version 0 and everything blank in *out when the conference has not begun. */
bool live_state_of(struct store *s, int64_t conference, struct arena *mem, struct live_state *out, struct fault *f);
bool run_marks_of(struct store *s, int64_t conference, struct arena *mem, struct run_mark_list *out, struct fault *f);
bool attendances_of(struct store *s, int64_t conference, struct arena *mem, struct attendance_list *out,
		    struct fault *f);
bool live_notes_of(struct store *s, int64_t conference, struct arena *mem, struct live_note_list *out, struct fault *f);

/* Everything written at one conference: seven statements. */
bool live_of(struct store *s, int64_t conference, struct arena *mem, struct live *out, struct fault *f);

/* How many conferences just before this one, each the `earlier` of the next, were held without a quorum. One that was
 * not held for want of it, and left an interim plan, is passed over. */
bool live_held_without_quorum(struct store *s, int64_t conference, int *out, struct fault *f);

#endif
