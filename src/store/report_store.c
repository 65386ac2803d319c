/* Reports that agencies owe, who of the family had them, and how they were chased. */
#include "store/report_store.h"

#include "answer.h"
#include "invitation_tokens.h"
#include "may_see.h"
#include "shown_name.h"
#include "statement_list.h"

/* A report as it is read, with the parts of the name of whoever owes it. The report stands first, so that one table of
 * columns serves both. */
struct report_read {
	struct report report;
	struct shown shown;
};
_Static_assert(offsetof(struct report_read, report) == 0, "the columns of a report fit both");
struct report_read_list {
	struct report_read *items;
	size_t count, room;
};

static const struct column report_columns[] = {
	COLUMN(struct report, id, ID),
	COLUMN(struct report, conference_id, ID),
	COLUMN(struct report, invitee_id, ID),
	COLUMN_AS(struct report, kind, report_kind_tokens),
	COLUMN_AS(struct report, handling, report_handling_tokens),
	COLUMN(struct report, is_required, BOOL),
	COLUMN(struct report, due_on, DAY),
	COLUMN(struct report, requested_on, DAY),
	COLUMN(struct report, received_on, DAY),
	COLUMN(struct report, is_verbal, BOOL),
	COLUMN_AS(struct report, is_signed, yes_no_tokens),
	COLUMN_AS(struct report, is_legible, yes_no_tokens),
	COLUMN(struct report, copies, INT),
	COLUMN(struct report, to_chair_on, DAY),
	COLUMN(struct report, to_manager_on, DAY),
	COLUMN(struct report, not_shared_why, TEXT),
	COLUMN(struct report, note, TEXT),
	COLUMN(struct report, speaks_of, TEXT),
	COLUMN(struct report, version, INTEGER),
	COLUMN(struct report, shown_agency, TEXT),
	COLUMN(struct report, shown_email, TEXT),
	COLUMN(struct report, shown_phone, TEXT),
	COLUMN(struct report, quorum_group, TEXT),
	COLUMN_AS(struct report, involved, yes_no_tokens),
	COLUMN_AS(struct report, method, invite_method_tokens),
	COLUMN(struct report, chased, INT),
	COLUMN(struct report, last_chased_on, DAY),
	COLUMN(struct report, manager_told, BOOL),
	COLUMN(struct report, files, INT),
	SHOWN_COLUMNS(struct report_read, shown.),
};
static const struct column_list reports = COLUMN_LIST(struct report_read, report_columns);

static const struct column reader_columns[] = {
	COLUMN(struct report_reader, report_id, ID),
	COLUMN(struct report_reader, person_id, ID),
	COLUMN(struct report_reader, shared_on, DAY),
	COLUMN(struct report_reader, seen_on, DAY),
};
static const struct column_list readers = COLUMN_LIST(struct report_reader, reader_columns);

static const struct column chaser_columns[] = {
	COLUMN(struct chaser, id, ID),         COLUMN(struct chaser, report_id, ID),
	COLUMN(struct chaser, chased_on, DAY), COLUMN_AS(struct chaser, how, invite_method_tokens),
	COLUMN(struct chaser, spoke_to, TEXT), COLUMN(struct chaser, note, TEXT),
	COLUMN(struct chaser, by_user, TEXT),  COLUMN(struct chaser, is_to_manager, BOOL),
	COLUMN(struct chaser, letter_id, ID),
};
static const struct column_list chasers = COLUMN_LIST(struct chaser, chaser_columns);

/* What went to the agency's manager is told of apart: it is no further chaser of whoever owes the report. */
#define REPORT_ROWS                                                                                                    \
	"SELECT r.id, r.conference_id, r.invitee_id, r.kind, r.handling, r.is_required, r.due_on, r.requested_on,"     \
	" r.received_on, r.is_verbal, r.is_signed, r.is_legible, r.copies, r.to_chair_on, r.to_manager_on,"            \
	" r.not_shared_why, r.note, r.version, " SHOWN_RESULTS ", i.involved, i.method,"                               \
	" (SELECT count(*) FROM chaser AS h WHERE h.report_id = r.id AND h.is_to_manager = 0) AS chased,"              \
	" (SELECT max(h.chased_on) FROM chaser AS h WHERE h.report_id = r.id AND h.is_to_manager = 0)"                 \
	" AS last_chased_on,"                                                                                          \
	" EXISTS (SELECT 1 FROM chaser AS h WHERE h.report_id = r.id AND h.is_to_manager = 1) AS manager_told,"        \
	" (SELECT count(*) FROM paper AS n WHERE n.report_id = r.id AND n.is_withdrawn = 0) AS files,"                 \
	" ifnull((SELECT group_concat(coalesce(nullif(k.known_as, ''), nullif(k.given_names, ''), 'the unborn baby')," \
	" ', ') FROM report_child AS w JOIN person AS k ON k.id = w.person_id WHERE w.report_id = r.id), '')"          \
	" AS speaks_of "
