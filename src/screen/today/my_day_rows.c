/* The rows of My day: a conference, and below it what is missing and how the quorum looks. */
#include "my_day.h"

#include "base/text.h"

#include <stdio.h>
#include <string.h>

enum { COLUMN_TIME, COLUMN_WHAT };
enum { TIME_CELLS = 13, MARK_CELLS = 2, TEXT_LEAST = 20 };

const struct list_column my_day_columns[2] = {
	{"time", TIME_CELLS, LIST_LEFT, 0, 0},
	{"conference, and what is missing", 0, LIST_LEFT, 0, 0},
};

static const char *joined(const char *so_far, const char *more, struct arena *mem)
{
	return !*more ? so_far : !*so_far ? more : arena_printf(mem, "%s · %s", so_far, more);
}

static const char *item_words(const struct my_day_item *item, bool with_chair, struct arena *mem)
{
	const char *words = joined(item->family_words, item->reference, mem);

	words = joined(words, item->type, mem);
	words = joined(words, item->place, mem);
	return with_chair ? joined(words, *item->chair ? item->chair : "no chair yet", mem) : words;
}

static bool add(struct my_day_rows *out, struct arena *mem, struct my_day_row row)
{
	struct my_day_row *kept = ARENA_PUSH(mem, out);

	if (kept)
		*kept = row;
	return kept != NULL;
}

/* What does not fit goes on below, indented under the words and not under the sign. */
static bool add_below(struct my_day_rows *out, struct arena *mem, const struct my_day_row *of, const char *sign,
		      const char *text, int cells)
{
	size_t shown;

	for (size_t n; (n = text_wrap(text, cells - MARK_CELLS, &shown)) > 0; text += n) {
		struct my_day_row row = *of;

		row.text = arena_printf(mem, "%-2s%s", sign, arena_text_n(mem, text, shown));
		if (!add(out, mem, row))
			return false;
		sign = "";
	}
	return true;
}

static bool add_item(struct my_day_rows *out, struct arena *mem, const struct my_day_item *item, bool with_chair,
		     int cells)
{
	const char *words = item_words(item, with_chair, mem), *state = conference_state_label(item->state);
	struct my_day_row row = {.item = item, .text = words};
	struct my_day_row below = {.item = item, .is_below = true, .is_worry = *item->missing};

	row.folded = below.folded = text_fold(
		mem, arena_printf(mem, "%s %s %s %s", item->when, words, item->missing, item->quorum));
	if (!add(out, mem, row))
		return false;
	if (!item->conference_id)
		return true;
	if (!conference_state_is_to_be_held(item->state))
		return add_below(out, mem, &below, "", state, cells);
	if (!add_below(out, mem, &below, *item->missing ? "!" : "",
		       *item->missing ? item->missing : "nothing is missing", cells))
		return false;
	below.is_worry = false;
	words = *item->reports ? arena_printf(mem, "reports %s · ", item->reports) : "";
	return add_below(out, mem, &below, "", arena_printf(mem, "%s%s", words, item->quorum), cells);
}

bool my_day_rows_make(const struct my_day_list *list, day_number today, bool with_chair, int columns, struct arena *mem,
		      struct my_day_rows *out)
{
	int cells = columns - MARK_CELLS - TIME_CELLS - 1;
	char day[DATE_TEXT_ROOM];

	*out = (struct my_day_rows){0};
	for (size_t i = 0; i < list->count; i++) {
		const struct my_day_item *item = &list->items[i];
		const struct my_day_row heading = {.text = arena_printf(mem, "%s%s", date_long(item->day, day),
									item->day == today ? " · today" : "")};

		if ((i == 0 || item[-1].day != item->day) && !add(out, mem, heading))
			return false;
		if (!add_item(out, mem, item, with_chair, cells < TEXT_LEAST ? TEXT_LEAST : cells))
			return false;
	}
	return !arena_exhausted(mem);
}

static const struct my_day_row *row_at(const void *rows, size_t row)
{
	return &((const struct my_day_rows *)rows)->items[row];
}

/* Only a conference is found again after a change: the lines below it come and go. */
static int64_t row_identity(const void *rows, size_t row)
{
	const struct my_day_row *one = row_at(rows, row);

	return one->item && one->item->conference_id && !one->is_below ? one->item->conference_id : -1 - (int64_t)row;
}

static void row_cell(const void *rows, size_t row, int column, char *out, size_t room)
{
	const struct my_day_row *one = row_at(rows, row);

	if (column == COLUMN_WHAT || !one->item)
		snprintf(out, room, "%s", one->item || column == COLUMN_TIME ? one->text : "");
	else
		snprintf(out, room, "%s", one->is_below ? "" : one->item->when);
}

static enum tui_role row_role(const void *rows, size_t row, int column)
{
	const struct my_day_row *one = row_at(rows, row);

	(void)column;
	if (!one->item)
		return TUI_HEADING;
	return one->is_worry && one->is_below ? TUI_LATE : TUI_TEXT;
}

static bool row_is_heading(const void *rows, size_t row)
{
	return !row_at(rows, row)->item;
}

static bool row_matches(const void *rows, size_t row, const char *folded_filter)
{
	return strstr(row_at(rows, row)->folded, folded_filter) != NULL;
}

struct list_source my_day_source(const struct my_day_rows *rows)
{
	return (struct list_source){
		.count = rows->count,
		.identity = row_identity,
		.cell = row_cell,
		.role = row_role,
		.matches = row_matches,
		.is_heading = row_is_heading,
		.rows = rows,
	};
}
