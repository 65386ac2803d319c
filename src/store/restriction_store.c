/* Who may see a restricted family, why, and who saw it all the same. */
#include "store/restriction_store.h"

#include "answer.h"
#include "statement_list.h"
#include "token_words.h"

TOKEN_WORDS(kind_tokens, access_kind, ACCESS_KIND_COUNT)

static const struct column restriction_columns[] = {
	COLUMN(struct restriction, id, ID),
	COLUMN(struct restriction, family_id, ID),
	COLUMN(struct restriction, reason, TEXT),
	COLUMN(struct restriction, review_on, DAY),
	COLUMN(struct restriction, set_on, DAY),
	COLUMN(struct restriction, set_by, TEXT),
	COLUMN(struct restriction, lifted_on, DAY),
	COLUMN(struct restriction, lifted_by, TEXT),
	COLUMN(struct restriction, lifted_because, TEXT),
	COLUMN(struct restriction, version, INTEGER),
};
static const struct column_list restrictions = COLUMN_LIST(struct restriction, restriction_columns);

static const struct column event_columns[] = {
	COLUMN(struct access_event, id, ID),
	COLUMN_AS(struct access_event, kind, kind_tokens),
	COLUMN(struct access_event, family_id, ID),
	COLUMN(struct access_event, user_id, ID),
	COLUMN(struct access_event, words, TEXT),
	COLUMN(struct access_event, at, INTEGER),
	COLUMN(struct access_event, minutes, INT),
	COLUMN(struct access_event, until_at, INTEGER),
	COLUMN(struct access_event, seen_at, ID), /* 0: not yet */
	COLUMN(struct access_event, seen_by, TEXT),
	COLUMN(struct access_event, seen_note, TEXT),
	COLUMN(struct access_event, is_mistaken, BOOL),
	COLUMN(struct access_event, version, INTEGER),
};
static const struct column_list events = COLUMN_LIST(struct access_event, event_columns);

static const struct column user_columns[] = {
	COLUMN(struct user_row, id, ID),          COLUMN(struct user_row, login, TEXT),
	COLUMN(struct user_row, name, TEXT),      COLUMN(struct user_row, roles, INTEGER),
	COLUMN(struct user_row, is_active, BOOL), COLUMN(struct user_row, version, INTEGER),
};
static const struct column_list users = COLUMN_LIST(struct user_row, user_columns);

#define RESTRICTIONS                                                                                                   \
	"SELECT id, family_id, reason, review_on, set_on, set_by, lifted_on, lifted_by, lifted_because, version "      \
	"FROM restriction WHERE lifted_on IS NULL "
#define EVENTS                                                                                                         \
	"SELECT id, kind, family_id, user_id, words, at, minutes, until_at, seen_at, seen_by, seen_note, "             \
	"is_mistaken, version FROM access_event "
#define RELATIVES "SELECT EXISTS (SELECT 1 FROM family_kept_from WHERE family_id = :family"

static const struct statement add = {"INSERT INTO restriction (family_id, reason, review_on, set_on, set_by) "
				     "VALUES (:family_id, :reason, :review_on, :set_on, :set_by)",
				     true};
static const struct statement save = {
	"UPDATE restriction SET reason = :reason, review_on = :review_on, lifted_on = :lifted_on, "
	"lifted_by = :lifted_by, lifted_because = :lifted_because, version = version + 1 "
	"WHERE id = :id AND version = :version",
	true};
static const struct statement of_family = {RESTRICTIONS "AND family_id = :family", true};
static const struct statement in_force = {RESTRICTIONS "ORDER BY review_on, id", true};

static const struct statement flag = {
	"UPDATE family SET is_restricted = :value, version = version + 1 WHERE id = :family", true};
static const struct statement clear_named = {"DELETE FROM family_named WHERE family_id = :family", true};
static const struct statement add_named = {
	"INSERT OR IGNORE INTO family_named (family_id, user_id) VALUES (:family, :user)", true};
static const struct statement all_named = {
	"SELECT id, login, name, roles, is_active, version FROM user_account WHERE id IN "
	"(SELECT user_id FROM family_named WHERE family_id = :family) ORDER BY name, login",
	true};
static const struct statement called = {
	"SELECT id FROM family WHERE is_restricted = 1 AND (reference = :words "
	"OR id IN (SELECT family_id FROM conference WHERE reference = :words) "
	"OR id IN (SELECT m.family_id FROM person AS p JOIN family_member AS m ON m.person_id = p.id "
	"WHERE p.reference = :words OR p.la_child_id = :words)) ORDER BY id LIMIT 1",
	true};

static const struct statement add_event = {
	"INSERT INTO access_event (kind, family_id, user_id, words, at, minutes, until_at) "
	"VALUES (:kind, :family_id, :user_id, :words, :at, :minutes, :until_at)",
	true};
static const struct statement save_event = {
	"UPDATE access_event SET seen_at = :seen_at, seen_by = :seen_by, seen_note = :seen_note, "
	"is_mistaken = :is_mistaken, "
	"version = version + 1 WHERE id = :id AND version = :version AND seen_at IS NULL",
	true};
static const struct statement event_of_id = {EVENTS "WHERE id = :id", true};
static const struct statement unseen_events = {EVENTS "WHERE seen_at IS NULL ORDER BY at, id", true};
static const struct statement all_events = {
	EVENTS "ORDER BY seen_at IS NOT NULL, CASE WHEN seen_at IS NULL THEN at ELSE -at END, id LIMIT 500", false};
