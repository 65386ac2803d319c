/* A case file that somebody tampered with, read by every verb in every form: nothing in it drives a terminal, counts in
 * a spreadsheet, ends a line of a calendar or a text of JSON, or writes into the head of a mail. */
#include "../casework/every_call.h"
#include "../casework/sending_steps.h"
#include "base/text.h"
#include "command.h"
#include "hostile_file.h"

#include <jansson.h>

#define MARK "=== a mail ==="

struct office {
	struct casework_fixture *fixture;
	int tried, replaced; /* answers; marks in them that stand for what may not go out */
};

/* Whoever runs the program does everything. */
static int begin(void **state)
{
	static struct office office;
	void *fixture = NULL;

	assert_int_equal(sending_setup(&fixture), 0);
	office = (struct office){.fixture = fixture};
	*state = &office;
	return 0;
}

static int end(void **state)
{
	struct office *office = *state;
	void *fixture = office->fixture;

	return sending_teardown(&fixture);
}

/* Nobody has the file open while it is tampered with; the account that runs the tests may do everything. */
static void tamper_with(struct office *office)
{
	number(office->fixture, "UPDATE user_account SET roles = %u", (1u << ROLE_COUNT) - 1);
	casework_close(office->fixture->cw);
	office->fixture->cw = NULL;
	assert_true(hostile_tamper(office->fixture->path, -1) > 100);
}

static struct command_result answer(const struct office *office, const char *line)
{
	char whole[900];

	snprintf(whole, sizeof whole, "--file %s --config %s --today " FIXTURE_TODAY " %s", office->fixture->path,
		 office->fixture->config, line);
	return command_run(&(struct command){.program = QUORATE_PROGRAM, .home = office->fixture->folder}, whole);
}

static char *text_of(const char *path)
{
	FILE *from = fopen(path, "r");
	size_t room = 1 << 20, bytes;
	char *text = calloc(1, room);

	assert_non_null(from);
	assert_non_null(text);
	bytes = fread(text, 1, room - 1, from);
	assert_true(bytes > 0 && bytes < room - 1);
	fclose(from);
	return text;
}

/* --- What each form may hold --- */

static void must_be_seen(const char *line, const char *text, const char *controls)
{
	assert_true(text_is_utf8(text, strlen(text)));
	for (const char *at = text; *at;) {
		uint32_t code;
		size_t n = text_decode(at, &code);

		if (is_hostile(code) && !(code < 0x80 && strchr(controls, (int)code)))
			fail_msg("%s: U+%04X goes out: %.60s", line, code, at);
		at += n;
	}
}

static bool is_number(const char *cell, size_t bytes)
{
	bool has_sign = bytes > 1 && *cell == '-';

	return strspn(cell + has_sign, "0123456789") == bytes - has_sign;
}

static void must_not_count(const char *line, const char *cell)
{
	size_t bytes;

	cell += *cell == '"';
	bytes = strcspn(cell, "\",\r\n");
	if (bytes && strchr("=+-@\t", *cell) && !is_number(cell, bytes))
		fail_msg("%s: a cell begins %.30s", line, cell);
}

/* Every cell begins behind a comma or a line end that no quotation marks hold. */
static void must_be_cells(const char *line, const char *text)
{
	bool is_quoted = false;

	must_be_seen(line, text, "\r\n");
	must_not_count(line, text);
	for (const char *at = text; *at; at++) {
		is_quoted ^= *at == '"';
		if (!is_quoted && (*at == ',' || *at == '\n'))
			must_not_count(line, at + 1);
	}
	assert_false(is_quoted);
}

static void must_be_json(const char *line, const char *text)
{
	json_error_t error;
	json_t *root = json_loads(text, JSON_REJECT_DUPLICATES, &error);

	must_be_seen(line, text, "\n");
	if (!root)
		fail_msg("%s: %s in line %d", line, error.text, error.line);
	assert_null(strstr(text, "\"owned\":"));
	json_decref(root);
}

static void must_be_a_calendar(const char *line, const char *text)
{
	int begun = 0, ended = 0;

	must_be_seen(line, text, "\r\n");
	for (const char *at = text; *at; at = strchr(at, '\n') + 1) {
		const char *name = at + strspn(at, "ABCDEFGHIJKLMNOPQRSTUVWXYZ-");

		assert_non_null(strchr(at, '\n'));
		if (*at != ' ' && (name == at || !strchr(":;", *name)))
			fail_msg("%s: a line of its own: %.60s", line, at);
		begun += strncmp(at, "BEGIN:", 6) == 0;
		ended += strncmp(at, "END:", 4) == 0;
		assert_false(strncmp(at, "ATTENDEE", 8) == 0);
	}
	assert_true(begun > 1 && begun == ended);
}

/* --- Every verb that answers --- */

