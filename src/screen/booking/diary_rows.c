/* The diary's lines. */
#include "diary_rows.h"

#include "domain/clock_entry.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { COLUMN_TIME, COLUMN_FAMILY, COLUMN_TYPE, COLUMN_CHAIR, COLUMN_ROOM, COLUMN_MINUTES };

const struct list_column diary_columns[DIARY_COLUMN_COUNT] = {
	{"time", 18, LIST_LEFT, 0, 0}, {"family · reference", 0, LIST_LEFT, 0, 0},
	{"type", 9, LIST_LEFT, 0, 0},  {"chair", 15, LIST_LEFT, 0, 0},
	{"room", 8, LIST_LEFT, 0, 0},  {"minutes", 16, LIST_LEFT, 100, 0},
};

const char *diary_lane_label(enum diary_lane lane)
{
	static const char *const labels[] = {"by day", "by chair", "by room", "by minute-taker"};

	return labels[lane];
}

static int64_t lane_id(const struct diary_item *item, enum diary_lane lane)
{
	return lane == DIARY_BY_CHAIR ? item->chair_id : lane == DIARY_BY_ROOM ? item->room_id : item->minute_taker_id;
}

static const char *lane_name(const struct diary_item *item, enum diary_lane lane)
{
	const char *name = lane == DIARY_BY_CHAIR  ? item->chair
			   : lane == DIARY_BY_ROOM ? item->room
						   : item->minute_taker;

	return name[0] ? name : lane == DIARY_BY_ROOM && item->place[0] ? "Other places" : "Nobody yet";
}

static bool clashes(const struct diary_list *diary, const struct diary_item *item)
{
	for (size_t i = 0; i < diary->count; i++) {
		const struct diary_item *other = &diary->items[i];

		if (other == item || other->day != item->day || other->starts < 0 || item->starts < 0 ||
		    other->starts >= item->starts + item->minutes || item->starts >= other->starts + other->minutes)
			continue;
		if ((item->chair_id && item->chair_id == other->chair_id) ||
		    (item->minute_taker_id && item->minute_taker_id == other->minute_taker_id) ||
		    (item->room_id && item->room_id == other->room_id && strcmp(item->room, "Video") != 0))
			return true;
	}
	return false;
}

static bool add_heading(struct diary_lines *out, struct arena *mem, const char *text, bool is_off)
{
	struct diary_line *line = ARENA_PUSH(mem, out);

	if (line)
		*line = (struct diary_line){.heading = text, .is_off = is_off};
	return line != NULL;
}

static bool add_item(struct diary_lines *out, struct arena *mem, const struct diary_list *diary,
		     const struct diary_item *item)
{
	struct diary_line *line = ARENA_PUSH(mem, out);

	if (line)
		*line = (struct diary_line){.item = item, .clashes = clashes(diary, item)};
	return line != NULL;
}

/* Weekends without a conference are left out; a holiday or closure is named. */
static bool by_day(const struct diary_list *diary, day_number from, day_number to, day_number today,
		   const struct working_calendar *calendar, struct arena *mem, struct diary_lines *out)
{
	size_t next = 0;

	for (day_number day = from; day <= to; day++) {
		const char *why = working_day_why_not(day, calendar);
		bool has_items = next < diary->count && diary->items[next].day == day;
		char text[DATE_TEXT_ROOM];

		if (date_weekday(day) >= SATURDAY && !has_items)
			continue;
		if (!add_heading(out, mem,
				 arena_printf(mem, "%s%s%s%s%s", date_medium(day, text), day == today ? " · today" : "",
					      why ? " · " : "", why ? why : "", !has_items && !why ? " · free" : ""),
				 why != NULL))
			return false;
		for (; next < diary->count && diary->items[next].day == day; next++)
			if (!add_item(out, mem, diary, &diary->items[next]))
				return false;
	}
	return true;
}

static bool is_first_of_lane(const struct diary_list *diary, size_t at, enum diary_lane lane)
{
	for (size_t i = 0; i < at; i++)
		if (strcmp(lane_name(&diary->items[i], lane), lane_name(&diary->items[at], lane)) == 0)
			return false;
	return true;
}

