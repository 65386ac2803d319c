/* Conflicts of interest of chairs and minute-takers. */
#include "store/conflict_store.h"

#include "may_see.h"
#include "statement_list.h"
#include "token_words.h"

TOKEN_WORDS(kind_tokens, resource_kind, RESOURCE_KIND_COUNT)

static const struct column columns[] = {
	COLUMN(struct conflict, id, ID),
	COLUMN(struct conflict, family_id, ID),
	COLUMN(struct conflict, resource_id, ID),
	COLUMN_AS(struct conflict, kind, kind_tokens),
	COLUMN(struct conflict, name, TEXT),
	COLUMN(struct conflict, reason, TEXT),
	COLUMN(struct conflict, said_by, TEXT),
	COLUMN(struct conflict, said_on, DAY),
	COLUMN(struct conflict, ended_on, DAY),
	COLUMN(struct conflict, ended_by, TEXT),
	COLUMN(struct conflict, ended_because, TEXT),
	COLUMN(struct conflict, version, INTEGER),
};
static const struct column_list conflicts = COLUMN_LIST(struct conflict, columns);

static const struct column booked_columns[] = {
	COLUMN(struct conflict_booked, conference_id, ID),
	COLUMN_AS(struct conflict_booked, kind, kind_tokens),
};
static const struct column_list booked_list = COLUMN_LIST(struct conflict_booked, booked_columns);

#define IN_FORCE                                                                                                       \
	"SELECT c.id, c.family_id, c.resource_id, r.kind, r.name, c.reason, c.said_by, c.said_on, c.ended_on,"         \
	" c.ended_by, c.ended_because, c.version FROM conflict_of_interest AS c"                                       \
	" JOIN resource AS r ON r.id = c.resource_id WHERE c.ended_on IS NULL "

static const struct statement add = {
	"INSERT INTO conflict_of_interest (family_id, resource_id, reason, said_by, said_on)"
	" VALUES (:family_id, :resource_id, :reason, :said_by, :said_on)",
	true};
static const struct statement end = {
	"UPDATE conflict_of_interest SET ended_on = :ended_on, ended_by = :ended_by, ended_because = :ended_because,"
	" version = version + 1 WHERE id = :id AND version = :version AND ended_on IS NULL",
	true};
static const struct statement of_family = {IN_FORCE "AND c.family_id = :family ORDER BY r.name", true};
static const struct statement of_all = {IN_FORCE "AND " MAY_SEE_ID("c.family_id") " ORDER BY c.family_id",
					false}; /* the few there are */

static const struct statement booked = {
	"SELECT b.id AS conference_id, r.kind FROM conflict_of_interest AS c JOIN conference AS b ON"
	" b.family_id = c.family_id AND c.resource_id IN (b.chair_id, b.minute_taker_id) JOIN resource AS r ON"
	" r.id = c.resource_id WHERE c.ended_on IS NULL AND b.state IN ('scheduled', 'invited', 'ready') "
	"AND " MAY_SEE_ID("c.family_id") " ORDER BY b.id, r.kind",
	false}; /* the few there are */

const struct statement *const conflict_statements[] = {&add, &end, &of_family, &of_all, &booked, NULL};

bool conflict_insert(struct store *s, struct conflict *conflict, struct fault *f)
{
	if (!store_change(s, &add, &conflicts, conflict, NULL, NULL, f))
		return false;
	conflict->id = store_last_id(s);
	conflict->version = 1;
	return true;
}

bool conflict_end(struct store *s, struct conflict *conflict, struct fault *f)
{
	int64_t changed;

	if (!store_change(s, &end, &conflicts, conflict, NULL, &changed, f))
		return false;
	conflict->version++;
	return changed > 0 || fault_set(f, FAULT_CONFLICT,
					"Another person changed this since you opened it. Look at it again, then make "
					"your change.");
}

bool conflicts_of_family(struct store *s, int64_t family, struct arena *mem, struct conflict_list *out, struct fault *f)
{
	*out = (struct conflict_list){0};
	return store_select(s, &of_family, PARAMETERS(PARAMETER_ID("family", family)), &conflicts, mem, out, f);
}

bool conflicts_in_force(struct store *s, int64_t user, struct arena *mem, struct conflict_list *out, struct fault *f)
{
	*out = (struct conflict_list){0};
	return store_select(s, &of_all, PARAMETERS(PARAMETER_ID("user", user)), &conflicts, mem, out, f);
}

bool conflicts_booked(struct store *s, int64_t user, struct arena *mem, struct conflict_booked_list *out,
		      struct fault *f)
{
	*out = (struct conflict_booked_list){0};
	return store_select(s, &booked, PARAMETERS(PARAMETER_ID("user", user)), &booked_list, mem, out, f);
}
