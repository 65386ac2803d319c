/* Plans that end outside a review: the ending, its plans, what was done about it; and losses. */
#include "store/plan_ending_store.h"
#include "answer.h"
#include "may_see.h"
#include "statement_list.h"
#include "token_words.h"

TOKEN_WORDS(reasons, plan_end_reason, PLAN_END_COUNT)
TOKEN_WORDS(states, plan_ending_state, PLAN_ENDING_STATE_COUNT)
TOKEN_WORDS(steps, plan_ending_step, PLAN_ENDING_STEP_COUNT)
TOKEN_WORDS(categories, category, CATEGORY_COUNT)

static const struct column ending_columns[] = {
	COLUMN(struct plan_ending, id, ID),
	COLUMN(struct plan_ending, family_id, ID),
	COLUMN(struct plan_ending, transfer_id, ID),
	COLUMN(struct plan_ending, reference, TEXT),
	COLUMN_AS(struct plan_ending, reason, reasons),
	COLUMN_AS(struct plan_ending, state, states),
	{"day", COLUMN_DAY, offsetof(struct plan_ending, on), NULL},
	COLUMN(struct plan_ending, words, TEXT),
	COLUMN(struct plan_ending, authority, TEXT),
	COLUMN(struct plan_ending, asked_by, TEXT),
	COLUMN(struct plan_ending, asked_on, DAY),
	COLUMN(struct plan_ending, told_on, DAY),
	COLUMN(struct plan_ending, object_by, DAY),
	COLUMN(struct plan_ending, objections, INT),
	COLUMN(struct plan_ending, decided_on, DAY),
	COLUMN(struct plan_ending, decided_by, TEXT),
	COLUMN(struct plan_ending, decision_words, TEXT),
	COLUMN(struct plan_ending, version, INTEGER),
};
static const struct column_list endings = COLUMN_LIST(struct plan_ending, ending_columns);

static const struct column note_columns[] = {
	COLUMN(struct plan_ending_note, id, ID),         COLUMN(struct plan_ending_note, ending_id, ID),
	COLUMN(struct plan_ending_note, at, INTEGER),    COLUMN(struct plan_ending_note, by_user, TEXT),
	COLUMN_AS(struct plan_ending_note, step, steps), COLUMN(struct plan_ending_note, day, DAY),
	COLUMN(struct plan_ending_note, agency, TEXT),   COLUMN(struct plan_ending_note, words, TEXT),
};
static const struct column_list notes = COLUMN_LIST(struct plan_ending_note, note_columns);

static const struct column plan_columns[] = {
	COLUMN(struct plan, id, ID),
	COLUMN(struct plan, person_id, ID),
	COLUMN(struct plan, family_id, ID),
	COLUMN(struct plan, conference_id, ID),
	COLUMN(struct plan, reference, TEXT),
	COLUMN(struct plan, started_on, DAY),
	COLUMN(struct plan, ended_on, DAY),
	COLUMN(struct plan, end_reason, TEXT),
	COLUMN_AS(struct plan, category_initial, categories),
	COLUMN_AS(struct plan, category_latest, categories),
	COLUMN(struct plan, previous_plans, INT),
	COLUMN(struct plan, is_other_authority, BOOL),
	COLUMN(struct plan, version, INTEGER),
};
static const struct column_list plans = COLUMN_LIST(struct plan, plan_columns);

static const struct column loss_columns[] = {
	COLUMN(struct loss_row, person_id, ID), COLUMN(struct loss_row, kind, TEXT),
	COLUMN(struct loss_row, day, DAY),      COLUMN(struct loss_row, at, INTEGER),
	COLUMN(struct loss_row, by_user, TEXT), COLUMN(struct loss_row, words, TEXT),
};
static const struct column_list losses = COLUMN_LIST(struct loss_row, loss_columns);

