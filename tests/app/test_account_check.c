/* What the machine says of a password becomes one of four answers. The services are files of the test's own. */
#include "account_check.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

static void each_answer_of_the_machine_has_its_meaning(void **state)
{
	static const struct {
		const char *service;
		enum account_answer answer;
		const char *why;
	} rows[] = {
		{"auth required pam_permit.so\naccount required pam_permit.so\n", ACCOUNT_KNOWN,
		 "the machine says yes"},
		{"auth required pam_debug.so auth=auth_err\naccount required pam_permit.so\n", ACCOUNT_WRONG,
		 "the password is another"},
		{"auth required pam_debug.so auth=maxtries\naccount required pam_permit.so\n", ACCOUNT_WRONG,
		 "the machine counts as well"},
		{"auth required pam_permit.so\naccount required pam_debug.so acct=new_authtok_reqd\n", ACCOUNT_KNOWN,
		 "it is to be changed, and it is the one"},
		{"auth required pam_permit.so\naccount required pam_debug.so acct=acct_expired\n", ACCOUNT_CLOSED,
		 "right, and the account has ended"},
		{"auth required pam_debug.so auth=authinfo_unavail\naccount required pam_permit.so\n", ACCOUNT_CANNOT,
		 "the directory of accounts does not answer"},
		{"auth required no_such_module.so\n", ACCOUNT_CANNOT, "a module is missing"},
		{NULL, ACCOUNT_CANNOT, "no such service"},
	};
	char folder[] = "/tmp/quorate-pam-XXXXXX", path[80];

	(void)state;
	assert_non_null(mkdtemp(folder));
	snprintf(path, sizeof path, "%s/quorate", folder);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		enum account_answer answer;

		unlink(path);
		if (rows[i].service) {
			FILE *file = fopen(path, "w");

			assert_non_null(file);
			fputs(rows[i].service, file);
			fclose(file);
		}
		answer = account_check(folder, "correct horse");
		if (answer != rows[i].answer)
			fail_msg("%s: %d", rows[i].why, (int)answer);
	}
	unlink(path);
	rmdir(folder);
}

/* pam_exec stands for a module of the machine: what it starts says whose group it has. (No shell: one gives a group
 * that is not its own back by itself.) */
static void no_module_has_the_lent_group(void **state)
{
	char folder[] = "/tmp/quorate-pam-XXXXXX", service[80], said[80], words[200] = "";
	const gid_t lent = 65534;
	FILE *file;

	(void)state;
	if (geteuid() != 0) {
		print_message("Not run as root: no group could be lent.\n");
		skip();
	}
	assert_non_null(mkdtemp(folder));
	chmod(folder, 0755);
	snprintf(service, sizeof service, "%s/quorate", folder);
	snprintf(said, sizeof said, "%s/said", folder);
	file = fopen(service, "w");
	assert_non_null(file);
	fprintf(file, "auth required pam_exec.so seteuid log=%s /usr/bin/id -g\naccount required pam_permit.so\n",
		said);
	fclose(file);
	assert_int_equal(setresgid(getgid(), lent, lent), 0);
	assert_int_equal(account_check(folder, "correct horse"), ACCOUNT_KNOWN);
	assert_int_equal(getegid(), lent); /* ours is as it was */
	assert_int_equal(setresgid(getgid(), getgid(), getgid()), 0);
	file = fopen(said, "r");
	assert_non_null(file);
	while (fgets(words, sizeof words, file))
		; /* the module's own heading, then what was said */
	fclose(file);
	assert_int_equal(strtol(words, NULL, 10), getgid());
	assert_string_not_equal(words, "65534\n");
	unlink(said);
	unlink(service);
	rmdir(folder);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(each_answer_of_the_machine_has_its_meaning),
					   cmocka_unit_test(no_module_has_the_lent_group)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
