/* What the files of the list share: private to the toolkit. */
#ifndef TUI_LIST_PRIVATE_H
#define TUI_LIST_PRIVATE_H

#include "tui/list.h"

#define CELL_ROOM 512

bool list_is_heading(const struct list *l, size_t shown);
void list_select_near(struct list *l, size_t shown); /* that row, or the nearest that can be selected */

/* Compares the rows with what stood in them before; `mem` keeps what stands in them now. */
void list_see(struct list *l, struct arena *mem);
bool list_is_marked(const struct list *l, size_t shown);

/* Makes `shown` anew from filter and sort; the selection stays on its identity or near its place. */
void list_arrange(struct list *l, struct arena *mem);
/* Rows that pass the filter, in the source's order. */
void list_filter_rows(struct list *l, struct arena *mem);
void list_sort_rows(struct list *l);

#endif
