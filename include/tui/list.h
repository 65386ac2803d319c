/* A scrolling list of rows with a selection, filter and sort: the model and its drawing. Rows belong to the screen. */
#ifndef TUI_LIST_H
#define TUI_LIST_H

#include "tui/screen.h"

#include <limits.h>

#define LIST_COLUMNS_MOST 16

#define LIST_BY_TEXT      INT_MIN

enum list_align { LIST_LEFT, LIST_RIGHT };

struct list_column {
	const char *heading; /* "" for none */
	int width;           /* cells; 0 takes what is left, shared among the zeros by weight 1 */
	enum list_align align;
	int wide_only; /* shown only when the list is at least so many columns wide; 0: always */
	char sort_key; /* letter that sorts by it after 's', 0: none */
};

/* What the list asks of the screen. Row numbers are positions in the screen's own array. */
struct list_source {
	size_t count;
	int64_t (*identity)(const void *rows, size_t row);                              /* stable across reloads */
	void (*cell)(const void *rows, size_t row, int column, char *out, size_t room); /* text of a cell */
	enum tui_role (*role)(const void *rows, size_t row, int column);                /* NULL: TEXT */
	/* Does the row hold one word of the filter? The word comes folded; a chip such as "chair:smith" or "due<+10wd"
	 * (it holds one of : < > =) comes as typed and is the screen's. "!word" is the list's. NULL: the cells are
	 * looked through. */
	bool (*matches)(const void *rows, size_t row, const char *folded_filter);
	/* What a row is found by besides its cells, such as a reference that has no column. NULL: nothing. */
	void (*found_by)(const void *rows, size_t row, char *out, size_t room);
	/* Below 0, 0 or above, or LIST_BY_TEXT for every pair of a column that sorts as its cells read, whatever their
	 * capitals and accents. NULL: not sortable. */
	int (*compare)(const void *rows, size_t a, size_t b, int column);
	bool (*is_heading)(const void *rows, size_t row); /* not selectable, cell 0 has the row; NULL: none */
	const void *rows;
};

/* Why the rows are filled anew: for what was done here; another person changed something, so that rows which are other
 * than they were get a '*' and the row of the cursor stays where it is; everything was asked for afresh, which takes
 * the marks away. */
enum list_reading { LIST_FOR_OWN, LIST_FOR_OTHERS, LIST_AFRESH };
struct list_seen;

struct list {
	const struct list_column *columns;
	int column_count;
	struct list_source source;
	size_t *shown;       /* positions after filter and sort, in the screen's arena */
	const char **folded; /* of each row's cells, made when first filtered */
	size_t shown_count;
	size_t selected; /* index into shown */
	size_t first;    /* index into shown of the first visible row */
	int64_t selected_identity;
	int page;        /* rows visible at the last draw */
	int sort_column; /* -1: as given */
	bool sort_reversed;
	bool is_typing_filter, is_choosing_sort;
	char filter[128];
	int64_t before_filter;     /* the selected identity when '/' was pressed: Esc goes back to it */
	enum list_reading reading; /* set by the toolkit before a load */
	struct list_seen *seen;    /* what stood in each row, by identity; in the screen's arena */
	size_t seen_count;
	unsigned widens;                /* a bit for each column that may take what others leave empty */
	int longest[LIST_COLUMNS_MOST]; /* cells of the longest text of each column; 0 not measured */
	bool is_lost; /* another person took the selected row away: nothing is selected until the next move */
};

/* For the class of a screen whose state `type` has its list in `member`. */
#define LIST_OF(type, member) (offsetof(type, member) + 1)

void list_open(struct list *l, const struct list_column *columns, int column_count);
/* Of these columns (a bit for each) a text that is longer than their width takes the cells that the columns of width 0
 * leave empty. Its rows are all read at each fill: for lists that are short. */
void list_widen(struct list *l, unsigned columns);
/* New rows: keeps the selection on the same identity, or the nearest row. */
void list_fill(struct list *l, const struct list_source *source, struct arena *mem);
/* Movement, '/' filter, 's' sort, Esc out of a filter. HANDLED when it was the list's. Filter and typing keys come as
 * OP_TYPED. */
enum handled list_act(struct list *l, int op, tui_key typed, struct arena *mem);
bool list_takes_text(const struct list *l);
/* Draws heading row and rows. A selected row is reversed and carries '>'. Says why when there is nothing to show. */
void list_draw(const struct list *l, struct canvas *c, bool has_focus, const char *when_empty);
bool list_selection(const struct list *l, size_t *row); /* position in the source; false when nothing is selected */
void list_select(struct list *l, int64_t identity);

#endif
