/* Days that suit a core group, to choose one from: the booking form opens with it filled in. */
#include "core_groups.h"

#include "screens.h"
#include "tui/list.h"

#include <stdio.h>

enum { OP_TAKE = OP_FIRST_OWN, OP_ANOTHER, OP_MORE };
enum { SHOWN_FIRST = 6, SHOWN_MORE = 6 };

static const struct binding slots_keys[] = {
	{TUI_KEY_ENTER, 'o', 0, OP_TAKE, "Take", "Take this day; the time and place can still be changed."},
	{'t', 0, 0, OP_ANOTHER, "Type", "Another day: type it yourself."},
	{'m', 0, 0, OP_MORE, "More", "Propose six days more."},
	{0},
};

enum { COLUMN_NUMBER, COLUMN_DAY, COLUMN_TIME, COLUMN_LEFT, COLUMN_WORDS, COLUMN_COUNT };
static const struct list_column columns[COLUMN_COUNT] = {
	{"", 2, LIST_RIGHT, 0, 0},    {"day", 15, LIST_LEFT, 0, 0}, {"time", 11, LIST_LEFT, 0, 0},
	{"left", 7, LIST_LEFT, 0, 0}, {"", 0, LIST_LEFT, 0, 0},
};

struct slots_state {
	int64_t family;
	struct core_group_page page;
	struct core_group_offer_list offers;
	struct list list;
	size_t most;
	bool is_open;
};

static const struct core_group_offer *offer_at(const void *rows, size_t row)
{
	return &((const struct core_group_offer_list *)rows)->items[row];
}

static int64_t offer_identity(const void *rows, size_t row)
{
	return offer_at(rows, row)->slot.day;
}

static void offer_cell(const void *rows, size_t row, int column, char *out, size_t room)
{
	const struct core_group_offer *offer = offer_at(rows, row);
	char day[DATE_TEXT_ROOM], from[8], to[8];

	switch (column) {
	case COLUMN_NUMBER: snprintf(out, room, "%zu", row + 1); break;
	case COLUMN_DAY: snprintf(out, room, "%s", date_medium(offer->slot.day, day)); break;
	case COLUMN_TIME:
		snprintf(out, room, "%s-%s", date_clock(offer->slot.starts, from),
			 date_clock(offer->slot.starts + offer->slot.minutes, to));
		break;
	case COLUMN_LEFT:
		if (offer->slot.working_days_left < 0)
			snprintf(out, room, "%d late", -offer->slot.working_days_left);
		else
			snprintf(out, room, "%d wd", offer->slot.working_days_left);
		break;
	default: snprintf(out, room, "%s%s", offer->is_warning ? "! " : "", offer->words); break;
	}
}

static enum tui_role offer_role(const void *rows, size_t row, int column)
{
	return column == COLUMN_WORDS && offer_at(rows, row)->is_warning ? TUI_SOON : TUI_TEXT;
}

static bool slots_load(struct screen *s, struct tui *t, struct fault *f)
{
	struct slots_state *state = screen_state(s);
	struct arena *mem = screen_arena(s);
	struct list_source source = {
		.identity = offer_identity, .cell = offer_cell, .role = offer_role, .rows = &state->offers};

	if (!casework_core_group_again(casework_of(t), state->family, mem, &state->page, f) ||
	    !casework_core_group_slots(casework_of(t), state->family, 0, state->most, mem, &state->offers, f))
		return false;
	if (!state->is_open)
		list_open(&state->list, columns, COLUMN_COUNT);
	state->is_open = true;
	source.count = state->offers.count;
	list_fill(&state->list, &source, mem);
	return true;
}

static void slots_title(const struct screen *s, char *out, size_t room)
{
	const struct slots_state *state = screen_state(s);

	snprintf(out, room, "Book a core group · %s", state->page.line.family_words);
}

/* Within the limit of the next, or of the one after what is booked. */
static void slots_draw(const struct screen *s, struct canvas *c)
{
	const struct slots_state *state = screen_state(s);
	const struct core_group_line *line = &state->page.line;
	char day[DATE_TEXT_ROOM];
	struct canvas_part part;

	canvas_print(c, 0, 2, -1, line->state == DEADLINE_LATE ? TUI_LATE : TUI_TEXT, "%s%s due %s · last held %s%s%s",
		     line->state == DEADLINE_LATE ? "! " : "", line->is_first ? "The first is" : "The next is",
		     line->due_words, line->held_words, line->booked_on == DAY_NONE ? "" : " · ",
		     line->booked_on == DAY_NONE ? "" : line->booked_said);
	if (state->page.last_before != DAY_NONE)
		canvas_print(c, 1, 2, -1, TUI_MUTED, "the last before the review by %s",
			     date_medium(state->page.last_before, day));
	else if (state->page.review != DAY_NONE)
		canvas_print(c, 1, 2, -1, TUI_MUTED, "review %s%s",
			     state->page.review_is_booked ? "" : "not booked, by ",
			     date_medium(state->page.review, day));
	list_draw(&state->list, canvas_part(c, &part, 3, 0, canvas_rows(c) - 3, canvas_columns(c)), true,
		  "No day was found: t types one.");
}

static enum handled slots_act(struct screen *s, struct tui *t, int op, tui_key typed)
{
	struct slots_state *state = screen_state(s);
	struct fault f = {0};
	bool ok = true;
	size_t row;

	if (list_act(&state->list, op, typed, screen_arena(s)) == HANDLED)
		return HANDLED;
	switch (op) {
	case OP_TAKE:
		if (list_selection(&state->list, &row)) {
			const struct core_group_slot taken = state->offers.items[row].slot;

			ok = core_group_book_form_open(t, state->family, &taken, &f);
		}
		break;
	case OP_ANOTHER: ok = core_group_book_form_open(t, state->family, NULL, &f); break;
	case OP_MORE:
		if (state->offers.count < state->most)
			tui_say(t, "No more days were found. t types one.");
		state->most += SHOWN_MORE;
		tui_refresh(t);
		break;
	default: return NOT_MINE;
	}
	if (!ok)
		tui_say_fault(t, &f);
	return HANDLED;
}

const struct screen_class core_group_slots_screen = {
	.name = "core-group-slots",
	.purpose = "Days that suit a core group, the best first: take one, or type another.",
	.keys = slots_keys,
	.state_size = sizeof(struct slots_state),
	.list = LIST_OF(struct slots_state, list),
	.load = slots_load,
	.title = slots_title,
	.draw = slots_draw,
	.act = slots_act,
};

bool core_group_slots_open(struct tui *t, int64_t family, struct fault *f)
{
	const struct slots_state start = {.family = family, .most = SHOWN_FIRST};

	if (!casework_may(casework_of(t), ACTION_KEEP_CORE_GROUPS, f))
		return false;
	return tui_push(t, &core_group_slots_screen, &start, f);
}
