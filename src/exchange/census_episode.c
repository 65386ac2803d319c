/* One episode of need in a census: referral, assessments, enquiries, plans and their reviews. */
#include "census_fields.h"

#define FIELDS(name, group, table)                                                                                     \
	static const struct census_fields name = {group, table, sizeof(table) / sizeof *(table)}
#define IN_EPISODE(member)    offsetof(struct intake_episode, member)
#define IN_ENQUIRY(member)    offsetof(struct intake_section47, member)
#define IN_PLAN(member)       offsetof(struct intake_plan, member)
#define IN_ASSESSMENT(member) offsetof(struct intake_assessment, member)
#define IN_NEED_PLAN(member)  offsetof(struct intake_need_plan, member)

static const struct census_field episode_table[] = {
	{"CINreferralDate", CENSUS_DATE, IN_EPISODE(referred_on), WEIGHT_NEEDED, "Correct the day of the referral."},
	{"ReferralSource", CENSUS_TEXT, IN_EPISODE(referral_source), WEIGHT_NONE, "Correct the code."},
	{"PrimaryNeedCode", CENSUS_TEXT, IN_EPISODE(primary_need), WEIGHT_NONE, "Correct the code."},
	{"CINclosureDate", CENSUS_DATE, IN_EPISODE(closed_on), WEIGHT_NONE, "Correct the day of the closure."},
	{"ReasonForClosure", CENSUS_TEXT, IN_EPISODE(closure_reason), WEIGHT_NONE, "Correct the code."},
	{"DateOfInitialCPC", CENSUS_DATE, IN_EPISODE(conference_on), WEIGHT_NONE, "Correct the day of the conference."},
	{"ReferralNFA", CENSUS_BOOLEAN, IN_EPISODE(is_no_further_action), WEIGHT_NONE, "Write true or false."},
	{"Assessments", CENSUS_PASSED_OVER, 0, WEIGHT_NONE, ""},
	{"CINPlanDates", CENSUS_PASSED_OVER, 0, WEIGHT_NONE, ""},
	{"Section47", CENSUS_PASSED_OVER, 0, WEIGHT_NONE, ""},
	{"ChildProtectionPlans", CENSUS_PASSED_OVER, 0, WEIGHT_NONE, ""},
	{"PreProceedingsandFGDM", CENSUS_NOT_KEPT, 0, WEIGHT_NONE, ""},
};
static const struct census_field enquiry_table[] = {
	{"S47ActualStartDate", CENSUS_DATE, IN_ENQUIRY(strategy_on), WEIGHT_NEEDED,
	 "Give the day of the strategy discussion."},
	{"InitialCPCtarget", CENSUS_PASSED_OVER, 0, WEIGHT_NONE, ""}, /* worked out anew by the policy */
	{"DateOfInitialCPC", CENSUS_DATE, IN_ENQUIRY(conference_on), WEIGHT_DECIDES,
	 "Correct the day of the conference."},
	{"ICPCnotRequired", CENSUS_YES_NO, IN_ENQUIRY(not_required), WEIGHT_DECIDES, "Write true or false."},
};
static const struct census_field plan_table[] = {
	{"CPPstartDate", CENSUS_DATE, IN_PLAN(started_on), WEIGHT_NEEDED, "Correct the day the plan started."},
	{"CPPendDate", CENSUS_DATE, IN_PLAN(ended_on), WEIGHT_DECIDES, "Correct the day the plan ended."},
	{"InitialCategoryOfAbuse", CENSUS_CATEGORY, IN_PLAN(initial), WEIGHT_NEEDED, "Give NEG, PHY, SAB, EMO or MUL."},
	{"LatestCategoryOfAbuse", CENSUS_CATEGORY, IN_PLAN(latest), WEIGHT_NEEDED, "Give NEG, PHY, SAB, EMO or MUL."},
	{"NumberOfPreviousCPP", CENSUS_NUMBER, IN_PLAN(previous_plans), WEIGHT_NONE,
	 "Give the number of earlier plans."},
	{"Reviews", CENSUS_PASSED_OVER, 0, WEIGHT_NONE, ""},
};
static const struct census_field assessment_table[] = {
	{"AssessmentActualStartDate", CENSUS_DATE, IN_ASSESSMENT(started_on), WEIGHT_NEEDED,
	 "Correct the day it started."},
	{"AssessmentInternalReviewDate", CENSUS_DATE, IN_ASSESSMENT(internal_review_on), WEIGHT_NONE,
	 "Correct the day."},
	{"AssessmentAuthorisationDate", CENSUS_DATE, IN_ASSESSMENT(authorised_on), WEIGHT_DECIDES, "Correct the day."},
	{"FactorsIdentifiedAtAssessment", CENSUS_PASSED_OVER, 0, WEIGHT_NONE, ""},
};
static const struct census_field need_plan_table[] = {
	{"CINPlanStartDate", CENSUS_DATE, IN_NEED_PLAN(started_on), WEIGHT_NEEDED, "Correct the day the plan started."},
	{"CINPlanEndDate", CENSUS_DATE, IN_NEED_PLAN(ended_on), WEIGHT_DECIDES, "Correct the day the plan ended."},
};
static const struct census_field review_field = {"CPPreviewDate", CENSUS_DATE, 0, WEIGHT_NONE,
						 "Correct the day of the review."};

