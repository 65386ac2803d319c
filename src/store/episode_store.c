/* Episodes of need, their assessments and child in need plans. */
#include "store/episode_store.h"

#include "statement_list.h"

static const struct column episode_columns[] = {
	COLUMN(struct episode, id, ID),
	COLUMN(struct episode, person_id, ID),
	COLUMN(struct episode, referred_on, DAY),
	COLUMN(struct episode, closed_on, DAY),
	COLUMN(struct episode, referral_source, TEXT),
	COLUMN(struct episode, primary_need, TEXT),
	COLUMN(struct episode, closure_reason, TEXT),
	COLUMN(struct episode, is_no_further_action, BOOL),
};
static const struct column_list episodes = COLUMN_LIST(struct episode, episode_columns);

static const struct column assessment_columns[] = {
	COLUMN(struct assessment, id, ID),
	COLUMN(struct assessment, episode_id, ID),
	COLUMN(struct assessment, started_on, DAY),
	COLUMN(struct assessment, internal_review_on, DAY),
	COLUMN(struct assessment, authorised_on, DAY),
	COLUMN(struct assessment, factors, TEXT),
};
static const struct column_list assessments = COLUMN_LIST(struct assessment, assessment_columns);

static const struct column need_plan_columns[] = {
	COLUMN(struct need_plan, id, ID),
	COLUMN(struct need_plan, episode_id, ID),
	COLUMN(struct need_plan, started_on, DAY),
	COLUMN(struct need_plan, ended_on, DAY),
};
static const struct column_list need_plans = COLUMN_LIST(struct need_plan, need_plan_columns);

/* Nothing is written where nothing differs: the count of changed rows then says so. */
static const struct statement put_episode = {
	"INSERT INTO episode (person_id, referred_on, referral_source, primary_need, is_no_further_action, closed_on, "
	"closure_reason) VALUES (:person_id, :referred_on, :referral_source, :primary_need, :is_no_further_action, "
	":closed_on, :closure_reason) ON CONFLICT (person_id, referred_on) DO UPDATE SET "
	"referral_source = excluded.referral_source, primary_need = excluded.primary_need, "
	"is_no_further_action = excluded.is_no_further_action, closed_on = excluded.closed_on, "
	"closure_reason = excluded.closure_reason WHERE referral_source <> excluded.referral_source "
	"OR primary_need <> excluded.primary_need OR is_no_further_action <> excluded.is_no_further_action "
	"OR closed_on IS NOT excluded.closed_on OR closure_reason <> excluded.closure_reason",
	true};
static const struct statement id_of_episode = {
	"SELECT id FROM episode WHERE person_id = :person AND referred_on = :day", true};
static const struct statement put_assessment = {
	"INSERT INTO assessment (episode_id, started_on, internal_review_on, authorised_on, factors) "
	"VALUES (:episode_id, :started_on, :internal_review_on, :authorised_on, :factors) "
	"ON CONFLICT (episode_id, started_on) DO UPDATE SET internal_review_on = excluded.internal_review_on, "
	"authorised_on = excluded.authorised_on, factors = excluded.factors "
	"WHERE internal_review_on IS NOT excluded.internal_review_on OR authorised_on IS NOT excluded.authorised_on "
	"OR factors <> excluded.factors",
	true};
static const struct statement put_need_plan = {
	"INSERT INTO need_plan (episode_id, started_on, ended_on) VALUES (:episode_id, :started_on, :ended_on) "
	"ON CONFLICT (episode_id, started_on) DO UPDATE SET ended_on = excluded.ended_on "
	"WHERE ended_on IS NOT excluded.ended_on",
	true};
static const struct statement latest_of_person = {
	"SELECT id, person_id, referred_on, closed_on, referral_source, primary_need, closure_reason,"
	" is_no_further_action FROM episode WHERE person_id = :person ORDER BY referred_on DESC LIMIT 1",
	true};
static const struct statement open_need_plans = {
	"SELECT count(*) FROM need_plan AS n JOIN episode AS e ON e.id = n.episode_id"
	" WHERE e.person_id = :person AND n.ended_on IS NULL",
	true};
const struct statement *const episode_statements[] = {
	&put_episode, &id_of_episode, &put_assessment, &put_need_plan, &latest_of_person, &open_need_plans, NULL};

static bool put(struct store *s, const struct statement *q, const struct column_list *columns, const void *row,
		bool *changed, struct fault *f)
{
	int64_t rows = 0;

	if (!store_change(s, q, columns, row, NULL, &rows, f))
		return false;
	*changed = rows > 0;
	return true;
}

bool episode_put(struct store *s, struct episode *episode, bool *changed, struct fault *f)
{
	return put(s, &put_episode, &episodes, episode, changed, f) &&
	       store_select_number(s, &id_of_episode,
				   PARAMETERS(PARAMETER_ID("person", episode->person_id),
					      PARAMETER_DAY("day", episode->referred_on)),
				   0, &episode->id, f);
}

bool assessment_put(struct store *s, const struct assessment *assessment, bool *changed, struct fault *f)
{
	return put(s, &put_assessment, &assessments, assessment, changed, f);
}

bool need_plan_put(struct store *s, const struct need_plan *plan, bool *changed, struct fault *f)
{
	return put(s, &put_need_plan, &need_plans, plan, changed, f);
}

bool episode_latest(struct store *s, int64_t person, struct arena *mem, struct episode *out, struct fault *f)
{
	struct fault why = {0};

	if (store_select_one(s, &latest_of_person, PARAMETERS(PARAMETER_ID("person", person)), &episodes, mem, out,
			     &why))
		return true;
	*out = (struct episode){.referred_on = DAY_NONE, .closed_on = DAY_NONE};
	if (why.code != FAULT_NOT_FOUND && f)
		*f = why;
	return why.code == FAULT_NOT_FOUND;
}

bool need_plan_is_open(struct store *s, int64_t person, bool *out, struct fault *f)
{
	int64_t count = 0;

	if (!store_select_number(s, &open_need_plans, PARAMETERS(PARAMETER_ID("person", person)), 0, &count, f))
		return false;
	*out = count > 0;
	return true;
}
