/* What the retention of a family is worked out from: its first and last contact, what is open, and its children. */
#include "statement_list.h"
#include "store/retention_store.h"

/* --- Tables of SQL, each part at most ten SELECTs long, which is the most a connection takes --- */

#define MEMBER_CHILD(alias)                                                                                            \
	" JOIN family_member AS m ON m.person_id = " alias ".person_id AND m.relationship = 'child' "

/* Everything that is not ended keeps the record whatever its age: family, words. */
#define OPEN_THINGS                                                                                                    \
	"opened AS (SELECT family_id, 'a plan' AS words FROM plan WHERE ended_on IS NULL "                             \
	"UNION ALL SELECT c.family_id, 'a conference' FROM conference AS c "                                           \
	"WHERE c.state NOT IN ('closed', 'cancelled', 'distributed') AND NOT (c.state IN ('inquorate', 'adjourned') "  \
	"AND EXISTS (SELECT 1 FROM conference AS n WHERE n.earlier_id = c.id)) "                                       \
	"UNION ALL SELECT family_id, 'a task' FROM deadline WHERE state = 'open' "                                     \
	"UNION ALL SELECT family_id, 'a complaint' FROM complaint WHERE state = 'open' "                               \
	"UNION ALL SELECT family_id, 'an escalation' FROM escalation WHERE state = 'open' "                            \
	"UNION ALL SELECT family_id, 'a move' FROM transfer WHERE state = 'open' "                                     \
	"UNION ALL SELECT family_id, 'an end of a plan that was asked for' FROM plan_ending "                          \
	"WHERE state IN ('asked', 'told') "                                                                            \
	"UNION ALL SELECT l.family_id, 'a letter that waits' FROM delivery AS d JOIN letter AS l "                     \
	"ON l.id = d.letter_id WHERE d.state IN ('waiting', 'sending') "                                               \
	"UNION ALL SELECT m.family_id, 'an episode of need' FROM episode AS e" MEMBER_CHILD(                           \
		"e") "WHERE e.closed_on IS NULL AND m.ended_on IS NULL "                                               \
		     "UNION ALL SELECT m.family_id, 'a child who is looked after' FROM looked_after AS "               \
		     "a" MEMBER_CHILD("a") "WHERE a.ended_on IS NULL AND m.ended_on IS NULL) "

