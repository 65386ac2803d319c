/* What the matrix of reports, the chase list and Today say of many reports at once. */
#include "store/matrix_store.h"

#include "invitation_tokens.h"
#include "may_see.h"
#include "statement_list.h"

static const struct column reading_columns[] = {
	COLUMN(struct reading, report_id, ID),     COLUMN(struct reading, person_id, ID),
	COLUMN(struct reading, shared_on, DAY),    COLUMN(struct reading, seen_on, DAY),
	COLUMN(struct reading, known_as, TEXT),    COLUMN_AS(struct reading, relationship, relationship_tokens),
	COLUMN(struct reading, given_names, TEXT),
};
static const struct column_list readings = COLUMN_LIST(struct reading, reading_columns);

static const struct column day_columns[] = {
	COLUMN(struct chase_day, report_id, ID),
	COLUMN(struct chase_day, chased_on, DAY),
};
static const struct column_list days = COLUMN_LIST(struct chase_day, day_columns);

static const struct column awaiting_columns[] = {
	COLUMN(struct awaiting, conference_id, ID),      COLUMN(struct awaiting, reference, TEXT),
	COLUMN(struct awaiting, family_reference, TEXT), COLUMN(struct awaiting, family_name, TEXT),
	COLUMN(struct awaiting, child_count, INT),       COLUMN(struct awaiting, held_on, DAY),
	COLUMN(struct awaiting, starts, OPTIONAL_INT),   COLUMN(struct awaiting, social_worker_id, ID),
};
static const struct column_list awaitings = COLUMN_LIST(struct awaiting, awaiting_columns);

static const struct column report_tally_columns[] = {
	COLUMN(struct report_tally, conference_id, ID), COLUMN(struct report_tally, wanted, INT),
	COLUMN(struct report_tally, missing, INT),      COLUMN(struct report_tally, chased, INT),
	COLUMN(struct report_tally, names, TEXT),
};
static const struct column_list report_tally_rows = COLUMN_LIST(struct report_tally, report_tally_columns);

static const struct column invitee_tally_columns[] = {
	COLUMN(struct invitee_tally, conference_id, ID), COLUMN(struct invitee_tally, listed, INT),
	COLUMN(struct invitee_tally, untold, INT),       COLUMN(struct invitee_tally, behind, INT),
	COLUMN(struct invitee_tally, unanswered, INT),
};
static const struct column_list invitee_tally_rows = COLUMN_LIST(struct invitee_tally, invitee_tally_columns);

#define READINGS                                                                                                       \
	"SELECT n.report_id, n.person_id, n.shared_on, n.seen_on, coalesce(m.relationship, 'other') AS relationship,"  \
	" p.given_names, p.known_as "
#define READ_BY                                                                                                        \
	" JOIN report_reader AS n ON n.report_id = r.id JOIN person AS p ON p.id = n.person_id"                        \
	" LEFT JOIN family_member AS m ON m.family_id = c.family_id AND m.person_id = n.person_id "
#define BY_READING  " ORDER BY n.report_id, coalesce(n.shared_on, '9'), n.person_id"
#define HELD        "c.held_on BETWEEN :from AND :to AND c.state <> 'cancelled' "
#define ITS_REPORTS "FROM conference AS c CROSS JOIN report AS r ON r.conference_id = c.id"
#define DAYS        "SELECT DISTINCT h.report_id, h.chased_on "

static const struct statement read_of = {READINGS ITS_REPORTS READ_BY "WHERE c.id = :conference" BY_READING, true};
static const struct statement read_between = {
	READINGS ITS_REPORTS READ_BY "JOIN family AS f ON f.id = c.family_id AND " MAY_SEE " WHERE " HELD BY_READING,
	true};
static const struct statement days_of = {DAYS "FROM report AS r CROSS JOIN chaser AS h ON h.report_id = r.id WHERE "
					      "r.conference_id = :conference ORDER BY 1, 2",
					 true};
static const struct statement days_between = {
	DAYS ITS_REPORTS " CROSS JOIN chaser AS h ON h.report_id = r.id WHERE " HELD "ORDER BY 1, 2", true};
static const struct statement days_awaited = {
	DAYS
	"FROM report AS r CROSS JOIN chaser AS h ON h.report_id = r.id WHERE r.received_on IS NULL AND r.due_on <= :by"
	" ORDER BY 1, 2",
	true};
static const struct statement awaiting_rows = {
	"SELECT c.id AS conference_id, c.social_worker_id, c.reference, f.reference AS family_reference,"
	" f.name AS family_name,"
	" (SELECT count(*) FROM conference_child AS k WHERE k.conference_id = c.id) AS child_count, c.held_on, c.starts"
	" FROM conference AS c JOIN family AS f ON f.id = c.family_id AND " MAY_SEE
	" WHERE c.id IN (SELECT r.conference_id"
	" FROM report AS r WHERE r.received_on IS NULL AND r.due_on <= :by) ORDER BY c.id",
	true};
