/* The letters of a mailing as rows with ticks, and what is ticked in words. */
#include "mailing_rows.h"

#include "domain/invitation.h"

#include <stdio.h>
#include <string.h>

enum { COLUMN_TICK, COLUMN_WHO, COLUMN_LETTER, COLUMN_HOW, COLUMN_TO };

const struct list_column mailing_columns[] = {
	{"", 3, LIST_LEFT, 0, 0},    {"who", 0, LIST_LEFT, 0, 0},  {"letter", 14, LIST_LEFT, 64, 0},
	{"how", 9, LIST_LEFT, 0, 0}, {"to", 22, LIST_LEFT, 64, 0},
};

/* --- Ticks --- */

static const struct mailing_item *item_at(const struct mailing_rows *rows, size_t row)
{
	return &rows->letters.items[row];
}

static size_t left_out_at(const struct mailing_rows *rows, int64_t invitee)
{
	size_t i = 0;

	while (i < rows->left_out_count && rows->left_out[i] != invitee)
		i++;
	return i;
}

bool mailing_is_ticked(const struct mailing_rows *rows, size_t row)
{
	const struct mailing_item *item = item_at(rows, row);

	return !item->problem[0] && left_out_at(rows, item->invitee_id) == rows->left_out_count;
}

bool mailing_turn(struct mailing_rows *rows, size_t row)
{
	const struct mailing_item *item = item_at(rows, row);
	size_t at = left_out_at(rows, item->invitee_id);

	if (item->problem[0])
		return false;
	if (at < rows->left_out_count)
		rows->left_out[at] = rows->left_out[--rows->left_out_count];
	else if (rows->left_out_count < MAILING_LEFT_OUT_MOST)
		rows->left_out[rows->left_out_count++] = item->invitee_id;
	return true;
}

size_t mailing_ticked(const struct mailing_rows *rows)
{
	size_t count = 0;

	for (size_t i = 0; i < rows->letters.count; i++)
		count += mailing_is_ticked(rows, i);
	return count;
}

void mailing_turn_all(struct mailing_rows *rows)
{
	size_t can_go = 0;
	bool all;

	for (size_t i = 0; i < rows->letters.count; i++)
		can_go += !item_at(rows, i)->problem[0];
	all = mailing_ticked(rows) == can_go;
	for (size_t i = 0; i < rows->letters.count; i++)
		if (mailing_is_ticked(rows, i) == all)
			mailing_turn(rows, i);
}

bool mailing_rows_order(struct mailing_rows *rows, struct arena *mem)
{
	size_t count = rows->letters.count, at = 0;
	struct mailing_item *ordered = arena_alloc(mem, (count + 1) * sizeof *ordered);

	if (!ordered)
		return false;
	for (int can_go = 0; can_go < 2; can_go++)
		for (size_t i = 0; i < count; i++)
			if ((rows->letters.items[i].problem[0] ? 0 : 1) == can_go)
				ordered[at++] = rows->letters.items[i];
	rows->letters.items = ordered;
	return true;
}

/* --- Words --- */

const char *mailing_letter_words(const char *template)
{
	static const struct {
		const char *template, *words;
	} known[] = {
		{"invitation-parent", "invitation"},
		{"invitation-child", "child's letter"},
		{"invitation-professional", "invitation"},
		{"invitation-supporter", "invitation"},
		{"police-notice", "police notice"},
		{"report-form", "report form"},
		{"report-chaser", "chaser"},
		{"report-not-received", "to the manager"},
		{"bundle-sent", "bundle"},
		{"bundle-family", "bundle"},
		{"bundle-contents", "bundle's contents"},
		{"decision-parent", "decision"},
		{"decision-child", "child's letter"},
		{"decision-professional", "decision"},
		{"decision-supporter", "decision"},
		{"plan-notice", "plan notice"},
		{"record-sent", "record"},
		{"complaint-acknowledged", "acknowledged"},
		{"complaint-acknowledged-child", "child's letter"},
		{"complaint-answered", "answer"},
		{"complaint-answered-child", "child's letter"},
		{"core-group", "core group"},
		{"core-group-child", "child's letter"},
		{"core-group-record", "record"},
		{"core-group-record-child", "child's letter"},
		{"escalation", "escalation"},
		{"plan-end-asked", "end asked for"},
		{"plan-ended", "plan ended"},
		{"plan-ended-child", "child's letter"},
		{"plan-ended-agency", "plan ended"},
		{"transfer-told", "move"},
		{"transfer-accepted", "accepted"},
		{"temporary-resident", "temporary stay"},
	};

	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		if (strcmp(known[i].template, template) == 0)
			return known[i].words;
	return template; /* "moved", "postponed", "cancelled", "exclusion" */
}

