/* The entry for a reader's diary that goes with a letter by e-mail. */
#include "diary_file.h"

#include "letter/press.h"

static const char *organiser_address(struct casework *cw)
{
	const struct settings *settings = casework_settings(cw);
	const char *office = settings->office.email, *from = settings->carriers.from_address;

	return from && *from ? from : office && *office ? office : "";
}

const char *diary_file_words(struct casework *cw, enum diary_entry entry)
{
	if (entry == DIARY_NOTHING || !*organiser_address(cw))
		return "";
	return entry == DIARY_REQUEST ? "calendar file" : "calendar file that takes the day out";
}

const char *diary_summary_for_family(struct casework *cw, struct arena *mem)
{
	return arena_printf(mem, "Meeting with %s", casework_authority(cw));
}

/* An entry is taken out by its name; the hour only has to be there. */
static int start_of(const struct diary_file *file)
{
	enum { NOON = 12 * 60 };

	return file->entry == DIARY_CANCEL && file->starts < 0 ? NOON : file->starts;
}

static const char *organiser_name(struct casework *cw)
{
	const char *from = casework_settings(cw)->carriers.from_name, *office = casework_settings(cw)->office.name;

	return from && *from ? from : office ? office : "";
}

static struct calendar_event event_of(struct casework *cw, const struct diary_file *file)
{
	bool is_request = file->entry == DIARY_REQUEST;

	return (struct calendar_event){
		.uid = file->uid,
		.sequence = file->sequence,
		.method = is_request ? CALENDAR_REQUEST : CALENDAR_CANCEL,
		.summary = file->summary,
		.place = is_request ? file->place : "",
		.description = is_request ? "The letter that came with this entry says more."
					  : "This no longer holds: the letter that came with this entry says more.",
		.organiser_name = organiser_name(cw),
		.organiser_address = organiser_address(cw),
		.attendee_name = file->reader->shown_name,
		.attendee_address = file->address,
		.day = file->day,
		.starts = start_of(file),
		.minutes = file->minutes > 0 ? file->minutes : 60,
		.stamp = work_now(cw),
	};
}

bool diary_file_enclose(struct casework *cw, const struct diary_file *file, struct arena *mem,
			struct enclosure_list *out, struct fault *f)
{
	struct calendar_event event;
	struct enclosure *enclosure;
	struct press_bytes bytes;

	if (file->entry == DIARY_NOTHING || !*organiser_address(cw))
		return true;
	event = event_of(cw, file);
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
