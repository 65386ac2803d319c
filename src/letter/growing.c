/* A text that grows at its end, in an arena. */
#include "growing.h"

#include <string.h>

static bool make_room(struct growing *text, struct arena *mem, size_t more)
{
	size_t room = text->room ? text->room : 128;
	char *grown;

	if (text->room - text->count > more)
		return true;
	while (room - text->count <= more)
		room *= 2;
	grown = arena_alloc(mem, room);
	if (!grown)
		return false;
	if (text->count)
		memcpy(grown, text->items, text->count);
	text->items = grown;
	text->room = room;
	return true;
}

void growing_add_n(struct growing *text, struct arena *mem, const char *more, size_t bytes)
{
	if (!make_room(text, mem, bytes))
		return;
	memcpy(text->items + text->count, more, bytes);
	text->count += bytes;
}

void growing_add(struct growing *text, struct arena *mem, const char *more)
{
	growing_add_n(text, mem, more, strlen(more));
}

void growing_repeat(struct growing *text, struct arena *mem, char letter, int times)
{
	if (times <= 0 || !make_room(text, mem, (size_t)times))
		return;
	memset(text->items + text->count, letter, (size_t)times);
	text->count += (size_t)times;
}

char *growing_text(struct growing *text, struct arena *mem)
{
	if (!make_room(text, mem, 0))
		return arena_text(mem, "");
	text->items[text->count] = '\0';
	return text->items;
}
