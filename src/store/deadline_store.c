/* Deadlines in the case file: their rows, the children they are about, and what a plan counts from. */
#include "store/deadline_store.h"

#include "answer.h"
#include "statement_list.h"
#include "token_words.h"

#include <string.h>

#define ROW_COLUMNS                                                                                                    \
	"d.id, d.rule, d.subject_kind, d.subject_id, d.family_id, d.trigger_on, d.due_on, d.limit_on, d.owner,"        \
	" d.state, d.done_on, d.reason, d.policy, d.version"
#define ROW "SELECT " ROW_COLUMNS " FROM deadline AS d "
#define OPEN_LIMIT                                                                                                     \
	" AND d.state = 'open' AND d.rule IN ('icpc', 'transfer_in', 'prebirth', 'inquorate.rebook', "                 \
	"'complaint.second',"                                                                                          \
	" 'review.first', 'review.next', 'review.after_birth') "

static const struct statement add = {
	"INSERT INTO deadline (rule, subject_kind, subject_id, family_id, trigger_on, due_on, limit_on, owner, state,"
	" done_on, reason, policy) VALUES (:rule, :subject_kind, :subject_id, :family_id, :trigger_on, :due_on, "
	":limit_on,"
	" :owner, :state, :done_on, :reason, :policy)",
	true};
static const struct statement update = {
	"UPDATE deadline SET trigger_on = :trigger_on, due_on = :due_on, limit_on = :limit_on, owner = :owner,"
	" state = :state, done_on = :done_on, reason = :reason, policy = :policy, version = version + 1"
	" WHERE id = :id AND version = :version",
	true};
static const struct statement child_add = {
	"INSERT OR IGNORE INTO deadline_child (deadline_id, person_id) VALUES (:deadline, :person)", true};
static const struct statement child_delete = {
	"DELETE FROM deadline_child WHERE person_id = :person AND deadline_id IN (SELECT id FROM deadline"
	" WHERE subject_kind = :kind AND subject_id = :subject AND state = 'open')",
	true};
static const struct statement child_delete_one = {
	"DELETE FROM deadline_child WHERE deadline_id = :deadline AND person_id = :person", true};
static const struct statement by_id = {ROW "WHERE d.id = :id", true};
static const struct statement open_one = {
	ROW "WHERE d.rule = :rule AND d.subject_kind = :kind AND d.subject_id = :subject AND d.state = 'open'", true};
static const struct statement of_subject = {
	ROW "WHERE d.subject_kind = :kind AND d.subject_id = :subject ORDER BY d.id", true};
static const struct statement settled = {
	"SELECT count(*) FROM deadline WHERE subject_kind = :kind AND subject_id = :subject AND rule = :rule"
	" AND trigger_on = :trigger AND state IN ('done', 'waived')",
	true};
static const struct statement limiting = {
	"SELECT " ROW_COLUMNS " FROM conference AS c JOIN deadline AS d ON d.subject_kind = 'enquiry'"
	" AND d.subject_id = c.enquiry_id WHERE c.id = :conference" OPEN_LIMIT "UNION ALL "
	"SELECT " ROW_COLUMNS
	" FROM deadline AS d WHERE d.subject_kind = 'conference' AND d.subject_id = :conference" OPEN_LIMIT "UNION ALL "
	"SELECT " ROW_COLUMNS " FROM conference AS c JOIN conference_child AS k ON k.conference_id = c.id"
	" JOIN plan AS p ON p.person_id = k.person_id AND p.ended_on IS NULL"
	" JOIN deadline AS d ON d.subject_kind = 'plan' AND d.subject_id = p.id"
	" WHERE c.id = :conference AND c.type IN ('review', 'reconvened')" OPEN_LIMIT "ORDER BY 7, 1",
	true};
/* Reviews held since the plan began: each decided something about this child where that is known, and did not leave it
 * for another day. A reconvened conference that did is the review it went on with. */
