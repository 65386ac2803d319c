/* `quorate today`: the day in plain sentences, for reading, for mail and for a screen reader. */
#include "chair_day.h"
#include "due_listing.h"

#include "base/text.h"

#include <string.h>

enum { AHEAD_WORKING_DAYS = 10 };

struct day {
	struct app *app;
	struct due_list due;
	struct diary_list meetings;
	day_number next; /* the next working day, and its conferences */
	struct diary_list next_meetings;
	bool is_of_chair; /* then these two are said in place of the meetings */
	struct chair_day own, next_own;
};

static const char *plural(size_t n)
{
	return n == 1 ? "" : "s";
}

/* --- As sentences --- */

static const char *capital(struct arena *mem, const char *words)
{
	char *out = arena_text(mem, words);

	if (*out >= 'a' && *out <= 'z')
		*out = (char)(*out - 'a' + 'A');
	return out;
}

static void say_item(const struct day *day, const struct due_item *item)
{
	struct arena *mem = &day->app->mem;
	char due[DATE_TEXT_ROOM], distance[DISTANCE_TEXT_ROOM];
	const char *words = arena_printf(mem, "%s for %s (%s): due %s, %s.", capital(mem, rule_label(item->rule)),
					 item->family_words, item->reference, date_medium(item->by, due),
					 working_day_distance(casework_today(day->app->cw), item->by,
							      casework_calendar(day->app->cw), distance));

	if (*item->missing)
		words = arena_printf(mem, "%s %s.", words, capital(mem, item->missing));
	app_put_wrapped(words, 4, 2);
}

static size_t count_of(const struct day *day, enum deadline_state state)
{
	size_t count = 0;

	for (size_t i = 0; i < day->due.count; i++)
		count += day->due.items[i].state == state;
	return count;
}

static void say_all(const struct day *day, enum deadline_state state)
{
	for (size_t i = 0; i < day->due.count; i++)
		if (day->due.items[i].state == state)
			say_item(day, &day->due.items[i]);
}

static void say_due(const struct day *day, enum deadline_state state, const char *what)
{
	size_t count = count_of(day, state);

	putchar('\n');
	if (count == 0) {
		printf("Nothing is %s.\n", what);
		return;
	}
	printf("%zu task%s %s %s.\n", count, plural(count), count == 1 ? "is" : "are", what);
	say_all(day, state);
}

static void say_meeting(const struct day *day, const struct diary_item *meeting)
{
	struct arena *mem = &day->app->mem;
	char starts[8];
	const char *words = arena_printf(mem, "%s %s for %s (%s)",
					 meeting->starts >= 0 ? date_clock(meeting->starts, starts) : "Time not known:",
					 conference_type_brief(meeting->type), meeting->family_words,
					 meeting->reference);
	const char *place = *meeting->room ? meeting->room : meeting->place;

	words = arena_printf(mem, "%s%s%s%s%s.", words, *place ? ", " : "", place,
			     *meeting->chair ? ", chair " : ", no chair yet", meeting->chair);
	if (*meeting->note)
		words = arena_printf(mem, "%s %s.", words, capital(mem, meeting->note));
	app_put_wrapped(words, 4, 2);
}

/* `when` completes "There is no conference ...". */
static void say_meetings(const struct day *day, const struct diary_list *meetings, const char *when)
{
	size_t count = meetings->count;

	putchar('\n');
	if (count == 0) {
		printf("There is no conference %s.\n", when);
		return;
	}
	printf("There %s %zu conference%s %s.\n", count == 1 ? "is" : "are", count, plural(count), when);
	for (size_t i = 0; i < count; i++)
		say_meeting(day, &meetings->items[i]);
}

static void say_ahead(const struct day *day)
{
	struct arena *mem = &day->app->mem;
	const char *words = "";
	size_t by_lane[LANE_COUNT] = {0}, count = 0;

	for (size_t i = 0; i < day->due.count; i++)
		if (day->due.items[i].state == DEADLINE_SOON || day->due.items[i].state == DEADLINE_OK) {
			by_lane[day->due.items[i].lane]++;
			count++;
		}
	for (int lane = 0; lane < LANE_COUNT; lane++)
		if (by_lane[lane])
			words = arena_printf(mem, "%s%s %s %zu", words, *words ? "," : "", lane_label((enum lane)lane),
					     by_lane[lane]);
	putchar('\n');
	if (count == 0) {
		printf("Nothing falls due in the %d working days after today.\n", AHEAD_WORKING_DAYS);
		return;
	}
	app_put_wrapped(arena_printf(mem, "In the %d working days after today %zu task%s fall%s due:%s.",
				     AHEAD_WORKING_DAYS, count, plural(count), count == 1 ? "s" : "", words),
			2, 0);
}

