/* The screens of restricted families, as they open one another. */
#ifndef ACCESS_SCREENS_H
#define ACCESS_SCREENS_H

#include "casework/drafts.h"
#include "tui/tui.h"

extern const struct screen_class restriction_screen, glass_screen, access_screen, audit_screen;

/* Restricts a family to named staff, changes that, or lifts it. */
bool restriction_open(struct tui *t, int64_t family, const char *draft, struct fault *f);
/* Breaks the glass of a family by its reference. */
bool glass_form_open(struct tui *t, const char *draft, struct fault *f);
/* What managers acknowledge, and what is restricted. */
bool access_open(struct tui *t, struct fault *f);
/* The audit log, for whoever may read it; and whether an account may do nothing else. */
/* Not called audit_open: libaudit, which PAM brings along, has one and would call ours. */
bool audit_log_open(struct tui *t, struct fault *f);
bool audit_is_all(struct casework *cw);
/* "I know this family": asks how. */
bool relative_ask(struct tui *t, int64_t family, struct fault *f);
bool relative_answered(struct tui *t, int64_t family, const struct answer *answer); /* false: not its answer */

bool access_draft_is(const struct draft *draft);
bool access_draft_open(struct tui *t, const struct draft *draft, struct fault *f);

#endif
