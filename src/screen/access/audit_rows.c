/* The rows of the audit log as a list, and one of them whole. */
#include "audit_rows.h"

#include <inttypes.h>
#include <stdio.h>

enum { WHEN, WHO, ACT, ABOUT, FROM, WHAT };

const struct list_column audit_columns[AUDIT_COLUMN_COUNT] = {
	[WHEN] = {"when", 19, LIST_LEFT, 0, 't'},     [WHO] = {"who", 12, LIST_LEFT, 0, 'w'},
	[ACT] = {"act", 18, LIST_LEFT, 0, 'a'},       [ABOUT] = {"about", 9, LIST_LEFT, 0, 'r'},
	[FROM] = {"terminal", 12, LIST_LEFT, 110, 0}, [WHAT] = {"what", 0, LIST_LEFT, 0, 0},
};

static int64_t line_identity(const void *rows, size_t row)
{
	return ((const struct audit_line_list *)rows)->items[row].seq;
}

static void line_cell(const void *rows, size_t row, int column, char *out, size_t room)
{
	const struct audit_line *line = &((const struct audit_line_list *)rows)->items[row];
	const char *const cells[AUDIT_COLUMN_COUNT] = {
		[WHEN] = line->stamp,  [WHO] = line->who,       [ACT] = line->act,
		[ABOUT] = line->about, [FROM] = line->terminal, [WHAT] = line->detail};

	snprintf(out, room, "%s", cells[column]);
}

static int line_compare(const void *rows, size_t a, size_t b, int column)
{
	const struct audit_line *items = ((const struct audit_line_list *)rows)->items;

	if (column != WHEN)
		return LIST_BY_TEXT;
	return items[a].seq < items[b].seq ? -1 : items[a].seq > items[b].seq;
}

/* What an auditor looks for first stands out, by a word as well: the act says "Refused". */
static enum tui_role line_role(const void *rows, size_t row, int column)
{
	enum audit_kind kind = ((const struct audit_line_list *)rows)->items[row].kind;

	(void)column;
	return kind == AUDIT_KIND_REFUSAL || kind == AUDIT_KIND_GLASS || kind == AUDIT_KIND_CLOCK ? TUI_SOON : TUI_TEXT;
}

void audit_rows_show(struct list *list, const struct audit_line_list *lines, struct arena *mem)
{
	struct list_source source = {.count = lines->count,
				     .identity = line_identity,
				     .cell = line_cell,
				     .role = line_role,
				     .compare = line_compare,
				     .rows = lines};

	list_fill(list, &source, mem);
}

static const char *line_of(struct arena *mem, const char *label, const char *text)
{
	return *text ? arena_printf(mem, "%-16s %s\n", label, text) : "";
}

const char *audit_row_text(const struct audit_line *line, struct arena *mem)
{
	return arena_printf(mem, "%-16s %" PRId64 "\n%s%s%-16s %" PRId64 "\n%s%s%s%s%s%s%s%s%s%s", "Row", line->seq,
			    line_of(mem, "When", line->when), line_of(mem, "Account", line->who), "User number",
			    line->uid, line_of(mem, "In the roles", line->roles),
			    line_of(mem, "Kind", audit_kind_label(line->kind)), line_of(mem, "Act", line->act),
			    line_of(mem, "In the log", line->action), line_of(mem, "About", line->about),
			    line_of(mem, "Family", line->family), line_of(mem, "What", line->detail),
			    line_of(mem, "Terminal", line->terminal), line_of(mem, "Address claimed", line->address),
			    line_of(mem, "Session", arena_printf(mem, "%s (%s)", line->session, line->program)));
}

const char *audit_kind_detail(enum audit_kind kind)
{
	static const char *const words[] = {
		[AUDIT_KIND_CHANGE] = "something was written",
		[AUDIT_KIND_LOOK] = "a page or a list was opened",
		[AUDIT_KIND_SEARCH] = "names or references were looked for",
		[AUDIT_KIND_LETTER] = "letters written, sent, withdrawn",
		[AUDIT_KIND_EXPORT] = "a file, a letter or a print went outside",
		[AUDIT_KIND_SESSION] = "signed in or out, locked, unlocked",
		[AUDIT_KIND_REFUSAL] = "somebody tried what they may not",
		[AUDIT_KIND_GLASS] = "a restricted record was opened",
		[AUDIT_KIND_BACKUP] = "back-ups made and brought back",
		[AUDIT_KIND_UPKEEP] = "users, settings, checks of the log",
		[AUDIT_KIND_CLOCK] = "the clock of the machine was set",
	};

	return words[kind];
}
