/* What a row of a due list leads to. */
#include "complaint.h"
#include "conference_tabs.h"
#include "core_groups.h"
#include "escalation.h"
#include "mailing.h"
#include "plan_end.h"
#include "plan_page.h"
#include "screens.h"
#include "timeline.h"

/* The letters of the day after, for whoever may send them. */
static bool has_letters(struct tui *t, const struct due_item *item)
{
	return item->conference_id && item->lane == LANE_LETTERS && casework_may(casework_of(t), ACTION_INVITE, NULL);
}

static bool is_core_group(const struct due_item *item)
{
	return item->rule == RULE_CORE_GROUP_FIRST || item->rule == RULE_CORE_GROUP_NEXT;
}

bool due_item_open(struct tui *t, const struct due_item *item, struct fault *f)
{
	if (is_core_group(item))
		return core_group_open(t, item->family_id, f);
	if (item->rule == RULE_PLAN_ACTION)
		return item->state == DEADLINE_LATE ? overdue_actions_open(t, item->family_id, f)
						    : plan_page_open(t, item->family_id, 0, f);
	if (item->rule == RULE_VISIT)
		return visits_open(t, item->family_id, 0, f);
	if (item->conference_id && (item->lane == LANE_INVITE || item->lane == LANE_REPLIES))
		return conference_tab_open(t, item->conference_id, CONFERENCE_TAB_INVITEES, f);
	if (item->conference_id && item->lane == LANE_REPORTS)
		return conference_tab_open(t, item->conference_id, CONFERENCE_TAB_REPORTS, f);
	if (item->conference_id && item->lane == LANE_BUNDLE)
		return bundle_open(t, item->conference_id, f);
	if (item->conference_id && item->lane == LANE_RECORD)
		return conference_tab_open(t, item->conference_id, CONFERENCE_TAB_RECORD, f);
	if (has_letters(t, item))
		return mailing_open(t, item->conference_id, MAILING_DECISIONS, f);
	if (item->subject_kind == SUBJECT_COMPLAINT)
		return complaint_open(t, item->subject_id, f);
	if (item->subject_kind == SUBJECT_ESCALATION)
		return escalation_open(t, item->subject_id, f);
	if (item->subject_kind == SUBJECT_TRANSFER)
		return moves_open(t, item->family_id, f);
	if (item->conference_id)
		return conference_open(t, item->conference_id, f);
	if (item->subject_kind == SUBJECT_PERSON)
		return child_open(t, item->subject_id, f);
	return family_open(t, item->family_id, f);
}

bool due_item_book(struct tui *t, const struct due_item *item, struct fault *f)
{
	struct request_start start = {.family_id = item->family_id};

	if (item->subject_kind == SUBJECT_TRANSFER)
		return fault_set(
			f, FAULT_REFUSED,
			"The other authority books that conference. Enter opens the move: note there what was sent, "
			"accepted and held.");
	if (is_core_group(item))
		return core_group_form_open(t, GROUP_FORM_BOOK, item->family_id, 0, NULL, f);
	if (item->conference_id)
		return booking_form_open(t, item->conference_id, NULL, f);
	if (item->subject_kind == SUBJECT_PLAN && item->lane == LANE_REVIEWS)
		return review_booking_open(t, item->subject_id, NULL, f);
	if (item->subject_kind == SUBJECT_ENQUIRY)
		start.enquiry_id = item->subject_id;
	if (item->lane != LANE_BOOK && item->lane != LANE_REVIEWS)
		return fault_set(f, FAULT_REFUSED, "There is nothing to book for this row. Enter opens it.");
	return request_form_open(t, &start, f);
}
