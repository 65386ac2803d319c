/* Between the files of the editor of a note: what it holds, and how that is read, stored and kept as a draft. */
#ifndef LIVE_NOTE_INSIDE_H
#define LIVE_NOTE_INSIDE_H

#include "live_notes.h"
#include "tui/edit_text.h"

enum { NOTE_MOST = 64 * 1024 };

struct note_state {
	struct live_screen live; /* first */
	struct note_place place;
	struct edit_text *text;
	int64_t id, version;           /* what a save goes by */
	int64_t typed_over;            /* the version that what is typed here began from */
	size_t stored;                 /* edit_text_changes when it was stored last */
	bool is_draft;                 /* taken up from a draft: not stored, though nothing was typed here yet */
	bool has_draft;                /* one is kept: to be dropped when it is stored */
	bool is_conflict;              /* somebody else wrote it meanwhile: a save waits for Ctrl-S */
	bool is_refused;               /* it was said that it cannot be stored: leaving is possible now */
	const struct live_note *there; /* as it stands in the case file, NULL nothing */
	const struct settings_heading *heading;
	const char *child; /* "" of all */
	const char *draft; /* to be taken up at the first load */
	int64_t draft_of;  /* the version it was typed over */
	char found[128];   /* what was searched last */
};

/* Something is typed that is not in the case file. */
bool note_is_typed(const struct note_state *state);
bool note_store(struct note_state *state, struct tui *t, struct fault *f);
/* The caret behind the last letter. */
void note_to_end(struct edit_text *text);
/* It could not be stored: a draft is kept and the reason said; with FAULT_CONFLICT both texts are shown. */
void note_put_by(struct note_state *state, struct tui *t, const struct fault *f);

/* Of the class. */
bool note_load(struct screen *s, struct tui *t, struct fault *f);
void note_keep(struct screen *s, struct tui *t);
bool note_may_close(struct screen *s, struct tui *t);

#endif
