/* What hangs on a person, moved from a second entry to the first. */
#include "store/merge_store.h"

#include "merge_record.h"
#include "statement_list.h"

/* What is done where both entries have a row of the same kind of their own: the second's is dropped, or, where it says
 * something that the first's does not, the two are not made one. */
enum twin_rows { TWIN_IS_DROPPED, TWIN_IS_REFUSED };

/* id, table, column that names the person, condition, what its rows are, what becomes of a twin. A test looks through
 * the schema for a column that names a person and is not here. */
#define MOVES(X)                                                                                                       \
	X(alias, "person_alias", "person_id", "", "other names", TWIN_IS_DROPPED)                                      \
	X(address, "address", "person_id", "", "addresses", TWIN_IS_DROPPED)                                           \
	X(member, "family_member", "person_id", "", "places in a family", TWIN_IS_DROPPED)                             \
	X(episode, "episode", "person_id", "", "referrals", TWIN_IS_DROPPED)                                           \
	X(enquiry, "enquiry_child", "person_id", "", "enquiries", TWIN_IS_DROPPED)                                     \
	X(conference, "conference_child", "person_id", "", "conferences", TWIN_IS_DROPPED)                             \
	X(plan, "plan", "person_id", "", "plans", TWIN_IS_REFUSED)                                                     \
	X(deadline_child, "deadline_child", "person_id", "", "tasks", TWIN_IS_DROPPED)                                 \
	X(deadline, "deadline", "subject_id", " AND subject_kind = 'person'", "tasks of their own", TWIN_IS_DROPPED)   \
	X(invitee, "invitee", "person_id", "", "invitations", TWIN_IS_REFUSED)                                         \
	X(reader, "report_reader", "person_id", "", "reports to read", TWIN_IS_DROPPED)                                \
	X(bundle, "bundle", "person_id", "", "bundles", TWIN_IS_DROPPED)                                               \
	X(note, "live_note", "person_id", "", "notes of a conference", TWIN_IS_REFUSED)                                \
	X(view, "view", "person_id", "", "views given at a conference", TWIN_IS_REFUSED)                               \
	X(decision, "child_decision", "person_id", "", "decisions", TWIN_IS_REFUSED)                                   \
	X(recommendation, "recommendation", "person_id", "", "recommendations", TWIN_IS_DROPPED)                       \
	X(plan_version, "plan_version_child", "person_id", "", "written plans", TWIN_IS_DROPPED)                       \
	X(action, "plan_action", "person_id", "", "actions for the child", TWIN_IS_DROPPED)                            \
	X(action_of, "plan_action", "who_person_id", "", "actions to do", TWIN_IS_DROPPED)                             \
	X(helper, "plan_network", "person_id", "", "safety networks", TWIN_IS_DROPPED)                                 \
	X(scale, "plan_scale", "person_id", "", "numbers for how safe they are", TWIN_IS_DROPPED)                      \
	X(core_group, "core_group_member", "person_id", "", "core groups", TWIN_IS_DROPPED)                            \
	X(list_enquiry, "list_enquiry", "person_id", "", "questions to the list", TWIN_IS_DROPPED)                     \
	X(loss, "loss", "person_id", "", "records of a loss", TWIN_IS_REFUSED)                                         \
	X(parent_of, "parent_of", "adult_id", "", "children said to be theirs", TWIN_IS_DROPPED)                       \
	X(child_of, "parent_of", "child_id", "", "parents said to be theirs", TWIN_IS_DROPPED)                         \
	X(report_child, "report_child", "person_id", "", "reports about them", TWIN_IS_DROPPED)                        \
	X(record_section, "record_section", "person_id", "", "sections of a record", TWIN_IS_DROPPED)                  \
	X(notice, "notice", "person_id", "", "letters outside of a conference", TWIN_IS_DROPPED)                       \
	X(looked_after, "looked_after", "person_id", "", "times in care", TWIN_IS_REFUSED)                             \
	X(visit, "visit_child", "person_id", "", "visits to them", TWIN_IS_REFUSED)                                    \
	X(disclosure, "disclosure_child", "person_id", "", "what was shared about them", TWIN_IS_REFUSED)              \
	X(transfer, "transfer_child", "person_id", "", "transfers", TWIN_IS_DROPPED)                                   \
	X(earlier_merge, "person", "merged_into_id", "", "entries made one before", TWIN_IS_DROPPED)

/* What hangs on two rows that become one, and what a second row of the same would say twice. */
static const struct statement join_assessments = {
	"UPDATE OR IGNORE assessment SET episode_id = (SELECT kept.id FROM episode AS gone JOIN episode AS kept "
	"ON kept.referred_on = gone.referred_on AND kept.person_id = :kept WHERE gone.id = assessment.episode_id) "
	"WHERE episode_id IN (SELECT gone.id FROM episode AS gone JOIN episode AS kept ON kept.referred_on = "
	"gone.referred_on AND kept.person_id = :kept WHERE gone.person_id = :gone)",
	false};
static const struct statement join_need_plans = {
	"UPDATE OR IGNORE need_plan SET episode_id = (SELECT kept.id FROM episode AS gone JOIN episode AS kept "
	"ON kept.referred_on = gone.referred_on AND kept.person_id = :kept WHERE gone.id = need_plan.episode_id) "
	"WHERE episode_id IN (SELECT gone.id FROM episode AS gone JOIN episode AS kept ON kept.referred_on = "
	"gone.referred_on AND kept.person_id = :kept WHERE gone.person_id = :gone)",
	false};
