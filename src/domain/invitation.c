/* The words of invitations, reports and letters, and how a report stands on a day. */
#include "domain/invitation.h"
#include "words.h"

#include <string.h>
#include <strings.h>

WORDS_OF(capacity, CAPACITIES, CAPACITY_COUNT)
WORDS_OF(invite_method, INVITE_METHODS, INVITE_METHOD_COUNT)
WORDS_OF(reply, REPLIES, REPLY_COUNT)
WORDS_OF(exclusion, EXCLUSIONS, EXCLUSION_COUNT)
WORDS_OF(exclusion_reason, EXCLUSION_REASONS, EXCLUSION_REASON_COUNT)
WORDS_OF(report_handling, REPORT_HANDLINGS, REPORT_HANDLING_COUNT)
WORDS_OF(report_kind, REPORT_KINDS, REPORT_KIND_COUNT)
WORDS_OF(delivery_state, DELIVERY_STATES, DELIVERY_STATE_COUNT)

struct invitee invitee_blank(void)
{
	return (struct invitee){
		.name = "",
		.agency = "",
		.role = "",
		.email = "",
		.phone = "",
		.address = "",
		.language = "",
		.signing = "",
		.access = "",
		.childcare = "",
		.transport = "",
		.represented_why = "",
		.understanding = "",
		.advocate_offered_on = DAY_NONE,
		.other_way = "",
		.reply_on = DAY_NONE,
		.reply_how = "",
		.reply_note = "",
		.deputy = "",
		.exclusion_part = "",
		.exclusion_words = "",
		.exclusion_asked_by = "",
		.exclusion_decided_by = "",
		.exclusion_asked_on = DAY_NONE,
		.exclusion_decided_on = DAY_NONE,
		.invited_on = DAY_NONE,
		.told_day = DAY_NONE,
		.told_starts = -1,
		.withdrawn_why = "",
		.shown_name = "",
		.shown_agency = "",
		.shown_role = "",
		.shown_email = "",
		.shown_phone = "",
		.quorum_group = "",
		.relationship = RELATIONSHIP_OTHER,
		.contact_bounced_on = DAY_NONE,
		.contact_checked_on = DAY_NONE,
		.deputy_name = "",
	};
}

struct invitee invitee_of_contact(const struct contact *contact)
{
	struct invitee one = invitee_blank();

	one.capacity = CAPACITY_PROFESSIONAL;
	one.contact_id = contact->id;
	one.method = contact->method;
	one.shown_name = contact->name;
	one.shown_agency = contact->agency;
	one.shown_role = contact->role;
	one.shown_email = contact->email;
	one.shown_phone = contact->phone;
	one.quorum_group = contact->quorum_group;
	one.deputy_name = contact->deputy;
	one.contact_bounced_on = contact->bounced_on;
	one.contact_checked_on = contact->checked_on;
	return one;
}

struct report report_blank(void)
{
	return (struct report){
		.is_required = true,
		.due_on = DAY_NONE,
		.requested_on = DAY_NONE,
		.received_on = DAY_NONE,
		.to_chair_on = DAY_NONE,
		.to_manager_on = DAY_NONE,
		.not_shared_why = "",
		.note = "",
		.speaks_of = "",
		.shown_name = "",
		.shown_agency = "",
		.shown_email = "",
		.shown_phone = "",
		.quorum_group = "",
		.last_chased_on = DAY_NONE,
	};
}

/* What comes on the Saturday after a Friday is read on Monday: never late by no day. */
static int late_by(day_number due, day_number on, const struct working_calendar *calendar)
{
	int days = working_day_between(due, on, calendar, COUNT_LOCAL);

	return days > 0 ? days : 1;
}

static enum report_standing standing_of_received(const struct report *report, const struct working_calendar *calendar,
						 int *working_days)
{
	if (report->is_verbal)
		return REPORT_VERBAL;
	if (report->due_on == DAY_NONE || report->received_on <= report->due_on)
		return REPORT_ON_TIME;
	*working_days = late_by(report->due_on, report->received_on, calendar);
	return REPORT_LATE;
}

enum report_standing report_standing(const struct report *report, const struct working_calendar *calendar,
				     day_number today, int *working_days)
{
	*working_days = 0;
	if (report->received_on != DAY_NONE)
		return standing_of_received(report, calendar, working_days);
	if (report->involved == ANSWER_NO)
		return REPORT_NOT_INVOLVED;
	if (report->requested_on == DAY_NONE)
		return REPORT_NOT_ASKED;
	if (report->due_on == DAY_NONE)
		return REPORT_AWAITED;
	if (report->due_on < today) {
		*working_days = late_by(report->due_on, today, calendar);
		return REPORT_OVERDUE;
	}
	*working_days = working_day_between(today, report->due_on, calendar, COUNT_LOCAL);
	return REPORT_AWAITED;
}

/* Is `word` one of the words of `name`? */
static bool has_word(const char *name, const char *word)
{
	static const char parts[] = " ,.;:/&()-'\"\t\n";
	size_t wanted = strlen(word), bytes;

	for (name += strspn(name, parts); *name; name += bytes + strspn(name + bytes, parts)) {
		bytes = strcspn(name, parts);
		if (bytes == wanted && strncasecmp(name, word, wanted) == 0)
			return true;
	}
	return false;
}

bool agency_is_police(const char *quorum_group, const char *name)
{
	static const char *const words[] = {"police", "policing", "constabulary"};

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if ((quorum_group && has_word(quorum_group, words[i])) || (name && has_word(name, words[i])))
			return true;
	return false;
}

bool report_is_police(const struct report *report)
{
	return report->kind == REPORT_POLICE || agency_is_police(report->quorum_group, report->shown_agency);
}

/* A reason not to share it holds until somebody takes the reason away. */
bool report_may_go_to_family(const struct report *report)
{
	return !report_is_police(report) && report->handling == HANDLING_SHARE &&
	       (!report->not_shared_why || !*report->not_shared_why);
}
