/* What was said of a core group: corrections of a meeting, who was asked to it, what was said of an action. */
#include "store/core_group_said_store.h"

#include "answer.h"
#include "keep.h"
#include "live_tokens.h"
#include "statement_list.h"
#include "token_words.h"

TOKENS(core_group_telling, CORE_GROUP_TELLING_COUNT)
TOKENS(core_group_way, CORE_GROUP_WAY_COUNT)
TOKENS(core_group_answer, CORE_GROUP_ANSWER_COUNT)

static const struct column correction_columns[] = {
	COLUMN(struct core_group_correction, id, ID),
	COLUMN(struct core_group_correction, meeting_id, ID),
	COLUMN_AS(struct core_group_correction, was, core_group_meeting_state_tokens),
	COLUMN(struct core_group_correction, why, TEXT),
	COLUMN(struct core_group_correction, corrected_on, DAY),
	COLUMN(struct core_group_correction, by_user, TEXT),
};
static const struct column_list corrections = COLUMN_LIST(struct core_group_correction, correction_columns);

static const struct column asked_columns[] = {
	COLUMN(struct core_group_asked, id, ID),
	COLUMN(struct core_group_asked, meeting_id, ID),
	COLUMN(struct core_group_asked, member_id, ID),
	COLUMN_AS(struct core_group_asked, what, core_group_telling_tokens),
	COLUMN(struct core_group_asked, day, DAY),
	COLUMN(struct core_group_asked, starts, OPTIONAL_INT),
	COLUMN(struct core_group_asked, place, TEXT),
	COLUMN(struct core_group_asked, is_apart, BOOL),
	COLUMN_AS(struct core_group_asked, how, core_group_way_tokens),
	COLUMN(struct core_group_asked, asked_on, DAY),
	COLUMN(struct core_group_asked, by_user, TEXT),
	COLUMN_AS(struct core_group_asked, answer, core_group_answer_tokens),
	COLUMN(struct core_group_asked, answered_on, DAY),
	COLUMN(struct core_group_asked, version, INTEGER),
};
static const struct column_list askings = COLUMN_LIST(struct core_group_asked, asked_columns);

static const struct column said_columns[] = {
	COLUMN(struct plan_action_said, id, ID),
	COLUMN(struct plan_action_said, action_id, ID),
	COLUMN(struct plan_action_said, meeting_id, ID),
	COLUMN_AS(struct plan_action_said, state, plan_action_state_tokens),
	COLUMN(struct plan_action_said, evidence, TEXT),
	COLUMN(struct plan_action_said, difference, TEXT),
	COLUMN(struct plan_action_said, said_on, DAY),
	COLUMN(struct plan_action_said, by_user, TEXT),
};
static const struct column_list sayings = COLUMN_LIST(struct plan_action_said, said_columns);

#define OF_FAMILY(other, order)                                                                                        \
	" FROM core_group AS g CROSS JOIN core_group_meeting AS m ON m.core_group_id = g.id CROSS JOIN " other         \
	" AS k ON k.meeting_id = m.id WHERE g.family_id = :family ORDER BY " order

static const struct statement correction_add = {"INSERT INTO core_group_correction (meeting_id, was, why, "
						"corrected_on, by_user) VALUES (:meeting_id, :was, :why,"
						" :corrected_on, :by_user)",
						true};
/* Names nothing but the state, so that the triggers let it through. */
static const struct statement meeting_mistaken = {
	"UPDATE core_group_meeting SET state = 'mistaken', version = version + 1"
	" WHERE id = :id AND version = :version",
	true};
static const struct statement corrections_read = {
	"SELECT k.id, k.meeting_id, k.was, k.why, k.corrected_on, k.by_user" OF_FAMILY("core_group_correction", "k.id"),
	true};

static const struct statement asked_add = {"INSERT INTO core_group_asked (meeting_id, member_id, what, day, starts, "
					   "place, is_apart, how, asked_on, by_user,"
					   " answer, answered_on) VALUES (:meeting_id, :member_id, :what, :day, "
					   ":starts, :place, :is_apart, :how, :asked_on,"
					   " :by_user, :answer, :answered_on)",
					   true};
static const struct statement asked_answer = {
	"UPDATE core_group_asked SET answer = :answer, answered_on = :answered_on, version = version + 1"
	" WHERE id = :id AND version = :version",
	true};
