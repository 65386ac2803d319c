/* Finding by reference and name. */
#include "store/find_store.h"
#include "may_see.h"
#include "statement_list.h"

#define PERSON_RESULT                                                                                                  \
	"SELECT p.id AS person_id, f.id AS family_id, p.reference, p.la_child_id, p.surname, p.given_names, "          \
	"p.known_as,"                                                                                                  \
	" m.relationship, p.born_on, p.expected_on, f.reference AS family_reference, f.name AS family_name"            \
	" FROM family_member AS m JOIN person AS p ON p.id = m.person_id JOIN family AS f ON f.id = m.family_id"

static const struct statement person_in_families = {PERSON_RESULT
						    " WHERE m.person_id = :person AND " MAY_SEE
						    " ORDER BY m.ended_on IS NOT NULL, m.relationship <> 'child', f.id",
						    true};
static const struct statement children_of_family = {PERSON_RESULT
						    " WHERE m.family_id = :family AND m.relationship = 'child' AND "
						    "m.ended_on IS NULL ORDER BY p.born_on IS NULL, p.born_on, p.id",
						    true};

static const struct statement conference_references = {
	"SELECT c.id, c.family_id, c.reference, 'conference' AS kind, f.reference AS family_reference, f.name AS "
	"family_name,"
	" c.type || ' ' || coalesce(c.held_on, '') AS detail FROM conference AS c JOIN family AS f ON f.id = "
	"c.family_id"
	" WHERE c.reference >= :from AND c.reference < :until AND " MAY_SEE " ORDER BY c.reference LIMIT :most",
	true};
static const struct statement family_references = {
	"SELECT f.id, f.id AS family_id, f.reference, 'family' AS kind, f.reference AS family_reference,"
	" f.name AS family_name, '' AS detail FROM family AS f"
	" WHERE f.reference >= :from AND f.reference < :until AND " MAY_SEE " ORDER BY f.reference LIMIT :most",
	true};
static const struct statement plan_references = {
	"SELECT l.person_id AS id, l.family_id, l.reference, 'plan' AS kind, f.reference AS family_reference,"
	" f.name AS family_name, l.started_on AS detail FROM plan AS l JOIN family AS f ON f.id = l.family_id"
	" WHERE l.reference >= :from AND l.reference < :until AND " MAY_SEE " ORDER BY l.reference LIMIT :most",
	true};

/* Complaints and escalations: what each is of, and how it stands. */
#define COMPLAINTS_FOUND                                                                                               \
	"SELECT q.id, q.family_id, q.reference, 'complaint' AS kind, f.reference AS family_reference, f.name AS "      \
	"family_name, q.ground || ' ' || q.state AS detail FROM complaint AS q JOIN family AS f ON f.id = q.family_id"
#define ESCALATIONS_FOUND                                                                                              \
	"SELECT s.id, s.family_id, s.reference, 'escalation' AS kind, f.reference AS family_reference, f.name AS "     \
	"family_name, s.cause || ' ' || s.state AS detail FROM escalation AS s JOIN family AS f ON f.id = s.family_id"

static const struct statement complaint_references = {
	COMPLAINTS_FOUND " WHERE q.reference >= :from AND q.reference < :until AND " MAY_SEE
			 " ORDER BY q.reference LIMIT :most",
	true};
static const struct statement escalation_references = {
	ESCALATIONS_FOUND " WHERE s.reference >= :from AND s.reference < :until AND " MAY_SEE
			  " ORDER BY s.reference LIMIT :most",
	true};
static const struct statement complaints_of_family_found = {COMPLAINTS_FOUND
							    " WHERE q.family_id = :family AND " MAY_SEE
							    " ORDER BY q.state <> 'open', q.id DESC LIMIT :most",
							    true};
static const struct statement escalations_of_family_found = {ESCALATIONS_FOUND
							     " WHERE s.family_id = :family AND " MAY_SEE
							     " ORDER BY s.state <> 'open', s.id DESC LIMIT :most",
							     true};

const struct statement *const find_statements[] = {&person_in_families,
						   &children_of_family,
						   &conference_references,
						   &family_references,
						   &plan_references,
						   &complaint_references,
						   &escalation_references,
						   &complaints_of_family_found,
						   &escalations_of_family_found,
						   NULL};

