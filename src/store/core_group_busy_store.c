/* When the people of a core group are taken already: conferences, bookings, other core groups. */
#include "store/core_group_busy_store.h"

#include "statement_list.h"

static const struct column busy_columns[] = {
	COLUMN(struct core_group_busy, member_id, ID),
	COLUMN(struct core_group_busy, day, DAY),
	COLUMN(struct core_group_busy, starts, OPTIONAL_INT),
	COLUMN(struct core_group_busy, minutes, OPTIONAL_INT),
};
static const struct column_list busy = COLUMN_LIST(struct core_group_busy, busy_columns);

#define INVITED(key)                                                                                                   \
	"SELECT m.id AS member_id, c.held_on AS day, c.starts, c.minutes FROM core_group_member AS m CROSS JOIN"       \
	" invitee AS i ON i." key " = m." key " CROSS JOIN conference AS c ON c.id = i.conference_id WHERE"            \
	" m.core_group_id = :group AND m.until IS NULL AND i.is_withdrawn = 0 AND c.held_on BETWEEN :from AND :to"     \
	" AND c.state IN ('scheduled', 'invited', 'ready')"
#define IN_ANOTHER(key)                                                                                                \
	"SELECT m.id, b.day, b.starts, b.minutes FROM core_group_member AS m CROSS JOIN core_group_member AS o ON"     \
	" o." key " = m." key " CROSS JOIN core_group_meeting AS b ON b.core_group_id = o.core_group_id WHERE"         \
	" m.core_group_id = :group AND m.until IS NULL AND o.until IS NULL AND o.core_group_id <> m.core_group_id"     \
	" AND b.day BETWEEN :from AND :to AND b.state = 'booked'"

static const struct statement between = {
	INVITED("contact_id") " UNION " INVITED("person_id") " UNION " IN_ANOTHER("contact_id") " UNION " IN_ANOTHER(
		"person_id") " UNION SELECT m.id, k.day, k.starts, k.ends - k.starts FROM core_group_member AS m CROSS"
			     " JOIN resource AS r ON r.contact_id = m.contact_id CROSS JOIN booking AS k ON"
			     " k.resource_id = r.id WHERE m.core_group_id = :group AND m.until IS NULL AND k.day"
			     " BETWEEN :from AND :to ORDER BY 2, 3, 1",
	false}; /* the resources are a short list */

const struct statement *const core_group_busy_statements[] = {&between, NULL};

bool core_group_busy_between(struct store *s, int64_t group, day_number from, day_number to, struct arena *mem,
			     struct core_group_busy_list *out, struct fault *f)
{
	return store_select(
		s, &between,
		PARAMETERS(PARAMETER_ID("group", group), PARAMETER_DAY("from", from), PARAMETER_DAY("to", to)), &busy,
		mem, out, f);
}
