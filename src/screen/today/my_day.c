/* My day: a chair's conferences by time, what each still lacks, and the way to the brief of each. */
#include "my_day.h"

#include "base/text.h"
#include "casework/people.h"
#include "live.h"
#include "screens.h"
#include "tick.h"
#include "tui/prompt.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { OP_CONFERENCE = OP_FIRST_OWN, OP_LIVE, OP_MORE, OP_FEWER, OP_WHOSE, OP_DRAFTS };
enum { ANSWER_WHOSE = 8601 };
enum { WHOSE_OWN = -1, WHOSE_ALL = 0 }; /* else the id of a chair */
enum { DAYS_MOST = 20 };                /* working days: four weeks ahead */

static const struct binding my_day_keys[] = {
	{TUI_KEY_ENTER, 0, 0, OP_OPEN, "Brief", "Read the brief of this conference."},
	{'o', 0, 0, OP_CONFERENCE, "Conference", "Open the page of this conference."},
	{'L', 0, 0, OP_LIVE, "Live", "Start this conference, or go on where it stands."},
	{'+', '=', 0, OP_MORE, "More days", "Show one working day more."},
	{'-', 0, 0, OP_FEWER, "Fewer", "Show one working day less."},
	{'y', 0, 0, OP_WHOSE, "Whose day", "Show the day of another chair, or of all."},
	{'D', 0, 0, OP_DRAFTS, NULL, "What was typed and not saved yet."},
	{0},
};

struct my_day_state {
	struct my_day_list day;
	struct my_day_rows rows;
	struct list list;
	bool is_open, is_other; /* other: of `chair`, "" everybody's */
	char chair[120];
	int ahead; /* working days after today */
	day_number today, last;
};

static bool my_day_fill(struct my_day_state *state, struct tui *t, struct arena *mem, struct fault *f)
{
	struct list_source source;

	if (!my_day_rows_make(&state->day, state->today, strcmp(state->day.whose, "all chairs") == 0, tui_columns(t),
			      mem, &state->rows))
		return fault_set(f, FAULT_MEMORY, "There are too many conferences to show. Show fewer days.");
	source = my_day_source(&state->rows);
	list_fill(&state->list, &source, mem);
	return true;
}

static bool my_day_load(struct screen *s, struct tui *t, struct fault *f)
{
	struct my_day_state *state = screen_state(s);
	struct casework *cw = casework_of(t);

	if (!state->is_open)
		list_open(&state->list, my_day_columns, 2);
	state->is_open = true;
	state->today = casework_today(cw);
	state->last = state->ahead ? working_day_add(state->today, state->ahead, casework_calendar(cw), COUNT_LOCAL)
				   : state->today;
	if (!casework_my_day(cw, state->is_other ? state->chair : NULL, state->today,
			     (int)(state->last - state->today) + 1, screen_arena(s), &state->day, f) ||
	    !my_day_fill(state, t, screen_arena(s), f))
		return false;
	if (!desk_of(t)->drafts_offered) {
		desk_of(t)->drafts_offered = true;
		drafts_offer(t);
	}
	return true;
}

static void my_day_resized(struct screen *s, struct tui *t)
{
	struct fault f = {0};

	if (!my_day_fill(screen_state(s), t, screen_arena(s), &f))
		tui_say_fault(t, &f);
}

/* Names of families stand here: it is for nobody's eyes in the room but professionals'. */
static void my_day_title(const struct screen *s, char *out, size_t room)
{
	const struct my_day_state *state = screen_state(s);
	char from[DATE_TEXT_ROOM], to[DATE_TEXT_ROOM];

	snprintf(out, room, "Professionals only · My day · %s · %s%s%s", state->day.whose,
		 date_short(state->today, from), state->ahead ? " to " : "",
		 state->ahead ? date_short(state->last, to) : "");
}

static const struct my_day_row *selected(const struct my_day_state *state)
{
	size_t row;

	return list_selection(&state->list, &row) ? &state->rows.items[row] : NULL;
}

static void my_day_status(const struct screen *s, char *out, size_t room)
{
	const struct my_day_row *row = selected(screen_state(s));

	out[0] = '\0';
	if (!row)
		return;
	if (!row->item->conference_id)
		snprintf(out, room, "The record of this family is restricted, and you are not named for it.");
	else
		snprintf(out, room, "%s%s%s", conference_state_label(row->item->state),
			 *row->item->missing ? " · " : "", row->item->missing);
}

static void my_day_draw(const struct screen *s, struct canvas *c)
{
	const struct my_day_state *state = screen_state(s);

	list_draw(&state->list, c, true,
		  state->ahead ? "No conference on these days. + shows one day more."
			       : "No conference today. + shows the next working day.");
}

/* --- Whose day --- */

static bool add_choice(struct palette_list *out, struct arena *mem, const char *label, const char *detail,
		       int64_t number)
{
	struct palette_item *item = ARENA_PUSH(mem, out);

	if (!item)
		return false;
	*item = (struct palette_item){.label = label, .detail = detail, .keys = "", .number = number};
	out->total++;
	return true;
}

static bool find_chair(void *world, const char *typed, struct arena *mem, struct palette_list *out, struct fault *f)
{
	struct desk *desk = world;
	struct resource_list chairs;
	const char *folded = text_fold(mem, typed);
	bool ok = true;

	if (!casework_resources(desk->cw, RESOURCE_CHAIR, mem, &chairs, f))
		return false;
	if (!*folded)
		ok = add_choice(out, mem, "My own day", "of this account", WHOSE_OWN) &&
		     add_choice(out, mem, "All chairs", "everybody's conferences", WHOSE_ALL);
	for (size_t i = 0; ok && i < chairs.count; i++)
		if (strstr(text_fold(mem, chairs.items[i].name), folded))
			ok = add_choice(out, mem, chairs.items[i].name, chairs.items[i].login, chairs.items[i].id);
	return ok || fault_set(f, FAULT_MEMORY, "There is not enough memory to list the chairs.");
}

