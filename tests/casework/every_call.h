/* Every verb and every query of casework, each called once about a small world, for tests that try them all. */
#ifndef TESTS_EVERY_CALL_H
#define TESTS_EVERY_CALL_H

#include "access_calls.h"
#include "booking_steps.h"
#include "casework/brief.h"
#include "casework/oversight.h"
#include "casework/pages.h"
#include "complaint_calls.h"
#include "conflict_calls.h"
#include "core_group_calls.h"
#include "directory_calls.h"
#include "draft_calls.h"
#include "escalation_calls.h"
#include "intake_calls.h"
#include "invitee_calls.h"
#include "letter_calls.h"
#include "live_calls.h"
#include "live_plan_calls.h"
#include "merging_calls.h"
#include "notice_calls.h"
#include "plan_calls.h"
#include "plan_end_calls.h"
#include "plan_list_calls.h"
#include "record_calls.h"
#include "report_calls.h"
#include "retention_calls.h"
#include "review_calls.h"
#include "session_calls.h"
#include "timeline_calls.h"
#include "transfer_calls.h"
#include "whose_calls.h"

/* --- Looking --- */

CALL(due)
{
	struct due_list out;

	UNUSED;
	return casework_due(cw, &(struct due_filter){.within_wd = 10, .lane = -1}, mem, &out, f);
}

CALL(diary)
{
	struct diary_list out;

	UNUSED;
	return casework_diary(cw, casework_today(cw), casework_today(cw) + 6, "", mem, &out, f);
}

CALL(board)
{
	struct due_list due_out;
	struct diary_list out;

	UNUSED;
	return casework_board(cw, &(struct due_filter){.within_wd = 10, .lane = -1}, mem, &due_out, &out, f);
}

CALL(clock_board)
{
	struct clock_list out;

	UNUSED;
	return casework_clock(cw, mem, &out, f);
}

CALL(my_day)
{
	struct my_day_list out;

	UNUSED;
	return casework_my_day(cw, NULL, casework_today(cw), 7, mem, &out, f);
}

CALL(brief)
{
	struct brief out;

	return casework_brief(cw, w->booked, mem, &out, f);
}

CALL(conference_page)
{
	struct conference_page out;

	return casework_conference_page(cw, w->waiting, mem, &out, f);
}

CALL(family_page)
{
	struct family_page out;

	return casework_family_page(cw, w->family, mem, &out, f);
}

CALL(child_page)
{
	struct child_page out;

	return casework_child_page(cw, w->child, mem, &out, f);
}

CALL(find)
{
	struct found_list out;

	UNUSED;
	return casework_find(cw, "okonkwo", 5, true, mem, &out, f);
}

CALL(find_families)
{
	struct found_list out;

	UNUSED;
	return casework_find_families(cw, "okonkwo", 5, mem, &out, f);
}

CALL(resolve)
{
	enum found_kind kind;
	int64_t id;

	UNUSED;
	return casework_resolve(cw, w->family ? "C-0001" : "C-9999", &kind, &id, f);
}

CALL(people_like)
{
	struct look_alike_list out;

	UNUSED;
	return casework_people_like(cw, &w->person, mem, &out, f);
}

CALL(members)
{
	struct member_list out;

	return casework_members(cw, w->family, mem, &out, f);
}

CALL(person)
{
	struct person out;

	return casework_person(cw, w->child, mem, &out, f);
}

CALL(addresses)
{
	struct address_list out;

	return casework_addresses(cw, w->child, mem, &out, f);
}

CALL(family)
{
	struct family out;

	return casework_family(cw, w->family, mem, &out, f);
}

CALL(contacts)
{
	struct contact_list out;

	UNUSED;
	return casework_contacts(cw, "", "", mem, &out, f);
}

CALL(resources)
{
	struct resource_list out;

	UNUSED;
	return casework_resources(cw, RESOURCE_ROOM, mem, &out, f);
}

CALL(enquiry)
{
	struct enquiry out;
	struct person_list children;

	return casework_enquiry(cw, w->enquiry, mem, &out, &children, f);
}

CALL(booking_facts)
{
	struct booking_facts out;

	return casework_booking_facts(cw, w->waiting, mem, &out, f);
}

CALL(propose_slots)
{
	struct proposal_list out;

	return casework_propose_slots(cw, w->waiting, DAY_NONE, 3, mem, &out, f);
}

CALL(booking_check)
{
	(void)mem;
	return casework_booking_check(cw, &w->booking, f);
}

CALL(request_warnings)
{
	const struct request_child child = {.person = a_child("Ngozi", "Okonkwo", "2026-02-02")};
	struct request request = a_request(&child, w->family ? 1 : 0, "2026-03-30");
	const char *words;

	request.family_id = w->family;
	return casework_request_warnings(cw, &request, mem, &words, f);
}

/* --- Requests and bookings --- */

