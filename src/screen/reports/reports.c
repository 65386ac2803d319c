/* Reports: agencies down, states across, of one conference or of all conferences of two weeks; one key marks a state.
 */
#include "about.h"
#include "base/text.h"
#include "casework/complaints.h"
#include "conference_tabs.h"
#include "reports_keys.h"
#include "reports_rows.h"
#include "screens.h"

#include <stdio.h>

enum { OP_BUNDLE = OP_FIRST_OWN, OP_CONFERENCE, OP_LATER, OP_EARLIER, OP_THIS_WEEK };
enum { WEEKS_SHOWN = 2, ASIDE_COLUMNS = 42, WIDE = 120 };

static const struct binding reports_tab_keys[] = {
	REPORTS_KEYS,
	{TUI_KEY_ENTER, 'o', 0, OP_OPEN, NULL, "All that is known of the report, with its files."},
	{'b', 0, 0, OP_BUNDLE, NULL, "The bundle: what it would hold, make it, send it."},
	{'S', 0, 0, OP_SORT, NULL, "Sorts by a column: its letter comes next, the same letter again turns it round."},
	CONFERENCE_TAB_KEYS,
	{0},
};

static const struct binding reports_week_keys[] = {
	REPORTS_KEYS,
	{TUI_KEY_ENTER, 0, 0, OP_OPEN, NULL, "All that is known of the report, with its files."},
	{'o', 0, 0, OP_CONFERENCE, NULL, "The reports of this conference alone."},
	{'b', 0, 0, OP_BUNDLE, NULL, "The bundle of this conference."},
	{TUI_KEY_RIGHT, '>', 0, OP_LATER, "Later", "A week later."},
	{TUI_KEY_LEFT, '<', 0, OP_EARLIER, NULL, "A week earlier."},
	{'.', 0, 0, OP_THIS_WEEK, NULL, "Back to this week."},
	{'S', 0, 0, OP_SORT, NULL, "Sorts by a column: its letter comes next, the same letter again turns it round."},
	{0},
};

struct reports_state {
	int64_t conference; /* 0: the matrix of several */
	day_number from;    /* of several: the Monday it begins on */
	struct reports_page page;
	struct reports_row_list rows;
	struct list list;
	const char *stands; /* "" of several */
	bool is_open;
};

/* At the weekend the week to come. */
static day_number monday_of(day_number day)
{
	return day - (day_number)date_weekday(day) + (date_weekday(day) >= SATURDAY ? 7 : 0);
}

static bool reports_load(struct screen *s, struct tui *t, struct fault *f)
{
	struct reports_state *state = screen_state(s);
	struct arena *mem = screen_arena(s);
	bool is_one = state->conference != 0;
	struct list_source source;

	if (!state->is_open) {
		state->is_open = true;
		state->from = monday_of(casework_today(casework_of(t)));
		list_open(&state->list, reports_columns, is_one ? REPORTS_COLUMNS_OF_ONE : REPORTS_COLUMN_COUNT);
	}
	if (is_one ? !casework_reports(casework_of(t), state->conference, mem, &state->page, f)
		   : !casework_reports_between(casework_of(t), state->from, state->from + WEEKS_SHOWN * 7 - 1, mem,
					       &state->page, f))
		return false;
	state->stands = "";
	if (is_one && !casework_conference_stands(casework_of(t), state->conference, mem, &state->stands, f))
		return false;
	if (!reports_rows_make(&state->page.lines, !is_one, mem, &state->rows))
		return fault_set(f, FAULT_MEMORY, "There are too many reports to show at once.");
	source = reports_source(&state->rows);
	list_fill(&state->list, &source, mem);
	return true;
}

static void reports_tab_title(const struct screen *s, char *out, size_t room)
{
	const struct reports_state *state = screen_state(s);
	const struct conference *c = &state->page.conference;

	snprintf(out, room, "%s · %s · %s · %s", c->reference, state->page.family_words, conference_type_brief(c->type),
		 state->page.when);
}

static void reports_week_title(const struct screen *s, char *out, size_t room)
{
	const struct reports_state *state = screen_state(s);

	snprintf(out, room, "Reports · conferences of %s", state->page.when);
}

static const struct report_line *selected(const struct reports_state *state)
{
	return reports_selected(&state->list, &state->rows);
}

static void reports_status(const struct screen *s, char *out, size_t room)
{
	const struct reports_state *state = screen_state(s);
	const struct report_line *line = selected(state);
	int used = 0;

	out[0] = '\0';
	if (!line)
		return;
	if (!state->conference && state->list.sort_column >= 0) /* no headings say whose it is */
		used = snprintf(out, room, "%s %s: ", line->reference, line->family_words);
	if (used >= 0 && (size_t)used < room)
		reports_line_words(line, out + used, room - (size_t)used);
}

