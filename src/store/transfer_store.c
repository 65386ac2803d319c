/* Moves of children between authorities: the move, its children, what was done about it. */
#include "store/transfer_store.h"
#include "answer.h"
#include "may_see.h"
#include "statement_list.h"
#include "token_words.h"

TOKENS(transfer_direction, TRANSFER_DIRECTION_COUNT)
TOKENS(transfer_stay, TRANSFER_STAY_COUNT)
TOKENS(transfer_state, TRANSFER_STATE_COUNT)
TOKENS(transfer_step, TRANSFER_STEP_COUNT)

static const struct column transfer_columns[] = {
	COLUMN(struct transfer, id, ID),
	COLUMN(struct transfer, family_id, ID),
	COLUMN(struct transfer, conference_id, ID),
	COLUMN(struct transfer, reference, TEXT),
	COLUMN_AS(struct transfer, direction, transfer_direction_tokens),
	COLUMN_AS(struct transfer, stay, transfer_stay_tokens),
	COLUMN_AS(struct transfer, state, transfer_state_tokens),
	COLUMN(struct transfer, authority, TEXT),
	COLUMN(struct transfer, contact, TEXT),
	COLUMN(struct transfer, address, TEXT),
	COLUMN(struct transfer, kept_from, TEXT),
	COLUMN(struct transfer, notified_on, DAY),
	COLUMN(struct transfer, moved_on, DAY),
	COLUMN(struct transfer, home_on, DAY),
	COLUMN(struct transfer, until_on, DAY),
	COLUMN(struct transfer, papers, INT),
	COLUMN(struct transfer, accepted_on, DAY),
	COLUMN(struct transfer, held_on, DAY),
	COLUMN(struct transfer, version, INTEGER),
};
static const struct column_list transfers = COLUMN_LIST(struct transfer, transfer_columns);

static const struct column note_columns[] = {
	COLUMN(struct transfer_note, id, ID),
	COLUMN(struct transfer_note, transfer_id, ID),
	COLUMN(struct transfer_note, at, INTEGER),
	COLUMN(struct transfer_note, by_user, TEXT),
	COLUMN_AS(struct transfer_note, step, transfer_step_tokens),
	COLUMN(struct transfer_note, day, DAY),
	COLUMN(struct transfer_note, words, TEXT),
};
static const struct column_list notes = COLUMN_LIST(struct transfer_note, note_columns);

static const struct column child_columns[] = {{"person_id", COLUMN_ID, 0, NULL}};
static const struct column_list children = COLUMN_LIST(int64_t, child_columns);

#define MEMBERS                                                                                                        \
	"family_id, conference_id, reference, direction, stay, state, authority, contact, address, kept_from, "        \
	"notified_on, moved_on, home_on, until_on, papers, accepted_on, held_on"
#define ALL "SELECT id, " MEMBERS ", version FROM transfer "

static const struct statement add = {
	"INSERT INTO transfer (" MEMBERS ") VALUES (:family_id, :conference_id, "
	":reference, :direction, :stay, :state, :authority, :contact, :address, "
	":kept_from, :notified_on, :moved_on, :home_on, :until_on, :papers, :accepted_on, :held_on)",
	true};
static const struct statement save = {
	"UPDATE transfer SET conference_id = :conference_id, stay = :stay, state = :state, authority = :authority, "
	"contact = :contact, address = :address, kept_from = :kept_from, notified_on = :notified_on, "
	"moved_on = :moved_on, home_on = :home_on, until_on = :until_on, papers = :papers, accepted_on = :accepted_on, "
	"held_on = :held_on, version = version + 1 "
	"WHERE id = :id AND version = :version",
	true};
static const struct statement by_id = {ALL "WHERE id = :id", true};
static const struct statement by_reference = {"SELECT id FROM transfer WHERE reference = :reference", true};
static const struct statement of_conference = {ALL "WHERE conference_id = :conference ORDER BY id DESC", true};
#define IN_ORDER                                                                                                       \
	"ORDER BY state <> 'open', CASE state WHEN 'open' THEN notified_on END, notified_on DESC, id DESC LIMIT :most"
static const struct statement of_family = {ALL "WHERE family_id = :family AND " MAY_SEE_ID(
						   "family_id") " AND (NOT :only_open OR state = 'open') " IN_ORDER,
					   true};
static const struct statement all_open = {
	ALL "WHERE state = 'open' AND " MAY_SEE_ID("family_id") " ORDER BY notified_on, id LIMIT :most", true};
static const struct statement all = {ALL "WHERE " MAY_SEE_ID("family_id") " " IN_ORDER,
				     false}; /* the whole list, which is short */
static const struct statement open_of = {
	"SELECT t.id, family_id, conference_id, reference, direction, stay, state, authority, contact, address, "
	"kept_from, notified_on, moved_on, home_on, until_on, papers, accepted_on, held_on, version FROM "
	"transfer_child AS c JOIN transfer "
	"AS t ON t.id = c.transfer_id WHERE c.person_id = :person AND t.state = 'open' AND t.direction = :direction "
	"ORDER BY t.id DESC",
	true};

