/* Every verb and query of casework/conference_record.h, each called once about the small world. */
#ifndef TESTS_RECORD_CALLS_H
#define TESTS_RECORD_CALLS_H

#include "call_world.h"
#include "casework/conference_record.h"

CALL(record_page)
{
	struct record_page out;

	return casework_record(cw, w->drafted, mem, &out, f);
}

CALL(record_again)
{
	struct record_page out;

	return casework_record_again(cw, w->drafted, mem, &out, f);
}

CALL(record_draft)
{
	(void)mem;
	return casework_record_draft(cw, w->drafted, f);
}

CALL(record_section)
{
	struct record_section one = {.id = w->section, .version = 1, .text = "In other words."};

	(void)mem;
	return casework_record_section(cw, w->drafted, &one, f);
}

/* The first section of one's own, or one there is none of. */
CALL(record_section_readers)
{
	const struct record_section section = {
		.id = number(w->fixture, "SELECT coalesce(min(id), 0) FROM record_section WHERE key LIKE 'own.%%'"),
		.version = 1,
		.is_of_no_child = true};

	(void)mem;
	return casework_record_section_readers(cw, w->drafted, &section, f);
}

CALL(record_section_add)
{
	(void)mem;
	return casework_record_section_add(cw, w->drafted, &(struct record_section){.heading = "Housing"}, f);
}

CALL(record_to_chair)
{
	(void)mem;
	return casework_record_to_chair(cw, w->drafted, 1, f);
}

CALL(record_approve)
{
	(void)mem;
	return casework_record_approve(cw, w->with_chair, 2, f);
}

CALL(record_return)
{
	(void)mem;
	return casework_record_return(cw, w->with_chair, 2, "Chidi is 12.", f);
}

CALL(record_correction_ask)
{
	(void)mem;
	return casework_record_correction_ask(cw, w->drafted, "K. Evans", casework_today(cw), "I came at ten.", f);
}

CALL(record_correction_answer)
{
	(void)mem;
	return casework_record_correction_answer(cw, w->drafted, w->correction, true, "Mended.", f);
}

CALL(record_reopen)
{
	(void)mem;
	return casework_record_reopen(cw, w->approved, "a slip", f);
}

CALL(record_text)
{
	const char *out;

	return casework_record_text(cw, w->drafted, 0, mem, &out, f);
}

CALL(feedback_save)
{
	struct feedback one = feedback_blank();

	(void)mem;
	one.conference_id = w->drafted;
	one.invitee_id = w->parent;
	one.sent_on = casework_today(cw);
	return casework_feedback_save(cw, &one, f);
}

/* Decided today and drafted by whoever is at work, chaired by the account "chair". */
static inline int64_t a_drafted_record(struct casework_fixture *fixture, const char *surname)
{
	int64_t id = a_waiting_conference(fixture, surname, "2026-03-26");
	struct invitee parent = {.capacity = CAPACITY_FAMILY, .name = "Di Poe", .advocate_offered_on = DAY_NONE};

	MUST(casework_invitees_add(fixture->cw, id, &parent, 1, f));
	number(fixture,
	       "UPDATE conference SET state = 'decided', held_on = '" FIXTURE_TODAY "', starts = 600, minutes = 60,"
	       " chair_id = (SELECT id FROM resource WHERE login = 'chair') WHERE id = %lld",
	       (long long)id);
	MUST(casework_record_draft(fixture->cw, id, f));
	return id;
}

/* One record that is written, one the chair has, one that is approved. */
static inline void make_records(struct casework_fixture *fixture, struct world *w)
{
	w->drafted = a_drafted_record(fixture, "Bangura");
	w->with_chair = a_drafted_record(fixture, "Castellan");
	w->approved = a_drafted_record(fixture, "Devereux");
	w->parent = number(fixture, "SELECT id FROM invitee WHERE conference_id = %lld", (long long)w->drafted);
	MUST(casework_record_correction_ask(fixture->cw, w->drafted, "Di Poe", casework_today(fixture->cw), "No.", f));
	w->correction = number(fixture, "SELECT max(id) FROM record_correction");
	MUST(casework_record_section_add(fixture->cw, w->drafted, &(struct record_section){.heading = "School"}, f));
	w->section = number(fixture,
			    "SELECT min(s.id) FROM record_section s JOIN conference_record r ON r.id = s.record_id"
			    " WHERE r.conference_id = %lld",
			    (long long)w->drafted);
	MUST(casework_record_to_chair(fixture->cw, w->with_chair, 1, f));
	number(fixture,
	       "UPDATE conference_record SET state = 'approved', approver = 'chair', approved_on = '" FIXTURE_TODAY
	       "' WHERE conference_id = %lld",
	       (long long)w->approved);
	number(fixture, "UPDATE conference SET state = 'record_approved' WHERE id = %lld", (long long)w->approved);
}

#endif
