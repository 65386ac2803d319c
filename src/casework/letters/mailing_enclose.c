/* What goes with a letter of a mailing: the entry for the reader's diary, the form for a report. */
#include "mailing_inside.h"

#include "letter_facts.h"
#include "letter_reader.h"

#include <string.h>

static const char *organiser_address(struct casework *cw)
{
	const struct settings *settings = casework_settings(cw);
	const char *office = settings->office.email, *from = settings->carriers.from_address;

	return from && *from ? from : office && *office ? office : "";
}

/* An entry needs somebody who answers for it, and a day. */
static bool has_diary_entry(struct casework *cw, const struct mailing_letter *letter)
{
	return letter->diary != DIARY_NOTHING && *organiser_address(cw);
}

const char *mailing_enclosed_words(struct casework *cw, const struct mailing_letter *letter, struct arena *mem)
{
	const char *diary = !has_diary_entry(cw, letter)     ? ""
			    : letter->diary == DIARY_REQUEST ? "calendar file"
							     : "calendar file that takes the day out";

	return arena_printf(mem, "%s%s%s", diary, *diary && letter->has_form ? ", " : "",
			    letter->has_form ? "report form" : "");
}

/* --- The calendar --- */

static int minutes_of(const char *clock)
{
	return clock && strlen(clock) == 5
		       ? ((clock[0] - '0') * 10 + clock[1] - '0') * 60 + (clock[3] - '0') * 10 + clock[4] - '0'
		       : -1;
}

static const char *or_empty(const char *text)
{
	return text ? text : "";
}

/* An entry is taken out by its name; the hour only has to be there. */
static int earlier_start(const char *const *say)
{
	enum { NOON = 12 * 60 };
	int starts = minutes_of(say[LETTER_FIELD_WAS_TIME]);

	return starts < 0 ? NOON : starts;
}

/* It stands in other people's diaries, which others see: no name, and to the family not even what it is. Times and
 * place are those of the letter. */
static struct calendar_event event_of(struct casework *cw, const struct mailing_plan *plan,
				      const struct mailing_letter *letter, const struct letter_facts *facts,
				      struct arena *mem)
{
	const struct settings_carriers *carriers = &casework_settings(cw)->carriers;
	const struct settings_office *office = &casework_settings(cw)->office;
	const char *const *say = facts->top.fields;
	const struct invitee *reader = &letter->reader;
	bool is_request = letter->diary == DIARY_REQUEST, is_colleague = letter_reader_is_colleague(reader);
	int starts = is_request ? minutes_of(say[LETTER_FIELD_CONFERENCE_TIME]) : earlier_start(say);
	int ends = is_request ? minutes_of(say[LETTER_FIELD_CONFERENCE_ENDS]) : -1;

	return (struct calendar_event){
		.uid = arena_printf(mem, "conference-%lld-%lld-%llx@quorate.example", (long long)plan->conference.id,
				    (long long)reader->id, (unsigned long long)cw->created_at),
		.sequence = reader->calendar_sequence,
		.method = is_request ? CALENDAR_REQUEST : CALENDAR_CANCEL,
		.summary = is_colleague ? arena_printf(mem, "Conference %s", plan->conference.reference)
					: arena_printf(mem, "Meeting with %s", casework_authority(cw)),
		.place = is_request ? or_empty(say[say[LETTER_FIELD_CONFERENCE_LINK] ? LETTER_FIELD_CONFERENCE_LINK
										     : LETTER_FIELD_CONFERENCE_PLACE])
				    : "",
		.description = is_request ? "The letter that came with this entry says more."
					  : "This no longer holds: the letter that came with this entry says more.",
		.organiser_name = or_empty(carriers->from_name && *carriers->from_name ? carriers->from_name
										       : office->name),
		.organiser_address = organiser_address(cw),
		.attendee_name = reader->shown_name,
		.attendee_address = letter->address,
		.day = is_request ? plan->conference.held_on : reader->told_day,
		.starts = starts,
		.minutes = ends > starts ? ends - starts : 60,
		.stamp = work_now(cw),
	};
}

static bool enclose_calendar(struct casework *cw, const struct mailing_plan *plan, struct mailing_letter *letter,
			     const struct letter_facts *facts, struct arena *mem, struct enclosure_list *out,
			     struct fault *f)
{
	struct calendar_event event;
	struct enclosure *enclosure;
	struct press_bytes bytes;

	if (!has_diary_entry(cw, letter))
		return true;
	letter->reader.calendar_sequence++;
	event = event_of(cw, plan, letter, facts, mem);
	if (event.day == DAY_NONE || event.starts < 0)
		return true;
	if (!press_calendar(&event, 1, mem, &bytes, f))
		return false;
	enclosure = ARENA_PUSH(mem, out);
	if (!enclosure)
		return fault_set(f, FAULT_MEMORY, "There is not enough memory for the calendar file.");
	enclosure->kind = ENCLOSURE_CALENDAR;
	enclosure->name = event.method == CALENDAR_REQUEST ? "invite.ics" : "cancel.ics";
	enclosure->content = arena_text_n(mem, (const char *)bytes.bytes, bytes.count);
	return true;
}

/* --- The form --- */

static bool enclose_form(struct casework *cw, const struct mailing_plan *plan, const struct mailing_letter *letter,
			 struct arena *mem, struct enclosure_list *out, struct fault *f)
{
	struct letter_facts facts;
	struct document form;
	struct enclosure *enclosure;

	if (!letter->has_form)
		return true;
	if (!letter_form_facts_of(cw, &plan->conference, &letter->reader, mem, &facts, f) ||
	    !letter_write(cw, LETTER_REPORT_FORM, &facts, mem, &form, f))
		return false;
	enclosure = ARENA_PUSH(mem, out);
	if (!enclosure)
		return fault_set(f, FAULT_MEMORY, "There is not enough memory for the report form.");
	enclosure->kind = ENCLOSURE_DOCUMENT;
	enclosure->name = "Report form";
	enclosure->content = document_keep(&form, mem);
	return true;
}

bool mailing_enclose(struct casework *cw, const struct mailing_plan *plan, struct mailing_letter *letter,
		     const struct letter_facts *facts, struct arena *mem, struct enclosure_list *out, struct fault *f)
{
	*out = (struct enclosure_list){0};
	return enclose_calendar(cw, plan, letter, facts, mem, out, f) && enclose_form(cw, plan, letter, mem, out, f);
}
