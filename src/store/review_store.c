/* Why reviews are earlier, the updates asked for them, and children who are looked after besides. */
#include "store/review_store.h"

#include "answer.h"
#include "statement_list.h"
#include "token_words.h"

#include <string.h>

TOKENS(early_trigger, EARLY_TRIGGER_COUNT)
TOKENS(ask_way, ASK_WAY_COUNT)
TOKENS(legal_status, LEGAL_STATUS_COUNT)

static const struct column early_columns[] = {
	COLUMN(struct review_early, id, ID),
	COLUMN(struct review_early, plan_id, ID),
	COLUMN(struct review_early, family_id, ID),
	COLUMN(struct review_early, asked_at, INTEGER),
	COLUMN(struct review_early, by_user, TEXT),
	COLUMN(struct review_early, asked_on, DAY),
	COLUMN(struct review_early, review_by, DAY),
	COLUMN(struct review_early, after_on, DAY),
	COLUMN_AS(struct review_early, trigger, early_trigger_tokens),
	COLUMN(struct review_early, why, TEXT),
	COLUMN(struct review_early, told, TEXT),
};
static const struct column_list earlies = COLUMN_LIST(struct review_early, early_columns);

static const struct column update_columns[] = {
	COLUMN(struct review_update, id, ID),           COLUMN(struct review_update, family_id, ID),
	COLUMN(struct review_update, by_user, TEXT),    COLUMN(struct review_update, asked_of, TEXT),
	COLUMN(struct review_update, asked_on, DAY),    COLUMN_AS(struct review_update, way, ask_way_tokens),
	COLUMN(struct review_update, answered_on, DAY), COLUMN(struct review_update, answer, TEXT),
	COLUMN(struct review_update, version, INTEGER),
};
static const struct column_list updates = COLUMN_LIST(struct review_update, update_columns);

static const struct column looked_after_columns[] = {
	COLUMN(struct looked_after, id, ID),
	COLUMN(struct looked_after, person_id, ID),
	COLUMN(struct looked_after, since, DAY),
	COLUMN(struct looked_after, ended_on, DAY),
	COLUMN_AS(struct looked_after, status, legal_status_tokens),
	COLUMN(struct looked_after, next_review_on, DAY),
	COLUMN(struct looked_after, version, INTEGER),
};
static const struct column_list looked_afters = COLUMN_LIST(struct looked_after, looked_after_columns);

#define EARLY                                                                                                          \
	"SELECT id, plan_id, family_id, asked_at, by_user, asked_on, review_by, after_on, \"trigger\", why, told"      \
	" FROM review_early "
static const struct statement early_add = {
	"INSERT INTO review_early (plan_id, family_id, asked_at, by_user, asked_on, review_by, after_on, \"trigger\", "
	"why,"
	" told) VALUES (:plan_id, :family_id, :asked_at, :by_user, :asked_on, :review_by, :after_on, :trigger, :why,"
	" :told)",
	true};
static const struct statement early_of_family = {EARLY "WHERE family_id = :family ORDER BY id DESC", true};
/* What was asked for after that conference, also where its day was corrected since. */
#define OF_REVIEW "WHERE plan_id = :plan AND (after_on = :last OR asked_on > :last) "
static const struct statement early_of_plan = {EARLY OF_REVIEW "ORDER BY review_by, id LIMIT 1", true};

#define UPDATE                                                                                                         \
	"SELECT u.id, u.family_id, u.by_user, u.asked_of, u.asked_on, u.way, u.answered_on, u.answer, u.version"       \
	" FROM review_update AS u "
static const struct statement update_add = {
	"INSERT INTO review_update (family_id, by_user, asked_of, asked_on, way, answered_on, answer) VALUES "
	"(:family_id,"
	" :by_user, :asked_of, :asked_on, :way, :answered_on, :answer)",
	true};
static const struct statement update_answer = {
	"UPDATE review_update SET answered_on = :answered_on, answer = :answer, version = version + 1"
	" WHERE id = :id AND version = :version",
	true};
