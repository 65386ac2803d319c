/* Who was asked to a core group's meeting, who must be told that it was moved or cancelled, and what they answered. */
#include "core_group_ask.h"
#include "core_group_reach.h"
#include "hidden_homes.h"
#include "store/core_group_said_store.h"
#include "store/family_store.h"

/* --- Who must be told --- */

struct family_homes {
	struct member_list family;
	struct hidden_home_list homes;
};

static bool is_apart(const struct family_homes *known, int64_t person)
{
	for (size_t i = 0; i < known->family.count; i++)
		if (known->family.items[i].person_id == person)
			return hidden_home_is_kept_from(&known->homes, &known->family.items[i]);
	return false;
}

static struct core_group_asked never_told(void)
{
	return (struct core_group_asked){.place = "", .by_user = "", .starts = -1, .answered_on = DAY_NONE};
}

static struct core_group_telling_line line_of(const struct core_group_asked_list *asked,
					      const struct core_group_meeting *meeting,
					      const struct core_group_member *member, const struct family_homes *known,
					      day_number today)
{
	struct core_group_telling_line line = {.member = *member, .last = never_told(), .told_before = DAY_NONE};

	for (size_t i = 0; i < asked->count; i++) { /* oldest first */
		const struct core_group_asked *one = &asked->items[i];

		if (one->meeting_id != meeting->id || one->member_id != member->id)
			continue;
		line.last = *one;
		if (one->day != meeting->day)
			line.told_before = one->day;
	}
	line.is_apart = member->person_id && is_apart(known, member->person_id);
	line.to_tell = core_group_to_tell(meeting, line.last.id ? &line.last : NULL, today);
	return line;
}

bool core_group_tellings(struct casework *cw, int64_t family, const struct core_group_meeting *meeting,
			 struct arena *mem, struct core_group_telling_list *out, struct fault *f)
{
	struct core_group_member_list members;
	struct core_group_asked_list asked;
	struct family_homes known;

	*out = (struct core_group_telling_list){.meeting = *meeting};
	if (!core_group_members_of(cw->store, meeting->core_group_id, mem, &members, f) ||
	    !core_group_asked_of_family(cw->store, family, mem, &asked, f) ||
	    !members_of_family(cw->store, family, mem, &known.family, f) ||
	    !hidden_homes_of(cw, &known.family, mem, &known.homes, f))
		return false;
	for (size_t i = 0; i < members.count && members.items[i].until == DAY_NONE; i++) { /* those in it come first */
		struct core_group_telling_line one = line_of(&asked, meeting, &members.items[i], &known,
							     casework_today(cw)),
					       *kept;

		if (meeting->state == CORE_GROUP_MEETING_CANCELLED && !one.last.id)
			continue;
		kept = ARENA_PUSH(mem, out);
		if (!kept)
			return fault_set(f, FAULT_MEMORY, "There is not enough memory to read who was asked.");
		*kept = one;
		out->to_tell += one.to_tell != CORE_GROUP_TELLING_COUNT;
	}
	return true;
}

/* --- Read --- */

static bool find_meeting(struct casework *cw, int64_t family, int64_t meeting, struct arena *mem,
			 struct core_group_reached *reached, struct core_group_telling_list *out, struct fault *f)
{
	if (!core_group_reach(cw, family, mem, reached, f))
		return false;
	for (size_t i = 0; i < reached->meetings.count; i++)
		if (reached->meetings.items[i].id == meeting)
			return core_group_tellings(cw, family, &reached->meetings.items[i], mem, out, f);
	return fault_set(f, FAULT_NOT_FOUND,
			 "This meeting is not in the case file any more. Look at the core group again.");
}

bool casework_core_group_tellings(struct casework *cw, int64_t family, int64_t meeting, struct arena *mem,
				  struct core_group_telling_list *out, struct fault *f)
{
	struct core_group_reached reached;
	bool ok;

	*out = (struct core_group_telling_list){0};
	if (!look_begin(cw, ACTION_SEE_CASES, f))
		return false;
	ok = find_meeting(cw, family, meeting, mem, &reached, out, f);
	look_undo(cw); /* of the group's page, whose look is logged */
	return ok;
}