static void draw_matrix(const struct reports_state *state, struct canvas *c, const char *when_empty)
{
	const struct report_line *line = selected(state);
	const char *summary = state->page.summary;
	int columns = canvas_columns(c), rows = canvas_rows(c);
	int below = text_width(summary) > columns - 4 ? 2 : 1, above = rows - below - (rows > 12);
	struct canvas_part part;

	canvas_paragraph(c, rows - below, 2, columns - 4, below, TUI_TEXT, summary);
	if (columns >= WIDE && line) {
		columns -= ASIDE_COLUMNS;
		canvas_vertical(c, columns, 0, above);
		reports_aside_draw(line, canvas_part(c, &part, 0, columns + 2, above, ASIDE_COLUMNS - 2));
	}
	list_draw(&state->list, canvas_part(c, &part, 0, 0, above, columns), true, when_empty);
}

static void reports_tab_draw(const struct screen *s, struct canvas *c)
{
	const struct reports_state *state = screen_state(s);
	struct canvas_part part;

	draw_matrix(state, conference_tabs_draw(c, &part, CONFERENCE_TAB_REPORTS, state->stands),
		    "No report is asked for yet: whoever is invited for an agency owes one. The tab Invitees has the "
		    "list.");
}

static void reports_week_draw(const struct screen *s, struct canvas *c)
{
	draw_matrix(screen_state(s), c, "No report is asked for in these two weeks. > goes a week on.");
}

static bool open_report(struct tui *t, const struct report_line *line, struct fault *f)
{
	if (!line)
		return fault_set(f, FAULT_REFUSED, "Choose a report first.");
	return report_open(t, line->report.conference_id, line->report.id, f);
}

static bool act_own(struct reports_state *state, struct tui *t, int op, struct fault *f)
{
	const struct report_line *line = selected(state);
	int64_t conference = state->conference ? state->conference : line ? line->report.conference_id : 0;

	if (op == OP_OPEN)
		return open_report(t, line, f);
	if (!conference)
		return fault_set(f, FAULT_REFUSED, "Choose a report first.");
	if (op == OP_BUNDLE)
		return bundle_open(t, conference, f);
	return conference_tab_open(t, conference, CONFERENCE_TAB_REPORTS, f);
}

static bool change_week(struct reports_state *state, struct tui *t, int op)
{
	switch (op) {
	case OP_LATER: state->from += 7; break;
	case OP_EARLIER: state->from -= 7; break;
	case OP_THIS_WEEK: state->from = monday_of(casework_today(casework_of(t))); break;
	default: return false;
	}
	tui_refresh(t);
	return true;
}

static enum handled reports_screen_act(struct screen *s, struct tui *t, int op, tui_key typed)
{
	struct reports_state *state = screen_state(s);
	struct fault f = {0};

	if (list_act(&state->list, op, typed, screen_arena(s)) == HANDLED ||
	    reports_act(t, &state->page, selected(state), op) == HANDLED || change_week(state, t, op))
		return HANDLED;
	if (state->conference && conference_tabs_act(t, op, state->conference, CONFERENCE_TAB_REPORTS) == HANDLED)
		return HANDLED;
	if (op != OP_OPEN && op != OP_BUNDLE && op != OP_CONFERENCE)
		return NOT_MINE;
	if (!act_own(state, t, op, &f))
		tui_say_fault(t, &f);
	return HANDLED;
}

static void reports_screen_answered(struct screen *s, struct tui *t, const struct answer *answer)
{
	const struct reports_state *state = screen_state(s);

	reports_answered(t, &state->page, answer);
}

static bool reports_takes_text(const struct screen *s)
{
	const struct reports_state *state = screen_state(s);

	return list_takes_text(&state->list);
}

ABOUT_CONFERENCE(reports_state, page.conference)

const struct screen_class reports_screen = {
	.name = "reports",
	.purpose = "What each agency owes a conference: due, in, shared with the family, chased; one key a state.",
	.keys = reports_tab_keys,
	.state_size = sizeof(struct reports_state),
	.about = about,
	.list = LIST_OF(struct reports_state, list),
	.load = reports_load,
	.title = reports_tab_title,
	.status = reports_status,
	.draw = reports_tab_draw,
	.act = reports_screen_act,
	.takes_text = reports_takes_text,
	.answered = reports_screen_answered,
};

const struct screen_class reports_week_screen = {
	.name = "week",
	.purpose = "The reports of every conference of two weeks, conference by conference.",
	.keys = reports_week_keys,
	.state_size = sizeof(struct reports_state),
	.about = about,
	.list = LIST_OF(struct reports_state, list),
	.load = reports_load,
	.title = reports_week_title,
	.status = reports_status,
	.draw = reports_week_draw,
	.act = reports_screen_act,
	.takes_text = reports_takes_text,
	.answered = reports_screen_answered,
};

bool reports_show(struct tui *t, int64_t conference, enum conference_tab tab, bool in_place, struct fault *f)
{
	struct reports_state start = {.conference = conference};

	(void)tab;
	return in_place ? tui_replace(t, &reports_screen, &start, f) : tui_push(t, &reports_screen, &start, f);
}

bool reports_week_open(struct tui *t, struct fault *f)
{
	return tui_push(t, &reports_week_screen, NULL, f);
}
