/* Moves under way and plans whose end is asked for, each with what it waits for; a key for the next step. */
#include "casework/plan_ends.h"
#include "casework/transfers.h"
#include "mailing.h"
#include "plan_end.h"
#include "screens.h"
#include "tui/list.h"
#include "tui/prompt.h"

#include <stdio.h>

enum { OP_STEP = OP_FIRST_OWN, OP_EVERYTHING, OP_FAMILY, OP_LETTERS, OP_ARRIVAL };
enum { ANSWER_STEP = 8630 };
enum { NUMBER, FAMILY, WHAT, STANDS, COLUMN_COUNT };

static const struct binding moves_keys[] = {
	{TUI_KEY_ENTER, 'o', 0, OP_OPEN, "Open", "What was done about it so far."},
	{'s', 0, 0, OP_STEP, "Step", "What is done next: papers, accepted, agencies told, decided."},
	{'l', 0, 0, OP_LETTERS, "Letters", "Letters about it: to the other authority, the agencies, the family."},
	{'a', 0, 0, OP_ARRIVAL, "Arrival",
	 "A family moves here with another authority's plan: its children, the move and our conference in one form."},
	{'f', 0, 0, OP_FAMILY, "Family", "The family's page."},
	{'e', 0, 0, OP_EVERYTHING, "All/open", "Show those that are over too, or only what is under way."},
	{0},
};

static const struct list_column columns[COLUMN_COUNT] = {
	[NUMBER] = {"number", 7, LIST_LEFT, 0, 'n'},
	[FAMILY] = {"family", 12, LIST_LEFT, 0, 'f'},
	[WHAT] = {"what", 0, LIST_LEFT, 0, 'w'},
	[STANDS] = {"now", 0, LIST_LEFT, 0, 's'},
};

struct moves_state {
	int64_t family;
	struct transfer_line_list moves;
	struct plan_ending_line_list endings;
	struct list list;
	bool is_open, everything;
};

/* The moves first, then the endings. */
static const struct transfer_line *move_at(const struct moves_state *state, size_t row)
{
	return row < state->moves.count ? &state->moves.items[row] : NULL;
}

static const struct plan_ending_line *ending_at(const struct moves_state *state, size_t row)
{
	return &state->endings.items[row - state->moves.count];
}

static int64_t line_identity(const void *rows, size_t row)
{
	const struct moves_state *state = rows;
	const struct transfer_line *move = move_at(state, row);

	return move ? move->transfer.id * 2 : ending_at(state, row)->ending.id * 2 + 1;
}

static const char *what_of_move(const struct transfer *t)
{
	return t->stay == TRANSFER_STAY_FOR_A_TIME
		       ? t->direction == TRANSFER_OUT ? "away for a time" : "here for a time"
		       : transfer_direction_label(t->direction);
}

static void move_cell(const struct transfer_line *line, int column, char *out, size_t room)
{
	const struct transfer *t = &line->transfer;
	char day[DATE_TEXT_ROOM];

	switch (column) {
	case NUMBER: snprintf(out, room, "%s", t->reference); break;
	case FAMILY: snprintf(out, room, "%s", line->family); break;
	case WHAT: snprintf(out, room, "%s, %s", what_of_move(t), t->authority); break;
	default:
		if (t->state != TRANSFER_OPEN)
			snprintf(out, room, "%s", transfer_state_label(t->state));
		else if (line->is_home_missing)
			snprintf(out, room, "new home not on file: s, They moved");
		else if (t->accepted_on != DAY_NONE)
			snprintf(out, room, "accepted %s; conference awaited", date_short(t->accepted_on, day));
		else if (*line->missing)
			snprintf(out, room, "papers missing: %s", line->missing);
		else
			snprintf(out, room, "not accepted yet, notice of %s", date_short(t->notified_on, day));
	}
}

static void line_cell(const void *rows, size_t row, int column, char *out, size_t room)
{
	const struct moves_state *state = rows;
	const struct transfer_line *move = move_at(state, row);
	const struct plan_ending_line *line;

	if (move) {
		move_cell(move, column, out, room);
		return;
	}
	line = ending_at(state, row);
	switch (column) {
	case NUMBER: snprintf(out, room, "%s", line->ending.reference); break;
	case FAMILY: snprintf(out, room, "%s", line->family); break;
	case WHAT: snprintf(out, room, "%s", plan_end_reason_label(line->ending.reason)); break;
	default: snprintf(out, room, "%s", line->stands); break;
	}
}

