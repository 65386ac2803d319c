/* Tokens are those the schema's CHECKs know, and a report stands the same for everybody on a day. */
#include "domain/invitation.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

/* A report of the police goes to no family, however the agency was entered. */
static void the_police_are_known_by_any_name(void **state)
{
	static const struct {
		const char *group, *name;
		bool is_police;
		const char *why;
	} rows[] = {
		{"police", "Public Protection Unit", true, "by its group"},
		{"Police", "", true, "in any case"},
		{"", "Police Public Protection Unit", true, "by its first word"},
		{"", "Northgate Police", true, "by a later one"},
		{"health", "British Transport Police", true, "entered under another group"},
		{"", "Eastshire Constabulary", true, "by its other name"},
		{"", "Police-led triage", true, "part of a word that was joined"},
		{"education", "Polices Lane Primary School", false, "another word that begins so"},
		{"probation", "Probation Service", false, "another agency"},
		{"", "", false, "nothing known"},
		{NULL, NULL, false, "nothing read"},
	};
	struct report report = report_blank();

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		if (agency_is_police(rows[i].group, rows[i].name) != rows[i].is_police)
			fail_msg("%s", rows[i].why);
		report.kind = REPORT_AGENCY;
		report.handling = HANDLING_SHARE;
		report.quorum_group = rows[i].group;
		report.shown_agency = rows[i].name;
		if (report_may_go_to_family(&report) == rows[i].is_police)
			fail_msg("shared: %s", rows[i].why);
	}
}