static const struct column person_columns[] = {
	COLUMN(struct find_person_row, person_id, ID),          COLUMN(struct find_person_row, family_id, ID),
	COLUMN(struct find_person_row, reference, TEXT),        COLUMN(struct find_person_row, la_child_id, TEXT),
	COLUMN(struct find_person_row, surname, TEXT),          COLUMN(struct find_person_row, given_names, TEXT),
	COLUMN(struct find_person_row, known_as, TEXT),         COLUMN(struct find_person_row, relationship, TEXT),
	COLUMN(struct find_person_row, born_on, DAY),           COLUMN(struct find_person_row, expected_on, DAY),
	COLUMN(struct find_person_row, family_reference, TEXT), COLUMN(struct find_person_row, family_name, TEXT),
};
static const struct column_list person_list = COLUMN_LIST(struct find_person_row, person_columns);

static const struct column find_columns[] = {
	COLUMN(struct find_row, id, ID),
	COLUMN(struct find_row, family_id, ID),
	COLUMN(struct find_row, reference, TEXT),
	COLUMN(struct find_row, kind, TEXT),
	COLUMN(struct find_row, family_reference, TEXT),
	COLUMN(struct find_row, family_name, TEXT),
	COLUMN(struct find_row, detail, TEXT),
};
static const struct column_list find_list = COLUMN_LIST(struct find_row, find_columns);

bool find_person(struct store *s, int64_t person, int64_t user, struct arena *mem, struct find_person_row_list *out,
		 struct fault *f)
{
	return store_select(s, &person_in_families,
			    PARAMETERS(PARAMETER_ID("person", person), PARAMETER_ID("user", user)), &person_list, mem,
			    out, f);
}

bool find_family_children(struct store *s, int64_t family, struct arena *mem, struct find_person_row_list *out,
			  struct fault *f)
{
	return store_select(s, &children_of_family, PARAMETERS(PARAMETER_ID("family", family)), &person_list, mem, out,
			    f);
}

static bool add_rows(const struct find_row_list *some, struct arena *mem, struct find_row_list *all)
{
	for (size_t i = 0; i < some->count; i++) {
		struct find_row *row = ARENA_PUSH(mem, all);

		if (!row)
			return false;
		*row = some->items[i];
	}
	return true;
}

bool find_challenges(struct store *s, int64_t family, int64_t user, int most, struct arena *mem,
		     struct find_row_list *out, struct fault *f)
{
	static const struct statement *const each[] = {&complaints_of_family_found, &escalations_of_family_found};

	*out = (struct find_row_list){0};
	for (size_t i = 0; i < sizeof each / sizeof *each; i++) {
		struct find_row_list some = {0};

		if (!store_select(s, each[i],
				  PARAMETERS(PARAMETER_ID("family", family), PARAMETER_ID("user", user),
					     PARAMETER_INTEGER("most", most)),
				  &find_list, mem, &some, f))
			return false;
		if (!add_rows(&some, mem, out))
			return fault_set(f, FAULT_MEMORY, "There is no memory for what was found.");
	}
	return true;
}

bool find_references(struct store *s, const char *from, int64_t user, int most, struct arena *mem,
		     struct find_row_list *out, struct fault *f)
{
	const char *until = arena_printf(mem, "%s\xf4\x8f\xbf\xbf", from); /* after everything that begins so */
	const struct statement *const each[] = {&conference_references, &family_references, &plan_references,
						&complaint_references, &escalation_references};
	struct find_row_list all = {0};

	for (size_t i = 0; i < sizeof each / sizeof *each; i++) {
		struct find_row_list some = {0};

		if (!store_select(s, each[i],
				  PARAMETERS(PARAMETER_TEXT("from", from), PARAMETER_TEXT("until", until),
					     PARAMETER_ID("user", user), PARAMETER_INTEGER("most", most)),
				  &find_list, mem, &some, f))
			return false;
		add_rows(&some, mem, &all);
	}
	*out = all;
	return !arena_exhausted(mem) || fault_set(f, FAULT_MEMORY, "There is no memory for what was found.");
}
