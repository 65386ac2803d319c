/* Every form of the program, each opened about the small world that every call of casework is tried in. A source that
 * opens a form and is not named here fails tests/checks/forms.sh. */
#ifndef TESTS_EVERY_FORM_H
#define TESTS_EVERY_FORM_H

#include "../casework/every_call.h"
#include "access.h"
#include "complaint.h"
#include "conflict_form.h"
#include "core_groups.h"
#include "desk_fixture.h"
#include "directory.h"
#include "escalation.h"
#include "invitees.h"
#include "live_decide.h"
#include "live_end.h"
#include "live_notes.h"
#include "live_plan.h"
#include "plan_end.h"
#include "plan_forms.h"
#include "plan_list.h"
#include "record.h"
#include "retention.h"
#include "reviews.h"
#include "screens.h"
#include "timeline.h"

typedef bool form_opener(struct tui *t, const struct world *w, struct fault *f);

#define FORM(name) static inline bool open_##name(struct tui *t, const struct world *w, struct fault *f)

/* The plan whose review is booked. */
static inline int64_t plan_to_combine(const struct world *w)
{
	return number(w->fixture, "SELECT max(id) FROM plan");
}

/* clang-format off */
FORM(request) { (void)w; return request_form_open(t, &(struct request_start){.draft = NULL}, f); }
FORM(request_of_family) { return request_form_open(t, &(struct request_start){.family_id = w->family}, f); }
FORM(request_of_enquiry)
{
	return request_form_open(t, &(struct request_start){.family_id = w->family, .enquiry_id = w->enquiry}, f);
}
FORM(arrival) { (void)w; return request_form_open(t, &(struct request_start){.is_arrival = true}, f); }
FORM(booking) { return booking_form_open(t, w->waiting, NULL, f); }
FORM(move_of_slot) { return booking_form_open(t, w->booked, NULL, f); }
FORM(review_booking) { return review_booking_open(t, w->plan, NULL, f); }
FORM(live_review) { return live_review_open(t, w->live, NULL, f); }
FORM(change) { return change_form_open(t, w->waiting, NULL, f); }
FORM(postpone) { return withdrawal_form_open(t, w->booked, WITHDRAWAL_POSTPONE, NULL, f); }
FORM(cancel) { return withdrawal_form_open(t, w->booked, WITHDRAWAL_CANCEL, NULL, f); }
FORM(conflict) { return conflict_form_open(t, w->booked, NULL, f); }
FORM(sittings) { return sittings_form_open(t, w->booked, NULL, f); }
FORM(person) { return person_form_open(t, w->child, w->family, NULL, f); }
FORM(member) { return member_form_open(t, w->family, NULL, f); }
FORM(contact) { return contact_form_open(t, w->contact, "", NULL, f); }
FORM(new_contact) { (void)w; return contact_form_open(t, 0, "", NULL, f); }
FORM(agency) { return agency_form_open(t, number(w->fixture, "SELECT min(id) FROM agency"), NULL, f); }
FORM(discussion) { return discussion_form_open(t, w->waiting, NULL, f); }
FORM(leaving) { return leaving_form_open(t, w->mother, w->mother_family, NULL, f); }
FORM(invitee) { return invitee_form_open(t, w->booked, w->invitee, NULL, f); }
FORM(newcomer) { return newcomer_form_open(t, w->booked, &(struct newcomer){.name = "Di Poe"}, NULL, f); }
FORM(answer) { return answer_form_open(t, w->booked, w->invitee, NULL, f); }
FORM(exclusion_asked) { return exclusion_form_open(t, w->booked, w->invitee, NULL, f); }
FORM(exclusion_decided) { return exclusion_form_open(t, w->booked, w->asked, NULL, f); }
FORM(report) { return report_form_open(t, w->booked, w->report, NULL, f); }
FORM(section) { return record_section_open(t, w->drafted, w->section, NULL, f); }
FORM(correction_asked) { return correction_ask_open(t, w->approved, NULL, f); }
FORM(feedback) { return feedback_form_open(t, w->drafted, w->parent, NULL, f); }
FORM(quorum) { return live_quorum_form_open(t, w->live, NULL, f); }
FORM(adjourn) { return live_end_form_open(t, w->live, LIVE_END_ADJOURN, NULL, f); }
FORM(end_early) { return live_end_form_open(t, w->live, LIVE_END_EARLY, NULL, f); }
FORM(take_over) { return live_end_form_open(t, w->live, LIVE_END_TAKE_OVER, NULL, f); }
FORM(recommendation) { return recommendation_form_open(t, w->live, w->recommendation, RECOMMEND_LEGAL, NULL, f); }
FORM(new_recommendation) { return recommendation_form_open(t, w->live, 0, RECOMMEND_COURT, NULL, f); }
FORM(meeting) { return live_meeting_form_open(t, w->later, NULL, f); }
FORM(live_texts) { return plan_text_form_open(t, &(struct plan_place){.conference = w->live}, 0, NULL, f); }
FORM(live_action_of_plan)
{
	return plan_action_form_open(t, &(struct plan_place){.conference = w->live}, w->live_action, false, NULL, f);
}
FORM(live_earlier_action)
{
	return plan_action_form_open(t, &(struct plan_place){.conference = w->later}, w->earlier_action, true, NULL, f);
}
FORM(live_helper)
{
	return plan_network_form_open(t, &(struct plan_place){.conference = w->live}, w->live_helper, NULL, f);
}
FORM(texts) { return plan_text_form_open(t, &(struct plan_place){.family = w->group_family}, 0, NULL, f); }
FORM(action_of_plan)
{
	return plan_action_form_open(t, &(struct plan_place){.family = w->group_family}, w->plan_draft_action, false, NULL, f);
}
FORM(new_action)
{
	return plan_action_form_open(t, &(struct plan_place){.family = w->group_family}, 0, false, NULL, f);
}
FORM(helper) { return plan_network_form_open(t, &(struct plan_place){.family = w->group_family}, w->plan_helper, NULL, f); }
FORM(new_helper) { return plan_network_form_open(t, &(struct plan_place){.family = w->group_family}, 0, NULL, f); }
FORM(give_out) { return plan_give_form_open(t, w->group_family, w->plan_draft, false, NULL, f); }
FORM(given_more) { return plan_give_form_open(t, w->group_family, w->plan_given, true, NULL, f); }
FORM(scale) { return plan_scale_form_open(t, w->group_family, 0, NULL, f); }
FORM(enquiry_of_list) { return list_enquiry_open(t, &(struct list_question){.person = w->planned, .as_at = casework_today(casework_of(t))}, NULL, f); }
FORM(hold) { return hold_form_open(t, w->over, NULL, f); }
FORM(restriction_of_family) { return restriction_open(t, w->opened, NULL, f); }
FORM(glass) { (void)w; return glass_form_open(t, NULL, f); }
FORM(end_of_plan) { return plan_end_open(t, w->planned, NULL, f); }
FORM(birth) { return birth_open(t, w->unborn, NULL, f); }
FORM(loss) { return loss_open(t, w->unborn, NULL, f); }
FORM(move_away) { return move_form_open(t, w->group_family, NULL, f); }
FORM(move_step_form) { return move_step_open(t, true, w->move, TRANSFER_STEP_ACCEPT, NULL, f); }
FORM(ending_step) { return move_step_open(t, false, w->ending, PLAN_ENDING_STEP_TELL, NULL, f); }
FORM(complaint_made) { return complaint_form_open(t, w->with_chair, NULL, f); }
FORM(complaint_said) { return complaint_step_open(t, w->complaint, COMPLAINT_STEP_ACKNOWLEDGE, NULL, f); }
FORM(escalation_made)
{
	return escalation_form_open(t, &(struct escalation){.conference_id = w->with_chair, .about = "", .words = ""}, NULL, f);
}
FORM(escalation_answered) { return escalation_step_open(t, w->escalation, ESCALATION_STEP_ANSWER, NULL, f); }
FORM(visit) { return visit_form_open(t, w->group_family, 0, NULL, f); }
FORM(disclosure) { return disclosure_form_open(t, w->group_family, 0, 0, NULL, f); }
FORM(visit_corrected) { return visit_form_open(t, w->family, number(w->fixture, "SELECT max(id) FROM visit"), NULL, f); }
FORM(disclosure_corrected)
{
	return disclosure_form_open(t, w->family, number(w->fixture, "SELECT max(id) FROM disclosure"), 0, NULL, f);
}
FORM(review_ask) { return review_form_open(t, REVIEW_FORM_ASK, w->plan, NULL, f); }
FORM(review_answer) { return review_form_open(t, REVIEW_FORM_ANSWER, w->plan, NULL, f); }
FORM(review_early_form) { return review_form_open(t, REVIEW_FORM_EARLY, w->plan, NULL, f); }
FORM(review_looked_after) { return review_form_open(t, REVIEW_FORM_LOOKED_AFTER, w->plan, NULL, f); }
FORM(review_combined) { return review_form_open(t, REVIEW_FORM_COMBINE, plan_to_combine(w), NULL, f); }
/* clang-format on */

