/* How the next review of every open plan stands: its limit, its slot, who chaired before, what was asked. */
#include "may_see.h"
#include "statement_list.h"
#include "store/conference_store.h"
#include "store/review_store.h"
#include "token_words.h"

#include <string.h>

static const char *rule_word(int value)
{
	return value < RULE_COUNT ? rule_token((enum rule_key)value) : "";
}
static const struct token_words rule_tokens = {rule_word, RULE_COUNT + 1}; /* '' is RULE_COUNT: no limit is known */

TOKEN_WORDS(state_tokens, conference_state, CONFERENCE_STATE_COUNT)

TOKEN_WORDS(trigger_tokens, early_trigger, EARLY_TRIGGER_COUNT + 1) /* '': it is not earlier */

static const struct column standing_columns[] = {
	COLUMN(struct review_standing, plan_id, ID),
	COLUMN(struct review_standing, person_id, ID),
	COLUMN(struct review_standing, family_id, ID),
	COLUMN(struct review_standing, conference_id, ID),
	COLUMN(struct review_standing, chair_id, ID),
	COLUMN(struct review_standing, last_chair_id, ID),
	COLUMN(struct review_standing, update_id, ID),
	COLUMN(struct review_standing, plan_reference, TEXT),
	COLUMN(struct review_standing, family_reference, TEXT),
	COLUMN(struct review_standing, name, TEXT),
	COLUMN(struct review_standing, given_names, TEXT),
	COLUMN(struct review_standing, surname, TEXT),
	COLUMN(struct review_standing, started_on, DAY),
	COLUMN(struct review_standing, born_on, DAY),
	COLUMN_AS(struct review_standing, rule, rule_tokens),
	COLUMN(struct review_standing, trigger_on, DAY),
	COLUMN(struct review_standing, due_on, DAY),
	COLUMN(struct review_standing, limit_on, DAY),
	COLUMN(struct review_standing, conference_reference, TEXT),
	COLUMN_AS(struct review_standing, state, state_tokens),
	COLUMN(struct review_standing, conference_version, INTEGER),
	COLUMN(struct review_standing, held_on, DAY),
	COLUMN(struct review_standing, starts, OPTIONAL_INT),
	COLUMN(struct review_standing, minutes, OPTIONAL_INT),
	COLUMN(struct review_standing, chair, TEXT),
	COLUMN(struct review_standing, place, TEXT),
	COLUMN(struct review_standing, last_chair, TEXT),
	COLUMN(struct review_standing, social_worker, TEXT),
	COLUMN(struct review_standing, last_chair_is_gone, BOOL),
	COLUMN(struct review_standing, asked_on, DAY),
	COLUMN(struct review_standing, answered_on, DAY),
	COLUMN(struct review_standing, brought_to, DAY),
	COLUMN_AS(struct review_standing, trigger, trigger_tokens),
	COLUMN(struct review_standing, looked_after_since, DAY),
	COLUMN(struct review_standing, looked_after_review, DAY),
	COLUMN(struct review_standing, combined, OPTIONAL_INT),
	COLUMN(struct review_standing, combined_on, DAY),
};
static const struct column_list standings = COLUMN_LIST(struct review_standing, standing_columns);

/* A conference that is to be held and reviews this child's plan: a review, or what goes on with one, and then the plan
 * was there before it. The first of several. `p` is the plan; a partial index wants its own condition said. */
#define TO_BE_HELD                                                                                                     \
	"w.state NOT IN ('closed', 'cancelled') AND w.state IN ('requested', 'scheduled', 'invited', 'ready', "        \
	"'postponed')"
#define REVIEWS_PLAN                                                                                                   \
	"(w.type = 'review' OR (w.type = 'reconvened' AND EXISTS (SELECT 1 FROM conference AS e"                       \
	" WHERE e.id = w.earlier_id AND e.held_on > p.started_on)))"
static const struct statement waiting_of = {
	"SELECT w.id FROM conference_child AS k JOIN conference AS w ON w.id = k.conference_id"
	" JOIN plan AS p ON p.person_id = k.person_id AND p.ended_on IS NULL WHERE k.person_id = :person"
	" AND " TO_BE_HELD " AND " REVIEWS_PLAN " ORDER BY w.held_on IS NULL, w.held_on, w.id LIMIT 1",
	true};

/* The last conference that was held, of the family: who chaired it is wanted again. */
#define HELD "'in_progress', 'decided', 'record_drafted', 'record_approved', 'distributed', 'closed', 'challenged'"
#define LAST_OF(what)                                                                                                  \
	"(SELECT " what " FROM conference AS l WHERE l.family_id = o.family_id AND l.chair_id IS NOT NULL AND l.state" \
	" IN (" HELD ") ORDER BY l.held_on DESC, l.id DESC LIMIT 1)"
#define UPDATE_OF                                                                                                      \
	"(SELECT u.id FROM review_update_plan AS q JOIN review_update AS u ON u.id = q.update_id"                      \
	" WHERE q.plan_id = o.id AND u.asked_on > o.since ORDER BY u.asked_on DESC, u.id DESC LIMIT 1)"
#define EARLY_OF                                                                                                       \
	"(SELECT y.id FROM review_early AS y WHERE y.plan_id = o.id AND (y.after_on = o.since OR y.asked_on > "        \
	"o.since)"                                                                                                     \
	" ORDER BY y.review_by, y.id LIMIT 1)"
