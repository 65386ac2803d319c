/* Writes conferences as a calendar file that diaries take in, change and take out again. */
#include "mail_words.h"
#include "parts.h"

#include "base/text.h"

#include <libical/ical.h>
#include <stdlib.h>
#include <string.h>

enum { LINE_CELLS = 400 };

#define ZONE "Europe/London"

/* Clocks go forward on the last Sunday of March and back on the last of October, at one o'clock Greenwich time. */
static const char zone_rules[] = "BEGIN:VTIMEZONE\r\n"
				 "TZID:" ZONE "\r\n"
				 "BEGIN:DAYLIGHT\r\n"
				 "TZNAME:BST\r\n"
				 "TZOFFSETFROM:+0000\r\n"
				 "TZOFFSETTO:+0100\r\n"
				 "DTSTART:19810329T010000\r\n"
				 "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\n"
				 "END:DAYLIGHT\r\n"
				 "BEGIN:STANDARD\r\n"
				 "TZNAME:GMT\r\n"
				 "TZOFFSETFROM:+0100\r\n"
				 "TZOFFSETTO:+0000\r\n"
				 "DTSTART:19961027T020000\r\n"
				 "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\n"
				 "END:STANDARD\r\n"
				 "END:VTIMEZONE\r\n";

/* A name beside an address may hold anything but a double quotation mark, which ends it. */
static const char *parameter_text(struct arena *mem, const char *text)
{
	char *line = mail_line(mem, text, LINE_CELLS);

	for (char *at = line; (at = strchr(at, '"')) != NULL;)
		*at = '\'';
	return line;
}

static void add_time(icalcomponent *event, icalproperty *property)
{
	icalproperty_add_parameter(property, icalparameter_new_tzid(ZONE));
	icalcomponent_add_property(event, property);
}

static void add_times(icalcomponent *event, const struct calendar_event *from)
{
	struct civil_date date = date_civil(from->day);
	struct icaltimetype starts = icaltime_null_time(), ends;

	starts.year = date.year;
	starts.month = date.month;
	starts.day = date.day;
	if (from->starts < 0) {
		starts.is_date = 1;
		icalcomponent_add_property(event, icalproperty_new_dtstart(starts));
		return;
	}
	starts.hour = from->starts / 60;
	starts.minute = from->starts % 60;
	ends = starts;
	icaltime_adjust(&ends, 0, 0, from->minutes, 0);
	add_time(event, icalproperty_new_dtstart(starts));
	add_time(event, icalproperty_new_dtend(ends));
}

static void add_people(icalcomponent *event, const struct calendar_event *from, struct arena *mem)
{
	const char *organiser = parameter_text(mem, from->organiser_name), *attendee;
	icalproperty *property;

	if (from->method == CALENDAR_PUBLISH)
		return;
	property = icalproperty_new_organizer(arena_printf(mem, "mailto:%s", from->organiser_address));
	if (*organiser)
		icalproperty_add_parameter(property, icalparameter_new_cn(organiser));
	icalcomponent_add_property(event, property);
	if (!from->attendee_address || !*from->attendee_address)
		return;
	attendee = parameter_text(mem, from->attendee_name);
	property = icalproperty_new_attendee(arena_printf(mem, "mailto:%s", from->attendee_address));
	if (*attendee)
		icalproperty_add_parameter(property, icalparameter_new_cn(attendee));
	icalproperty_add_parameter(property, icalparameter_new_role(ICAL_ROLE_REQPARTICIPANT));
	icalproperty_add_parameter(property, icalparameter_new_partstat(ICAL_PARTSTAT_NEEDSACTION));
	icalproperty_add_parameter(property, icalparameter_new_rsvp(ICAL_RSVP_TRUE));
	icalcomponent_add_property(event, property);
}

static void add_texts(icalcomponent *event, const struct calendar_event *from, struct arena *mem)
{
	const char *place = mail_line(mem, from->place, LINE_CELLS);
	const char *description = text_safe(mem, from->description ? from->description : "", true);

	icalcomponent_add_property(event, icalproperty_new_summary(mail_line(mem, from->summary, LINE_CELLS)));
	if (*place)
		icalcomponent_add_property(event, icalproperty_new_location(place));
	if (*description)
		icalcomponent_add_property(event, icalproperty_new_description(description));
}

static bool is_taken_out(const struct calendar_event *event)
{
	return event->method == CALENDAR_CANCEL || event->is_cancelled;
}

