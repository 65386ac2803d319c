/* A record as it is read: the whole of it, or what one invitee's copy says, 78 columns. */
#include "record_writing.h"
#include "telling.h"

#include "base/text.h"
#include "booking_facts.h"
#include "invitee_words.h"
#include "own_conference.h"
#include "record_keeping.h"
#include "store/invitee_store.h"

#include <string.h>

enum { COLUMNS = 78, BULLET = 2 };

/* One line of a section wrapped; what belongs to a "- " stands under it. */
static void say_wrapped(struct record_writing *w, const char *line, size_t bytes)
{
	int indent = bytes > 1 && line[0] == '-' && line[1] == ' ' ? BULLET : 0;
	const char *at = arena_text_n(w->mem, line, bytes);
	bool is_first = true;

	while (*at) {
		size_t shown, taken = text_wrap(at, COLUMNS - (is_first ? 0 : indent), &shown);

		record_line(w, "%*s%.*s", is_first ? 0 : indent, "", (int)shown, at);
		is_first = false;
		at += taken ? taken : strlen(at);
	}
}

static void say_text(struct record_writing *w, const char *text)
{
	while (*text) {
		size_t bytes = strcspn(text, "\n");

		if (bytes)
			say_wrapped(w, text, bytes);
		else
			record_gap(w);
		text += bytes + (text[bytes] == '\n');
	}
}

static void say_heading(struct record_writing *w, const char *heading, bool is_restricted)
{
	char rule[COLUMNS + 1];
	size_t cells;

	record_gap(w);
	if (is_restricted)
		record_line(w, "RESTRICTED: FOR PROFESSIONALS ONLY");
	say_wrapped(w, heading, strlen(heading));
	cells = (size_t)text_width(heading);
	cells = cells > COLUMNS ? COLUMNS : cells;
	memset(rule, '-', cells);
	rule[cells] = '\0';
	record_line(w, "%s", rule);
}

/* --- The head --- */

static const char *standing_of(const struct record_writing *w, const struct conference_record *record)
{
	char day[DATE_TEXT_ROOM];

	if (!record_is_fixed(record))
		return "DRAFT, NOT APPROVED: not to be given to anybody";
	return arena_printf(w->mem, "Approved by %s on %s%s", user_name_of(w->cw, record->approver, w->mem),
			    date_long(record->approved_on, day),
			    record->edition > 1 ? arena_printf(w->mem, ", edition %d", record->edition) : "");
}

static void say_head(struct record_writing *w, const struct conference *c, const struct conference_record *record,
		     const struct invitee *reader, enum letter_copy copy)
{
	record_line(w, "%s", casework_authority(w->cw));
	record_line(w, "Record of a child protection conference, %s", c->reference);
	record_line(w, "%s", standing_of(w, record));
	if (reader)
		record_line(w, "Copy for %s: %s", invitee_who(reader, w->mem), record_copy_words(copy, reader));
	record_line(w, "Confidential: it is not to be copied or passed on.");
}

/* --- Corrections --- */

static const char *answer_of(const struct record_correction *one)
{
	switch (one->accepted) {
	case OPINION_YES: return "accepted";
	case OPINION_NO: return "not accepted";
	default: return "not answered yet";
	}
}

static bool say_corrections(struct record_writing *w, const struct conference *c)
{
	struct record_correction_list all;

	if (!record_corrections_of_conference(w->cw->store, c->id, w->mem, &all, w->f))
		return false;
	if (all.count)
		say_heading(w, "Corrections asked", false);
	for (size_t i = 0; i < all.count; i++) {
		const struct record_correction *one = &all.items[i];

		say_text(w, arena_printf(w->mem, "- %s on %s: %s", one->asked_by, record_day(w, one->asked_on),
					 one->words));
		say_text(w, arena_printf(w->mem, "- %s%s%s", answer_of(one), *one->answer ? ": " : "", one->answer));
	}
	return true;
}

/* --- Copies --- */

bool record_text_of(struct casework *cw, const struct conference *conference, const struct conference_record *record,
		    const struct invitee *invitee, struct arena *mem, const char **out, struct fault *f)
{
	enum letter_copy copy = LETTER_COPY_WHOLE;
	struct record_writing w = {.cw = cw, .mem = mem, .f = f};
	struct record_section_list sections;

	*out = "";
	if (invitee ? !letter_record_sections_of(cw, conference, record->id, invitee, mem, &copy, &sections, f)
		    : !record_sections_of(cw->store, record->id, mem, &sections, f))
		return false;
	if (copy == LETTER_COPY_NONE)
		return fault_set(f, FAULT_REFUSED, "%s gets no copy of this record: %s.", invitee_who(invitee, mem),
				 record_copy_words(copy, invitee) + strlen("none: "));
	say_head(&w, conference, record, invitee, copy);
	for (size_t i = 0; i < sections.count; i++) {
		const struct record_section *one = &sections.items[i];

		if (!*one->text)
			continue;
		say_heading(&w, one->heading, one->is_restricted);
		say_text(&w, one->text);
	}
	if (!invitee && !say_corrections(&w, conference))
		return false;
	*out = w.text ? w.text : "";
	return !arena_exhausted(mem) || fault_set(f, FAULT_MEMORY, "There is not enough memory to show this record.");
}

static bool reader_of(struct casework *cw, const struct conference *c, int64_t id, struct arena *mem,
		      struct invitee *out, struct fault *f)
{
	if (!invitee_by_id(cw->store, id, mem, out, f))
		return false;
	return out->conference_id == c->id ||
	       fault_set(f, FAULT_NOT_FOUND, "This person is not on the list of %s.", c->reference);
}

static bool text_in(struct casework *cw, int64_t conference, int64_t invitee, struct arena *mem, struct conference *c,
		    const char **out, struct fault *f)
{
	struct conference_record record;
	struct invitee reader;

	return record_reach(cw, ACTION_SEE_CASES, conference, mem, c, &record, f) &&
	       (!invitee || reader_of(cw, c, invitee, mem, &reader, f)) &&
	       record_text_of(cw, c, &record, invitee ? &reader : NULL, mem, out, f);
}

bool casework_record_text(struct casework *cw, int64_t conference, int64_t invitee, struct arena *mem, const char **out,
			  struct fault *f)
{
	struct conference c;

	*out = "";
	if (!look_begin(cw, ACTION_SEE_CASES, f))
		return false;
	if (!text_in(cw, conference, invitee, mem, &c, out, f))
		return look_undo(cw);
	if (invitee)
		return look_end(cw, f, "record.read", SUBJECT_CONFERENCE, c.id, c.family_id,
				"%s: copy of invitation %lld", c.reference, (long long)invitee);
	return look_end(cw, f, "record.read", SUBJECT_CONFERENCE, c.id, c.family_id, "%s", c.reference);
}