static bool by_lane(const struct diary_list *diary, enum diary_lane lane, struct arena *mem, struct diary_lines *out)
{
	for (size_t first = 0; first < diary->count; first++) {
		const char *name = lane_name(&diary->items[first], lane);
		int count = 0, minutes = 0;
		char length[LENGTH_WORDS_ROOM];

		if (!is_first_of_lane(diary, first, lane))
			continue;
		for (size_t i = first; i < diary->count; i++)
			if (strcmp(lane_name(&diary->items[i], lane), name) == 0) {
				count++;
				minutes += diary->items[i].minutes > 0 ? diary->items[i].minutes : 0;
			}
		if (!add_heading(out, mem,
				 arena_printf(mem, "%s · %d conference%s, %s", name, count, count == 1 ? "" : "s",
					      length_words(minutes, length)),
				 lane_id(&diary->items[first], lane) == 0))
			return false;
		for (size_t i = first; i < diary->count; i++)
			if (strcmp(lane_name(&diary->items[i], lane), name) == 0 &&
			    !add_item(out, mem, diary, &diary->items[i]))
				return false;
	}
	return true;
}

bool diary_lines_make(const struct diary_list *diary, enum diary_lane lane, day_number from, day_number to,
		      day_number today, const struct working_calendar *calendar, struct arena *mem,
		      struct diary_lines *out)
{
	*out = (struct diary_lines){.lane = lane};
	return lane == DIARY_BY_DAY ? by_day(diary, from, to, today, calendar, mem, out)
				    : by_lane(diary, lane, mem, out);
}

static const struct diary_line *line_at(const void *rows, size_t row)
{
	return &((const struct diary_lines *)rows)->items[row];
}

static int64_t diary_identity(const void *rows, size_t row)
{
	const struct diary_line *line = line_at(rows, row);

	return line->item ? line->item->id : -1 - (int64_t)row;
}

static void diary_cell(const void *rows, size_t row, int column, char *out, size_t room)
{
	const struct diary_line *line = line_at(rows, row);
	const struct diary_item *item = line->item;
	char from[8], to[8], day[DATE_TEXT_ROOM];

	out[0] = '\0';
	if (!item) {
		snprintf(out, room, "%s", column == COLUMN_TIME ? line->heading : "");
		return;
	}
	switch (column) {
	case COLUMN_TIME:
		snprintf(out, room, "%s%s%s%s%s",
			 ((const struct diary_lines *)rows)->lane == DIARY_BY_DAY ? "" : date_short(item->day, day),
			 ((const struct diary_lines *)rows)->lane == DIARY_BY_DAY ? "" : " ",
			 item->starts < 0 ? "" : date_clock(item->starts, from),
			 item->starts < 0 || ((const struct diary_lines *)rows)->lane != DIARY_BY_DAY ? "" : "-",
			 item->starts < 0 || ((const struct diary_lines *)rows)->lane != DIARY_BY_DAY
				 ? ""
				 : date_clock(item->starts + item->minutes, to));
		break;
	case COLUMN_FAMILY:
		snprintf(out, room, "%s%s · %s", line->clashes ? "! clash " : "", item->family_words, item->reference);
		break;
	case COLUMN_TYPE: snprintf(out, room, "%s", conference_type_brief(item->type)); break;
	case COLUMN_CHAIR: snprintf(out, room, "%s", item->chair); break;
	case COLUMN_ROOM: snprintf(out, room, "%s", item->room[0] ? item->room : item->place); break;
	default: snprintf(out, room, "%s", item->minute_taker); break;
	}
}

static enum tui_role diary_role(const void *rows, size_t row, int column)
{
	const struct diary_line *line = line_at(rows, row);

	(void)column;
	if (line->heading)
		return line->is_off ? TUI_MUTED : TUI_HEADING;
	return line->clashes ? TUI_LATE : TUI_TEXT;
}

static bool diary_is_heading(const void *rows, size_t row)
{
	return line_at(rows, row)->heading != NULL;
}

struct list_source diary_source(const struct diary_lines *lines)
{
	return (struct list_source){
		.count = lines->count,
		.identity = diary_identity,
		.cell = diary_cell,
		.role = diary_role,
		.is_heading = diary_is_heading,
		.rows = lines,
	};
}
