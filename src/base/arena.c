/* Memory that is freed together. */
#include "base/arena.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct arena_block {
	struct arena_block *next;
	size_t used, room;
	_Alignas(max_align_t) unsigned char bytes[];
};

static const size_t block_room = 16 * 1024;
static char nothing[1];

void arena_reset(struct arena *mem)
{
	struct arena_block *keep = NULL;

	for (struct arena_block *block = mem->blocks, *next; block; block = next) {
		next = block->next;
		if (!keep && block->room == block_room)
			keep = block;
		else
			free(block);
	}
	if (keep) {
		keep->used = 0;
		keep->next = NULL;
	}
	mem->blocks = keep;
	mem->exhausted = false;
}

void arena_finish(struct arena *mem)
{
	arena_reset(mem);
	free(mem->blocks);
	mem->blocks = NULL;
}

bool arena_exhausted(const struct arena *mem)
{
	return mem->exhausted;
}

static struct arena_block *block_with_room(struct arena *mem, size_t size)
{
	struct arena_block *block = mem->blocks;
	size_t room = size > block_room ? size : block_room;

	if (block && block->room - block->used >= size)
		return block;
	block = malloc(sizeof *block + room);
	if (!block)
		return NULL;
	block->used = 0;
	block->room = room;
	/* What is larger than a block has one of its own, behind the one that is being filled. */
	if (room > block_room && mem->blocks) {
		block->next = mem->blocks->next;
		mem->blocks->next = block;
	} else {
		block->next = mem->blocks;
		mem->blocks = block;
	}
	return block;
}

void *arena_alloc(struct arena *mem, size_t size)
{
	const size_t align = _Alignof(max_align_t);
	struct arena_block *block;
	void *given;

	if (mem->exhausted || size > SIZE_MAX / 2) {
		mem->exhausted = true;
		return NULL;
	}
	size = (size + align - 1) / align * align;
	block = block_with_room(mem, size);
	if (!block) {
		mem->exhausted = true;
		return NULL;
	}
	given = block->bytes + block->used;
	block->used += size;
	return memset(given, 0, size);
}

char *arena_text_n(struct arena *mem, const char *text, size_t bytes)
{
	char *copy = arena_alloc(mem, bytes + 1);

	if (!copy)
		return nothing;
	memcpy(copy, text, bytes);
	return copy;
}

char *arena_text(struct arena *mem, const char *text)
{
	return text ? arena_text_n(mem, text, strlen(text)) : nothing;
}

char *arena_printf(struct arena *mem, const char *format, ...)
{
	va_list args;
	int bytes;
	char *out;

	va_start(args, format);
	bytes = vsnprintf(NULL, 0, format, args);
	va_end(args);
	out = bytes < 0 ? NULL : arena_alloc(mem, (size_t)bytes + 1);
	if (!out)
		return nothing;
	va_start(args, format);
	vsnprintf(out, (size_t)bytes + 1, format, args);
	va_end(args);
	return out;
}

const char *arena_joined(struct arena *mem, const char *so_far, const char *between, const char *more)
{
	return *more ? arena_printf(mem, "%s%s%s", so_far, *so_far ? between : "", more) : so_far;
}

void *arena_push(struct arena *mem, void **items, size_t *count, size_t *room, size_t item_size)
{
	if (*count == *room) {
		size_t more = *room ? *room * 2 : 8;
		void *grown = arena_alloc(mem, more > SIZE_MAX / item_size ? SIZE_MAX : more * item_size);

		if (!grown)
			return NULL;
		if (*count)
			memcpy(grown, *items, *count * item_size);
		*items = grown;
		*room = more;
	}
	return (char *)*items + (*count)++ * item_size;
}
