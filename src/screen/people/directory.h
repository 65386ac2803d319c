/* The screens and forms of the directory, as they open one another. */
#ifndef DIRECTORY_SCREENS_H
#define DIRECTORY_SCREENS_H

#include "casework/directory.h"
#include "casework/drafts.h"
#include "tui/tui.h"

bool directory_open(struct tui *t, struct fault *f);

/* One contact: 0 adds one, of `agency` ("" not yet known). Answers ANSWER_CONTACT and the id of the entry that was
 * saved, or that was there already. */
enum { ANSWER_CONTACT = 8301 };
bool contact_form_open(struct tui *t, int64_t contact, const char *agency, const char *draft, struct fault *f);
/* How an agency is named, what it counts for, how its reports are handled. */
bool agency_form_open(struct tui *t, int64_t agency, const char *draft, struct fault *f);

/* Two entries of one person beside each other: `from` would become `into`. Answers as above, the one kept. */
bool contact_merge_open(struct tui *t, int64_t from, int64_t into, struct fault *f);

/* Somebody else of the directory, by first letters: as the deputy of `contact`, or as the same person as `contact`.
 * The answer is heard by directory_choice_answered. */
bool deputy_choose(struct tui *t, const struct contact *contact, struct fault *f);
bool double_choose(struct tui *t, const struct contact *contact, struct fault *f);
/* True when it was the answer to one of the two. */
bool directory_choice_answered(struct tui *t, const struct directory_list *list, const struct answer *answer);

/* One entry by its number; NULL with FAULT_NOT_FOUND when it was merged into another meanwhile. */
const struct directory_line *directory_line_of(const struct directory_list *list, int64_t contact, struct fault *f);
/* "Zoe Hill, Elmgrove Primary" */
const char *contact_listed(const struct contact *contact, struct arena *mem);

/* A draft of one of the forms here; false without a fault when it is of another. */
bool directory_draft_is(const struct draft *draft);
bool directory_draft_open(struct tui *t, const struct draft *draft, struct fault *f);

#endif