#define OF_REPORTS          "FROM report AS r JOIN invitee AS i ON i.id = r.invitee_id" SHOWN_JOINS
#define OF_WHAT_MAY_BE_SEEN " JOIN family AS f ON f.id = c.family_id AND " MAY_SEE

static const struct statement report_add = {
	"INSERT INTO report (conference_id, invitee_id, kind, handling, is_required, due_on, requested_on, received_on,"
	" is_verbal, is_signed, is_legible, copies, to_chair_on, to_manager_on, not_shared_why, note) VALUES"
	" (:conference_id, :invitee_id, :kind, :handling, :is_required, :due_on, :requested_on, :received_on,"
	" :is_verbal, :is_signed, :is_legible, :copies, :to_chair_on, :to_manager_on, :not_shared_why, :note)",
	true};
static const struct statement report_update = {
	"UPDATE report SET kind = :kind, handling = :handling, is_required = :is_required, due_on = :due_on,"
	" requested_on = :requested_on, received_on = :received_on, is_verbal = :is_verbal, is_signed = :is_signed,"
	" is_legible = :is_legible, copies = :copies, to_chair_on = :to_chair_on, to_manager_on = :to_manager_on,"
	" not_shared_why = :not_shared_why, note = :note, version = version + 1 WHERE id = :id AND version = :version",
	true};
static const struct statement by_id = {REPORT_ROWS OF_REPORTS " WHERE r.id = :id", true};
static const struct statement of_invitee = {REPORT_ROWS OF_REPORTS " WHERE r.invitee_id = :invitee", true};
static const struct statement of_conference = {REPORT_ROWS OF_REPORTS
					       " WHERE r.conference_id = :conference AND i.is_withdrawn = 0"
					       " ORDER BY r.kind <> 'social_work', " BY_AGENCY_AND_NAME ", r.id",
					       true};
static const struct statement between = {
	REPORT_ROWS
	"FROM conference AS c" OF_WHAT_MAY_BE_SEEN
	" CROSS JOIN report AS r ON r.conference_id = c.id JOIN invitee AS i ON i.id = r.invitee_id" SHOWN_JOINS
	" WHERE c.held_on BETWEEN :from AND :to AND c.state <> 'cancelled' AND i.is_withdrawn = 0"
	" ORDER BY c.held_on, c.starts, c.id, r.kind <> 'social_work', " BY_AGENCY_AND_NAME ", r.id",
	true};
static const struct statement to_chase = {
	REPORT_ROWS "FROM report AS r CROSS JOIN conference AS c ON c.id = r.conference_id" OF_WHAT_MAY_BE_SEEN
		    " JOIN invitee AS i ON i.id = r.invitee_id" SHOWN_JOINS
		    " WHERE r.received_on IS NULL AND r.due_on <= :by AND r.is_required = 1 AND i.involved <> 'no'"
		    " AND i.is_withdrawn = 0 AND c.held_on >= :today"
		    " AND c.state IN ('scheduled', 'invited', 'ready')"
		    " ORDER BY r.due_on, c.held_on, c.starts, c.id, r.kind <> 'social_work', " BY_AGENCY_AND_NAME
		    ", r.id",
	true};
static const struct statement reader_keep = {
	"INSERT INTO report_reader (report_id, person_id, shared_on, seen_on)"
	" VALUES (:report_id, :person_id, :shared_on, :seen_on) ON CONFLICT (report_id, person_id) DO UPDATE SET"
	" shared_on = excluded.shared_on, seen_on = excluded.seen_on",
	true};
static const struct statement readers_read = {
	"SELECT n.report_id, n.person_id, n.shared_on, n.seen_on FROM report AS r JOIN report_reader AS n"
	" ON n.report_id = r.id WHERE r.conference_id = :conference ORDER BY n.report_id, n.person_id",
	true};
static const struct statement chaser_add = {
	"INSERT INTO chaser (report_id, chased_on, how, spoke_to, note, by_user, is_to_manager, letter_id)"
	" VALUES (:report_id, :chased_on, :how, :spoke_to, :note, :by_user, :is_to_manager, :letter_id)",
	true};
