/* Joining two families, and rows about siblings that were kept apart, into one. */
#include "store/gather_store.h"

#include "statement_list.h"

static const struct column twin_columns[] = {
	COLUMN(struct twin, keep, ID),
	COLUMN(struct twin, drop, ID),
};
static const struct column_list twin_list = COLUMN_LIST(struct twin, twin_columns);

static const struct statement pour_conferences = {"UPDATE conference SET family_id = :keep WHERE family_id = :drop",
						  true};
static const struct statement pour_enquiries = {"UPDATE enquiry SET family_id = :keep WHERE family_id = :drop", true};
static const struct statement pour_plans = {"UPDATE plan SET family_id = :keep WHERE family_id = :drop", true};
static const struct statement pour_deadlines = {"UPDATE deadline SET family_id = :keep WHERE family_id = :drop", true};
static const struct statement pour_papers = {"UPDATE paper SET family_id = :keep WHERE family_id = :drop", true};
static const struct statement pour_letters = {"UPDATE letter SET family_id = :keep WHERE family_id = :drop", true};
static const struct statement pour_plan_versions = {"UPDATE plan_version SET family_id = :keep WHERE family_id = :drop",
						    true};
static const struct statement pour_scales = {"UPDATE plan_scale SET family_id = :keep WHERE family_id = :drop", true};
static const struct statement pour_complaints = {"UPDATE complaint SET family_id = :keep WHERE family_id = :drop",
						 true};
static const struct statement pour_endings = {"UPDATE plan_ending SET family_id = :keep WHERE family_id = :drop", true};
static const struct statement pour_transfers = {"UPDATE transfer SET family_id = :keep WHERE family_id = :drop", true};
static const struct statement pour_visits = {"UPDATE visit SET family_id = :keep WHERE family_id = :drop", true};
static const struct statement pour_disclosures = {"UPDATE disclosure SET family_id = :keep WHERE family_id = :drop",
						  true};
static const struct statement pour_core_groups = {"UPDATE core_group SET family_id = :keep WHERE family_id = :drop",
						  true};
static const struct statement pour_earlies = {"UPDATE review_early SET family_id = :keep WHERE family_id = :drop",
					      true};
static const struct statement pour_updates = {"UPDATE review_update SET family_id = :keep WHERE family_id = :drop",
					      true};
/* Whoever left one of the two and belongs to the other belongs to what becomes of them. */
static const struct statement pour_members = {
	"UPDATE OR REPLACE family_member SET family_id = :keep WHERE family_id = :drop AND (ended_on IS NULL OR "
	"NOT EXISTS (SELECT 1 FROM family_member AS kept WHERE kept.family_id = :keep "
	"AND kept.person_id = family_member.person_id))",
	true};
static const struct statement drop_members = {"DELETE FROM family_member WHERE family_id = :drop", true};
/* What both say of the same two, the one that is kept says. */
static const struct statement pour_parents = {
	"UPDATE OR IGNORE parent_of SET family_id = :keep WHERE family_id = :drop", true};
static const struct statement drop_parents = {"DELETE FROM parent_of WHERE family_id = :drop", true};
static const struct statement pour_access = {
	"UPDATE OR IGNORE family_named SET family_id = :keep WHERE family_id = :drop", true};
/* The record that is kept says why; what was lifted is kept of both. */
static const struct statement pour_escalations = {"UPDATE escalation SET family_id = :keep WHERE family_id = :drop",
						  true};
static const struct statement pour_restrictions = {
	"UPDATE OR IGNORE restriction SET family_id = :keep WHERE family_id = :drop", true};
static const struct statement drop_restrictions = {"DELETE FROM restriction WHERE family_id = :drop", true};
/* What both families say of the same person, the one that is kept says. */
static const struct statement pour_conflicts = {
	"UPDATE OR IGNORE conflict_of_interest SET family_id = :keep WHERE family_id = :drop", true};
