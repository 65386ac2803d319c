/* The first pages of a bundle: what is in it and where, and what is not and why. */
#include "bundle.h"
#include "letter_facts.h"
#include "letter_queue.h"
#include "report_reach.h"
#include "report_reader.h"

#include <string.h>

#define MOST_TRIES 4 /* the contents may need another page once the numbers in it are known */

static const char *after(const char *how, const char *begins)
{
	size_t bytes = strlen(begins);

	return strncmp(how, begins, bytes) == 0 ? how + bytes : how;
}

static bool too_much(struct fault *f)
{
	return fault_set(f, FAULT_MEMORY, "There is not enough memory to make the bundle.");
}

static bool say_held(struct letter_facts *facts, const struct bundle_piece *piece, int first, struct arena *mem,
		     struct fault *f)
{
	struct letter_row *row = ARENA_PUSH(mem, &facts->lists[LETTER_LIST_REPORTS]);
	char day[DATE_TEXT_ROOM];

	if (!row)
		return too_much(f);
	row->fields[LETTER_FIELD_REPORT_AGENCY] = report_owed_by(piece->report);
	row->fields[LETTER_FIELD_REPORT_FROM] = *piece->report->shown_agency ? piece->report->shown_name : "";
	row->fields[LETTER_FIELD_REPORT_RECEIVED] = arena_text(mem, date_medium(piece->report->received_on, day));
	if (piece->part.is_merged)
		row->fields[LETTER_FIELD_REPORT_PAGE] = arena_printf(mem, "%d", first);
	else
		row->fields[LETTER_FIELD_REPORT_NOTE] = after(piece->part.how, "put beside: ");
	return true;
}

static const char *why_not_in(const struct bundle_piece *piece)
{
	if (piece->part.is_missing)
		return after(piece->part.how, "missing: ");
	if (piece->report->handling == HANDLING_CHAIR_ONLY)
		return "for the chair only";
	if (piece->report->handling == HANDLING_READ_OUT)
		return "read out at the conference";
	return piece->report->is_verbal ? "said only, nothing in writing" : "no file of it is here";
}

static bool say_missing(struct letter_facts *facts, const struct bundle_piece *piece, struct arena *mem,
			struct fault *f)
{
	struct letter_row *row = ARENA_PUSH(mem, &facts->lists[LETTER_LIST_MISSING]);

	if (!row)
		return too_much(f);
	row->fields[LETTER_FIELD_MISSING_AGENCY] = report_owed_by(piece->report);
	row->fields[LETTER_FIELD_MISSING_WHY] = why_not_in(piece);
	return true;
}

/* A member of the family reads of the reports they get and of no others. */
static bool say_pieces(const struct bundle_set *set, struct letter_facts *facts, struct arena *mem, struct fault *f)
{
	int first = set->contents_pages + 1;

	facts->lists[LETTER_LIST_REPORTS].count = facts->lists[LETTER_LIST_MISSING].count = 0;
	for (size_t i = 0; i < set->pieces.count; i++) {
		const struct bundle_piece *piece = &set->pieces.items[i];
		bool is_held = piece->part.is_merged || piece->part.is_beside;

		if (is_held && !say_held(facts, piece, first, mem, f))
			return false;
		if (!is_held && !set->person_id && !say_missing(facts, piece, mem, f))
			return false;
		first += piece->part.pages;
	}
	return true;
}

static int merged_pages(const struct bundle_set *set)
{
	int pages = 0;

	for (size_t i = 0; i < set->pieces.count; i++)
		pages += set->pieces.items[i].part.is_merged ? set->pieces.items[i].part.pages : 0;
	return pages;
}

static bool write_contents(struct casework *cw, struct bundle_set *set, struct letter_facts *facts, struct arena *mem,
			   int *pages, struct fault *f)
{
	struct document document;
	const struct document *const one[] = {&document};

	if (!say_pieces(set, facts, mem, f) ||
	    !letter_write(cw, set->person_id ? LETTER_BUNDLE_FAMILY : LETTER_BUNDLE_CONTENTS, facts, mem, &document, f))
		return false;
	document.pages_of_whole = set->contents_pages + merged_pages(set);
	set->contents_text = document_text(&document, 78, mem);
	return press_pdf(one, 1, mem, &set->contents, pages, f);
}

static void number_pages(struct bundle_set *set, struct arena *mem)
{
	int first = set->contents_pages + 1;

	for (size_t i = 0; i < set->pieces.count; i++) {
		struct bundle_part *part = &set->pieces.items[i].part;

		if (!part->is_merged)
			continue;
		part->how = part->pages == 1
				    ? arena_printf(mem, "merged, page %d", first)
				    : arena_printf(mem, "merged, pages %d to %d", first, first + part->pages - 1);
		first += part->pages;
	}
	set->pages = first - 1;
}

bool bundle_lay(struct casework *cw, struct bundle_set *set, struct arena *mem, struct fault *f)
{
	struct invitee reader = set->person_id ? set->reader : reader_professional(set->conference.id);
	struct letter_facts facts;
	int pages = 1;

	if (!letter_facts_of(cw, &set->conference, &reader, mem, &facts, f))
		return false;
	facts.top.fields[LETTER_FIELD_BUNDLE_MADE] = work_moment_words(cw, work_now(cw), mem);
	for (int i = 0; i < MOST_TRIES && pages != set->contents_pages; i++) {
		set->contents_pages = pages;
		if (!write_contents(cw, set, &facts, mem, &pages, f))
			return false;
	}
	set->contents_pages = pages;
	number_pages(set, mem);
	return !arena_exhausted(mem) || too_much(f);
}
