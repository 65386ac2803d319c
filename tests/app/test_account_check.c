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

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(each_answer_of_the_machine_has_its_meaning)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
