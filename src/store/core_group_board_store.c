/* How every core group stands, and what is left of its meetings: who was there, to whom the record went. */
#include "core_group_unsent.h"
#include "invitation_tokens.h"
#include "live_tokens.h"
#include "may_see.h"
#include "statement_list.h"
#include "store/core_group_store.h"

static const struct column presence_columns[] = {
	COLUMN(struct core_group_presence, meeting_id, ID),
	COLUMN(struct core_group_presence, member_id, ID),
	COLUMN_AS(struct core_group_presence, state, attendance_state_tokens),
	COLUMN(struct core_group_presence, note, TEXT),
};
static const struct column_list presences = COLUMN_LIST(struct core_group_presence, presence_columns);

static const struct column sent_columns[] = {
	COLUMN(struct core_group_sent, id, ID),       COLUMN(struct core_group_sent, meeting_id, ID),
	COLUMN(struct core_group_sent, who, TEXT),    COLUMN(struct core_group_sent, how, TEXT),
	COLUMN(struct core_group_sent, sent_on, DAY), COLUMN(struct core_group_sent, by_user, TEXT),
};
static const struct column_list sents = COLUMN_LIST(struct core_group_sent, sent_columns);

static const struct column letter_columns[] = {
	COLUMN(struct core_group_record_letter, meeting_id, ID),
	COLUMN(struct core_group_record_letter, recipient, TEXT),
	COLUMN_AS(struct core_group_record_letter, method, invite_method_tokens),
	COLUMN_AS(struct core_group_record_letter, state, delivery_state_tokens),
	COLUMN(struct core_group_record_letter, settled_at, INTEGER),
	COLUMN(struct core_group_record_letter, by_user, TEXT),
};
static const struct column_list record_letters = COLUMN_LIST(struct core_group_record_letter, letter_columns);

static const struct column standing_columns[] = {
	COLUMN(struct core_group_standing, family_id, ID),
	COLUMN(struct core_group_standing, reference, TEXT),
	COLUMN(struct core_group_standing, name, TEXT),
	COLUMN(struct core_group_standing, plans, INTEGER),
	COLUMN(struct core_group_standing, started_on, DAY),
	COLUMN(struct core_group_standing, group_id, ID),
	COLUMN(struct core_group_standing, due_on, DAY),
	COLUMN(struct core_group_standing, is_first, BOOL),
	COLUMN(struct core_group_standing, last_held, DAY),
	COLUMN(struct core_group_standing, booked_on, DAY),
	COLUMN(struct core_group_standing, missed_on, DAY),
	COLUMN(struct core_group_standing, unsent_on, DAY),
	COLUMN(struct core_group_standing, booked_starts, OPTIONAL_INT),
	COLUMN(struct core_group_standing, booked_place, TEXT),
};
static const struct column_list standings = COLUMN_LIST(struct core_group_standing, standing_columns);

static const struct statement presence_add = {
	"INSERT INTO core_group_presence (meeting_id, member_id, state, note) VALUES (:meeting_id, :member_id, :state,"
	" :note)",
	true};
#define OF_FAMILY(other)                                                                                               \
	" FROM core_group AS g CROSS JOIN core_group_meeting AS m ON m.core_group_id = g.id CROSS JOIN " other         \
	" AS k ON k.meeting_id = m.id WHERE g.family_id = :family ORDER BY m.day, m.id"
static const struct statement presences_read = {
	"SELECT k.meeting_id, k.member_id, k.state, k.note" OF_FAMILY("core_group_presence") ", k.member_id", true};
static const struct statement sent_add = {"INSERT INTO core_group_sent (meeting_id, who, how, sent_on, by_user) VALUES "
					  "(:meeting_id, :who, :how, :sent_on,"
					  " :by_user)",
					  true};
static const struct statement sent_read = {
	"SELECT k.id, k.meeting_id, k.who, k.how, k.sent_on, k.by_user" OF_FAMILY("core_group_sent") ", k.id", true};

/* The newest delivery of each letter that brings a record. */
static const struct statement letters_read = {
	"SELECT k.subject_id AS meeting_id, l.recipient, d.method, d.state, coalesce(d.settled_at, 0) AS settled_at,"
	" l.by_user FROM core_group AS g CROSS JOIN core_group_meeting AS m ON m.core_group_id = g.id CROSS JOIN notice"
	" AS k ON k.subject_id = m.id AND k.kind = 'core_group_record' JOIN letter AS l ON l.id = k.letter_id JOIN"
	" delivery AS d ON d.id = (SELECT max(n.id) FROM delivery AS n WHERE n.letter_id = l.id)"
	" WHERE g.family_id = :family ORDER BY m.day, m.id, l.id",
	true};

