/* The queries behind Today, the Clock and the Diary: bounded by indexes on what is open, never one query a row. */
#include "store/worklist_store.h"

#include "core_group_unsent.h"
#include "may_see.h"
#include "statement_list.h"
#include "token_words.h"

/* The few conferences that are still to be held, or are being held: the review that waits for a child on a plan, the
 * one an enquiry waits for. */
#define STILL_TO_BE_HELD                                                                                               \
	"c.state NOT IN ('closed', 'cancelled')"                                                                       \
	" AND c.state IN ('requested', 'scheduled', 'invited', 'ready', 'postponed', 'in_progress')"
#define WAITING                                                                                                        \
	"WITH review_of (person_id, id) AS MATERIALIZED (SELECT k.person_id, max(c.id) FROM conference AS c"           \
	" JOIN conference_child AS k ON k.conference_id = c.id WHERE " STILL_TO_BE_HELD                                \
	" AND c.type IN ('review', 'reconvened') GROUP BY k.person_id), enquiry_of (enquiry_id, id) AS MATERIALIZED "  \
	"(SELECT c.enquiry_id, max(c.id)"                                                                              \
	" FROM conference AS c WHERE " STILL_TO_BE_HELD " AND c.enquiry_id IS NOT NULL GROUP BY c.enquiry_id) "
#define OF_CHAIR "(:chairs = '' OR instr(:chairs, ',' || c.chair_id || ',') > 0)"
#define FROM_OPEN                                                                                                      \
	" FROM deadline AS d JOIN family AS f ON f.id = d.family_id"                                                   \
	" LEFT JOIN plan AS p ON d.subject_kind = 'plan' AND p.id = d.subject_id"                                      \
	" LEFT JOIN review_of AS r ON r.person_id = p.person_id"                                                       \
	" LEFT JOIN enquiry_of AS e ON d.subject_kind = 'enquiry' AND e.enquiry_id = d.subject_id"                     \
	" LEFT JOIN complaint AS q ON d.subject_kind = 'complaint' AND q.id = d.subject_id"                            \
	" LEFT JOIN escalation AS s ON d.subject_kind = 'escalation' AND s.id = d.subject_id"                          \
	" LEFT JOIN transfer AS t ON d.subject_kind = 'transfer' AND t.id = d.subject_id"                              \
	" LEFT JOIN conference AS c"                                                                                   \
	" ON c.id = CASE d.subject_kind WHEN 'conference' THEN d.subject_id WHEN 'plan' THEN r.id"                     \
	" WHEN 'complaint' THEN q.conference_id WHEN 'escalation' THEN s.conference_id ELSE e.id END"
#define WORK_ROW                                                                                                       \
	WAITING "SELECT d.id, d.rule, d.subject_kind, d.subject_id, d.family_id, d.trigger_on, d.due_on, d.limit_on,"  \
		" d.owner, d.version, f.reference AS family_reference, f.name AS family_name,"                         \
		" p.reference AS plan_reference, c.id AS conference_id, c.reference AS conference_reference,"          \
		" coalesce(c.type, 'initial') AS type, coalesce(c.state, 'requested') AS conference_state, c.held_on," \
		" c.starts, c.minutes, h.name AS chair, m.name AS room, c.place, c.social_worker,"                     \
		" coalesce(q.reference, s.reference, t.reference, '') AS own_reference,"                               \
		" coalesce(t.authority, '') AS authority, coalesce(t.papers, 0) AS papers, t.accepted_on,"             \
		" t.moved_on, t.home_on,"                                                                              \
		" g.day AS meeting_on, g.starts AS meeting_starts, iif(d.rule IN ('core_group.first', "                \
		"'core_group.next'), " CORE_GROUP_UNSENT(                                                              \
			"d.family_id") ", NULL) AS unsent_on" FROM_OPEN                                                \
				       " LEFT JOIN resource AS h ON h.id = c.chair_id LEFT JOIN resource AS m ON "     \
				       "m.id = c.room_id"                                                              \
				       " LEFT JOIN core_group_meeting AS g ON d.rule IN ('core_group.first', "         \
				       "'core_group.next')"                                                            \
				       " AND g.id = (SELECT b.id FROM core_group AS o JOIN core_group_meeting AS b "   \
				       "ON b.core_group_id = o.id"                                                     \
				       " WHERE o.family_id = d.family_id AND b.state = 'booked' ORDER BY b.day, "      \
				       "b.starts, b.id LIMIT 1)"
#define WORK_CHILD                                                                                                     \
	"SELECT k.deadline_id, k.person_id, n.la_child_id, n.surname, n.given_names, n.known_as, n.born_on,"           \
	" n.expected_on FROM deadline AS d CROSS JOIN deadline_child AS k ON k.deadline_id = d.id"                     \
	" JOIN person AS n ON n.id = k.person_id JOIN family AS f ON f.id = d.family_id AND " MAY_SEE " "
