/* The timeline of a family or a child: lanes drawn to scale above, the same as sentences beneath, one selection for
 * both. */
#include "timeline.h"
#include "about.h"

#include "casework/timeline.h"
#include "complaint.h"
#include "core_groups.h"
#include "domain/timeline_chart.h"
#include "escalation.h"
#include "plan_end.h"
#include "screens.h"
#include "tui/list.h"

#include <stdio.h>
#include <stdlib.h>

enum { OP_ZOOM = OP_FIRST_OWN, OP_ZOOM_OUT, OP_EARLIER, OP_LATER, OP_LANE_BEFORE, OP_LANE_AFTER, OP_TEXT, OP_NOW };

static const struct binding timeline_keys[] = {
	{TUI_KEY_ENTER, 'o', 0, OP_OPEN, "Open", "The conference, core group, visits, complaint or plan of this line."},
	{'z', '+', 0, OP_ZOOM, "Zoom", "Three months, a year, all of it."},
	{'-', 0, 0, OP_ZOOM_OUT, NULL, "Zoom out."},
	{TUI_KEY_LEFT, 0, 0, OP_LANE_BEFORE, NULL, "The one before in the same lane."},
	{TUI_KEY_RIGHT, 0, 0, OP_LANE_AFTER, NULL, "The next in the same lane."},
	{'<', ',', 0, OP_EARLIER, "Earlier", "Earlier by half of what is drawn."},
	{'>', '.', 0, OP_LATER, "Later", "Later by half of what is drawn."},
	{'n', 0, 0, OP_NOW, "Now", "What was last before today."},
	{'t', 0, 0, OP_TEXT, "Text", "As text only, or drawn again."},
	{0},
};

struct timeline_state {
	int64_t family, child;
	struct timeline data;
	struct list list;
	enum timeline_zoom zoom;
	struct timeline_window window;
	day_number today;
	const struct casework *cw;
	bool is_open, is_text;
};

enum { MARK, DAY, WHAT, COLUMN_COUNT };
static const struct list_column columns[COLUMN_COUNT] = {
	[MARK] = {"", 1, LIST_LEFT, 0, 0},
	[DAY] = {"day", 15, LIST_LEFT, 0, 0},
	[WHAT] = {"what", 0, LIST_LEFT, 0, 0},
};

/* --- The list --- */

static const struct timeline_event *event_at(const void *rows, size_t row)
{
	return &((const struct timeline *)rows)->events.items[row];
}

/* A conference may have been moved away from several days. */
static int64_t event_identity(const void *rows, size_t row)
{
	const struct timeline_event *e = event_at(rows, row);

	return (e->id * TIMELINE_KIND_COUNT + (int64_t)e->kind) * (1 << 17) + (e->on & ((1 << 17) - 1));
}

static void event_cell(const void *rows, size_t row, int column, char *out, size_t room)
{
	const struct timeline_event *e = event_at(rows, row);
	char day[DATE_TEXT_ROOM];

	snprintf(out, room, "%s",
		 column == MARK  ? e->is_late ? "!" : ""
		 : column == DAY ? date_medium(e->on, day)
				 : e->sentence);
}

static enum tui_role event_role(const void *rows, size_t row, int column)
{
	const struct timeline_event *e = event_at(rows, row);

	(void)column;
	if (e->is_late)
		return TUI_LATE;
	return timeline_kind_sign(e->kind) == TIMELINE_LIMIT ? TUI_MUTED : TUI_TEXT;
}

static const struct timeline_event *selected(const struct timeline_state *state)
{
	size_t row;

	return list_selection(&state->list, &row) ? &state->data.events.items[row] : NULL;
}

static void hold_window(struct timeline_state *state)
{
	const struct timeline_event *e = selected(state);

	if (e)
		state->window = timeline_window_hold(state->window, e->on);
}

