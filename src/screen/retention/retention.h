/* The screens of retention, as they open one another. */
#ifndef RETENTION_SCREENS_H
#define RETENTION_SCREENS_H

#include "casework/drafts.h"
#include "tui/tui.h"

extern const struct screen_class retention_screen, retention_page_screen, disposals_screen, hold_screen;

/* Whose record is due to be looked at. */
bool retention_open(struct tui *t, struct fault *f);
/* One family: why its record is kept, what holds it, and what is proposed. */
bool retention_page_open(struct tui *t, int64_t family, struct fault *f);
/* What was proposed and what went, with its certificates. */
bool disposals_open(struct tui *t, struct fault *f);
bool hold_form_open(struct tui *t, int64_t family, const char *draft, struct fault *f);

bool retention_draft_is(const struct draft *draft);
bool retention_draft_open(struct tui *t, const struct draft *draft, struct fault *f);

#endif
