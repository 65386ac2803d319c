/* What was shared outside: rows are only ever added; letters and answers from the list are read where they are kept. */
#include "store/disclosure_store.h"

#include "answer.h"
#include "statement_list.h"
#include "token_words.h"

TOKEN_WORDS(grounds, disclosure_ground, DISCLOSURE_GROUND_COUNT)

static const struct column disclosure_columns[] = {
	COLUMN(struct disclosure, id, ID),           COLUMN(struct disclosure, family_id, ID),
	COLUMN(struct disclosure, shared_on, DAY),   COLUMN(struct disclosure, what, TEXT),
	COLUMN(struct disclosure, agency, TEXT),     COLUMN(struct disclosure, name, TEXT),
	COLUMN(struct disclosure, why, TEXT),        COLUMN_AS(struct disclosure, ground, grounds),
	COLUMN(struct disclosure, decided_by, TEXT), COLUMN(struct disclosure, shared_by, TEXT),
	COLUMN(struct disclosure, paper, TEXT),      COLUMN(struct disclosure, letter_id, ID),
	COLUMN(struct disclosure, corrects_id, ID),  COLUMN(struct disclosure, correction_why, TEXT),
	COLUMN(struct disclosure, is_struck, BOOL),  COLUMN(struct disclosure, by_user, TEXT),
	COLUMN(struct disclosure, kept_at, INTEGER), COLUMN(struct disclosure, is_corrected, BOOL),
};
static const struct column_list disclosures = COLUMN_LIST(struct disclosure, disclosure_columns);

static const struct column child_columns[] = {
	COLUMN(struct disclosure_child, disclosure_id, ID),
	COLUMN(struct disclosure_child, person_id, ID),
};
static const struct column_list children = COLUMN_LIST(struct disclosure_child, child_columns);

static const struct column shared_columns[] = {
	COLUMN(struct shared_otherwise, id, ID),          COLUMN(struct shared_otherwise, at, INTEGER),
	COLUMN(struct shared_otherwise, to, TEXT),        COLUMN(struct shared_otherwise, agency, TEXT),
	COLUMN(struct shared_otherwise, what, TEXT),      COLUMN(struct shared_otherwise, why, TEXT),
	COLUMN(struct shared_otherwise, by_user, TEXT),   COLUMN(struct shared_otherwise, person_id, ID),
	COLUMN(struct shared_otherwise, reference, TEXT),
};
static const struct column_list shared = COLUMN_LIST(struct shared_otherwise, shared_columns);

#define MEMBERS                                                                                                        \
	"family_id, shared_on, what, agency, name, why, ground, decided_by, shared_by, paper, letter_id, corrects_id," \
	" correction_why, is_struck, by_user, kept_at"
#define ALL                                                                                                            \
	"SELECT d.id, d.family_id, d.shared_on, d.what, d.agency, d.name, d.why, d.ground, d.decided_by, d.shared_by," \
	" d.paper, d.letter_id, d.corrects_id, d.correction_why, d.is_struck, d.by_user, d.kept_at,"                   \
	" EXISTS (SELECT 1 FROM disclosure AS n WHERE n.corrects_id = d.id) AS is_corrected FROM disclosure AS d "

static const struct statement add = {
	"INSERT INTO disclosure (" MEMBERS ") VALUES (:family_id, :shared_on, :what, :agency, :name, :why, :ground,"
	" :decided_by, :shared_by, :paper, :letter_id, :corrects_id, :correction_why, :is_struck, :by_user, :kept_at)",
	true};
static const struct statement child_add = {
	"INSERT INTO disclosure_child (disclosure_id, person_id) VALUES (:disclosure_id, :person_id)", true};
static const struct statement by_id = {ALL "WHERE d.id = :id", true};
static const struct statement of_family = {ALL "WHERE d.family_id = :family ORDER BY d.shared_on DESC, d.id DESC",
					   true};
static const struct statement children_of_family = {
	"SELECT k.disclosure_id, k.person_id FROM disclosure AS d JOIN disclosure_child AS k ON k.disclosure_id = d.id"
	" WHERE d.family_id = :family ORDER BY k.disclosure_id, k.person_id",
	true};
/* What left the authority: whoever works in its own social care reads the case file anyway. The papers that went with a
 * letter, as a bundle does with reports, are said by name. */
/* clang-format off */
#define SHARED(agency, reference)                                                                                      \
	"SELECT l.id, v.settled_at AS at, l.recipient AS \"to\", " agency " AS agency, l.subject || coalesce("         \
	" ' With: ' || (SELECT group_concat(e.name, ', ') FROM enclosure AS e WHERE e.letter_id = l.id"                \
	" AND e.kind = 'paper') || '.', '') AS what, '' AS why, v.by_user, NULL AS person_id, " reference              \
	" AS reference FROM letter AS l JOIN delivery AS v ON v.letter_id = l.id AND v.state = 'sent' "
