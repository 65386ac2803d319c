/* Letters with how they went, for lists and for the sender. */
#include "store/letter_store.h"

#include "invitation_tokens.h"
#include "may_see.h"
#include "statement_list.h"

static const struct column listed_columns[] = {
	COLUMN(struct letter_listed, letter_id, ID),
	COLUMN(struct letter_listed, delivery_id, ID),
	COLUMN(struct letter_listed, family_id, ID),
	COLUMN(struct letter_listed, conference_id, ID),
	COLUMN(struct letter_listed, invitee_id, ID),
	COLUMN(struct letter_listed, written_at, INTEGER),
	COLUMN(struct letter_listed, settled_at, ID),
	COLUMN(struct letter_listed, next_at, INTEGER),
	COLUMN(struct letter_listed, template, TEXT),
	COLUMN(struct letter_listed, recipient, TEXT),
	COLUMN(struct letter_listed, subject, TEXT),
	COLUMN(struct letter_listed, address, TEXT),
	COLUMN(struct letter_listed, said, TEXT),
	COLUMN(struct letter_listed, reference, TEXT),
	COLUMN(struct letter_listed, family, TEXT),
	COLUMN_AS(struct letter_listed, method, invite_method_tokens),
	COLUMN_AS(struct letter_listed, state, delivery_state_tokens),
	COLUMN(struct letter_listed, attempts, INT),
	COLUMN(struct letter_listed, enclosures, INT),
	COLUMN(struct letter_listed, is_held, BOOL),
	COLUMN(struct letter_listed, conference_day, DAY),
};
static const struct column_list listed = COLUMN_LIST(struct letter_listed, listed_columns);

/* By any of these a reader learns how their invitation stands. */
#define TELLS(letter)                                                                                                  \
	"(" letter ".template LIKE 'invitation-%' OR " letter                                                          \
	".template IN ('police-notice', 'moved', 'postponed', 'cancelled', 'exclusion'))"
#define STILL_TO_BE_HELD "IN ('requested', 'scheduled', 'invited', 'ready', 'postponed')"
/* Until its reader is written to in its place, or the conference was held. */
#define NOT_MADE_GOOD                                                                                                  \
	"(t.letter_id IS NULL AND c.state " STILL_TO_BE_HELD                                                           \
	" AND NOT EXISTS (SELECT 1 FROM letter AS x WHERE x.conference_id = l.conference_id AND x.id > l.id"           \
	" AND x.invitee_id IS l.invitee_id AND x.recipient = l.recipient"                                              \
	" AND (x.template = l.template OR (" TELLS("l") " AND " TELLS("x") "))))"
/* A notice until another of its kind about the same went to the same reader. */
#define NO_OTHER_NOTICE                                                                                                \
	"(t.letter_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM notice AS y WHERE y.subject_id = t.subject_id"         \
	" AND y.kind = t.kind AND y.reader = t.reader AND y.letter_id > t.letter_id))"
#define HELD                                                                                                           \
	"(d.state = 'withdrawn' AND d.said LIKE '" DELIVERY_HELD_SAYS "%' AND (" NOT_MADE_GOOD " OR " NO_OTHER_NOTICE  \
	"))"
#define LISTED                                                                                                         \
	"SELECT l.id AS letter_id, d.id AS delivery_id, l.family_id, l.conference_id, l.invitee_id, l.written_at,"     \
	" d.settled_at, d.next_at, l.template, l.recipient, l.subject, d.address, d.said,"                             \
	" coalesce(t.reference, c.reference, f.reference) AS reference, f.name AS family, d.method, d.state, "         \
	"d.attempts,"                                                                                                  \
	" (SELECT count(*) FROM enclosure AS e WHERE e.letter_id = l.id) AS enclosures, c.held_on AS conference_day,"  \
	" " HELD " AS is_held "
#define OF_FAMILY                                                                                                      \
	" JOIN family AS f ON f.id = l.family_id LEFT JOIN conference AS c ON c.id = l.conference_id"                  \
	" LEFT JOIN notice AS t ON t.letter_id = l.id "
