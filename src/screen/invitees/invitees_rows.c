/* The rows of the list of invitees: children, family, professionals, and whoever comes for one of them beneath. */
#include "invitees_rows.h"

#include <stdio.h>
#include <string.h>

const struct list_column invitees_columns[INVITEES_COLUMN_COUNT] = {
	{"", 1, LIST_LEFT, 0, 0},          {"who", 0, LIST_LEFT, 0, 'w'},       {"how", 9, LIST_LEFT, 56, 'h'},
	{"needs", 12, LIST_LEFT, 72, 'n'}, {"invited", 10, LIST_LEFT, 86, 'i'}, {"standing", 19, LIST_LEFT, 0, 't'},
};
enum { COLUMN_SIGN, COLUMN_WHO, COLUMN_HOW, COLUMN_NEEDS, COLUMN_INVITED, COLUMN_STANDING };

enum group { GROUP_CHILDREN, GROUP_FAMILY, GROUP_PROFESSIONALS, GROUP_COUNT };
static const char *const group_labels[GROUP_COUNT] = {"Children", "Family", "Professionals"};

static enum group group_of(const struct invitee *invitee)
{
	switch (invitee->capacity) {
	case CAPACITY_CHILD: return GROUP_CHILDREN;
	case CAPACITY_FAMILY:
	case CAPACITY_SUPPORTER:
	case CAPACITY_SOLICITOR:
	case CAPACITY_REPRESENTATIVE: return GROUP_FAMILY;
	default: return GROUP_PROFESSIONALS;
	}
}

static const struct invitee_line *find(const struct invitee_line_list *lines, int64_t id)
{
	for (size_t i = 0; id && i < lines->count; i++)
		if (lines->items[i].invitee.id == id)
			return &lines->items[i];
	return NULL;
}

/* Whom this one stands beneath: never somebody who stands beneath another, so that nobody is left out. */
static const struct invitee_line *host_of(const struct invitee_line_list *lines, const struct invitee_line *line)
{
	const struct invitee_line *host = find(lines, line->invitee.for_invitee_id);

	return host && !find(lines, host->invitee.for_invitee_id) ? host : NULL;
}

/* Of "invited Thu 12 Mar · coming" the first half is in a column of its own and in the line below. */
static const char *standing_of(const struct invitee_line *line)
{
	const char *gap = strstr(line->standing, " · ");
	bool is_told = strncmp(line->standing, "invited ", 8) == 0 || strncmp(line->standing, "not invited", 11) == 0;

	if (line->invitee.exclusion == EXCLUSION_ASKED)
		return "exclusion to decide";
	if (strstr(line->standing, "still knows of "))
		return "knows another time";
	return is_told && gap ? gap + strlen(" · ") : line->standing;
}

/* Who comes when has to be seen at a glance: they must not meet. */
static const char *needs_of(const struct invitee_line *line, struct arena *mem)
{
	if (!line->invitee.sitting)
		return line->needs;
	return arena_printf(mem, "sitting %d%s%s", line->invitee.sitting, line->needs[0] ? " · " : "", line->needs);
}

static bool push(const struct invitee_line *line, bool beneath, struct arena *mem, struct invitees_row_list *out)
{
	struct invitees_row *row = ARENA_PUSH(mem, out);
	char day[DATE_TEXT_ROOM];

	if (!row)
		return false;
	*row = (struct invitees_row){
		.line = line,
		.who = arena_printf(mem, "%s%s%s%s", beneath ? "  " : "", line->who, line->age[0] ? ", " : "",
				    line->age),
		.needs = needs_of(line, mem),
		.standing = standing_of(line),
		.invited = line->invitee.invited_on == DAY_NONE
				   ? ""
				   : arena_text(mem, date_short(line->invitee.invited_on, day)),
		.identity = line->invitee.id,
	};
	return true;
}

static bool push_heading(enum group group, struct arena *mem, struct invitees_row_list *out)
{
	struct invitees_row *row = ARENA_PUSH(mem, out);

	if (row)
		*row = (struct invitees_row){.heading = group_labels[group], .identity = -1 - (int64_t)group};
	return row != NULL;
}

static bool push_group(const struct invitee_line_list *lines, enum group group, struct arena *mem,
		       struct invitees_row_list *out)
{
	bool any = false;