FORM(note)
{
	struct casework *cw = casework_of(t);
	const struct settings_format *format = settings_format_find(
		casework_settings(cw), note_format_token(casework_policy(cw)->note_format));
	struct note_place place = {.conference = w->live};

	snprintf(place.heading, sizeof place.heading, "%s", format->headings.items[0].key);
	place.child = format->headings.items[0].is_of_child ? w->live_child : 0;
	return live_note_open(t, &place, f);
}

FORM(decision)
{
	struct decision_start start = {.conference = w->live, .children = {w->live_child}, .count = 1};

	return decision_form_open(t, &start, NULL, f);
}

#define GROUP_FORM(name, kind, subject)                                                                                \
	FORM(group_##name)                                                                                             \
	{                                                                                                              \
		return core_group_form_open(t, GROUP_FORM_##kind, w->group_family, subject, NULL, f);                  \
	}
GROUP_FORM(book, BOOK, 0)
GROUP_FORM(run, RUN, 0)
GROUP_FORM(moved, MOVE, w->group_booked)
GROUP_FORM(held, HELD, w->group_booked)
GROUP_FORM(missed, MISSED, w->group_booked)
GROUP_FORM(cancelled, CANCEL, w->group_booked)
GROUP_FORM(notes, NOTES, w->group_held)
GROUP_FORM(sent, SENT, w->group_held)
GROUP_FORM(undone, UNDO, w->group_held)
GROUP_FORM(join, JOIN, 0)
GROUP_FORM(leave, LEAVE, w->group_member)
GROUP_FORM(done, ACTION, w->group_action)

struct form_row {
	const char *file; /* of src/screen */
	const char *name;
	form_opener *open;
	enum action right; /* that its save asks for */
	const char *begin; /* keys to the first field, NULL it is there */
	bool is_stored;    /* what is typed is in the record as soon as its field is left: no draft is needed */
};

static const struct form_row every_form[] = {
	{"booking/request_form.c", "a request", open_request, ACTION_TAKE_REQUESTS, NULL, false},
	{"booking/request_form.c", "a request of a family on file", open_request_of_family, ACTION_TAKE_REQUESTS, NULL,
	 false},
	{"booking/request_form.c", "a request that answers an enquiry", open_request_of_enquiry, ACTION_TAKE_REQUESTS,
	 NULL, false},
	{"booking/request_form.c", "a family moves here", open_arrival, ACTION_TAKE_REQUESTS, NULL, false},
	{"booking/booking_form.c", "book", open_booking, ACTION_BOOK, "Tab", false},
	{"booking/booking_form.c", "move", open_move_of_slot, ACTION_BOOK, "Tab", false},
	{"booking/booking_form.c", "book a review", open_review_booking, ACTION_BOOK, "Tab", false},
	{"booking/booking_form.c", "the next review, at the table", open_live_review, ACTION_WRITE_RECORD, "Tab",
	 false},
	{"booking/change_form.c", "change a request", open_change, ACTION_TAKE_REQUESTS, NULL, false},
	{"booking/withdrawal_form.c", "postpone", open_postpone, ACTION_BOOK, NULL, false},
	{"booking/withdrawal_form.c", "cancel", open_cancel, ACTION_BOOK, NULL, false},
	{"booking/conflict_form.c", "conflict of interest", open_conflict, ACTION_BOOK, NULL, false},
	{"booking/sittings_form.c", "sittings", open_sittings, ACTION_INVITE, NULL, false},
	{"people/person_form.c", "a person", open_person, ACTION_RECORD_PEOPLE, NULL, false},
	{"people/person_form.c", "a new member", open_member, ACTION_RECORD_PEOPLE, NULL, false},
	{"people/contact_form.c", "a contact", open_contact, ACTION_KEEP_DIRECTORY, NULL, false},
	{"people/contact_form.c", "a new contact", open_new_contact, ACTION_KEEP_DIRECTORY, NULL, false},
	{"people/agency_form.c", "an agency", open_agency, ACTION_KEEP_DIRECTORY, NULL, false},
	{"record/correction_form.c", "the strategy discussion", open_discussion, ACTION_TAKE_REQUESTS, NULL, false},
	{"record/correction_form.c", "somebody leaves a family", open_leaving, ACTION_RECORD_PEOPLE, NULL, false},
	{"record/record_section.c", "a section of the record", open_section, ACTION_SEE_CASES, NULL, false},
	{"record/correction_ask_form.c", "a correction", open_correction_asked, ACTION_WRITE_RECORD, NULL, false},
	{"record/feedback_form.c", "feedback", open_feedback, ACTION_WRITE_RECORD, NULL, false},
	{"invitees/invitee_form.c", "an invitee", open_invitee, ACTION_INVITE, NULL, false},
	{"invitees/invitee_form.c", "a new invitee", open_newcomer, ACTION_INVITE, NULL, false},
	{"invitees/answer_form.c", "an answer", open_answer, ACTION_INVITE, NULL, false},
	{"invitees/exclusion_form.c", "asked to stay away", open_exclusion_asked, ACTION_INVITE, NULL, false},
	{"invitees/exclusion_form.c", "that decided", open_exclusion_decided, ACTION_INVITE, NULL, false},
	{"reports/report_form.c", "how a report is handled", open_report, ACTION_RECORD_REPORTS, NULL, false},
	{"live/live_note_editor.c", "a note", open_note, ACTION_WRITE_RECORD, NULL, true},
	{"live/live_quorum_form.c", "no quorum", open_quorum, ACTION_CHAIR_CONFERENCE, NULL, false},
	{"live/live_end_form.c", "adjourn", open_adjourn, ACTION_CHAIR_CONFERENCE, NULL, false},
	{"live/live_end_form.c", "end early", open_end_early, ACTION_DECIDE, NULL, false},
	{"live/live_end_form.c", "take over", open_take_over, ACTION_BOOK, NULL, false},
	{"live/decision_form.c", "a decision", open_decision, ACTION_DECIDE, NULL, false},
	{"live/recommendation_form.c", "a recommendation", open_recommendation, ACTION_WRITE_RECORD, NULL, false},
	{"live/recommendation_form.c", "a new recommendation", open_new_recommendation, ACTION_WRITE_RECORD, NULL,
	 false},
	{"live/live_meeting_form.c", "the first core group", open_meeting, ACTION_WRITE_RECORD, NULL, false},
	{"plans/plan_text_form.c", "outline plan, at the table", open_live_texts, ACTION_WRITE_RECORD, NULL, true},
	{"plans/plan_action_form.c", "an action, at the table", open_live_action_of_plan, ACTION_WRITE_RECORD, NULL,
	 false},
	{"plans/plan_action_form.c", "what became of one", open_live_earlier_action, ACTION_WRITE_RECORD, NULL, false},
	{"plans/plan_network_form.c", "safety network, at the table", open_live_helper, ACTION_WRITE_RECORD, NULL,
	 false},
	{"plans/plan_text_form.c", "the texts of a plan", open_texts, ACTION_WRITE_PLAN, NULL, true},
	{"plans/plan_action_form.c", "an action", open_action_of_plan, ACTION_WRITE_PLAN, NULL, false},
	{"plans/plan_action_form.c", "a new action", open_new_action, ACTION_WRITE_PLAN, NULL, false},
	{"plans/plan_network_form.c", "one of the safety network", open_helper, ACTION_WRITE_PLAN, NULL, false},
	{"plans/plan_network_form.c", "a new one", open_new_helper, ACTION_WRITE_PLAN, NULL, false},
	{"plans/plan_give_form.c", "a plan given out", open_give_out, ACTION_WRITE_PLAN, NULL, false},
	{"plans/plan_give_form.c", "given to one more", open_given_more, ACTION_WRITE_PLAN, NULL, false},
	{"plans/plan_scale_form.c", "how safe", open_scale, ACTION_WRITE_PLAN, NULL, false},
	{"plans/list_enquiry.c", "an enquiry of the list", open_enquiry_of_list, ACTION_LOOK_UP_PLANS, NULL, false},
	{"retention/hold_form.c", "a hold", open_hold, ACTION_HOLD_RECORDS, NULL, false},
	{"access/restriction_form.c", "a restriction", open_restriction_of_family, ACTION_RESTRICT_FAMILIES, NULL,
	 false},
	{"access/glass_form.c", "break the glass", open_glass, ACTION_SEE_CASES, NULL, false},
	{"changes/plan_end_form.c", "a plan ends", open_end_of_plan, ACTION_END_PLANS, NULL, false},
	{"changes/birth_form.c", "a birth", open_birth, ACTION_END_PLANS, NULL, false},
	{"changes/loss_form.c", "a loss", open_loss, ACTION_END_PLANS, NULL, false},
	{"changes/move_form.c", "a family moves", open_move_away, ACTION_END_PLANS, NULL, false},
	{"changes/move_step_form.c", "a step of a move", open_move_step_form, ACTION_END_PLANS, NULL, false},
	{"changes/move_step_form.c", "a step of an ending", open_ending_step, ACTION_END_PLANS, NULL, false},
	{"challenges/complaint_form.c", "a complaint", open_complaint_made, ACTION_HANDLE_COMPLAINTS, NULL, false},
	{"challenges/complaint_step_form.c", "a step of a complaint", open_complaint_said, ACTION_HANDLE_COMPLAINTS,
	 NULL, false},
	{"challenges/escalation_form.c", "an escalation", open_escalation_made, ACTION_HANDLE_COMPLAINTS, NULL, false},
	{"challenges/escalation_step_form.c", "a step of an escalation", open_escalation_answered,
	 ACTION_HANDLE_COMPLAINTS, NULL, false},
	{"family/visit_form.c", "a visit", open_visit, ACTION_RECORD_VISITS, NULL, false},
	{"family/visit_form.c", "a visit corrected", open_visit_corrected, ACTION_RECORD_VISITS, NULL, false},
	{"family/disclosure_form.c", "shared outside", open_disclosure, ACTION_RECORD_DISCLOSURES, NULL, false},
	{"family/disclosure_form.c", "that corrected", open_disclosure_corrected, ACTION_RECORD_DISCLOSURES, NULL,
	 false},
	{"reviews/review_form.c", "ask for an update", open_review_ask, ACTION_KEEP_DEADLINES, NULL, false},
	{"reviews/review_form.c", "the update", open_review_answer, ACTION_KEEP_DEADLINES, NULL, false},
	{"reviews/review_form.c", "a review earlier", open_review_early_form, ACTION_TAKE_REQUESTS, NULL, false},
	{"reviews/review_form.c", "looked after", open_review_looked_after, ACTION_RECORD_PEOPLE, NULL, false},
	{"reviews/review_form.c", "one meeting for both", open_review_combined, ACTION_BOOK, NULL, false},
	{"core_groups/core_group_form.c", "book a core group", open_group_book, ACTION_KEEP_CORE_GROUPS, NULL, false},
	{"core_groups/core_group_form.c", "a run of core groups", open_group_run, ACTION_KEEP_CORE_GROUPS, NULL, false},
	{"core_groups/core_group_form.c", "move a core group", open_group_moved, ACTION_KEEP_CORE_GROUPS, NULL, false},
	{"core_groups/core_group_form.c", "it met", open_group_held, ACTION_KEEP_CORE_GROUPS, NULL, false},
	{"core_groups/core_group_form.c", "it did not meet", open_group_missed, ACTION_KEEP_CORE_GROUPS, NULL, false},
	{"core_groups/core_group_form.c", "it is cancelled", open_group_cancelled, ACTION_KEEP_CORE_GROUPS, NULL,
	 false},
	{"core_groups/core_group_form.c", "its notes", open_group_notes, ACTION_KEEP_CORE_GROUPS, NULL, false},
	{"core_groups/core_group_form.c", "whom they went to", open_group_sent, ACTION_KEEP_CORE_GROUPS, NULL, false},
	{"core_groups/core_group_form.c", "said by mistake", open_group_undone, ACTION_KEEP_CORE_GROUPS, NULL, false},
	{"core_groups/core_group_form.c", "joins", open_group_join, ACTION_KEEP_CORE_GROUPS, NULL, false},
	{"core_groups/core_group_form.c", "leaves", open_group_leave, ACTION_KEEP_CORE_GROUPS, NULL, false},
	{"core_groups/core_group_form.c", "what became of an action", open_group_done, ACTION_KEEP_CORE_GROUPS, NULL,
	 false},
};
enum { EVERY_FORM_COUNT = sizeof every_form / sizeof *every_form };

/* A plan with its review booked and a child who is looked after besides: only then both may be one meeting. */
static inline void make_combined_review(struct casework_fixture *file, const struct world *w)
{
	const struct child_row on_a_plan = {
		.la_child_id = "F12", .born_on = "2013-06-07", .plan_on = "2026-01-15", .reviews = {NULL}};
	struct looked_after row = {.since = casework_today(file->cw), .ended_on = DAY_NONE, .next_review_on = DAY_NONE};
	struct booking booking = w->booking;
	int64_t plan, booked;

	take_row(file, &on_a_plan);
	plan = plan_to_combine(w);
	row.person_id = number(file, "SELECT person_id FROM plan WHERE id = %lld", (long long)plan);
	MUST(casework_looked_after_save(file->cw, &row, f));
	booking.conference_id = booking.version = 0;
	MUST(casework_review_booking(file->cw, plan, &booking, &file->mem, &booked, f));
}

static inline struct world make_form_world(struct casework_fixture *file)
{
	struct world w;

	casework_fixture_open_as(file, "spare", ROLE_BIT(ROLE_AUDITOR));
	casework_fixture_open_as(file, "officer", ROLE_BIT(ROLE_BUSINESS_SUPPORT));
	casework_fixture_open_as(file, "chair", (1u << ROLE_COUNT) - 1);
	casework_fixture_reopen(file, FIXTURE_TODAY);
	w = make_world(file);
	make_combined_review(file, &w);
	MUST(visit_record(file->cw, &w, &file->mem, f));
	MUST(disclosure_record(file->cw, &w, &file->mem, f));
	number(file, "DELETE FROM draft");
	casework_fixture_open_as(file, "chair", (1u << ROLE_COUNT) - 1);
	return w;
}

#endif
