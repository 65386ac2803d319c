/* What a screen is about, for whoever else has the same open: one line in the file of the screen, one row in its class.
 */
#ifndef ABOUT_H
#define ABOUT_H

#include "tui/screen.h"

/* `member` of the state is the struct conference, or the id of the family. */
#define ABOUT_CONFERENCE(type, member)                                                                                 \
	static void about(const struct screen *s, struct screen_about *out)                                            \
	{                                                                                                              \
		const struct type *state = screen_state(s);                                                            \
                                                                                                                       \
		*out = (struct screen_about){state->member.family_id, state->member.id};                               \
	}
#define ABOUT_FAMILY(type, member)                                                                                     \
	static void about(const struct screen *s, struct screen_about *out)                                            \
	{                                                                                                              \
		*out = (struct screen_about){.whole = ((const struct type *)screen_state(s))->member};                 \
	}

#endif
