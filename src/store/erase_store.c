/* The rows of one family, deleted from the leaves to the root. */
#include "store/erase_store.h"

#include "erase_parts.h"
#include "guard.h"
#include "merge_record.h"
#include "statement_list.h"
#include "store/draft_store.h"
#include "store/merge_store.h"

#include <sodium.h>
#include <string.h>

#define CONFERENCES   "(SELECT id FROM conference WHERE family_id = :family)"
#define LETTERS       "(SELECT id FROM letter WHERE family_id = :family)"
#define PAPERS        "(SELECT id FROM paper WHERE family_id = :family)"
#define PLANS         "(SELECT id FROM plan WHERE family_id = :family)"
#define VERSIONS      "(SELECT id FROM plan_version WHERE family_id = :family)"
#define GROUPS        "(SELECT id FROM core_group WHERE family_id = :family)"
#define REPORTS       "(SELECT id FROM report WHERE conference_id IN " CONFERENCES ")"
#define INVITEES      "(SELECT id FROM invitee WHERE conference_id IN " CONFERENCES ")"
#define RECORDS       "(SELECT id FROM conference_record WHERE conference_id IN " CONFERENCES ")"
#define MEETINGS      "(SELECT id FROM core_group_meeting WHERE core_group_id IN " GROUPS ")"
#define GROUP_MEMBERS "(SELECT id FROM core_group_member WHERE core_group_id IN " GROUPS ")"
#define ACTIONS_OF    "(SELECT id FROM plan_action WHERE plan_version_id IN " VERSIONS ")"
#define OF_FAMILY     "family_id = :family"

#define OTHERS        "other rows" /* what belongs to a row that has a name */

/* table, which of its rows, what they are called on a certificate. A table comes before those its rows point at. A test
 * looks through the schema for a table that hangs on one of these and is not here. */
