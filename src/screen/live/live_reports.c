/* Step 4 of a live conference: which reports are in, and whether the family has had them. The keys are those of the
 * reports of a conference; what is for professionals only is named so, and nothing of it can be shared here either. */
#include "base/text.h"
#include "escalation.h"
#include "live.h"
#include "reports_keys.h"
#include "reports_rows.h"
#include "screens.h"

#include <stdio.h>

enum { OP_ESCALATE = 290 }; /* beyond those of a live step and of reports */

static const struct binding live_reports_keys[] = {
	{'s', 'f', 0, OP_REPORT_SHARED, "Shared",
	 "Shared today with everybody of the family it may go to; again: not."},
	{'r', 0, 0, OP_REPORT_RECEIVED, "Received", "It came in writing today; again takes it back."},
	{'v', 0, 0, OP_REPORT_VERBAL, "Verbal", "Given by word of mouth, nothing is in writing; again takes it back."},
	{TUI_KEY_ENTER, 'o', 0, OP_OPEN, "Open", "All that is known of the report, with its files."},
	{'d', 0, 0, OP_REPORT_DATED, "Other day", "What happened on another day: the day is asked, then what."},
	{'F', 0, 0, OP_REPORT_SHARED_ONE, NULL, "Shared today with one member of the family."},
	{'b', 0, 0, OP_REPORT_SEEN, NULL, "Seen by one of the family today: whom is asked."},
	{'x', 0, 0, OP_REPORT_NOT_INVOLVED, NULL, "They are not involved and owe no report; again takes it back."},
	{'p', 0, 0, OP_REPORT_HANDLING, NULL, "Who may read it: shared, chair only, read out, professionals."},
	{'e', 0, 0, OP_REPORT_EDIT, NULL, "Edit how it is handled, why it is not shared, and the note."},
	{'u', 0, 0, OP_REPORT_UNDO, NULL, "Take back the last change of a report."},
	{'A', 0, 0, OP_ESCALATE, NULL, "Late, missing or poor: take it to the team manager of this agency."},
	LIVE_KEYS,
	LIVE_DIGIT_KEYS,
	{0},
};

struct live_reports_state {
	struct live_screen live; /* first */
	struct reports_page page;
	struct reports_row_list rows;
};

static const struct list_column live_reports_columns[] = {
	{"agency · who", 0, LIST_LEFT, 0, 0},
	{"in", 17, LIST_LEFT, 0, 0},
	{"shared with family", 20, LIST_LEFT, 0, 0},
	{"readers", 13, LIST_LEFT, 70, 0},
};
enum { COLUMN_READERS = 3, COLUMN_COUNT };

/* --- Rows: as in the reports of a conference, without when they were due --- */

static int as_in_matrix(int column)
{
	return column == 0 ? 0 : column + 1;
}

static const char *readers_words(const struct report_line *line)
{
	switch (line->report.handling) {
	case HANDLING_CHAIR_ONLY: return "chair only";
	case HANDLING_READ_OUT: return "read out";
	case HANDLING_PROFESSIONALS_ONLY: return "professionals";
	default: return "family";
	}
}

static void row_cell(const void *rows, size_t row, int column, char *out, size_t room)
{
	const struct reports_row_list *all = rows;

	if (column == COLUMN_READERS)
		snprintf(out, room, "%s", readers_words(all->items[row].line));
	else
		reports_source(all).cell(rows, row, as_in_matrix(column), out, room);
}

static enum tui_role row_role(const void *rows, size_t row, int column)
{
	return column == COLUMN_READERS ? TUI_TEXT : reports_source(rows).role(rows, row, as_in_matrix(column));
}

static bool live_reports_load(struct screen *s, struct tui *t, struct fault *f)
{
	struct live_reports_state *state = screen_state(s);
	struct list_source source;

	if (!live_load(s, t, f) ||
	    !casework_reports(casework_of(t), state->live.conference, screen_arena(s), &state->page, f))
		return false;
	if (!reports_rows_make(&state->page.lines, false, screen_arena(s), &state->rows))
		return fault_set(f, FAULT_MEMORY, "There are too many reports to show at once.");
	source = reports_source(&state->rows);
	source.cell = row_cell;
	source.role = row_role;
	source.compare = NULL;
	if (!state->live.is_open)
		list_open(&state->live.list, live_reports_columns, COLUMN_COUNT);
	state->live.is_open = true;
	list_fill(&state->live.list, &source, screen_arena(s));
	return true;
}

