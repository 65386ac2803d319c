/* The verbs that make, look through and restore a back-up, and what a tampered one is answered. */
#include "command.h"
#include "scratch.h"
#include "tamper.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>
#include <sqlite3.h>

struct office {
	struct scratch scratch;
	char named[300]; /* QUORATE_FILE=... */
};

static struct command_result run(struct office *office, const char *line)
{
	return command_run(&(struct command){.program = QUORATE_PROGRAM,
					     .home = office->scratch.folder,
					     .environment = {office->named}},
			   line);
}

/* "@" in the line is the scratch folder. Parts of what comes out, "" for nothing at all, NULL for anything. */
static void must(struct office *office, const char *line, int status, const char *out, const char *err)
{
	char whole[1200] = "";
	struct command_result result;
	bool out_ok, err_ok;

	for (size_t at = 0; *line && at < sizeof whole - 1; line++) {
		if (*line == '@')
			at += (size_t)snprintf(whole + at, sizeof whole - at, "%s", office->scratch.folder);
		else
			whole[at++] = *line;
	}
	result = run(office, whole);
	out_ok = !out || (*out ? strstr(result.out, out) != NULL : !*result.out);
	err_ok = !err || (*err ? strstr(result.err, err) != NULL : !*result.err);
	if (result.status != status || !out_ok || !err_ok)
		fail_msg("%s: exit %d\n%s\n%s", whole, result.status, result.out, result.err);
	command_forget(&result);
}

static void put(struct office *office, const char *name, const char *text)
{
	char path[300];
	FILE *file;

	snprintf(path, sizeof path, "%s/%s", office->scratch.folder, name);
	file = fopen(path, "w");
	assert_non_null(file);
	fputs(text, file);
	fclose(file);
}

