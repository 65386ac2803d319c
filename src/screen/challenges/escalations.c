/* The register of escalations: what is open, the nearest clock first; dissents nobody took further; what is over, when
 * asked. */
#include "complaint.h"
#include "escalation.h"
#include "screens.h"
#include "tui/list.h"

#include <stdio.h>

enum { OP_EVERYTHING = OP_FIRST_OWN, OP_CONFERENCE, OP_COMPLAINTS };
enum { MARK, NUMBER, CONFERENCE, ABOUT, CAUSE, NEXT, COLUMN_COUNT };

static const struct binding escalations_keys[] = {
	{TUI_KEY_ENTER, 'o', 0, OP_OPEN, "Open", "The escalation; of a dissent nobody took further: raise it."},
	{'c', 0, 0, OP_CONFERENCE, "Conference", "The conference it comes from."},
	{'e', 0, 0, OP_EVERYTHING, "All/open", "Show those that are over too, or only what is open."},
	{TUI_KEY_TAB, ']', 0, OP_COMPLAINTS, "Complaints", "The register of complaints."},
	{0},
};

static const struct list_column columns[COLUMN_COUNT] = {
	[MARK] = {"", 1, LIST_LEFT, 0, 0},
	[NUMBER] = {"number", 7, LIST_LEFT, 0, 'n'},
	[CONFERENCE] = {"from", 7, LIST_LEFT, 0, 'f'},
	[ABOUT] = {"about", 0, LIST_LEFT, 0, 'a'},
	[CAUSE] = {"because", 36, LIST_LEFT, 100, 'b'},
	[NEXT] = {"next", 34, LIST_LEFT, 0, 'x'},
};

struct escalations_state {
	struct escalation_line_list lines;
	struct list list;
	bool is_open, everything;
};

static const struct escalation_line *line_at(const void *rows, size_t row)
{
	return &((const struct escalation_line_list *)rows)->items[row];
}

/* A dissent is known by whose it is. */
static int64_t line_identity(const void *rows, size_t row)
{
	const struct escalation *e = &line_at(rows, row)->escalation;

	return e->id ? e->id : -e->dissent_id;
}

static void line_cell(const void *rows, size_t row, int column, char *out, size_t room)
{
	const struct escalation_line *line = line_at(rows, row);

	switch (column) {
	case MARK: snprintf(out, room, "%s", line->is_late ? "!" : ""); break;
	case NUMBER: snprintf(out, room, "%s", line->escalation.id ? line->escalation.reference : "-"); break;
	case CONFERENCE: snprintf(out, room, "%s", line->conference); break;
	case ABOUT: snprintf(out, room, "%s", line->escalation.about); break;
	case CAUSE: snprintf(out, room, "%s", escalation_cause_label(line->escalation.cause)); break;
	default: snprintf(out, room, "%s", line->next); break;
	}
}

static enum tui_role line_role(const void *rows, size_t row, int column)
{
	return line_at(rows, row)->is_late && (column == MARK || column == NEXT) ? TUI_LATE : TUI_TEXT;
}

static bool escalations_load(struct screen *s, struct tui *t, struct fault *f)
{
	struct escalations_state *state = screen_state(s);
	struct list_source source = {
		.identity = line_identity, .cell = line_cell, .role = line_role, .rows = &state->lines};

	if (!state->is_open)
		list_open(&state->list, columns, COLUMN_COUNT);
	state->is_open = true;
	if (!casework_escalations(casework_of(t), 0, !state->everything, screen_arena(s), &state->lines, f))
		return false;
	source.count = state->lines.count;
	list_fill(&state->list, &source, screen_arena(s));
	return true;
}

static void escalations_title(const struct screen *s, char *out, size_t room)
{
	const struct escalations_state *state = screen_state(s);
	size_t open = 0, late = 0, alone = 0;

	for (size_t i = 0; i < state->lines.count; i++) {
		const struct escalation_line *line = &state->lines.items[i];

		open += line->escalation.id && line->escalation.state == ESCALATION_OPEN;
		late += line->is_late;
		alone += !line->escalation.id;
	}
	snprintf(out, room, "Escalations · %zu open, %zu late · %zu dissent%s not taken further%s", open, late, alone,
		 alone == 1 ? "" : "s", state->everything ? " · all" : "");
}

static const struct escalation_line *selected(const struct escalations_state *state)
{
	size_t row;

	return list_selection(&state->list, &row) ? &state->lines.items[row] : NULL;
}

static void escalations_status(const struct screen *s, char *out, size_t room)
{
	const struct escalation_line *line = selected(screen_state(s));
	char day[DATE_TEXT_ROOM];

	out[0] = '\0';
	if (line)
		snprintf(out, room, "%s · %s · %s%s%s", line->family, date_short(line->held_on, day),
			 escalation_cause_label(line->escalation.cause), *line->stage ? " · " : "", line->stage);
}

static void escalations_draw(const struct screen *s, struct canvas *c)
{
	const struct escalations_state *state = screen_state(s);

	list_draw(&state->list, c, true,
		  "No escalation is open, and no dissent waits. One is raised by A from a conference, its reports or a "
		  "core group; e shows those that are over.");
}

static bool act_on(struct escalations_state *state, struct tui *t, int op, struct fault *f)
{
	const struct escalation_line *line = selected(state);

	if (op == OP_EVERYTHING) {
		state->everything = !state->everything;
		tui_refresh(t);
		return true;
	}
	if (op == OP_COMPLAINTS)
		return complaints_open(t, f);
	if (!line)
		return true;
	if (op == OP_CONFERENCE)
		return conference_open(t, line->escalation.conference_id, f);
	return line->escalation.id ? escalation_open(t, line->escalation.id, f)
				   : escalation_form_open(t, &line->escalation, NULL, f);
}

static enum handled escalations_act(struct screen *s, struct tui *t, int op, tui_key typed)
{
	struct escalations_state *state = screen_state(s);
	struct fault f = {0};

	if (list_act(&state->list, op, typed, screen_arena(s)) == HANDLED)
		return HANDLED;
	if (op != OP_OPEN && (op < OP_EVERYTHING || op > OP_COMPLAINTS))
		return NOT_MINE;
	if (!act_on(state, t, op, &f))
		tui_say_fault(t, &f);
	return HANDLED;
}

static bool escalations_takes_text(const struct screen *s)
{
	const struct escalations_state *state = screen_state(s);

	return list_takes_text(&state->list);
}

const struct screen_class escalations_screen = {
	.name = "escalations",
	.purpose = "Concerns about practice and formal dissents, with which manager each is and by when they answer.",
	.keys = escalations_keys,
	.state_size = sizeof(struct escalations_state),
	.list = LIST_OF(struct escalations_state, list),
	.load = escalations_load,
	.title = escalations_title,
	.status = escalations_status,
	.draw = escalations_draw,
	.act = escalations_act,
	.takes_text = escalations_takes_text,
};

bool escalations_open(struct tui *t, struct fault *f)
{
	return tui_go(t, &escalations_screen, NULL, f);
}
