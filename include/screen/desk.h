/* The full-screen program over one open case file: what the app starts and the screens share. */
#ifndef SCREEN_DESK_H
#define SCREEN_DESK_H

#include "casework/casework.h"
#include "tui/form.h"
#include "tui/tui.h"

/* Deadlines about to be ticked or waived, or ticked and waived last. */
struct ticked {
	char ids[256];
	char words[160];
};

struct desk {
	struct casework *cw;
	struct ticked asked, undo; /* `u` takes back the second */
	bool drafts_offered;
	struct form_memory memory; /* what was saved in forms, for repeating it */
	/* The screen the palette was opened over: its actions are listed too, one bit a row that could be run. */
	const struct screen_class *acting;
	uint32_t acting_live;
	/* The invitee a one-line question is about, the conference the search for another one is about, and whom the list
	 * shows next (0: nobody). */
	int64_t invitee, invitee_version, inviting, invitee_added;
};

struct desk_options {
	enum tui_colour colour;
	bool ascii;
	const char *open_reference; /* go straight to this conference, family or child; NULL: Today */
};

/* Fills `start` for tui_run or tui_headless_start: Today first, drafts offered when there are any. */
void desk_start(struct desk *desk, const struct desk_options *options, struct tui_start *start);

/* Gives back what the screens kept; the casework is the caller's. */
void desk_finish(struct desk *desk);

/* Every screen, in the order of the manual; ends with NULL. For the manual and for tests of the key tables. */
const struct screen_class *const *desk_screens(void);
/* The keys that go somewhere from every screen; ends with an all-zero row. */
const struct binding *desk_everywhere_keys(void);

#endif
