/* Diary: a week or a month, by day or in lanes by chair, room and minute-taker; bank holidays and closure days named.
 */
#include "diary_rows.h"
#include "screens.h"

#include <stdio.h>

enum { OP_LATER = OP_FIRST_OWN, OP_EARLIER, OP_WEEK_OR_MONTH, OP_LANES, OP_TODAY, OP_PICK, OP_BOOK_IT };
enum { ANSWER_DAY = 7601 };

static const struct binding diary_keys[] = {
	{TUI_KEY_ENTER, 'o', 0, OP_OPEN, "Open", "Open the conference of this line."},
	{'b', 'm', 0, OP_BOOK_IT, "Move", "Move the conference of this line to another slot."},
	{TUI_KEY_RIGHT, 'n', '>', OP_LATER, "Later", "The next week or month."},
	{TUI_KEY_LEFT, 'p', '<', OP_EARLIER, "Earlier", "The week or month before."},
	{'w', 0, 0, OP_WEEK_OR_MONTH, "Week/month", "A week, or the whole month."},
	{TUI_KEY_TAB, 'l', 0, OP_LANES, "Lanes", "By day, by chair, by room, by minute-taker."},
	{'t', 0, 0, OP_TODAY, NULL, "Back to this week."},
	{'c', TUI_F(5), 0, OP_PICK, NULL, "Choose a day from the month."},
	{0},
};

struct diary_state {
	day_number at, from, to, today;
	bool is_month, is_open;
	enum diary_lane lane;
	struct diary_list diary;
	struct diary_lines lines;
	struct list list;
};

static void settle_range(struct diary_state *state)
{
	if (state->is_month) {
		state->from = state->at - date_civil(state->at).day + 1;
		state->to = date_add_months(state->from, 1) - 1;
	} else {
		state->from = state->at - (day_number)date_weekday(state->at);
		state->to = state->from + 6;
	}
}

static bool diary_load(struct screen *s, struct tui *t, struct fault *f)
{
	struct diary_state *state = screen_state(s);
	struct casework *cw = casework_of(t);
	struct arena *mem = screen_arena(s);
	struct list_source source;

	if (!state->is_open)
		list_open(&state->list, diary_columns, DIARY_COLUMN_COUNT);
	state->is_open = true;
	state->today = casework_today(cw);
	settle_range(state);
	if (!casework_diary(cw, state->from, state->to, NULL, mem, &state->diary, f))
		return false;
	if (!diary_lines_make(&state->diary, state->lane, state->from, state->to, state->today, casework_calendar(cw),
			      mem, &state->lines))
		return fault_set(f, FAULT_MEMORY, "The diary is too long to show. Choose a week.");
	source = diary_source(&state->lines);
	list_fill(&state->list, &source, mem);
	return true;
}

static void diary_title(const struct screen *s, char *out, size_t room)
{
	const struct diary_state *state = screen_state(s);
	struct civil_date date = date_civil(state->at);
	char day[DATE_TEXT_ROOM];

	if (state->is_month)
		snprintf(out, room, "Diary · %s %d · %s · %zu conference%s", date_month_name(date.month), date.year,
			 diary_lane_label(state->lane), state->diary.count, state->diary.count == 1 ? "" : "s");
	else
		snprintf(out, room, "Diary · week %d from %s · %s · %zu conference%s", date_iso_week(state->from),
			 date_medium(state->from, day), diary_lane_label(state->lane), state->diary.count,
			 state->diary.count == 1 ? "" : "s");
}

static const struct diary_item *selected(const struct diary_state *state)
{
	size_t row;

	return list_selection(&state->list, &row) ? state->lines.items[row].item : NULL;
}

static void diary_status(const struct screen *s, char *out, size_t room)
{
	const struct diary_item *item = selected(screen_state(s));

	out[0] = '\0';
	if (item)
		snprintf(out, room, "%s · %s · minutes %s%s%s", item->family_words, conference_state_label(item->state),
			 item->minute_taker[0] ? item->minute_taker : "not named", item->note[0] ? " · " : "",
			 item->note);
}

static void diary_draw(const struct screen *s, struct canvas *c)
{
	const struct diary_state *state = screen_state(s);

	list_draw(&state->list, c, true, "No conferences here. n shows what comes later.");
}

static void step(struct diary_state *state, struct tui *t, int by)
{
	state->at = state->is_month ? date_add_months(state->at, by) : state->at + 7 * by;
	tui_refresh(t);
}

static bool act_own(struct diary_state *state, struct tui *t, int op, struct fault *f)
{
	const struct diary_item *item = selected(state);

	switch (op) {
	case OP_LATER: step(state, t, 1); return true;
	case OP_EARLIER: step(state, t, -1); return true;
	case OP_WEEK_OR_MONTH: state->is_month = !state->is_month; break;
	case OP_LANES: state->lane = (enum diary_lane)((state->lane + 1) % DIARY_LANE_COUNT); break;
	case OP_TODAY: state->at = state->today; break;
	case OP_PICK: return calendar_open(t, ANSWER_DAY, state->at, f);
	case OP_BOOK_IT: return !item || booking_form_open(t, item->id, NULL, f);
	default: return !item || conference_open(t, item->id, f);
	}
	tui_refresh(t);
	return true;
}

static enum handled diary_act(struct screen *s, struct tui *t, int op, tui_key typed)
{
	struct diary_state *state = screen_state(s);
	struct fault f = {0};

	if (list_act(&state->list, op, typed, screen_arena(s)) == HANDLED)
		return HANDLED;
	if (op != OP_OPEN && op < OP_FIRST_OWN)
		return NOT_MINE;
	if (!act_own(state, t, op, &f))
		tui_say_fault(t, &f);
	return HANDLED;
}

static void diary_answered(struct screen *s, struct tui *t, const struct answer *answer)
{
	struct diary_state *state = screen_state(s);

	(void)t;
	if (answer->code == ANSWER_DAY)
		state->at = (day_number)answer->number;
}

static bool diary_takes_text(const struct screen *s)
{
	const struct diary_state *state = screen_state(s);

	return list_takes_text(&state->list);
}

const struct screen_class diary_screen = {
	.name = "diary",
	.purpose = "The diary by week or month, by day or in lanes by chair, room and minute-taker.",
	.keys = diary_keys,
	.state_size = sizeof(struct diary_state),
	.list = LIST_OF(struct diary_state, list),
	.load = diary_load,
	.title = diary_title,
	.status = diary_status,
	.draw = diary_draw,
	.act = diary_act,
	.answered = diary_answered,
	.takes_text = diary_takes_text,
};

bool diary_open(struct tui *t, day_number from, struct fault *f)
{
	struct diary_state start = {.at = from};

	return tui_push(t, &diary_screen, &start, f);
}
