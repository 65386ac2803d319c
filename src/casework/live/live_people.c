/* Who is there: attendance one by one, and people who were not on the list. */
#include "casework/live.h"

#include "booking_check.h"
#include "casework/invitees.h"
#include "invitee_words.h"
#include "live_reach.h"
#include "store/live_store.h"
#include "words_tidy.h"

enum { MINUTES_OF_DAY = 24 * 60 };

static bool is_minute(int minute)
{
	return minute >= -1 && minute < MINUTES_OF_DAY;
}

static bool check_times(const struct attendance *one, struct fault *f)
{
	if (!is_minute(one->came_at))
		return fault_field(f, "came_at", "Enter when they came as a time of the day: 14:05.");
	if (!is_minute(one->left_at))
		return fault_field(f, "left_at", "Enter when they left as a time of the day: 14:05.");
	return one->came_at < 0 || one->left_at < 0 || one->left_at >= one->came_at ||
	       fault_field(f, "left_at", "Nobody leaves before they came: correct one of the two times.");
}

static bool check_attendance(const struct attendance *one, const struct invitee *invitee, struct fault *f)
{
	if ((unsigned)one->state >= ATTENDANCE_COUNT)
		return fault_field(f, "state", "Choose how %s was there.", invitee->shown_name);
	if (one->state == ATTENDANCE_DEPUTY && !*one->deputy)
		return fault_field(f, "deputy", "Name who came in place of %s.", invitee->shown_name);
	if (invitee->exclusion == EXCLUSION_WHOLE && attendance_is_present(one->state) && !text_is_given(one->note))
		return fault_field(f, "note",
				   "%s is excluded from all of it: say why they are there all the same, or end the "
				   "exclusion.",
				   invitee->shown_name);
	return check_times(one, f);
}

/* What is said of somebody who is not there says nothing of times or a deputy. */
static void keep_to_state(struct attendance *one)
{
	if (!attendance_is_present(one->state))
		one->came_at = one->left_at = -1;
	if (one->state != ATTENDANCE_DEPUTY)
		one->deputy = "";
}

static bool attend_in(struct casework *cw, struct attendance *one, struct arena *mem, struct invitee *invitee,
		      struct conference *c, struct fault *f)
{
	if (!words_tidy(&one->deputy, "deputy", false, mem, f) || !words_tidy(&one->note, "note", true, mem, f) ||
	    !live_reach(cw, ACTION_WRITE_RECORD, one->conference_id, mem, c, f) ||
	    !live_invitee(cw, c, one->invitee_id, mem, invitee, f) || !check_attendance(one, invitee, f))
		return false;
	keep_to_state(one);
	one->by_user = casework_user_name(cw);
	one->at = work_now(cw);
	return attendance_keep(cw->store, one, f);
}

bool casework_live_attend(struct casework *cw, struct attendance *attendance, struct fault *f)
{
	struct arena mem = {0};
	struct attendance kept = *attendance;
	struct invitee invitee;
	struct conference c;
	bool ok;

	if (!work_begin(cw, ACTION_WRITE_RECORD, f))
		return false;
	ok = attend_in(cw, &kept, &mem, &invitee, &c, f);
	ok = ok ? work_end(cw, f, "live.attend", SUBJECT_CONFERENCE, c.id, c.family_id, "%s: %s (invitation %lld): %s",
			   c.reference, invitee_as(&invitee), (long long)invitee.id, attendance_state_label(kept.state))
		: work_undo(cw);
	if (ok) {
		attendance->version = kept.version;
		attendance->at = kept.at;
	}
	arena_finish(&mem);
	return ok;
}

/* A verb of two: the list takes them in with all that follows from it, then they are there. */
static bool add_in(struct casework *cw, int64_t id, struct invitee *invitee, enum attendance_state state,
		   struct arena *mem, struct invitee *kept, struct conference *c, struct fault *f)
{
	struct attendance one = attendance_blank();

	if (!live_reach(cw, ACTION_WRITE_RECORD, id, mem, c, f) || !casework_invitees_add(cw, id, invitee, 1, f))
		return false;
	one.conference_id = id;
	one.invitee_id = invitee->id;
	one.state = state;
	return attend_in(cw, &one, mem, kept, c, f);
}

bool casework_live_add_person(struct casework *cw, int64_t conference, struct invitee *invitee,
			      enum attendance_state state, struct fault *f)
{
	struct arena mem = {0};
	struct invitee kept;
	struct conference c;
	bool ok;

	if (!work_begin(cw, ACTION_WRITE_RECORD, f))
		return false;
	ok = add_in(cw, conference, invitee, state, &mem, &kept, &c, f);
	ok = ok ? work_end(cw, f, "live.attend", SUBJECT_CONFERENCE, c.id, c.family_id, "%s: %s (invitation %lld): %s",
			   c.reference, invitee_as(&kept), (long long)kept.id, attendance_state_label(state))
		: work_undo(cw);
	if (!ok)
		invitee->id = 0;
	arena_finish(&mem);
	return ok;
}
