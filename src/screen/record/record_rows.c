/* What a record's tab says of each section, copy, correction and form. */
#include "record_rows.h"

#include "domain/date.h"

#include <stdio.h>

const struct list_column record_columns[RECORD_COLUMN_COUNT] = {
	{"", 0, LIST_LEFT, 0, 0}, {"who reads it", 13, LIST_LEFT, 0, 0}, {"", 24, LIST_LEFT, 72, 0}};
enum { COLUMN_WHAT, COLUMN_WHO_READS };

static struct record_row *add(struct record_row_list *out, struct arena *mem, const char *what)
{
	struct record_row *row = ARENA_PUSH(mem, out);

	if (row)
		*row = (struct record_row){.what = what, .who_reads = "", .state = ""};
	return row;
}

static void add_heading(struct record_row_list *out, struct arena *mem, const char *heading)
{
	struct record_row *row = add(out, mem, heading);

	if (row)
		row->heading = heading;
}

/* --- Sections --- */

static const char *section_state(const struct record_section *section, struct arena *mem)
{
	if (!*section->by_user)
		return "as drafted";
	return *section->text ? arena_printf(mem, "written by %s", section->by_user) : "empty: left out";
}

static const char *child_name(const struct record_page *page, int64_t child)
{
	for (size_t i = 0; i < page->children.count; i++) {
		const struct person *one = &page->children.items[i];

		if (one->id == child)
			return *one->known_as ? one->known_as : *one->given_names ? one->given_names : "the baby";
	}
	return "one child";
}

static void add_sections(const struct record_page *page, bool without_restricted, struct arena *mem,
			 struct record_row_list *out)
{
	if (page->sections.count)
		add_heading(out, mem, "Sections");
	for (size_t i = 0; i < page->sections.count; i++) {
		const struct record_section *one = &page->sections.items[i];
		struct record_row *row = one->is_restricted && without_restricted ? NULL : add(out, mem, one->heading);

		if (!row)
			continue;
		row->section = one;
		row->who_reads = one->is_restricted                         ? "PROFESSIONALS"
				 : !page->is_divided || one->is_of_no_child ? "every copy"
				 : one->person_id ? arena_printf(mem, "of %s", child_name(page, one->person_id))
						  : "of all";
		row->state = section_state(one, mem);
	}
}

/* --- Copies --- */

static void add_copies(const struct record_page *page, struct arena *mem, struct record_row_list *out)
{
	if (page->copies.count)
		add_heading(out, mem, "Copies");
	for (size_t i = 0; i < page->copies.count; i++) {
		const struct record_copy *one = &page->copies.items[i];
		struct record_row *row = add(out, mem, one->who);

		if (!row)
			return;
		row->copy = one;
		row->who_reads = one->is_none       ? "none"
				 : one->is_whole    ? "whole"
				 : one->is_own_part ? "own part"
						    : "for family";
		row->state = one->is_none  ? one->kind + sizeof "none: " - 1
			     : *one->state ? one->state
					   : "not written yet";
	}
}

/* --- Corrections --- */

static const char *answered(const struct record_correction *one, struct arena *mem)
{
	if (one->answered_on == DAY_NONE)
		return "! not answered";
	return arena_printf(mem, "%s: %s", one->accepted == OPINION_YES ? "accepted" : "not accepted", one->answer);
}

static void add_corrections(const struct record_page *page, struct arena *mem, struct record_row_list *out)
{
	if (page->corrections.count)
		add_heading(out, mem, "Corrections asked");
	for (size_t i = 0; i < page->corrections.count; i++) {
		const struct record_correction *one = &page->corrections.items[i];
		struct record_row *row = add(out, mem, arena_printf(mem, "%s: %s", one->asked_by, one->words));
		char day[DATE_TEXT_ROOM];

		if (!row)
			return;
		row->correction = one;
		row->who_reads = arena_text(mem, date_short(one->asked_on, day));
		row->state = answered(one, mem);
	}
}

/* --- Feedback --- */

static const char *name_of(const struct record_page *page, int64_t invitee)
{
	for (size_t i = 0; i < page->copies.count; i++)
		if (page->copies.items[i].invitee_id == invitee)
			return page->copies.items[i].who;
	return "somebody who was taken off the list";
}

static const char *feedback_state(const struct feedback *one, struct arena *mem)
{
	char day[DATE_TEXT_ROOM];

	if (one->returned_on == DAY_NONE)
		return arena_printf(mem, "sent %s", date_short(one->sent_on, day));
	return arena_printf(mem, "back %s · %d %d %d of 5", date_short(one->returned_on, day), one->heard,
			    one->understood, one->fair);
}

static void add_feedback(const struct record_page *page, struct arena *mem, struct record_row_list *out)
{
	if (page->feedback.count)
		add_heading(out, mem, "Feedback");
	for (size_t i = 0; i < page->feedback.count; i++) {
		const struct feedback *one = &page->feedback.items[i];
		struct record_row *row = add(out, mem, name_of(page, one->invitee_id));

		if (!row)
			return;
		row->feedback = one;
		row->who_reads = one->kind == FEEDBACK_PARENT  ? "parent"
				 : one->kind == FEEDBACK_YOUNG ? "under 12"
							       : "12 and over";
		row->state = feedback_state(one, mem);
	}
}

bool record_rows_make(const struct record_page *page, bool without_restricted, struct arena *mem,
		      struct record_row_list *out)
{
	*out = (struct record_row_list){0};
	if (!page->record.id)
		return true;
	add_sections(page, without_restricted, mem, out);
	if (!without_restricted) { /* who else gets a copy, and what others asked, is not for the family's eyes */
		add_corrections(page, mem, out);
		add_copies(page, mem, out);
		add_feedback(page, mem, out);
	}
	return !arena_exhausted(mem);
}

/* --- As a list --- */

static const struct record_row *at(const void *rows, size_t row)
{
	return &((const struct record_row_list *)rows)->items[row];
}

static int64_t identity(const void *rows, size_t row)
{
	const struct record_row *one = at(rows, row);

	if (one->section)
		return one->section->id * 8 + 1;
	if (one->copy)
		return one->copy->invitee_id * 8 + 2;
	if (one->correction)
		return one->correction->id * 8 + 3;
	return one->feedback ? one->feedback->id * 8 + 4 : -(int64_t)row - 1;
}

static void cell(const void *rows, size_t row, int column, char *out, size_t room)
{
	const struct record_row *one = at(rows, row);

	snprintf(out, room, "%s",
		 column == COLUMN_WHAT        ? one->what
		 : column == COLUMN_WHO_READS ? one->who_reads
					      : one->state);
}

static enum tui_role role(const void *rows, size_t row, int column)
{
	const struct record_row *one = at(rows, row);

	(void)column;
	if (one->section && one->section->is_restricted)
		return TUI_LATE;
	if (one->correction && one->correction->answered_on == DAY_NONE)
		return TUI_SOON;
	return one->copy && one->copy->is_none ? TUI_MUTED : TUI_TEXT;
}

static bool is_heading(const void *rows, size_t row)
{
	return at(rows, row)->heading != NULL;
}

struct list_source record_source(const struct record_row_list *rows)
{
	return (struct list_source){.count = rows->count,
				    .identity = identity,
				    .cell = cell,
				    .role = role,
				    .is_heading = is_heading,
				    .rows = rows};
}
