/* Which rows of the case file the rows of one batch have spoken of already. */
#include "seen.h"

#include <stdlib.h>

static size_t slot_of(const struct seen *seen, int64_t id)
{
	size_t at = (size_t)((uint64_t)id * 0x9e3779b97f4a7c15u >> 20) & (seen->room - 1);

	while (seen->slots[at] && seen->slots[at] != id)
		at = (at + 1) & (seen->room - 1);
	return at;
}

bool seen_has(const struct seen *seen, int64_t id)
{
	return seen->room > 0 && seen->slots[slot_of(seen, id)] == id;
}

static bool grow(struct seen *seen)
{
	struct seen larger = {.room = seen->room ? seen->room * 2 : 256};

	larger.slots = calloc(larger.room, sizeof *larger.slots);
	if (!larger.slots)
		return false;
	for (size_t i = 0; i < seen->room; i++)
		if (seen->slots[i])
			larger.slots[slot_of(&larger, seen->slots[i])] = seen->slots[i];
	larger.count = seen->count;
	free(seen->slots);
	*seen = larger;
	return true;
}

bool seen_add(struct seen *seen, int64_t id)
{
	size_t at;

	if (seen->count * 2 >= seen->room && !grow(seen))
		return false;
	at = slot_of(seen, id);
	seen->count += seen->slots[at] == 0;
	seen->slots[at] = id;
	return true;
}

void seen_forget(struct seen *seen)
{
	free(seen->slots);
	*seen = (struct seen){0};
}