enum { NOTHING, CONFERENCE, FAMILY, PLANNED };
enum { TEXT = 1, JSON = 2, CSV = 4, CALENDAR = 8, LISTED = TEXT | JSON | CSV };
static const struct {
	const char *line;
	int about; /* what the line ends with a reference of */
	int forms;
} asked[] = {
	{"due", NOTHING, LISTED},
	{"today", NOTHING, TEXT},
	{"show", CONFERENCE, TEXT | JSON},
	{"show", FAMILY, TEXT | JSON},
	{"show", PLANNED, TEXT | JSON},
	{"show --timeline", FAMILY, TEXT | JSON},
	{"show --timeline", PLANNED, TEXT},
	{"show --shared", PLANNED, LISTED},
	{"letter agenda", CONFERENCE, TEXT},
	{"letter attendance-sheet", CONFERENCE, TEXT},
	{"letter outline-plan", CONFERENCE, TEXT},
	{"export plans", NOTHING, LISTED},
	{"export actions", NOTHING, LISTED},
	{"export calendar", NOTHING, CALENDAR},
	{"audit", NOTHING, LISTED},
	{"retention", NOTHING, LISTED},
	{"user list", NOTHING, LISTED},
};
enum { ASKED = sizeof asked / sizeof *asked };

static void hear(struct office *office, const char *line, int form, const char *option, int status)
{
	char whole[200];
	struct command_result result;

	snprintf(whole, sizeof whole, "%s%s", line, option);
	result = answer(office, whole);
	if (result.status != status)
		fail_msg("%s: exit %d\n%s\n%s", whole, result.status, result.out, result.err);
	must_be_seen(whole, result.err, "\n");
	switch (form) {
	case JSON: must_be_json(whole, result.out); break;
	case CSV: must_be_cells(whole, result.out); break;
	case CALENDAR: must_be_a_calendar(whole, result.out); break;
	default: must_be_seen(whole, result.out, "\n\f"); break;
	}
	for (const char *at = result.out; (at = strstr(at, "\xEF\xBF\xBD")) != NULL; at++)
		office->replaced++;
	command_forget(&result);
	office->tried++;
}

static void no_answer_holds_what_was_put_there(void **state)
{
	struct office *office = *state;
	struct world w = make_world(office->fixture);
	const char *about[] = {
		"",
		casework_fixture_text(office->fixture, "SELECT reference FROM conference ORDER BY id LIMIT 1"),
		casework_fixture_text(office->fixture, "SELECT reference FROM family ORDER BY id LIMIT 1"),
		casework_fixture_text(office->fixture, arena_printf(&office->fixture->mem,
								    "SELECT reference FROM family WHERE id = %lld",
								    (long long)w.group_family)),
	};

	tamper_with(office);
	for (size_t i = 0; i < ASKED; i++) {
		char line[160];

		snprintf(line, sizeof line, "%s %s", asked[i].line, about[asked[i].about]);
		if (asked[i].forms & (TEXT | CALENDAR))
			hear(office, line, asked[i].forms & CALENDAR, "", 0);
		if (asked[i].forms & JSON)
			hear(office, line, JSON, " --json", 0);
		if (asked[i].forms & CSV)
			hear(office, line, CSV, " --csv", 0);
	}
	print_message("%d answers, %d characters replaced in them\n", office->tried, office->replaced);
	assert_true(office->replaced > 100); /* it was there to be told */
}

/* --- Mail --- */

/* Heads of the program's own, each a line or folded; nothing beyond ASCII; one reader, the one whose letter it is. */
static void must_be_heads(const char *mail, size_t bytes)
{
	static const char *const names[] = {"From:",
					    "To:",
					    "Subject:",
					    "Date:",
					    "Message-ID:",
					    "MIME-Version:",
					    "Reply-To:",
					    "Content-Type:",
					    "Content-Transfer-Encoding:",
					    "Content-Disposition:",
					    "Sensitivity:",
					    "Auto-Submitted:",
					    "X-Auto-Response-Suppress:"};

	for (const char *at = mail; at < mail + bytes; at = strchr(at, '\n') + 1) {
		bool is_own = *at == ' ' || *at == '\t';

		for (size_t i = 0; i < sizeof names / sizeof *names; i++)
			is_own |= strncasecmp(at, names[i], strlen(names[i])) == 0;
		if (!is_own)
			fail_msg("a head of its own: %.60s", at);
		for (const char *c = at; *c != '\n'; c++)
			assert_true((*c >= ' ' && *c <= '~') || *c == '\t' || *c == '\r');
	}
}

static void no_mail_has_a_head_that_was_put_there(void **state)
{
	struct office *office = *state;
	struct mailing_world w;
	char command[400], path[200], *mails;
	int count = 0;

	snprintf(command, sizeof command, "/bin/sh, \"-c\", \"echo '" MARK "' >> %s/mails; cat >> %s/mails\"",
		 office->fixture->folder, office->fixture->folder);
	configured(office->fixture, command, "");
	w = a_mailing_world(office->fixture);
	mailed(&w, MAILING_INVITATIONS);
	tamper_with(office);
	hear(office, "send", TEXT, "", 1); /* one of the addresses is no address any more */
	snprintf(path, sizeof path, "%s/mails", office->fixture->folder);
	mails = text_of(path);
	for (const char *at = strstr(mails, MARK); at; at = strstr(at, MARK), count++) {
		const char *ends = strstr(at, "\r\n\r\n");

		at += sizeof MARK; /* and the end of its line */
		assert_non_null(ends);
		must_be_heads(at, (size_t)(ends + 2 - at));
	}
	assert_int_equal(count, 2);
	free(mails);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(no_answer_holds_what_was_put_there, begin, end),
		cmocka_unit_test_setup_teardown(no_mail_has_a_head_that_was_put_there, begin, end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