static const struct statement add_child = {
	"INSERT INTO transfer_child (transfer_id, person_id) VALUES (:transfer, :person)", true};
static const struct statement children_of = {
	"SELECT person_id FROM transfer_child WHERE transfer_id = :transfer ORDER BY person_id", true};
static const struct statement add_note = {
	"INSERT INTO transfer_step (transfer_id, at, by_user, step, day, words) VALUES (:transfer_id, :at, :by_user, "
	":step, :day, :words)",
	true};
static const struct statement notes_of = {
	"SELECT id, transfer_id, at, by_user, step, day, words FROM transfer_step WHERE transfer_id = :transfer "
	"ORDER BY id",
	true};

const struct statement *const transfer_statements[] = {
	&add,     &save,      &by_id,       &of_conference, &of_family,    &all_open, &all,
	&open_of, &add_child, &children_of, &add_note,      &by_reference, &notes_of, NULL};

bool transfer_insert(struct store *s, struct transfer *transfer, struct fault *f)
{
	if (!store_change(s, &add, &transfers, transfer, NULL, NULL, f))
		return false;
	transfer->id = store_last_id(s);
	transfer->version = 1;
	return true;
}

bool transfer_save(struct store *s, struct transfer *transfer, struct fault *f)
{
	int64_t changed;

	return store_change(s, &save, &transfers, transfer, NULL, &changed, f) &&
	       answer_saved(changed, &transfer->version, transfer->reference, f);
}

bool transfer_by_id(struct store *s, int64_t id, struct arena *mem, struct transfer *out, struct fault *f)
{
	struct fault found = {0};

	return store_select_one(s, &by_id, PARAMETERS(PARAMETER_ID("id", id)), &transfers, mem, out, &found) ||
	       answer_not_found(&found, f, "This move is not in the case file any more. Open the list of moves again.");
}

bool transfers_of(struct store *s, int64_t user, int64_t family, bool only_open, int most, struct arena *mem,
		  struct transfer_list *out, struct fault *f)
{
	if (family)
		return store_select(s, &of_family,
				    PARAMETERS(PARAMETER_ID("user", user), PARAMETER_ID("family", family),
					       PARAMETER_INTEGER("only_open", only_open),
					       PARAMETER_INTEGER("most", most)),
				    &transfers, mem, out, f);
	return store_select(s, only_open ? &all_open : &all,
			    PARAMETERS(PARAMETER_ID("user", user), PARAMETER_INTEGER("most", most)), &transfers, mem,
			    out, f);
}

static bool first_of(struct transfer_list *found, struct transfer *out)
{
	*out = found->count ? found->items[0] : transfer_blank();
	return true;
}

bool transfer_of_conference(struct store *s, int64_t conference, struct arena *mem, struct transfer *out,
			    struct fault *f)
{
	struct transfer_list found;

	return store_select(s, &of_conference, PARAMETERS(PARAMETER_ID("conference", conference)), &transfers, mem,
			    &found, f) &&
	       first_of(&found, out);
}

bool transfer_open_of(struct store *s, int64_t person, enum transfer_direction direction, struct arena *mem,
		      struct transfer *out, struct fault *f)
{
	struct transfer_list found;

	return store_select(s, &open_of,
			    PARAMETERS(PARAMETER_ID("person", person),
				       PARAMETER_TEXT("direction", transfer_direction_token(direction))),
			    &transfers, mem, &found, f) &&
	       first_of(&found, out);
}

bool transfer_child_insert(struct store *s, int64_t transfer, int64_t person, struct fault *f)
{
	return store_change(s, &add_child, NULL, NULL,
			    PARAMETERS(PARAMETER_ID("transfer", transfer), PARAMETER_ID("person", person)), NULL, f);
}

bool transfer_children(struct store *s, int64_t transfer, struct arena *mem, struct transfer_child_list *out,
		       struct fault *f)
{
	return store_select(s, &children_of, PARAMETERS(PARAMETER_ID("transfer", transfer)), &children, mem, out, f);
}

bool transfer_note_insert(struct store *s, struct transfer_note *note, struct fault *f)
{
	if (!store_change(s, &add_note, &notes, note, NULL, NULL, f))
		return false;
	note->id = store_last_id(s);
	return true;
}

bool transfer_notes_of(struct store *s, int64_t transfer, struct arena *mem, struct transfer_note_list *out,
		       struct fault *f)
{
	return store_select(s, &notes_of, PARAMETERS(PARAMETER_ID("transfer", transfer)), &notes, mem, out, f);
}

bool transfer_by_reference(struct store *s, const char *reference, int64_t *out, struct fault *f)
{
	return store_select_number(s, &by_reference, PARAMETERS(PARAMETER_TEXT("reference", reference)), 0, out, f);
}
