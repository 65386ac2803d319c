/* The review horizon: every review of twelve weeks against its limit, week by week, what is late first. */
#include "reviews.h"

#include "screens.h"
#include "tui/list.h"

#include <stdio.h>
#include <string.h>

enum { OP_BOOK = OP_FIRST_OWN, OP_ASK, OP_ANSWER, OP_EARLIER, OP_LOOKED_AFTER, OP_COMBINE, OP_FAMILY, OP_CHILD };

static const struct binding reviews_keys[] = {
	{TUI_KEY_ENTER, 'o', 0, OP_OPEN, "Open", "The conference of this review; the family where none is asked for."},
	{'b', 0, 0, OP_BOOK, "Book", "Book it or move it: the slots of the chair who was there before come first."},
	{'u', 0, 0, OP_ASK, "Ask update", "The social worker is asked who is to come and what has changed."},
	{'a', 0, 0, OP_ANSWER, "Answer", "Write down the update, as it was given."},
	{'e', 0, 0, OP_EARLIER, "Earlier", "The review is wanted earlier: what for, why, and by when."},
	{'l', 0, 0, OP_LOOKED_AFTER, NULL, "A child is looked after too: since when, under what, reviewed when."},
	{'m', 0, 0, OP_COMBINE, NULL, "One meeting: the looked-after review follows the conference."},
	{'f', 0, 0, OP_FAMILY, "Family", "The family's page."},
	{'p', 0, 0, OP_CHILD, NULL, "The eldest child's page, with its plan."},
	{0},
};

enum { MARK, TAG, DUE, LEFT, FAMILY, SLOT, UPDATE, CHAIR, CHILDREN, COLUMN_COUNT };
static const struct list_column columns[COLUMN_COUNT] = {
	[MARK] = {"", 1, LIST_LEFT, 0, 0},
	[DUE] = {"held by", 10, LIST_LEFT, 0, 0},
	[LEFT] = {"left", 10, LIST_LEFT, 0, 0},
	[FAMILY] = {"family", 0, LIST_LEFT, 0, 0},
	[TAG] = {"", 2, LIST_LEFT, 0, 0},
	[SLOT] = {"slot", 16, LIST_LEFT, 0, 0},
	[UPDATE] = {"update", 12, LIST_LEFT, 0, 0},
	[CHAIR] = {"chair", 28, LIST_LEFT, 118, 0},
	[CHILDREN] = {"children", 20, LIST_LEFT, 118, 0},
};

struct reviews_row {
	const struct review_line *line; /* NULL: a heading */
	const char *heading;
};
struct reviews_rows {
	struct reviews_row *items;
	size_t count, room;
	struct review_horizon horizon;
};
struct reviews_state {
	struct reviews_rows rows;
	struct list list;
	day_number today;
	const struct working_calendar *calendar;
	bool is_open;
};

/* --- Rows --- */

static bool is_late(const struct review_line *line)
{
	return line->state == DEADLINE_LATE;
}

static day_number week_of(const struct review_line *line)
{
	day_number day = line->booked_on != DAY_NONE ? line->booked_on : line->last;

	return day - (day_number)date_weekday(day);
}

static const char *heading_of(const struct review_line *line, day_number today, struct arena *mem)
{
	char day[DATE_TEXT_ROOM];
	day_number week;

	if (is_late(line))
		return "Late";
	if (line->last == DAY_NONE)
		return "No limit known";
	week = week_of(line);
	if (week == today - (day_number)date_weekday(today))
		return "This week";
	return arena_printf(mem, "Week of %s", date_short(week, day));
}

static bool add_row(struct reviews_rows *rows, const struct review_line *line, const char *heading, struct arena *mem)
{
	struct reviews_row *row = ARENA_PUSH(mem, rows);

	if (row)
		*row = (struct reviews_row){line, heading};
	return row != NULL;
}

