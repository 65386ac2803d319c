/* The section 47 enquiries of a census child, and the conferences that came of them. */
#include "intake_parts.h"

#include "deadline_keeping.h"

#include "store/child_events_store.h"
#include "store/conference_store.h"
#include "store/gather_store.h"

/* The conference date of one enquiry, or DAY_NONE where it is missing or wrong. A wrong date leaves the enquiry
 * waiting, because an obligation that is met by mistake is never seen again. */
static bool conference_day(struct child_intake *in, const struct intake_section47 *from, day_number *out,
			   struct fault *f)
{
	char a[DATE_TEXT_ROOM], b[DATE_TEXT_ROOM];

	*out = DAY_NONE;
	if (from->conference_on == DAY_NONE)
		return true;
	date_medium(from->conference_on, a);
	date_plain(from->strategy_on, b);
	if (from->conference_on > in->cw->today)
		return intake_complain(
			in, f, "DateOfInitialCPC",
			"The conference date %s is in the future and was left out: correct it, or book the conference.",
			a);
	if (from->conference_on < from->strategy_on)
		return intake_complain(
			in, f, "DateOfInitialCPC",
			"The conference date %s is before its strategy discussion on %s and was left out: correct one "
			"of the two.",
			a, b);
	if (date_weekday(from->conference_on) >= SATURDAY)
		return intake_complain(
			in, f, "DateOfInitialCPC",
			"The conference date %s is on a weekend, which the census does not take, and was left out: "
			"correct it.",
			a);
	*out = from->conference_on;
	return true;
}

static bool new_enquiry(struct child_intake *in, day_number strategy_on, enum yes_no required, struct enquiry *out,
			struct fault *f)
{
	*out = (struct enquiry){.family_id = in->family_id,
				.strategy_on = strategy_on,
				.conference_required = required,
				.source = SOURCE_CENSUS};
	in->enquiries++;
	return enquiry_insert(in->cw->store, out, f);
}

/* A sibling's enquiry of the same day and answer is the same enquiry. */
static bool join_or_begin(struct child_intake *in, day_number strategy_on, enum yes_no required, struct enquiry *out,
			  struct fault *f)
{
	int64_t id = 0;

	if (!enquiry_to_join(in->cw->store, in->family_id, strategy_on, required, &id, f))
		return false;
	if (!(id ? enquiry_by_id(in->cw->store, id, &in->scratch, out, f)
		 : new_enquiry(in, strategy_on, required, out, f)))
		return false;
	in->has_changed = true;
	return enquiry_child_insert(in->cw->store, out->id, in->person.id, f);
}

/* Somebody asked for a conference of it by hand: then it is no longer the return that says whether one is needed. */
static bool asked_by_hand(struct child_intake *in, const struct enquiry *e, const char **reference, struct fault *f)
{
	struct conference_list list;

	*reference = NULL;
	if (!conferences_of_enquiry(in->cw->store, e->id, &in->scratch, &list, f))
		return false;
	for (size_t i = 0; i < list.count; i++)
		if (list.items[i].source != SOURCE_CENSUS)
			*reference = list.items[i].reference;
	return true;
}

static bool complain_of_hand(struct child_intake *in, const char *reference, struct fault *f)
{
	return intake_complain(in, f, "ICPCnotRequired",
			       "The return says that no conference is required, but %s was asked for: its limit stays. "
			       "Cancel %s as no longer required, or correct the return.",
			       reference, reference);
}

/* The only child left answers for the enquiry; siblings who gave the same answer before come back to it. */
static bool answer_alone(struct child_intake *in, struct enquiry *e, enum yes_no required, struct fault *f)
{
	struct twin twin = {.keep = e->id};

	if (!enquiry_to_join(in->cw->store, e->family_id, e->strategy_on, required, &twin.drop, f))
		return false;
	if (twin.drop &&
	    (!enquiry_join(in->cw->store, &twin, f) || !enquiry_by_id(in->cw->store, e->id, &in->scratch, e, f)))
		return false;
	e->conference_required = required;
	in->has_changed = true;
	return enquiry_save(in->cw->store, e, f);
}

/* What is known now of an enquiry the file already holds. An answer that is missing from the return takes nothing back;
 * a child whose answer differs from the siblings' goes its own way, so that no answer ends another child's limit. */
