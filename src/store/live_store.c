/* What is written down while a conference is held: how it goes, ticks, attendance, notes. */
#include "store/live_store.h"

#include "keep.h"
#include "live_tokens.h"
#include "statement_list.h"
#include "store/view_store.h"

#define OF_CONFERENCE " WHERE conference_id = :conference"

static const struct column state_columns[] = {
	COLUMN(struct live_state, conference_id, ID),
	COLUMN(struct live_state, started_at, INTEGER),
	COLUMN(struct live_state, closed_at, INTEGER),
	COLUMN(struct live_state, format, TEXT),
	COLUMN_AS(struct live_state, quorum, quorum_answer_tokens),
	COLUMN_AS(struct live_state, quorum_exception, quorum_exception_tokens),
	COLUMN(struct live_state, quorum_reason, TEXT),
	COLUMN(struct live_state, interim_plan, TEXT),
	COLUMN(struct live_state, ended_early_why, TEXT),
	COLUMN(struct live_state, review_id, ID),
	COLUMN_AS(struct live_state, step, run_step_tokens),
	COLUMN(struct live_state, version, INTEGER),
};
static const struct column_list states = COLUMN_LIST(struct live_state, state_columns);

static const struct column mark_columns[] = {
	COLUMN(struct run_mark, conference_id, ID),
	COLUMN(struct run_mark, invitee_id, INTEGER), /* 0 is nobody in particular, and part of the key */
	COLUMN_AS(struct run_mark, item, run_item_tokens),
	COLUMN_AS(struct run_mark, answer, opinion_tokens),
	COLUMN(struct run_mark, note, TEXT),
	COLUMN(struct run_mark, by_user, TEXT),
	COLUMN(struct run_mark, at, INTEGER),
	COLUMN(struct run_mark, version, INTEGER),
};
static const struct column_list marks = COLUMN_LIST(struct run_mark, mark_columns);

static const struct column attendance_columns[] = {
	COLUMN(struct attendance, invitee_id, ID),
	COLUMN(struct attendance, conference_id, ID),
	COLUMN_AS(struct attendance, state, attendance_state_tokens),
	COLUMN(struct attendance, came_at, OPTIONAL_INT),
	COLUMN(struct attendance, left_at, OPTIONAL_INT),
	COLUMN(struct attendance, deputy, TEXT),
	COLUMN(struct attendance, note, TEXT),
	COLUMN(struct attendance, by_user, TEXT),
	COLUMN(struct attendance, at, INTEGER),
	COLUMN(struct attendance, version, INTEGER),
};
static const struct column_list attendances = COLUMN_LIST(struct attendance, attendance_columns);

static const struct column note_columns[] = {
	COLUMN(struct live_note, id, ID),
	COLUMN(struct live_note, conference_id, ID),
	COLUMN(struct live_note, person_id, ID),
	COLUMN(struct live_note, heading, TEXT),
	COLUMN(struct live_note, text, TEXT),
	COLUMN(struct live_note, by_user, TEXT),
	COLUMN(struct live_note, is_restricted, BOOL),
	COLUMN(struct live_note, at, INTEGER),
	COLUMN(struct live_note, version, INTEGER),
};
static const struct column_list notes = COLUMN_LIST(struct live_note, note_columns);

static const struct statement state_add = {
	"INSERT INTO live_state (conference_id, started_at, closed_at, format, quorum, quorum_exception, quorum_reason,"
	" interim_plan, ended_early_why, review_id, step) VALUES (:conference_id, :started_at, :closed_at, :format,"
	" :quorum, :quorum_exception, :quorum_reason, :interim_plan, :ended_early_why, :review_id, :step)"
	" ON CONFLICT DO NOTHING",
	true};
static const struct statement state_save = {
	"UPDATE live_state SET started_at = :started_at, closed_at = :closed_at, format = :format, quorum = :quorum,"
	" quorum_exception = :quorum_exception, quorum_reason = :quorum_reason, interim_plan = :interim_plan,"
	" ended_early_why = :ended_early_why, review_id = :review_id, step = :step, version = version + 1"
	" WHERE conference_id = :conference_id AND version = :version",
	true};
static const struct statement state_of = {
	"SELECT conference_id, started_at, closed_at, format, quorum, quorum_exception, quorum_reason, interim_plan,"
	" ended_early_why, review_id, step, version FROM live_state" OF_CONFERENCE,
	true};

static const struct statement mark_add = {
	"INSERT INTO run_mark (conference_id, invitee_id, item, answer, note, by_user, at) VALUES (:conference_id,"
	" :invitee_id, :item, :answer, :note, :by_user, :at) ON CONFLICT DO NOTHING",
	true};
static const struct statement mark_save = {
	"UPDATE run_mark SET answer = :answer, note = :note, by_user = :by_user, at = :at, version = version + 1"
	" WHERE conference_id = :conference_id AND invitee_id = :invitee_id AND item = :item AND version = :version",
	true};
static const struct statement marks_read = {
	"SELECT conference_id, invitee_id, item, answer, note, by_user, at, version FROM run_mark" OF_CONFERENCE
	" ORDER BY invitee_id, item",
	true};

static const struct statement attendance_add = {
	"INSERT INTO attendance (invitee_id, conference_id, state, came_at, left_at, deputy, note, by_user, at) VALUES"
	" (:invitee_id, :conference_id, :state, :came_at, :left_at, :deputy, :note, :by_user, :at)"
	" ON CONFLICT DO NOTHING",
	true};