#define HELD_REVIEWS                                                                                                   \
	" FROM conference_child AS k JOIN conference AS r ON r.id = k.conference_id"                                   \
	" LEFT JOIN child_decision AS d ON d.conference_id = r.id AND d.person_id = k.person_id"                       \
	" WHERE k.person_id = p.person_id AND r.held_on > p.started_on AND r.type <> 'second' AND r.state IN "         \
	"('decided', 'record_drafted',"                                                                                \
	" 'record_approved', 'distributed', 'closed', 'challenged') AND (d.outcome IN ('plan_continues', 'plan_ends')" \
	" OR (d.outcome IS NULL AND r.type = 'review' AND NOT EXISTS (SELECT 1 FROM live_state AS v"                   \
	" WHERE v.conference_id = r.id AND v.quorum = 'interim_plan')))"
static const struct statement course = {
	"SELECT p.id, p.person_id, p.family_id, p.started_on, p.ended_on, coalesce(c.held_on, p.started_on) AS "
	"initial_on,"
	" (SELECT max(r.held_on)" HELD_REVIEWS ") AS last_review_on,"
	" (SELECT count(*)" HELD_REVIEWS ") AS reviews,"
	" coalesce(c.type = 'pre_birth' OR n.born_on > p.started_on, 0) AS was_unborn, p.is_other_authority, n.born_on"
	" FROM plan AS p"
	" JOIN person AS n ON n.id = p.person_id LEFT JOIN conference AS c ON c.id = p.conference_id WHERE "
	"p.id = "
	":plan",
	true};

const struct statement *const deadline_statements[] = {&add,      &update,       &child_add,        &by_id,
						       &open_one, &of_subject,   &settled,          &limiting,
						       &course,   &child_delete, &child_delete_one, NULL};

const char *deadline_standing_token(enum deadline_standing standing)
{
	static const char *const tokens[] = {"open", "done", "waived", "withdrawn", "lapsed"};

	return (unsigned)standing < STANDING_COUNT ? tokens[standing] : "";
}

static const char *rule_word(int value)
{
	return rule_token((enum rule_key)value);
}

static const struct token_words rules = {rule_word, RULE_COUNT};
TOKEN_WORDS(kinds, subject_kind, SUBJECT_KIND_COUNT)
TOKEN_WORDS(standings, deadline_standing, STANDING_COUNT)

static const struct column row_columns[] = {
	COLUMN(struct deadline_row, id, ID),
	COLUMN_AS(struct deadline_row, rule, rules),
	COLUMN_AS(struct deadline_row, subject_kind, kinds),
	COLUMN(struct deadline_row, subject_id, ID),
	COLUMN(struct deadline_row, family_id, ID),
	COLUMN(struct deadline_row, trigger_on, DAY),
	COLUMN(struct deadline_row, due_on, DAY),
	COLUMN(struct deadline_row, limit_on, DAY),
	COLUMN(struct deadline_row, owner, TEXT),
	COLUMN_AS(struct deadline_row, state, standings),
	COLUMN(struct deadline_row, done_on, DAY),
	COLUMN(struct deadline_row, reason, TEXT),
	COLUMN(struct deadline_row, policy, TEXT),
	COLUMN(struct deadline_row, version, INTEGER),
};
static const struct column_list row_list = COLUMN_LIST(struct deadline_row, row_columns);

static const struct column course_columns[] = {
	COLUMN(struct plan_course, id, ID),
	COLUMN(struct plan_course, person_id, ID),
	COLUMN(struct plan_course, family_id, ID),
	COLUMN(struct plan_course, started_on, DAY),
	COLUMN(struct plan_course, ended_on, DAY),
	COLUMN(struct plan_course, initial_on, DAY),
	COLUMN(struct plan_course, last_review_on, DAY),
	COLUMN(struct plan_course, reviews, INT),
	COLUMN(struct plan_course, was_unborn, BOOL),
	COLUMN(struct plan_course, is_other_authority, BOOL),
	COLUMN(struct plan_course, born_on, DAY),
};
static const struct column_list course_list = COLUMN_LIST(struct plan_course, course_columns);

bool deadline_insert(struct store *s, struct deadline_row *row, struct fault *f)
{
	if (!store_change(s, &add, &row_list, row, NULL, NULL, f))
		return false;
	row->id = store_last_id(s);
	row->version = 1;
	return true;
}