CALL(request_take)
{
	const struct request_child children[] = {{.person = a_child("Ife", "Balogun", "2020-02-02")}};
	struct request request = a_request(children, 1, "2026-03-30");
	const char *reference;
	int64_t id;

	request.child_count = w->family ? 1 : 0;
	return casework_request_take(cw, &request, mem, &reference, &id, f);
}

CALL(review_request)
{
	int64_t id;

	return casework_review_request(cw, w->plan, mem, &id, f);
}

CALL(request_change)
{
	const struct request_change change = {.conference_id = w->waiting,
					      .version = w->waiting_version,
					      .reason = "injury to a baby",
					      .social_worker = "Emma Evans",
					      .interpreter = "Igbo",
					      .signing = "",
					      .access = "",
					      .sittings = "",
					      .avoid = ""};

	(void)mem;
	return casework_request_change(cw, &change, f);
}

CALL(request_change_warnings)
{
	const struct request_change change = {.conference_id = w->waiting, .social_worker = "Emma Evans"};
	const char *words;

	return casework_request_change_warnings(cw, &change, mem, &words, f);
}

CALL(enquiry_correct)
{
	(void)mem;
	return casework_enquiry_correct(cw, w->enquiry, w->enquiry_version, date_from_iso("2026-03-25"),
					"typed wrongly", f);
}

CALL(book)
{
	(void)mem;
	return casework_book(cw, &w->booking, f);
}

CALL(move)
{
	struct booking booking = w->booking;

	(void)mem;
	booking.conference_id = w->booked;
	booking.version = w->booked_version;
	booking.slot = w->other_slot;
	return casework_book(cw, &booking, f);
}

static struct withdrawal withdrawal_of(const struct world *w)
{
	return (struct withdrawal){.conference_id = w->booked,
				   .version = w->booked_version,
				   .reason = "mother in hospital",
				   .agreed_by = "the chair"};
}

CALL(postpone)
{
	struct withdrawal one = withdrawal_of(w);

	(void)mem;
	return casework_postpone(cw, &one, f);
}

CALL(cancel)
{
	struct withdrawal one = withdrawal_of(w);

	(void)mem;
	return casework_cancel(cw, &one, f);
}

/* --- A review that nobody has asked for --- */

CALL(review_facts)
{
	struct booking_facts out;

	return casework_review_facts(cw, w->plan, mem, &out, f);
}

CALL(propose_review_slots)
{
	struct proposal_list out;

	return casework_propose_review_slots(cw, w->plan, DAY_NONE, 3, mem, &out, f);
}

CALL(review_booking_check)
{
	struct booking booking = w->booking;

	(void)mem;
	booking.conference_id = booking.version = 0;
	return casework_review_booking_check(cw, w->plan, &booking, f);
}

CALL(review_booking)
{
	struct booking booking = w->booking;
	int64_t id;

	booking.conference_id = booking.version = 0;
	return casework_review_booking(cw, w->plan, &booking, mem, &id, f);
}

CALL(free_for_review)
{
	struct resource_list chairs, rooms, minute_takers;

	return casework_free_for_review(cw, w->plan, w->booking.slot.day, 600, 60, mem, &chairs, &rooms, &minute_takers,
					f);
}

CALL(free_at)
{
	struct resource_list chairs, rooms, minute_takers;

	return casework_free_at(cw, w->waiting, w->booking.slot.day, 600, 60, mem, &chairs, &rooms, &minute_takers, f);
}

/* --- People --- */

CALL(family_add)
{
	int64_t id;

	(void)mem;
	return casework_family_add(cw, w->family ? "Balogun" : "Bal\x1bogun", &id, f);
}

CALL(family_add_as)
{
	int64_t id;

	(void)mem;
	return casework_family_add_as(cw, w->family ? "FAM-9000" : "F-0001", "Balogun", &id, f);
}

CALL(member_add)
{
	struct person baby = a_child("Ngozi", "Okonkwo", "2025-12-01");

	(void)mem;
	return casework_member_add(cw, w->family, &baby, RELATIONSHIP_CHILD, ANSWER_UNKNOWN, NULL, f);
}

CALL(person_save)
{
	struct person p = w->person;

	(void)mem;
	p.known_as = "Ada";
	return casework_person_save(cw, &(struct person_record){.person = p}, f);
}

CALL(person_record)
{
	struct person_record out;

	return casework_person_record(cw, w->child, w->family, mem, &out, f);
}

CALL(member_end)
{
	const struct leaving leaving = {.family_id = w->mother_family,
					.person_id = w->mother,
					.version = 1,
					.on = casework_today(cw),
					.reason = "moved away"};

	(void)mem;
	return casework_member_end(cw, &leaving, f);
}

/* --- Deadlines --- */

CALL(deadline_done)
{
	char ids[24] = "";

	(void)mem;
	if (w->task)
		snprintf(ids, sizeof ids, "%lld", (long long)w->task);
	return casework_deadline_done(cw, ids, casework_today(cw), "", f);
}

