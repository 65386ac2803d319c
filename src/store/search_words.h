/* Words as a full-text index is asked for them. Private to src/store. */
#ifndef STORE_SEARCH_WORDS_H
#define STORE_SEARCH_WORDS_H

#include "base/arena.h"

enum search_how {
	WORDS_BEGIN,    /* each word begins one of the row's: "osun da" becomes "osun"* "da"* */
	WORDS_WHOLE,    /* each word is one of the row's */
	WORDS_INITIALS, /* each word begins with the letter that one of the row's begins with */
};

/* Quoted, so that no word is taken for an operator of the search. NULL: no words. */
const char *search_words(struct arena *mem, const char *words, enum search_how how);
int search_word_count(const char *words);

#endif
