/* A restricted family is not there for whoever is not named: no list, count, page, suggestion or refusal tells of it.
 * Its words stand nowhere else in the file, so that one of them in an answer is a leak. */
#include "booking_steps.h"
#include "casework/brief.h"
#include "casework/intake.h"
#include "casework/invitees.h"
#include "casework/pages.h"
#include "casework/whose_child.h"
#include "intake_rows.h"
#include "letter_calls.h"
#include "live_calls.h"
#include "live_plan_calls.h"
#include "record_calls.h"
#include "report_calls.h"

static const char *const canaries[] = {"Quillfeather", "Peregrine", "Marigold", "FAM-8181", "ZQX99",
				       "Heron Wharf",  "C-0001",    "P-0001",   "Yoruba"};

/* The family, hidden, and what of it can be asked for by number. */
struct hidden {
	int64_t family, child, mother, conference, enquiry, plan, task, visible_family, waiting;
	struct slot taken;
};

static void says_nothing(const char *what, const char *text)
{
	for (size_t i = 0; text && i < sizeof canaries / sizeof *canaries; i++)
		if (strstr(text, canaries[i]))
			fail_msg("%s tells \"%s\"", what, text);
}

/* Refused, in words that tell nothing of the family beyond what was asked for. */
#define TELLS_NOTHING(call)                                                                                            \
	do {                                                                                                           \
		struct fault fault_ = {0};                                                                             \
		struct fault *f = &fault_;                                                                             \
		if (call)                                                                                              \
			fail_msg("%s:%d: was not refused: " #call, __FILE__, __LINE__);                                \
		says_nothing(#call, fault_.message);                                                                   \
		assert_true(*fault_.message);                                                                          \
		assert_true(casework_is_at_rest(fixture->cw));                                                         \
	} while (0)

static void add_people(struct casework_fixture *fixture)
{
	struct intake_person rows[] = {
		person_row("FAM-8181", "ZQX99", "Quillfeather", "Peregrine", RELATIONSHIP_CHILD, "2016-02-03"),
		person_row("FAM-8181", "ZQX98", "Quillfeather", "Sage", RELATIONSHIP_CHILD, "2018-02-03"),
		person_row("FAM-8181", "", "Quillfeather", "Marigold", RELATIONSHIP_MOTHER, "1990-07-08"),
	};
	const struct child_row on_a_plan = {
		.la_child_id = "ZQX98", .born_on = "2018-02-03", .plan_on = "2026-01-15", .reviews = {NULL}};
	enum intake_result result;

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		rows[i].address.lines = "1 Heron Wharf";
		MUST(intake_person(fixture->cw, &rows[i], &result, f));
	}
	assert_int_equal(take_row(fixture, &on_a_plan), INTAKE_CHANGED);
}

/* The conference of the plan is C-0001, the one that is booked C-0002. */
static struct hidden make_hidden(struct casework_fixture *fixture)
{
	struct hidden h = {0};
	struct request_child child = {0};
	struct request request;
	struct booking booking;

	add_people(fixture);
	h.family = number(fixture, "SELECT id FROM family WHERE reference = 'FAM-8181'");
	h.child = child.person_id = number(fixture, "SELECT id FROM person WHERE la_child_id = 'ZQX99'");
	h.mother = number(fixture, "SELECT id FROM person WHERE given_names = 'Marigold'");
	h.plan = number(fixture, "SELECT id FROM plan");
	request = a_request(&child, 1, "2026-03-26");
	request.family_id = h.family;
	request.interpreter = "Yoruba";
	h.conference = taken(fixture, &request);
	booking = first_booking(fixture, h.conference);
	MUST(casework_book(fixture->cw, &booking, f));
	h.taken = booking.slot;
	h.enquiry = number(fixture, "SELECT id FROM enquiry");
	h.task = number(fixture, "SELECT id FROM deadline WHERE rule = 'bundle'");
	number(fixture, "UPDATE conference SET reference = 'C-0001x' WHERE id <> %lld", (long long)h.conference);
	number(fixture, "UPDATE conference SET reference = 'C-0001', place = 'Heron Wharf' WHERE id = %lld",
	       (long long)h.conference);
	return h;
}

static void hide(struct casework_fixture *fixture)
{
	number(fixture, "UPDATE family SET is_restricted = 1 WHERE reference = 'FAM-8181'");
	casework_fixture_open_as(fixture, "stranger",
				 ROLE_BIT(ROLE_BUSINESS_SUPPORT) | ROLE_BIT(ROLE_CHAIR) | ROLE_BIT(ROLE_MANAGER));
}

static void no_list_shows_or_counts_it(void **state)
{
	struct casework_fixture *fixture = *state;
	struct hidden h = make_hidden(fixture);
	const struct due_filter all = {.within_wd = -1, .lane = -1}, near = {.within_wd = 10, .lane = -1},
				of_it = {.within_wd = -1, .lane = -1, .family_id = h.family};
	const struct due_filter *const filters[] = {&all, &near, &of_it};
	struct due_list due;
	struct diary_list diary;
	struct clock_list waiting;

	hide(fixture);
	for (size_t i = 0; i < 3; i++) {
		size_t counted = 0;

		MUST(casework_board(fixture->cw, filters[i], &fixture->mem, &due, &diary, f));
		for (int lane = 0; lane < LANE_COUNT; lane++)
			counted += due.by_lane[lane];
		assert_int_equal(due.count + due.late + due.later + counted, 0);
	}
	MUST(casework_clock(fixture->cw, &fixture->mem, &waiting, f));
	assert_int_equal(waiting.count, 0);
}

/* That the chair and the room are taken must show; for whom must not. */
static void the_diary_says_restricted(void **state)
{
	struct casework_fixture *fixture = *state;
	struct hidden h = make_hidden(fixture);
	struct diary_list diary;

	hide(fixture);
	MUST(casework_diary(fixture->cw, h.taken.day, h.taken.day, "", &fixture->mem, &diary, f));
	assert_int_equal(diary.count, 1);
	assert_string_equal(diary.items[0].family_words, "Restricted");
	assert_int_equal(diary.items[0].id, 0);
	assert_int_equal(diary.items[0].family_id, 0);
	says_nothing("the diary", diary.items[0].reference);
	says_nothing("the diary", diary.items[0].place);
	says_nothing("the diary", diary.items[0].note);
}

/* The same of the chair's day; and the brief is not there. */
static void the_chairs_day_says_restricted(void **state)
{
	struct casework_fixture *fixture = *state;
	struct hidden h = make_hidden(fixture);
	struct my_day_list day;
	struct brief brief;

	hide(fixture);
	MUST(casework_my_day(fixture->cw, "", h.taken.day, 1, &fixture->mem, &day, f));
	assert_int_equal(day.count, 1);
	assert_int_equal(day.items[0].conference_id, 0);
	assert_string_equal(day.items[0].family_words, "Restricted");
	assert_string_equal(day.items[0].type, "");
	assert_string_equal(day.items[0].missing, "");
	says_nothing("the chair's day", day.items[0].reference);
	says_nothing("the chair's day", day.items[0].place);
	says_nothing("the chair's day", day.items[0].reports);
	says_nothing("the chair's day", day.items[0].quorum);
	TELLS_NOTHING(casework_brief(fixture->cw, h.conference, &fixture->mem, &brief, f));
	assert_int_equal(brief.count, 0);
}

static void nothing_typed_finds_it(void **state)
{
	static const char *const typed[] = {"Quillfeather", "quill",      "peregrine", "Marigold", "ZQX99", "zqx",
					    "FAM-8181",     "3 Feb 2016", "C-0001",    "P-0001",   "0001",  "1"};
	struct casework_fixture *fixture = *state;
	struct hidden h = make_hidden(fixture);
	struct found_list found;
	enum found_kind kind;
	int64_t id;

	hide(fixture);
	for (size_t i = 0; i < sizeof typed / sizeof *typed; i++)
		for (size_t most = 0; most < 3; most++) {
			MUST(casework_find(fixture->cw, typed[i], most, false, &fixture->mem, &found, f));
			if (found.count + found.total != 0)
				fail_msg("\"%s\", at most %zu: %zu of %zu found", typed[i], most, found.count,
					 found.total);
			MUST(casework_find_families(fixture->cw, typed[i], most, &fixture->mem, &found, f));
			assert_int_equal(found.count + found.total, 0);
			if (casework_resolve(fixture->cw, typed[i], &kind, &id, NULL))
				fail_msg("\"%s\" is resolved", typed[i]);
		}
	(void)h;
}

/* Hidden namesakes must not take the places of those who may be seen. */
static void it_hides_nobody_else(void **state)
{
	struct casework_fixture *fixture = *state;
	struct found_list found;

	make_hidden(fixture);
	a_waiting_conference(fixture, "Quillfeather-Nkemelu", "2026-03-26");
	hide(fixture);
	MUST(casework_find(fixture->cw, "quillfeather", 2, true, &fixture->mem, &found, f));
	assert_int_equal(found.count, 2);
	assert_int_equal(found.total, 2);
}

static void nobody_is_offered_as_the_same(void **state)
{
	struct casework_fixture *fixture = *state;
	struct person asked = some_person("Quillfeather", "Peregrine", "2016-02-03");
	struct look_alike_list out;
	const struct request_child typed = {.person = asked};
	struct request request = a_request(&typed, 1, "2026-03-26");
	const char *words;

	make_hidden(fixture);
	hide(fixture);
	MUST(casework_request_warnings(fixture->cw, &request, &fixture->mem, &words, f));
	assert_string_equal(words, "");
	asked.la_child_id = "ZQX99";
	MUST(casework_people_like(fixture->cw, &asked, &fixture->mem, &out, f));
	assert_int_equal(out.count, 0);
}

static void no_page_opens(void **state)
{
	struct casework_fixture *fixture = *state;
	struct hidden h = make_hidden(fixture);
	struct arena *mem = &fixture->mem;
	struct conference_page conference;
	struct family_page family_page;
	struct child_page child;
	struct member_list members;
	struct person person;
	struct person_record record;
	struct address_list addresses;
	struct family family;
	struct enquiry enquiry;
	struct person_list children;
	struct booking_facts facts;
	struct proposal_list slots;

	hide(fixture);
	TELLS_NOTHING(casework_conference_page(fixture->cw, h.conference, mem, &conference, f));
	TELLS_NOTHING(casework_family_page(fixture->cw, h.family, mem, &family_page, f));
	TELLS_NOTHING(casework_child_page(fixture->cw, h.child, mem, &child, f));
	TELLS_NOTHING(casework_child_page(fixture->cw, h.mother, mem, &child, f));
	TELLS_NOTHING(casework_members(fixture->cw, h.family, mem, &members, f));
	TELLS_NOTHING(casework_person(fixture->cw, h.child, mem, &person, f));
	TELLS_NOTHING(casework_person(fixture->cw, h.mother, mem, &person, f));
	TELLS_NOTHING(casework_person_record(fixture->cw, h.mother, 0, mem, &record, f));
	TELLS_NOTHING(casework_addresses(fixture->cw, h.child, mem, &addresses, f));
	TELLS_NOTHING(casework_addresses(fixture->cw, h.mother, mem, &addresses, f));
	TELLS_NOTHING(casework_family(fixture->cw, h.family, mem, &family, f));
	TELLS_NOTHING(casework_enquiry(fixture->cw, h.enquiry, mem, &enquiry, &children, f));
	TELLS_NOTHING(casework_booking_facts(fixture->cw, h.conference, mem, &facts, f));
	TELLS_NOTHING(casework_propose_slots(fixture->cw, h.conference, DAY_NONE, 3, mem, &slots, f));
}

/* A request may name a child by number only: whoever guesses learns nothing. */
static void no_request_names_its_children(void **state)
{
	struct casework_fixture *fixture = *state;
	struct hidden h = make_hidden(fixture);
	struct request_child twice[2] = {{.person_id = h.child}, {.person_id = h.child}};
	struct request request = a_request(twice, 1, "2026-03-30");
	const char *reference, *words;
	struct fault why = {0};
	int64_t id;

	h.waiting = a_waiting_conference(fixture, "Nkemelu", "2026-03-26");
	h.visible_family = number(fixture, "SELECT family_id FROM conference WHERE id = %lld", (long long)h.waiting);
	twice[1].person_id = h.child + 1;
	hide(fixture);
	for (int i = 0; i < 6; i++) {
		request.family_id = i % 3 == 0 ? 0 : i % 3 == 1 ? h.family : h.visible_family;
		request.family_name = "Nkemelu";
		request.child_count = i < 3 ? 1 : 2;
		TELLS_NOTHING(casework_request_take(fixture->cw, &request, &fixture->mem, &reference, &id, f));
		words = "";
		(void)casework_request_warnings(fixture->cw, &request, &fixture->mem, &words, &why);
		says_nothing("a refusal to warn", why.message);
		says_nothing("the warnings", words);
		assert_null(strstr(words, "plan"));
	}
}

static void no_verb_reaches_it(void **state)
{
	struct casework_fixture *fixture = *state;
	struct hidden h = make_hidden(fixture);
	struct booking booking = {.conference_id = h.conference, .version = 2, .slot = h.taken, .reason = "x"};
	const struct withdrawal w = {
		.conference_id = h.conference, .version = 2, .reason = "mother ill", .agreed_by = "the chair"};
	struct person child = some_person("Balogun", "Ife", "2020-01-01"), kept = child, known = child;
	const struct leaving leaving = {.family_id = h.family,
					.person_id = h.mother,
					.version = 1,
					.on = date_from_iso(FIXTURE_TODAY),
					.reason = "moved away"};
	struct whose_child whose;
	int64_t id;
	char task[24];

	hide(fixture);
	snprintf(task, sizeof task, "%lld", (long long)h.task);
	kept.id = h.child;
	kept.version = 1;
	known.id = h.mother;
	TELLS_NOTHING(casework_booking_check(fixture->cw, &booking, f));
	TELLS_NOTHING(casework_book(fixture->cw, &booking, f));
	TELLS_NOTHING(casework_postpone(fixture->cw, &w, f));
	TELLS_NOTHING(casework_cancel(fixture->cw, &w, f));
	TELLS_NOTHING(casework_review_request(fixture->cw, h.plan, &fixture->mem, &id, f));
	TELLS_NOTHING(casework_enquiry_correct(fixture->cw, h.enquiry, 1, date_from_iso("2026-03-25"), "wrong", f));
	TELLS_NOTHING(casework_deadline_done(fixture->cw, task, date_from_iso(FIXTURE_TODAY), "", f));
	TELLS_NOTHING(casework_deadline_waive(fixture->cw, task, "agreed", f));
	TELLS_NOTHING(casework_deadline_reopen(fixture->cw, task, f));
	TELLS_NOTHING(casework_member_add(fixture->cw, h.family, &child, RELATIONSHIP_CHILD, ANSWER_NO, NULL, f));
	TELLS_NOTHING(casework_member_add(fixture->cw, h.family, &known, RELATIONSHIP_AUNT, ANSWER_NO, NULL, f));
	TELLS_NOTHING(casework_member_end(fixture->cw, &leaving, f));
	TELLS_NOTHING(casework_whose_child(fixture->cw, h.family, &fixture->mem, &whose, f));
	TELLS_NOTHING(casework_whose_child_save(fixture->cw, h.family, 1, &whose.said, &id, f));
	TELLS_NOTHING(casework_person_save(fixture->cw, &(struct person_record){.person = kept}, f));
}

/* Nor does its list of invitees; and nobody of it can be put on another list. */
static void no_invitation_tells_of_it(void **state)
{
	struct casework_fixture *fixture = *state;
	struct hidden h = make_hidden(fixture);
	struct invitee mother = {.capacity = CAPACITY_FAMILY, .person_id = h.mother, .advocate_offered_on = DAY_NONE};
	const struct exclusion_request request = {.reason = EXCLUSION_REASON_WELFARE, .is_whole = true};
	const struct exclusion_decision refused = {.decision = EXCLUSION_REFUSED};
	const struct invitee_answer answer = {.reply = REPLY_NONE};
	struct arena *mem = &fixture->mem;
	struct invitee_proposal_list proposals;
	struct invitees_page page;
	struct invitee again = mother;

	h.waiting = a_waiting_conference(fixture, "Nkemelu", "2026-03-26");
	MUST(casework_invitees_add(fixture->cw, h.conference, &mother, 1, f));
	assert_int_equal(mother.id, 1);
	hide(fixture);
	TELLS_NOTHING(casework_invitees(fixture->cw, h.conference, mem, &page, f));
	TELLS_NOTHING(casework_invitees_propose(fixture->cw, h.conference, mem, &proposals, f));
	TELLS_NOTHING(casework_invitees_add(fixture->cw, h.conference, &again, 1, f));
	TELLS_NOTHING(casework_invitee_save(fixture->cw, &mother, f));
	TELLS_NOTHING(casework_invitee_remove(fixture->cw, mother.id, 1, "x", f));
	TELLS_NOTHING(casework_invitee_remove(fixture->cw, 1, 99, "x", f));
	TELLS_NOTHING(casework_invitee_answer(fixture->cw, 1, 1, &answer, f));
	TELLS_NOTHING(casework_sittings_save(fixture->cw, h.conference, 2, NULL, 0, f));
	TELLS_NOTHING(casework_exclusion_ask(fixture->cw, 1, 1, &request, f));
	TELLS_NOTHING(casework_exclusion_decide(fixture->cw, 1, 1, &refused, f));
	TELLS_NOTHING(casework_exclusion_end(fixture->cw, 1, 1, "x", f));
	TELLS_NOTHING(casework_invitees_add(fixture->cw, h.waiting, &again, 1, f));
}

/* Nor do its reports, papers, chasers and bundles; the matrix of many and the chase list leave them out. */
static void no_report_tells_of_it(void **state)
{
	static call *const calls[] = {reports,        report_mark,    report_save,     report_attach,      papers,
				      paper_take_out, paper_withdraw, chase_by_letter, chase_by_telephone, bundle_plan,
				      bundle_make,    bundle_send,    bundles};
	struct casework_fixture *fixture = *state;
	struct hidden h = make_hidden(fixture);
	struct world w = {.fixture = fixture, .booked = h.conference};
	struct arena *mem = &fixture->mem;
	struct reports_page page;
	struct chase_line_list chase;

	make_reports(fixture, &w);
	number(fixture, "UPDATE report SET note = 'Peregrine', not_shared_why = 'Marigold'");
	number(fixture, "INSERT INTO report_reader VALUES (%lld, %lld, '2026-03-31', NULL)", (long long)w.report,
	       (long long)h.mother);
	hide(fixture);
	for (size_t i = 0; i < sizeof calls / sizeof *calls; i++)
		TELLS_NOTHING(calls[i](fixture->cw, &w, mem, f));
	MUST(reports_between(fixture->cw, &w, mem, f));
	MUST(casework_reports_between(fixture->cw, h.taken.day, h.taken.day, mem, &page, f));
	assert_int_equal(page.lines.count + page.readers.count + page.family.count + page.wanted, 0);
	MUST(chase_list(fixture->cw, &w, mem, f));
	MUST(casework_chase_list(fixture->cw, mem, &chase, f));
	assert_int_equal(chase.count, 0);
}

/* Nor do its letters: the outbox and the post of others leave them out. */
static void no_letter_tells_of_it(void **state)
{
	static call *const calls[] = {
		mailing_preview, mailing_send,     letters,          letter_text,          letter_pdf,
		delivery_done,   delivery_bounced, delivery_again,   delivery_withdraw,    send,
		posted,          post_pdf,         post_print,       letter_try,           mailings_due,
		letter_take_out, post_take_out,    outline_plan_pdf, outline_plan_take_out};
	struct casework_fixture *fixture = *state;
	struct hidden h = make_hidden(fixture);
	struct world w = {.fixture = fixture, .booked = h.conference};
	struct arena *mem = &fixture->mem;
	struct letter_item_list outbox_out;
	struct letter_tried tried;

	make_letters(fixture, &w);
	number(fixture, "UPDATE delivery SET address = '1 Heron Wharf', said = 'Marigold has moved'");
	hide(fixture);
	for (size_t i = 0; i < sizeof calls / sizeof *calls; i++)
		TELLS_NOTHING(calls[i](fixture->cw, &w, mem, f));
	/* Whoever asks by its reference is told whom to ask, as `show` does: nothing beyond. */
	REFUSED(casework_letter_try(fixture->cw, "moved", "C-0001", "", false, mem, &tried, f), "",
		"C-0001 is restricted: ask ");
	MUST(outbox(fixture->cw, &w, mem, f));
	MUST(casework_outbox(fixture->cw, mem, &outbox_out, f));
	assert_int_equal(outbox_out.count + outbox_out.by_hand + outbox_out.failed, 0);
}

/* Nor does the conference itself while it is held. */
static void no_live_conference_tells_of_it(void **state)
{
	static call *const calls[] = {live,
				      live_again,
				      live_start,
				      live_take_over,
				      live_step,
				      live_mark,
				      live_attend,
				      live_add_person,
				      live_note,
				      live_view,
				      live_view_all,
				      live_recommend,
				      live_quorum,
				      live_recommend_drop,
				      live_decide,
				      live_participation,
				      live_decide_all,
				      live_decision_warnings,
				      live_check,
				      live_close,
				      live_adjourn,
				      live_end_early,
				      live_plan_page,
				      live_plan_again,
				      live_plan,
				      live_action,
				      live_action_drop,
				      live_action_mark,
				      live_plan_from_earlier,
				      live_core_group_propose,
				      live_core_group,
				      live_core_group_meeting,
				      live_review_facts,
				      live_review_proposals,
				      live_review_check,
				      live_review,
				      live_review_drop,
				      live_free_for_review};
	struct casework_fixture *fixture = *state;
	struct hidden h = make_hidden(fixture);
	struct invitee mother = {.capacity = CAPACITY_FAMILY, .person_id = h.mother, .advocate_offered_on = DAY_NONE};
	struct world w = {.fixture = fixture,
			  .live = h.conference,
			  .to_start = h.conference,
			  .to_close = h.conference,
			  .live_child = h.child};

	MUST(casework_invitees_add(fixture->cw, h.conference, &mother, 1, f));
	number(fixture, "UPDATE conference SET held_on = '" FIXTURE_TODAY "' WHERE id = %lld", (long long)h.conference);
	MUST(casework_live_start(fixture->cw, h.conference, "", f));
	w.live_invitee = mother.id;
	w.recommendation = 1;
	w.other_chair = number(fixture, "SELECT max(id) FROM resource WHERE kind = 'chair' AND is_active");
	hide(fixture);
	for (size_t i = 0; i < sizeof calls / sizeof *calls; i++)
		TELLS_NOTHING(calls[i](fixture->cw, &w, &fixture->mem, f));
}

/* Nor does its record. */
static void no_record_tells_of_it(void **state)
{
	static call *const calls[] = {
		record_page,     record_again,   record_draft,  record_section,        record_section_add,
		record_to_chair, record_approve, record_return, record_correction_ask, record_correction_answer,
		record_reopen,   record_text,    feedback_save};
	struct casework_fixture *fixture = *state;
	struct hidden h = make_hidden(fixture);
	struct world w = {
		.fixture = fixture, .drafted = h.conference, .with_chair = h.conference, .approved = h.conference};

	number(fixture, "UPDATE conference SET state = 'decided' WHERE id = %lld", (long long)h.conference);
	hide(fixture);
	for (size_t i = 0; i < sizeof calls / sizeof *calls; i++)
		TELLS_NOTHING(calls[i](fixture->cw, &w, &fixture->mem, f));
}

/* A review that nobody has asked for is tried out on the plan, and tells as little. */
static void no_review_is_tried_on_it(void **state)
{
	struct casework_fixture *fixture = *state;
	struct hidden h = make_hidden(fixture);
	const struct booking booking = {.slot = h.taken};
	const struct request_change change = {.conference_id = h.conference, .version = 2, .reason = "x"};
	struct arena *mem = &fixture->mem;
	struct resource_list chairs, rooms, minute_takers;
	struct booking_facts facts;
	struct proposal_list slots;
	int64_t id;

	hide(fixture);
	TELLS_NOTHING(casework_request_change(fixture->cw, &change, f));
	TELLS_NOTHING(casework_review_facts(fixture->cw, h.plan, mem, &facts, f));
	TELLS_NOTHING(casework_propose_review_slots(fixture->cw, h.plan, DAY_NONE, 3, mem, &slots, f));
	TELLS_NOTHING(casework_review_booking_check(fixture->cw, h.plan, &booking, f));
	TELLS_NOTHING(casework_review_booking(fixture->cw, h.plan, &booking, mem, &id, f));
	TELLS_NOTHING(casework_free_for_review(fixture->cw, h.plan, h.taken.day, 600, 60, mem, &chairs, &rooms,
					       &minute_takers, f));
	TELLS_NOTHING(casework_free_at(fixture->cw, h.conference, h.taken.day, 600, 60, mem, &chairs, &rooms,
				       &minute_takers, f));
}

/* Files name the family or the child themselves; what the answer adds must be nothing. */
static void no_import_touches_it(void **state)
{
	struct casework_fixture *fixture = *state;
	struct intake_person person = person_row("FAM-8181", "", "Balogun", "Ife", RELATIONSHIP_CHILD, "2020-01-01");
	struct intake_person known = person_row("FAM-1", "ZQX99", "Balogun", "Ife", RELATIONSHIP_CHILD, "2016-02-03");
	const struct intake_request request = {.family_reference = "FAM-8181",
					       .children = "",
					       .type = CONFERENCE_INITIAL,
					       .strategy_on = date_from_iso("2026-03-30"),
					       .social_worker = "",
					       .reason = "injury",
					       .interpreter = "",
					       .sittings = "",
					       .avoid = ""};
	const struct child_row child = {.la_child_id = "ZQX99", .born_on = "2016-02-03"};
	struct intake_complaint_list complaints = {0};
	struct built_child built;
	enum intake_result result;

	make_hidden(fixture);
	hide(fixture);
	build_child(&built, &child);
	TELLS_NOTHING(intake_person(fixture->cw, &person, &result, f));
	TELLS_NOTHING(intake_person(fixture->cw, &known, &result, f));
	/* By its reference, as `show`. */
	REFUSED(intake_request(fixture->cw, &request, &result, f), "", "FAM-8181 is restricted: ask ");
	TELLS_NOTHING(intake_child(fixture->cw, &built.child, &fixture->mem, &complaints, &result, f));
}

/* The room is taken: that is said, and by what hours, but not for whom. */
static void a_clash_names_no_hidden_conference(void **state)
{
	struct casework_fixture *fixture = *state;
	struct hidden h = make_hidden(fixture);
	struct booking booking;

	h.waiting = a_waiting_conference(fixture, "Nkemelu", "2026-03-26");
	hide(fixture);
	booking = (struct booking){.conference_id = h.waiting,
				   .version = facts_of(fixture, h.waiting).conference.version,
				   .slot = h.taken};
	TELLS_NOTHING(casework_booking_check(fixture->cw, &booking, f));
	REFUSED(casework_book(fixture->cw, &booking, f), "chair", "is taken by another conference from");
}

/* Named staff see it as they see any other. */
static void who_is_named_sees_it(void **state)
{
	struct casework_fixture *fixture = *state;
	struct hidden h = make_hidden(fixture);
	struct found_list found;
	struct family_page page;

	hide(fixture);
	number(fixture, "INSERT INTO family_named SELECT %lld, id FROM user_account WHERE login = 'stranger'",
	       (long long)h.family);
	MUST(casework_find(fixture->cw, "peregrine", 5, true, &fixture->mem, &found, f));
	assert_int_equal(found.count, 1);
	MUST(casework_family_page(fixture->cw, h.family, &fixture->mem, &page, f));
	assert_true(page.members.count == 3 && page.deadlines.count > 0 && page.history.count > 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		FIXTURE_TEST(no_list_shows_or_counts_it),
		FIXTURE_TEST(the_diary_says_restricted),
		FIXTURE_TEST(the_chairs_day_says_restricted),
		FIXTURE_TEST(nothing_typed_finds_it),
		FIXTURE_TEST(it_hides_nobody_else),
		FIXTURE_TEST(nobody_is_offered_as_the_same),
		FIXTURE_TEST(no_page_opens),
		FIXTURE_TEST(no_request_names_its_children),
		FIXTURE_TEST(no_verb_reaches_it),
		FIXTURE_TEST(no_invitation_tells_of_it),
		FIXTURE_TEST(no_report_tells_of_it),
		FIXTURE_TEST(no_letter_tells_of_it),
		FIXTURE_TEST(no_live_conference_tells_of_it),
		FIXTURE_TEST(no_record_tells_of_it),
		FIXTURE_TEST(no_review_is_tried_on_it),
		FIXTURE_TEST(no_import_touches_it),
		FIXTURE_TEST(a_clash_names_no_hidden_conference),
		FIXTURE_TEST(who_is_named_sees_it),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
