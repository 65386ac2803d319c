/* The outline plan on the screen: its parts as one table, and the forms that steps 8 and 9 open. */
#ifndef LIVE_PLAN_H
#define LIVE_PLAN_H

#include "casework/drafts.h"
#include "casework/live_plan.h"
#include "tui/screen.h"

extern const struct screen_class live_plan_form_screen, live_action_form_screen, live_meeting_form_screen;

/* member of struct plan_version, bytes typed at most, rows shown, label, what to write there */
#define PLAN_TEXTS(X)                                                                                                  \
	X(harm, 4000, 3, "What causes the harm",                                                                       \
	  "What has happened to the children, and what is likely if it goes on.")                                      \
	X(change, 4000, 3, "What must change",                                                                         \
	  "In words the parents would use: what is different when the plan ends.")                                     \
	X(outcomes, 4000, 2, "How it will be known", "What people will see, and by when.")                             \
	X(child_wishes, 2000, 2, "Child's wishes", "What each child wants to happen.")                                 \
	X(parents_views, 2000, 2, "Parents' view", "What the parents think of the plan.")                              \
	X(visits, 1000, 1, "Visits", "Who sees the children, how often, and alone.")                                   \
	X(contingency, 3000, 2, "If it does not work", "What is done at once when nothing changes or it gets worse.")  \
	X(family_network, 2000, 2, "Family and friends", "Who of the family's own people does what.")                  \
	X(assessments, 2000, 1, "Assessments to do", "Which, by whom, by when.")                                       \
	X(contact_limits, 2000, 1, "Limits of contact", "Who may not see the children, or only with somebody there.")  \
	X(format_for_parents, 400, 1, "Language, format",                                                              \
	  "How the parents get the plan: Polish, large print, read out.")                                              \
	X(lead_social_worker, 200, 1, "Lead social worker", "The one name the family rings.")

enum plan_text {
#define X(member, bytes, rows, label, hint) PLAN_TEXT_##member,
	PLAN_TEXTS(X)
#undef X
		PLAN_TEXT_COUNT
};
const char *plan_text_name(enum plan_text text); /* of the form's field */
const char *plan_text_label(enum plan_text text);
const char *plan_text_of(const struct plan_version *plan, enum plan_text text);

/* All parts of the plan of a conference; begins at `text`. Stored whenever a field is left. */
bool live_plan_form_open(struct tui *t, int64_t conference, enum plan_text text, const char *draft, struct fault *f);
/* An action of the plan (id 0: a new one), or what became of one of the earlier plan. */
bool live_action_form_open(struct tui *t, int64_t conference, int64_t action, bool is_earlier, const char *draft,
			   struct fault *f);
/* The next meeting of the core group. */
bool live_meeting_form_open(struct tui *t, int64_t conference, const char *draft, struct fault *f);

/* Asks for a folder and puts the outline plan there as a PDF for the room; desk.live_conference is which. */
bool live_plan_print_ask(struct tui *t, int64_t conference, struct fault *f);
bool live_plan_print_answered(struct tui *t, const struct answer *answer);

/* A draft of one of the three. */
bool live_plan_draft_is(const struct draft *draft);
bool live_plan_draft_open(struct tui *t, const struct draft *draft, struct fault *f);

#endif