static bool update_enquiry(struct child_intake *in, struct enquiry *e, enum yes_no required, struct fault *f)
{
	const char *by_hand = NULL;
	int64_t children = 0;
	bool went = false;

	if (e->conference_required == required)
		return true;
	if (!asked_by_hand(in, e, &by_hand, f) || !enquiry_child_count(in->cw->store, e->id, &children, f))
		return false;
	if (by_hand && required == ANSWER_NO)
		return complain_of_hand(in, by_hand, f);
	if (required == ANSWER_UNKNOWN) {
		if (by_hand || children < 2 || e->conference_required == ANSWER_NO)
			return true;
		if (!enquiry_led_child_to_conference(in->cw->store, e->id, in->person.id, &went, f))
			return false;
		if (went)
			return true;
	} else if (children < 2) {
		return answer_alone(in, e, required, f);
	}
	return enquiry_child_drop(in->cw->store, e->id, in->person.id, f) &&
	       join_or_begin(in, e->strategy_on, required, e, f);
}

static bool set_limit(struct child_intake *in, const struct enquiry *e, struct fault *f)
{
	struct person_list children;
	struct deadline_subject subject = {.kind = SUBJECT_ENQUIRY, .id = e->id, .family_id = e->family_id};
	int64_t *ids;

	if (!enquiry_children(in->cw->store, e->id, &in->scratch, &children, f))
		return false;
	ids = arena_alloc(&in->scratch, (children.count + 1) * sizeof *ids);
	if (!ids)
		return fault_set(f, FAULT_MEMORY, "There is not enough memory to take in this child.");
	for (size_t i = 0; i < children.count; i++)
		ids[i] = children.items[i].id;
	subject.children = ids;
	subject.child_count = children.count;
	return deadline_set(in->cw, RULE_ICPC, &subject, e->strategy_on, f);
}

static bool hold_conference(struct child_intake *in, const struct enquiry *e, day_number day, struct fault *f)
{
	struct intake_held held = {.type = intake_is_unborn_on(in, day) ? CONFERENCE_PRE_BIRTH : CONFERENCE_INITIAL,
				   .day = day,
				   .requested_on = e->strategy_on,
				   .enquiry_id = e->id};
	int64_t id;
	bool added;

	if (!intake_conference_held(in, &held, &id, &added, f))
		return false;
	return !added || deadline_met(in->cw, RULE_ICPC, SUBJECT_ENQUIRY, e->id, day, f);
}

static bool take_section47(struct child_intake *in, const struct intake_section47 *from, bool is_over, struct fault *f)
{
	struct enquiry e;
	enum yes_no required;
	day_number day;
	bool good, had_changed = in->has_changed;

	if (!intake_day_check(in, from->strategy_on, "S47ActualStartDate", "section 47 enquiry", &good, f))
		return false;
	if (!good)
		return true;
	if (!conference_day(in, from, &day, f) ||
	    !enquiry_of_child(in->cw->store, in->person.id, from->strategy_on, &in->scratch, &e, f))
		return false;
	required = day != DAY_NONE ? ANSWER_YES : from->not_required == ANSWER_YES ? ANSWER_NO : ANSWER_UNKNOWN;
	in->has_changed = false;
	if (!(e.id ? update_enquiry(in, &e, required, f) : join_or_begin(in, from->strategy_on, required, &e, f)))
		return false;
	if (day != DAY_NONE && !hold_conference(in, &e, day, f))
		return false;
	if (in->has_changed && e.conference_required == ANSWER_NO &&
	    !deadline_withdraw(in->cw, RULE_ICPC, SUBJECT_ENQUIRY, e.id,
			       "the return says that no conference is required", f))
		return false;
	if (in->has_changed && e.conference_required == ANSWER_UNKNOWN && !is_over && !set_limit(in, &e, f))
		return false;
	in->has_changed = in->has_changed || had_changed;
	return true;
}

bool intake_section47s(struct child_intake *in, const struct intake_episode *episode, struct fault *f)
{
	for (size_t i = 0; i < episode->section47_count; i++)
		if (!take_section47(in, &episode->section47s[i], episode->closed_on != DAY_NONE, f))
			return false;
	return true;
}
