/* Folds a text piece by piece, remembering where each folded byte came from, and looks for a folded word in it. */
#include "edit_find.h"

#include "base/text.h"

#include <stdlib.h>
#include <string.h>

struct folding {
	char *bytes;
	size_t *origins;
	size_t length, room;
};

static bool push(struct folding *to, char byte, size_t origin)
{
	if (to->length == to->room) {
		size_t room = to->room ? to->room * 2 : 4096;
		char *bytes = realloc(to->bytes, room);
		size_t *origins;

		if (bytes)
			to->bytes = bytes;
		origins = bytes ? realloc(to->origins, room * sizeof *origins) : NULL;
		if (!origins)
			return false;
		to->origins = origins;
		to->room = room;
	}
	to->bytes[to->length] = byte;
	to->origins[to->length++] = origin;
	return true;
}

/* Blanks come out once, however many there were. */
static bool push_folded(struct folding *to, const char *folded, size_t bytes, size_t origin)
{
	for (size_t i = 0; i < bytes; i++) {
		if (folded[i] == ' ' && to->length && to->bytes[to->length - 1] == ' ')
			continue;
		if (!push(to, folded[i], origin))
			return false;
	}
	return true;
}

static bool is_plain(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/* One cluster. Between two letters text_fold shows whether it is a blank, nothing, or letters of its own. */
static bool fold_cluster(struct folding *to, const char *cluster, size_t bytes, size_t origin, struct arena *mem)
{
	char between[96];
	const char *folded;

	if (bytes == 1 && is_plain(*cluster)) {
		char c = *cluster >= 'A' && *cluster <= 'Z' ? (char)(*cluster + 'a' - 'A') : *cluster;

		return push(to, c, origin);
	}
	if (bytes > sizeof between - 3)
		bytes = sizeof between - 3;
	between[0] = 'x';
	memcpy(between + 1, cluster, bytes);
	memcpy(between + 1 + bytes, "x", 2);
	arena_reset(mem);
	folded = text_fold(mem, between);
	return strlen(folded) < 2 || push_folded(to, folded + 1, strlen(folded) - 2, origin);
}

bool find_folded(const char *text, size_t from, const char *folded, size_t *at)
{
	struct folding all = {0};
	struct arena mem = {0};
	const char *found = NULL;
	bool whole = true;

	if (!folded[0])
		return false;
	for (size_t n, i = from; whole && (n = text_cluster(text + i)) > 0; i += n)
		whole = fold_cluster(&all, text + i, n, i, &mem);
	if (all.length)
		found = memmem(all.bytes, all.length, folded, strlen(folded));
	if (found)
		*at = all.origins[found - all.bytes];
	free(all.bytes);
	free(all.origins);
	arena_finish(&mem);
	return found != NULL;
}
