/* A letter's facts as one text, for looking through. */
#include "letter/facts.h"

#include "growing.h"

/* Values as they were given: what is looked for must be found, however it would be shown. */
static void add_row(struct growing *text, const char *where, const struct letter_row *row, struct arena *mem)
{
	for (int field = 0; field < LETTER_FIELD_COUNT; field++) {
		if (!row->fields[field] || !*row->fields[field])
			continue;
		growing_add(text, mem, where);
		growing_add(text, mem, letter_field_name((enum letter_field)field));
		growing_add(text, mem, ": ");
		growing_add(text, mem, row->fields[field]);
		growing_add(text, mem, "\n");
	}
}

char *letter_facts_text(const struct letter_facts *facts, struct arena *mem)
{
	struct growing text = {0};

	add_row(&text, "", &facts->top, mem);
	for (int list = 0; list < LETTER_LIST_COUNT; list++)
		for (size_t i = 0; i < facts->lists[list].count; i++)
			add_row(&text, arena_printf(mem, "%s %zu, ", letter_list_name((enum letter_list)list), i + 1),
				&facts->lists[list].items[i], mem);
	return growing_text(&text, mem);
}
