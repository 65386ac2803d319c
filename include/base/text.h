/* UTF-8 text as people see it: grapheme clusters, cells, folding for search, and the filter that stands before
 * every output. Widths are terminal cells. Nothing here depends on the locale. */
#ifndef BASE_TEXT_H
#define BASE_TEXT_H

#include "base/arena.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

bool text_is_utf8(const char *text, size_t bytes);

/* Decodes one code point at `text` (not past a NUL); invalid bytes give U+FFFD and length 1. Returns its bytes, 0 at
 * NUL. */
size_t text_decode(const char *text, uint32_t *code);
size_t text_encode(uint32_t code, char out[5]); /* NUL-terminated; returns bytes */

/* Bytes of the grapheme cluster at `text` (base and its marks together); 0 at the end. */
size_t text_cluster(const char *text);
/* Bytes of the cluster that ends at `text + at`; 0 at the start. */
size_t text_cluster_before(const char *text, size_t at);

int text_width(const char *text);                                   /* cells of the whole text */
int text_width_n(const char *text, size_t bytes);                   /* cells of the first bytes */
size_t text_clip(const char *text, int cells);                      /* bytes of whole clusters that fit in `cells` */
char *text_clipped(struct arena *mem, const char *text, int cells); /* clipped with "…" where something is left out */

/* One line of at most `cells`, broken at blanks where possible. Returns bytes consumed, skipping the blank or line
 * break at the end; *line_bytes is what to show. 0 at the end of text. */
size_t text_wrap(const char *text, int cells, size_t *line_bytes);

/* For finding: lower case, marks and apostrophes dropped, letters such as ł ø đ ß æ ı spelt plainly, hyphens and
 * other punctuation to one blank, blanks folded. "Ọ̀ṣúndé" and "osunde" fold alike; other scripts stay. */
char *text_fold(struct arena *mem, const char *text);
/* Does every word typed begin a word of the name, whatever capitals and accents? Nothing typed: yes. */
bool text_begins_words(struct arena *mem, const char *name, const char *typed);

/* What a person or file supplied, made fit to store: outer blanks trimmed, inner runs of blanks to one, invisible
 * direction and zero-width marks dropped (ZWJ and ZWNJ stay inside words), never normalised. NULL when it holds
 * control characters or is not UTF-8: the caller refuses it by field name. `lines` keeps line breaks. */
char *text_tidy(struct arena *mem, const char *text, bool lines);

/* The last gate: a copy safe for a terminal, a mail header or a log. Control characters, C1, direction marks, line
 * separators and broken bytes become U+FFFD; line breaks stay only where `lines`. */
char *text_safe(struct arena *mem, const char *text, bool lines);
bool text_is_safe(uint32_t code); /* may this code point be shown? */

#endif