/* "Week of Mon 6 Apr · 4 reviews, 1 without a slot": how full the week is, and what of it is not held yet. */
static const char *counted(const struct review_horizon *h, size_t first, size_t end, const char *heading,
			   struct arena *mem)
{
	size_t open = 0, count = end - first;

	for (size_t i = first; i < end; i++)
		open += h->items[i].booked_on == DAY_NONE;
	return arena_printf(mem, open ? "%s · %zu review%s, %zu without a slot" : "%s · %zu review%s", heading, count,
			    count == 1 ? "" : "s", open);
}

static bool make_rows(struct reviews_rows *rows, day_number today, struct arena *mem)
{
	const struct review_horizon *h = &rows->horizon;

	rows->items = NULL;
	rows->count = rows->room = 0;
	for (size_t i = 0, next; i < h->count; i = next) {
		const char *heading = heading_of(&h->items[i], today, mem);

		for (next = i + 1; next < h->count && strcmp(heading_of(&h->items[next], today, mem), heading) == 0;)
			next++;
		if (!add_row(rows, NULL, counted(h, i, next, heading, mem), mem))
			return false;
		for (size_t k = i; k < next; k++)
			if (!add_row(rows, &h->items[k], NULL, mem))
				return false;
	}
	return !arena_exhausted(mem);
}

static const struct reviews_row *row_at(const void *rows, size_t row)
{
	return &((const struct reviews_rows *)rows)->items[row];
}

static int64_t row_identity(const void *rows, size_t row)
{
	const struct review_line *line = row_at(rows, row)->line;

	return line ? line->children[0].plan_id : -1 - (int64_t)row;
}

static bool row_is_heading(const void *rows, size_t row)
{
	return row_at(rows, row)->line == NULL;
}

static void row_found_by(const void *rows, size_t row, char *out, size_t room)
{
	const struct review_line *line = row_at(rows, row)->line;

	if (line)
		snprintf(out, room, "%s %s", line->family, line->reference);
}

/* --- Cells --- */

static void left_words(const struct review_line *line, char *out, size_t room)
{
	int days = line->working_days_left;

	if (line->last == DAY_NONE)
		out[0] = '\0';
	else if (days < 0)
		snprintf(out, room, "%d wd late", -days);
	else if (line->state == DEADLINE_TODAY)
		snprintf(out, room, "today");
	else
		snprintf(out, room, "%d wd", days);
}

static void update_words(const struct review_line *line, char *out, size_t room)
{
	char day[DATE_TEXT_ROOM];

	switch (line->update) {
	case UPDATE_ANSWERED: snprintf(out, room, "answered"); break;
	case UPDATE_ASKED: snprintf(out, room, "asked"); break;
	case UPDATE_UNANSWERED: snprintf(out, room, "! no answer"); break;
	case UPDATE_LATE: snprintf(out, room, "! not asked"); break;
	case UPDATE_TO_ASK: snprintf(out, room, "ask now"); break;
	default:
		snprintf(out, room, "%s%s", line->ask_by == DAY_NONE ? "" : "ask ", date_short(line->ask_by, day) + 4);
		break;
	}
}

static void chair_words(const struct review_line *line, char *out, size_t room)
{
	if (*line->chair)
		snprintf(out, room, "%s%s%s", line->chair,
			 line->is_same_chair ? ", again"
			 : *line->last_chair ? ", was "
					     : "",
			 line->is_same_chair ? "" : line->last_chair);
	else if (*line->last_chair)
		snprintf(out, room, "was %s%s", line->last_chair, line->is_last_chair_gone ? ", has left" : "");
	else
		out[0] = '\0';
}

