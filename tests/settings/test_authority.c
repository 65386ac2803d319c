/* An authority's rooms, people, hours and closures: what is read, and what is said of a slip. */
#include "reading.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define HOURS  "hours: {start: \"09:00\", end: \"17:00\"}\nslot_step: 30\n"
#define PEOPLE "chairs: []\nrooms: []\nminute_takers: []\n"

static void everything_written_is_read(void **state)
{
	static const char text[] =
		"hours: {start: \"08:45\", end: \"18:30\"}\nslot_step: 15\n"
		"chairs:\n  - {name: Ọ̀ṣúndé Adébáyọ̀, login: oadebayo}\n  - {name: NO, weekdays: [mon, fri]}\n"
		"rooms:\n  - {name: Room 1, access: \"step-free, hearing loop\"}\n  - {name: Video, video: true}\n"
		"minute_takers: [{name: 三浦 陽子}]\n"
		"closure_days:\n  - {from: \"2026-12-29\", until: \"2026-12-31\", name: Council closed}\n"
		"  - {day: \"2026-06-12\", name: Staff day}\n";
	struct arena mem = {0};
	struct settings settings = {0};
	const struct holiday_list *closures = &settings.calendar.closures;

	(void)state;
	assert_string_equal(read_text(SETTINGS_AUTHORITY, text, &settings, &mem), "");
	assert_int_equal(settings.day_starts, 8 * 60 + 45);
	assert_int_equal(settings.day_ends, 18 * 60 + 30);
	assert_int_equal(settings.slot_step, 15);
	assert_int_equal(settings.chairs.count, 2);
	assert_string_equal(settings.chairs.items[0].name, "Ọ̀ṣúndé Adébáyọ̀");
	assert_string_equal(settings.chairs.items[0].login, "oadebayo");
	assert_int_equal(settings.chairs.items[0].weekdays, 0x7F);
	assert_string_equal(settings.chairs.items[1].name, "NO"); /* a name, not a refusal: the Norway trap */
	assert_int_equal(settings.chairs.items[1].weekdays, 1u << MONDAY | 1u << FRIDAY);
	assert_int_equal(settings.rooms.count, 2);
	assert_string_equal(settings.rooms.items[0].access, "step-free, hearing loop");
	assert_false(settings.rooms.items[0].is_video);
	assert_true(settings.rooms.items[1].is_video);
	assert_string_equal(settings.rooms.items[1].access, "");
	assert_string_equal(settings.minute_takers.items[0].name, "三浦 陽子");
	assert_int_equal(closures->count, 4);
	assert_int_equal(closures->items[0].day, date_from_iso("2026-06-12")); /* sorted */
	assert_string_equal(closures->items[0].name, "Staff day");
	assert_int_equal(closures->items[3].day, date_from_iso("2026-12-31"));
	arena_finish(&mem);
}

static void a_slip_in_the_rooms_is_named(void **state)
{
	static const struct reading_row rows[] = {
		{"yes is not true", "rooms: [{name: V, video: yes}]\n",
		 "file.yaml:5:26: \"video\" wants true or false, in small letters and without quotes."},
		{"no is not false", "rooms: [{name: V, video: no}]\n",
		 "file.yaml:5:26: \"video\" wants true or false, in small letters and without quotes."},
		{"True is not true", "rooms: [{name: V, video: True}]\n",
		 "file.yaml:5:26: \"video\" wants true or false, in small letters and without quotes."},
		{"quotes make it text", "rooms: [{name: V, video: \"true\"}]\n",
		 "file.yaml:5:26: \"video\" wants true or false, in small letters and without quotes."},
		{"no name", "rooms:\n  - {video: true}\n", "file.yaml:6:5: \"name\" is missing here."},
		{"an empty name", "rooms: [{name: \"\"}]\n",
		 "file.yaml:5:10: \"name\" is empty; write its text or leave the key out."},
		{"a key left without a value", "rooms: [{name: }]\n",
		 "file.yaml:5:10: \"name\" is empty; write its text or leave the key out."},
		{"a name on two lines", "rooms: [{name: \"a\\nb\"}]\n",
		 "file.yaml:5:16: \"name\" wants one line of text."},
		{"a list for a name", "rooms: [{name: [a, b]}]\n", "file.yaml:5:16: \"name\" wants one line of text."},
		{"only the word", "rooms: [Room 1]\n",
		 "file.yaml:5:9: here keys with values are wanted, such as name: ..."},
		{"one room, not a list", "rooms: {name: Room 1}\n", "file.yaml:5:8: \"rooms\" wants a list."},
		{"two rooms one reads alike", "rooms: [{name: Room 1}, {name: room  1}]\n",
		 "file.yaml:5:25: \"room 1\" is listed twice under \"rooms\"; give each its own name."},
		{"a login for a room", "rooms: [{name: Room 1, login: x}]\n",
		 "file.yaml:5:24: unknown key \"login\"; known here: name, video, access, address, weekdays."},
		{"a misspelt key", "rooms: [{name: Room 1, acess: step-free}]\n",
		 "file.yaml:5:24: unknown key \"acess\"; did you mean \"access\"?"},
		{"letters that changed places", "rooms: [{nmae: Room 1}]\n",
		 "file.yaml:5:10: unknown key \"nmae\"; did you mean \"name\"?"},
		{"a weekday written out", "rooms: [{name: R, weekdays: [monday]}]\n",
		 "file.yaml:5:30: unknown weekday \"monday\"; did you mean \"mon\"?"},
		{"a weekday in another tongue", "rooms: [{name: R, weekdays: [jeudi]}]\n",
		 "file.yaml:5:30: unknown weekday \"jeudi\"; known here: mon, tue, wed, thu, fri, sat, sun."},
		{"a weekday on two lines is quoted to the end of the first",
		 "rooms: [{name: R, weekdays: [\"xyz\\nabc\"]}]\n",
		 "file.yaml:5:30: unknown weekday \"xyz\"; known here: mon, tue, wed, thu, fri, sat, sun."},
		{"no weekday at all", "rooms: [{name: R, weekdays: []}]\n",
		 "file.yaml:5:29: \"weekdays\" wants a list of weekdays, such as [mon, tue, thu]."},
	};

	(void)state;
	assert_int_equal(first_other_message(SETTINGS_AUTHORITY, HOURS "chairs: []\nminute_takers: []\n", rows,
					     sizeof rows / sizeof *rows),
			 -1);
}

