/* A row of the audit log as a sentence: the one table of what each action is called, and what is in the log for the
 * auditor (row numbers, tokens of rules, dates in figures) put in the words people use. */
#include "history_words.h"

#include "domain/deadline.h"

#include <ctype.h>
#include <string.h>

#define ISO_BYTES 10

/* What pages show. An action that is not here is not shown. */
static const struct {
	const char *action, *words;
	bool is_whole; /* the words say it all */
} acts[] = {
	{"request.take", "Request taken", false},
	{"request.change", "Request changed", false},
	{"review.request", "Review asked for", false},
	{"review.book", "Review booked", false},
	{"conference.book", "Booked", false},
	{"conference.move", "Moved", false},
	{"conference.postpone", "Postponed", false},
	{"conference.cancel", "Cancelled", false},
	{"enquiry.correct", "Enquiry corrected", false},
	{"invitees.add", "Put on the list", false},
	{"invitee.save", "Invitation changed", false},
	{"invitee.remove", "Taken off the list", false},
	{"invitee.answer", "Answered", false},
	{"sittings.save", "Sittings set", false},
	{"exclusion.ask", "Exclusion asked for", false},
	{"exclusion.decide", "Exclusion decided", false},
	{"exclusion.end", "Exclusion ended", false},
	{"report.mark", "Report marked", false},
	{"report.save", "Report handled", false},
	{"report.chase", "Report asked for again", false},
	{"paper.attach", "File attached", false},
	{"paper.take_out", "File taken out", false},
	{"paper.withdraw", "File withdrawn", false},
	{"bundle.make", "Bundle made", false},
	{"bundle.send", "Bundle sent", false},
	{"invitations.send", "Invitations written", false},
	{"changes.send", "Told of the change", false},
	{"exclusions.send", "Told of the exclusion", false},
	{"delivery.done", "Letter given over", false},
	{"delivery.bounced", "Letter came back", false},
	{"delivery.again", "Letter sent again", false},
	{"delivery.withdraw", "Letter withdrawn", false},
	{"letter.take_out", "Letter taken out", false},
	{"live.start", "Started", false},
	{"live.take_over", "Taken over", false},
	{"live.attend", "Attendance", false},
	{"live.note", "Notes written", false},
	{"live.view", "View written", false},
	{"live.participation", "Took part", false},
	{"live.recommend", "Recommended", false},
	{"live.recommend_drop", "Recommendation dropped", false},
	{"live.quorum", "Quorum", false},
	{"live.inquorate", "Not quorate", false},
	{"live.decide", "Decided", false},
	{"deadline.done", "Ticked done", false},
	{"deadline.waive", "Waived", false},
	{"deadline.reopen", "Opened again", false},
	{"family.add", "Family added", true},
	{"family.gather", "Families joined", false},
	{"family.whose_child", "Whose child is whose", false},
	{"family.take_over", "Family renumbered", false},
	{"restriction.set", "Restricted to named staff", false},
	{"restriction.change", "Restriction changed", false},
	{"restriction.lift", "Restriction lifted", false},
	{"hold.set", "Record held", false},
	{"hold.lift", "Hold lifted", false},
	{"disposal.propose", "Proposed to go", false},
	{"disposal.withdraw", "Proposal to go withdrawn", false},
	{"glass.break", "Opened by breaking the glass", false},
	{"relative.declare", "A worker knows this family", false},
	{"conflict.declare", "Conflict of interest", false},
	{"conflict.end", "No conflict of interest any more", false},
	{"relative.match", "Kept from a worker who may be related", false},
	{"relative.mistaken", "A worker is not related after all", false},
	{"access.acknowledge", "Acknowledged by a manager", false},
	{"plan.end", "Plan ended", false},
	{"plan.ending", "End of a plan", false},
	{"child.born", "Born", false},
	{"child.lost", "Loss recorded", false},
	{"transfer.register", "Move between authorities", false},
	{"transfer.step", "Move between authorities", false},
	{"list.answer", "Asked of the list", false},
	{"visit.record", "Visit", false},
	{"visit.correct", "Visit corrected", false},
	{"visit.strike", "Visit struck out", false},
	{"disclosure.record", "Shared outside", false},
	{"disclosure.correct", "Shared outside, corrected", false},
	{"disclosure.strike", "Shared outside, struck out", false},
	{"person.add", "Person added", false},
	{"person.merge", "Two entries made one", false},
	{"person.part", "Two entries taken apart", false},
	{"person.save", "Details changed", false},
	{"member.end", "Left the family", false},
	{"intake.child", "Taken in from a file", false},
	{"intake.person", "Taken in from a file", false},
	{"intake.request", "Taken in from a file", false},
};

/* The many of what is counted, and the one. */
static const struct {
	const char *many, *one;
} counted[] = {
	{"children", "child"},
	{"enquiries", "enquiry"},
	{"conferences", "conference"},
	{"plans", "plan"},
	{"people", "person"},
	{"reports", "report"},
	{"pages", "page"},
	{"professionals", "professional"},
	{"letters", "letter"},
};

