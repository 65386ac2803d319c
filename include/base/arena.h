/* Memory that is freed together: everything a loaded screen or one command needs. */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stdbool.h>
#include <stddef.h>

struct arena_block;

/* Start with `struct arena mem = {0};`, end with arena_finish. Running out is sticky: every later request
 * returns NULL and arena_exhausted stays true until the reset, so one check at the end of a load is enough. */
struct arena {
	struct arena_block *blocks;
	bool exhausted;
};

void arena_reset(struct arena *mem);  /* forget everything, keep one block for reuse */
void arena_finish(struct arena *mem); /* give everything back; the arena is empty and usable again */
bool arena_exhausted(const struct arena *mem);

/* Zeroed, aligned for anything. NULL when memory has run out. */
void *arena_alloc(struct arena *mem, size_t size);

/* A copy of a text (NULL gives ""). On exhaustion returns "" so that callers need not check each copy. */
char *arena_text(struct arena *mem, const char *text);
char *arena_text_n(struct arena *mem, const char *text, size_t bytes);
__attribute__((format(printf, 2, 3))) char *arena_printf(struct arena *mem, const char *format, ...);
/* "a, b" of "a", ", " and "b": an empty part brings nothing between. `so_far` itself where there is no more. */
const char *arena_joined(struct arena *mem, const char *so_far, const char *between, const char *more);

/* Grows a `{items, count, room}` list by one zeroed item and returns it, or NULL. */
void *arena_push(struct arena *mem, void **items, size_t *count, size_t *room, size_t item_size);

/* ARENA_PUSH(&mem, &list) for a list struct whose members are named items, count and room. */
#define ARENA_PUSH(mem, list)                                                                                          \
	((__typeof__((list)->items))arena_push((mem), (void **)&(list)->items, &(list)->count, &(list)->room,          \
					       sizeof *(list)->items))

#endif