static const struct statement tally_reports = {
	"SELECT g.conference_id, count(*) AS wanted, sum(g.is_missing) AS missing, max(g.chased) AS chased,"
	" group_concat(g.name, ', ') AS names FROM (SELECT r.conference_id, r.received_on IS NULL AS is_missing,"
	" CASE WHEN r.received_on IS NULL THEN (SELECT count(*) FROM chaser AS h WHERE h.report_id = r.id"
	" AND h.is_to_manager = 0) ELSE 0 END AS chased,"
	" CASE WHEN r.received_on IS NULL THEN coalesce(a.name, nullif(i.agency, ''), nullif(i.name, '')) END AS "
	"name " ITS_REPORTS " JOIN invitee AS i ON i.id = r.invitee_id LEFT JOIN contact AS k ON k.id = i.contact_id"
	" LEFT JOIN agency AS a ON a.id = k.agency_id WHERE " HELD
	"AND " MAY_SEE_ID("c.family_id") " "
					 "AND r.is_required = 1 AND i.is_withdrawn = 0 AND i.involved <> 'no'"
					 " ORDER BY r.conference_id, r.kind <> 'social_work', a.name, i.agency) AS g "
					 "GROUP BY g.conference_id ORDER BY "
					 "1",
	true};
/* A child the chair does not invite and somebody who must stay away from all of it are told nothing. */
static const struct statement tally_invitees = {
	"SELECT i.conference_id, count(*) AS listed, sum(i.told_day IS NOT c.held_on OR i.told_starts IS NOT c.starts)"
	" AS untold, sum(i.invited_on IS NOT NULL AND (i.told_day IS NOT c.held_on OR i.told_starts IS NOT c.starts))"
	" AS behind, sum(i.invited_on IS NOT NULL AND i.reply = 'none') AS unanswered FROM conference AS c"
	" CROSS JOIN invitee AS i ON i.conference_id = c.id WHERE " HELD
	"AND " MAY_SEE_ID("c.family_id") " "
					 "AND i.is_withdrawn = 0 AND i.exclusion <> 'whole' AND (i.capacity <> 'child' "
					 "OR i.chair_invites = 'yes')"
					 " GROUP BY i.conference_id ORDER BY 1",
	true};

const struct statement *const matrix_statements[] = {&read_of,       &read_between,   &days_of,
						     &days_between,  &days_awaited,   &awaiting_rows,
						     &tally_reports, &tally_invitees, NULL};

bool readings_of(struct store *s, int64_t conference, struct arena *mem, struct reading_list *out, struct fault *f)
{
	return store_select(s, &read_of, PARAMETERS(PARAMETER_ID("conference", conference)), &readings, mem, out, f);
}

bool readings_between(struct store *s, day_number from, day_number to, int64_t user, struct arena *mem,
		      struct reading_list *out, struct fault *f)
{
	return store_select(
		s, &read_between,
		PARAMETERS(PARAMETER_DAY("from", from), PARAMETER_DAY("to", to), PARAMETER_ID("user", user)), &readings,
		mem, out, f);
}

bool chase_days_of(struct store *s, int64_t conference, struct arena *mem, struct chase_day_list *out, struct fault *f)
{
	return store_select(s, &days_of, PARAMETERS(PARAMETER_ID("conference", conference)), &days, mem, out, f);
}

bool chase_days_between(struct store *s, day_number from, day_number to, struct arena *mem, struct chase_day_list *out,
			struct fault *f)
{
	return store_select(s, &days_between, PARAMETERS(PARAMETER_DAY("from", from), PARAMETER_DAY("to", to)), &days,
			    mem, out, f);
}

bool chase_days_awaited(struct store *s, day_number by, struct arena *mem, struct chase_day_list *out, struct fault *f)
{
	return store_select(s, &days_awaited, PARAMETERS(PARAMETER_DAY("by", by)), &days, mem, out, f);
}

bool conferences_awaiting(struct store *s, day_number by, int64_t user, struct arena *mem, struct awaiting_list *out,
			  struct fault *f)
{
	return store_select(s, &awaiting_rows, PARAMETERS(PARAMETER_DAY("by", by), PARAMETER_ID("user", user)),
			    &awaitings, mem, out, f);
}

bool report_tallies(struct store *s, day_number from, day_number to, int64_t user, struct arena *mem,
		    struct report_tally_list *out, struct fault *f)
{
	return store_select(
		s, &tally_reports,
		PARAMETERS(PARAMETER_DAY("from", from), PARAMETER_DAY("to", to), PARAMETER_ID("user", user)),
		&report_tally_rows, mem, out, f);
}

bool invitee_tallies(struct store *s, day_number from, day_number to, int64_t user, struct arena *mem,
		     struct invitee_tally_list *out, struct fault *f)
{
	return store_select(
		s, &tally_invitees,
		PARAMETERS(PARAMETER_DAY("from", from), PARAMETER_DAY("to", to), PARAMETER_ID("user", user)),
		&invitee_tally_rows, mem, out, f);
}
