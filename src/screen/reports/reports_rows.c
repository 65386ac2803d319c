/* The rows of a matrix of reports. */
#include "reports_rows.h"

#include <stdio.h>
#include <string.h>

enum { COLUMN_WHO, COLUMN_DUE, COLUMN_IN, COLUMN_SHARED, COLUMN_CONFERENCE };

const struct list_column reports_columns[REPORTS_COLUMN_COUNT] = {
	{"agency · who", 0, LIST_LEFT, 0, 'w'},
	{"due", 6, LIST_LEFT, 0, 'd'}, /* "Thu 26": the conference it is for is near */
	{"in", 17, LIST_LEFT, 0, 'i'},
	/* "verbal Tue 31 Mar" */ {"shared with family", 25, LIST_LEFT, 0, 's'}, /* "mother, father Wed 15 Apr" */
	{"conference", 24, LIST_LEFT, 150, 'c'},
};

/* --- Made from the lines --- */

static const char *heading_of(const struct report_line_list *lines, size_t first, struct arena *mem)
{
	const struct report_line *line = &lines->items[first];
	size_t in = 0, wanted = 0;
	char day[DATE_TEXT_ROOM], clock[8];

	for (size_t i = first; i < lines->count && lines->items[i].report.conference_id == line->report.conference_id;
	     i++) {
		bool is_in = lines->items[i].report.received_on != DAY_NONE;

		in += is_in;
		wanted += is_in ||
			  (lines->items[i].report.is_required && lines->items[i].standing != REPORT_NOT_INVOLVED);
	}
	return arena_printf(mem, "%s%s%s · %s · %s · %zu of %zu in", date_short(line->conference_day, day),
			    line->conference_starts < 0 ? "" : " ",
			    line->conference_starts < 0 ? "" : date_clock(line->conference_starts, clock),
			    line->family_words, line->reference, in, wanted);
}

static bool add_heading(const struct report_line_list *lines, size_t i, struct arena *mem, struct reports_row_list *out)
{
	struct reports_row *row = ARENA_PUSH(mem, out);

	if (!row)
		return false;
	*row = (struct reports_row){.heading = heading_of(lines, i, mem),
				    .identity = -lines->items[i].report.conference_id};
	return true;
}

bool reports_rows_make(const struct report_line_list *lines, bool by_conference, struct arena *mem,
		       struct reports_row_list *out)
{
	*out = (struct reports_row_list){0};
	for (size_t i = 0; i < lines->count; i++) {
		const struct report_line *line = &lines->items[i];
		struct reports_row *row;

		if (by_conference && (i == 0 || line[-1].report.conference_id != line->report.conference_id) &&
		    !add_heading(lines, i, mem, out))
			return false;
		row = ARENA_PUSH(mem, out);
		if (!row)
			return false;
		*row = (struct reports_row){.line = line, .identity = line->report.id};
	}
	return true;
}

/* --- For the list --- */

static const struct reports_row *row_at(const void *rows, size_t row)
{
	return &((const struct reports_row_list *)rows)->items[row];
}

static int64_t row_identity(const void *rows, size_t row)
{
	return row_at(rows, row)->identity;
}

static bool row_is_heading(const void *rows, size_t row)
{
	return row_at(rows, row)->heading != NULL;
}

/* While a report is awaited nobody can have it: then the column says how it was asked for. */
static const char *shared_or_chased(const struct report_line *line)
{
	return line->report.received_on == DAY_NONE && *line->chased ? line->chased : line->shared;
}

/* Shorter than the line's own words, so that names have room: the day of a late one stands beneath the list. */
static void in_words(const struct report_line *line, char *out, size_t room)
{
	char day[DATE_TEXT_ROOM];

	if (line->standing == REPORT_VERBAL)
		snprintf(out, room, "verbal %s", date_short(line->report.received_on, day));
	else if (line->standing == REPORT_LATE)
		snprintf(out, room, "%d wd late", line->working_days);
	else
		snprintf(out, room, "%s", line->in);
}

static void due_words(day_number due, char *out, size_t room)
{
	if (due != DAY_NONE)
		snprintf(out, room, "%.3s %d", date_weekday_name(date_weekday(due)), date_civil(due).day);
}

