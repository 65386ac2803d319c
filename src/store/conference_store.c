/* Conferences in the case file: one row each, their children, sittings and history. */
#include "store/conference_store.h"

#include "answer.h"
#include "child_columns.h"
#include "person_columns.h"
#include "statement_list.h"

#include <string.h>

#define NAMED_CONFERENCE(where)                                                                                        \
	"SELECT c.id, c.family_id, c.enquiry_id, c.earlier_id, c.reference, c.type, c.state, c.source, c.policy,"      \
	" c.requested_on, c.transfer_notified_on, c.transfer_referred_on, c.transfer_accepted_on, "                    \
	"c.transfer_moved_on,"                                                                                         \
	" c.reason, c.social_worker, c.social_worker_id, c.interpreter, c.signing, c.access, c.sittings, c.avoid,"     \
	" c.held_on, c.starts, c.minutes, c.chair_id, c.room_id, c.minute_taker_id, chair.name AS chair,"              \
	" meeting_room.name AS room, minute_taker.name AS minute_taker, c.place, c.late_reason, c.late_agreed_by, "    \
	"c.interim_plan,"                                                                                              \
	" c.version FROM conference AS c LEFT JOIN resource AS chair ON chair.id = c.chair_id"                         \
	" LEFT JOIN resource AS meeting_room ON meeting_room.id = c.room_id"                                           \
	" LEFT JOIN resource AS minute_taker ON minute_taker.id = c.minute_taker_id " where
#define NEWEST_FIRST " ORDER BY c.held_on IS NOT NULL, c.held_on DESC, c.starts DESC, c.id DESC"

static const struct statement conference_add = {
	"INSERT INTO conference (reference, family_id, enquiry_id, earlier_id, type, state, source, policy, "
	"requested_on,"
	" transfer_notified_on, transfer_referred_on, transfer_accepted_on, transfer_moved_on, reason, social_worker,"
	" social_worker_id, interpreter, signing, access, sittings, avoid, held_on, starts, minutes, chair_id, room_id,"
	" minute_taker_id, place, late_reason, late_agreed_by, interim_plan) VALUES (:reference, :family_id, "
	":enquiry_id, "
	":earlier_id,"
	" :type, :state, :source, :policy, :requested_on, :transfer_notified_on, :transfer_referred_on,"
	" :transfer_accepted_on, :transfer_moved_on, :reason, :social_worker, :social_worker_id, :interpreter, "
	":signing,"
	" :access, :sittings, :avoid, :held_on, :starts, :minutes, :chair_id, :room_id, :minute_taker_id, :place,"
	" :late_reason, :late_agreed_by, :interim_plan)",
	true};
static const struct statement conference_update = {
	"UPDATE conference SET enquiry_id = :enquiry_id, earlier_id = :earlier_id, type = :type, state = :state,"
	" source = :source, policy = :policy, requested_on = :requested_on, transfer_notified_on = "
	":transfer_notified_on,"
	" transfer_referred_on = :transfer_referred_on, transfer_accepted_on = :transfer_accepted_on,"
	" transfer_moved_on = :transfer_moved_on, reason = :reason, social_worker = :social_worker,"
	" social_worker_id = :social_worker_id, interpreter = :interpreter, signing = :signing, access = :access,"
	" sittings = :sittings, avoid = :avoid, held_on = :held_on, starts = :starts, minutes = :minutes,"
	" chair_id = :chair_id, room_id = :room_id, minute_taker_id = :minute_taker_id, place = :place,"
	" late_reason = :late_reason, late_agreed_by = :late_agreed_by, interim_plan = :interim_plan, version = "
	"version + 1"
	" WHERE id = :id AND version = :version",
	true};
static const struct statement child_add = {
	"INSERT OR IGNORE INTO conference_child (conference_id, person_id) VALUES (:conference, :person)", true};
static const struct statement child_delete = {
	"DELETE FROM conference_child WHERE conference_id = :conference AND person_id = :person", true};
