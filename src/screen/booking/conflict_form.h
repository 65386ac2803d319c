/* The form of a conflict of interest, opened from a conference. */
#ifndef CONFLICT_FORM_H
#define CONFLICT_FORM_H

#include "tui/tui.h"

extern const struct screen_class conflict_screen;
bool conflict_form_open(struct tui *t, int64_t conference, const char *draft, struct fault *f);

#endif
