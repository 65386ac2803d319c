/* Every verb and query of casework/reports.h, each called once about the small world. */
#ifndef TESTS_REPORT_CALLS_H
#define TESTS_REPORT_CALLS_H

#include "call_world.h"
#include "casework/reports.h"

#include <unistd.h>

CALL(reports)
{
	struct reports_page out;

	return casework_reports(cw, w->booked, mem, &out, f);
}

CALL(reports_between)
{
	struct reports_page out;

	UNUSED;
	return casework_reports_between(cw, casework_today(cw), casework_today(cw) + 30, mem, &out, f);
}

CALL(report_mark)
{
	const struct report_marking marking = {
		.report_id = w->report, .version = w->report_version, .mark = MARK_SIGNED, .on = casework_today(cw)};
	bool taken_back;

	(void)mem;
	return casework_report_mark(cw, &marking, &taken_back, f);
}

CALL(report_save)
{
	struct report report = {.id = w->report,
				.version = w->report_version,
				.handling = HANDLING_CHAIR_ONLY,
				.is_required = true,
				.not_shared_why = "",
				.note = "by hand"};

	(void)mem;
	return casework_report_save(cw, &report, f);
}

CALL(report_attach)
{
	return casework_report_attach(cw, w->report, SOURCE_FOLDER "/README.md", mem, f);
}

CALL(papers)
{
	struct paper_item_list out;

	return casework_papers(cw, w->booked, 0, mem, &out, f);
}

CALL(paper_take_out)
{
	const char *path;

	if (!casework_paper_take_out(cw, w->paper, w->fixture->folder, mem, &path, f))
		return false;
	unlink(path);
	return true;
}

CALL(paper_withdraw)
{
	(void)mem;
	return casework_paper_withdraw(cw, w->paper, "another child's", f);
}

CALL(chase_list)
{
	struct chase_line_list out;

	UNUSED;
	return casework_chase_list(cw, mem, &out, f);
}

CALL(chase_by_letter)
{
	char ids[24];
	size_t written;

	(void)mem;
	snprintf(ids, sizeof ids, "%lld", (long long)w->owed);
	return casework_chase_by_letter(cw, ids, &written, f);
}

CALL(chase_by_telephone)
{
	(void)mem;
	return casework_chase_by_telephone(cw, w->owed, "the office", "", false, f);
}

CALL(bundle_plan)
{
	struct bundle_plan out;

	return casework_bundle_plan(cw, w->booked, 0, mem, &out, f);
}

CALL(bundle_make)
{
	const char *path;

	if (!casework_bundle_make(cw, w->booked, 0, w->fixture->folder, mem, &path, f))
		return false;
	unlink(path);
	unlink(arena_printf(mem, "%s/C-0002 Surgery, README.md", w->fixture->folder));
	return true;
}

CALL(bundle_send)
{
	size_t written;

	(void)mem;
	return casework_bundle_send(cw, w->booked, &written, f);
}

CALL(bundles)
{
	struct bundle_item_list out;

	return casework_bundles(cw, w->booked, mem, &out, f);
}

/* Somebody who owes a report for this conference; the report's id. */
static inline int64_t a_report_owed(struct casework_fixture *fixture, int64_t conference, const char *name)
{
	number(fixture, "INSERT OR IGNORE INTO agency (name) VALUES ('Surgery')");
	number(fixture,
	       "INSERT INTO contact (agency_id, name, email) SELECT id, '%s', 'surgery@example.org' FROM agency WHERE"
	       " name = 'Surgery'",
	       name);
	number(fixture,
	       "INSERT INTO invitee (conference_id, contact_id, capacity, method) SELECT %lld, max(id), 'professional',"
	       " 'email' FROM contact",
	       (long long)conference);
	number(fixture,
	       "INSERT INTO report (conference_id, invitee_id, kind, handling, due_on, requested_on) SELECT %lld,"
	       " max(id), 'agency', 'share', '2026-04-01', '2026-03-30' FROM invitee",
	       (long long)conference);
	return number(fixture, "SELECT max(id) FROM report");
}

/* One report is in with a file, one is owed; a bundle was made of the file. */
static inline void make_reports(struct casework_fixture *fixture, struct world *w)
{
	w->report = a_report_owed(fixture, w->booked, "Dr Tran");
	w->owed = a_report_owed(fixture, w->booked, "Dr Nair");
	number(fixture, "UPDATE report SET received_on = '2026-03-31' WHERE id = %lld", (long long)w->report);
	number(fixture,
	       "INSERT INTO paper (family_id, conference_id, report_id, name, media_type, bytes, digest, kept_at,"
	       " by_user, content) SELECT family_id, id, %lld, 'README.md', 'text/plain', 0,"
	       " '0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8', 1, 'x', x'' FROM conference"
	       " WHERE id = %lld",
	       (long long)w->report, (long long)w->booked);
	w->paper = number(fixture, "SELECT max(id) FROM paper");
	number(fixture,
	       "INSERT INTO bundle (conference_id, paper_id, pages, reports, missing, made_at, by_user) VALUES (%lld,"
	       " %lld, 1, 1, 1, 1, 'x')",
	       (long long)w->booked, (long long)w->paper);
	w->report_version = 1;
}

#endif