static const struct statement drop_conflicts = {"DELETE FROM conflict_of_interest WHERE family_id = :drop", true};
static const struct statement pour_events = {"UPDATE access_event SET family_id = :keep WHERE family_id = :drop", true};
/* What is held stays held, and who proposed a disposal of either proposed it of what becomes of them. */
static const struct statement pour_holds = {"UPDATE retention_hold SET family_id = :keep WHERE family_id = :drop",
					    true};
static const struct statement pour_disposals = {"UPDATE disposal SET family_id = :keep WHERE family_id = :drop", true};
/* A family that is kept from anybody stays kept, whichever of the two it was. */
static const struct statement pour_flag = {
	"UPDATE family SET is_restricted = 1 WHERE id = :keep AND EXISTS (SELECT 1 FROM family AS d WHERE d.id = :drop "
	"AND d.is_restricted = 1)",
	true};
static const struct statement drop_access = {"DELETE FROM family_named WHERE family_id = :drop", true};

/* One that somebody was invited to, or that was held, here is no mere row of a return. */
static const struct statement same_meetings = {
	"SELECT min(older.id) AS keep, younger.id AS \"drop\" FROM conference AS younger JOIN conference AS older "
	"ON older.family_id = younger.family_id AND older.held_on = younger.held_on AND (older.type = younger.type "
	"OR (older.type IN ('initial', 'pre_birth') AND younger.type IN ('initial', 'pre_birth'))) "
	"AND older.id < younger.id WHERE younger.family_id = :family AND younger.state = 'closed' "
	"AND younger.source = 'census' AND older.state = 'closed' AND older.source = 'census' "
	"AND NOT EXISTS (SELECT 1 FROM invitee WHERE invitee.conference_id = younger.id) "
	"AND NOT EXISTS (SELECT 1 FROM live_state WHERE live_state.conference_id = younger.id) "
	"GROUP BY younger.id ORDER BY younger.id",
	true};
static const struct statement same_enquiries = {
	"SELECT min(older.id) AS keep, younger.id AS \"drop\" FROM enquiry AS younger JOIN enquiry AS older "
	"ON older.family_id = younger.family_id AND older.strategy_on = younger.strategy_on "
	"AND older.conference_required = younger.conference_required AND older.id < younger.id "
	"WHERE younger.family_id = :family AND younger.source = 'census' GROUP BY younger.id ORDER BY younger.id",
	true};

/* What hangs on a conference. */
static const struct statement join_conference_children = {"INSERT OR IGNORE INTO conference_child (conference_id, "
							  "person_id) SELECT :keep, person_id FROM conference_child "
							  "WHERE conference_id = :drop",
							  true};
static const struct statement leave_conference = {"DELETE FROM conference_child WHERE conference_id = :drop", true};
static const struct statement join_plans = {"UPDATE plan SET conference_id = :keep WHERE conference_id = :drop", true};
static const struct statement join_later = {"UPDATE conference SET earlier_id = :keep WHERE earlier_id = :drop", true};
static const struct statement take_enquiry = {
	"UPDATE conference SET enquiry_id = ifnull(enquiry_id, (SELECT enquiry_id FROM conference WHERE id = :drop)), "
	"version = version + 1 WHERE id = :keep",
	true};
static const struct statement join_history = {
	"UPDATE conference_change SET conference_id = :keep WHERE conference_id = :drop", true};
static const struct statement join_complaints = {
	"UPDATE complaint SET conference_id = :keep WHERE conference_id = :drop", true};
static const struct statement join_transfers = {"UPDATE transfer SET conference_id = :keep WHERE conference_id = :drop",
						true};
static const struct statement drop_conference = {"DELETE FROM conference WHERE id = :drop", true};

/* What hangs on an enquiry. */
static const struct statement join_enquiry_children = {
	"INSERT OR IGNORE INTO enquiry_child (enquiry_id, person_id) SELECT :keep, person_id FROM enquiry_child "
	"WHERE enquiry_id = :drop",
	true};
static const struct statement leave_enquiry = {"DELETE FROM enquiry_child WHERE enquiry_id = :drop", true};
static const struct statement join_its_conferences = {
	"UPDATE conference SET enquiry_id = :keep WHERE enquiry_id = :drop", true};
