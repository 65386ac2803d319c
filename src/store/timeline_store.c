/* The events of a timeline: one SELECT for each source, all of one shape, each by the index of its family. */
#include "store/timeline_store.h"

#include "answer.h"
#include "statement_list.h"
#include "token_words.h"

TOKEN_WORDS(kinds, timeline_kind, TIMELINE_KIND_COUNT)

static const struct column row_columns[] = {
	COLUMN_AS(struct timeline_row, kind, kinds),  COLUMN(struct timeline_row, id, ID),
	COLUMN(struct timeline_row, day, DAY),        COLUMN(struct timeline_row, until, DAY),
	COLUMN(struct timeline_row, reference, TEXT), COLUMN(struct timeline_row, what, TEXT),
	COLUMN(struct timeline_row, state, TEXT),     COLUMN(struct timeline_row, more, TEXT),
	COLUMN(struct timeline_row, children, TEXT),
};
static const struct column_list rows = COLUMN_LIST(struct timeline_row, row_columns);

/* The children of one row, and whether it concerns the child that is looked at. */
#define IDS_IN(table, key, of)                                                                                         \
	"(SELECT group_concat(k.person_id) FROM " table " AS k WHERE k." key " = " of ") AS children "
#define CONCERNS(table, key, of)                                                                                       \
	" AND (:child = 0 OR EXISTS (SELECT 1 FROM " table " AS k WHERE k." key " = " of " AND k.person_id = :child))"

static const struct statement enquiries = {
	"SELECT 'strategy_discussion' AS kind, e.id, e.strategy_on AS day, NULL AS until, '' AS reference, '' AS what,"
	" '' AS state, '' AS more, " IDS_IN("enquiry_child", "enquiry_id",
					    "e.id") "FROM enquiry AS e"
						    " WHERE e.family_id = :family" CONCERNS("enquiry_child",
											    "enquiry_id", "e.id"),
	true};
static const struct statement conferences = {
	"SELECT CASE c.state WHEN 'cancelled' THEN 'conference_cancelled' WHEN 'inquorate' THEN 'conference_inquorate'"
	" WHEN 'adjourned' THEN 'conference_adjourned' WHEN 'scheduled' THEN 'conference_booked'"
	" WHEN 'invited' THEN 'conference_booked' WHEN 'ready' THEN 'conference_booked'"
	" WHEN 'postponed' THEN 'conference_postponed' WHEN 'requested' THEN 'conference_booked'"
	" ELSE 'conference_held' END AS kind, c.id, c.held_on AS day, NULL AS until, c.reference, c.type AS what,"
	" c.state, '' AS more, " IDS_IN("conference_child", "conference_id",
					"c.id") "FROM conference AS c"
						" WHERE c.family_id = :family AND c.held_on IS NOT NULL" CONCERNS(
							"conference_child", "conference_id", "c.id"),
	true};
static const struct statement changes = {
	"SELECT CASE h.step WHEN 'postpone' THEN 'conference_postponed' WHEN 'cancel' THEN 'conference_cancelled'"
	" ELSE 'conference_moved' END AS kind, c.id, substr(h.from_slot, 1, 10) AS day, NULL AS until, c.reference,"
	" c.type AS what, c.state, h.reason AS more, " IDS_IN(
		"conference_child", "conference_id",
		"c.id") "FROM conference AS c JOIN conference_change AS h ON h.conference_id = c.id WHERE c.family_id "
			"= :family"
			" AND h.step IN ('postpone', 'cancel', 'move') AND h.from_slot <> ''"
			" AND substr(h.from_slot, 1, 10) <> substr(h.to_slot, 1, 10)" CONCERNS("conference_child",
											       "conference_id", "c.id"),
	true};
static const struct statement plans = {
	"SELECT 'plan' AS kind, p.id, p.started_on AS day, p.ended_on AS until, p.reference,"
	" p.category_initial AS what, '' AS state, '' AS more, p.person_id AS children FROM plan AS p"
	" WHERE p.family_id = :family AND (:child = 0 OR p.person_id = :child) UNION ALL"
	" SELECT 'plan_ended' AS kind, p.id, p.ended_on AS day, NULL AS until, p.reference, p.category_latest AS what,"
	" p.end_reason AS state, '' AS more, p.person_id AS children FROM plan AS p"
	" WHERE p.family_id = :family AND p.ended_on IS NOT NULL AND (:child = 0 OR p.person_id = :child)",
	true};