#define LEAVES(group) " AND lower(" group ") NOT IN ('social care', 'chair') ORDER BY v.settled_at DESC, l.id DESC"
static const struct statement letters = {
	SHARED("coalesce(a.name, i.agency)", "coalesce(c.reference, '')")
	"JOIN invitee AS i ON i.id = l.invitee_id LEFT JOIN contact AS k ON k.id = i.contact_id"
	" LEFT JOIN agency AS a ON a.id = k.agency_id LEFT JOIN conference AS c ON c.id = l.conference_id"
	" WHERE l.family_id = :family AND i.person_id IS NULL" LEAVES("coalesce(a.quorum_group, i.agency)"),
	true};
/* To another agency, or to another authority, which stands in no directory. */
static const struct statement notices = {
	SHARED("coalesce(a.name, '')", "n.reference")
	"JOIN notice AS n ON n.letter_id = l.id LEFT JOIN contact AS k ON k.id = n.contact_id"
	" LEFT JOIN agency AS a ON a.id = k.agency_id WHERE l.family_id = :family AND n.person_id IS NULL"
	" AND (n.contact_id IS NOT NULL OR n.kind IN ('transfer_told', 'transfer_accepted'))"
	LEAVES("coalesce(a.quorum_group, '')"),
	true};
/* clang-format on */
static const struct statement answers = {
	"SELECT e.id, e.asked_at AS at, e.asker AS \"to\", e.agency, e.told AS what, e.purpose AS why, e.by_user,"
	" e.person_id, '' AS reference FROM family_member AS m JOIN list_enquiry AS e ON e.person_id = m.person_id"
	" WHERE m.family_id = :family AND m.relationship = 'child' AND e.answer = 'told'"
	" ORDER BY e.asked_at DESC, e.id DESC",
	true};

const struct statement *const disclosure_statements[] = {
	&add, &child_add, &by_id, &of_family, &children_of_family, &letters, &notices, &answers, NULL};

bool disclosure_insert(struct store *s, struct disclosure *disclosure, struct fault *f)
{
	if (!store_change(s, &add, &disclosures, disclosure, NULL, NULL, f))
		return store_refused_by(s, "disclosure.corrects_id")
			       ? fault_set(f, FAULT_CONFLICT,
					   "Another person corrected this row since you opened it. Look at it again.")
			       : false;
	disclosure->id = store_last_id(s);
	return true;
}

bool disclosure_child_insert(struct store *s, const struct disclosure_child *child, struct fault *f)
{
	return store_change(s, &child_add, &children, child, NULL, NULL, f);
}

bool disclosure_by_id(struct store *s, int64_t id, struct arena *mem, struct disclosure *out, struct fault *f)
{
	struct fault found = {0};

	return store_select_one(s, &by_id, PARAMETERS(PARAMETER_ID("id", id)), &disclosures, mem, out, &found) ||
	       answer_not_found(&found, f,
				"This row is not in the case file. Open what was shared about the family again.");
}

bool disclosures_of_family(struct store *s, int64_t family, struct arena *mem, struct disclosure_list *out,
			   struct fault *f)
{
	return store_select(s, &of_family, PARAMETERS(PARAMETER_ID("family", family)), &disclosures, mem, out, f);
}

bool disclosure_children_of_family(struct store *s, int64_t family, struct arena *mem,
				   struct disclosure_child_list *out, struct fault *f)
{
	return store_select(s, &children_of_family, PARAMETERS(PARAMETER_ID("family", family)), &children, mem, out, f);
}

bool letters_shared_of_family(struct store *s, int64_t family, struct arena *mem, struct shared_otherwise_list *out,
			      struct fault *f)
{
	return store_select(s, &letters, PARAMETERS(PARAMETER_ID("family", family)), &shared, mem, out, f);
}

bool notices_shared_of_family(struct store *s, int64_t family, struct arena *mem, struct shared_otherwise_list *out,
			      struct fault *f)
{
	return store_select(s, &notices, PARAMETERS(PARAMETER_ID("family", family)), &shared, mem, out, f);
}

bool answers_shared_of_family(struct store *s, int64_t family, struct arena *mem, struct shared_otherwise_list *out,
			      struct fault *f)
{
	return store_select(s, &answers, PARAMETERS(PARAMETER_ID("family", family)), &shared, mem, out, f);
}
