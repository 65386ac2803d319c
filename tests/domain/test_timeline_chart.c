/* A timeline as signs in cells: where a day falls, what is drawn where two things meet, and what the window shows. */
#include "domain/timeline_chart.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

enum { COLUMNS = 20, DAYS = 40, EVENTS_MOST = 4 };
static const day_number FIRST = 20513; /* Sun 1 Mar 2026 */

/* Of the days from the first: two days to a cell. */
struct told {
	enum timeline_kind kind;
	enum rule_key rule;
	int on, until; /* -1: none */
	bool is_late;
};

static struct timeline_chart chart_of(const struct told *told, size_t count, int today)
{
	struct timeline_event events[EVENTS_MOST];
	struct timeline_event_list list = {.items = events, .count = count};
	struct timeline_window window = {.from = FIRST, .until = FIRST + DAYS};
	struct timeline_chart chart;

	for (size_t i = 0; i < count; i++)
		events[i] = (struct timeline_event){.kind = told[i].kind,
						    .lane = told[i].kind == TIMELINE_EVENT_LIMIT
								    ? timeline_rule_lane(told[i].rule)
								    : timeline_kind_lane(told[i].kind),
						    .on = FIRST + told[i].on,
						    .until = told[i].until < 0 ? DAY_NONE : FIRST + told[i].until,
						    .is_late = told[i].is_late};
	timeline_chart_make(&list, window, FIRST + today, COLUMNS, &chart);
	return chart;
}

static const char *lane_text(const struct timeline_chart *chart, enum timeline_lane lane, bool is_ascii,
			     char out[COLUMNS * 4 + 1])
{
	out[0] = '\0';
	for (int i = 0; i < chart->columns; i++)
		strcat(out, timeline_chart_glyph(chart->cells[lane][i], is_ascii));
	return out;
}

#define VISIT(day)                                                                                                     \
	{                                                                                                              \
		TIMELINE_EVENT_VISIT, RULE_COUNT, day, -1, false                                                       \
	}

static const struct {
	const char *why;
	enum timeline_lane lane;
	int today;
	struct told told[EVENTS_MOST];
	size_t count;
	const char *wanted;
} rows[] = {
	{"today runs through every lane", TIMELINE_LANE_SHARED, 20, {{0}}, 0, "          :         "},
	{"an event is stronger than today", TIMELINE_LANE_VISITS, 20, {VISIT(20)}, 1, "          *         "},
	{"two in one cell are counted", TIMELINE_LANE_VISITS, 39, {VISIT(0), VISIT(1)}, 2, "2                  :"},
	{"what lies outside is not drawn", TIMELINE_LANE_VISITS, 39, {VISIT(-1), VISIT(40)}, 2, "                   :"},
	{"a limit that was kept is a bar",
	 TIMELINE_LANE_VISITS,
	 39,
	 {{TIMELINE_EVENT_LIMIT, RULE_VISIT, 10, 8, false}, VISIT(8)},
	 2,
	 "    *|             :"},
	{"one kept late says so until it was done",
	 TIMELINE_LANE_VISITS,
	 39,
	 {{TIMELINE_EVENT_LIMIT, RULE_VISIT, 10, 16, true}, VISIT(16)},
	 2,
	 "     !~~*          :"},
	{"one not kept yet is late until today",
	 TIMELINE_LANE_CORE_GROUPS,
	 20,
	 {{TIMELINE_EVENT_LIMIT, RULE_CORE_GROUP_FIRST, 10, -1, true}},
	 1,
	 "     !~~~~~         "},
	{"lateness that began before the window is seen in it",
	 TIMELINE_LANE_CORE_GROUPS,
	 6,
	 {{TIMELINE_EVENT_LIMIT, RULE_CORE_GROUP_NEXT, -9, -1, true}},
	 1,
	 "~~~~                "},
	{"a limit not kept is never hidden by what happened on its day",
	 TIMELINE_LANE_VISITS,
	 39,
	 {{TIMELINE_EVENT_LIMIT, RULE_VISIT, 10, 16, true}, VISIT(10), VISIT(11)},
	 3,
	 "     !~~~          :"},
	{"an open plan goes on to today",
	 TIMELINE_LANE_PLANS,
	 20,
	 {{TIMELINE_EVENT_PLAN, RULE_COUNT, 4, -1, false}},
	 1,
	 "  *========         "},
	{"one that ended, to its end",
	 TIMELINE_LANE_PLANS,
	 39,
	 {{TIMELINE_EVENT_PLAN, RULE_COUNT, 4, 12, false}, {TIMELINE_EVENT_PLAN_ENDED, RULE_COUNT, 12, -1, false}},
	 2,
	 "  *===*            :"},
	{"booked and missed are told apart",
	 TIMELINE_LANE_CORE_GROUPS,
	 20,
	 {{TIMELINE_EVENT_CORE_GROUP_MISSED, RULE_COUNT, 4, -1, false},
	  {TIMELINE_EVENT_CORE_GROUP_BOOKED, RULE_COUNT, 30, -1, false}},
	 2,
	 "  x       :    o    "},
};

