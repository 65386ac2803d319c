/* The reviews to come, and what is said of one of them. */
#ifndef REVIEW_SCREENS_H
#define REVIEW_SCREENS_H

#include "casework/drafts.h"
#include "casework/reviews.h"
#include "tui/tui.h"

extern const struct screen_class reviews_screen, review_form_screen;

bool reviews_open(struct tui *t, struct fault *f);

/* One form for each thing that is said: token (of drafts), title. */
#define REVIEW_FORMS(X)                                                                                                \
	X(ASK, "ask", "Ask for the update")                                                                            \
	X(ANSWER, "answer", "The update, as it was given")                                                             \
	X(EARLY, "early", "Review wanted earlier")                                                                     \
	X(LOOKED_AFTER, "looked_after", "Looked after too")                                                            \
	X(COMBINE, "combine", "One meeting for both reviews")
enum review_form_kind {
#define X(id, token, title) REVIEW_FORM_##id,
	REVIEW_FORMS(X)
#undef X
		REVIEW_FORM_COUNT
};
bool review_form_open(struct tui *t, enum review_form_kind kind, int64_t plan, const char *draft, struct fault *f);

bool review_draft_is(const struct draft *draft);
bool review_draft_open(struct tui *t, const struct draft *draft, struct fault *f);

#endif
