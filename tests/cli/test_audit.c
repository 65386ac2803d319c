/* `quorate audit` narrowed by its options, and every kind of tampering answered by one sentence and exit status 6. */
#include "command.h"
#include "scratch.h"
#include "tamper.h"

#include <stdint.h>
#include <stdlib.h>

struct office {
	struct scratch scratch;
	char named[300]; /* QUORATE_FILE=... */
};

static struct command_result run(const struct office *office, const char *line)
{
	return command_run(&(struct command){.program = QUORATE_PROGRAM,
					     .home = office->scratch.folder,
					     .environment = {office->named}},
			   line);
}

/* Parts of what comes out; "" nothing at all, NULL anything. */
static void must(const struct office *office, const char *line, int status, const char *out, const char *err)
{
	struct command_result result = run(office, line);
	bool out_ok = !out || (*out ? strstr(result.out, out) != NULL : !*result.out);
	bool err_ok = !err || (*err ? strstr(result.err, err) != NULL : !*result.err);

	if (result.status != status || !out_ok || !err_ok)
		fail_msg("%s: exit %d\n%s\n%s", line, result.status, result.out, result.err);
	command_forget(&result);
}

static void must_not(const struct office *office, const char *line, const char *part)
{
	struct command_result result = run(office, line);

	if (result.status != 0 || strstr(result.out, part))
		fail_msg("%s: exit %d, with \"%s\"\n%s", line, result.status, part, result.out);
	command_forget(&result);
}

static int begin(void **state)
{
	struct office *office = calloc(1, sizeof *office);
	char line[400];

	assert_non_null(office);
	scratch_begin(&office->scratch);
	snprintf(office->named, sizeof office->named, "QUORATE_FILE=%s", office->scratch.file);
	snprintf(line, sizeof line, "init %s --authority 'Northgate Council' --la-code 201 --profile national",
		 office->scratch.file);
	must(office, line, 0, NULL, "");
	must(office, "user add daemon --roles chair", 0, NULL, "");
	must(office, "user add games --roles manager", 0, NULL, "");
	must(office, "due", 0, NULL, NULL);
	*state = office;
	return 0;
}

static int end(void **state)
{
	struct office *office = *state;

	scratch_end(&office->scratch);
	free(office);
	return 0;
}

/* Who may read the log is an auditor; whoever founded the file adds the role to their own account here. */
static void become_auditor(const struct office *office)
{
	struct command_result result = run(office, "user list --csv");
	char line[200], *name = strstr(result.out, "\n"), *comma;

	assert_non_null(name);
	for (name++; strncmp(name, "daemon,", 7) == 0 || strncmp(name, "games,", 6) == 0; name++)
		name = strchr(name, '\n');
	comma = strchr(name, ',');
	assert_non_null(comma);
	*comma = '\0';
	snprintf(line, sizeof line, "user add %s --roles administrator,auditor", name);
	command_forget(&result);
	must(office, line, 0, NULL, "");
}

static void a_record_that_went_is_said_to_have_gone(void **state)
{
	static const char a_certificate[] =
		"INSERT INTO disposal (reference, family, state, rule, years, counted_from, basis, from_on, due_on, "
		"reason, proposed_by, proposed_on, ended_by, ended_on, digest, approved_at) VALUES ('Z-0001', "
		"'REG-0461', 'done', 'conference', 35, 'closure', 'a rule', '1990-06-14', '2025-06-14', 'nobody asked "
		"for it', 'one', '2026-03-30', 'another', '2026-04-01', 'x', 1775000000)";
	struct office *office = *state;

	become_auditor(office);
	tamper_carefully(office->scratch.file, a_certificate);
	must(office, "audit --about reg-0461", 0, NULL, "was let go on Wed 1 Apr 2026 by Z-0001");
	must(office, "audit --json --about Z-0001", 0, NULL, "");
	must(office, "audit --about REG-0462", 1, "", "Nothing has the reference");
}

static void the_log_is_narrowed_by_its_options(void **state)
{
	struct office *office = *state;

	must(office, "audit", 4, "", "audit");
	become_auditor(office);
	must(office, "audit", 0, "daemon", NULL);
	must(office, "audit --json", 0, "\"action\": \"user.add\"", NULL);
	must(office, "audit --csv", 0, "row,at,account,uid,roles,kind,action,about,family,detail,terminal,address",
	     NULL);
	must(office, "audit --action upkeep", 0, "daemon", NULL);
	must_not(office, "audit --json --action upkeep", "\"kind\": \"refusal\"");
	must(office, "audit --json --action refusal", 0, "\"kind\": \"refusal\"", NULL); /* of the first one above */
	must_not(office, "audit --json --action refusal", "\"kind\": \"upkeep\"");
	must(office, "audit --most 1", 0, NULL, "Older rows are left out");
	must(office, "audit --json --from t", 0, "\"action\": \"user.add\"", NULL);
	must_not(office, "audit --json --until 1.1.2020", "\"action\"");
	must(office, "audit --json --who nobody", 1, "", "nobody");
	must(office, "audit --about FAM-9999", 1, "", "Nothing has the reference");
	must(office, "audit --action lok", 2, "", "Did you mean \"look\"?");
	must(office, "audit --action cats", 2, "", "There is no kind of act \"cats\"");
	must(office, "audit --most 0", 2, "", "--most takes a whole number");
	must(office, "audit --from soon", 2, "", "--from takes a day");
}

static const struct {
	const char *sql, *sentence, *why;
} rows[] = {
	{"UPDATE audit SET login = 'nobody' WHERE seq = 2", "Row 2 of the audit log was changed after it was written.",
	 "a changed row"},
	{"DELETE FROM audit WHERE seq = 2", "Row 2 of the audit log was taken out.", "a missing row"},
	{"DELETE FROM audit WHERE seq > 2", "Row 3 of the audit log and all after it were cut off.",
	 "a tail that was cut off in haste"},
	{"CREATE TRIGGER aside AFTER INSERT ON person BEGIN UPDATE family SET version = 1; END",
	 "changed by another program: the trigger \"aside\" was put in.", "a trigger that changes what is saved"},
	{"ALTER TABLE family RENAME COLUMN reference TO ref",
	 "changed by another program: ", "a column that nothing finds any more"},
	{"PRAGMA user_version = 3", "says that it has form 3 and does not have it", "an older form than it has"},
	{"PRAGMA application_id = 7", "belongs to another program", "another program's mark"},
};

/* The same sentence twice is one too many: what is on standard error is one line. */
static void each_tampering_is_one_sentence_and_exit_status_six(void **state)
{
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct office *office;
		struct command_result result;

		assert_int_equal(begin(state), 0);
		office = *state;
		tamper_carefully(office->scratch.file, rows[i].sql);
		result = run(office, "audit verify");
		if (result.status != 6 || !strstr(result.err, rows[i].sentence) || *result.out ||
		    strchr(result.err, '\n') != strrchr(result.err, '\n'))
			fail_msg("%s: exit %d\n%s\n%s", rows[i].why, result.status, result.out, result.err);
		command_forget(&result);
		must(office, "doctor", 6, "! ", NULL);
		end(state);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(the_log_is_narrowed_by_its_options, begin, end),
		cmocka_unit_test_setup_teardown(a_record_that_went_is_said_to_have_gone, begin, end),
		cmocka_unit_test(each_tampering_is_one_sentence_and_exit_status_six),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