CALL(deadline_waive)
{
	char ids[24] = "";

	(void)mem;
	if (w->task)
		snprintf(ids, sizeof ids, "%lld", (long long)w->task);
	return casework_deadline_waive(cw, ids, "agreed with the chair", f);
}

CALL(deadline_reopen)
{
	char ids[24] = "";

	(void)mem;
	if (w->done_task)
		snprintf(ids, sizeof ids, "%lld", (long long)w->done_task);
	return casework_deadline_reopen(cw, ids, f);
}

/* --- One's own, the users, the file --- */

CALL(users)
{
	struct user_list out;

	UNUSED;
	return casework_users(cw, mem, &out, f);
}

CALL(user_add)
{
	(void)mem;
	return casework_user_add(cw, w->family ? "spare" : "no-such-account", "Ruth Abbey", ROLE_BIT(ROLE_AUDITOR), f);
}

CALL(user_details)
{
	const struct user_details details = {
		.born_on = date_from_iso("1980-01-02"), .postcode = "ZZ1 1ZZ", .phone = ""};

	(void)mem;
	return casework_user_details(cw, w->family ? "spare" : "no-such-account", &details, f);
}

CALL(user_disable)
{
	(void)mem;
	return casework_user_disable(cw, w->family ? "spare" : "no-such-account", f);
}

CALL(audit_check)
{
	struct audit_check out;

	UNUSED;
	return casework_audit_check(cw, NULL, &out, f);
}

CALL(examine)
{
	struct finding_list out;

	UNUSED;
	return casework_examine(cw, mem, &out, f);
}

/* In a family of her own, so that nothing else of the world is about her. */
static inline void add_mother(struct world *w)
{
	struct person mother = some_person("Adeyemi", "Grace", "");

	MUST(casework_family_add(w->fixture->cw, "Adeyemi", &w->mother_family, f));
	MUST(casework_member_add(w->fixture->cw, w->mother_family, &mother, RELATIONSHIP_MOTHER, ANSWER_YES, NULL, f));
	w->mother = mother.id;
}

static inline struct world make_world(struct casework_fixture *fixture)
{
	struct world w = {.fixture = fixture};
	const struct child_row on_a_plan = {
		.la_child_id = "F11", .born_on = "2012-06-07", .plan_on = "2026-01-15", .reviews = {NULL}};
	struct proposal_list slots;
	struct booking first;

	w.waiting = a_waiting_conference(fixture, "Okonkwo", "2026-03-26");
	w.booked = a_waiting_conference(fixture, "Suleiman", "2026-03-26");
	take_row(fixture, &on_a_plan);
	first = first_booking(fixture, w.booked);
	MUST(casework_book(fixture->cw, &first, f));
	slots = proposals_for(fixture, w.booked, 3);
	w.other_slot = slots.items[2].slot;
	w.booking = first_booking(fixture, w.waiting);
	make_invitees(fixture, &w);
	make_reports(fixture, &w);
	make_directory(fixture, &w);
	make_letters(fixture, &w);
	w.family = number(fixture, "SELECT family_id FROM conference WHERE id = %lld", (long long)w.waiting);
	w.child = number(fixture, "SELECT min(person_id) FROM conference_child WHERE conference_id = %lld",
			 (long long)w.waiting);
	w.plan = number(fixture, "SELECT id FROM plan");
	w.planned = number(fixture, "SELECT person_id FROM plan");
	w.enquiry = number(fixture, "SELECT enquiry_id FROM conference WHERE id = %lld", (long long)w.waiting);
	w.waiting_version = w.booking.version;
	w.enquiry_version = number(fixture, "SELECT version FROM enquiry WHERE id = %lld", (long long)w.enquiry);
	w.booked_version = number(fixture, "SELECT version FROM conference WHERE id = %lld", (long long)w.booked);
	w.task = number(fixture, "SELECT id FROM deadline WHERE rule = 'bundle'");
	w.done_task = number(fixture, "SELECT id FROM deadline WHERE rule = 'invite.initial'");
	number(fixture, "UPDATE deadline SET state = 'done', done_on = '2026-04-01' WHERE id = %lld",
	       (long long)w.done_task);
	MUST(casework_person(fixture->cw, w.child, &fixture->mem, &w.person, f));
	add_mother(&w);
	make_merging(fixture, &w);
	make_access(fixture, &w);
	make_retention(fixture, &w);
	make_live(fixture, &w);
	make_live_plan(fixture, &w);
	make_records(fixture, &w);
	make_core_group(fixture, &w);
	make_plan(fixture, &w);
	make_complaint(fixture, &w);
	make_escalation(fixture, &w);
	make_plan_ending(fixture, &w);
	make_review_update(fixture, &w);
	make_move(fixture, &w);
	make_conflict(fixture, &w);
	return w;
}

#endif
