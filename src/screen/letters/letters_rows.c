/* Letters that were written, as rows of the Letters tab and of the outbox. */
#include "mailing_rows.h"
#include "outbox.h"

#include <stdio.h>
#include <string.h>

enum { COLUMN_WHO, COLUMN_LETTER, COLUMN_HOW, COLUMN_STATE };

const struct list_column letters_columns[] = {
	{"who", 21, LIST_LEFT, 0, 'w'},
	{"letter", 14, LIST_LEFT, 64, 'l'},
	{"how", 9, LIST_LEFT, 0, 'h'},
	{"how it stands", 0, LIST_LEFT, 0, 'd'},
};

const struct list_column outbox_columns[] = {
	{"who", 20, LIST_LEFT, 0, 'w'},
	{"conference", 15, LIST_LEFT, 64, 'c'},
	{"how", 9, LIST_LEFT, 0, 'h'},
	{"how it stands", 0, LIST_LEFT, 0, 'd'},
};

static const struct letter_item *item_at(const void *rows, size_t row)
{
	return &((const struct letter_item_list *)rows)->items[row];
}

static int64_t row_identity(const void *rows, size_t row)
{
	return item_at(rows, row)->letter_id;
}

static void letter_cell(const void *rows, size_t row, int column, char *out, size_t room)
{
	const struct letter_item *letter = item_at(rows, row);

	switch (column) {
	case COLUMN_WHO: snprintf(out, room, "%s", letter->who); break;
	case COLUMN_LETTER: snprintf(out, room, "%s", mailing_letter_words(letter->template)); break;
	case COLUMN_HOW: snprintf(out, room, "%s", mailing_way_words(letter->method)); break;
	default: snprintf(out, room, "%s", letter->state_words);
	}
}

static void outbox_cell(const void *rows, size_t row, int column, char *out, size_t room)
{
	const struct letter_item *letter = item_at(rows, row);

	if (column == COLUMN_LETTER)
		snprintf(out, room, "%s %s", letter->reference, letter->family_words);
	else
		letter_cell(rows, row, column, out, room);
}

static enum tui_role row_role(const void *rows, size_t row, int column)
{
	if (column != COLUMN_STATE)
		return TUI_TEXT;
	if (item_at(rows, row)->is_held)
		return TUI_LATE;
	switch (item_at(rows, row)->state) {
	case DELIVERY_FAILED:
	case DELIVERY_BOUNCED:
	case DELIVERY_UNSURE: return TUI_LATE;
	case DELIVERY_SENT: return TUI_GOOD;
	case DELIVERY_WITHDRAWN: return TUI_MUTED;
	default: return TUI_SOON;
	}
}

static int row_compare(const void *rows, size_t a, size_t b, int column)
{
	(void)rows, (void)a, (void)b, (void)column;
	return LIST_BY_TEXT;
}

struct list_source letters_source(const struct letter_item_list *letters, bool with_family)
{
	return (struct list_source){.count = letters->count,
				    .identity = row_identity,
				    .cell = with_family ? outbox_cell : letter_cell,
				    .role = row_role,
				    .compare = row_compare,
				    .rows = letters};
}

/* What to do about it, in the words of the keys. */
static const char *remedy(const struct letter_item *letter)
{
	switch (letter->state) {
	case DELIVERY_WAITING: return strcmp(letter->method, "e-mail") == 0 ? "" : "h when it is done";
	case DELIVERY_FAILED: return "r sends it again, h if it is done by hand";
	case DELIVERY_UNSURE: return "h if it did go, r sends it again, b if it came back";
	case DELIVERY_BOUNCED: return "r sends it again another way";
	default: return "";
	}
}

void letters_row_words(const struct letter_item *letter, char *out, size_t room)
{
	const char *help = remedy(letter);
	size_t line = strcspn(letter->address, "\n");

	if (letter->state == DELIVERY_UNSURE) /* the row itself says since when */
		snprintf(out, room, "May have been sent: %s", help);
	else if (letter->is_held) /* it says why, and what to do */
		snprintf(out, room, "%s", letter->state_words);
	else if (help[0])
		snprintf(out, room, "%s · %s", letter->state_words, help);
	else
		snprintf(out, room, "%s%s%.*s%s%s", letter->state_words, line ? " · to " : "", (int)line,
			 letter->address, letter->encloses[0] ? " · encloses " : "", letter->encloses);
}
