/* People, what else they are called, and where they live. */
#include "store/person_store.h"

#include "answer.h"
#include "may_see.h"
#include "person_columns.h"
#include "statement_list.h"

static const char *sex_word(int value)
{
	return sex_token((enum sex)value);
}

static const char *contact_way_word(int value)
{
	return contact_way_token((enum contact_way)value);
}

const struct token_words sex_words = {sex_word, SEX_UNKNOWN + 1};
const struct token_words contact_way_words = {contact_way_word, CONTACT_WAY_COUNT};

static const struct column person_columns[] = {
	COLUMN(struct person, id, ID),
	PERSON_COLUMNS(struct person, ),
	COLUMN(struct person, version, INTEGER),
};
static const struct column_list people = COLUMN_LIST(struct person, person_columns);

static const struct column alias_columns[] = {
	COLUMN(struct alias, person_id, ID),
	COLUMN(struct alias, name, TEXT),
};
static const struct column_list aliases = COLUMN_LIST(struct alias, alias_columns);

static const struct column address_columns[] = {
	COLUMN(struct address, id, ID),
	COLUMN(struct address, person_id, ID),
	COLUMN(struct address, lines, TEXT),
	COLUMN(struct address, postcode, TEXT),
	COLUMN(struct address, from_on, DAY),
	COLUMN(struct address, to_on, DAY),
	COLUMN(struct address, confidential_from, TEXT),
};
static const struct column_list addresses = COLUMN_LIST(struct address, address_columns);

static const struct statement add_person = {
	"INSERT INTO person (" PERSON_MEMBERS ") VALUES (:reference, :la_child_id, :upn, :upn_unknown, :nhs_number, "
	":surname, :given_names, :known_as, :sex, :born_on, :expected_on, :died_on, :ethnicity, :disabilities, "
	":language, :needs_interpreter, :signing, :access, :phone, :email, :reached_by, :reach_note)",
	true};
static const struct statement save_person = {
	"UPDATE person SET la_child_id = :la_child_id, upn = :upn, upn_unknown = :upn_unknown, nhs_number = "
	":nhs_number, "
	"surname = :surname, given_names = :given_names, known_as = :known_as, sex = :sex, born_on = :born_on, "
	"expected_on = :expected_on, died_on = :died_on, ethnicity = :ethnicity, disabilities = :disabilities, "
	"language = :language, needs_interpreter = :needs_interpreter, signing = :signing, access = :access, phone = "
	":phone, email = :email, "
	"reached_by = :reached_by, reach_note = :reach_note, "
	"version = version + 1 WHERE id = :id AND version = :version",
	true};
static const struct statement person_of_id = {"SELECT id, " PERSON_MEMBERS ", version FROM person WHERE id = :id",
					      true};
static const struct statement person_of_la_child_id = {
	"SELECT id, " PERSON_MEMBERS
	", version FROM person WHERE id = (SELECT coalesce(merged_into_id, id) FROM person "
	"WHERE la_child_id = :la_child_id)",
	true};
static const struct statement person_of_reference = {
	"SELECT id, " PERSON_MEMBERS
	", version FROM person WHERE id = (SELECT coalesce(merged_into_id, id) FROM person "
	"WHERE reference = :reference)",
	true};
static const struct statement people_of_birth = {
	"SELECT id, " PERSON_MEMBERS ", version FROM person AS p WHERE born_on = :day AND merged_into_id IS NULL"
	" AND (NOT EXISTS (SELECT 1 FROM family_member AS m WHERE m.person_id = p.id)"
	" OR EXISTS (SELECT 1 FROM family_member AS m JOIN family AS f ON f.id = m.family_id"
	" WHERE m.person_id = p.id AND " MAY_SEE ")) ORDER BY id",
	true};
static const struct statement add_alias = {"INSERT INTO person_alias (person_id, name) VALUES (:person_id, :name)",
					   true};
static const struct statement aliases_of_person = {
	"SELECT person_id, name FROM person_alias WHERE person_id = :person ORDER BY id", true};
static const struct statement drop_aliases = {"DELETE FROM person_alias WHERE person_id = :person", true};
static const struct statement add_address = {
	"INSERT INTO address (person_id, lines, postcode, from_on, to_on, confidential_from) "
	"VALUES (:person_id, :lines, :postcode, :from_on, :to_on, :confidential_from)",
	true};
static const struct statement save_address = {
	"UPDATE address SET lines = :lines, postcode = :postcode, from_on = :from_on, to_on = :to_on, "
	"confidential_from = :confidential_from WHERE id = :id",
	true};
