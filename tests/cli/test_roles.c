/* Every verb of the command line tried by every role: what the one table of roles denies is not allowed there either,
 * and what it allows is not turned away. */
#include "command.h"
#include "domain/role.h"
#include "scratch.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

enum { NOT_ALLOWED_STATUS = 4 };
#define ALSO(action) (1ull << ACTION_##action)

/* Any one of the rights is enough. Each changes nothing when it is allowed: what it is about is not there. */
static const struct {
	const char *words;
	unsigned long long rights;
} rows[] = {
	{"today", ALSO(SEE_CASES)},
	{"due --json", ALSO(SEE_CASES)},
	{"show C-0001", ALSO(SEE_CASES)},
	{"show FAM-0001 --timeline", ALSO(SEE_CASES)},
	{"show FAM-0001 --shared", ALSO(SEE_CASES)},
	{"letter agenda C-9999", ALSO(INVITE)},
	{"send", ALSO(INVITE)},
	{"export plans --csv", ALSO(EXPORT)},
	{"export calendar", ALSO(EXPORT)},
	{"import people /dev/null", ALSO(IMPORT)},
	{"import contacts /dev/null", ALSO(IMPORT)},
	{"import requests /dev/null", ALSO(IMPORT)},
	{"import census /dev/null", ALSO(IMPORT)},
	{"user list", ALSO(KEEP_USERS)},
	{"user add nobody-here --roles chair", ALSO(KEEP_USERS)},
	{"user disable nobody-here", ALSO(KEEP_USERS)},
	{"audit verify", ALSO(READ_AUDIT) | ALSO(KEEP_USERS) | ALSO(BACK_UP)},
	{"backup /nonexistent/night --passphrase-file /dev/null", ALSO(BACK_UP)},
	{"doctor --json", ALSO(ANYTHING_OWN)},
	{"roles", ALSO(ANYTHING_OWN)},
};

static enum permission permission_of(enum role role, unsigned long long rights)
{
	enum permission widest = NOT_ALLOWED;

	for (int action = 0; action < ACTION_COUNT; action++)
		if (rights >> action & 1 && role_permission(role, (enum action)action) > widest)
			widest = role_permission(role, (enum action)action);
	return widest;
}

static struct command_result run_as(const struct scratch *scratch, const char *user, const char *words)
{
	char line[700];

	snprintf(line, sizeof line, "--today 2026-04-01 --file %s%s%s %s", scratch->file, user ? " --user " : "",
		 user ? user : "", words);
	return command_run(&(struct command){.program = QUORATE_PROGRAM, .home = scratch->folder}, line);
}

static void make_demonstration(const struct scratch *scratch)
{
	char line[400];
	struct command_result result;

	snprintf(line, sizeof line, "demo --today 2026-04-01 --families 3 --years 1 --seed 7 --no-open --out %s",
		 scratch->file);
	result = command_run(&(struct command){.program = QUORATE_PROGRAM, .home = scratch->folder}, line);
	assert_int_equal(result.status, 0);
	command_forget(&result);
}

static void must_run(const struct scratch *scratch, const char *words)
{
	struct command_result result = run_as(scratch, NULL, words);

	if (result.status != 0)
		fail_msg("%s: %d %s", words, result.status, result.err);
	command_forget(&result);
}

static void try_cell(const struct scratch *scratch, enum role role, size_t i)
{
	enum permission permission = permission_of(role, rows[i].rights);
	struct command_result result = run_as(scratch, role_token(role), rows[i].words);
	bool is_turned_away = result.status == NOT_ALLOWED_STATUS;

	if (permission == NOT_ALLOWED && (!is_turned_away || !strstr(result.err, "not") || *result.out))
		fail_msg("%s by %s is not turned away: %d %s%s", rows[i].words, role_token(role), result.status,
			 result.err, result.out);
	if (is_turned_away &&
	    (permission == ALLOWED || (permission == ALLOWED_OWN && !strstr(result.err, "conferences that you chair"))))
		fail_msg("%s by %s is turned away: %s", rows[i].words, role_token(role), result.err);
	command_forget(&result);
}

/* Each role that may not, and of those who may the first with each extent of the right. */
static void try_row(const struct scratch *scratch, size_t i)
{
	bool is_tried[ALLOWED + 1] = {false};

	for (int role = 0; role < ROLE_COUNT; role++) {
		enum permission permission = permission_of((enum role)role, rows[i].rights);

		if (permission == NOT_ALLOWED || !is_tried[permission])
			try_cell(scratch, (enum role)role, i);
		is_tried[permission] = true;
	}
}

static void every_cell_holds_on_the_command_line(void **state)
{
	struct scratch scratch;
	char words[200];

	(void)state;
	scratch_begin(&scratch);
	make_demonstration(&scratch);
	for (int role = 0; role < ROLE_COUNT; role++) {
		snprintf(words, sizeof words, "user add %s --roles %s", role_token((enum role)role),
			 role_token((enum role)role));
		must_run(&scratch, words);
	}
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		try_row(&scratch, i);
	scratch_end(&scratch);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(every_cell_holds_on_the_command_line)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
