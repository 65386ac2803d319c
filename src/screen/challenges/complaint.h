/* The screens of complaints, as they open one another. */
#ifndef COMPLAINT_SCREENS_H
#define COMPLAINT_SCREENS_H

#include "casework/complaints.h"
#include "casework/drafts.h"
#include "tui/tui.h"

extern const struct screen_class complaints_screen, complaint_screen, complaint_form_screen, complaint_step_screen;

/* The register. */
bool complaints_open(struct tui *t, struct fault *f);
bool complaint_open(struct tui *t, int64_t id, struct fault *f);
/* A new one about a conference. */
bool complaint_form_open(struct tui *t, int64_t conference, const char *draft, struct fault *f);
/* What was done about one, or how it is settled. */
bool complaint_step_open(struct tui *t, int64_t id, enum complaint_step step, const char *draft, struct fault *f);

bool complaint_draft_is(const struct draft *draft);
bool complaint_draft_open(struct tui *t, const struct draft *draft, struct fault *f);

#endif
