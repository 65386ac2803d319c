/* What the tests of reports, chasers and bundles do over and over: a booked conference, who owes a report for it, the
 * family that may read it. */
#ifndef TESTS_REPORT_STEPS_H
#define TESTS_REPORT_STEPS_H

#include "booking_steps.h"
#include "casework/reports.h"
#include "intake_rows.h"

/* Booked for Monday 13 April 2026 at 10:00: reports are due on Thursday 9 April. */
static inline int64_t a_booked_conference(struct casework_fixture *fixture, const char *surname)
{
	int64_t id = a_waiting_conference(fixture, surname, "2026-03-26");
	struct booking booking = first_booking(fixture, id);

	booking.slot.day = date_from_iso("2026-04-13");
	booking.slot.starts = 600 + (int)(number(fixture, "SELECT count(*) FROM booking") / 3) * 130;
	MUST(casework_book(fixture->cw, &booking, f));
	return id;
}

static inline int64_t a_contact(struct casework_fixture *fixture, const char *agency, const char *name,
				const char *role)
{
	number(fixture, "INSERT OR IGNORE INTO agency (name) VALUES ('%s')", agency);
	number(fixture,
	       "INSERT INTO contact (agency_id, name, role, email, phone) SELECT id, '%s', '%s',"
	       " lower(replace(replace('%s', '.', ''), ' ', '.')) || '@example.org', '01632 960417' FROM agency WHERE "
	       "name = '%s'",
	       name, role, name, agency);
	return number(fixture, "SELECT max(id) FROM contact");
}

/* The report that somebody of this agency owes; asked for on 30 March. */
static inline int64_t a_report(struct casework_fixture *fixture, int64_t conference, const char *agency,
			       const char *name, const char *kind, const char *handling)
{
	int64_t contact = a_contact(fixture, agency, name, "");

	number(fixture,
	       "INSERT INTO invitee (conference_id, contact_id, capacity, method) VALUES (%lld, %lld, 'professional',"
	       " 'email')",
	       (long long)conference, (long long)contact);
	number(fixture,
	       "INSERT INTO report (conference_id, invitee_id, kind, handling, due_on, requested_on) SELECT %lld,"
	       " max(id), '%s', '%s', '2026-04-09', '2026-03-30' FROM invitee",
	       (long long)conference, kind, handling);
	return number(fixture, "SELECT max(id) FROM report");
}

/* A member of the conference's family, on its list of invitees. */
static inline int64_t a_reader(struct casework_fixture *fixture, int64_t conference, const char *given,
			       enum relationship relationship)
{
	struct person person = a_child(given, "Doran", "1990-02-03");
	int64_t family = number(fixture, "SELECT family_id FROM conference WHERE id = %lld", (long long)conference);

	int64_t id;

	MUST(casework_member_add(fixture->cw, family, &person, relationship, ANSWER_YES, NULL, f));
	id = number(fixture, "SELECT max(id) FROM person");
	number(fixture,
	       "INSERT INTO invitee (conference_id, person_id, capacity, method, email) VALUES (%lld, %lld, 'family',"
	       " 'email', '%s@example.org')",
	       (long long)conference, (long long)id, given);
	return id;
}

static inline struct report_marking a_marking(struct casework_fixture *fixture, int64_t report, enum report_mark mark,
					      const char *on, int64_t person)
{
	return (struct report_marking){
		.report_id = report,
		.version = number(fixture, "SELECT version FROM report WHERE id = %lld", (long long)report),
		.mark = mark,
		.on = date_from_iso(on),
		.person_id = person};
}

/* *taken_back of the mark. */
static inline bool marked(struct casework_fixture *fixture, int64_t report, enum report_mark mark, const char *on,
			  int64_t person)
{
	struct report_marking marking = a_marking(fixture, report, mark, on, person);
	bool taken_back = false;

	MUST(casework_report_mark(fixture->cw, &marking, &taken_back, f));
	return taken_back;
}

static inline struct reports_page page_of(struct casework_fixture *fixture, int64_t conference)
{
	struct reports_page page;

	MUST(casework_reports(fixture->cw, conference, &fixture->mem, &page, f));
	return page;
}

static inline const struct report_line *line_of(const struct reports_page *page, int64_t report)
{
	for (size_t i = 0; i < page->lines.count; i++)
		if (page->lines.items[i].report.id == report)
			return &page->lines.items[i];
	fail_msg("report %lld is not in the matrix", (long long)report);
	return NULL;
}

/* "open", "done", "" when there is none. */
static inline const char *standing_of_rule(struct casework_fixture *fixture, int64_t conference, const char *rule)
{
	char sql[200];

	snprintf(sql, sizeof sql,
		 "SELECT state || coalesce(' ' || done_on, '') FROM deadline WHERE subject_kind = 'conference' AND"
		 " subject_id = %lld AND rule = '%s'",
		 (long long)conference, rule);
	return casework_fixture_text(fixture, sql);
}

#endif
