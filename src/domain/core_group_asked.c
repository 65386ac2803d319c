/* Who is asked to a core group: the words of it, and what somebody must still be told. */
#include "domain/core_group.h"

#include "words.h"

#include <string.h>

WORDS_OF(core_group_telling, CORE_GROUP_TELLINGS, CORE_GROUP_TELLING_COUNT)
WORDS_OF(core_group_way, CORE_GROUP_WAYS, CORE_GROUP_WAY_COUNT)
WORDS_OF(core_group_answer, CORE_GROUP_ANSWERS, CORE_GROUP_ANSWER_COUNT)

/* A place that is kept from somebody is nothing they were told. */
static bool is_as_told(const struct core_group_meeting *meeting, const struct core_group_asked *last)
{
	return meeting->day == last->day && meeting->starts == last->starts &&
	       (last->is_apart || strcmp(meeting->place, last->place) == 0);
}

enum core_group_telling core_group_to_tell(const struct core_group_meeting *meeting,
					   const struct core_group_asked *last, day_number today)
{
	bool was_asked = last && last->what != CORE_GROUP_TELLING_CANCELLED;

	if (meeting->day < today)
		return CORE_GROUP_TELLING_COUNT;
	if (meeting->state == CORE_GROUP_MEETING_CANCELLED)
		return was_asked ? CORE_GROUP_TELLING_CANCELLED : CORE_GROUP_TELLING_COUNT;
	if (meeting->state != CORE_GROUP_MEETING_BOOKED)
		return CORE_GROUP_TELLING_COUNT;
	if (!was_asked)
		return CORE_GROUP_TELLING_ASKED;
	return is_as_told(meeting, last) ? CORE_GROUP_TELLING_COUNT : CORE_GROUP_TELLING_MOVED;
}
