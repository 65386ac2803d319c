/* Clock: every enquiry, transfer and postponed conference that waits, its days left, what is booked, the earliest free
 * slot. */
#include "due_words.h"
#include "screens.h"
#include "tui/list.h"

#include <stdio.h>
#include <string.h>

enum { OP_BOOK_IT = OP_FIRST_OWN };

static const struct binding clock_keys[] = {
	{TUI_KEY_ENTER, 'o', 0, OP_OPEN, "Open", "Open the conference, or the family while nothing is requested."},
	{'b', 0, 0, OP_BOOK_IT, "Book", "Book it, or take the request that is missing."},
	{0},
};

enum { COLUMN_SIGN, COLUMN_LEFT, COLUMN_LIMIT, COLUMN_FAMILY, COLUMN_TYPE, COLUMN_BOOKED, COLUMN_WORKER };

static const struct list_column clock_columns[] = {
	{"", 1, LIST_LEFT, 0, 0},
	{"left", DUE_LEFT_CELLS, LIST_LEFT, 0, 'l'},
	{"limit", 10, LIST_LEFT, 0, 0},
	{"family", 0, LIST_LEFT, 0, 'f'},
	{"type", 11, LIST_LEFT, 100, 0},
	{"booked, or earliest free slot", 29, LIST_LEFT, 0, 'b'},
	{"social worker", 18, LIST_LEFT, 110, 'w'},
};
enum { CLOCK_COLUMN_COUNT = sizeof clock_columns / sizeof *clock_columns };

struct clock_state {
	struct clock_list items;
	struct list list;
	day_number today;
	bool is_open;
};

static int64_t clock_identity(const void *rows, size_t row)
{
	return ((const struct clock_list *)rows)->items[row].deadline_id;
}

static void slot_cell(const struct clock_item *item, char *out, size_t room)
{
	if (item->booked[0]) /* the day and time: who and where are on its page */
		snprintf(out, room, "booked %.*s", (int)strcspn(item->booked, ","), item->booked);
	else if (!item->earliest[0])
		snprintf(out, room, "no free slot found");
	else
		snprintf(out, room, "%s %s%s", item->conference_id ? "free" : "no request;", item->earliest,
			 item->earliest_left < 0 ? " late" : "");
}

static void clock_cell(const void *rows, size_t row, int column, char *out, size_t room)
{
	const struct clock_item *item = &((const struct clock_list *)rows)->items[row];
	char day[DATE_TEXT_ROOM], left[32];

	out[0] = '\0';
	switch (column) {
	case COLUMN_SIGN: snprintf(out, room, "%s", due_sign(item->state)); break;
	case COLUMN_LEFT: snprintf(out, room, "%s", due_left_words(item->state, item->working_days_left, left)); break;
	case COLUMN_LIMIT:
		snprintf(out, room, "%s", date_short(item->limit != DAY_NONE ? item->limit : item->due, day));
		break;
	case COLUMN_FAMILY: snprintf(out, room, "%s · %s", item->family_words, item->reference); break;
	case COLUMN_TYPE: snprintf(out, room, "%s", conference_type_brief(item->type)); break;
	case COLUMN_BOOKED: slot_cell(item, out, room); break;
	default: snprintf(out, room, "%s", item->social_worker); break;
	}
}

static enum tui_role clock_role(const void *rows, size_t row, int column)
{
	const struct clock_item *item = &((const struct clock_list *)rows)->items[row];

	if (column <= COLUMN_LIMIT)
		return due_role(item->state);
	if (column == COLUMN_BOOKED)
		return item->booked[0] ? TUI_GOOD : item->earliest_left < 0 ? TUI_SOON : TUI_TEXT;
	return TUI_TEXT;
}

static int clock_compare(const void *rows, size_t a, size_t b, int column)
{
	const struct clock_item *x = &((const struct clock_list *)rows)->items[a];
	const struct clock_item *y = &((const struct clock_list *)rows)->items[b];

	if (column != COLUMN_LEFT)
		return LIST_BY_TEXT;
	return (x->working_days_left > y->working_days_left) - (x->working_days_left < y->working_days_left);
}

