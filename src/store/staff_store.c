/* What is known of who works here, and of whom it could be. */
#include "store/staff_store.h"

#include "statement_list.h"

static const struct column detail_columns[] = {
	COLUMN(struct staff_detail, user_id, ID),  COLUMN(struct staff_detail, name, TEXT),
	COLUMN(struct staff_detail, born_on, DAY), COLUMN(struct staff_detail, postcode, TEXT),
	COLUMN(struct staff_detail, phone, TEXT),
};
static const struct column_list details = COLUMN_LIST(struct staff_detail, detail_columns);

static const struct column candidate_columns[] = {
	COLUMN(struct staff_candidate, person_id, ID), COLUMN(struct staff_candidate, family_id, ID),
	COLUMN(struct staff_candidate, surname, TEXT), COLUMN(struct staff_candidate, given_names, TEXT),
	COLUMN(struct staff_candidate, phone, TEXT),   COLUMN(struct staff_candidate, postcode, TEXT),
	COLUMN(struct staff_candidate, born_on, DAY),
};
static const struct column_list candidates = COLUMN_LIST(struct staff_candidate, candidate_columns);

static const struct statement put = {
	"INSERT INTO staff_detail (user_id, born_on, postcode, phone) VALUES (:user_id, :born_on, :postcode, :phone)"
	" ON CONFLICT (user_id) DO UPDATE SET born_on = excluded.born_on, postcode = excluded.postcode,"
	" phone = excluded.phone",
	true};
static const struct statement all = {
	"SELECT d.user_id, u.name, d.born_on, d.postcode, d.phone FROM staff_detail AS d"
	" JOIN user_account AS u ON u.id = d.user_id WHERE u.is_active = 1 ORDER BY d.user_id",
	false}; /* a few dozen */
#define CANDIDATES                                                                                                     \
	"SELECT m.person_id, m.family_id, p.surname, p.given_names, p.phone, coalesce(a.postcode, '') AS postcode,"    \
	" p.born_on FROM family_member AS m JOIN person AS p ON p.id = m.person_id"                                    \
	" LEFT JOIN address AS a ON a.person_id = p.id AND a.to_on IS NULL WHERE m.ended_on IS NULL "
static const struct statement one_person = {CANDIDATES "AND m.person_id = :person", true};
static const struct statement everybody = {CANDIDATES, false}; /* when somebody comes to work here */
static const struct statement told = {
	"SELECT EXISTS (SELECT 1 FROM access_event WHERE family_id = :family AND user_id = :user"
	" AND kind IN ('relative', 'matched'))",
	true};

const struct statement *const staff_statements[] = {&put, &all, &one_person, &everybody, &told, NULL};

bool staff_put(struct store *s, const struct staff_detail *detail, struct fault *f)
{
	return store_change(s, &put, &details, detail, NULL, NULL, f);
}

bool staff_all(struct store *s, struct arena *mem, struct staff_detail_list *out, struct fault *f)
{
	return store_select(s, &all, NULL, &details, mem, out, f);
}

bool staff_candidates(struct store *s, int64_t person, struct arena *mem, struct staff_candidate_list *out,
		      struct fault *f)
{
	if (!person)
		return store_select(s, &everybody, NULL, &candidates, mem, out, f);
	return store_select(s, &one_person, PARAMETERS(PARAMETER_ID("person", person)), &candidates, mem, out, f);
}

bool staff_was_told(struct store *s, int64_t family, int64_t user, bool *out, struct fault *f)
{
	int64_t number;

	if (!store_select_number(s, &told, PARAMETERS(PARAMETER_ID("family", family), PARAMETER_ID("user", user)), 0,
				 &number, f))
		return false;
	*out = number != 0;
	return true;
}
