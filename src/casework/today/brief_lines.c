/* A line of a brief, said under its heading. */
#include "brief_lines.h"

#include "base/text.h"

void brief_say(struct brief_work *w, unsigned how, const char *text)
{
	struct brief_line *line = *text ? ARENA_PUSH(w->mem, w->out) : NULL;

	if (line)
		*line = (struct brief_line){.heading = w->heading,
					    .text = text,
					    .is_worry = how & BRIEF_WORRY,
					    .is_restricted = how & BRIEF_RESTRICTED};
}

void brief_lead(struct brief_work *w, unsigned how, const char *lead, const char *text)
{
	if (*text)
		brief_say(w, how, arena_printf(w->mem, "%s: %s", lead, text));
}

const char *brief_in_one_line(struct arena *mem, const char *text)
{
	char *words = arena_text(mem, text);

	for (char *at = words; at && *at; at++)
		if (*at == '\n')
			*at = ' ';
	words = words ? text_tidy(mem, words, false) : NULL;
	return words ? words : "";
}

const char *brief_listed(const char *so_far, const char *between, const char *more, struct arena *mem)
{
	return !*more ? so_far : !*so_far ? more : arena_printf(mem, "%s%s%s", so_far, between, more);
}

void brief_review_notes(struct brief_work *w, unsigned how, enum review_note_kind kind)
{
	for (size_t i = 0; i < w->review_notes.count; i++)
		if (w->review_notes.items[i].kind == kind)
			brief_say(w, how, w->review_notes.items[i].text);
}