static bool begins(const char *text, const char *with)
{
	return strncmp(text, with, strlen(with)) == 0;
}

/* "bundle, tasks 586 587, on ...": the bytes of ", tasks 586 587"; "mother (invitation 12)": those of the brackets;
 * ", digest 0f3a": all of it. */
static size_t row_numbers(const char *at)
{
	static const struct {
		const char *words, *after;
	} rows[] = {{", tasks ", "0123456789 "}, {" (invitation ", "0123456789)"}, {", digest ", "0123456789abcdef"}};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (begins(at, rows[i].words))
			return strlen(rows[i].words) + strspn(at + strlen(rows[i].words), rows[i].after);
	return 0;
}

/* The day written in figures here, DAY_NONE when none is. */
static day_number day_here(const char *text, const char *at, struct arena *mem)
{
	if (!isdigit((unsigned char)*at) || strnlen(at, ISO_BYTES) < ISO_BYTES || at[4] != '-' ||
	    (at > text && isalnum((unsigned char)at[-1])) || isdigit((unsigned char)at[ISO_BYTES]))
		return DAY_NONE;
	return date_from_iso(arena_text_n(mem, at, ISO_BYTES));
}

/* "1 children": the word for one of them and the bytes it stands in place of; NULL when nothing is counted here. */
static const char *single_here(const char *text, const char *at, size_t *bytes)
{
	if (!begins(at, "1 ") || (at > text && at[-1] != ' '))
		return NULL;
	for (size_t i = 0; i < sizeof counted / sizeof *counted; i++) {
		*bytes = strlen(counted[i].many);
		if (begins(at + 2, counted[i].many) && !isalpha((unsigned char)at[2 + *bytes])) {
			*bytes += 2;
			return counted[i].one;
		}
	}
	return NULL;
}

static const char *in_plain_words(const char *text, struct arena *mem)
{
	const char *words = "", *from = text, *at = text;
	char day_words[DATE_TEXT_ROOM];

	while (*at) {
		const char *instead = NULL;
		size_t bytes = row_numbers(at);
		day_number day = bytes ? DAY_NONE : day_here(text, at, mem);

		if (bytes) {
			instead = "";
		} else if (day != DAY_NONE) {
			bytes = ISO_BYTES;
			instead = date_medium(day, day_words);
		} else if ((instead = single_here(text, at, &bytes))) {
			instead = arena_printf(mem, "1 %s", instead);
		}
		if (instead) {
			words = arena_printf(mem, "%s%.*s%s", words, (int)(at - from), from, instead);
			from = at + bytes;
		}
		at += instead ? bytes : 1;
	}
	return *words || from != text ? arena_printf(mem, "%s%s", words, from) : text;
}

/* A detail that begins with the token of a rule begins with the rule's name. */
static const char *rule_in_words(const char *detail, struct arena *mem)
{
	size_t bytes = strcspn(detail, ":, ");

	for (int i = 0; i < RULE_COUNT; i++) {
		const char *token = rule_token((enum rule_key)i);

		if (strlen(token) == bytes && strncmp(token, detail, bytes) == 0)
			return arena_printf(mem, "%s%s%s", rule_label((enum rule_key)i), detail[bytes] ? "," : "",
					    detail + bytes + (detail[bytes] != '\0'));
	}
	return detail;
}

/* "C-0012: ..." and "as child" follow the words without a colon. */
static bool follows_plainly(const char *detail)
{
	size_t letters = strspn(detail, "ABCDEFGHIJKLMNOPQRSTUVWXYZ");

	return begins(detail, "as ") ||
	       (letters > 0 && detail[letters] == '-' && isdigit((unsigned char)detail[letters + 1]));
}

const char *history_act(const char *action)
{
	for (size_t i = 0; i < sizeof acts / sizeof *acts; i++)
		if (strcmp(acts[i].action, action) == 0)
			return acts[i].words;
	return NULL;
}

const char *history_sentence(const struct audit_row *row, struct arena *mem)
{
	const char *detail = row->detail, *words = NULL;
	bool is_whole = false, is_deadline = begins(row->action, "deadline.");

	for (size_t i = 0; i < sizeof acts / sizeof *acts && !words; i++)
		if (strcmp(acts[i].action, row->action) == 0) {
			words = acts[i].words;
			is_whole = acts[i].is_whole;
		}
	if (!words || is_whole || !*detail)
		return words;
	if (strcmp(row->action, "deadline.done") == 0 && !strstr(detail, ", tasks "))
		words = "Done"; /* by what happened, not by a tick */
	if (strcmp(row->action, "person.save") == 0 && begins(detail, "changed: "))
		detail += strlen("changed: ");
	if (is_deadline)
		detail = rule_in_words(detail, mem);
	detail = in_plain_words(detail, mem);
	return arena_printf(mem, "%s%s %s", words, follows_plainly(detail) ? "" : ":", detail);
}