static const struct statement update_plan_add = {
	"INSERT OR IGNORE INTO review_update_plan (plan_id, update_id) VALUES (:plan, :update)", true};
static const struct statement update_by_id = {UPDATE "WHERE u.id = :id", true};
static const struct statement update_of_plan = {
	UPDATE "JOIN review_update_plan AS k ON k.update_id = u.id WHERE k.plan_id = :plan AND u.asked_on > :since"
	       " ORDER BY u.asked_on DESC, u.id DESC LIMIT 1",
	true};

static const struct statement looked_after_add = {
	"INSERT INTO looked_after (person_id, since, ended_on, status, next_review_on) VALUES (:person_id, :since,"
	" :ended_on, :status, :next_review_on)",
	true};
static const struct statement looked_after_update = {
	"UPDATE looked_after SET since = :since, ended_on = :ended_on, status = :status, next_review_on = "
	":next_review_on,"
	" version = version + 1 WHERE id = :id AND version = :version",
	true};
static const struct statement looked_after_read = {
	"SELECT id, person_id, since, ended_on, status, next_review_on, version FROM looked_after WHERE person_id = "
	":person"
	" ORDER BY ended_on IS NULL DESC, since DESC, id DESC LIMIT 1",
	true};

/* What was agreed for another day is agreed no more. */
static const struct statement combined_read = {
	"SELECT x.starts FROM combined_review AS x JOIN conference AS c ON c.id = x.conference_id"
	" WHERE x.conference_id = :conference AND x.day = c.held_on",
	true};
static const struct statement combined_keep = {
	"INSERT INTO combined_review (conference_id, starts, day) SELECT id, :starts, held_on FROM conference"
	" WHERE id = :conference ON CONFLICT (conference_id)"
	" DO UPDATE SET starts = :starts, day = excluded.day, version = version + 1",
	true};
static const struct statement combined_drop = {"DELETE FROM combined_review WHERE conference_id = :conference", true};

const struct statement *const review_statements[] = {
	&early_add,         &early_of_family, &early_of_plan,  &update_add,       &update_answer,
	&update_plan_add,   &update_by_id,    &update_of_plan, &looked_after_add, &looked_after_update,
	&looked_after_read, &combined_read,   &combined_keep,  &combined_drop,    NULL};

/* --- Earlier --- */

bool review_early_insert(struct store *s, struct review_early *early, struct fault *f)
{
	if (!store_change(s, &early_add, &earlies, early, NULL, NULL, f))
		return false;
	early->id = store_last_id(s);
	return true;
}

bool review_earlies_of_family(struct store *s, int64_t family, struct arena *mem, struct review_early_list *out,
			      struct fault *f)
{
	return store_select(s, &early_of_family, PARAMETERS(PARAMETER_ID("family", family)), &earlies, mem, out, f);
}

bool review_early_of_plan(struct store *s, int64_t plan, day_number last, struct arena *mem, struct review_early *out,
			  struct fault *f)
{
	struct review_early_list found;

	*out = (struct review_early){.asked_on = DAY_NONE, .review_by = DAY_NONE, .after_on = DAY_NONE};
	if (!store_select(s, &early_of_plan, PARAMETERS(PARAMETER_ID("plan", plan), PARAMETER_DAY("last", last)),
			  &earlies, mem, &found, f))
		return false;
	if (found.count > 0)
		*out = found.items[0];
	return true;
}

bool review_brought_to(struct store *s, int64_t plan, day_number last, day_number *out, struct fault *f)
{
	struct arena mem = {0};
	struct review_early early;
	bool ok = review_early_of_plan(s, plan, last, &mem, &early, f);

	*out = ok ? early.review_by : DAY_NONE;
	arena_finish(&mem);
	return ok;
}

/* --- The update --- */

bool review_update_insert(struct store *s, struct review_update *update, struct fault *f)
{
	if (!store_change(s, &update_add, &updates, update, NULL, NULL, f))
		return false;
	update->id = store_last_id(s);
	update->version = 1;
	return true;
}

