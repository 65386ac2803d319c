/* Families, who belongs to them, and who may see them. */
#include "store/family_store.h"

#include "answer.h"
#include "came_back.h"
#include "person_columns.h"
#include "statement_list.h"
#include "token_words.h"

TOKEN_WORDS(relationship_words, relationship, RELATIONSHIP_COUNT)
TOKEN_WORDS(answer_words, yes_no, ANSWER_NO + 1)

static const struct column family_columns[] = {
	COLUMN(struct family, id, ID),
	COLUMN(struct family, reference, TEXT),
	COLUMN(struct family, name, TEXT),
	COLUMN(struct family, is_provisional, BOOL),
	COLUMN(struct family, is_restricted, BOOL),
	COLUMN(struct family, version, INTEGER),
};
static const struct column_list families = COLUMN_LIST(struct family, family_columns);

static const struct column member_columns[] = {
	COLUMN(struct member, family_id, ID),
	COLUMN(struct member, person_id, ID),
	COLUMN_AS(struct member, relationship, relationship_words),
	COLUMN_AS(struct member, parental_responsibility, answer_words),
	COLUMN(struct member, ended_on, DAY),
	COLUMN(struct member, mail_bounced_on, DAY),
	PERSON_COLUMN(struct member, person.id, "id", ID),
	PERSON_COLUMNS(struct member, person.),
	PERSON_COLUMN(struct member, person.version, "version", INTEGER),
};
static const struct column_list members = COLUMN_LIST(struct member, member_columns);

struct name_row {
	const char *name;
};
static const struct column name_columns[] = {COLUMN(struct name_row, name, TEXT)};
static const struct column_list names = COLUMN_LIST(struct name_row, name_columns);

#define FAMILY_MEMBERS "SELECT id, reference, name, is_provisional, is_restricted, version FROM family "
#define MEMBER_MEMBERS                                                                                                 \
	"SELECT family_id, person_id, relationship, parental_responsibility, ended_on, id, " PERSON_MEMBERS            \
	", version, " MAIL_CAME_BACK("person") " AS mail_bounced_on "                                                  \
					       "FROM family_member JOIN person ON person.id = person_id "

static const struct statement add_family = {"INSERT INTO family (reference, name, is_provisional, is_restricted) "
					    "VALUES (:reference, :name, :is_provisional, :is_restricted)",
					    true};
static const struct statement save_family = {
	"UPDATE family SET reference = :reference, name = :name, is_provisional = :is_provisional, "
	"is_restricted = :is_restricted, version = version + 1 WHERE id = :id AND version = :version",
	true};
static const struct statement drop_family = {"DELETE FROM family WHERE id = :id", true};
static const struct statement family_of_id = {FAMILY_MEMBERS "WHERE id = :id", true};
static const struct statement family_of_reference = {FAMILY_MEMBERS "WHERE reference = :reference", true};
static const struct statement family_of_one_child = {
	FAMILY_MEMBERS
	"WHERE id = (SELECT family_id FROM family_member WHERE person_id = :person AND relationship = 'child' "
	"AND ended_on IS NULL)",
	true};
static const struct statement common_surname = {
	"SELECT surname AS name FROM family_member JOIN person ON person.id = person_id "
	"WHERE family_id = :family AND relationship = 'child' AND ended_on IS NULL AND surname <> '' "
	"GROUP BY surname ORDER BY count(*) DESC, min(person_id) LIMIT 1",
	true};
static const struct statement hidden_family = {"SELECT is_restricted AND NOT EXISTS (SELECT 1 FROM family_access WHERE "
					       "family_id = :family AND user_id = :user) "
					       "FROM family WHERE id = :family",
					       true};
static const struct statement add_member = {
	"INSERT INTO family_member (family_id, person_id, relationship, parental_responsibility) "
	"VALUES (:family_id, :person_id, :relationship, :parental_responsibility)",
	true};
static const struct statement save_member = {
	"UPDATE family_member SET relationship = :relationship, parental_responsibility = :parental_responsibility "
	"WHERE family_id = :family_id AND person_id = :person_id",
	true};
static const struct statement members_of_one_family = {
	MEMBER_MEMBERS "WHERE family_id = :family AND ended_on IS NULL ORDER BY relationship <> 'child', "
		       "CASE relationship WHEN 'child' THEN ifnull(born_on, '9999') ELSE '' END, person_id",
	true};
static const struct statement former_members = {
	MEMBER_MEMBERS "WHERE family_id = :family AND ended_on IS NOT NULL ORDER BY ended_on DESC, person_id", true};
static const struct statement end_member = {
	"UPDATE family_member SET ended_on = :day WHERE family_id = :family AND person_id = :person", true};
static const struct statement memberships_of_person = {
	MEMBER_MEMBERS "WHERE person_id = :person ORDER BY ended_on IS NOT NULL, relationship <> 'child', family_id",
	true};

