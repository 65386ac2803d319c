/* What holds records, and disposals with their certificates. */
#include "store/retention_store.h"

#include "answer.h"
#include "statement_list.h"
#include "token_words.h"

static const struct column hold_columns[] = {
	COLUMN(struct retention_hold, id, ID),           COLUMN(struct retention_hold, family_id, ID),
	COLUMN(struct retention_hold, reason, TEXT),     COLUMN(struct retention_hold, asked_by, TEXT),
	COLUMN(struct retention_hold, until_on, DAY),    COLUMN(struct retention_hold, set_on, DAY),
	COLUMN(struct retention_hold, set_by, TEXT),     COLUMN(struct retention_hold, lifted_on, DAY),
	COLUMN(struct retention_hold, lifted_by, TEXT),  COLUMN(struct retention_hold, lifted_because, TEXT),
	COLUMN(struct retention_hold, version, INTEGER),
};
static const struct column_list holds = COLUMN_LIST(struct retention_hold, hold_columns);

TOKEN_WORDS(states, disposal_state, DISPOSAL_STATE_COUNT)
TOKEN_WORDS(rules, retention_rule_key, RETENTION_RULE_COUNT)
TOKEN_WORDS(triggers, retention_trigger, RETENTION_TRIGGER_COUNT)

static const struct column disposal_columns[] = {
	COLUMN(struct disposal, id, ID),
	COLUMN(struct disposal, reference, TEXT),
	COLUMN(struct disposal, family_id, ID),
	COLUMN(struct disposal, family, TEXT),
	COLUMN_AS(struct disposal, state, states),
	COLUMN_AS(struct disposal, rule, rules),
	COLUMN(struct disposal, years, INT),
	COLUMN_AS(struct disposal, from, triggers),
	COLUMN(struct disposal, basis, TEXT),
	COLUMN(struct disposal, from_on, DAY),
	COLUMN(struct disposal, due_on, DAY),
	COLUMN(struct disposal, reason, TEXT),
	COLUMN(struct disposal, proposed_by, TEXT),
	COLUMN(struct disposal, proposed_on, DAY),
	COLUMN(struct disposal, ended_by, TEXT),
	COLUMN(struct disposal, ended_on, DAY),
	COLUMN(struct disposal, ended_words, TEXT),
	COLUMN(struct disposal, first_on, DAY),
	COLUMN(struct disposal, last_on, DAY),
	COLUMN(struct disposal, children, INTEGER),
	COLUMN(struct disposal, people_gone, INTEGER),
	COLUMN(struct disposal, people_kept, INTEGER),
	COLUMN(struct disposal, log_rows, INTEGER),
	COLUMN(struct disposal, digest, TEXT),
	COLUMN(struct disposal, approved_at, ID),
	COLUMN(struct disposal, wiped_at, ID),
	COLUMN(struct disposal, version, INTEGER),
};
static const struct column_list disposal_rows = COLUMN_LIST(struct disposal, disposal_columns);

static const struct column count_columns[] = {
	COLUMN(struct disposal_count, disposal_id, ID),
	COLUMN(struct disposal_count, what, TEXT),
	COLUMN(struct disposal_count, total, INTEGER),
};
static const struct column_list counts = COLUMN_LIST(struct disposal_count, count_columns);

#define HOLDS                                                                                                          \
	"SELECT id, family_id, reason, asked_by, until_on, set_on, set_by, lifted_on, lifted_by, lifted_because, "     \
	"version FROM retention_hold "
static const struct statement add_hold = {
	"INSERT INTO retention_hold (family_id, reason, asked_by, until_on, set_on, set_by) "
	"VALUES (:family_id, :reason, :asked_by, :until_on, :set_on, :set_by)",
	true};
static const struct statement lift_hold = {
	"UPDATE retention_hold SET lifted_on = :lifted_on, lifted_by = :lifted_by, lifted_because = :lifted_because, "
	"version = version + 1 WHERE id = :id AND version = :version AND lifted_on IS NULL",
	true};
static const struct statement hold_of_id = {HOLDS "WHERE id = :id", true};
static const struct statement holds_of_family = {
	HOLDS "WHERE family_id = :family ORDER BY lifted_on IS NOT NULL, id DESC", true};
static const struct statement holds_in_force = {HOLDS "WHERE lifted_on IS NULL ORDER BY family_id, id", true};

