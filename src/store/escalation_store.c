/* Escalations and what was done about them, and dissents nobody took further. */
#include "store/escalation_store.h"
#include "answer.h"
#include "may_see.h"
#include "statement_list.h"
#include "token_words.h"

TOKENS(escalation_cause, ESCALATION_CAUSE_COUNT)
TOKENS(escalation_state, ESCALATION_STATE_COUNT)
TOKENS(escalation_step, ESCALATION_STEP_COUNT)

static const struct column escalation_columns[] = {
	COLUMN(struct escalation, id, ID),
	COLUMN(struct escalation, conference_id, ID),
	COLUMN(struct escalation, family_id, ID),
	COLUMN(struct escalation, dissent_id, ID),
	COLUMN(struct escalation, reference, TEXT),
	COLUMN_AS(struct escalation, cause, escalation_cause_tokens),
	COLUMN(struct escalation, about, TEXT),
	COLUMN(struct escalation, words, TEXT),
	COLUMN(struct escalation, raised_on, DAY),
	COLUMN(struct escalation, raised_by, TEXT),
	COLUMN_AS(struct escalation, state, escalation_state_tokens),
	COLUMN(struct escalation, stage, INT),
	COLUMN(struct escalation, stage_on, DAY),
	COLUMN(struct escalation, with, TEXT),
	COLUMN(struct escalation, with_to, TEXT),
	COLUMN(struct escalation, answered_on, DAY),
	COLUMN(struct escalation, answer, TEXT),
	COLUMN(struct escalation, ended_on, DAY),
	COLUMN(struct escalation, ended_words, TEXT),
	COLUMN(struct escalation, version, INTEGER),
};
static const struct column_list escalations = COLUMN_LIST(struct escalation, escalation_columns);

static const struct column note_columns[] = {
	COLUMN(struct escalation_note, id, ID),
	COLUMN(struct escalation_note, escalation_id, ID),
	COLUMN(struct escalation_note, at, INTEGER),
	COLUMN(struct escalation_note, by_user, TEXT),
	COLUMN_AS(struct escalation_note, step, escalation_step_tokens),
	COLUMN(struct escalation_note, stage, INT),
	COLUMN(struct escalation_note, day, DAY),
	COLUMN(struct escalation_note, with, TEXT),
	COLUMN(struct escalation_note, words, TEXT),
};
static const struct column_list notes = COLUMN_LIST(struct escalation_note, note_columns);

static const struct column dissent_columns[] = {
	COLUMN(struct dissent, conference_id, ID), COLUMN(struct dissent, family_id, ID),
	COLUMN(struct dissent, invitee_id, ID),    COLUMN(struct dissent, reference, TEXT),
	COLUMN(struct dissent, who, TEXT),         COLUMN(struct dissent, agency, TEXT),
	COLUMN(struct dissent, held_on, DAY),      COLUMN(struct dissent, children, INT),
	COLUMN(struct dissent, words, TEXT),
};
static const struct column_list dissents = COLUMN_LIST(struct dissent, dissent_columns);

#define MEMBERS                                                                                                        \
	"conference_id, family_id, dissent_id, reference, cause, about, words, raised_on, raised_by, state, stage, "   \
	"stage_on, \"with\", with_to, answered_on, answer, ended_on, ended_words"
#define ALL "SELECT id, " MEMBERS ", version FROM escalation "

static const struct statement add = {
	"INSERT INTO escalation (" MEMBERS ") VALUES (:conference_id, :family_id, :dissent_id, :reference, :cause,"
	" :about, :words, :raised_on, :raised_by, :state, :stage, :stage_on, :with, :with_to, :answered_on, :answer,"
	" :ended_on, :ended_words)",
	true};
static const struct statement save = {
	"UPDATE escalation SET state = :state, stage = :stage, stage_on = :stage_on, \"with\" = :with,"
	" with_to = :with_to, answered_on = :answered_on, answer = :answer, ended_on = :ended_on,"
	" ended_words = :ended_words, version = version + 1 WHERE id = :id AND version = :version",
	true};
static const struct statement by_id = {ALL "WHERE id = :id", true};
static const struct statement by_reference = {"SELECT id FROM escalation WHERE reference = :reference", true};
#define IN_ORDER                                                                                                       \
	"ORDER BY state <> 'open', CASE state WHEN 'open' THEN raised_on END, raised_on DESC, id DESC LIMIT :most"
static const struct statement of_family = {ALL "WHERE family_id = :family AND " MAY_SEE_ID(
						   "family_id") " AND (NOT :only_open OR state = 'open') " IN_ORDER,
					   true};
static const struct statement all_open = {
	ALL "WHERE state = 'open' AND " MAY_SEE_ID("family_id") " ORDER BY raised_on, id LIMIT :most", true};
