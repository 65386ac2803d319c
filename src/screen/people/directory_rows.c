/* The rows of the directory: by agency, or what is wrong, needed soonest first. */
#include "directory_rows.h"

#include "base/text.h"
#include "domain/invitation.h"

#include <stdio.h>
#include <string.h>

enum { NAME, WORK, ADDRESS, STANDING };

const struct list_column directory_columns[DIRECTORY_COLUMN_COUNT] = {
	[NAME] = {"name", 20, LIST_LEFT, 0, 'n'},
	[WORK] = {"role", 15, LIST_LEFT, 0, 'r'},
	[ADDRESS] = {"reached by", 0, LIST_LEFT, 0, 0},
	[STANDING] = {"details", 24, LIST_LEFT, 0, 'd'},
};
/* The same cells, but where somebody works in place of what as, and when they are needed in place of their address. */
const struct list_column problem_columns[DIRECTORY_COLUMN_COUNT] = {
	[NAME] = {"name", 20, LIST_LEFT, 0, 'n'},
	[WORK] = {"agency", 0, LIST_LEFT, 0, 'a'},
	[ADDRESS] = {"needed", 10, LIST_LEFT, 0, 0},
	[STANDING] = {"what is wrong", 24, LIST_LEFT, 0, 'w'},
};

/* Headings are numbered below nought, so that no contact is taken for one. */
static bool add_heading(const struct agency *agency, struct arena *mem, struct directory_row_list *out)
{
	struct directory_row *row = ARENA_PUSH(mem, out);
	enum report_handling handling = HANDLING_SHARE;

	if (!row)
		return false;
	report_handling_from_token(agency->report_handling, &handling);
	*row = (struct directory_row){
		.heading = arena_printf(mem, "%s%s%s%s%s", agency->name, *agency->quorum_group ? " · " : "",
					agency->quorum_group, handling == HANDLING_SHARE ? "" : " · reports: ",
					handling == HANDLING_SHARE ? "" : report_handling_label(handling)),
		.identity = -agency->id};
	return row->heading != NULL;
}

static const struct agency *agency_of(const struct agency_list *agencies, int64_t id)
{
	for (size_t i = 0; i < agencies->count; i++)
		if (agencies->items[i].id == id)
			return &agencies->items[i];
	return NULL;
}

bool directory_rows_make(const struct directory_list *list, const struct agency_list *agencies, struct arena *mem,
			 struct directory_row_list *out)
{
	int64_t of = 0;

	out->items = NULL;
	out->count = out->room = 0;
	for (size_t i = 0; i < list->count; i++) {
		const struct directory_line *line = &list->items[i];
		const struct agency *agency = agency_of(agencies, line->contact.agency_id);
		struct directory_row *row;

		if (!out->only_problems && line->contact.agency_id != of && agency && !add_heading(agency, mem, out))
			return false;
		of = line->contact.agency_id;
		row = ARENA_PUSH(mem, out);
		if (!row)
			return false;
		*row = (struct directory_row){.line = line, .identity = line->contact.id};
	}
	return true;
}

const char *directory_address(const struct contact *contact)
{
	switch (contact->method) {
	case METHOD_EMAIL: return contact->email;
	case METHOD_TELEPHONE: return contact->phone;
	case METHOD_POST: return contact->address;
	default: return invite_method_label(contact->method);
	}
}

/* --- What the list asks --- */

static const struct directory_row *row_at(const void *rows, size_t row)
{
	return &((const struct directory_row_list *)rows)->items[row];
}

static int64_t row_identity(const void *rows, size_t row)
{
	return row_at(rows, row)->identity;
}

static bool row_is_heading(const void *rows, size_t row)
{
	return row_at(rows, row)->heading != NULL;
}

/* "Thu 2 Apr · 2 wait" */
static void need_words(const struct directory_line *line, char *out, size_t room)
{
	char day[DATE_TEXT_ROOM] = "";

	if (line->next != DAY_NONE)
		date_short(line->next, day);
	if (line->waiting)
		snprintf(out, room, "%s%s%d %s", day, day[0] ? " · " : "", line->waiting,
			 line->waiting == 1 ? "waits" : "wait");
	else
		snprintf(out, room, "%s", day);
}

/* One line of a postal address. */
static void address_words(const struct contact *contact, char *out, size_t room)
{
	const char *address = directory_address(contact);

	if (contact->method == METHOD_POST)
		snprintf(out, room, "post: %.*s", (int)strcspn(address, "\n"), address);
	else
		snprintf(out, room, "%s", address);
}

