/* How long the reports of the largest council's week take to open, and Today with what is missing of each conference:
 * `ninja reports_bench && tests/reports_bench`. No test: it judges nothing, it prints what docs/benchmarks.md quotes.
 */
#include "../casework/report_steps.h"

#include <time.h>

enum { WEEKS = 12, A_WEEK = 66, OWED = 10, TIMES = 20 };

static double milliseconds(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

/* Twelve weeks of conferences like the one that was booked, ten reports each, half of them in, chased and read. */
static void fill(struct casework_fixture *fixture, int64_t conference)
{
	const struct {
		const char *sql;
	} steps[] = {
		{"CREATE TABLE n AS WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 792) "
		 "SELECT i FROM n"},
		{"INSERT INTO family (reference, name) SELECT 'FAM-9' || i, 'Family ' || i FROM n"},
		{"INSERT INTO conference (reference, family_id, type, state, source, policy, requested_on, held_on, "
		 "starts, minutes) SELECT 'C-9' || i, (SELECT id FROM family WHERE reference = 'FAM-9' || i), "
		 "'initial',"
		 " 'invited', 'typed', 'national 2026-04', '2026-03-26', date('2026-04-13', '+' || (7 * (i / 66) + i % "
		 "5)"
		 " || ' days'), 540 + 10 * (i % 40), 90 FROM n"},
		{"INSERT INTO deadline (rule, subject_kind, subject_id, family_id, trigger_on, due_on, owner, state, "
		 "policy) SELECT 'report.initial', 'conference', id, family_id, held_on, date(held_on, '-4 days'),"
		 " 'business_support', 'open', 'national 2026-04' FROM conference WHERE reference LIKE 'C-9%'"},
		{"INSERT INTO agency (name) SELECT 'Agency ' || i FROM n WHERE i <= 10"},
		{"INSERT INTO contact (agency_id, name) SELECT id, 'Contact of ' || name FROM agency WHERE name LIKE "
		 "'Agency %'"},
		{"INSERT INTO invitee (conference_id, contact_id, capacity, method) SELECT c.id, k.id, 'professional', "
		 "'email' FROM conference AS c JOIN contact AS k ON k.name LIKE 'Contact of %' WHERE c.reference LIKE "
		 "'C-9%'"},
		{"INSERT INTO report (conference_id, invitee_id, kind, handling, due_on, requested_on, received_on) "
		 "SELECT"
		 " i.conference_id, i.id, 'agency', 'share', date(c.held_on, '-4 days'), '2026-03-30', CASE i.id % 2 "
		 "WHEN"
		 " 0 THEN '2026-04-01' END FROM invitee AS i JOIN conference AS c ON c.id = i.conference_id"},
		{"INSERT INTO chaser (report_id, chased_on, how, by_user) SELECT id, '2026-04-01', 'email', 'x' FROM "
		 "report WHERE received_on IS NULL"},
		{"INSERT INTO report_reader (report_id, person_id, shared_on) SELECT r.id, p.id, '2026-04-01' FROM "
		 "report"
		 " AS r JOIN person AS p WHERE r.received_on IS NOT NULL"},
		{"DROP TABLE n"},
		{"ANALYZE"},
	};

	for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
		casework_fixture_number(fixture, steps[i].sql);
	(void)conference;
}

static void week(struct casework_fixture *fixture)
{
	struct arena mem = {0};
	struct reports_page page;
	struct due_list due;
	double began = milliseconds(), ended;

	for (int i = 0; i < TIMES; i++) {
		arena_reset(&mem);
		MUST(casework_reports_between(fixture->cw, date_from_iso("2026-04-20"), date_from_iso("2026-04-26"),
					      &mem, &page, f));
	}
	ended = milliseconds();
	printf("the week's matrix: %zu reports in %.1f ms\n", page.lines.count, (ended - began) / TIMES);
	began = milliseconds();
	for (int i = 0; i < TIMES; i++) {
		arena_reset(&mem);
		MUST(casework_due(fixture->cw, &(struct due_filter){.within_wd = 10, .lane = -1}, &mem, &due, f));
	}
	ended = milliseconds();
	printf("what is due within ten working days: %zu items in %.1f ms\n", due.count, (ended - began) / TIMES);
	arena_finish(&mem);
}

int main(void)
{
	void *state = NULL;
	struct casework_fixture *fixture;

	if (casework_fixture_setup(&state) != 0)
		return 1;
	fixture = state;
	fill(fixture, a_booked_conference(fixture, "Okonkwo"));
	week(fixture);
	return casework_fixture_teardown(&state);
}