static void row_cell(const void *rows, size_t row, int column, char *out, size_t room)
{
	const struct review_line *line = row_at(rows, row)->line;
	char day[DATE_TEXT_ROOM];

	if (!line) {
		snprintf(out, room, "%s", column == MARK ? row_at(rows, row)->heading : "");
		return;
	}
	switch (column) {
	case MARK:
		snprintf(out, room, "%s",
			 is_late(line) || line->is_booked_late ? "!"
			 : line->booked_on == DAY_NONE         ? "?"
							       : "");
		break;
	case DUE: snprintf(out, room, "%s", date_short(line->last, day)); break;
	case LEFT: left_words(line, out, room); break;
	case FAMILY:
		snprintf(out, room, "%s%s%s", line->family_words, *line->keeps ? " · in " : "", line->keeps);
		break;
	case TAG:
		snprintf(out, room, "%s%s", line->brought_to != DAY_NONE ? "E" : "", line->looked_after ? "L" : "");
		break;
	case SLOT: snprintf(out, room, "%s", line->booked); break;
	case UPDATE: update_words(line, out, room); break;
	case CHAIR: chair_words(line, out, room); break;
	default: snprintf(out, room, "%s", line->names); break;
	}
}

static enum tui_role row_role(const void *rows, size_t row, int column)
{
	const struct review_line *line = row_at(rows, row)->line;

	if (!line)
		return TUI_HEADING;
	if ((is_late(line) || line->is_booked_late) && (column == MARK || column == DUE || column == LEFT))
		return TUI_LATE;
	if (line->booked_on == DAY_NONE && (column == MARK || column == SLOT))
		return is_late(line) ? TUI_LATE : TUI_SOON;
	if (column == UPDATE && (line->update == UPDATE_LATE || line->update == UPDATE_UNANSWERED))
		return TUI_LATE;
	return column == UPDATE && line->update == UPDATE_TO_ASK ? TUI_SOON : TUI_TEXT;
}

/* --- The screen --- */

static bool reviews_load(struct screen *s, struct tui *t, struct fault *f)
{
	struct reviews_state *state = screen_state(s);
	struct casework *cw = casework_of(t);
	struct list_source source = {.identity = row_identity,
				     .cell = row_cell,
				     .role = row_role,
				     .is_heading = row_is_heading,
				     .found_by = row_found_by,
				     .rows = &state->rows};
	bool is_again = state->is_open;

	if (!state->is_open)
		list_open(&state->list, columns, COLUMN_COUNT);
	state->is_open = true;
	state->today = casework_today(cw);
	state->calendar = casework_calendar(cw);
	if (!(is_again ? casework_review_horizon_again(cw, screen_arena(s), &state->rows.horizon, f)
		       : casework_review_horizon(cw, screen_arena(s), &state->rows.horizon, f)))
		return false;
	if (!make_rows(&state->rows, state->today, screen_arena(s)))
		return fault_set(f, FAULT_MEMORY, "There is no memory for this list.");
	source.count = state->rows.count;
	list_fill(&state->list, &source, screen_arena(s));
	return true;
}

static void reviews_title(const struct screen *s, char *out, size_t room)
{
	const struct reviews_state *state = screen_state(s);
	const struct review_horizon *h = &state->rows.horizon;
	char day[DATE_TEXT_ROOM];

	snprintf(out, room, "Reviews to %s · %zu · %zu late · %zu without a slot", date_short(h->until, day), h->count,
		 h->late, h->unbooked);
}

static const struct review_line *selected(const struct reviews_state *state)
{
	size_t row;

	return list_selection(&state->list, &row) ? state->rows.items[row].line : NULL;
}