static void row_cell(const void *rows, size_t row, int column, char *out, size_t room)
{
	const struct directory_row *one = row_at(rows, row);
	bool only_problems = ((const struct directory_row_list *)rows)->only_problems;
	const struct directory_line *line = one->line;

	out[0] = '\0';
	if (one->heading) {
		snprintf(out, room, "%s", column == NAME ? one->heading : "");
		return;
	}
	switch (column) {
	case NAME: snprintf(out, room, "%s%s", line->contact.name, line->contact.is_active ? "" : " (left)"); break;
	case WORK: snprintf(out, room, "%s", only_problems ? line->contact.agency : line->contact.role); break;
	case ADDRESS:
		if (only_problems && line->next != DAY_NONE)
			date_short(line->next, out);
		else if (!only_problems)
			address_words(&line->contact, out, room);
		break;
	default: snprintf(out, room, "%s", line->problem[0] ? line->problem : line->checked);
	}
}

static enum tui_role row_role(const void *rows, size_t row, int column)
{
	const struct directory_row *one = row_at(rows, row);

	if (one->heading)
		return TUI_TITLE;
	if (!one->line->contact.is_active)
		return TUI_MUTED;
	if (column != STANDING)
		return TUI_TEXT;
	return one->line->problem[0] ? TUI_SOON : TUI_MUTED;
}

/* At the start of any word of the name, the role, the agency or the address. */
static bool row_matches(const void *rows, size_t row, const char *folded)
{
	const struct directory_row *one = row_at(rows, row);
	size_t length = strlen(folded);
	struct arena mem = {0};
	bool found = false;

	if (!one->line)
		return false;
	for (const char *at =
		     text_fold(&mem, arena_printf(&mem, "%s %s %s %s", one->line->contact.name, one->line->contact.role,
						  one->line->contact.agency, one->line->contact.email));
	     at && !found; at = strchr(at, ' ') ? strchr(at, ' ') + 1 : NULL)
		found = strncmp(at, folded, length) == 0;
	arena_finish(&mem);
	return found;
}

static int row_compare(const void *rows, size_t a, size_t b, int column)
{
	(void)rows;
	(void)a;
	(void)b;
	(void)column;
	return LIST_BY_TEXT;
}

struct list_source directory_source(const struct directory_row_list *rows)
{
	return (struct list_source){.count = rows->count,
				    .identity = row_identity,
				    .cell = row_cell,
				    .role = row_role,
				    .matches = row_matches,
				    .compare = row_compare,
				    .is_heading = row_is_heading,
				    .rows = rows};
}

/* --- One of them --- */

static void join(char *out, size_t room, const char *label, const char *text)
{
	size_t used = strlen(out);

	if (text[0] && used < room)
		snprintf(out + used, room - used, "%s%s%s", used ? " · " : "", label, text);
}

void directory_row_words(const struct directory_line *line, char *out, size_t room)
{
	char need[64];

	out[0] = '\0';
	need_words(line, need, sizeof need);
	join(out, room, "", line->problem);
	join(out, room, "needed ", need);
	join(out, room, "", line->contact.role);
	join(out, room, "", line->contact.email);
	join(out, room, "", line->contact.phone);
	join(out, room, "deputy ", line->deputy);
	if (line->problem[0] && !strstr(line->problem, "checked"))
		join(out, room, "", line->checked);
}

static int draw_fact(struct canvas *c, int row, const char *label, const char *text)
{
	if (!text[0] || row >= canvas_rows(c))
		return row;
	canvas_text(c, row, 0, 12, TUI_MUTED, label);
	return row + canvas_paragraph(c, row, 12, canvas_columns(c) - 12, canvas_rows(c) - row, TUI_TEXT, text);
}

void directory_detail_draw(const struct directory_line *line, struct canvas *c)
{
	const struct contact *contact = &line->contact;
	char day[DATE_TEXT_ROOM], text[80];
	int row = canvas_paragraph(c, 0, 0, canvas_columns(c), 2, TUI_TITLE, contact->name);

	if (line->problem[0])
		row += canvas_paragraph(c, row, 0, canvas_columns(c), 2, TUI_SOON, line->problem);
	row = draw_fact(c, row + 1, "role", contact->role);
	row = draw_fact(c, row, "agency", contact->agency);
	row = draw_fact(c, row, "group", contact->quorum_group);
	row = draw_fact(c, row, "reached by", invite_method_label(contact->method));
	row = draw_fact(c, row, "e-mail", contact->email);
	row = draw_fact(c, row, "telephone", contact->phone);
	row = draw_fact(c, row, "address", contact->address);
	row = draw_fact(c, row, "deputy", line->deputy);
	row = draw_fact(c, row, "details", line->checked);
	if (line->next != DAY_NONE)
		row = draw_fact(c, row, "invited to", date_medium(line->next, day));
	snprintf(text, sizeof text, "%d not got to them yet", line->waiting);
	if (line->waiting)
		draw_fact(c, row, "letters", text);
}
