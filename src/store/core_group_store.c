/* Core groups: who is in them and when they meet. */
#include "store/core_group_store.h"

#include "answer.h"
#include "keep.h"
#include "live_tokens.h"
#include "shown_name.h"
#include "statement_list.h"

static const struct column group_columns[] = {
	COLUMN(struct core_group, id, ID),
	COLUMN(struct core_group, family_id, ID),
	COLUMN(struct core_group, conference_id, ID),
	COLUMN(struct core_group, lead, TEXT),
	COLUMN(struct core_group, version, INTEGER),
};
static const struct column_list groups = COLUMN_LIST(struct core_group, group_columns);

/* A member as it is read, with the parts of the name. The member stands first, so that one table of columns serves
 * both. */
struct member_read {
	struct core_group_member member;
	struct shown shown;
};
_Static_assert(offsetof(struct member_read, member) == 0, "the columns of a member fit both");
struct member_read_list {
	struct member_read *items;
	size_t count, room;
};

static const struct column member_columns[] = {
	COLUMN(struct core_group_member, id, ID),
	COLUMN(struct core_group_member, core_group_id, ID),
	COLUMN(struct core_group_member, person_id, ID),
	COLUMN(struct core_group_member, contact_id, ID),
	COLUMN(struct core_group_member, name, TEXT),
	COLUMN(struct core_group_member, role, TEXT),
	COLUMN(struct core_group_member, since, DAY),
	COLUMN(struct core_group_member, until, DAY),
	COLUMN(struct core_group_member, left_why, TEXT),
	COLUMN(struct core_group_member, version, INTEGER),
	COLUMN(struct core_group_member, shown_agency, TEXT),
	SHOWN_COLUMNS(struct member_read, shown.),
};
static const struct column_list members = COLUMN_LIST(struct member_read, member_columns);

static const struct column meeting_columns[] = {
	COLUMN(struct core_group_meeting, id, ID),
	COLUMN(struct core_group_meeting, core_group_id, ID),
	COLUMN(struct core_group_meeting, day, DAY),
	COLUMN(struct core_group_meeting, starts, OPTIONAL_INT),
	COLUMN(struct core_group_meeting, minutes, OPTIONAL_INT),
	COLUMN(struct core_group_meeting, place, TEXT),
	COLUMN(struct core_group_meeting, late_reason, TEXT),
	COLUMN_AS(struct core_group_meeting, state, core_group_meeting_state_tokens),
	COLUMN(struct core_group_meeting, why, TEXT),
	COLUMN(struct core_group_meeting, cancelled_by, TEXT),
	COLUMN(struct core_group_meeting, moved_from, DAY),
	COLUMN(struct core_group_meeting, moved_why, TEXT),
	COLUMN(struct core_group_meeting, is_without_social_worker, BOOL),
	COLUMN(struct core_group_meeting, is_inquorate, BOOL),
	COLUMN(struct core_group_meeting, was_not_booked, BOOL),
	COLUMN(struct core_group_meeting, notes, TEXT),
	COLUMN(struct core_group_meeting, version, INTEGER),
};
static const struct column_list meetings = COLUMN_LIST(struct core_group_meeting, meeting_columns);

#define GROUP_ROWS "SELECT g.id, g.family_id, g.conference_id, g.lead, g.version FROM core_group AS g "

static const struct statement group_add = {
	"INSERT INTO core_group (family_id, conference_id, lead) VALUES (:family_id, :conference_id, :lead)"
	" ON CONFLICT DO NOTHING",
	true};
static const struct statement group_save = {
	"UPDATE core_group SET lead = :lead, version = version + 1 WHERE id = :id AND version = :version", true};
static const struct statement of_conference = {GROUP_ROWS "WHERE g.conference_id = :conference", true};
static const struct statement of_family = {GROUP_ROWS
					   "LEFT JOIN conference AS c ON c.id = g.conference_id WHERE g.family_id ="
					   " :family ORDER BY c.held_on DESC, c.id DESC",
					   true};

static const struct statement member_add = {
	"INSERT INTO core_group_member (core_group_id, person_id, contact_id, name, role, since, until, left_why) "
	"VALUES"
	" (:core_group_id, :person_id, :contact_id, :name, :role, :since, :until, :left_why)",
	true};
