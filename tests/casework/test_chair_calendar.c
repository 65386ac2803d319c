/* A chair's meetings as a diary reads them, read back with libical. */
#include "casework/chair_calendar.h"
#include "core_group_steps.h"
#include "intake_rows.h"

#include <libical/ical.h>

struct read {
	icalcomponent *calendar;
	size_t count;
};

static struct read read_calendar(struct casework_fixture *fixture, const char *chair)
{
	struct press_bytes file;
	struct read out;

	MUST(casework_chair_calendar(fixture->cw, chair, &fixture->mem, &file, &out.count, f));
	out.calendar = icalparser_parse_string(
		arena_printf(&fixture->mem, "%.*s", (int)file.count, (const char *)file.bytes));
	assert_non_null(out.calendar);
	assert_int_equal(icalcomponent_count_errors(out.calendar), 0);
	assert_int_equal(icalcomponent_get_method(out.calendar), ICAL_METHOD_PUBLISH);
	return out;
}

static icalcomponent *event_of(const struct read *read, const char *summary)
{
	for (icalcomponent *one = icalcomponent_get_first_component(read->calendar, ICAL_VEVENT_COMPONENT); one;
	     one = icalcomponent_get_next_component(read->calendar, ICAL_VEVENT_COMPONENT))
		if (strcmp(icalcomponent_get_summary(one), summary) == 0)
			return one;
	fail_msg("no %s", summary);
	return NULL;
}

static int64_t a_slot(struct casework_fixture *fixture, const char **chair)
{
	int64_t id = a_waiting_conference(fixture, "Okonkwo", "2026-03-26");
	struct booking booking = first_booking(fixture, id);

	MUST(casework_book(fixture->cw, &booking, f));
	*chair = casework_fixture_text(fixture, "SELECT name FROM resource JOIN conference ON chair_id = resource.id");
	return id;
}

static void it_holds_time_and_place_and_no_name(void **state)
{
	struct casework_fixture *fixture = *state;
	struct press_bytes file;
	const char *chair, *day, *text;
	icalcomponent *event;
	struct icaltimetype starts;
	struct read read;
	size_t count;
	char expected[32];

	a_slot(fixture, &chair);
	read = read_calendar(fixture, chair);
	assert_int_equal(read.count, 1);
	event = event_of(&read, "Initial conference C-0001");
	starts = icalcomponent_get_dtstart(event);
	day = casework_fixture_text(fixture, "SELECT held_on || ' ' || starts FROM conference");
	snprintf(expected, sizeof expected, "%04d-%02d-%02d %d", starts.year, starts.month, starts.day,
		 starts.hour * 60 + starts.minute);
	assert_string_equal(expected, day);
	assert_int_equal(icalcomponent_get_status(event), ICAL_STATUS_CONFIRMED);
	icalcomponent_free(read.calendar);
	MUST(casework_chair_calendar(fixture->cw, "", &fixture->mem, &file, &count, f));
	text = arena_printf(&fixture->mem, "%.*s", (int)file.count, (const char *)file.bytes);
	assert_null(strstr(text, "Okonkwo"));
	assert_null(strstr(text, "Ada"));
}

/* What is read again is known by its name, and a later reading counts more. */
static void what_is_given_up_is_taken_out(void **state)
{
	struct casework_fixture *fixture = *state;
	const char *chair, *uid;
	int64_t id = a_slot(fixture, &chair);
	struct read read = read_calendar(fixture, chair);
	icalcomponent *event = event_of(&read, "Initial conference C-0001");
	int sequence = icalcomponent_get_sequence(event);

	uid = arena_text(&fixture->mem, icalcomponent_get_uid(event));
	icalcomponent_free(read.calendar);
	MUST(casework_postpone(fixture->cw,
			       &(struct withdrawal){.conference_id = id,
						    .version = facts_of(fixture, id).conference.version,
						    .reason = "the family is ill",
						    .agreed_by = "the chair",
						    .interim_plan = "Nana stays"},
			       f));
	read = read_calendar(fixture, chair);
	event = event_of(&read, "Initial conference C-0001");
	assert_string_equal(icalcomponent_get_uid(event), uid);
	assert_int_equal(icalcomponent_get_status(event), ICAL_STATUS_CANCELLED);
	assert_true(icalcomponent_get_sequence(event) > sequence);
	icalcomponent_free(read.calendar);
}

