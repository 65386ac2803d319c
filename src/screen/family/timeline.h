/* What happened to a family or a child, drawn to scale and as text; the visits to the children; what was shared. */
#ifndef TIMELINE_SCREENS_H
#define TIMELINE_SCREENS_H

#include "casework/drafts.h"
#include "tui/tui.h"

extern const struct screen_class timeline_screen, visits_screen, visit_form_screen, disclosures_screen,
	disclosure_form_screen;

/* child 0: of the family. */
bool timeline_open(struct tui *t, int64_t family, int64_t child, struct fault *f);

/* child 0: all of the family; otherwise what concerns this child first, and the family at one key. */
bool visits_open(struct tui *t, int64_t family, int64_t child, struct fault *f);
/* corrects 0: a new visit. */
bool visit_form_open(struct tui *t, int64_t family, int64_t corrects, const char *draft, struct fault *f);

bool disclosures_open(struct tui *t, int64_t family, int64_t child, struct fault *f);
/* corrects 0: a new row; letter: it goes with a letter of this family, 0 none. */
bool disclosure_form_open(struct tui *t, int64_t family, int64_t corrects, int64_t letter, const char *draft,
			  struct fault *f);

bool timeline_draft_is(const struct draft *draft);
bool timeline_draft_open(struct tui *t, const struct draft *draft, struct fault *f);

#endif
