/* Every verb and query of casework/retention.h, each called once about the small world. */
#ifndef TESTS_RETENTION_CALLS_H
#define TESTS_RETENTION_CALLS_H

#include "call_world.h"
#include "casework/retention.h"

CALL(retention)
{
	struct retention_line_list out;

	(void)w;
	return casework_retention(cw, true, mem, &out, f);
}

CALL(retention_page)
{
	struct retention_page out;

	return casework_retention_page(cw, w->over, mem, &out, f);
}

CALL(disposal_try)
{
	struct disposal_trial out;

	return casework_disposal_try(cw, w->over, mem, &out, f);
}

CALL(disposal_propose)
{
	int64_t id;

	(void)mem;
	return casework_disposal_propose(cw, w->over, "nobody asked for it", &id, f);
}

CALL(disposal_withdraw)
{
	(void)mem;
	return casework_disposal_withdraw(cw, w->disposal, 1, "a solicitor rang", f);
}

CALL(disposal_approve)
{
	const struct disposal_approval approval = {w->disposal, 1, "FAM-7004", ""};
	struct disposal_outcome out;

	return casework_disposal_approve(cw, &approval, mem, &out, f);
}

CALL(disposals_settle)
{
	bool done;

	UNUSED;
	return casework_disposals_settle(cw, &done, f);
}

CALL(disposals_told)
{
	struct disposal_line_list out;

	(void)w;
	return casework_disposals(cw, mem, &out, f);
}

CALL(disposals_waiting)
{
	size_t out;

	(void)w;
	return casework_disposals_waiting(cw, mem, &out, f);
}

CALL(certificate)
{
	const char *out;

	return casework_certificate(cw, w->disposal ? "Z-7002" : "", mem, &out, f);
}

CALL(certificate_write)
{
	const char *path;

	return casework_certificate_write(cw, w->disposal ? "Z-7002" : "", w->fixture ? w->fixture->folder : "", mem,
					  &path, f);
}

CALL(hold_set)
{
	const struct holding holding = {
		.family_id = w->over, .reason = "keep everything", .asked_by = "the inquiry", .until_on = DAY_NONE};

	(void)mem;
	return casework_hold_set(cw, &holding, f);
}

CALL(hold_lifted)
{
	(void)mem;
	return casework_hold_lift(cw, w->hold, 1, "the inquiry has reported", f);
}

static inline int64_t a_record_that_is_over(struct casework_fixture *fixture, const char *reference)
{
	int64_t family = number(fixture, "INSERT INTO family (reference, name) VALUES ('%s', 'Oldacre') RETURNING id",
				reference);
	int64_t child = number(fixture,
			       "INSERT INTO person (reference, given_names, surname, born_on) VALUES ('N-%s', 'Wilf', "
			       "'Oldacre', '1984-02-29') RETURNING id",
			       reference);

	number(fixture, "INSERT INTO family_member (family_id, person_id, relationship) VALUES (%lld, %lld, 'child')",
	       (long long)family, (long long)child);
	number(fixture,
	       "INSERT INTO name_search (rowid, folded) VALUES (%lld, 'oldacre wilf n ' || lower(replace('%s', '-', ' "
	       "')))",
	       (long long)child, reference);
	number(fixture, "INSERT INTO enquiry (family_id, strategy_on, source) VALUES (%lld, '1989-02-01', 'typed')",
	       (long long)family);
	return family;
}

/* Three records that are over: one to propose, one that somebody proposed, and the certificate of another. */
static inline void make_retention(struct casework_fixture *fixture, struct world *w)
{
	int64_t other = a_record_that_is_over(fixture, "FAM-7004");

	w->over = a_record_that_is_over(fixture, "FAM-7003");
	w->disposal = number(
		fixture,
		"INSERT INTO disposal (reference, family_id, family, state, rule, years, counted_from, basis, from_on, "
		"due_on, reason, proposed_by, proposed_on) VALUES ('Z-7001', %lld, 'FAM-7004', 'proposed', "
		"'no_conference', 25, 'birth', 'x', '1984-02-29', '2009-03-01', 'over', 'somebody', '2026-03-01') "
		"RETURNING id",
		(long long)other);
	number(fixture,
	       "INSERT INTO disposal (reference, family, state, rule, years, counted_from, basis, from_on, due_on, "
	       "reason, "
	       "proposed_by, proposed_on, ended_by, ended_on, digest, approved_at, wiped_at) VALUES ('Z-7002', "
	       "'FAM-7005', 'done', 'no_conference', 25, 'birth', 'x', '1984-02-29', '2009-03-01', 'over', 'somebody', "
	       "'2026-03-01', 'another', '2026-03-02', 'ab', 1772442000, 1772442000)");
	w->hold = number(
		fixture,
		"INSERT INTO retention_hold (family_id, reason, asked_by, set_on, set_by) VALUES (%lld, 'kept', "
		"'a court', '2026-03-01', 'somebody') RETURNING id",
		(long long)w->opened);
}

#endif