static void every_row_is_drawn(void **state)
{
	char text[COLUMNS * 4 + 1];

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct timeline_chart chart = chart_of(rows[i].told, rows[i].count, rows[i].today);

		if (strcmp(lane_text(&chart, rows[i].lane, true, text), rows[i].wanted) != 0)
			fail_msg("%s: [%s] not [%s]", rows[i].why, text, rows[i].wanted);
	}
}

/* The same cells with the signs of a terminal that has them. */
static void signs_are_drawn_where_they_can_be(void **state)
{
	const struct told told[] = {{TIMELINE_EVENT_PLAN, RULE_COUNT, 4, 12, false}};
	struct timeline_chart chart = chart_of(told, 1, 39);
	char text[COLUMNS * 4 + 1];

	(void)state;
	assert_string_equal(lane_text(&chart, TIMELINE_LANE_PLANS, false, text), "  ●━━━━            :");
}

static void the_axis_names_months_or_years(void **state)
{
	struct timeline_event_list none = {0};
	struct timeline_window quarter = {.from = FIRST, .until = FIRST + 92},
			       late = {.from = FIRST + 24, .until = FIRST + 116},
			       decade = {.from = FIRST, .until = FIRST + 3653};
	struct timeline_chart chart;

	(void)state;
	timeline_chart_make(&none, quarter, FIRST, 46, &chart);
	assert_string_equal(chart.axis, "Mar 2026       Apr            May             ");
	timeline_chart_make(&none, late, FIRST, 46, &chart); /* the last days of March do not take April's name */
	assert_string_equal(chart.axis, "   Apr 2026       May             Jun         ");
	timeline_chart_make(&none, decade, FIRST, 50, &chart);
	assert_string_equal(chart.axis, "2026     2028 2029 2030 2031 2032 2033 2034 2035  ");
	timeline_chart_make(&none, quarter, FIRST, 0, &chart);
	assert_int_equal(chart.columns, 0);
}

static void the_window_holds_what_is_chosen(void **state)
{
	struct timeline_event events[] = {{.on = FIRST - 1000, .until = DAY_NONE}, {.on = FIRST, .until = FIRST + 50}};
	struct timeline_event_list list = {.items = events, .count = 2};
	struct timeline_window window = timeline_window_around(TIMELINE_ZOOM_QUARTER, &list, FIRST, FIRST);

	(void)state;
	assert_int_equal(window.until - window.from, 92);
	assert_int_equal(timeline_window_hold(window, FIRST + 10).from, window.from);
	assert_true(timeline_window_hold(window, FIRST + 90).from > window.from);
	window = timeline_window_around(TIMELINE_ZOOM_ALL, &list, FIRST + 20, FIRST);
	assert_true(window.from < FIRST - 1000 && window.until > FIRST + 50);
	assert_int_equal(timeline_chart_column(window, 60, window.until), -1);
	assert_int_equal(timeline_chart_column(window, 60, window.until - 1), 59);
	list.count = 0;
	window = timeline_window_around(TIMELINE_ZOOM_ALL, &list, FIRST, FIRST);
	assert_int_equal(window.until - window.from, 92);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_row_is_drawn),
		cmocka_unit_test(signs_are_drawn_where_they_can_be),
		cmocka_unit_test(the_axis_names_months_or_years),
		cmocka_unit_test(the_window_holds_what_is_chosen),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