static bool moves_load(struct screen *s, struct tui *t, struct fault *f)
{
	struct moves_state *state = screen_state(s);
	struct list_source source = {.identity = line_identity, .cell = line_cell, .rows = state};
	struct casework *cw = casework_of(t);

	if (!state->is_open)
		list_open(&state->list, columns, COLUMN_COUNT);
	state->is_open = true;
	if (!casework_transfers(cw, state->family, !state->everything, screen_arena(s), &state->moves, f) ||
	    !casework_plan_endings(cw, state->family, !state->everything, screen_arena(s), &state->endings, f))
		return false;
	source.count = state->moves.count + state->endings.count;
	list_fill(&state->list, &source, screen_arena(s));
	return true;
}

static void moves_title(const struct screen *s, char *out, size_t room)
{
	const struct moves_state *state = screen_state(s);

	snprintf(out, room, "Moves and endings · %zu move%s, %zu ending%s%s", state->moves.count,
		 state->moves.count == 1 ? "" : "s", state->endings.count, state->endings.count == 1 ? "" : "s",
		 state->everything ? " · all" : "");
}

static void moves_status(const struct screen *s, char *out, size_t room)
{
	const struct moves_state *state = screen_state(s);
	const struct transfer_line *move;
	size_t row;

	out[0] = '\0';
	if (!list_selection(&state->list, &row))
		return;
	move = move_at(state, row);
	if (move)
		snprintf(out, room, "%s. %s", move->children, move->whose);
	else
		snprintf(out, room, "%s. Asked for by %s.", ending_at(state, row)->children,
			 ending_at(state, row)->ending.asked_by);
}

static void moves_draw(const struct screen *s, struct canvas *c)
{
	const struct moves_state *state = screen_state(s);

	list_draw(&state->list, c, true,
		  "Nobody moves, and no plan is asked to end. Who moves here is entered by a, who moves away from the "
		  "family's page by v; a plan is ended from the child's, by x.");
}

/* --- What was done --- */

static const char *with_told(const char *text, const struct told_list *told, struct arena *mem)
{
	for (size_t i = 0; i < told->count; i++)
		text = arena_printf(mem, "%s\n%s  %s%s%s · %s", text, told->items[i].when, told->items[i].what,
				    *told->items[i].words ? ": " : "", told->items[i].words, told->items[i].by);
	return text;
}

static bool show_move(struct tui *t, int64_t id, struct arena *mem, struct fault *f)
{
	struct transfer_page page;
	const struct transfer *m = &page.line.transfer;
	const char *text;
	char day[DATE_TEXT_ROOM];

	if (!casework_transfer(casework_of(t), id, mem, &page, f))
		return false;
	text = arena_printf(mem, "%s\n%s, %s. %s\n%s\n", page.line.children, what_of_move(m), m->authority,
			    page.line.whose, m->contact);
	if (m->moved_on != DAY_NONE)
		text = arena_printf(mem, "%sMoved %s.\n", text, date_medium(m->moved_on, day));
	if (*m->address)
		text = arena_printf(mem, "%sNew home: %s%s%s\n", text, m->address,
				    *m->kept_from ? "\nKeep it from: " : "", m->kept_from);
	text = arena_printf(mem, "%s%s%s", text, page.line.home, *page.line.home ? "\n" : "");
	if (page.is_short)
		text = arena_printf(mem,
				    "%sA stay of under 15 days: the other authority is told, no conference is "
				    "asked for.\n",
				    text);
	if (*page.line.missing)
		text = arena_printf(mem, "%sPapers missing: %s.\n", text, page.line.missing);
	text = with_told(text, &page.told, mem);
	return pager_open(t, arena_printf(mem, "%s · %s", m->reference, page.line.family), text, f);
}

static bool show_ending(struct tui *t, int64_t id, struct arena *mem, struct fault *f)
{
	struct plan_ending_page page;
	const char *text;

	if (!casework_plan_ending(casework_of(t), id, mem, &page, f))
		return false;
	text = arena_printf(mem, "%s: %s\n%s\n%s\n", page.line.children, plan_end_reason_label(page.line.ending.reason),
			    page.line.ending.words, page.line.stands);
	text = with_told(text, &page.told, mem);
	return pager_open(t, arena_printf(mem, "%s · %s", page.line.ending.reference, page.line.family), text, f);
}

/* --- Steps --- */