static const struct statement open_events = {
	EVENTS
	"WHERE kind = 'glass' AND user_id = :user AND until_at > :now AND EXISTS (SELECT 1 FROM family_access AS a"
	" WHERE a.family_id = access_event.family_id AND a.user_id = :user) ORDER BY until_at DESC, id",
	true};
static const struct statement relative = {RELATIVES " AND user_id = :user)", true};
static const struct statement relatives = {RELATIVES ")", true};

const struct statement *const restriction_statements[] = {
	&add,           &save,       &of_family,   &in_force,  &flag,       &clear_named,
	&add_named,     &all_named,  &called,      &add_event, &save_event, &event_of_id,
	&unseen_events, &all_events, &open_events, &relative,  &relatives,  NULL};

#define FAMILY(id) PARAMETERS(PARAMETER_ID("family", id))

bool restriction_insert(struct store *s, struct restriction *restriction, struct fault *f)
{
	if (!store_change(s, &add, &restrictions, restriction, NULL, NULL, f))
		return false;
	restriction->id = store_last_id(s);
	restriction->version = 1;
	return true;
}

bool restriction_save(struct store *s, struct restriction *restriction, struct fault *f)
{
	int64_t changed = 0;

	return store_change(s, &save, &restrictions, restriction, NULL, &changed, f) &&
	       answer_saved(changed, &restriction->version, "this restriction", f);
}

bool restriction_of(struct store *s, int64_t family, struct arena *mem, struct restriction *out, struct fault *f)
{
	struct fault why = {0};

	*out = (struct restriction){.reason = "", .set_by = "", .lifted_by = "", .lifted_because = ""};
	if (store_select_one(s, &of_family, FAMILY(family), &restrictions, mem, out, &why))
		return true;
	*out = (struct restriction){.reason = "", .set_by = "", .lifted_by = "", .lifted_because = ""};
	if (why.code == FAULT_NOT_FOUND)
		return true;
	if (f)
		*f = why;
	return false;
}

bool restrictions_in_force(struct store *s, struct arena *mem, struct restriction_list *out, struct fault *f)
{
	return store_select(s, &in_force, NULL, &restrictions, mem, out, f);
}

bool family_restrict(struct store *s, int64_t family, bool is_restricted, struct fault *f)
{
	return store_change(s, &flag, NULL, NULL,
			    PARAMETERS(PARAMETER_ID("family", family), PARAMETER_INTEGER("value", is_restricted)), NULL,
			    f);
}

bool family_named_clear(struct store *s, int64_t family, struct fault *f)
{
	return store_change(s, &clear_named, NULL, NULL, FAMILY(family), NULL, f);
}

bool family_named_add(struct store *s, int64_t family, int64_t user, struct fault *f)
{
	return store_change(s, &add_named, NULL, NULL,
			    PARAMETERS(PARAMETER_ID("family", family), PARAMETER_ID("user", user)), NULL, f);
}

bool family_named(struct store *s, int64_t family, struct arena *mem, struct user_row_list *out, struct fault *f)
{
	return store_select(s, &all_named, FAMILY(family), &users, mem, out, f);
}

bool restricted_family_called(struct store *s, const char *words, int64_t *out, struct fault *f)
{
	return store_select_number(s, &called, PARAMETERS(PARAMETER_TEXT("words", words)), 0, out, f);
}

bool access_event_insert(struct store *s, struct access_event *event, struct fault *f)
{
	if (!store_change(s, &add_event, &events, event, NULL, NULL, f))
		return false;
	event->id = store_last_id(s);
	event->version = 1;
	return true;
}

bool access_event_save(struct store *s, struct access_event *event, struct fault *f)
{
	int64_t changed = 0;

	return store_change(s, &save_event, &events, event, NULL, &changed, f) &&
	       answer_saved(changed, &event->version, "this line", f);
}

bool access_event_by_id(struct store *s, int64_t id, struct arena *mem, struct access_event *out, struct fault *f)
{
	struct fault why = {0};

	return store_select_one(s, &event_of_id, PARAMETERS(PARAMETER_ID("id", id)), &events, mem, out, &why) ||
	       answer_not_found(&why, f, "This line is not in the case file any more.");
}

bool access_events(struct store *s, bool all, struct arena *mem, struct access_event_list *out, struct fault *f)
{
	return store_select(s, all ? &all_events : &unseen_events, NULL, &events, mem, out, f);
}

static bool says_yes(struct store *s, const struct statement *q, const struct parameter *of, bool *out, struct fault *f)
{
	int64_t number;

	if (!store_select_number(s, q, of, 0, &number, f))
		return false;
	*out = number != 0;
	return true;
}

bool family_has_relative(struct store *s, int64_t family, int64_t user, bool *out, struct fault *f)
{
	return says_yes(s, &relative, PARAMETERS(PARAMETER_ID("family", family), PARAMETER_ID("user", user)), out, f);
}

bool family_has_relatives(struct store *s, int64_t family, bool *out, struct fault *f)
{
	return says_yes(s, &relatives, FAMILY(family), out, f);
}

bool glass_open(struct store *s, int64_t user, int64_t now, struct arena *mem, struct access_event_list *out,
		struct fault *f)
{
	return store_select(s, &open_events, PARAMETERS(PARAMETER_ID("user", user), PARAMETER_INTEGER("now", now)),
			    &events, mem, out, f);
}