/* The day to act by, as the index of open rows holds it: a national limit before the policy's date counts too. */
#define ACT_BY        "min(d.due_on, coalesce(d.limit_on, d.due_on))"
#define IN_TIME       " d.state = 'open' AND " ACT_BY " <= :until "
#define WAITING_RULES "('icpc', 'transfer_in', 'prebirth', 'inquorate.rebook', 'complaint.second')"
#define REVIEW_RULES  "('review.first', 'review.next', 'review.after_birth')"

static const struct statement all_rows = {WORK_ROW " WHERE " IN_TIME "AND " MAY_SEE " AND " OF_CHAIR, true};
static const struct statement family_rows = {
	WORK_ROW " WHERE d.family_id = :family AND " IN_TIME "AND " MAY_SEE " AND " OF_CHAIR, true};
static const struct statement waiting_rows = {WORK_ROW " WHERE " IN_TIME "AND (d.rule IN " WAITING_RULES
						       " OR (d.rule IN " REVIEW_RULES
						       " AND c.state = 'postponed')) AND " MAY_SEE " AND " OF_CHAIR,
					      true};
static const struct statement all_children = {WORK_CHILD "WHERE " IN_TIME "ORDER BY k.deadline_id, n.born_on, n.id",
					      true};
static const struct statement family_children = {
	WORK_CHILD "WHERE d.family_id = :family AND " IN_TIME " ORDER BY k.deadline_id, n.born_on, n.id", true};
static const struct statement waiting_children = {
	WORK_CHILD "WHERE d.state = 'open' AND d.rule IN ('icpc', 'transfer_in', 'prebirth', 'inquorate.rebook',"
		   " 'complaint.second', 'review.first', 'review.next', 'review.after_birth') ORDER BY k.deadline_id, "
		   "n.born_on, n.id",
	true};
static const struct statement counts = {
	"SELECT g.rule, count(*) AS open, coalesce(sum(min(g.due_on, coalesce(g.limit_on, g.due_on)) < :today), 0) AS "
	"late"
	" FROM (SELECT DISTINCT d.rule, d.family_id, d.trigger_on, d.due_on, d.limit_on,"
	" CASE WHEN d.subject_kind IN ('conference', 'complaint', 'escalation', 'transfer') THEN d.subject_id END AS "
	"of_conference "
	"FROM deadline "
	"AS d"
	" JOIN family AS f ON f.id = d.family_id WHERE d.state = 'open' AND " ACT_BY " > '' AND " MAY_SEE
	") AS g GROUP BY g.rule",
	false}; /* scans its own groups of open rows, nothing closed */
/* That somebody and a room are taken shows to all; for whom is not read where it may not be seen. */
static const struct statement diary = {
	"SELECT iif(v.may, c.id, 0) AS id, iif(v.may, c.family_id, 0) AS family_id, iif(v.may, c.reference, '') AS "
	"reference,"
	" iif(v.may, f.reference, '') AS family_reference, iif(v.may, f.name, '') AS family_name,"
	" NOT v.may AS is_hidden,"
	" (SELECT count(*) FROM conference_child AS k WHERE k.conference_id = c.id) AS child_count,"
	" c.type, c.state, c.held_on AS day, c.starts, c.minutes,"
	" (SELECT count(*) FROM sitting AS t WHERE t.conference_id = c.id) AS sitting_count, h.name AS chair,"
	" m.name AS room_name, t.name AS minute_taker, iif(v.may, c.place, '') AS place,"
	" iif(v.may, c.interpreter, '') AS interpreter, iif(v.may, c.signing, '') AS signing, c.chair_id, c.room_id,"
	" c.minute_taker_id FROM (SELECT c.id, " MAY_SEE " AS may FROM conference AS c"
	" JOIN family AS f ON f.id = c.family_id WHERE c.held_on BETWEEN :from AND :to AND c.state <> "
	"'cancelled') AS v"
	" JOIN conference AS c ON c.id = v.id JOIN family AS f ON f.id = c.family_id"
	" LEFT JOIN resource AS h ON h.id = c.chair_id LEFT JOIN resource AS m ON m.id = c.room_id"
	" LEFT JOIN resource AS t ON t.id = c.minute_taker_id ORDER BY c.held_on, c.starts, c.id",
	true};
