/* How a letter's way to its reader goes: each attempt a state that only one sender can take on. */
#include "store/letter_store.h"

#include "answer.h"
#include "invitation_tokens.h"
#include "statement_list.h"

static const struct column delivery_columns[] = {
	COLUMN(struct delivery, id, ID),
	COLUMN(struct delivery, letter_id, ID),
	COLUMN_AS(struct delivery, method, invite_method_tokens),
	COLUMN_AS(struct delivery, state, delivery_state_tokens),
	COLUMN(struct delivery, address, TEXT),
	COLUMN(struct delivery, said, TEXT),
	COLUMN(struct delivery, message_id, TEXT),
	COLUMN(struct delivery, by_user, TEXT),
	COLUMN(struct delivery, queued_at, INTEGER),
	COLUMN(struct delivery, next_at, INTEGER),
	COLUMN(struct delivery, settled_at, ID),
	COLUMN(struct delivery, attempts, INT),
};
static const struct column_list deliveries = COLUMN_LIST(struct delivery, delivery_columns);

static const struct statement delivery_add = {
	"INSERT INTO delivery (letter_id, method, address, state, queued_at, next_at, attempts, settled_at, said,"
	" message_id, by_user) VALUES (:letter_id, :method, :address, :state, :queued_at, :next_at, :attempts,"
	" :settled_at, :said, :message_id, :by_user)",
	true};
static const struct statement delivery_update = {
	"UPDATE delivery SET method = :method, address = :address, state = :state, queued_at = :queued_at,"
	" next_at = :next_at, attempts = :attempts, settled_at = :settled_at, said = :said, message_id = :message_id,"
	" by_user = :by_user WHERE id = :id AND state = :was",
	true};
static const struct statement by_id = {
	"SELECT id, letter_id, method, state, address, said, message_id, by_user, queued_at, next_at, settled_at,"
	" attempts FROM delivery WHERE id = :id",
	true};
static const struct statement count_of_letter = {"SELECT count(*) FROM delivery WHERE letter_id = :letter", true};
static const struct statement left_behind = {
	"UPDATE delivery SET state = 'unsure', settled_at = :now,"
	" said = 'The sending was cut off: find out whether it arrived before sending it again.'"
	" WHERE state IN ('waiting', 'sending') AND state = 'sending'",
	true};

const struct statement *const delivery_statements[] = {&delivery_add,    &delivery_update, &by_id,
						       &count_of_letter, &left_behind,     NULL};

bool delivery_insert(struct store *s, struct delivery *delivery, struct fault *f)
{
	if (!store_change(s, &delivery_add, &deliveries, delivery, NULL, NULL, f))
		return false;
	delivery->id = store_last_id(s);
	return true;
}

bool delivery_save(struct store *s, const struct delivery *delivery, enum delivery_state was, struct fault *f)
{
	int64_t changed;

	if (!store_change(s, &delivery_update, &deliveries, delivery,
			  PARAMETERS(PARAMETER_TEXT("was", delivery_state_token(was))), &changed, f))
		return false;
	return changed == 1 ||
	       fault_set(f, FAULT_CONFLICT, "The sending of this letter went on in the meantime. Look at it again.");
}

bool delivery_by_id(struct store *s, int64_t id, struct arena *mem, struct delivery *out, struct fault *f)
{
	struct fault found = {0};

	return store_select_one(s, &by_id, PARAMETERS(PARAMETER_ID("id", id)), &deliveries, mem, out, &found) ||
	       answer_not_found(
		       &found, f,
		       "The sending of this letter is not in the case file any more. Open the conference again.");
}

bool deliveries_of_letter(struct store *s, int64_t letter, int64_t *count, struct fault *f)
{
	return store_select_number(s, &count_of_letter, PARAMETERS(PARAMETER_ID("letter", letter)), 0, count, f);
}

bool deliveries_left_behind(struct store *s, int64_t now, int64_t *count, struct fault *f)
{
	return store_change(s, &left_behind, NULL, NULL, PARAMETERS(PARAMETER_INTEGER("now", now)), count, f);
}
