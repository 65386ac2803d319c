/* Row starts of wrapped text, mended from the edit onwards until the old rows fit again. */
#include "wrap_rows.h"

#include "base/text.h"

#include <stdlib.h>
#include <string.h>

static bool make_room(struct wrap_rows *rows, size_t count)
{
	size_t room = rows->room ? rows->room : 64;
	size_t *grown;

	while (room < count)
		room *= 2;
	if (room == rows->room)
		return true;
	grown = realloc(rows->starts, room * sizeof *grown);
	if (!grown)
		return false;
	rows->starts = grown;
	rows->room = room;
	return true;
}

/* The start of the row after the one at `at`; false at the last row. */
static bool next_start(const char *text, int columns, size_t *at)
{
	size_t shown;
	size_t used = text_wrap(text + *at, columns, &shown);

	if (used == 0 || (!text[*at + used] && text[*at + used - 1] != '\n'))
		return false;
	*at += used;
	return true;
}

bool wrap_rows_fit(struct wrap_rows *rows, const char *text, int columns)
{
	size_t at = 0;

	rows->columns = columns > 0 ? columns : 1;
	rows->count = 0;
	do {
		if (!make_room(rows, rows->count + 1))
			return false;
		rows->starts[rows->count++] = at;
	} while (next_start(text, rows->columns, &at));
	return true;
}

/* Puts the `fresh` starts in place of the rows from `first` up to `old`, and moves those behind by the change in
 * length. */
static bool splice(struct wrap_rows *rows, size_t first, size_t old, const size_t *fresh, size_t fresh_count,
		   size_t removed, size_t inserted)
{
	size_t rest = rows->count - old;

	if (!make_room(rows, first + fresh_count + rest))
		return false;
	memmove(rows->starts + first + fresh_count, rows->starts + old, rest * sizeof *rows->starts);
	memcpy(rows->starts + first, fresh, fresh_count * sizeof *fresh);
	rows->count = first + fresh_count + rest;
	for (size_t i = first + fresh_count; i < rows->count; i++)
		rows->starts[i] = rows->starts[i] - removed + inserted;
	return true;
}

bool wrap_rows_edit(struct wrap_rows *rows, const char *text, size_t at, size_t removed, size_t inserted)
{
	enum { FRESH_MOST = 128 };
	size_t fresh[FRESH_MOST], fresh_count = 0;
	size_t first, old, start;

	if (!rows->count)
		return wrap_rows_fit(rows, text, rows->columns);
	first = wrap_rows_at(rows, at);
	first -= first < 2 ? first : 2; /* a shorter word may move up, and a mark may join the row above */
	start = rows->starts[first];
	old = first + 1;
	while (next_start(text, rows->columns, &start)) {
		while (old < rows->count &&
		       (rows->starts[old] < at + removed || rows->starts[old] - removed + inserted < start))
			old++;
		if (old < rows->count && start >= at + inserted && rows->starts[old] - removed + inserted == start)
			return splice(rows, first + 1, old, fresh, fresh_count, removed, inserted) ||
			       wrap_rows_fit(rows, text, rows->columns);
		if (fresh_count == FRESH_MOST)
			return wrap_rows_fit(rows, text, rows->columns); /* a long paste: measuring all is as quick */
		fresh[fresh_count++] = start;
	}
	return splice(rows, first + 1, rows->count, fresh, fresh_count, removed, inserted) ||
	       wrap_rows_fit(rows, text, rows->columns);
}

void wrap_rows_finish(struct wrap_rows *rows)
{
	free(rows->starts);
	*rows = (struct wrap_rows){0};
}

size_t wrap_rows_at(const struct wrap_rows *rows, size_t at)
{
	size_t low = 0, high = rows->count;

	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;

		if (rows->starts[middle] <= at)
			low = middle;
		else
			high = middle;
	}
	return low;
}

size_t wrap_rows_bytes(const struct wrap_rows *rows, const char *text, size_t row)
{
	size_t shown;

	text_wrap(text + rows->starts[row], rows->columns, &shown);
	return shown;
}
