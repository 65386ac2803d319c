/* The lane line of Today. */
#include "today_lanes.h"
#include "base/text.h"
#include "today_rows.h"

#include <stdio.h>

enum { SMALL_ROWS = 14 };
enum { LANE_STOPS = LANE_COUNT + 2 }; /* all and late come before the lanes */

static int lane_of_stop(int stop)
{
	return stop == 0 ? TODAY_LANE_ALL : stop == 1 ? TODAY_LANE_LATE : stop - 2;
}

static int stop_of_lane(int lane)
{
	return lane == TODAY_LANE_ALL ? 0 : lane == TODAY_LANE_LATE ? 1 : lane + 2;
}

int today_lane_beside(int lane, int step)
{
	return lane_of_stop((stop_of_lane(lane) + step + LANE_STOPS) % LANE_STOPS);
}

int today_lane_of_digit(int digit)
{
	return lane_of_stop(digit);
}

static void stop_words(int stop, const struct due_list *due, char *out, size_t room)
{
	if (stop == 0)
		snprintf(out, room, "All");
	else if (stop == 1)
		snprintf(out, room, "LATE %zu", due->late);
	else
		snprintf(out, room, "%s %zu", lane_label((enum lane)(stop - 2)), due->by_lane[stop - 2]);
}

static enum tui_role stop_role(int stop, const struct due_list *due, int lane)
{
	if (stop == stop_of_lane(lane))
		return TUI_SELECTED;
	if (stop == 1 && due->late)
		return TUI_LATE;
	return stop >= 2 && !due->by_lane[stop - 2] ? TUI_MUTED : TUI_LINK;
}

/* In a small window the rows are for the list: only what is late and the lane that is shown. */
static bool is_worth_a_place(int stop, int lane, const struct canvas *c)
{
	return canvas_rows(c) >= SMALL_ROWS || stop == 1 || stop == stop_of_lane(lane);
}

/* Close together where that keeps them on one line, apart otherwise. */
static int gap(const struct canvas *c, const struct due_list *due, int lane)
{
	int columns = 1, count = 0;
	char words[48];

	for (int stop = 0; stop < LANE_STOPS; stop++) {
		if (!is_worth_a_place(stop, lane, c))
			continue;
		stop_words(stop, due, words, sizeof words);
		columns += text_width(words);
		count++;
	}
	return columns + 2 * (count - 1) > canvas_columns(c) && columns + count - 1 <= canvas_columns(c) ? 1 : 2;
}

int today_lanes_draw(struct canvas *c, const struct due_list *due, int lane)
{
	int row = 0, column = 1, apart = gap(c, due, lane);
	char words[48];

	for (int stop = 0; stop < LANE_STOPS; stop++) {
		if (!is_worth_a_place(stop, lane, c))
			continue;
		stop_words(stop, due, words, sizeof words);
		if (column + text_width(words) > canvas_columns(c) && column > 1) {
			row++;
			column = 15; /* below the first lane, clear of All and LATE */
		}
		column += canvas_text(c, row, column, -1, stop_role(stop, due, lane), words) + apart;
	}
	return row + 1;
}