#define MEMBERS                                                                                                        \
	"family_id, transfer_id, reference, reason, state, day, words, authority, asked_by, asked_on, told_on, "       \
	"object_by, objections, decided_on, decided_by, decision_words"
#define ALL "SELECT id, " MEMBERS ", version FROM plan_ending "

static const struct statement add = {"INSERT INTO plan_ending (" MEMBERS ") VALUES (:family_id, :transfer_id, "
				     ":reference, :reason, :state, :day, :words, :authority, :asked_by, :asked_on, "
				     ":told_on, :object_by, :objections, :decided_on, :decided_by, :decision_words)",
				     true};
static const struct statement save = {
	"UPDATE plan_ending SET state = :state, day = :day, told_on = :told_on, object_by = :object_by, "
	"objections = :objections, decided_on = :decided_on, decided_by = :decided_by, decision_words = "
	":decision_words, version = version + 1 WHERE id = :id AND version = :version",
	true};
static const struct statement by_id = {ALL "WHERE id = :id", true};
static const struct statement by_reference = {"SELECT id FROM plan_ending WHERE reference = :reference", true};
#define IN_ORDER                                                                                                       \
	"ORDER BY state NOT IN ('asked', 'told'), CASE WHEN state IN ('asked', 'told') THEN asked_on END, asked_on "   \
	"DESC, id DESC LIMIT :most"
static const struct statement of_family = {
	ALL "WHERE family_id = :family AND " MAY_SEE_ID(
		"family_id") " AND (NOT :only_open OR state IN ('asked', 'told')) " IN_ORDER,
	true};
static const struct statement all_open = {
	ALL "WHERE state IN ('asked', 'told') AND " MAY_SEE_ID("family_id") " ORDER BY asked_on, id LIMIT :most", true};
static const struct statement all = {ALL "WHERE " MAY_SEE_ID("family_id") " " IN_ORDER,
				     false}; /* the whole list, which is short */

static const struct statement add_plan = {"INSERT INTO plan_ending_plan (ending_id, plan_id) VALUES (:ending, :plan)",
					  true};
static const struct statement plans_of = {
	"SELECT p.id, p.person_id, p.family_id, p.conference_id, p.reference, p.started_on, p.ended_on, p.end_reason, "
	"p.category_initial, p.category_latest, p.previous_plans, p.is_other_authority, p.version FROM "
	"plan_ending_plan "
	"AS e JOIN plan AS p ON p.id = e.plan_id WHERE e.ending_id = :ending ORDER BY p.person_id",
	true};
static const struct statement open_of = {
	"SELECT e.id, family_id, transfer_id, reference, reason, state, day, words, authority, asked_by, asked_on, "
	"told_on, object_by, objections, decided_on, decided_by, decision_words, version FROM plan_ending_plan AS p "
	"JOIN plan_ending AS e ON e.id = p.ending_id WHERE p.plan_id = :plan AND e.state IN ('asked', 'told')",
	true};

static const struct statement add_note = {
	"INSERT INTO plan_ending_step (ending_id, at, by_user, step, day, agency, words) VALUES (:ending_id, :at, "
	":by_user, :step, :day, :agency, :words)",
	true};
static const struct statement notes_of = {
	"SELECT id, ending_id, at, by_user, step, day, agency, words FROM plan_ending_step WHERE ending_id = :ending "
	"ORDER BY id",
	true};
static const struct statement add_loss = {
	"INSERT INTO loss (person_id, kind, day, at, by_user, words) VALUES (:person_id, :kind, :day, :at, :by_user, "
	":words)",
	true};
static const struct statement losses_of = {
	"SELECT l.person_id, l.kind, l.day, l.at, l.by_user, l.words FROM family_member AS m JOIN loss AS l ON "
	"l.person_id = m.person_id WHERE m.family_id = :family ORDER BY l.at, l.person_id",
	true};

const struct statement *const plan_ending_statements[] = {&add,          &save,     &by_id,    &of_family, &all_open,
							  &all,          &add_plan, &plans_of, &open_of,   &add_note,
							  &by_reference, &notes_of, &add_loss, &losses_of, NULL};