FIELDS(episode_fields, "this episode of need", episode_table);
FIELDS(enquiry_fields, "this Section 47 enquiry", enquiry_table);
FIELDS(plan_fields, "this plan", plan_table);
FIELDS(assessment_fields, "this assessment", assessment_table);
FIELDS(need_plan_fields, "this child in need plan", need_plan_table);

/* The lists of one episode while they grow. */
struct growing {
	struct {
		struct intake_section47 *items;
		size_t count, room;
	} enquiries;
	struct {
		struct intake_plan *items;
		size_t count, room;
	} plans;
	struct {
		struct intake_assessment *items;
		size_t count, room;
	} assessments;
	struct {
		struct intake_need_plan *items;
		size_t count, room;
	} need_plans;
};

static void read_reviews(struct census_run *census, xmlNode *wrapper, struct intake_plan *plan)
{
	struct {
		day_number *items;
		size_t count, room;
	} days = {0};

	for (xmlNode *node = census_element(wrapper->children); node; node = census_element(node->next)) {
		day_number day = DAY_NONE;
		day_number *kept;

		if (!census_is(node, review_field.element)) {
			census_odd(census, node, false);
			continue;
		}
		if (!census_value(census, "this review", node, &review_field, &day) || day == DAY_NONE)
			continue;
		kept = ARENA_PUSH(&census->run->row, &days);
		if (kept)
			*kept = day;
	}
	plan->reviews = days.items;
	plan->review_count = days.count;
}

static void read_plan(struct census_run *census, xmlNode *node, struct growing *lists)
{
	struct intake_plan plan = {.started_on = DAY_NONE, .ended_on = DAY_NONE};
	struct intake_plan *kept;

	if (!census_group(census, &plan_fields, node, &plan))
		return;
	for (xmlNode *part = census_element(node->children); part; part = census_element(part->next))
		if (census_is(part, "Reviews"))
			read_reviews(census, part, &plan);
	kept = ARENA_PUSH(&census->run->row, &lists->plans);
	if (kept)
		*kept = plan;
}

static void read_enquiry(struct census_run *census, xmlNode *node, struct growing *lists)
{
	struct intake_section47 enquiry = {.strategy_on = DAY_NONE, .conference_on = DAY_NONE};
	struct intake_section47 *kept;

	if (!census_group(census, &enquiry_fields, node, &enquiry))
		return;
	kept = ARENA_PUSH(&census->run->row, &lists->enquiries);
	if (kept)
		*kept = enquiry;
}

static void read_assessment(struct census_run *census, xmlNode *node, struct growing *lists)
{
	struct intake_assessment assessment = {DAY_NONE, DAY_NONE, DAY_NONE, ""};
	struct intake_assessment *kept;

	if (!census_group(census, &assessment_fields, node, &assessment))
		return;
	for (xmlNode *part = census_element(node->children); part; part = census_element(part->next))
		if (census_is(part, "FactorsIdentifiedAtAssessment"))
			assessment.factors = census_codes(census, part, "AssessmentFactors");
	kept = ARENA_PUSH(&census->run->row, &lists->assessments);
	if (kept)
		*kept = assessment;
}

static void read_need_plan(struct census_run *census, xmlNode *node, struct growing *lists)
{
	struct intake_need_plan plan = {DAY_NONE, DAY_NONE};
	struct intake_need_plan *kept;

	if (!census_group(census, &need_plan_fields, node, &plan))
		return;
	kept = ARENA_PUSH(&census->run->row, &lists->need_plans);
	if (kept)
		*kept = plan;
}

static void read_parts(struct census_run *census, xmlNode *details, struct growing *lists)
{
	static const struct {
		const char *element;
		void (*read)(struct census_run *census, xmlNode *node, struct growing *lists);
	} parts[] = {{"Section47", read_enquiry},
		     {"ChildProtectionPlans", read_plan},
		     {"Assessments", read_assessment},
		     {"CINPlanDates", read_need_plan}};

	for (xmlNode *node = census_element(details->children); node; node = census_element(node->next))
		for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
			if (census_is(node, parts[i].element))
				parts[i].read(census, node, lists);
}

bool census_episode(struct census_run *census, xmlNode *details, struct intake_episode *out)
{
	struct growing lists = {0};

	*out = (struct intake_episode){.referred_on = DAY_NONE,
				       .closed_on = DAY_NONE,
				       .conference_on = DAY_NONE,
				       .referral_source = "",
				       .primary_need = "",
				       .closure_reason = ""};
	if (!census_group(census, &episode_fields, details, out))
		return false;
	read_parts(census, details, &lists);
	out->section47s = lists.enquiries.items;
	out->section47_count = lists.enquiries.count;
	out->plans = lists.plans.items;
	out->plan_count = lists.plans.count;
	out->assessments = lists.assessments.items;
	out->assessment_count = lists.assessments.count;
	out->need_plans = lists.need_plans.items;
	out->need_plan_count = lists.need_plans.count;
	return true;
}
