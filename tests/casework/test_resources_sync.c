/* The settings' rooms and chairs follow into the file: added, changed, retired, never deleted, and nothing written
 * twice. */
#include "intake_rows.h"

#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

/* Opens the file again with an authority.yaml of these words. */
static void open_with(struct casework_fixture *fixture, const char *yaml)
{
	char path[200];
	FILE *file;

	snprintf(fixture->config, sizeof fixture->config, "%s/config", fixture->folder);
	mkdir(fixture->config, 0700);
	snprintf(path, sizeof path, "%s/authority.yaml", fixture->config);
	file = fopen(path, "w");
	assert_non_null(file);
	fputs(yaml, file);
	fclose(file);
	casework_fixture_reopen(fixture, FIXTURE_TODAY);
	unlink(path);
	rmdir(fixture->config);
}

#define REST                                                                                                           \
	"hours: {start: \"09:00\", end: \"17:00\"}\nslot_step: 30\nchairs: []\nminute_takers: []\nclosure_days: []\n"
static const char two_rooms[] = REST
	"rooms:\n  - {name: Attic, access: \"lift\"}\n  - {name: Cellar, weekdays: [mon]}\n";
static const char one_room[] = REST "rooms:\n  - {name: Attic, access: \"stairs\"}\n";

static void test_added_changed_and_retired(void **state)
{
	struct casework_fixture *fixture = *state;

	open_with(fixture, two_rooms);
	assert_int_equal(
		casework_fixture_number(fixture, "SELECT count(*) FROM resource WHERE kind = 'room' AND is_active"), 2);
	assert_int_equal(casework_fixture_number(fixture, "SELECT weekdays FROM resource WHERE name = 'Cellar'"), 1);
	open_with(fixture, one_room);
	assert_string_equal(casework_fixture_text(fixture, "SELECT access FROM resource WHERE name = 'Attic'"),
			    "stairs");
	assert_int_equal(casework_fixture_number(fixture, "SELECT is_active FROM resource WHERE name = 'Cellar'"), 0);
	open_with(fixture, two_rooms);
	assert_int_equal(casework_fixture_number(fixture, "SELECT is_active FROM resource WHERE name = 'Cellar'"), 1);
}

static void test_the_same_settings_write_nothing(void **state)
{
	struct casework_fixture *fixture = *state;
	int64_t rows;

	open_with(fixture, one_room);
	rows = casework_fixture_number(fixture, "SELECT count(*) FROM audit");
	open_with(fixture, one_room);
	assert_int_equal(casework_fixture_number(fixture, "SELECT count(*) FROM audit"), rows);
}

static void test_a_list_left_empty_retires_nobody(void **state)
{
	struct casework_fixture *fixture = *state;

	open_with(fixture, one_room); /* names no chair */
	assert_int_equal(
		casework_fixture_number(fixture, "SELECT count(*) FROM resource WHERE kind = 'chair' AND is_active"),
		6);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		FIXTURE_TEST(test_added_changed_and_retired),
		FIXTURE_TEST(test_the_same_settings_write_nothing),
		FIXTURE_TEST(test_a_list_left_empty_retires_nobody),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