static void tokens_and_labels_lead_back(void **state)
{
	(void)state;
#define LEADS_BACK(type, count)                                                                                        \
	for (int i = 0; i < (count); i++) {                                                                            \
		enum type by_token, by_label;                                                                          \
                                                                                                                       \
		assert_true(type##_from_token(type##_token((enum type)i), &by_token));                                 \
		assert_true(type##_from_token(type##_label((enum type)i), &by_label));                                 \
		assert_int_equal(by_token, i);                                                                         \
		assert_int_equal(by_label, i);                                                                         \
	}                                                                                                              \
	assert_string_equal(type##_token((enum type)(count)), "");                                                     \
	assert_string_equal(type##_label((enum type) - 1), "")
	LEADS_BACK(capacity, CAPACITY_COUNT);
	LEADS_BACK(invite_method, INVITE_METHOD_COUNT);
	LEADS_BACK(reply, REPLY_COUNT);
	LEADS_BACK(exclusion, EXCLUSION_COUNT);
	LEADS_BACK(exclusion_reason, EXCLUSION_REASON_COUNT);
	LEADS_BACK(report_handling, REPORT_HANDLING_COUNT);
	LEADS_BACK(report_kind, REPORT_KIND_COUNT);
	LEADS_BACK(delivery_state, DELIVERY_STATE_COUNT);
#undef LEADS_BACK
}

static void words_are_taken_as_people_write_them(void **state)
{
	enum invite_method method = METHOD_PORTAL;
	enum exclusion_reason reason = EXCLUSION_REASON_CHILD_ASKS;

	(void)state;
	assert_true(invite_method_from_token("E-Mail", &method));
	assert_int_equal(method, METHOD_EMAIL);
	assert_true(invite_method_from_token("In person", &method));
	assert_int_equal(method, METHOD_IN_PERSON);
	assert_false(invite_method_from_token("fax", &method));
	assert_int_equal(method, METHOD_IN_PERSON); /* what is not understood changes nothing */
	assert_true(exclusion_reason_from_token("", &reason));
	assert_int_equal(reason, EXCLUSION_REASON_NONE);
}

static void blank_says_that_nothing_happened(void **state)
{
	struct invitee invitee = invitee_blank();
	struct report report = report_blank();

	(void)state;
	assert_int_equal(invitee.invited_on, DAY_NONE);
	assert_int_equal(invitee.told_day, DAY_NONE);
	assert_int_equal(invitee.told_starts, -1);
	assert_int_equal(invitee.reply, REPLY_NONE);
	assert_int_equal(invitee.exclusion, EXCLUSION_NONE);
	assert_string_equal(invitee.exclusion_words, "");
	assert_int_equal(report.received_on, DAY_NONE);
	assert_true(report.is_required);
	assert_int_equal(report.handling, HANDLING_SHARE);
}

/* Easter 2026: Good Friday is 3 April, Easter Monday 6 April. */
static const struct {
	const char *due, *requested, *received, *today;
	bool is_verbal;
	enum yes_no involved;
	enum report_standing standing;
	int days;
	const char *why;
} standings[] = {
	{"2026-04-02", "", "", "2026-03-20", false, ANSWER_YES, REPORT_NOT_ASKED, 0, "nobody asked yet"},
	{"2026-03-18", "", "", "2026-03-20", false, ANSWER_YES, REPORT_NOT_ASKED, 0, "who was not asked is not late"},
	{"", "2026-03-16", "", "2026-03-20", false, ANSWER_YES, REPORT_AWAITED, 0, "no day, so no date yet"},
	{"2026-03-25", "2026-03-16", "", "2026-03-20", false, ANSWER_YES, REPORT_AWAITED, 3, "Friday to Wednesday"},
	{"2026-03-20", "2026-03-16", "", "2026-03-20", false, ANSWER_YES, REPORT_AWAITED, 0,
	 "due today is not overdue"},
	{"2026-03-20", "2026-03-16", "", "2026-03-23", false, ANSWER_YES, REPORT_OVERDUE, 1, "Monday after a Friday"},
	{"2026-03-20", "2026-03-16", "", "2026-03-21", false, ANSWER_YES, REPORT_OVERDUE, 1,
	 "a Saturday is past the date, too"},
	{"2026-04-02", "2026-03-16", "", "2026-04-08", false, ANSWER_UNKNOWN, REPORT_OVERDUE, 2,
	 "Easter does not count"},
	{"2026-03-20", "2026-03-16", "2026-03-20", "2026-03-27", false, ANSWER_YES, REPORT_ON_TIME, 0,
	 "on the day is on time"},
	{"", "2026-03-16", "2026-03-20", "2026-03-27", false, ANSWER_YES, REPORT_ON_TIME, 0,
	 "without a date nothing is late"},
	{"2026-03-20", "2026-03-16", "2026-03-25", "2026-04-27", false, ANSWER_YES, REPORT_LATE, 3,
	 "by when it came, not by today"},
	{"2026-03-20", "2026-03-16", "2026-03-22", "2026-03-27", false, ANSWER_YES, REPORT_LATE, 1,
	 "sent on a Sunday it is read on Monday"},
	{"2026-03-20", "2026-03-16", "2026-03-25", "2026-03-27", true, ANSWER_YES, REPORT_VERBAL, 0,
	 "said, nothing in writing"},
	{"2026-03-20", "2026-03-16", "", "2026-03-27", false, ANSWER_NO, REPORT_NOT_INVOLVED, 0, "owes nothing"},
	{"2026-03-20", "", "2026-03-18", "2026-03-27", false, ANSWER_NO, REPORT_ON_TIME, 0,
	 "what came nonetheless is there"},
};

static void a_report_stands_by_working_days(void **state)
{
	const struct holiday holidays[] = {{date_from_iso("2026-04-03"), "Good Friday"},
					   {date_from_iso("2026-04-06"), "Easter Monday"}};
	struct working_calendar calendar = {.bank_holidays = {holidays, 2},
					    .known_from = date_from_iso("2025-01-01"),
					    .known_until = date_from_iso("2027-12-31")};

	(void)state;
	for (size_t i = 0; i < sizeof standings / sizeof *standings; i++) {
		struct report report = report_blank();
		int days = 99;
		enum report_standing standing;

		report.due_on = date_from_iso(standings[i].due);
		report.requested_on = date_from_iso(standings[i].requested);
		report.received_on = date_from_iso(standings[i].received);
		report.is_verbal = standings[i].is_verbal;
		report.involved = standings[i].involved;
		standing = report_standing(&report, &calendar, date_from_iso(standings[i].today), &days);
		if (standing != standings[i].standing || days != standings[i].days)
			fail_msg("%s: standing %d, %d days", standings[i].why, standing, days);
	}
}

static void what_may_go_to_the_family(void **state)
{
	static const struct {
		enum report_kind kind;
		enum report_handling handling;
		const char *not_shared_why;
		bool may;
		const char *why;
	} rows[] = {
		{REPORT_AGENCY, HANDLING_SHARE, "", true, "the usual case"},
		{REPORT_SOCIAL_WORK, HANDLING_SHARE, "", true, "theirs above all"},
		{REPORT_AGENCY, HANDLING_SHARE, NULL, true, "nobody gave a reason against it"},
		{REPORT_POLICE, HANDLING_SHARE, "", false, "the police's never, whatever was ticked"},
		{REPORT_AGENCY, HANDLING_CHAIR_ONLY, "", false, "chair only"},
		{REPORT_AGENCY, HANDLING_READ_OUT, "", false, "heard, not handed over"},
		{REPORT_AGENCY, HANDLING_PROFESSIONALS_ONLY, "", false, "professionals only"},
		{REPORT_AGENCY, HANDLING_SHARE, "names the refuge", false, "somebody gave a reason"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct report report = report_blank();

		report.kind = rows[i].kind;
		report.handling = rows[i].handling;
		report.not_shared_why = rows[i].not_shared_why;
		if (report_may_go_to_family(&report) != rows[i].may)
			fail_msg("%s", rows[i].why);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_police_are_known_by_any_name),
		cmocka_unit_test(tokens_and_labels_lead_back),
		cmocka_unit_test(words_are_taken_as_people_write_them),
		cmocka_unit_test(blank_says_that_nothing_happened),
		cmocka_unit_test(a_report_stands_by_working_days),
		cmocka_unit_test(what_may_go_to_the_family),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
