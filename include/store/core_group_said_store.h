/* What was said of a core group: corrections of a meeting, who was asked to it, what was said of an action. Inside the
 * caller's transaction or look. */
#ifndef STORE_CORE_GROUP_SAID_STORE_H
#define STORE_CORE_GROUP_SAID_STORE_H

#include "domain/core_group.h"
#include "store/store.h"

/* The meeting, as it was read, is MISTAKEN from here on; id and the meeting's version are filled in. FAULT_CONFLICT
 * when it changed since. */
bool core_group_correct(struct store *s, struct core_group_correction *correction, struct core_group_meeting *meeting,
			struct fault *f);
/* Of every meeting of the family, oldest first. */
bool core_group_corrections_of_family(struct store *s, int64_t family, struct arena *mem,
				      struct core_group_correction_list *out, struct fault *f);

bool core_group_asked_insert(struct store *s, struct core_group_asked *asked, struct fault *f); /* id is filled in */
/* A letter that did not go: what it told this member of this meeting last is taken out, unless it was answered. */
bool core_group_asked_drop_letter(struct store *s, int64_t meeting, int64_t member, struct fault *f);
/* What they answered, by version. */
bool core_group_asked_answer(struct store *s, struct core_group_asked *asked, struct fault *f);
/* A meeting that is booked anew keeps who was asked to it. */
bool core_group_asked_follow(struct store *s, int64_t from_meeting, int64_t to_meeting, struct fault *f);
/* Of every meeting of the family, oldest first. */
bool core_group_asked_of_family(struct store *s, int64_t family, struct arena *mem, struct core_group_asked_list *out,
				struct fault *f);

bool plan_action_said_insert(struct store *s, struct plan_action_said *said, struct fault *f); /* id is filled in */
/* Of all actions of one version of a plan, oldest first. */
bool plan_action_said_of(struct store *s, int64_t plan_version, struct arena *mem, struct plan_action_said_list *out,
			 struct fault *f);

#endif