	for (size_t i = 0; i < lines->count; i++) {
		const struct invitee_line *line = &lines->items[i];

		if (group_of(&line->invitee) != group || host_of(lines, line))
			continue;
		if ((!any && !push_heading(group, mem, out)) || !push(line, false, mem, out))
			return false;
		any = true;
		for (size_t k = 0; k < lines->count; k++)
			if (host_of(lines, &lines->items[k]) == line && !push(&lines->items[k], true, mem, out))
				return false;
	}
	return true;
}

bool invitees_rows_make(const struct invitee_line_list *lines, struct arena *mem, struct invitees_row_list *out)
{
	*out = (struct invitees_row_list){0};
	for (int group = 0; group < GROUP_COUNT; group++)
		if (!push_group(lines, (enum group)group, mem, out))
			return false;
	return true;
}

/* --- As a list --- */

static const struct invitees_row *row_of(const void *rows, size_t row)
{
	return &((const struct invitees_row_list *)rows)->items[row];
}

static int64_t row_identity(const void *rows, size_t row)
{
	return row_of(rows, row)->identity;
}

static bool row_is_heading(const void *rows, size_t row)
{
	return row_of(rows, row)->heading != NULL;
}

/* Somebody who is not to come needs no invitation: that one cannot go to them is then no worry. */
static bool is_worry(const struct invitee_line *line)
{
	return line->problem[0] && line->invitee.exclusion != EXCLUSION_WHOLE &&
	       !(line->invitee.capacity == CAPACITY_CHILD && line->invitee.chair_invites == ANSWER_NO);
}

static const char *method_brief(enum invite_method method)
{
	return method == METHOD_PORTAL ? "portal" : invite_method_label(method);
}

static void row_cell(const void *rows, size_t row, int column, char *out, size_t room)
{
	const struct invitees_row *r = row_of(rows, row);
	const char *text = "";

	if (r->heading) {
		snprintf(out, room, "%s", r->heading);
		return;
	}
	switch (column) {
	case COLUMN_SIGN: text = is_worry(r->line) ? "!" : ""; break;
	case COLUMN_WHO: text = r->who; break;
	case COLUMN_HOW: text = method_brief(r->line->invitee.method); break;
	case COLUMN_NEEDS: text = r->needs; break;
	case COLUMN_INVITED: text = r->invited; break;
	default: text = r->standing; break;
	}
	snprintf(out, room, "%s", text);
}

static enum tui_role row_role(const void *rows, size_t row, int column)
{
	const struct invitees_row *r = row_of(rows, row);

	if (r->heading)
		return TUI_HEADING;
	if (column == COLUMN_SIGN)
		return TUI_LATE;
	if (column != COLUMN_STANDING)
		return TUI_TEXT;
	if (r->line->invitee.exclusion == EXCLUSION_ASKED || is_worry(r->line))
		return TUI_SOON;
	return r->line->invitee.reply == REPLY_COMING || r->line->invitee.reply == REPLY_DEPUTY ? TUI_GOOD : TUI_TEXT;
}

static int row_compare(const void *rows, size_t a, size_t b, int column)
{
	const struct invitees_row *one = row_of(rows, a), *other = row_of(rows, b);

	if (column != COLUMN_INVITED || !one->line || !other->line)
		return LIST_BY_TEXT;
	return (one->line->invitee.invited_on > other->line->invitee.invited_on) -
	       (one->line->invitee.invited_on < other->line->invitee.invited_on);
}

struct list_source invitees_source(const struct invitees_row_list *rows)
{
	return (struct list_source){.count = rows->count,
				    .identity = row_identity,
				    .cell = row_cell,
				    .role = row_role,
				    .compare = row_compare,
				    .is_heading = row_is_heading,
				    .rows = rows};
}

/* --- One of them --- */

const struct invitee_line *invitees_line(const struct invitees_page *page, int64_t id, struct fault *f)
{
	const struct invitee_line *line = find(&page->lines, id);

	if (!line)
		fault_set(f, FAULT_NOT_FOUND, "This person was taken off the list of %s meanwhile.",
			  page->conference.reference);
	return line;
}

const char *invitees_conference_words(const struct invitees_page *page, struct arena *mem)
{
	return arena_printf(mem, "%s · %s · %s", page->conference.reference, page->family_words, page->when);
}