static const struct statement needs = {
	"SELECT c.id AS conference_id, c.type,"
	" (SELECT count(*) FROM conference_child AS k WHERE k.conference_id = c.id) AS child_count, c.interpreter,"
	" c.signing, c.access, c.sittings, c.avoid, c.reason, c.social_worker, c.family_id,"
	" coalesce((SELECT b.chair_id FROM conference AS b WHERE c.type = 'second' AND b.id = c.earlier_id),"
	" (SELECT o.chair_id FROM conference AS o WHERE o.family_id = c.family_id AND o.id <> c.id AND o.chair_id IS "
	"NOT NULL"
	" AND o.state NOT IN ('cancelled', 'postponed', 'requested') ORDER BY o.held_on DESC LIMIT 1)) AS last_chair_id"
	" FROM conference AS c WHERE c.state NOT IN ('closed', 'cancelled') AND c.state IN ('requested', 'postponed')"
	" AND " MAY_SEE_ID("c.family_id"),
	true};

const struct statement *const worklist_statements[] = {
	&all_rows,         &family_rows, &waiting_rows, &all_children, &family_children,
	&waiting_children, &counts,      &diary,        &needs,        NULL};

static const char *rule_word(int value)
{
	return rule_token((enum rule_key)value);
}

static const struct token_words rules = {rule_word, RULE_COUNT};
TOKEN_WORDS(kinds, subject_kind, SUBJECT_KIND_COUNT)
TOKEN_WORDS(types, conference_type, CONFERENCE_TYPE_COUNT)
TOKEN_WORDS(states, conference_state, CONFERENCE_STATE_COUNT)

static const struct column work_columns[] = {
	COLUMN(struct work_row, id, ID),
	COLUMN_AS(struct work_row, rule, rules),
	COLUMN_AS(struct work_row, subject_kind, kinds),
	COLUMN(struct work_row, subject_id, ID),
	COLUMN(struct work_row, family_id, ID),
	COLUMN(struct work_row, trigger_on, DAY),
	COLUMN(struct work_row, due_on, DAY),
	COLUMN(struct work_row, limit_on, DAY),
	COLUMN(struct work_row, owner, TEXT),
	COLUMN(struct work_row, version, INTEGER),
	COLUMN(struct work_row, family_reference, TEXT),
	COLUMN(struct work_row, own_reference, TEXT),
	COLUMN(struct work_row, family_name, TEXT),
	COLUMN(struct work_row, plan_reference, TEXT),
	COLUMN(struct work_row, conference_id, ID),
	COLUMN(struct work_row, conference_reference, TEXT),
	COLUMN_AS(struct work_row, type, types),
	COLUMN_AS(struct work_row, conference_state, states),
	COLUMN(struct work_row, held_on, DAY),
	COLUMN(struct work_row, starts, OPTIONAL_INT),
	COLUMN(struct work_row, minutes, OPTIONAL_INT),
	COLUMN(struct work_row, chair, TEXT),
	COLUMN(struct work_row, room, TEXT),
	COLUMN(struct work_row, place, TEXT),
	COLUMN(struct work_row, social_worker, TEXT),
	COLUMN(struct work_row, authority, TEXT),
	COLUMN(struct work_row, papers, INT),
	COLUMN(struct work_row, accepted_on, DAY),
	COLUMN(struct work_row, moved_on, DAY),
	COLUMN(struct work_row, home_on, DAY),
	COLUMN(struct work_row, meeting_on, DAY),
	COLUMN(struct work_row, meeting_starts, OPTIONAL_INT),
	COLUMN(struct work_row, unsent_on, DAY),
};
static const struct column_list work_list = COLUMN_LIST(struct work_row, work_columns);

static const struct column child_columns[] = {
	COLUMN(struct work_child, deadline_id, ID),   COLUMN(struct work_child, person_id, ID),
	COLUMN(struct work_child, la_child_id, TEXT), COLUMN(struct work_child, surname, TEXT),
	COLUMN(struct work_child, given_names, TEXT), COLUMN(struct work_child, known_as, TEXT),
	COLUMN(struct work_child, born_on, DAY),      COLUMN(struct work_child, expected_on, DAY),
};
static const struct column_list child_list = COLUMN_LIST(struct work_child, child_columns);

static const struct column count_columns[] = {
	COLUMN_AS(struct work_count, rule, rules),
	COLUMN(struct work_count, open, INT),
	COLUMN(struct work_count, late, INT),
};
static const struct column_list count_list = COLUMN_LIST(struct work_count, count_columns);