/* Private, because it stands in a diary that colleagues look into. */
static icalcomponent *event_component(const struct calendar_event *from, struct arena *mem)
{
	icalcomponent *event = icalcomponent_new_vevent();
	struct icaltimetype stamp = icaltime_from_timet_with_zone((time_t)from->stamp, 0,
								  icaltimezone_get_utc_timezone());

	icalcomponent_add_property(event, icalproperty_new_uid(mail_line(mem, from->uid, LINE_CELLS)));
	icalcomponent_add_property(event, icalproperty_new_dtstamp(stamp));
	icalcomponent_add_property(event, icalproperty_new_sequence(from->sequence));
	add_times(event, from);
	add_texts(event, from, mem);
	add_people(event, from, mem);
	icalcomponent_add_property(
		event, icalproperty_new_status(is_taken_out(from) ? ICAL_STATUS_CANCELLED : ICAL_STATUS_CONFIRMED));
	icalcomponent_add_property(event, icalproperty_new_class(ICAL_CLASS_PRIVATE));
	icalcomponent_add_property(
		event, icalproperty_new_transp(is_taken_out(from) ? ICAL_TRANSP_TRANSPARENT : ICAL_TRANSP_OPAQUE));
	return event;
}

static bool check_event(const struct calendar_event *event, struct fault *f)
{
	struct arena mem = {0};
	const char *attendee = event->attendee_address ? event->attendee_address : "";
	const char *bad = !mail_address_is_good(event->organiser_address) ? event->organiser_address
			  : *attendee && !mail_address_is_good(attendee)  ? attendee
									  : NULL;

	if (event->method != CALENDAR_PUBLISH && (bad || !mail_address_is_good(event->organiser_address)))
		fault_set(f, FAULT_REFUSED,
			  "The mail address \"%s\" cannot stand in a calendar entry. Correct it and send again.",
			  mail_line(&mem, bad, 80));
	else if (!date_in_range(event->day) || (event->starts < 0 && event->method != CALENDAR_PUBLISH) ||
		 event->starts >= 24 * 60 || event->minutes <= 0)
		fault_set(f, FAULT_REFUSED, "The calendar entry has no day and time. Book the conference first.");
	else {
		arena_finish(&mem);
		return true;
	}
	arena_finish(&mem);
	return false;
}

static icalproperty_method method_of(const struct calendar_event *events)
{
	if (events->method == CALENDAR_PUBLISH)
		return ICAL_METHOD_PUBLISH;
	return events->method == CALENDAR_CANCEL ? ICAL_METHOD_CANCEL : ICAL_METHOD_REQUEST;
}

static bool write_calendar(icalcomponent *calendar, struct arena *mem, struct press_bytes *out, struct fault *f)
{
	char *text = icalcomponent_as_ical_string_r(calendar);
	bool kept = text ? bytes_keep(out, text, strlen(text), mem, f)
			 : fault_set(f, FAULT_MEMORY, "There is not enough memory to write a calendar file.");

	free(text);
	return kept;
}

bool calendar_make(const struct calendar_event *events, size_t count, struct arena *mem, struct press_bytes *out,
		   struct fault *f)
{
	struct arena scratch = {0};
	icalcomponent *calendar;
	bool written;

	libraries_be_quiet();
	if (count == 0)
		return fault_set(f, FAULT_REFUSED, "There is nothing to put into the calendar file.");
	for (size_t i = 0; i < count; i++)
		if (!check_event(&events[i], f))
			return false;
	icalerror_set_errors_are_fatal(false);
	calendar = icalcomponent_new_vcalendar();
	icalcomponent_add_property(calendar, icalproperty_new_version("2.0"));
	icalcomponent_add_property(calendar, icalproperty_new_prodid("-//Quorate//Conferences//EN"));
	icalcomponent_add_property(calendar, icalproperty_new_method(method_of(events)));
	icalcomponent_add_component(calendar, icalcomponent_new_from_string(zone_rules));
	for (size_t i = 0; i < count; i++)
		icalcomponent_add_component(calendar, event_component(&events[i], &scratch));
	written = arena_exhausted(&scratch)
			  ? fault_set(f, FAULT_MEMORY, "There is not enough memory to write a calendar file.")
			  : write_calendar(calendar, mem, out, f);
	icalcomponent_free(calendar);
	arena_finish(&scratch);
	return written;
}
