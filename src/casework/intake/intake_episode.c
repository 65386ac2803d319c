/* One episode of need of a census child: the episode itself, its assessments, plans and enquiries. */
#include "deadline_keeping.h"
#include "intake_parts.h"

#include "store/child_events_store.h"
#include "store/conference_store.h"
#include "store/episode_store.h"
#include "store/plan_store.h"

static const char *or_empty(const char *text)
{
	return text ? text : "";
}

/* A second day of a part, which may be missing: one that is in the future or before the first is left out and said. */
static bool later_day(struct child_intake *in, day_number first, day_number *second, const char *field,
		      const char *what, struct fault *f)
{
	char text[DATE_TEXT_ROOM];
	bool is_future = *second != DAY_NONE && *second > in->cw->today;

	if (*second == DAY_NONE || (!is_future && *second >= first))
		return true;
	date_plain(*second, text);
	*second = DAY_NONE;
	return intake_complain(in, f, field, "The %s %s is %s and was left out: correct the date.", what, text,
			       is_future ? "in the future" : "before the start");
}

static bool take_assessments(struct child_intake *in, const struct intake_episode *from, int64_t episode,
			     struct fault *f)
{
	for (size_t i = 0; i < from->assessment_count; i++) {
		const struct intake_assessment *a = &from->assessments[i];
		struct assessment row = {.episode_id = episode,
					 .started_on = a->started_on,
					 .internal_review_on = a->internal_review_on,
					 .authorised_on = a->authorised_on,
					 .factors = or_empty(a->factors)};
		bool good, changed = false;

		if (!intake_day_check(in, a->started_on, "AssessmentActualStartDate", "assessment", &good, f))
			return false;
		if (!good)
			continue;
		if (!later_day(in, row.started_on, &row.authorised_on, "AssessmentAuthorisationDate",
			       "end of the assessment", f) ||
		    !assessment_put(in->cw->store, &row, &changed, f))
			return false;
		in->has_changed = in->has_changed || changed;
	}
	return true;
}

static bool take_need_plans(struct child_intake *in, const struct intake_episode *from, int64_t episode,
			    struct fault *f)
{
	for (size_t i = 0; i < from->need_plan_count; i++) {
		struct need_plan row = {.episode_id = episode,
					.started_on = from->need_plans[i].started_on,
					.ended_on = from->need_plans[i].ended_on};
		bool good, changed = false;

		if (!intake_day_check(in, row.started_on, "CINPlanStartDate", "child in need plan", &good, f))
			return false;
		if (!good)
			continue;
		if (!later_day(in, row.started_on, &row.ended_on, "CINPlanEndDate", "end of the child in need plan",
			       f) ||
		    !need_plan_put(in->cw->store, &row, &changed, f))
			return false;
		in->has_changed = in->has_changed || changed;
	}
	return true;
}

static bool is_a_section47s_conference(const struct intake_episode *from, day_number day)
{
	for (size_t i = 0; i < from->section47_count; i++)
		if (from->section47s[i].conference_on == day)
			return true;
	return false;
}

/* A conference of the episode itself has no enquiry behind it here: the child moved in from another authority. */
static bool take_transfer(struct child_intake *in, const struct intake_episode *from, struct fault *f)
{
	struct intake_held held = {
		.type = CONFERENCE_TRANSFER_IN, .day = from->conference_on, .requested_on = from->conference_on};
	char text[DATE_TEXT_ROOM];
	bool good, added;
	int64_t id;

	if (from->conference_on == DAY_NONE)
		return true;
	if (!intake_day_check(in, held.day, "DateOfInitialCPC", "transfer-in conference", &good, f))
		return false;
	if (!good)
		return true;
	if (is_a_section47s_conference(from, held.day))
		return intake_complain(in, f, "DateOfInitialCPC",
				       "The conference of %s stands both in a section 47 enquiry and in the episode; "
				       "the enquiry's was "
				       "kept: remove the other.",
				       date_plain(held.day, text));
	if (date_weekday(held.day) >= SATURDAY)
		return intake_complain(
			in, f, "DateOfInitialCPC",
			"The transfer-in conference of %s is on a weekend and was left out: correct the date.",
			date_medium(held.day, text));
	return intake_conference_held(in, &held, &id, &added, f);
}

bool intake_episode(struct child_intake *in, const struct intake_episode *from, struct fault *f)
{
	struct episode row = {.person_id = in->person.id,
			      .referred_on = from->referred_on,
			      .closed_on = from->closed_on,
			      .referral_source = or_empty(from->referral_source),
			      .primary_need = or_empty(from->primary_need),
			      .closure_reason = or_empty(from->closure_reason),
			      .is_no_further_action = from->is_no_further_action};
	bool good, changed = false;

	if (!intake_day_check(in, from->referred_on, "CINreferralDate", "referral", &good, f))
		return false;
	if (good) {
		if (!later_day(in, row.referred_on, &row.closed_on, "CINclosureDate", "end of the episode", f) ||
		    !episode_put(in->cw->store, &row, &changed, f) || !take_assessments(in, from, row.id, f) ||
		    !take_need_plans(in, from, row.id, f))
			return false;
		in->has_changed = in->has_changed || changed;
	}
	return intake_section47s(in, from, f) && take_transfer(in, from, f) && intake_plans(in, from, f);
}