#define ERASES(X)                                                                                                      \
	X(core_group_asked, "meeting_id IN " MEETINGS " OR member_id IN " GROUP_MEMBERS, OTHERS)                       \
	X(core_group_presence, "meeting_id IN " MEETINGS " OR member_id IN " GROUP_MEMBERS, OTHERS)                    \
	X(core_group_sent, "meeting_id IN " MEETINGS, OTHERS)                                                          \
	X(core_group_correction, "meeting_id IN " MEETINGS, OTHERS)                                                    \
	X(plan_action_said, "action_id IN " ACTIONS_OF " OR meeting_id IN " MEETINGS, OTHERS)                          \
	X(core_group_meeting, "core_group_id IN " GROUPS, "core group meetings")                                       \
	X(core_group_member, "core_group_id IN " GROUPS, OTHERS)                                                       \
	X(core_group, OF_FAMILY, OTHERS)                                                                               \
	X(plan_given, "plan_version_id IN " VERSIONS, OTHERS)                                                          \
	X(plan_network, "plan_version_id IN " VERSIONS, OTHERS)                                                        \
	X(plan_scale, OF_FAMILY, OTHERS)                                                                               \
	X(plan_action, "plan_version_id IN " VERSIONS, "plan actions")                                                 \
	X(plan_version_child, "plan_version_id IN " VERSIONS, OTHERS)                                                  \
	X(plan_version, OF_FAMILY, "written plans")                                                                    \
	X(review_early, OF_FAMILY " OR plan_id IN " PLANS, "review notes")                                             \
	X(review_update_plan,                                                                                          \
	  "plan_id IN " PLANS " OR update_id IN (SELECT id FROM review_update WHERE " OF_FAMILY ")", OTHERS)           \
	X(review_update, OF_FAMILY, "review notes")                                                                    \
	X(plan_ending_plan, "plan_id IN " PLANS " OR ending_id IN (SELECT id FROM plan_ending WHERE " OF_FAMILY ")",   \
	  OTHERS)                                                                                                      \
	X(plan_ending_step, "ending_id IN (SELECT id FROM plan_ending WHERE " OF_FAMILY ")", OTHERS)                   \
	X(plan_ending, OF_FAMILY, "ends of plans")                                                                     \
	X(transfer_child, "transfer_id IN (SELECT id FROM transfer WHERE " OF_FAMILY ")", OTHERS)                      \
	X(transfer_step, "transfer_id IN (SELECT id FROM transfer WHERE " OF_FAMILY ")", OTHERS)                       \
	X(transfer, OF_FAMILY, "moves")                                                                                \
	X(complaint_step, "complaint_id IN (SELECT id FROM complaint WHERE " OF_FAMILY ")", OTHERS)                    \
	X(complaint, OF_FAMILY, "complaints")                                                                          \
	X(escalation_step, "escalation_id IN (SELECT id FROM escalation WHERE " OF_FAMILY ")", OTHERS)                 \
	X(escalation, OF_FAMILY, "escalations")                                                                        \
	X(visit_child, "visit_id IN (SELECT id FROM visit WHERE " OF_FAMILY ")", OTHERS)                               \
	X(visit, OF_FAMILY, "visits")                                                                                  \
	X(disclosure_child, "disclosure_id IN (SELECT id FROM disclosure WHERE " OF_FAMILY ")", OTHERS)                \
	X(disclosure, OF_FAMILY, "disclosures")                                                                        \
	X(notice, "letter_id IN " LETTERS, OTHERS)                                                                     \
	X(chaser, "report_id IN " REPORTS, OTHERS)                                                                     \
	X(delivery, "letter_id IN " LETTERS, OTHERS)                                                                   \
	X(enclosure, "letter_id IN " LETTERS " OR paper_id IN " PAPERS, OTHERS)                                        \
	X(bundle, "conference_id IN " CONFERENCES " OR paper_id IN " PAPERS, "bundles")                                \
	X(paper, OF_FAMILY, "papers")                                                                                  \
	X(report_reader, "report_id IN " REPORTS, OTHERS)                                                              \
	X(report_child, "report_id IN " REPORTS, OTHERS)                                                               \
	X(report, "conference_id IN " CONFERENCES, "reports")                                                          \
	X(letter, OF_FAMILY, "letters")                                                                                \
	X(feedback, "conference_id IN " CONFERENCES, OTHERS)                                                           \
	X(attendance, "conference_id IN " CONFERENCES " OR invitee_id IN " INVITEES, OTHERS)                           \
	X(view, "conference_id IN " CONFERENCES " OR invitee_id IN " INVITEES, "views")                                \
	X(invitee, "conference_id IN " CONFERENCES, "invitations")                                                     \
	X(run_mark, "conference_id IN " CONFERENCES, OTHERS)                                                           \
	X(live_note, "conference_id IN " CONFERENCES, "notes")                                                         \
	X(child_decision, "conference_id IN " CONFERENCES, "decisions")                                                \
	X(recommendation, "conference_id IN " CONFERENCES, OTHERS)                                                     \
	X(live_state, "conference_id IN " CONFERENCES, OTHERS)                                                         \
	X(record_section, "record_id IN " RECORDS, OTHERS)                                                             \
	X(record_correction, "record_id IN " RECORDS, OTHERS)                                                          \
	X(conference_record, "conference_id IN " CONFERENCES, "records of conferences")                                \
	X(combined_review, "conference_id IN " CONFERENCES, OTHERS)                                                    \
	X(conference_change, "conference_id IN " CONFERENCES, OTHERS)                                                  \
	X(sitting, "conference_id IN " CONFERENCES, OTHERS)                                                            \
	X(booking, "conference_id IN " CONFERENCES, OTHERS)                                                            \
	X(conference_child, "conference_id IN " CONFERENCES, OTHERS)                                                   \
	X(deadline_child, "deadline_id IN (SELECT id FROM deadline WHERE " OF_FAMILY ")", OTHERS)                      \
	X(deadline, OF_FAMILY, "tasks")                                                                                \
	X(plan, OF_FAMILY, "plans")                                                                                    \
	X(conference, OF_FAMILY, "conferences")                                                                        \
	X(enquiry_child, "enquiry_id IN (SELECT id FROM enquiry WHERE " OF_FAMILY ")", OTHERS)                         \
	X(enquiry, OF_FAMILY, "enquiries")                                                                             \
	X(parent_of, OF_FAMILY, OTHERS)                                                                                \
	X(restriction, OF_FAMILY, OTHERS)                                                                              \
	X(conflict_of_interest, OF_FAMILY, OTHERS)                                                                     \
	X(access_event, OF_FAMILY, OTHERS)                                                                             \
	X(family_named, OF_FAMILY, OTHERS)                                                                             \
	X(retention_hold, OF_FAMILY, "holds")                                                                          \
	X(family_member, OF_FAMILY, "places in the family")

/* What a row of another family may say of a row that goes: table, column, what it points at. */
#define LOOSENS(X)                                                                                                     \
	X(conference, earlier_id, CONFERENCES)                                                                         \
	X(conference, enquiry_id, "(SELECT id FROM enquiry WHERE family_id = :family)")                                \
	X(plan, conference_id, CONFERENCES)                                                                            \
	X(plan_version, conference_id, CONFERENCES)                                                                    \
	X(core_group, conference_id, CONFERENCES)                                                                      \
	X(transfer, conference_id, CONFERENCES)                                                                        \
	X(plan_ending, transfer_id, "(SELECT id FROM transfer WHERE family_id = :family)")                             \
	X(plan_action, earlier_id, ACTIONS_OF)                                                                         \
	X(plan_action, who_invitee_id, INVITEES)                                                                       \
	X(plan_action_said, meeting_id, MEETINGS)                                                                      \
	X(live_state, review_id, CONFERENCES)                                                                          \
	X(letter, replaces_id, LETTERS)                                                                                \
	X(letter, conference_id, CONFERENCES)                                                                          \
	X(letter, invitee_id, INVITEES)                                                                                \
	X(paper, conference_id, CONFERENCES)                                                                           \
	X(paper, report_id, REPORTS)                                                                                   \
	X(chaser, letter_id, LETTERS)                                                                                  \
	X(disclosure, letter_id, LETTERS)                                                                              \
	X(invitee, for_invitee_id, INVITEES)                                                                           \
	X(escalation, dissent_id, INVITEES)

