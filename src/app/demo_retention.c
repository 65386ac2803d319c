/* Records of long ago, taken over from the paper register: some have been kept for as long as the rules say, one of
 * them is held for an inquiry, and a manager has proposed that one goes. */
#include "casework/intake.h"
#include "casework/pages.h"
#include "casework/people.h"
#include "casework/retention.h"
#include "demo_desk.h"

enum { PLAN_DAYS = 300, CLOSED_DAYS = 360, ONE_CHILD = 2 };

/* By how many years before today each was closed. */
static const struct old_record {
	const char *family, *surname;
	struct {
		const char *la_child_id, *given_names;
		enum sex sex;
		int years_old; /* when the conference was held */
	} children[ONE_CHILD];
	const char *mother;
	int years_ago;
	enum category category;
} records[] = {
	{"REG-0412",
	 "Hartnoll",
	 {{"R412A", "Darren", SEX_MALE, 6}, {"R412B", "Kelly", SEX_FEMALE, 3}},
	 "Maureen",
	 37,
	 CATEGORY_NEGLECT},
	{"REG-0455",
	 "Tregenza",
	 {{"R455A", "Joanne", SEX_FEMALE, 9}, {NULL, NULL, SEX_UNKNOWN, 0}},
	 "Lynda",
	 36,
	 CATEGORY_PHYSICAL},
	{"REG-0461",
	 "Bhogal",
	 {{"R461A", "Harjit", SEX_MALE, 4}, {"R461B", "Amandeep", SEX_FEMALE, 1}},
	 "Surinder",
	 36,
	 CATEGORY_EMOTIONAL},
	{"REG-0590",
	 "Lanyon",
	 {{"R590A", "Craig", SEX_MALE, 11}, {NULL, NULL, SEX_UNKNOWN, 0}},
	 "Sandra",
	 30,
	 CATEGORY_NEGLECT},
};
enum { RECORD_COUNT = sizeof records / sizeof *records, HELD = 1, PROPOSED = 2 };

static struct person a_person(const char *given, const char *surname, const char *la_child_id, enum sex sex,
			      day_number born)
{
	return (struct person){.given_names = given,
			       .surname = surname,
			       .la_child_id = la_child_id,
			       .upn = "",
			       .upn_unknown = "",
			       .nhs_number = "",
			       .known_as = "",
			       .sex = sex,
			       .born_on = born,
			       .expected_on = DAY_NONE,
			       .died_on = DAY_NONE,
			       .ethnicity = "",
			       .disabilities = "",
			       .language = "",
			       .signing = "",
			       .access = "",
			       .phone = "",
			       .email = "",
			       .reach_note = ""};
}

static bool enter_person(struct casework *cw, const struct old_record *record, enum relationship relationship,
			 const struct person *person, struct fault *f)
{
	const struct intake_person row = {
		.family_reference = record->family,
		.relationship = relationship,
		.parental_responsibility = ANSWER_UNKNOWN,
		.person = *person,
		.address = {
			.lines = "", .postcode = "", .confidential_from = "", .from_on = DAY_NONE, .to_on = DAY_NONE}};
	enum intake_result result;

	return intake_person(cw, &row, &result, f);
}

/* An enquiry, a conference, a plan of ten months, and the end of it all. */
static bool enter_history(struct casework *cw, const struct old_record *record, const struct person *child,
			  day_number closed_on, struct fault *f)
{
	day_number began = closed_on - CLOSED_DAYS, held = began + 12;
	const struct intake_section47 enquiry = {
		.strategy_on = began, .conference_on = held, .not_required = ANSWER_UNKNOWN};
	const struct intake_plan plan = {.started_on = held,
					 .ended_on = held + PLAN_DAYS,
					 .initial = record->category,
					 .latest = record->category};
	const struct intake_episode episode = {.referred_on = began - 2,
					       .closed_on = closed_on,
					       .conference_on = DAY_NONE,
					       .referral_source = "1A",
					       .primary_need = "N1",
					       .closure_reason = "RC7",
					       .section47s = &enquiry,
					       .section47_count = 1,
					       .plans = &plan,
					       .plan_count = 1};
	const struct intake_child row = {.person = *child, .episodes = &episode, .episode_count = 1};
	struct intake_complaint_list complaints = {0};
	struct arena mem = {0};
	enum intake_result result;
	bool ok = intake_child(cw, &row, &mem, &complaints, &result, f);

	arena_finish(&mem);
	return ok;
}

static bool enter_record(struct casework *cw, const struct old_record *record, day_number today, struct fault *f)
{
	day_number closed_on = date_add_months(today, -12 * record->years_ago) - 40 - 23 * (int)(record - records);
	struct person mother = a_person(record->mother, record->surname, "", SEX_FEMALE, DAY_NONE);

	for (size_t i = 0; i < ONE_CHILD && record->children[i].given_names; i++) {
		day_number born = date_add_months(closed_on, -12 * record->children[i].years_old) - CLOSED_DAYS;
		struct person child = a_person(record->children[i].given_names, record->surname,
					       record->children[i].la_child_id, record->children[i].sex, born);

		if (!enter_person(cw, record, RELATIONSHIP_CHILD, &child, f) ||
		    !enter_history(cw, record, &child, closed_on, f))
			return false;
	}
	return enter_person(cw, record, RELATIONSHIP_MOTHER, &mother, f);
}

static int64_t family_of(struct casework *cw, const struct old_record *record, struct fault *f)
{
	enum found_kind kind;
	int64_t id = 0;

	return casework_resolve(cw, record->family, &kind, &id, f) ? id : 0;
}

bool demo_leave_records(struct casework *cw, day_number day, struct fault *f)
{
	struct holding hold = {.reason = "The inquiry asked every council to keep its records of these years.",
			       .asked_by = "the inquiry into residential care, letter of last month",
			       .until_on = day + 180};

	for (int i = 0; i < RECORD_COUNT; i++)
		if (!enter_record(cw, &records[i], day, f))
			return false;
	hold.family_id = family_of(cw, &records[HELD], f);
	return hold.family_id && casework_hold_set(cw, &hold, f);
}

bool demo_propose_record(struct casework *cw, struct fault *f)
{
	int64_t id, family = family_of(cw, &records[PROPOSED], f);

	return family && casework_disposal_propose(cw, family, "Nobody has asked for it since it was closed.", &id, f);
}