bool review_update_answer(struct store *s, struct review_update *update, struct fault *f)
{
	int64_t changed;

	return store_change(s, &update_answer, &updates, update, NULL, &changed, f) &&
	       answer_saved(changed, &update->version, "this update", f);
}

bool review_update_plan_insert(struct store *s, int64_t update, int64_t plan, struct fault *f)
{
	return store_change(s, &update_plan_add, NULL, NULL,
			    PARAMETERS(PARAMETER_ID("plan", plan), PARAMETER_ID("update", update)), NULL, f);
}

bool review_update_by_id(struct store *s, int64_t id, struct arena *mem, struct review_update *out, struct fault *f)
{
	struct fault found = {0};

	return store_select_one(s, &update_by_id, PARAMETERS(PARAMETER_ID("id", id)), &updates, mem, out, &found) ||
	       answer_not_found(&found, f, "This update was never asked for. Open the reviews again.");
}

bool review_update_of_plan(struct store *s, int64_t plan, day_number since, struct arena *mem,
			   struct review_update *out, struct fault *f)
{
	struct {
		struct review_update *items;
		size_t count, room;
	} found;

	*out = (struct review_update){.asked_on = DAY_NONE, .answered_on = DAY_NONE};
	if (!store_select(s, &update_of_plan, PARAMETERS(PARAMETER_ID("plan", plan), PARAMETER_DAY("since", since)),
			  &updates, mem, &found, f))
		return false;
	if (found.count > 0)
		*out = found.items[0];
	return true;
}

/* --- Looked after --- */

bool looked_after_insert(struct store *s, struct looked_after *row, struct fault *f)
{
	if (!store_change(s, &looked_after_add, &looked_afters, row, NULL, NULL, f))
		return false;
	row->id = store_last_id(s);
	row->version = 1;
	return true;
}

bool looked_after_save(struct store *s, struct looked_after *row, struct fault *f)
{
	int64_t changed;

	return store_change(s, &looked_after_update, &looked_afters, row, NULL, &changed, f) &&
	       answer_saved(changed, &row->version, "what is known of this child", f);
}

bool looked_after_of(struct store *s, int64_t person, struct arena *mem, struct looked_after *out, struct fault *f)
{
	struct {
		struct looked_after *items;
		size_t count, room;
	} found;

	*out = (struct looked_after){.person_id = person,
				     .since = DAY_NONE,
				     .ended_on = DAY_NONE,
				     .status = LEGAL_STATUS_NOT_SAID,
				     .next_review_on = DAY_NONE};
	if (!store_select(s, &looked_after_read, PARAMETERS(PARAMETER_ID("person", person)), &looked_afters, mem,
			  &found, f))
		return false;
	if (found.count > 0)
		*out = found.items[0];
	return true;
}

/* --- One meeting for both --- */

struct starting {
	int starts;
};
static const struct column starting_columns[] = {COLUMN(struct starting, starts, INT)};
static const struct column_list startings = COLUMN_LIST(struct starting, starting_columns);

bool combined_review_at(struct store *s, int64_t conference, int *starts, struct fault *f)
{
	struct arena mem = {0};
	struct {
		struct starting *items;
		size_t count, room;
	} found;
	bool ok = store_select(s, &combined_read, PARAMETERS(PARAMETER_ID("conference", conference)), &startings, &mem,
			       &found, f);

	*starts = ok && found.count > 0 ? found.items[0].starts : -1;
	arena_finish(&mem);
	return ok;
}

bool combined_review_set(struct store *s, int64_t conference, int starts, struct fault *f)
{
	if (starts < 0)
		return store_change(s, &combined_drop, NULL, NULL, PARAMETERS(PARAMETER_ID("conference", conference)),
				    NULL, f);
	return store_change(s, &combined_keep, NULL, NULL,
			    PARAMETERS(PARAMETER_ID("conference", conference), PARAMETER_INTEGER("starts", starts)),
			    NULL, f);
}