static void core_groups_of_the_chair_stand_in_it(void **state)
{
	struct casework_fixture *fixture = *state;
	struct read read;

	a_family_on_plan(fixture, "2026-04-01");
	number(fixture, "UPDATE resource SET is_active = 1 WHERE login = 'chair'");
	read = read_calendar(fixture, "C. Hair");
	event_of(&read, casework_fixture_text(fixture, "SELECT 'Core group, family ' || reference FROM family"));
	icalcomponent_free(read.calendar);
}

/* Most core groups of a council that begins with this system come from conferences another one held. */
static void core_groups_of_plans_from_elsewhere_stand_in_it(void **state)
{
	struct casework_fixture *fixture = *state;
	const char *summary;
	struct read read;

	a_family_on_plan(fixture, "2026-04-01");
	number(fixture, "UPDATE resource SET is_active = 1 WHERE login = 'chair'");
	number(fixture, "UPDATE core_group SET conference_id = NULL");
	summary = casework_fixture_text(fixture, "SELECT 'Core group, family ' || reference FROM family");
	read = read_calendar(fixture, "C. Hair");
	event_of(&read, summary);
	icalcomponent_free(read.calendar);
	number(fixture, "UPDATE conference SET chair_id = NULL");
	read = read_calendar(fixture, "");
	event_of(&read, summary);
	icalcomponent_free(read.calendar);
}

/* Not their own in its place: a file of the wrong chair's meetings misleads. */
static void a_chair_cannot_ask_for_anothers(void **state)
{
	struct casework_fixture *fixture = *state;
	struct press_bytes file;
	const char *chair;
	size_t count;

	a_slot(fixture, &chair);
	casework_fixture_open_as(fixture, "mine", ROLE_BIT(ROLE_CHAIR));
	number(fixture, "UPDATE resource SET login = 'mine' WHERE id = (SELECT chair_id FROM conference)");
	MUST(casework_chair_calendar(fixture->cw, "", &fixture->mem, &file, &count, f));
	assert_int_equal(count, 1);
	MUST(casework_chair_calendar(fixture->cw, chair, &fixture->mem, &file, &count, f));
	assert_int_equal(count, 1);
	REFUSED(casework_chair_calendar(
			fixture->cw,
			casework_fixture_text(fixture,
					      "SELECT name FROM resource WHERE kind = 'chair' AND is_active AND id "
					      "<> (SELECT chair_id FROM conference) LIMIT 1"),
			&fixture->mem, &file, &count, f),
		"", "a chair exports their own: leave the name out");
}

static void a_restricted_family_is_not_in_it(void **state)
{
	struct casework_fixture *fixture = *state;
	const char *chair;
	struct press_bytes file;
	size_t count;

	a_slot(fixture, &chair);
	number(fixture, "UPDATE family SET is_restricted = 1");
	REFUSED(casework_chair_calendar(fixture->cw, chair, &fixture->mem, &file, &count, f), "", "No conference");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		FIXTURE_TEST(it_holds_time_and_place_and_no_name),
		FIXTURE_TEST(what_is_given_up_is_taken_out),
		FIXTURE_TEST(core_groups_of_the_chair_stand_in_it),
		FIXTURE_TEST(core_groups_of_plans_from_elsewhere_stand_in_it),
		FIXTURE_TEST(a_chair_cannot_ask_for_anothers),
		FIXTURE_TEST(a_restricted_family_is_not_in_it),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