static const struct statement kept = {ALL "WHERE " MAY_SEE_ID("family_id") " " IN_ORDER,
				      false}; /* the whole register, which is short */
static const struct statement add_note = {
	"INSERT INTO escalation_step (escalation_id, at, by_user, step, stage, day, \"with\", words)"
	" VALUES (:escalation_id, :at, :by_user, :step, :stage, :day, :with, :words)",
	true};
static const struct statement notes_of = {
	"SELECT id, escalation_id, at, by_user, step, stage, day, \"with\", words FROM escalation_step"
	" WHERE escalation_id = :escalation ORDER BY id",
	true};
static const struct statement alone = {
	"SELECT v.conference_id, c.family_id, v.invitee_id, c.reference, coalesce(k.name, nullif(i.name, ''), '') AS "
	"who,"
	" coalesce(a.name, i.agency) AS agency, c.held_on, count(*) AS children, max(v.dissent_words) AS words"
	" FROM view AS v JOIN conference AS c ON c.id = v.conference_id JOIN invitee AS i ON i.id = v.invitee_id"
	" LEFT JOIN contact AS k ON k.id = i.contact_id LEFT JOIN agency AS a ON a.id = k.agency_id"
	" WHERE v.is_dissent = 1 AND c.held_on >= :from AND " MAY_SEE_ID(
		"c.family_id") " AND NOT EXISTS (SELECT 1 FROM escalation AS e WHERE e.dissent_id = v.invitee_id)"
			       " GROUP BY v.conference_id, v.invitee_id ORDER BY c.held_on DESC, v.conference_id, "
			       "v.invitee_id LIMIT :most",
	true};

const struct statement *const escalation_statements[] = {
	&add, &save, &by_id, &by_reference, &of_family, &all_open, &kept, &add_note, &notes_of, &alone, NULL};

bool escalation_insert(struct store *s, struct escalation *escalation, struct fault *f)
{
	if (!store_change(s, &add, &escalations, escalation, NULL, NULL, f))
		return false;
	escalation->id = store_last_id(s);
	escalation->version = 1;
	return true;
}

bool escalation_save(struct store *s, struct escalation *escalation, struct fault *f)
{
	int64_t changed;

	return store_change(s, &save, &escalations, escalation, NULL, &changed, f) &&
	       answer_saved(changed, &escalation->version, escalation->reference, f);
}

bool escalation_by_id(struct store *s, int64_t id, struct arena *mem, struct escalation *out, struct fault *f)
{
	struct fault found = {0};

	return store_select_one(s, &by_id, PARAMETERS(PARAMETER_ID("id", id)), &escalations, mem, out, &found) ||
	       answer_not_found(
		       &found, f,
		       "This escalation is not in the case file any more. Open the list of escalations again.");
}

bool escalation_by_reference(struct store *s, const char *reference, int64_t *out, struct fault *f)
{
	return store_select_number(s, &by_reference, PARAMETERS(PARAMETER_TEXT("reference", reference)), 0, out, f);
}

bool escalations_kept(struct store *s, int64_t user, int64_t family, bool only_open, int most, struct arena *mem,
		      struct escalation_list *out, struct fault *f)
{
	*out = (struct escalation_list){0};
	if (family)
		return store_select(s, &of_family,
				    PARAMETERS(PARAMETER_ID("user", user), PARAMETER_ID("family", family),
					       PARAMETER_INTEGER("only_open", only_open),
					       PARAMETER_INTEGER("most", most)),
				    &escalations, mem, out, f);
	return store_select(s, only_open ? &all_open : &kept,
			    PARAMETERS(PARAMETER_ID("user", user), PARAMETER_INTEGER("most", most)), &escalations, mem,
			    out, f);
}

bool escalation_note_insert(struct store *s, struct escalation_note *note, struct fault *f)
{
	if (!store_change(s, &add_note, &notes, note, NULL, NULL, f))
		return false;
	note->id = store_last_id(s);
	return true;
}

bool escalation_notes_of(struct store *s, int64_t escalation, struct arena *mem, struct escalation_note_list *out,
			 struct fault *f)
{
	*out = (struct escalation_note_list){0};
	return store_select(s, &notes_of, PARAMETERS(PARAMETER_ID("escalation", escalation)), &notes, mem, out, f);
}

bool dissents_alone(struct store *s, int64_t user, day_number from, int most, struct arena *mem,
		    struct dissent_list *out, struct fault *f)
{
	*out = (struct dissent_list){0};
	return store_select(
		s, &alone,
		PARAMETERS(PARAMETER_ID("user", user), PARAMETER_DAY("from", from), PARAMETER_INTEGER("most", most)),
		&dissents, mem, out, f);
}