/* Of a child, those that met, or are to meet, while the child is on a plan. One written down by mistake was none. */
#define WHILE_ON_PLAN(day)                                                                                             \
	" AND (:child = 0 OR EXISTS (SELECT 1 FROM plan AS p WHERE p.person_id = :child AND p.started_on <= " day      \
	" AND (p.ended_on IS NULL OR p.ended_on >= " day ")))"
/* clang-format off */
static const struct statement core_groups = {
	"SELECT 'core_group_' || m.state AS kind, m.id, m.day, NULL AS until, '' AS reference, '' AS what,"
	" CASE WHEN m.is_inquorate THEN 'inquorate' WHEN m.is_without_social_worker THEN 'without' ELSE '' END AS "
	"state,"
	" m.why AS more, '' AS children FROM core_group AS g JOIN core_group_meeting AS m ON m.core_group_id = g.id"
	" WHERE g.family_id = :family AND m.state <> 'mistaken'" WHILE_ON_PLAN("m.day")
	" UNION ALL SELECT 'core_group_moved' AS kind, m.id, m.moved_from AS day, NULL AS until, '' AS reference, '' AS what,"
	" '' AS state, m.moved_why AS more, '' AS children FROM core_group AS g"
	" JOIN core_group_meeting AS m ON m.core_group_id = g.id"
	" WHERE g.family_id = :family AND m.state <> 'mistaken' AND m.moved_from IS NOT NULL" WHILE_ON_PLAN("m.moved_from"),
	true};
static const struct statement complaints = {
	"SELECT 'complaint' AS kind, q.id, q.received_on AS day, NULL AS until, q.reference, q.ground AS what,"
	" '' AS state, q.who AS more, "
	IDS_IN("conference_child", "conference_id", "q.conference_id") "FROM complaint AS q WHERE q.family_id = :family"
	CONCERNS("conference_child", "conference_id", "q.conference_id")
	" UNION ALL SELECT 'complaint_settled' AS kind, q.id, q.outcome_on AS day, NULL AS until, q.reference,"
	" '' AS what, q.outcome AS state, '' AS more, "
	IDS_IN("conference_child", "conference_id", "q.conference_id") "FROM complaint AS q WHERE q.family_id = :family"
	" AND q.outcome_on IS NOT NULL" CONCERNS("conference_child", "conference_id", "q.conference_id")
	" UNION ALL SELECT 'early_review' AS kind, q.conference_id AS id, q.review_by AS day, NULL AS until,"
	" '' AS reference, '' AS what, '' AS state, q.reference AS more, "
	IDS_IN("conference_child", "conference_id", "q.conference_id") "FROM complaint AS q WHERE q.family_id = :family"
	" AND q.review_by IS NOT NULL" CONCERNS("conference_child", "conference_id", "q.conference_id"),
	true};
/* A birth since the family is known here; that of an older child is no event of the case. */
static const struct statement births = {
	"SELECT CASE WHEN p.born_on IS NULL THEN 'birth_expected' ELSE 'birth' END AS kind, p.id,"
	" coalesce(p.born_on, p.expected_on) AS day, NULL AS until, '' AS reference, '' AS what, '' AS state, '' AS more,"
	" p.id AS children FROM family_member AS m JOIN person AS p ON p.id = m.person_id"
	" WHERE m.family_id = :family AND m.relationship = 'child' AND (:child = 0 OR p.id = :child)"
	" AND ((p.born_on IS NULL AND p.expected_on IS NOT NULL AND p.died_on IS NULL"
	" AND NOT EXISTS (SELECT 1 FROM loss AS l WHERE l.person_id = p.id))"
	" OR EXISTS (SELECT 1 FROM enquiry AS e WHERE e.family_id = :family AND e.strategy_on <= p.born_on)"
	" OR EXISTS (SELECT 1 FROM conference AS c WHERE c.family_id = :family AND c.held_on <= p.born_on))",
	true};
/* Also a death that was entered with the person's details alone. */
static const struct statement losses = {
	"SELECT 'loss' AS kind, p.id, coalesce(l.day, p.died_on) AS day, NULL AS until, '' AS reference,"
	" coalesce(l.kind, 'death') AS what, '' AS state, '' AS more, p.id AS children FROM family_member AS m"
	" JOIN person AS p ON p.id = m.person_id LEFT JOIN loss AS l ON l.person_id = p.id"
	" WHERE m.family_id = :family AND m.relationship = 'child' AND (:child = 0 OR p.id = :child)"
	" AND coalesce(l.day, p.died_on) IS NOT NULL",
	true};