static int begin(void **state)
{
	struct office *office = calloc(1, sizeof *office);

	assert_non_null(office);
	scratch_begin(&office->scratch);
	snprintf(office->named, sizeof office->named, "QUORATE_FILE=%s", office->scratch.file);
	must(office, "init @/case.db --authority 'Northgate Council' --la-code 201 --profile national", 0, NULL, "");
	put(office, "words", "four plain words here\n");
	must(office, "backup --new-key @/key", 0, "Made ", "");
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

static void a_timer_needs_no_terminal_and_cannot_read_what_it_wrote(void **state)
{
	struct office *office = *state;
	struct stat about;
	char path[300];

	must(office, "backup @/night --public-key @/key.public", 0, "Backed up the case file of Northgate Council", "");
	snprintf(path, sizeof path, "%s/night", office->scratch.folder);
	assert_int_equal(stat(path, &about), 0);
	assert_int_equal(about.st_mode & 0777, 0600);
	must(office, "verify @/night", 2, "", "name the file of its secret key");
	must(office, "verify @/night --key @/key.public", 3, "", "holds no secret key");
	must(office, "verify @/night --key @/key.secret", 0, "Its seal holds to the last byte", "");
	must(office, "verify @/night --key @/key.secret --json", 0, "{\"file\": ", "");
	must(office, "backup @/night --public-key @/key.public", 3, "", "already a file of that name");
	must(office, "backup @/no/night --public-key @/key.public", 1, "", "The folder of the back-up is not there");
}

static void a_passphrase_comes_from_a_file_and_never_from_the_command_line(void **state)
{
	must(*state, "backup @/mine --passphrase-file @/words", 0, "Backed up", "");
	must(*state, "verify @/mine --passphrase-file @/words", 0, "A sound back-up", "");
	put(*state, "others", "four plain words there\n");
	must(*state, "verify @/mine --passphrase-file @/others", 4, "", "does not open the back-up");
	put(*state, "short", "abc\n");
	must(*state, "backup @/no --passphrase-file @/short", 3, "", "too short");
	must(*state, "backup @/no --passphrase-file @/nowhere", 2, "", "cannot be read");
	must(*state, "backup @/no --passphrase-file @/words --public-key @/key.public", 2, "", "Leave out one");
	must(*state, "verify @/mine --passphrase-file @/words --key @/key.secret", 2, "", "Leave out one");
	must(*state, "verify @/mine --key @/key.secret", 2, "", "sealed under a passphrase and not for a key");
	must(*state, "restore @/mine --key @/key.secret", 2, "", "sealed under a passphrase and not for a key");
	must(*state, "backup", 2, "", "needs the name");
	must(*state, "backup --new-key @/more --public-key @/key.public", 2, "", "--new-key makes keys and no back-up");
	must(*state, "backup --new-key @/more --json", 2, "", "--new-key makes keys and no back-up");
}

/* Half a head would be accepted by "audit verify" and say less than the whole. */
static void the_head_of_the_log_is_one_line_that_can_be_copied(void **state)
{
	static const char head_is[] = "Head of its audit log: ";
	struct office *office = *state;
	char line[400];
	struct command_result result;
	const char *head;

	must(office, "backup @/night --public-key @/key.public", 0, NULL, "");
	snprintf(line, sizeof line, "verify %s/night --key %s/key.secret", office->scratch.folder,
		 office->scratch.folder);
	result = run(office, line);
	head = strstr(result.out, head_is);
	assert_non_null(head);
	head += strlen(head_is);
	snprintf(line, sizeof line, "audit verify --against %.*s", (int)strcspn(head, "\n"), head);
	assert_non_null(strchr(line, '@')); /* the moment is its last part */
	assert_int_equal(head[strcspn(head, "\n") + 1], '\0');
	command_forget(&result);
	result = run(office, line); /* its @ is no folder */
	assert_int_equal(result.status, 0);
	assert_non_null(strstr(result.out, "goes on from the head"));
	command_forget(&result);
}

static void the_settings_name_the_key_of_the_timer(void **state)
{
	struct office *office = *state;
	char key[200] = "", line[300], path[300];
	FILE *file;

	snprintf(path, sizeof path, "%s/key.public", office->scratch.folder);
	file = fopen(path, "r");
	assert_non_null(file);
	assert_non_null(fgets(key, sizeof key, file)); /* the words, then the digits */
	assert_non_null(fgets(key, sizeof key, file));
	fclose(file);
	key[strcspn(key, "\n")] = '\0';
	snprintf(line, sizeof line,
		 "hours: {start: \"09:00\", end: \"17:00\"}\nslot_step: 30\nchairs: []\nrooms: []\nminute_takers: []\n"
		 "backup: {public_key: \"%s\"}\n",
		 key);
	put(office, "authority.yaml", line);
	must(office, "--config @ backup @/night", 0, "Backed up", "");
	must(office, "verify @/night --key @/key.secret", 0, "A sound back-up", "");
	line[strlen(line) - 4] = 'x';
	put(office, "authority.yaml", line);
	must(office, "--config @ backup @/other", 3, "", "64 digits");
}

static void damage_is_exit_status_six(void **state)
{
	must(*state, "backup @/night --public-key @/key.public", 0, NULL, "");
	put(*state, "none", "this is a letter");
	must(*state, "verify @/none --key @/key.secret", 6, "", "not a back-up");
	must(*state, "verify @/case.db --key @/key.secret", 6, "", "not a back-up");
	must(*state, "verify @/nowhere --key @/key.secret", 1, "", "no back-up of that name");
	must(*state, "verify @ --key @/key.secret", 1, "", "no file with a back-up");
}

static void what_is_restored_is_told_and_the_old_file_kept(void **state)
{
	must(*state, "backup @/night --public-key @/key.public", 0, NULL, "");
	must(*state, "user add daemon --roles chair", 0, NULL, "");
	must(*state, "restore @/night --key @/key.secret", 0, "is kept as", "");
	must(*state, "user disable daemon", 1, "", "is not a user");
	must(*state, "audit verify --against @/night --key @/key.secret", 0, "goes on from the head", "");
	must(*state, "restore @/nowhere --key @/key.secret", 1, "", "no back-up of that name");
}

static void a_record_that_comes_back_is_named(void **state)
{
	struct office *office = *state;
	char path[300];

	tamper_carefully(office->scratch.file, "INSERT INTO family (reference, name) VALUES ('REG-0461', 'Somebody')");
	must(office, "backup @/night --public-key @/key.public", 0, NULL, "");
	tamper_carefully(office->scratch.file,
			 "DELETE FROM family; INSERT INTO disposal (reference, family, state, rule, years, "
			 "counted_from, basis, from_on, due_on, reason, proposed_by, proposed_on, ended_by, ended_on, "
			 "digest, approved_at) VALUES ('Z-0001', 'REG-0461', 'done', 'conference', 35, 'closure', 'a "
			 "rule', '1990-06-14', '2025-06-14', 'nobody asked', 'one', '2026-03-30', 'another', "
			 "'2026-04-01', 'x', 1775000000)");
	must(office, "restore @/night --key @/key.secret --json", 0, "{\"file\": ",
	     "Z-0001, REG-0461, was erased on Wed 1 Apr 2026, after this back-up: it is back. Let it go again.");
	must(office, "doctor --csv", 0, "REG-0461 (Z-0001); have it let go again", NULL);
	snprintf(path, sizeof path, "%s/case.db", office->scratch.folder);
	assert_int_equal(unlink(path), 0);
	must(office, "restore @/night --key @/key.secret", 0, "cannot be told without the file", "");
}

static void a_log_made_anew_is_exit_status_six_against_a_back_up(void **state)
{
	struct office *office = *state;

	must(office, "backup @/night --public-key @/key.public", 0, NULL, "");
	tamper_carefully(office->scratch.file, "DELETE FROM audit WHERE seq > 1;"
					       "UPDATE sqlite_sequence SET seq = 1 WHERE name = 'audit'");
	must(office, "audit verify --against @/night --key @/key.secret", 6, "", "were cut off");
	must(office, "audit verify --json --against @/night --key @/key.secret", 6, "\"finding\": \"cut\"", NULL);
	must(office, "audit verify", 0, "unbroken", ""); /* by itself it cannot know; and leaves a row of its own */
	must(office, "audit verify --against 2:00", 2, "", "64 digits");
	must(office, "audit verify --key @/key.secret", 2, "", "--key opens the back-up that --against names");
	must(office, "audit verify --against 2:00 --passphrase-file @/words", 2, "", "--passphrase-file opens");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_timer_needs_no_terminal_and_cannot_read_what_it_wrote, begin, end),
		cmocka_unit_test_setup_teardown(a_passphrase_comes_from_a_file_and_never_from_the_command_line, begin,
						end),
		cmocka_unit_test_setup_teardown(the_head_of_the_log_is_one_line_that_can_be_copied, begin, end),
		cmocka_unit_test_setup_teardown(the_settings_name_the_key_of_the_timer, begin, end),
		cmocka_unit_test_setup_teardown(damage_is_exit_status_six, begin, end),
		cmocka_unit_test_setup_teardown(what_is_restored_is_told_and_the_old_file_kept, begin, end),
		cmocka_unit_test_setup_teardown(a_record_that_comes_back_is_named, begin, end),
		cmocka_unit_test_setup_teardown(a_log_made_anew_is_exit_status_six_against_a_back_up, begin, end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