/* What would hang in the air when a child leaves, first things first. */
static const struct statement needed_member = {
	"SELECT 'is on a child protection plan' AS name FROM plan WHERE person_id = :person AND family_id = :family "
	"AND ended_on IS NULL "
	"UNION ALL SELECT 'belongs to conference ' || c.reference || ', which is still open' FROM conference_child AS "
	"cc "
	"JOIN conference AS c ON c.id = cc.conference_id WHERE cc.person_id = :person AND c.family_id = :family "
	"AND c.state NOT IN ('closed', 'cancelled') "
	"UNION ALL SELECT 'is in an enquiry that is open' FROM deadline AS d "
	"JOIN enquiry_child AS ec ON ec.enquiry_id = d.subject_id WHERE d.subject_kind = 'enquiry' "
	"AND d.family_id = :family AND d.state = 'open' AND ec.person_id = :person LIMIT 1",
	true};

const struct statement *const family_statements[] = {
	&needed_member,  &add_family,          &save_family,           &drop_family,
	&family_of_id,   &family_of_reference, &family_of_one_child,   &common_surname,
	&hidden_family,  &add_member,          &save_member,           &members_of_one_family,
	&former_members, &end_member,          &memberships_of_person, NULL};

bool family_insert(struct store *s, struct family *family, struct fault *f)
{
	if (!store_change(s, &add_family, &families, family, NULL, NULL, f))
		return false;
	family->id = store_last_id(s);
	family->version = 1;
	return true;
}

bool family_save(struct store *s, struct family *family, struct fault *f)
{
	int64_t changed = 0;

	if (!store_change(s, &save_family, &families, family, NULL, &changed, f))
		return false;
	if (changed == 0)
		return fault_set(f, FAULT_CONFLICT,
				 "Another person changed family %s since you read it: look at it again, then save.",
				 family->reference);
	family->version++;
	return true;
}

bool family_drop(struct store *s, int64_t family, struct fault *f)
{
	return store_change(s, &drop_family, NULL, NULL, PARAMETERS(PARAMETER_ID("id", family)), NULL, f);
}

bool family_by_id(struct store *s, int64_t id, struct arena *mem, struct family *out, struct fault *f)
{
	struct fault why = {0};

	return store_select_one(s, &family_of_id, PARAMETERS(PARAMETER_ID("id", id)), &families, mem, out, &why) ||
	       answer_not_found(&why, f, "This family is no longer in the case file.");
}

bool family_by_reference(struct store *s, const char *reference, struct arena *mem, struct family *out, struct fault *f)
{
	return store_select_one(s, &family_of_reference, PARAMETERS(PARAMETER_TEXT("reference", reference)), &families,
				mem, out, f);
}

bool family_of_child(struct store *s, int64_t person, struct arena *mem, struct family *out, struct fault *f)
{
	return store_select_one(s, &family_of_one_child, PARAMETERS(PARAMETER_ID("person", person)), &families, mem,
				out, f);
}

bool family_common_surname(struct store *s, int64_t family, struct arena *mem, const char **out, struct fault *f)
{
	struct name_row row;
	struct fault why = {0};
	bool ok = store_select_one(s, &common_surname, PARAMETERS(PARAMETER_ID("family", family)), &names, mem, &row,
				   &why);

	*out = ok ? row.name : "";
	if (ok || why.code == FAULT_NOT_FOUND)
		return true;
	if (f)
		*f = why;
	return false;
}

bool family_is_hidden(struct store *s, int64_t family, int64_t user, bool *out, struct fault *f)
{
	int64_t hidden = 1;

	if (!store_select_number(s, &hidden_family,
				 PARAMETERS(PARAMETER_ID("family", family), PARAMETER_ID("user", user)), 1, &hidden, f))
		return false;
	*out = hidden != 0;
	return true;
}

bool member_insert(struct store *s, const struct member *member, struct fault *f)
{
	return store_change(s, &add_member, &members, member, NULL, NULL, f);
}

bool member_save(struct store *s, const struct member *member, struct fault *f)
{
	return store_change(s, &save_member, &members, member, NULL, NULL, f);
}

bool members_of_family(struct store *s, int64_t family, struct arena *mem, struct member_list *out, struct fault *f)
{
	return store_select(s, &members_of_one_family, PARAMETERS(PARAMETER_ID("family", family)), &members, mem, out,
			    f);
}

bool former_members_of_family(struct store *s, int64_t family, struct arena *mem, struct member_list *out,
			      struct fault *f)
{
	return store_select(s, &former_members, PARAMETERS(PARAMETER_ID("family", family)), &members, mem, out, f);
}

bool member_end(struct store *s, int64_t family, int64_t person, day_number day, struct fault *f)
{
	return store_change(
		s, &end_member, NULL, NULL,
		PARAMETERS(PARAMETER_ID("family", family), PARAMETER_ID("person", person), PARAMETER_DAY("day", day)),
		NULL, f);
}

bool member_is_needed(struct store *s, int64_t family, int64_t person, struct arena *mem, const char **out,
		      struct fault *f)
{
	struct name_row row;
	struct fault why = {0};
	bool found = store_select_one(s, &needed_member,
				      PARAMETERS(PARAMETER_ID("person", person), PARAMETER_ID("family", family)),
				      &names, mem, &row, &why);

	*out = found ? row.name : "";
	if (found || why.code == FAULT_NOT_FOUND)
		return true;
	if (f)
		*f = why;
	return false;
}

bool members_of_person(struct store *s, int64_t person, struct arena *mem, struct member_list *out, struct fault *f)
{
	return store_select(s, &memberships_of_person, PARAMETERS(PARAMETER_ID("person", person)), &members, mem, out,
			    f);
}
