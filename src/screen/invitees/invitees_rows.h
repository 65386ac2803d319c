/* The rows of the list of invitees: children, family, professionals, and whoever comes for one of them beneath. */
#ifndef INVITEES_ROWS_H
#define INVITEES_ROWS_H

#include "casework/invitees.h"
#include "tui/list.h"

struct invitees_row {
	const char *heading;             /* of a group; NULL: a person */
	const struct invitee_line *line; /* NULL: a heading */
	const char *who, *needs, *standing, *invited;
	int64_t identity;
};
struct invitees_row_list {
	struct invitees_row *items;
	size_t count, room;
};

enum { INVITEES_COLUMN_COUNT = 6 };
extern const struct list_column invitees_columns[INVITEES_COLUMN_COUNT];

bool invitees_rows_make(const struct invitee_line_list *lines, struct arena *mem, struct invitees_row_list *out);
struct list_source invitees_source(const struct invitees_row_list *rows);

/* What the columns have no room for, in one line: what is wrong first. */
void invitees_row_words(const struct invitee_line *line, char *out, size_t room);
/* The whole of it, beside the list on wide screens. */
void invitees_detail_draw(const struct invitee_line *line, struct canvas *c);

/* One line of the list by its number. FAULT_NOT_FOUND when it was taken off the list meanwhile. */
const struct invitee_line *invitees_line(const struct invitees_page *page, int64_t id, struct fault *f);
/* "C-0421 · Begum ×2 · Thu 2 Apr 10:00" */
const char *invitees_conference_words(const struct invitees_page *page, struct arena *mem);

#endif