static const struct statement asked_drop = {
	"DELETE FROM core_group_asked WHERE id = (SELECT max(id) FROM core_group_asked WHERE meeting_id = :meeting AND"
	" member_id = :member) AND how = 'letter' AND answer = ''",
	true};
static const struct statement asked_follow = {"UPDATE core_group_asked SET meeting_id = :to, version = version + 1"
					      " WHERE meeting_id = :from",
					      true};
static const struct statement asked_read = {
	"SELECT k.id, k.meeting_id, k.member_id, k.what, k.day, k.starts, k.place, k.is_apart, k.how, k.asked_on,"
	" k.by_user, k.answer, k.answered_on, k.version" OF_FAMILY("core_group_asked", "k.id"),
	true};

static const struct statement said_add = {
	"INSERT INTO plan_action_said (action_id, meeting_id, state, evidence, difference, said_on, by_user) VALUES"
	" (:action_id, :meeting_id, :state, :evidence, :difference, :said_on, :by_user)",
	true};
static const struct statement said_read = {
	"SELECT s.id, s.action_id, s.meeting_id, s.state, s.evidence, s.difference, s.said_on, s.by_user FROM "
	"plan_action"
	" AS a CROSS JOIN plan_action_said AS s ON s.action_id = a.id WHERE a.plan_version_id = :plan ORDER BY s.id",
	true};

const struct statement *const core_group_said_statements[] = {
	&correction_add, &meeting_mistaken, &corrections_read, &asked_add, &asked_answer, &asked_drop,
	&asked_follow,   &asked_read,       &said_add,         &said_read, NULL};

bool core_group_correct(struct store *s, struct core_group_correction *correction, struct core_group_meeting *meeting,
			struct fault *f)
{
	int64_t changed;

	if (!store_change(s, &correction_add, &corrections, correction, NULL, NULL, f))
		return false;
	correction->id = store_last_id(s);
	if (!store_change(s, &meeting_mistaken, NULL, NULL,
			  PARAMETERS(PARAMETER_ID("id", meeting->id), PARAMETER_INTEGER("version", meeting->version)),
			  &changed, f) ||
	    !answer_saved(changed, &meeting->version, "this meeting", f))
		return false;
	meeting->state = CORE_GROUP_MEETING_MISTAKEN;
	return true;
}

bool core_group_corrections_of_family(struct store *s, int64_t family, struct arena *mem,
				      struct core_group_correction_list *out, struct fault *f)
{
	return store_select(s, &corrections_read, PARAMETERS(PARAMETER_ID("family", family)), &corrections, mem, out,
			    f);
}

bool core_group_asked_insert(struct store *s, struct core_group_asked *asked, struct fault *f)
{
	if (!store_change(s, &asked_add, &askings, asked, NULL, NULL, f))
		return false;
	asked->id = store_last_id(s);
	asked->version = 1;
	return true;
}

bool core_group_asked_answer(struct store *s, struct core_group_asked *asked, struct fault *f)
{
	int64_t changed;

	return store_change(s, &asked_answer, &askings, asked, NULL, &changed, f) &&
	       answer_saved(changed, &asked->version, "this answer", f);
}

bool core_group_asked_drop_letter(struct store *s, int64_t meeting, int64_t member, struct fault *f)
{
	return store_change(s, &asked_drop, NULL, NULL,
			    PARAMETERS(PARAMETER_ID("meeting", meeting), PARAMETER_ID("member", member)), NULL, f);
}

bool core_group_asked_follow(struct store *s, int64_t from_meeting, int64_t to_meeting, struct fault *f)
{
	return store_change(s, &asked_follow, NULL, NULL,
			    PARAMETERS(PARAMETER_ID("from", from_meeting), PARAMETER_ID("to", to_meeting)), NULL, f);
}

bool core_group_asked_of_family(struct store *s, int64_t family, struct arena *mem, struct core_group_asked_list *out,
				struct fault *f)
{
	return store_select(s, &asked_read, PARAMETERS(PARAMETER_ID("family", family)), &askings, mem, out, f);
}

bool plan_action_said_insert(struct store *s, struct plan_action_said *said, struct fault *f)
{
	if (!store_change(s, &said_add, &sayings, said, NULL, NULL, f))
		return false;
	said->id = store_last_id(s);
	return true;
}

bool plan_action_said_of(struct store *s, int64_t plan_version, struct arena *mem, struct plan_action_said_list *out,
			 struct fault *f)
{
	return store_select(s, &said_read, PARAMETERS(PARAMETER_ID("plan", plan_version)), &sayings, mem, out, f);
}