/* What was last before today, else the first. */
static void select_now(struct timeline_state *state)
{
	size_t at = 0;

	for (size_t i = 0; i < state->data.events.count; i++)
		if (state->data.events.items[i].on <= state->today)
			at = i;
	if (state->data.events.count)
		list_select(&state->list, event_identity(&state->data, at));
}

static bool timeline_load(struct screen *s, struct tui *t, struct fault *f)
{
	struct timeline_state *state = screen_state(s);
	struct casework *cw = casework_of(t);
	struct list_source source = {
		.identity = event_identity, .cell = event_cell, .role = event_role, .rows = &state->data};
	bool was_open = state->is_open;

	if (!casework_timeline(cw, state->family, state->child, screen_arena(s), &state->data, f))
		return false;
	state->cw = cw;
	state->today = casework_today(cw);
	if (!was_open)
		list_open(&state->list, columns, COLUMN_COUNT);
	state->is_open = true;
	source.count = state->data.events.count;
	list_fill(&state->list, &source, screen_arena(s));
	if (!was_open) {
		select_now(state);
		state->window = timeline_window_around(state->zoom, &state->data.events, state->today, state->today);
	}
	hold_window(state);
	return true;
}

static void timeline_title(const struct screen *s, char *out, size_t room)
{
	const struct timeline_state *state = screen_state(s);
	char late[32] = "";

	if (state->data.late)
		snprintf(late, sizeof late, " · %zu not kept", state->data.late);
	snprintf(out, room, "Timeline · %s · %s%s", state->data.title,
		 state->is_text ? "as text" : timeline_zoom_label(state->zoom), late);
}

/* --- Drawing --- */

enum { LABEL_CELLS = 13, EXPLAINED_ROWS = 2, CHART_ROWS = TIMELINE_LANE_COUNT + 3, LIST_ROWS_LEAST = 4 };

static enum tui_role cell_role(struct chart_cell cell)
{
	switch ((enum chart_sign)cell.sign) {
	case CHART_LIMIT_LATE:
	case CHART_LATE_RUN: return TUI_LATE;
	case CHART_LIMIT: return TUI_SOON;
	case CHART_TODAY: return TUI_MUTED;
	default: return TUI_TEXT;
	}
}

static void draw_lane(struct canvas *c, const struct timeline_chart *chart, int lane, int row, int chosen)
{
	bool is_ascii = canvas_is_ascii(c);

	canvas_text(c, row, 1, LABEL_CELLS - 2, TUI_MUTED, timeline_lane_label((enum timeline_lane)lane));
	for (int column = 0; column < chart->columns; column++) {
		struct chart_cell cell = chart->cells[lane][column];

		if (cell.sign != CHART_BLANK || column == chosen)
			canvas_text(c, row, LABEL_CELLS + column, 1, column == chosen ? TUI_SELECTED : cell_role(cell),
				    timeline_chart_glyph(cell, is_ascii));
	}
}

/* Under the lanes: where the selection is, and today. */
static void draw_pointer(const struct timeline_state *state, struct canvas *c, int width, int row, int chosen)
{
	int now = timeline_chart_column(state->window, width, state->today);

	if (now >= 0 && now + 6 <= width && (chosen < now - 1 || chosen > now + 6))
		canvas_text(c, row, LABEL_CELLS + now, -1, TUI_MUTED, "today");
	if (chosen >= 0)
		canvas_text(c, row, LABEL_CELLS + chosen, 1, TUI_TEXT, "^");
}