static const struct statement member_save = {
	"UPDATE core_group_member SET person_id = :person_id, contact_id = :contact_id, name = :name, role = :role,"
	" since = :since, until = :until, left_why = :left_why, version = version + 1"
	" WHERE id = :id AND version = :version",
	true};
static const struct statement member_delete = {"DELETE FROM core_group_member WHERE id = :id AND version = :version",
					       true};
static const struct statement members_read = {
	"SELECT m.id, m.core_group_id, m.person_id, m.contact_id, m.name, m.role, m.since, m.until, m.left_why,"
	" m.version, coalesce(k.name, m.name) AS other_name, p.reference AS person_reference,"
	" p.la_child_id AS person_la_child_id, p.surname AS person_surname, p.given_names AS person_given_names,"
	" p.born_on AS person_born_on, p.expected_on AS person_expected_on, a.name AS shown_agency"
	" FROM core_group_member AS m LEFT JOIN person AS p ON p.id = m.person_id"
	" LEFT JOIN contact AS k ON k.id = m.contact_id LEFT JOIN agency AS a ON a.id = k.agency_id"
	" WHERE m.core_group_id = :group ORDER BY m.until IS NOT NULL, m.since, m.id",
	true};

static const struct statement meeting_add = {
	"INSERT INTO core_group_meeting (core_group_id, day, starts, minutes, place, late_reason, state, why,"
	" cancelled_by, moved_from, moved_why, is_without_social_worker, is_inquorate, was_not_booked, notes) VALUES "
	"(:core_group_id,"
	" :day, :starts, :minutes, :place, :late_reason, :state, :why, :cancelled_by, :moved_from, :moved_why,"
	" :is_without_social_worker, :is_inquorate, :was_not_booked, :notes)",
	true};
static const struct statement meeting_save = {
	"UPDATE core_group_meeting SET core_group_id = :core_group_id, day = :day,"
	" starts = :starts, minutes = :minutes, place = :place,"
	" late_reason = :late_reason, state = :state, why = :why, cancelled_by = :cancelled_by,"
	" moved_from = :moved_from, moved_why = :moved_why, is_without_social_worker = :is_without_social_worker,"
	" is_inquorate = :is_inquorate, was_not_booked = :was_not_booked, notes = :notes, version = version + 1 WHERE "
	"id = :id AND version = :version",
	true};
static const struct statement notes_save = {
	"UPDATE core_group_meeting SET notes = :notes, version = version + 1 WHERE id = :id AND version = :version",
	true};
#define MEETING_ROWS                                                                                                   \
	"SELECT m.id, m.core_group_id, m.day, m.starts, m.minutes, m.place, m.late_reason, m.state, m.why,"            \
	" m.cancelled_by, m.moved_from, m.moved_why, m.is_without_social_worker, m.is_inquorate, m.was_not_booked, "   \
	"m.notes, m.version "
static const struct statement meetings_read = {
	MEETING_ROWS "FROM core_group_meeting AS m WHERE m.core_group_id = :group ORDER BY m.day, m.starts, m.id",
	true};
static const struct statement meetings_of_family = {
	MEETING_ROWS "FROM core_group AS g CROSS JOIN core_group_meeting AS m ON m.core_group_id = g.id"
		     " WHERE g.family_id = :family ORDER BY m.day, m.starts, m.id",
	true};

static const struct statement meeting_read = {MEETING_ROWS "FROM core_group_meeting AS m WHERE m.id = :id", true};
static const struct statement group_of_meeting = {
	GROUP_ROWS "JOIN core_group_meeting AS m ON m.core_group_id = g.id WHERE m.id = :id", true};

const struct statement *const core_group_statements[] = {
	&meeting_read, &group_of_meeting, &group_add,          &group_save,   &of_conference, &of_family,
	&member_add,   &member_save,      &member_delete,      &members_read, &meeting_add,   &meeting_save,
	&notes_save,   &meetings_read,    &meetings_of_family, NULL};

bool core_group_keep(struct store *s, struct core_group *group, struct fault *f)
{
	static const struct keeping how = {&group_add, &group_save, "this core group"};

	return keep_row_by_id(s, &how, &groups, group, &group->id, &group->version, f);
}

