/* What goes with a letter of a mailing: the entry for the reader's diary, the form for a report. */
#include "mailing_inside.h"

#include "letter_facts.h"
#include "letter_reader.h"

#include <string.h>

const char *mailing_enclosed_words(struct casework *cw, const struct mailing_letter *letter, struct arena *mem)
{
	const char *diary = diary_file_words(cw, letter->diary);

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

/* Times and place are those of the letter. */
static struct diary_file file_of(struct casework *cw, const struct mailing_plan *plan,
				 const struct mailing_letter *letter, const struct letter_facts *facts,
				 struct arena *mem)
{
	const char *const *say = facts->top.fields;
	const struct invitee *reader = &letter->reader;
	bool is_request = letter->diary == DIARY_REQUEST;
	int starts = minutes_of(say[is_request ? LETTER_FIELD_CONFERENCE_TIME : LETTER_FIELD_WAS_TIME]);
	int ends = is_request ? minutes_of(say[LETTER_FIELD_CONFERENCE_ENDS]) : -1;

	return (struct diary_file){
		.entry = letter->diary,
		.uid = arena_printf(mem, "conference-%lld-%lld-%llx@quorate.example", (long long)plan->conference.id,
				    (long long)reader->id, (unsigned long long)cw->created_at),
		.sequence = reader->calendar_sequence,
		.summary = letter_reader_is_colleague(reader)
				   ? arena_printf(mem, "Conference %s", plan->conference.reference)
				   : diary_summary_for_family(cw, mem),
		.place = or_empty(say[say[LETTER_FIELD_CONFERENCE_LINK] ? LETTER_FIELD_CONFERENCE_LINK
									: LETTER_FIELD_CONFERENCE_PLACE]),
		.reader = reader,
		.address = letter->address,
		.day = is_request ? plan->conference.held_on : reader->told_day,
		.starts = starts,
		.minutes = ends > starts ? ends - starts : 0,
	};
}

static bool enclose_calendar(struct casework *cw, const struct mailing_plan *plan, struct mailing_letter *letter,
			     const struct letter_facts *facts, struct arena *mem, struct enclosure_list *out,
			     struct fault *f)
{
	struct diary_file file;

	if (!*diary_file_words(cw, letter->diary))
		return true;
	letter->reader.calendar_sequence++;
	file = file_of(cw, plan, letter, facts, mem);
	return diary_file_enclose(cw, &file, mem, out, f);
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