static const struct {
	struct statement drop;
	const char *what;
} erases[] = {
#define X(table, condition, what) {{"DELETE FROM " #table " WHERE " condition, false}, what},
	ERASES(X)
#undef X
};
static const struct {
	struct statement point_nowhere;
} loosens[] = {
#define X(table, column, of) {{"UPDATE " #table " SET " #column " = NULL WHERE " #column " IN " of, false}},
	LOOSENS(X)
#undef X
};
enum {
#define X(table, condition, what) ERASE_##table,
	ERASES(X)
#undef X
		ERASE_COUNT
};
enum {
#define X(table, column, of) LOOSEN_##table##_##column,
	LOOSENS(X)
#undef X
		LOOSEN_COUNT
};
static const struct statement leave_disposals = {"UPDATE disposal SET family_id = NULL WHERE family_id = :family",
						 true};
static const struct statement drop_family = {"DELETE FROM family WHERE id = :family", true};

const struct statement *const erase_statements[] = {
#define X(table, condition, what) &erases[ERASE_##table].drop,
	ERASES(X)
#undef X
#define X(table, column, of) &loosens[LOOSEN_##table##_##column].point_nowhere,
			LOOSENS(X)
#undef X
		& leave_disposals,
	&drop_family, NULL};

static bool add_count(struct disposal_count_list *counts, const char *what, int64_t rows, struct arena *mem,
		      struct fault *f)
{
	struct disposal_count *one;

	if (rows == 0)
		return true;
	for (size_t i = 0; i < counts->count; i++)
		if (strcmp(counts->items[i].what, what) == 0) {
			counts->items[i].total += rows;
			return true;
		}
	one = ARENA_PUSH(mem, counts);
	if (!one)
		return erase_no_memory(f);
	*one = (struct disposal_count){.what = what, .total = rows};
	return true;
}

static bool drop_rows(struct store *s, int64_t family, struct arena *mem, struct erased *out, struct fault *f)
{
	const struct parameter *whose = PARAMETERS(PARAMETER_ID("family", family));
	int64_t rows = 0;

	for (int i = 0; i < LOOSEN_COUNT; i++)
		if (!store_change(s, &loosens[i].point_nowhere, NULL, NULL, whose, NULL, f))
			return false;
	for (int i = 0; i < ERASE_COUNT; i++)
		if (!store_change(s, &erases[i].drop, NULL, NULL, whose, &rows, f) ||
		    !add_count(&out->counts, erases[i].what, rows, mem, f))
			return false;
	return true;
}

static bool drop_all(struct store *s, const struct erasing *order, struct arena *mem, struct erased *out,
		     struct fault *f)
{
	const struct parameter *whose = PARAMETERS(PARAMETER_ID("family", order->family_id));
	struct erase_person_list people;
	struct erase_mark_list marks = {0};
	int64_t about = 0, drafts = 0;

	/* Who they are is read before it goes; which names are nobody else's shows afterwards. */
	return erase_people_of(s, order->family_id, mem, &people, f) &&
	       erase_marks_of_family(s, order->family_id, mem, &marks, f) &&
	       drafts_drop_about(s, order->family_id, &about, f) && drop_rows(s, order->family_id, mem, out, f) &&
	       store_change(s, &leave_disposals, NULL, NULL, whose, NULL, f) &&
	       store_change(s, &drop_family, NULL, NULL, whose, NULL, f) && erase_people(s, &people, out, f) &&
	       erase_marks_of_people(s, &people, mem, &marks, f) &&
	       erase_words(s, order, &people, &marks, &drafts, &out->log_rows, f) &&
	       add_count(&out->counts, "drafts", about + drafts, mem, f);
}

/* Everything that goes is written down as SQLite's session extension does, digested, and forgotten. */
static bool drop_and_digest(struct store *s, const struct erasing *order, struct arena *mem, struct erased *out,
			    struct fault *f)
{
	struct recording *recording;
	unsigned char hash[crypto_generichash_BYTES];
	char digits[2 * sizeof hash + 1];
	bool ok = recording_begin(s, &recording, f) && drop_all(s, order, mem, out, f) &&
		  recording_digest(s, recording, hash, f);

	recording_drop(recording);
	if (ok)
		out->digest = arena_text(mem, sodium_bin2hex(digits, sizeof digits, hash, sizeof hash));
	return ok;
}

bool family_erase(struct store *s, const struct erasing *order, struct arena *mem, struct erased *out, struct fault *f)
{
	bool ok;

	*out = (struct erased){.digest = ""};
	ok = guard_lower(s, f) && drop_and_digest(s, order, mem, out, f);
	guard_raise(s);
	return ok;
}