static const struct statement chaser_remove = {"DELETE FROM chaser WHERE letter_id = :letter", false};
static const struct statement chasers_read = {
	"SELECT id, report_id, chased_on, how, spoke_to, note, by_user, is_to_manager, letter_id FROM chaser"
	" WHERE report_id = :report ORDER BY chased_on, id",
	true};

const struct statement *const report_statements[] = {
	&report_add,  &report_update, &by_id,      &of_invitee,    &of_conference, &between, &to_chase,
	&reader_keep, &readers_read,  &chaser_add, &chaser_remove, &chasers_read,  NULL};

static bool read_list(struct store *s, const struct statement *q, const struct parameter *parameters, struct arena *mem,
		      struct report_list *out, struct fault *f)
{
	struct report_read_list rows;

	*out = (struct report_list){0};
	if (!store_select(s, q, parameters, &reports, mem, &rows, f))
		return false;
	for (size_t i = 0; i < rows.count; i++) {
		struct report *report = ARENA_PUSH(mem, out);

		if (!report)
			return answer_too_much(f);
		*report = rows.items[i].report;
		report->shown_name = shown_name(&rows.items[i].shown, mem);
	}
	return !arena_exhausted(mem) || answer_too_much(f);
}

bool report_insert(struct store *s, struct report *report, struct fault *f)
{
	if (!store_change(s, &report_add, &reports, report, NULL, NULL, f))
		return false;
	report->id = store_last_id(s);
	report->version = 1;
	return true;
}

bool report_save(struct store *s, struct report *report, struct fault *f)
{
	int64_t changed;

	return store_change(s, &report_update, &reports, report, NULL, &changed, f) &&
	       answer_saved(changed, &report->version, "this report", f);
}

bool report_by_id(struct store *s, int64_t id, struct arena *mem, struct report *out, struct fault *f)
{
	struct report_list found;

	*out = (struct report){0};
	if (!read_list(s, &by_id, PARAMETERS(PARAMETER_ID("id", id)), mem, &found, f))
		return false;
	if (found.count == 0)
		return fault_set(f, FAULT_NOT_FOUND,
				 "This report is not in the case file any more. Open the conference again.");
	*out = found.items[0];
	return true;
}

bool report_of_invitee(struct store *s, int64_t invitee, struct arena *mem, struct report *out, struct fault *f)
{
	struct report_list found;

	*out = (struct report){0};
	if (!read_list(s, &of_invitee, PARAMETERS(PARAMETER_ID("invitee", invitee)), mem, &found, f))
		return false;
	if (found.count > 0)
		*out = found.items[0];
	return true;
}

bool reports_of(struct store *s, int64_t conference, struct arena *mem, struct report_list *out, struct fault *f)
{
	return read_list(s, &of_conference, PARAMETERS(PARAMETER_ID("conference", conference)), mem, out, f);
}

bool reports_between(struct store *s, day_number from, day_number to, int64_t user, struct arena *mem,
		     struct report_list *out, struct fault *f)
{
	return read_list(s, &between,
			 PARAMETERS(PARAMETER_DAY("from", from), PARAMETER_DAY("to", to), PARAMETER_ID("user", user)),
			 mem, out, f);
}

bool reports_to_chase(struct store *s, day_number today, day_number by, int64_t user, struct arena *mem,
		      struct report_list *out, struct fault *f)
{
	return read_list(s, &to_chase,
			 PARAMETERS(PARAMETER_DAY("today", today), PARAMETER_DAY("by", by), PARAMETER_ID("user", user)),
			 mem, out, f);
}

bool report_reader_keep(struct store *s, const struct report_reader *reader, struct fault *f)
{
	return store_change(s, &reader_keep, &readers, reader, NULL, NULL, f);
}

bool report_readers_of(struct store *s, int64_t conference, struct arena *mem, struct report_reader_list *out,
		       struct fault *f)
{
	return store_select(s, &readers_read, PARAMETERS(PARAMETER_ID("conference", conference)), &readers, mem, out,
			    f);
}

bool chaser_insert(struct store *s, struct chaser *chaser, struct fault *f)
{
	if (!store_change(s, &chaser_add, &chasers, chaser, NULL, NULL, f))
		return false;
	chaser->id = store_last_id(s);
	return true;
}

bool chaser_drop(struct store *s, int64_t letter, struct fault *f)
{
	return store_change(s, &chaser_remove, NULL, NULL, PARAMETERS(PARAMETER_ID("letter", letter)), NULL, f);
}

bool chasers_of(struct store *s, int64_t report, struct arena *mem, struct chaser_list *out, struct fault *f)
{
	return store_select(s, &chasers_read, PARAMETERS(PARAMETER_ID("report", report)), &chasers, mem, out, f);
}