static const struct statement attendance_save = {
	"UPDATE attendance SET state = :state, came_at = :came_at, left_at = :left_at, deputy = :deputy, note = :note,"
	" by_user = :by_user, at = :at, version = version + 1 WHERE invitee_id = :invitee_id AND version = :version",
	true};
static const struct statement attendances_read = {
	"SELECT invitee_id, conference_id, state, came_at, left_at, deputy, note, by_user, at, version"
	" FROM attendance" OF_CONFERENCE " ORDER BY invitee_id",
	true};

static const struct statement note_add = {
	"INSERT INTO live_note (conference_id, person_id, heading, is_restricted, text, by_user, at) VALUES"
	" (:conference_id, :person_id, :heading, :is_restricted, :text, :by_user, :at) ON CONFLICT DO NOTHING",
	true};
static const struct statement note_save = {
	"UPDATE live_note SET text = :text, by_user = :by_user, at = :at, version = version + 1"
	" WHERE id = :id AND version = :version",
	true};
static const struct statement notes_read = {"SELECT id, conference_id, person_id, heading, is_restricted, text, "
					    "by_user, at, version FROM live_note" OF_CONFERENCE
					    " ORDER BY heading, coalesce(person_id, 0), is_restricted",
					    true};

/* Twenty are more than a child's whole life holds: the line ends, were it ever tied in a ring. */
static const struct statement without_quorum = {
	"WITH RECURSIVE earlier (id, quorum, back) AS (SELECT e.conference_id, e.quorum, 1 FROM conference AS c"
	" JOIN live_state AS e ON e.conference_id = c.earlier_id WHERE c.id = :conference"
	" UNION ALL SELECT e.conference_id, e.quorum, back + 1 FROM earlier CROSS JOIN conference AS c ON c.id = "
	"earlier.id"
	" CROSS JOIN live_state AS e ON e.conference_id = c.earlier_id"
	" WHERE earlier.quorum IN ('proceeded', 'interim_plan') AND back < 20)"
	" SELECT count(*) FROM earlier WHERE quorum = 'proceeded'",
	true};

const struct statement *const live_statements[] = {
	&state_add,       &state_save,       &state_of, &mark_add,  &mark_save,  &marks_read,     &attendance_add,
	&attendance_save, &attendances_read, &note_add, &note_save, &notes_read, &without_quorum, NULL};

bool live_state_keep(struct store *s, struct live_state *state, struct fault *f)
{
	static const struct keeping how = {&state_add, &state_save, "how this conference stands"};

	return keep_row(s, &how, &states, state, &state->version, f);
}

bool run_mark_keep(struct store *s, struct run_mark *mark, struct fault *f)
{
	static const struct keeping how = {&mark_add, &mark_save, "this tick"};

	return keep_row(s, &how, &marks, mark, &mark->version, f);
}

bool attendance_keep(struct store *s, struct attendance *attendance, struct fault *f)
{
	static const struct keeping how = {&attendance_add, &attendance_save, "how this person was there"};

	return keep_row(s, &how, &attendances, attendance, &attendance->version, f);
}

bool live_note_keep(struct store *s, struct live_note *note, struct fault *f)
{
	static const struct keeping how = {&note_add, &note_save, "this note"};

	return keep_row_by_id(s, &how, &notes, note, &note->id, &note->version, f);
}

bool live_state_of(struct store *s, int64_t conference, struct arena *mem, struct live_state *out, struct fault *f)
{
	struct fault why = {0};

	*out = live_state_blank();
	if (store_select_one(s, &state_of, PARAMETERS(PARAMETER_ID("conference", conference)), &states, mem, out, &why))
		return true;
	*out = live_state_blank();
	out->conference_id = conference;
	if (why.code != FAULT_NOT_FOUND && f)
		*f = why;
	return why.code == FAULT_NOT_FOUND;
}

bool run_marks_of(struct store *s, int64_t conference, struct arena *mem, struct run_mark_list *out, struct fault *f)
{
	return store_select(s, &marks_read, PARAMETERS(PARAMETER_ID("conference", conference)), &marks, mem, out, f);
}

bool attendances_of(struct store *s, int64_t conference, struct arena *mem, struct attendance_list *out,
		    struct fault *f)
{
	return store_select(s, &attendances_read, PARAMETERS(PARAMETER_ID("conference", conference)), &attendances, mem,
			    out, f);
}

bool live_notes_of(struct store *s, int64_t conference, struct arena *mem, struct live_note_list *out, struct fault *f)
{
	return store_select(s, &notes_read, PARAMETERS(PARAMETER_ID("conference", conference)), &notes, mem, out, f);
}

bool live_of(struct store *s, int64_t conference, struct arena *mem, struct live *out, struct fault *f)
{
	return live_state_of(s, conference, mem, &out->state, f) && run_marks_of(s, conference, mem, &out->marks, f) &&
	       attendances_of(s, conference, mem, &out->attendances, f) &&
	       live_notes_of(s, conference, mem, &out->notes, f) && views_of(s, conference, mem, &out->views, f) &&
	       child_decisions_of(s, conference, mem, &out->decisions, f) &&
	       recommendations_of(s, conference, mem, &out->recommendations, f);
}

bool live_held_without_quorum(struct store *s, int64_t conference, int *out, struct fault *f)
{
	int64_t count;

	if (!store_select_number(s, &without_quorum, PARAMETERS(PARAMETER_ID("conference", conference)), 0, &count, f))
		return false;
	*out = (int)count;
	return true;
}