static bool clock_load(struct screen *s, struct tui *t, struct fault *f)
{
	struct clock_state *state = screen_state(s);
	struct list_source source = {.identity = clock_identity,
				     .cell = clock_cell,
				     .role = clock_role,
				     .compare = clock_compare,
				     .rows = &state->items};

	if (!state->is_open)
		list_open(&state->list, clock_columns, CLOCK_COLUMN_COUNT);
	state->is_open = true;
	state->today = casework_today(casework_of(t));
	if (!casework_clock(casework_of(t), screen_arena(s), &state->items, f))
		return false;
	source.count = state->items.count;
	list_fill(&state->list, &source, screen_arena(s));
	return true;
}

static void clock_title(const struct screen *s, char *out, size_t room)
{
	const struct clock_state *state = screen_state(s);
	size_t late = 0, unbooked = 0;

	for (size_t i = 0; i < state->items.count; i++) {
		late += state->items.items[i].working_days_left < 0;
		unbooked += !state->items.items[i].booked[0];
	}
	snprintf(out, room, "Clock · %zu waiting · %zu late · %zu without a slot", state->items.count, late, unbooked);
}

static const struct clock_item *selected(const struct clock_state *state)
{
	size_t row;

	return list_selection(&state->list, &row) ? &state->items.items[row] : NULL;
}

static void clock_status(const struct screen *s, char *out, size_t room)
{
	const struct clock_item *item = selected(screen_state(s));
	char day[DATE_TEXT_ROOM];

	out[0] = '\0';
	if (item)
		snprintf(out, room, "%s · %s · counts from %s%s%s%s%s", item->family, conference_type_brief(item->type),
			 date_medium(item->trigger_on, day), item->missing[0] ? " · missing: " : "", item->missing,
			 item->social_worker[0] ? " · " : "", item->social_worker);
}

static void clock_draw(const struct screen *s, struct canvas *c)
{
	const struct clock_state *state = screen_state(s);

	list_draw(&state->list, c, true, "Nobody waits for a conference.");
}

static bool clock_follow(struct tui *t, const struct clock_item *item, int op, struct fault *f)
{
	struct request_start start;

	if (op == OP_OPEN)
		return item->conference_id ? conference_open(t, item->conference_id, f)
					   : family_open(t, item->family_id, f);
	if (item->conference_id)
		return booking_form_open(t, item->conference_id, NULL, f);
	start = (struct request_start){.family_id = item->family_id, .enquiry_id = item->enquiry_id};
	return request_form_open(t, &start, f);
}

static enum handled clock_act(struct screen *s, struct tui *t, int op, tui_key typed)
{
	struct clock_state *state = screen_state(s);
	const struct clock_item *item;
	struct fault f = {0};

	if (list_act(&state->list, op, typed, screen_arena(s)) == HANDLED)
		return HANDLED;
	if (op != OP_OPEN && op != OP_BOOK_IT)
		return NOT_MINE;
	item = selected(state);
	if (item && !clock_follow(t, item, op, &f))
		tui_say_fault(t, &f);
	return HANDLED;
}

static bool clock_takes_text(const struct screen *s)
{
	const struct clock_state *state = screen_state(s);

	return list_takes_text(&state->list);
}

const struct screen_class clock_screen = {
	.name = "clock",
	.purpose = "Every enquiry that waits for its conference: days left, what is booked, earliest free slot.",
	.keys = clock_keys,
	.state_size = sizeof(struct clock_state),
	.list = LIST_OF(struct clock_state, list),
	.load = clock_load,
	.title = clock_title,
	.status = clock_status,
	.draw = clock_draw,
	.act = clock_act,
	.takes_text = clock_takes_text,
};

bool clock_open(struct tui *t, struct fault *f)
{
	return tui_push(t, &clock_screen, NULL, f);
}
