/* Where a caret may stand in UTF-8 text, and what may be typed into it; shared by the one-line and the many-line
 * editor. */
#ifndef TUI_EDIT_MOTION_H
#define TUI_EDIT_MOTION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Positions are bytes into a NUL-terminated text; every result is a cluster boundary. */
size_t motion_left(const char *text, size_t at);
size_t motion_right(const char *text, size_t at);
size_t motion_word_left(const char *text,
			size_t at); /* start of the word before; words end at blanks and line breaks */
size_t motion_word_right(const char *text, size_t at); /* start of the word after */

/* The end of the cluster `at` falls into: an edit can join what stood on both sides of the caret (two halves of a
 * flag). */
size_t motion_snap(const char *text, size_t at);

/* Would this code point be drawn as part of the cluster before it? */
bool motion_joins_previous(uint32_t code);

/* What of `text` may be typed, at most to the end of `out`: control characters, direction marks and invisible
 * characters are left out, broken bytes become U+FFFD, tabs blanks, line breaks '\n' where `lines` and a blank
 * elsewhere. Returns the bytes it needs; `out` is complete when that is below `room`. */
size_t motion_gate(char *out, size_t room, const char *text, bool lines);

#endif
