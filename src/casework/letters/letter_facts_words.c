/* Typed words as they may stand in a letter: no sentence of it tells of a home that is kept from somebody, or of a
 * child who is not the reader's. */
#include "letter_facts_inside.h"

#include <ctype.h>
#include <string.h>

static const char home_left_out[] = "(A confidential address is left out here.)";
static const char child_left_out[] = "(What is not for this letter is left out here.)";

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

static bool tells_home(const struct facts_work *w, const char *text)
{
	return kept_home_is_told_by(&w->kept_homes, text, w->mem);
}

/* --- Children who are not the reader's --- */

static bool is_letter(char c)
{
	return isalnum((unsigned char)c) || (c & 0x80);
}

/* As a word of its own, and written as a name is: a child may be called Will, or Grace. */
static bool has_word(const char *text, const char *word, size_t bytes)
{
	for (const char *at = text; bytes && *at; at++)
		if (strncmp(at, word, bytes) == 0 && (at == text || !is_letter(at[-1])) && !is_letter(at[bytes]))
			return true;
	return false;
}

static bool names(const char *text, const struct person *child)
{
	return has_word(text, child->given_names, strcspn(child->given_names, " ")) ||
	       has_word(text, child->known_as, strlen(child->known_as));
}

static bool tells_child(const struct facts_work *w, const char *text)
{
	for (size_t i = 0; i < w->household.count; i++)
		if (!facts_may_know_of(w, &w->household.items[i]) && names(text, &w->household.items[i]))
			return true;
	return false;
}

/* What is put in the place of this sentence; NULL it stands. */
static const char *instead(const struct facts_work *w, const char *sentence)
{
	return tells_home(w, sentence) ? home_left_out : tells_child(w, sentence) ? child_left_out : NULL;
}

/* Nobody's own either: the letter may lie where another reads it, and a waiting one that tells a kept home is held back
 * (letter_hold.h). */
const char *facts_words(const struct facts_work *w, const char *typed)
{
	const char *kept = "", *whole = instead(w, typed), *last = NULL;

	if (!whole)
		return typed;
	for (size_t bytes; *typed; typed += bytes) {
		const char *sentence, *other;

		bytes = sentence_bytes(typed);
		sentence = arena_text_n(w->mem, typed, bytes);
		other = instead(w, sentence);
		if (!other)
			kept = arena_printf(w->mem, "%s%s", kept, sentence);
		else if (!last || strcmp(last, other) != 0)
			kept = arena_printf(w->mem, "%s%s%s", kept, other, sentence[bytes - 1] == '\n' ? "\n" : " ");
		last = other ? other : last;
	}
	return last && !instead(w, kept) ? kept : whole;
}

const char *facts_place_words(const struct facts_work *w, const char *place)
{
	return tells_home(w, place) ? KEPT_CONFIDENTIAL : place;
}