static void row_cell(const void *rows, size_t row, int column, char *out, size_t room)
{
	const struct reports_row *r = row_at(rows, row);

	out[0] = '\0';
	if (r->heading) {
		snprintf(out, room, "%s", column == COLUMN_WHO ? r->heading : "");
		return;
	}
	switch (column) {
	case COLUMN_WHO: snprintf(out, room, "%s", r->line->who); break;
	case COLUMN_DUE: due_words(r->line->report.due_on, out, room); break;
	case COLUMN_IN: in_words(r->line, out, room); break;
	case COLUMN_SHARED: snprintf(out, room, "%s", shared_or_chased(r->line)); break;
	default: snprintf(out, room, "%s %s", r->line->reference, r->line->family_words); break;
	}
}

static enum tui_role row_role(const void *rows, size_t row, int column)
{
	const struct report_line *line = row_at(rows, row)->line;

	if (!line)
		return TUI_HEADING;
	if (column != COLUMN_IN)
		return TUI_TEXT;
	switch (line->standing) {
	case REPORT_OVERDUE: return TUI_LATE;
	case REPORT_VERBAL:
	case REPORT_LATE: return TUI_SOON;
	case REPORT_AWAITED: return line->working_days == 0 ? TUI_SOON : TUI_TEXT;
	case REPORT_NOT_INVOLVED:
	case REPORT_NOT_ASKED: return TUI_MUTED;
	default: return TUI_TEXT;
	}
}

static int compare_days(day_number a, day_number b)
{
	return (a > b) - (a < b);
}

static int row_compare(const void *rows, size_t a, size_t b, int column)
{
	const struct report_line *x = row_at(rows, a)->line, *y = row_at(rows, b)->line;

	if (!x || !y)
		return 0;
	switch (column) {
	case COLUMN_DUE: return compare_days(x->report.due_on, y->report.due_on);
	case COLUMN_IN: return compare_days(x->report.received_on, y->report.received_on);
	default: return LIST_BY_TEXT;
	}
}

struct list_source reports_source(const struct reports_row_list *rows)
{
	return (struct list_source){.count = rows->count,
				    .identity = row_identity,
				    .cell = row_cell,
				    .role = row_role,
				    .compare = row_compare,
				    .is_heading = row_is_heading,
				    .rows = rows};
}

const struct report_line *reports_selected(const struct list *list, const struct reports_row_list *rows)
{
	size_t row;

	return list_selection(list, &row) ? rows->items[row].line : NULL;
}

/* --- What the columns have no room for --- */

static void join(char *out, size_t room, const char *text)
{
	size_t used = strlen(out);

	if (*text && used < room)
		snprintf(out + used, room - used, "%s%s", used ? " · " : "", text);
}

static void join_labelled(char *out, size_t room, const char *label, const char *text)
{
	char words[300];

	snprintf(words, sizeof words, "%s%s", *text ? label : "", text);
	join(out, room, words);
}

void reports_line_words(const struct report_line *line, char *out, size_t room)
{
	out[0] = '\0';
	join(out, room, line->who);
	join(out, room, line->standing == REPORT_LATE ? line->in : "");
	join_labelled(out, room, "shared: ", line->report.received_on == DAY_NONE ? "" : line->shared);
	join(out, room, line->chased);
	join(out, room, line->detail);
}

static int draw_fact(struct canvas *c, int row, const char *label, const char *text)
{
	if (!*text || row >= canvas_rows(c))
		return row;
	canvas_text(c, row, 0, 11, TUI_MUTED, label);
	return row + canvas_paragraph(c, row, 11, canvas_columns(c) - 11, canvas_rows(c) - row, TUI_TEXT, text);
}

void reports_aside_draw(const struct report_line *line, struct canvas *c)
{
	const struct report *report = &line->report;
	int row = canvas_paragraph(c, 0, 0, canvas_columns(c), 3, TUI_TITLE, line->who) + 1;
	char day[DATE_TEXT_ROOM];

	row = draw_fact(c, row, "kind", report_kind_label(report->kind));
	row = draw_fact(c, row, "due", report->due_on == DAY_NONE ? "" : date_medium(report->due_on, day));
	row = draw_fact(c, row, "in", line->in);
	row = draw_fact(c, row, "readers", report_handling_label(report->handling));
	row = draw_fact(c, row, "shared", line->shared);
	row = draw_fact(c, row, "chased", line->chased);
	row = draw_fact(c, row, "more", line->detail);
	row = draw_fact(c, row, "e-mail", report->shown_email);
	draw_fact(c, row, "telephone", report->shown_phone);
}
