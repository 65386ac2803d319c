/* Who goes with a family's record: everybody whom no other family's rows name, with what is theirs alone. */
#include "erase_parts.h"
#include "statement_list.h"

/* What is a person's own and goes with them: table, column. Rows of these name nobody else. */
#define OWNS(X)                                                                                                        \
	X(person_alias, person_id)                                                                                     \
	X(address, person_id)                                                                                          \
	X(episode, person_id)                                                                                          \
	X(list_enquiry, person_id)                                                                                     \
	X(looked_after, person_id)                                                                                     \
	X(loss, person_id)

/* Any row here keeps a person in the file: table, column. A test looks through the schema for a column that names a
 * person and is in neither list. */
#define KEEPS(X)                                                                                                       \
	X(family_member, person_id)                                                                                    \
	X(enquiry_child, person_id)                                                                                    \
	X(conference_child, person_id)                                                                                 \
	X(plan, person_id)                                                                                             \
	X(deadline_child, person_id)                                                                                   \
	X(invitee, person_id)                                                                                          \
	X(report_reader, person_id)                                                                                    \
	X(report_child, person_id)                                                                                     \
	X(bundle, person_id)                                                                                           \
	X(live_note, person_id)                                                                                        \
	X(view, person_id)                                                                                             \
	X(child_decision, person_id)                                                                                   \
	X(recommendation, person_id)                                                                                   \
	X(plan_version_child, person_id)                                                                               \
	X(plan_action, person_id)                                                                                      \
	X(plan_action, who_person_id)                                                                                  \
	X(plan_network, person_id)                                                                                     \
	X(plan_scale, person_id)                                                                                       \
	X(core_group_member, person_id)                                                                                \
	X(parent_of, adult_id)                                                                                         \
	X(parent_of, child_id)                                                                                         \
	X(record_section, person_id)                                                                                   \
	X(notice, person_id)                                                                                           \
	X(visit_child, person_id)                                                                                      \
	X(disclosure_child, person_id)                                                                                 \
	X(transfer_child, person_id)

#define OF(table, column, owner) "SELECT " column " FROM " table " WHERE " owner " "
#define CONFERENCES              "conference_id IN (SELECT id FROM conference WHERE family_id = :family)"
#define VERSIONS                 "plan_version_id IN (SELECT id FROM plan_version WHERE family_id = :family)"
#define WHOM(table)              table " WHERE family_id = :family)"

/* Whoever a row of the family names, in parts of at most ten SELECTs. */
static const struct statement people_of = {
	"WITH of_family (id) AS (" OF(
		"family_member", "person_id",
		"family_id = :family") "UNION " OF("plan", "person_id", "family_id = :family") "UNION " OF("plan_scale", "person_id", "family_id = :family") "UNION " OF("parent_of", "adult_id", "family_id = :family") "UNION " OF("parent_of", "child_id", "family_id = :family") "UNION " OF("enquiry_child", "person_id", "enquiry_id IN (SELECT id FROM " WHOM("enquiry")) "UNION " OF("deadline_child",
																																															     "person_id", "deadline_id IN (SELECT id FROM " WHOM("deadline")) "UNION " OF("visit_child",
																																																									  "person_id",
																																																									  "visit_id IN (SELECT id FROM " WHOM(
																																																										  "visit")) "UNION " OF("disclosure_child",
																																																													"person_id",
																																																													"disclosure_id IN (SELECT id FROM " WHOM("disclosure")) "UNION " OF("transfer_child", "person_id", "transfer_id IN (SELECT id FROM " WHOM("transfer")) "), "
																																																																															       "of_meetings (id) AS (" OF(
																																																																																       "conference_child", "person_id", CONFERENCES) "UNION " OF("invitee",
																																																																																								 "person_id",
																																																																																								 CONFERENCES) "UNION " OF("bundle", "person_id", CONFERENCES) "UNION " OF("live_note", "person_id", CONFERENCES) "UNION " OF("view", "person_id", CONFERENCES) "UNION " OF("child_decision",
																																																																																																													   "person_id", CONFERENCES) "UNION " OF("recommendation",
																																																																																																																		 "person_id", CONFERENCES) "UNION " OF("report_reader", "person_id", "report_id IN (SELECT id FROM report WHERE " CONFERENCES ")") "UNION " OF("report_child", "person_id", "report_id IN (SELECT id FROM report WHERE " CONFERENCES ")") "UNION " OF("record_section",
																																																																																																																																																      "person_id",
																																																																																																																																																      "record_id IN (SELECT id FROM conference_record WHERE " CONFERENCES ")") "), of_plans (id) AS (" OF("plan_version_child",
																																																																																																																																																													  "person_id", VERSIONS) "UNION " OF("plan_action",
																																																																																																																																																																	     "person_id", VERSIONS) "UNION " OF("plan_action",
																																																																																																																																																																						"who_person_id",
																																																																																																																																																																						VERSIONS) "UNION " OF("plan_network",
																																																																																																																																																																								      "person_id",
																																																																																																																																																																								      VERSIONS) "UNION " OF("core_group_member",
																																																																																																																																																																											    "person_id",
																																																																																																																																																																											    "core_group_id IN (SELECT id FROM " WHOM(
																																																																																																																																																																												    "core_group")) "UNION " OF("notice", "person_id", "letter_id IN (SELECT id FROM " WHOM("letter")) "), "
																																																																																																																																																																																								      "named (id) AS (SELECT id FROM of_family UNION SELECT id FROM of_meetings UNION SELECT id FROM of_plans) "
																																																																																																																																																																																								      "SELECT id, coalesce(merged_into_id, id) AS stands_for, reference, given_names, surname, known_as, "
																																																																																																																																																																																								      "coalesce(la_child_id, '') AS la_child_id, upn, nhs_number, coalesce((SELECT group_concat(name, char(10)) FROM "
																																																																																																																																																																																								      "person_alias AS a WHERE a.person_id = person.id), '') AS aliases FROM person WHERE id IN (SELECT id FROM named) "
																																																																																																																																																																																								      "OR merged_into_id IN (SELECT id FROM named) ORDER BY merged_into_id IS NULL, id",
	false};

