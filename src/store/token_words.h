/* The words of an enumeration as a column keeps them. Private to src/store. */
#ifndef STORE_TOKEN_WORDS_H
#define STORE_TOKEN_WORDS_H

#include "store/store.h"

/* TOKEN_WORDS(kinds, resource_kind, RESOURCE_KIND_COUNT) is `kinds`: what resource_kind_token() says of each. */
#define TOKEN_WORDS(name, type, many)                                                                                  \
	static const char *name##_word(int value)                                                                      \
	{                                                                                                              \
		return type##_token((enum type)value);                                                                 \
	}                                                                                                              \
	static const struct token_words name = {name##_word, (many)};
#define TOKENS(type, many) TOKEN_WORDS(type##_tokens, type, many)

#endif
