/* The words of what is written down at a conference, who counts for its quorum, and rows that say nothing yet. */
#include "domain/live.h"

#include "word_match.h"
#include "words.h"

WORDS_OF(core_group_meeting_state, CORE_GROUP_MEETING_STATES, CORE_GROUP_MEETING_STATE_COUNT)
WORDS_OF(record_state, RECORD_STATES, RECORD_STATE_COUNT)
WORDS_OF(feedback_kind, FEEDBACK_KINDS, FEEDBACK_KIND_COUNT)

bool attendance_at(const struct attendance *attendance, int minute)
{
	if (!attendance_is_present(attendance->state))
		return false;
	return minute < 0 || ((attendance->came_at < 0 || attendance->came_at <= minute) &&
			      (attendance->left_at < 0 || minute < attendance->left_at));
}

static bool is_there(const struct attendance_list *attendances, int64_t invitee, int minute)
{
	for (size_t i = 0; i < attendances->count; i++)
		if (attendances->items[i].invitee_id == invitee)
			return attendance_at(&attendances->items[i], minute);
	return false;
}

/* The directory names the group; of somebody typed there is only the name of the agency, with "children's" or without.
 */
static bool is_social_care(const struct invitee *invitee)
{
	return word_match(invitee->quorum_group, "social care") || word_match(invitee->shown_agency, "social care") ||
	       word_match(invitee->shown_agency, "children's social care");
}

void quorum_presences(const struct invitee_list *invitees, const struct attendance_list *attendances, int minute,
		      struct arena *mem, struct quorum_presence_list *out)
{
	*out = (struct quorum_presence_list){0};
	for (size_t i = 0; i < invitees->count; i++) {
		const struct invitee *invitee = &invitees->items[i];
		struct quorum_presence *one;

		if (invitee->capacity != CAPACITY_PROFESSIONAL || invitee->is_withdrawn ||
		    !is_there(attendances, invitee->id, minute))
			continue;
		one = ARENA_PUSH(mem, out);
		if (!one)
			return;
		*one = (struct quorum_presence){.agency = invitee->shown_agency,
						.group = invitee->quorum_group,
						.is_social_care = is_social_care(invitee),
						.direct_contact = invitee->direct_contact};
	}
}

struct attendance attendance_blank(void)
{
	return (struct attendance){.came_at = -1, .left_at = -1, .deputy = "", .note = "", .by_user = ""};
}

struct view view_blank(void)
{
	return (struct view){.category = CATEGORY_COUNT, .scale = -1, .why = "", .dissent_words = "", .by_user = ""};
}

struct recommendation recommendation_blank(void)
{
	return (struct recommendation){.words = "", .who = "", .by_on = DAY_NONE};
}

struct core_group_member core_group_member_blank(void)
{
	return (struct core_group_member){.name = "",
					  .role = "",
					  .since = DAY_NONE,
					  .until = DAY_NONE,
					  .left_why = "",
					  .shown_name = "",
					  .shown_agency = ""};
}

struct core_group_meeting core_group_meeting_blank(void)
{
	return (struct core_group_meeting){.day = DAY_NONE,
					   .starts = -1,
					   .minutes = -1,
					   .place = "",
					   .late_reason = "",
					   .why = "",
					   .cancelled_by = "",
					   .moved_from = DAY_NONE,
					   .moved_why = "",
					   .notes = ""};
}

struct live_state live_state_blank(void)
{
	return (struct live_state){.format = "", .quorum_reason = "", .interim_plan = "", .ended_early_why = ""};
}

struct conference_record conference_record_blank(void)
{
	return (struct conference_record){.writer = "",
					  .approver = "",
					  .drafted_on = DAY_NONE,
					  .approved_on = DAY_NONE,
					  .distributed_on = DAY_NONE};
}

struct record_correction record_correction_blank(void)
{
	return (struct record_correction){.asked_by = "",
					  .words = "",
					  .answer = "",
					  .answered_by = "",
					  .asked_on = DAY_NONE,
					  .answered_on = DAY_NONE};
}

struct feedback feedback_blank(void)
{
	return (struct feedback){.sent_on = DAY_NONE, .returned_on = DAY_NONE, .words = ""};
}
