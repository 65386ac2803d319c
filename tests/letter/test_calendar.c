/* A calendar file is taken in, changed and taken out by diaries. Read back with libical itself. */
#include "letter/press.h"

#include <libical/ical.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

struct desk {
	struct arena mem;
	struct calendar_event events[2];
	struct press_bytes out;
	struct fault fault;
	icalcomponent *read;
};

static int begin(void **state)
{
	static struct desk desk;

	memset(&desk, 0, sizeof desk);
	for (int i = 0; i < 2; i++)
		desk.events[i] = (struct calendar_event){.uid = "conference-421-7@case-file.example",
							 .sequence = 3,
							 .method = CALENDAR_REQUEST,
							 .summary = "Review conference C-0421",
							 .place = "Room 3, Dockside; second floor",
							 .description = "Arrive by 09:30.\nReports by 26 March.",
							 .organiser_name = "Conference unit",
							 .organiser_address = "conferences@newham.example",
							 .attendee_name = "Éilís O'Brien: school, \"The Grove\"",
							 .attendee_address = "e.obrien@school.example",
							 .day = date_from_iso("2026-04-02"),
							 .starts = 600,
							 .minutes = 90,
							 .stamp = 1775120400};
	*state = &desk;
	return 0;
}

static int finish(void **state)
{
	struct desk *desk = *state;

	if (desk->read)
		icalcomponent_free(desk->read);
	arena_finish(&desk->mem);
	return 0;
}

static const char *write_calendar(struct desk *desk, size_t count)
{
	const char *text;

	if (!press_calendar(desk->events, count, &desk->mem, &desk->out, &desk->fault))
		fail_msg("%s", desk->fault.message);
	text = arena_text_n(&desk->mem, (const char *)desk->out.bytes, desk->out.count);
	if (desk->read)
		icalcomponent_free(desk->read);
	desk->read = icalparser_parse_string(text);
	assert_non_null(desk->read);
	assert_int_equal(icalcomponent_count_errors(desk->read), 0);
	return text;
}

static icalcomponent *first_event(struct desk *desk)
{
	return icalcomponent_get_first_component(desk->read, ICAL_VEVENT_COMPONENT);
}

static void an_invitation_says_when_where_and_who(void **state)
{
	struct desk *desk = *state;
	icalcomponent *event;
	icalproperty *person;
	const char *text = write_calendar(desk, 1);

	event = first_event(desk);
	assert_int_equal(icalcomponent_get_method(desk->read), ICAL_METHOD_REQUEST);
	assert_string_equal(icalcomponent_get_uid(event), desk->events[0].uid);
	assert_int_equal(icalcomponent_get_sequence(event), 3);
	assert_string_equal(icalcomponent_get_summary(event), "Review conference C-0421");
	assert_string_equal(icalcomponent_get_location(event), "Room 3, Dockside; second floor");
	assert_string_equal(icalcomponent_get_description(event), "Arrive by 09:30.\nReports by 26 March.");
	assert_int_equal(icalcomponent_get_status(event), ICAL_STATUS_CONFIRMED);
	assert_string_equal(icaltime_as_ical_string(icalcomponent_get_dtstamp(event)), "20260402T090000Z");
	assert_non_null(strstr(text, "DTSTART;TZID=Europe/London:20260402T100000\r\n"));
	assert_non_null(strstr(text, "DTEND;TZID=Europe/London:20260402T113000\r\n"));
	assert_non_null(strstr(text, "CLASS:PRIVATE\r\n"));
	person = icalcomponent_get_first_property(event, ICAL_ATTENDEE_PROPERTY);
	assert_string_equal(icalproperty_get_attendee(person), "mailto:e.obrien@school.example");
	assert_string_equal(icalproperty_get_parameter_as_string(person, "CN"), "Éilís O'Brien: school, 'The Grove'");
	assert_string_equal(icalproperty_get_parameter_as_string(person, "PARTSTAT"), "NEEDS-ACTION");
	person = icalcomponent_get_first_property(event, ICAL_ORGANIZER_PROPERTY);
	assert_string_equal(icalproperty_get_organizer(person), "mailto:conferences@newham.example");
}

static void a_withdrawal_takes_it_out_again(void **state)
{
	struct desk *desk = *state;

	desk->events[0].method = CALENDAR_CANCEL;
	desk->events[0].sequence = 4;
	write_calendar(desk, 1);
	assert_int_equal(icalcomponent_get_method(desk->read), ICAL_METHOD_CANCEL);
	assert_int_equal(icalcomponent_get_status(first_event(desk)), ICAL_STATUS_CANCELLED);
	assert_string_equal(icalcomponent_get_uid(first_event(desk)), desk->events[0].uid);
	assert_int_equal(icalcomponent_get_sequence(first_event(desk)), 4);
}

/* What the file's own rules make of a time, in Greenwich time. */
static const struct {
	const char *why, *day;
	int starts;
	const char *greenwich;
} times[] = {
	{"winter", "2026-01-15", 600, "20260115T100000Z"},
	{"summer", "2026-07-15", 600, "20260715T090000Z"},
	{"the Saturday before clocks go forward", "2026-03-28", 600, "20260328T100000Z"},
	{"the Sunday they do", "2026-03-29", 600, "20260329T090000Z"},
	{"the Saturday before clocks go back", "2026-10-24", 600, "20261024T090000Z"},
	{"the Sunday they do", "2026-10-25", 600, "20261025T100000Z"},
	{"far ahead", "2041-03-31", 540, "20410331T080000Z"},
};

