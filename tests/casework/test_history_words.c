/* The audit log in plain words: nothing of the file's inside in what people read. */
#include "history_words.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static const struct {
	const char *why, *action, *detail, *sentence;
} rows[] = {
	{"a tick names the task, not its rows", "deadline.done", "bundle, tasks 586 587, on 2026-04-01: sent by hand",
	 "Ticked done: bundle, on Wed 1 Apr 2026: sent by hand"},
	{"a rule is called by its name", "deadline.waive", "police_notice, tasks 12: not needed",
	 "Waived: invite police: not needed"},
	{"nothing follows the rows", "deadline.reopen", "report.initial, tasks 7", "Opened again: agency reports"},
	{"a limit is met by holding the conference", "deadline.done", "icpc: done on 2026-03-20",
	 "Done: initial conference, done on Fri 20 Mar 2026"},
	{"one child", "request.take", "C-0001: initial, 1 children", "Request taken C-0001: initial, 1 child"},
	{"several", "request.take", "C-0001: initial, 11 children", "Request taken C-0001: initial, 11 children"},
	{"a slot", "conference.book", "C-0001: 2026-04-02 09:30, Siân Pritchard, Room 2",
	 "Booked C-0001: Thu 2 Apr 2026 09:30, Siân Pritchard, Room 2"},
	{"what changed", "request.change", "social worker (was Emma Evans)",
	 "Request changed: social worker (was Emma Evans)"},
	{"a correction", "enquiry.correct", "strategy discussion 2026-03-02, was 2026-03-26: typed wrongly",
	 "Enquiry corrected: strategy discussion Mon 2 Mar 2026, was Thu 26 Mar 2026: typed wrongly"},
	{"a person", "person.add", "as child", "Person added as child"},
	{"details", "person.save", "changed: surname", "Details changed: surname"},
	{"a family", "family.add", "a new family", "Family added"},
	{"an answer is the reader's, not its row's", "invitee.answer", "C-0001: mother (invitation 12): coming",
	 "Answered C-0001: mother: coming"},
	{"who was put on the list", "invitees.add", "C-0001: 2 as child, 1 as solicitor",
	 "Put on the list C-0001: 2 as child, 1 as solicitor"},
	{"a mark", "report.mark", "School: received, 2026-03-31", "Report marked: School: received, Tue 31 Mar 2026"},
	{"a mailing", "exclusions.send", "C-0001: 1 letters", "Told of the exclusion C-0001: 1 letter"},
	{"a letter given over", "delivery.done", "moved to Bo Kay, telephone: told",
	 "Letter given over: moved to Bo Kay, telephone: told"},
	{"a file without its digest", "paper.attach", "School: a.pdf, 211 bytes, digest 0f3a9c",
	 "File attached: School: a.pdf, 211 bytes"},
	{"a bundle", "bundle.make", "for professionals: 1 reports, 0 missing, 3 pages, digest 0f3a",
	 "Bundle made: for professionals: 1 report, 0 missing, 3 pages"},
	{"a review", "review.request", "P-0001", "Review asked for P-0001"},
	{"a file", "intake.child", "a new child from the census return: 1 enquiries, 0 conferences and 1 plans added",
	 "Taken in from a file: a new child from the census return: 1 enquiry, 0 conferences and 1 plan added"},
	{"what is no date stays", "deadline.waive", "bundle, tasks 1: see 2026-13-40 and N2026-01-01x",
	 "Waived: bundle: see 2026-13-40 and N2026-01-01x"},
	{"a look is the auditor's", "conference.look", "page", NULL},
	{"a date that follows by itself is on the page", "deadline.open", "icpc: due 2026-03-20", NULL},
};

static void each_is_a_sentence(void **state)
{
	struct arena mem = {0};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const struct audit_row row = {.action = rows[i].action, .detail = rows[i].detail};
		const char *sentence = history_sentence(&row, &mem);

		if (rows[i].sentence ? !sentence || strcmp(sentence, rows[i].sentence) != 0 : sentence != NULL)
			fail_msg("%s: %s", rows[i].why, sentence ? sentence : "not shown");
	}
	arena_finish(&mem);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(each_is_a_sentence)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