static const struct statement count_up_enquiry = {"UPDATE enquiry SET version = version + 1 WHERE id = :keep", true};
static const struct statement drop_enquiry = {"DELETE FROM enquiry WHERE id = :drop", true};

/* A deadline of the younger joins the one of the same rule and standing of the older; where there is none it goes over
 * as it is. */
#define SAME_DEADLINE                                                                                                  \
	"SELECT older.id FROM deadline AS older WHERE older.subject_kind = :kind AND older.subject_id = :keep "        \
	"AND older.rule = younger.rule AND older.state = younger.state"
#define DEADLINES_TO_JOIN                                                                                              \
	"SELECT younger.id FROM deadline AS younger WHERE younger.subject_kind = :kind AND younger.subject_id = "      \
	":drop "                                                                                                       \
	"AND EXISTS (" SAME_DEADLINE ")"
static const struct statement join_deadline_children = {
	"INSERT OR IGNORE INTO deadline_child (deadline_id, person_id) SELECT (" SAME_DEADLINE "), c.person_id "
	"FROM deadline AS younger JOIN deadline_child AS c ON c.deadline_id = younger.id "
	"WHERE younger.subject_kind = :kind AND younger.subject_id = :drop AND EXISTS (" SAME_DEADLINE ")",
	true};
static const struct statement leave_deadlines = {
	"DELETE FROM deadline_child WHERE deadline_id IN (" DEADLINES_TO_JOIN ")", true};
static const struct statement drop_deadlines = {"DELETE FROM deadline WHERE id IN (" DEADLINES_TO_JOIN ")", true};
static const struct statement take_deadlines = {"UPDATE deadline SET subject_id = :keep, version = version + 1 WHERE "
						"subject_kind = :kind AND subject_id = :drop",
						true};

/* Which of its parameters a step names. */
enum { KEEP = 1, DROP = 2, KIND = 4 };

struct step {
	const struct statement *q;
	unsigned names;
};

static const struct step conference_steps[] = {
	{&join_conference_children, KEEP | DROP},
	{&leave_conference, DROP},
	{&join_plans, KEEP | DROP},
	{&join_later, KEEP | DROP},
	{&take_enquiry, KEEP | DROP},
	{&join_history, KEEP | DROP},
	{&join_complaints, KEEP | DROP},
	{&join_transfers, KEEP | DROP},
	{&join_deadline_children, KEEP | DROP | KIND},
	{&leave_deadlines, KEEP | DROP | KIND},
	{&drop_deadlines, KEEP | DROP | KIND},
	{&take_deadlines, KEEP | DROP | KIND},
	{&drop_conference, DROP},
	{NULL, 0},
};
static const struct step enquiry_steps[] = {
	{&join_enquiry_children, KEEP | DROP},
	{&leave_enquiry, DROP},
	{&join_its_conferences, KEEP | DROP},
	{&count_up_enquiry, KEEP},
	{&join_deadline_children, KEEP | DROP | KIND},
	{&leave_deadlines, KEEP | DROP | KIND},
	{&drop_deadlines, KEEP | DROP | KIND},
	{&take_deadlines, KEEP | DROP | KIND},
	{&drop_enquiry, DROP},
	{NULL, 0},
};
static const struct step pour_steps[] = {
	{&pour_conferences, KEEP | DROP},
	{&pour_enquiries, KEEP | DROP},
	{&pour_plans, KEEP | DROP},
	{&pour_deadlines, KEEP | DROP},
	{&pour_papers, KEEP | DROP},
	{&pour_letters, KEEP | DROP},
	{&pour_plan_versions, KEEP | DROP},
	{&pour_scales, KEEP | DROP},
	{&pour_core_groups, KEEP | DROP},
	{&pour_visits, KEEP | DROP},
	{&pour_disclosures, KEEP | DROP},
	{&pour_earlies, KEEP | DROP},
	{&pour_updates, KEEP | DROP},
	{&pour_complaints, KEEP | DROP},
	{&pour_endings, KEEP | DROP},
	{&pour_transfers, KEEP | DROP},
	{&pour_members, KEEP | DROP},
	{&drop_members, DROP},
	{&pour_parents, KEEP | DROP},
	{&drop_parents, DROP},
	{&pour_flag, KEEP | DROP},
	{&pour_escalations, KEEP | DROP},
	{&pour_restrictions, KEEP | DROP},
	{&drop_restrictions, DROP},
	{&pour_conflicts, KEEP | DROP},
	{&drop_conflicts, DROP},
	{&pour_events, KEEP | DROP},
	{&pour_holds, KEEP | DROP},
	{&pour_disposals, KEEP | DROP},
	{&pour_access, KEEP | DROP},
	{&drop_access, DROP},
	{NULL, 0},
};