static const struct statement by_id = {NAMED_CONFERENCE("WHERE c.id = :id"), true};
static const struct statement by_reference = {"SELECT id FROM conference WHERE reference = :reference", true};
static const struct statement of_family = {NAMED_CONFERENCE("WHERE c.family_id = :family" NEWEST_FIRST), true};
static const struct statement of_enquiry = {NAMED_CONFERENCE("WHERE c.enquiry_id = :enquiry" NEWEST_FIRST), true};
static const struct statement of_person = {
	NAMED_CONFERENCE(
		"WHERE c.id IN (SELECT conference_id FROM conference_child WHERE person_id = :person)" NEWEST_FIRST),
	true};
static const struct statement held_on = {"SELECT id FROM conference WHERE family_id = :family AND held_on = :day AND "
					 "type = :type AND state <> 'cancelled'"
					 " ORDER BY id",
					 true};
static const struct statement last_held = {
	NAMED_CONFERENCE(
		"WHERE c.family_id = :family AND c.held_on <= :day AND c.state IN ('decided', 'record_drafted',"
		" 'record_approved', 'distributed', 'closed', 'challenged') ORDER BY c.held_on DESC, c.id DESC LIMIT "
		"1"),
	true};
static const struct statement children_of = {"SELECT " CHILD_COLUMNS
					     " FROM conference_child AS c JOIN person AS p ON p.id = c.person_id"
					     " WHERE c.conference_id = :conference" OLDEST_FIRST,
					     true};
static const struct statement sitting_add = {"INSERT INTO sitting (conference_id, position, starts, minutes, who)"
					     " VALUES (:conference_id, :position, :starts, :minutes, :who)",
					     true};
static const struct statement sittings_delete = {"DELETE FROM sitting WHERE conference_id = :conference", true};
static const struct statement sittings_read = {
	"SELECT conference_id, position, starts, minutes, who FROM sitting WHERE conference_id = :conference"
	" ORDER BY position",
	true};
static const struct statement change_add = {
	"INSERT INTO conference_change (conference_id, at, by_user, step, "
	"from_state, to_state, from_slot, to_slot, reason,"
	" agreed_by, interim_plan) VALUES (:conference_id, :at, :by_user, :step, :from_state, "
	":to_state, :from_slot, :to_slot, :reason,"
	" :agreed_by, :interim_plan)",
	true};
static const struct statement changes_read = {
	"SELECT id, conference_id, at, by_user, step, from_state, to_state, from_slot, to_slot, reason, agreed_by,"
	" interim_plan FROM conference_change WHERE conference_id = :conference ORDER BY id DESC",
	true};

const struct statement *const conference_statements[] = {
	&conference_add,  &conference_update, &child_add,  &by_id,        &by_reference, &of_family,
	&of_enquiry,      &of_person,         &held_on,    &last_held,    &children_of,  &sitting_add,
	&sittings_delete, &sittings_read,     &change_add, &changes_read, &child_delete, NULL,
};

static const char *type_token(int value)
{
	return conference_type_token((enum conference_type)value);
}

static const char *state_token(int value)
{
	return conference_state_token((enum conference_state)value);
}

static const char *source_token(int value)
{
	return record_source_token((enum record_source)value);
}

static const struct token_words types = {type_token, CONFERENCE_TYPE_COUNT};
static const struct token_words states = {state_token, CONFERENCE_STATE_COUNT};
static const struct token_words sources = {source_token, SOURCE_DEMO + 1};

