/* What stood in each row of a list, so that a row which another person changed is marked. */
#include "list_private.h"

#include <stdlib.h>

enum { SEEN_MOST = 2000 }; /* of a longer list no row is marked: nobody reads that many */

struct list_seen {
	int64_t identity;
	uint64_t digest;
	bool is_marked;
};

/* FNV-1a over the words of every column. */
static uint64_t digest_of(const struct list *l, size_t row)
{
	uint64_t digest = 0xcbf29ce484222325u;

	for (int i = 0; i < l->column_count; i++) {
		char text[CELL_ROOM] = "";

		l->source.cell(l->source.rows, row, i, text, sizeof text);
		for (const char *at = text; *at; at++)
			digest = (digest ^ (unsigned char)*at) * 0x100000001b3u;
		digest = (digest ^ 0xff) * 0x100000001b3u;
	}
	return digest;
}

static int by_identity(const void *a, const void *b)
{
	const struct list_seen *x = a, *y = b;

	return (x->identity > y->identity) - (x->identity < y->identity);
}

static struct list_seen *find(struct list_seen *seen, size_t count, int64_t identity)
{
	const struct list_seen wanted = {.identity = identity};

	return count ? bsearch(&wanted, seen, count, sizeof *seen, by_identity) : NULL;
}

/* Rows that share an identity count as one, which changes with each of them. */
static size_t fold(struct list_seen *seen, size_t count)
{
	size_t kept = 0;

	qsort(seen, count, sizeof *seen, by_identity);
	for (size_t i = 0; i < count; i++) {
		if (kept && seen[kept - 1].identity == seen[i].identity)
			seen[kept - 1].digest += seen[i].digest;
		else
			seen[kept++] = seen[i];
	}
	return kept;
}

static bool is_marked_now(const struct list *l, const struct list_seen *now)
{
	const struct list_seen *before = find(l->seen, l->seen_count, now->identity);

	if (before && before->digest == now->digest)
		return before->is_marked && l->reading != LIST_AFRESH;
	return l->reading == LIST_FOR_OTHERS;
}

void list_see(struct list *l, struct arena *mem)
{
	size_t rows = l->source.count <= SEEN_MOST ? l->source.count : 0, count = 0;
	struct list_seen *seen = rows ? arena_alloc(mem, rows * sizeof *seen) : NULL;
	bool is_first = !l->seen;

	for (size_t row = 0; seen && row < rows; row++)
		if (!l->source.is_heading || !l->source.is_heading(l->source.rows, row))
			seen[count++] = (struct list_seen){.identity = l->source.identity(l->source.rows, row),
							   .digest = digest_of(l, row)};
	count = seen ? fold(seen, count) : 0;
	for (size_t i = 0; i < count && !is_first; i++)
		seen[i].is_marked = is_marked_now(l, &seen[i]);
	l->seen = seen;
	l->seen_count = count;
}

bool list_is_marked(const struct list *l, size_t shown)
{
	const struct list_seen *seen;

	if (!l->seen_count || list_is_heading(l, shown))
		return false;
	seen = find(l->seen, l->seen_count, l->source.identity(l->source.rows, l->shown[shown]));
	return seen && seen->is_marked;
}