static const struct column diary_columns[] = {
	COLUMN(struct diary_row, id, ID),
	COLUMN(struct diary_row, family_id, ID),
	COLUMN(struct diary_row, reference, TEXT),
	COLUMN(struct diary_row, family_reference, TEXT),
	COLUMN(struct diary_row, family_name, TEXT),
	COLUMN(struct diary_row, is_hidden, BOOL),
	COLUMN(struct diary_row, child_count, INT),
	COLUMN_AS(struct diary_row, type, types),
	COLUMN_AS(struct diary_row, state, states),
	COLUMN(struct diary_row, day, DAY),
	COLUMN(struct diary_row, starts, OPTIONAL_INT),
	COLUMN(struct diary_row, minutes, OPTIONAL_INT),
	COLUMN(struct diary_row, sitting_count, INT),
	COLUMN(struct diary_row, chair, TEXT),
	COLUMN(struct diary_row, room_name, TEXT),
	COLUMN(struct diary_row, minute_taker, TEXT),
	COLUMN(struct diary_row, place, TEXT),
	COLUMN(struct diary_row, interpreter, TEXT),
	COLUMN(struct diary_row, signing, TEXT),
	COLUMN(struct diary_row, chair_id, ID),
	COLUMN(struct diary_row, room_id, ID),
	COLUMN(struct diary_row, minute_taker_id, ID),
};
static const struct column_list diary_list = COLUMN_LIST(struct diary_row, diary_columns);

static const struct column need_columns[] = {
	COLUMN(struct need_row, conference_id, ID), COLUMN_AS(struct need_row, type, types),
	COLUMN(struct need_row, child_count, INT),  COLUMN(struct need_row, interpreter, TEXT),
	COLUMN(struct need_row, signing, TEXT),     COLUMN(struct need_row, access, TEXT),
	COLUMN(struct need_row, sittings, TEXT),    COLUMN(struct need_row, avoid, TEXT),
	COLUMN(struct need_row, reason, TEXT),      COLUMN(struct need_row, social_worker, TEXT),
	COLUMN(struct need_row, last_chair_id, ID), COLUMN(struct need_row, family_id, ID),
};
static const struct column_list need_list = COLUMN_LIST(struct need_row, need_columns);

bool work_rows(struct store *s, const struct work_view *view, struct arena *mem, struct work_row_list *out,
	       struct fault *f)
{
	if (view->family_id)
		return store_select(s, &family_rows,
				    PARAMETERS(PARAMETER_ID("family", view->family_id),
					       PARAMETER_DAY("until", view->until), PARAMETER_ID("user", view->user_id),
					       PARAMETER_TEXT("chairs", view->chairs)),
				    &work_list, mem, out, f);
	return store_select(s, &all_rows,
			    PARAMETERS(PARAMETER_DAY("until", view->until), PARAMETER_ID("user", view->user_id),
				       PARAMETER_TEXT("chairs", view->chairs)),
			    &work_list, mem, out, f);
}

bool work_rows_waiting(struct store *s, const struct work_view *view, struct arena *mem, struct work_row_list *out,
		       struct fault *f)
{
	return store_select(s, &waiting_rows,
			    PARAMETERS(PARAMETER_DAY("until", view->until), PARAMETER_ID("user", view->user_id),
				       PARAMETER_TEXT("chairs", view->chairs)),
			    &work_list, mem, out, f);
}

bool work_children(struct store *s, const struct work_view *view, struct arena *mem, struct work_child_list *out,
		   struct fault *f)
{
	if (view->family_id)
		return store_select(s, &family_children,
				    PARAMETERS(PARAMETER_ID("family", view->family_id),
					       PARAMETER_DAY("until", view->until),
					       PARAMETER_ID("user", view->user_id)),
				    &child_list, mem, out, f);
	return store_select(s, &all_children,
			    PARAMETERS(PARAMETER_DAY("until", view->until), PARAMETER_ID("user", view->user_id)),
			    &child_list, mem, out, f);
}

bool work_children_waiting(struct store *s, int64_t user, struct arena *mem, struct work_child_list *out,
			   struct fault *f)
{
	return store_select(s, &waiting_children, PARAMETERS(PARAMETER_ID("user", user)), &child_list, mem, out, f);
}

bool work_counts(struct store *s, const struct work_view *view, struct arena *mem, struct work_count_list *out,
		 struct fault *f)
{
	return store_select(s, &counts,
			    PARAMETERS(PARAMETER_DAY("today", view->today), PARAMETER_ID("user", view->user_id)),
			    &count_list, mem, out, f);
}

bool diary_rows(struct store *s, int64_t user, day_number from, day_number to, struct arena *mem,
		struct diary_row_list *out, struct fault *f)
{
	return store_select(
		s, &diary, PARAMETERS(PARAMETER_ID("user", user), PARAMETER_DAY("from", from), PARAMETER_DAY("to", to)),
		&diary_list, mem, out, f);
}

bool need_rows(struct store *s, int64_t user, struct arena *mem, struct need_row_list *out, struct fault *f)
{
	return store_select(s, &needs, PARAMETERS(PARAMETER_ID("user", user)), &need_list, mem, out, f);
}
