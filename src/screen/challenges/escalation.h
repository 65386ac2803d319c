/* The screens of escalations, as they open one another. */
#ifndef ESCALATION_SCREENS_H
#define ESCALATION_SCREENS_H

#include "casework/drafts.h"
#include "casework/escalations.h"
#include "tui/tui.h"

extern const struct screen_class escalations_screen, escalation_screen, escalation_form_screen, escalation_step_screen;

/* The register. */
bool escalations_open(struct tui *t, struct fault *f);
bool escalation_open(struct tui *t, int64_t id, struct fault *f);
/* A new one, of the conference or family of `start`, with what it says already: cause, about, words, dissent_id. */
bool escalation_form_open(struct tui *t, const struct escalation *start, const char *draft, struct fault *f);
/* The same from where one key is pressed: a conference, or (0) the latest that was held of a family. `about` "" not
 * known. */
bool escalate(struct tui *t, int64_t conference, int64_t family, enum escalation_cause cause, const char *about,
	      struct fault *f);
/* What became of one. */
bool escalation_step_open(struct tui *t, int64_t id, enum escalation_step step, const char *draft, struct fault *f);

bool escalation_draft_is(const struct draft *draft);
bool escalation_draft_open(struct tui *t, const struct draft *draft, struct fault *f);

#endif
