/* Core groups between conferences: the board of all of them, one group, and what is said of its meetings. */
#ifndef CORE_GROUP_SCREENS_H
#define CORE_GROUP_SCREENS_H

#include "casework/core_groups.h"
#include "casework/drafts.h"
#include "tui/tui.h"

extern const struct screen_class core_groups_screen, core_group_screen, core_group_form_screen, core_group_slots_screen,
	core_group_actions_screen, core_group_invite_screen;

bool core_groups_open(struct tui *t, struct fault *f);
bool core_group_open(struct tui *t, int64_t family, struct fault *f);

/* One form for each thing that is said: token (of drafts), title. */
#define CORE_GROUP_FORMS(X)                                                                                            \
	X(BOOK, "book", "Book a core group")                                                                           \
	X(RUN, "run", "A run to the review")                                                                           \
	X(MOVE, "move", "Move the core group")                                                                         \
	X(HELD, "held", "The core group met")                                                                          \
	X(MISSED, "missed", "The core group did not meet")                                                             \
	X(CANCEL, "cancel", "Cancel the core group")                                                                   \
	X(NOTES, "notes", "Notes of the core group")                                                                   \
	X(SENT, "sent", "The record went to")                                                                          \
	X(UNDO, "undo", "Said by mistake")                                                                             \
	X(JOIN, "join", "Joins the core group")                                                                        \
	X(LEAVE, "leave", "Leaves the core group")                                                                     \
	X(ACTION, "action", "What became of it")
enum core_group_form_kind {
#define X(id, token, title) GROUP_FORM_##id,
	CORE_GROUP_FORMS(X)
#undef X
		GROUP_FORM_COUNT
};
/* `subject`: id of the meeting, member or action; 0 none (a meeting that was not booked). */
bool core_group_form_open(struct tui *t, enum core_group_form_kind kind, int64_t family, int64_t subject,
			  const char *draft, struct fault *f);
/* A day to book: proposed, or NULL to type one; in the place of the proposals. */
bool core_group_book_form_open(struct tui *t, int64_t family, const struct core_group_slot *slot, struct fault *f);
/* Somebody who is not on file joins. */
bool core_group_join_form_open(struct tui *t, int64_t family, const char *name, struct fault *f);
/* What is said of an action, at a meeting or between two (0). */
bool core_group_action_form_open(struct tui *t, int64_t family, int64_t action, int64_t meeting, struct fault *f);

/* Days that suit, to choose from. */
bool core_group_slots_open(struct tui *t, int64_t family, struct fault *f);
/* The actions one by one. */
bool core_group_actions_open(struct tui *t, int64_t family, int64_t meeting, struct fault *f);
/* Who is asked to a meeting that is booked or was cancelled. */
bool core_group_invite_open(struct tui *t, int64_t family, int64_t meeting, struct fault *f);
/* Who joins, by first letters; true when the answer was to that. */
bool core_group_add_open(struct tui *t, int64_t family, struct fault *f);
bool core_group_add_answered(struct tui *t, int64_t family, const struct answer *answer);

bool core_group_draft_is(const struct draft *draft);
bool core_group_draft_open(struct tui *t, const struct draft *draft, struct fault *f);

#endif
