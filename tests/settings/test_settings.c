/* Where settings are looked for, which copy wins, and what is said of a file that is missing or no file. */
#include "settings/settings.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

struct place {
	char folder[64];
	struct arena mem;
	struct fault f;
	struct settings *settings;
};

static int set_up(void **state)
{
	struct place *place = calloc(1, sizeof *place);

	if (!place)
		return -1;
	snprintf(place->folder, sizeof place->folder, "/tmp/quorate-settings-XXXXXX");
	*state = place;
	return mkdtemp(place->folder) ? 0 : -1;
}

static int tear_down(void **state)
{
	struct place *place = *state;
	static const char *const names[] = {"policy/mine.yaml", "policy/national.yaml",
					    "policy/notes.txt", "policy/.hidden.yaml",
					    "policy",           "authority.yaml"};

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		remove(arena_printf(&place->mem, "%s/%s", place->folder, names[i]));
	rmdir(place->folder);
	arena_finish(&place->mem);
	free(place);
	return 0;
}

static void write_file(struct place *place, const char *name, const char *text)
{
	const char *path = arena_printf(&place->mem, "%s/%s", place->folder, name);
	FILE *file;

	mkdir(arena_printf(&place->mem, "%s/policy", place->folder), 0700);
	file = fopen(path, "w");
	assert_non_null(file);
	fputs(text, file);
	assert_int_equal(fclose(file), 0);
}

static bool load(struct place *place, const char *profile)
{
	return settings_load(&place->settings, place->folder, profile, &place->mem, &place->f);
}

#define AUTHORITY                                                                                                      \
	"hours: {start: \"10:00\", end: \"16:00\"}\nslot_step: 15\nchairs: [{name: Siân Pritchard}]\nrooms: []\n"     \
	"minute_takers: []\n"

static void shipped_files_stand_in_for_what_is_not_configured(void **state)
{
	struct place *place = *state;

	assert_true(load(place, "newham"));
	assert_string_equal(place->settings->policy.label, "Newham");
	assert_int_equal(place->settings->rooms.count, 3);
	assert_int_equal(place->settings->day_starts, 9 * 60);
	assert_true(settings_load(&place->settings, NULL, NULL, &place->mem, &place->f));
	assert_string_equal(place->settings->policy.name, "national");
	assert_true(settings_load(&place->settings, "/nonexistent/folder", "", &place->mem, &place->f));
	assert_string_equal(place->settings->policy.name, "national");
}

static void the_configured_copy_wins_and_is_named(void **state)
{
	struct place *place = *state;

	write_file(place, "authority.yaml", AUTHORITY);
	write_file(place, "policy/mine.yaml",
		   "profile: mine\nversion: \"1\"\nlabel: Northgate\nextends: national\n"
		   "figures: {report.copies: {value: 3, source: Northgate}}\n");
	assert_true(load(place, "mine"));
	assert_string_equal(place->settings->policy.label, "Northgate");
	assert_int_equal(place->settings->policy.report_copies, 3);
	assert_int_equal(place->settings->policy.rules[RULE_ICPC].n, 15);
	assert_int_equal(place->settings->day_starts, 10 * 60);
	assert_string_equal(place->settings->chairs.items[0].name, "Siân Pritchard");
	assert_string_equal(
		place->settings->sources,
		arena_printf(&place->mem,
			     "%s/policy/national.yaml\n%s/policy/mine.yaml\n%s/holidays/england-and-wales.yaml\n"
			     "%s/authority.yaml\n%s/agencies.yaml\n%s/formats/signs-of-safety.yaml\n"
			     "%s/formats/strengthening-families.yaml",
			     settings_data_folder(), place->folder, settings_data_folder(), place->folder,
			     settings_data_folder(), settings_data_folder(), settings_data_folder()));
}

static void a_slip_names_the_file_and_where_it_lies(void **state)
{
	struct place *place = *state;

	write_file(place, "authority.yaml", AUTHORITY "clousre_days: []\n");
	assert_false(load(place, "national"));
	assert_int_equal(place->f.code, FAULT_REFUSED);
	assert_string_equal(place->f.message,
			    "authority.yaml:6:1: unknown key \"clousre_days\"; did you mean \"closure_days\"?");
	assert_string_equal(place->f.detail, arena_printf(&place->mem, "%s/authority.yaml", place->folder));
}

static void an_unknown_profile_is_answered_with_the_known(void **state)
{
	struct place *place = *state;

	assert_false(load(place, "southwrak"));
	assert_int_equal(place->f.code, FAULT_NOT_FOUND);
	assert_string_equal(place->f.message, "There is no profile \"southwrak\"; did you mean \"southwark\"?");
	assert_false(load(place, "camden-and-others"));
	assert_string_equal(place->f.message,
			    "There is no profile \"camden-and-others\"; there are: isle-of-wight, islington, "
			    "national, newham, southwark, sutton.");
	assert_false(load(place, "../holidays/england-and-wales"));
	assert_int_equal(place->f.code, FAULT_NOT_FOUND);
}

static void a_profile_is_named_as_its_file(void **state)
{
	struct place *place = *state;

	write_file(place, "policy/mine.yaml", "profile: other\nversion: \"1\"\nlabel: Other\nextends: national\n");
	assert_false(load(place, "mine"));
	assert_string_equal(
		place->f.message,
		"policy/mine.yaml:1:1: the file says \"profile: other\"; it must say \"mine\" as its name does.");
}