static const struct statement standings_read = {
	"WITH waiting AS MATERIALIZED (SELECT k.person_id, w.id AS conference_id, min(coalesce(w.held_on, '9999')) AS "
	"day"
	" FROM conference AS w JOIN conference_child AS k ON k.conference_id = w.id JOIN plan AS p"
	" ON p.person_id = k.person_id AND p.ended_on IS NULL WHERE " TO_BE_HELD " AND " REVIEWS_PLAN
	" AND :family IN (0, p.family_id) GROUP BY k.person_id),"
	" owed AS MATERIALIZED (SELECT p.id, p.person_id, p.family_id, p.reference, p.started_on, coalesce(d.rule, '')"
	" AS rule, d.trigger_on, d.due_on, d.limit_on, w.conference_id, CASE d.rule WHEN 'review.after_birth' THEN"
	" (SELECT coalesce(max(r.held_on), p.started_on) FROM conference_child AS k JOIN conference AS r"
	" ON r.id = k.conference_id WHERE k.person_id = p.person_id AND r.held_on >= p.started_on AND r.state IN "
	"(" HELD ")) ELSE coalesce(d.trigger_on, p.started_on) END AS since"
	" FROM plan AS p LEFT JOIN deadline AS d ON d.subject_kind = 'plan' AND d.subject_id = p.id AND d.state = "
	"'open'"
	" AND d.rule IN ('review.first', 'review.next', 'review.after_birth') LEFT JOIN waiting AS w"
	" ON w.person_id = p.person_id WHERE p.ended_on IS NULL AND p.is_other_authority = 0 AND :family IN (0, "
	"p.family_id)"
	" AND (d.id IS NULL OR min(d.due_on, coalesce(d.limit_on, d.due_on)) <= :until OR w.day <= :until))"
	" SELECT o.id AS plan_id, o.person_id, o.family_id, c.id AS conference_id, c.chair_id, l.chair_id AS "
	"last_chair_id,"
	" u.id AS update_id, o.reference AS plan_reference, f.reference AS family_reference, f.name, n.given_names,"
	" n.surname, o.started_on, n.born_on, o.rule, o.trigger_on, o.due_on, o.limit_on, coalesce(c.reference, '')"
	" AS conference_reference, coalesce(c.state, 'requested') AS state, coalesce(c.version, 0) AS "
	"conference_version,"
	" c.held_on, c.starts, c.minutes, coalesce(h.name, '') AS chair, coalesce(nullif(c.place, ''), m.name, '') AS "
	"place,"
	" coalesce(b.name, '') AS last_chair, coalesce(nullif(c.social_worker, ''), l.social_worker, '') AS "
	"social_worker,"
	" coalesce(b.is_active = 0, 0) AS last_chair_is_gone, u.asked_on, u.answered_on, y.review_by AS brought_to,"
	" coalesce(y.\"trigger\", '') AS \"trigger\", a.since AS looked_after_since, a.next_review_on AS "
	"looked_after_review,"
	" x.starts AS combined, x.day AS combined_on FROM owed AS o JOIN family AS f ON f.id = o.family_id JOIN person "
	"AS n ON n.id = "
	"o.person_id"
	" LEFT JOIN conference AS c ON c.id = o.conference_id LEFT JOIN resource AS h ON h.id = c.chair_id"
	" LEFT JOIN resource AS m ON m.id = c.room_id LEFT JOIN conference AS l ON l.id = " LAST_OF(
		"l.id") " LEFT JOIN resource AS b ON b.id = l.chair_id LEFT JOIN review_update AS u ON u.id "
			"= " UPDATE_OF " LEFT JOIN review_early AS y ON y.id = " EARLY_OF
			" LEFT JOIN looked_after AS a ON a.person_id = o.person_id"
			" AND a.ended_on IS NULL LEFT JOIN combined_review AS x ON x.conference_id = c.id"
			" WHERE " MAY_SEE " ORDER BY o.family_id, n.born_on IS NULL, n.born_on, o.person_id",
	false}; /* every open plan is looked at, nothing that ended */

const struct statement *const review_horizon_statements[] = {&waiting_of, &standings_read, NULL};

bool review_standings(struct store *s, int64_t family, int64_t user, day_number until, struct arena *mem,
		      struct review_standing_list *out, struct fault *f)
{
	return store_select(s, &standings_read,
			    PARAMETERS(PARAMETER_INTEGER("family", family), PARAMETER_ID("user", user),
				       PARAMETER_DAY("until", until)),
			    &standings, mem, out, f);
}

struct waiting {
	int64_t id;
};
static const struct column waiting_columns[] = {COLUMN(struct waiting, id, ID)};
static const struct column_list waitings = COLUMN_LIST(struct waiting, waiting_columns);

bool review_waiting_of(struct store *s, int64_t person, struct arena *mem, struct conference *out, struct fault *f)
{
	struct {
		struct waiting *items;
		size_t count, room;
	} found;

	*out = (struct conference){0};
	if (!store_select(s, &waiting_of, PARAMETERS(PARAMETER_ID("person", person)), &waitings, mem, &found, f))
		return false;
	return found.count == 0 || conference_by_id(s, found.items[0].id, mem, out, f);
}
