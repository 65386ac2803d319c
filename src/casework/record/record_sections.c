/* Writing in a record: one section by its version, and sections of one's own. */
#include "record_writing.h"

#include "base/text.h"
#include "record_keeping.h"
#include "store/conference_store.h"
#include "words_tidy.h"

#include <stdlib.h>
#include <string.h>

/* The section as it is kept, about to be changed by who read the version of `written`. */
static bool take_up(struct casework *cw, struct record_section *kept, const struct record_section *written,
		    int64_t record, struct arena *mem, struct fault *f)
{
	struct record_section_list all;

	if (!record_sections_of(cw->store, record, mem, &all, f))
		return false;
	for (size_t i = 0; i < all.count; i++)
		if (all.items[i].id == written->id) {
			*kept = all.items[i];
			kept->version = written->version;
			kept->by_user = casework_user_name(cw);
			kept->at = work_now(cw);
			return true;
		}
	return fault_set(f, FAULT_CONFLICT,
			 "This section is not in the record any more: it was drafted again meanwhile. Open the record "
			 "again and put what you wrote where it belongs.");
}

/* What a form sends back of a section is its text alone: heading, place and readers stay what they are. */
static bool take_text(struct casework *cw, struct record_section *kept, const struct record_section *written,
		      int64_t record, struct arena *mem, struct fault *f)
{
	if (!take_up(cw, kept, written, record, mem, f))
		return false;
	kept->text = written->text;
	return true;
}

static bool section_in(struct casework *cw, int64_t conference, const struct record_section *written,
		       struct record_section *kept, struct arena *mem, struct conference *c, struct fault *f)
{
	struct record_section typed = *written;
	struct conference_record record;

	return words_tidy(&typed.text, "text", true, mem, f) &&
	       record_reach(cw, ACTION_WRITE_RECORD, conference, mem, c, &record, f) &&
	       record_may_be_written(cw, c, &record, mem, f) && take_text(cw, kept, &typed, record.id, mem, f) &&
	       record_section_keep(cw->store, kept, f);
}

bool casework_record_section(struct casework *cw, int64_t conference, struct record_section *section, struct fault *f)
{
	struct arena mem = {0};
	struct record_section kept;
	struct conference c;
	bool ok;

	if (!work_begin(cw, ACTION_WRITE_RECORD, f))
		return false;
	ok = section_in(cw, conference, section, &kept, &mem, &c, f);
	ok = ok ? work_end(cw, f, "record.section", SUBJECT_CONFERENCE, c.id, c.family_id, "%s: %s", c.reference,
			   kept.key)
		: work_undo(cw);
	if (ok) {
		section->version = kept.version;
		section->at = kept.at;
	}
	arena_finish(&mem);
	return ok;
}

/* --- One's own --- */

#define OWN "own."

bool record_section_is_own(const struct record_section *section)
{
	return strncmp(section->key, OWN, strlen(OWN)) == 0;
}

static int own_position(int number, bool is_restricted)
{
	return RECORD_OWN_FROM + number + (is_restricted ? RECORD_RESTRICTED_FROM : 0);
}

static int own_number(const struct record_section_list *all)
{
	int number = 1;

	for (size_t i = 0; i < all->count; i++)
		number += record_section_is_own(&all->items[i]);
	return number;
}

static bool has_heading(const struct record_section_list *all, const char *heading, struct arena *mem)
{
	const char *folded = text_fold(mem, heading);

	for (size_t i = 0; i < all->count; i++)
		if (strcmp(text_fold(mem, all->items[i].heading), folded) == 0)
			return true;
	return false;
}

static bool is_of_conference(struct casework *cw, int64_t conference, int64_t child, struct arena *mem, struct fault *f)
{
	struct person_list children;

	if (!child)
		return true;
	if (!conference_children(cw->store, conference, mem, &children, f))
		return false;
	for (size_t i = 0; i < children.count; i++)
		if (children.items[i].id == child)
			return true;
	return fault_set(f, FAULT_CONFLICT,
			 "This child is not one of the conference any more: open the record again, then add the "
			 "section.");
}

