/* Filling in the fields and rows of a letter. */
#include "letter_facts_inside.h"

void facts_say(struct facts_work *w, enum letter_field field, const char *text)
{
	w->out->top.fields[field] = text && *text ? text : NULL;
}

void facts_say_yes(struct facts_work *w, enum letter_field field, bool is_so)
{
	facts_say(w, field, is_so ? "yes" : "");
}

void facts_say_day(struct facts_work *w, enum letter_field field, day_number day)
{
	char words[DATE_TEXT_ROOM];

	facts_say(w, field, arena_text(w->mem, date_long(day, words)));
}

void facts_say_clock(struct facts_work *w, enum letter_field field, int minutes)
{
	char words[8];

	facts_say(w, field, arena_text(w->mem, date_clock(minutes, words)));
}

struct letter_row *facts_row(struct facts_work *w, enum letter_list list)
{
	struct letter_row *row = ARENA_PUSH(w->mem, &w->out->lists[list]);

	if (!row)
		fault_set(w->f, FAULT_MEMORY, "There is not enough memory to write this letter.");
	return row;
}
