/* One child of a census: who it is, and its episodes of need, handed on as one. */
#include "census_fields.h"

#include <string.h>

#define IN_PERSON(member) offsetof(struct person, member)

static const struct census_field identifier_table[] = {
	{"LAchildID", CENSUS_TEXT, IN_PERSON(la_child_id), WEIGHT_NEEDED, "Give the child its LA child ID."},
	{"UPN", CENSUS_TEXT, IN_PERSON(upn), WEIGHT_NONE, "Correct the UPN."},
	{"FormerUPN", CENSUS_NOT_KEPT, 0, WEIGHT_NONE, ""},
	{"UPNunknown", CENSUS_TEXT, IN_PERSON(upn_unknown), WEIGHT_NONE, "Correct the code."},
	{"PersonBirthDate", CENSUS_DATE, IN_PERSON(born_on), WEIGHT_NONE, "Correct the day of birth."},
	{"ExpectedPersonBirthDate", CENSUS_DATE, IN_PERSON(expected_on), WEIGHT_NONE,
	 "Correct the day the baby is due."},
	{"Sex", CENSUS_SEX, IN_PERSON(sex), WEIGHT_NONE, "Give M, F or U."},
	{"GenderCurrent", CENSUS_SEX, IN_PERSON(sex), WEIGHT_NONE, "Give 1, 2, 0 or 9."},
	{"PersonDeathDate", CENSUS_DATE, IN_PERSON(died_on), WEIGHT_NONE, "Correct the day of death."},
};
static const struct census_field characteristic_table[] = {
	{"Ethnicity", CENSUS_TEXT, IN_PERSON(ethnicity), WEIGHT_NONE, "Correct the code."},
	{"Disabilities", CENSUS_PASSED_OVER, 0, WEIGHT_NONE, ""},
};
static const struct census_fields identifiers = {"this child", identifier_table,
						 sizeof identifier_table / sizeof *identifier_table};
static const struct census_fields characteristics = {"this group", characteristic_table,
						     sizeof characteristic_table / sizeof *characteristic_table};

struct episode_list {
	struct intake_episode *items;
	size_t count, room;
};

/* The id first, so that every problem of the child can say whose it is. */
static const char *id_of(struct census_run *census, xmlNode *child)
{
	for (xmlNode *group = census_element(child->children); group; group = census_element(group->next))
		for (xmlNode *node = census_element(group->children); node && census_is(group, "ChildIdentifiers");
		     node = census_element(node->next))
			if (census_is(node, "LAchildID")) {
				const char *id = census_text(census, node);
				return id ? id : "";
			}
	return "";
}

static void read_characteristics(struct census_run *census, xmlNode *group, struct person *person)
{
	census_group(census, &characteristics, group, person);
	for (xmlNode *node = census_element(group->children); node; node = census_element(node->next))
		if (census_is(node, "Disabilities"))
			person->disabilities = census_codes(census, node, "Disability");
}

static void add_episode(struct census_run *census, xmlNode *details, struct episode_list *episodes)
{
	struct intake_episode episode;
	struct intake_episode *kept;

	if (!census_episode(census, details, &episode))
		return;
	kept = ARENA_PUSH(&census->run->row, episodes);
	if (kept)
		*kept = episode;
}

/* False when there is nothing to hang the rest on: no identifiers, or no id in them. */
static bool read_child(struct census_run *census, xmlNode *node, struct person *person, struct episode_list *episodes)
{
	bool is_known = false, is_refused = false;

	for (xmlNode *group = census_element(node->children); group; group = census_element(group->next)) {
		if (census_is(group, "ChildIdentifiers") && census_group(census, &identifiers, group, person))
			is_known = true;
		else if (census_is(group, "ChildIdentifiers"))
			is_refused = true;
		else if (census_is(group, "ChildCharacteristics"))
			read_characteristics(census, group, person);
		else if (census_is(group, "CINdetails"))
			add_episode(census, group, episodes);
		else
			census_odd(census, group, false);
	}
	if (!is_known && !is_refused)
		run_problem(census->run, census_line(census, node), "", "ChildIdentifiers",
			    "is missing, so nobody can say which child this is. Export the return again.");
	return is_known && !is_refused;
}

/* What casework would not take of a child it kept. */
static void tell_complaints(struct census_run *census, size_t line, const struct intake_complaint_list *complaints)
{
	for (size_t i = 0; i < complaints->count; i++)
		run_problem(census->run, line, census->child, complaints->items[i].field, "%s",
			    complaints->items[i].message);
}

bool census_child(struct census_run *census, xmlNode *node, struct fault *f)
{
	struct import_run *run = census->run;
	struct intake_child child = {.person = {.reference = "",
						.la_child_id = "",
						.upn = "",
						.upn_unknown = "",
						.nhs_number = "",
						.surname = "",
						.given_names = "",
						.known_as = "",
						.sex = SEX_UNKNOWN,
						.born_on = DAY_NONE,
						.expected_on = DAY_NONE,
						.died_on = DAY_NONE,
						.ethnicity = "",
						.disabilities = "",
						.language = "",
						.phone = "",
						.email = ""}};
	struct episode_list episodes = {0};
	struct intake_complaint_list complaints = {0};
	enum intake_result result = INTAKE_REFUSED;
	struct fault why = {0};
	bool done;

	census->child = id_of(census, node);
	if (!read_child(census, node, &child.person, &episodes)) {
		run_refused(run);
		return true;
	}
	child.episodes = episodes.items;
	child.episode_count = episodes.count;
	done = run->sink->child(run->sink->payload, &child, &run->row, &complaints, &result, &why);
	tell_complaints(census, census_line(census, node), &complaints);
	return run_counted(run, census_line(census, node), census->child, done, result, &why, f);
}