static bool take_chair(struct my_day_state *state, struct tui *t, int64_t number, struct fault *f)
{
	struct resource_list chairs;
	struct arena mem = {0};
	bool ok = casework_resources(casework_of(t), RESOURCE_CHAIR, &mem, &chairs, f);

	if (ok) {
		state->is_other = number != WHOSE_OWN;
		state->chair[0] = '\0';
		list_act(&state->list, OP_FIRST, 0, &mem);
		for (size_t i = 0; i < chairs.count; i++)
			if (chairs.items[i].id == number)
				snprintf(state->chair, sizeof state->chair, "%s", chairs.items[i].name);
	}
	arena_finish(&mem);
	return ok;
}

static void my_day_answered(struct screen *s, struct tui *t, const struct answer *answer)
{
	struct fault f = {0};

	if (answer->code == ANSWER_WHOSE && !take_chair(screen_state(s), t, answer->number, &f))
		tui_say_fault(t, &f);
}

/* --- Keys --- */

/* Every conference that has a brief, in the order of the screen, and where this one stands among them. */
static bool open_brief(const struct my_day_state *state, struct tui *t, int64_t id, struct fault *f)
{
	struct brief_start start = {.count = 0};

	for (size_t i = 0; i < state->day.count && start.count < BRIEF_OTHERS_MOST; i++)
		if (state->day.items[i].conference_id) {
			if (state->day.items[i].conference_id == id)
				start.at = start.count;
			start.ids[start.count++] = state->day.items[i].conference_id;
		}
	if (start.count == BRIEF_OTHERS_MOST && start.ids[start.at] != id) /* beyond what is gone through: alone */
		start = (struct brief_start){.ids = {id}, .count = 1};
	return brief_open(t, &start, f);
}

static bool open_selected(const struct my_day_state *state, struct tui *t, int op, struct fault *f)
{
	const struct my_day_row *row = selected(state);

	if (!row)
		return fault_set(f, FAULT_REFUSED, "No conference is chosen. + shows the days after.");
	if (!row->item->conference_id)
		return fault_set(f, FAULT_REFUSED,
				 "The record of this family is restricted. A manager can name you for it.");
	if (op == OP_LIVE)
		return live_open(t, row->item->conference_id, f);
	return op == OP_OPEN ? open_brief(state, t, row->item->conference_id, f)
			     : conference_open(t, row->item->conference_id, f);
}

static bool step_days(struct my_day_state *state, struct tui *t, int by, struct fault *f)
{
	int ahead = state->ahead + by;

	if (ahead < 0 || ahead > DAYS_MOST)
		return fault_set(f, FAULT_REFUSED,
				 ahead < 0 ? "Only today is shown already."
					   : "Four weeks are shown. The Diary shows later days.");
	state->ahead = ahead;
	tui_refresh(t);
	return true;
}

/* A conference is one stop: the lines below it are passed over. */
static void move_to_conference(struct my_day_state *state, int op, struct arena *mem)
{
	const struct my_day_row *row = selected(state);
	int way = op == OP_DOWN ? OP_DOWN : OP_UP;

	while (row && row->is_below) {
		const struct my_day_row *before = row;

		list_act(&state->list, way, 0, mem);
		row = selected(state);
		if (row == before && way == OP_UP)
			return;
		if (row == before) /* the last one's own lines: back to it */
			way = OP_UP;
	}
}

static enum handled my_day_act(struct screen *s, struct tui *t, int op, tui_key typed)
{
	struct my_day_state *state = screen_state(s);
	struct fault f = {0};
	bool done = true;

	if (list_act(&state->list, op, typed, screen_arena(s)) == HANDLED) {
		move_to_conference(state, op, screen_arena(s));
		return HANDLED;
	}
	switch (op) {
	case OP_OPEN:
	case OP_LIVE:
	case OP_CONFERENCE: done = open_selected(state, t, op, &f); break;
	case OP_MORE: done = step_days(state, t, 1, &f); break;
	case OP_FEWER: done = step_days(state, t, -1, &f); break;
	case OP_WHOSE:
		done = palette_choose(t, ANSWER_WHOSE, "Whose day", "Type part of a name.", find_chair, &f);
		break;
	case OP_DRAFTS: done = drafts_open(t, &f); break;
	default: return NOT_MINE;
	}
	if (!done)
		tui_say_fault(t, &f);
	return HANDLED;
}

static bool my_day_takes_text(const struct screen *s)
{
	const struct my_day_state *state = screen_state(s);

	return list_takes_text(&state->list);
}

const struct screen_class my_day_screen = {
	.name = "my_day",
	.purpose = "A chair's conferences by time, with what each still lacks and how its quorum looks.",
	.keys = my_day_keys,
	.state_size = sizeof(struct my_day_state),
	.list = LIST_OF(struct my_day_state, list),
	.load = my_day_load,
	.title = my_day_title,
	.status = my_day_status,
	.draw = my_day_draw,
	.act = my_day_act,
	.answered = my_day_answered,
	.takes_text = my_day_takes_text,
	.resized = my_day_resized,
};

bool my_day_open(struct tui *t, struct fault *f)
{
	return tui_go(t, &my_day_screen, NULL, f);
}

bool my_day_comes_first(const struct casework *cw)
{
	return casework_roles(cw) == ROLE_BIT(ROLE_CHAIR);
}
