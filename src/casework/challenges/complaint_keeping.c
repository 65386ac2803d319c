/* Reaching a complaint, its clocks, and what it does to the state of its conference. */
#include "complaint_keeping.h"

#include "deadline_keeping.h"
#include "own_conference.h"
#include "slot_keeping.h"
#include "store/complaint_store.h"
#include "store/conference_store.h"
#include "store/record_store.h"

#include <string.h>

bool complaint_reach(struct casework *cw, enum action action, int64_t id, struct arena *mem, struct complaint *out,
		     struct conference *conference, struct fault *f)
{
	bool may = false;

	if (!complaint_by_id(cw->store, id, mem, out, f) || !work_may_see_family(cw, out->family_id, &may, f))
		return false;
	if (!may)
		return fault_set(f, FAULT_NOT_FOUND,
				 "This complaint is not in the case file any more. Open the list of complaints again.");
	return conference_reach_for(cw, action, out->conference_id, mem, conference, f);
}

bool complaint_reach_for(struct casework *cw, int64_t id, int64_t version, enum complaint_step step, struct arena *mem,
			 struct complaint *out, struct conference *conference, struct fault *f)
{
	if (!complaint_reach(cw, ACTION_HANDLE_COMPLAINTS, id, mem, out, conference, f))
		return false;
	if (out->version != version)
		return fault_set(
			f, FAULT_CONFLICT,
			"Another person changed %s since you opened it. Look at it again, then make your change.",
			out->reference);
	return complaint_step_check(out, step, casework_policy(cw)->complaint_stages, f);
}

bool complaint_tell(struct casework *cw, const struct complaint *complaint, enum complaint_step step, day_number on,
		    const char *words, struct fault *f)
{
	struct complaint_note note = {.complaint_id = complaint->id,
				      .at = work_now(cw),
				      .by_user = cw->login,
				      .step = step,
				      .day = on,
				      .words = words};

	return complaint_note_insert(cw->store, &note, f);
}

bool complaint_day(const struct casework *cw, day_number *on, day_number first, const char *field, struct fault *f)
{
	char day[DATE_TEXT_ROOM];

	if (*on == DAY_NONE)
		*on = casework_today(cw);
	if (*on > casework_today(cw))
		return fault_field(f, field, "%s is still to come: enter today or an earlier day.",
				   date_medium(*on, day));
	return *on >= first || fault_field(f, field, "That is before %s: check the day.", date_medium(first, day));
}

static bool change_state(struct casework *cw, struct conference *c, enum conference_step step, enum conference_state to,
			 const char *why, struct fault *f)
{
	const struct change_words words = {.step = conference_step_token(step), .from = c->state, .reason = why};

	c->state = to;
	return conference_save(cw->store, c, f) && conference_note_change(cw, c, &words, f);
}

bool complaint_challenge(struct casework *cw, struct conference *c, const char *why, struct fault *f)
{
	const struct transition *step = transition_find(c->state, STEP_CHALLENGE);

	/* One that is challenged already stays so; one that could not decide has no decision to challenge. */
	return !step || change_state(cw, c, STEP_CHALLENGE, step->to, why, f);
}

/* Where its record is by now: it may have gone on meanwhile. */
static bool state_of_record(struct casework *cw, int64_t conference, struct arena *mem, enum conference_state *out,
			    struct fault *f)
{
	struct conference_record record;

	*out = STATE_DECIDED;
	if (!conference_record_of(cw->store, conference, mem, &record, f))
		return false;
	if (record.id)
		*out = record.state == RECORD_DISTRIBUTED  ? STATE_DISTRIBUTED
		       : record.state == RECORD_APPROVED   ? STATE_RECORD_APPROVED
		       : record.state == RECORD_WITH_CHAIR ? STATE_RECORD_DRAFTED
							   : STATE_DECIDED;
	return true;
}

static bool state_before(struct casework *cw, int64_t conference, struct arena *mem, enum conference_state *out,
			 struct fault *f)
{
	struct conference_change_list changes;

	*out = STATE_DECIDED;
	if (!conference_changes_of(cw->store, conference, mem, &changes, f))
		return false;
	for (size_t i = 0; i < changes.count; i++)
		if (changes.items[i].to_state == STATE_CHALLENGED) {
			*out = changes.items[i].from_state;
			break;
		}
	return true;
}

bool complaint_settled(struct casework *cw, struct conference *c, const char *why, struct arena *mem, struct fault *f)
{
	enum conference_state before, of_record;
	size_t open;

	if (c->state != STATE_CHALLENGED)
		return true;
	if (!complaint_open_about(cw, c->id, mem, &open, f))
		return false;
	if (open > 0)
		return true;
	if (!state_before(cw, c->id, mem, &before, f) || !state_of_record(cw, c->id, mem, &of_record, f))
		return false;
	return change_state(cw, c, STEP_SETTLE, before > of_record ? before : of_record, why, f);
}

bool complaint_clock(struct casework *cw, enum rule_key rule, const struct complaint *complaint, day_number from,
		     struct arena *mem, struct fault *f)
{
	struct deadline_subject subject = {
		.kind = SUBJECT_COMPLAINT, .id = complaint->id, .family_id = complaint->family_id};
	int64_t *ids;

	if (!conference_children_ids(cw, complaint->conference_id, mem, &ids, &subject.child_count, f))
		return false;
	subject.children = ids;
	return deadline_set(cw, rule, &subject, from, f);
}