bool plan_ending_insert(struct store *s, struct plan_ending *ending, struct fault *f)
{
	if (!store_change(s, &add, &endings, ending, NULL, NULL, f))
		return false;
	ending->id = store_last_id(s);
	ending->version = 1;
	return true;
}

bool plan_ending_save(struct store *s, struct plan_ending *ending, struct fault *f)
{
	int64_t changed;

	return store_change(s, &save, &endings, ending, NULL, &changed, f) &&
	       answer_saved(changed, &ending->version, ending->reference, f);
}

bool plan_ending_by_id(struct store *s, int64_t id, struct arena *mem, struct plan_ending *out, struct fault *f)
{
	struct fault found = {0};

	return store_select_one(s, &by_id, PARAMETERS(PARAMETER_ID("id", id)), &endings, mem, out, &found) ||
	       answer_not_found(&found, f,
				"This ending is not in the case file any more. Open the list of endings again.");
}

bool plan_endings_of(struct store *s, int64_t user, int64_t family, bool only_open, int most, struct arena *mem,
		     struct plan_ending_list *out, struct fault *f)
{
	if (family)
		return store_select(s, &of_family,
				    PARAMETERS(PARAMETER_ID("user", user), PARAMETER_ID("family", family),
					       PARAMETER_INTEGER("only_open", only_open),
					       PARAMETER_INTEGER("most", most)),
				    &endings, mem, out, f);
	return store_select(s, only_open ? &all_open : &all,
			    PARAMETERS(PARAMETER_ID("user", user), PARAMETER_INTEGER("most", most)), &endings, mem, out,
			    f);
}

bool plan_ending_plan_insert(struct store *s, int64_t ending, int64_t plan, struct fault *f)
{
	return store_change(s, &add_plan, NULL, NULL,
			    PARAMETERS(PARAMETER_ID("ending", ending), PARAMETER_ID("plan", plan)), NULL, f);
}

bool plan_ending_plans(struct store *s, int64_t ending, struct arena *mem, struct plan_list *out, struct fault *f)
{
	return store_select(s, &plans_of, PARAMETERS(PARAMETER_ID("ending", ending)), &plans, mem, out, f);
}

bool plan_ending_open_of(struct store *s, int64_t plan, struct arena *mem, struct plan_ending *out, struct fault *f)
{
	struct plan_ending_list found;

	*out = plan_ending_blank();
	if (!store_select(s, &open_of, PARAMETERS(PARAMETER_ID("plan", plan)), &endings, mem, &found, f))
		return false;
	if (found.count)
		*out = found.items[0];
	return true;
}

bool plan_ending_note_insert(struct store *s, struct plan_ending_note *note, struct fault *f)
{
	if (!store_change(s, &add_note, &notes, note, NULL, NULL, f))
		return false;
	note->id = store_last_id(s);
	return true;
}

bool plan_ending_notes_of(struct store *s, int64_t ending, struct arena *mem, struct plan_ending_note_list *out,
			  struct fault *f)
{
	return store_select(s, &notes_of, PARAMETERS(PARAMETER_ID("ending", ending)), &notes, mem, out, f);
}

bool loss_insert(struct store *s, const struct loss_row *row, struct fault *f)
{
	return store_change(s, &add_loss, &losses, row, NULL, NULL, f);
}

bool losses_of_family(struct store *s, int64_t family, struct arena *mem, struct loss_list *out, struct fault *f)
{
	return store_select(s, &losses_of, PARAMETERS(PARAMETER_ID("family", family)), &losses, mem, out, f);
}

bool plan_ending_by_reference(struct store *s, const char *reference, int64_t *out, struct fault *f)
{
	return store_select_number(s, &by_reference, PARAMETERS(PARAMETER_TEXT("reference", reference)), 0, out, f);
}