#define DISPOSALS                                                                                                      \
	"SELECT d.id, d.reference, d.family_id, d.family, d.state, d.rule, d.years, d.counted_from AS \"from\", "      \
	"d.basis, d.from_on, d.due_on, d.reason, d.proposed_by, d.proposed_on, d.ended_by, d.ended_on, "               \
	"d.ended_words, d.first_on, d.last_on, d.children, d.people_gone, d.people_kept, d.log_rows, d.digest, "       \
	"d.approved_at, d.wiped_at, d.version FROM disposal AS d "
static const struct statement add_disposal = {
	"INSERT INTO disposal (reference, family_id, family, state, rule, years, counted_from, basis, from_on, due_on, "
	"reason, proposed_by, proposed_on) VALUES (:reference, :family_id, :family, :state, :rule, :years, :from, "
	":basis, :from_on, :due_on, :reason, :proposed_by, :proposed_on)",
	true};
static const struct statement save_disposal = {
	"UPDATE disposal SET family_id = :family_id, state = :state, ended_by = :ended_by, ended_on = :ended_on, "
	"ended_words = :ended_words, first_on = :first_on, last_on = :last_on, children = :children, "
	"people_gone = :people_gone, people_kept = :people_kept, log_rows = :log_rows, digest = :digest, "
	"approved_at = :approved_at, version = version + 1 WHERE id = :id AND version = :version AND state = "
	"'proposed'",
	true};
static const struct statement note_wiped = {
	"UPDATE disposal SET wiped_at = :at WHERE state = 'done' AND wiped_at IS NULL", true};
static const struct statement disposal_of_id = {DISPOSALS "WHERE d.id = :id", true};
static const struct statement disposal_of_reference = {DISPOSALS "WHERE d.reference = :reference", true};
static const struct statement disposal_of_gone = {
	DISPOSALS "WHERE d.family = :family AND d.state = 'done' ORDER BY d.id DESC LIMIT 1", false};
static const struct statement done_disposals = {DISPOSALS "WHERE d.state = 'done' ORDER BY d.id DESC", false};
static const struct statement records_there = {"SELECT count(*) FROM family WHERE reference = :reference", true};
static const struct statement all_disposals = {
	DISPOSALS
	"LEFT JOIN family AS f ON f.id = d.family_id WHERE d.family_id IS NULL OR f.is_restricted = 0 OR EXISTS "
	"(SELECT 1 FROM family_access AS a WHERE a.family_id = f.id AND a.user_id = :user) "
	"ORDER BY d.state <> 'proposed', CASE WHEN d.state = 'proposed' THEN d.id ELSE -d.id END",
	false};
static const struct statement add_count = {
	"INSERT INTO disposal_count (disposal_id, what, total) VALUES (:disposal_id, :what, :total)", true};
static const struct statement counts_of = {"SELECT disposal_id, what, total FROM disposal_count WHERE disposal_id = "
					   ":disposal ORDER BY what = 'other rows', total DESC, what",
					   true};

static const struct statement held_families = {
	"SELECT count(DISTINCT family_id) FROM retention_hold WHERE lifted_on IS NULL", true};
static const struct statement holds_past = {
	"SELECT count(*) FROM retention_hold WHERE lifted_on IS NULL AND until_on <= :today", true};
static const struct statement proposed_disposals = {"SELECT count(*) FROM disposal WHERE state = 'proposed'", true};
static const struct statement unwiped_disposals = {
	"SELECT count(*) FROM disposal WHERE state = 'done' AND wiped_at IS NULL", true};

const struct statement *const retention_statements[] = {&add_hold,
							&lift_hold,
							&hold_of_id,
							&holds_of_family,
							&holds_in_force,
							&add_disposal,
							&save_disposal,
							&note_wiped,
							&disposal_of_id,
							&disposal_of_reference,
							&disposal_of_gone,
							&done_disposals,
							&records_there,
							&all_disposals,
							&add_count,
							&counts_of,
							&held_families,
							&holds_past,
							&proposed_disposals,
							&unwiped_disposals,
							NULL};

/* --- Holds --- */

bool hold_insert(struct store *s, struct retention_hold *hold, struct fault *f)
{
	if (!store_change(s, &add_hold, &holds, hold, NULL, NULL, f))
		return false;
	hold->id = store_last_id(s);
	hold->version = 1;
	return true;
}

bool hold_lift(struct store *s, struct retention_hold *hold, struct fault *f)
{
	int64_t changed = 0;

	return store_change(s, &lift_hold, &holds, hold, NULL, &changed, f) &&
	       answer_saved(changed, &hold->version, "this hold", f);
}

