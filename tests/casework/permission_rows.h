/* Every verb and every query with the right it asks for and the audit rows it leaves: the table the tests of
 * permissions go through. A public one that is not here fails them. */
#ifndef TESTS_PERMISSION_ROWS_H
#define TESTS_PERMISSION_ROWS_H

#include "every_call.h"

/* `rows`: the audit rows it leaves when it is done. `can_fail`: with nothing to be about, it must be refused.
 * `looks`: it can be asked of a file that cannot be written; what is tried out by doing it and taking it back cannot.
 */
static const struct {
	const char *name;
	call *run;
	enum action right;
	int rows;
	bool can_fail, looks;
} calls[] = {
	{"casework_due", due, ACTION_SEE_CASES, 1, false, true},
	{"casework_diary", diary, ACTION_SEE_CASES, 1, false, true},
	{"casework_board", board, ACTION_SEE_CASES, 1, false, true},
	{"casework_clock", clock_board, ACTION_SEE_CASES, 1, false, true},
	{"casework_my_day", my_day, ACTION_SEE_CASES, 1, false, true},
	{"casework_brief", brief, ACTION_SEE_CASES, 1, true, true},
	{"casework_conference_page", conference_page, ACTION_SEE_CASES, 1, true, true},
	{"casework_family_page", family_page, ACTION_SEE_CASES, 1, true, true},
	{"casework_child_page", child_page, ACTION_SEE_CASES, 1, true, true},
	{"casework_find", find, ACTION_SEE_CASES, 1, false, true},
	{"casework_find_families", find_families, ACTION_TAKE_REQUESTS, 0, false, true},
	{"casework_resolve", resolve, ACTION_SEE_CASES, 0, true, true}, /* the page it leads to leaves the row */
	{"casework_people_like", people_like, ACTION_SEE_CASES, 1, false, true},
	{"casework_members", members, ACTION_SEE_CASES, 1, true, true},
	{"casework_person", person, ACTION_SEE_CASES, 1, true, true},
	{"casework_addresses", addresses, ACTION_SEE_CASES, 1, false, true},
	{"casework_family", family, ACTION_SEE_CASES, 1, true, true},
	{"casework_contacts", contacts, ACTION_SEE_CASES, 0, false, true}, /* no child in it */
	{"casework_directory", directory, ACTION_SEE_CASES, 0, false, true},
	{"casework_agencies", agencies, ACTION_SEE_CASES, 0, false, true},
	{"casework_contacts_like", contacts_like, ACTION_SEE_CASES, 0, false, true},
	{"casework_resources", resources, ACTION_SEE_CASES, 0, false, true},
	{"casework_enquiry", enquiry, ACTION_SEE_CASES, 1, true, true},
	{"casework_booking_facts", booking_facts, ACTION_SEE_CASES, 1, true, true},
	{"casework_propose_slots", propose_slots, ACTION_BOOK, 1, true, true},
	{"casework_booking_check", booking_check, ACTION_BOOK, 0, true, true}, /* asked at every field left */
	{"casework_request_warnings", request_warnings, ACTION_TAKE_REQUESTS, 0, true, false},
	{"casework_request_take", request_take, ACTION_TAKE_REQUESTS, 4, true,
	 false}, /* family, child, limit, request */
	{"casework_review_request", review_request, ACTION_TAKE_REQUESTS, 2, true, false}, /* the request it takes */
	{"casework_request_change", request_change, ACTION_TAKE_REQUESTS, 1, true, false},
	{"casework_request_change_warnings", request_change_warnings, ACTION_TAKE_REQUESTS, 0, true, true},
	{"casework_enquiry_correct", enquiry_correct, ACTION_TAKE_REQUESTS, 2, true, false}, /* the limit that moved */
	{"casework_book", book, ACTION_BOOK, 10, true, false},        /* nine things fall due before the day */
	{"casework_book", move, ACTION_BOOK, 10, true, false},        /* and move with it */
	{"casework_postpone", postpone, ACTION_BOOK, 9, true, false}, /* or are withdrawn: eight are still open */
	{"casework_cancel", cancel, ACTION_BOOK, 9, true, false},
	{"casework_review_facts", review_facts, ACTION_BOOK, 1, true, false},
	{"casework_propose_review_slots", propose_review_slots, ACTION_BOOK, 1, true, false},
	{"casework_review_booking_check", review_booking_check, ACTION_BOOK, 0, true, false},
	{"casework_review_booking", review_booking, ACTION_BOOK, 12, true, false},  /* the request and the booking */
	{"casework_free_for_review", free_for_review, ACTION_BOOK, 0, true, false}, /* it names no family */
	{"casework_free_at", free_at, ACTION_BOOK, 0, true, true},
	{"casework_invitees", invitees, ACTION_SEE_CASES, 1, true, true},
	{"casework_invitees_propose", invitees_propose, ACTION_INVITE, 1, true, true},
	{"casework_invitees_add", invitees_add, ACTION_INVITE, 1, true, false},
	{"casework_invitee_save", invitee_save, ACTION_INVITE, 1, true, false},
	{"casework_invitee_remove", invitee_remove, ACTION_INVITE, 1, true, false},
	{"casework_invitee_answer", invitee_answer, ACTION_INVITE, 1, true, false},
	{"casework_sittings_save", sittings_save, ACTION_INVITE, 1, true, false},
	{"casework_exclusion_ask", exclusion_ask, ACTION_INVITE, 1, true, false},
	{"casework_exclusion_decide", exclusion_decide, ACTION_INVITE, 1, true, false},
	{"casework_exclusion_end", exclusion_end, ACTION_INVITE, 1, true, false},
	{"casework_family_add", family_add, ACTION_RECORD_PEOPLE, 1, true, false},
	{"casework_family_add_as", family_add_as, ACTION_RECORD_PEOPLE, 1, true, false},
	{"casework_member_add", member_add, ACTION_RECORD_PEOPLE, 1, true, false},
	{"casework_person_record", person_record, ACTION_SEE_CASES, 1, true, true},
	{"casework_person_save", person_save, ACTION_RECORD_PEOPLE, 1, true, false},
	{"casework_member_end", member_end, ACTION_RECORD_PEOPLE, 1, true, false},
	{"casework_whose_child", whose_child, ACTION_SEE_CASES, 1, true, true},
	{"casework_whose_child_save", whose_child_save, ACTION_RECORD_PEOPLE, 1, true, false},
	{"casework_merge_try", merge_try, ACTION_RECORD_PEOPLE, 1, true, false},
	{"casework_merge", merge, ACTION_RECORD_PEOPLE, 1, true, false},
	{"casework_merged", merged, ACTION_SEE_CASES, 0, true, true}, /* part of a page's look */
	{"casework_merge_undo", merge_undo, ACTION_RECORD_PEOPLE, 1, true, false},
	{"casework_deadline_done", deadline_done, ACTION_KEEP_DEADLINES, 1, true, false},
	{"casework_deadline_waive", deadline_waive, ACTION_WAIVE_DEADLINES, 1, true, false},
	{"casework_deadline_reopen", deadline_reopen, ACTION_KEEP_DEADLINES, 1, true, false},
	{"casework_contact_save", contact_save, ACTION_KEEP_DIRECTORY, 1, true, false},
	{"casework_contact_uncheck", contact_uncheck, ACTION_KEEP_DIRECTORY, 1, true, false},
	{"casework_agency_save", agency_save, ACTION_KEEP_DIRECTORY, 1, true, false},
	{"casework_contacts_merge", contacts_merge, ACTION_KEEP_DIRECTORY, 1, true, false},
	{"intake_contact", import_contact, ACTION_IMPORT, 1, true, false},
	{"intake_person", import_person, ACTION_IMPORT, 1, true, false},
	{"intake_request", import_request, ACTION_IMPORT, 3, true,
	 false}, /* the request, its limit, the row of the file */
	{"intake_child", import_child, ACTION_IMPORT, 1, true, false},
	{"casework_reports", reports, ACTION_SEE_CASES, 1, true, true},
	{"casework_reports_between", reports_between, ACTION_SEE_CASES, 1, false, true},
	{"casework_report_mark", report_mark, ACTION_RECORD_REPORTS, 1, true, false},
	{"casework_report_save", report_save, ACTION_RECORD_REPORTS, 1, true, false},
	{"casework_report_attach", report_attach, ACTION_RECORD_REPORTS, 1, true, false},
	{"casework_papers", papers, ACTION_SEE_CASES, 1, true, true},
	{"casework_paper_take_out", paper_take_out, ACTION_EXPORT, 1, true, false},
	{"casework_paper_withdraw", paper_withdraw, ACTION_RECORD_REPORTS, 1, true, false},
	{"casework_chase_list", chase_list, ACTION_SEE_CASES, 1, false, true},
	{"casework_chase_by_letter", chase_by_letter, ACTION_RECORD_REPORTS, 1, true, false},
	{"casework_chase_by_telephone", chase_by_telephone, ACTION_RECORD_REPORTS, 1, true, false},
	{"casework_bundle_plan", bundle_plan, ACTION_SEE_CASES, 1, true, true},
	{"casework_bundle_make", bundle_make, ACTION_RECORD_REPORTS, 4, true,
	 false}, /* the deadline it meets; two files */
	{"casework_bundle_send", bundle_send, ACTION_RECORD_REPORTS, 2, true, false}, /* the deadline it meets */
	{"casework_bundles", bundles, ACTION_SEE_CASES, 1, true, true},
	{"casework_mailing_preview", mailing_preview, ACTION_INVITE, 1, true, true},
	{"casework_mailing_send", mailing_send, ACTION_INVITE, 1, true, false},
	{"casework_letters", letters, ACTION_SEE_CASES, 1, true, true},
	{"casework_outbox", outbox, ACTION_SEE_CASES, 1, false, true},
	{"casework_letter_text", letter_text, ACTION_SEE_CASES, 1, true, true},
	{"casework_letter_pdf", letter_pdf, ACTION_SEE_CASES, 1, true, true},
	{"casework_letter_take_out", letter_take_out, ACTION_EXPORT, 2, true, false}, /* the look, the file */
	{"casework_mailings_due", mailings_due, ACTION_SEE_CASES, 0, true, true},     /* it only counts */
	{"casework_delivery_done", delivery_done, ACTION_INVITE, 1, true, false},
	{"casework_delivery_bounced", delivery_bounced, ACTION_INVITE, 1, true, false},
	{"casework_delivery_again", delivery_again, ACTION_INVITE, 1, true, false},
	{"casework_delivery_withdraw", delivery_withdraw, ACTION_INVITE, 1, true, false},
	{"casework_send", send, ACTION_INVITE, 0, true, false}, /* a row when something went */
	{"casework_post_pdf", post_pdf, ACTION_INVITE, 1, false, true},
	{"casework_post_take_out", post_take_out, ACTION_INVITE, 2, false, false},
	{"casework_posted", posted, ACTION_INVITE, 1, true, false},
	{"casework_post_print", post_print, ACTION_INVITE, 0, true, false},
	{"casework_letter_try", letter_try, ACTION_INVITE, 1, true, true},
	{"casework_letter_tried_out", letter_tried_out, ACTION_INVITE, 1, false, false},
	{"casework_outline_plan_pdf", outline_plan_pdf, ACTION_INVITE, 0, true, true}, /* a row when there is one */
	{"casework_outline_plan_take_out", outline_plan_take_out, ACTION_INVITE, 0, true, true},
	{"casework_live", live, ACTION_SEE_CASES, 1, true, true},
	{"casework_live_again", live_again, ACTION_SEE_CASES, 0, true, true}, /* the screen that is open was logged */
	{"casework_live_start", live_start, ACTION_WRITE_RECORD, 1, true, false},
	{"casework_live_take_over", live_take_over, ACTION_BOOK, 1, true, false},
	{"casework_live_step", live_step, ACTION_WRITE_RECORD, 1, true, false},
	{"casework_live_mark", live_mark, ACTION_WRITE_RECORD, 1, true, false},
	{"casework_live_attend", live_attend, ACTION_WRITE_RECORD, 1, true, false},
	{"casework_live_add_person", live_add_person, ACTION_WRITE_RECORD, 2, true, false}, /* the list, who is there */
	{"casework_live_note", live_note, ACTION_WRITE_RECORD, 1, true, false},
	{"casework_live_view", live_view, ACTION_WRITE_RECORD, 1, true, false},
	{"casework_live_view_all", live_view_all, ACTION_WRITE_RECORD, 1, true, false},
	{"casework_live_recommend", live_recommend, ACTION_WRITE_RECORD, 1, true, false},
	{"casework_live_recommend_drop", live_recommend_drop, ACTION_WRITE_RECORD, 1, true, false},
	{"casework_live_participation", live_participation, ACTION_WRITE_RECORD, 1, true, false},
	{"casework_live_quorum", live_quorum, ACTION_CHAIR_CONFERENCE, 1, true, false},
	{"casework_live_decide", live_decide, ACTION_DECIDE, 1, true, false},
	{"casework_live_decide_all", live_decide_all, ACTION_DECIDE, 1, true, false},
	{"casework_live_decision_warnings", live_decision_warnings, ACTION_DECIDE, 0, true, true}, /* at every field */
	{"casework_plan_list_search", plan_list_search, ACTION_LOOK_UP_PLANS, 1, false, true},
	{"casework_plan_list_entry", plan_list_entry, ACTION_LOOK_UP_PLANS, 1, true, true},
	{"casework_plan_list_record", plan_list_record, ACTION_LOOK_UP_PLANS, 1, true, false},
	{"casework_plan_list_enquiries", plan_list_enquiries, ACTION_LOOK_UP_PLANS, 1, false, true},
	{"casework_plan_list_as_at", plan_list_as_at, ACTION_SEE_CASES, 1, false, true},
	{"casework_export_plans", export_plans, ACTION_EXPORT, 1, false, true},
	{"casework_export_actions", export_actions, ACTION_EXPORT, 1, false, true},
	{"casework_plan_list_counts", plan_list_counts, ACTION_LOOK_UP_PLANS, 0, false, true}, /* it names nobody */
	{"casework_live_plan_page", live_plan_page, ACTION_SEE_CASES, 1, true, true},
	{"casework_live_plan_again", live_plan_again, ACTION_SEE_CASES, 0, true, true}, /* the screen that is open */
	{"casework_live_plan", live_plan, ACTION_WRITE_RECORD, 1, true, false},
	{"casework_live_action", live_action, ACTION_WRITE_RECORD, 1, true, false},
	{"casework_live_action_drop", live_action_drop, ACTION_WRITE_RECORD, 1, true, false},
	{"casework_live_action_mark", live_action_mark, ACTION_WRITE_RECORD, 1, true, false},
	{"casework_live_network", live_network, ACTION_WRITE_RECORD, 1, true, false},
	{"casework_live_network_drop", live_network_drop, ACTION_WRITE_RECORD, 1, true, false},
	{"casework_live_plan_from_earlier", live_plan_from_earlier, ACTION_WRITE_RECORD, 1, true, false},
	{"casework_live_core_group_propose", live_core_group_propose, ACTION_WRITE_RECORD, 1, true, true},
	{"casework_live_core_group", live_core_group, ACTION_WRITE_RECORD, 1, true, false},
	{"casework_live_core_group_meeting", live_core_group_meeting, ACTION_WRITE_RECORD, 1, true, false},
	{"casework_live_review_facts", live_review_facts, ACTION_WRITE_RECORD, 1, true, false},
	{"casework_live_review_proposals", live_review_proposals, ACTION_WRITE_RECORD, 1, true, false},
	{"casework_live_review_check", live_review_check, ACTION_WRITE_RECORD, 0, true, false}, /* at every field */
	{"casework_live_review", live_review, ACTION_WRITE_RECORD, 13, true, false}, /* asked for, booked, remembered */
	{"casework_live_review_drop", live_review_drop, ACTION_WRITE_RECORD, 11, true,
	 false}, /* cancelled with its tasks */
	{"casework_live_free_for_review", live_free_for_review, ACTION_WRITE_RECORD, 0, true, false},
	{"casework_core_groups", core_groups, ACTION_SEE_CASES, 1, false, true},
	{"casework_core_group", core_group, ACTION_SEE_CASES, 1, true, true},
	{"casework_core_group_again", core_group_again, ACTION_SEE_CASES, 0, true, true}, /* the screen that is open */
	{"casework_core_group_book", core_group_book, ACTION_KEEP_CORE_GROUPS, 1, true, false},
	{"casework_core_group_tellings", core_group_tellings, ACTION_SEE_CASES, 0, true, true}, /* of that page */
	{"casework_core_group_tell", core_group_tell, ACTION_KEEP_CORE_GROUPS, 1, true, false},
	{"casework_core_group_answer", core_group_answer, ACTION_KEEP_CORE_GROUPS, 1, true, false},
	{"casework_core_group_run_try", core_group_run_try, ACTION_KEEP_CORE_GROUPS, 0, true,
	 true}, /* of the page that is open */
	{"casework_core_group_slots", core_group_slots, ACTION_KEEP_CORE_GROUPS, 0, true, true}, /* of that page too */
	{"casework_core_group_run", core_group_run, ACTION_KEEP_CORE_GROUPS, 1, true, false},
	{"casework_core_group_cancel", core_group_cancel, ACTION_KEEP_CORE_GROUPS, 1, true, false},
	{"casework_core_group_missed", core_group_missed, ACTION_KEEP_CORE_GROUPS, 1, true, false},
	{"casework_core_group_held", core_group_held, ACTION_KEEP_CORE_GROUPS, 3, true,
	 false}, /* one met, one to come */
	{"casework_core_group_undo", core_group_undo, ACTION_KEEP_CORE_GROUPS, 3, true, false},
	{"casework_core_group_notes", core_group_notes, ACTION_KEEP_CORE_GROUPS, 1, true, false},
	{"casework_core_group_sent", core_group_sent, ACTION_KEEP_CORE_GROUPS, 1, true, false},
	{"casework_core_group_action", core_group_action, ACTION_KEEP_CORE_GROUPS, 1, true, false},
	{"casework_core_group_join", core_group_join, ACTION_KEEP_CORE_GROUPS, 1, true, false},
	{"casework_core_group_leave", core_group_leave, ACTION_KEEP_CORE_GROUPS, 1, true, false},
	{"casework_family_plan", family_plan, ACTION_SEE_CASES, 1, true, true},
	{"casework_family_plan_again", family_plan_again, ACTION_SEE_CASES, 0, true,
	 true},                                                                 /* the screen that is open */
	{"casework_plan_family", plan_family, ACTION_SEE_CASES, 0, true, true}, /* its page leaves one */
	{"casework_plan_compare", plan_compare, ACTION_SEE_CASES, 1, true, true},
	{"casework_plan_text", plan_text, ACTION_WRITE_PLAN, 1, true, true},
	{"casework_plan_take_out", plan_take_out, ACTION_WRITE_PLAN, 1, true, false},
	{"casework_plan_begin", plan_begin, ACTION_WRITE_PLAN, 2, true, false}, /* another is thrown away first */
	{"casework_plan_texts", plan_texts, ACTION_WRITE_PLAN, 1, true, false},
	{"casework_plan_action", plan_action, ACTION_WRITE_PLAN, 1, true, false},
	{"casework_plan_action_drop", plan_action_drop, ACTION_WRITE_PLAN, 1, true, false},
	{"casework_plan_network", plan_network, ACTION_WRITE_PLAN, 1, true, false},
	{"casework_plan_network_drop", plan_network_drop, ACTION_WRITE_PLAN, 1, true, false},
	{"casework_plan_drop", plan_drop, ACTION_WRITE_PLAN, 1, true, false},
	{"casework_plan_give_out", plan_give_out, ACTION_WRITE_PLAN, 1, true, false},
	{"casework_plan_given", plan_given, ACTION_WRITE_PLAN, 1, true, false},
	{"casework_plan_scale", plan_scale, ACTION_WRITE_PLAN, 1, true, false},
	{"casework_overdue_actions", overdue_actions, ACTION_SEE_CASES, 1, false, true},
	{"casework_visits", visits, ACTION_SEE_CASES, 1, true, true},
	{"casework_visits_again", visits_again, ACTION_SEE_CASES, 0, true, true},      /* the screen that is open */
	{"casework_visit_record", visit_record, ACTION_RECORD_VISITS, 1, true, false}, /* of a child on no plan */
	{"casework_disclosures", disclosures, ACTION_SEE_CASES, 1, true, true},
	{"casework_disclosures_again", disclosures_again, ACTION_SEE_CASES, 0, true,
	 true}, /* the screen that is open */
	{"casework_disclosure_record", disclosure_record, ACTION_RECORD_DISCLOSURES, 1, true, false},
	{"casework_timeline", timeline, ACTION_SEE_CASES, 1, true, true},
	{"casework_record", record_page, ACTION_SEE_CASES, 1, true, true},
	{"casework_record_again", record_again, ACTION_SEE_CASES, 0, true, true}, /* the screen that is open */
	{"casework_record_draft", record_draft, ACTION_WRITE_RECORD, 1, true, false},
	{"casework_record_section", record_section, ACTION_WRITE_RECORD, 1, true, false},
	{"casework_record_section_readers", record_section_readers, ACTION_WRITE_RECORD, 1, true, false},
	{"casework_record_section_add", record_section_add, ACTION_WRITE_RECORD, 1, true, false},
	{"casework_record_to_chair", record_to_chair, ACTION_WRITE_RECORD, 1, true, false},
	{"casework_record_approve", record_approve, ACTION_APPROVE_RECORD, 1, true, false},
	{"casework_record_return", record_return, ACTION_APPROVE_RECORD, 1, true, false},
	{"casework_record_correction_ask", record_correction_ask, ACTION_WRITE_RECORD, 1, true, false},
	{"casework_record_correction_answer", record_correction_answer, ACTION_WRITE_RECORD, 1, true, false},
	{"casework_record_reopen", record_reopen, ACTION_APPROVE_RECORD, 1, true, false},
	{"casework_record_text", record_text, ACTION_SEE_CASES, 1, true, true},
	{"casework_plan_end_check", plan_end_check, ACTION_END_PLANS, 0, true, false}, /* asked while it is typed */
	{"casework_plan_end", plan_end, ACTION_END_PLANS, 5, true,
	 false}, /* the child's row, two clocks, the move there is */
	{"casework_plan_end", plan_end_by_manager, ACTION_DECIDE_ENDINGS, 5, true, false},
	{"casework_plan_ending_act", plan_ending_tell, ACTION_END_PLANS, 1, true, false},
	{"casework_plan_ending_act", plan_ending_refuse, ACTION_DECIDE_ENDINGS, 1, true, false},
	{"casework_plan_endings", plan_endings, ACTION_SEE_CASES, 1, false, true},
	{"casework_plan_ending", plan_ending, ACTION_SEE_CASES, 1, true, true},
	{"casework_chair_calendar", chair_calendar, ACTION_EXPORT, 1, false, true},
	{"casework_review_horizon", review_horizon, ACTION_SEE_CASES, 1, false, true},
	{"casework_review_horizon_again", review_horizon_again, ACTION_SEE_CASES, 0, false, true},
	{"casework_review", review, ACTION_SEE_CASES, 1, true, true},
	{"casework_review_update_ask", review_update_ask, ACTION_KEEP_DEADLINES, 1, true, false},
	{"casework_review_update_answer", review_update_answer, ACTION_KEEP_DEADLINES, 1, true, false},
	{"casework_review_early", review_early, ACTION_TAKE_REQUESTS, 3, true, false}, /* the limit, the request */
	{"casework_looked_after", looked_after, ACTION_SEE_CASES, 1, true, true},
	{"casework_looked_after_save", looked_after_save, ACTION_RECORD_PEOPLE, 1, true, false},
	{"casework_review_combine", review_combine, ACTION_BOOK, 1, true, false},
	{"casework_transfer_register", transfer_register, ACTION_END_PLANS, 1, true, false},
	{"casework_arrival_warnings", arrival_warnings, ACTION_END_PLANS, 0, true, false},
	{"casework_arrival_take", arrival_take, ACTION_END_PLANS, 3, true, false}, /* child, move, arrival */
	{"casework_transfer_act", transfer_act, ACTION_END_PLANS, 1, true, false},
	{"casework_transfers", transfers, ACTION_SEE_CASES, 1, false, true},
	{"casework_transfer", transfer, ACTION_SEE_CASES, 1, true, true},
	{"casework_birth", birth, ACTION_END_PLANS, 2, true, false}, /* the child's details */
	{"casework_loss", loss, ACTION_END_PLANS, 1, true, false},
	{"casework_loss_check", loss_waits, ACTION_END_PLANS, 0, true, false}, /* asked while it is typed */
	{"casework_restriction", restriction, ACTION_SEE_CASES, 1, true, true},
	{"casework_restrict_shuts_out", restrict_shuts_out, ACTION_RESTRICT_FAMILIES, 0, false, true},
	{"casework_restrict", restrict_family, ACTION_RESTRICT_FAMILIES, 1, true, false},
	{"casework_restriction_lift", restriction_lift, ACTION_RESTRICT_FAMILIES, 1, true, false},
	{"casework_restricted_families", restricted_families, ACTION_RESTRICT_FAMILIES, 1, false, true},
	{"casework_glass_break", glass_break, ACTION_SEE_CASES, 1, false, false}, /* what is refused leaves a row too */
	{"casework_glass_words", glass_words, ACTION_SEE_CASES, 0, false, true},
	{"casework_managers", managers, ACTION_SEE_CASES, 0, false, true},
	{"casework_relative_declare", relative_declare, ACTION_SEE_CASES, 1, true, false},
	{"casework_access_events", access_events_told, ACTION_RESTRICT_FAMILIES, 1, false, true},
	{"casework_access_waiting", access_waiting, ACTION_RESTRICT_FAMILIES, 0, false, true},
	{"casework_access_mistaken", access_mistaken, ACTION_RESTRICT_FAMILIES, 1, true, false},
	{"casework_access_acknowledge", access_acknowledge, ACTION_RESTRICT_FAMILIES, 1, true, false},
	{"casework_retention", retention, ACTION_REVIEW_RETENTION, 1, false, true},
	{"casework_retention_page", retention_page, ACTION_REVIEW_RETENTION, 1, true, true},
	{"casework_disposal_try", disposal_try, ACTION_REVIEW_RETENTION, 1, true, false},
	{"casework_disposal_propose", disposal_propose, ACTION_REVIEW_RETENTION, 1, true, false},
	{"casework_disposal_withdraw", disposal_withdraw, ACTION_REVIEW_RETENTION, 1, true, false},
	{"casework_disposal_approve", disposal_approve, ACTION_DISPOSE, 2, true, false}, /* what the log lost */
	{"casework_disposals_settle", disposals_settle, ACTION_REVIEW_RETENTION, 0, false, true},
	{"casework_disposals", disposals_told, ACTION_REVIEW_RETENTION, 1, false, true},
	{"casework_disposals_waiting", disposals_waiting, ACTION_DISPOSE, 0, false, true},
	{"casework_certificate", certificate, ACTION_REVIEW_RETENTION, 1, true, true},
	{"casework_certificate_write", certificate_write, ACTION_REVIEW_RETENTION, 1, true, true},
	{"casework_hold_set", hold_set, ACTION_HOLD_RECORDS, 1, true, false},
	{"casework_hold_lift", hold_lifted, ACTION_HOLD_RECORDS, 1, true, false},
	{"casework_conflicts", conflicts, ACTION_BOOK, 1, true, true},
	{"casework_conflict_declare", conflict_declare, ACTION_BOOK, 1, true, false},
	{"casework_conflict_end", conflict_stands_no_more, ACTION_BOOK, 1, true, false},
	{"casework_complaints", complaints, ACTION_SEE_CASES, 1, false, true},
	{"casework_complaint", complaint, ACTION_SEE_CASES, 1, true, true},
	{"casework_conference_stands", conference_stands, ACTION_SEE_CASES, 0, true, true}, /* beside the page */
	{"casework_complaint_register", complaint_register, ACTION_HANDLE_COMPLAINTS, 4, true,
	 false},                                                                               /* three clocks */
	{"casework_complaint_step", complaint_step, ACTION_HANDLE_COMPLAINTS, 2, true, false}, /* the clock it meets */
	{"casework_complaint_settle", complaint_settle, ACTION_HANDLE_COMPLAINTS, 4, true, false}, /* three clocks */
	{"casework_escalations", escalations, ACTION_SEE_CASES, 1, false, true},
	{"casework_escalation", escalation, ACTION_SEE_CASES, 1, true, true},
	{"casework_escalation_raise", escalation_raise, ACTION_HANDLE_COMPLAINTS, 2, true, false}, /* its clock */
	{"casework_escalation_step", escalation_step, ACTION_HANDLE_COMPLAINTS, 2, true,
	 false},                                                                /* the clock it meets */
	{"casework_notices_due", notices_due, ACTION_SEE_CASES, 0, true, true}, /* it only counts */
	{"casework_notice_preview", notice_preview, ACTION_HANDLE_COMPLAINTS, 1, true, true},
	{"casework_notice_send", notice_send, ACTION_HANDLE_COMPLAINTS, 2, true, false}, /* the clock it meets */
	{"casework_feedback_save", feedback_save, ACTION_WRITE_RECORD, 1, true, false},
	{"casework_live_check", live_check, ACTION_SEE_CASES, 0, true, true}, /* of the page that is open */
	{"casework_live_close", live_close, ACTION_DECIDE, 5, true, false},   /* a limit met, three to come */
	{"casework_live_adjourn", live_adjourn, ACTION_CHAIR_CONFERENCE, 10, true, false}, /* a plan starts */
	{"casework_live_end_early", live_end_early, ACTION_DECIDE, 5, true, false},
	{"casework_draft_keep", draft_keep, ACTION_ANYTHING_OWN, 0, false, false}, /* no record is changed */
	{"casework_draft_drop", draft_drop, ACTION_ANYTHING_OWN, 0, false, false},
	{"casework_drafts", drafts, ACTION_ANYTHING_OWN, 0, false, true},
	{"casework_users", users, ACTION_KEEP_USERS, 1, false, true},
	{"casework_user_add", user_add, ACTION_KEEP_USERS, 1, true, false},
	{"casework_user_details", user_details, ACTION_KEEP_USERS, 1, true, false},
	{"casework_user_disable", user_disable, ACTION_KEEP_USERS, 1, true, false},
	{"casework_session_note", session_note, ACTION_ANYTHING_OWN, 1, false, true},
	{"casework_audit_check", audit_check, ACTION_READ_AUDIT, 1, false, true},
	{"casework_examine", examine, ACTION_ANYTHING_OWN, 0, false, true},
};

enum { CALL_COUNT = sizeof calls / sizeof *calls };

/* What the founder may not do, and the account "chair" may in the conferences it chairs. */
static inline bool is_the_chairs(enum action right)
{
	return right == ACTION_CHAIR_CONFERENCE || right == ACTION_DECIDE || right == ACTION_APPROVE_RECORD;
}

#endif
