/* The record as one reader gets it, paragraph by paragraph: whole, or without what is not for them. */
#include "letter_facts_inside.h"

#include "store/live_store.h"
#include "store/record_store.h"

#include <string.h>

/* --- Who gets how much --- */

/* What holds for everybody, also for somebody who was there for a part only. */
static bool is_outcome(const char *key)
{
	static const char *const keys[] = {"about", "purpose", "decided", "recommendations", "plan", "rights"};

	size_t bytes = strcspn(key, "."); /* of one child: "decided.12" */

	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
		if (strlen(keys[i]) == bytes && strncmp(key, keys[i], bytes) == 0)
			return true;
	return false;
}

/* A section of one child is for who may read of that child, one of all of them for who may read of each. */
static bool is_of_readers(const struct facts_work *w, const struct record_section *section)
{
	struct person child = {.id = section->person_id};

	if (w->told.restricted || section->is_of_no_child)
		return true;
	/* Who reads of every child the conference was about may not read of a brother or sister of theirs. */
	if (w->knows_all_children)
		return !child.id || facts_may_read_of(w, child.id);
	return child.id && facts_may_know_of(w, &child);
}

static bool copy_has(enum letter_copy copy, const char *key, bool is_restricted)
{
	switch (copy) {
	case LETTER_COPY_WHOLE: return true;
	case LETTER_COPY_FAMILY: return !is_restricted;
	case LETTER_COPY_OWN_PART: return !is_restricted && is_outcome(key);
	default: return false;
	}
}

/* Was asked to stay away from a part, or came to one sitting of several. */
static bool was_there_for_a_part(const struct facts_work *w)
{
	return w->reader->exclusion == EXCLUSION_PART || (w->principal && w->principal->exclusion == EXCLUSION_PART) ||
	       (w->sitting && w->sittings.count > 1);
}

enum letter_copy facts_copy(const struct facts_work *w)
{
	if (!w->told.record || w->is_kept_away)
		return LETTER_COPY_NONE;
	if (w->told.restricted)
		return LETTER_COPY_WHOLE;
	return was_there_for_a_part(w) ? LETTER_COPY_OWN_PART : LETTER_COPY_FAMILY;
}

/* --- Its words --- */

static bool say_line(struct facts_work *w, const char *heading, const char *line)
{
	struct letter_row *row = facts_row(w, LETTER_LIST_SECTIONS);
	bool is_item = strncmp(line, "- ", 2) == 0;

	if (!row)
		return false;
	row->fields[LETTER_FIELD_SECTION_HEADING] = heading;
	row->fields[is_item ? LETTER_FIELD_SECTION_ITEM : LETTER_FIELD_SECTION_WORDS] = is_item ? line + 2 : line;
	return true;
}

/* A line is a paragraph: the editor breaks none by itself. */
static bool say_section(struct facts_work *w, const struct record_section *section)
{
	const char *heading = section->is_restricted
				      ? arena_printf(w->mem, "%s (for professionals only)", section->heading)
				      : section->heading;

	for (const char *text = section->text; *text;) {
		size_t bytes = strcspn(text, "\n");
		const char *line = arena_text_n(w->mem, text, bytes);

		if (line[strspn(line, " ")] != '\0') {
			if (!say_line(w, heading, line + strspn(line, " ")))
				return false;
			heading = "";
		}
		text += bytes + (text[bytes] == '\n');
	}
	return true;
}

static void say_standing(struct facts_work *w, const struct conference_record *record, enum letter_copy copy)
{
	facts_say_day(w, LETTER_FIELD_RECORD_APPROVED, record->approved_on);
	if (record->edition > 1)
		facts_say(w, LETTER_FIELD_RECORD_EDITION, arena_printf(w->mem, "%d", record->edition));
	facts_say_yes(w, LETTER_FIELD_RECORD_WHOLE, copy == LETTER_COPY_WHOLE);
	facts_say_yes(w, LETTER_FIELD_RECORD_OWN_PART, copy == LETTER_COPY_OWN_PART);
}

/* When and where the core group meets is for those who will be there, and for colleagues. */
static bool tells_of_core_group(const char *key)
{
	return strcmp(key, "core_group") == 0 || strcmp(key, "dates") == 0;
}

/* Those of a record that stand in the reader's copy, with the words they may read. */
static bool read_sections(struct facts_work *w, enum letter_copy copy, int64_t record, struct record_section_list *out)
{
	struct record_section_list all;
	bool meets_core;

	*out = (struct record_section_list){0};
	if (!record_sections_of(w->cw->store, record, w->mem, &all, w->f) || !facts_meets_core_group(w, &meets_core))
		return false;
	for (size_t i = 0; i < all.count; i++) {
		const struct record_section *one = &all.items[i];
		struct record_section *shown;

		if (!copy_has(copy, one->key, one->is_restricted) || !is_of_readers(w, one) ||
		    (!meets_core && tells_of_core_group(one->key)))
			continue;
		shown = ARENA_PUSH(w->mem, out);
		if (!shown)
			return fault_set(w->f, FAULT_MEMORY, "There is not enough memory to write this record.");
		*shown = *one;
		shown->text = facts_words(w, one->text);
		shown->heading = facts_words(w, one->heading);
	}
	return true;
}

bool facts_of_record(struct facts_work *w)
{
	enum letter_copy copy = facts_copy(w);
	struct record_section_list sections;
	struct conference_record record;

	if (copy == LETTER_COPY_NONE)
		return true;
	if (!conference_record_of(w->cw->store, w->conference->id, w->mem, &record, w->f))
		return false;
	if (!record.id)
		return true;
	say_standing(w, &record, copy);
	if (!read_sections(w, copy, record.id, &sections))
		return false;
	for (size_t i = 0; i < sections.count; i++)
		if (!say_section(w, &sections.items[i]))
			return false;
	return true;
}

bool facts_record_sections(struct facts_work *w, int64_t record, enum letter_copy *copy,
			   struct record_section_list *out)
{
	*copy = facts_copy(w);
	*out = (struct record_section_list){0};
	return *copy == LETTER_COPY_NONE || read_sections(w, *copy, record, out);
}