bool core_group_of_conference(struct store *s, int64_t conference, struct arena *mem, struct core_group *out,
			      struct fault *f)
{
	struct core_group_list found;

	*out = (struct core_group){.lead = ""};
	if (!store_select(s, &of_conference, PARAMETERS(PARAMETER_ID("conference", conference)), &groups, mem, &found,
			  f))
		return false;
	if (found.count > 0)
		*out = found.items[0];
	return true;
}

bool core_groups_of_family(struct store *s, int64_t family, struct arena *mem, struct core_group_list *out,
			   struct fault *f)
{
	return store_select(s, &of_family, PARAMETERS(PARAMETER_ID("family", family)), &groups, mem, out, f);
}

bool core_group_member_keep(struct store *s, struct core_group_member *member, struct fault *f)
{
	static const struct keeping how = {&member_add, &member_save, "this member of the core group"};

	return keep_row_by_id(s, &how, &members, member, &member->id, &member->version, f);
}

bool core_group_member_drop(struct store *s, int64_t id, int64_t version, struct fault *f)
{
	return keep_drop(s, &member_delete, "this member of the core group", id, version, f);
}

bool core_group_members_of(struct store *s, int64_t group, struct arena *mem, struct core_group_member_list *out,
			   struct fault *f)
{
	struct member_read_list rows;

	*out = (struct core_group_member_list){0};
	if (!store_select(s, &members_read, PARAMETERS(PARAMETER_ID("group", group)), &members, mem, &rows, f))
		return false;
	for (size_t i = 0; i < rows.count; i++) {
		struct core_group_member *member = ARENA_PUSH(mem, out);

		if (!member)
			return answer_too_much(f);
		*member = rows.items[i].member;
		member->shown_name = shown_name(&rows.items[i].shown, mem);
	}
	return !arena_exhausted(mem) || answer_too_much(f);
}

static bool settled(struct store *s, struct fault *f)
{
	return keep_refused(s, "a core group that was settled is never changed",
			    "What was said of this meeting is evidence now and stays as it is. Write what is new under "
			    "the next one.",
			    f);
}

bool core_group_meeting_keep(struct store *s, struct core_group_meeting *meeting, struct fault *f)
{
	static const struct keeping how = {&meeting_add, &meeting_save, "this meeting"};

	return keep_row_by_id(s, &how, &meetings, meeting, &meeting->id, &meeting->version, f) || settled(s, f);
}

bool core_group_notes_keep(struct store *s, struct core_group_meeting *meeting, struct fault *f)
{
	int64_t changed;

	return (store_change(s, &notes_save, &meetings, meeting, NULL, &changed, f) &&
		answer_saved(changed, &meeting->version, "this meeting", f)) ||
	       settled(s, f);
}

bool core_group_meetings_of_family(struct store *s, int64_t family, struct arena *mem,
				   struct core_group_meeting_list *out, struct fault *f)
{
	return store_select(s, &meetings_of_family, PARAMETERS(PARAMETER_ID("family", family)), &meetings, mem, out, f);
}

bool core_group_meetings_of(struct store *s, int64_t group, struct arena *mem, struct core_group_meeting_list *out,
			    struct fault *f)
{
	return store_select(s, &meetings_read, PARAMETERS(PARAMETER_ID("group", group)), &meetings, mem, out, f);
}

bool core_group_meeting_by_id(struct store *s, int64_t id, struct arena *mem, struct core_group_meeting *out,
			      struct core_group *group, struct fault *f)
{
	const struct parameter *one = PARAMETERS(PARAMETER_ID("id", id));
	struct core_group_meeting_list found;
	struct core_group_list of;

	if (!store_select(s, &meeting_read, one, &meetings, mem, &found, f) ||
	    !store_select(s, &group_of_meeting, one, &groups, mem, &of, f))
		return false;
	if (!found.count || !of.count)
		return fault_set(f, FAULT_NOT_FOUND,
				 "This meeting is not in the case file any more. Look at the core group again.");
	*out = found.items[0];
	*group = of.items[0];
	return true;
}