/* --- Told --- */

bool core_group_told(struct casework *cw, const struct core_group_telling_list *of,
		     const struct core_group_telling_line *line, enum core_group_way how, struct fault *f)
{
	struct core_group_asked one = never_told();

	one.meeting_id = of->meeting.id;
	one.member_id = line->member.id;
	one.what = line->to_tell;
	one.day = of->meeting.day;
	one.starts = of->meeting.starts;
	one.place = line->is_apart ? "" : of->meeting.place;
	one.is_apart = line->is_apart;
	one.how = how;
	one.asked_on = casework_today(cw);
	one.by_user = cw->login;
	return core_group_asked_insert(cw->store, &one, f);
}

static bool tell_in(struct casework *cw, const struct core_group_telling_list *of, int64_t member,
		    enum core_group_way how, struct fault *f)
{
	if ((unsigned)how >= CORE_GROUP_WAY_COUNT || how == CORE_GROUP_WAY_LETTER)
		return fault_field(f, "how", "Say how they were told: by telephone, in person or by secure e-mail.");
	for (size_t i = 0; i < of->count; i++) {
		const struct core_group_telling_line *line = &of->items[i];

		if (line->member.id != member)
			continue;
		return line->to_tell != CORE_GROUP_TELLING_COUNT
			       ? core_group_told(cw, of, line, how, f)
			       : fault_set(f, FAULT_REFUSED, "There is nothing to tell %s of this meeting.",
					   line->member.shown_name);
	}
	return fault_set(f, FAULT_NOT_FOUND, "They are not in this core group any more. Look at it again.");
}

bool casework_core_group_tell(struct casework *cw, int64_t family, int64_t meeting, int64_t member,
			      enum core_group_way how, struct fault *f)
{
	struct arena mem = {0};
	struct core_group_reached reached;
	struct core_group_telling_list of;
	bool ok;

	if (!work_begin(cw, ACTION_KEEP_CORE_GROUPS, f))
		return false;
	ok = find_meeting(cw, family, meeting, &mem, &reached, &of, f) && tell_in(cw, &of, member, how, f);
	ok = ok ? work_end(cw, f, "core_group.tell", SUBJECT_CORE_GROUP, of.meeting.core_group_id, family,
			   "%s: member %lld, %s", reached.standing.reference, (long long)member,
			   core_group_way_label(how))
		: work_undo(cw);
	arena_finish(&mem);
	return ok;
}

/* --- Answered --- */

static bool is_of_family(struct casework *cw, int64_t family, int64_t id, struct arena *mem, struct fault *f)
{
	struct core_group_asked_list all;

	if (!core_group_asked_of_family(cw->store, family, mem, &all, f))
		return false;
	for (size_t i = 0; i < all.count; i++)
		if (all.items[i].id == id)
			return true;
	return fault_set(f, FAULT_REFUSED, "They were not asked to this meeting yet: ask them first.");
}

bool casework_core_group_answer(struct casework *cw, int64_t family, const struct core_group_asked *asked,
				enum core_group_answer answer, struct fault *f)
{
	struct arena mem = {0};
	struct core_group_reached reached;
	struct core_group_asked one = *asked;
	bool ok;

	if (!work_begin(cw, ACTION_KEEP_CORE_GROUPS, f))
		return false;
	one.answer = answer;
	one.answered_on = answer == CORE_GROUP_ANSWER_NONE ? DAY_NONE : casework_today(cw);
	ok = core_group_reach(cw, family, &mem, &reached, f) && is_of_family(cw, family, one.id, &mem, f) &&
	     ((unsigned)answer < CORE_GROUP_ANSWER_COUNT || fault_field(f, "answer", "Say what they answered.")) &&
	     core_group_asked_answer(cw->store, &one, f);
	ok = ok ? work_end(cw, f, "core_group.answer", SUBJECT_CORE_GROUP, reached.group.id, family,
			   "%s: member %lld %s", reached.standing.reference, (long long)one.member_id,
			   core_group_answer_label(answer))
		: work_undo(cw);
	arena_finish(&mem);
	return ok;
}
