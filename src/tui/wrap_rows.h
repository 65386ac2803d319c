/* Where each screen row of a long text starts, kept so that one typed letter wraps one paragraph and not forty pages.
 */
#ifndef TUI_WRAP_ROWS_H
#define TUI_WRAP_ROWS_H

#include <stdbool.h>
#include <stddef.h>

/* Start with {0}, end with wrap_rows_finish. starts[0] is 0 once fitted; a text that ends in a line break has an empty
 * last row. */
struct wrap_rows {
	size_t *starts;
	size_t count, room;
	int columns; /* 0: nothing fitted yet */
};

/* False when memory ran out: the last row then holds the rest of the text. Once a fit has succeeded count is never 0.
 */
bool wrap_rows_fit(struct wrap_rows *rows, const char *text, int columns);
/* `text` is the text after `removed` bytes at `at` were replaced by `inserted` bytes. */
bool wrap_rows_edit(struct wrap_rows *rows, const char *text, size_t at, size_t removed, size_t inserted);
void wrap_rows_finish(struct wrap_rows *rows);

size_t wrap_rows_at(const struct wrap_rows *rows, size_t at); /* the row that shows this byte */
/* The bytes of a row that are drawn: without the blank or line break it ends with. */
size_t wrap_rows_bytes(const struct wrap_rows *rows, const char *text, size_t row);

#endif
