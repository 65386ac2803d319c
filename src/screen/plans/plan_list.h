/* The screens of the list of children on plans, as they open one another. The out-of-hours account sees these and no
 * others. */
#ifndef PLAN_LIST_SCREENS_H
#define PLAN_LIST_SCREENS_H

#include "casework/drafts.h"
#include "casework/plan_list.h"
#include "tui/tui.h"

extern const struct screen_class plan_list_screen, list_entry_screen, list_enquiry_screen, list_log_screen;

/* The look-up, at whose first key somebody is looked for. */
bool plan_list_open(struct tui *t, struct fault *f);
/* Does an account see the list and nothing else? */
bool plan_list_is_all(const struct casework *cw);

/* What the list holds of one child. `words`: how the child was looked for. */
bool list_entry_open(struct tui *t, int64_t person, day_number as_at, const char *words, struct fault *f);

/* Who asks, how that was made sure, and what they are told: about one child, or (0) about nobody who was found. */
struct list_question {
	int64_t person;
	day_number as_at;
	char words[200];
	bool ask_manager; /* only the duty manager answers */
};
bool list_enquiry_open(struct tui *t, const struct list_question *question, const char *draft, struct fault *f);
bool list_draft_is(const struct draft *draft);
bool list_draft_open(struct tui *t, const struct draft *draft, struct fault *f);

/* Who asked, the newest first. */
bool list_log_open(struct tui *t, struct fault *f);
/* One of them, to read. */
const char *list_asked_text(const struct plan_list_asked *asked, struct arena *mem);

#endif