static void clocks_change_by_the_rules_it_brings(void **state)
{
	struct desk *desk = *state;

	for (size_t i = 0; i < sizeof times / sizeof *times; i++) {
		icaltimezone *zone;
		struct icaltimetype starts;

		desk->events[0].day = date_from_iso(times[i].day);
		desk->events[0].starts = times[i].starts;
		write_calendar(desk, 1);
		zone = icalcomponent_get_timezone(desk->read, "Europe/London");
		assert_non_null(zone);
		starts = icalcomponent_get_dtstart(first_event(desk));
		starts.zone = zone;
		starts = icaltime_convert_to_zone(starts, icaltimezone_get_utc_timezone());
		if (strcmp(icaltime_as_ical_string(starts), times[i].greenwich) != 0)
			fail_msg("%s: %s", times[i].why, icaltime_as_ical_string(starts));
	}
}

static void lines_are_folded_and_end_as_they_must(void **state)
{
	struct desk *desk = *state;
	const char *text;
	size_t line = 0;

	desk->events[0]
		.description = "Ọ̀ṣúndé Ọ̀ṣúndé Ọ̀ṣúndé Ọ̀ṣúndé Ọ̀ṣúndé Ọ̀ṣúndé Ọ̀ṣúndé Ọ̀ṣúndé Ọ̀ṣúndé Ọ̀ṣúndé Ọ̀ṣúndé Ọ̀ṣúndé.";
	text = write_calendar(desk, 1);
	for (const char *at = text; *at; at++, line++) {
		if (*at != '\n')
			continue;
		assert_int_equal(at[-1], '\r');
		assert_true(line <= 76);
		line = (size_t)-1;
	}
	assert_string_equal(icalcomponent_get_description(first_event(desk)), desk->events[0].description);
}

/* None of these can begin a line of its own. */
static void nothing_typed_becomes_a_line(void **state)
{
	static const char *const typed[] = {
		"A\r\nATTACH:file",           "A\nATTACH:file",    "A\rATTACH:file",
		"\";X=\"\r\nATTACH:file",     "A\\nATTACH:file\\", "A;B,C:D\"E^nATTACH:file",
		"A\xe2\x80\xa8\nATTACH:file", "\xff\nATTACH:file", "END:VEVENT\r\nATTACH:file",
	};
	struct desk *desk = *state;

	for (size_t i = 0; i < sizeof typed / sizeof *typed; i++) {
		struct calendar_event *event = &desk->events[0];
		const char *text;

		event->uid = event->summary = event->place = event->description = typed[i];
		event->organiser_name = event->attendee_name = typed[i];
		text = write_calendar(desk, 1);
		if (strstr(text, "\nATTACH") || strstr(text, "\rATTACH") ||
		    icalcomponent_count_components(desk->read, ICAL_ANY_COMPONENT) != 2)
			fail_msg("%s became:\n%s", typed[i], text);
		assert_int_equal(icalcomponent_count_properties(first_event(desk), ICAL_ATTENDEE_PROPERTY), 1);
		assert_int_equal(icalcomponent_count_properties(first_event(desk), ICAL_ATTACH_PROPERTY), 0);
	}
}

static void several_events_make_one_calendar(void **state)
{
	struct desk *desk = *state;

	desk->events[1].uid = "conference-421-8@case-file.example";
	desk->events[1].attendee_address = "";
	desk->events[1].starts = 23 * 60 + 30;
	write_calendar(desk, 2);
	assert_int_equal(icalcomponent_count_components(desk->read, ICAL_VEVENT_COMPONENT), 2);
	assert_int_equal(icalcomponent_count_components(desk->read, ICAL_VTIMEZONE_COMPONENT), 1);
	assert_non_null(memmem(desk->out.bytes, desk->out.count, "DTEND;TZID=Europe/London:20260403T010000", 40));
}

static void assert_refused(struct desk *desk, size_t count, const char *says)
{
	assert_false(press_calendar(desk->events, count, &desk->mem, &desk->out, &desk->fault));
	assert_int_equal(desk->fault.code, FAULT_REFUSED);
	if (!strstr(desk->fault.message, says))
		fail_msg("%s", desk->fault.message);
}

static void what_makes_no_entry_is_refused(void **state)
{
	struct desk *desk = *state;
	struct calendar_event good = desk->events[0];

	assert_refused(desk, 0, "nothing");
	desk->events[0].attendee_address = "a@b.example\r\nATTACH:x";
	assert_refused(desk, 1, "\"a@b.example ATTACH:x\"");
	desk->events[0] = good;
	desk->events[0].organiser_address = NULL;
	assert_refused(desk, 1, "\"\"");
	desk->events[0] = good;
	desk->events[0].day = DAY_NONE;
	assert_refused(desk, 1, "no day and time");
	desk->events[0] = good;
	desk->events[0].starts = 1440;
	assert_refused(desk, 1, "no day and time");
	desk->events[0] = good;
	desk->events[0].minutes = 0;
	assert_refused(desk, 1, "no day and time");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(an_invitation_says_when_where_and_who, begin, finish),
		cmocka_unit_test_setup_teardown(a_withdrawal_takes_it_out_again, begin, finish),
		cmocka_unit_test_setup_teardown(clocks_change_by_the_rules_it_brings, begin, finish),
		cmocka_unit_test_setup_teardown(lines_are_folded_and_end_as_they_must, begin, finish),
		cmocka_unit_test_setup_teardown(nothing_typed_becomes_a_line, begin, finish),
		cmocka_unit_test_setup_teardown(several_events_make_one_calendar, begin, finish),
		cmocka_unit_test_setup_teardown(what_makes_no_entry_is_refused, begin, finish),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