#define X(table, column) " OR EXISTS (SELECT 1 FROM " #table " WHERE " #column " = :person)"
static const struct statement is_kept = {"SELECT 0" KEEPS(X), false};
#undef X

static const struct {
	struct statement drop;
} owns[] = {
#define X(table, column) {{"DELETE FROM " #table " WHERE " #column " = :person", false}},
	OWNS(X)
#undef X
};
enum {
#define X(table, column) OWN_##table##_##column,
	OWNS(X)
#undef X
		OWN_COUNT
};
/* A merge keeps each row it moved as it was, so it goes even where the person stays. */
static const struct statement drop_merges = {"DELETE FROM person_merge WHERE kept_id = :person OR gone_id = :person",
					     false};
static const struct statement drop_homes_found = {
	"DELETE FROM address_search WHERE rowid IN (SELECT id FROM address WHERE person_id = :person)", false};
static const struct statement drop_assessments = {
	"DELETE FROM assessment WHERE episode_id IN (SELECT id FROM episode WHERE person_id = :person)", true};
static const struct statement drop_need_plans = {
	"DELETE FROM need_plan WHERE episode_id IN (SELECT id FROM episode WHERE person_id = :person)", true};
static const struct statement drop_names_found = {"DELETE FROM name_search WHERE rowid = :person", true};
static const struct statement drop_person = {"DELETE FROM person WHERE id = :person", false};

static const struct statement *const before[] = {&drop_homes_found, &drop_assessments, &drop_need_plans,
						 &drop_names_found, NULL};

const struct statement *const erase_people_statements[] = {
#define X(table, column) &owns[OWN_##table##_##column].drop,
	OWNS(X)
#undef X
		& people_of,
	&is_kept,
	&drop_merges,
	&drop_homes_found,
	&drop_assessments,
	&drop_need_plans,
	&drop_names_found,
	&drop_person,
	NULL};

static const struct column person_columns[] = {
	COLUMN(struct erase_person, id, ID),
	COLUMN(struct erase_person, stands_for, ID),
	COLUMN(struct erase_person, reference, TEXT),
	COLUMN(struct erase_person, given_names, TEXT),
	COLUMN(struct erase_person, surname, TEXT),
	COLUMN(struct erase_person, known_as, TEXT),
	COLUMN(struct erase_person, la_child_id, TEXT),
	COLUMN(struct erase_person, upn, TEXT),
	COLUMN(struct erase_person, nhs_number, TEXT),
	COLUMN(struct erase_person, aliases, TEXT),
};
static const struct column_list people_list = COLUMN_LIST(struct erase_person, person_columns);

bool erase_people_of(struct store *s, int64_t family, struct arena *mem, struct erase_person_list *out, struct fault *f)
{
	*out = (struct erase_person_list){0};
	return store_select(s, &people_of, PARAMETERS(PARAMETER_ID("family", family)), &people_list, mem, out, f);
}

static bool drop_one(struct store *s, int64_t person, struct fault *f)
{
	const struct parameter *whom = PARAMETERS(PARAMETER_ID("person", person));

	for (int i = 0; before[i]; i++)
		if (!store_change(s, before[i], NULL, NULL, whom, NULL, f))
			return false;
	for (int i = 0; i < OWN_COUNT; i++)
		if (!store_change(s, &owns[i].drop, NULL, NULL, whom, NULL, f))
			return false;
	return store_change(s, &drop_person, NULL, NULL, whom, NULL, f);
}

bool erase_people(struct store *s, struct erase_person_list *people, struct erased *out, struct fault *f)
{
	for (size_t i = 0; i < people->count; i++) {
		struct erase_person *one = &people->items[i];
		int64_t is_named;

		/* A second entry has nothing of its own: it shares the fate of the first. */
		if (!store_select_number(s, &is_kept, PARAMETERS(PARAMETER_ID("person", one->stands_for)), 0, &is_named,
					 f) ||
		    !store_change(s, &drop_merges, NULL, NULL, PARAMETERS(PARAMETER_ID("person", one->id)), NULL, f))
			return false;
		one->is_gone = !is_named;
		if (one->is_gone && !drop_one(s, one->id, f))
			return false;
		if (one->stands_for == one->id) {
			out->people_gone += one->is_gone;
			out->people_kept += !one->is_gone;
		}
	}
	return true;
}