static bool ask_move_step(struct tui *t, const struct transfer *m, struct fault *f)
{
	struct menu_item items[TRANSFER_STEP_COUNT];
	struct fault why = {0};
	size_t count = 0;

	for (int i = TRANSFER_STEP_PAPERS; i < TRANSFER_STEP_COUNT; i++)
		if (transfer_step_check(m, (enum transfer_step)i, "-", &why))
			items[count++] = (struct menu_item){
				.label = transfer_step_label((enum transfer_step)i), .detail = "", .number = i};
	return count ? prompt_menu(t, ANSWER_STEP, m->reference, items, count, f)
		     : fault_set(f, FAULT_REFUSED, "%s is over: nothing more is done about it.", m->reference);
}

static bool ask_ending_step(struct tui *t, const struct plan_ending *e, struct fault *f)
{
	struct menu_item items[PLAN_ENDING_STEP_COUNT];
	size_t count = 0;

	for (int i = PLAN_ENDING_STEP_TELL; i < PLAN_ENDING_STEP_COUNT; i++) {
		const struct plan_ending_move *move = plan_ending_move_find(e->state, (enum plan_ending_step)i);

		if (move)
			items[count++] = (struct menu_item){
				.label = plan_ending_step_label((enum plan_ending_step)i),
				.detail = "",
				.why_not = casework_may(casework_of(t), move->who, NULL) ? NULL : "a manager decides",
				.number = i};
	}
	return count ? prompt_menu(t, ANSWER_STEP, e->reference, items, count, f)
		     : fault_set(f, FAULT_REFUSED, "%s is over: nothing more is done about it.", e->reference);
}

static bool act_on(struct moves_state *state, struct tui *t, int op, struct arena *mem, struct fault *f)
{
	const struct transfer_line *move;
	const struct plan_ending_line *ending;
	size_t row;

	if (op == OP_EVERYTHING) {
		state->everything = !state->everything;
		tui_refresh(t);
		return true;
	}
	if (op == OP_ARRIVAL)
		return request_form_open(t, &(struct request_start){.is_arrival = true}, f);
	if (!list_selection(&state->list, &row))
		return true;
	move = move_at(state, row);
	ending = move ? NULL : ending_at(state, row);
	if (op == OP_FAMILY)
		return family_open(t, move ? move->transfer.family_id : ending->ending.family_id, f);
	if (op == OP_LETTERS)
		return move ? notices_open_due(t, NOTICE_ABOUT_TRANSFER, move->transfer.id, f)
			    : notices_open_due(t, NOTICE_ABOUT_PLAN_ENDING, ending->ending.id, f);
	if (op == OP_STEP)
		return move ? ask_move_step(t, &move->transfer, f) : ask_ending_step(t, &ending->ending, f);
	return move ? show_move(t, move->transfer.id, mem, f) : show_ending(t, ending->ending.id, mem, f);
}

static enum handled moves_act(struct screen *s, struct tui *t, int op, tui_key typed)
{
	struct moves_state *state = screen_state(s);
	struct fault f = {0};

	if (list_act(&state->list, op, typed, screen_arena(s)) == HANDLED)
		return HANDLED;
	if (op != OP_OPEN && op != OP_STEP && op != OP_EVERYTHING && op != OP_FAMILY && op != OP_LETTERS &&
	    op != OP_ARRIVAL)
		return NOT_MINE;
	if (!act_on(state, t, op, screen_arena(s), &f))
		tui_say_fault(t, &f);
	return HANDLED;
}

static void moves_answered(struct screen *s, struct tui *t, const struct answer *answer)
{
	struct moves_state *state = screen_state(s);
	const struct transfer_line *move;
	struct fault f = {0};
	size_t row;

	if (answer->code != ANSWER_STEP || !list_selection(&state->list, &row))
		return;
	move = move_at(state, row);
	if (!move_step_open(t, move != NULL, move ? move->transfer.id : ending_at(state, row)->ending.id,
			    (int)answer->number, NULL, &f))
		tui_say_fault(t, &f);
}

static bool moves_takes_text(const struct screen *s)
{
	const struct moves_state *state = screen_state(s);

	return list_takes_text(&state->list);
}

const struct screen_class moves_screen = {
	.name = "moves and endings",
	.purpose = "Children who move between authorities, and plans whose end outside a review is asked for.",
	.keys = moves_keys,
	.state_size = sizeof(struct moves_state),
	.list = LIST_OF(struct moves_state, list),
	.load = moves_load,
	.title = moves_title,
	.status = moves_status,
	.draw = moves_draw,
	.act = moves_act,
	.answered = moves_answered,
	.takes_text = moves_takes_text,
};

bool moves_open(struct tui *t, int64_t family, struct fault *f)
{
	const struct moves_state start = {.family = family};

	return tui_push(t, &moves_screen, &start, f);
}