#define TWIN_EPISODES                                                                                                  \
	"episode_id IN (SELECT gone.id FROM episode AS gone JOIN episode AS kept ON kept.referred_on = "               \
	"gone.referred_on AND kept.person_id = :kept WHERE gone.person_id = :gone)"
static const struct statement drop_assessments = {"DELETE FROM assessment WHERE " TWIN_EPISODES, false};
static const struct statement drop_need_plans = {"DELETE FROM need_plan WHERE " TWIN_EPISODES, false};
/* Invited twice to one conference: the second invitation is taken back, its letters stay. */
static const struct statement withdraw_second_invitation = {
	"UPDATE invitee SET is_withdrawn = 1, withdrawn_why = 'entered twice', version = version + 1 "
	"WHERE person_id = :gone AND is_withdrawn = 0 AND EXISTS (SELECT 1 FROM invitee AS first "
	"WHERE first.conference_id = invitee.conference_id AND first.person_id = :kept AND first.is_withdrawn = 0)",
	false};
/* One home now: the first entry's. */
static const struct statement end_second_home = {
	"UPDATE address SET to_on = :today WHERE person_id = :gone AND to_on IS NULL AND EXISTS (SELECT 1 FROM address "
	"AS first WHERE first.person_id = :kept AND first.to_on IS NULL)",
	false};
static const struct statement point_to_first = {
	"UPDATE person SET merged_into_id = :kept, version = version + 1 WHERE id = :gone", true};

static const struct move {
	struct statement count, move, drop;
	const char *what;
	enum twin_rows twin;
} moves[] = {
#define X(id, table, column, also, what, twin)                                                                         \
	{{"SELECT count(*) AS total FROM " table " WHERE " column " = :gone" also, false},                             \
	 {"UPDATE OR IGNORE " table " SET " column " = :kept WHERE " column " = :gone" also, false},                   \
	 {"DELETE FROM " table " WHERE " column " = :gone" also, false},                                               \
	 what,                                                                                                         \
	 twin},
	MOVES(X)
#undef X
};
enum {
#define X(id, table, column, also, what, twin) MOVE_##id,
	MOVES(X)
#undef X
};

static const struct statement *const before[] = {
	&join_assessments, &join_need_plans, &drop_assessments, &drop_need_plans, &withdraw_second_invitation, NULL};

const struct statement *const merge_statements[] = {
#define X(id, table, column, also, what, twin) &moves[MOVE_##id].count, &moves[MOVE_##id].move, &moves[MOVE_##id].drop,
	MOVES(X)
#undef X
		& join_assessments,
	&join_need_plans,
	&drop_assessments,
	&drop_need_plans,
	&withdraw_second_invitation,
	&end_second_home,
	&point_to_first,
	NULL};

static bool count_of(struct store *s, const struct move *move, int64_t person, int64_t *out, struct fault *f)
{
	return store_select_number(s, &move->count, PARAMETERS(PARAMETER_ID("gone", person)), 0, out, f);
}

bool merge_counts(struct store *s, int64_t person, struct arena *mem, struct merge_count_list *out, struct fault *f)
{
	*out = (struct merge_count_list){0};
	for (size_t i = 0; i < sizeof moves / sizeof *moves; i++) {
		struct merge_count *row;
		int64_t count;

		if (!count_of(s, &moves[i], person, &count, f))
			return false;
		if (count == 0 || &moves[i] == &moves[MOVE_member])
			continue; /* the family is named */
		row = ARENA_PUSH(mem, out);
		if (!row)
			return fault_set(f, FAULT_MEMORY, "There is not enough memory to look at this person.");
		*row = (struct merge_count){moves[i].what, (int)count};
	}
	return true;
}

static bool move_rows(struct store *s, const struct move *move, int64_t kept, int64_t gone, struct fault *f)
{
	const struct parameter *both = PARAMETERS(PARAMETER_ID("kept", kept), PARAMETER_ID("gone", gone));
	int64_t left;

	if (!store_change(s, &move->move, NULL, NULL, both, NULL, f) || !count_of(s, move, gone, &left, f))
		return false;
	if (left == 0)
		return true;
	if (move->twin == TWIN_IS_REFUSED)
		return fault_set(
			f, FAULT_REFUSED,
			"Both entries have %s of their own at the same place, which cannot be one. Settle that "
			"first.",
			move->what);
	return store_change(s, &move->drop, NULL, NULL, PARAMETERS(PARAMETER_ID("gone", gone)), NULL, f);
}

static bool move_all(struct store *s, int64_t kept, int64_t gone, day_number today, struct fault *f)
{
	const struct parameter *both = PARAMETERS(PARAMETER_ID("kept", kept), PARAMETER_ID("gone", gone));
	const struct parameter *dated = PARAMETERS(PARAMETER_ID("kept", kept), PARAMETER_ID("gone", gone),
						   PARAMETER_DAY("today", today));

	for (size_t i = 0; before[i]; i++)
		if (!store_change(s, before[i], NULL, NULL, both, NULL, f))
			return false;
	if (!store_change(s, &end_second_home, NULL, NULL, dated, NULL, f))
		return false;
	for (size_t i = 0; i < sizeof moves / sizeof *moves; i++)
		if (!move_rows(s, &moves[i], kept, gone, f))
			return false;
	return store_change(s, &point_to_first, NULL, NULL, both, NULL, f);
}

bool merge_rows(struct store *s, int64_t kept, int64_t gone, day_number today, struct fault *f)
{
	bool ok = merge_guards_down(s, f);

	ok = ok && move_all(s, kept, gone, today, f);
	merge_guards_up(s);
	return ok;
}
