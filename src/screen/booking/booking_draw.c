/* The booking form's picture: the clock and the needs, the proposed slots, the form. */
#include "booking_form.h"

#include "tui/screen.h"

#include <stdio.h>

static int draw_facts(const struct booking_state *state, struct canvas *c)
{
	const struct booking_facts *facts = &state->facts;
	char day[DATE_TEXT_ROOM], distance[DISTANCE_TEXT_ROOM], national[DATE_TEXT_ROOM] = "", by[DATE_TEXT_ROOM] = "";
	day_number last = facts->last;
	bool late = last != DAY_NONE && last < state->lists.today;
	int row = 0;

	canvas_text(c, row, 1, 8, TUI_MUTED, "Clock");
	canvas_text(c, row++, 10, -1, TUI_TEXT, facts->rule_words);
	if (last != DAY_NONE) {
		const struct working_calendar *calendar = state->lists.calendar;
		day_number work = working_day_on_or_before(last, calendar, COUNT_LOCAL);

		/* a limit nobody works on stays what it is, and the day to act by stands beside it */
		working_day_distance(state->lists.today, work, calendar, distance);
		if (work != last)
			date_short(work, by);
		if (facts->limit > last)
			date_short(facts->limit, national);
		canvas_print(c, row++, 10, -1, late ? TUI_LATE : TUI_TEXT, "limit %s%s%s · %s%s%s%s%s",
			     date_medium(last, day), *by ? ", so by " : "", by, late ? "! " : "", distance,
			     late ? " · reason asked" : "", *national ? " · nationally " : "", national);
	}
	canvas_text(c, row, 1, 8, TUI_MUTED, "Needs");
	canvas_cell(c, row++, 10, canvas_columns(c) - 10, TUI_TEXT, facts->needs[0] ? facts->needs : "nothing special");
	if (booking_is_move(state)) {
		char clock[8];
		canvas_text(c, row, 1, 8, TUI_MUTED, "Now");
		canvas_print(c, row++, 10, -1, TUI_TEXT, "%s %s · %s · %s", date_medium(facts->conference.held_on, day),
			     facts->conference.starts < 0 ? "" : date_clock(facts->conference.starts, clock),
			     facts->conference.chair, facts->conference.room);
	}
	return row;
}

enum { LOW_ROWS = 14 }; /* a window this low has room for the form alone while it is filled in */

void booking_draw(const struct screen *s, struct canvas *c)
{
	const struct booking_state *state = screen_state(s);
	struct canvas_part list_part, form_part;
	int rows = canvas_rows(c), columns = canvas_columns(c), row;
	int shown = state->proposals.count < PROPOSALS_SHOWN ? (int)state->proposals.count : PROPOSALS_SHOWN;
	int list_rows = shown + 3;
	const char *lack = booking_lists_lack(&state->lists);
	char words[200];
	size_t selected;
	bool form_needs_room;

	if (state->in_form && rows < LOW_ROWS) {
		form_draw(&state->form, c);
		return;
	}
	row = draw_facts(state, c);
	form_needs_room = state->in_form && rows - row - list_rows < 8;
	if (form_needs_room)
		list_rows = 2;
	if (list_rows < 3 && !form_needs_room)
		list_rows = 3;
	row++;
	if (!state->in_form)
		form_draw(&state->form,
			  canvas_part(c, &form_part, row + list_rows, 0, rows - row - list_rows, columns));
	list_draw(&state->list, canvas_part(c, &list_part, row, 0, list_rows > 3 ? list_rows - 1 : list_rows, columns),
		  !state->in_form,
		  lack ? lack
		       : "No free slot was found in the next eight weeks. Type one below, or c for another day.");
	if (!state->in_form && list_selection(&state->list, &selected)) {
		proposal_words(&state->proposals, selected, words, sizeof words);
		canvas_text(c, row + shown + 1, 1, -1,
			    state->proposals.items[selected].warning[0] ? TUI_SOON : TUI_GOOD, words);
	}
	if (state->in_form)
		form_draw(&state->form,
			  canvas_part(c, &form_part, row + list_rows, 0, rows - row - list_rows, columns));
}