static const struct column conference_columns[] = {
	COLUMN(struct conference, id, ID),
	COLUMN(struct conference, family_id, ID),
	COLUMN(struct conference, enquiry_id, ID),
	COLUMN(struct conference, earlier_id, ID),
	COLUMN(struct conference, reference, TEXT),
	COLUMN_AS(struct conference, type, types),
	COLUMN_AS(struct conference, state, states),
	COLUMN_AS(struct conference, source, sources),
	COLUMN(struct conference, policy, TEXT),
	COLUMN(struct conference, requested_on, DAY),
	COLUMN(struct conference, transfer_notified_on, DAY),
	COLUMN(struct conference, transfer_referred_on, DAY),
	COLUMN(struct conference, transfer_accepted_on, DAY),
	COLUMN(struct conference, transfer_moved_on, DAY),
	COLUMN(struct conference, reason, TEXT),
	COLUMN(struct conference, social_worker, TEXT),
	COLUMN(struct conference, social_worker_id, ID),
	COLUMN(struct conference, interpreter, TEXT),
	COLUMN(struct conference, signing, TEXT),
	COLUMN(struct conference, access, TEXT),
	COLUMN(struct conference, sittings, TEXT),
	COLUMN(struct conference, avoid, TEXT),
	COLUMN(struct conference, held_on, DAY),
	COLUMN(struct conference, starts, OPTIONAL_INT),
	COLUMN(struct conference, minutes, OPTIONAL_INT),
	COLUMN(struct conference, chair_id, ID),
	COLUMN(struct conference, room_id, ID),
	COLUMN(struct conference, minute_taker_id, ID),
	COLUMN(struct conference, chair, TEXT),
	COLUMN(struct conference, room, TEXT),
	COLUMN(struct conference, minute_taker, TEXT),
	COLUMN(struct conference, place, TEXT),
	COLUMN(struct conference, late_reason, TEXT),
	COLUMN(struct conference, late_agreed_by, TEXT),
	COLUMN(struct conference, interim_plan, TEXT),
	COLUMN(struct conference, version, INTEGER),
};
static const struct column_list conference_list_columns = COLUMN_LIST(struct conference, conference_columns);

static const struct column child_columns[] = {
	COLUMN(struct person, id, ID),
	PERSON_COLUMNS(struct person, ),
	COLUMN(struct person, version, INTEGER),
};
const struct column_list child_column_list = COLUMN_LIST(struct person, child_columns);

static const struct column sitting_columns[] = {
	COLUMN(struct sitting, conference_id, ID), COLUMN(struct sitting, position, INT),
	COLUMN(struct sitting, starts, INT),       COLUMN(struct sitting, minutes, INT),
	COLUMN(struct sitting, who, TEXT),
};
static const struct column_list sitting_list_columns = COLUMN_LIST(struct sitting, sitting_columns);

static const struct column change_columns[] = {
	COLUMN(struct conference_change, id, ID),
	COLUMN(struct conference_change, conference_id, ID),
	COLUMN(struct conference_change, at, INTEGER),
	COLUMN(struct conference_change, by_user, TEXT),
	COLUMN(struct conference_change, step, TEXT),
	COLUMN_AS(struct conference_change, from_state, states),
	COLUMN_AS(struct conference_change, to_state, states),
	COLUMN(struct conference_change, from_slot, TEXT),
	COLUMN(struct conference_change, to_slot, TEXT),
	COLUMN(struct conference_change, reason, TEXT),
	COLUMN(struct conference_change, agreed_by, TEXT),
	COLUMN(struct conference_change, interim_plan, TEXT),
};
static const struct column_list change_list_columns = COLUMN_LIST(struct conference_change, change_columns);

bool conference_insert(struct store *s, struct conference *conference, struct fault *f)
{
	if (!store_change(s, &conference_add, &conference_list_columns, conference, NULL, NULL, f))
		return false;
	conference->id = store_last_id(s);
	conference->version = 1;
	return true;
}

bool conference_save(struct store *s, struct conference *conference, struct fault *f)
{
	int64_t changed;

	return store_change(s, &conference_update, &conference_list_columns, conference, NULL, &changed, f) &&
	       answer_saved(changed, &conference->version, conference->reference, f);
}

bool conference_child_insert(struct store *s, int64_t conference, int64_t person, struct fault *f)
{
	return store_change(s, &child_add, NULL, NULL,
			    PARAMETERS(PARAMETER_ID("conference", conference), PARAMETER_ID("person", person)), NULL,
			    f);
}