bool hold_by_id(struct store *s, int64_t id, struct arena *mem, struct retention_hold *out, struct fault *f)
{
	struct fault why = {0};

	return store_select_one(s, &hold_of_id, PARAMETERS(PARAMETER_ID("id", id)), &holds, mem, out, &why) ||
	       answer_not_found(&why, f, "This hold is not in the case file any more.");
}

bool holds_of(struct store *s, int64_t family, struct arena *mem, struct retention_hold_list *out, struct fault *f)
{
	if (!family)
		return store_select(s, &holds_in_force, NULL, &holds, mem, out, f);
	return store_select(s, &holds_of_family, PARAMETERS(PARAMETER_ID("family", family)), &holds, mem, out, f);
}

/* --- Disposals --- */

bool disposal_insert(struct store *s, struct disposal *disposal, struct fault *f)
{
	struct arena mem = {0};
	bool ok = store_next_reference(s, "Z", 4, &mem, &disposal->reference, f) &&
		  store_change(s, &add_disposal, &disposal_rows, disposal, NULL, NULL, f);

	disposal->id = ok ? store_last_id(s) : 0;
	disposal->version = 1;
	disposal->reference = "";
	arena_finish(&mem);
	return ok;
}

bool disposal_save(struct store *s, struct disposal *disposal, struct fault *f)
{
	int64_t changed = 0;

	return store_change(s, &save_disposal, &disposal_rows, disposal, NULL, &changed, f) &&
	       answer_saved(changed, &disposal->version, "this disposal", f);
}

bool disposal_wiped(struct store *s, int64_t at, struct fault *f)
{
	return store_change(s, &note_wiped, NULL, NULL, PARAMETERS(PARAMETER_INTEGER("at", at)), NULL, f);
}

bool disposal_by_id(struct store *s, int64_t id, struct arena *mem, struct disposal *out, struct fault *f)
{
	struct fault why = {0};

	return store_select_one(s, &disposal_of_id, PARAMETERS(PARAMETER_ID("id", id)), &disposal_rows, mem, out,
				&why) ||
	       answer_not_found(&why, f, "There is no such disposal in the case file.");
}

bool disposal_by_reference(struct store *s, const char *reference, struct arena *mem, struct disposal *out,
			   struct fault *f)
{
	struct fault why = {0};

	return store_select_one(s, &disposal_of_reference, PARAMETERS(PARAMETER_TEXT("reference", reference)),
				&disposal_rows, mem, out, &why) ||
	       answer_not_found(&why, f, "There is no disposal with this reference: they look like Z-0001.");
}

bool disposal_by_gone(struct store *s, const char *family, struct arena *mem, struct disposal *out, struct fault *f)
{
	struct fault why = {0};

	return store_select_one(s, &disposal_of_gone, PARAMETERS(PARAMETER_TEXT("family", family)), &disposal_rows, mem,
				out, &why) ||
	       answer_not_found(&why, f, "No record with this reference was let go.");
}

bool disposals_done(struct store *s, struct arena *mem, struct disposal_list *out, struct fault *f)
{
	return store_select(s, &done_disposals, NULL, &disposal_rows, mem, out, f);
}

bool record_is_there(struct store *s, const char *family, bool *out, struct fault *f)
{
	int64_t count = 0;

	if (!store_select_number(s, &records_there, PARAMETERS(PARAMETER_TEXT("reference", family)), 0, &count, f))
		return false;
	*out = count > 0;
	return true;
}

bool disposals(struct store *s, int64_t user, struct arena *mem, struct disposal_list *out, struct fault *f)
{
	return store_select(s, &all_disposals, PARAMETERS(PARAMETER_ID("user", user)), &disposal_rows, mem, out, f);
}

bool disposal_count_insert(struct store *s, const struct disposal_count *count, struct fault *f)
{
	return store_change(s, &add_count, &counts, count, NULL, NULL, f);
}

bool disposal_counts(struct store *s, int64_t disposal, struct arena *mem, struct disposal_count_list *out,
		     struct fault *f)
{
	return store_select(s, &counts_of, PARAMETERS(PARAMETER_ID("disposal", disposal)), &counts, mem, out, f);
}

bool retention_totals_read(struct store *s, day_number today, struct retention_totals *out, struct fault *f)
{
	return store_select_number(s, &held_families, NULL, 0, &out->held, f) &&
	       store_select_number(s, &holds_past, PARAMETERS(PARAMETER_DAY("today", today)), 0, &out->held_past, f) &&
	       store_select_number(s, &proposed_disposals, NULL, 0, &out->proposed, f) &&
	       store_select_number(s, &unwiped_disposals, NULL, 0, &out->to_wipe, f);
}