static void a_slip_in_a_closure_is_named(void **state)
{
	static const struct reading_row rows[] = {
		{"a date without quotes", "closure_days: [{day: 2026-12-29, name: x}]\n",
		 "file.yaml:6:22: \"day\" wants its date in quotes: \"2026-12-29\"."},
		{"a day that does not exist", "closure_days: [{day: \"2026-02-29\", name: x}]\n",
		 "file.yaml:6:22: \"day\" wants a real date, year first and in quotes, such as \"2026-12-29\"."},
		{"day first", "closure_days: [{day: \"29-12-2026\", name: x}]\n",
		 "file.yaml:6:22: \"day\" wants a real date, year first and in quotes, such as \"2026-12-29\"."},
		{"no end", "closure_days: [{from: \"2026-12-29\", name: x}]\n",
		 "file.yaml:6:16: a closure wants \"day\", or \"from\" and \"until\"."},
		{"day and range", "closure_days: [{day: \"2026-12-29\", from: \"2026-12-29\", name: x}]\n",
		 "file.yaml:6:16: a closure wants \"day\", or \"from\" and \"until\"."},
		{"backwards", "closure_days: [{from: \"2026-12-29\", until: \"2026-12-28\", name: x}]\n",
		 "file.yaml:6:16: \"until\" lies before \"from\"."},
		{"a slip in the year", "closure_days: [{from: \"2026-12-29\", until: \"2027-12-31\", name: x}]\n",
		 "file.yaml:6:16: a closure is at most 31 days long."},
		{"the same day twice",
		 "closure_days: [{day: \"2026-12-29\", name: x}, {from: \"2026-12-28\", until: \"2026-12-30\", name: "
		 "y}]\n",
		 "file.yaml:6:1: 2026-12-29 is listed twice; keep one of them."},
		{"no reason", "closure_days: [{day: \"2026-12-29\"}]\n", "file.yaml:6:16: \"name\" is missing here."},
	};

	(void)state;
	assert_int_equal(first_other_message(SETTINGS_AUTHORITY, HOURS PEOPLE, rows, sizeof rows / sizeof *rows), -1);
}

static void a_slip_in_the_hours_is_named(void **state)
{
	static const struct reading_row rows[] = {
		{"a time without quotes", "hours: {start: 09:00, end: \"17:00\"}\nslot_step: 30\n",
		 "file.yaml:4:16: \"start\" wants a time in quotes, such as \"09:30\"."},
		{"one digit", "hours: {start: \"9:00\", end: \"17:00\"}\nslot_step: 30\n",
		 "file.yaml:4:16: \"start\" wants a time in quotes, such as \"09:30\"."},
		{"after midnight", "hours: {start: \"09:00\", end: \"25:00\"}\nslot_step: 30\n",
		 "file.yaml:4:30: \"end\" is 25:00; a time is from 00:00 to 23:59."},
		{"backwards", "hours: {start: \"17:00\", end: \"09:00\"}\nslot_step: 30\n",
		 "file.yaml:4:30: the day ends before it starts."},
		{"no end", "hours: {start: \"09:00\"}\nslot_step: 30\n", "file.yaml:4:1: \"hours\" lacks \"end\"."},
		{"a word for hours", "hours: all day\n", "file.yaml:4:8: \"hours\" wants keys with values."},
		{"a step that would take for ever", "slot_step: 1\n",
		 "file.yaml:4:12: \"slot_step\" is 1; it may be from 5 to 240."},
		{"a step in quotes", "slot_step: \"30\"\n",
		 "file.yaml:4:12: \"slot_step\" wants a whole number from 5 to 240, without quotes."},
		{"half an hour as a fraction", "slot_step: 0.5\n",
		 "file.yaml:4:12: \"slot_step\" wants a whole number from 5 to 240, without quotes."},
		{"an octal trap", "slot_step: 030\n",
		 "file.yaml:4:12: \"slot_step\" wants a whole number from 5 to 240, without quotes."},
		{"larger than a number holds", "slot_step: 99999999999999999999\n",
		 "file.yaml:4:12: \"slot_step\" wants a whole number from 5 to 240, without quotes."},
		{"a sign", "slot_step: -30\n",
		 "file.yaml:4:12: \"slot_step\" wants a whole number from 5 to 240, without quotes."},
		{"no hours", "slot_step: 30\n", "file.yaml:1:1: \"hours\" is missing here."},
	};

	(void)state;
	assert_int_equal(first_other_message(SETTINGS_AUTHORITY, PEOPLE, rows, sizeof rows / sizeof *rows), -1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(everything_written_is_read),
		cmocka_unit_test(a_slip_in_the_rooms_is_named),
		cmocka_unit_test(a_slip_in_a_closure_is_named),
		cmocka_unit_test(a_slip_in_the_hours_is_named),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