static void say_day(const struct day *day)
{
	const struct casework *cw = day->app->cw;
	const char *holiday = working_day_holiday(casework_today(cw), casework_calendar(cw));
	char today[DATE_TEXT_ROOM], next[DATE_TEXT_ROOM];

	app_put_wrapped(arena_printf(&day->app->mem, "%s, %s%s%s%s.", casework_authority(cw),
				     date_long(casework_today(cw), today), holiday ? " (" : "", holiday ? holiday : "",
				     holiday ? ")" : ""),
			0, 0);
	if (casework_is_demo(cw))
		printf("This is a demonstration: nobody in it is real.\n");
	say_due(day, DEADLINE_LATE, "late");
	say_due(day, DEADLINE_TODAY, "due today");
	date_long(day->next, next);
	if (day->is_of_chair) {
		chair_day_say(&day->own, "today");
		chair_day_say(&day->next_own, arena_printf(&day->app->mem, "on %s", next));
	} else {
		say_meetings(day, &day->meetings, "today");
		say_meetings(day, &day->next_meetings, arena_printf(&day->app->mem, "on %s", next));
	}
	say_ahead(day);
}

/* --- As JSON and CSV --- */

static const struct listing_column meeting_columns[] = {
	{"reference", "Reference"},
	{"family", "Family"},
	{"type", "Type"},
	{"state", "State"},
	{"day", "Day"},
	{"starts", "Starts"},
	{"minutes", "Minutes"},
	{"chair", "Chair"},
	{"room", "Room"},
	{"minute_taker", "Minute-taker"},
	{"place", "Place"},
	{"note", "Note"},
};

static void meeting_listing(const struct day *day, struct listing *out)
{
	listing_begin(out, meeting_columns, sizeof meeting_columns / sizeof *meeting_columns, &day->app->mem);
	for (size_t i = 0; i < day->meetings.count; i++) {
		const struct diary_item *meeting = &day->meetings.items[i];
		char starts[8];

		listing_text(out, meeting->reference);
		listing_text(out, meeting->family_words);
		listing_text(out, conference_type_token(meeting->type));
		listing_text(out, conference_state_token(meeting->state));
		listing_day(out, meeting->day);
		listing_text(out, meeting->starts >= 0 ? date_clock(meeting->starts, starts) : NULL);
		if (meeting->minutes >= 0)
			listing_number(out, meeting->minutes);
		else
			listing_nothing(out);
		listing_text(out, meeting->chair);
		listing_text(out, meeting->room);
		listing_text(out, meeting->minute_taker);
		listing_text(out, meeting->place);
		listing_text(out, meeting->note);
	}
}

static bool put_part(const char *key, const struct listing *listing, struct fault *f)
{
	const struct listing_style style = {.form = LISTING_JSON};

	printf(",\n\"%s\": ", key);
	return listing_write(listing, stdout, &style, f);
}

/* Only those in one state, as a list of its own. */
static struct due_list due_of(const struct day *day, enum deadline_state state)
{
	struct due_list out = {0};

	for (size_t i = 0; i < day->due.count; i++)
		if (day->due.items[i].state == state) {
			struct due_item *item = ARENA_PUSH(&day->app->mem, &out);

			if (item)
				*item = day->due.items[i];
		}
	return out;
}

static bool put_due(const struct day *day, const char *key, enum deadline_state state, struct fault *f)
{
	struct due_list due = due_of(day, state);
	struct listing listing;

	due_listing(&listing, &due, &day->app->mem);
	return put_part(key, &listing, f);
}

static bool write_json(const struct day *day, struct fault *f)
{
	char today[DATE_TEXT_ROOM];
	struct listing meetings;

	printf("{\"date\": \"%s\"", date_to_iso(casework_today(day->app->cw), today));
	meeting_listing(day, &meetings);
	if (!put_due(day, "late", DEADLINE_LATE, f) || !put_due(day, "due", DEADLINE_TODAY, f) ||
	    !put_part("conferences", &meetings, f))
		return false;
	puts("}");
	return true;
}

static bool read_next(struct day *day, const char *chair, struct fault *f)
{
	struct casework *cw = day->app->cw;

	day->next = working_day_add(casework_today(cw), 1, casework_calendar(cw), COUNT_LOCAL);
	day->is_of_chair = chair && *chair;
	if (day->is_of_chair)
		return chair_day_read(day->app, chair, casework_today(cw), true, &day->own, f) &&
		       chair_day_read(day->app, chair, day->next, false, &day->next_own, f);
	return casework_diary(cw, day->next, day->next, chair, &day->app->mem, &day->next_meetings, f);
}

bool run_today(struct app *app, struct fault *f)
{
	const struct due_filter filter = {
		.within_wd = AHEAD_WORKING_DAYS, .lane = -1, .chair = app->arguments.values[OPTION_CHAIR]};
	struct day day = {.app = app};
	struct listing listing;

	if (!app_open(app, f) || !casework_board(app->cw, &filter, &app->mem, &day.due, &day.meetings, f))
		return false;
	if (app->arguments.given[OPTION_JSON])
		return write_json(&day, f);
	if (app->arguments.given[OPTION_CSV]) {
		due_listing(&listing, &day.due, &app->mem);
		return app_write(app, &listing, LISTING_CSV, f);
	}
	if (!read_next(&day, filter.chair, f))
		return false;
	say_day(&day);
	return true;
}
