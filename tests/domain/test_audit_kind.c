/* What kind of act a row of the audit log is about, and when the clock was set. */
#include "domain/audit_kind.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void each_act_is_of_one_kind(void **state)
{
	static const struct {
		const char *act;
		enum audit_kind kind;
		const char *why;
	} rows[] = {
		{"conference.book", AUDIT_KIND_CHANGE, "no rule: a change"},
		{"access.acknowledge", AUDIT_KIND_CHANGE, "what a manager writes is a change"},
		{"", AUDIT_KIND_CHANGE, "an act without a name is taken for the weightier kind"},
		{"today.look", AUDIT_KIND_LOOK, "by its end"},
		{"look.timeline", AUDIT_KIND_LOOK, "by its beginning"},
		{"live.plan_look", AUDIT_KIND_LOOK, "by the end of its second word"},
		{"record.read", AUDIT_KIND_LOOK, "reading is looking"},
		{"outlook", AUDIT_KIND_CHANGE, "an end is a whole word"},
		{"find", AUDIT_KIND_SEARCH, "the palette"},
		{"list.search", AUDIT_KIND_SEARCH, "the list of children on plans"},
		{"family.find", AUDIT_KIND_CHANGE, "a whole name is no end"},
		{"list.answer", AUDIT_KIND_CHANGE, "the answer itself is kept, so it changes something"},
		{"invitations.send", AUDIT_KIND_LETTER, "by its end"},
		{"delivery.again", AUDIT_KIND_LETTER, "by its beginning"},
		{"letter.take_out", AUDIT_KIND_EXPORT, "taking out weighs more than being a letter"},
		{"outline_plan.print", AUDIT_KIND_EXPORT, "on paper is outside"},
		{"letter.look", AUDIT_KIND_LOOK, "looking at a letter sends none"},
		{"refused", AUDIT_KIND_REFUSAL, "a role without the right"},
		{"glass.refused", AUDIT_KIND_REFUSAL, "a refused try is a refusal, not broken glass"},
		{"session.refused", AUDIT_KIND_REFUSAL, "a wrong password at a lock"},
		{"glass.break", AUDIT_KIND_GLASS, "the glass"},
		{"session.lock", AUDIT_KIND_SESSION, "by its beginning"},
		{"sign-out", AUDIT_KIND_SESSION, "coming and going"},
		{"backup.make", AUDIT_KIND_BACKUP, "by its beginning"},
		{"user.add", AUDIT_KIND_UPKEEP, "rights given"},
		{"users.look", AUDIT_KIND_LOOK, "looking at who has rights gives none"},
		{"clock.jump", AUDIT_KIND_CLOCK, "the clock"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (audit_kind_of(rows[i].act) != rows[i].kind)
			fail_msg("\"%s\" (%s) is %s", rows[i].act, rows[i].why,
				 audit_kind_token(audit_kind_of(rows[i].act)));
}

static void what_changes_is_news_to_others(void **state)
{
	static const struct {
		const char *act;
		bool changes;
	} rows[] = {
		{"conference.book", true},
		{"invitations.send", true},
		{"user.add", true},
		{"glass.break", true},
		{"letter.take_out", true},
		{"plan.print", false},
		{"export.calendar", false},
		{"today.look", false},
		{"find", false},
		{"session.refused", false},
		{"sign-in", false},
		{"backup.make", false},
		{"clock.jump", false},
		{"audit.verify", false},
		{"refused", false},
		{"", true},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (audit_act_changes(rows[i].act) != rows[i].changes)
			fail_msg("\"%s\"", rows[i].act);
}

static void a_clock_that_was_set_is_told_from_one_that_runs(void **state)
{
	static const struct {
		struct clock_moment before, now;
		long long jump;
		const char *why;
	} rows[] = {
		{{1000, 10}, {1010, 20}, 0, "both ran ten seconds"},
		{{1000, 10}, {1069, 20}, 0, "59 seconds too many may be a clock that is being put right slowly"},
		{{1000, 10}, {1070, 20}, 60, "a minute forward"},
		{{1000, 10}, {950, 20}, -60, "a minute back"},
		{{1000, 10}, {951, 20}, 0, "less than a minute back"},
		{{1000, 10}, {4600, 3610}, 0, "an hour of work is no jump"},
		{{1775000000, 0}, {1000000000, 5}, -775000005, "years back"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (clock_jump(rows[i].before, rows[i].now) != rows[i].jump)
			fail_msg("%s: %lld", rows[i].why, clock_jump(rows[i].before, rows[i].now));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_act_is_of_one_kind),
		cmocka_unit_test(what_changes_is_news_to_others),
		cmocka_unit_test(a_clock_that_was_set_is_told_from_one_that_runs),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