bool conference_child_drop(struct store *s, int64_t conference, int64_t person, struct fault *f)
{
	return store_change(s, &child_delete, NULL, NULL,
			    PARAMETERS(PARAMETER_ID("conference", conference), PARAMETER_ID("person", person)), NULL,
			    f);
}

bool conference_by_id(struct store *s, int64_t id, struct arena *mem, struct conference *out, struct fault *f)
{
	struct fault found = {0};

	return store_select_one(s, &by_id, PARAMETERS(PARAMETER_ID("id", id)), &conference_list_columns, mem, out,
				&found) ||
	       answer_not_found(&found, f, "This conference is not in the case file any more. Find it again by name.");
}

bool conference_by_reference(struct store *s, const char *reference, int64_t *out, struct fault *f)
{
	return store_select_number(s, &by_reference, PARAMETERS(PARAMETER_TEXT("reference", reference)), 0, out, f);
}

bool conferences_of_family(struct store *s, int64_t family, struct arena *mem, struct conference_list *out,
			   struct fault *f)
{
	return store_select(s, &of_family, PARAMETERS(PARAMETER_ID("family", family)), &conference_list_columns, mem,
			    out, f);
}

bool conferences_of_person(struct store *s, int64_t person, struct arena *mem, struct conference_list *out,
			   struct fault *f)
{
	return store_select(s, &of_person, PARAMETERS(PARAMETER_ID("person", person)), &conference_list_columns, mem,
			    out, f);
}

bool conferences_of_enquiry(struct store *s, int64_t enquiry, struct arena *mem, struct conference_list *out,
			    struct fault *f)
{
	return store_select(s, &of_enquiry, PARAMETERS(PARAMETER_ID("enquiry", enquiry)), &conference_list_columns, mem,
			    out, f);
}

bool conference_held_on(struct store *s, enum conference_type type, int64_t family, day_number day, int64_t *out,
			struct fault *f)
{
	return store_select_number(s, &held_on,
				   PARAMETERS(PARAMETER_ID("family", family), PARAMETER_DAY("day", day),
					      PARAMETER_TEXT("type", conference_type_token(type))),
				   0, out, f);
}

bool conference_children(struct store *s, int64_t conference, struct arena *mem, struct person_list *out,
			 struct fault *f)
{
	return store_select(s, &children_of, PARAMETERS(PARAMETER_ID("conference", conference)), &child_column_list,
			    mem, out, f);
}

bool conference_last_held(struct store *s, int64_t family, day_number day, struct arena *mem, struct conference *out,
			  struct fault *f)
{
	struct conference_list list;

	memset(out, 0, sizeof *out);
	if (!store_select(s, &last_held, PARAMETERS(PARAMETER_ID("family", family), PARAMETER_DAY("day", day)),
			  &conference_list_columns, mem, &list, f))
		return false;
	if (list.count > 0)
		*out = list.items[0];
	return true;
}

bool sitting_insert(struct store *s, const struct sitting *sitting, struct fault *f)
{
	return store_change(s, &sitting_add, &sitting_list_columns, sitting, NULL, NULL, f);
}

bool sittings_drop(struct store *s, int64_t conference, struct fault *f)
{
	return store_change(s, &sittings_delete, NULL, NULL, PARAMETERS(PARAMETER_ID("conference", conference)), NULL,
			    f);
}

bool sittings_of(struct store *s, int64_t conference, struct arena *mem, struct sitting_list *out, struct fault *f)
{
	return store_select(s, &sittings_read, PARAMETERS(PARAMETER_ID("conference", conference)),
			    &sitting_list_columns, mem, out, f);
}

bool conference_change_insert(struct store *s, const struct conference_change *change, struct fault *f)
{
	return store_change(s, &change_add, &change_list_columns, change, NULL, NULL, f);
}

bool conference_changes_of(struct store *s, int64_t conference, struct arena *mem, struct conference_change_list *out,
			   struct fault *f)
{
	return store_select(s, &changes_read, PARAMETERS(PARAMETER_ID("conference", conference)), &change_list_columns,
			    mem, out, f);
}