static bool add_in(struct casework *cw, int64_t conference, struct record_section *section, struct arena *mem,
		   struct conference *c, struct fault *f)
{
	struct conference_record record;
	struct record_section_list all;
	int number;

	if (!words_tidy(&section->heading, "heading", false, mem, f) ||
	    !record_reach(cw, ACTION_WRITE_RECORD, conference, mem, c, &record, f) ||
	    !record_may_be_written(cw, c, &record, mem, f) || !record_sections_of(cw->store, record.id, mem, &all, f))
		return false;
	if (!*section->heading)
		return fault_field(f, "heading", "Say what the section is called.");
	if (has_heading(&all, section->heading, mem))
		return fault_field(f, "heading", "The record has a section \"%s\" already: write in that one.",
				   section->heading);
	if (!is_of_conference(cw, conference, section->person_id, mem, f))
		return false;
	number = own_number(&all);
	section->record_id = record.id;
	section->key = arena_printf(mem, OWN "%d", number);
	section->position = own_position(number, section->is_restricted);
	section->by_user = casework_user_name(cw);
	section->at = work_now(cw);
	return record_section_keep(cw->store, section, f);
}

bool casework_record_section_add(struct casework *cw, int64_t conference, const struct record_section *added,
				 struct fault *f)
{
	struct arena mem = {0};
	struct record_section section = {.heading = added->heading,
					 .text = "",
					 .is_restricted = added->is_restricted,
					 .person_id = added->person_id,
					 .is_of_no_child = added->is_of_no_child && !added->person_id};
	struct conference c;
	bool ok;

	if (!work_begin(cw, ACTION_WRITE_RECORD, f))
		return false;
	ok = add_in(cw, conference, &section, &mem, &c, f);
	ok = ok ? work_end(cw, f, "record.section_add", SUBJECT_CONFERENCE, c.id, c.family_id, "%s: %s%s", c.reference,
			   section.key, section.is_restricted ? ", professionals only" : "")
		: work_undo(cw);
	arena_finish(&mem);
	return ok;
}

static bool readers_in(struct casework *cw, int64_t conference, const struct record_section *said,
		       struct record_section *kept, struct arena *mem, struct conference *c, struct fault *f)
{
	struct conference_record record;

	if (!record_reach(cw, ACTION_WRITE_RECORD, conference, mem, c, &record, f) ||
	    !record_may_be_written(cw, c, &record, mem, f) || !take_up(cw, kept, said, record.id, mem, f))
		return false;
	if (!record_section_is_own(kept))
		return fault_set(f, FAULT_REFUSED,
				 "Who reads \"%s\" follows from what it is about: only of a section of one's own is it "
				 "said.",
				 kept->heading);
	if (!is_of_conference(cw, conference, said->person_id, mem, f))
		return false;
	kept->is_restricted = said->is_restricted;
	kept->person_id = said->is_restricted ? 0 : said->person_id;
	kept->is_of_no_child = said->is_of_no_child && !said->is_restricted && !said->person_id;
	kept->position = own_position((int)strtol(kept->key + strlen(OWN), NULL, 10), kept->is_restricted);
	return record_section_keep(cw->store, kept, f);
}

bool casework_record_section_readers(struct casework *cw, int64_t conference, const struct record_section *section,
				     struct fault *f)
{
	struct arena mem = {0};
	struct record_section kept;
	struct conference c;
	bool ok;

	if (!work_begin(cw, ACTION_WRITE_RECORD, f))
		return false;
	ok = readers_in(cw, conference, section, &kept, &mem, &c, f);
	ok = ok ? work_end(cw, f, "record.section_readers", SUBJECT_CONFERENCE, c.id, c.family_id, "%s: %s%s",
			   c.reference, kept.key,
			   kept.is_restricted    ? ", professionals only"
			   : kept.person_id      ? ", of one child"
			   : kept.is_of_no_child ? ", of no child"
						 : ", of all")
		: work_undo(cw);
	arena_finish(&mem);
	return ok;
}