static void draw_chart(const struct timeline_state *state, struct canvas *c)
{
	int width = canvas_columns(c) - LABEL_CELLS - 1, chosen = -1;
	const struct timeline_event *e = selected(state);
	struct timeline_chart chart;
	bool is_ascii = canvas_is_ascii(c);

	width = width > TIMELINE_CHART_MOST ? TIMELINE_CHART_MOST : width;
	timeline_chart_make(&state->data.events, state->window, state->today, width, &chart);
	if (e)
		chosen = timeline_chart_column(state->window, width, e->on);
	canvas_text(c, 0, LABEL_CELLS, width, TUI_HEADING, chart.axis);
	for (int lane = 0; lane < TIMELINE_LANE_COUNT; lane++)
		draw_lane(c, &chart, lane, 1 + lane, e && (int)e->lane == lane ? chosen : -1);
	draw_pointer(state, c, width, 1 + TIMELINE_LANE_COUNT, chosen);
	canvas_text(c, 2 + TIMELINE_LANE_COUNT, 1, -1, TUI_MUTED,
		    is_ascii ? "* happened  o booked  x did not  = plan  | limit  ! not kept  ~ late  2 two"
			     : "● happened  ○ booked  × did not  ━ plan  | limit  ! not kept  ~ late  2 two");
}

static void draw_explained(const struct timeline_state *state, struct canvas *c, int row)
{
	const struct timeline_event *e = selected(state);
	struct arena mem = {0};

	if (e)
		canvas_paragraph(c, row, 1, canvas_columns(c) - 2, EXPLAINED_ROWS, e->is_late ? TUI_LATE : TUI_TEXT,
				 arena_printf(&mem, "%s%s. %s", e->is_late ? "! " : "",
					      timeline_when(state->cw, e, &mem), e->sentence));
	arena_finish(&mem);
}

/* In a small window only the text. */
static void timeline_draw(const struct screen *s, struct canvas *c)
{
	const struct timeline_state *state = screen_state(s);
	bool is_drawn = !state->is_text && canvas_columns(c) >= 60 &&
			canvas_rows(c) >= CHART_ROWS + EXPLAINED_ROWS + LIST_ROWS_LEAST;
	int top = is_drawn ? CHART_ROWS : 0;
	struct canvas_part part;

	if (is_drawn)
		draw_chart(state, c);
	draw_explained(state, c, top);
	list_draw(&state->list,
		  canvas_part(c, &part, top + EXPLAINED_ROWS, 0, canvas_rows(c) - top - EXPLAINED_ROWS,
			      canvas_columns(c)),
		  true, "Nothing happened yet that a timeline shows.");
}

/* --- Keys --- */

static void zoom_to(struct timeline_state *state, enum timeline_zoom zoom)
{
	const struct timeline_event *e = selected(state);

	state->zoom = zoom;
	state->window = timeline_window_around(zoom, &state->data.events, state->today, e ? e->on : state->today);
	hold_window(state);
}

/* The nearest in the same lane before (-1) or after (+1). */
static void step_in_lane(struct timeline_state *state, int by)
{
	size_t row;

	if (!list_selection(&state->list, &row))
		return;
	for (size_t i = row + (size_t)by; i < state->data.events.count; i += (size_t)by) /* before the first: wraps */
		if (state->data.events.items[i].lane == state->data.events.items[row].lane) {
			list_select(&state->list, event_identity(&state->data, i));
			return;
		}
}

/* By half of what is drawn; the selection goes to the first that is drawn then, where there is one. */
static void scroll(struct timeline_state *state, int by)
{
	day_number half = (state->window.until - state->window.from) / 2 * by;
	const struct timeline_event_list *all = &state->data.events;

	if (!all->count || (by < 0 && state->window.from <= all->items[0].on) ||
	    (by > 0 && state->window.until > all->items[all->count - 1].on))
		return;
	state->window.from += half;
	state->window.until += half;
	for (size_t i = 0; i < all->count; i++)
		if (all->items[i].on >= state->window.from && all->items[i].on < state->window.until) {
			list_select(&state->list, event_identity(&state->data, i));
			return;
		}
}

static bool open_limit(struct tui *t, int64_t child, const struct timeline_event *e, struct fault *f)
{
	if (e->lane == TIMELINE_LANE_VISITS)
		return visits_open(t, e->family_id, child, f);
	if (e->lane == TIMELINE_LANE_CORE_GROUPS)
		return core_group_open(t, e->family_id, f);
	return fault_set(f, FAULT_REFUSED, "This is the last day for something: nothing more is kept of it.");
}

