/* Enumerations with a token for the case file and a label for people: their functions, made from their X-macro table.
 */
#ifndef DOMAIN_WORDS_H
#define DOMAIN_WORDS_H

#include <stdbool.h>

struct word {
	const char *token, *label;
};

/* Finds the row that a person or a file means, by token or by label. */
bool word_find(const struct word *words, int count, const char *text, int *out);

#define WORD(id, token, label, ...) {token, label},
/* type_token, type_label and type_from_token of `enum type`. The table's rows begin with id, token, label. */
#define WORDS_OF(type, table, count)                                                                                   \
	static const struct word type##_words[] = {table(WORD)};                                                       \
	_Static_assert(sizeof type##_words / sizeof *type##_words == (count), "a word for each " #type);               \
	const char *type##_token(enum type value)                                                                      \
	{                                                                                                              \
		return (unsigned)value < (count) ? type##_words[value].token : "";                                     \
	}                                                                                                              \
	const char *type##_label(enum type value)                                                                      \
	{                                                                                                              \
		return (unsigned)value < (count) ? type##_words[value].label : "";                                     \
	}                                                                                                              \
	bool type##_from_token(const char *text, enum type *out)                                                       \
	{                                                                                                              \
		int found;                                                                                             \
                                                                                                                       \
		if (!word_find(type##_words, (count), text, &found))                                                   \
			return false;                                                                                  \
		*out = (enum type)found;                                                                               \
		return true;                                                                                           \
	}

#endif