/* A letter is never kept without a delivery: both come in one save. */
#define NEWEST        " JOIN delivery AS d ON d.id = (SELECT max(n.id) FROM delivery AS n WHERE n.letter_id = l.id)" OF_FAMILY
#define NEWEST_FIRST  "ORDER BY l.written_at DESC, l.id DESC"
/* Spelt as the partial indexes are, so that they serve. */
#define IS_OPEN       "IN ('waiting', 'sending')"
#define IS_IN_TROUBLE "IN ('failed', 'unsure', 'bounced')"

static const struct statement of_conference = {
	LISTED "FROM letter AS l" NEWEST "WHERE l.conference_id = :conference " NEWEST_FIRST, true};
static const struct statement of_invitee = {
	LISTED "FROM letter AS l" NEWEST "WHERE l.invitee_id = :invitee " NEWEST_FIRST, true};
static const struct statement of_letter = {LISTED "FROM letter AS l" NEWEST "WHERE l.id = :letter", true};
/* A delivery that another one followed is settled by that. */
static const struct statement open_ones = {
	LISTED
	"FROM (SELECT id FROM delivery WHERE state " IS_OPEN
	" UNION ALL SELECT id FROM delivery WHERE state " IS_IN_TROUBLE
	" AND settled_at >= :since UNION ALL SELECT w.id FROM conference AS v"
	" JOIN letter AS u ON u.conference_id = v.id JOIN delivery AS w ON w.letter_id = u.id WHERE "
	"v.state " STILL_TO_BE_HELD " AND w.state = 'withdrawn' AND w.said LIKE '" DELIVERY_HELD_SAYS
	"%' AND NOT EXISTS (SELECT 1 FROM notice AS y WHERE y.letter_id = u.id) UNION ALL SELECT w.id FROM delivery AS "
	"w CROSS JOIN notice AS v ON v.letter_id = w.letter_id"
	" WHERE w.state = 'withdrawn' AND w.said LIKE '" DELIVERY_HELD_SAYS
	"%') AS o JOIN delivery AS d ON d.id = o.id JOIN letter AS l ON l.id = "
	"d.letter_id" OF_FAMILY "WHERE (d.state <> 'withdrawn' OR " HELD
	") AND d.id = (SELECT max(n.id) FROM delivery AS n WHERE n.letter_id = d.letter_id)"
	" AND (:user = 0 OR " MAY_SEE ") ORDER BY d.queued_at, d.id",
	true};
static const struct statement due = {
	LISTED
	"FROM delivery AS d JOIN letter AS l ON l.id = d.letter_id" OF_FAMILY "WHERE d.state " IS_OPEN
	" AND d.state = 'waiting' AND d.next_at <= :now AND d.method = :method ORDER BY d.queued_at, d.id LIMIT :most",
	true};

const struct statement *const letter_list_statements[] = {&of_conference, &of_invitee, &of_letter,
							  &open_ones,     &due,        NULL};

bool letters_of_conference(struct store *s, int64_t conference, struct arena *mem, struct letter_listed_list *out,
			   struct fault *f)
{
	return store_select(s, &of_conference, PARAMETERS(PARAMETER_ID("conference", conference)), &listed, mem, out,
			    f);
}

bool letters_of_invitee(struct store *s, int64_t invitee, struct arena *mem, struct letter_listed_list *out,
			struct fault *f)
{
	return store_select(s, &of_invitee, PARAMETERS(PARAMETER_ID("invitee", invitee)), &listed, mem, out, f);
}

bool letter_listed_by_id(struct store *s, int64_t letter, struct arena *mem, struct letter_listed *out, struct fault *f)
{
	return store_select_one(s, &of_letter, PARAMETERS(PARAMETER_ID("letter", letter)), &listed, mem, out, f);
}

bool letters_open(struct store *s, int64_t since, int64_t user, struct arena *mem, struct letter_listed_list *out,
		  struct fault *f)
{
	return store_select(s, &open_ones,
			    PARAMETERS(PARAMETER_INTEGER("since", since), PARAMETER_INTEGER("user", user)), &listed,
			    mem, out, f);
}

bool deliveries_due(struct store *s, enum invite_method method, int64_t now, int most, struct arena *mem,
		    struct letter_listed_list *out, struct fault *f)
{
	return store_select(s, &due,
			    PARAMETERS(PARAMETER_TEXT("method", invite_method_token(method)),
				       PARAMETER_INTEGER("now", now), PARAMETER_INTEGER("most", most)),
			    &listed, mem, out, f);
}