/* What the row leaves out, in words. */
static void reviews_status(const struct screen *s, char *out, size_t room)
{
	const struct reviews_state *state = screen_state(s);
	const struct review_line *line = selected(state);
	char chair[120], day[DATE_TEXT_ROOM], clock[8];
	size_t used;

	out[0] = '\0';
	if (!line)
		return;
	chair_words(line, chair, sizeof chair);
	used = (size_t)snprintf(out, room, "%s · %s", line->names, line->reference);
	if (line->brought_to != DAY_NONE && used < room)
		used += (size_t)snprintf(out + used, room - used, " · earlier: %s", early_trigger_label(line->trigger));
	if (line->due != line->limit && line->limit != DAY_NONE && used < room)
		used += (size_t)snprintf(out + used, room - used, " · nationally by %s", date_short(line->limit, day));
	if (*line->keeps && used < room)
		used += (size_t)snprintf(out + used, room - used, " · in %s: we keep the plan", line->keeps);
	if (line->is_booked_late && used < room)
		used += (size_t)snprintf(out + used, room - used, " · booked after its limit");
	if (line->looked_after && used < room)
		used += (size_t)snprintf(out + used, room - used, " · looked after%s%s%s%s",
					 line->looked_after_review == DAY_NONE ? "" : ", reviewed ",
					 date_short(line->looked_after_review, day),
					 line->combined < 0 ? "" : ", then at ",
					 line->combined < 0 ? "" : date_clock(line->combined, clock));
	if (*chair && used < room)
		snprintf(out + used, room - used, " · %s%s", *line->chair ? "chair " : "chair ", chair);
}

static void reviews_draw(const struct screen *s, struct canvas *c)
{
	const struct reviews_state *state = screen_state(s);
	struct canvas_part part;
	int rows = canvas_rows(c);

	list_draw(&state->list, canvas_part(c, &part, 0, 0, rows - 1, canvas_columns(c)), true,
		  "No review is to be held in the twelve weeks to come.");
	canvas_text(c, rows - 1, 2, -1, TUI_MUTED,
		    "! late or booked late  ? no slot  E earlier than its limit  L looked after");
}

static bool open_row(struct tui *t, const struct review_line *line, int op, struct fault *f)
{
	int64_t plan = line->children[0].plan_id;

	switch (op) {
	case OP_OPEN:
		return line->conference_id ? conference_open(t, line->conference_id, f)
					   : family_open(t, line->family_id, f);
	case OP_BOOK:
		return line->conference_id ? booking_form_open(t, line->conference_id, NULL, f)
					   : review_booking_open(t, plan, NULL, f);
	case OP_ASK: return review_form_open(t, REVIEW_FORM_ASK, plan, NULL, f);
	case OP_ANSWER: return review_form_open(t, REVIEW_FORM_ANSWER, plan, NULL, f);
	case OP_EARLIER: return review_form_open(t, REVIEW_FORM_EARLY, plan, NULL, f);
	case OP_LOOKED_AFTER: return review_form_open(t, REVIEW_FORM_LOOKED_AFTER, plan, NULL, f);
	case OP_COMBINE: return review_form_open(t, REVIEW_FORM_COMBINE, plan, NULL, f);
	case OP_CHILD: return child_open(t, line->children[0].person_id, f);
	default: return family_open(t, line->family_id, f);
	}
}

static enum handled reviews_act(struct screen *s, struct tui *t, int op, tui_key typed)
{
	struct reviews_state *state = screen_state(s);
	const struct review_line *line;
	struct fault f = {0};

	if (list_act(&state->list, op, typed, screen_arena(s)) == HANDLED)
		return HANDLED;
	if (op != OP_OPEN && (op < OP_BOOK || op > OP_CHILD))
		return NOT_MINE;
	line = selected(state);
	if (line && !open_row(t, line, op, &f))
		tui_say_fault(t, &f);
	return HANDLED;
}

static bool reviews_take_text(const struct screen *s)
{
	const struct reviews_state *state = screen_state(s);

	return list_takes_text(&state->list);
}

const struct screen_class reviews_screen = {
	.name = "reviews",
	.purpose = "The reviews of twelve weeks by week: limit, slot, chair, update; late ones first.",
	.keys = reviews_keys,
	.state_size = sizeof(struct reviews_state),
	.list = LIST_OF(struct reviews_state, list),
	.load = reviews_load,
	.title = reviews_title,
	.status = reviews_status,
	.draw = reviews_draw,
	.act = reviews_act,
	.takes_text = reviews_take_text,
};

bool reviews_open(struct tui *t, struct fault *f)
{
	return tui_go(t, &reviews_screen, NULL, f);
}
