/* A text that grows at its end, in an arena. */
#ifndef LETTER_GROWING_H
#define LETTER_GROWING_H

#include "base/arena.h"

/* Zeroed at the start. Running out of memory is the arena's to remember: the text then stays as it was. */
struct growing {
	char *items;
	size_t count, room;
};

void growing_add(struct growing *text, struct arena *mem, const char *more);
void growing_add_n(struct growing *text, struct arena *mem, const char *more, size_t bytes);
void growing_repeat(struct growing *text, struct arena *mem, char letter, int times);

/* The text with its NUL; "" when nothing was added. It may grow on. */
char *growing_text(struct growing *text, struct arena *mem);

#endif
