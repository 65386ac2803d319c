/* Complaints about conferences and what was done about them. */
#include "store/complaint_store.h"
#include "answer.h"
#include "may_see.h"
#include "statement_list.h"
#include "token_words.h"

TOKENS(complainant, COMPLAINANT_COUNT)
TOKENS(complaint_ground, COMPLAINT_GROUND_COUNT)
TOKENS(complaint_way, COMPLAINT_WAY_COUNT)
TOKENS(complaint_state, COMPLAINT_STATE_COUNT)
TOKENS(complaint_step, COMPLAINT_STEP_COUNT)
TOKENS(complaint_outcome, COMPLAINT_OUTCOME_COUNT + 1) /* '' is COMPLAINT_OUTCOME_COUNT: none yet */

static const struct column complaint_columns[] = {
	COLUMN(struct complaint, id, ID),
	COLUMN(struct complaint, conference_id, ID),
	COLUMN(struct complaint, family_id, ID),
	COLUMN(struct complaint, reference, TEXT),
	COLUMN(struct complaint, who, TEXT),
	COLUMN(struct complaint, write_to, TEXT),
	{"complains_as", COLUMN_TOKEN, offsetof(struct complaint, as), &complainant_tokens},
	COLUMN_AS(struct complaint, ground, complaint_ground_tokens),
	COLUMN(struct complaint, agency, TEXT),
	COLUMN(struct complaint, agency_passed_to, TEXT),
	COLUMN(struct complaint, received_on, DAY),
	COLUMN_AS(struct complaint, way, complaint_way_tokens),
	COLUMN(struct complaint, words, TEXT),
	COLUMN(struct complaint, late_reason, TEXT),
	COLUMN(struct complaint, advocate, TEXT),
	COLUMN(struct complaint, advocate_to, TEXT),
	COLUMN_AS(struct complaint, state, complaint_state_tokens),
	COLUMN(struct complaint, stage, INT),
	COLUMN(struct complaint, stage_on, DAY),
	COLUMN(struct complaint, acknowledged_on, DAY),
	COLUMN(struct complaint, spoke_on, DAY),
	COLUMN(struct complaint, raised_on, DAY),
	COLUMN(struct complaint, raised_with, TEXT),
	COLUMN_AS(struct complaint, outcome, complaint_outcome_tokens),
	COLUMN(struct complaint, outcome_on, DAY),
	COLUMN(struct complaint, outcome_words, TEXT),
	COLUMN(struct complaint, second_id, ID),
	COLUMN(struct complaint, review_by, DAY),
	COLUMN(struct complaint, version, INTEGER),
};
static const struct column_list complaints = COLUMN_LIST(struct complaint, complaint_columns);

static const struct column note_columns[] = {
	COLUMN(struct complaint_note, id, ID),
	COLUMN(struct complaint_note, complaint_id, ID),
	COLUMN(struct complaint_note, at, INTEGER),
	COLUMN(struct complaint_note, by_user, TEXT),
	COLUMN_AS(struct complaint_note, step, complaint_step_tokens),
	COLUMN(struct complaint_note, day, DAY),
	COLUMN(struct complaint_note, words, TEXT),
};
static const struct column_list notes = COLUMN_LIST(struct complaint_note, note_columns);

#define MEMBERS                                                                                                        \
	"conference_id, family_id, reference, who, write_to, complains_as, ground, agency, agency_passed_to, "         \
	"received_on, way, "                                                                                           \
	"words, late_reason, advocate, advocate_to, state, stage, stage_on, acknowledged_on, spoke_on, raised_on, "    \
	"raised_with, "                                                                                                \
	"outcome, outcome_on, outcome_words, second_id, review_by"
#define ALL "SELECT id, " MEMBERS ", version FROM complaint "

static const struct statement add = {
	"INSERT INTO complaint (" MEMBERS
	") VALUES (:conference_id, :family_id, :reference, :who, :write_to, :complains_as, "
	":ground, :agency, :agency_passed_to, :received_on, :way, :words, :late_reason, :advocate, :advocate_to, "
	":state, :stage, "
	":stage_on, :acknowledged_on, :spoke_on, :raised_on, :raised_with, :outcome, :outcome_on, :outcome_words, "
	":second_id, :review_by)",
	true};
