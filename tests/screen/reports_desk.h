/* A booked conference with reports that are owed for it, in the rows of the case file itself. */
#ifndef TESTS_REPORTS_DESK_H
#define TESTS_REPORTS_DESK_H

#include "desk_fixture.h"

#include <stdio.h>

static inline void run_sql(struct desk_fixture *fixture, const char *sql)
{
	casework_fixture_number(fixture->file, sql);
}

static inline int64_t number_of(struct desk_fixture *fixture, const char *sql)
{
	return casework_fixture_number(fixture->file, sql);
}

/* Whoever owes one, invited by e-mail; due and asked as given, "" not. */
static inline int64_t owes(struct desk_fixture *fixture, const char *agency, const char *name, const char *kind,
			   const char *due)
{
	char sql[900];

	snprintf(sql, sizeof sql, "INSERT OR IGNORE INTO agency (name) VALUES ('%s')", agency);
	run_sql(fixture, sql);
	snprintf(sql, sizeof sql,
		 "INSERT INTO contact (agency_id, name, role, email, phone) SELECT id, '%s', '', 'desk@example.org',"
		 " '01632 960417' FROM agency WHERE name = '%s'",
		 name, agency);
	run_sql(fixture, sql);
	run_sql(fixture, "INSERT INTO invitee (conference_id, contact_id, capacity, method) SELECT"
			 " (SELECT conference_id FROM booking LIMIT 1), max(id), 'professional', 'email' FROM contact");
	snprintf(sql, sizeof sql,
		 "INSERT INTO report (conference_id, invitee_id, kind, handling, due_on, requested_on) SELECT"
		 " (SELECT conference_id FROM booking LIMIT 1), max(id), '%s', '%s', '%s', '2026-03-12' FROM invitee",
		 kind, kind[0] == 'p' ? "professionals_only" : "share", due);
	run_sql(fixture, sql);
	return number_of(fixture, "SELECT max(id) FROM report");
}

/* Somebody of the family who comes with the others. */
static inline void comes(struct desk_fixture *fixture, const char *given, const char *surname, const char *relationship)
{
	char sql[600];

	snprintf(
		sql, sizeof sql,
		"INSERT INTO person (given_names, surname, reference) VALUES ('%s', '%s', 'N-9' || (SELECT max(id) FROM"
		" person))",
		given, surname);
	run_sql(fixture, sql);
	snprintf(sql, sizeof sql,
		 "INSERT INTO family_member (family_id, person_id, relationship) SELECT (SELECT family_id FROM "
		 "conference"
		 " WHERE id = (SELECT conference_id FROM booking LIMIT 1)), max(id), '%s' FROM person",
		 relationship);
	run_sql(fixture, sql);
	run_sql(fixture, "INSERT INTO invitee (conference_id, person_id, capacity, method, email) SELECT (SELECT"
			 " conference_id FROM booking LIMIT 1), max(id), 'family', 'email', 'home@example.org' FROM"
			 " person");
}

/* The conference of Ọ̀ṣúndé, booked; eight agencies owe a report, three of the family come. */
static inline void a_conference_with_reports(struct desk_fixture *fixture)
{
	desk_keys(fixture, "c /");
	desk_type(fixture, "osunde");
	desk_keys(fixture, "Enter b Enter y Esc Esc Esc T");
	owes(fixture, "Children''s Social Care", "Zsófia Õunap", "social_work", "2026-04-02");
	owes(fixture, "Ashgrove Primary School", "Ọlábísí Kẹ́hìndé", "agency", "2026-03-26");
	owes(fixture, "Health visiting", "نور حمدان", "agency", "2026-03-30");
	owes(fixture, "General practice", "陳美玲", "agency", "2026-04-01");
	owes(fixture, "Police", "DC Hall", "police", "2026-04-01");
	owes(fixture, "Probation", "M. Abdi", "written_information", "2026-04-08");
	comes(fixture, "Ngọ́zị̀", "Ọ̀ṣúndé", "mother");
	comes(fixture, "Femi", "Ọ̀ṣúndé", "father");
	run_sql(fixture, "UPDATE invitee SET involved = 'no' WHERE contact_id = (SELECT id FROM contact WHERE name ="
			 " 'M. Abdi')");
}

#endif