static bool open_event(struct tui *t, int64_t child, const struct timeline_event *e, struct fault *f)
{
	if (e->kind == TIMELINE_EVENT_LIMIT)
		return open_limit(t, child, e, f);
	switch (e->lane) {
	case TIMELINE_LANE_CONFERENCES: return conference_open(t, e->id, f);
	case TIMELINE_LANE_PLANS: return child_open(t, e->child_id, f);
	case TIMELINE_LANE_CORE_GROUPS: return core_group_open(t, e->family_id, f);
	case TIMELINE_LANE_VISITS: return visits_open(t, e->family_id, child, f);
	case TIMELINE_LANE_COMPLAINTS:
		return e->kind == TIMELINE_EVENT_COMPLAINT || e->kind == TIMELINE_EVENT_COMPLAINT_SETTLED
			       ? complaint_open(t, e->id, f)
			       : escalation_open(t, e->id, f);
	case TIMELINE_LANE_FAMILY:
		return e->kind == TIMELINE_EVENT_BIRTH || e->kind == TIMELINE_EVENT_BIRTH_EXPECTED
			       ? child_open(t, e->child_id, f)
			       : moves_open(t, e->family_id, f);
	case TIMELINE_LANE_SHARED: return disclosures_open(t, e->family_id, child, f);
	default: return fault_set(f, FAULT_REFUSED, "Nothing more is kept of this line than what it says.");
	}
}

static void act_own(struct timeline_state *state, int op)
{
	switch (op) {
	case OP_ZOOM: zoom_to(state, (state->zoom + 1) % TIMELINE_ZOOM_COUNT); break;
	case OP_ZOOM_OUT: zoom_to(state, state->zoom + 1 < TIMELINE_ZOOM_COUNT ? state->zoom + 1 : state->zoom); break;
	case OP_EARLIER: scroll(state, -1); break;
	case OP_LATER: scroll(state, 1); break;
	case OP_LANE_BEFORE: step_in_lane(state, -1); break;
	case OP_LANE_AFTER: step_in_lane(state, 1); break;
	case OP_NOW: select_now(state); break;
	default: state->is_text = !state->is_text; break;
	}
	if (op != OP_EARLIER && op != OP_LATER)
		hold_window(state);
}

static enum handled timeline_act(struct screen *s, struct tui *t, int op, tui_key typed)
{
	struct timeline_state *state = screen_state(s);
	const struct timeline_event *e;
	struct fault f = {0};

	if (list_act(&state->list, op, typed, screen_arena(s)) == HANDLED) {
		hold_window(state);
		return HANDLED;
	}
	if (op == OP_OPEN) {
		e = selected(state);
		if (e && !open_event(t, state->child, e, &f))
			tui_say_fault(t, &f);
		return HANDLED;
	}
	if (op < OP_FIRST_OWN || op > OP_NOW)
		return NOT_MINE;
	act_own(state, op);
	return HANDLED;
}

static bool timeline_takes_text(const struct screen *s)
{
	return list_takes_text(&((const struct timeline_state *)screen_state(s))->list);
}

ABOUT_FAMILY(timeline_state, family)

const struct screen_class timeline_screen = {
	.name = "timeline",
	.purpose = "What happened to a family or a child and by when it was to happen: drawn to scale, and as text.",
	.keys = timeline_keys,
	.state_size = sizeof(struct timeline_state),
	.about = about,
	.list = LIST_OF(struct timeline_state, list),
	.load = timeline_load,
	.title = timeline_title,
	.draw = timeline_draw,
	.act = timeline_act,
	.takes_text = timeline_takes_text,
};

bool timeline_open(struct tui *t, int64_t family, int64_t child, struct fault *f)
{
	struct timeline_state start = {.family = family, .child = child};

	return tui_push(t, &timeline_screen, &start, f);
}