static void what_is_no_plain_file_does_not_hang(void **state)
{
	struct place *place = *state;
	const char *path = arena_printf(&place->mem, "%s/authority.yaml", place->folder);

	assert_int_equal(mkfifo(path, 0600), 0);
	assert_false(load(place, "national"));
	assert_int_equal(place->f.code, FAULT_STORAGE);
	assert_string_equal(place->f.message, arena_printf(&place->mem, "The settings file %s cannot be read: %s.",
							   path, "it is not a plain file"));
	assert_int_equal(unlink(path), 0);
	assert_int_equal(mkdir(path, 0700), 0);
	assert_false(load(place, "national"));
	assert_int_equal(place->f.code, FAULT_STORAGE);
}

static void a_file_over_its_limit_is_not_read_to_its_end(void **state)
{
	struct place *place = *state;
	const char *path = arena_printf(&place->mem, "%s/authority.yaml", place->folder);

	write_file(place, "authority.yaml", "#");
	assert_int_equal(truncate(path, (off_t)1 << 40), 0);
	assert_false(load(place, "national"));
	assert_string_equal(place->f.message, "authority.yaml:1:1: the file is larger than 64 KiB; shorten it.");
}

static void profiles_are_listed_once_and_sorted(void **state)
{
	struct place *place = *state;
	static const char *const wanted[] = {"islington", "isle-of-wight", "mine",  "national",
					     "newham",    "southwark",     "sutton"};
	const char **got;
	size_t found = 0;

	write_file(place, "policy/mine.yaml", "");
	write_file(place, "policy/national.yaml", "");
	write_file(place, "policy/notes.txt", "");
	write_file(place, "policy/.hidden.yaml", "");
	got = settings_profiles(place->folder, &place->mem);
	for (size_t i = 0; got[i]; i++) {
		for (size_t j = 0; j < sizeof wanted / sizeof *wanted; j++)
			found += strcmp(got[i], wanted[j]) == 0;
		if (i)
			assert_true(strcmp(got[i - 1], got[i]) < 0);
		assert_true(i < sizeof wanted / sizeof *wanted);
	}
	assert_int_equal(found, sizeof wanted / sizeof *wanted);
}

static void the_configuration_folder_follows_the_environment(void **state)
{
	struct place *place = *state;

	setenv("XDG_CONFIG_HOME", "/etc/xdg-test", 1);
	assert_string_equal(settings_default_folder(&place->mem), "/etc/xdg-test/quorate");
	setenv("XDG_CONFIG_HOME", "relative", 1); /* the specification: not absolute, not used */
	setenv("HOME", "/srv/sian", 1);
	assert_string_equal(settings_default_folder(&place->mem), "/srv/sian/.config/quorate");
	unsetenv("XDG_CONFIG_HOME");
	unsetenv("HOME");
	assert_string_equal(settings_default_folder(&place->mem), "");
}

static void the_demo_authority_is_whole(void **state)
{
	struct place *place = *state;
	const char *folder = arena_printf(&place->mem, "%s/demo", settings_data_folder());

	if (!settings_load(&place->settings, folder, "national", &place->mem, &place->f))
		fail_msg("%s", place->f.message);
	assert_int_equal(place->settings->chairs.count, 6);
	assert_int_equal(place->settings->rooms.count, 6);
	assert_int_equal(place->settings->minute_takers.count, 5);
	assert_true(place->settings->rooms.items[5].is_video);
	assert_string_equal(working_day_holiday(date_from_iso("2026-12-30"), &place->settings->calendar),
			    "Council closed");
	for (size_t i = 0; i < place->settings->calendar.closures.count; i++) {
		const struct working_calendar *calendar = &place->settings->calendar;
		assert_true(working_day_is(calendar->closures.items[i].day, calendar,
					   COUNT_NATIONAL)); /* or it closes nothing */
	}
}

/* As they are in the whole of the settings, and they outlive what they were read with. */
static void the_commands_can_be_read_alone(void **state)
{
	struct place *place = *state;
	struct settings_commands commands;

	assert_true(settings_commands_load(&commands, NULL, &place->mem, &place->f));
	assert_null(commands.mail);
	assert_null(commands.print);
	write_file(place, "authority.yaml",
		   AUTHORITY
		   "mail: {command: [msmtp, \"-t\"], from_address: unit@example.net}\nprint: {command: [lp]}\n");
	assert_true(settings_commands_load(&commands, place->folder, &place->mem, &place->f));
	assert_true(load(place, "national"));
	for (int i = 0; i < 3; i++)
		assert_int_equal(!commands.mail[i], !place->settings->carriers.mail_command[i]);
	assert_string_equal(commands.mail[0], "msmtp");
	assert_string_equal(commands.mail[1], "-t");
	assert_null(commands.mail[2]);
	assert_string_equal(commands.print[0], "lp");
	assert_null(commands.print[1]);
	write_file(place, "authority.yaml", "hours: nonsense\n");
	assert_false(settings_commands_load(&commands, place->folder, &place->mem, &place->f));
	assert_int_equal(place->f.code, FAULT_REFUSED);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(shipped_files_stand_in_for_what_is_not_configured),
		TEST(the_configured_copy_wins_and_is_named),
		TEST(a_slip_names_the_file_and_where_it_lies),
		TEST(an_unknown_profile_is_answered_with_the_known),
		TEST(a_profile_is_named_as_its_file),
		TEST(what_is_no_plain_file_does_not_hang),
		TEST(a_file_over_its_limit_is_not_read_to_its_end),
		TEST(profiles_are_listed_once_and_sorted),
		TEST(the_configuration_folder_follows_the_environment),
		TEST(the_demo_authority_is_whole),
		TEST(the_commands_can_be_read_alone),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
