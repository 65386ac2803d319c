/* What kind of act a row of the audit log is about, and when the clock was set. */
#include "domain/audit_kind.h"

#include <ftw.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

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
		{"disposal.try", AUDIT_KIND_LOOK, "what would go is counted and left as it was"},
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

/* --- Every act of the sources --- */

static int acts_seen;

/* The last word of an act says what was done: "live.plan_look", "disposal.try". */
static bool is_word_of_looking(const char *act)
{
	static const char *const words[] = {"look", "try",     "read",   "show",  "list", "count",
					    "find", "preview", "search", "alike", "slots"};
	const char *last = act;

	for (const char *at = act; *at; at++)
		if (*at == '.' || *at == '_')
			last = at + 1;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (strcmp(last, words[i]) == 0)
			return true;
	return false;
}

/* `at` is behind the name of a call that leaves a row: its first text is the name of the act. */
static void check_act(const char *path, const char *at, bool is_look)
{
	const char *end = strchr(at, ';'), *quote = strchr(at, '"');
	char act[60];
	size_t bytes;

	if (!quote || (end && quote > end))
		return; /* the frame itself, or an act from a table */
	bytes = strspn(quote + 1, "abcdefghijklmnopqrstuvwxyz_.-");
	if (!bytes || quote[1 + bytes] != '"' || bytes >= sizeof act)
		return;
	snprintf(act, sizeof act, "%.*s", (int)bytes, quote + 1);
	acts_seen++;
	if ((is_look || is_word_of_looking(act)) && audit_act_changes(act))
		fail_msg("%s: \"%s\" only looks and is of the kind %s", path, act,
			 audit_kind_token(audit_kind_of(act)));
}

static int check_source(const char *path, const struct stat *about, int kind, struct FTW *where)
{
	static const struct {
		const char *call;
		bool is_look;
	} calls[] = {{"look_end(", true}, {"work_end(", false}, {"work_leave_row(", false}};
	size_t length = strlen(path);
	char *text = NULL;
	FILE *file;

	(void)where;
	if (kind != FTW_F || length < 2 || strcmp(path + length - 2, ".c") != 0)
		return 0;
	file = fopen(path, "r");
	text = calloc(1, (size_t)about->st_size + 1);
	assert_non_null(file);
	assert_non_null(text);
	assert_int_equal(fread(text, 1, (size_t)about->st_size, file), about->st_size);
	fclose(file);
	for (size_t i = 0; i < sizeof calls / sizeof *calls; i++)
		for (const char *at = text; (at = strstr(at, calls[i].call)); at++)
			check_act(path, at, calls[i].is_look);
	free(text);
	return 0;
}

static void what_only_looks_is_of_no_kind_that_changes(void **state)
{
	(void)state;
	assert_int_equal(nftw(SOURCE_FOLDER "/src/casework", check_source, 8, FTW_PHYS), 0);
	assert_true(acts_seen > 150);
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
		cmocka_unit_test(what_only_looks_is_of_no_kind_that_changes),
		cmocka_unit_test(a_clock_that_was_set_is_told_from_one_that_runs),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
