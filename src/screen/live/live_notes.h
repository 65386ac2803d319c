/* Between the list of notes of a live conference and the editor of one. */
#ifndef LIVE_NOTES_H
#define LIVE_NOTES_H

#include "casework/drafts.h"
#include "live.h"

/* Which note: under a heading of the format, for all (child 0) or a child. */
struct note_place {
	int64_t conference, child;
	char heading[64]; /* the format's key */
	bool is_restricted;
};

/* What was written there, NULL nothing yet. */
const struct live_note *live_note_at(const struct live_page *page, const struct note_place *place);

bool live_note_open(struct tui *t, const struct note_place *place, struct fault *f);
bool live_note_draft_is(const struct draft *draft);
bool live_note_draft_open(struct tui *t, const struct draft *draft, struct fault *f);

extern const struct screen_class live_note_screen;

#endif
