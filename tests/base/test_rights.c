/* The rights a process runs with: where nothing is lent, nothing is different. What is lent is tried in
 * tests/app/install.sh. */
#include "base/rights.h"

#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

static void an_ordinary_start_lends_nothing(void **state)
{
	(void)state;
	assert_false(rights_are_lent());
	assert_true(rights_give_up());
	assert_int_equal(getegid(), getgid());
}

static void a_file_is_opened_as_it_would_be(void **state)
{
	int file = rights_own_open("/dev/null", O_RDONLY | O_CLOEXEC, 0);

	(void)state;
	assert_true(file >= 0);
	close(file);
	errno = 0;
	assert_int_equal(rights_own_open("/dev/null/nothing", O_RDONLY | O_CLOEXEC, 0), -1);
	assert_int_equal(errno, ENOTDIR);
}

/* A home that is not a whole path is none. */
static void home_is_a_whole_path(void **state)
{
	static const struct {
		const char *set, *home;
	} rows[] = {{"/home-of/somebody", "/home-of/somebody"}, {"somewhere", NULL}, {"", NULL}, {NULL, NULL}};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const char *home;

		if (rows[i].set)
			setenv("HOME", rows[i].set, 1);
		else
			unsetenv("HOME");
		home = rights_home();
		if (rows[i].home)
			assert_string_equal(home, rows[i].home);
		else
			assert_null(home);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_ordinary_start_lends_nothing),
		cmocka_unit_test(a_file_is_opened_as_it_would_be),
		cmocka_unit_test(home_is_a_whole_path),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