static const struct statement addresses_of_person = {"SELECT id, person_id, lines, postcode, from_on, to_on, "
						     "confidential_from FROM address WHERE person_id = :person "
						     "ORDER BY to_on IS NOT NULL, to_on DESC, id DESC",
						     true};

/* What an address is found by follows it. The postcode stands twice, once without its blank. */
static const struct statement forget_address = {"DELETE FROM address_search WHERE rowid = :id", true};
static const struct statement find_address = {
	"INSERT INTO address_search (rowid, words) SELECT id, replace(replace(lines || ' ' || postcode || ' ' ||"
	" replace(postcode, ' ', ''), '''', ''), '’', '') FROM address WHERE id = :id",
	true};

const struct statement *const person_statements[] = {
	&forget_address,        &find_address,        &add_person,      &save_person,         &person_of_id,
	&person_of_la_child_id, &person_of_reference, &people_of_birth, &add_alias,           &aliases_of_person,
	&drop_aliases,          &add_address,         &save_address,    &addresses_of_person, NULL};

bool person_insert(struct store *s, struct person *person, struct arena *mem, struct fault *f)
{
	if (!store_next_reference(s, "N", 5, mem, &person->reference, f) ||
	    !store_change(s, &add_person, &people, person, NULL, NULL, f))
		return false;
	person->id = store_last_id(s);
	person->version = 1;
	return true;
}

bool person_save(struct store *s, struct person *person, struct fault *f)
{
	int64_t changed = 0;

	if (!store_change(s, &save_person, &people, person, NULL, &changed, f))
		return false;
	if (changed == 0)
		return fault_set(f, FAULT_CONFLICT,
				 "Another person changed %s since you read it: look at it again, then save.",
				 person->reference);
	person->version++;
	return true;
}

bool person_by_id(struct store *s, int64_t id, struct arena *mem, struct person *out, struct fault *f)
{
	struct fault why = {0};

	return store_select_one(s, &person_of_id, PARAMETERS(PARAMETER_ID("id", id)), &people, mem, out, &why) ||
	       answer_not_found(&why, f, "This person is no longer in the case file.");
}

bool person_by_la_child_id(struct store *s, const char *la_child_id, struct arena *mem, struct person *out,
			   struct fault *f)
{
	return store_select_one(s, &person_of_la_child_id, PARAMETERS(PARAMETER_TEXT("la_child_id", la_child_id)),
				&people, mem, out, f);
}

bool person_by_reference(struct store *s, const char *reference, struct arena *mem, struct person *out, struct fault *f)
{
	return store_select_one(s, &person_of_reference, PARAMETERS(PARAMETER_TEXT("reference", reference)), &people,
				mem, out, f);
}

bool people_born_on(struct store *s, int64_t user, day_number day, struct arena *mem, struct person_list *out,
		    struct fault *f)
{
	return store_select(s, &people_of_birth, PARAMETERS(PARAMETER_ID("user", user), PARAMETER_DAY("day", day)),
			    &people, mem, out, f);
}

bool alias_insert(struct store *s, const struct alias *alias, struct fault *f)
{
	return store_change(s, &add_alias, &aliases, alias, NULL, NULL, f);
}

bool aliases_of(struct store *s, int64_t person, struct arena *mem, struct alias_list *out, struct fault *f)
{
	return store_select(s, &aliases_of_person, PARAMETERS(PARAMETER_ID("person", person)), &aliases, mem, out, f);
}

bool aliases_drop(struct store *s, int64_t person, struct fault *f)
{
	return store_change(s, &drop_aliases, NULL, NULL, PARAMETERS(PARAMETER_ID("person", person)), NULL, f);
}

static bool index_address(struct store *s, int64_t id, struct fault *f)
{
	const struct parameter *which = PARAMETERS(PARAMETER_ID("id", id));

	return store_change(s, &forget_address, NULL, NULL, which, NULL, f) &&
	       store_change(s, &find_address, NULL, NULL, which, NULL, f);
}

bool address_insert(struct store *s, struct address *address, struct fault *f)
{
	if (!store_change(s, &add_address, &addresses, address, NULL, NULL, f))
		return false;
	address->id = store_last_id(s);
	return index_address(s, address->id, f);
}

bool address_save(struct store *s, const struct address *address, struct fault *f)
{
	return store_change(s, &save_address, &addresses, address, NULL, NULL, f) && index_address(s, address->id, f);
}

bool addresses_of(struct store *s, int64_t person, struct arena *mem, struct address_list *out, struct fault *f)
{
	return store_select(s, &addresses_of_person, PARAMETERS(PARAMETER_ID("person", person)), &addresses, mem, out,
			    f);
}