static const struct report_line *selected(const struct live_reports_state *state)
{
	return reports_selected(&state->live.list, &state->rows);
}

/* --- Drawing --- */

static void live_reports_draw(const struct screen *s, struct canvas *c)
{
	const struct live_reports_state *state = screen_state(s);
	const char *summary = state->page.summary;
	struct canvas_part whole, part;
	struct canvas *body = live_draw(&state->live, c, &whole);
	int rows = canvas_rows(body), columns = canvas_columns(body);
	int foot = rows < 6 ? 0 : text_width(summary) > columns - 4 ? 2 : 1;

	if (foot)
		canvas_paragraph(body, rows - foot, 2, columns - 4, foot, TUI_TEXT, summary);
	list_draw(&state->live.list, canvas_part(body, &part, 0, 0, rows - foot, columns), true,
		  "No report was asked for: whoever is invited for an agency owes one.");
}

static void live_reports_status(const struct screen *s, char *out, size_t room)
{
	const struct live_reports_state *state = screen_state(s);
	const struct report_line *line = selected(state);

	out[0] = '\0';
	if (line)
		reports_line_words(line, out, room);
	else
		live_status(s, out, room);
}

/* --- Keys --- */

static bool open_report(struct tui *t, const struct report_line *line, struct fault *f)
{
	if (!line)
		return fault_set(f, FAULT_REFUSED, "Choose a report first.");
	return report_open(t, line->report.conference_id, line->report.id, f);
}

static bool escalate_report(struct tui *t, const struct report_line *line, struct fault *f)
{
	if (!line)
		return fault_set(f, FAULT_REFUSED, "Choose a report first.");
	return escalate(t, line->report.conference_id, 0, ESCALATION_CAUSE_REPORT, line->who, f);
}

static enum handled live_reports_act(struct screen *s, struct tui *t, int op, tui_key typed)
{
	struct live_reports_state *state = screen_state(s);
	struct fault f = {0};

	if (list_act(&state->live.list, op, typed, screen_arena(s)) == HANDLED || live_act(s, t, op) == HANDLED ||
	    reports_act(t, &state->page, selected(state), op) == HANDLED)
		return HANDLED;
	if (op != OP_OPEN && op != OP_ESCALATE)
		return NOT_MINE;
	if (!(op == OP_OPEN ? open_report(t, selected(state), &f) : escalate_report(t, selected(state), &f)))
		tui_say_fault(t, &f);
	return HANDLED;
}

static void live_reports_answered(struct screen *s, struct tui *t, const struct answer *answer)
{
	const struct live_reports_state *state = screen_state(s);

	if (!live_answered(s, t, answer))
		reports_answered(t, &state->page, answer);
}

/* Nothing is offered that could not be: a report that is not for the family has no key that shares it. */
static bool live_reports_key_is_live(const struct screen *s, int op)
{
	const struct report_line *line = selected(screen_state(s));

	switch (op) {
	case OP_REPORT_SHARED:
	case OP_REPORT_SHARED_ONE:
	case OP_REPORT_SEEN: return line && line->may_be_shared;
	case OP_REPORT_UNDO: return true;
	case OP_ESCALATE: return line != NULL;
	default:
		return op == OP_OPEN || (op >= OP_REPORT_RECEIVED && op < OP_REPORT_END) ? line != NULL
											 : live_key_is_live(s, op);
	}
}

const struct screen_class live_reports_screen = {
	.name = "live-reports",
	.purpose = "A live conference, step 4: which reports are in, and whether the family has had them.",
	.keys = live_reports_keys,
	.state_size = sizeof(struct live_reports_state),
	.list = LIST_OF(struct live_reports_state, live.list),
	.load = live_reports_load,
	.title = live_title,
	.about = live_about,
	.status = live_reports_status,
	.draw = live_reports_draw,
	.act = live_reports_act,
	.takes_text = live_takes_text,
	.answered = live_reports_answered,
	.key_is_live = live_reports_key_is_live,
};
