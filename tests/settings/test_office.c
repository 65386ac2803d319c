/* How the conference unit is named, and its mail and print commands: what is read, and what is said of a slip. */
#include "reading.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define REST "hours: {start: \"09:00\", end: \"17:00\"}\nslot_step: 30\nchairs: []\nrooms: []\nminute_takers: []\n"

static void everything_written_is_read(void **state)
{
	static const char text[] = REST
		"office:\n  name: Conference Unit\n  address: [\"Civic Centre\", \"Northgate NG1 1AA\"]\n"
		"  phone: 01632 960000\n  email: unit@northgate.example.net\n  complaints: Write to us.\n"
		"  duty_manager: Duty manager, 01632 960180\n"
		"mail:\n  command: [msmtp, \"--read-recipients\"]\n  seconds: 20\n  from_name: Unit\n"
		"  from_address: unit@northgate.example.net\n  reply_to: answers@northgate.example.net\n"
		"  message_domain: northgate.example.net\nprint: {command: [/usr/bin/lp, \"-d\", unit]}\n";
	struct arena mem = {0};
	struct settings settings = {0};

	(void)state;
	assert_string_equal(read_text(SETTINGS_AUTHORITY, text, &settings, &mem), "");
	assert_string_equal(settings.office.name, "Conference Unit");
	assert_string_equal(settings.office.address, "Civic Centre\nNorthgate NG1 1AA");
	assert_string_equal(settings.office.phone, "01632 960000");
	assert_string_equal(settings.office.email, "unit@northgate.example.net");
	assert_string_equal(settings.office.complaints, "Write to us.");
	assert_string_equal(settings.office.duty_manager, "Duty manager, 01632 960180");
	assert_string_equal(settings.carriers.mail_command[0], "msmtp");
	assert_string_equal(settings.carriers.mail_command[1], "--read-recipients");
	assert_null(settings.carriers.mail_command[2]);
	assert_int_equal(settings.carriers.mail_seconds, 20);
	assert_string_equal(settings.carriers.from_name, "Unit");
	assert_string_equal(settings.carriers.from_address, "unit@northgate.example.net");
	assert_string_equal(settings.carriers.reply_to, "answers@northgate.example.net");
	assert_string_equal(settings.carriers.message_domain, "northgate.example.net");
	assert_string_equal(settings.carriers.print_command[2], "unit");
	arena_finish(&mem);
}

static void what_is_left_out_is_empty_and_never_null(void **state)
{
	struct arena mem = {0};
	struct settings settings = {0};

	(void)state;
	assert_string_equal(read_text(SETTINGS_AUTHORITY, REST, &settings, &mem), "");
	assert_string_equal(settings.office.name, "");
	assert_string_equal(settings.office.address, "");
	assert_string_equal(settings.carriers.from_address, "");
	assert_null(settings.carriers.mail_command);
	assert_null(settings.carriers.print_command);
	arena_finish(&mem);
}

static void a_slip_is_named(void **state)
{
	static const struct reading_row rows[] = {
		{"a command in one line, as for a shell", "mail: {command: \"msmtp -t\", from_address: a@b.example}\n",
		 "file.yaml:6:17: \"command\" wants a list."},
		{"a path that depends on where one stands", "print: {command: [bin/lp]}\n",
		 "file.yaml:6:19: \"bin/lp\" is not a program: write its name, or its whole path from \"/\"."},
		{"an option in the program's place", "print: {command: [\"-d\", lp]}\n",
		 "file.yaml:6:19: \"-d\" is not a program: write its name, or its whole path from \"/\"."},
		{"no command", "print: {command: []}\n",
		 "file.yaml:6:18: the command is empty; name a program or leave the key out."},
		{"a list inside", "print: {command: [lp, [a]]}\n",
		 "file.yaml:6:23: a command wants a list of words: [msmtp, \"-t\"]."},
		{"twenty-one words",
		 "print: {command: [a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a]}\n",
		 "file.yaml:6:79: a command has at most 20 words."},
		{"mail from nobody", "mail: {command: [msmtp]}\n", "file.yaml:6:1: \"mail\" lacks \"from_address\"."},
		{"an hour for one mail", "mail: {command: [msmtp], from_address: a@b.example, seconds: 3600}\n",
		 "file.yaml:6:62: \"seconds\" is 3600; it may be from 1 to 600."},
		{"an address of lines that are maps", "office: {address: [{a: b}]}\n",
		 "file.yaml:6:20: an address wants a list of lines, such as [\"1 High Street\"]."},
		{"an office with a misspelt key", "office: {fone: 1}\n",
		 "file.yaml:6:10: unknown key \"fone\"; did you mean \"phone\"?"},
	};

	(void)state;
	assert_int_equal(first_other_message(SETTINGS_AUTHORITY, REST, rows, sizeof rows / sizeof *rows), -1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(everything_written_is_read),
		cmocka_unit_test(what_is_left_out_is_empty_and_never_null),
		cmocka_unit_test(a_slip_is_named),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
