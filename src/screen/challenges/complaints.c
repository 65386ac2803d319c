/* The register of complaints: what is open, the nearest clock first; what is over, when asked. */
#include "complaint.h"
#include "escalation.h"
#include "screens.h"
#include "tui/list.h"

#include <stdio.h>

enum { OP_EVERYTHING = OP_FIRST_OWN, OP_CONFERENCE, OP_ESCALATIONS };
enum { MARK, NUMBER, CONFERENCE, WHO, ABOUT, NEXT, COLUMN_COUNT };

static const struct binding complaints_keys[] = {
	{TUI_KEY_ENTER, 'o', 0, OP_OPEN, "Open", "The complaint, and what was done about it."},
	{'c', 0, 0, OP_CONFERENCE, "Conference", "The conference it is about."},
	{'e', 0, 0, OP_EVERYTHING, "All/open", "Show those that are over too, or only what is open."},
	{TUI_KEY_TAB, ']', 0, OP_ESCALATIONS, "Escalations", "The register of escalations and dissents."},
	{0},
};

static const struct list_column columns[COLUMN_COUNT] = {
	[MARK] = {"", 1, LIST_LEFT, 0, 0},
	[NUMBER] = {"number", 7, LIST_LEFT, 0, 'n'},
	[CONFERENCE] = {"about", 7, LIST_LEFT, 0, 'a'},
	[WHO] = {"who complains", 0, LIST_LEFT, 0, 'w'},
	[ABOUT] = {"of", 24, LIST_LEFT, 90, 'g'},
	[NEXT] = {"next", 32, LIST_LEFT, 0, 'x'},
};

struct complaints_state {
	struct complaint_line_list lines;
	struct list list;
	bool is_open, everything;
};

static int64_t line_identity(const void *rows, size_t row)
{
	return ((const struct complaint_line_list *)rows)->items[row].complaint.id;
}

static void line_cell(const void *rows, size_t row, int column, char *out, size_t room)
{
	const struct complaint_line *line = &((const struct complaint_line_list *)rows)->items[row];

	switch (column) {
	case MARK: snprintf(out, room, "%s", line->is_late ? "!" : ""); break;
	case NUMBER: snprintf(out, room, "%s", line->complaint.reference); break;
	case CONFERENCE: snprintf(out, room, "%s", line->conference); break;
	case WHO: snprintf(out, room, "%s", line->complaint.who); break;
	case ABOUT: snprintf(out, room, "%s", complaint_ground_label(line->complaint.ground)); break;
	default: snprintf(out, room, "%s", line->next); break;
	}
}

static enum tui_role line_role(const void *rows, size_t row, int column)
{
	const struct complaint_line *line = &((const struct complaint_line_list *)rows)->items[row];

	return line->is_late && (column == MARK || column == NEXT) ? TUI_LATE : TUI_TEXT;
}

static bool complaints_load(struct screen *s, struct tui *t, struct fault *f)
{
	struct complaints_state *state = screen_state(s);
	struct list_source source = {
		.identity = line_identity, .cell = line_cell, .role = line_role, .rows = &state->lines};

	if (!state->is_open)
		list_open(&state->list, columns, COLUMN_COUNT);
	state->is_open = true;
	if (!casework_complaints(casework_of(t), 0, !state->everything, screen_arena(s), &state->lines, f))
		return false;
	source.count = state->lines.count;
	list_fill(&state->list, &source, screen_arena(s));
	return true;
}

static void complaints_title(const struct screen *s, char *out, size_t room)
{
	const struct complaints_state *state = screen_state(s);
	size_t open = 0, late = 0;

	for (size_t i = 0; i < state->lines.count; i++) {
		const struct complaint_line *line = &state->lines.items[i];

		open += line->complaint.state == COMPLAINT_OPEN;
		late += line->is_late;
	}
	snprintf(out, room, "Complaints · %zu open, %zu late%s", open, late, state->everything ? " · all" : "");
}

static const struct complaint_line *selected(const struct complaints_state *state)
{
	size_t row;

	return list_selection(&state->list, &row) ? &state->lines.items[row] : NULL;
}

static void complaints_status(const struct screen *s, char *out, size_t room)
{
	const struct complaint_line *line = selected(screen_state(s));
	char day[DATE_TEXT_ROOM];

	out[0] = '\0';
	if (line)
		snprintf(out, room, "%s · held %s · %s · %s", line->family, date_short(line->held_on, day),
			 complaint_ground_label(line->complaint.ground), line->stage);
}

static void complaints_draw(const struct screen *s, struct canvas *c)
{
	const struct complaints_state *state = screen_state(s);

	list_draw(&state->list, c, true,
		  "No complaint is open. One is registered from its conference, by c; e shows those that are over.");
}

static bool act_on(struct complaints_state *state, struct tui *t, int op, struct fault *f)
{
	const struct complaint_line *line = selected(state);

	if (op == OP_EVERYTHING) {
		state->everything = !state->everything;
		tui_refresh(t);
		return true;
	}
	if (op == OP_ESCALATIONS)
		return escalations_open(t, f);
	if (!line)
		return true;
	return op == OP_OPEN ? complaint_open(t, line->complaint.id, f)
			     : conference_open(t, line->complaint.conference_id, f);
}

static enum handled complaints_act(struct screen *s, struct tui *t, int op, tui_key typed)
{
	struct complaints_state *state = screen_state(s);
	struct fault f = {0};

	if (list_act(&state->list, op, typed, screen_arena(s)) == HANDLED)
		return HANDLED;
	if (op != OP_OPEN && (op < OP_EVERYTHING || op > OP_ESCALATIONS))
		return NOT_MINE;
	if (!act_on(state, t, op, &f))
		tui_say_fault(t, &f);
	return HANDLED;
}

static bool complaints_takes_text(const struct screen *s)
{
	const struct complaints_state *state = screen_state(s);

	return list_takes_text(&state->list);
}

const struct screen_class complaints_screen = {
	.name = "complaints",
	.purpose = "The register of complaints about conferences, the nearest clock first.",
	.keys = complaints_keys,
	.state_size = sizeof(struct complaints_state),
	.list = LIST_OF(struct complaints_state, list),
	.load = complaints_load,
	.title = complaints_title,
	.status = complaints_status,
	.draw = complaints_draw,
	.act = complaints_act,
	.takes_text = complaints_takes_text,
};

bool complaints_open(struct tui *t, struct fault *f)
{
	return tui_go(t, &complaints_screen, NULL, f);
}