const struct statement *const gather_statements[] = {&pour_conferences,
						     &pour_enquiries,
						     &pour_plans,
						     &pour_deadlines,
						     &pour_papers,
						     &pour_letters,
						     &pour_plan_versions,
						     &pour_scales,
						     &pour_core_groups,
						     &pour_visits,
						     &pour_disclosures,
						     &pour_earlies,
						     &pour_updates,
						     &pour_complaints,
						     &pour_endings,
						     &pour_transfers,
						     &pour_members,
						     &drop_members,
						     &pour_parents,
						     &drop_parents,
						     &pour_flag,
						     &pour_escalations,
						     &pour_restrictions,
						     &drop_restrictions,
						     &pour_conflicts,
						     &drop_conflicts,
						     &pour_events,
						     &pour_holds,
						     &pour_disposals,
						     &pour_access,
						     &drop_access,
						     &same_meetings,
						     &same_enquiries,
						     &join_conference_children,
						     &leave_conference,
						     &join_plans,
						     &join_later,
						     &take_enquiry,
						     &join_history,
						     &join_complaints,
						     &join_transfers,
						     &drop_conference,
						     &join_enquiry_children,
						     &leave_enquiry,
						     &join_its_conferences,
						     &count_up_enquiry,
						     &drop_enquiry,
						     &join_deadline_children,
						     &leave_deadlines,
						     &drop_deadlines,
						     &take_deadlines,
						     NULL};

static bool run_all(struct store *s, const struct step *steps, int64_t keep, int64_t drop, const char *kind,
		    struct fault *f)
{
	const struct parameter all[] = {PARAMETER_ID("keep", keep), PARAMETER_ID("drop", drop),
					PARAMETER_TEXT("kind", kind)};

	for (; steps->q; steps++) {
		struct parameter named[4] = {PARAMETER_END, PARAMETER_END, PARAMETER_END, PARAMETER_END};
		size_t count = 0;

		for (size_t i = 0; i < 3; i++)
			if (steps->names & 1u << i)
				named[count++] = all[i];
		if (!store_change(s, steps->q, NULL, NULL, named, NULL, f))
			return false;
	}
	return true;
}

bool family_pour(struct store *s, int64_t from, int64_t to, struct fault *f)
{
	return run_all(s, pour_steps, to, from, "", f);
}

bool twin_conferences(struct store *s, int64_t family, struct arena *mem, struct twin_list *out, struct fault *f)
{
	return store_select(s, &same_meetings, PARAMETERS(PARAMETER_ID("family", family)), &twin_list, mem, out, f);
}

bool twin_enquiries(struct store *s, int64_t family, struct arena *mem, struct twin_list *out, struct fault *f)
{
	return store_select(s, &same_enquiries, PARAMETERS(PARAMETER_ID("family", family)), &twin_list, mem, out, f);
}

bool conference_join(struct store *s, const struct twin *twin, struct fault *f)
{
	return run_all(s, conference_steps, twin->keep, twin->drop, "conference", f);
}

bool enquiry_join(struct store *s, const struct twin *twin, struct fault *f)
{
	return run_all(s, enquiry_steps, twin->keep, twin->drop, "enquiry", f);
}