const char *mailing_way_words(const char *method)
{
	return strcmp(method, invite_method_label(METHOD_PORTAL)) == 0 ? "portal" : method;
}

static enum invite_method method_of(const struct mailing_item *item)
{
	enum invite_method method = METHOD_IN_PERSON;

	invite_method_from_token(item->method, &method);
	return method;
}

void mailing_count(const struct mailing_rows *rows, size_t *by_mail, size_t *by_hand)
{
	*by_mail = *by_hand = 0;
	for (size_t i = 0; i < rows->letters.count; i++)
		if (mailing_is_ticked(rows, i))
			++*(method_of(item_at(rows, i)) == METHOD_EMAIL ? by_mail : by_hand);
}

static void add_words(char *out, size_t room, const char *between, const char *words)
{
	size_t used = strlen(out);

	snprintf(out + used, room - used, "%s%s", used ? between : "", words);
}

static void add_problems(const struct mailing_rows *rows, char *out, size_t room)
{
	const char *first = NULL;
	bool alike = true;
	char words[160];
	size_t count = 0;

	for (size_t i = 0; i < rows->letters.count; i++) {
		const char *problem = item_at(rows, i)->problem;

		if (!problem[0])
			continue;
		alike = alike && (!first || strcmp(first, problem) == 0);
		first = first ? first : problem;
		count++;
	}
	if (!count)
		return;
	snprintf(words, sizeof words, alike ? "%zu cannot go: %s" : "%zu cannot go: %s, and other reasons", count,
		 first);
	add_words(out, room, "; ", words);
}

void mailing_count_words(const struct mailing_rows *rows, char *out, size_t room)
{
	static const struct {
		enum invite_method method;
		const char *words;
	} ways[] = {{METHOD_EMAIL, "by e-mail"},
		    {METHOD_POST, "to print and post"},
		    {METHOD_PORTAL, "by portal"},
		    {METHOD_TELEPHONE, "by telephone"},
		    {METHOD_IN_PERSON, "in person"}};
	size_t left_out = 0;
	char words[80];

	out[0] = '\0';
	for (size_t way = 0; way < sizeof ways / sizeof *ways; way++) {
		size_t count = 0;

		for (size_t i = 0; i < rows->letters.count; i++)
			count += mailing_is_ticked(rows, i) && method_of(item_at(rows, i)) == ways[way].method;
		if (!count)
			continue;
		snprintf(words, sizeof words, "%zu %s", count, ways[way].words);
		add_words(out, room, ", ", words);
	}
	for (size_t i = 0; i < rows->letters.count; i++)
		left_out += !mailing_is_ticked(rows, i) && !item_at(rows, i)->problem[0];
	if (left_out) {
		snprintf(words, sizeof words, "%zu left out", left_out);
		add_words(out, room, "; ", words);
	}
	add_problems(rows, out, room);
}

/* --- The list --- */

static int64_t row_identity(const void *rows, size_t row)
{
	return item_at(rows, row)->invitee_id;
}

static void row_cell(const void *rows, size_t row, int column, char *out, size_t room)
{
	const struct mailing_item *item = item_at(rows, row);

	switch (column) {
	case COLUMN_TICK:
		snprintf(out, room, "%s", item->problem[0] ? " !" : mailing_is_ticked(rows, row) ? "[x]" : "[ ]");
		break;
	case COLUMN_WHO: snprintf(out, room, "%s", item->who); break;
	case COLUMN_LETTER: snprintf(out, room, "%s", mailing_letter_words(item->template)); break;
	case COLUMN_HOW: snprintf(out, room, "%s", mailing_way_words(item->method)); break;
	default: {
		size_t first_line = strcspn(item->address, "\n");

		if (item->problem[0])
			snprintf(out, room, "%s", item->problem);
		else
			snprintf(out, room, "%.*s", (int)first_line, item->address);
	}
	}
}

static enum tui_role row_role(const void *rows, size_t row, int column)
{
	if (item_at(rows, row)->problem[0])
		return column == COLUMN_TICK || column == COLUMN_TO ? TUI_LATE : TUI_TEXT;
	return mailing_is_ticked(rows, row) ? TUI_TEXT : TUI_MUTED;
}

struct list_source mailing_source(const struct mailing_rows *rows)
{
	return (struct list_source){.count = rows->letters.count,
				    .identity = row_identity,
				    .cell = row_cell,
				    .role = row_role,
				    .rows = rows};
}
