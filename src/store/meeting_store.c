/* What stands in the diaries of chairs: conferences, core groups, and slots that were given up. */
#include "store/meeting_store.h"

#include "may_see.h"
#include "statement_list.h"
#include "token_words.h"

TOKEN_WORDS(type_tokens, conference_type, CONFERENCE_TYPE_COUNT)

static const struct column meeting_columns[] = {
	COLUMN(struct meeting, id, ID),
	COLUMN(struct meeting, chair_id, ID),
	COLUMN(struct meeting, login, TEXT),
	COLUMN(struct meeting, is_core_group, BOOL),
	COLUMN(struct meeting, reference, TEXT),
	COLUMN_AS(struct meeting, type, type_tokens),
	COLUMN(struct meeting, sequence, INT),
	COLUMN(struct meeting, day, DAY),
	COLUMN(struct meeting, starts, OPTIONAL_INT),
	COLUMN(struct meeting, minutes, OPTIONAL_INT),
	COLUMN(struct meeting, place, TEXT),
	COLUMN(struct meeting, is_gone, BOOL),
};
static const struct column_list meetings = COLUMN_LIST(struct meeting, meeting_columns);

/* A slot in words begins "2026-04-02 09:30, " and the chair. */
#define WAS_WITH(change) "instr(" change ".from_slot || ',', ', ' || r.name || ',') = 17"
#define ROOM_AND_CHAIR                                                                                                 \
	" LEFT JOIN resource AS m ON m.id = c.room_id LEFT JOIN resource AS r ON r.id = c.chair_id WHERE "
/* A core group is in the diary of whoever chaired the conference it comes from; where another system held that one, of
 * whoever chairs the family's conferences now. */
#define CHAIRED_LAST                                                                                                   \
	"coalesce(k.conference_id, (SELECT o.id FROM conference AS o WHERE o.family_id = k.family_id AND o.chair_id "  \
	"IS NOT NULL ORDER BY o.held_on DESC, o.id DESC LIMIT 1))"
static const struct statement since_read = {
	"SELECT c.id, c.chair_id, coalesce(r.login, '') AS login, 0 AS is_core_group, c.reference, c.type, c.version"
	" AS sequence, c.held_on AS day, c.starts, c.minutes, coalesce(nullif(c.place, ''), m.name, '') AS place,"
	" 0 AS is_gone FROM conference AS c JOIN family AS f ON f.id = c.family_id" ROOM_AND_CHAIR
	"c.held_on >= :since AND c.starts IS NOT NULL AND c.state NOT IN ('requested', 'postponed', 'cancelled') "
	"AND " MAY_SEE " UNION ALL "
	"SELECT c.id, r.id, r.login, 0, c.reference, c.type, c.version, substr(x.from_slot, 1, 10),"
	" 60 * CAST(substr(x.from_slot, 12, 2) AS INTEGER) + CAST(substr(x.from_slot, 15, 2) AS INTEGER), NULL, '', 1"
	" FROM conference_change AS x JOIN conference AS c ON c.id = x.conference_id JOIN family AS f"
	" ON f.id = c.family_id JOIN resource AS r ON r.kind = 'chair' AND " WAS_WITH(
		"x") " WHERE x.at >= :gone_since AND (c.starts IS NULL OR c.chair_id IS NOT r.id) AND NOT EXISTS"
		     " (SELECT 1 FROM conference_change AS y WHERE y.conference_id = c.id AND y.id > x.id "
		     "AND " WAS_WITH(
			     "y") ") AND " MAY_SEE " UNION ALL "
				  "SELECT g.id, c.chair_id, coalesce(r.login, ''), 1, f.reference, 'review', "
				  "g.version, g.day, g.starts, g.minutes, g.place, g.state = 'cancelled' FROM "
				  "core_group_meeting AS g JOIN core_group AS k ON k.id = g.core_group_id JOIN "
				  "family AS f ON f.id = k.family_id LEFT JOIN conference AS c ON c.id = " CHAIRED_LAST
					  ROOM_AND_CHAIR
				  "g.day >= :since AND g.state IN ('booked', 'cancelled') AND " MAY_SEE
				  " ORDER BY 8, 9, 1",
	false}; /* of weeks; core groups are looked through */

const struct statement *const meeting_statements[] = {&since_read, NULL};

bool meetings_since(struct store *s, int64_t user, day_number since, int64_t gone_since, struct arena *mem,
		    struct meeting_list *out, struct fault *f)
{
	return store_select(s, &since_read,
			    PARAMETERS(PARAMETER_ID("user", user), PARAMETER_DAY("since", since),
				       PARAMETER_INTEGER("gone_since", gone_since)),
			    &meetings, mem, out, f);
}