static const struct statement moves = {
	"SELECT CASE t.direction WHEN 'in' THEN 'move_here' ELSE 'move_away' END AS kind, t.id, t.notified_on AS day,"
	" NULL AS until, t.reference, t.direction AS what, t.state, t.authority AS more, "
	IDS_IN("transfer_child", "transfer_id", "t.id") "FROM transfer AS t WHERE t.family_id = :family"
	CONCERNS("transfer_child", "transfer_id", "t.id")
	" UNION ALL SELECT 'move_held' AS kind, t.id, t.held_on AS day, NULL AS until, t.reference, t.direction AS what,"
	" t.state, t.authority AS more, "
	IDS_IN("transfer_child", "transfer_id", "t.id") "FROM transfer AS t WHERE t.family_id = :family"
	" AND t.held_on IS NOT NULL" CONCERNS("transfer_child", "transfer_id", "t.id"),
	true};
static const struct statement escalations = {
	"SELECT 'escalation' AS kind, a.id, a.raised_on AS day, NULL AS until, a.reference, '' AS what, a.state,"
	" a.about AS more, "
	IDS_IN("conference_child", "conference_id", "a.conference_id") "FROM escalation AS a WHERE a.family_id = :family"
	CONCERNS("conference_child", "conference_id", "a.conference_id")
	" UNION ALL SELECT 'escalation_' || a.state AS kind, a.id, a.ended_on AS day, NULL AS until, a.reference,"
	" '' AS what, a.state, a.ended_words AS more, "
	IDS_IN("conference_child", "conference_id", "a.conference_id") "FROM escalation AS a WHERE a.family_id = :family"
	" AND a.ended_on IS NOT NULL" CONCERNS("conference_child", "conference_id", "a.conference_id"),
	true};
/* clang-format on */
/* One for all the children who share it. The day is the day to act by. What lapsed was owed until its plan ended. */
static const struct statement limits = {
	"SELECT 'limit' AS kind, min(d.id) AS id, min(d.due_on, coalesce(d.limit_on, d.due_on)) AS day,"
	" CASE d.state WHEN 'lapsed' THEN p.ended_on ELSE d.done_on END AS until, '' AS reference, d.rule AS what,"
	" d.state, d.reason AS more,"
	" group_concat(DISTINCT k.person_id) AS children FROM deadline AS d"
	" LEFT JOIN plan AS p ON d.subject_kind = 'plan' AND p.id = d.subject_id"
	" LEFT JOIN deadline_child AS k ON k.deadline_id = d.id WHERE d.family_id = :family AND d.state <> 'withdrawn'"
	" AND d.rule IN ('icpc', 'transfer_in', 'prebirth', 'inquorate.rebook', 'complaint.second', "
	"'core_group.first', 'core_group.next',"
	" 'visit', 'review.first', 'review.next', 'review.after_birth', 'complaint.acknowledge',"
	" 'complaint.chair_contact', 'complaint.answer')"
	" AND (:child = 0 OR NOT EXISTS (SELECT 1 FROM deadline_child AS o WHERE o.deadline_id = d.id) OR EXISTS"
	" (SELECT 1 FROM deadline_child AS o WHERE o.deadline_id = d.id AND o.person_id = :child))"
	" GROUP BY d.rule, d.due_on, d.limit_on, d.state, until, d.reason",
	true};

static const struct statement *const sources[] = {&enquiries, &conferences, &changes, &plans, &core_groups, &complaints,
						  &limits,    &births,      &losses,  &moves, &escalations};
const struct statement *const timeline_statements[] = {&enquiries,   &conferences, &changes,     &plans,
						       &core_groups, &complaints,  &limits,      &births,
						       &losses,      &moves,       &escalations, NULL};

bool timeline_rows(struct store *s, int64_t family, int64_t child, struct arena *mem, struct timeline_row_list *out,
		   struct fault *f)
{
	*out = (struct timeline_row_list){0};
	for (size_t i = 0; i < sizeof sources / sizeof *sources; i++) {
		struct timeline_row_list found;

		if (!store_select(s, sources[i],
				  PARAMETERS(PARAMETER_ID("family", family), PARAMETER_INTEGER("child", child)), &rows,
				  mem, &found, f))
			return false;
		for (size_t k = 0; k < found.count; k++) {
			struct timeline_row *row = ARENA_PUSH(mem, out);

			if (!row)
				return answer_too_much(f);
			*row = found.items[k];
		}
	}
	return true;
}
