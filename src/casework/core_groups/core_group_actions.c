/* What was said of the actions of the plan, and at which core group. */
#include "casework/core_groups.h"
#include "core_group_reach.h"
#include "store/core_group_said_store.h"
#include "store/plan_version_store.h"
#include "words_tidy.h"

/* Of the plan that was given out last. */
static bool is_of_plan(struct casework *cw, int64_t family, int64_t action, struct arena *mem, struct fault *f)
{
	struct plan_version_list versions;
	struct plan_action_list actions = {0};
	size_t at = 0;

	if (!plan_versions_of_family(cw->store, family, mem, &versions, f))
		return false;
	while (at < versions.count && versions.items[at].issued_on == DAY_NONE) /* newest first */
		at++;
	if (at < versions.count && !plan_actions_of(cw->store, versions.items[at].id, mem, &actions, f))
		return false;
	for (size_t i = 0; i < actions.count; i++)
		if (actions.items[i].id == action)
			return true;
	return fault_set(f, FAULT_NOT_FOUND, "This action is not of the present plan any more. Look at it again.");
}

/* Said at a meeting that was held, or while it sits: its day has come and it is still booked. */
static bool is_of_meeting(struct casework *cw, const struct core_group_reached *reached, int64_t meeting,
			  struct fault *f)
{
	char words[DATE_TEXT_ROOM];

	for (size_t i = 0; i < reached->meetings.count; i++) {
		const struct core_group_meeting *one = &reached->meetings.items[i];

		if (one->id != meeting)
			continue;
		if (one->state == CORE_GROUP_MEETING_HELD ||
		    (one->state == CORE_GROUP_MEETING_BOOKED && one->day <= casework_today(cw)))
			return true;
		return fault_field(
			f, "meeting", "The meeting of %s is %s: choose one that was held, or say it between two.",
			date_medium(one->day, words),
			one->state == CORE_GROUP_MEETING_BOOKED ? "still to come"
								: core_group_meeting_state_label(one->state));
	}
	return meeting == 0 || fault_field(f, "meeting", "This meeting is not of this core group: choose another.");
}

static bool action_in(struct casework *cw, int64_t family, int64_t meeting, struct plan_action *action,
		      struct arena *mem, struct core_group_reached *reached, struct fault *f)
{
	struct plan_action_said said = {.action_id = action->id, .meeting_id = meeting, .by_user = cw->login};

	if (!words_tidy(&action->evidence, "evidence", true, mem, f) ||
	    !words_tidy(&action->difference, "difference", true, mem, f) ||
	    !core_group_reach(cw, family, mem, reached, f) || !is_of_plan(cw, family, action->id, mem, f) ||
	    !is_of_meeting(cw, reached, meeting, f))
		return false;
	if ((unsigned)action->state >= PLAN_ACTION_STATE_COUNT)
		return fault_field(f, "state", "Choose what became of it.");
	said.state = action->state;
	said.evidence = action->evidence;
	said.difference = action->difference;
	said.said_on = casework_today(cw);
	return plan_action_mark(cw->store, action, f) && plan_action_said_insert(cw->store, &said, f);
}

bool casework_core_group_action(struct casework *cw, int64_t family, int64_t meeting, struct plan_action *action,
				struct fault *f)
{
	struct arena mem = {0};
	struct plan_action one = *action;
	struct core_group_reached reached;
	bool ok;

	if (!work_begin(cw, ACTION_KEEP_CORE_GROUPS, f))
		return false;
	ok = action_in(cw, family, meeting, &one, &mem, &reached, f);
	ok = ok ? work_end(cw, f, "core_group.action", SUBJECT_CORE_GROUP, reached.group.id, family,
			   "%s: action %lld: %s", reached.standing.reference, (long long)one.id,
			   plan_action_state_label(one.state))
		: work_undo(cw);
	if (ok)
		action->version = one.version;
	arena_finish(&mem);
	return ok;
}