/* Every day on which something happened: family, day. */
#define CONTACTS                                                                                                       \
	"of_meetings AS (SELECT family_id, strategy_on AS day FROM enquiry "                                           \
	"UNION ALL SELECT family_id, requested_on FROM conference UNION ALL SELECT family_id, held_on FROM "           \
	"conference "                                                                                                  \
	"UNION ALL SELECT family_id, started_on FROM plan UNION ALL SELECT family_id, ended_on FROM plan "             \
	"UNION ALL SELECT family_id, written_on FROM plan_version "                                                    \
	"UNION ALL SELECT g.family_id, m.day FROM core_group AS g JOIN core_group_meeting AS m "                       \
	"ON m.core_group_id = g.id WHERE m.state = 'held'), "                                                          \
	"of_papers AS (SELECT family_id, date(written_at, 'unixepoch') AS day FROM letter "                            \
	"UNION ALL SELECT family_id, date(kept_at, 'unixepoch') FROM paper "                                           \
	"UNION ALL SELECT family_id, visited_on FROM visit UNION ALL SELECT family_id, shared_on FROM disclosure "     \
	"UNION ALL SELECT family_id, received_on FROM complaint UNION ALL SELECT family_id, outcome_on FROM "          \
	"complaint "                                                                                                   \
	"UNION ALL SELECT family_id, raised_on FROM escalation UNION ALL SELECT family_id, ended_on FROM escalation "  \
	"UNION ALL SELECT family_id, notified_on FROM transfer UNION ALL SELECT family_id, decided_on FROM "           \
	"plan_ending), "                                                                                               \
	"of_children AS (SELECT m.family_id, e.referred_on AS day FROM episode AS e" MEMBER_CHILD(                     \
		"e") "UNION ALL "                                                                                      \
		     "SELECT "                                                                                         \
		     "m.family_id, "                                                                                   \
		     "e.closed_on "                                                                                    \
		     "FROM episode "                                                                                   \
		     "AS "                                                                                             \
		     "e" MEMBER_CHILD("e") "UNION ALL SELECT m.family_id, a.since FROM looked_after AS "               \
					   "a" MEMBER_CHILD("a") "UNION ALL SELECT m.family_id, a.ended_on FROM "      \
								 "looked_after AS a" MEMBER_CHILD(                     \
									 "a") "UNION ALL SELECT m.family_id, l.day "   \
									      "FROM loss AS l" MEMBER_CHILD("l") "), " \
														 "con" \
														 "tac" \
														 "ted" \
														 " AS" \
														 " ("  \
														 "SEL" \
														 "ECT" \
														 " fa" \
														 "mil" \
														 "y_"  \
														 "id," \
														 " mi" \
														 "n("  \
														 "day" \
														 ") "  \
														 "AS " \
														 "fir" \
														 "st_" \
														 "on," \
														 " ma" \
														 "x("  \
														 "day" \
														 ") "  \
														 "AS " \
														 "las" \
														 "t_"  \
														 "on " \
														 "FRO" \
														 "M "  \
														 "(SE" \
														 "LEC" \
														 "T "  \
														 "fam" \
														 "ily" \
														 "_id" \
														 ", "  \
														 "day" \
														 " FR" \
														 "OM " \
														 "of_" \
														 "mee" \
														 "tin" \
														 "gs " \
														 "UNI" \
														 "ON " \
														 "ALL" \
														 " SE" \
														 "LEC" \
														 "T "  \
														 "fam" \
														 "ily" \
														 "_id" \
														 ", "  \
														 "day" \
														 " FR" \
														 "OM " \
														 "of_" \
														 "pap" \
														 "ers" \
														 " "   \
														 "UNI" \
														 "ON " \
														 "ALL" \
														 " SE" \
														 "LEC" \
														 "T "  \
														 "fam" \
														 "ily" \
														 "_id" \
														 ", "  \
														 "day" \
														 " FR" \
														 "OM " \
														 "of_" \
														 "chi" \
														 "ldr" \
														 "en)" \
														 " GR" \
														 "OUP" \
														 " BY" \
														 " fa" \
														 "mil" \
														 "y_"  \
														 "id)" \
														 " "

/* Whoever was a child of the family, left it or not, or was only in one of its conferences or plans. */
#define ALL_CHILDREN                                                                                                   \
	"involved AS (SELECT family_id, person_id FROM family_member WHERE relationship = 'child' "                    \
	"UNION SELECT c.family_id, k.person_id FROM conference AS c JOIN conference_child AS k "                       \
	"ON k.conference_id = c.id UNION SELECT family_id, person_id FROM plan "                                       \
	"UNION SELECT e.family_id, k.person_id FROM enquiry AS e JOIN enquiry_child AS k ON k.enquiry_id = e.id) "

static const struct statement facts = {
	"WITH " OPEN_THINGS ", " CONTACTS "SELECT f.id AS family_id, f.reference, f.name, t.first_on, t.last_on, "
	"f.id IN (SELECT family_id FROM opened) AS is_open, "
	"EXISTS (SELECT 1 FROM retention_hold AS h WHERE h.family_id = f.id AND h.lifted_on IS NULL) AS is_held, "
	"EXISTS (SELECT 1 FROM disposal AS d WHERE d.family_id = f.id AND d.state = 'proposed') AS is_proposed "
	"FROM family AS f LEFT JOIN contacted AS t ON t.family_id = f.id WHERE (:family = 0 OR f.id = :family) "
	"AND (f.is_restricted = 0 OR EXISTS (SELECT 1 FROM family_access AS a WHERE a.family_id = f.id "
	"AND a.user_id = :user)) ORDER BY f.reference",
	false};
