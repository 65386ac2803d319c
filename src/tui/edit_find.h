/* Finding folded words in a text as it was written. */
#ifndef TUI_EDIT_FIND_H
#define TUI_EDIT_FIND_H

#include <stdbool.h>
#include <stddef.h>

/* The first place at or after `from` where the folded text begins with `folded` (text_fold); false when there is none.
 */
bool find_folded(const char *text, size_t from, const char *folded, size_t *at);

#endif
