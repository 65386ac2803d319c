/* Typed words as they may stand in a letter: no sentence of it tells of a home that is kept from somebody. */
#include "letter_facts_inside.h"

#include <string.h>

static const char left_out[] = "(A confidential address is left out here.)";

/* Up to the end of a sentence or a line, with the blanks after it. */
static size_t sentence_bytes(const char *text)
{
	for (size_t i = 0; text[i]; i++) {
		bool ends_line = text[i] == '\n';
		bool ends_sentence = strchr(".!?;", text[i]) && (text[i + 1] == ' ' || text[i + 1] == '\n');

		if (ends_line || ends_sentence)
			return i + 1 + strspn(text + i + 1, " \n");
	}
	return strlen(text);
}

static bool tells(const struct facts_work *w, const char *text)
{
	return kept_home_is_told_by(&w->kept_homes, text, w->mem);
}

/* Nobody's own either: the letter may lie where another reads it, and a waiting one that tells a kept home is held back
 * (letter_hold.h). */
const char *facts_words(const struct facts_work *w, const char *typed)
{
	const char *kept = "";
	bool is_said = false;

	if (!tells(w, typed))
		return typed;
	for (size_t bytes; *typed; typed += bytes) {
		const char *sentence;

		bytes = sentence_bytes(typed);
		sentence = arena_text_n(w->mem, typed, bytes);
		if (!tells(w, sentence))
			kept = arena_printf(w->mem, "%s%s", kept, sentence);
		else if (!is_said)
			kept = arena_printf(w->mem, "%s%s ", kept, left_out);
		is_said = is_said || tells(w, sentence);
	}
	return is_said && !tells(w, kept) ? kept : left_out;
}

const char *facts_place_words(const struct facts_work *w, const char *place)
{
	return tells(w, place) ? KEPT_CONFIDENTIAL : place;
}
