/* Where a case file may live. The refusals of store_open are in test_open.c. */
#include "safe_place.h"
#include "store_fixture.h"

#include <string.h>
#include <unistd.h>

static void shares_are_known_by_their_numbers(void **state)
{
	static const struct {
		const char *why;
		unsigned long type;
		bool local;
		const char *name;
	} rows[] = {
		{"an ordinary disk", 0xef53, true, "ext4"},
		{"a newer disk", 0x9123683e, true, "Btrfs"},
		{"memory", 0x01021994, true, "tmpfs"},
		{"a file server", 0x6969, false, "NFS"},
		{"a Windows share", 0xff534d42, false, "CIFS"},
		{"a folder of the host in a virtual machine", 0x01021997, false, "9P"},
		{"a file system in a program, a cloud drive as a rule", 0x65735546, false, "FUSE"},
		{"one that nobody has heard of is taken for a disk", 0x12345678, true, "another kind"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const char *name;

		if (safe_place_is_local_type(rows[i].type, &name) != rows[i].local || strcmp(name, rows[i].name) != 0)
			fail_msg("%s: %s", rows[i].why, name);
	}
}

static void a_path_is_resolved_from_anywhere(void **state)
{
	struct fixture *x = *state;
	char *resolved, here[300], *roundabout;

	assert_non_null(getcwd(here, sizeof here));
	assert_int_equal(chdir(x->scratch.folder), 0);
	resolved = safe_place_resolve("case.db", "case file", &x->f);
	assert_non_null(resolved);
	assert_int_equal(resolved[0], '/');
	assert_int_equal(access(resolved, R_OK), 0);
	roundabout = safe_place_resolve(".././../tmp/../case.db", "case file", &x->f);
	if (roundabout)
		assert_null(strstr(roundabout, ".."));
	free(roundabout);
	free(resolved);
	assert_int_equal(chdir(here), 0);
	resolved = safe_place_resolve("/case.db", "case file", &x->f);
	assert_string_equal(resolved, "/case.db");
	free(resolved);
	assert_null(safe_place_resolve("", "case file", &x->f));
	assert_int_equal(x->f.code, FAULT_NOT_FOUND);
	assert_null(safe_place_resolve("/tmp/", "case file", &x->f));
	assert_null(safe_place_resolve("/nowhere/night", "back-up", &x->f));
	assert_non_null(strstr(x->f.message, "The folder of the back-up is not there"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(shares_are_known_by_their_numbers),
		cmocka_unit_test_setup_teardown(a_path_is_resolved_from_anywhere, fixture_begin, fixture_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