bool deadline_save(struct store *s, struct deadline_row *row, struct fault *f)
{
	int64_t changed;

	if (!store_change(s, &update, &row_list, row, NULL, &changed, f))
		return false;
	if (changed == 0)
		return fault_set(f, FAULT_CONFLICT,
				 "Another person changed this task (%s) just now. Look at the list again.",
				 rule_label(row->rule));
	row->version++;
	return true;
}

bool deadline_child_insert(struct store *s, int64_t deadline, int64_t person, struct fault *f)
{
	return store_change(s, &child_add, NULL, NULL,
			    PARAMETERS(PARAMETER_ID("deadline", deadline), PARAMETER_ID("person", person)), NULL, f);
}

bool deadline_child_drop(struct store *s, int64_t deadline, int64_t person, struct fault *f)
{
	return store_change(s, &child_delete_one, NULL, NULL,
			    PARAMETERS(PARAMETER_ID("deadline", deadline), PARAMETER_ID("person", person)), NULL, f);
}

bool deadlines_child_drop(struct store *s, enum subject_kind kind, int64_t subject, int64_t person, struct fault *f)
{
	return store_change(s, &child_delete, NULL, NULL,
			    PARAMETERS(PARAMETER_TEXT("kind", subject_kind_token(kind)),
				       PARAMETER_ID("subject", subject), PARAMETER_ID("person", person)),
			    NULL, f);
}

static bool read_one(struct store *s, const struct statement *q, const struct parameter *parameters,
		     const struct column_list *columns, const char *not_there, struct arena *mem, void *out,
		     struct fault *f)
{
	struct fault found = {0};

	return store_select_one(s, q, parameters, columns, mem, out, &found) || answer_not_found(&found, f, not_there);
}

bool deadline_by_id(struct store *s, int64_t id, struct arena *mem, struct deadline_row *out, struct fault *f)
{
	return read_one(s, &by_id, PARAMETERS(PARAMETER_ID("id", id)), &row_list,
			"This task is not in the case file any more. Look at the list again.", mem, out, f);
}

bool deadline_open_one(struct store *s, enum rule_key rule, enum subject_kind kind, int64_t subject, struct arena *mem,
		       struct deadline_row *out, struct fault *f)
{
	struct deadline_row_list found;

	memset(out, 0, sizeof *out);
	if (!store_select(s, &open_one,
			  PARAMETERS(PARAMETER_TEXT("rule", rule_token(rule)),
				     PARAMETER_TEXT("kind", subject_kind_token(kind)),
				     PARAMETER_ID("subject", subject)),
			  &row_list, mem, &found, f))
		return false;
	if (found.count > 0)
		*out = found.items[0];
	return true;
}

bool deadlines_of_subject(struct store *s, enum subject_kind kind, int64_t subject, struct arena *mem,
			  struct deadline_row_list *out, struct fault *f)
{
	return store_select(
		s, &of_subject,
		PARAMETERS(PARAMETER_TEXT("kind", subject_kind_token(kind)), PARAMETER_ID("subject", subject)),
		&row_list, mem, out, f);
}

bool deadline_is_settled(struct store *s, enum rule_key rule, enum subject_kind kind, int64_t subject,
			 day_number trigger, bool *out, struct fault *f)
{
	int64_t count;

	*out = false;
	if (!store_select_number(s, &settled,
				 PARAMETERS(PARAMETER_TEXT("rule", rule_token(rule)),
					    PARAMETER_TEXT("kind", subject_kind_token(kind)),
					    PARAMETER_ID("subject", subject), PARAMETER_DAY("trigger", trigger)),
				 0, &count, f))
		return false;
	*out = count > 0;
	return true;
}

bool deadlines_limiting(struct store *s, int64_t conference, struct arena *mem, struct deadline_row_list *out,
			struct fault *f)
{
	return store_select(s, &limiting, PARAMETERS(PARAMETER_ID("conference", conference)), &row_list, mem, out, f);
}

bool plan_course_of(struct store *s, int64_t plan, struct arena *mem, struct plan_course *out, struct fault *f)
{
	return read_one(s, &course, PARAMETERS(PARAMETER_ID("plan", plan)), &course_list,
			"This plan is not in the case file any more. Find the child again.", mem, out, f);
}