/* The census codes an episode that ended with an adoption as RC1. A plan that ended because its child came into care
 * speaks of one who was looked after, entered or not. */
static const struct statement children = {
	"WITH " ALL_CHILDREN "SELECT i.family_id, i.person_id, coalesce(p.born_on, p.expected_on) AS born_on, "
	"coalesce(p.died_on, (SELECT day FROM loss WHERE person_id = p.id)) AS died_on, "
	"(SELECT max(closed_on) FROM episode WHERE person_id = p.id AND closure_reason = 'RC1') AS adopted_on, "
	"EXISTS (SELECT 1 FROM conference_child AS k JOIN conference AS c ON c.id = k.conference_id "
	"WHERE k.person_id = p.id AND c.state <> 'cancelled') OR EXISTS (SELECT 1 FROM plan WHERE person_id = p.id) "
	"AS was_conferenced, "
	"EXISTS (SELECT 1 FROM looked_after WHERE person_id = p.id) OR EXISTS (SELECT 1 FROM plan WHERE "
	"person_id = p.id AND end_reason = 'looked_after') AS was_looked_after "
	"FROM involved AS i JOIN person AS p ON p.id = i.person_id WHERE (:family = 0 OR i.family_id = :family) "
	"ORDER BY i.family_id, i.person_id",
	false};
static const struct statement open_things = {
	"WITH " OPEN_THINGS "SELECT DISTINCT words FROM opened WHERE family_id = :family LIMIT 4", false};

const struct statement *const retention_facts_statements[] = {&facts, &children, &open_things, NULL};

static const struct column facts_columns[] = {
	COLUMN(struct retention_facts, family_id, ID), COLUMN(struct retention_facts, reference, TEXT),
	COLUMN(struct retention_facts, name, TEXT),    COLUMN(struct retention_facts, first_on, DAY),
	COLUMN(struct retention_facts, last_on, DAY),  COLUMN(struct retention_facts, is_open, BOOL),
	COLUMN(struct retention_facts, is_held, BOOL), COLUMN(struct retention_facts, is_proposed, BOOL),
};
static const struct column_list facts_list = COLUMN_LIST(struct retention_facts, facts_columns);

#define CHILD(member, kind)                                                                                            \
	{                                                                                                              \
#member, COLUMN_##kind, offsetof(struct retention_child_row, child.member), NULL                       \
	}
static const struct column child_columns[] = {
	COLUMN(struct retention_child_row, family_id, ID),
	CHILD(person_id, ID),
	CHILD(born_on, DAY),
	CHILD(died_on, DAY),
	CHILD(adopted_on, DAY),
	CHILD(was_conferenced, BOOL),
	CHILD(was_looked_after, BOOL),
};
static const struct column_list child_list = COLUMN_LIST(struct retention_child_row, child_columns);

static const struct column word_columns[] = {COLUMN(struct retention_word, words, TEXT)};
static const struct column_list word_list = COLUMN_LIST(struct retention_word, word_columns);

bool retention_facts_of(struct store *s, int64_t family, int64_t user, struct arena *mem,
			struct retention_facts_list *out, struct fault *f)
{
	return store_select(s, &facts, PARAMETERS(PARAMETER_INTEGER("family", family), PARAMETER_ID("user", user)),
			    &facts_list, mem, out, f);
}

bool retention_children_of(struct store *s, int64_t family, struct arena *mem, struct retention_child_row_list *out,
			   struct fault *f)
{
	return store_select(s, &children, PARAMETERS(PARAMETER_INTEGER("family", family)), &child_list, mem, out, f);
}

bool retention_open_of(struct store *s, int64_t family, struct arena *mem, struct retention_word_list *out,
		       struct fault *f)
{
	return store_select(s, &open_things, PARAMETERS(PARAMETER_ID("family", family)), &word_list, mem, out, f);
}
