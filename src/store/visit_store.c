/* Visits: rows are only ever added, and one that is corrected stays beside the one that stands in its place. */
#include "store/visit_store.h"

#include "answer.h"
#include "invitation_tokens.h"
#include "statement_list.h"
#include "token_words.h"

TOKEN_WORDS(outcomes, visit_outcome, VISIT_OUTCOME_COUNT)

static const struct column visit_columns[] = {
	COLUMN(struct visit, id, ID),
	COLUMN(struct visit, family_id, ID),
	COLUMN(struct visit, visited_on, DAY),
	COLUMN(struct visit, by_whom, TEXT),
	COLUMN(struct visit, place, TEXT),
	COLUMN(struct visit, noted, TEXT),
	COLUMN_AS(struct visit, announced, yes_no_tokens),
	COLUMN(struct visit, corrects_id, ID),
	COLUMN(struct visit, correction_why, TEXT),
	COLUMN(struct visit, is_struck, BOOL),
	COLUMN(struct visit, by_user, TEXT),
	COLUMN(struct visit, kept_at, INTEGER),
	COLUMN(struct visit, is_corrected, BOOL),
};
static const struct column_list visits = COLUMN_LIST(struct visit, visit_columns);

static const struct column child_columns[] = {
	COLUMN(struct visit_child, visit_id, ID),
	COLUMN(struct visit_child, person_id, ID),
	COLUMN_AS(struct visit_child, outcome, outcomes),
	COLUMN_AS(struct visit_child, alone, yes_no_tokens),
	COLUMN_AS(struct visit_child, bedroom, yes_no_tokens),
	COLUMN(struct visit_child, why, TEXT),
};
static const struct column_list children = COLUMN_LIST(struct visit_child, child_columns);

static const struct column day_columns[] = {{"day", COLUMN_DAY, 0, NULL}};
static const struct column_list days = COLUMN_LIST(day_number, day_columns);

#define MEMBERS                                                                                                        \
	"family_id, visited_on, by_whom, place, noted, announced, corrects_id, correction_why, is_struck, by_user, "   \
	"kept_at"
#define ALL                                                                                                            \
	"SELECT v.id, v.family_id, v.visited_on, v.by_whom, v.place, v.noted, v.announced, v.corrects_id,"             \
	" v.correction_why, v.is_struck, v.by_user, v.kept_at,"                                                        \
	" EXISTS (SELECT 1 FROM visit AS n WHERE n.corrects_id = v.id) AS is_corrected FROM visit AS v "

static const struct statement add = {"INSERT INTO visit (" MEMBERS
				     ") VALUES (:family_id, :visited_on, :by_whom, :place, :noted, :announced,"
				     " :corrects_id, :correction_why, :is_struck, :by_user, :kept_at)",
				     true};
static const struct statement child_add = {"INSERT INTO visit_child (visit_id, person_id, outcome, alone, bedroom, why)"
					   " VALUES (:visit_id, :person_id, :outcome, :alone, :bedroom, :why)",
					   true};
static const struct statement by_id = {ALL "WHERE v.id = :id", true};
static const struct statement of_family = {ALL "WHERE v.family_id = :family ORDER BY v.visited_on DESC, v.id DESC",
					   true};
static const struct statement children_of_family = {
	"SELECT k.visit_id, k.person_id, k.outcome, k.alone, k.bedroom, k.why FROM visit AS v"
	" JOIN visit_child AS k ON k.visit_id = v.id JOIN person AS p ON p.id = k.person_id"
	" WHERE v.family_id = :family ORDER BY k.visit_id, p.born_on IS NULL, p.born_on, p.id",
	true};
static const struct statement last_seen = {
	"SELECT max(v.visited_on) AS day FROM visit_child AS k JOIN visit AS v ON v.id = k.visit_id"
	" WHERE k.person_id = :person AND k.outcome = 'seen' AND v.visited_on >= :from AND v.is_struck = 0"
	" AND NOT EXISTS (SELECT 1 FROM visit AS n WHERE n.corrects_id = v.id)",
	true};
/* A decision written here says that the conference was held here. */
static const struct statement owed_from = {
	"SELECT max(p.started_on, coalesce(n.born_on, p.started_on)) AS day FROM plan AS p"
	" JOIN person AS n ON n.id = p.person_id JOIN child_decision AS d ON d.conference_id = p.conference_id"
	" AND d.person_id = p.person_id WHERE p.id = :plan AND (n.born_on IS NOT NULL OR n.expected_on IS NULL)",
	true};

const struct statement *const visit_statements[] = {&add,       &child_add, &by_id, &of_family, &children_of_family,
						    &last_seen, &owed_from, NULL};

bool visit_insert(struct store *s, struct visit *visit, struct fault *f)
{
	if (!store_change(s, &add, &visits, visit, NULL, NULL, f))
		return store_refused_by(s, "visit.corrects_id")
			       ? fault_set(f, FAULT_CONFLICT,
					   "Another person corrected this visit since you opened it. Look at it again.")
			       : false;
	visit->id = store_last_id(s);
	return true;
}

bool visit_child_insert(struct store *s, const struct visit_child *child, struct fault *f)
{
	return store_change(s, &child_add, &children, child, NULL, NULL, f);
}

bool visit_by_id(struct store *s, int64_t id, struct arena *mem, struct visit *out, struct fault *f)
{
	struct fault found = {0};

	return store_select_one(s, &by_id, PARAMETERS(PARAMETER_ID("id", id)), &visits, mem, out, &found) ||
	       answer_not_found(&found, f, "This visit is not in the case file. Open the visits of the family again.");
}

bool visits_of_family(struct store *s, int64_t family, struct arena *mem, struct visit_list *out, struct fault *f)
{
	return store_select(s, &of_family, PARAMETERS(PARAMETER_ID("family", family)), &visits, mem, out, f);
}

bool visit_children_of_family(struct store *s, int64_t family, struct arena *mem, struct visit_child_list *out,
			      struct fault *f)
{
	return store_select(s, &children_of_family, PARAMETERS(PARAMETER_ID("family", family)), &children, mem, out, f);
}

/* One day, DAY_NONE where there is no row. */
static bool one_day(struct store *s, const struct statement *q, const struct parameter *parameters, day_number *out,
		    struct fault *f)
{
	struct arena mem = {0};
	struct fault found = {0};
	bool ok;

	ok = store_select_one(s, q, parameters, &days, &mem, out, &found);
	arena_finish(&mem);
	if (ok)
		return true;
	*out = DAY_NONE;
	if (found.code == FAULT_NOT_FOUND)
		return true;
	if (f)
		*f = found;
	return false;
}

bool visit_last_seen(struct store *s, int64_t person, day_number from, day_number *out, struct fault *f)
{
	return one_day(s, &last_seen, PARAMETERS(PARAMETER_ID("person", person), PARAMETER_DAY("from", from)), out, f);
}

bool visits_owed_from(struct store *s, int64_t plan, day_number *out, struct fault *f)
{
	return one_day(s, &owed_from, PARAMETERS(PARAMETER_ID("plan", plan)), out, f);
}