static const struct statement save = {
	"UPDATE complaint SET agency_passed_to = :agency_passed_to, state = :state, stage = :stage, stage_on = "
	":stage_on,"
	" acknowledged_on = :acknowledged_on, spoke_on = :spoke_on, raised_on = :raised_on, raised_with = :raised_with,"
	" outcome = :outcome, outcome_on = :outcome_on, outcome_words = :outcome_words, second_id = :second_id,"
	" review_by = :review_by, version = version + 1 WHERE id = :id AND version = :version",
	true};
static const struct statement by_id = {ALL "WHERE id = :id", true};
static const struct statement by_reference = {"SELECT id FROM complaint WHERE reference = :reference", true};
static const struct statement of_conference = {ALL "WHERE conference_id = :conference ORDER BY received_on, id", true};
#define IN_ORDER                                                                                                       \
	"ORDER BY state <> 'open', CASE state WHEN 'open' THEN received_on END, received_on DESC, id DESC LIMIT :most"
static const struct statement of_family = {ALL "WHERE family_id = :family AND " MAY_SEE_ID(
						   "family_id") " AND (NOT :only_open OR state = 'open') " IN_ORDER,
					   true};
static const struct statement all_open = {
	ALL "WHERE state = 'open' AND " MAY_SEE_ID("family_id") " ORDER BY received_on, id LIMIT :most", true};
static const struct statement registered = {ALL "WHERE " MAY_SEE_ID("family_id") " " IN_ORDER,
					    false}; /* the whole register, which is short */

static const struct statement add_note = {
	"INSERT INTO complaint_step (complaint_id, at, by_user, step, day, words) VALUES (:complaint_id, :at, :by_user,"
	" :step, :day, :words)",
	true};
static const struct statement notes_of = {
	"SELECT id, complaint_id, at, by_user, step, day, words FROM complaint_step WHERE complaint_id = :complaint"
	" ORDER BY id",
	true};
const struct statement *const complaint_statements[] = {&add,           &save,      &by_id,    &by_reference,
							&of_conference, &of_family, &all_open, &registered,
							&add_note,      &notes_of,  NULL};

bool complaint_insert(struct store *s, struct complaint *complaint, struct fault *f)
{
	if (!store_change(s, &add, &complaints, complaint, NULL, NULL, f))
		return false;
	complaint->id = store_last_id(s);
	complaint->version = 1;
	return true;
}

bool complaint_save(struct store *s, struct complaint *complaint, struct fault *f)
{
	int64_t changed;

	return store_change(s, &save, &complaints, complaint, NULL, &changed, f) &&
	       answer_saved(changed, &complaint->version, complaint->reference, f);
}

bool complaint_by_id(struct store *s, int64_t id, struct arena *mem, struct complaint *out, struct fault *f)
{
	struct fault found = {0};

	return store_select_one(s, &by_id, PARAMETERS(PARAMETER_ID("id", id)), &complaints, mem, out, &found) ||
	       answer_not_found(&found, f,
				"This complaint is not in the case file any more. Open the list of complaints again.");
}

bool complaint_by_reference(struct store *s, const char *reference, int64_t *out, struct fault *f)
{
	return store_select_number(s, &by_reference, PARAMETERS(PARAMETER_TEXT("reference", reference)), 0, out, f);
}

bool complaints_of_conference(struct store *s, int64_t conference, struct arena *mem, struct complaint_list *out,
			      struct fault *f)
{
	return store_select(s, &of_conference, PARAMETERS(PARAMETER_ID("conference", conference)), &complaints, mem,
			    out, f);
}

bool complaints_registered(struct store *s, int64_t user, int64_t family, bool only_open, int most, struct arena *mem,
			   struct complaint_list *out, struct fault *f)
{
	if (family)
		return store_select(s, &of_family,
				    PARAMETERS(PARAMETER_ID("user", user), PARAMETER_ID("family", family),
					       PARAMETER_INTEGER("only_open", only_open),
					       PARAMETER_INTEGER("most", most)),
				    &complaints, mem, out, f);
	return store_select(s, only_open ? &all_open : &registered,
			    PARAMETERS(PARAMETER_ID("user", user), PARAMETER_INTEGER("most", most)), &complaints, mem,
			    out, f);
}

bool complaint_note_insert(struct store *s, struct complaint_note *note, struct fault *f)
{
	if (!store_change(s, &add_note, &notes, note, NULL, NULL, f))
		return false;
	note->id = store_last_id(s);
	return true;
}

bool complaint_notes_of(struct store *s, int64_t complaint, struct arena *mem, struct complaint_note_list *out,
			struct fault *f)
{
	return store_select(s, &notes_of, PARAMETERS(PARAMETER_ID("complaint", complaint)), &notes, mem, out, f);
}
