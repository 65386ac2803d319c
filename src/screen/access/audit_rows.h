/* The rows of the audit log as a list, and one of them whole. */
#ifndef AUDIT_ROWS_H
#define AUDIT_ROWS_H

#include "access.h"
#include "casework/audit_trail.h"
#include "tui/list.h"

enum { AUDIT_COLUMN_COUNT = 6 };
extern const struct list_column audit_columns[AUDIT_COLUMN_COUNT];

void audit_rows_show(struct list *list, const struct audit_line_list *lines, struct arena *mem);
const char *audit_row_text(const struct audit_line *line, struct arena *mem);
const char *audit_kind_detail(enum audit_kind kind); /* what a kind of act is, for choosing one */

#endif