/* One row a family: the open plans first, each with the one core group that is owed; then what its groups met. */
#define MEETINGS(what, state)                                                                                          \
	"(SELECT " what " FROM core_group AS g CROSS JOIN core_group_meeting AS m ON m.core_group_id = g.id"           \
	" WHERE g.family_id = f.id AND m.state = '" state "'"
static const struct statement standings_read = {
	"WITH owed AS MATERIALIZED (SELECT p.family_id, count(DISTINCT p.id) AS plans, min(p.started_on) AS started_on,"
	" min(min(d.due_on, coalesce(d.limit_on, d.due_on))) AS due_on,"
	" max(coalesce(d.rule = 'core_group.first', 0)) AS is_first FROM plan AS p LEFT JOIN deadline AS d"
	" ON d.state = 'open' AND d.rule IN ('core_group.first', 'core_group.next') AND d.subject_kind = 'plan'"
	" AND d.subject_id = p.id WHERE p.ended_on IS NULL AND p.is_other_authority = 0 AND :family IN (0, "
	"p.family_id) GROUP BY p.family_id)"
	" SELECT f.id AS family_id, f.reference, f.name, o.plans, o.started_on, (SELECT g.id FROM core_group AS g LEFT "
	"JOIN"
	" conference AS c ON c.id = g.conference_id WHERE g.family_id = f.id ORDER BY c.held_on DESC, c.id DESC"
	" LIMIT 1) AS group_id, o.due_on, o.is_first, " MEETINGS(
		"max(m.day)",
		"held") ") AS last_held,"
			" b.day AS booked_on, " MEETINGS("max(m.day)", "missed") ") AS missed_on, " CORE_GROUP_UNSENT(
				"f.id") " AS unsent_on, b.starts AS booked_starts,"
					" coalesce(b.place, '') AS booked_place FROM owed AS o JOIN family AS f ON "
					"f.id = o.family_id LEFT JOIN"
					" core_group_meeting AS b ON b.id = " MEETINGS(
						"m.id", "booked") " ORDER BY m.day, m.starts, m.id LIMIT 1) "
								  "WHERE " MAY_SEE " ORDER BY o.due_on IS NULL, "
								  "o.due_on, f.name, f.id",
	false}; /* every open plan is looked at, nothing that ended */

const struct statement *const core_group_board_statements[] = {&presence_add, &presences_read, &sent_add, &sent_read,
							       &letters_read, &standings_read, NULL};

bool core_group_presence_insert(struct store *s, const struct core_group_presence *presence, struct fault *f)
{
	return store_change(s, &presence_add, &presences, presence, NULL, NULL, f);
}

bool core_group_presences_of_family(struct store *s, int64_t family, struct arena *mem,
				    struct core_group_presence_list *out, struct fault *f)
{
	return store_select(s, &presences_read, PARAMETERS(PARAMETER_ID("family", family)), &presences, mem, out, f);
}

bool core_group_sent_insert(struct store *s, struct core_group_sent *sent, struct fault *f)
{
	if (!store_change(s, &sent_add, &sents, sent, NULL, NULL, f))
		return false;
	sent->id = store_last_id(s);
	return true;
}

bool core_group_sent_of_family(struct store *s, int64_t family, struct arena *mem, struct core_group_sent_list *out,
			       struct fault *f)
{
	return store_select(s, &sent_read, PARAMETERS(PARAMETER_ID("family", family)), &sents, mem, out, f);
}

bool core_group_record_letters(struct store *s, int64_t family, struct arena *mem,
			       struct core_group_record_letter_list *out, struct fault *f)
{
	*out = (struct core_group_record_letter_list){0};
	return store_select(s, &letters_read, PARAMETERS(PARAMETER_ID("family", family)), &record_letters, mem, out, f);
}

bool core_group_standings(struct store *s, int64_t family, int64_t user, struct arena *mem,
			  struct core_group_standing_list *out, struct fault *f)
{
	return store_select(s, &standings_read,
			    PARAMETERS(PARAMETER_INTEGER("family", family), PARAMETER_ID("user", user)), &standings,
			    mem, out, f);
}
